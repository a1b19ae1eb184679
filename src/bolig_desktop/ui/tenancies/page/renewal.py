"""What stands between a lease and the next one for the same people: assess, decide, and only then a new lease."""

import dataclasses
from collections.abc import Callable, Sequence
from datetime import timedelta

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.dispatch import asked_to_move
from bolig_desktop.errors import Problem
from bolig_desktop.law.months import add_months
from bolig_desktop.law.sections import section
from bolig_desktop.tenancies.records import Tenancy, TenancyState
from bolig_desktop.tenancies.rules import OURS, state
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.problems import sentence_of
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.field import Sentence
from bolig_desktop.ui.words import language, tr

MONTHS_AHEAD = 6
"""No law: how long before the end the need is asked for, so that there is time to appeal before the lease is over."""

PASSED = ""
_GATE = "gate."


def gate_problem(found: Sequence[Problem]) -> Problem | None:
    """Return what the renewal gate says among these problems."""
    return next((problem for problem in found if problem.code.startswith(_GATE) and problem.hard), None)


def lacking(case: CaseFile, lease: Tenancy) -> Problem | None:
    """Return what is lacking before another lease may follow this one, None where nothing is."""
    ended = lease.starts_on if lease.ends_on is None else lease.ends_on
    after = dataclasses.replace(
        lease,
        id=None,
        previous_id=lease.id,
        starts_on=max(ended + timedelta(days=1), case.clock()),
        ends_on=None,
        moved_out_on=None,
        signed_landlord_on=None,
        signed_tenant_on=None,
    )
    return gate_problem(case.problems(after))


def lease_of(problem: Problem) -> int:
    """Return the lease whose assessment or decision is lacking."""
    return int(str(problem.facts["lease"]))


def must_be_settled(case: CaseFile, lease: Tenancy) -> bool:
    """Say whether the lease has run out, or will in some months, and nothing follows it yet."""
    today = case.clock()
    if lease.kind not in OURS or lease.ends_on is None:
        return False
    if any(other.previous_id == lease.id for other in case.tenancies.of_dwelling(lease.dwelling_id)):
        return False
    now = state(lease, today)
    soon = now is TenancyState.RUNNING and lease.ends_on <= add_months(today, MONTHS_AHEAD)
    return now is TenancyState.EXPIRED or soon


def of_end(case: CaseFile, lease: Tenancy, act: Callable[[], object]) -> list[Banner]:
    """Say that a lease has run out or soon will; ``act`` does what comes next."""
    settle, problem = must_be_settled(case, lease), None
    acts: list[tuple[str, Callable[[], object]]] = []
    if settle:
        problem = lacking(case, lease)
        words = next_step(PASSED if problem is None else problem.code)
        acts = [(words, act)] if words else []
    if state(lease, case.clock()) is TenancyState.EXPIRED:
        text = tr(
            "Fortsetter leieforholdet mer enn tre måneder etter sluttdatoen, og kommunen ikke skriftlig har bedt "
            "leieren flytte, går det over til å være tidsubestemt."
        )
        if asked := asked_to_move(case, lease):
            text += " " + tr("Flytteoppfordring er sendt {day}.", day=show_date(max(asked)))
        title = tr("Leietiden er ute, og leieren bor der fortsatt")
        return [Banner(Tone.DANGER, title, text=text, section=section("HL-9-2-3"), acts=acts)]
    if not settle or lease.ends_on is None:
        return []
    title = tr("Avtalen går ut {day}", day=show_date(lease.ends_on))
    if problem is None:
        return [Banner(Tone.GOOD, title, text=tr("Vedtaket er fattet, og ny avtale kan lages."), acts=acts)]
    return [Banner(Tone.SOON, title, text=said_on_lease(problem), acts=acts)]


def said_of_gate(case: CaseFile, lease: Tenancy) -> list[Sentence]:
    """Return what to say over the assessments of a lease that has run out: its banner says other things."""
    if state(lease, case.clock()) is not TenancyState.EXPIRED or not must_be_settled(case, lease):
        return []
    problem = lacking(case, lease)
    return [] if problem is None else [(said_on_lease(problem), False)]


def said_on_lease(problem: Problem) -> str:
    """Return what the gate says, said on the very lease it is about and not on the one that follows."""
    return {
        "gate.no_assessment": tr(
            "Før husstanden kan få ny eller lengre avtale her, må behovet vurderes og det må fattes vedtak."
        ),
        "gate.assessment_unfinished": tr(
            "Behovsvurderingen er ikke ferdig. Fyll ut det som mangler, før vedtaket fattes."
        ),
        "gate.no_decision": tr("Behovet er vurdert. Registrer vedtaket før en ny eller lengre avtale lages."),
    }.get(problem.code) or sentence_of(problem, language())


def next_step(code: str) -> str:
    """Return what the button is called that does what comes next; "" where nothing more is to be done here."""
    return {
        "gate.no_assessment": tr("Vurder behovet"),
        "gate.decision_used": tr("Vurder behovet"),
        "gate.assessment_unfinished": tr("Gjør vurderingen ferdig"),
        "gate.no_decision": tr("Registrer vedtaket"),
        "gate.decision_without_assessment": tr("Se på vedtaket"),
        PASSED: tr("Lag ny avtale"),
    }.get(code, "")
