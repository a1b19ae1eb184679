"""The index change of one lease's rent (HL-4-2): from when, from which months, to how much, or why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from bolig_desktop.errors import Problem
from bolig_desktop.law import clocks
from bolig_desktop.law.answers import Step
from bolig_desktop.law.indexing import Month, indexed_rent, is_month, month_of, newest_published, out_of_line
from bolig_desktop.law.months import add_months
from bolig_desktop.law.sections import section
from bolig_desktop.law.workdays import next_workday
from bolig_desktop.settings.rules import is_index
from bolig_desktop.tenancies.records import Matter, MatterKind, Tenancy, TenancyState
from bolig_desktop.tenancies.rules.around import OURS, state

RENT_KINDS = (MatterKind.INDEX_CHANGE, MatterKind.MARKET_RENT)


@dataclass(frozen=True, kw_only=True)
class IndexTable:
    """The index values to reckon with, all of one of Statistics Norway's tables."""

    series: str
    base: str
    values: Mapping[Month, Decimal]


@dataclass(frozen=True, kw_only=True)
class LastSetting:
    """When the rent was last set: from which day, and the month the next change is reckoned from (None: unknown)."""

    effect_on: date
    month: Month | None
    by_index: bool = False


@dataclass(frozen=True, kw_only=True)
class IndexChange:
    """What the index gives for one lease; left_out says why it cannot be changed now, None where it can.

    old_nok and new_nok: the rent a month, power and metered water not in it. notice_on, received_on: when the
    notice is given, and when it reaches the tenant. What is not known of a lease left out is None or "".
    """

    tenancy_id: int
    old_nok: int
    notice_on: date
    received_on: date
    last_effect_on: date
    table: IndexTable
    new_nok: int | None = None
    effect_on: date | None = None
    from_month: Month = ""
    to_month: Month = ""
    left_out: Step | None = None
    notes: tuple[Step, ...] = field(default=())

    @property
    def from_value(self) -> Decimal | None:
        """The index at the last setting."""
        return self.table.values.get(self.from_month)

    @property
    def to_value(self) -> Decimal | None:
        """The index now."""
        return self.table.values.get(self.to_month)

    def steps(self) -> tuple[Step, ...]:
        """Return the way to the result: the setting, the months, the day and the sum, each a sentence."""
        from bolig_desktop.law.asking import ask  # reads the book of rules, which no list needs

        table = {"series": self.table.series, "base": self.table.base}
        dates = ask("HL-4-2", {"last_effect": self.last_effect_on, "received": self.received_on}).steps
        found = [*self.notes, *dates]
        if self.from_value is not None and self.to_value is not None:
            pair = (("index.from", self.from_month, self.from_value), ("index.to", self.to_month, self.to_value))
            found += [Step(code=code, facts=table | _month(month) | {"value": value}) for code, month, value in pair]
        if self.new_nok is not None:
            sums = {"rent": self.old_nok, "kpi_a": self.from_value, "kpi_b": self.to_value}
            found += ask("HL-4-2", {k: v for k, v in sums.items() if v is not None}).steps[:2]
        return tuple(found)


def last_setting(tenancy: Tenancy, matters: Sequence[Matter]) -> LastSetting:
    """Return when the rent was last set: the start of the lease, or the newest change that has a day.

    The month is the end month of the last index change, so that nothing is lost and nothing is counted twice; after
    any other setting the month it took effect (law.md § 10). An index change that does not tell its month: None.
    """
    changes = [m for m in matters if m.kind in RENT_KINDS and m.effect_on and m.effect_on > tenancy.starts_on]
    if not changes:
        return LastSetting(effect_on=tenancy.starts_on, month=month_of(tenancy.starts_on))
    newest = max(changes, key=lambda matter: (matter.effect_on or date.min, matter.id or 0))
    effect = newest.effect_on or tenancy.starts_on
    if newest.kind is MatterKind.INDEX_CHANGE:
        return LastSetting(effect_on=effect, month=newest.kpi_to_month or None, by_index=True)
    return LastSetting(effect_on=effect, month=month_of(effect))


