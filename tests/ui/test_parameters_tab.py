"""«Satser og datoer» by the words on the screen and by the keyboard; what should be checked; the line in I dag."""

import dataclasses
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from bolig_desktop.agenda.items import Item
from bolig_desktop.casefile import CaseFile
from bolig_desktop.law import book
from bolig_desktop.law.clocks import Due
from bolig_desktop.law.sources import Certainty
from bolig_desktop.settings.records import LookedUp, OwnParameter
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.parameters_part import ParametersPart
from bolig_desktop.ui.today.arithmetic import arithmetic
from bolig_desktop.ui.today.page import TodayPage
from bolig_desktop.ui.undone import undone
from build import a_municipality
from drive import pills, press, seen, settle, the_field, the_tool, tools, write
from windows import listen

TODAY, ONE = date(2026, 11, 22), timedelta(days=1)
CHECK = date(2026, 12, 15)
"""The first next check of the book and of the table."""


@pytest.fixture
def case(calendar):
    made = CaseFile(open_in_memory(), clock=calendar)
    a_municipality(made)
    made.take_touched()
    return made


@pytest.fixture
def session(qapp, case):
    return Session(case)


@pytest.fixture
def part(shown, session):
    return shown(listen(ParametersPart(session)), 900, 900)


def own(name, value, **more):
    return OwnParameter(
        **({"name": name, "value": value, "source": "Rundskriv", "next_check": date(2027, 11, 22)} | more)
    )


def act(root, words):
    """Press a line's button by the words a screen reader says, with the keyboard."""
    button = the_tool(root, words)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is button, "it is reached with Tab"
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()


def group(part, name):
    return next(made for key, made in part.groups.items() if key == name)


# the list


def test_every_figure_stands_there_with_its_value_unit_source_and_next_check(part):
    said = seen(part)
    assert "Andel av boutgiftene som dekkes: 73,7\u00a0%" in said
    assert "Minste utbetaling: 61\u00a0kr per måned" in said
    assert "Høyeste boutgifter, 2 personer: 113\u00a0774\u00a0kr per år" in said
    assert "Siste dag å søke: den 25. i måneden\n" in said
    assert "Fristen for KOSTRA skjema 13: 15. februar" in said
    assert "Grunnbeløpet i folketrygden (G): ikke slått opp" in said
    assert "gjelder fra 01.10.2026 · Husbanken, bostøtte (side fra oktober 2026)" in said
    assert "Offentlig veiledning · kontrolleres igjen 15.01.2027" in said
    assert "boligsosialloven §\u00a05 · Lest i loven · kontrolleres igjen 15.05.2027" in said
    assert "Dager vi regner for posten: 7 dager" in said and "Settes på fanen Kommunen." in said
    assert "Tabellen hos SSB: 14700" in said and pills(group(part, "index")) == ["gjelder ikke lenger"] * 2
    assert "None" not in said and "{" not in said


def test_the_setting_shown_follows_the_setting(part, session):
    session.run(lambda case: case.save(dataclasses.replace(case.settings.municipality(), post_days=1)))
    settle()
    assert "Dager vi regner for posten: 1 dag\n" in seen(part)


def test_a_shipped_row_can_neither_be_changed_nor_removed(part):
    for b in part.findChildren(QToolButton):
        assert not b.accessibleName().startswith(("Endre", "Fjern")), b.accessibleName()
    assert "Egen rad for Dager vi regner for posten" not in tools(part), "it is a setting"


