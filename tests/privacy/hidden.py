"""A household nobody may find: code 7, with a word nobody else has in every field it can stand in."""

import dataclasses
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.dwellings.records import DwellingKind
from bolig_desktop.people.records import Contact, ContactRole, Grading, MemberRole, Membership, Person
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.slots import Cost
from bolig_desktop.tenancies.records import (
    Decision,
    DecisionKind,
    DecisionResult,
    FinalAccountLine,
    Handover,
    HandoverKind,
    LineKind,
    Matter,
    MatterKind,
    Tenancy,
    TenancyKind,
)
from build import a_dwelling, a_household, a_landlord, a_municipality, a_person, a_tenancy

TODAY = date(2026, 11, 22)
PASSPHRASE = "demo"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
STREET = "Gjemmestrupveien 77"
NEIGHBOUR = "Odalys Fjordheim"
# Each is in one field only, so that a hit says where it came from.
MARKERS = {
    "given name": "Qeresazine",
    "family name": "Zuvmarkesen",
    "second given name": "Ubbexiral",
    "household's name": "Vaxholmtunet",
    "phone": "41 93 77 28",
    "e-mail": "qzskjul@xyzpost.example",
    "born": "1983-07-19",
    "born in words": "19.07.1983",
    "person's note": "Wimbledurnotat",
    "household's note": "Yttergrubbnotat",
    "case number": "98/76543",
    "contact": "Torgunnvax Plim",
    "contact's phone": "46 81 95 13",
    "contact's note": "Kvaxnotat",
    "guardian": "Bjornulfax Verge",
    "interpreter": "Tolkemarxen",
    "reference": "REFZ-4417",
    "tenancy's note": "Hemmnotatix",
    "departures": "Avvikzorat",
    "just cause": "Grunnzexil",
    "deposit's account": "9876 54 32109",
    "handover's present": "Tilstedexar",
    "handover's remarks": "Anmerkozil",
    "final account's reason": "Oppgjorzat",
    "final account's voucher": "Bilagsmixen",
    "application's words": "Soknadixum",
    "application's reason": "Drøyexalar",
    "matter's words on the lease": "Varselgrumex",
    "decision's facts": "Faktazumel",
    "decision's reference": "VEDZ-8821",
    "appeal": "Klagequarnix",
    "dwelling's note": "Notatboxil",
    "reserved for": "Reservertixan",
}
WORDS = tuple(MARKERS.values())


@dataclass(frozen=True)
class Scene:
    """The case file and whose ids are whose."""

    path: Path
    household_id: int
    tenancy_id: int
    room_id: int
    neighbours_tenancy_id: int


def make(path: Path, *, grading: Grading = Grading.CONFIDENTIAL) -> Scene:
    """Make a case file with a shared house where one room is theirs and the other an ordinary neighbour's."""
    opened = create_case(path, PASSPHRASE, typed_back=False, cost=CHEAP)
    try:
        return fill(case_of(opened, clock.fixed(TODAY)), path, grading)
    finally:
        opened.close()


