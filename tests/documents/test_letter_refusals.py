"""Both sides of each refusal: the letter that would be void or false, and the one beside it that may be printed."""

import dataclasses
from datetime import date, timedelta

import pytest
from letters import BREACH, MADE, RUNNING, SUBJECTS, TODAY, decision, lease, matter, nordvik, refused

from bolig_desktop import clock
from bolig_desktop.archive.records import SentHow
from bolig_desktop.documents import kinds
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import Refused
from bolig_desktop.tenancies.records import (
    DecisionKind,
    DecisionResult,
    MatterBasis,
    MatterKind,
    TenancyKind,
)


@pytest.fixture
def case(case):
    nordvik(case)
    return case


# D11a and D11b: the term ends by itself, and says so at the right time


@pytest.mark.parametrize(
    ("day", "told", "asked"),
    [
        (date(2026, 10, 31), MADE, ("term_runs",)),
        (date(2026, 11, 1), ("term_over",), MADE),
        (date(2027, 1, 31), ("term_over",), MADE),
        (date(2027, 2, 1), ("term_over",), MADE),  # uncertain: a Sunday's deadline may run through Monday
        (date(2027, 2, 2), ("term_over",), ("certainly_indefinite",)),
    ],
)
def test_when_the_letters_about_the_end_may_be_printed(case, day, told, asked):
    about = lease(case)
    assert refused(case, "D11a", about, day) == told
    assert refused(case, "D11b", about, day) == asked


def test_a_new_request_to_move_may_follow_one_that_was_sent_in_time(case):
    about = lease(case)
    matter(case, MatterKind.REQUEST_TO_MOVE, about, sent_on=date(2026, 11, 23))
    assert refused(case, "D11b", about, date(2027, 3, 1)) == MADE


@pytest.mark.parametrize("sent", [date(2026, 10, 31), date(2027, 2, 2), None])
def test_one_sent_before_the_end_or_too_late_or_not_at_all_does_not_count(case, sent):
    """law.md § 14 no. 4: whether a request sent before the end counts is not settled; here it does not."""
    about = lease(case)
    matter(case, MatterKind.REQUEST_TO_MOVE, about, opened_on=date(2026, 10, 30), sent_on=sent)
    assert refused(case, "D11b", about, date(2027, 3, 1)) == ("certainly_indefinite",)


def test_a_paper_that_was_sent_counts_as_much_as_its_matter(case):
    about = lease(case)
    paper, _ = print_and_file(case, "d11b", about.id)
    alone = case.papers.change(dataclasses.replace(paper, matter_id=None))  # as papers stood before they had one
    case.matters.remove(paper.matter_id)
    sent = dataclasses.replace(alone, sent_on=date(2026, 11, 23), sent_how=SentHow.REGISTERED)
    assert refused(case, "D11b", about, date(2027, 3, 1)) == ("certainly_indefinite",)
    case.papers.change(sent)
    assert refused(case, "D11b", about, date(2027, 3, 1)) == MADE


@pytest.mark.parametrize(
    ("due", "sent", "asked"),
    [
        (date(2026, 11, 21), None, ("move_by_passed",)),
        (date(2026, 11, 22), None, MADE),
        (None, None, MADE),  # the program's own day
        (date(2026, 11, 21), date(2026, 11, 2), MADE),  # what was sent is printed again as it was
    ],
)
def test_a_request_still_to_be_sent_gives_a_day_they_can_keep(case, due, sent, asked):
    about = lease(case)
    matter(case, MatterKind.REQUEST_TO_MOVE, about, due_on=due, sent_on=sent, opened_on=date(2026, 11, 2))
    assert refused(case, "D11b", about, date(2026, 11, 22)) == asked


TERMS = [
    ({"ends_on": None}, ("no_end",)),
    ({"starts_on": date(2023, 11, 1)}, MADE),
    ({"starts_on": date(2023, 11, 2)}, ("really_indefinite",)),
    ({"starts_on": date(2023, 11, 2), "just_cause": "Huset skal rives i 2026."}, MADE),
    (
        {"starts_on": date(2025, 11, 1), "vulnerable_notice": True, "exception_short_term": True,
         "short_term_reason": "Familien venter på gjenforening.", "short_term_decision": "V-1"},
        MADE,
    ),
    (
        {"starts_on": date(2025, 11, 1), "vulnerable_notice": True, "exception_short_term": True},
        ("really_indefinite",),
    ),
    (
        {"starts_on": date(2025, 11, 1), "vulnerable_notice": False, "exception_short_term": True,
         "short_term_reason": "Familien venter på gjenforening.", "short_term_decision": "V-1"},
        ("really_indefinite",),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "codes"), TERMS)
