"""Who must mend what, where a defect or a complaint stands today, what is wrong with one, and when a check is due."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from bolig_desktop.dwellings.records import Dwelling, Tenure
from bolig_desktop.errors import Problem
from bolig_desktop.law.months import add_days, add_months
from bolig_desktop.law.sections import section
from bolig_desktop.maintenance.records import (
    CheckKind,
    Complaint,
    ComplaintState,
    Defect,
    DefectKind,
    DefectState,
    HomeCheck,
    Mender,
    Urgency,
)
from bolig_desktop.text.names import loose

TENANTS = frozenset(
    {
        DefectKind.LOCK,
        DefectKind.TAP,
        DefectKind.TOILET,
        DefectKind.SOCKET,
        DefectKind.WATER_HEATER,
        DefectKind.FITTING,
        DefectKind.ALARM_TEST,
        DefectKind.EXTINGUISHER_TEST,
    }
)
"""What husleieloven § 5-3 second paragraph has the tenant keep, unless agreed otherwise (HL-5-3)."""

MONTHS: Mapping[CheckKind, int] = {
    CheckKind.SMOKE_ALARM: 12,
    CheckKind.EXTINGUISHER: 12,
    CheckKind.KEYS: 12,
    CheckKind.ELECTRICAL: 60,
    CheckKind.RADON: 60,
}
"""How many months between two checks. Routines of ours: law.md names the owner's duty (SI-FIRE), and no interval."""

MOST_MONTHS = 240
MOST_COST_NOK = 10_000_000
SEND_DAYS: Mapping[Urgency, int] = {Urgency.NOW: 0, Urgency.SOON: 7, Urgency.CAN_WAIT: 30}
"""Within how many days a defect is to be sent to whoever mends it (a routine of ours; the act names none)."""
FIRST_CHECK_DAYS = 90
"""Within how many days of coming into the file a home is to be looked over for the first time (a routine of ours)."""
RADON_NOT_FROM_FLOOR = 3
"""From which floor up radon is usually not to be measured (SI-RADON)."""
ANSWER_DAYS = 14
"""Within how many days a complaint is to be answered (a routine of ours)."""

_OURS = (Tenure.MUNICIPAL,)
LONGEST = 3_000
"""How many characters what is wrong may take: a page and a half on paper, and nobody reads more."""


class Proposal(NamedTuple):
    """Who should mend a thing, and the code of the sentence that says why."""

    mender: Mender
    reason: str


def proposed(kind: DefectKind, tenure: Tenure, *, replace: bool) -> Proposal:
    """Return who should mend a thing of this kind (husleieloven § 5-3, HL-5-3), and why.

    The landlord keeps the dwelling. The tenant keeps what the second paragraph lists, but replacing it is the
    landlord's. Of a dwelling that is hired in or private, the landlord's part is asked of the owner; towards our own
    tenant the municipality answers for it all the same.
    """
    if tenure is Tenure.RESIDENT_OWNED:
        return Proposal(Mender.TENANT, "resident_owned")
    if kind in TENANTS and not replace:
        return Proposal(Mender.TENANT, "tenants_list")
    reason = "replacing" if kind in TENANTS else "landlord_keeps"
    if tenure in _OURS:
        return Proposal(Mender.MUNICIPALITY, reason)
    return Proposal(Mender.OWNER, "hired_in" if tenure is Tenure.HIRED_IN else "private_owner")


def mender_of(defect: Defect, tenure: Tenure) -> Mender:
    """Return who is to mend a defect: who was chosen, or else who is proposed."""
    return defect.mender or proposed(defect.kind, tenure, replace=defect.replace).mender


def defect_state(defect: Defect, mender: Mender, today: date) -> DefectState:
    """Return where a defect stands today; a promise is broken on the day after the one that was promised."""
    if defect.mended_on is not None:
        return DefectState.MENDED
    if defect.promised_on is not None:
        return DefectState.BROKEN_PROMISE if defect.promised_on < today else DefectState.PROMISED
    if defect.sent_on is not None:
        return DefectState.SENT
    return DefectState.NOT_OURS if mender is Mender.TENANT else DefectState.NEW


def send_by(defect: Defect) -> date:
    """Return the day a defect is to have been sent by (a routine of ours)."""
    return add_days(defect.reported_on, SEND_DAYS[defect.urgency])


def answer_by(complaint: Complaint) -> date:
    """Return the day a complaint is to have been answered by (a routine of ours)."""
    return add_days(complaint.received_on, ANSWER_DAYS)


def complaint_state(complaint: Complaint) -> ComplaintState:
    """Return where a complaint stands."""
    if complaint.closed_on is not None:
        return ComplaintState.CLOSED
    return ComplaintState.OPEN if complaint.answered_on is None else ComplaintState.ANSWERED


def next_check(last_on: date | None, months: int) -> date | None:
    """Return when a thing is to be looked over next, None where it never was."""
    return None if last_on is None else add_months(last_on, months)


def first_check_by(counted_from: date) -> date:
    """Return the day everything in a home is to have been looked over for the first time (a routine of ours)."""
    return add_days(counted_from, FIRST_CHECK_DAYS)


