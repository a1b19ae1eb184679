"""Dated figures (law.md § 9): what the program comes with, what is not known, and the user's own rows, which win."""

import ast
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

import bolig_desktop
from bolig_desktop.law import parameters
from bolig_desktop.law.parameters import Parameter, day, number, text, value
from bolig_desktop.law.sources import Look

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "expected"),
    [  # law.md §§ 5 and 9
        ("housing_allowance_percent", Decimal("73.7")),
        ("housing_allowance_least", Decimal(61)),
        ("housing_allowance_cap_1", Decimal(92_234)),
        ("housing_allowance_cap_2", Decimal(113_774)),
        ("housing_allowance_cap_3", Decimal(125_977)),
        ("housing_allowance_cap_4", Decimal(138_182)),
        ("housing_allowance_cap_5", Decimal(150_385)),
        ("housing_allowance_place_1", Decimal(27_982)),
        ("housing_allowance_place_2", Decimal(19_079)),
        ("housing_allowance_place_3", Decimal(12_720)),
        ("housing_allowance_apply_day", Decimal(25)),
        ("housing_allowance_pay_day", Decimal(20)),
        ("interpreter_dispensation_ends", date(2026, 12, 31)),
        ("housing_plan_due", date(2027, 7, 1)),
        ("kostra_13_due", "02-15"),
        ("kpi_table", "14700"),
        ("visit_notice_workdays", Decimal(3)),
        ("post_days", Decimal(7)),
        ("identity_number_remainders", "0"),
        ("base_amount", None),  # not looked up: never guessed
        ("late_interest", None),
        ("integration_grant_adult", None),
    ],
)
def test_what_is_known_today(name: str, expected: object) -> None:
    assert value(name, TODAY) == expected


def test_both_sides_of_the_days_things_change() -> None:
    assert value("kpi_table", date(2026, 2, 9)) == "03013" and value("kpi_table", date(2026, 2, 10)) == "14700"
    assert value("identity_number_remainders", date(2031, 12, 31)) == "0"
    assert value("identity_number_remainders", date(2032, 1, 1)) == "0123"
    assert value("housing_allowance_percent", date(2026, 9, 30)) is None


def test_the_users_own_rows_win_while_they_hold() -> None:
    own = (
        Parameter(name="late_interest", value=Decimal(2), valid_from=date(2026, 7, 1), valid_to=date(2026, 12, 31)),
        Parameter(name="late_interest", value=Decimal(1), valid_from=date(2027, 1, 1)),
        Parameter(name="housing_allowance_pay_day", value=Decimal(19), valid_from=date(2027, 1, 1)),
        Parameter(name="base_amount", value=None),
    )
    assert number("late_interest", date(2026, 6, 30), own) is None
    assert number("late_interest", date(2026, 12, 31), own) == 2
    assert number("late_interest", date(2027, 1, 1), own) == 1
    assert number("housing_allowance_pay_day", date(2026, 12, 31), own) == 20
    assert number("housing_allowance_pay_day", date(2027, 1, 1), own) == 19
    assert number("base_amount", TODAY, own) is None


def test_the_newest_of_rows_that_hold_is_taken() -> None:
    own = [Parameter(name="x", value=Decimal(n), valid_from=date(2020 + n, 1, 1)) for n in (3, 1, 2)]
    assert number("x", TODAY, own) == 3 and number("x", date(2022, 6, 1), own) == 2


def test_a_figure_is_no_day_and_a_day_no_text() -> None:
    assert number("housing_plan_due", TODAY) is None and text("housing_plan_due", TODAY) is None
    assert day("housing_plan_due", TODAY) == date(2027, 7, 1)
    assert day("post_days", TODAY) is None and text("kostra_13_due", TODAY) == "02-15"


def test_every_row_says_where_it_is_from_and_when_to_look_again() -> None:
    for row in parameters.shipped():
        assert row.source and row.unit and row.next_check is not None, row.name
        assert row.value is not None or row.certainty.value == "M"
    assert parameters.due_for_checking(TODAY) == []
    late = {row.name for row in parameters.due_for_checking(date(2026, 12, 16))}
    assert late == {"interpreter_dispensation_ends", "kostra_13_due"}


def test_a_row_is_due_the_day_after_its_next_check_and_not_before() -> None:
    check, one = date(2026, 12, 15), timedelta(days=1)
    for today, due in ((check - one, False), (check, False), (check + one, True)):
        assert ("kostra_13_due" in {row.name for row in parameters.due_for_checking(today)}) is due


def test_an_own_row_is_asked_about_in_place_of_the_one_it_goes_before() -> None:
    check, one = date(2026, 12, 20), timedelta(days=1)
    own = [Parameter(id=7, name="kostra_13_due", value="03-01", next_check=check)]
    due = lambda day: [row.id for row in parameters.due_for_checking(day, own) if row.name == "kostra_13_due"]  # noqa: E731
    assert (due(date(2026, 12, 16)), due(check), due(check + one)) == ([], [], [7])
    past = [Parameter(id=7, name="kostra_13_due", value="03-01", valid_to=date(2026, 12, 18), next_check=check)]
    assert parameters.due_for_checking(date(2026, 12, 19), past)[-1].id is None, "the shipped row counts again"


def test_a_look_puts_the_next_check_off_but_not_of_what_nobody_knows() -> None:
    again, one = date(2027, 12, 15), timedelta(days=1)
    looked = {name: Look(TODAY, again) for name in ("kostra_13_due", "base_amount")}
    names = lambda day: {row.name for row in parameters.due_for_checking(day, (), looked)}  # noqa: E731
    assert "kostra_13_due" not in names(again) and "kostra_13_due" in names(again + one)
    assert "base_amount" in names(date(2027, 5, 16)), "it has not been looked up"


def test_the_row_that_counts_is_told_also_where_it_is_not_looked_up() -> None:
    assert parameters.counting("base_amount", TODAY).value is None
    own = [Parameter(id=1, name="base_amount", value=Decimal(130_160))]
    assert parameters.counting("base_amount", TODAY, own).id == 1
    assert parameters.counting("nobody_knows", TODAY) is None


def test_no_figure_of_the_table_stands_in_the_code() -> None:
    figures = {int(row.value) for row in parameters.shipped() if isinstance(row.value, Decimal) and row.value > 1000}
    days = {row.value for row in parameters.shipped() if isinstance(row.value, date)}
    rooms = [Path(bolig_desktop.__file__).parent / room for room in ("law", "agenda")]
    for file in (file for room in rooms for file in room.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        numbers = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is int
        }
        assert not numbers & figures, file.name
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "date"]
        for call in calls:
            assert ast.unparse(call) not in {f"date({d.year}, {d.month}, {d.day})" for d in days}


def test_a_row_holds_from_its_first_to_its_last_day() -> None:
    row = Parameter(name="x", value="y", valid_from=TODAY, valid_to=TODAY)
    one = timedelta(days=1)
    assert [row.holds_on(TODAY + n * one) for n in (-1, 0, 1)] == [False, True, False]
