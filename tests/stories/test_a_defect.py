"""A defect from the first report to mended with its cost, and a complaint answered, by visible words alone."""

from datetime import date

import pytest

import drive
from bolig_desktop.casefile import CaseFile
from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.ui.documents.issue import IssueDialog
from bolig_desktop.ui.workspace import Workspace
from build import a_dwelling, a_landlord, a_municipality
from windows import go

TODAY = date(2026, 11, 23)  # a Monday


@pytest.fixture
def scene(qtbot):
    days = [TODAY]
    case = CaseFile(open_in_memory(), clock=lambda: days[0])
    a_municipality(case, case_officer="Kari Nordli")
    owner = a_landlord(case, name="Aud Kvalnes", street="Brygga 2", postcode="8099", city="Nordvik")
    home = a_dwelling(case, street="Parkveien 3", unit_number="H0101", tenure=Tenure.HIRED_IN, landlord_id=owner.id)
    case.save(
        HeadLease(landlord_id=owner.id, dwelling_id=home.id, starts_on=date(2025, 1, 1), sublet_consent_on=TODAY)
    )
    workspace = Workspace(case, {})
    window = workspace.window
    window.resize(1280, 720)
    qtbot.addWidget(window)
    window.show()
    drive.settle()
    yield case, window, days, workspace
    window.close()


def move_on(days, workspace, day):
    days[0] = day
    workspace.session.look_at_the_day()
    drive.settle()


def test_a_defect_from_the_first_report_to_mended_with_its_cost(qtbot, scene, tmp_path):
    case, window, days, workspace = scene
    # She gets a telephone call: water drips in the bathroom.
    drive.press(window, "Avvik")
    assert "Her kommer det som er galt i boligene" in drive.seen(window)
    drive.press(window, "Nytt avvik")
    drive.write(window, "Bolig", "parkv")
    drive.write(window, "Hvor i boligen", "bad")
    drive.write(window, "Hva er galt", "Det drypper fra taket over dusjen.")
    drive.write(window, "Hva slags ting", "Lekkasje eller rør")
    drive.write(window, "Hvor ille", "Haster nå")
    assert "Foreslått: Eieren. Boligen er innleid." in drive.seen(window)
    assert "husleieloven §\u00a05-3" in drive.seen(window)
    drive.press(window, "Meld avviket")
    assert "Dette haster: si fra til den som skal rette, nå" in drive.seen(window)
    # It stands on I dag, with what to do about it.
    drive.press(window, "I dag")
    assert "Avvik som haster, er ikke sendt" in drive.lines(window)
    drive.open_line(window, "Avvik som haster")
    drive.press(window, "Send melding om avviket")
    # The message to the owner, filed on the defect.
    drive.press(window, "Skriv ut melding")
    dialog = drive.the_dialog(IssueDialog)
    qtbot.waitUntil(lambda: "Side 1 av 1" in drive.seen(dialog), timeout=15_000)
    dialog.choose_file = lambda over, name: tmp_path / name
    drive.press(dialog, "Lagre som PDF")
    drive.press(dialog, "Lukk")
    window.activateWindow()  # as a real window system does
    drive.settle()
    assert (tmp_path / "D32-1.pdf").read_bytes().startswith(b"%PDF")
    (paper,) = case.papers.lines("defect_id = ?", (1,))
    assert (paper.number, paper.recipient, paper.household_id) == ("D32", "", None)
    drive.press(window, "Sendt i dag")
    assert case.defects.get(1).sent_on == TODAY
    # The owner promises Thursday, and does not come.
    drive.write(window, "Hva som ble lovet", "Rørleggeren kommer.")
    drive.write(window, "Lovet innen", "26.11.26")
    assert "Lovet" in drive.seen(window)
    move_on(days, workspace, date(2026, 11, 27))
    drive.press(window, "I dag")
    assert "Avviket er lovet rettet" in drive.lines(window)
    drive.press(window, "Utleiere")
    drive.open_line(window, "Aud Kvalnes")
    go(window, "landlords", 1, "defects")
    assert "Det drypper fra taket over dusjen." in drive.seen(window)
    assert "sendt 23.11.2026 · lovet innen 26.11.2026: Rørleggeren kommer." in drive.seen(window)
    # It is mended, and costs money.
    drive.press(window, "Avvik")
    drive.open_line(window, "Det drypper")
    assert "Det ble lovet rettet innen 26.11.2026" in drive.seen(window)
    drive.press(window, "Utbedret i dag")
    drive.write(window, "Kostnad", "4 800,-")
    drive.write(window, "Årsak", "Sprukket rør.")
    kept = case.defects.get(1)
    assert (kept.mended_on, kept.cost_nok, kept.cause) == (date(2026, 11, 27), 4800, "Sprukket rør.")
    drive.press(window, "I dag")
    assert "Avviket er lovet rettet" not in drive.lines(window)


def test_a_complaint_from_the_day_it_came_to_its_answer(scene):
    case, window, days, workspace = scene
    drive.press(window, "Klager")
    drive.press(window, "Ny klage")
    drive.write(window, "Bolig", "parkv")
    drive.write(window, "Hvem klager", "Klage fra nabo")
    drive.write(window, "Navnet til den som klager", "Oddleif Gjerdet")
    drive.write(window, "Hva det klages på", "Høy musikk etter midnatt.")
    drive.press(window, "Før klagen")
    assert "Svar på klagen innen 07.12.2026" in drive.seen(window)
    move_on(days, workspace, date(2026, 12, 8))
    drive.press(window, "I dag")
    assert "Svar på klagen" in drive.lines(window)
    assert "Gjerdet" not in drive.lines(window)
    drive.open_line(window, "Svar på klagen")
    drive.press(window, "Svar på klagen")
    drive.press(window, "Besvart i dag")
    drive.write(window, "Hva som ble svart", "Vi har snakket med husstanden.")
    assert case.complaints.get(1).answered_on == date(2026, 12, 8)
    drive.press(window, "I dag")
    assert "Svar på klagen" not in drive.lines(window)


def test_a_check_is_done_with_one_press(scene):
    case, window, _, workspace = scene
    drive.press(window, "Boliger")
    drive.open_line(window, "Parkveien 3")
    go(window, "dwellings", 1, "defects")
    assert "aldri ført · hver 12. måned" in drive.seen(window)
    named = [w for w in window.findChildren(drive.QAbstractButton) if w.isVisible()]
    button = next(w for w in named if w.accessibleName() == "Gjort i dag, alt i orden: Røykvarslere")
    button.setFocus()
    drive.QTest.keyClick(button, drive.Qt.Key.Key_Space)
    drive.settle()
    assert [(one.kind.value, one.done_on) for one in case.home_checks.list()] == [("smoke_alarm", TODAY)]
    assert "sist 23.11.2026 · hver 12. måned" in drive.seen(window)
    workspace.undo()
    drive.settle()
    assert case.home_checks.list() == []
