"""An index change of one lease and a run over all: each by its own dates, and why some are left out (HL-4-2)."""

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from said import hard, warned

from bolig_desktop import clock
from bolig_desktop.casefile import rent_run
from bolig_desktop.errors import Refused
from bolig_desktop.law.months import add_months
from bolig_desktop.people.records import Grading
from bolig_desktop.tenancies.records import Matter, MatterKind, Tenancy, TenancyKind
from bolig_desktop.tenancies.rules.indexing import IndexTable, index_change
from bolig_desktop.text.sentences import LANGUAGES
from build import a_dwelling, a_municipality, a_shielded_household, a_tenancy

NOTICE = date(2026, 11, 22)
VALUES = {
    "2023-11": "92.1",
    "2024-11": "95.0",
    "2025-09": "100.5",
    "2025-11": "100.8",
    "2026-01": "101.2",
    "2026-09": "103.5",
    "2026-10": "103.8",
    "2026-11": "110.0",
}
TABLE = IndexTable(series="14700", base="2025=100", values={month: Decimal(v) for month, v in VALUES.items()})


def _lease(**changes):
    facts = {
        "id": 1,
        "kind": TenancyKind.MUNICIPAL,
        "dwelling_id": 1,
        "household_id": 1,
        "starts_on": date(2025, 11, 1),
        "ends_on": date(2028, 10, 31),
        "rent_nok": 9500,
        "power_nok": 800,
        "water_nok": 200,
        "signed_landlord_on": date(2025, 10, 20),
        "signed_tenant_on": date(2025, 10, 20),
    }
    return Tenancy(**(facts | changes))


def _change(**changes):
    facts = {
        "id": 1,
        "kind": MatterKind.INDEX_CHANGE,
        "household_id": 1,
        "tenancy_id": 1,
        "opened_on": date(2025, 9, 1),
        "effect_on": date(2025, 11, 1),
        "closed_on": date(2025, 11, 1),
        "amount_nok": 9500,
        "kpi_to_month": "2025-09",
    }
    return Matter(**(facts | changes))


def _reckon(lease=None, *matters, notice=NOTICE, received=None, table=TABLE, followed_on=None):
    found = index_change(
        lease or _lease(), matters, table, notice_on=notice, received_on=received or notice, followed_on=followed_on
    )
    for step in (*found.steps(), *((found.left_out,) if found.left_out else ())):
        for language in LANGUAGES:
            assert "{" not in step.sentence(language)
    return found


def _why(*args, **more):
    found = _reckon(*args, **more)
    return found.left_out.code if found.left_out else None


def test_the_notes_own_numbers():
    found = _reckon()
    assert (found.old_nok, found.new_nok, found.effect_on) == (9500, 9782, date(2027, 1, 1))
    assert (found.from_month, found.from_value) == ("2025-11", Decimal("100.8"))
    assert (found.to_month, found.to_value) == ("2026-10", Decimal("103.8"))
    assert found.left_out is None
    said = " ".join(step.sentence() for step in found.steps())
    for fact in ("01.11.2025", "22.12.2026", "01.01.2027", "100,8", "103,8", "14700", "2025=100", "9\u00a0782"):
        assert fact in said


def test_a_figure_of_later_than_the_notice_is_never_used():
    assert _reckon(notice=date(2026, 11, 9)).to_month == "2026-09"
    assert _reckon(notice=date(2026, 11, 10)).to_month == "2026-10"
    assert _reckon(notice=date(2026, 12, 9)).to_month == "2026-10"
    assert _reckon(notice=date(2026, 12, 10)).to_month == "2026-11"


def test_a_newer_figure_that_should_be_there_is_told_of():
    old = dataclasses.replace(TABLE, values={"2025-11": Decimal("100.8"), "2026-09": Decimal("103.5")})
    assert "index.newer_published" in [step.code for step in _reckon(table=old).steps()]
    assert "index.newer_published" not in [step.code for step in _reckon().steps()]


def test_the_last_change_tells_the_day_and_the_month():
    by_index = _reckon(_lease(starts_on=date(2023, 11, 1)), _change())
    assert (by_index.last_effect_on, by_index.from_month) == (date(2025, 11, 1), "2025-09")
    market = _change(kind=MatterKind.MARKET_RENT, kpi_to_month="")
    assert _reckon(_lease(starts_on=date(2023, 11, 1)), market).from_month == "2025-11"
    older = _change(id=2, effect_on=date(2024, 11, 1), kpi_to_month="2024-11")
    assert _reckon(_lease(starts_on=date(2023, 11, 1)), older, _change()).from_month == "2025-09"
    assert _why(_lease(starts_on=date(2023, 11, 1)), _change(kpi_to_month="")) == "index.month_unknown"
    # What changed the rent of the lease before this one is nothing to this one (trap 5).
    assert _reckon(_lease(), _change(effect_on=date(2025, 11, 1))).from_month == "2025-11"


