"""The papers of a shared house: rooms and never people, and refused where they would say nothing."""

import io

import pdfa
import pytest
from pypdf import PdfReader

from bolig_desktop.documents import kinds
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading
from bolig_desktop.shared_housing.records import CostKind, CostSplit
from build import a_house_with_rooms, a_household, a_person, a_tenancy
from shared_house import DAY, TODAY, a_cost, a_meeting, a_neighbour_letter, a_point, an_account, lived_in

HIDDEN = ("Noori", "Farid", "Hemmelig", "Navnesen", "Zahra", "skjermet")


def words(content):
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages)


@pytest.fixture
def papers(case):
    """Every paper of a house, and the id it takes."""
    house, rooms, leases = lived_in(case)
    before = a_meeting(case, house, held_on=TODAY - 40 * DAY)
    a_point(case, before, what="Rydde boden")
    meeting = a_meeting(case, house, present=f"{rooms[0].id}", next_on=TODAY + 20 * DAY)
    a_point(case, meeting, what="Kjøpe kost")
    a_cost(case, house)
    a_cost(case, house, kind=CostKind.INTERNET, amount_ore=59_900, split=CostSplit.ROOMS)
    account = an_account(case, house)
    a_neighbour_letter(case, house, open_day_on=TODAY + 9 * DAY, open_from="17.00", open_to="19.00")
    return {
        "meeting": meeting.id,
        "neighbour-letter": house.id,
        "house-account": account.id,
        "resident-account": leases[0].id,
    }


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("paper", ["meeting", "neighbour-letter", "house-account", "resident-account"])
def test_no_paper_of_a_house_says_who_lives_there(case, papers, paper, language):
    content = kinds.produce(case, paper, papers[paper], language).content
    said = words(content)
    assert pdfa.check(content) == []
    assert "Fjellgata 8" in said
    assert not [name for name in HIDDEN if name.casefold() in said.casefold()]


def test_a_minute_has_who_was_there_and_the_points_that_came_back(case, papers):
    said = words(kinds.produce(case, "meeting", papers["meeting"]).content)
    assert "Til stede rom 1" in said
    assert "Ikke til stede rom 2" in said
    assert "Kjøpe kost" in said.split("Punkter fra tidligere møter")[0]
    assert "Rydde boden" in said.split("Punkter fra tidligere møter")[1]
    assert "12. desember 2026" in said


def test_the_account_adds_up_and_says_what_was_paid(case, papers):
    said = words(kinds.produce(case, "house-account", papers["house-account"]).content)
    assert "Årsoversikt over felles kostnader 2026" in said
    assert "rom 1 500,01 kr 199,67 kr 699,68 kr 500,00 kr 0,01 kr" in said
    assert "Sum 1 000,01 kr 599,00 kr 1 599,01 kr 1 000,00 kr" in said
    own = words(kinds.produce(case, "resident-account", papers["resident-account"]).content)
    assert "rom 2" not in own, "a resident sees what the room bears, not the neighbour's"
    assert "For strøm og varme gjenstår 0,01 kr" in own


def test_the_letter_says_whom_to_call_and_the_open_day(case, papers):
    said = words(kinds.produce(case, "neighbour-letter", papers["neighbour-letter"], "nn").content)
    assert "miljøarbeideren" in said
    assert "open dag i huset 1. desember 2026 kl. 17.00–19.00" in said


def test_what_would_say_nothing_is_refused(case):
    house, _, leases = lived_in(case)
    coming = a_meeting(case, house, held_on=TODAY + DAY, minute="")
    account = an_account(case, house)
    for paper, subject, code in (
        ("meeting", coming.id, "paper.meeting_ahead"),
        ("meeting", 999, "paper.no_meeting"),
        ("neighbour-letter", house.id, "paper.no_neighbour_letter"),
        ("house-account", account.id, "paper.no_costs"),
        ("house-account", 999, "paper.no_account"),
        ("resident-account", leases[0].id, "paper.no_costs"),
        ("resident-account", a_tenancy(case).id, "paper.not_shared"),
    ):
        with pytest.raises(Refused) as refused:
            kinds.produce(case, paper, subject)
        assert code in [problem.code for problem in refused.value.problems], paper


def test_a_paper_of_a_house_is_filed_on_the_house_and_nobodys_case(case, papers):
    paper, _ = print_and_file(case, "meeting", papers["meeting"])
    assert (paper.number, paper.household_id) == ("D8-m", None)
    assert paper.dwelling_id == case.house_meetings.get(papers["meeting"]).house_id


def test_a_house_with_one_room_has_its_papers_too(case):
    house, room = a_house_with_rooms(case, 1)
    lease = a_tenancy(case, dwelling_id=room.id, starts_on=TODAY - 40 * DAY, ends_on=TODAY + 1200 * DAY)
    a_cost(case, house, split=CostSplit.ROOMS)
    account = an_account(case, house)
    said = words(kinds.produce(case, "house-account", account.id).content)
    assert "rom 1" in said
    assert lease.id
    assert "1 000,01 kr" in said


def test_code_6_in_the_house_stands_on_nothing(case, papers):
    house_id = papers["neighbour-letter"]
    farid = case.people.list("given_name = ?", ["Farid"])[0]
    with_them = words(kinds.produce(case, "house-account", papers["house-account"]).content)
    case.shield(farid, Grading.STRICTLY_CONFIDENTIAL)
    without = words(kinds.produce(case, "house-account", papers["house-account"]).content)
    assert "rom 1 500,01" in with_them
    assert "rom 1" not in without
    assert "rom 2 500,00 kr" in without, "nobody else bears more for that"
    assert "Kommunen 500,01 kr" in without
    with pytest.raises(Refused):
        kinds.produce(case, "resident-account", papers["resident-account"])
    assert house_id


def test_a_name_in_a_minute_that_is_shielded_later_is_left_out(case):
    house, _, _ = lived_in(case)
    someone = a_person(case, given_name="Umbarto", family_name="Skjulnes")
    a_household(case, someone)
    meeting = a_meeting(case, house, minute="Umbarto Skjulnes vasker gangen.")
    assert "Skjulnes" in words(kinds.produce(case, "meeting", meeting.id).content)
    case.shield(someone, Grading.CONFIDENTIAL)
    assert "Skjulnes" not in words(kinds.produce(case, "meeting", meeting.id).content)