def test_an_own_row_is_added_by_the_keyboard_and_goes_before(part, case):
    act(part, "Egen rad for Forsinkelsesrenten")
    assert QApplication.focusWidget() is the_field(part, "Verdi")
    write(part, "Verdi", "8,5 %")
    write(part, "Første dag", "1.7.26")
    write(part, "Siste dag", "31.12.26")
    write(part, "Kilde", "regjeringen.no")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    (row,) = case.own_parameters.list()
    assert (row.name, row.value, row.valid_from, row.certainty) == (
        "late_interest", "8.5", date(2026, 7, 1), Certainty.B
    )  # fmt: skip
    assert row.next_check == date(2027, 11, 22), "a year on, where she says nothing else"
    said = seen(part)
    assert "Forsinkelsesrenten: 8,5\u00a0% per år – egen rad" in said and "gjelder 01.07.2026–31.12.2026" in said
    assert "Forsinkelsesrenten: ikke slått opp" in said, "what is shipped still stands there"
    assert pills(group(part, "sums")) == ["egen rad går foran", "går foran"]
    assert part.saved == ["Lagret."]


def test_an_own_row_is_changed_taken_back_and_undone(part, case, session):
    session.run(lambda case: case.save(own("kostra_13_due", "03-01")))
    settle()
    act(part, "Endre Fristen for KOSTRA skjema 13: 1. mars – egen rad")
    assert the_field(part, "Verdi").text() == "1. mars"
    write(part, "Verdi", "15.3")
    press(part, "Lagre")
    assert case.own_parameters.list()[0].value == "03-15"
    act(part, "Fjern Fristen for KOSTRA skjema 13: 15. mars – egen rad")
    assert case.own_parameters.count() == 0 and pills(group(part, "deadlines")) == []
    assert undone(session.undo(), lambda table: {}) == "Angret: fjerning av egen rad."
    settle()
    assert "15. mars – egen rad" in seen(part)
    assert undone(session.undo(), lambda table: {}) == "Angret: endring i egen rad."
    assert undone(session.undo(), lambda table: {}) == "Angret: ny egen rad."


@pytest.mark.parametrize(
    ("figure", "value", "said"),
    [
        ("Forsinkelsesrenten", "mye", "Skriv et tall, for eksempel 11,5."),
        ("Forsinkelsesrenten", "101", "Skriv prosenten som et tall fra 0 til 100"),
        ("Fristen for KOSTRA skjema 13", "29.2", "Skriv dag og måned som finnes hvert år"),
        ("Siste dag å søke", "31", "Skriv en dag alle måneder har"),
        ("Tabellen hos SSB", "1470", "fem sifre"),
    ],
)
def test_a_value_of_another_kind_is_told_under_the_field(part, case, figure, value, said):
    act(part, f"Egen rad for {figure}")
    write(part, "Kilde", "Rundskriv")
    write(part, "Verdi", value)
    press(part, "Legg til")
    assert said in seen(part) and case.own_parameters.count() == 0
    assert the_field(part, "Verdi").text() == value, "nothing she typed is lost"


def test_what_is_lacking_or_overlaps_is_told_and_the_words_stay(part, case, session):
    session.run(lambda case: case.save(own("late_interest", "8.5", valid_from=date(2026, 7, 1))))
    settle()
    act(part, "Egen rad for Forsinkelsesrenten")
    write(part, "Verdi", "9")
    press(part, "Legg til")
    said = seen(part)
    assert "Skriv hvor du har tallet fra." in said
    assert "Du har en annen rad som gjelder fra 01.07.2026. De kan ikke gjelde samtidig." in said
    write(part, "Siste dag", "30.6.26")
    write(part, "Kilde", "regjeringen.no")
    press(part, "Legg til")
    assert case.own_parameters.count() == 2


def test_another_figure_chosen_reads_the_value_anew(part, case):
    act(part, "Egen rad for Fristen for KOSTRA skjema 13")
    write(part, "Verdi", "15.3")
    write(part, "Første dag", "1.1.27")
    write(part, "Hva det gjelder", "Fristen for oversikten over boligbehovet")
    form = group(part, "deadlines").list.form
    assert form.cell("valid_from").isHidden() and form.fields["valid_from"].typed() == "", "it comes once"
    write(part, "Verdi", "1.10.27")
    write(part, "Kilde", "Brev fra departementet")
    press(part, "Legg til")
    (row,) = case.own_parameters.list()
    assert (row.name, row.value, row.valid_from) == ("housing_plan_due", "2027-10-01", None)


