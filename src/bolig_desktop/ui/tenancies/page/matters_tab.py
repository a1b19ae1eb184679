"""The tab with what has been asked for, sent and received about a lease, and has its own clock."""

from typing import Any

from bolig_desktop.tenancies.records import Matter
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.problems import NO_BREAK
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.tenancies.matter_form import MatterForm
from bolig_desktop.ui.tenancies.matter_words import asked_of
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import SubList, Words
from bolig_desktop.ui.words import tr

_DAYS = ("opened_on", "sent_on", "received_on", "due_on", "answered_on", "effect_on")


def matters_of(page: TopicPage) -> SubRecords:
    """Make the list of the matters of the lease a page shows: what runs first, then the newest."""
    case = page.session.case
    return SubRecords(
        page.session,
        "matters",
        SubList(
            _said,
            make_form=lambda: MatterForm(case.clock),
            add_label=tr("Ny sak"),
            blank=lambda: _blank(page),
            empty=tr("Ingen saker. Her fører du søknader, oppsigelser, varsler og krav, så fristene ikke glemmes."),
            pill=_pill,
            stacked=True,
        ),
        lambda lease_id: sorted(case.matters.of_tenancy(lease_id), key=_order),
    )


def _blank(page: TopicPage) -> Matter:
    facts: dict[str, Any] = {"kind": None, "opened_on": page.session.today}
    return Matter(household_id=page.record.household_id, tenancy_id=page.record.id, **facts)


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