def index_change(
    tenancy: Tenancy,
    matters: Sequence[Matter],
    table: IndexTable,
    *,
    notice_on: date,
    received_on: date,
    followed_on: date | None = None,
    given_up_on: date | None = None,
) -> IndexChange:
    """Return the index change a notice gives one lease (HL-4-2, husleieloven § 4-2, A).

    The effect is the first turn of a month a year after the last setting and a month after the notice was received,
    a month that ends on a day off kept whole. Only the rent itself is changed (HL-4-5).

    matters: the lease's own. followed_on: the day a newer lease of the household's here begins; given_up_on: the
    day a notice that runs ends this one.
    """
    setting = last_setting(tenancy, matters)
    effect = clocks.index_month(setting.effect_on, received_on)
    wanted = newest_published(notice_on)
    known = [month for month in table.values if month <= min(wanted, month_of(effect))]
    facts: dict[str, Any] = {
        "tenancy_id": tenancy.id or 0,
        "old_nok": tenancy.rent_nok,
        "notice_on": notice_on,
        "received_on": received_on,
        "last_effect_on": setting.effect_on,
        "table": table,
        "effect_on": effect,
        "from_month": setting.month or "",
        "to_month": max(known, default=""),
    }
    found = IndexChange(**facts, notes=_notes(tenancy, matters, setting, max(known, default=""), wanted))
    no_sum = _no_sum(found)
    why = _not_now(tenancy, matters, found) or _ends_first(tenancy, found, followed_on, given_up_on) or no_sum
    kpi_a, kpi_b = found.from_value, found.to_value
    if no_sum is not None or kpi_a is None or kpi_b is None:
        return replace(found, left_out=why)
    new = indexed_rent(tenancy.rent_nok, kpi_a, kpi_b)
    if why is None and new == tenancy.rent_nok:
        why = Step(code="index.unchanged", facts={"rent_nok": new})
    return replace(found, left_out=why, new_nok=new)


def rent_change_problems(matter: Matter, *, tenancy: Tenancy, others: Sequence[Matter]) -> list[Problem]:
    """Return what is wrong with an index change written down (HL-4-2): before its day, or above what the index gives.

    That the notice came later than planned is a warning: it is a fact, and it is the effect that has to be moved.
    """
    found, source = [], section("HL-4-2")
    effect, told = matter.effect_on, matter.received_on or matter.sent_on
    if effect is not None:
        earlier = [other for other in others if other.effect_on is None or other.effect_on < effect]
        last = last_setting(tenancy, earlier).effect_on
        if effect < (first := add_months(last, 12)):
            facts = {"last": last, "first": first}
            found.append(Problem(field="effect_on", code="index.before_year", section=source, facts=facts))
        if told is not None and effect < (first := next_workday(add_months(told, 1))):
            facts = {"first": first}
            found.append(
                Problem(field="effect_on", code="index.notice_short", hard=False, section=source, facts=facts)
            )
    months = (matter.kpi_from_month, matter.kpi_to_month)
    if any(month and not is_month(month) for month in months) or (all(months) and months[0] >= months[1]):
        found.append(Problem(field="kpi_to_month", code="index.months", section=source))
    return found + _above_the_index(matter)


def _above_the_index(matter: Matter) -> list[Problem]:
    """A rise is at most the index, and where the index has fallen, no rise at all (law.md § 10, trap 4)."""
    old, new, kpi_a, kpi_b = matter.old_rent_nok, matter.amount_nok, matter.kpi_from, matter.kpi_to
    if old is None or new is None or kpi_a is None or kpi_b is None:
        return []
    source = section("HL-4-2")
    if not (is_index(kpi_a) and is_index(kpi_b)):
        return [Problem(field="kpi_to", code="kpi.value", section=source)]
    cap = max(old, indexed_rent(old, kpi_a, kpi_b))
    if new <= cap:
        return []
    return [Problem(field="amount_nok", code="index.above_cap", section=source, facts={"cap_nok": cap})]