def test_a_half_filled_row_stands_there_next_time(part, case, shown):
    act(part, "Egen rad for Forsinkelsesrenten")
    write(part, "Verdi", "8,5")
    part.leave()
    again = shown(ParametersPart(Session(case)), 900, 900)
    settle()
    form = group(again, "sums").list.form
    assert form.typed() == {"name": "late_interest", "value": "8,5"}
    assert not form.fields["value"].problem()


# what should be checked


@pytest.mark.parametrize(("day", "said"), [(CHECK - ONE, False), (CHECK, False), (CHECK + ONE, True)])
def test_figures_past_their_next_check_are_marked_in_words(part, session, calendar, day, said):
    calendar.day = day
    session.look_at_the_day()
    settle()
    assert pills(group(part, "deadlines")) == (["bør kontrolleres"] * 2 if said else [])
    assert ("3 regler og 2 satser bør kontrolleres" in seen(part)) is said
    assert ("Kontrollert i dag: Fristen for KOSTRA skjema 13" in tools(part)) is said
    assert ("skulle vært kontrollert innen 15.12.2026" in seen(part)) is said


def test_checked_today_is_kept_in_the_history_and_undone(part, case, session, calendar):
    calendar.day = CHECK + ONE
    session.look_at_the_day()
    settle()
    act(part, "Kontrollert i dag: Fristen for KOSTRA skjema 13")
    assert part.saved == ["Kontrollert i dag. Neste gang 15.12.2027."]
    assert pills(group(part, "deadlines")) == ["bør kontrolleres"]
    assert "kontrollert 16.12.2026 · kontrolleres igjen 15.12.2027" in seen(part)
    assert [entry.after["name"] for entry in case.history.of_row("source_looks", 1)] == ["kostra_13_due"]
    assert undone(session.undo(), lambda table: {}) == "Angret: det du kontrollerte."
    settle()
    assert pills(group(part, "deadlines")) == ["bør kontrolleres"] * 2


def test_what_is_not_looked_up_cannot_be_called_checked(part, session, calendar):
    calendar.day = date(2027, 5, 16)
    session.look_at_the_day()
    settle()
    assert "bør kontrolleres" in pills(group(part, "sums"))
    assert "Kontrollert i dag: Grunnbeløpet i folketrygden (G)" not in tools(part)
    assert "Egen rad for Grunnbeløpet i folketrygden (G)" in tools(part)


def test_rules_to_check_with_section_sentence_last_check_and_link(part, case, session, calendar):
    assert part.rules.fold.detail.text() == "ingen nå"
    press(part, "Regler som bør kontrolleres")
    assert "Ingen regler bør kontrolleres nå." in seen(part)
    calendar.day = CHECK + ONE
    session.look_at_the_day()
    settle()
    said = seen(part.rules)
    assert "Tolkeloven §\u00a07" in said and "Tolken skal være kvalifisert" in said
    assert "Sist kontrollert mot lovteksten 22.11.2026. Den skulle vært kontrollert igjen innen 15.12.2026." in said
    assert "https://lovdata.no/lov/2021-06-11-79/§7" in said
    checked = next(b for b in part.rules.findChildren(QPushButton) if "Tolkeloven" in b.accessibleName())
    assert checked.accessibleName() == "Kontrollert i dag: Tolkeloven § 7"
    press(part.rules, "Kopier lenken")
    assert QApplication.clipboard().text().startswith("https://") and part.told == ["Lenken er kopiert."]
    QTest.keyClick(checked, Qt.Key.Key_Space)
    settle()
    assert part.rules.fold.detail.text() == "2" and "Tolkeloven" not in seen(part.rules)
    assert set(case.source_looks.newest(LookedUp.RULE)) == {"SP-3"}
    session.undo()
    settle()
    assert part.rules.fold.detail.text() == "3"


