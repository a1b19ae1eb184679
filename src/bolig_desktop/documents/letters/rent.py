"""The facts of changes of the rent: D12 by the index, D13 to the level of like dwellings."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.letter_facts import LetterFacts, common
from bolig_desktop.documents.letters.sent import index_came_by
from bolig_desktop.documents.subjects import About
from bolig_desktop.law.indexing import indexed_rent, table_on
from bolig_desktop.tenancies.records import Matter


@dataclass(frozen=True, kw_only=True)
class RentFacts(LetterFacts):
    """The rent a month as it is and as it is to be, and from when."""

    old_nok: int
    new_nok: int
    effect_on: date


@dataclass(frozen=True, kw_only=True)
class IndexFacts(RentFacts):
    """An index change. raw: the old rent times the index, to the øre; ceiling_nok: the whole kroner of it.

    base: the table's ("2025=100"), "" where it is not known. from_month and to_month: the month's first day. came_by:
    the last day the notice may come for the change to be lawful on effect_on (§ 4-2).
    """

    series: str
    base: str
    from_month: date
    from_value: Decimal
    to_month: date
    to_value: Decimal
    raw: Decimal
    ceiling_nok: int
    came_by: date

    @property
    def rises(self) -> bool:
        """Whether the index has risen: then whole kroner are rounded down, else up (law.md § 10, trap 4)."""
        return self.to_value >= self.from_value

    @property
    def below_the_ceiling(self) -> bool:
        """Whether less is asked for than the index allows."""
        return self.new_nok < self.ceiling_nok


@dataclass(frozen=True, kw_only=True)
class MarketFacts(RentFacts):
    """A demand for gjengs leie. comparables: what it rests on; deductions: for what the tenant paid to improve."""

    comparables: str
    deductions: str


def index_change(case: CaseFile, about: About, today: date) -> IndexFacts:
    """Return the facts of D12."""
    matter = about.its_matter
    old = old_rent(matter, about.tenancy.rent_nok)
    kpi_a, kpi_b = matter.kpi_from or Decimal(0), matter.kpi_to or Decimal(0)
    effect = matter.effect_on or today
    series, base = table_on(_first_day(matter.kpi_to_month), case.own_parameters.rows())
    return IndexFacts(
        **common(case, about, today),
        old_nok=old,
        new_nok=matter.amount_nok or 0,
        effect_on=effect,
        series=matter.kpi_series,
        base=base if series == matter.kpi_series else "",
        from_month=_first_day(matter.kpi_from_month),
        from_value=kpi_a,
        to_month=_first_day(matter.kpi_to_month),
        to_value=kpi_b,
        raw=(old * kpi_b / kpi_a).quantize(Decimal("0.01")),
        ceiling_nok=indexed_rent(old, kpi_a, kpi_b),
        came_by=index_came_by(effect),
    )


def market_rent(case: CaseFile, about: About, today: date) -> MarketFacts:
    """Return the facts of D13."""
    matter = about.its_matter
    return MarketFacts(
        **common(case, about, today),
        old_nok=about.tenancy.rent_nok,
        new_nok=matter.amount_nok or 0,
        effect_on=matter.effect_on or today,
        comparables=matter.reason,
        deductions=matter.deductions,
    )


def old_rent(matter: Matter, rent_nok: int) -> int:
    """Return the rent a change was reckoned of: as it was kept with the change, else the lease's own."""
    return rent_nok if matter.old_rent_nok is None else matter.old_rent_nok


def _first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")