def test_skipped_years_are_taken_at_once():
    found = _reckon(_lease(starts_on=date(2023, 11, 1)))
    assert found.new_nok == 10706  # 9 500 × 103.8 / 92.1 = 10 706.84


def test_a_fall_is_rounded_up_and_the_same_rent_is_no_change():
    fall = dataclasses.replace(TABLE, values={"2025-11": Decimal("103.8"), "2026-10": Decimal("100.8")})
    assert (_reckon(table=fall).new_nok, _reckon(table=fall).left_out) == (9226, None)
    same = dataclasses.replace(TABLE, values={"2025-11": Decimal("103.8"), "2026-10": Decimal("103.8")})
    assert _why(table=same) == "index.unchanged"


LEFT_OUT = {
    "private": ({"kind": TenancyKind.PRIVATE}, "index.not_ours"),
    "owned": ({"kind": TenancyKind.OWNED}, "index.not_ours"),
    "sublet": ({"kind": TenancyKind.SUBLET}, None),
    "room": ({"kind": TenancyKind.ROOM}, None),
    "ended": ({"moved_out_on": NOTICE}, "index.ended"),
    "ends before the effect": ({"moved_out_on": date(2026, 12, 31)}, "index.ends_first"),
    "moves out on the day": ({"moved_out_on": date(2027, 1, 1)}, None),
    "draft": ({"starts_on": date(2026, 12, 1), "signed_tenant_on": None}, "index.not_begun"),
    "signed and not begun": ({"starts_on": date(2026, 12, 1)}, "index.not_begun"),
    "term ends the day before": ({"ends_on": date(2026, 12, 31)}, "index.ends_first"),
    "term ends on the day": ({"ends_on": date(2027, 1, 1)}, None),
    "no term": ({"ends_on": None}, None),
    "expired": ({"ends_on": date(2026, 10, 31), "starts_on": date(2023, 11, 1)}, "index.expired"),
    "long become indefinite": ({"ends_on": date(2025, 10, 31), "starts_on": date(2023, 11, 1)}, None),
    "no rent": ({"rent_nok": 0}, "index.no_rent"),
    "year up on the day": ({"starts_on": date(2026, 1, 1)}, None),
    "year up a day later": ({"starts_on": date(2026, 1, 2)}, "index.too_early"),
    "no value of its month": ({"starts_on": date(2025, 10, 1)}, "index.value_missing"),
    "no newer value": ({"starts_on": date(2026, 10, 1)}, "index.too_early"),
}


