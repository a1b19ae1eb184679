"""The facts of the welcome binder (D9): the household, its lease, this very home, and the municipality around it."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.naming import left_out, without_names
from bolig_desktop.documents.facts import Sender, place, sender
from bolig_desktop.documents.guide.house_rules import lines_of, without_traces
from bolig_desktop.dwellings.records import Dwelling, HomeGuide, Tenure, Upkeep, Washing, WasteDay
from bolig_desktop.dwellings.rules import from_house, holding_days
from bolig_desktop.law import parameters
from bolig_desktop.law.clocks import GROWN_UP
from bolig_desktop.law.months import age_on
from bolig_desktop.people.records import MemberRole
from bolig_desktop.settings.records import ContactKind, LocalContact
from bolig_desktop.shared_housing.records import HouseRule, HouseRules
from bolig_desktop.shared_housing.rules import in_force
from bolig_desktop.tenancies.records import Tenancy, TenancyKind, TenancyState
from bolig_desktop.tenancies.rules import OURS, lived_in, state

_DETAILS = frozenset(
    {
        "heating_detail",
        "stopcock_detail",
        "fuse_box_detail",
        "extinguisher_detail",
        "escape_detail",
        "letterbox_detail",
        "meeting_place",
    }
)
"""What somebody typed about a home: it may hold an address, and so never stands in a shielded household's binder."""


@dataclass(frozen=True, kw_only=True)
class BinderFacts:
    """What the welcome binder is made from, in no language.

    household: what the cover says, "" for a shielded one, whose address is "" too (law.md AG-3). lease: the one they
    live under, or the next to begin; None where there is none. apply_day, pay_day: of bostøtte, None where unknown.
    """

    sender: Sender
    household: str
    shielded: bool
    address: str
    printed_on: date
    children: bool
    minor: bool
    lease: Tenancy | None
    home: Dwelling | None
    guide: HomeGuide
    common_rooms: str
    includes_heating: bool
    includes_power: bool | None
    waste: tuple[WasteDay, ...]
    contacts: tuple[LocalContact, ...]
    dpo: str
    quiet_from: str
    quiet_to: str
    apply_day: int | None
    pay_day: int | None
    house_rules: HouseRules | None
    house_rule_lines: tuple[HouseRule, ...]

    @property
    def ours(self) -> bool:
        """Whether the municipality is the landlord."""
        return self.lease is not None and self.lease.kind in OURS

    @property
    def out_of_hours(self) -> str:
        """Whom to ring about urgent damage when the office is closed."""
        found = [one for one in self.contacts if one.kind is ContactKind.OUT_OF_HOURS and one.phone.strip()]
        return found[0].phone if found else ""


def conditions(facts: BinderFacts) -> dict[str, bool]:
    """Return what sections and topics ask about before they stand in the binder."""
    return {
        **_about_home(facts.guide),
        **_about_lease(facts),
        "has_phone": bool(facts.sender.phone),
        "has_officer": bool(facts.sender.officer),
        "has_account": bool(facts.sender.account),
        "has_contacts": bool(facts.contacts),
        "has_out_of_hours": bool(facts.out_of_hours),
        "has_dpo": bool(facts.dpo),
        "has_address": bool(facts.address),
        "has_waste_days": bool(facts.waste),
        "has_support_days": facts.apply_day is not None and facts.pay_day is not None,
        "has_heating_detail": bool(facts.guide.heating_detail),
        "includes_heating": facts.includes_heating,
        "power_included": facts.includes_power is True,
        "own_power": facts.includes_power is False,
        "shielded": facts.shielded,
        "children": facts.children,
        "minor": facts.minor,
        "municipal": facts.home is None or facts.home.tenure is Tenure.MUNICIPAL,
    }


def _about_home(guide: HomeGuide) -> dict[str, bool]:
    kinds = ("heating_electric", "heating_floor", "heating_pump", "heating_radiator", "heating_wood")
    heating = {kind: bool(getattr(guide, kind)) for kind in kinds}
    return {
        **heating,
        "heating_known": any(heating.values()),
        "has_stopcock": guide.stopcock is not None,
        "has_fuse_box": guide.fuse_box is not None,
        "has_extinguisher": guide.extinguisher is not None,
        "has_escape": guide.way_out is not None,
        "has_meeting_place": bool(guide.meeting_place),
        "has_letterbox": guide.letterbox is not None,
        "washing_shared": guide.washing is Washing.SHARED,
        "shared_bins": bool(guide.shared_bins),
        "snow_known": guide.snow is not None,
        "snow_resident": guide.snow is Upkeep.RESIDENT,
        "snow_shared": guide.snow is Upkeep.SHARED,
        "snow_others": guide.snow is Upkeep.OTHERS,
        "garden_resident": guide.garden is Upkeep.RESIDENT,
        "garden_shared": guide.garden is Upkeep.SHARED,
    }


def _about_lease(facts: BinderFacts) -> dict[str, bool]:
    lease, ours = facts.lease, facts.ours
    return {
        "has_lease": lease is not None,
        "ours": ours,
        "shared": lease is not None and lease.kind is TenancyKind.ROOM,
        "fixed": lease is not None and lease.ends_on is not None,
        "indefinite": lease is not None and lease.ends_on is None,
        "bound": lease is not None and lease.told_not_terminable and not lease.terminable_in_term,
        "power_on_account": lease is not None and bool(lease.power_nok),
        "has_deposit": lease is not None and bool(lease.deposit_nok),
        "has_guarantee": lease is not None and bool(lease.guarantee_nok),
        "has_security": lease is not None and bool(lease.deposit_nok or lease.guarantee_nok),
    }


