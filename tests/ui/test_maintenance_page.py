"""The pages of defects and complaints and the tab of a dwelling, by visible words; what is kept is asserted."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton

import drive
from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.maintenance.records import CheckKind, CheckResult, DefectKind, HomeCheck, Mender, Urgency
from bolig_desktop.people.records import Grading
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.workspace import Workspace
from build import a_complaint, a_defect, a_dwelling, a_household, a_landlord, a_municipality, a_person, a_tenancy


@pytest.fixture
def workspace(qtbot, case):
    a_municipality(case)
    made = Workspace(case, {})
    made.window.resize(1280, 720)
    qtbot.addWidget(made.window)
    made.window.show()
    drive.settle()
    yield made
    made.window.close()


def go(workspace, topic, row_id=None, tab=""):
    workspace.window.go(Place(topic=topic, id=row_id, tab=tab))
    drive.settle()
    return workspace.window


def test_a_day_that_does_not_exist_is_told_of_and_not_kept(workspace, case):
    defect = a_defect(case)
    window = go(workspace, "defects", defect.id)
    drive.write(window, "Utbedret", "31.2.27")
    assert "28 dager" in drive.seen(window)
    assert case.defects.get(defect.id).mended_on is None


def test_a_mended_day_before_it_was_told_of_is_refused_beside_its_field(workspace, case):
    defect = a_defect(case)
    window = go(workspace, "defects", defect.id)
    drive.write(window, "Utbedret", "19.11.26")
    assert "før avviket ble meldt 20.11.2026" in drive.seen(window)
    assert case.defects.get(defect.id).mended_on is None
    drive.write(window, "Utbedret", "20.11.26")
    assert case.defects.get(defect.id).mended_on == date(2026, 11, 20)


def test_a_negative_cost_is_refused(workspace, case):
    defect = a_defect(case)
    window = go(workspace, "defects", defect.id)
    drive.write(window, "Kostnad", "-500")
    assert case.defects.get(defect.id).cost_nok is None
    drive.write(window, "Kostnad", "500")
    assert case.defects.get(defect.id).cost_nok == 500


def test_three_thousand_letters_are_kept_and_one_more_is_told_of(workspace, case):
    defect = a_defect(case, what="å" * 3_000)
    window = go(workspace, "defects", defect.id)
    assert "Teksten er på" not in drive.seen(window)
    drive.write(window, "Hva er galt", "å" * 3_001)
    assert "Teksten er på 3001 tegn" in drive.seen(window)
    assert len(case.defects.get(defect.id).what) == 3_000


def test_two_open_defects_alike_are_warned_of_and_kept(workspace, case):
    first = a_defect(case)
    window = go(workspace, "defects", a_defect(case, dwelling_id=first.dwelling_id).id)
    assert "Et avvik av samme slag er alt meldt i dette rommet 20.11.2026" in drive.seen(window)
    assert case.defects.count() == 2


def test_a_home_that_is_given_up_gets_no_new_defect(workspace, case):
    home = a_dwelling(case, given_up_on=date(2026, 10, 1))
    window = go(workspace, "defects", tab=f"new dwelling_id={home.id}")
    drive.write(window, "Hva er galt", "Det trekker.")
    drive.write(window, "Hva slags ting", "Vindu eller dør")
    drive.press(window, "Meld avviket")
    assert "Kommunen har ikke hatt boligen siden 01.10.2026" in drive.seen(window)
    assert case.defects.count() == 0


def test_who_is_to_mend_it_is_proposed_and_can_be_changed(workspace, case):
    defect = a_defect(case)
    window = go(workspace, "defects", defect.id)
    assert "Foreslått: Kommunen." in drive.seen(window)
    drive.write(window, "Hva slags ting", "Kran")
    assert "Foreslått: Leieren. Dette skal leieren holde ved like" in drive.seen(window)
    box = drive.the_button(window, "Må skiftes ut")
    box.setFocus()
    drive.QTest.keyClick(box, drive.Qt.Key.Key_Space)
    drive.settle()
    assert "Foreslått: Kommunen. Å skifte ut" in drive.seen(window)
    drive.write(window, "Retter", "Leieren")
    kept = case.defects.get(defect.id)
    assert (kept.mender, kept.replace) == (Mender.TENANT, True)


def test_sent_and_mended_with_one_press_and_taken_back(workspace, case):
    defect = a_defect(case, urgency=Urgency.NOW)
    window = go(workspace, "defects", defect.id)
    drive.press(window, "Sendt i dag")
    assert case.defects.get(defect.id).sent_on == case.clock()
    drive.press(window, "Utbedret i dag")
    assert case.defects.get(defect.id).mended_on == case.clock()
    workspace.undo()
    drive.settle()
    assert case.defects.get(defect.id).mended_on is None
    assert "Angret: utbedret." in drive.seen(window)


def test_costs_are_shown_per_home_and_year(workspace, case):
    first = a_defect(case, mended_on=date(2026, 11, 21), cost_nok=4800)
    a_defect(case, dwelling_id=a_dwelling(case, street="Havnegata 3").id, cost_nok=200)
    window = go(workspace, "defects", first.id, "costs")
    told = drive.seen(window).replace("\u00a0", " ")
    assert "2026, til sammen" in told
    assert "5 000 kr" in told
    assert "4 800 kr" in told
    window = go(workspace, "dwellings", first.dwelling_id, "defects")
    assert "Kostnader per år: 2026: 4 800 kr" in drive.seen(window).replace("\u00a0", " ")


def test_what_is_half_written_is_there_again(qtbot, workspace, case):
    a_dwelling(case)
    window = go(workspace, "defects", tab="new")
    drive.write(window, "Hva er galt", "Det drypper")
    go(workspace, "today")
    drive.press(window, "Avvik")
    drive.press(window, "Nytt avvik")
    assert drive.the_field(window, "Hva er galt").toPlainText() == "Det drypper"
    assert case.defects.count() == 0


def test_the_landlord_shows_what_was_asked_and_promised(workspace, case):
    owner = a_landlord(case)
    home = a_dwelling(case, tenure=Tenure.HIRED_IN, landlord_id=owner.id)
    a_defect(case, dwelling_id=home.id, sent_on=date(2026, 11, 20), promised_on=date(2026, 11, 30), promise="Kommer.")
    a_defect(case, dwelling_id=home.id, what="Låsen er treg.", kind=DefectKind.LOCK)
    window = go(workspace, "landlords", owner.id, "defects")
    assert "lovet innen 30.11.2026: Kommer." in drive.seen(window)
    assert "Låsen er treg." not in drive.seen(window), "what the tenant mends is not asked of the owner"


def test_a_check_can_be_written_with_its_own_months_and_how_it_was_found(workspace, case):
    home = a_dwelling(case)
    window = go(workspace, "dwellings", home.id, "defects")
    drive.press(window, "Før kontroll")
    drive.write(window, "Hva som kontrolleres", "Nøkler")
    drive.write(window, "Resultat", "Noe måtte rettes")
    drive.write(window, "Måneder mellom", "6")
    drive.press(window, "Legg til")
    (kept,) = case.home_checks.list()
    assert (kept.kind, kept.months, kept.result) == (CheckKind.KEYS, 6, CheckResult.DEFECT)
    drive.press(window, "Før kontroll")
    drive.write(window, "Hva som kontrolleres", "Nøkler")
    drive.press(window, "Legg til")
    assert "Denne kontrollen er alt ført for boligen" in drive.seen(window)
    assert case.home_checks.count() == 1


def test_a_check_done_again_keeps_its_months(workspace, case):
    home = a_dwelling(case)
    case.save(HomeCheck(dwelling_id=home.id, kind=CheckKind.KEYS, months=6, done_on=date(2026, 1, 5)))
    window = go(workspace, "dwellings", home.id, "defects")
    words = "Gjort i dag, alt i orden: Nøkler"
    button = next(b for b in window.findChildren(QAbstractButton) if b.accessibleName() == words and b.isVisible())
    button.click()
    drive.settle()
    (kept,) = case.home_checks.list()
    assert (kept.months, kept.done_on, kept.result) == (6, case.clock(), CheckResult.WELL)


def test_a_complaint_shows_no_neighbour_in_the_list(workspace, case):
    lease = a_tenancy(case)
    complaint = a_complaint(case, dwelling_id=lease.dwelling_id, household_id=lease.household_id)
    window = go(workspace, "complaints")
    assert "Klage fra nabo" in drive.lines(window)
    assert complaint.complainant not in drive.lines(window) + drive.seen(window)
    go(workspace, "complaints", complaint.id)
    assert drive.the_field(window, "Navnet til den som klager").text() == complaint.complainant


def test_a_household_with_code_6_cannot_be_named(workspace, case):
    person = a_person(case)
    household = a_household(case, person)
    complaint = a_complaint(case)
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    window = go(workspace, "complaints", complaint.id)
    drive.write(window, "Husstanden det gjelder", str(household.id))
    assert case.complaints.get(complaint.id).household_id is None


def test_the_search_finds_a_defect_and_leads_to_it(workspace, case):
    defect = a_defect(case, what="Termostaten i stua er løs.")
    hits = case.search.find("termostaten")
    assert [(hit.kind, hit.id) for hit in hits] == [("defect", defect.id)]
    case.save(replace(defect, what="Noe annet."))
    assert case.search.find("termostaten") == []
