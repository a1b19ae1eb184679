"""Meetings, conflicts, costs and neighbours driven by the words on the screen; asserted in the file."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QToolButton

from bolig_desktop.casefile.house_conflicts import warn
from bolig_desktop.documents import kinds
from bolig_desktop.shared_housing.records import ConflictStep, HouseRule, HouseRules, RuleGroup
from bolig_desktop.tenancies.records import MatterKind
from bolig_desktop.ui.navigation import Place
from drive import pills, press, press_tool, seen, settle, the_field, write
from shared_house import DAY, TODAY, a_cost, a_meeting, a_point, a_talk, lived_in
from windows import go, open_window


@pytest.fixture
def house(case):
    return lived_in(case)


@pytest.fixture
def window(qtbot, case, house):
    return open_window(qtbot, case)


def test_a_conflict_from_the_first_talk_to_a_moved_resident(window, case, house):
    built, _, (lease, _) = house
    go(window, "shared_housing", built.id, "conflicts")
    press(window, "Før en hendelse")
    write(window, "Når", "10.11.2026")
    write(window, "Hvilken regel", "Ro")
    write(window, "Hvem det gjelder", "rom 1 · Farid Noori")
    write(window, "Hva som skjedde", "Høy musikk etter kl. 23 tre netter.")
    write(window, "Hva ble avtalt", "Det skal være stille fra kl. 23.")
    write(window, "Følges opp", "17.11.2026")
    press(window, "Legg til")
    (talk,) = case.house_conflicts.list()
    assert (talk.step, talk.household_id, talk.follow_up_on) == (
        ConflictStep.TALK,
        lease.household_id,
        date(2026, 11, 17),
    )
    # I dag says it should have been followed up, and leads back to it.
    go(window, "today")
    assert "house_conflict" in [one.kind for one in window.page("today").agenda.items()]
    go(window, "shared_housing", built.id, "conflicts")
    assert "Skulle vært fulgt opp" in pills(window)
    # The warning comes after the talk, with the same household, and becomes D14 with the facts in it.
    press_tool(window, "Neste trinn etter 10.11.2026 · Samtale · Ro")
    assert the_field(window, "Trinn").currentText() == "Skriftlig advarsel"
    write(window, "Hva som skjedde", "Musikk natt til lørdag igjen.")
    write(window, "Hva ble avtalt", "Musikken skal være av etter kl. 23.")
    press(window, "Lagre")
    warning = case.house_conflicts.of_house(built.id)[0]
    assert (warning.step, warning.follows_id, warning.skipped) == (ConflictStep.WARNING, talk.id, "")
    press_tool(window, "Skriv advarselen (D14): 22.11.2026 · Skriftlig advarsel · Ro")
    (matter,) = case.matters.list()
    assert (matter.kind, matter.tenancy_id) == (MatterKind.WARNING, lease.id)
    assert matter.reason == "Musikk natt til lørdag igjen."
    assert case.house_conflicts.get(warning.id).matter_id == matter.id
    assert window.here() == Place(topic="tenancies", id=lease.id, tab=f"matters matters={matter.id} warning")
    lacking = [problem.field for problem in kinds.refusing(case, "warning", matter.id)]
    assert lacking == ["due_on"], "all D14 needs stands there but the day, which is hers to set"
    write(window, "Rettes innen", "30.11.2026")
    press(window, "Lagre")
    assert kinds.produce(case, "warning", matter.id).number == "D14"
    # A second press opens the same warning.
    go(window, "shared_housing", built.id, "conflicts")
    press_tool(window, "Skriv advarselen (D14): 22.11.2026 · Skriftlig advarsel · Ro")
    assert len(case.matters.list()) == 1
    # The move, and the resident has moved.
    go(window, "shared_housing", built.id, "conflicts")
    press_tool(window, "Neste trinn etter 22.11.2026 · Skriftlig advarsel · Ro")
    assert the_field(window, "Trinn").currentText() == "Flytting"
    write(window, "Hva som skjedde", "Beboeren flytter til en leilighet.")
    write(window, "Avsluttet", "22.11.2026")
    press(window, "Lagre")
    move = case.house_conflicts.of_house(built.id)[0]
    assert (move.step, move.closed_on) == (ConflictStep.MOVE, TODAY)
    press_tool(window, "Åpne leieforholdet: 22.11.2026 · Flytting · Ro")
    assert window.here() == Place(topic="tenancies", id=lease.id, tab="matters")
    go(window, "tenancies", lease.id, "facts")
    write(window, "Flyttet ut", "22.11.2026")
    assert case.tenancies.get(lease.id).moved_out_on == TODAY
    settle()
    page = go(window, "shared_housing", built.id, "residents")
    assert "1 bor her" in seen(page.case_panel)
    assert not [one for one in window.page("today").agenda.items() if one.kind == "house_conflict"]


def test_a_step_that_skips_one_asks_why_beside_its_field(window, case, house):
    built, _, _ = house
    go(window, "shared_housing", built.id, "conflicts")
    press(window, "Før en hendelse")
    write(window, "Trinn", "Flytting")
    write(window, "Hvem det gjelder", "rom 1 · Farid Noori")
    write(window, "Hva som skjedde", "Slag.")
    press(window, "Legg til")
    assert not case.house_conflicts.list()
    assert "samtale, skriftlig advarsel, flytting" in seen(window)
    write(window, "Hvorfor et trinn er hoppet over", "Vold mot en annen beboer; politiet er varslet.")
    press(window, "Legg til")
    assert case.house_conflicts.list()[0].step is ConflictStep.MOVE


def test_a_meeting_with_a_minute_and_points_that_come_back(window, case, house):
    built, rooms, _ = house
    go(window, "shared_housing", built.id, "meetings")
    press(window, "Før et møte")
    assert the_field(window, "Dato").text() == "22.11.2026"
    assert the_field(window, "Neste møte").text() == "22.12.2026"
    press(window, "rom 1")
    press(window, "rom 2")
    write(window, "Tolk", "dari, tolk 2210")
    write(window, "Referat", "Vi snakket om kjøkkenet.")
    press(window, "Legg til")
    (meeting,) = case.house_meetings.list()
    assert meeting.present == f"{rooms[0].id} {rooms[1].id}"
    press(window, "Nytt punkt")
    write(window, "Hva ble avtalt", "Kjøpe ny kost")
    write(window, "Hvem gjør det", "rom 1")
    write(window, "Frist", "30.11.2026")
    press(window, "Legg til")
    (point,) = case.meeting_points.list()
    assert (point.meeting_id, point.due_on) == (meeting.id, date(2026, 11, 30))
    press_tool(window, "Gjort i dag: Kjøpe ny kost")
    assert case.meeting_points.get(point.id).done_on == TODAY
    window.workspace.undo()
    settle()
    assert case.meeting_points.get(point.id).done_on is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"Dato": "31.2.2026"}, "28 dager"),
        ({"Dato": "1.12.2026", "Referat": "Vi snakket."}, "ligger fram i tid"),
        ({"Neste møte": "1.11.2026"}, "må være etter møtet"),
        ({"Referat": "a" * 3_001}, "3001 tegn"),
    ],
)
def test_a_meeting_that_cannot_be_is_said_beside_its_field(window, case, house, typed, said):
    go(window, "shared_housing", house[0].id, "meetings")
    press(window, "Før et møte")
    for label, words in typed.items():
        write(window, label, words)
    press(window, "Legg til")
    assert not case.house_meetings.list()
    assert said in seen(window).replace("\u00a0", "").replace("3 001", "3001")


def test_a_point_due_before_its_meeting_is_said_beside_its_field(window, case, house):
    a_meeting(case, house[0], held_on=TODAY)
    go(window, "shared_housing", house[0].id, "meetings")
    press(window, "Nytt punkt")
    write(window, "Hva ble avtalt", "Kost")
    write(window, "Frist", "21.11.2026")
    press(window, "Legg til")
    assert not case.meeting_points.list()
    assert "Fristen kan ikke være før møtet 22.11.2026" in seen(window)


def test_a_half_written_minute_comes_up_again(qtbot, window, case, house):
    built, _, _ = house
    go(window, "shared_housing", built.id, "meetings")
    press(window, "Før et møte")
    write(window, "Referat", "Halvferdig.")
    go(window, "today")
    again = open_window(qtbot, case)
    go(again, "shared_housing", built.id, "meetings")
    assert the_field(again, "Referat").toPlainText() == "Halvferdig."


def test_costs_are_shown_room_by_room_and_a_negative_one_is_refused(window, case, house):
    built, _, _ = house
    go(window, "shared_housing", built.id, "costs")
    press(window, "Før en kostnad")
    write(window, "Måned", "2026-10")
    write(window, "Beløp", "-5")
    press(window, "Legg til")
    assert not case.shared_costs.list()
    write(window, "Beløp", "1000,01")
    press(window, "Legg til")
    assert [cost.amount_ore for cost in case.shared_costs.list()] == [100_001]
    assert "rom 1 500,01" in seen(window).replace("\u00a0", " ")
    press(window, "Ny årsoversikt")
    write(window, "År", "2026")
    write(window, "Bedt om", "20.11.2026")
    press(window, "Legg til")
    assert "cost_account" in [one.kind for one in window.page("today").agenda.items()]


def test_hours_and_the_letter_to_the_neighbours_are_entered(window, case, house):
    go(window, "shared_housing", house[0].id, "running")
    press(window, "Før timer")
    write(window, "Initialer eller rolle", "KM")
    write(window, "Timer", "4,5")
    press(window, "Legg til")
    assert str(case.worker_hours.list()[0].hours) == "4.5"
    press(window, "Nytt nabobrev")
    write(window, "Hvem naboene kan ringe", "miljøarbeideren")
    write(window, "Åpen dag", "1.12.2026")
    write(window, "Fra kl.", "17.00")
    press(window, "Legg til")
    assert case.neighbour_letters.list()[0].open_day_on == date(2026, 12, 1)
    assert "Mangler" in seen(window)


def test_no_tab_of_the_house_is_out_of_sight_at_1280(window, case, house):
    a_point(case, a_meeting(case, house[0]))
    page = go(window, "shared_housing", house[0].id, "meetings")
    bar = page.case_panel.tabs.findChild(QToolButton, "ScrollRightButton")
    assert bar is None or not bar.isVisible()


def test_a_meeting_is_found_by_a_word_of_its_minute(window, case, house):
    a_meeting(case, house[0], minute="Vi snakket om vaskemaskinen.", held_on=TODAY - DAY)
    (hit,) = [hit for hit in window.workspace._search("vaskemaskinen") if hit.kind == "meeting"]
    assert window.workspace._place_of(hit) == Place(topic="shared_housing", id=house[0].id, tab="meetings")


def test_the_history_says_in_words_which_was_changed_and_how(window, case, house):
    built, rooms, (lease, _) = house
    meeting = a_meeting(case, built, present=str(rooms[0].id))
    point = a_point(case, meeting)
    talk = a_talk(case, built)
    case.save(replace(meeting, minute="Vi ble enige om vaskelisten.", present=f"{rooms[0].id} {rooms[1].id}"))
    case.save(replace(point, done_on=TODAY))
    case.save(replace(talk, household_id=lease.household_id, topic=RuleGroup.KITCHEN))
    cost = a_cost(case, built, amount_ore=120_050)
    case.save(replace(cost, amount_ore=99_900, voucher="B-1"))
    case.undo_last()
    go(window, "shared_housing", built.id, "history")
    said = seen(window)
    for line in (
        "Endring i et møte: 12.11.2026",
        "Referat: Vi snakket om kjøkkenet. → Vi ble enige om vaskelisten.",
        "Til stede: rom 1 → rom 1, rom 2",
        "Kjøpe ny kost",
        "Gjort: tomt → 22.11.2026",
        "02.11.2026 · Samtale",
        "Hvilken regel: Ro → Kjøkken",
        "Hvem det gjelder: tomt → rom 1 · Farid Noori",
        "Beløp: 1\u00a0200,50\u00a0kr → 999,00\u00a0kr",
        "Angret",
        "Beløp: 999,00\u00a0kr → 1\u00a0200,50\u00a0kr",
        "Bilag: tomt → B-1",
    ):
        assert line in said, (line, said)
    assert "house_id" not in said and "matter_id" not in said


def test_the_log_says_what_the_rules_said_that_day_and_the_warning_quotes_the_only_one(window, case, house):
    built, _, (lease, _) = house
    version = case.save(HouseRules(house_id=built.id, version=1, agreed_on=TODAY - 90 * DAY))
    only = {"topic": RuleGroup.KITCHEN, "text": "Vi vasker opp etter oss samme kveld."}
    case.save(HouseRule(rules_id=version.id, **only))
    for text in ("Det er stille fra kl. 23.", "Vi bruker hodetelefoner om kvelden."):
        case.save(HouseRule(rules_id=version.id, topic=RuleGroup.QUIET, text=text))
    case.save(replace(version, valid_from=TODAY - 60 * DAY))
    about = {"household_id": lease.household_id, "step": ConflictStep.WARNING, "skipped": "Alvorlig."}
    one = a_talk(case, built, topic=RuleGroup.KITCHEN, facts="Kjøkkenet ble ikke ryddet.", **about)
    two = a_talk(case, built, topic=RuleGroup.QUIET, facts="Bråk om natten.", **about)
    a_talk(case, built, topic=RuleGroup.KITCHEN, happened_on=TODAY - 70 * DAY, facts="Før reglene gjaldt.")
    go(window, "shared_housing", built.id, "conflicts")
    said = seen(window)
    assert said.count("Husregelen: «Vi vasker opp etter oss samme kveld.»") == 1, "not on the day before they held"
    assert "«Det er stille fra kl. 23.» «Vi bruker hodetelefoner om kvelden.»" in said
    quoted = "Kjøkkenet ble ikke ryddet.\n\nHusregelen sier: «Vi vasker opp etter oss samme kveld.»"
    assert warn(case, one).reason == quoted
    assert warn(case, two).reason == "Bråk om natten.", "which of two was broken is hers to say"
