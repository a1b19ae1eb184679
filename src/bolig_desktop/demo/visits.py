"""The home visits of Nordvik: made, agreed, missed and not wanted, and the tasks they left.

One household for each state of the page.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from bolig_desktop.demo.households import Home
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.terms import DAY
from bolig_desktop.law.workdays import next_workday
from bolig_desktop.people.records import Grading
from bolig_desktop.settings.records import Municipality
from bolig_desktop.tenancies.records import Tenancy, TenancyKind
from bolig_desktop.tenancies.rules import lived_in
from bolig_desktop.text.languages import PAPER_CODES
from bolig_desktop.visits.records import Task, Visit, VisitKind, VisitWish, WhyNot
from bolig_desktop.visits.rules import plan_weeks

_BACK = (330, 210, 96, 33)
"""How many days ago the visits to a household were, the first one first."""
_NEW = 60
"""Who has lived there for fewer days has not had the visits of those who have lived there for long."""
_WEEKS = plan_weeks(Municipality.visit_weeks)
"""How many weeks after moving in our routine has its first visits."""
_GRIDS: tuple[dict[str, Any], ...] = (
    {"heating": "t", "power": "t", "airing": "t", "waste": "ts", "fire": "ts"},
    {"heating": "ts", "airing": "ts", "moisture": "tp", "washing": "t"},
    {"power": "sr", "moisture": "srp", "washing": "s", "neighbours": "t"},
    {"heating": "sr", "moisture": "s", "waste": "r", "outdoors": "ts"},
)
_SEEN = (
    "Alt i orden. Røykvarsleren er prøvd.",
    "Noe mugg rundt vinduet på badet. Ventilen var tettet med teip.",
    "Mindre mugg. De lufter morgen og kveld.",
    "Fint og varmt. Filteret i kjøkkenvifta er vasket.",
)
_AGREED = (
    "Vi viser vaskerommet neste gang.",
    "De tar bort teipen og lufter ti minutter morgen og kveld.",
    "De ringer oss hvis muggen kommer tilbake.",
    "De sier fra når snøen skal måkes første gang.",
)
OFFICER = "Kari Nordli"
_OWN = {(0, True): "tp|Sykkelboden i kjelleren", (2, True): "ts|Parkering for gjester"}
"""Topics of their own: which household, and whether at its last visit."""
_TODO = (
    ("Bestill ny ventil til badet", "", -5, False),
    ("Ring barnehagen om plass fra nyttår", "Kari Nordli", 6, False),
    ("Lån ut luftfukter", "vaktmesteren", 0, True),
)
"""What visits left to do: what, by whom, how many days from today, and whether it is done."""


class Made(NamedTuple):
    """The visits, what households have asked for, and what is to be done."""

    visits: tuple[Visit, ...]
    wishes: tuple[VisitWish, ...]
    tasks: tuple[Task, ...]


def visits(register: Register, leases: Sequence[Tenancy], families: Sequence[Home], today: date) -> Made:
    """Return the visits to everybody who lives in a dwelling and has no strictly confidential address."""
    hidden = {
        home.household.id
        for home in families
        if any(person.grading is Grading.STRICTLY_CONFIDENTIAL for person in home.people)
    }
    spoken = {home.household.id: home.origin.language for home in families}
    living = [
        lease
        for lease in leases
        if lived_in(lease, today) and lease.kind is not TenancyKind.OWNED and lease.household_id not in hidden
    ]
    found: list[Visit] = []
    wishes: list[VisitWish] = []
    for at, lease in enumerate(sorted(living, key=lambda lease: (lease.starts_on, lease.id or 0))):
        language = spoken.get(lease.household_id, "")
        found += regular(lease, at, language if language in PAPER_CODES else "", today)
        found += _special(lease, at, today)
        if at == _DECLINED:
            said = "De klarer seg godt og ringer når det er noe."
            wishes.append(VisitWish(household_id=lease.household_id, asked_on=today - 20 * DAY, reason=said))
    made = tuple(map(register.numbered, found))
    tasks = tuple(map(register.numbered, _tasks(made, today)))
    return Made(made, tuple(map(register.numbered, wishes)), tasks)


_OVERDUE, _AGREED_AHEAD, _INSPECTED, _NOBODY, _DECLINED, _NOT_REGISTERED, _PROBLEM = range(7)


def regular(lease: Tenancy, at: int, language: str, today: date) -> Iterator[Visit]:
    """Yield the visits to those who live by a lease, as our routine has them; at: which of the households it is."""
    days = _days(lease.starts_on, at, today)
    for number, day in enumerate(days):
        is_last = number == len(days) - 1
        ahead = today - 4 * DAY if at == _OVERDUE else today + (38 + 5 * at % 60) * DAY
        grid = _GRIDS[1] if is_last and at == _PROBLEM else _GRIDS[(number + at) % len(_GRIDS)]
        yield Visit(
            household_id=lease.household_id,
            dwelling_id=lease.dwelling_id,
            visited_on=today - 5 * DAY if is_last and at == _PROBLEM else day,
            visitors=OFFICER,
            interpreter_language=language if number < len(days) - 1 else "",
            about_home=_SEEN[(number + at) % len(_SEEN)],
            agreed=_AGREED[(number + at) % len(_AGREED)],
            next_on=next_workday(ahead) if is_last and at != _PROBLEM else None,
            own_topics=_OWN.get((at, is_last), ""),
            power_reading=Decimal(12_400 + 700 * number + 13 * at) if at % 3 == 0 else None,
            **grid,
        )


def first_weeks(lease: Tenancy, today: date) -> Iterator[Visit]:
    """Yield the visits of the first weeks to somebody who has just moved in, as many as there has been time for."""
    lived = (today - lease.starts_on).days
    for number, week in enumerate(_WEEKS):
        day = next_workday(lease.starts_on + 7 * week * DAY)
        if lived < _NEW and day <= today:
            yield Visit(
                household_id=lease.household_id, dwelling_id=lease.dwelling_id, visited_on=day, visitors=OFFICER,
                about_home=_SEEN[0], **_GRIDS[number % len(_GRIDS)],
            )  # fmt: skip


def _tasks(made: Sequence[Visit], today: date) -> Iterator[Task]:
    """Yield a task that is late, one that lies ahead and one that is done, each found on a last visit."""
    last = {visit.household_id: visit for visit in made if visit.visited_on is not None}
    for (what, who, days, done), visit in zip(_TODO, last.values(), strict=False):
        found_on = visit.visited_on or today
        yield Task(
            household_id=visit.household_id,
            visit_id=visit.id,
            what=what,
            who=who,
            due_on=next_workday(found_on + 14 * DAY if done else today + days * DAY),
            done_on=min(found_on + 9 * DAY, today) if done else None,
        )


def _days(moved_in: date, at: int, today: date) -> list[date]:
    """Return the days of the visits: four where they have lived there for long, none to those who came of late."""
    lived = (today - moved_in).days
    if lived < _NEW:
        return []
    back = [min(days, lived * (4 - number) // 5) for number, days in enumerate(_BACK)]
    return [next_workday(today - (days - at % 3) * DAY) for days in back]


def _special(lease: Tenancy, at: int, today: date) -> Iterator[Visit]:
    facts: dict[str, Any] = {"household_id": lease.household_id, "dwelling_id": lease.dwelling_id}
    facts |= {"time_from": "10.00", "time_to": "11.00", "visitors": OFFICER}
    if at == _AGREED_AHEAD:
        yield Visit(planned_on=next_workday(today + 2 * DAY), purpose="Strøm og varme om vinteren", **facts)
    elif at == _INSPECTED:
        day = next_workday(today + 8 * DAY)
        yield Visit(kind=VisitKind.INSPECTION, planned_on=day, purpose="Fukt på badet", **facts)
    elif at == _NOBODY:
        yield Visit(planned_on=next_workday(today - 6 * DAY), why_not=WhyNot.NOBODY_HOME, **facts)
    elif at == _NOT_REGISTERED:
        yield Visit(planned_on=today - 1 * DAY, **facts)
