"""A letter that was sent moves the clock of what it is about (law.md DL-146, DL-SEND, HL-9-2-3)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.archive.records import Paper, SentHow
from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import Refused
from bolig_desktop.tenancies.records import Decision, DecisionKind, DecisionResult, Matter, MatterKind, Tenancy
from build import a_municipality, a_tenancy
from topics.passed import a_decision, an_assessment
from topics.said import hard

TODAY = date(2026, 11, 22)


@pytest.fixture
def lease(case: CaseFile) -> Tenancy:
    a_municipality(case)
    return a_tenancy(case, starts_on=date(2023, 11, 1), ends_on=date(2026, 10, 31))


def _letter(case: CaseFile, lease: Tenancy, **more: object) -> Paper:
    facts = {
        "number": "D11b",
        "title": "Flytteoppfordring",
        "template": "request_to_move/1",
        "language": "nb",
        "household_id": lease.household_id,
        "tenancy_id": lease.id,
        "printed_on": TODAY - timedelta(days=2),
        "pages": 1,
        "sha256": "0" * 64,
        "content": b"%PDF",
    }
    return case.save(Paper(**(facts | more)))


def _stages(case: CaseFile) -> list[str]:
    return [one.kind for one in Agenda(case).items() if one.about.chain == "lease"]


def test_sending_the_request_to_move_stops_the_three_months(case: CaseFile, lease: Tenancy) -> None:
    matter = case.save(
        Matter(
            kind=MatterKind.REQUEST_TO_MOVE,
            household_id=lease.household_id,
            tenancy_id=lease.id,
            opened_on=TODAY,
            due_on=date(2026, 12, 15),
        )
    )
    letter = _letter(case, lease, matter_id=matter.id)
    assert _stages(case) == ["lease_expired"], "printed is not sent"
    sent = case.save(replace(letter, sent_on=TODAY, sent_how=SentHow.REGISTERED, tracking="RR123"))
    assert case.matters.get(matter.id).sent_on == TODAY
    assert _stages(case) == ["lease_move_out"]
    case.save(replace(sent, sent_on=None))
    assert _stages(case) == ["lease_expired"], "what was not sent after all counts no longer"


def test_undo_takes_the_sending_back_from_both(case: CaseFile, lease: Tenancy) -> None:
    facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "opened_on": TODAY}
    matter = case.save(Matter(kind=MatterKind.REQUEST_TO_MOVE, **facts))
    letter = _letter(case, lease, matter_id=matter.id)
    case.save(replace(letter, sent_on=TODAY))
    case.undo_last()
    assert case.papers.get(letter.id).sent_on is None
    assert case.matters.get(matter.id).sent_on is None


def test_a_decision_counts_its_appeal_from_when_the_letter_came(case: CaseFile, lease: Tenancy) -> None:
    assessment = case.save(an_assessment(lease, id=None))
    facts = {"assessment_id": assessment.id, "result": DecisionResult.REFUSED, "decided_on": TODAY}
    decision = case.save(a_decision(lease, id=None, **facts))
    letter = _letter(case, lease, number="D22", decision_id=decision.id, printed_on=TODAY - timedelta(days=1))
    assert "appeal" not in [one.kind for one in Agenda(case).items()], "nothing runs before it is sent"
    case.save(replace(letter, sent_on=TODAY - timedelta(days=1)))
    (assumed,) = [one for one in Agenda(case).items() if one.kind == "appeal"]
    assert assumed.nominal == date(2026, 12, 19) and assumed.fact is True, "sent + 7 post days + 21, assumed"
    case.save(replace(letter, sent_on=TODAY - timedelta(days=1), received_on=TODAY))
    (known,) = [one for one in Agenda(case).items() if one.kind == "appeal"]
    assert known.nominal == date(2026, 12, 13) and known.act_by == date(2026, 12, 14), "Sunday moves to Monday"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"sent_on": TODAY + timedelta(days=1)}, "paper.ahead"),
        ({"sent_on": TODAY, "received_on": TODAY - timedelta(days=1)}, "matter.received_before_sent"),
    ],
)
def test_a_sending_that_cannot_be_is_refused(
    case: CaseFile, lease: Tenancy, changes: dict[str, date], code: str
) -> None:
    letter = _letter(case, lease)
    with pytest.raises(Refused) as refused:
        case.save(replace(letter, **changes))
    assert [problem.code for problem in refused.value.problems] == [code]
    assert case.save(replace(letter, sent_on=TODAY, received_on=TODAY)).sent_on == TODAY


def test_a_day_before_the_printing_is_asked_about(case: CaseFile, lease: Tenancy) -> None:
    letter = _letter(case, lease)
    early = replace(letter, sent_on=letter.printed_on - timedelta(days=1))
    assert [(p.field, p.code, p.hard) for p in case.problems(early)] == [("sent_on", "paper.before_printed", False)]
    assert case.problems(replace(letter, sent_on=letter.printed_on)) == []


@pytest.mark.parametrize(
    ("kind", "moved", "kept"),
    [
        (MatterKind.HOUSING_APPLICATION, "sent_on", "received_on"),
        (MatterKind.NOTICE_BY_TENANT, "sent_on", "received_on"),
        (MatterKind.MEMBER_APPLICATION, "answered_on", "sent_on"),
        (MatterKind.BANK_NOTICE, "answered_on", "sent_on"),
    ],
)
def test_a_reply_moves_the_reply_and_never_the_day_theirs_came(
    case: CaseFile, lease: Tenancy, kind: MatterKind, moved: str, kept: str
) -> None:
    """Their month is counted from when theirs came (FV-11a, HL-7-6), the bank's from its own letter (HL-3-5c)."""
    facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "opened_on": TODAY - timedelta(days=9)}
    matter = case.save(Matter(kind=kind, **facts))
    letter = _letter(case, lease, matter_id=matter.id)
    sent = case.save(replace(letter, sent_on=TODAY - timedelta(days=1), received_on=TODAY))
    after = case.matters.get(matter.id)
    assert (getattr(after, moved), getattr(after, kept)) == (TODAY - timedelta(days=1), None)
    assert after.received_on is None
    case.save(replace(sent, sent_on=None, received_on=None))
    assert case.matters.get(matter.id) == matter, "not sent after all"