@pytest.mark.parametrize(("changes", "code"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_who_is_left_out_and_why(changes, code):
    assert _why(_lease(**changes)) == code


def test_a_new_rent_told_of_and_a_newer_lease_leave_it_out():
    told = _change(effect_on=date(2027, 1, 1), closed_on=None, amount_nok=9700)
    assert _why(_lease(), told) == "index.pending"
    assert _why(_lease(starts_on=date(2023, 11, 1)), _change(closed_on=None, amount_nok=9700)) == "index.pending"
    assert _why(_lease(starts_on=date(2023, 11, 1)), _change(closed_on=None)) is None
    assert _why(followed_on=date(2027, 1, 1)) == "index.followed"
    assert _why(followed_on=date(2027, 1, 2)) is None


def test_nothing_newer_and_two_tables():
    old = dataclasses.replace(TABLE, values={"2025-11": Decimal("100.8")})
    assert _why(table=old) == "index.nothing_newer"
    mixed = dataclasses.replace(TABLE, values={"2025-11": Decimal("139.1"), "2026-10": Decimal("103.8")})
    assert _why(table=mixed) == "law.wrong_index_table"
    assert _reckon(table=mixed).new_nok is None


def test_too_early_tells_the_first_day_and_when_the_notice_must_have_come():
    found = _reckon(_lease(starts_on=date(2026, 2, 1)), table=dataclasses.replace(TABLE, values={}))
    assert found.left_out.facts == {"last": date(2026, 2, 1), "effect": date(2027, 2, 1), "by": date(2027, 1, 1)}
    in_may = _reckon(_lease(starts_on=date(2026, 5, 1)))
    assert in_may.left_out.facts["by"] == date(2027, 3, 31)  # a month from 1 April ends on 1 May, a day off


@given(
    st.dates(date(2023, 11, 1), date(2026, 11, 1)),
    st.dates(date(2025, 1, 1), date(2027, 6, 1)),
    st.integers(1, 90_000),
)
def test_never_above_the_index_and_never_earlier_than_the_law(start, notice, rent):
    values = {f"{2023 + n // 12}-{n % 12 + 1:02}": Decimal(9200 + 37 * n + n % 5 * 11) / 100 for n in range(60)}
    table = dataclasses.replace(TABLE, values=values)
    found = index_change(
        _lease(starts_on=start, rent_nok=rent, ends_on=None), (), table, notice_on=notice, received_on=notice
    )
    if found.left_out is None:
        assert found.new_nok * found.from_value <= rent * found.to_value
        assert found.effect_on >= max(add_months(start, 12), add_months(notice, 1))
        assert found.from_month < found.to_month < f"{notice:%Y-%m}"


@pytest.fixture
def index(case):
    a_municipality(case)
    known = {month: value for month, value in TABLE.values.items() if month < "2026-11"}
    assert rent_run.keep_index(case, ("14700", "2025=100"), known, dict.fromkeys(known, 1)) == (len(known), 0)
    return case


def _a_lease(case, **more):
    return a_tenancy(case, **({"starts_on": date(2025, 11, 1), "ends_on": date(2028, 10, 31)} | more))


def test_a_run_registers_those_chosen_in_one_step_that_can_be_taken_back(index):
    first, second = (
        _a_lease(index),
        _a_lease(index, dwelling_id=a_dwelling(index, street="Havna 2").id, rent_nok=8000),
    )
    left = _a_lease(index, dwelling_id=a_dwelling(index, street="Havna 3").id, kind=TenancyKind.PRIVATE)
    lines = {line.id: line for line in rent_run.index_run(index, NOTICE)}
    assert [lines[lease.id].left_out is None for lease in (first, second, left)] == [True, True, False]
    made = rent_run.register(index, [first.id, second.id], NOTICE, NOTICE)
    assert [(m.tenancy_id, m.amount_nok, m.old_rent_nok, m.effect_on) for m in made] == [
        (first.id, 9782, 9500, date(2027, 1, 1)),
        (second.id, 8238, 8000, date(2027, 1, 1)),
    ]
    assert (made[0].kpi_series, made[0].kpi_from_month, made[0].kpi_to_month) == ("14700", "2025-11", "2026-10")
    assert (made[0].kpi_from, made[0].kpi_to) == (Decimal("100.8"), Decimal("103.8"))
    assert index.tenancies.get(first.id).rent_nok == 9500, "a registered change changes no rent"
    with pytest.raises(Refused) as refused:
        rent_run.register(index, [first.id], NOTICE, NOTICE)
    assert hard(refused.value.problems) == {("", "index.pending")}
    index.undo_last()
    assert index.matters.list() == []


def test_all_or_none_are_registered(index):
    good = _a_lease(index)
    bad = _a_lease(index, dwelling_id=a_dwelling(index, street="Havna 2").id, kind=TenancyKind.PRIVATE)
    with pytest.raises(Refused):
        rent_run.register(index, [good.id, bad.id], NOTICE, NOTICE)
    assert index.matters.list() == []


def test_the_new_rent_is_taken_into_use_on_its_day_and_by_hand(index):
    lease = _a_lease(index)
    (matter,) = rent_run.register(index, [lease.id], NOTICE, NOTICE)
    index.clock = clock.fixed(date(2026, 12, 31))
    with pytest.raises(Refused) as refused:
        rent_run.take_into_use(index, matter)
    assert hard(refused.value.problems) == {("effect_on", "index.not_yet")}
    index.clock = clock.fixed(date(2027, 1, 1))
    assert rent_run.take_into_use(index, matter).rent_nok == 9782
    assert index.matters.get(matter.id).closed_on == date(2027, 1, 1)
    with pytest.raises(Refused) as refused:
        rent_run.take_into_use(index, index.matters.get(matter.id))
    assert hard(refused.value.problems) == {("closed_on", "index.in_use")}
    index.undo_last()
    assert (index.tenancies.get(lease.id).rent_nok, index.matters.get(matter.id).closed_on) == (9500, None)
    index.save(dataclasses.replace(lease, rent_nok=9600))
    with pytest.raises(Refused) as refused:
        rent_run.take_into_use(index, index.matters.get(matter.id))
    assert hard(refused.value.problems) == {("old_rent_nok", "index.rent_changed")}


def test_the_next_change_goes_on_from_where_the_last_one_ended(index):
    lease = _a_lease(index)
    (matter,) = rent_run.register(index, [lease.id], NOTICE, NOTICE)
    index.clock = clock.fixed(date(2027, 1, 1))
    rent_run.take_into_use(index, matter)
    (line,) = rent_run.index_run(index, date(2027, 11, 25))
    assert (line.change.from_month, line.change.effect_on) == ("2026-10", date(2028, 1, 1))


def test_a_household_that_lives_on_a_newer_lease_is_told_of_once(index):
    old = _a_lease(index, starts_on=date(2020, 1, 1), ends_on=date(2023, 10, 31))
    facts = {"dwelling_id": old.dwelling_id, "household_id": old.household_id}
    index.tenancies.add(dataclasses.replace(old, id=None, starts_on=date(2023, 11, 1), ends_on=None, **facts))
    lines = rent_run.index_run(index, NOTICE)
    assert [line.left_out and line.left_out.code for line in lines] == ["index.followed", None]


def test_a_notice_that_ends_the_lease_first_leaves_it_out(index):
    lease = _a_lease(index)
    facts = {"kind": MatterKind.NOTICE_BY_TENANT, "household_id": lease.household_id, "tenancy_id": lease.id}
    notice = index.save(Matter(**facts, opened_on=date(2026, 9, 10), effect_on=date(2026, 12, 31)))
    (line,) = rent_run.index_run(index, NOTICE)
    assert line.left_out.code == "index.ends_first"
    index.save(dataclasses.replace(notice, effect_on=date(2027, 1, 31)))
    assert rent_run.index_run(index, NOTICE)[0].left_out is None
    index.save(dataclasses.replace(notice, closed_on=date(2026, 11, 1), outcome="Trukket"))
    assert rent_run.index_run(index, NOTICE)[0].left_out is None


def test_code_6_is_in_no_run_and_code_7_has_a_label_only(index):
    shielded = _a_lease(index, household_id=a_shielded_household(index).id)
    strictly = _a_lease(index, dwelling_id=a_dwelling(index, street="Havna 2").id)
    member = index.memberships.of_household(strictly.household_id)[0]
    person = index.people.get(member.person_id)
    index.people.change(dataclasses.replace(person, grading=Grading.STRICTLY_CONFIDENTIAL))
    (line,) = rent_run.index_run(index, NOTICE)
    assert line.id == shielded.id
    assert "Hemmelig" not in line.household and "Zahra" not in line.household
    with pytest.raises(Refused) as refused:
        rent_run.register(index, [strictly.id], NOTICE, NOTICE)
    assert hard(refused.value.problems) == {("", "index.code_6")}


def test_a_matter_above_the_index_or_before_its_day_is_refused(index):
    lease = _a_lease(index)
    (good,) = rent_run.register(index, [lease.id], NOTICE, NOTICE)
    for changes, problem in [
        ({"amount_nok": 9783}, ("amount_nok", "index.above_cap")),
        ({"effect_on": date(2026, 10, 31)}, ("effect_on", "index.before_year")),
        ({"kpi_to_month": "2026-13"}, ("kpi_to_month", "index.months")),
        ({"kpi_to_month": "2025-11"}, ("kpi_to_month", "index.months")),
        ({"kpi_to": Decimal(-1)}, ("kpi_to", "kpi.value")),
    ]:
        assert problem in hard(index.problems(dataclasses.replace(good, **changes)))
    for changes in ({}, {"amount_nok": 9782}, {"amount_nok": 9500}, {"effect_on": date(2026, 11, 1)}):
        assert not hard(index.problems(dataclasses.replace(good, **changes)))
    late = dataclasses.replace(good, received_on=date(2026, 11, 22), effect_on=date(2026, 12, 21))
    assert ("effect_on", "index.notice_short") in warned(index.problems(late))
    assert not warned(index.problems(dataclasses.replace(late, effect_on=date(2026, 12, 22))))
    fallen = dataclasses.replace(good, kpi_to=Decimal("99.0"), amount_nok=9501)
    assert ("amount_nok", "index.above_cap") in hard(index.problems(fallen))


def test_a_second_reading_adds_nothing_and_another_value_refuses_the_whole(index):
    table, known = ("14700", "2025=100"), {"2025-11": Decimal("100.8")}
    assert rent_run.keep_index(index, table, known, {"2025-11": 1}) == (0, 1)
    before = index.kpi.count()
    other = {"2025-08": Decimal("100.4"), "2025-11": Decimal("100.9")}
    with pytest.raises(Refused) as refused:
        rent_run.keep_index(index, table, other, {"2025-08": 1, "2025-11": 2})
    assert hard(refused.value.problems) == {("", "kpi_file.differs")}
    with pytest.raises(Refused) as refused:
        rent_run.keep_index(index, table, {"2026-11": Decimal("104.0")}, {"2026-11": 1})
    assert hard(refused.value.problems) == {("", "kpi_file.not_over")}
    assert index.kpi.count() == before


def test_values_of_another_table_are_never_reckoned_with(index):
    rent_run.keep_index(index, ("03013", "2015=100"), {"2025-12": Decimal("139.1")}, {"2025-12": 1})
    assert "2025-12" not in rent_run.index_table(index, NOTICE).values