def _not_now(tenancy: Tenancy, matters: Sequence[Matter], found: IndexChange) -> Step | None:
    """Return why the lease's kind or state, or its last change, keeps its rent from being changed by this notice."""
    if tenancy.kind not in OURS:
        return Step(code="index.not_ours")
    if tenancy.starts_on > found.notice_on:
        return Step(code="index.not_begun", facts={"start": tenancy.starts_on})
    match state(tenancy, found.notice_on):
        case TenancyState.DRAFT:
            return Step(code="index.not_begun", facts={"start": tenancy.starts_on})
        case TenancyState.ENDED:
            return Step(code="index.ended", facts={"day": tenancy.moved_out_on})
        case TenancyState.EXPIRED:
            return Step(code="index.expired", facts={"day": tenancy.ends_on})
    for matter in matters:
        if _is_pending(matter, tenancy, found.notice_on):
            return Step(code="index.pending", facts={"amount_nok": matter.amount_nok, "day": matter.effect_on})
    if tenancy.rent_nok <= 0:
        return Step(code="index.no_rent")
    effect = found.effect_on or date.max
    if effect > clocks.index_month(date.min, found.received_on):
        facts = {"last": found.last_effect_on, "effect": effect, "by": _last_receipt(effect)}
        return Step(code="index.too_early", facts=facts)
    return None


def _is_pending(matter: Matter, tenancy: Tenancy, day: date) -> bool:
    """Return whether a new rent has been told of and is not in use."""
    if matter.kind not in RENT_KINDS or matter.closed_on or matter.effect_on is None or matter.amount_nok is None:
        return False
    return matter.effect_on > day or matter.amount_nok != tenancy.rent_nok


def _ends_first(
    tenancy: Tenancy, found: IndexChange, followed_on: date | None, given_up_on: date | None
) -> Step | None:
    """Return why there is nobody to pay a new rent on the day it would take effect."""
    effect = found.effect_on or date.max
    if followed_on is not None and followed_on <= effect:
        return Step(code="index.followed", facts={"day": followed_on})
    term = tenancy.ends_on if state(tenancy, found.notice_on) is TenancyState.RUNNING else None
    ends = [day for day in (tenancy.moved_out_on, given_up_on, term) if day is not None and day < effect]
    return Step(code="index.ends_first", facts={"day": min(ends), "effect": effect}) if ends else None


def _no_sum(found: IndexChange) -> Step | None:
    """Return why the index gives no sum: a month that is not known, or two values that are not of one table."""
    table = {"series": found.table.series, "base": found.table.base}
    if not found.from_month:
        return Step(code="index.month_unknown", facts={"day": found.last_effect_on})
    if found.from_value is None:
        return Step(code="index.value_missing", facts=table | _month(found.from_month))
    if not found.to_month or found.to_month <= found.from_month:
        return Step(code="index.nothing_newer", facts=table | _month(found.from_month))
    pair = {month: found.table.values[month] for month in (found.from_month, found.to_month)}
    if out_of_line(pair):
        kpi_a, kpi_b = pair.values()
        return Step(code="law.wrong_index_table", facts={"kpi_a": kpi_a, "kpi_b": kpi_b})
    return None


def _notes(
    tenancy: Tenancy, matters: Sequence[Matter], setting: LastSetting, newest: Month, wanted: Month
) -> tuple[Step, ...]:
    code = "index.set_by_index" if setting.by_index else "index.set"
    found = [Step(code=code, facts={"rent_nok": tenancy.rent_nok, "day": setting.effect_on})]
    if newest and newest < wanted:
        found.append(Step(code="index.newer_published", facts=_month(wanted)))
    if any(m.kind is MatterKind.MARKET_RENT and not m.closed_on and not m.effect_on for m in matters):
        found.append(Step(code="law.note_index_pushes"))
    return tuple(found)


def _last_receipt(effect: date) -> date:
    """Return the last day a notice may be received for a change on ``effect``."""
    day = add_months(effect, -1)
    while next_workday(add_months(day, 1)) > effect:
        day = date.fromordinal(day.toordinal() - 1)
    return day


def _month(month: Month) -> dict[str, object]:
    return {"the_month": int(month[5:]), "year": month[:4]}
