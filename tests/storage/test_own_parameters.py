"""Figures of one's own in the file: kept, undone, told in the history, and asked wherever a figure is read."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlite_utils import Database

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile, looking_up, rent_run
from bolig_desktop.errors import Refused
from bolig_desktop.law import parameters
from bolig_desktop.people.records import Person
from bolig_desktop.settings.records import KpiValue, LookedUp, OwnParameter
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.storage.migrations import m0006_own_parameters
from build import a_municipality

TODAY, ONE = date(2026, 11, 22), timedelta(days=1)


def own(name: str, value: str, **more) -> OwnParameter:
    return OwnParameter(**({"name": name, "value": value, "source": "Rundskriv", "next_check": TODAY + ONE} | more))


def on(day: date) -> CaseFile:
    return CaseFile(open_in_memory(), clock=clock.fixed(day))


def test_a_row_counts_as_soon_as_it_is_written_and_no_longer_when_it_is_taken_back(case):
    rate = lambda: parameters.number("late_interest", TODAY, case.own_parameters.rows())  # noqa: E731
    assert rate() is None
    row = case.save(own("late_interest", "8.5"))
    assert rate() == Decimal("8.5")
    case.save(replace(row, value="9"))
    assert rate() == 9
    case.undo_last()
    assert rate() == Decimal("8.5")
    case.remove(row)
    assert rate() is None
    case.undo_last()
    assert rate() == Decimal("8.5")
    told = [(entry.before, entry.after) for entry in case.history.of_row("own_parameters", row.id)]
    assert ({"value": "8.5"}, {"value": "9"}) in told


def test_a_refused_row_leaves_the_file_as_it_was(case):
    case.save(own("late_interest", "8.5", valid_to=date(2026, 12, 31)))
    with pytest.raises(Refused):
        case.save(own("late_interest", "9", valid_from=date(2026, 12, 31)))
    assert case.own_parameters.count() == 1
    assert case.save(own("late_interest", "9", valid_from=date(2027, 1, 1)))
    for missing in ("value", "source", "next_check", "name"):
        with pytest.raises(Refused):
            case.save(replace(own("base_amount", "130160"), **{missing: None}))


def test_the_index_is_that_of_ones_own_table(case):
    for series, value in (("14700", "103.8"), ("15001", "99.5")):
        facts = {"base": "2025=100", "month": "2026-10", "entered_on": TODAY}
        case.save(KpiValue(series=series, value=Decimal(value), **facts))
    assert rent_run.index_table(case, TODAY).values == {"2026-10": Decimal("103.8")}
    case.save(own("kpi_table", "15001", valid_from=TODAY))
    assert rent_run.index_table(case, TODAY).values == {"2026-10": Decimal("99.5")}
    assert rent_run.index_table(case, TODAY - ONE).series == "14700"


def test_the_remainders_of_identity_numbers_are_ones_own(case):
    case.demo = True  # so that a made-up number passes
    person = Person(given_name="Selam", family_name="Tesfay", identity_number="01819010028")
    wrong = lambda: {p.code for p in case.problems(person)}  # noqa: E731
    assert wrong() == {"identifier.identity_control"}
    case.save(own("identity_number_remainders", "0123", valid_from=TODAY))
    assert wrong() == set()


@pytest.mark.parametrize(("days", "due"), [(-1, False), (0, False), (1, True)])
def test_a_rule_is_due_the_day_after_its_next_check(days, due):
    case = on(date(2026, 12, 15) + days * ONE)
    assert ("SP-3" in {rule.id for rule, _ in looking_up.rules_due(case)}) is due
    assert (looking_up.rule_due(case, "SP-3") is not None) is due
    assert looking_up.rule_due(case, "HL-9-2-3") is None


def test_a_rule_that_was_looked_at_is_asked_about_again_after_as_long(case):
    case = on(date(2026, 12, 20))
    a_municipality(case, case_officer="Kari Nordmann")
    look = looking_up.looked_at_rule(case, "SP-3")
    assert (look.looked_on, look.looked_by, look.next_check) == (
        date(2026, 12, 20),
        "Kari Nordmann",
        date(2027, 1, 12),
    )
    assert looking_up.rule_due(case, "SP-3") is None
    looks = dict(case.source_looks.newest(LookedUp.RULE))
    assert (looks["SP-3"].on, looks["SP-3"].next_check) == (look.looked_on, look.next_check)
    case.undo_last()
    assert looking_up.rule_due(case, "SP-3") == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("today", "again"),
    [
        ("2026-12-16", "2027-12-15"),
        ("2027-12-14", "2027-12-15"),
        ("2027-12-15", "2028-12-15"),
        ("2029-03-01", "2029-12-15"),
    ],
)  # fmt: skip
def test_a_figure_that_was_looked_up_is_asked_about_a_year_after_it_should_have_been(today, again):
    case = on(date.fromisoformat(today))
    row = parameters.counting("kostra_13_due", case.clock())
    assert looking_up.looked_at_figure(case, row) == date.fromisoformat(again)
    assert "kostra_13_due" not in {row.name for row in looking_up.figures_due(case)}


def test_an_own_row_that_was_looked_up_says_so_itself():
    case = on(date(2027, 3, 1))
    row = case.save(own("late_interest", "8.5", next_check=date(2027, 1, 5)))
    (due,) = (one for one in looking_up.figures_due(case) if one.name == "late_interest")
    assert due.id == row.id and looking_up.looked_at_figure(case, due) == date(2028, 1, 5)
    assert case.own_parameters.get(row.id).next_check == date(2028, 1, 5) and case.source_looks.count() == 0
    case.undo_last()
    assert case.own_parameters.get(row.id) == row


def test_what_is_a_setting_is_never_asked_about():
    assert "post_days" not in {row.name for row in looking_up.figures_due(on(date(2030, 1, 1)))}


def test_the_step_rests_on_no_other_step():
    db = Database(sqlite3.connect(":memory:"))
    m0006_own_parameters.apply(db)
    assert set(db.table_names()) == {"own_parameters", "source_looks"}