def gather(case: CaseFile, household_id: int, today: date) -> BinderFacts:
    """Return the facts of a household's binder. Raises NoSuchRow."""
    municipality = case.settings.municipality()
    shielded = case.households.is_shielded(household_id)
    lease = _home_of(case, household_id, today)
    home = case.dwellings.find(lease.dwelling_id) if lease else None
    house_id = (home.house_id or home.id or 0) if home else 0
    spot = place(case, home.id or 0) if home else None
    version = (
        in_force(case.house_rules.of_house(house_id), today) if lease and lease.kind is TenancyKind.ROOM else None
    )
    lines: Sequence[HouseRule] = lines_of(case, version)
    if version is not None and shielded:
        version, lines = without_traces(version, lines, home.street if home else "")
    own = case.own_parameters.rows()
    return BinderFacts(
        sender=sender(municipality),
        household="" if shielded else case.households.name_inside(household_id),
        shielded=shielded,
        address="" if shielded or spot is None else ", ".join(p for p in (spot.room_name, spot.address) if p),
        printed_on=today,
        **_ages(case, household_id, today),
        lease=lease,
        home=home,
        guide=_guide(case, home, shielded=shielded),
        common_rooms=spot.common_rooms if spot and not shielded else "",
        includes_heating=bool(spot and spot.includes_heating),
        includes_power=spot.includes_power if spot else None,
        waste=_waste(case, home, shielded=shielded),
        contacts=_contacts(case),
        dpo=municipality.dpo,
        quiet_from=version.quiet_from if version else municipality.quiet_from,
        quiet_to=version.quiet_to if version else municipality.quiet_to,
        apply_day=_day_of_month("housing_allowance_apply_day", today, own),
        pay_day=_day_of_month("housing_allowance_pay_day", today, own),
        house_rules=version,
        house_rule_lines=tuple(lines),
    )


def _home_of(case: CaseFile, household_id: int, today: date) -> Tenancy | None:
    """Return the lease they live under today, or the next to begin."""
    leases = case.tenancies.of_household(household_id)
    living = [lease for lease in leases if lived_in(lease, today)]
    ahead = [lease for lease in leases if lease.starts_on > today and lease.moved_out_on is None]
    if living:
        return max(living, key=lambda lease: (lease.starts_on, lease.id or 0))
    if ahead:
        return min(ahead, key=lambda lease: (lease.starts_on, lease.id or 0))
    drafts = [lease for lease in leases if state(lease, today) is TenancyState.DRAFT]
    return max(drafts, key=lambda lease: (lease.starts_on, lease.id or 0), default=None)


def _ages(case: CaseFile, household_id: int, today: date) -> dict[str, bool]:
    """Return whether there are children, and whether whoever signs is a minor."""
    members = [m for m in case.memberships.of_household(household_id) if m.left_on is None]
    born = {m.id: case.people.get(m.person_id).born_on for m in members}
    ages = {m.id: age_on(day, today) for m in members if (day := born[m.id]) is not None}
    children = any(ages.get(m.id, GROWN_UP) < GROWN_UP or m.role is MemberRole.CHILD for m in members)
    main = [m for m in members if m.role is MemberRole.MAIN]
    minor = any(ages.get(m.id, GROWN_UP) < GROWN_UP for m in main)
    return {"children": children and not (minor and len(members) == 1), "minor": minor}


def _guide(case: CaseFile, home: Dwelling | None, *, shielded: bool) -> HomeGuide:
    """Return what is said of a home: a room's own, and from its house what the room does not say."""
    if home is None:
        return HomeGuide(dwelling_id=0)
    own = _told(case, home.id) or HomeGuide(dwelling_id=home.id or 0)
    said = dataclasses.replace(own, id=None, **from_house(own, _told(case, home.house_id)))
    nothing: dict[str, Any] = dict.fromkeys(_DETAILS, "")
    return dataclasses.replace(said, **nothing) if shielded else said


def _told(case: CaseFile, dwelling_id: int | None) -> HomeGuide | None:
    """Return what is said of a unit, without a text that names somebody shielded."""
    guide = case.home_guides.of_dwelling(dwelling_id) if dwelling_id else None
    return without_names(case, "home_guides", guide) if guide else None


def _contacts(case: CaseFile) -> tuple[LocalContact, ...]:
    """Return whom the binder tells of; a number does not stand there alone where its name is left out."""
    hidden = left_out(case, "local_contacts")
    return tuple(one for one in case.local_contacts.in_order() if ("local_contacts", one.id) not in hidden)


def _waste(case: CaseFile, home: Dwelling | None, *, shielded: bool) -> tuple[WasteDay, ...]:
    """Return the days that hold for a home; its own could tell which home it is."""
    days, near = case.waste_days, home is not None and not shielded
    own = days.of_dwelling(home.id or 0) if home and near else []
    house = days.of_dwelling(home.house_id) if home and near and home.house_id else []
    found = [without_names(case, "waste_days", day) for day in holding_days(own, house, days.everywhere())]
    return tuple(day for day in found if day.weekday or day.bring_to)


def _day_of_month(name: str, today: date, own: Sequence[parameters.Parameter]) -> int | None:
    found = parameters.number(name, today, own)
    return None if found is None else int(found)
