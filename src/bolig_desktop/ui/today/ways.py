"""Where the acts on an item lead: the letter it asks for, the tab the work is done on, the page it is about."""

from dataclasses import replace
from typing import NamedTuple

from bolig_desktop.agenda.items import Item
from bolig_desktop.agenda.kinds import Act
from bolig_desktop.casefile import CaseFile
from bolig_desktop.tenancies.records import Tenancy
from bolig_desktop.ui.followup.places import MATTERS, place_of_line
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.today.letters import Letter, letter_of, letter_words, unsent
from bolig_desktop.ui.words import tr


class Way(NamedTuple):
    """What a button says, and where it leads: to a place, or to the pages of a letter where there is one."""

    words: str
    place: Place
    letter: Letter | None = None


def ways(case: CaseFile, one: Item) -> list[Way]:
    """Return the main way first, then the page itself where that is another; none for the calendar's dates.

    A tab that a page does not have changes nothing there: then the page itself is what comes.
    """
    page = _page(case, one)
    if page is None:
        return []
    letter = letter_of(case, one)
    if letter is not None:
        return _of_letter(case, letter, page)
    act, tab = _act(one)
    if not act:
        return [page]
    if page.place.topic == "papers":
        return [Way(act, page.place)]
    if one.about.act in (Act.BINDER, Act.SIGN, Act.MEET, Act.FOLLOW_CONFLICT, Act.ACCOUNT):
        return [_of_home(one), page]
    lease = case.tenancies.find(one.tenancy_id) if one.about.act is Act.RENEW else None
    if lease is not None:
        known = f"dwelling_id={lease.dwelling_id} household_id={lease.household_id} previous_id={lease.id}"
        return [Way(act, Place(topic="tenancies", tab=f"new {known}")), page]
    place = Place(topic=page.place.topic, id=page.place.id, tab=page.place.tab or tab)
    return [Way(act, place)] if place == page.place else [Way(act, place), page]


def _of_home(one: Item) -> Way:
    """Return where a binder is printed, or signatures to house rules are registered."""
    if one.about.act is Act.BINDER:
        return Way(tr("Skriv ut velkomstpermen"), Place(topic="households", id=one.household_id, tab="binder"))
    words, tab = {
        Act.MEET: (tr("Før møtet"), "meetings"),
        Act.FOLLOW_CONFLICT: (tr("Følg opp hendelsen"), "conflicts"),
        Act.ACCOUNT: (tr("Lag årsoversikten"), "costs"),
    }.get(one.about.act, (tr("Før underskrifter"), "signatures"))
    return Way(words, Place(topic="shared_housing", id=one.id, tab=tab))


def _of_letter(case: CaseFile, letter: Letter, page: Way) -> list[Way]:
    """Return the letter first, but where one is printed already and only has to be said to be sent."""
    way = Way(letter_words(letter), replace(page.place, tab="papers"), letter)
    printed = unsent(case, letter)
    if printed is not None:
        sent = Way(tr("Før at brevet er sendt"), Place(topic="papers", id=printed))
        return [sent, way, page]
    if isinstance(letter.record, Tenancy):
        return [way, page]
    follow = Way(tr("Følg opp saken"), place_of_line(letter.record))
    return [way, follow] if follow.place.id == page.place.id else [way, follow, page]


def _page(case: CaseFile, one: Item) -> Way | None:
    match one.topic:
        case "papers":
            return Way(tr("Åpne papiret"), Place(topic="papers", id=one.id))
        case "landlords":
            return Way(tr("Åpne utleieren"), Place(topic="landlords", id=one.id, tab="leases"))
        case "shared_housing":
            return Way(tr("Åpne bofellesskapet"), Place(topic="shared_housing", id=one.id))
        case "people":
            return Way(tr("Åpne personen"), _person(case, one.id))
    if one.tenancy_id:
        return Way(tr("Åpne leieforholdet"), Place(topic="tenancies", id=one.tenancy_id))
    if one.household_id:
        return Way(tr("Åpne husstanden"), Place(topic="households", id=one.household_id, tab=_line(one)))
    return None


def _line(one: Item) -> str:
    """Return the tab of a household with the matter or decision opened; "" where it is about something else."""
    return f"{MATTERS} {one.topic}={one.id}" if one.topic in ("matters", "decisions") else ""


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
        case Act.HAND_BACK:
            return tr("Ta boligen tilbake"), "handovers"
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
