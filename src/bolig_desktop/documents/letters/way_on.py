"""The facts of the cover of an application for housing benefit (D20) and of the annex on leie til eie (D26)."""

from dataclasses import dataclass
from datetime import date

from bolig_desktop.career.records import Scheme, SchemeKind
from bolig_desktop.casefile.career_checks import lease_of
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.letter_facts import LetterFacts, common
from bolig_desktop.documents.subjects import About
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.tenancies.records import Tenancy, TenancyKind

_PAPERS = {SchemeKind.HOUSING_BENEFIT: "housing-benefit", SchemeKind.RENT_TO_OWN: "rent-to-own"}


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
    found = case.schemes.of_household(about.household_id)
    known = max(filter(_is_option, found), key=_order, default=None)
    return OptionFacts(
        **common(case, about, today),
        price_nok=known.price_nok if known else None,
        option_from=known.starts_on if known else None,
        option_to=known.ends_on if known else None,
    )


def paper_for(case: CaseFile, scheme: Scheme) -> str:
    """Return the name of the paper that goes with a scheme, "" where none does.

    A start loan has the annex where it is to buy the home they rent, and none of its own.
    """
    if scheme.kind is SchemeKind.START_LOAN:
        options = map(_is_option, case.schemes.of_household(scheme.household_id))
        wanted = scheme.granted is not False and any(options)
        return _PAPERS[SchemeKind.RENT_TO_OWN] if wanted else ""
    return _PAPERS.get(scheme.kind, "")


def lease_for(case: CaseFile, scheme: Scheme) -> Tenancy:
    """Return the lease whose paper goes with a scheme. Raises Refused with what is missing."""
    lease = lease_of(case, scheme.household_id)
    if lease is None:
        raise Refused(Problem(field="", code="paper.scheme_no_lease"))
    if scheme.kind is SchemeKind.RENT_TO_OWN and not _is_option(scheme):
        raise Refused(Problem(field="granted", code="paper.option_refused"))
    return lease


def _is_option(scheme: Scheme) -> bool:
    return scheme.kind is SchemeKind.RENT_TO_OWN and scheme.granted is not False


def _order(scheme: Scheme) -> tuple[bool, int]:
    return bool(scheme.granted), scheme.id or 0
