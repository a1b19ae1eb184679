"""What is typed is kept, and what stands in the way is said, through the real window by visible words and keys."""

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.problems import sentence_of
from build import a_dwelling, a_household, a_municipality, a_tenancy
from drive import press, seen, settle, the_button, the_field, write
from windows import go, open_window


@pytest.fixture
def window(qtbot, case):
    a_municipality(case)
    return open_window(qtbot, case)


def typing_all_the_while(qtbot, until):
    """Press a key over and over where the keyboard is, until something is so."""
    typist = QTimer()
    typist.timeout.connect(lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A))
    typist.start(20)
    try:
        qtbot.waitUntil(until, timeout=3000)
    finally:
        typist.stop()


def test_one_who_types_without_a_pause_is_kept_too(qtbot, case, window):
    go(window, "dwellings", tab="new")
    the_field(window, "Gateadresse").setFocus()
    typing_all_the_while(qtbot, lambda: bool(case.drafts.of_topic("dwellings")))


def test_a_line_in_a_list_typed_without_a_pause_is_kept_too(qtbot, case, window):
    go(window, "dwellings", a_dwelling(case).id, "keys")
    press(window, "Legg til nøkkel")
    the_field(window, "Nøkkel").setFocus()
    typing_all_the_while(qtbot, lambda: bool(case.drafts.of_topic("keys")))


def test_a_new_member_typed_without_a_pause_is_kept_too(qtbot, case, window):
    go(window, "households", a_household(case).id)
    press(window, "Legg til medlem")
    the_field(window, "Hva heter personen?").setFocus()
    typing_all_the_while(qtbot, lambda: bool(case.drafts.of_topic("new_member")))


# what stands in the way of a new one


def in_sight(widget):
    """Whether it can be seen in the column it scrolls with."""
    view = widget.parentWidget()
    while not isinstance(view, QScrollArea):
        view = view.parentWidget()
    inside = view.viewport().rect()
    top = widget.mapTo(view.viewport(), widget.rect().topLeft()).y()
    return top >= 0 and top + widget.height() <= inside.height()


def begin_a_dwelling(window, **typed):
    go(window, "dwellings", tab="new")
    for label, words in ({"Gateadresse": "Storgata 1", "Postnummer": "8099", "Poststed": "Nordvik"} | typed).items():
        write(window, label, words)


def test_a_number_that_cannot_be_read_in_a_folded_section_is_shown_and_gets_the_keyboard(case, window):
    begin_a_dwelling(window)
    press(window, "Brannvern, radon og godkjent bruk")
    write(window, "Radon, Bq/m³", "mye")
    press(window, "Brannvern, radon og godkjent bruk")
    press(window, "Opprett bolig")
    radon = the_field(window, "Radon, Bq/m³")
    assert window.focusWidget() is radon
    assert in_sight(radon)
    assert "merket med rødt" in window.status.text()
    assert case.dwellings.list() == []


def test_what_cannot_be_read_and_what_the_rules_say_are_shown_together_and_the_first_gets_the_keyboard(case, window):
    begin_a_dwelling(window, Gateadresse="", Soverom="to stykker")
    the_field(window, "Soverom").setFocus()
    press(window, "Opprett bolig")
    fields = window.page("dwellings").form.fields
    assert fields["street"].is_wrong() and fields["bedrooms"].is_wrong()
    assert window.focusWidget() is the_field(window, "Gateadresse")
    assert "merket med rødt" in window.status.text()


def test_a_wrong_field_scrolled_out_of_sight_is_scrolled_to(case, window):
    go(window, "dwellings", tab="new")
    write(window, "Postnummer", "80")
    the_field(window, "Merknad").setFocus()
    press(window, "Opprett bolig")
    street = the_field(window, "Gateadresse")
    assert window.focusWidget() is street
    assert in_sight(street)


def test_a_line_of_a_list_that_cannot_be_read_gets_the_keyboard(case, window):
    go(window, "dwellings", a_dwelling(case).id, "keys")
    press(window, "Legg til nøkkel")
    write(window, "Nøkkel", "ytterdør")
    write(window, "Antall", "mange")
    press(window, "Legg til")
    assert window.focusWidget() is the_field(window, "Antall")


# what was half-filled says at once what is wrong with it


@pytest.fixture
def next_time(qtbot, case, window):
    def again(topic, id=None, tab=""):
        for page in window.made_pages():
            page.leave()
        window.close()
        made = open_window(qtbot, case)
        go(made, topic, id, tab)
        return made

    return again


