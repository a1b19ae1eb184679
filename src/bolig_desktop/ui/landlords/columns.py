"""What the list of landlords shows."""

from datetime import date, timedelta

from bolig_desktop.landlords.records import LandlordKind
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import tr

SOON = timedelta(days=183)
"""A head lease that ends within half a year is shown in amber: that is when a renewal has to be asked for."""


def columns(today: date) -> list[Column]:
    """Return the columns."""
    return [
        Column(key="name", title=tr("Navn"), text=lambda line: line.name, width=0),
        Column(key="kind", title=tr("Type"), text=lambda line: _short(line.kind), width=96, rank=2),
        Column(
            key="dwellings",
            title=tr("Boliger"),
            text=lambda line: str(line.dwellings) if line.dwellings else "",
            sort=lambda line: line.dwellings,
            right=True,
            width=84,
            rank=1,
        ),
        Column(
            key="next_end",
            title=tr("Avtalen går ut"),
            text=lambda line: "" if line.next_end is None else show_date(line.next_end),
            sort=lambda line: line.next_end,
            pill=lambda line: None if line.next_end is None else end_pill(line.next_end, today),
            width=128,
        ),
    ]


def chips(today: date) -> list[Chip]:
    """Return the quick filters."""
    return [
        Chip(key="all", label=tr("Alle")),
        Chip(key="hired", label=tr("Med innleieavtale"), test=lambda line: line.running_leases > 0),
        Chip(
            key="soon",
            label=tr("Går ut snart"),
            test=lambda line: line.next_end is not None and line.next_end <= today + SOON,
        ),
    ]


def end_pill(ends_on: date, today: date) -> Pill:
    """Return an end of a head lease that still runs, in amber where it is near."""
    return show_date(ends_on), Tone.SOON if ends_on <= today + SOON else Tone.MUTED


def _short(kind: LandlordKind) -> str:
    return tr("Person") if kind is LandlordKind.PERSON else label(kind).split()[0]
