"""One line makes one valid thing, written to the case file and given back with its id."""

import dataclasses
from datetime import date
from typing import Any

from bolig_desktop.casefile import CaseFile
from bolig_desktop.dwellings.records import Dwelling, DwellingKind, Tenure
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.maintenance.records import Complaint, Defect, DefectKind
from bolig_desktop.people.records import Grading, Household, HouseholdKind, MemberRole, Membership, Person
from bolig_desktop.settings.records import Municipality
from bolig_desktop.tenancies.records import (
    Conclusion,
    Decision,
    DecisionResult,
    NeedAssessment,
    Tenancy,
    TenancyKind,
)


def a_municipality(case: CaseFile, **more: Any) -> Municipality:
    facts = {"name": "Nordvik kommune", "unit": "Flyktningtjenesten", "postcode": "8099", "city": "Nordvik"} | more
    found = case.settings.find(1)
    return case.save(dataclasses.replace(found, **facts) if found else Municipality(**facts))


def a_landlord(case: CaseFile, **more: Any) -> Landlord:
    return case.save(Landlord(**({"name": "Aud Kvalnes"} | more)))


def a_dwelling(case: CaseFile, **more: Any) -> Dwelling:
    facts = {
        "street": "Storgata 14 B",
        "unit_number": "H0201",
        "postcode": "8099",
        "city": "Nordvik",
        "kind": DwellingKind.APARTMENT,
        "tenure": Tenure.MUNICIPAL,
        "rent_nok": 9500,
    }
    return case.save(Dwelling(**(facts | more)))


def a_house_with_rooms(case: CaseFile, count: int) -> tuple[Dwelling, ...]:
    """A shared house first, then its rooms."""
    house = a_dwelling(case, street="Fjellgata 8", kind=DwellingKind.SHARED_HOUSE)
    facts = {"street": house.street, "kind": DwellingKind.ROOM, "house_id": house.id, "rent_nok": 4900}
    return house, *(a_dwelling(case, name=f"rom {n}", **facts) for n in range(1, count + 1))


def a_person(case: CaseFile, **more: Any) -> Person:
    return case.save(Person(**({"given_name": "Selam", "family_name": "Tesfay", "born_on": date(1988, 3, 4)} | more)))


def a_household(case: CaseFile, *people: Person, **more: Any) -> Household:
    """With one adult where no people are given; the first is the main person."""
    household = case.save(Household(**({"kind": HouseholdKind.SINGLE} | more)))
    for at, person in enumerate(people or (a_person(case),)):
        role = MemberRole.MAIN if at == 0 else MemberRole.OTHER
        case.save(Membership(household_id=household.id, person_id=person.id, role=role, joined_on=date(2023, 10, 1)))
    return household


def a_shielded_household(case: CaseFile, **more: Any) -> Household:
    facts = {"given_name": "Zahra", "family_name": "Hemmelig-Navnesen", "grading": Grading.CONFIDENTIAL} | more
    return a_household(case, a_person(case, **facts))


def a_tenancy(case: CaseFile, **more: Any) -> Tenancy:
    """Signed, three years to the day, in a dwelling and for a household of its own unless given."""
    facts = {
        "kind": TenancyKind.MUNICIPAL,
        "starts_on": date(2023, 11, 1),
        "ends_on": date(2026, 10, 31),
        "rent_nok": 9500,
        "signed_landlord_on": date(2023, 10, 20),
        "signed_tenant_on": date(2023, 10, 20),
    } | more
    facts.setdefault("dwelling_id", 0)
    facts["dwelling_id"] = facts["dwelling_id"] or a_dwelling(case).id
    facts["household_id"] = facts.get("household_id") or a_household(case).id
    return case.save(Tenancy(**facts))


def a_defect(case: CaseFile, **more: Any) -> Defect:
    """A leak in a bathroom, told of on 20 November 2026, in a dwelling of its own unless given."""
    facts = {
        "room": "bad",
        "what": "Det drypper fra taket over dusjen.",
        "kind": DefectKind.LEAK,
        "reported_on": date(2026, 11, 20),
    } | more
    facts["dwelling_id"] = facts.get("dwelling_id") or a_dwelling(case).id
    return case.save(Defect(**facts))


def a_complaint(case: CaseFile, **more: Any) -> Complaint:
    """A neighbour's complaint of noise, in a dwelling of its own unless given."""
    facts = {
        "complainant": "Nabo Nabosen",
        "received_on": date(2026, 11, 16),
        "what": "Høy musikk etter midnatt.",
    } | more
    facts["dwelling_id"] = facts.get("dwelling_id") or a_dwelling(case).id
    return case.save(Complaint(**facts))


def an_assessment(case: CaseFile, lease: Tenancy, **more: Any) -> NeedAssessment:
    """A finished need assessment of a lease."""
    facts = {
        "household_id": lease.household_id,
        "tenancy_id": lease.id,
        "assessed_on": date(2026, 11, 20),
        "assessed_by": "Aud Kvalnes",
        "income": "Introduksjonsstønad.",
        "family": "En voksen.",
        "tried": "Har søkt på elleve boliger.",
        "next_step": "Startlån i mai.",
        "conclusion": Conclusion.EXTEND,
        "reasons": "Ingen bolig å få på det private markedet.",
    }
    return case.save(NeedAssessment(**(facts | more)))


def an_extension(case: CaseFile, lease: Tenancy, **more: Any) -> Decision:
    """A decision that another lease may follow this one, and the assessment it rests on."""
    facts = {
        "household_id": lease.household_id,
        "tenancy_id": lease.id,
        "result": DecisionResult.GRANTED,
        "decided_on": date(2026, 11, 21),
        "facts": "Som vurdert.",
        "considerations": "Ingen annen bolig.",
    } | more
    facts.setdefault("assessment_id", None)
    facts["assessment_id"] = facts["assessment_id"] or an_assessment(case, lease).id
    return case.save(Decision(**facts))
