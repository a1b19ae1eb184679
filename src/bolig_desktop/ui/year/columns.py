"""How a figure of a year looks in the list."""

from collections.abc import Callable
from typing import NamedTuple

from bolig_desktop.text.sentences import sentence
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import language, tr
from bolig_desktop.yearly.figures import FORM_13, Group
from bolig_desktop.yearly.report import Line

_UNDER = "    "


class FigureLine(NamedTuple):
    """A figure in the list: its place in the order, and its line with the year it is held against.

    outside: gives the same line as it may leave the office, which is what a line copied does.
    """

    id: int
    line: Line
    outside: Callable[[str], Line]

    @property
    def told(self) -> Line:
        """Its line as it may leave the office."""
        return self.outside(self.line.figure.id)

    @property
    def name(self) -> str:
        """What it is called, one that stands under another a little in."""
        return (_UNDER if self.line.figure.is_inner else "") + self.line.name


def columns() -> list[Column]:
    """Return the columns."""
    return [
        Column(key="name", title=tr("Tall"), text=lambda row: row.name, sort=lambda row: row.id, width=0),
        Column(
            key="value",
            title=tr("Dette året"),
            text=lambda row: row.line.words,
            copied=lambda row: row.told.words,
            sort=lambda row: row.line.value or 0,
            right=True,
            width=84,
        ),
        Column(
            key="before",
            title=tr("Mot"),
            text=lambda row: row.line.before.words if row.line.before else "",
            copied=lambda row: row.told.before.words if row.told.before else "",
            sort=lambda row: (row.line.before.value or 0) if row.line.before else 0,
            right=True,
            width=84,
            rank=1,
        ),
        Column(key="unit", title=tr("Enhet"), text=lambda row: row.line.unit, width=96, rank=3),
        Column(
            key="unsure",
            title=tr("Sikkert?"),
            text=lambda row: pill_of(row)[0],
            pill=pill_of,
            width=100,
            rank=2,
        ),
    ]


def chips() -> list[Chip]:
    """Return the quick filters: one for each group, and one for what the colleague who sends form 13 asks for."""
    return [
        Chip(key="all", label=tr("Alle")),
        *(Chip(key=group, label=sentence(f"figure_group.{group}", language()), test=_of(group)) for group in Group),
        Chip(key="form_13", label=tr("KOSTRA"), test=lambda row: row.line.figure in FORM_13),
    ]


def pill_of(row: FigureLine) -> tuple[str, Tone]:
    """Return whether something makes a figure unsure."""
    if row.line.value is None:
        return tr("Ukjent"), Tone.MUTED
    return (tr("Usikkert"), Tone.SOON) if row.line.unsure else (tr("Sikkert"), Tone.GOOD)


def _of(group: Group) -> Callable[[FigureLine], bool]:
    return lambda row: row.line.figure.group is group