@pytest.mark.parametrize("number", ["D11a", "D11b", "D17"])
def test_no_letter_builds_on_an_end_that_does_not_bind(case, number, facts, codes):
    """HL-9-3, HL-11-1d: too short without an exception that holds is indefinite, so the letter would be false."""
    made = {"household_id": lease(case).household_id, "kind": TenancyKind.MUNICIPAL, "rent_nok": 9500}
    about = dataclasses.replace(lease(case), id=None, **({"ends_on": date(2026, 10, 31)} | made | facts))
    record = case.tenancies.add(about)
    if number == "D17":
        record = matter(case, MatterKind.EVICTION_NOTICE, record, basis=MatterBasis.EXPIRY)
    assert refused(case, number, record, date(2026, 10, 30) if number == "D11a" else TODAY) == codes


# D14, D16: what a breach needs


@pytest.mark.parametrize("basis", ["neglect", "nuisance", "subletting", "wrong_use"])
def test_heving_asks_for_its_own_written_warning_first(case, basis):
    about = lease(case, **RUNNING)
    heving = matter(case, MatterKind.TERMINATION, about, **(BREACH | {"basis": MatterBasis(basis)}))
    assert refused(case, "D16", heving) == ("matter.no_warning",)
    facts = BREACH | {"opened_on": date(2026, 10, 1)}
    matter(case, MatterKind.WARNING, about, **(facts | {"basis": MatterBasis.UNPAID, "sent_on": date(2026, 10, 1)}))
    matter(case, MatterKind.WARNING, about, **(facts | {"basis": MatterBasis(basis), "sent_on": None}))
    assert refused(case, "D16", heving) == ("matter.no_warning",)
    matter(case, MatterKind.WARNING, about, **(facts | {"basis": MatterBasis(basis), "sent_on": date(2026, 10, 1)}))
    assert refused(case, "D16", heving) == MADE


@pytest.mark.parametrize("basis", [MatterBasis.UNPAID, MatterBasis.OTHER])
def test_heving_for_unpaid_rent_needs_no_warning(case, basis):
    heving = matter(case, MatterKind.TERMINATION, lease(case, **RUNNING), basis=basis, reason="Tre måneders leie.")
    assert refused(case, "D16", heving) == MADE


LACKING = [
    ("D7", {"amount_nok": None}, "lacks_amount_nok"),
    ("D7", {"reason": ""}, "lacks_reason"),
    ("D12", {"amount_nok": None}, "lacks_amount_nok"),
    ("D12", {"effect_on": None}, "lacks_effect_on"),
    ("D12", {"kpi_series": ""}, "lacks_kpi_series"),
    ("D12", {"kpi_from": None}, "lacks_index"),
    ("D12", {"kpi_to_month": "2026-13"}, "lacks_index"),
    ("D13", {"amount_nok": None}, "lacks_amount_nok"),
    ("D13", {"reason": ""}, "lacks_reason"),
    ("D13", {"effect_on": None}, "lacks_effect_on"),
    ("D14", {"reason": ""}, "lacks_reason"),
    ("D14", {"about": " "}, "lacks_about"),
    ("D14", {"due_on": None}, "lacks_due_on"),
    ("D14", {"basis": None}, "lacks_basis"),
    ("D15", {"reason": ""}, "lacks_reason"),
    ("D15", {"basis": None}, "lacks_basis"),
    ("D16", {"reason": "\n"}, "lacks_reason"),
    ("D17", {"amount_nok": None}, "lacks_amount_nok"),
    ("D17", {"reason": ""}, "lacks_reason"),
    ("D18", {"reason": ""}, "lacks_reason"),
    ("D19", {"granted": None}, "lacks_granted"),
    ("D19", {"about": ""}, "lacks_about"),
    ("D19", {"granted": False, "reason": ""}, "lacks_reason"),
    ("D21", {"about": ""}, "lacks_about"),
    ("D21", {"due_on": None}, "lacks_due_on"),
    ("D22", {"facts": ""}, "lacks_facts"),
    ("D22", {"considerations": " "}, "lacks_considerations"),
    ("D22", {"result": DecisionResult.GRANTED, "content": ""}, "lacks_content"),
    ("D23", {"reason": ""}, "lacks_reason"),
    ("D23", {"due_on": None}, "lacks_due_on"),
    ("D24", {"about": ""}, "lacks_about"),
    ("D24", {"reason": ""}, "lacks_reason"),
    ("D24", {"due_on": None}, "lacks_due_on"),
    ("D25", {"appeal_assessment": ""}, "lacks_appeal_assessment"),
    ("D25", {"appealed_on": None}, "lacks_appealed_on"),
]


