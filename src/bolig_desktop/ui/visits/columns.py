"""How a household looks in the list of home visits."""

from datetime import date

from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import tr
from bolig_desktop.visits.records import VisitLine


def columns() -> list[Column]:
    """Return the columns."""
    return [
        Column(
            key="household",
            title=tr("Husstand"),
            text=lambda line: household_words(line.label),
            icon=lambda line: ("shield", Tone.SOON) if line.is_shielded else None,
            width=0,
        ),
        Column(key="dwelling", title=tr("Bolig"), text=lambda line: line.dwelling, width=170, rank=3),
        Column(
            key="last",
            title=tr("Sist"),
            text=lambda line: show_date(line.last) if line.last else "",
            sort=lambda line: line.last or date.min,
            width=100,
            rank=2,
        ),
        Column(
            key="next",
            title=tr("Neste"),
            text=lambda line: show_date(line.next.day) if line.next else "",
            sort=lambda line: line.next.day if line.next else date.max,
            width=100,
        ),
        Column(key="state", title=tr("Status"), text=lambda line: pill_of(line)[0], pill=pill_of, width=130, rank=1),
    ]


def chips() -> list[Chip]:
    """Return the quick filters."""
    return [
        Chip(key="all", label=tr("Alle")),
        Chip(key="late", label=tr("For sent"), test=lambda line: line.is_overdue),
        Chip(key="agreed", label=tr("Avtalt"), test=lambda line: bool(line.next and line.next.visit_id)),
        Chip(key="never", label=tr("Aldri besøkt"), test=lambda line: line.last is None),
        Chip(key="unwanted", label=tr("Vil ikke ha besøk"), test=lambda line: line.next is None),
    ]


def pill_of(line: VisitLine) -> Pill:
    """Return where a household stands with its visits."""
    if line.next is None:
        return tr("Vil ikke"), Tone.MUTED
    if line.to_register:
        return tr("Ikke ført"), Tone.SOON
    if line.is_overdue:
        return tr("For sent"), Tone.DANGER
    if line.next.visit_id is not None:
        return tr("Avtalt"), Tone.ACCENT
    return (tr("Aldri besøkt"), Tone.SOON) if line.last is None else (tr("Etter planen"), Tone.GOOD)
