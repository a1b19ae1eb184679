"""The list of what has been asked for, sent and received, and has its own clock."""

from typing import Any

from bolig_desktop.tenancies.records import Matter
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.followup.letters import show_letter
from bolig_desktop.ui.followup.matter_form import MatterForm
from bolig_desktop.ui.followup.matter_words import asked_of
from bolig_desktop.ui.followup.owner import Owner
from bolig_desktop.ui.followup.places import MATTERS
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.problems import NO_BREAK
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import SubList, Words
from bolig_desktop.ui.words import tr

_DAYS = ("opened_on", "sent_on", "received_on", "due_on", "answered_on", "effect_on")


def matters_of(page: TopicPage) -> SubRecords:
    """Make the list of the matters of the lease or household a page shows: what runs first, then the newest."""
    owner, case = Owner(page), page.session.case
    read = owner.reading(case.matters)
    made = SubRecords(
        page.session,
        owner.drafts("matters"),
        SubList(
            lambda matter: owner.told(_said(matter), matter),
            make_form=lambda: MatterForm(case.clock),
            add_label=tr("Ny sak"),
            blank=lambda: _blank(owner),
            empty=_nothing(owner),
            pill=_pill,
            place=owner.place(MATTERS),
            stacked=True,
            print_line=lambda matter: show_letter(page, MATTERS, made, matter),
        ),
        lambda row_id: sorted(read(row_id), key=_order),
    )
    return made


def _blank(owner: Owner) -> Matter:
    facts: dict[str, Any] = {"kind": None, "opened_on": owner.page.session.today}
    return Matter(**owner.ids(), **facts)


def _nothing(owner: Owner) -> str:
    if owner.is_household:
        return tr("Ingen saker. Her fører du søknader om bolig og forhåndsvarsler, så fristene ikke glemmes.")
    return tr("Ingen saker. Her fører du søknader, oppsigelser, varsler og krav, så fristene ikke glemmes.")


def _order(matter: Matter) -> tuple[bool, int]:
    return matter.closed_on is not None, -matter.opened_on.toordinal()


def _said(matter: Matter) -> Words:
    asked = asked_of(matter.kind)
    days = [(asked[name], getattr(matter, name)) for name in _DAYS if name in asked]
    said = [f"{words} {show_date(day)}".replace(" ", NO_BREAK) for words, day in days if day is not None]
    told = [*said, matter.outcome] if matter.outcome else said
    return label(matter.kind).replace("§ ", f"§{NO_BREAK}"), f"{NO_BREAK}· ".join(told)


def _pill(matter: Matter) -> Pill:
    return (tr("Åpen"), Tone.ACCENT) if matter.closed_on is None else (tr("Avsluttet"), Tone.MUTED)
