"""The one door for writes: rules, history, undo, search and shielding, together."""

import dataclasses
from datetime import date

import pytest

from bolig_desktop.casefile import listing
from bolig_desktop.casefile.lines import dwelling_lines, household_lines, tenancy_lines
from bolig_desktop.documents import filing
from bolig_desktop.dwellings.records import DwellingKind, DwellingState, Key, Meter, MeterKind
from bolig_desktop.errors import Refused
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.people.records import Contact, ContactRole, Grading
from bolig_desktop.tenancies.records import Handover, HandoverKind
from bolig_desktop.text.sentences import problem_sentence
from build import (
    a_dwelling,
    a_house_with_rooms,
    a_household,
    a_landlord,
    a_municipality,
    a_person,
    a_shielded_household,
    a_tenancy,
)


def test_a_hard_problem_refuses_the_write_and_changes_nothing(case):
    length = case.history.length()
    with pytest.raises(Refused) as refused:
        a_landlord(case, name="  ")
    assert [p.field for p in refused.value.problems] == ["name"]
    assert case.landlords.count() == 0 and case.history.length() == length


def test_what_must_be_filled_in_is_said_by_field(case):
    with pytest.raises(Refused) as refused:
        a_tenancy(case, rent_nok=None)
    assert [(p.field, p.code) for p in refused.value.problems] == [("rent_nok", "missing.rent_nok")]


def test_an_error_in_the_middle_leaves_nothing_behind(case):
    with pytest.raises(ZeroDivisionError), case.atomic():
        a_landlord(case)
        raise ZeroDivisionError
    assert case.landlords.count() == 0
    assert case.search.find("Kvalnes") == []
    assert case.take_touched() == frozenset()


def test_one_change_may_be_several_rows_and_is_undone_as_one(case):
    with case.atomic():
        a_household(case)
    assert {e.table_name for e in case.undo_last()} == {"households", "people", "memberships"}
    assert case.people.count() == case.households.count() == case.memberships.count() == 0
    assert case.search.find("Tesfay") == []


def test_undo_goes_backwards_one_change_at_a_time_and_then_stops(case):
    landlord = a_landlord(case, name="Først")
    case.save(dataclasses.replace(landlord, name="Så"))
    case.save(dataclasses.replace(landlord, name="Sist"))
    case.undo_last()
    assert case.landlords.get(landlord.id).name == "Så"
    case.undo_last()
    assert case.landlords.get(landlord.id).name == "Først"
    case.undo_last()
    assert case.landlords.count() == 0
    assert case.undo_last() == []


def test_undo_brings_back_what_was_removed(case):
    landlord = a_landlord(case)
    case.remove(landlord)
    case.undo_last()
    assert case.landlords.get(landlord.id) == landlord
    assert [hit.id for hit in case.search.find("Kvalnes")] == [landlord.id]


def test_what_others_stand_on_is_not_removed(case):
    tenancy = a_tenancy(case)
    with pytest.raises(Refused) as refused:
        case.remove(case.dwellings.get(tenancy.dwelling_id))
    assert refused.value.problems[0].code == "remove.in_use"


def test_search_follows_a_member_who_changes_name(case):
    household = a_household(case)
    person = case.people.list()[0]
    case.save(dataclasses.replace(person, given_name="Gebre", family_name="Haile"))
    assert [hit.id for hit in case.search.find("Haile") if hit.kind == "household"] == [household.id]
    assert case.search.find("Selam") == []


def test_the_same_words_find_household_dwelling_and_tenancy(case):
    a_tenancy(case)
    assert {hit.kind for hit in case.search.find("storgata 14")} == {"dwelling", "tenancy"}
    assert {hit.kind for hit in case.search.find("selam")} == {"household", "person", "tenancy"}


def test_states_and_residents_stand_in_the_lines(case):
    empty = a_dwelling(case, street="Ledigveien 1")
    tenancy = a_tenancy(case)
    states = {line.id: (line.state, line.resident) for line in dwelling_lines(case)}
    assert states == {
        empty.id: (DwellingState.FREE, ""),
        tenancy.dwelling_id: (DwellingState.LET, "Selam Tesfay"),
    }
    assert [line.dwelling for line in household_lines(case)] == ["Storgata 14 B, H0201"]
    assert [line.household for line in tenancy_lines(case)] == ["Selam Tesfay"]


