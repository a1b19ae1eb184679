"""What is written and done in the tests of a household's matters."""

from datetime import date

from bolig_desktop.tenancies.records import (
    Decision,
    DecisionKind,
    DecisionResult,
    Matter,
    MatterKind,
)
from windows import go, tell

TODAY = date(2026, 11, 22)
FACTS = "To voksne og tre barn bor pa mottak."


def at(window, household_id, tab="matters"):
    """Go to a household's case, with what the test wrote past the window in it."""
    tell(window)
    go(window, "households", household_id, tab)


def applied(case, household, **more):
    facts = {"kind": MatterKind.HOUSING_APPLICATION, "household_id": household.id, "opened_on": date(2026, 11, 2)}
    return case.save(Matter(**(facts | more)))


def decided(case, household, **more):
    facts = {"kind": DecisionKind.ALLOTMENT, "result": DecisionResult.REFUSED, "decided_on": date(2026, 11, 10)}
    texts = {"facts": FACTS, "considerations": "Andre har storre behov.", "decided_by": "Aud Kvalnes"}
    return case.save(Decision(household_id=household.id, **(facts | texts | more)))
