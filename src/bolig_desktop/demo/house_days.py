"""The daily life of one of Nordvik's shared houses: meetings, a conflict, hours, costs, neighbours and bostøtte."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from bolig_desktop.demo.house_rules import HOUSE, leases_in
from bolig_desktop.demo.households import Home
from bolig_desktop.demo.register import HouseDays, Register
from bolig_desktop.demo.terms import DAY
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.law.months import add_months
from bolig_desktop.shared_housing.records import (
    BenefitForms,
    ConflictStep,
    CostAccount,
    CostKind,
    CostSplit,
    HouseApproval,
    HouseConflict,
    HouseMeeting,
    MeetingPoint,
    NeighbourLetter,
    NewcomerTalk,
    RuleGroup,
    SharedCost,
    WorkerHours,
)
from bolig_desktop.tenancies.records import Tenancy

_MINUTES = (
    "Vi gikk gjennom vaskeplanen. Alle er enige om at kjøkkenet vaskes hver kveld.",
    "Det har vært mye støy sent på kvelden. Vi leste regelen om ro høyt, og alle sier ja til den.",
)
_ORE = (98_450, 104_210, 121_875, 133_320)
_WORKER, _MONTHS = "KM", 4


def house_days(
    register: Register,
    units: Mapping[str, Dwelling],
    tenancies: Sequence[Tenancy],
    families: Sequence[Home],
    waiting: Sequence[int],
    today: date,
) -> HouseDays:
    """Return a house with two meetings, points open, late and done, a conflict at its second step, and costs."""
    house_id = units[HOUSE].id or 0
    hidden = {family.household.id for family in families if any(one.is_shielded for one in family.people)}
    here = leases_in(house_id, units, tenancies, today)
    open_ones = [lease for lease in here if lease.household_id not in hidden]
    meetings = _meetings(register, house_id, here, today)
    newcomer = next(number for number in waiting if number not in hidden)
    talk = NewcomerTalk(
        house_id=house_id, household_id=newcomer, asked_on=today - 3 * DAY, knows=False, wants=True
    )  # fmt: skip
    return HouseDays(
        house_meetings=meetings,
        meeting_points=_points(register, meetings, today),
        house_conflicts=_conflicts(register, house_id, open_ones[0], today),
        worker_hours=tuple(_hours(register, house_id, today)),
        shared_costs=tuple(_costs(register, house_id, today)),
        cost_accounts=(
            register.numbered(
                CostAccount(
                    house_id=house_id,
                    year=add_months(today, -1).year,
                    asked_on=today - 12 * DAY,
                    dwelling_id=here[0].dwelling_id,
                )
            ),
        ),
        newcomer_talks=(register.numbered(talk),),
        neighbour_letters=(register.numbered(_letter(house_id, today)),),
        house_approvals=(
            register.numbered(
                HouseApproval(house_id=house_id, approved_on=today - 300 * DAY, reference=f"{today.year - 1}/412")
            ),
        ),
        benefit_forms=(register.numbered(_forms(open_ones[0], today)),),
    )


def _meetings(register: Register, house_id: int, here: Sequence[Tenancy], today: date) -> tuple[HouseMeeting, ...]:
    rooms = [str(lease.dwelling_id) for lease in here]
    first = HouseMeeting(
        house_id=house_id, held_on=today - 52 * DAY, led_by="miljøarbeideren", present=" ".join(rooms),
        interpreter="tolk nr. 2210", minute=_MINUTES[0], next_on=today - 21 * DAY, signed_on=today - 50 * DAY,
    )  # fmt: skip
    second = HouseMeeting(
        house_id=house_id, held_on=today - 21 * DAY, led_by="miljøarbeideren", present=" ".join(rooms[:-1] or rooms),
        interpreter="tolk nr. 2210", minute=_MINUTES[1], next_on=today + 9 * DAY,
    )  # fmt: skip
    return register.numbered(first), register.numbered(second)


def _points(register: Register, meetings: Sequence[HouseMeeting], today: date) -> tuple[MeetingPoint, ...]:
    first, second = (meeting.id or 0 for meeting in meetings)
    made = (
        MeetingPoint(
            meeting_id=first, what="Kjøpe ny kost og bøtte", who="miljøarbeideren", due_on=today - 40 * DAY,
            done_on=today - 41 * DAY, result="Står i boden.",
        ),
        MeetingPoint(meeting_id=first, what="Rydde sykkelboden", who="alle rommene", due_on=today - 6 * DAY),
        MeetingPoint(meeting_id=second, what="Henge opp vaskeplanen", who="rom 1", due_on=today + 9 * DAY),
    )  # fmt: skip
    return tuple(register.numbered(point) for point in made)


def _conflicts(register: Register, house_id: int, lease: Tenancy, today: date) -> tuple[HouseConflict, ...]:
    talk = register.numbered(
        HouseConflict(
            house_id=house_id, step=ConflictStep.TALK, happened_on=today - 34 * DAY, topic=RuleGroup.QUIET,
            household_id=lease.household_id, facts="Høy musikk etter kl. 23 tre netter på rad.",
            agreed="Musikken skal være av etter kl. 23.", interpreter="tolk nr. 2210", follow_up_on=today - 20 * DAY,
        )
    )  # fmt: skip
    warning = register.numbered(
        HouseConflict(
            house_id=house_id, step=ConflictStep.WARNING, happened_on=today - 9 * DAY, topic=RuleGroup.QUIET,
            household_id=lease.household_id, facts="Høy musikk til kl. 3 natt til søndag.",
            agreed="Det skal være stille fra kl. 23.", follow_up_on=today + 5 * DAY, follows_id=talk.id,
        )
    )  # fmt: skip
    unknown = register.numbered(
        HouseConflict(
            house_id=house_id, step=ConflictStep.TALK, happened_on=today - 60 * DAY, topic=RuleGroup.WASTE,
            facts="Matavfall sto utenfor dunken.", agreed="Tatt opp på beboermøtet.", closed_on=today - 52 * DAY,
        )
    )  # fmt: skip
    return talk, warning, unknown


def _hours(register: Register, house_id: int, today: date) -> list[WorkerHours]:
    return [
        register.numbered(
            WorkerHours(
                house_id=house_id, month=f"{add_months(today, -back):%Y-%m}", who=_WORKER,
                hours=Decimal(18 - back) + Decimal("0.5"), tasks="Beboermøte, ryddet rundt huset, klippet plenen",
            )
        )
        for back in range(_MONTHS, 0, -1)
    ]  # fmt: skip


def _costs(register: Register, house_id: int, today: date) -> list[SharedCost]:
    made = []
    for back in range(_MONTHS, 0, -1):
        month = f"{add_months(today, -back):%Y-%m}"
        power = SharedCost(
            house_id=house_id,
            month=month,
            kind=CostKind.POWER,
            amount_ore=_ORE[_MONTHS - back],
            split=CostSplit.RESIDENTS,
        )
        net = SharedCost(
            house_id=house_id, month=month, kind=CostKind.INTERNET, amount_ore=59_900, split=CostSplit.ROOMS
        )
        made += [register.numbered(power), register.numbered(net)]
    return made


def _letter(house_id: int, today: date) -> NeighbourLetter:
    return NeighbourLetter(
        house_id=house_id, contact="miljøarbeideren", phone="75 55 50 10", open_day_on=today + 20 * DAY,
        open_from="17.00", open_to="19.00",
    )  # fmt: skip


def _forms(lease: Tenancy, today: date) -> BenefitForms:
    sent = max(lease.starts_on, today - 90 * DAY)
    return BenefitForms(tenancy_id=lease.id or 0, form_9s01_on=sent)
