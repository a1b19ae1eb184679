"""Fields: typed the way people type, wrong ones say so kindly, half-written ones are kept."""

import enum
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from bolig_desktop.clock import fixed
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.widgets.choices import ChoiceField, YesNoField
from bolig_desktop.ui.widgets.fields import (
    DateField,
    DecimalField,
    LongTextField,
    MoneyField,
    NumberField,
    OreField,
    TextField,
)
from bolig_desktop.ui.widgets.pick_field import Choice, PickField

TODAY = date(2026, 11, 22)


class Kind(enum.StrEnum):
    ROOM = "room"
    HOUSE = "house"


@pytest.fixture
def beside(shown):
    """Show a field with another line after it to go on to."""
    windows = []

    def show(field):
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        column.addWidget(field)
        window.next = QLineEdit()
        column.addWidget(window.next)
        shown(window)
        field.editor().setFocus()
        return window

    return show


def heard(signal):
    times = []
    signal.connect(lambda *facts: times.append(facts))
    return times


@pytest.mark.parametrize(
    ("typed", "value", "after"),
    [
        ("1.11.23", date(2023, 11, 1), "01.11.2023"),
        ("011123", date(2023, 11, 1), "01.11.2023"),
        ("i morgen", date(2026, 11, 23), "23.11.2026"),
        ("+3 mnd", date(2027, 2, 22), "22.02.2027"),
    ],
)
def test_a_date_is_shown_as_we_write_it_once_it_is_left(beside, qtbot, typed, value, after):
    field = DateField(fixed(TODAY))
    window = beside(field)
    committed = heard(field.committed)
    qtbot.keyClicks(field.entry, typed)
    assert field.entry.text() == typed
    qtbot.keyClick(field.entry, Qt.Key.Key_Tab)
    assert window.next.hasFocus()
    assert (field.entry.text(), field.value()) == (after, value)
    assert len(committed) == 1


def test_a_date_that_does_not_exist_is_said_after_leaving_and_never_while_typing(beside, qtbot):
    field = DateField(fixed(TODAY))
    window = beside(field)
    committed = heard(field.committed)
    qtbot.keyClicks(field.entry, "31.11.2026")
    assert field.problem() == ""
    window.next.setFocus()
    assert "november har 30 dager" in field.problem()
    assert field.problem_line.isVisible()
    assert field.entry.property("trouble") == "hard"
    assert field.entry.accessibleDescription() == field.problem()
    assert not committed
    assert (field.is_valid(), field.typed()) == (False, "31.11.2026")
    field.entry.setFocus()
    qtbot.keyClick(field.entry, Qt.Key.Key_Backspace)
    assert field.problem() == ""
    field.entry.clear()
    qtbot.keyClicks(field.entry, "30.11.2026")
    window.next.setFocus()
    assert field.problem() == ""
    assert len(committed) == 1


def test_enter_commits_without_leaving(beside, qtbot):
    field = MoneyField()
    beside(field)
    committed = heard(field.committed)
    qtbot.keyClicks(field.entry, "9.500,-")
    qtbot.keyClick(field.entry, Qt.Key.Key_Return)
    assert (field.value(), field.entry.text().replace("\u00a0", " ")) == (9500, "9 500")
    qtbot.keyClick(field.entry, Qt.Key.Key_Return)
    assert len(committed) == 1


@pytest.mark.parametrize("typed", ["-1", "9 500,50", "ni tusen"])
def test_money_that_is_not_whole_kroner_is_not_taken(beside, qtbot, typed):
    field = MoneyField()
    window = beside(field)
    qtbot.keyClicks(field.entry, typed)
    window.next.setFocus()
    assert field.problem()
    assert not field.is_valid()


@pytest.mark.parametrize(
    ("typed", "ore", "said"),
    [("1250,50", 125_050, "1 250,50"), ("1250", 125_000, "1 250,00"), ("0,5", 50, "0,50"), ("0", 0, "0,00")],
)
def test_kroner_and_ore_are_kept_as_whole_ore(beside, qtbot, typed, ore, said):
    field = OreField()
    beside(field)
    qtbot.keyClicks(field.entry, typed)
    qtbot.keyClick(field.entry, Qt.Key.Key_Return)
    assert (field.value(), field.entry.text().replace("\u00a0", " ")) == (ore, said)