def fill(case: CaseFile, path: Path = Path(), grading: Grading = Grading.CONFIDENTIAL) -> Scene:
    """Write the house, the household in it and its neighbour into an empty case file."""
    a_municipality(case)
    landlord = a_landlord(case)
    house = a_dwelling(case, street=STREET, unit_number="", kind=DwellingKind.SHARED_HOUSE, landlord_id=landlord.id)
    theirs, other = (
        a_dwelling(case, street=STREET, unit_number="", name=name, kind=DwellingKind.ROOM, house_id=house.id)
        for name in ("rom 1", "rom 2")
    )
    case.save(dataclasses.replace(theirs, note=MARKERS["dwelling's note"], reserved_for=MARKERS["reserved for"]))
    main = a_person(
        case,
        given_name=MARKERS["given name"],
        family_name=MARKERS["family name"],
        born_on=date(1983, 7, 19),
        phone=MARKERS["phone"],
        email=MARKERS["e-mail"],
        note=MARKERS["person's note"],
        grading=grading,
    )
    child = a_person(
        case, given_name=MARKERS["second given name"], family_name=MARKERS["family name"], born_on=date(2015, 2, 3)
    )
    household = a_household(
        case,
        main,
        name=MARKERS["household's name"],
        note=MARKERS["household's note"],
        case_number=MARKERS["case number"],
    )
    case.save(Membership(household_id=household.id, person_id=child.id, role=MemberRole.CHILD))
    case.save(
        Contact(
            household_id=household.id,
            name=MARKERS["contact"],
            role=ContactRole.GUARDIAN,
            phone=MARKERS["contact's phone"],
            note=MARKERS["contact's note"],
        )
    )
    dates = {"kind": TenancyKind.ROOM, "starts_on": date(2025, 11, 1), "ends_on": date(2028, 10, 31)}
    tenancy = a_tenancy(
        case,
        dwelling_id=theirs.id,
        household_id=household.id,
        reference=MARKERS["reference"],
        guardian=MARKERS["guardian"],
        interpreter=MARKERS["interpreter"],
        departures=MARKERS["departures"],
        just_cause=MARKERS["just cause"],
        note=MARKERS["tenancy's note"],
        deposit_account=MARKERS["deposit's account"],
        **dates,
    )
    case.save(
        Handover(
            tenancy_id=tenancy.id,
            kind=HandoverKind.TAKEOVER,
            held_on=date(2025, 11, 1),
            present=MARKERS["handover's present"],
            remarks=MARKERS["handover's remarks"],
        )
    )
    case.save(
        FinalAccountLine(
            tenancy_id=tenancy.id,
            kind=LineKind.OTHER_CLAIM,
            dated_on=date(2026, 1, 2),
            amount_ore=100,
            reason=MARKERS["final account's reason"],
            voucher=MARKERS["final account's voucher"],
        )
    )
    _follow_up(case, household.id or 0, tenancy.id or 0)
    given, family = NEIGHBOUR.split()
    neighbours = a_household(case, a_person(case, given_name=given, family_name=family))
    lease = a_tenancy(case, dwelling_id=other.id, household_id=neighbours.id, **dates)
    return Scene(path, household.id, tenancy.id, theirs.id, lease.id)


def _follow_up(case: CaseFile, household_id: int, tenancy_id: int) -> None:
    """Write what was asked for and decided, with the lease and without it; each has a date that stands on I dag."""
    facts = {"household_id": household_id, "opened_on": TODAY}
    application, warning = MatterKind.HOUSING_APPLICATION, MatterKind.WARNING
    about, reason = MARKERS["application's words"], MARKERS["application's reason"]
    case.save(Matter(kind=application, about=about, reason=reason, due_on=date(2026, 12, 15), **facts))
    words = MARKERS["matter's words on the lease"]
    case.save(Matter(kind=warning, tenancy_id=tenancy_id, reason=words, due_on=date(2026, 12, 4), **facts))
    case.save(
        Decision(
            household_id=household_id,
            kind=DecisionKind.ALLOTMENT,
            result=DecisionResult.REFUSED,
            decided_on=TODAY,
            reference=MARKERS["decision's reference"],
            facts=MARKERS["decision's facts"],
            considerations=MARKERS["decision's facts"],
            appealed_on=TODAY,
            appeal=MARKERS["appeal"],
        )
    )


def main_of(case: CaseFile, theirs: Scene | Tenancy) -> Person:
    """Return the main person of the household of a scene or a lease."""
    return case.people.get(case.memberships.of_household(theirs.household_id)[0].person_id)


def hide(scene: Scene) -> None:
    """Give the household its code 7 now, after whatever has been done with it in the open."""
    opened = open_case(scene.path, passphrase=PASSPHRASE)
    try:
        case = case_of(opened, clock.fixed(TODAY))
        main = case.memberships.of_household(scene.household_id)[0].person_id
        case.save(dataclasses.replace(case.people.get(main), grading=Grading.CONFIDENTIAL))
    finally:
        opened.close()
