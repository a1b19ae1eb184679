"""The municipality's own settings: the least and the most of each, and one beyond; dated figures of its own."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bolig_desktop.settings.records import LookedUp, Municipality, OwnParameter, SourceLook
from bolig_desktop.settings.rules import look_problems, municipality_problems, parameter_problems
from bolig_desktop.text.sentences import problem_sentence
from topics.said import hard, warned

NORDVIK = Municipality(name="Nordvik", postcode="0125")


@pytest.mark.parametrize(
    ("field", "least", "most"),
    [
        ("lease_months", 1, 120),
        ("due_day", 1, 28),  # HL-3-2: a day every month has
        ("notice_months", 1, 12),  # HL-9-6: other periods may be agreed
        ("idle_limit_days", 1, 365),
        ("deposit_months", 0, 6),  # HL-3-5a: at most six months' rent
    ],
)
def test_each_number_has_a_least_and_a_most(field: str, least: int, most: int) -> None:
    for number in (least, most):
        assert municipality_problems(replace(NORDVIK, **{field: number})) == []
    for number in (least - 1, most + 1):
        found = municipality_problems(replace(NORDVIK, **{field: number}))
        assert hard(found) == {(field, "municipality.out_of_range")}
        assert f"fra {least} til {most}" in problem_sentence(found[0])


def test_a_name_is_needed_and_a_postcode_is_only_looked_at() -> None:
    assert municipality_problems(replace(NORDVIK, postcode="")) == []
    assert hard(municipality_problems(replace(NORDVIK, name=" "))) == {("name", "municipality.name_missing")}
    for postcode in ("125", "01255", "O125"):  # ID-POST
        found = municipality_problems(replace(NORDVIK, postcode=postcode))
        assert not hard(found) and warned(found) == {("postcode", "identifier.postcode")}


def test_what_stands_on_every_paper_is_looked_at_and_never_refused() -> None:
    right = replace(
        NORDVIK, org_number="974760673", account_number="12345678903", phone="43 03 07 15", email="a@b.no"
    )
    assert municipality_problems(right) == []
    doubtful = replace(NORDVIK, org_number="974760674", account_number="12345678904", phone="ring", email="kari")
    found = municipality_problems(doubtful)
    assert not hard(found)  # ID-ORG, ID-KTO
    assert warned(found) == {
        ("org_number", "identifier.org_control"),
        ("account_number", "identifier.account_control"),
        ("phone", "identifier.phone"),
        ("email", "identifier.email"),
    }


FIRST, LAST, ONE = date(2027, 1, 1), date(2027, 6, 30), timedelta(days=1)
RATE = OwnParameter(
    id=1, name="late_interest", value="8.5", valid_from=FIRST, valid_to=LAST, source="regjeringen.no", next_check=LAST
)


def test_an_own_figure_that_is_right() -> None:
    assert parameter_problems(RATE, others=[]) == []
    assert parameter_problems(replace(RATE, valid_from=None, valid_to=None), others=[]) == []
    assert parameter_problems(replace(RATE, valid_to=FIRST), others=[]) == [], "a single day"


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"name": "my_own_name"}, "name", "parameter.name"),
        ({"name": "post_days"}, "name", "parameter.name"),  # kept among the municipality's settings
        ({"value": "mye"}, "value", "parameter.wrong_percent"),
        ({"value": "100.1"}, "value", "parameter.wrong_percent"),
        ({"name": "kostra_13_due", "value": "02-29"}, "value", "parameter.wrong_day_of_year"),
        ({"name": "housing_allowance_apply_day", "value": "29"}, "value", "parameter.wrong_day_of_month"),
        ({"name": "kpi_table"}, "value", "parameter.wrong_table"),
        ({"source": " "}, "source", "parameter.source_missing"),
        ({"valid_to": FIRST - ONE}, "valid_to", "parameter.order"),
    ],
)
def test_an_own_figure_that_is_wrong(changes: dict[str, object], field: str, code: str) -> None:
    assert hard(parameter_problems(replace(RATE, **changes), others=[])) == {(field, code)}


def test_a_day_that_comes_once_has_no_span() -> None:
    plan = replace(RATE, name="housing_plan_due", value="2027-07-01", valid_from=None, valid_to=None)
    assert parameter_problems(plan, others=[]) == []
    for field in ("valid_from", "valid_to"):
        assert hard(parameter_problems(replace(plan, **{field: FIRST}), others=[])) == {(field, "parameter.no_span")}


@pytest.mark.parametrize(
    ("span", "code"),
    [
        ((LAST + ONE, None), None),
        ((LAST, None), "parameter.overlap_from"),
        ((None, FIRST - ONE), None),
        ((None, FIRST), "parameter.overlap_to"),
        ((None, None), "parameter.overlap_always"),
        ((FIRST + ONE, LAST - ONE), "parameter.overlap_between"),
    ],
)
def test_two_rows_of_one_figure_never_hold_on_the_same_day(span, code) -> None:
    other = replace(RATE, id=2, valid_from=span[0], valid_to=span[1])
    found = hard(parameter_problems(RATE, others=[other]))
    assert found == (set() if code is None else {("valid_from", code)})
    assert bool(hard(parameter_problems(other, others=[RATE]))) == bool(found), "whichever is written last"


def test_a_look_is_at_what_is_known_and_never_ahead() -> None:
    look = SourceLook(kind=LookedUp.RULE, name="HL-9-2-3", looked_on=FIRST, next_check=FIRST + ONE)
    assert look_problems(look, today=FIRST) == []
    assert hard(look_problems(look, today=FIRST - ONE)) == {("looked_on", "parameter.looked_ahead")}
    assert hard(look_problems(replace(look, next_check=FIRST), today=FIRST)) == {
        ("next_check", "parameter.check_order")
    }
    assert hard(look_problems(replace(look, name="HL-99"), today=FIRST)) == {("name", "parameter.name")}
    figure = replace(look, kind=LookedUp.FIGURE)
    assert hard(look_problems(figure, today=FIRST)) == {("name", "parameter.name")}, "a rule is no figure"
    assert look_problems(replace(figure, name="kostra_13_due"), today=FIRST) == []