@pytest.mark.parametrize(("number", "empty", "code"), LACKING)
def test_a_letter_is_not_made_without_what_it_must_say(case, number, empty, code):
    subject = SUBJECTS[number](case)
    assert refused(case, number, subject) == MADE
    store = case.decisions if kinds.find(number).subject == "decision" else case.matters
    store.change(dataclasses.replace(store.get(subject), **empty))
    assert code in refused(case, number, subject)


# D15: what can be terminated, and when it ends


@pytest.mark.parametrize(
    ("facts", "day", "codes"),
    [
        ({"ends_on": None}, TODAY, MADE),
        (RUNNING, TODAY, ("not_terminable",)),
        (RUNNING | {"told_not_terminable": False, "terminable_in_term": True}, TODAY, MADE),
        (RUNNING | {"told_not_terminable": False}, TODAY, MADE),
        ({}, TODAY, ("ask_to_move_instead",)),
        ({}, date(2027, 1, 31), ("ask_to_move_instead",)),
        ({}, date(2027, 2, 1), MADE),
    ],
)
def test_what_can_be_terminated(case, facts, day, codes):
    case.clock = clock.fixed(day)
    notice = matter(case, MatterKind.NOTICE_BY_US, lease(case, **facts), basis=MatterBasis.OTHER, reason="Rives.")
    assert refused(case, "D15", notice, day) == codes


@pytest.mark.parametrize(
    ("effect", "codes"),
    [
        (None, MADE),
        (date(2027, 2, 28), MADE),
        (date(2027, 3, 31), MADE),
        (date(2027, 1, 31), ("ends_too_early",)),
        (date(2027, 3, 30), ("ends_mid_month",)),
    ],
)
def test_a_termination_ends_at_a_months_end_three_months_on(case, effect, codes):
    notice = matter(case, MatterKind.NOTICE_BY_US, lease(case, ends_on=None), basis=MatterBasis.OTHER,
                    reason="Rives.", effect_on=effect)  # fmt: skip
    assert refused(case, "D15", notice) == codes


def test_a_longer_notice_that_is_agreed_is_kept(case):
    about = lease(case, ends_on=None, notice_months=6)
    facts = {"basis": MatterBasis.OTHER, "reason": "Rives."}
    early = matter(case, MatterKind.NOTICE_BY_US, about, effect_on=date(2027, 4, 30), **facts)
    assert refused(case, "D15", early) == ("ends_too_early",)
    assert refused(case, "D15", matter(case, MatterKind.NOTICE_BY_US, about, **facts)) == MADE


@pytest.mark.parametrize(
    ("facts", "effect", "codes"),
    [
        ({"ends_on": None}, None, MADE),
        (RUNNING, None, ("tenant_bound",)),
        (RUNNING, date(2026, 12, 31), MADE),
        (RUNNING | {"told_not_terminable": False, "terminable_in_term": True}, None, MADE),
    ],
)
def test_a_tenant_bound_by_a_term_leaves_on_a_day_agreed(case, facts, effect, codes):
    notice = matter(case, MatterKind.NOTICE_BY_TENANT, lease(case, **facts), effect_on=effect)
    assert refused(case, "D15b", notice) == codes


# D17, D18: each basis has what it asks for


def eviction(case, about, basis):
    facts = {"amount_nok": 9500, "reason": "Oktober."} if basis is MatterBasis.UNPAID else {}
    return matter(case, MatterKind.EVICTION_NOTICE, about, basis=basis, **facts)


@pytest.mark.parametrize(("agreed", "codes"), [(True, MADE), (False, ("no_clause_unpaid",))])
def test_unpaid_rent_needs_the_clause(case, agreed, codes):
    assert (
        refused(case, "D17", eviction(case, lease(case, eviction_unpaid=agreed, **RUNNING), MatterBasis.UNPAID))
        == codes
    )


@pytest.mark.parametrize(("agreed", "codes"), [(True, MADE), (False, ("no_clause_expiry",))])
def test_expiry_needs_the_clause(case, agreed, codes):
    assert refused(case, "D17", eviction(case, lease(case, eviction_expiry=agreed), MatterBasis.EXPIRY)) == codes


@pytest.mark.parametrize(
    ("day", "sent", "codes"),
    [
        (date(2026, 10, 31), None, ("claim_not_due",)),
        (date(2026, 11, 1), None, MADE),
        (date(2027, 1, 31), None, MADE),
        (date(2027, 2, 1), None, ("perhaps_indefinite",)),
        (date(2027, 3, 1), date(2027, 1, 31), MADE),
        (date(2027, 3, 1), date(2027, 2, 1), ("perhaps_indefinite",)),
    ],
)
def test_expiry_is_claimed_from_the_day_after_and_on_the_cautious_side(case, day, sent, codes):
    about = lease(case)
    case.clock = clock.fixed(day)
    if sent:
        matter(case, MatterKind.REQUEST_TO_MOVE, about, sent_on=sent)
    assert refused(case, "D17", eviction(case, about, MatterBasis.EXPIRY), day) == codes


