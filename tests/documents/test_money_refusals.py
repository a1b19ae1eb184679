"""Both sides of each refusal of a letter about a member of the household, the rent or the deposit."""

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from letters import INDEX, MADE, RUNNING, SUBJECTS, lease, matter, nordvik, refused

from bolig_desktop.documents import kinds, subjects
from bolig_desktop.tenancies.records import (
    MatterKind,
    SecurityKind,
)


@pytest.fixture
def case(case):
    nordvik(case)
    return case


# D19: silence approves


@pytest.mark.parametrize(
    ("received", "granted", "codes"),
    [
        (date(2026, 10, 22), False, MADE),  # the month ends on Sunday 22 November, and may run through Monday
        (date(2026, 10, 21), False, MADE),  # it ends on Saturday 21 November
        (date(2026, 10, 20), False, ("approved_by_silence",)),
        (date(2026, 10, 20), True, MADE),
    ],
)
def test_after_a_months_silence_a_no_is_not_so(case, received, granted, codes):
    application = matter(case, MatterKind.MEMBER_APPLICATION, lease(case, **RUNNING), opened_on=received,
                         about="Dawit Haile", granted=granted, reason="For mange.")  # fmt: skip
    assert refused(case, "D19", application) == codes


# D12, D13: the rent


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({}, MADE),
        ({"amount_nok": 9783}, ("index.above_cap",)),
        ({"kpi_to": Decimal("139.1"), "kpi_from": Decimal("100.8")}, ("index_tables_mixed",)),
        ({"kpi_to_month": "2027-02"}, ("index_month_after_effect",)),
        ({"effect_on": date(2026, 12, 1)}, ("notice_too_short",)),
        ({"effect_on": date(2026, 12, 28)}, ("notice_too_short",)),
        ({"effect_on": date(2026, 12, 29)}, MADE),
    ],
)
def test_an_index_notice_keeps_to_the_index_and_to_a_whole_month(case, facts, codes):
    """Printed on 22 November and a week in the post: it comes on the 29th, and the month runs to 29 December."""
    change = matter(case, MatterKind.INDEX_CHANGE, lease(case, **RUNNING),
                    **(INDEX | {"amount_nok": 9782, "effect_on": date(2027, 1, 1)} | facts))  # fmt: skip
    assert refused(case, "D12", change) == codes


def test_a_rent_set_less_than_a_year_ago_is_not_indexed(case):
    about = lease(case, starts_on=date(2026, 1, 2), ends_on=date(2029, 1, 1))
    change = matter(case, MatterKind.INDEX_CHANGE, about, amount_nok=9782, effect_on=date(2027, 1, 1), **INDEX)
    assert refused(case, "D12", change) == ("index.before_year",)


@pytest.mark.parametrize(
    ("start", "effect", "codes"),
    [
        (date(2024, 5, 22), date(2027, 6, 1), MADE),
        (date(2024, 5, 23), date(2027, 6, 1), ("demand_too_early",)),
        (date(2024, 5, 22), date(2027, 5, 31), MADE),
        (date(2024, 5, 22), date(2027, 5, 30), ("market_effect_too_early",)),
    ],
)
def test_market_rent_waits_thirty_months_and_then_half_a_year(case, start, effect, codes):
    demand = matter(case, MatterKind.MARKET_RENT, lease(case, starts_on=start, ends_on=None), amount_nok=10400,
                    effect_on=effect, reason="Fire boliger.")  # fmt: skip
    assert refused(case, "D13", demand) == codes


def test_an_index_change_pushes_market_rent_a_year_on(case):
    about = lease(case, ends_on=None)
    matter(case, MatterKind.INDEX_CHANGE, about, effect_on=date(2026, 8, 1), amount_nok=9500)
    demand = matter(case, MatterKind.MARKET_RENT, about, amount_nok=10400, effect_on=date(2027, 7, 1), reason="Fire.")
    assert refused(case, "D13", demand) == ("market_effect_too_early",)
    case.matters.change(dataclasses.replace(demand, effect_on=date(2027, 8, 2)))  # 1 August is a Sunday
    assert refused(case, "D13", demand) == MADE


# D5, D6, D7: deposit and guarantee


@pytest.mark.parametrize(
    ("number", "facts", "codes"),
    [
        ("D5", {}, MADE),
        ("D5", {"deposit_nok": 57000}, MADE),
        ("D5", {"deposit_nok": 57001}, ("security_too_high",)),
        ("D5", {"guarantee_nok": 28501}, ("security_too_high",)),
        ("D5", {"deposit_nok": None}, ("lacks_deposit_nok",)),
        ("D5", {"deposit_bank": ""}, ("lacks_deposit_bank",)),
        ("D6", {}, MADE),
        ("D6", {"guarantee_kind": SecurityKind.BANK}, ("not_our_guarantee",)),
        ("D6", {"guarantee_nok": 28501}, ("guarantee_above_months",)),
        ("D6", {"deposit_nok": 28501}, ("security_too_high",)),
        ("D6", {"guarantee_nok": None}, ("lacks_guarantee_nok",)),
        ("D6", {"guarantee_months": None}, ("lacks_guarantee_months",)),
        ("D6", {"guarantee_decision": " "}, ("lacks_guarantee_decision",)),
        ("D7", {"deposit_same_bank": False}, ("no_same_bank",)),
    ],
)
def test_security_is_within_six_months_and_rests_on_what_is_agreed(case, number, facts, codes):
    subject = SUBJECTS[number](case)
    about = subjects.find(case, kinds.find(number).subject, subject).lease
    case.tenancies.change(dataclasses.replace(about, **facts))
    assert refused(case, number, subject) == codes
