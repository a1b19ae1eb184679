"""The keyboard in the real window: Tab as the eye goes, keys that press the button, where one stands after."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar

from bolig_desktop.ui.documents.issue import IssueDialog
from bolig_desktop.ui.widgets.record_table import RecordTable
from build import a_dwelling, a_household, a_municipality, a_tenancy
from drive import key, press, the_button, the_dialog, the_field, the_tool, write
from windows import go, open_window

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, case):
    a_municipality(case)
    return open_window(qtbot, case)


def here(window):
    """The words or the name of what has the keyboard."""
    now = window.focusWidget()
    if isinstance(now, QTabBar):
        return "tabs"
    return now.text() if isinstance(now, QAbstractButton) and now.text() else now.accessibleName()


def stops(window, start, count, which=Qt.Key.Key_Tab):
    start.setFocus()
    found = []
    for _ in range(count):
        key(window, which)
        found.append(here(window))
    return found


def test_tab_goes_through_the_acts_then_the_tabs_then_the_form_and_back(case, window):
    go(window, "tenancies", a_tenancy(case).id)
    first = the_button(window, "Skriv ut leieavtale")
    expected = ["Overtakelsesprotokoll", "Flyttet ut …", "Ny avtale for samme bolig", "Mer",
                "Vurder behovet", "tabs", "Bolig eller rom", "Husstand", "Fra"]  # fmt: skip
    assert stops(window, first, 9) == expected
    assert stops(window, the_field(window, "Fra"), 8, Qt.Key.Key_Backtab) == expected[7::-1]


def test_lines_made_later_come_where_they_are_seen(case, window):
    unit = a_dwelling(case)
    go(window, "dwellings", unit.id, "keys")
    for name in ("ytterdør", "bod"):
        press(window, "Legg til nøkkel")
        write(window, "Nøkkel", name)
        press(window, "Legg til")
    bar = window.page("dwellings").case_panel.tabs.bar
    found = stops(window, bar, 5)
    assert found == ["Endre ytterdør (1)", "Fjern ytterdør (1)", "Endre bod (1)", "Fjern bod (1)", "Legg til nøkkel"]


def test_the_way_to_what_was_picked_is_no_stop_but_a_key(case, window):
    unit = a_dwelling(case)
    go(window, "tenancies", a_tenancy(case, dwelling_id=unit.id).id)
    field = the_field(window, "Bolig eller rom")
    link = the_tool(window, "Gå til bolig eller rom")
    assert "Alt+Enter" in link.toolTip()
    field.setFocus()
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert (window.here().topic, window.here().id) == ("dwellings", unit.id)


def test_the_key_of_the_calendar_opens_that_of_the_field_one_is_in(case, window):
    go(window, "tenancies", a_tenancy(case).id)
    the_field(window, "Til og med").setFocus()
    key(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None and popup.days.selectedDate().toPython() == date(2026, 10, 31)
    popup.close()


def test_ctrl_enter_makes_the_new_one_and_the_next_act_has_the_keyboard(case, window):
    go(window, "dwellings", tab="new")
    assert "Ctrl+Enter" in the_button(window, "Opprett bolig").toolTip()
    for label, words in {"Gateadresse": "Storgata 1", "Postnummer": "8099", "Poststed": "Nordvik"}.items():
        write(window, label, words)
    the_field(window, "Merknad").setFocus()
    key(window, Qt.Key.Key_Return, CTRL)
    assert [unit.street for unit in case.dwellings.list()] == ["Storgata 1"]
    assert here(window) == "Nytt leieforhold"


def test_after_a_new_lease_the_keyboard_is_on_printing_it_and_ctrl_p_does(case, window):
    unit, household = a_dwelling(case), a_household(case)
    go(window, "tenancies", tab=f"new dwelling_id={unit.id} household_id={household.id}")
    write(window, "Fra", "1.12.26")
    press(window, "Opprett leieforhold")
    assert here(window) == "Skriv ut leieavtale"
    assert "Ctrl+P" in window.focusWidget().toolTip()
    the_field(window, "Fra").setFocus()
    key(window, Qt.Key.Key_P, CTRL)
    paper = the_dialog(IssueDialog)
    assert paper.heading.text() == "D1 Leieavtale for bolig"
    paper.close()


def test_ctrl_enter_adds_and_saves_a_line_of_a_list(case, window):
    go(window, "dwellings", a_dwelling(case).id, "keys")
    press(window, "Legg til nøkkel")
    assert "Ctrl+Enter" in the_button(window, "Legg til").toolTip()
    QTest.keyClicks(the_field(window, "Nøkkel"), "bod")
    key(window, Qt.Key.Key_Return, CTRL)
    assert [k.label for k in case.keys.list()] == ["bod"]


def test_ctrl_enter_lets_a_new_member_in(case, window):
    go(window, "households", a_household(case).id)
    press(window, "Legg til medlem")
    QTest.keyClicks(the_field(window, "Hva heter personen?"), "Omar Karimi")
    key(window, Qt.Key.Key_Return, CTRL)
    write(window, "Rolle i husstanden", "Ektefelle eller samboer")
    the_field(window, "Fornavn").setFocus()
    key(window, Qt.Key.Key_Return, CTRL)
    assert "Omar" in [person.given_name for person in case.people.list()]


@pytest.mark.parametrize("which", [Qt.Key.Key_2, Qt.Key.Key_4])
def test_the_key_of_a_place_puts_the_keyboard_on_its_list(case, window, which):
    a_tenancy(case)
    go(window, "landlords")
    window.search.setFocus()
    key(window, which, CTRL)
    assert isinstance(window.focusWidget(), RecordTable)


def test_f6_goes_from_the_search_field_to_the_list_and_on_to_the_case(case, window):
    go(window, "dwellings", a_dwelling(case).id)
    window.search.setFocus()
    key(window, Qt.Key.Key_F6)
    assert isinstance(window.focusWidget(), RecordTable)
    key(window, Qt.Key.Key_F6)
    assert here(window) == "Nytt leieforhold"


def test_the_list_that_is_empty_offers_to_make_the_first(window):
    go(window, "landlords")
    window.search.setFocus()
    key(window, Qt.Key.Key_2, CTRL)
    assert here(window) == "Ny bolig"


@pytest.mark.parametrize("by_key", [True, False])
def test_the_second_member_begins_with_the_role_that_must_be_chosen(case, window, by_key):
    go(window, "households", a_household(case).id)
    press(window, "Legg til medlem")
    QTest.keyClicks(the_field(window, "Hva heter personen?"), "Omar Karimi")
    if by_key:
        key(window, Qt.Key.Key_Return)
    else:
        press(window, "Ny person")
    assert here(window) == "Rolle i husstanden"