def terminated(case, **more):
    about = lease(case, ends_on=None)
    facts = {"opened_on": date(2026, 7, 6), "sent_on": date(2026, 7, 6), "received_on": date(2026, 7, 8)}
    matter(case, MatterKind.NOTICE_BY_US, about, **(facts | more))
    return about


@pytest.mark.parametrize(
    ("facts", "day", "codes"),
    [
        ({}, date(2026, 10, 31), ("claim_not_due",)),
        ({}, date(2026, 11, 1), MADE),
        ({"answered_on": date(2026, 8, 3)}, date(2026, 11, 1), ("protested",)),
        ({"sent_on": None, "received_on": None}, date(2026, 11, 1), ("no_termination_sent",)),
        ({"effect_on": date(2026, 7, 31)}, date(2026, 8, 17), ("protest_runs",)),
        ({"effect_on": date(2026, 7, 31)}, date(2026, 8, 18), MADE),
        ({"effect_on": date(2026, 7, 31), "received_on": None}, date(2026, 8, 20), ("protest_runs",)),
        ({"effect_on": date(2026, 7, 31), "received_on": None}, date(2026, 8, 21), MADE),
    ],
)
def test_an_unprotested_termination_is_one_nobody_can_protest_against_any_more(case, facts, day, codes):
    """The month runs from receipt to a working day, and a protest posted on the last day may be a week on its way."""
    case.clock = clock.fixed(day)
    assert refused(case, "D17", eviction(case, terminated(case, **facts), MatterBasis.UNPROTESTED), day) == codes


def test_after_heving_the_day_it_gave_must_have_come(case):
    about = lease(case, **RUNNING)
    notice = eviction(case, about, MatterBasis.OTHER)
    assert refused(case, "D17", notice) == ("no_heving_sent",)
    facts = {"opened_on": TODAY, "sent_on": TODAY, "due_on": TODAY + timedelta(days=1)}
    heving = matter(case, MatterKind.TERMINATION, about, **facts)
    assert refused(case, "D17", notice) == ("claim_not_due",)
    case.matters.change(dataclasses.replace(heving, due_on=TODAY))
    assert refused(case, "D17", notice) == MADE


@pytest.mark.parametrize(("declined", "codes"), [(None, MADE), (date(2026, 5, 1), ("opted_out",))])
def test_the_social_service_is_not_told_against_the_tenants_written_wish(case, declined, codes):
    about = lease(case, social_notice_declined_on=declined, **RUNNING)
    notice = matter(case, MatterKind.SOCIAL_SERVICE_NOTICE, about, basis=MatterBasis.UNPAID, reason="Oktober.")
    assert refused(case, "D18", notice) == codes


# For all


def test_a_letter_takes_only_its_own_kind_of_matter(case):
    warning = SUBJECTS["D14"](case)
    assert refused(case, "D15", warning) == ("other_matter",)


@pytest.mark.parametrize(
    ("number", "code"), [("D11b", "no_tenancy"), ("D22", "no_decision"), ("D14", "no_matter"), ("D14", "no_matter")]
)
@pytest.mark.parametrize("row_id", [0, -1, 4711, 2**70])
def test_nothing_with_that_number(case, number, code, row_id):
    assert refused(case, number, row_id) == (code,)


def test_a_letter_about_a_lease_needs_one_and_one_of_ours(case):
    about = lease(case, **RUNNING)
    facts = {"basis": MatterBasis.UNPAID, "reason": "x", "about": "y", "due_on": TODAY}
    loose = matter(case, MatterKind.WARNING, about, **(facts | {"tenancy_id": None}))
    assert refused(case, "D14", loose) == ("no_lease",)
    case.tenancies.change(dataclasses.replace(about, kind=TenancyKind.PRIVATE))
    assert refused(case, "D14", matter(case, MatterKind.WARNING, about, **facts)) == ("not_our_lease",)


def test_help_may_be_decided_for_somebody_with_a_private_lease_or_none(case):
    about = lease(case)
    case.tenancies.change(dataclasses.replace(about, kind=TenancyKind.PRIVATE))
    assert refused(case, "D22", decision(case, about, kind=DecisionKind.HELP)) == MADE


def test_what_is_refused_is_not_filed(case):
    about = lease(case, ends_on=None)
    with pytest.raises(Refused):
        print_and_file(case, "d11b", about.id)
    assert case.papers.count() == 0
