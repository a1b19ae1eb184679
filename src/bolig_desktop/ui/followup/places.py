"""Where the line of one matter or decision stands, and the opening of it from elsewhere to be written in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bolig_desktop.tenancies.records import Decision, Matter
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.problems import by_field
from bolig_desktop.ui.words import language

if TYPE_CHECKING:
    from bolig_desktop.ui.sub_records import SubRecords
    from bolig_desktop.ui.topic_page import TopicPage

MATTERS, NEED = "matters", "need"
"""Tabs of a Place: a lease's matters, and its assessments and decisions; a household has all in the first."""


def place_of_line(record: Matter | Decision, letter: str = "") -> Place:
    """Return the place that opens a line: in its lease's case, or in the household's where it has no lease.

    letter: the name of a paper; what it lacks is said beside the line's fields.
    """
    is_matter = isinstance(record, Matter)
    line = f"{'matters' if is_matter else 'decisions'}={record.id} {letter}".rstrip()
    if record.tenancy_id is None:
        return Place(topic="households", id=record.household_id, tab=f"{MATTERS} {line}")
    return Place(topic="tenancies", id=record.tenancy_id, tab=f"{MATTERS if is_matter else NEED} {line}")


def open_line(page: TopicPage, place: Place, lists: Mapping[str, SubRecords]) -> None:
    """Open the line a place names (``matters decisions=12``) where it is the page's; one that is gone opens nothing.

    lists: the page's lists by the name of their table.
    """
    tab, _, named = place.tab.partition(" ")
    line, _, letter = named.partition(" ")
    table, _, row_id = line.partition("=")
    if table not in lists or not row_id.isdigit() or page.record is None or page.record.id != place.id:
        return
    record = getattr(page.session.case, table).find(int(row_id))
    whose = None if record is None else record.household_id if page.topic == "households" else record.tenancy_id
    if whose != place.id:
        return
    page.case_panel.tabs.choose(tab)
    lists[table].begin(record)
    if letter:
        from bolig_desktop.documents.kinds import find, refusing

        kind = find(letter)
        subject_id = record.tenancy_id if kind is not None and kind.subject == "tenancy" else record.id
        lacking = [problem for problem in refusing(page.session.case, letter, subject_id) if problem.field]
        lists[table].list.show_problems(by_field(lacking, language()))
