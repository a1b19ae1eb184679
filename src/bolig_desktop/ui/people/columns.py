"""What the list of households shows; a shielded one shows its number and nothing else."""

from collections.abc import Callable

from bolig_desktop.people.records import HouseholdLine
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import household_words, label, language_words
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import tr

Words = Callable[[HouseholdLine], str]


def columns() -> list[Column]:
    """Return the columns."""
    return [
        Column(
            key="label",
            title=tr("Husstand"),
            text=lambda line: household_words(line.label),
            icon=_state_icon,
            width=0,
        ),
        Column(key="kind", title=tr("Type"), text=_open(_kind), width=140, rank=4),
        Column(
            key="members",
            title=tr("Personer"),
            text=_open(lambda line: str(line.members)),
            sort=lambda line: None if line.shielded else line.members,
            right=True,
            width=84,
            rank=3,
        ),
        Column(
            key="language",
            title=tr("Språk"),
            text=_open(lambda line: language_words(line.language)),
            icon=lambda line: ("languages", Tone.ACCENT) if line.interpreter and not line.shielded else None,
            width=122,
            rank=2,
        ),
        Column(
            key="interpreter",
            title=tr("Trenger tolk"),
            text=_open(lambda line: tr("ja") if line.interpreter else ""),
            width=112,
            rank=6,
        ),
        Column(
            key="settled",
            title=tr("Bosatt"),
            text=_open(lambda line: "" if line.settled_on is None else show_date(line.settled_on)),
            sort=lambda line: line.settled_on,
            width=100,
            rank=5,
        ),
        Column(key="dwelling", title=tr("Bolig"), text=_open(lambda line: line.dwelling), width=164, rank=1),
    ]


def chips() -> list[Chip]:
    """Return the quick filters; what a shielded household has is told by none of them."""
    return [
        Chip(key="all", label=tr("Alle")),
        Chip(key="without", label=tr("Uten bolig"), test=lambda line: _is_open(line) and line.dwelling_id is None),
        Chip(key="housed", label=tr("I bolig"), test=lambda line: _is_open(line) and line.dwelling_id is not None),
        Chip(key="interpreter", label=tr("Trenger tolk"), test=lambda line: _is_open(line) and line.interpreter),
        Chip(key="closed", label=tr("Avsluttet"), test=lambda line: line.closed_on is not None),
    ]


def _state_icon(line: HouseholdLine) -> tuple[str, str] | None:
    if line.shielded:
        return "shield", Tone.SOON
    return ("archive", Tone.MUTED) if line.closed_on is not None else None


def _kind(line: HouseholdLine) -> str:
    return tr("Avsluttet") if line.closed_on is not None else label(line.kind)


def _is_open(line: HouseholdLine) -> bool:
    return line.closed_on is None and not line.shielded


def _open(words: Words) -> Words:
    return lambda line: "" if line.shielded else words(line)
