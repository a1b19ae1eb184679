"""What the list of tenancies shows."""

from datetime import date

from bolig_desktop.tenancies.records import TenancyLine, TenancyState
from bolig_desktop.text.dates import add_months, show_date
from bolig_desktop.text.money import show_kroner
from bolig_desktop.ui.labels import household_words, label
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import tr

SOON_MONTHS = 6
"""How long before its end a lease is said to end soon."""

_TONES = {
    TenancyState.DRAFT: Tone.ACCENT,
    TenancyState.RUNNING: Tone.GOOD,
    TenancyState.EXPIRED: Tone.DANGER,
    TenancyState.INDEFINITE: Tone.MUTED,
    TenancyState.ENDED: Tone.MUTED,
}


def columns(today: date) -> list[Column]:
    """Return the columns; a lease that has run out is red and says so, one that soon will is amber.

    Where there is no room for the state in words, its end still has the icon that says it.
    """

    def pill(line: TenancyLine) -> Pill:
        return state_pill(line.state, line.ends_on, today)

    def mark(line: TenancyLine) -> tuple[str, Tone] | None:
        if line.state is TenancyState.EXPIRED:
            return "alarm-clock", Tone.DANGER
        return ("hourglass", Tone.SOON) if ends_soon(line.state, line.ends_on, today) else None

    return [
        Column(key="dwelling", title=tr("Bolig"), text=lambda line: line.dwelling, width=0),
        Column(
            key="household",
            title=tr("Husstand"),
            text=lambda line: household_words(line.household),
            width=140,
            rank=1,
        ),
        Column(key="ends", title=tr("Slutt"), text=_end, sort=_order, icon=mark, width=124),
        Column(
            key="rent",
            title=tr("Leie per md."),
            text=lambda line: show_kroner(line.rent_nok),
            sort=lambda line: line.rent_nok,
            right=True,
            width=98,
            rank=3,
        ),
        Column(key="state", title=tr("Status"), text=lambda line: pill(line)[0], pill=pill, width=126, rank=2),
    ]


def chips(today: date) -> list[Chip]:
    """Return the quick filters."""
    return [
        Chip(key="all", label=tr("Alle")),
        Chip(key="running", label=tr("Løper"), test=lambda line: line.state is TenancyState.RUNNING),
        Chip(key="soon", label=tr("Går ut snart"), test=lambda line: ends_soon(line.state, line.ends_on, today)),
        Chip(key="expired", label=tr("Utløpt"), test=lambda line: line.state is TenancyState.EXPIRED),
        Chip(key="indefinite", label=tr("Tidsubestemt"), test=lambda line: line.state is TenancyState.INDEFINITE),
        Chip(key="draft", label=tr("Utkast"), test=lambda line: line.state is TenancyState.DRAFT),
        Chip(key="ended", label=tr("Avsluttet"), test=lambda line: line.state is TenancyState.ENDED),
    ]


def ends_soon(state: TenancyState, ends_on: date | None, today: date) -> bool:
    """Say whether a running lease ends within six months."""
    return state is TenancyState.RUNNING and ends_on is not None and ends_on <= add_months(today, SOON_MONTHS)


def state_pill(state: TenancyState, ends_on: date | None, today: date) -> Pill:
    """Return the state in words and its tone, with the days a lease has run over its end."""
    if state is TenancyState.EXPIRED and ends_on is not None:
        return tr("Utløpt {days} d.", days=(today - ends_on).days), Tone.DANGER
    if ends_soon(state, ends_on, today):
        return tr("Går ut snart"), Tone.SOON
    return label(state), _TONES[state]


def _household(line: TenancyLine) -> str:
    return household_words(line.household)


def _end(line: TenancyLine) -> str:
    return "" if line.ends_on is None else show_date(line.ends_on)


def _order(line: TenancyLine) -> tuple[bool, date]:
    """Sort by end date, those that are over last: what has run out stands on top."""
    return line.state is TenancyState.ENDED, line.ends_on or date.max