def test_the_rooms_of_a_house_on_one_lease_are_let_with_it_and_free_when_it_is_over(case):
    house, *_ = a_house_with_rooms(case, 2)
    lease = a_tenancy(case, dwelling_id=house.id)
    assert [line.state for line in dwelling_lines(case)] == [DwellingState.LET] * 3
    assert [line.resident for line in dwelling_lines(case)] == ["Selam Tesfay", "", ""], "named once"
    case.save(dataclasses.replace(lease, moved_out_on=date(2026, 11, 22)))
    assert [line.state for line in dwelling_lines(case)] == [DwellingState.FREE] * 3


@pytest.mark.parametrize("signed_on", [date(2026, 11, 20), None], ids=["signed", "registered"])
def test_a_unit_with_a_lease_that_has_not_begun_is_reserved(case, signed_on):  # today is 22.11.2026
    home = a_dwelling(case)
    ahead = {"ends_on": None, "signed_landlord_on": signed_on, "signed_tenant_on": signed_on}
    lease = a_tenancy(case, dwelling_id=home.id, starts_on=date(2026, 11, 23), **ahead)
    (line,) = dwelling_lines(case)
    assert (line.state, line.reason, line.free_since) == (DwellingState.RESERVED, "avtale fra 23.11.2026", None)
    assert dwelling_lines(case, "nn")[0].reason == "avtale frå 23.11.2026"
    assert line.resident == ""
    assert listing.rows(case, "dwellings")[0]["state"] == "reserved"
    case.save(dataclasses.replace(lease, starts_on=date(2026, 11, 22)))
    (line,) = dwelling_lines(case)
    assert (line.state, line.reason) == (DwellingState.LET, "")


def test_the_first_lease_ahead_is_named_and_somebody_who_lives_there_goes_before_it(case):
    running = a_tenancy(case, ends_on=date(2027, 10, 31))
    later = {"dwelling_id": running.dwelling_id, "signed_landlord_on": None, "signed_tenant_on": None}
    a_tenancy(case, **later, starts_on=date(2028, 2, 1), ends_on=date(2031, 1, 31))
    first = a_tenancy(case, **later, starts_on=date(2027, 11, 1), ends_on=date(2028, 1, 31), just_cause="Rives.")
    assert dwelling_lines(case)[0].state is DwellingState.LET
    case.save(dataclasses.replace(running, moved_out_on=date(2026, 11, 22)))
    assert dwelling_lines(case)[0].reason == "avtale fra 01.11.2027"
    case.remove(first)
    assert dwelling_lines(case)[0].reason == "avtale fra 01.02.2028"


def test_a_unit_out_of_use_says_so_though_it_is_promised(case):
    home = a_dwelling(case, out_of_use_from=date(2026, 11, 1), out_of_use_reason="Pusses opp")
    unsigned = {"signed_landlord_on": None, "signed_tenant_on": None}
    a_tenancy(case, dwelling_id=home.id, starts_on=date(2027, 1, 1), ends_on=None, **unsigned)
    assert [(line.state, line.reason) for line in dwelling_lines(case)] == [(DwellingState.OUT_OF_USE, "Pusses opp")]


