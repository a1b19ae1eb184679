"""The facts of the cover of an application for housing benefit (D20) and of the annex on leie til eie (D26)."""

from dataclasses import dataclass
from datetime import date

from bolig_desktop.career.records import Scheme, SchemeKind
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.letter_facts import LetterFacts, common
from bolig_desktop.documents.subjects import About
from bolig_desktop.tenancies.records import TenancyKind


@dataclass(frozen=True, kw_only=True)
class BenefitFacts(LetterFacts):
    """What the home costs, in whole kroner a month; shared: a room of shared housing, which needs 9s08 (HB-BO4)."""

    rent_nok: int
    power_nok: int | None
    water_nok: int | None
    shared: bool


@dataclass(frozen=True, kw_only=True)
class OptionFacts(LetterFacts):
    """What is agreed about buying; None where it is not known, and then there is a line to write on."""

    price_nok: int | None
    option_from: date | None
    option_to: date | None


def benefit(case: CaseFile, about: About, today: date) -> BenefitFacts:
    """Return the facts of D20; housing benefit itself is never reckoned (HB-BO2)."""
    lease = about.tenancy
    return BenefitFacts(
        **common(case, about, today),
        rent_nok=lease.rent_nok,
        power_nok=lease.power_nok,
        water_nok=lease.water_nok,
        shared=lease.kind is TenancyKind.ROOM,
    )


def option(case: CaseFile, about: About, today: date) -> OptionFacts:
    """Return the facts of D26, from the scheme that is granted or else applied for."""
    found = [one for one in case.schemes.of_household(about.household_id) if one.kind is SchemeKind.RENT_TO_OWN]
    known = max((one for one in found if one.granted is not False), key=_order, default=None)
    return OptionFacts(
        **common(case, about, today),
        price_nok=known.price_nok if known else None,
        option_from=known.starts_on if known else None,
        option_to=known.ends_on if known else None,
    )


def _order(scheme: Scheme) -> tuple[bool, int]:
    return bool(scheme.granted), scheme.id or 0