@pytest.mark.parametrize("typed", ["-1", "1,255", "ni tusen", "100 000 000"])
def test_what_is_no_sum_of_kroner_and_ore_is_not_taken(beside, qtbot, typed):
    field = OreField()
    window = beside(field)
    qtbot.keyClicks(field.entry, typed)
    window.next.setFocus()
    assert field.problem() and not field.is_valid()


def test_numbers_have_a_comma_and_limits(beside, qtbot):
    area, rooms = DecimalField(), NumberField(most=20)
    area.set_value(Decimal("11.50"))
    assert area.entry.text() == "11,5"
    window = beside(rooms)
    qtbot.keyClicks(rooms.entry, "21")
    window.next.setFocus()
    assert "20" in rooms.problem()
    rooms.set_value(3)
    assert (rooms.value(), rooms.problem()) == (3, "")


def test_an_empty_field_is_none_but_empty_words_are_words():
    assert TextField().value() == ""
    assert TextField(empty=None).value() is None
    for field in (MoneyField(), DateField(fixed(TODAY)), NumberField(), DecimalField()):
        field.set_value(None)
        assert (field.value(), field.typed(), field.is_filled()) == (None, "", False)


def test_too_long_a_text_is_said_and_never_cut_off(beside, qtbot):
    field = TextField(longest=200)
    window = beside(field)
    field.entry.insert("å" * 201)
    window.next.setFocus()
    assert "200" in field.problem()
    assert len(field.typed()) == 201


def test_what_is_half_written_can_be_put_back_in_another_window(beside):
    field, other = DateField(fixed(TODAY)), DateField(fixed(TODAY))
    for one in (field, other):
        one.set_value(date(2026, 1, 1))
    field.entry.setText("31.2.20")
    beside(other)
    other.set_typed(field.typed())
    assert other.typed() == "31.2.20"
    assert other.is_changed()
    assert other.problem()


def test_rules_speak_beside_the_field_and_a_warning_is_not_red(shown):
    field = shown(MoneyField())
    field.show_problems([("Depositumet er over grensen.", True), ("Uvanlig høyt.", False)])
    assert field.problem().splitlines()[0] == "Depositumet er over grensen."
    assert field.entry.property("trouble") == "hard"
    field.show_problems([("Uvanlig høyt.", False)])
    assert field.entry.property("trouble") == "soft"
    field.show_problems([])
    assert not field.problem_line.isVisible()


def test_tab_leaves_a_long_text_and_commits_it(beside, qtbot):
    field = LongTextField()
    window = beside(field)
    committed = heard(field.committed)
    qtbot.keyClicks(field.entry, "Ring først.")
    qtbot.keyClick(field.entry, Qt.Key.Key_Tab)
    assert window.next.hasFocus()
    assert (field.value(), len(committed)) == ("Ring først.", 1)


def test_a_choice_gives_back_the_member_and_may_be_unknown(shown, qtbot):
    field = shown(ChoiceField({Kind.ROOM: "Rom", Kind.HOUSE: "Hus"}))
    committed = heard(field.committed)
    field.set_value(Kind.ROOM)
    assert field.value() is Kind.ROOM
    field.entry.setFocus()
    qtbot.keyClick(field.entry, Qt.Key.Key_Down)
    assert field.value() is Kind.HOUSE
    assert len(committed) == 1
    assert field.typed() == "house"
    field.set_typed("room")
    assert field.value() is Kind.ROOM
    field.set_value(None)
    assert (field.value(), field.entry.currentText()) == (None, "Ukjent")


def test_a_choice_that_must_be_made_says_so(shown):
    field = shown(ChoiceField({Kind.ROOM: "Rom"}, unknown=None))
    assert not field.check()
    assert field.problem() == "Velg ett av svarene."


def test_the_wheel_over_a_choice_changes_nothing(shown, qtbot):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    field = shown(ChoiceField({Kind.ROOM: "Rom", Kind.HOUSE: "Hus"}))
    field.set_value(Kind.ROOM)
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.entry, turned)
    assert field.value() is Kind.ROOM


