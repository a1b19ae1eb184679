"""I dag: done, put off with a reason, and never past the day the law acts on."""

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from today_seen import CTRL, TODAY, a_lease, banner, save

from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.widgets.grouped_list import GroupedList
from build import a_landlord
from drive import key, lines, open_line, press, seen, the_field, write
from windows import go, move_to


@pytest.fixture
def talk(window):
    """A lease to be talked about this week, chosen."""
    lease = save(window, lambda case: a_lease(case, date(2027, 5, 28)))
    open_line(window, "Boligsamtale")
    return lease


def marks(window):
    return [(m.kind, m.put_off_to, m.reason) for m in window.session.case.marks.list()]


def test_done_takes_the_line_away_and_undo_brings_it_back(window, talk):
    press(window, "Gjort")
    assert marks(window) == [("lease_talk", None, "")]
    assert "Boligsamtale" not in lines(window)
    assert window.toast.isVisible()
    key(window, Qt.Key.Key_Z, CTRL)
    assert marks(window) == []
    assert "Boligsamtale" in lines(window)
    assert "Angret: det du gjorde ferdig eller utsatte." in seen(window)


def test_after_done_the_next_line_is_shown_and_the_list_has_the_keyboard(window, talk):
    save(window, lambda case: a_lease(case, date(2027, 6, 18), "Myrveien 1", "Ali Noor"))
    open_line(window, "Selam Tesfay")
    press(window, "Gjort")
    assert window.here().topic == "today" and window.here().tab
    assert isinstance(window.focusWidget(), GroupedList)
    assert banner(window) is not None


def test_putting_off_without_a_reason_says_so_beside_the_field(window, talk):
    press(window, "Utsett …")
    write(window, "Til hvilken dag", "+1 uke")
    press(window, "Utsett")
    assert "Skriv hvorfor det utsettes." in seen(window)
    assert marks(window) == []
    press(window, "Utsett")  # nothing typed: still refused, and nothing lost
    assert the_field(window, "Til hvilken dag").text() == "29.11.2026"


def test_putting_off_with_a_reason_takes_it_away_until_that_day(window, talk, calendar):
    press(window, "Utsett …")
    press(window, "Om en uke")
    write(window, "Hvorfor", "De er bortreist")
    press(window, "Utsett")
    assert marks(window) == [("lease_talk", date(2026, 11, 29), "De er bortreist")]
    assert "Boligsamtale" not in lines(window)
    move_to(window, calendar, date(2026, 11, 29))
    open_line(window, "Boligsamtale")
    said = seen(window.page("today").case_panel)
    assert "Gjort og utsatt" in said and "Utsatt til 29.11.2026: De er bortreist" in said
    assert "søndag 29. november 2026" in window.top.day.text()


def test_no_day_and_a_day_gone_are_refused_in_the_rules_own_words(window, talk):
    press(window, "Utsett …")
    press(window, "Utsett")
    assert "Velg en dag etter i dag, 22.11.2026." in seen(window)
    assert "Skriv hvorfor det utsettes." in seen(window)
    write(window, "Til hvilken dag", "31.2.27")
    press(window, "Utsett")
    assert "februar" in seen(window) and marks(window) == []


def test_past_the_day_the_law_acts_on_is_refused_with_its_sentence(window):
    save(window, lambda case: a_lease(case, date(2026, 10, 31)))
    open_line(window, "Leieavtalen er utløpt")
    assert "Gjort" not in [button.text() for button in banner(window).buttons], "only the facts can say so"
    press(window, "Utsett …")
    write(window, "Til hvilken dag", "1.2.27")
    write(window, "Hvorfor", "Venter på svar")
    press(window, "Utsett")
    assert "Det kan ikke utsettes lenger enn til 29.01.2027" in seen(window)
    write(window, "Til hvilken dag", "29.1.27")
    press(window, "Utsett")
    assert marks(window) == [("lease_expired", date(2027, 1, 29), "Venter på svar")]


def test_the_form_closes_with_escape_and_is_kept_while_other_things_change(window, talk):
    press(window, "Utsett …")
    QTest.keyClicks(the_field(window, "Hvorfor"), "Halvferdig")
    save(window, a_landlord)
    assert the_field(window, "Hvorfor").text() == "Halvferdig"
    the_field(window, "Hvorfor").setFocus()
    key(window, Qt.Key.Key_Escape)
    assert "Til hvilken dag" not in seen(window)


def test_a_lease_that_is_seen_to_leaves_the_page_by_itself(window):
    lease = save(window, lambda case: a_lease(case, date(2026, 10, 31)))
    open_line(window, "Leieavtalen er utløpt")
    save(window, lambda case: case.save(dataclasses.replace(lease, moved_out_on=TODAY)))
    assert "Leieavtalen er utløpt" not in lines(window)
    assert "Leieavtalen er utløpt" not in seen(window.page("today").case_panel)
    assert window.side.buttons["today"].badge() is None


def test_what_was_half_typed_stands_there_when_she_comes_back(window, talk):
    press(window, "Utsett …")
    QTest.keyClicks(the_field(window, "Hvorfor"), "Venter paa svar")
    window.go(Place(topic="landlords"))
    go(window, "today", tab="x")
    open_line(window, "Boligsamtale")
    assert the_field(window, "Hvorfor").text() == "Venter paa svar"
    press(window, "Avbryt")
    assert window.session.case.drafts.of_topic("today") == []
