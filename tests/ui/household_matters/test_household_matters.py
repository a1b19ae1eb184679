"""A household's matters and decisions in its own case, before it has a lease: written, printed, changed, given up."""

import dataclasses
from datetime import date

import pytest
from matters_seen import FACTS, applied, at, decided
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.tenancies.records import (
    DecisionKind,
    DecisionResult,
    MainReason,
    MatterKind,
    RefusalReason,
)
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.documents.issue import IssueDialog, RefusedDialog
from bolig_desktop.yearly.year import figures_of
from build import a_municipality, a_tenancy
from drive import key, press, press_tool, save_paper, seen, settle, the_button, the_dialog, the_field, the_tool, write
from windows import go, open_window


def choices(window, label):
    box = the_field(window, label)
    assert isinstance(box, QComboBox)
    return [box.itemText(at) for at in range(box.count())]


# from the application to the decision, without a lease


def test_an_application_is_registered_answered_for_now_and_decided(window, case, household, tmp_path):
    at(window, household.id)
    assert "Her fører du søknader om bolig og forhåndsvarsler" in seen(window)
    press(window, "Ny sak")
    write(window, "Hva saken er", "Søknad om bolig")
    write(window, "Kom inn", "2.11.26")
    write(window, "Hva de søker om", "En bolig med tre soverom.")
    write(window, "Svar ventes innen", "15.12.26")
    write(window, "Hvorfor svaret drøyer", "Vi venter pa en ledig bolig.")
    press(window, "Legg til")
    (matter,) = case.matters.list()
    assert (matter.household_id, matter.tenancy_id) == (household.id, None)
    assert (matter.kind, matter.opened_on) == (MatterKind.HOUSING_APPLICATION, date(2026, 11, 2))

    press_tool(window, "Skriv ut Søknad om bolig")
    shown = the_dialog(IssueDialog)
    assert "D23" in seen(shown)
    save_paper(shown, tmp_path)
    (paper,) = case.papers.list()
    assert (paper.number, paper.matter_id, paper.household_id) == ("D23", matter.id, household.id)

    press(window, "Nytt vedtak")
    assert the_field(window, "Vedtak om").currentText() == "Tildeling av bolig"
    told = the_field(window, "Fakta vedtaket bygger på").toPlainText()
    assert told == "Søknad om bolig 02.11.2026: En bolig med tre soverom."
    write(window, "Resultat", "Innvilget")
    write(window, "De viktigste grunnene", "Husstanden er uten bolig.")
    write(window, "Hva vedtaket går ut på", "Tre rom i sentrum i tre ar.")
    press(window, "Legg til")
    (decision,) = case.decisions.list()
    assert (decision.household_id, decision.tenancy_id, decision.assessment_id) == (household.id, None, None)
    assert (decision.kind, decision.result) == (DecisionKind.ALLOTMENT, DecisionResult.GRANTED)
    press_tool(window, "Skriv ut Tildeling av bolig")
    shown = the_dialog(IssueDialog)
    assert "D22" in seen(shown)
    press(shown, "Lukk")


def test_why_they_apply_and_why_they_are_refused_is_chosen_and_counted(window, case, household):
    at(window, household.id)
    press(window, "Ny sak")
    write(window, "Hva saken er", "Søknad om bolig")
    write(window, "Kom inn", "2.11.26")
    write(window, "Hovedgrunn", "Trenger tilrettelagt bolig")
    press(window, "Legg til")
    press(window, "Nytt vedtak")
    assert "Hvorfor avslag" not in seen(window), "nothing is refused yet"
    write(window, "Resultat", "Avslått")
    write(window, "Hvorfor avslag", "Kan skaffe bolig selv")
    write(window, "De viktigste grunnene", "De har inntekt til å leie privat.")
    press(window, "Legg til")
    (matter,), (decision,) = case.matters.list(), case.decisions.list()
    assert matter.main_reason is MainReason.ACCESSIBLE and decision.refusal_reason is RefusalReason.CAN_RENT
    counted = figures_of(case, 2026)
    assert (counted["new_applications"].value, counted["refused_can_rent"].value) == (1, 1)
    press_tool(window, "Endre Tildeling av bolig")
    write(window, "Resultat", "Innvilget")
    press(window, "Lagre")
    assert case.decisions.list()[0].refusal_reason is None, "what is granted has no reason for a refusal"


