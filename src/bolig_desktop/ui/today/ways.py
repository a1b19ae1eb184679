"""Where the acts on an item lead: the tab the work is done on, and the page of what it is about."""

from typing import NamedTuple

from bolig_desktop.agenda.items import Item
from bolig_desktop.agenda.kinds import Act
from bolig_desktop.casefile import CaseFile
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.words import tr


class Way(NamedTuple):
    """What a button says, and where it leads."""

    words: str
    place: Place


def ways(case: CaseFile, one: Item) -> list[Way]:
    """Return the main way first, then the page itself where that is another; none for the calendar's dates.

    A tab that a page does not have changes nothing there: then the page itself is what comes.
    """
    page = _page(case, one)
    if page is None:
        return []
    act, tab = _act(one)
    if not act:
        return [page]
    if page.place.topic == "papers":
        return [Way(act, page.place)]
    lease = case.tenancies.find(one.tenancy_id) if one.about.act is Act.RENEW else None
    if lease is not None:
        known = f"dwelling_id={lease.dwelling_id} household_id={lease.household_id} previous_id={lease.id}"
        return [Way(act, Place(topic="tenancies", tab=f"new {known}")), page]
    place = Place(topic=page.place.topic, id=page.place.id, tab=page.place.tab or tab)
    return [Way(act, place)] if place == page.place else [Way(act, place), page]


def _page(case: CaseFile, one: Item) -> Way | None:
    match one.topic:
        case "papers":
            return Way(tr("Åpne papiret"), Place(topic="papers", id=one.id))
        case "landlords":
            return Way(tr("Åpne utleieren"), Place(topic="landlords", id=one.id, tab="leases"))
        case "people":
            return Way(tr("Åpne personen"), _person(case, one.id))
    if one.tenancy_id:
        return Way(tr("Åpne leieforholdet"), Place(topic="tenancies", id=one.tenancy_id))
    if one.household_id:
        return Way(tr("Åpne husstanden"), Place(topic="households", id=one.household_id, tab=_line(one)))
    return None


def _line(one: Item) -> str:
    """Return the tab of a household with the matter or decision opened; "" where it is about something else."""
    return f"matters {one.topic}={one.id}" if one.topic in ("matters", "decisions") else ""


def _person(case: CaseFile, person_id: int) -> Place:
    from bolig_desktop.ui.people.page import place_of_person  # a page of its own, not needed for the first list

    return place_of_person(case, person_id)


def _act(one: Item) -> tuple[str, str]:
    """Return what the main button says and the tab the work is done on; "" where the page is all there is."""
    match one.about.act:
        case Act.ASSESS:
            return tr("Vurder behovet"), "need next"
        case Act.DECIDE:
            return tr("Fatt vedtak"), "need next"
        case Act.RENEW:
            return tr("Lag ny avtale"), ""
        case Act.REQUEST_TO_MOVE:
            return tr("Send flytteoppfordring"), "matters"
        case Act.LEASE_END_LETTER:
            return tr("Send brevet"), "papers"
        case Act.ANSWER:
            return tr("Følg opp saken"), "need" if one.topic == "decisions" else "matters"
        case Act.INDEX:
            return tr("Reguler leien"), "matters"
        case Act.FILE:
            return tr("Før papiret som arkivert"), ""
    return "", ""


def demand(one: Item) -> str:
    """Return the main act as it stands in a sentence before a day: ``Send flytteoppfordring``."""
    return _act(one)[0]
