"""The facts of a lease (D1, D1b, D2, D3), gathered apart from how it looks."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.checks import surroundings
from bolig_desktop.documents.facts import LONGEST_REFERENCE, Sender, TenantFact, place, sender, tenants
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.law.identifiers import show_account
from bolig_desktop.law.terms import SECURITY_MONTHS, is_short
from bolig_desktop.tenancies.records import Tenancy, TenancyKind
from bolig_desktop.tenancies.rules import earlier_short_leases


@dataclass(frozen=True, kw_only=True)
class LeaseFacts:
    """What stands on a lease. ``_nok`` are whole kroner, rent, power and water a month; "" and None are unknown.

    earlier_short_terms: how many short leases (husleieloven § 11-1 sixth paragraph) the household has had of the
    same dwelling before this one. short_of_law: the term is shorter than three years.
    """

    sender: Sender
    tenant_facts: tuple[TenantFact, ...]
    guardian: str
    interpreter: str
    printed_on: date
    reference: str
    case_number: str
    room: bool
    sublet: bool
    room_name: str
    address: str
    unit_number: str
    rooms: int | None
    area_m2: Decimal | None
    gnr: str
    bnr: str
    fnr: str
    snr: str
    common_rooms: str
    furniture_list: str
    includes_heating: bool
    includes_internet: bool
    includes_furniture: bool
    power_included: bool
    power_own_meter: bool
    owner: str
    consent_on: date | None
    head_ends_on: date | None
    head_open_ended: bool
    starts_on: date
    ends_on: date | None
    handover_on: date | None
    short_of_law: bool
    notice_months: int
    told_not_terminable: bool
    terminable: bool
    vulnerable: bool
    exception_family: bool
    exception_others: bool
    exception_absence: bool
    exception_short_term: bool
    short_term_reason: str
    short_term_decision: str
    short_term_weighty: str
    earlier_short_terms: int
    just_cause: str
    landlord_lives_in: bool
    rent_nok: int
    due_day: int
    power_nok: int | None
    water_nok: int | None
    index_clause: bool
    deposit_nok: int | None
    deposit_bank: str
    deposit_account: str
    same_bank: bool
    guarantee_kind: str
    guarantee_nok: int | None
    guarantee_ends_on: date | None
    eviction_unpaid: bool
    eviction_expiry: bool
    departures: str

    @property
    def long_reference(self) -> bool:
        """Whether the number is too long for the top of the page, so that it must stand in the table too."""
        return len(self.reference) > LONGEST_REFERENCE

    @property
    def landlord(self) -> str:
        """The municipality's name."""
        return self.sender.name

    @property
    def landlord_org(self) -> str:
        """The municipality's organisation number, in groups."""
        return self.sender.org_number

    @property
    def landlord_address(self) -> str:
        """The municipality's address."""
        return self.sender.address

    @property
    def phone(self) -> str:
        """Where damage is reported."""
        return self.sender.phone

    @property
    def account(self) -> str:
        """The account the rent is paid to."""
        return self.sender.account

    @property
    def three_months_notice(self) -> bool:
        """Whether the notice is the three months of § 9-6, which the example on the paper counts with."""
        return self.notice_months == 3

    @property
    def fixed(self) -> bool:
        """Whether the lease has an end date (tidsbestemt)."""
        return self.ends_on is not None

    @property
    def indefinite(self) -> bool:
        """Whether the lease has none (tidsubestemt)."""
        return self.ends_on is None

    @property
    def full_term(self) -> bool:
        """Whether the term is as long as § 9-3 asks for without any exception."""
        return self.fixed and not self.short_of_law

    @property
    def not_terminable(self) -> bool:
        """Whether the written information of § 9-2 first paragraph is given: it cannot be terminated in the term."""
        return self.fixed and self.told_not_terminable and not self.terminable

    @property
    def terminable_by_law(self) -> bool:
        """Whether that information is not given, so that §§ 9-4 to 9-8 apply (§ 9-2 second paragraph)."""
        return self.fixed and not self.told_not_terminable and not self.terminable

    @property
    def exceptions(self) -> bool:
        """Whether any exception of § 11-1 is agreed."""
        return self.vulnerable and any(
            (self.exception_family, self.exception_others, self.exception_absence, self.exception_short_term)
        )

    @property
    def no_exceptions(self) -> bool:
        """Whether § 11-1 is told and no exception agreed."""
        return self.vulnerable and not self.exceptions

    @property
    def first_short_term(self) -> bool:
        """Whether this is the first short lease of the dwelling for the household."""
        return self.earlier_short_terms == 0

    @property
    def furniture(self) -> bool:
        """Whether furniture is part of what is let."""
        return self.includes_furniture or bool(self.furniture_list)

    @property
    def power_on_account(self) -> bool:
        """Whether power is paid on account (§ 3-1)."""
        return bool(self.power_nok) and not self.power_included

    @property
    def power_unknown(self) -> bool:
        """Whether nobody has said how power is paid; a line is left to write on."""
        return not (self.power_included or self.power_on_account or self.power_own_meter)

    @property
    def yearly_accounts(self) -> bool:
        """Whether the tenant may ask for yearly accounts of shared costs (§ 3-4)."""
        return self.power_on_account or bool(self.water_nok)

    @property
    def security_nok(self) -> int:
        """Deposit and guarantee together."""
        return (self.deposit_nok or 0) + (self.guarantee_nok or 0)

    @property
    def no_security(self) -> bool:
        """Whether neither deposit nor guarantee is asked for."""
        return not self.security_nok

    @property
    def ceiling_nok(self) -> int:
        """Six months' rent (§§ 3-5, 3-6)."""
        return SECURITY_MONTHS * self.rent_nok

    @property
    def eviction(self) -> bool:
        """Whether any eviction clause is agreed; the one about expiry needs a term that expires."""
        return self.eviction_unpaid or self.eviction_expiry


