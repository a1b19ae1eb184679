"""The final account: whole øre, what the deposit covers, whose the interest is, and what a line must be."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading, Person
from bolig_desktop.tenancies.records import FinalAccountLine, LineKind, Matter, MatterKind, Tenancy, TenancyKind
from bolig_desktop.tenancies.rules.final_account import CLAIMS, ended_on, lacks_deposit, line_problems, settle
from build import a_tenancy
from topics.said import hard, warned

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
START, END = date(2023, 11, 1), date(2026, 10, 31)
LEASE = Tenancy(
    id=1, kind=TenancyKind.MUNICIPAL, dwelling_id=1, household_id=1, starts_on=START, ends_on=END, rent_nok=9500,
    deposit_nok=28500, moved_out_on=date(2026, 11, 10),
)  # fmt: skip
LINE = FinalAccountLine(
    id=1, tenancy_id=1, kind=LineKind.UNPAID_RENT, dated_on=date(2026, 9, 1), amount_ore=950_000,
    reason="september 2026",
)  # fmt: skip
K = LineKind


def line(kind: LineKind, ore: int, **more: object) -> FinalAccountLine:
    return replace(LINE, id=None, kind=kind, amount_ore=ore, **more)


def found(one: FinalAccountLine, lease: Tenancy = LEASE, *others: FinalAccountLine) -> tuple[set, set]:
    problems = line_problems(one, tenancy=lease, others=others, matters=(), today=TODAY, people=[])
    return hard(problems), warned(problems)


# What it comes to (HL-3-5b, HL-3-5c)


@pytest.mark.parametrize(
    ("claimed", "paid", "deposit", "to_landlord", "to_tenant", "left", "overpaid"),
    [
        (0, 0, 100, 0, 100, 0, 0),  # nothing claimed: all of it is the tenant's
        (99, 0, 100, 99, 1, 0, 0),
        (100, 0, 100, 100, 0, 0, 0),
        (101, 0, 100, 100, 0, 1, 0),  # what the deposit does not cover stays a claim
        (100, 40, 100, 60, 40, 0, 0),
        (100, 100, 100, 0, 100, 0, 0),
        (100, 101, 100, 0, 100, 0, 1),  # paid too much: the landlord owes, and the deposit is untouched
        (100, 0, 0, 0, 0, 100, 0),  # no deposit
        (0, 0, 0, 0, 0, 0, 0),
    ],
)
def test_what_the_deposit_covers(claimed, paid, deposit, to_landlord, to_tenant, left, overpaid):
    lines = [line(K.DAMAGE, claimed), line(K.PAYMENT, paid), line(K.DEPOSIT, deposit)]
    account = settle(lines)
    assert (account.to_landlord_ore, account.to_tenant_ore) == (to_landlord, to_tenant)
    assert (account.left_ore, account.overpaid_ore) == (left, overpaid)


ORE = st.integers(0, 9_999_999_999)


@given(st.lists(ORE, max_size=4), st.lists(ORE, max_size=3), st.lists(ORE, max_size=2), st.lists(ORE, max_size=2))
def test_not_one_ore_is_lost_and_the_interest_covers_nothing(claims, paid, deposits, interest):
    lines = [line(CLAIMS[at % len(CLAIMS)], ore) for at, ore in enumerate(claims)]
    lines += [line(K.PAYMENT, ore) for ore in paid] + [line(K.DEPOSIT, ore) for ore in deposits]
    bare = settle(lines)
    account = settle([*lines, *(line(K.INTEREST, ore) for ore in interest)])
    assert account.to_landlord_ore + account.to_tenant_ore == sum(deposits)
    assert account.owed_ore - account.overpaid_ore == sum(claims) - sum(paid)
    assert account.left_ore + account.to_landlord_ore == account.owed_ore
    assert min(account.to_landlord_ore, account.to_tenant_ore, account.left_ore, account.overpaid_ore) >= 0
    assert not (account.left_ore and account.to_tenant_ore)
    assert (account.to_landlord_ore, account.left_ore) == (bare.to_landlord_ore, bare.left_ore)
    if interest:
        assert account.from_account_ore == account.to_tenant_ore + sum(interest)


def test_interest_nobody_has_written_is_unknown_and_none_is_none():
    assert settle([line(K.DEPOSIT, 100)]).interest_ore is None
    assert settle([line(K.DEPOSIT, 100)]).from_account_ore is None
    none = settle([line(K.DEPOSIT, 100), line(K.INTEREST, 0, dated_on=TODAY)])
    assert (none.interest_ore, none.interest_on, none.from_account_ore) == (0, TODAY, 100)


@pytest.mark.parametrize(
    ("deposit_nok", "lines", "lacks"),
    [
        (28500, [], True),
        (28500, [line(K.DAMAGE, 1)], True),
        (28500, [line(K.DEPOSIT, 0)], False),  # never paid in, and said
        (28500, [line(K.DEPOSIT, 2_850_000)], False),
        (None, [line(K.DAMAGE, 1)], False),
        (0, [line(K.DAMAGE, 1)], False),
        (None, [line(K.INTEREST, 1)], True),  # interest of something
        (None, [line(K.INTEREST, 0)], False),
        (28500, [line(K.DEPOSIT, 0), line(K.INTEREST, 1)], True),
    ],
)
def test_a_deposit_somebody_knows_of_is_written_before_the_paper(deposit_nok, lines, lacks):
    assert lacks_deposit(replace(LEASE, deposit_nok=deposit_nok), lines) is lacks


# What a line must be


@pytest.mark.parametrize("kind", list(LineKind))
@pytest.mark.parametrize("ore", [-1, 0, 1])
def test_an_amount_is_above_nothing_but_the_banks_statement_may_say_nothing(kind, ore):
    day = END + DAY
    stops = {name for name, _ in found(line(kind, ore, dated_on=day, voucher="bilag 1"))[0]}
    assert ("amount_ore" in stops) is (ore < 0 or (ore == 0 and kind not in (K.DEPOSIT, K.INTEREST)))


@pytest.mark.parametrize("kind", list(LineKind))
@pytest.mark.parametrize("reason", ["", "  ", "døren"])
def test_a_claim_says_what_it_is_for(kind, reason):
    stops, _ = found(line(kind, 1, dated_on=END + DAY, reason=reason))
    code = "months_missing" if kind is K.UNPAID_RENT else "reason_missing"
    expected = {("reason", f"final_account.{code}")} if kind in CLAIMS and reason != "døren" else set()
    assert stops == expected


@pytest.mark.parametrize(("voucher", "is_said"), [("", True), (" ", True), ("faktura 4471", False)])
@pytest.mark.parametrize("kind", list(LineKind))
def test_damage_without_a_receipt_is_told_of_and_kept(kind, voucher, is_said):
    stops, told = found(line(kind, 1, dated_on=END + DAY, voucher=voucher))
    assert stops == set()
    expected = {("voucher", "final_account.voucher_missing")} if kind is K.DAMAGE and is_said else set()
    assert told == expected


@pytest.mark.parametrize("kind", list(LineKind))
@pytest.mark.parametrize(("day", "stopped"), [(TODAY, False), (TODAY + DAY, True)])
def test_nothing_is_settled_before_it_has_happened(kind, day, stopped):
    stops, _ = found(line(kind, 1, dated_on=day))
    assert (("dated_on", "final_account.ahead") in stops) is stopped


@pytest.mark.parametrize(
    ("kind", "day", "stopped"),
    [
        (K.DAMAGE, START, False),
        (K.DAMAGE, START - DAY, True),
        (K.OTHER_CLAIM, START - DAY, True),
        (K.INTEREST, START - DAY, True),
        (K.UNPAID_RENT, date(2023, 10, 1), False),  # rent may fall due a month ahead (HL-3-2a)
        (K.UNPAID_RENT, date(2023, 9, 30), True),
        (K.PAYMENT, date(2023, 10, 1), False),
        (K.PAYMENT, date(2023, 9, 30), True),
        (K.DEPOSIT, date(2019, 1, 1), False),  # it may have followed from an earlier lease
    ],
)
def test_nothing_is_from_before_the_lease(kind, day, stopped):
    stops, _ = found(line(kind, 1, dated_on=day))
    assert stops == ({("dated_on", "final_account.before_start")} if stopped else set())


@pytest.mark.parametrize(
    ("ends_on", "day", "stopped"),
    [(END, END, True), (END, END + DAY, False), (None, END, False)],
)
def test_payment_for_the_time_after_the_end_is_for_after_the_end(ends_on, day, stopped):  # HL-10-3
    stops, _ = found(line(K.AFTER_END, 1, dated_on=day), replace(LEASE, ends_on=ends_on))
    assert stops == ({("dated_on", "final_account.before_end")} if stopped else set())


@pytest.mark.parametrize(
    ("kind", "days", "last"),
    [
        (MatterKind.NOTICE_BY_US, {"effect_on": date(2026, 6, 30)}, date(2026, 6, 30)),
        (MatterKind.NOTICE_BY_TENANT, {"effect_on": date(2026, 6, 30)}, date(2026, 6, 30)),
        (MatterKind.NOTICE_BY_US, {"effect_on": None}, END),
        (MatterKind.NOTICE_BY_US, {"effect_on": date(2026, 12, 31)}, END),
        (MatterKind.TERMINATION, {"sent_on": date(2026, 5, 2)}, date(2026, 5, 2)),
        (MatterKind.TERMINATION, {"due_on": date(2026, 5, 9), "sent_on": date(2026, 5, 2)}, date(2026, 5, 9)),
        (MatterKind.TERMINATION, {}, date(2026, 5, 1)),
        (MatterKind.WARNING, {"due_on": date(2026, 5, 9)}, END),
    ],
)
def test_notice_and_heving_end_the_lease_before_its_term(kind, days, last):
    matter = Matter(kind=kind, household_id=1, tenancy_id=1, opened_on=date(2026, 5, 1), **days)
    assert ended_on(LEASE, [matter]) == last
    assert ended_on(replace(LEASE, ends_on=None), []) is None
    for day, stopped in ((last, True), (last + DAY, False)):
        one = line(K.AFTER_END, 1, dated_on=day)
        found = hard(line_problems(one, tenancy=LEASE, others=(), matters=[matter], today=TODAY, people=[]))
        assert (("dated_on", "final_account.before_end") in found) is stopped


@pytest.mark.parametrize(
    ("agreed", "ore", "before", "code"),
    [
        (28500, 2_850_000, 0, None),
        (28500, 2_850_001, 0, "deposit_above_agreed"),
        (28500, 1, 2_850_000, "deposit_above_agreed"),
        (28500, 1, 2_849_999, None),
        (None, 1, 0, "no_deposit_agreed"),
        (0, 1, 0, "no_deposit_agreed"),
        (None, 0, 0, None),
    ],
)
def test_more_on_the_account_than_the_lease_says_is_told_of(agreed, ore, before, code):
    _, told = found(line(K.DEPOSIT, ore), replace(LEASE, deposit_nok=agreed), line(K.DEPOSIT, before))
    assert told == ({("amount_ore", f"final_account.{code}")} if code else set())


@pytest.mark.parametrize("grading", list(Grading))
def test_nothing_is_written_of_a_household_with_code_6(grading):  # AG-3
    person = Person(given_name="Selam", grading=grading)
    problems = line_problems(LINE, tenancy=LEASE, others=[], matters=[], today=TODAY, people=[person])
    assert (("", "tenancy.code_6") in hard(problems)) is (grading is Grading.STRICTLY_CONFIDENTIAL)


# Through the one door for writes


@pytest.fixture
def lease(case: CaseFile) -> Tenancy:
    return a_tenancy(case, moved_out_on=date(2026, 11, 10), deposit_nok=28500)


def test_a_line_is_kept_changed_removed_and_each_is_undone(case, lease):
    kept = case.save(replace(LINE, id=None, tenancy_id=lease.id))
    changed = case.save(replace(kept, amount_ore=1))
    case.remove(changed)
    assert case.final_account_lines.of_tenancy(lease.id) == []
    for expected in ([changed], [kept], []):
        assert case.undo_last()
        assert case.final_account_lines.of_tenancy(lease.id) == expected


def test_a_line_that_breaks_a_rule_changes_nothing(case, lease):
    with pytest.raises(Refused) as refused:
        case.save(replace(LINE, id=None, tenancy_id=lease.id, amount_ore=0))
    assert [problem.code for problem in refused.value.problems] == ["final_account.amount_nothing"]
    with pytest.raises(Refused):
        case.save(replace(LINE, id=None, tenancy_id=lease.id, dated_on=None, amount_ore=None))
    assert case.final_account_lines.count() == 0


def test_a_lease_with_a_final_account_is_not_removed(case, lease):
    line = case.save(replace(LINE, id=None, tenancy_id=lease.id))
    with pytest.raises(Refused) as refused:
        case.remove(lease)
    assert refused.value.problems[0].facts["things_counted"] == (("final_account_line", 1),)
    case.remove(line)
    case.remove(lease)
    assert case.tenancies.find(lease.id) is None
