"""A finished assessment and a granted extension of each lease: what the renewal gate asks for."""

from datetime import date

from bolig_desktop.tenancies.records import (
    Conclusion,
    Decision,
    DecisionKind,
    DecisionResult,
    NeedAssessment,
    Tenancy,
)

ASSESSED = date(2026, 10, 1)


def an_assessment(lease: Tenancy, **changes: object) -> NeedAssessment:
    facts = {
        "id": lease.id,
        "household_id": lease.household_id,
        "tenancy_id": lease.id,
        "assessed_on": ASSESSED,
        "assessed_by": "Kari Moe",
        "income": "Introduksjonsstønad",
        "family": "Én voksen",
        "tried": "Søkt på tre boliger i det private markedet",
        "next_step": "Startlån vurderes til våren",
        "conclusion": Conclusion.EXTEND,
        "reasons": "Har ikke funnet egen bolig ennå.",
    }
    return NeedAssessment(**(facts | changes))


def a_decision(lease: Tenancy, **changes: object) -> Decision:
    facts = {
        "id": lease.id,
        "household_id": lease.household_id,
        "tenancy_id": lease.id,
        "assessment_id": lease.id,
        "kind": DecisionKind.EXTENSION,
        "result": DecisionResult.GRANTED,
        "decided_on": ASSESSED,
        "facts": "Leieavtalen løper ut.",
        "considerations": "Husstanden trenger fortsatt hjelp til bolig.",
    }
    return Decision(**(facts | changes))


def passed(*leases: Tenancy) -> dict[str, object]:
    """Return what to put into Surroundings so that each lease may be followed by another."""
    return {
        "assessments": tuple(an_assessment(lease) for lease in leases),
        "decisions": tuple(a_decision(lease) for lease in leases),
    }