def test_a_new_one_half_filled_last_time_says_at_once_what_the_rules_say(window, next_time):
    go(window, "dwellings", tab="new")
    write(window, "Postnummer", "80")
    again = next_time("dwellings", tab="new")
    fields = again.page("dwellings").form.fields
    assert fields["postcode"].is_wrong()
    assert not fields["street"].is_wrong(), "what nobody has been in is not said yet"


def test_a_new_line_half_filled_last_time_says_at_once_what_the_rules_say(case, window, next_time):
    unit = a_dwelling(case)
    go(window, "dwellings", unit.id, "keys")
    press(window, "Legg til nøkkel")
    write(window, "Utlevert", "1.11.2026")
    write(window, "Levert tilbake", "1.10.2026")
    again = next_time("dwellings", unit.id, "keys")
    form = dict(again.page("dwellings")._sub_lists)["keys"].list.form
    assert form.fields["returned_on"].is_wrong() or form.fields["handed_out_on"].is_wrong()
    assert not form.fields["label"].is_wrong()


def test_a_new_member_half_filled_last_time_says_at_once_what_the_rules_say(case, window, next_time):
    household = a_household(case)
    go(window, "households", household.id)
    press(window, "Legg til medlem")
    write(window, "Hva heter personen?", "Omar Karimi")
    press(window, "Ny person")
    write(window, "Født", "1.1.2030")
    again = next_time("households", household.id, "members")
    assert again.page("households").members.new_member.form.person_form.fields["born_on"].is_wrong()


def test_what_was_wrong_before_is_said_and_does_not_stop_another_field(case, window):
    tenancy = a_tenancy(case)
    case.tenancies.change(dataclasses.replace(tenancy, ends_on=date(2024, 10, 31)))
    go(window, "tenancies", tenancy.id)
    assert window.page("tenancies").form.fields["ends_on"].is_wrong()
    write(window, "Merknad", "ringer i morgen")
    assert case.tenancies.get(tenancy.id).note == "ringer i morgen"


# undo says what it took back


def undo(window):
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    return window.toast.label.text()


def test_undo_says_which_field_and_which_thing(case, window):
    begin_a_dwelling(window)
    press(window, "Opprett bolig")
    write(window, "Leie per måned", "9500")
    the_button(window, "Nytt leieforhold").setFocus()
    assert undo(window) == "Angret: leie per måned."
    assert undo(window) == "Angret: ny bolig."


def test_undo_of_a_member_names_nobody(case, window):
    go(window, "households", a_household(case).id)
    press(window, "Legg til medlem")
    write(window, "Hva heter personen?", "Omar Karimi")
    press(window, "Ny person")
    write(window, "Rolle i husstanden", "Ektefelle eller samboer")
    press(window, "Legg til")
    assert undo(window) == "Angret: nytt medlem."
    person = case.people.list()[0]
    window.page("households").members.show_person(person.id)
    settle()
    write(window, "Telefon", "91234567")
    the_button(window, "Ferdig").setFocus()
    assert undo(window) == "Angret: telefon."


# a dwelling that no longer fits the lease on it


def test_another_tenure_that_breaks_the_lease_on_the_dwelling_is_said_at_once(case, window):
    unit = a_dwelling(case)
    lease = a_tenancy(case, dwelling_id=unit.id, ends_on=date(2028, 10, 31))
    go(window, "dwellings", unit.id)
    assert "stemmer ikke med boligen" not in seen(window)
    write(window, "Disposisjonsform", "Eid av beboeren")
    assert "stemmer ikke med boligen" in seen(window)
    (said,) = [p for p in case.problems(case.tenancies.get(lease.id)) if p.code == "tenancy.not_ours_to_let"]
    assert sentence_of(said, "nb") in seen(window)
    press(window, "Åpne leieforholdet")
    assert window.here() == Place(topic="tenancies", id=lease.id)


def test_a_lease_that_is_over_is_not_held_against_the_dwelling(case, window):
    unit = a_dwelling(case)
    a_tenancy(case, dwelling_id=unit.id, moved_out_on=date(2026, 10, 31))
    go(window, "dwellings", unit.id)
    write(window, "Disposisjonsform", "Eid av beboeren")
    assert case.dwellings.get(unit.id).tenure is Tenure.RESIDENT_OWNED
    assert "stemmer ikke med boligen" not in seen(window)
