"""What the states, steps and topics of home visits are called."""

from collections.abc import Iterable, Mapping

from bolig_desktop.casefile.photos import Holder
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_decimal
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.words import tr
from bolig_desktop.visits.records import GuidanceTopic, Guided, NextVisit, Reading, Visit, VisitState

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
    for topic, marks in visit.went_through.items():
        said = ", ".join(label(mark).lower() for mark in Guided if mark in marks)
        parts.append(f"{topic_words(topic)}: {said}")
    return " · ".join(parts)


def topic_words(topic: GuidanceTopic | str) -> str:
    """Return what a topic is called; a household's own is called by its words."""
    return label(topic) if isinstance(topic, GuidanceTopic) else topic


def reading_words(visit: Visit, before: Mapping[str, Reading]) -> str:
    """Return what the meters showed at a visit: ``strøm 12 345 kWh (312 mer enn 03.03.2026)``."""
    units = {"power": (tr("strøm"), "kWh"), "water": (tr("vann"), "m³"), "heat": (tr("varme"), "kWh")}
    parts = []
    for name, (word, unit) in units.items():
        value, last = getattr(visit, f"{name}_reading"), before.get(name)
        if value is None:
            continue
        said = f"{word} {show_decimal(value)}\u00a0{unit}"
        if last is not None and value >= last.value:
            said += " " + tr(
                "({more} mer enn {day})", more=show_decimal(value - last.value), day=show_date(last.read_on)
            )
        parts.append(said)
    return " · ".join(parts)


def visit_title(visit: Visit) -> str:
    """Return what a visit is called in a list: its kind and its day."""
    day = visit.visited_on or visit.planned_on
    return f"{label(visit.kind)} {show_date(day)}" if day else label(visit.kind)


def photo_holders(visits: Iterable[Visit]) -> list[Holder]:
    """Return the visits that were made as what photos are attached to, the newest first."""
    made = sorted((v for v in visits if v.visited_on is not None), key=lambda v: (str(v.visited_on), v.id or 0))
    return [Holder(visit_title(v), household_id=v.household_id, visit_id=v.id) for v in reversed(made)]