class TestShielded:
    """Code 7: name and address never stand together outside the case itself (law.md AG-3, AG-4)."""

    NAMES = ("Zahra", "Hemmelig-Navnesen", "Hemmelig", "Navnesen")

    @pytest.fixture
    def shielded(self, case):
        household = a_shielded_household(case)
        a_tenancy(case, household_id=household.id, dwelling_id=a_dwelling(case, street="Skjulveien 9").id)
        return household

    def test_no_list_has_the_name(self, case, shielded):
        lists = repr([dwelling_lines(case), household_lines(case), tenancy_lines(case)])
        listed = repr([listing.rows(case, topic) for topic in listing.TOPICS])
        for name in self.NAMES:
            assert name not in lists and name not in listed

    def test_the_household_has_no_address_in_any_list(self, case, shielded):
        assert household_lines(case)[0].dwelling == ""
        assert "Skjulveien" not in repr([listing.rows(case, t) for t in ("households", "people")])

    def test_search_finds_the_number_and_never_the_name_or_the_tenancy(self, case, shielded):
        for typed in (*self.NAMES, "Zahra Skjulveien"):
            assert case.search.find(typed) == []
        assert [(h.kind, h.title, h.detail) for h in case.search.find(f"skjermet {shielded.id}")] == [
            ("household", f"Skjermet husstand {shielded.id}", "")
        ]
        assert [hit.kind for hit in case.search.find("Skjulveien")] == ["dwelling"]

    def test_the_index_in_the_file_has_no_trace_of_the_name(self, case, shielded):
        indexed = repr(case.db.execute("select keys, title, detail from search").fetchall()).casefold()
        assert not any(name.casefold() in indexed for name in self.NAMES)

    def test_a_family_that_becomes_shielded_leaves_search_and_lists_at_once(self, case):
        tenancy = a_tenancy(case)
        assert case.search.find("Selam")
        case.save(dataclasses.replace(case.people.list()[0], grading=Grading.CONFIDENTIAL))
        assert case.search.find("Selam") == []
        assert tenancy_lines(case)[0].household == f"Skjermet husstand {tenancy.household_id}"

    def test_everybody_in_the_household_is_shielded_with_them(self, case):
        mother = a_person(case, given_name="Zahra", grading=Grading.CONFIDENTIAL)
        child = a_person(case, given_name="Barnet", family_name="Uskyldig")
        a_household(case, mother, child)
        assert case.search.find("Uskyldig") == []
        assert [row["name"] for row in listing.rows(case, "people")] == [None, None]

    def test_identity_numbers_are_never_listed(self, case):
        a_household(case, a_person(case, identity_number="01010150589"))
        assert "01010150589" not in repr([listing.rows(case, topic) for topic in listing.TOPICS])


class TestRemoving:
    """What stands on a record keeps it, and is named."""

    def _said(self, case, record, language="nb"):
        with pytest.raises(Refused) as refused:
            case.remove(record)
        return problem_sentence(refused.value.problems[0], language)

    def test_one_and_many_have_their_own_form_in_every_language(self, case):
        lease = a_tenancy(case)
        dwelling = case.dwellings.get(lease.dwelling_id)
        assert "fordi 1 leieavtale hører til" in self._said(case, dwelling)
        for number in (1, 2):
            case.save(Key(dwelling_id=dwelling.id, label=f"Dør {number}"))
        assert "fordi 1 leieavtale og 2 nøkler hører til" in self._said(case, dwelling)
        assert "fordi 1 leigeavtale og 2 nøklar høyrer til" in self._said(case, dwelling, "nn")
        assert "belongs to it: 1 lease and 2 keys." in self._said(case, dwelling, "en")
        case.save(Meter(dwelling_id=dwelling.id, kind=MeterKind.POWER))
        assert "fordi 1 leieavtale, 2 nøkler og 1 måler hører til" in self._said(case, dwelling)

    def test_printed_papers_stay_and_so_does_what_they_are_about(self, case):
        a_municipality(case)
        lease = a_tenancy(case)
        paper, _ = filing.print_and_file(case, "takeover", lease.id)
        assert "fordi 1 papir hører til det. Papirer som er skrevet ut, blir stående" in self._said(case, lease)
        assert "blir stående" in self._said(case, paper)

    def test_every_kind_of_thing_is_named(self, case):
        household = a_household(case)
        landlord = a_landlord(case)
        dwelling = a_dwelling(case, kind=DwellingKind.SHARED_HOUSE, landlord_id=landlord.id)
        a_dwelling(case, kind=DwellingKind.ROOM, house_id=dwelling.id, name="rom 1")
        case.save(HeadLease(landlord_id=landlord.id, dwelling_id=dwelling.id, starts_on=date(2026, 1, 1)))
        case.save(Contact(household_id=household.id, name="Ola Verge", role=ContactRole.GUARDIAN))
        assert "fordi 1 rom og 1 innleieavtale hører" in self._said(case, dwelling)
        assert "fordi 1 innleieavtale og 1 bolig hører" in self._said(case, landlord)
        assert "fordi 1 medlem og 1 kontakt hører" in self._said(case, household)
        assert "fordi 1 husstand hører" in self._said(case, case.people.list()[0])
        lease = a_tenancy(case)
        case.save(Handover(tenancy_id=lease.id, kind=HandoverKind.TAKEOVER))
        renewed = {"starts_on": date(2026, 11, 1), "ends_on": None, "previous_id": lease.id}
        case.save(dataclasses.replace(lease, id=None, **renewed))
        assert "fordi 1 protokoll og 1 fornyet avtale hører" in self._said(case, lease)
