"""The pages of defects and complaints and the tab of a dwelling, by visible words; what is kept is asserted."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.maintenance.records import CheckKind, CheckResult, DefectKind, HomeCheck, Mender, Urgency
from bolig_desktop.people.records import Grading
from build import a_complaint, a_defect, a_dwelling, a_household, a_landlord, a_municipality, a_person, a_tenancy
from drive import lines, press, press_tool, seen, settle, the_button, the_field, write
from windows import go, open_window


@pytest.fixture
def window(qtbot, case):
    a_municipality(case)
    return open_window(qtbot, case)


def test_a_day_that_does_not_exist_is_told_of_and_not_kept(window, case):
    defect = a_defect(case)
    go(window, "defects", defect.id)
    write(window, "Utbedret", "31.2.27")
    assert "28 dager" in seen(window)
    assert case.defects.get(defect.id).mended_on is None


def test_a_mended_day_before_it_was_told_of_is_refused_beside_its_field(window, case):
    defect = a_defect(case)
    go(window, "defects", defect.id)
    write(window, "Utbedret", "19.11.26")
    assert "før avviket ble meldt 20.11.2026" in seen(window)
    assert case.defects.get(defect.id).mended_on is None
    write(window, "Utbedret", "20.11.26")
    assert case.defects.get(defect.id).mended_on == date(2026, 11, 20)


def test_a_negative_cost_is_refused(window, case):
    defect = a_defect(case)
    go(window, "defects", defect.id)
    write(window, "Kostnad", "-500")
    assert case.defects.get(defect.id).cost_nok is None
    write(window, "Kostnad", "500")
    assert case.defects.get(defect.id).cost_nok == 500


def test_three_thousand_letters_are_kept_and_one_more_is_told_of(window, case):
    defect = a_defect(case, what="å" * 3_000)
    go(window, "defects", defect.id)
    assert "Teksten er på" not in seen(window)
    write(window, "Hva er galt", "å" * 3_001)
    assert "Teksten er på 3001 tegn" in seen(window)
    assert len(case.defects.get(defect.id).what) == 3_000


def test_two_open_defects_alike_are_warned_of_and_kept(window, case):
    first = a_defect(case)
    go(window, "defects", a_defect(case, dwelling_id=first.dwelling_id).id)
    assert "Et avvik av samme slag er alt meldt i dette rommet 20.11.2026" in seen(window)
    assert case.defects.count() == 2


def test_a_home_that_is_given_up_gets_no_new_defect(window, case):
    home = a_dwelling(case, given_up_on=date(2026, 10, 1))
    go(window, "defects", tab=f"new dwelling_id={home.id}")
    write(window, "Hva er galt", "Det trekker.")
    write(window, "Hva slags ting", "Vindu eller dør")
    press(window, "Meld avviket")
    assert "Kommunen har ikke hatt boligen siden 01.10.2026" in seen(window)
    assert case.defects.count() == 0


def test_who_is_to_mend_it_is_proposed_and_can_be_changed(window, case):
    defect = a_defect(case)
    go(window, "defects", defect.id)
    assert "Foreslått: Kommunen." in seen(window)
    write(window, "Hva slags ting", "Kran")
    assert "Foreslått: Leieren. Dette skal leieren holde ved like" in seen(window)
    box = the_button(window, "Må skiftes ut")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    settle()
    assert "Foreslått: Kommunen. Å skifte ut" in seen(window)
    write(window, "Retter", "Leieren")
    kept = case.defects.get(defect.id)
    assert (kept.mender, kept.replace) == (Mender.TENANT, True)


def test_sent_and_mended_with_one_press_and_taken_back(window, case):
    defect = a_defect(case, urgency=Urgency.NOW)
    go(window, "defects", defect.id)
    press(window, "Sendt i dag")
    assert case.defects.get(defect.id).sent_on == case.clock()
    press(window, "Utbedret i dag")
    assert case.defects.get(defect.id).mended_on == case.clock()
    window.workspace.undo()
    settle()
    assert case.defects.get(defect.id).mended_on is None
    assert "Angret: utbedret." in seen(window)


def test_costs_are_shown_per_home_and_year(window, case):
    first = a_defect(case, mended_on=date(2026, 11, 21), cost_nok=4800)
    a_defect(case, dwelling_id=a_dwelling(case, street="Havnegata 3").id, cost_nok=200)
    go(window, "defects", first.id, "costs")
    told = seen(window).replace("\u00a0", " ")
    assert "2026, til sammen" in told
    assert "5 000 kr" in told
    assert "4 800 kr" in told
    go(window, "dwellings", first.dwelling_id, "defects")
    assert "Kostnader per år: 2026: 4 800 kr" in seen(window).replace("\u00a0", " ")


def test_what_is_half_written_is_there_again(qtbot, window, case):
    a_dwelling(case)
    go(window, "defects", tab="new")
    write(window, "Hva er galt", "Det drypper")
    go(window, "today")
    press(window, "Avvik")
    press(window, "Nytt avvik")
    assert the_field(window, "Hva er galt").toPlainText() == "Det drypper"
    assert case.defects.count() == 0


def test_the_landlord_shows_what_was_asked_and_promised(window, case):
    owner = a_landlord(case)
    home = a_dwelling(case, tenure=Tenure.HIRED_IN, landlord_id=owner.id)
    a_defect(case, dwelling_id=home.id, sent_on=date(2026, 11, 20), promised_on=date(2026, 11, 30), promise="Kommer.")
    a_defect(case, dwelling_id=home.id, what="Låsen er treg.", kind=DefectKind.LOCK)
    go(window, "landlords", owner.id, "defects")
    assert "lovet innen 30.11.2026: Kommer." in seen(window)
    assert "Låsen er treg." not in seen(window), "what the tenant mends is not asked of the owner"


def test_a_check_can_be_written_with_its_own_months_and_how_it_was_found(window, case):
    home = a_dwelling(case)
    go(window, "dwellings", home.id, "defects")
    press(window, "Før kontroll")
    write(window, "Hva som kontrolleres", "Nøkler")
    write(window, "Resultat", "Noe måtte rettes")
    write(window, "Måneder mellom", "6")
    press(window, "Legg til")
    (kept,) = case.home_checks.list()
    assert (kept.kind, kept.months, kept.result) == (CheckKind.KEYS, 6, CheckResult.DEFECT)
    press(window, "Før kontroll")
    write(window, "Hva som kontrolleres", "Nøkler")
    press(window, "Legg til")
    assert "Denne kontrollen er alt ført for boligen" in seen(window)
    assert case.home_checks.count() == 1


def test_a_check_done_again_keeps_its_months(window, case):
    home = a_dwelling(case)
    case.save(HomeCheck(dwelling_id=home.id, kind=CheckKind.KEYS, months=6, done_on=date(2026, 1, 5)))
    go(window, "dwellings", home.id, "defects")
    press_tool(window, "Gjort i dag, alt i orden: Nøkler")
    (kept,) = case.home_checks.list()
    assert (kept.months, kept.done_on, kept.result) == (6, case.clock(), CheckResult.WELL)


def test_a_complaint_shows_no_neighbour_in_the_list(window, case):
    lease = a_tenancy(case)
    complaint = a_complaint(case, dwelling_id=lease.dwelling_id, household_id=lease.household_id)
    go(window, "complaints")
    assert "Klage fra nabo" in lines(window)
    assert complaint.complainant not in lines(window) + seen(window)
    go(window, "complaints", complaint.id)
    assert the_field(window, "Navnet til den som klager").text() == complaint.complainant


def test_a_household_with_code_6_cannot_be_named(window, case):
    person = a_person(case)
    household = a_household(case, person)
    complaint = a_complaint(case)
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    go(window, "complaints", complaint.id)
    write(window, "Husstanden det gjelder", str(household.id))
    assert case.complaints.get(complaint.id).household_id is None


def test_the_search_finds_a_defect_and_leads_to_it(window, case):
    defect = a_defect(case, what="Termostaten i stua er løs.")
    hits = case.search.find("termostaten")
    assert [(hit.kind, hit.id) for hit in hits] == [("defect", defect.id)]
    case.save(replace(defect, what="Noe annet."))
    assert case.search.find("termostaten") == []
