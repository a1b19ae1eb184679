"""From the case file to the paper: which lease, whose facts, and who is refused."""

from datetime import date

import pytest
from reading import words

from bolig_desktop.documents import kinds, lease_facts, subjects, takeover_facts
from bolig_desktop.dwellings.records import DwellingKind, FurnitureOwner, Key, Meter, MeterKind, Tenure
from bolig_desktop.errors import Refused
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.people.records import Household, HouseholdKind, LeaveReason, MemberRole, Membership
from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.tenancies.records import Handover, HandoverKind, Tenancy, TenancyKind
from build import a_dwelling, a_household, a_landlord, a_municipality, a_person, a_shielded_household, a_tenancy

TODAY = date(2026, 11, 22)


@pytest.fixture
def nordvik(case):
    a_municipality(
        case, phone="75 55 50 00", org_number="974760673", street="Rådhusgata 1", case_officer="Kari Nordli"
    )
    return case


def put(case, **facts) -> Tenancy:
    """Write a tenancy as it is, whatever the rules say of it."""
    facts = {"kind": TenancyKind.MUNICIPAL, "starts_on": date(2026, 12, 1), "rent_nok": 9500} | facts
    facts.setdefault("dwelling_id", None)
    facts["dwelling_id"] = facts["dwelling_id"] or _a_unit(case, facts["kind"]).id
    facts["household_id"] = facts.get("household_id") or a_household(case).id
    return case.tenancies.add(Tenancy(**facts))


def _a_unit(case, kind):
    if kind is not TenancyKind.ROOM:
        return a_dwelling(case)
    house = a_dwelling(case, kind=DwellingKind.SHARED_HOUSE, unit_number="")
    return a_dwelling(case, kind=DwellingKind.ROOM, house_id=house.id, name="rom 1", unit_number="")


def test_a_lease_that_breaks_a_hard_rule_is_not_made(nordvik):
    short = put(nordvik, ends_on=date(2027, 11, 30), told_not_terminable=True)
    with pytest.raises(Refused) as refused:
        kinds.produce(nordvik, "lease", short.id)
    assert any(problem.section == "husleieloven § 9-3" for problem in refused.value.problems)
    assert kinds.produce(nordvik, "takeover", short.id).number == "D4"


@pytest.mark.parametrize(
    ("kind", "ends_on", "number"),
    [
        (TenancyKind.MUNICIPAL, date(2029, 11, 30), "D1"),
        (TenancyKind.MUNICIPAL, None, "D1b"),
        (TenancyKind.ROOM, date(2029, 11, 30), "D2"),
        (TenancyKind.ROOM, None, "D2"),
        (TenancyKind.SUBLET, date(2029, 11, 30), "D3"),
        (TenancyKind.SUBLET, None, "D3"),
    ],
)
def test_the_lease_is_picked_from_the_tenancy(nordvik, kind, ends_on, number):
    made = kinds.produce(nordvik, "lease", put(nordvik, kind=kind, ends_on=ends_on).id)
    assert made.number == number
    assert made.template == "lease/1"
    assert made.content.startswith(b"%PDF")
    assert f"Side {made.pages} av {made.pages}" in words(made.content)


@pytest.mark.parametrize("kind", [TenancyKind.PRIVATE, TenancyKind.OWNED])
@pytest.mark.parametrize("paper", ["lease", "d1", "takeover"])
def test_a_lease_we_are_no_party_to_is_refused(nordvik, kind, paper):
    with pytest.raises(Refused) as refused:
        kinds.produce(nordvik, paper, put(nordvik, kind=kind).id)
    assert refused.value.problems[0].code == "paper.not_our_lease"


def test_asking_for_another_lease_than_it_needs_is_refused(nordvik):
    indefinite = put(nordvik, ends_on=None)
    assert kinds.produce(nordvik, "D1B", indefinite.id).number == "D1b"
    with pytest.raises(Refused) as refused:
        kinds.produce(nordvik, "d1", indefinite.id)
    assert refused.value.problems[0].facts["number"] == "D1b"


def test_the_papers_and_how_they_are_found():
    listed = [(kind.number, kind.name, kind.subject) for kind in kinds.PAPERS]
    assert listed[:5] == [
        ("D1", "lease", "tenancy"),
        ("D1b", "lease", "tenancy"),
        ("D2", "lease", "tenancy"),
        ("D3", "lease", "tenancy"),
        ("D4", "takeover", "tenancy"),
    ]
    assert {("D11b", "request-to-move", "tenancy"), ("D15", "termination", "matter"),
            ("D22", "decision", "decision")} <= set(listed)  # fmt: skip
    assert {kind.subject for kind in kinds.PAPERS} == set(subjects.SUBJECTS)
    assert kinds.find("Takeover") is kinds.find("d4") is kinds.D4
    assert kinds.find(" D1B ") is kinds.D1B
    assert kinds.find("d11B") is kinds.find("request-to-move")
    assert kinds.find("d99") is None