def test_the_facts_proposed_are_in_the_municipalitys_own_norwegian(window, case, household):
    a_municipality(case, written_form=WrittenForm.NYNORSK)
    applied(case, household)
    applied(case, household, opened_on=date(2026, 11, 20), closed_on=date(2026, 11, 21), about="trukket")
    at(window, household.id)
    press(window, "Nytt vedtak")
    assert the_field(window, "Fakta vedtaket bygger på").toPlainText() == "Søknad om bustad 02.11.2026"


def test_an_advance_notice_is_printed_from_its_line(window, case, household):
    applied(
        case, household, kind=MatterKind.ADVANCE_NOTICE, about="Et avslag.", reason=FACTS, due_on=date(2026, 12, 10)
    )
    at(window, household.id)
    press_tool(window, "Skriv ut Forhåndsvarsel")
    shown = the_dialog(IssueDialog)
    assert "D24" in seen(shown)
    press(shown, "Lukk")


def test_an_appeal_is_sent_on_from_the_line_of_the_decision(window, case, household):
    decision = decided(case, household)
    at(window, household.id)
    assert "Skriv ut oversendelsen av klagen" not in {b.accessibleName() for b in window.findChildren(QToolButton)}
    facts = {"appealed_on": date(2026, 11, 20), "appeal": "De vil ha hjelp.", "appeal_assessment": "Ikke noe nytt."}
    window.session.run(lambda c: c.save(dataclasses.replace(decision, **facts)))
    settle()
    press_tool(window, "Skriv ut oversendelsen av klagen")
    shown = the_dialog(IssueDialog)
    assert "D25" in seen(shown)
    press(shown, "Lukk")


@pytest.mark.parametrize("way", ["taken back", "removed in another case"])
def test_a_line_that_is_gone_while_it_stands_open_is_added_again_when_it_is_saved(window, case, household, way):
    lease = a_tenancy(case, household_id=household.id)
    at(window, household.id)
    window.session.run(lambda c: applied(c, household, kind=MatterKind.WARNING, tenancy_id=lease.id, reason="Brak."))
    settle()
    press_tool(window, "Endre Skriftlig advarsel")
    write(window, "Hva leieren må gjøre", "Ha det stille.")
    if way == "taken back":
        window.workspace.undo()
        settle()
    else:
        go(window, "tenancies", lease.id, "matters")
        press_tool(window, "Fjern Skriftlig advarsel")
        at(window, household.id)
    assert case.matters.count() == 0
    press(window, "Lagre")
    assert "Linjen var fjernet, og er lagt til på nytt." in seen(window)
    (matter,) = case.matters.list()
    assert (matter.reason, matter.about, matter.tenancy_id) == ("Brak.", "Ha det stille.", lease.id)


def test_a_line_that_cannot_be_removed_since_the_disk_is_full_says_so(window, case, household, monkeypatch):
    applied(case, household)
    at(window, household.id)

    def full(record):
        raise FileTrouble(TroubleKind.FULL)

    monkeypatch.setattr(case, "remove", full)
    press_tool(window, "Fjern Søknad om bolig")
    assert trouble_sentence(FileTrouble(TroubleKind.FULL), "nb") in seen(window)
    assert case.matters.count() == 1 and the_tool(window, "Fjern Søknad om bolig")


def test_a_letter_that_lacks_something_says_what(window, case, household):
    applied(case, household)
    at(window, household.id)
    press_tool(window, "Skriv ut Søknad om bolig")
    refused = the_dialog(RefusedDialog)
    assert "Papiret kan ikke skrives ut ennå" in seen(refused)
    press(refused, "Rett det først")


def test_a_line_half_changed_is_saved_before_its_letter(window, case, household):
    applied(case, household, reason="Ingen ledig.", due_on=date(2026, 12, 15))
    at(window, household.id)
    press_tool(window, "Endre Søknad om bolig")
    write(window, "Hvorfor svaret drøyer", "Noe annet.")
    press_tool(window, "Skriv ut Søknad om bolig")
    assert "Lagre linjen først." in window.status.text()
    asked = the_dialog()
    press(asked, "Rett det først")
    press(window, "Lagre")
    press_tool(window, "Skriv ut Søknad om bolig")
    press(the_dialog(IssueDialog), "Lukk")


def test_a_member_that_could_not_be_saved_stops_the_letter(window, case, household):
    applied(case, household, reason="Ingen ledig.", due_on=date(2026, 12, 15))
    (membership,) = case.memberships.list()
    at(window, household.id, f"members person_id={membership.person_id}")
    write(window, "Født", "32.13.")
    at(window, household.id)
    press_tool(window, "Skriv ut Søknad om bolig")
    assert "Rett feltene merket med rødt først." in window.status.text()
    asked = the_dialog()
    press(asked, "Rett det først")
    assert window.page("households").case_panel.tabs.current() == "members"