_AS_KEPT = (
    "guardian", "interpreter", "reference", "starts_on", "ends_on", "handover_on", "notice_months",
    "told_not_terminable", "short_term_reason", "short_term_decision", "short_term_weighty", "rent_nok", "due_day",
    "power_nok", "water_nok", "deposit_nok", "deposit_bank", "guarantee_nok", "guarantee_ends_on",
    "eviction_unpaid", "departures",
)  # fmt: skip


def gather(case: CaseFile, tenancy_id: int, today: date) -> LeaseFacts:
    """Return the facts of a tenancy's lease. Raises NoSuchRow."""
    tenancy = case.tenancies.get(tenancy_id)
    municipality = case.settings.municipality()
    return LeaseFacts(
        sender=sender(municipality),
        tenant_facts=tenants(case, tenancy),
        printed_on=today,
        case_number=case.households.get(tenancy.household_id).case_number,
        room=tenancy.kind is TenancyKind.ROOM,
        sublet=tenancy.kind is TenancyKind.SUBLET,
        index_clause=municipality.index_clause,
        earlier_short_terms=len(earlier_short_leases(tenancy, surroundings(case, tenancy))),
        same_bank=tenancy.deposit_same_bank,
        deposit_account=show_account(tenancy.deposit_account),
        guarantee_kind=tenancy.guarantee_kind.value if tenancy.guarantee_kind else "",
        **{name: getattr(tenancy, name) for name in _AS_KEPT},
        **_term(tenancy),
        **_unit(case, tenancy),
        **_owner(case, tenancy),
    )


def _term(tenancy: Tenancy) -> dict[str, Any]:
    """Return what is true of the term; clauses about a term fall away where there is none."""
    fixed, told = tenancy.ends_on is not None, tenancy.vulnerable_notice
    return {
        "short_of_law": is_short(tenancy.starts_on, tenancy.ends_on),
        "terminable": fixed and tenancy.terminable_in_term,
        "vulnerable": told,
        "exception_family": told and tenancy.exception_family,
        "exception_others": told and tenancy.exception_others,
        "exception_absence": told and tenancy.exception_absence,
        "exception_short_term": fixed and told and tenancy.exception_short_term,
        "just_cause": tenancy.just_cause if fixed else "",
        "landlord_lives_in": fixed and tenancy.landlord_lives_in,
        "eviction_expiry": fixed and tenancy.eviction_expiry,
    }


def _unit(case: CaseFile, tenancy: Tenancy) -> dict[str, Any]:
    spot = vars(place(case, tenancy.dwelling_id)).copy()
    included = spot.pop("includes_power")
    own_meter = included is False and not tenancy.power_nok
    return {**spot, "power_included": bool(included), "power_own_meter": own_meter}


def _owner(case: CaseFile, tenancy: Tenancy) -> dict[str, Any]:
    """Return the owner we hire from and what our own lease with the owner says."""
    unit = case.dwellings.get(tenancy.dwelling_id)
    head = _head_lease(case, tenancy, [i for i in (unit.id, unit.house_id) if i is not None])
    owner = case.landlords.find(head.landlord_id if head else unit.landlord_id)
    return {
        "owner": owner.name if owner else "",
        "consent_on": tenancy.owner_consent_on or (head.sublet_consent_on if head else None),
        "head_ends_on": head.ends_on if head else None,
        "head_open_ended": head is not None and head.ends_on is None,
    }


def _head_lease(case: CaseFile, tenancy: Tenancy, unit_ids: list[int]) -> HeadLease | None:
    """Return our own lease of the dwelling, or of its house, that holds when the tenancy starts."""
    if tenancy.kind is not TenancyKind.SUBLET:
        return None
    found = sorted(case.head_leases.of_dwellings(unit_ids), key=lambda head: head.starts_on)
    begun = [head for head in found if head.starts_on <= tenancy.starts_on]
    chosen = begun or found
    return chosen[-1] if chosen else None
