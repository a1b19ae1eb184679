"""Which rules and dated figures are due for another look at their source, and noting that one was taken."""

from dataclasses import replace
from datetime import date

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.law import book, figures, parameters
from bolig_desktop.law.book import Rule, Version
from bolig_desktop.law.months import add_days, add_months
from bolig_desktop.law.parameters import Parameter
from bolig_desktop.settings.records import LookedUp, SourceLook


def rules_due(case: CaseFile) -> list[tuple[Rule, Version]]:
    """Return the rules in force that are past their next check, the most overdue first."""
    return book.due_for_checking(case.clock(), case.source_looks.newest(LookedUp.RULE))


def rule_due(case: CaseFile, rule_id: str) -> date | None:
    """Return the day a rule should have been checked by, None where that day is not past."""
    version = book.rule(rule_id, case.clock())
    if version is None:
        return None
    day = book.next_check(version, case.source_looks.newest(LookedUp.RULE).get(rule_id))
    return day if day < case.clock() else None


def figures_due(case: CaseFile) -> list[Parameter]:
    """Return the figures that count today and are past their next check, which is the one they carry.

    What is a setting is not looked up.
    """
    looked = case.source_looks.newest(LookedUp.FIGURE)
    found = parameters.due_for_checking(case.clock(), case.own_parameters.rows(), looked)
    return [
        replace(row, next_check=parameters.next_check(row, looked))
        for row in found
        if not figures.FIGURES[row.name].is_setting
    ]


def looked_at_rule(case: CaseFile, rule_id: str) -> SourceLook:
    """Note that a rule was read in its source today and still stands; next time after as long as the book gives."""
    version = book.rule(rule_id, case.clock()) or book.rules()[rule_id].versions[-1]
    again = add_days(case.clock(), max(1, (version.next_check - version.checked_on).days))
    return case.save(_look(case, LookedUp.RULE, rule_id, again))


def looked_at_figure(case: CaseFile, row: Parameter) -> date:
    """Note that a figure was looked up today and still stands; next time a whole number of years after the last.

    An own row says itself when it is to be looked up again, and is changed. Returns the day.
    """
    again = _a_year_on(row.next_check or case.clock(), case.clock())
    if row.id is not None:
        own = case.own_parameters.get(row.id)
        case.save(replace(own, next_check=again))
    else:
        case.save(_look(case, LookedUp.FIGURE, row.name, again))
    return again


def _a_year_on(last: date, today: date) -> date:
    """Return the first day after today that is whole years after the last check."""
    years = 1
    while (again := add_months(last, 12 * years)) <= today:
        years += 1
    return again


def _look(case: CaseFile, kind: LookedUp, name: str, again: date) -> SourceLook:
    by = case.settings.municipality().case_officer
    return SourceLook(kind=kind, name=name, looked_on=case.clock(), looked_by=by, next_check=again)
