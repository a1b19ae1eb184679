"""How a shared house looks in the list, and what its state is called."""

from bolig_desktop.shared_housing.records import HouseLine, RulesState
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import tr

STATE_TONES = {
    RulesState.DRAFT: Tone.ACCENT,
    RulesState.COMING: Tone.SOON,
    RulesState.IN_FORCE: Tone.GOOD,
    RulesState.REPLACED: Tone.MUTED,
}


def columns() -> list[Column]:
    """Return the columns."""
    return [
        Column(key="label", title=tr("Hus"), text=lambda line: line.label, width=0),
        Column(
            key="rooms",
            title=tr("Rom"),
            text=lambda line: str(line.rooms),
            sort=lambda line: line.rooms,
            right=True,
            width=52,
            rank=3,
        ),
        Column(
            key="residents",
            title=tr("Bor her"),
            text=lambda line: str(line.residents),
            sort=lambda line: line.residents,
            right=True,
            width=70,
            rank=2,
        ),
        Column(key="version", title=tr("Husregler"), text=_version, width=92, rank=4),
        Column(key="state", title=tr("Underskrifter"), text=lambda line: pill_of(line)[0], pill=pill_of, width=150),
    ]


def chips() -> list[Chip]:
    """Return the quick filters."""
    return [
        Chip(key="all", label=tr("Alle")),
        Chip(key="unsigned", label=tr("Mangler underskrift"), test=lambda line: line.not_signed > 0),
        Chip(key="without", label=tr("Uten husregler"), test=lambda line: line.version is None),
    ]


def pill_of(line: HouseLine) -> Pill:
    """Return how far a house has come with its rules."""
    if line.version is None:
        return (tr("Utkast"), Tone.ACCENT) if line.draft else (tr("Ingen regler"), Tone.SOON)
    if line.not_signed:
        return tr("{count} mangler", count=line.not_signed), Tone.SOON
    return (tr("Alle har signert"), Tone.GOOD) if line.residents else (tr("Ingen bor her"), Tone.MUTED)


def _version(line: HouseLine) -> str:
    return tr("Versjon {number}", number=line.version) if line.version else ""
