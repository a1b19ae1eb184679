"""The dated figures by name (law.md § 9): what sort each is, how one is written and read, what rules rest on it."""

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bolig_desktop.law.parameters import ParameterValue
from bolig_desktop.text.dates import FIRST_YEAR, LAST_YEAR, parse_date
from bolig_desktop.text.money import MOST_NOK, parse_decimal, parse_kroner
from bolig_desktop.text.unreadable import Unreadable

_A_LEAP_YEAR, _ANOTHER = 2024, 2023
_WHOLE, _MOST_DAYS = 100, 365
_EVERY_MONTH = 28
"""The last number a day has in every month."""


class Sort(enum.StrEnum):
    """What sort of value a figure has."""

    PERCENT = "percent"
    KRONER = "kroner"
    DAYS = "days"
    DAY_OF_MONTH = "day_of_month"
    DAY = "day"
    DAY_OF_YEAR = "day_of_year"
    REMAINDERS = "remainders"
    TABLE = "table"
    BASE = "base"


class Group(enum.StrEnum):
    """What figures stand together."""

    HOUSING_ALLOWANCE = "housing_allowance"
    SUMS = "sums"
    DEADLINES = "deadlines"
    INDEX = "index"
    IDENTITY = "identity"
    ROUTINES = "routines"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure by its name in ``parameters.toml``.

    unit: the code of the words its value stands in. is_setting: kept among the municipality's settings instead, so
    that it has no dated rows of the user's own.
    """

    name: str
    group: Group
    sort: Sort
    unit: str
    is_setting: bool = False


def _allowance(name: str, sort: Sort, unit: str) -> Figure:
    return Figure(name=f"housing_allowance_{name}", group=Group.HOUSING_ALLOWANCE, sort=sort, unit=unit)


_ALL = (
    _allowance("percent", Sort.PERCENT, "percent"),
    _allowance("least", Sort.KRONER, "kr_month"),
    *(_allowance(f"cap_{persons}", Sort.KRONER, "kr_year") for persons in range(1, 6)),
    *(_allowance(f"place_{place}", Sort.KRONER, "kr_year") for place in range(1, 4)),
    _allowance("apply_day", Sort.DAY_OF_MONTH, "day_of_month"),
    _allowance("pay_day", Sort.DAY_OF_MONTH, "day_of_next_month"),
    Figure(name="base_amount", group=Group.SUMS, sort=Sort.KRONER, unit="kr"),
    Figure(name="late_interest", group=Group.SUMS, sort=Sort.PERCENT, unit="percent_year"),
    Figure(name="kostra_13_due", group=Group.DEADLINES, sort=Sort.DAY_OF_YEAR, unit="plain"),
    Figure(name="housing_plan_due", group=Group.DEADLINES, sort=Sort.DAY, unit="plain"),
    Figure(name="interpreter_dispensation_ends", group=Group.DEADLINES, sort=Sort.DAY, unit="plain"),
    Figure(name="kpi_table", group=Group.INDEX, sort=Sort.TABLE, unit="plain"),
    Figure(name="kpi_base", group=Group.INDEX, sort=Sort.BASE, unit="plain"),
    Figure(name="identity_number_remainders", group=Group.IDENTITY, sort=Sort.REMAINDERS, unit="plain"),
    Figure(name="visit_notice_workdays", group=Group.ROUTINES, sort=Sort.DAYS, unit="workdays"),
    Figure(name="post_days", group=Group.ROUTINES, sort=Sort.DAYS, unit="days", is_setting=True),
)

FIGURES: Mapping[str, Figure] = {figure.name: figure for figure in _ALL}

BEHIND: Mapping[str, tuple[str, ...]] = {
    "HB-BO1": ("housing_allowance_apply_day", "housing_allowance_pay_day"),
    "HB-BO2": tuple(f"housing_allowance_cap_{persons}" for persons in range(1, 6)),
    "BS-5": ("housing_plan_due",),
    "SP-3": ("interpreter_dispensation_ends",),
    "KO-13": ("kostra_13_due",),
}
"""Rule id to the figures its answer rests on."""


def written(value: ParameterValue) -> str:
    """Return a value as the case file keeps it: ``73.7``, ``2027-07-01``, ``02-15``."""
    return value.isoformat() if isinstance(value, date) else str(value)


def read(sort: Sort, text: str) -> ParameterValue | None:
    """Return what the case file has as a value; None where it is none of its sort."""
    match sort:
        case Sort.PERCENT:
            share = Decimal(text) if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,4})?", text) else None
            return share if share is not None and share <= _WHOLE else None
        case Sort.KRONER:
            return _whole(text, 0, MOST_NOK)
        case Sort.DAYS:
            return _whole(text, 0, _MOST_DAYS)
        case Sort.DAY_OF_MONTH:
            return _whole(text, 1, _EVERY_MONTH)
        case Sort.DAY:
            day = _day(text)
            return day if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR else None
    return text if _is_text(sort, text) else None


def _is_text(sort: Sort, text: str) -> bool:
    match sort:
        case Sort.DAY_OF_YEAR:
            return re.fullmatch("[0-9]{2}-[0-9]{2}", text) is not None and _day(f"{_ANOTHER}-{text}") is not None
        case Sort.REMAINDERS:
            return re.fullmatch("01?2?3?4?5?6?7?8?9?", text) is not None
        case Sort.TABLE:
            return re.fullmatch("[0-9]{5}", text) is not None
    return re.fullmatch("[0-9]{4}=100", text) is not None


def typed(sort: Sort, text: str, today: date) -> str:
    """Return what somebody typed as the case file keeps it: ``73,7``, ``1.7.27``, ``15. februar``, ``2025 = 100``.

    Raises Unreadable, also for what cannot be a value of its sort.
    """
    found = _typed(sort, text.strip(), today)
    if read(sort, found) is None:
        raise Unreadable(f"parameter.wrong_{sort}")
    return found


def _typed(sort: Sort, text: str, today: date) -> str:
    match sort:
        case Sort.PERCENT:
            return f"{parse_decimal(re.sub(r'%$|prosent$', '', text.casefold()).strip()):f}"
        case Sort.KRONER:
            return str(parse_kroner(text))
        case Sort.DAYS | Sort.DAY_OF_MONTH:
            return str(int(bare)) if re.fullmatch("[0-9]{1,4}", bare := text.rstrip(".")) else text
        case Sort.DAY:
            return parse_date(text, today).isoformat()
        case Sort.DAY_OF_YEAR:
            # In a leap year, so that 29 February is told for what it is: a day not every year has.
            return f"{parse_date(text, date(_A_LEAP_YEAR, 1, 1)):%m-%d}"
        case Sort.REMAINDERS:
            return "".join(sorted(set(re.sub(r"[\s,.;]|og", "", text))))
    return re.sub(r"\s", "", text)


def _whole(text: str, least: int, most: int) -> Decimal | None:
    number = Decimal(text) if re.fullmatch("[0-9]{1,9}", text) else None
    return number if number is not None and least <= number <= most else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
