"""What a step of a conflict leads to: the step after it, and the written warning on the lease."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

from bolig_desktop.casefile import house_days
from bolig_desktop.casefile.house_texts import rules_about
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.shared_housing.records import ConflictStep, HouseConflict
from bolig_desktop.tenancies.records import Matter, MatterBasis, MatterKind

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

_STEPS = tuple(ConflictStep)


def next_step(entry: HouseConflict, today: date) -> HouseConflict:
    """Return an entry that follows another: one step further, about the same people and the same rule."""
    at = min(_STEPS.index(entry.step) + 1, len(_STEPS) - 1)
    return HouseConflict(
        house_id=entry.house_id,
        step=_STEPS[at],
        happened_on=max(today, entry.happened_on),
        household_id=entry.household_id,
        other_household_id=entry.other_household_id,
        topic=entry.topic,
        facts="",
        follows_id=entry.id,
    )


def warn(case: CaseFile, entry: HouseConflict) -> Matter:
    """Make the matter of a written warning (D14) on the lease, with the facts of the log, and tie it to the entry.

    The basis is neglect or nuisance, for which § 9-9 asks for a warning first; what must change is written there. The
    house's own rule is quoted where one rule alone was about it that day; which of several was broken, she says.
    Raises Refused where the household has no lease in the house.
    """
    leases = [one for one in house_days.leases(case, entry.house_id) if one.household_id == entry.household_id]
    if not leases or entry.household_id is None:
        raise Refused(Problem(field="household_id", code="house_conflict.nobody"))
    matter = case.save(
        Matter(
            household_id=entry.household_id,
            tenancy_id=leases[-1].id,
            kind=MatterKind.WARNING,
            opened_on=case.clock(),
            basis=MatterBasis.NUISANCE,
            reason="\n\n".join((entry.facts, *_quoted(case, entry))),
            about=entry.agreed,
        )
    )
    case.save(dataclasses.replace(entry, matter_id=matter.id))
    return matter


def _quoted(case: CaseFile, entry: HouseConflict) -> list[str]:
    said = rules_about(case, entry.house_id, entry.topic, entry.happened_on)
    nynorsk = case.settings.municipality().written_form is WrittenForm.NYNORSK
    begins = "Husregelen seier" if nynorsk else "Husregelen sier"
    return [f"{begins}: «{said[0]}»"] if len(said) == 1 else []