def test_no_such_paper_tenancy_or_language(nordvik):
    made = put(nordvik)
    with pytest.raises(KeyError):
        kinds.produce(nordvik, "d99", made.id)
    with pytest.raises(Refused) as refused:
        kinds.produce(nordvik, "lease", 999)
    assert refused.value.problems[0].code == "paper.no_tenancy"
    with pytest.raises(Refused) as refused:
        kinds.produce(nordvik, "lease", made.id, "de")
    assert refused.value.problems[0].code == "paper.no_language"


def test_the_municipalitys_own_written_form_unless_another_is_asked_for(nordvik):
    made = put(nordvik)
    assert kinds.produce(nordvik, "lease", made.id).language == "nb"
    a_municipality(nordvik, written_form=WrittenForm.NYNORSK)
    assert kinds.produce(nordvik, "lease", made.id).language == "nn"
    assert kinds.produce(nordvik, "lease", made.id, "nb").language == "nb"


def test_same_case_same_bytes(nordvik):
    made = put(nordvik)
    assert kinds.produce(nordvik, "lease", made.id) == kinds.produce(nordvik, "lease", made.id)
    assert kinds.produce(nordvik, "takeover", made.id) == kinds.produce(nordvik, "takeover", made.id)


def test_main_person_and_partner_sign_and_nobody_who_has_left(case):
    people = [a_person(case, given_name=name) for name in ("Selam", "Yonas", "Hana", "Abel")]
    household = case.save(Household(kind=HouseholdKind.FAMILY))
    roles = (MemberRole.PARTNER, MemberRole.MAIN, MemberRole.CHILD, MemberRole.PARTNER)
    for person, role in zip(people, roles, strict=True):
        left = {"left_on": date(2026, 1, 1), "leave_reason": LeaveReason.SEPARATED} if person is people[3] else {}
        case.memberships.add(Membership(household_id=household.id, person_id=person.id, role=role, **left))
    facts = lease_facts.gather(case, put(case, household_id=household.id).id, TODAY)
    assert [tenant.name for tenant in facts.tenant_facts] == ["Yonas Tesfay", "Selam Tesfay"]
    room = put(case, household_id=household.id, kind=TenancyKind.ROOM)
    assert [t.name for t in lease_facts.gather(case, room.id, TODAY).tenant_facts] == ["Yonas Tesfay"]


def test_a_household_with_a_graded_address_shows_only_what_must_be_there(nordvik):
    household = a_shielded_household(nordvik)
    facts = lease_facts.gather(nordvik, put(nordvik, household_id=household.id).id, TODAY)
    assert [(t.name, t.born_on) for t in facts.tenant_facts] == [("Zahra Hemmelig-Navnesen", None)]
    made = kinds.produce(nordvik, "lease", facts and put(nordvik, household_id=household.id).id)
    assert "Hemmelig" not in made.title
    assert "født" not in words(made.content).split("1 Det som leies ut")[0]


def test_a_room_says_of_its_house_what_it_does_not_say_of_itself(nordvik):
    house = a_dwelling(nordvik, street="Fjellgata 8", unit_number="H0101", kind=DwellingKind.SHARED_HOUSE,
                       common_rooms="kjøkken og bad", includes_internet=True, gnr="12", bnr="34", rooms=6,
                       furniture_list="sofa", furniture_owner=FurnitureOwner.MUNICIPALITY)  # fmt: skip
    room = a_dwelling(nordvik, street="Fjellgata 8", unit_number="", name="Rom 3", house_id=house.id,
                      kind=DwellingKind.ROOM, furniture_list="seng")  # fmt: skip
    facts = lease_facts.gather(nordvik, put(nordvik, kind=TenancyKind.ROOM, dwelling_id=room.id).id, TODAY)
    assert (facts.room_name, facts.unit_number, facts.common_rooms) == ("Rom 3", "H0101", "kjøkken og bad")
    assert (facts.furniture_list, facts.includes_internet, facts.rooms) == ("seng\nsofa", True, None)


def test_other_residents_of_the_house_are_never_named(nordvik):
    house = a_dwelling(nordvik, street="Fjellgata 8", kind=DwellingKind.SHARED_HOUSE)
    rooms = [a_dwelling(nordvik, street="Fjellgata 8", unit_number="", name=f"Rom {n}", house_id=house.id,
                        kind=DwellingKind.ROOM) for n in (1, 2)]  # fmt: skip
    mine, other = (put(nordvik, kind=TenancyKind.ROOM, dwelling_id=room.id, household_id=a_household(
        nordvik, a_person(nordvik, given_name=name, family_name=name)).id)
        for room, name in zip(rooms, ("Abel", "Filmon"), strict=True))  # fmt: skip
    assert other.id != mine.id
    for paper in ("lease", "takeover"):
        said = words(kinds.produce(nordvik, paper, mine.id).content)
        assert "Abel" in said
        assert "Filmon" not in said