def needs_radon(floor: int | None, unit_number: str) -> bool:
    """Return whether radon is to be measured in a home: usually not from the third floor up (SI-RADON).

    Where nobody has written in the floor, the bruksenhetsnummer tells it (H0301); a home that tells none is measured.
    """
    told = unit_number[1:3] if unit_number[:1] == "H" else ""
    level = floor if floor is not None else int(told) if told.isdecimal() else 0
    return level < RADON_NOT_FROM_FLOOR


def costs_by_year(defects: Iterable[Defect]) -> dict[int, int]:
    """Return whole kroner by the year a defect was mended, or was reported where it is not mended; newest first."""
    found: dict[int, int] = {}
    for defect in defects:
        if defect.cost_nok:
            year = (defect.mended_on or defect.reported_on).year
            found[year] = found.get(year, 0) + defect.cost_nok
    return dict(sorted(found.items(), reverse=True))


def alike(defect: Defect, others: Sequence[Defect]) -> Defect | None:
    """Return an open defect of the same dwelling, kind and room, where there is one."""
    if defect.mended_on is not None:
        return None
    room = loose(defect.room)
    same = (one for one in others if one.mended_on is None and one.kind is defect.kind and loose(one.room) == room)
    return next(same, None)


def defect_problems(
    defect: Defect, *, dwelling: Dwelling, others: Sequence[Defect], strict: bool, today: date
) -> list[Problem]:
    """Return what is wrong with a defect; others: of the same dwelling; strict: the household has code 6 (AG-2)."""
    return [
        *_words(defect.what, "defect"),
        *_order(defect, today),
        *_given_up(defect.reported_on, dwelling, "defect"),
        *_cost(defect),
        *_strict("household_id", strict),
        *_same(defect, others),
    ]


def complaint_problems(
    complaint: Complaint, *, dwelling: Dwelling, strict: bool, left_on: date | None, today: date
) -> list[Problem]:
    """Return what is wrong with a complaint; left_on: when the household it is about moved from the dwelling."""
    found = [*_words(complaint.what, "complaint"), *_given_up(complaint.received_on, dwelling, "complaint")]
    days = (("received_on", None), ("answered_on", complaint.received_on), ("closed_on", complaint.received_on))
    found += _days(complaint, days, "complaint", today)
    if complaint.answered_on is not None and not complaint.answer.strip():
        found.append(Problem(field="answer", code="complaint.answer_missing", hard=False))
    if left_on is not None and left_on < complaint.received_on:
        found.append(Problem(field="household_id", code="complaint.has_left", hard=False, facts={"day": left_on}))
    return [*found, *_strict("household_id", strict)]


def check_problems(check: HomeCheck, *, others: Sequence[HomeCheck], today: date) -> list[Problem]:
    """Return what is wrong with a check; others: of the same dwelling."""
    found = []
    if check.months is not None and not 1 <= check.months <= MOST_MONTHS:
        found.append(Problem(field="months", code="check.months", facts={"most": MOST_MONTHS}))
    if check.done_on is not None and check.done_on > today:
        found.append(Problem(field="done_on", code="check.ahead", facts={"today": today}))
    if check.done_on is None and check.result is not None:
        found.append(Problem(field="done_on", code="check.day_missing"))
    if any(other.kind is check.kind for other in others):
        found.append(Problem(field="kind", code="check.twice"))
    return found


def _words(what: str, of: str) -> Iterator[Problem]:
    if not what.strip():
        yield Problem(field="what", code=f"{of}.what_missing")
    elif len(what) > LONGEST:
        yield Problem(field="what", code="maintenance.too_long", facts={"count": len(what), "most": LONGEST})


def _order(defect: Defect, today: date) -> list[Problem]:
    since = defect.reported_on
    days = (("reported_on", None), ("sent_on", since), ("mended_on", since))
    found = _days(defect, days, "defect", today)
    if defect.promised_on is not None and defect.promised_on < since:
        found.append(Problem(field="promised_on", code="defect.before_reported", facts={"day": since}))
    return found


def _days(record: Defect | Complaint, days: Iterable[tuple[str, date | None]], of: str, today: date) -> list[Problem]:
    found = []
    for field, since in days:
        day = getattr(record, field)
        if day is not None and day > today:
            found.append(Problem(field=field, code="maintenance.ahead", facts={"today": today}))
        elif day is not None and since is not None and day < since:
            found.append(Problem(field=field, code=f"{of}.before_reported", facts={"day": since}))
    return found


def _given_up(day: date, dwelling: Dwelling, of: str) -> Iterator[Problem]:
    gone = dwelling.given_up_on
    if gone is not None and gone <= day:
        yield Problem(field="dwelling_id", code=f"{of}.given_up", facts={"day": gone})


def _cost(defect: Defect) -> Iterator[Problem]:
    if defect.cost_nok is None:
        return
    if defect.cost_nok < 0:
        yield Problem(field="cost_nok", code="money.negative")
    elif defect.cost_nok > MOST_COST_NOK:
        yield Problem(field="cost_nok", code="defect.cost_odd", hard=False)


def _strict(field: str, strict: bool) -> Iterator[Problem]:
    """AG-2: nothing is written about a household with code 6 beside a dwelling."""
    if strict:
        yield Problem(field=field, code="maintenance.code_6", section=section("AG-2"))


def _same(defect: Defect, others: Sequence[Defect]) -> Iterator[Problem]:
    other = alike(defect, others)
    if other is not None:
        yield Problem(field="what", code="defect.alike", hard=False, facts={"day": other.reported_on})
