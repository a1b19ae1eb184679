"""Bare periods and days off (law.md § 2)."""

from collections.abc import Mapping
from datetime import date

from bolig_desktop.law import clocks
from bolig_desktop.law.answers import Found
from bolig_desktop.law.arguments import Days, Form, Months
from bolig_desktop.law.months import add_days, add_months
from bolig_desktop.law.steps import counted, note, off_code, ours, theirs
from bolig_desktop.law.workdays import is_workday


def _days(start: date, days: Days) -> Found:
    nominal = add_days(start, days)
    return Found(steps=counted(start, ("day", days), nominal), nominal=nominal)


def _months(start: date, months: Months) -> Found:
    nominal = add_months(start, months)
    return Found(steps=counted(start, ("month", months), nominal), nominal=nominal)


def _forward(due: date) -> Found:
    return theirs(clocks.theirs(due))


def _back(due: date) -> Found:
    return ours(clocks.ours(due))


def _day_off(day: date) -> Found:
    if is_workday(day):
        return Found(lawful=True, why=note("law.is_workday", day=day))
    return Found(lawful=False, why=note("law.is_day_off", day=day, off_code=off_code(day)))


QUESTIONS: Mapping[str, tuple[Form, ...]] = {
    "DL-148-D": (_days,),
    "DL-148-M": (_months,),
    "DL-149": (_forward,),
    "DL-OWN": (_back,),
    "DL-HOL": (_day_off,),
}