def test_an_appeal_is_sent_on_when_its_letter_goes_and_the_decision_came_when_it_came(
    case: CaseFile, lease: Tenancy
) -> None:
    assessment = case.save(an_assessment(lease, id=None))
    facts = {
        "assessment_id": assessment.id,
        "result": DecisionResult.REFUSED,
        "decided_on": TODAY,
        "appealed_on": TODAY,
    }
    decision = case.save(a_decision(lease, id=None, **facts))
    letter = _letter(case, lease, number="D25", decision_id=decision.id)
    assert "appeal_forward" in [one.kind for one in Agenda(case).items()]
    case.save(replace(letter, sent_on=TODAY, received_on=TODAY))
    after = case.decisions.get(decision.id)
    assert (after.forwarded_on, after.received_on) == (TODAY, None)
    assert "appeal_forward" not in [one.kind for one in Agenda(case).items()]


@pytest.mark.parametrize(
    ("kind", "hard"),
    [
        (MatterKind.HOUSING_APPLICATION, False),
        (MatterKind.MEMBER_APPLICATION, False),
        (MatterKind.NOTICE_BY_TENANT, False),
        (MatterKind.WARNING, True),
    ],
)
def test_what_comes_in_is_received_before_our_reply_is_sent(
    case: CaseFile, lease: Tenancy, kind: MatterKind, hard: bool
) -> None:
    facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "opened_on": TODAY - timedelta(days=9)}
    days = {"received_on": TODAY - timedelta(days=1), "sent_on": TODAY}
    codes = [problem.code for problem in case.problems(Matter(kind=kind, **facts, **days))]
    assert ("matter.received_before_sent" in codes) == hard


@pytest.mark.parametrize("field", ["answered_on", "closed_on"])
@pytest.mark.parametrize("kind", [MatterKind.HOUSING_APPLICATION, MatterKind.WARNING])
def test_a_day_that_takes_a_deadline_off_every_list_is_neither_ahead_nor_before_the_matter(
    case: CaseFile, lease: Tenancy, kind: MatterKind, field: str
) -> None:
    opened, one = TODAY - timedelta(days=9), timedelta(days=1)
    facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "opened_on": opened}

    def found(day: date) -> set[tuple[str, str]]:
        return hard(case.problems(Matter(kind=kind, **facts, **{field: day})))

    assert found(opened) == found(TODAY) == set()
    assert found(opened - one) == {(field, "matter.order")}
    assert found(TODAY + one) == {(field, "matter.ahead")}


def test_a_day_to_be_done_by_that_lies_before_the_matter_is_only_asked_about(case: CaseFile, lease: Tenancy) -> None:
    facts = {"kind": MatterKind.WARNING, "tenancy_id": lease.id, "household_id": lease.household_id}
    for day, said in ((TODAY, set()), (TODAY - timedelta(days=1), {("due_on", "matter.order")})):
        found = case.problems(Matter(opened_on=TODAY, due_on=day, **facts))
        assert {(p.field, p.code) for p in found if p.code == "matter.order"} == said
        assert not [p for p in found if p.code == "matter.order" and p.hard]


def test_an_appeal_that_nobody_wrote_down_was_not_sent_on_before_the_decision(case: CaseFile, lease: Tenancy) -> None:
    decision = Decision(
        household_id=lease.household_id,
        kind=DecisionKind.ALLOTMENT,
        result=DecisionResult.REFUSED,
        decided_on=TODAY,
        facts="F.",
        considerations="C.",
    )
    assert hard(case.problems(replace(decision, forwarded_on=TODAY))) == set()
    before = replace(decision, forwarded_on=TODAY - timedelta(days=1))
    assert hard(case.problems(before)) == {("forwarded_on", "decision.order")}
