"""Where the acts on an item lead: the letter it asks for, the tab the work is done on, the page it is about."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bolig_desktop.agenda.items import Item
from bolig_desktop.agenda.kinds import Act
from bolig_desktop.casefile import CaseFile
from bolig_desktop.tenancies.records import Tenancy
from bolig_desktop.ui.followup.places import MATTERS, place_of_line
from bolig_desktop.ui.navigation import UNFILED, Place
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
    if one.topic in ("visits", "tasks"):
        return [*_of_visit(one, case.clock()), page]
    letter = letter_of(case, one)
    if letter is not None:
        return _of_letter(case, letter, page)
    if one.about.act is Act.PLAN:
        return [Way(_of_plan(one), page.place)]
    act, tab = _act(one)
    if not act:
        return [page]
    if page.place.topic in ("defects", "complaints", "dwellings"):
        return [page]
    if page.place.topic == "papers":
        several = isinstance(one.fact, int) and one.fact > 1
        words = tr("Før papirene som arkivert") if several else act
        return [Way(words, replace(page.place, tab=UNFILED if several else ""))]
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


def _of_visit(one: Item, today: date) -> list[Way]:
    """Return where a visit is registered or agreed, or a task is done.

    An agreed visit that lies ahead has nothing to be done but wait.
    """
    if one.topic == "tasks":
        return [Way(tr("Før oppgaven som gjort"), Place(topic="visits", id=one.household_id, tab=f"tasks {one.id}"))]
    agree = Way(tr("Avtal besøket"), Place(topic="visits", id=one.id, tab="agree"))
    register = Way(tr("Registrer besøket"), Place(topic="visits", id=one.id, tab="register"))
    if one.about.act is Act.NOTICE:
        return [Way(tr("Før varselet"), agree.place)]
    if one.kind == "visit_agreed":
        return [register] if one.nominal <= today else [Way(tr("Se avtalen"), agree.place)]
    return [agree, register]


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
    if one.topic == "people":
        return Way(tr("Åpne personen"), _person(case, one.id))
    if one.topic in ("plans", "plan_steps", "schemes"):
        return _plan(case, one)
    known = _pages(one).get(one.topic)
    if known is not None:
        words, tab = known
        return Way(words, Place(topic=one.topic, id=one.id, tab=tab))
    if one.tenancy_id:
        return Way(tr("Åpne leieforholdet"), Place(topic="tenancies", id=one.tenancy_id))
    if one.household_id:
        return Way(tr("Åpne husstanden"), Place(topic="households", id=one.household_id, tab=_line(one)))
    return None


def _pages(one: Item) -> dict[str, tuple[str, str]]:
    """Return for each topic with a page of its own what leads there, and the tab."""
    return {
        "papers": (tr("Åpne papiret"), ""),
        "landlords": (tr("Åpne utleieren"), "leases"),
        "shared_housing": (tr("Åpne bofellesskapet"), ""),
        "visits": (tr("Åpne besøkene"), ""),
        "defects": (tr("Send melding om avviket") if one.about.act is Act.REPORT else tr("Åpne avviket"), ""),
        "complaints": (tr("Svar på klagen"), ""),
        "dwellings": (tr("Før kontrollen"), "defects"),
    }


def _plan(case: CaseFile, one: Item) -> Way | None:
    """Return the plan of a household, with the step or the scheme opened."""
    plan = case.plans.of_household(one.household_id)
    tab = "" if one.topic == "plans" else f"{one.topic} {one.id}"
    return None if plan is None else Way(tr("Åpne planen"), Place(topic="career", id=plan.id, tab=tab))


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


def _of_plan(one: Item) -> str:
    """Return what is to be done with a plan."""
    words = {
        "plan_step": tr("Før steget som gjort"),
        "plan_review": tr("Gå gjennom planen"),
        "plan_close": tr("Avslutt planen"),
        "plan_look_back": tr("Spør hvordan det gikk"),
    }
    return words.get(one.kind, tr("Se på virkemiddelet"))


def demand(one: Item) -> str:
    """Return the main act as it stands in a sentence before a day: ``Send flytteoppfordring``."""
    return _of_plan(one) if one.about.act is Act.PLAN else _act(one)[0]