def test_the_sublease_names_owner_consent_and_the_head_lease_that_holds(nordvik):
    owner, before = a_landlord(nordvik, name="Aud Kvalnes"), a_landlord(nordvik, name="Gammel Eier")
    unit = a_dwelling(nordvik, tenure=Tenure.HIRED_IN, landlord_id=owner.id)
    for landlord, start, end, consent in (
        (before, date(2015, 1, 1), date(2019, 12, 31), None),
        (owner, date(2020, 1, 1), date(2031, 12, 31), date(2019, 12, 1)),
        (before, date(2032, 1, 1), None, None),
    ):
        nordvik.head_leases.add(HeadLease(landlord_id=landlord.id, dwelling_id=unit.id, starts_on=start, ends_on=end,
                                          sublet_consent_on=consent))  # fmt: skip
    facts = lease_facts.gather(nordvik, put(nordvik, kind=TenancyKind.SUBLET, dwelling_id=unit.id).id, TODAY)
    assert (facts.owner, facts.head_ends_on) == ("Aud Kvalnes", date(2031, 12, 31))
    assert (facts.consent_on, facts.head_open_ended) == (date(2019, 12, 1), False)


@pytest.mark.parametrize(("first_end", "earlier"), [(date(2026, 11, 29), 1), (date(2026, 11, 30), 0), (None, 0)])
def test_earlier_short_leases_of_the_same_dwelling_are_counted(case, first_end, earlier):
    """A lease from 1 December 2023 is short up to 29 November 2026 and not on 30 November (husleieloven § 9-3)."""
    unit, household = a_dwelling(case), a_household(case)
    put(case, dwelling_id=unit.id, household_id=household.id, starts_on=date(2023, 12, 1), ends_on=first_end)
    put(case, dwelling_id=unit.id, starts_on=date(2020, 1, 1), ends_on=date(2020, 6, 1))
    second = put(case, dwelling_id=unit.id, household_id=household.id, ends_on=date(2027, 5, 31))
    assert lease_facts.gather(case, second.id, TODAY).earlier_short_terms == earlier


def test_another_room_of_the_house_counts_on_the_paper_as_it_does_in_the_rule(case):
    """Whether it is the same dwelling is not settled; the paper says what the rule says (law.md § 12, edge 9)."""
    house = a_dwelling(case, kind=DwellingKind.SHARED_HOUSE, unit_number="")
    rooms = [
        a_dwelling(case, kind=DwellingKind.ROOM, house_id=house.id, name=f"rom {n}", unit_number="") for n in (1, 2)
    ]
    household = a_household(case)
    first, second = (
        put(case, kind=TenancyKind.ROOM, dwelling_id=room.id, household_id=household.id, starts_on=start, ends_on=end)
        for room, start, end in zip(
            rooms, (date(2025, 1, 1), date(2026, 12, 1)), (date(2025, 12, 31), date(2027, 5, 31)), strict=True
        )
    )
    assert lease_facts.gather(case, first.id, TODAY).earlier_short_terms == 0
    assert lease_facts.gather(case, second.id, TODAY).earlier_short_terms == 1


@pytest.mark.parametrize(
    ("included", "on_account", "said"),
    [(True, None, "inkludert i leien"), (False, None, "etter egen måler"), (None, 500, "a konto"),
     (None, None, "Strøm betales slik")],
)  # fmt: skip
def test_how_power_is_paid(nordvik, included, on_account, said):
    unit = a_dwelling(nordvik, includes_power=included)
    made = kinds.produce(nordvik, "lease", put(nordvik, dwelling_id=unit.id, power_nok=on_account).id)
    assert said in words(made.content)


def test_the_protocol_gathers_keys_meters_and_both_meetings(nordvik):
    tenancy = a_tenancy(nordvik)
    nordvik.keys.add(Key(dwelling_id=tenancy.dwelling_id, label="Ytterdør", count=3))
    nordvik.meters.add(Meter(dwelling_id=tenancy.dwelling_id, kind=MeterKind.POWER, number="77"))
    for kind, reading in ((HandoverKind.TAKEOVER, 100), (HandoverKind.HANDBACK, 900)):
        nordvik.handovers.add(Handover(tenancy_id=tenancy.id, kind=kind, power_reading=reading, present="begge"))
    facts = takeover_facts.gather(nordvik, tenancy.id, TODAY)
    assert [(key.label, key.count) for key in facts.keys] == [("Ytterdør", 3)]
    assert [(m.kind, m.number, m.read_in, m.read_out) for m in facts.meters] == [
        ("power", "77", 100, 900),
        ("water", "", None, None),
    ]
    assert (facts.takeover.present, facts.handback.present) == ("begge", "begge")


def test_a_character_no_font_has_is_a_problem_with_its_name(nordvik):
    household = a_household(nordvik, a_person(nordvik, given_name="漢字"))
    with pytest.raises(Refused) as refused:
        kinds.produce(nordvik, "lease", put(nordvik, household_id=household.id).id)
    (problem,) = refused.value.problems
    assert problem.code == "paper.missing_glyph"
    assert problem.facts["character"] == "漢"