def test_many_rules_are_shown_some_at_a_time(part, session, calendar):
    calendar.day = date(2028, 6, 1)
    session.look_at_the_day()
    part.rules.fold.open()
    settle()

    def count():
        return sum(b.isVisible() and b.text() == "Kontrollert i dag" for b in part.rules.findChildren(QPushButton))

    assert count() == 10
    press(part.rules, "Vis flere")
    assert count() == 20 < int(part.rules.fold.detail.text())


# I dag


@pytest.fixture
def today(shown, session):
    page = TodayPage(session)
    page.went = []
    page.go.connect(page.went.append)
    page.open(Place(topic="today"))
    page.list_panel.resize(500, 600)
    shown(page.list_panel, 500, 600)
    settle()
    return page


def counted(page, qtbot):
    qtbot.waitUntil(lambda: not page.to_check.is_behind())


@pytest.mark.parametrize(
    ("day", "said"), [(CHECK - ONE, ""), (CHECK, ""), (CHECK + ONE, "3 regler og 2 satser bør kontrolleres")]
)
def test_one_quiet_line_under_the_list_leads_to_the_settings(today, session, calendar, day, said, qtbot):
    calendar.day = day
    session.look_at_the_day()
    counted(today, qtbot)
    assert today.to_check.link.text() == said and today.to_check.isVisible() is bool(said)
    assert not [one for one in today._items if "check" in one.kind], "it is no date of hers"
    if said:
        QTest.keyClick(today.to_check.link, Qt.Key.Key_Return)
        QTest.keyClick(today.to_check.link, Qt.Key.Key_Space)
        assert Place(topic="settings", tab="parameters") in today.went


def test_the_book_is_not_read_before_the_list_is_in_sight(session, shown, qtbot):
    book.rules.cache_clear()
    page = TodayPage(session)
    page.open(Place(topic="today"))
    settle()
    assert book.rules.cache_info().currsize == 0
    shown(page.list_panel)
    counted(page, qtbot)
    assert book.rules.cache_info().currsize == 1


def test_the_line_is_counted_again_when_something_was_checked(today, case, session, calendar, qtbot):
    from bolig_desktop.casefile import looking_up

    calendar.day = CHECK + ONE
    session.look_at_the_day()
    for rule, _ in looking_up.rules_due(case):
        session.run(lambda case, rule=rule: looking_up.looked_at_rule(case, rule.id))
    counted(today, qtbot)
    assert today.to_check.link.text() == "2 satser bør kontrolleres"
    for row in looking_up.figures_due(case)[:1]:
        session.run(lambda case, row=row: looking_up.looked_at_figure(case, row))
    counted(today, qtbot)
    assert today.to_check.link.text() == "1 sats bør kontrolleres"


def _line(kind: str, day: date, **asked) -> Item:
    return Item(kind, "calendar", 0, *Due(day, day), tuple(asked.items()))


@pytest.mark.parametrize(("day", "said"), [(CHECK - ONE, False), (CHECK, False), (CHECK + ONE, True)])
def test_the_reckoning_says_when_its_rule_and_its_figure_should_be_checked(case, calendar, qapp, day, said):
    calendar.day = day
    told = arithmetic(_line("kostra", date(2027, 2, 15), year=2026), case)
    assert ("Regelen bør kontrolleres: det skulle vært gjort innen 15.12.2026." in " ".join(told)) is said
    assert ("«Fristen for KOSTRA skjema 13» bør kontrolleres: det skulle vært gjort innen" in " ".join(told)) is said
    lease = Item("lease_expired", "tenancies", 1, *Due(CHECK, CHECK), (("end", date(2026, 9, 15)),))
    assert "kontrolleres" not in " ".join(arithmetic(lease, case)), "another rule, checked until later"


def test_the_reckoning_rests_on_the_own_row_and_says_so(case, qapp):
    case.save(own("kostra_13_due", "03-01"))
    told = " ".join(arithmetic(_line("kostra", date(2027, 3, 1), year=2026), case))
    assert "01.03.2027" in told and "15.02.2027" not in told
    assert "Kommunens egen rad for «Fristen for KOSTRA skjema 13» er brukt. Kilde: Rundskriv." in told
