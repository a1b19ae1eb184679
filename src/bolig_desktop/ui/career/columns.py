"""How a plan looks in the list."""

from datetime import date

from bolig_desktop.career.records import PlanLine
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import household_words, label
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import tr


def columns() -> list[Column]:
    """Return the columns."""
    return [
        Column(key="household", title=tr("Husstand"), text=lambda line: household_words(line.household), width=0),
        Column(key="now", title=tr("Nå"), text=lambda line: label(line.now), width=150, rank=3),
        Column(key="goal", title=tr("Mål"), text=lambda line: label(line.goal), width=150, rank=2),
        Column(
            key="next",
            title=tr("Neste steg"),
            text=lambda line: _day(line.next_on),
            sort=lambda line: line.next_on,
            width=100,
            rank=1,
        ),
        Column(key="state", title=tr("Status"), text=lambda line: pill_of(line)[0], pill=pill_of, width=130),
    ]


def chips() -> list[Chip]:
    """Return the quick filters."""
    return [
        Chip(key="all", label=tr("Alle")),
        Chip(key="late", label=tr("For sent"), test=lambda line: line.late),
        Chip(key="open", label=tr("I gang"), test=lambda line: line.closed_on is None),
        Chip(key="closed", label=tr("Avsluttet"), test=lambda line: line.closed_on is not None),
    ]


def pill_of(line: PlanLine) -> Pill:
    """Return how it stands with a plan."""
    if line.closed_on is not None:
        return tr("Avsluttet"), Tone.MUTED
    return (tr("For sent"), Tone.DANGER) if line.late else (tr("I gang"), Tone.GOOD)


def _day(day: date | None) -> str:
    return "" if day is None else show_date(day)