def test_yes_no_and_unknown_with_the_keyboard(shown, qtbot):
    field = shown(YesNoField())
    field.set_name("Heis")
    field.set_value(None)
    committed = heard(field.committed)
    field.editor().setFocus()
    qtbot.keyClick(field.editor(), Qt.Key.Key_Left)
    assert field.value() is False
    assert field.editor().accessibleName() == "Heis: Nei"
    assert len(committed) == 1
    for value, typed in ((True, "yes"), (False, "no"), (None, "")):
        field.set_value(value)
        assert (field.value(), field.typed()) == (value, typed)


PEOPLE = [Choice(id=5, title="Kari Nordmann", detail="Parkveien 3"), Choice(id=6, title="Ola Hansen")]


def pick_field(**more):
    return PickField(
        "landlords",
        lambda words: [one for one in PEOPLE if words.lower() in one.title.lower()],
        lambda id: {one.id: one.title for one in PEOPLE}[id],
        **more,
    )


def test_another_record_is_picked_by_typing_and_enter(beside, qtbot):
    field = pick_field()
    window = beside(field)
    committed = heard(field.committed)
    qtbot.keyClicks(field.entry, "han")
    assert [line.title for line in window.findChild(type(field._list())).lines()] == ["Ola Hansen"]
    qtbot.keyClick(field.entry, Qt.Key.Key_Return)
    assert (field.value(), field.entry.text(), len(committed)) == (6, "Ola Hansen", 1)
    places = heard(field.go)
    qtbot.keyClick(field.entry, Qt.Key.Key_Tab)
    assert not field.link.hasFocus(), "Tab goes from field to field"
    field.entry.setFocus()
    qtbot.keyClick(field.entry, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert places == [(Place(topic="landlords", id=6),)]


def test_words_that_picked_nobody_are_no_value(beside, qtbot):
    field = pick_field()
    window = beside(field)
    qtbot.keyClicks(field.entry, "Ukjent mann")
    window.next.setFocus()
    assert field.problem() == "Velg en fra listen, eller tøm feltet."
    assert field.typed() == "Ukjent mann"
    assert not field._list().isVisible()


def test_a_new_one_can_be_asked_for_with_the_words_typed(beside, qtbot):
    field = pick_field(new_label="Ny utleier …")
    beside(field)
    wanted = heard(field.new_wanted)
    qtbot.keyClicks(field.entry, "Per Olsen")
    qtbot.keyClick(field.entry, Qt.Key.Key_Return)
    assert wanted == [("Per Olsen",)]


def test_escape_closes_the_list_and_the_pick_survives_a_draft(beside, qtbot):
    field = pick_field()
    beside(field)
    qtbot.keyClick(field.entry, Qt.Key.Key_Down)
    assert field._list().isVisible()
    qtbot.keyClick(field.entry, Qt.Key.Key_Escape)
    assert not field._list().isVisible()
    field.set_typed("#5")
    assert (field.value(), field.entry.text(), field.typed()) == (5, "Kari Nordmann", "#5")


def test_undo_goes_to_the_window_when_there_is_no_typing_to_undo(beside, qtbot):
    field = TextField()
    field.set_value("Fjellgata 8")
    window = beside(field)
    undone = []
    QShortcut(QKeySequence("Ctrl+Z"), window, activated=lambda: undone.append(1))
    qtbot.keyClick(field.entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]
    qtbot.keyClick(field.entry, Qt.Key.Key_End)
    qtbot.keyClicks(field.entry, "x")
    qtbot.keyClick(field.entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.entry.text(), undone) == ("Fjellgata 8", [1])


def test_the_calendar_gives_a_day(shown, qtbot):
    field = shown(DateField(fixed(TODAY)))
    committed = heard(field.committed)
    field.choose(date(2026, 12, 24))
    assert (field.entry.text(), len(committed)) == ("24.12.2026", 1)


def test_what_people_have_written_is_never_markup(shown):
    from bolig_desktop.ui.widgets.facts_list import FactsList

    facts = shown(FactsList())
    facts.add("Navn", "<b>Kari</b> & Ola")
    texts = [label.text() for label in facts.findChildren(QLabel) if label.textFormat() == Qt.TextFormat.PlainText]
    assert "<b>Kari</b> & Ola" in texts
