"""What the states, steps and topics of home visits are called."""

from collections.abc import Iterable

from bolig_desktop.casefile.photos import Holder
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.words import tr
from bolig_desktop.visits.records import GuidanceTopic, Guided, NextVisit, Visit, VisitState

STATE_TONES = {
    VisitState.AGREED: Tone.ACCENT,
    VisitState.TO_REGISTER: Tone.SOON,
    VisitState.DONE: Tone.GOOD,
    VisitState.NOT_DONE: Tone.MUTED,
}


def state_pill(state: VisitState) -> Pill:
    """Return the pill of a visit's state."""
    return label(state), STATE_TONES[state]


def why_next(coming: NextVisit) -> str:
    """Return why the next visit is on its day."""
    if coming.visit_id is not None:
        return tr("Avtalt med husstanden.")
    if coming.sooner:
        return tr("Noe var fortsatt et problem sist. Da kommer neste besøk etter to uker.")
    if coming.week is not None:
        return tr("Planen deres: uke {week} etter innflytting.", week=coming.week)
    return tr("Etter planen deres, eller som dere ble enige om sist.")


def guided_words(visit: Visit) -> str:
    """Return what was gone through at a visit: ``Varme: fortalt, vist``."""
    parts = []
    for topic in GuidanceTopic:
        marks = visit.guided(topic)
        if marks:
            said = ", ".join(label(mark).lower() for mark in Guided if mark in marks)
            parts.append(f"{label(topic)}: {said}")
    return " · ".join(parts)


def visit_title(visit: Visit) -> str:
    """Return what a visit is called in a list: its kind and its day."""
    day = visit.visited_on or visit.planned_on
    return f"{label(visit.kind)} {show_date(day)}" if day else label(visit.kind)


def photo_holders(visits: Iterable[Visit]) -> list[Holder]:
    """Return the visits that were made as what photos are attached to, the newest first."""
    made = sorted((v for v in visits if v.visited_on is not None), key=lambda v: (str(v.visited_on), v.id or 0))
    return [Holder(visit_title(v), household_id=v.household_id, visit_id=v.id) for v in reversed(made)]
