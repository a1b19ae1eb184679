"""A municipality, homes and households for the bilingual papers: with everything told, and with nothing."""

import dataclasses
import io
from datetime import date
from typing import Any

import pypdfium2

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.bilingual_checks import clauses
from bolig_desktop.documents import kinds
from bolig_desktop.dwellings.records import (
    Bin,
    HomeGuide,
    Spot,
    Upkeep,
    Washing,
    WasteDay,
    WasteKind,
    WayOut,
    Weekday,
)
from bolig_desktop.people.records import HouseholdKind, MemberRole, Membership
from bolig_desktop.settings.records import ContactKind, LocalContact
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleGroup
from bolig_desktop.tenancies.records import SecurityKind, TenancyKind
from bolig_desktop.text.languages import PAPER_CODES
from build import a_dwelling, a_house_with_rooms, a_household, a_municipality, a_person, a_tenancy

LANGUAGES = PAPER_CODES
TRANSLATIONS = tuple(code for code in LANGUAGES if code not in ("nb", "nn"))
PHONE = "75 55 50 00"
STREET = "Øvre Strandgate 3"


def nordvik(case: CaseFile) -> None:
    """The municipality with contacts, days for waste and a data protection officer."""
    a_municipality(
        case,
        phone=PHONE,
        case_officer="Kari Nordli",
        account_number="12345678903",
        dpo="Liv Nes, 75 55 50 90",
    )
    for kind, name, phone in (
        (ContactKind.OUT_OF_HOURS, "Vakta", "75 55 50 99"),
        (ContactKind.NAV, "Nav Nordvik", "55 55 33 33"),
        (ContactKind.OTHER, "Sykkelverkstedet", ""),
    ):
        case.save(LocalContact(kind=kind, name=name, phone=phone))
    case.save(WasteDay(kind=WasteKind.FOOD, bin=Bin.BROWN, weekday=Weekday.TUESDAY))
    paper = {"kind": WasteKind.PAPER, "bin": Bin.BLUE, "weekday": Weekday.THURSDAY}
    case.save(WasteDay(**paper, every_weeks=4, first_on=date(2026, 11, 26)))
    case.save(WasteDay(kind=WasteKind.HAZARDOUS, bring_to="Miljøstasjonen"))


def a_guide(case: CaseFile, dwelling_id: int, **more: Any) -> HomeGuide:
    """Everything a home can tell."""
    facts = {
        "dwelling_id": dwelling_id,
        "heating_electric": True,
        "heating_floor": True,
        "heating_pump": True,
        "heating_radiator": True,
        "heating_wood": True,
        "heating_detail": "termostaten står i gangen",
        "stopcock": Spot.KITCHEN_SINK,
        "stopcock_detail": "rød kran",
        "fuse_box": Spot.HALLWAY,
        "extinguisher": Spot.BEDROOM,
        "way_out": WayOut.DOOR_STAIRS,
        "other_way_out": WayOut.BALCONY,
        "meeting_place": "ved flaggstanga",
        "letterbox": Spot.BY_THE_ROAD,
        "washing": Washing.SHARED,
        "snow": Upkeep.RESIDENT,
        "garden": Upkeep.SHARED,
        "shared_bins": True,
    }
    return case.save(HomeGuide(**(facts | more)))


def a_family(case: CaseFile, **more: Any) -> int:
    """Return the id of a family of two with a lease of ours, in a home that tells everything."""
    home = a_dwelling(case, street=STREET, includes_power=False)
    a_guide(case, home.id)
    mother = a_person(case, **({"language": "ti"} | more))
    household = a_household(case, mother, kind=HouseholdKind.FAMILY, name="familien Tesfay")
    child = a_person(case, given_name="Luam", family_name="Tesfay", born_on=date(2019, 5, 1))
    case.save(Membership(household_id=household.id, person_id=child.id, role=MemberRole.CHILD))
    facts = {"starts_on": date(2025, 1, 1), "ends_on": date(2027, 12, 31)}
    security = {"deposit_nok": 19_000, "guarantee_nok": 9_500, "guarantee_kind": SecurityKind.MUNICIPAL}
    a_tenancy(case, dwelling_id=home.id, household_id=household.id, **facts, **security, power_nok=500)
    return household.id


def a_shared_house(case: CaseFile, *languages: str, rules: bool = True) -> tuple[int, list[int]]:
    """Return a house's id and those of the households in its rooms, one for each language given."""
    house, *rooms = a_house_with_rooms(case, max(len(languages), 1))
    households = []
    for number, (code, room) in enumerate(zip(languages, rooms, strict=False)):
        person = a_person(case, given_name=f"Beboer{number}", family_name=f"Etternavn{number}", language=code)
        household = a_household(case, person)
        facts = {"kind": TenancyKind.ROOM, "starts_on": date(2025, 1, 1), "ends_on": date(2027, 12, 31)}
        a_tenancy(case, dwelling_id=room.id, household_id=household.id, **facts)
        households.append(household.id)
    if rules:
        some_rules(case, house.id)
    return house.id, households


def some_rules(case: CaseFile, house_id: int, *own: str, **more: Any) -> HouseRules:
    """A version in force with every rule of the library, and rules of the house's own."""
    draft = case.save(HouseRules(house_id=house_id, version=1, agreed_on=date(2026, 11, 1), **more))
    for at, clause in enumerate(clauses()):
        topic = RuleGroup(clause.split("_")[1])
        case.save(HouseRule(rules_id=draft.id, topic=topic, clause=clause, position=at))
    for text in own:
        case.save(HouseRule(rules_id=draft.id, topic=RuleGroup.OTHER, text=text))
    return case.save(dataclasses.replace(draft, valid_from=date(2026, 11, 10)))


def pages_of(pdf: bytes) -> list[str]:
    """Return what stands on each page, with single spaces."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def printed(case: CaseFile, paper: str, subject_id: int, language: str = "") -> str:
    """Return everything that stands on a paper."""
    return "\n".join(pages_of(kinds.produce(case, paper, subject_id, language).content))
