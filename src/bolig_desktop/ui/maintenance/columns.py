"""What the lists of defects and of complaints show."""

from bolig_desktop.maintenance.records import (
    ComplaintLine,
    ComplaintState,
    DefectLine,
    DefectState,
    Urgency,
)
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import tr

_TONES = {
    DefectState.NEW: Tone.SOON,
    DefectState.SENT: Tone.ACCENT,
    DefectState.PROMISED: Tone.ACCENT,
    DefectState.BROKEN_PROMISE: Tone.DANGER,
    DefectState.NOT_OURS: Tone.MUTED,
    DefectState.MENDED: Tone.GOOD,
}
_COMPLAINT_TONES = {
    ComplaintState.OPEN: Tone.SOON,
    ComplaintState.ANSWERED: Tone.ACCENT,
    ComplaintState.CLOSED: Tone.MUTED,
}
_URGENCIES = {urgency: number for number, urgency in enumerate(Urgency)}
_STATES = (
    DefectState.NEW,
    DefectState.BROKEN_PROMISE,
    DefectState.SENT,
    DefectState.PROMISED,
    DefectState.NOT_OURS,
    DefectState.MENDED,
)


def defect_columns() -> list[Column]:
    """Return the columns of the list of defects."""
    return [
        Column(key="what", title=tr("Hva"), text=_what, width=0),
        Column(key="dwelling", title=tr("Bolig"), text=lambda line: line.dwelling, width=140, rank=1),
        Column(
            key="urgency",
            title=tr("Haster"),
            text=lambda line: label(line.urgency),
            sort=lambda line: _URGENCIES[line.urgency],
            width=84,
            rank=3,
        ),
        Column(
            key="reported",
            title=tr("Meldt"),
            text=lambda line: show_date(line.reported_on),
            sort=lambda line: line.reported_on,
            width=92,
            rank=2,
        ),
        Column(
            key="state",
            title=tr("Status"),
            text=lambda line: label(line.state),
            sort=_worst_first,
            pill=lambda line: state_pill(line.state, line.urgency),
            width=124,
        ),
    ]


def defect_chips() -> list[Chip]:
    """Return the quick filters of defects."""
    return [
        Chip(key="all", label=tr("Alle")),
        Chip(key="open", label=tr("Åpne"), test=_is_open),
        Chip(key="now", label=tr("Haster nå"), test=lambda line: _is_open(line) and line.urgency is Urgency.NOW),
        Chip(key="new", label=tr("Ikke sendt"), test=lambda line: line.state is DefectState.NEW),
    ]


def complaint_columns() -> list[Column]:
    """Return the columns of the list of complaints; who complains is not among them."""
    return [
        Column(key="dwelling", title=tr("Bolig"), text=lambda line: line.dwelling, width=0),
        Column(key="source", title=tr("Fra"), text=lambda line: label(line.source), width=140, rank=3),
        Column(key="household", title=tr("Husstand"), text=lambda line: line.household, width=120, rank=4),
        Column(
            key="received",
            title=tr("Kom inn"),
            text=lambda line: show_date(line.received_on),
            sort=lambda line: line.received_on,
            width=92,
            rank=2,
        ),
        Column(
            key="state",
            title=tr("Status"),
            text=lambda line: label(line.state),
            pill=lambda line: complaint_pill(line.state),
            width=110,
            rank=1,
        ),
    ]


def complaint_chips() -> list[Chip]:
    """Return the quick filters of complaints."""

    def is_open(line: ComplaintLine) -> bool:
        return line.state is ComplaintState.OPEN

    return [Chip(key="all", label=tr("Alle")), Chip(key="open", label=tr("Ikke besvart"), test=is_open)]


def state_pill(state: DefectState, urgency: Urgency) -> Pill:
    """Return where a defect stands; one that is bad and has not gone to anybody is in red."""
    bad = state is DefectState.NEW and urgency is Urgency.NOW
    return label(state), Tone.DANGER if bad else _TONES[state]


def complaint_pill(state: ComplaintState) -> Pill:
    """Return where a complaint stands."""
    return label(state), _COMPLAINT_TONES[state]


def _worst_first(line: DefectLine) -> int:
    """Order by what is to be done: what has gone to nobody first, the urgent before all, what is mended last."""
    return _STATES.index(line.state) * len(_URGENCIES) + _URGENCIES[line.urgency]


def _is_open(line: DefectLine) -> bool:
    return line.state is not DefectState.MENDED


def _what(line: DefectLine) -> str:
    return line.what.strip().split("\n", 1)[0] or label(line.kind)
