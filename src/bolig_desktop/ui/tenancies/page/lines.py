"""The line of one matter or decision on a lease, opened from elsewhere to be written in."""

from typing import TYPE_CHECKING

from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.problems import by_field
from bolig_desktop.ui.words import language

if TYPE_CHECKING:
    from bolig_desktop.ui.tenancies.page.tenancies import TenanciesPage


def open_line(page: "TenanciesPage", place: Place) -> None:
    """Open the line a place names: ``matters 12`` or ``need 12``, and ``matters 12 member-answer``.

    With a letter's name what the letter lacks stands beside the fields.
    """
    tab, _, rest = place.tab.partition(" ")
    row_id, _, letter = rest.partition(" ")
    if not row_id.isdigit() or page.record is None or page.record.id != place.id:
        return
    case = page.session.case
    sub, store = (page.matters, "matters") if tab == "matters" else (page.need.decisions, "decisions")
    record = getattr(case, store).find(int(row_id))
    if record is None:
        return
    page.case_panel.tabs.choose(tab)
    sub.begin(record)
    if letter:
        from bolig_desktop.documents.kinds import find, refusing

        kind = find(letter)
        subject_id = record.tenancy_id if kind is not None and kind.subject == "tenancy" else record.id
        lacking = [problem for problem in refusing(case, letter, subject_id) if problem.field]
        sub.list.show_problems(by_field(lacking, language()))