# what can be chosen


def test_without_a_lease_only_what_needs_none_can_be_chosen(window, case, household):
    at(window, household.id)
    press(window, "Ny sak")
    assert choices(window, "Hva saken er") == ["Søknad om bolig", "Forhåndsvarsel"]
    assert "Oppsigelser, varsler og krav om et leieforhold føres på leieforholdet." in seen(window)
    press(window, "Avbryt")
    press(window, "Nytt vedtak")
    assert choices(window, "Vedtak om") == ["Tildeling av bolig", "Hjelp etter boligsosialloven"]


def test_a_line_of_a_lease_keeps_all_its_kinds_and_one_kept_from_before_its_own(window, case, household):
    lease = a_tenancy(case, household_id=household.id)
    applied(case, household, kind=MatterKind.WARNING, tenancy_id=lease.id)
    applied(case, household, kind=MatterKind.LEFT_BELONGINGS)
    at(window, household.id)
    press_tool(window, "Endre Skriftlig advarsel")
    assert len(choices(window, "Hva saken er")) == len(MatterKind)
    press(window, "Avbryt")
    press_tool(window, "Endre Etterlatte ting")
    assert choices(window, "Hva saken er") == ["Søknad om bolig", "Etterlatte ting", "Forhåndsvarsel"]
    assert the_field(window, "Hva saken er").currentText() == "Etterlatte ting"


def test_a_letter_about_a_lease_that_is_not_given_says_so(window, case, household):
    applied(case, household, kind=MatterKind.REQUEST_TO_MOVE)
    at(window, household.id)
    press_tool(window, "Skriv ut Flytteoppfordring")
    refused = the_dialog(RefusedDialog)
    assert "ikke knyttet til noe" in seen(refused)
    press(refused, "Rett det først")


# kept, undone, given up


def test_ctrl_enter_saves_and_ctrl_z_takes_back(window, case, household):
    at(window, household.id)
    press(window, "Ny sak")
    write(window, "Hva saken er", "Forhåndsvarsel")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert case.matters.count() == 1
    key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert case.matters.count() == 0
    assert "Her fører du søknader om bolig" in seen(window)


def test_what_is_removed_is_gone_and_comes_back(window, case, household):
    applied(case, household)
    at(window, household.id)
    press_tool(window, "Fjern Søknad om bolig")
    assert case.matters.count() == 0
    window.workspace.undo()
    settle()
    assert case.matters.count() == 1
    the_tool(window, "Fjern Søknad om bolig")


def test_half_filled_is_there_again_and_not_in_the_lease_with_the_same_number(qtbot, window, case, household):
    lease = a_tenancy(case, household_id=household.id)
    assert lease.id == household.id, "the numbers must be alike for this to show anything"
    at(window, household.id)
    press(window, "Ny sak")
    write(window, "Hva saken er", "Søknad om bolig")
    write(window, "Hva de søker om", "Et rekkehus.")
    window.page("households").leave()
    again = open_window(qtbot, case)
    go(again, "tenancies", lease.id, "matters")
    assert again.page("tenancies").matters.list.form is None
    at(again, household.id)
    assert the_field(again, "Hva de søker om").toPlainText() == "Et rekkehus."
    press(again, "Avbryt")
    assert case.drafts.of_topic("household_matters") == []


def test_a_wrong_date_is_refused_beside_the_field_and_nothing_is_lost(window, case, household):
    at(window, household.id)
    press(window, "Ny sak")
    write(window, "Hva saken er", "Søknad om bolig")
    write(window, "Kom inn", "1.12.26")
    write(window, "Hva de søker om", "Et rekkehus.")
    press(window, "Legg til")
    assert case.matters.count() == 0
    assert "01.12.2026" in [f.text() for f in window.findChildren(QLineEdit)], "not a hundred years ago"
    assert "22.11.2026" in seen(window.page("households").followed)
    assert the_field(window, "Hva de søker om").toPlainText() == "Et rekkehus."


def test_a_household_with_a_matter_is_not_removed(window, case, household):
    applied(case, household)
    at(window, household.id)
    window.page("households").remove()
    settle()
    assert case.households.count() == 1


def test_the_button_for_a_new_one_is_reached_by_the_keyboard(window, household):
    at(window, household.id)
    button = the_button(window, "Ny sak")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()
    assert the_field(window, "Hva saken er").hasFocus()
