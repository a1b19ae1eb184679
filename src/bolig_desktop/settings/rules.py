"""What a municipality's own settings must be, a value of the price index, and a dated figure of one's own."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bolig_desktop.errors import Problem
from bolig_desktop.law import figures, identifiers
from bolig_desktop.law.indexing import is_month, month_of, out_of_line
from bolig_desktop.settings.records import KpiValue, LocalContact, LookedUp, Municipality, OwnParameter, SourceLook

MOST_KPI = 10_000
KPI_DECIMALS = 4

_CHECKS = {
    "org_number": identifiers.org_number,
    "postcode": identifiers.postcode,
    "account_number": identifiers.account_number,
    "phone": identifiers.phone,
    "email": identifiers.email,
}
_LIMITS = {
    "lease_months": (1, 120),
    "due_day": (1, 28),
    "notice_months": (1, 12),
    "idle_limit_days": (1, 365),
    "deposit_months": (0, 6),
    "post_days": (0, 30),
    "visit_every_weeks": (1, 104),
    "visit_notice_days": (0, 30),
}


def municipality_problems(municipality: Municipality) -> list[Problem]:
    """Return what is wrong with the settings; deposit_months is at most six (husleieloven § 3-5).

    The numbers printed on every paper are only warned about: the tenants pay to that account.
    """
    found = []
    if not municipality.name.strip():
        found.append(Problem(field="name", code="municipality.name_missing"))
    for field, check in _CHECKS.items():
        value = getattr(municipality, field)
        if value.strip() and (code := check(value)):
            found.append(Problem(field=field, code=code, hard=False))
    for field, (least, most) in _LIMITS.items():
        if not least <= getattr(municipality, field) <= most:
            found.append(Problem(field=field, code="municipality.out_of_range", facts={"least": least, "most": most}))
    for field in ("quiet_from", "quiet_to"):
        if code := identifiers.clock(getattr(municipality, field)):
            found.append(Problem(field=field, code=code))
    return found


def local_contact_problems(contact: LocalContact) -> list[Problem]:
    """Return what is wrong with somebody the binder tells of; a number that looks like no telephone is warned of."""
    found = []
    if not (contact.name.strip() or contact.phone.strip() or contact.note.strip()):
        found.append(Problem(field="name", code="contact.nothing"))
    if contact.phone.strip() and (code := identifiers.phone(contact.phone)):
        found.append(Problem(field="phone", code=code, hard=False))
    return found


def kpi_problems(kpi: KpiValue, *, beside: Sequence[KpiValue], today: date) -> list[Problem]:
    """Return what is wrong with a month of the index (law.md § 10: one table, one base, and no rounded per cent).

    beside: the same table's value of the same month, where there is one, and of the nearest months around it.
    """
    found = []
    if not is_month(kpi.month):
        found.append(Problem(field="month", code="kpi.month"))
    elif kpi.month >= month_of(today):
        found.append(Problem(field="month", code="kpi.month_not_over"))
    if not re.fullmatch(r"[0-9]{5}", kpi.series):
        found.append(Problem(field="series", code="kpi.series"))
    if not re.fullmatch(r"[0-9]{4}=100", kpi.base):
        found.append(Problem(field="base", code="kpi.base"))
    if not is_index(kpi.value):
        return [*found, Problem(field="value", code="kpi.value")]
    if any(other.base != kpi.base for other in beside):
        other = next(other.base for other in beside if other.base != kpi.base)
        found.append(Problem(field="base", code="kpi.other_base", facts={"series": kpi.series, "base": other}))
    same = [other for other in beside if other.month == kpi.month]
    if same:
        found.append(Problem(field="month", code="kpi.there_already", facts={"value": same[0].value}))
    elif not found and out_of_line({one.month: one.value for one in (*beside, kpi)}):
        facts = {"value": kpi.value, "series": kpi.series, "base": kpi.base}
        found.append(Problem(field="value", code="kpi.other_table", facts=facts))
    return found


def is_index(value: Decimal) -> bool:
    """Return whether a number can be an index value: above nothing, with a few decimals at most."""
    if not value.is_finite() or not 0 < value < MOST_KPI:
        return False
    return -int(value.as_tuple().exponent) <= KPI_DECIMALS


def parameter_problems(row: OwnParameter, *, others: Sequence[OwnParameter]) -> list[Problem]:
    """Return what is wrong with a dated figure of the user's own (law.md § 9); others: her other rows of its name."""
    figure = figures.FIGURES.get(row.name)
    found = []
    if figure is None or figure.is_setting:
        found.append(Problem(field="name", code="parameter.name"))
    elif figures.read(figure.sort, row.value) is None:
        found.append(Problem(field="value", code=f"parameter.wrong_{figure.sort}"))
    if not row.source.strip():
        found.append(Problem(field="source", code="parameter.source_missing"))
    if figure is not None and figure.sort is figures.Sort.DAY:
        spans = [name for name in ("valid_from", "valid_to") if getattr(row, name) is not None]
        found += [Problem(field=name, code="parameter.no_span") for name in spans]
    if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
        return [*found, Problem(field="valid_to", code="parameter.order", facts={"valid_from": row.valid_from})]
    return [*found, *(_overlap(other) for other in others if _overlaps(row, other))][: len(found) + 1]


def look_problems(look: SourceLook, *, today: date) -> list[Problem]:
    """Return what is wrong with a note that something was looked up: of what is known, today at the latest."""
    found = []
    if not _is_known(look):
        found.append(Problem(field="name", code="parameter.name"))
    if look.looked_on > today:
        found.append(Problem(field="looked_on", code="parameter.looked_ahead", facts={"today": today}))
    if look.next_check <= look.looked_on:
        found.append(Problem(field="next_check", code="parameter.check_order", facts={"day": look.looked_on}))
    return found


def _is_known(look: SourceLook) -> bool:
    if look.kind is LookedUp.FIGURE:
        return look.name in figures.FIGURES
    from bolig_desktop.law import book  # some milliseconds to read; nobody else here needs it

    return look.name in book.rules()


def _overlaps(row: OwnParameter, other: OwnParameter) -> bool:
    """Return whether there is a day on which both hold."""
    return (row.valid_from or date.min) <= (other.valid_to or date.max) and (
        (other.valid_from or date.min) <= (row.valid_to or date.max)
    )


def _overlap(other: OwnParameter) -> Problem:
    """Return the problem of two rows of one name that hold on the same day, by when the other holds."""
    facts = {name: day for name in ("valid_from", "valid_to") if (day := getattr(other, name)) is not None}
    ends = {(): "always", ("valid_from",): "from", ("valid_to",): "to"}.get(tuple(facts), "between")
    return Problem(field="valid_from", code=f"parameter.overlap_{ends}", facts=facts)
