"""What has been done in Nordvik about leases that run out: need assessments, decisions, requests to move."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from bolig_desktop.demo import reasons
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.scenes import SCENES, Stage
from bolig_desktop.demo.terms import DAY, Stay
from bolig_desktop.people.records import HouseholdKind
from bolig_desktop.tenancies.records import (
    Conclusion,
    Decision,
    DecisionKind,
    DecisionResult,
    NeedAssessment,
    Tenancy,
)

OFFICER = "Ingrid Vågstrand"

_ASSESSED, _DECIDED, _CAME = 150, 18, 5
"""Days before the end, then after the assessment, then after the decision."""

_REFUSED = (Stage.REFUSED, Stage.TOLD)
_DECIDED_ON = (Stage.GRANTED, *_REFUSED)


class RunningOut(NamedTuple):
    """A lease that runs out or has run out, the kind of household that has it, and what has been done about it."""

    lease: Tenancy
    kind: HouseholdKind
    stage: Stage


def assessments(register: Register, leases: Sequence[RunningOut], today: date, rng: Random) -> list[NeedAssessment]:
    """Return a finished assessment of every lease that was renewed, and of the others what their scene says."""
    found = []
    for lease, kind, stage in leases:
        begun = stage is Stage.BEGUN
        refused = stage in _REFUSED
        words = reasons.assessed(kind, rng, refused=refused)
        found.append(
            register.numbered(
                NeedAssessment(
                    household_id=lease.household_id,
                    tenancy_id=lease.id or 0,
                    assessed_on=today - 6 * DAY if begun else (lease.ends_on or today) - _ASSESSED * DAY,
                    assessed_by=OFFICER,
                    income=words.income,
                    family=words.family,
                    tried="" if begun else words.tried,
                    next_step="" if begun else words.next_step,
                    conclusion=None if begun else Conclusion.NOT_EXTEND if refused else Conclusion.EXTEND,
                    reasons="" if begun else words.reasons,
                    interpreter=lease.interpreter,
                )
            )
        )
    return found


def decisions(
    register: Register, leases: Sequence[RunningOut], assessed: Sequence[NeedAssessment], rng: Random
) -> list[Decision]:
    """Return the decision on every lease that was renewed or is decided on; the gate asks for it (BS-TILD)."""
    of_lease = {assessment.tenancy_id: assessment for assessment in assessed}
    found = []
    for lease, kind, stage in leases:
        if stage not in _DECIDED_ON:
            continue
        assessment = of_lease[lease.id or 0]
        refused = stage in _REFUSED
        decided = assessment.assessed_on + _DECIDED * DAY
        found.append(
            register.numbered(
                Decision(
                    household_id=lease.household_id,
                    tenancy_id=lease.id,
                    assessment_id=assessment.id,
                    result=DecisionResult.REFUSED if refused else DecisionResult.GRANTED,
                    decided_on=decided,
                    decided_by=OFFICER,
                    reference=f"{decided.year}/{rng.randrange(200, 4000)}",
                    facts=reasons.facts(lease, kind),
                    considerations=assessment.reasons,
                    content="" if refused else "Ny leieavtale i samme bolig, tre år.",
                    received_on=None if stage is Stage.REFUSED else decided + _CAME * DAY,
                )
            )
        )
    return found


def other_decisions(register: Register, *, larger: int, refused: int, coming: int, today: date) -> list[Decision]:
    """Return decisions that no lease hangs on; all three are ids of households.

    larger: wanted a larger home, and appealed the no; refused: may still appeal; coming: has been given a home.
    """
    drawn = (
        (larger, DecisionKind.HELP, DecisionResult.REFUSED, 40, 37, 15),
        (refused, DecisionKind.ALLOTMENT, DecisionResult.REFUSED, 12, 9, None),
        (coming, DecisionKind.ALLOTMENT, DecisionResult.GRANTED, 35, 32, None),
    )
    return [
        register.numbered(
            Decision(
                household_id=household_id,
                kind=kind,
                result=result,
                decided_on=today - decided * DAY,
                decided_by=OFFICER,
                reference=f"{today.year}/{household_id:04d}",
                facts=reasons.OTHER[kind, result][0],
                considerations=reasons.OTHER[kind, result][1],
                received_on=today - received * DAY,
                appealed_on=None if appealed is None else today - appealed * DAY,
            )
        )
        for household_id, kind, result, decided, received, appealed in drawn
    ]


def running_out(leases: Sequence[Tenancy], stays: Sequence[Stay]) -> list[RunningOut]:
    """Return the leases something has been done about: those that were renewed count as decided on."""
    renewed = {lease.previous_id for lease in leases if lease.previous_id}
    found = []
    for lease, stay in zip(leases, stays, strict=True):
        scene = SCENES[stay.scene]
        stage = Stage.GRANTED if lease.id in renewed else scene.stage if stay.spell is scene.spell else Stage.NOTHING
        if stage not in (Stage.NOTHING, Stage.ASKED):
            found.append(RunningOut(lease, scene.kind, stage))
    return found
