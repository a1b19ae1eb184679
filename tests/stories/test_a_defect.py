"""A defect from the first report to mended with its cost, and a complaint answered, by visible words alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.ui.documents.issue import IssueDialog
from build import a_dwelling, a_landlord
from drive import key, lines, open_line, press, save_paper, seen, settle, the_dialog, the_tool, write
from windows import go, move_to, open_window

TODAY = date(2026, 11, 23)  # a Monday


@pytest.fixture
def case(monday):
    owner = a_landlord(monday, name="Aud Kvalnes", street="Brygga 2", postcode="8099", city="Nordvik")
    home = a_dwelling(monday, street="Parkveien 3", unit_number="H0101", tenure=Tenure.HIRED_IN, landlord_id=owner.id)
    monday.save(
        HeadLease(landlord_id=owner.id, dwelling_id=home.id, starts_on=date(2025, 1, 1), sublet_consent_on=TODAY)
    )
    return monday


@pytest.fixture
def window(qtbot, case):
    return open_window(qtbot, case)


def test_a_defect_from_the_first_report_to_mended_with_its_cost(qtbot, case, window, calendar, tmp_path):
    # She gets a telephone call: water drips in the bathroom.
    press(window, "Avvik")
    assert "Her kommer det som er galt i boligene" in seen(window)
    press(window, "Nytt avvik")
    write(window, "Bolig", "parkv")
    write(window, "Hvor i boligen", "bad")
    write(window, "Hva er galt", "Det drypper fra taket over dusjen.")
    write(window, "Hva slags ting", "Lekkasje eller rør")
    write(window, "Hvor ille", "Haster nå")
    assert "Foreslått: Eieren. Boligen er innleid." in seen(window)
    assert "husleieloven §\u00a05-3" in seen(window)
    press(window, "Meld avviket")
    assert "Dette haster: si fra til den som skal rette, nå" in seen(window)
    # It stands on I dag, with what to do about it.
    press(window, "I dag")
    assert "Avvik som haster, er ikke sendt" in lines(window)
    open_line(window, "Avvik som haster")
    press(window, "Send melding om avviket")
    # The message to the owner, filed on the defect.
    press(window, "Skriv ut melding")
    dialog = the_dialog(IssueDialog)
    qtbot.waitUntil(lambda: "Side 1 av 1" in seen(dialog), timeout=15_000)
    save_paper(dialog, tmp_path)
    window.activateWindow()  # as a real window system does
    settle()
    assert (tmp_path / "D32-1.pdf").read_bytes().startswith(b"%PDF")
    (paper,) = case.papers.lines("defect_id = ?", (1,))
    assert (paper.number, paper.recipient, paper.household_id) == ("D32", "", None)
    press(window, "Sendt i dag")
    assert case.defects.get(1).sent_on == TODAY
    # The owner promises Thursday, and does not come.
    write(window, "Hva som ble lovet", "Rørleggeren kommer.")
    write(window, "Lovet innen", "26.11.26")
    assert "Lovet" in seen(window)
    move_to(window, calendar, date(2026, 11, 27))
    press(window, "I dag")
    assert "Avviket er lovet rettet" in lines(window)
    press(window, "Utleiere")
    open_line(window, "Aud Kvalnes")
    go(window, "landlords", 1, "defects")
    assert "Det drypper fra taket over dusjen." in seen(window)
    assert "sendt 23.11.2026 · lovet innen 26.11.2026: Rørleggeren kommer." in seen(window)
    # It is mended, and costs money.
    press(window, "Avvik")
    open_line(window, "Det drypper")
    assert "Det ble lovet rettet innen 26.11.2026" in seen(window)
    press(window, "Utbedret i dag")
    write(window, "Kostnad", "4 800,-")
    write(window, "Årsak", "Sprukket rør.")
    kept = case.defects.get(1)
    assert (kept.mended_on, kept.cost_nok, kept.cause) == (date(2026, 11, 27), 4800, "Sprukket rør.")
    press(window, "I dag")
    assert "Avviket er lovet rettet" not in lines(window)


def test_a_complaint_from_the_day_it_came_to_its_answer(case, window, calendar):
    press(window, "Klager")
    press(window, "Ny klage")
    write(window, "Bolig", "parkv")
    write(window, "Hvem klager", "Klage fra nabo")
    write(window, "Navnet til den som klager", "Oddleif Gjerdet")
    write(window, "Hva det klages på", "Høy musikk etter midnatt.")
    press(window, "Før klagen")
    assert "Svar på klagen innen 07.12.2026" in seen(window)
    move_to(window, calendar, date(2026, 12, 8))
    press(window, "I dag")
    assert "Svar på klagen" in lines(window)
    assert "Gjerdet" not in lines(window)
    open_line(window, "Svar på klagen")
    press(window, "Svar på klagen")
    press(window, "Besvart i dag")
    write(window, "Hva som ble svart", "Vi har snakket med husstanden.")
    assert case.complaints.get(1).answered_on == date(2026, 12, 8)
    press(window, "I dag")
    assert "Svar på klagen" not in lines(window)


def test_a_check_is_done_with_one_press(case, window):
    press(window, "Boliger")
    open_line(window, "Parkveien 3")
    go(window, "dwellings", 1, "defects")
    assert "aldri ført · hver 12. måned" in seen(window)
    button = the_tool(window, "Gjort i dag, alt i orden: Røykvarslere")
    button.setFocus()
    key(window, Qt.Key.Key_Space)
    assert [(one.kind.value, one.done_on) for one in case.home_checks.list()] == [("smoke_alarm", TODAY)]
    assert "sist 23.11.2026 · hver 12. måned" in seen(window)
    window.workspace.undo()
    settle()
    assert case.home_checks.list() == []
