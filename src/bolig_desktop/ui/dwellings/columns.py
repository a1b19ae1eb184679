"""What the list of dwellings shows."""

from datetime import date

from bolig_desktop.dwellings.records import DwellingLine, DwellingState
from bolig_desktop.dwellings.rules import idle_days
from bolig_desktop.text.money import show_kroner
from bolig_desktop.ui.labels import household_words, label
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import tr

_TONES = {
    DwellingState.FREE: Tone.GOOD,
    DwellingState.RESERVED: Tone.SOON,
    DwellingState.LET: Tone.MUTED,
    DwellingState.OUT_OF_USE: Tone.SOON,
    DwellingState.GIVEN_UP: Tone.MUTED,
}


def columns(today: date, idle_limit_days: int) -> list[Column]:
    """Return the columns; a unit free for longer than the limit (days) is shown in red."""

    def pill(line: DwellingLine) -> Pill:
        return state_pill(line.state, line.free_since, today, idle_limit_days)

    return [
        Column(key="label", title=tr("Adresse"), text=lambda line: line.label, width=0),
        Column(key="tenure", title=tr("Disposisjon"), text=lambda line: _short(line), width=104, rank=3),
        Column(
            key="rooms",
            title=tr("Rom"),
            text=lambda line: "" if line.rooms is None else str(line.rooms),
            sort=lambda line: line.rooms,
            right=True,
            width=52,
            rank=2,
        ),
        Column(key="state", title=tr("Status"), text=lambda line: pill(line)[0], pill=pill, width=118),
        Column(key="resident", title=tr("Beboer"), text=_resident, width=140, rank=4),
        Column(
            key="rent",
            title=tr("Leie per md."),
            text=lambda line: "" if line.rent_nok is None else show_kroner(line.rent_nok),
            sort=lambda line: line.rent_nok,
            right=True,
            width=108,
            rank=1,
        ),
    ]


def chips() -> list[Chip]:
    """Return the quick filters."""
    return [
        Chip(key="all", label=tr("Alle")),
        Chip(key="free", label=tr("Ledig"), test=lambda line: line.state is DwellingState.FREE),
        Chip(key="reserved", label=tr("Reservert"), test=lambda line: line.state is DwellingState.RESERVED),
        Chip(key="let", label=tr("Utleid"), test=lambda line: line.state is DwellingState.LET),
        Chip(key="out", label=tr("Ute av bruk"), test=lambda line: line.state is DwellingState.OUT_OF_USE),
    ]


def state_pill(state: DwellingState, free_since: date | None, today: date, idle_limit_days: int) -> Pill:
    """Return the state in words, with the days a free unit has been free."""
    if state is not DwellingState.FREE or free_since is None:
        return label(state), _TONES[state]
    days = idle_days(free_since, today)
    return tr("Ledig {days} d.", days=days), Tone.DANGER if days > idle_limit_days else Tone.GOOD


def _resident(line: DwellingLine) -> str:
    return household_words(line.resident)


def _short(line: DwellingLine) -> str:
    shortened = {"municipal": tr("Eid"), "hired_in": tr("Innleid"), "assigned": tr("Tildelt")}
    return shortened.get(str(line.tenure), label(line.tenure))
