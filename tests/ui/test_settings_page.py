"""Settings, copies in use, locking by idleness and help, by the words on the screen."""

import dataclasses
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
)

from bolig_desktop import clock, paths, ui
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.security import backup
from bolig_desktop.security.copyfile import copies_in
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.slots import Cost
from bolig_desktop.settings import machine as machines
from bolig_desktop.settings.machine import Machine
from bolig_desktop.settings.records import Municipality, WrittenForm
from bolig_desktop.ui import words
from bolig_desktop.ui.documents.preview import PaperPreview
from bolig_desktop.ui.help.page import HelpPage, help_for, text_of, topics
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.program import Program
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings import applying
from bolig_desktop.ui.settings.copies import Copies
from bolig_desktop.ui.settings.form import NOT_ON_FORM
from bolig_desktop.ui.settings.page import SettingsPage
from bolig_desktop.ui.theme import Scheme, theme
from bolig_desktop.ui.unlock.asking import Asking
from bolig_desktop.ui.unlock.idle import IdleLock
from bolig_desktop.ui.unlock.window import UnlockWindow
from bolig_desktop.ui.widgets.messages import Confirm, confirm

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
SAID = "fire grønne elger danser"
MORNING = datetime(2026, 11, 22, 8, 2, tzinfo=UTC)


class Now:
    """A clock that is moved by hand."""

    def __init__(self):
        self.at = MORNING

    def __call__(self):
        return self.at

    def later(self, **by):
        self.at += timedelta(**by)


class Answers(Asking):
    """Answers the question for a folder."""

    answer = None

    def folder(self, over, start):
        return self.answer


@pytest.fixture
def now():
    return Now()


@pytest.fixture
def file(tmp_path):
    opened = create_case(tmp_path / "saker.bolig", SAID, typed_back=False, cost=CHEAP)
    case_of(opened).save(Municipality(name="Nordvik kommune", unit="Flyktningtjenesten"))
    yield opened
    opened.close()


@pytest.fixture
def copies(qapp, file, now):
    made = Copies(file, Machine(), now=now)
    made.told = []
    made.said.connect(made.told.append)
    yield made
    made.stop()


@pytest.fixture
def page(qtbot, shown, file, copies):
    made = SettingsPage(
        Session(case_of(file, clock.fixed(date(2026, 11, 22)))), file, copies.machine, copies, asking=Answers()
    )
    made.open(Place(topic="settings"))
    made.panel = shown(made.case_panel)
    yield made
    applying.apply(Machine(scheme="light"))


def open_tab(page, key):
    page.open(Place(topic="settings", tab=key))
    QApplication.processEvents()


def press(root, label):
    button = next(b for b in root.findChildren(QPushButton) if b.text() == label and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def field(root, label, kind=QLineEdit):
    return next(e for e in root.findChildren(kind) if e.accessibleName() == label and e.isVisible())


def write(root, label, text):
    entry = field(root, label)
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, Qt.Key.Key_Tab)


def choose(root, label, answer):
    box = field(root, label, QComboBox)
    box.setCurrentIndex(box.findText(answer))
    box.activated.emit(box.currentIndex())


def said(root):
    return " ".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


# Kommunen


def test_the_municipality_is_saved_as_one_goes(page, file):
    write(page.panel, "Saksbehandler", "Kari Nordmann")
    write(page.panel, "Leietid i måneder", "24")
    choose(page.panel, "Målform", "Nynorsk")
    kept = case_of(file).settings.municipality()
    assert (kept.case_officer, kept.lease_months, kept.written_form) == ("Kari Nordmann", 24, WrittenForm.NYNORSK)
    assert kept.name == "Nordvik kommune"


def test_who_decides_appeals_and_how_long_the_post_takes(page, file):
    write(page.panel, "Klageinstans for tildeling av bolig", "Kommunal klagenemnd")
    write(page.panel, "Dager vi regner for posten", "5")
    kept = case_of(file).settings.municipality()
    assert (kept.appeal_body, kept.post_days) == ("Kommunal klagenemnd", 5)
    write(page.panel, "Dager vi regner for posten", " ")
    assert "Skriv hvor mange dager vi regner for posten." in said(page.panel)


def test_a_broken_rule_is_said_beside_the_field_and_not_saved(page, file):
    write(page.panel, "Forfallsdag i måneden", "31")
    assert "Tallet må være fra 1 til 28." in said(page.panel)
    assert case_of(file).settings.municipality().due_day == 1


def test_an_undone_change_is_seen_in_the_form(page):
    write(page.panel, "Enhet", "Boligkontoret")
    page.session.undo()
    assert field(page.panel, "Enhet").text() == "Flyktningtjenesten"


def test_a_file_with_no_municipality_gets_one(qtbot, shown, tmp_path, qapp):
    opened = create_case(tmp_path / "tom.bolig", SAID, typed_back=False, cost=CHEAP)
    copies = Copies(opened, Machine())
    page = SettingsPage(Session(case_of(opened)), opened, copies.machine, copies)
    page.open(Place(topic="settings"))
    panel = shown(page.case_panel)
    write(panel, "Kommunens navn", "Nordvik kommune")
    assert case_of(opened).settings.municipality().name == "Nordvik kommune"
    opened.close()


def test_every_field_of_the_municipality_is_on_the_form(page):
    names = {one.name for one in dataclasses.fields(Municipality)}
    assert set(page.form.fields) | NOT_ON_FORM == names
    assert not set(page.form.fields) & NOT_ON_FORM


# Denne maskinen


def test_the_machine_s_choices_work_at_once_and_are_kept(page, qapp):
    open_tab(page, "machine")
    small = qapp.font().pointSizeF()
    choose(page.panel, "Utseende", "Mørkt")
    choose(page.panel, "Tekststørrelse", "130\u00a0%")
    choose(page.panel, "Lås når maskinen har stått urørt i", "5 minutter")
    kept = machines.read()
    assert (kept.scheme, kept.text_size, kept.idle_minutes) == ("dark", 130, 5)
    assert theme().scheme is Scheme.DARK
    assert theme().tokens.dark
    assert qapp.font().pointSizeF() == pytest.approx(small * 1.3)


def test_larger_text_stays_when_the_colours_change(page, qapp):
    open_tab(page, "machine")
    choose(page.panel, "Tekststørrelse", "150\u00a0%")
    assert "font-size: 24.0pt" in qapp.styleSheet()
    theme().choose(Scheme.DARK)
    assert "font-size: 24.0pt" in qapp.styleSheet()
    choose(page.panel, "Tekststørrelse", "Vanlig")
    assert "font-size: 16" in qapp.styleSheet()


def test_another_language_asks_for_the_window_anew(page, qtbot):
    open_tab(page, "machine")
    with qtbot.waitSignal(page.rebuild_wanted):
        choose(page.panel, "Språk på skjermen", "English")
    assert (words.language(), machines.read().language) == ("en", "en")


# Satser og datoer


def test_the_tab_of_figures_tells_the_page_what_was_saved(page, file):
    told = []
    page.kept.connect(told.append)
    open_tab(page, "parameters")
    assert page.case_panel.tabs.current() == "parameters"
    part = page.case_panel.tabs.page("parameters")
    assert "Forsinkelsesrenten: ikke slått opp" in said(part)
    button = next(
        b for b in part.findChildren(QToolButton) if b.accessibleName() == "Egen rad for Forsinkelsesrenten"
    )
    button.click()
    write(part, "Verdi", "8,5")
    write(part, "Kilde", "regjeringen.no")
    press(part, "Legg til")
    assert told == ["Lagret."] and case_of(file).own_parameters.count() == 1
    page.leave()


# Sikkerhet og kopier


def test_the_passphrase_is_changed_only_with_the_old_one(page, file):
    open_tab(page, "security")
    press(page.panel, "Bytt passord")
    write(page.panel, "Passordet du har nå", "feil")
    write(page.panel, "Nytt passord", "helt nytt")
    write(page.panel, "Nytt passord en gang til", "helt nytt")
    press(page.panel, "Bruk det nye passordet")
    assert "Passordet stemmer ikke" in said(page.panel)
    write(page.panel, "Passordet du har nå", SAID)
    press(page.panel, "Bruk det nye passordet")
    file.close()
    with pytest.raises(FileTrouble) as trouble:
        open_case(file.path, passphrase=SAID, cost=CHEAP)
    assert trouble.value.kind is TroubleKind.WRONG_PASSPHRASE
    open_case(file.path, passphrase="helt nytt", cost=CHEAP).close()


def test_the_sheet_is_shown_after_the_passphrase_and_put_away(page):
    open_tab(page, "security")
    press(page.panel, "Skriv ut nøkkelarket på nytt")
    write(page.panel, "Passord", "feil")
    press(page.panel, "Vis arket")
    assert "Passordet stemmer ikke" in said(page.panel)
    assert not page.panel.findChildren(PaperPreview)
    write(page.panel, "Passord", SAID)
    press(page.panel, "Vis arket")
    assert [p for p in page.panel.findChildren(PaperPreview) if p.isVisible()]
    assert field(page.panel, "Passord").text() == ""
    page.leave()
    assert not [p for p in page.panel.findChildren(PaperPreview) if p.isVisible()]


def test_a_copy_is_made_listed_and_tried(page, copies, qtbot):
    open_tab(page, "security")
    assert "Ingen kopier ennå." in said(page.panel)
    press(page.panel, "Lag kopi nå")
    qtbot.waitUntil(lambda: "Kopien er laget og kontrollert." in said(page.panel), timeout=10_000)
    assert "Kopi 1" in said(page.panel)
    press(page.panel, "Prøv å hente tilbake")
    qtbot.waitUntil(lambda: "Prøven gikk bra" in said(page.panel), timeout=10_000)
    assert "Kopi 1 kan hentes tilbake" in said(page.panel)


def test_a_damaged_copy_does_not_pass_the_trial(page, copies, qtbot):
    open_tab(page, "security")
    press(page.panel, "Lag kopi nå")
    qtbot.waitUntil(lambda: copies.newest() is not None, timeout=10_000)
    copy = copies.newest()
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)
    press(page.panel, "Prøv å hente tilbake")
    qtbot.waitUntil(lambda: "Prøven gikk ikke" in said(page.panel), timeout=10_000)
    assert "skadet" in said(page.panel)
    assert "En av kopiene er skadet" in copies.notice()


def test_a_second_place_gets_a_copy_too(page, copies, qtbot, tmp_path):
    open_tab(page, "security")
    page._asking.answer = tmp_path / "pinne"
    page._asking.answer.mkdir()
    press(page.panel, "Velg sted nummer to")
    assert machines.read().second_folder == str(tmp_path / "pinne")
    assert "Mappen ligger på samme disk som saksfilen" in said(page.panel)
    press(page.panel, "Lag kopi nå")
    qtbot.waitUntil(lambda: "Kopien er laget og kontrollert." in said(page.panel), timeout=10_000)
    assert [copy.name for copy in copies_in(tmp_path / "pinne")] == ["saker-000001.bolig-kopi"]
    assert copies.notice() == ""
    press(page.panel, "Ikke bruk dette stedet")
    assert machines.read().second_folder == ""


def test_restoring_is_asked_about_and_handed_on(page, qtbot):
    open_tab(page, "security")
    press(page.panel, "Hent tilbake fra kopi")
    box = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not page.panel.window())
    with qtbot.waitSignal(page.restore_wanted):
        press(box, "Lukk og velg kopi")


# Copies in use


def test_a_copy_at_close_only_where_something_was_written(copies, file):
    assert copies.at_close()
    assert copies.at_close()
    assert len(copies_in(copies.first_place)) == 1
    case = case_of(file)
    case.save(dataclasses.replace(case.settings.municipality(), unit="Boligkontoret"))
    assert copies.at_close()
    assert len(copies_in(copies.first_place)) == 2


def test_a_copy_every_four_hours_of_use(copies, file, now, qtbot):
    def after_a_look(there):
        copies.make_when_due()
        qtbot.waitUntil(lambda: copies._making.job is None, timeout=10_000)
        return len(copies_in(copies.first_place)) == there

    case = case_of(file)
    now.later(hours=3, minutes=59)
    assert after_a_look(0)
    now.later(minutes=1)
    assert after_a_look(1)
    now.later(hours=4)
    assert after_a_look(1), "nothing was written"
    case.save(dataclasses.replace(case.settings.municipality(), unit="Boligkontoret"))
    now.later(hours=4)
    assert after_a_look(2)


def test_the_status_line_says_when_a_copy_was_looked_over(copies, now):
    assert copies.status() == "ingen sikkerhetskopi ennå"
    now.at = datetime.now(UTC)
    copies.make("asked")
    assert copies.status() == f"sikkerhetskopi kontrollert i dag {now.at.astimezone():%H:%M}"
    assert copies.told[-1] == copies.status()


def test_an_old_copy_is_looked_over_at_start(copies, qtbot):
    copies.make("asked")
    damaged = copies.newest()
    data = bytearray(damaged.read_bytes())
    data[-5] ^= 1
    damaged.write_bytes(data)
    copies.told.clear()
    copies.start()
    qtbot.waitUntil(lambda: bool(copies.told), timeout=10_000)
    assert "Denne kopien er skadet" in copies.told[-1]
    assert copies.notice() == "En av kopiene er skadet. Lag en ny kopi nå."


def test_the_red_bar_comes_after_seven_days_without_a_second_place(copies, now, tmp_path):
    assert "Kopiene ligger bare på denne maskinen" in copies.notice()
    copies.machine.reminded_on = now.at.date().isoformat()
    now.later(days=6)
    assert copies.notice() == ""
    now.later(days=1)
    assert "Kopiene ligger bare på denne maskinen" in copies.notice()
    copies.machine.second_folder = str(tmp_path / "pinne")
    assert copies.notice() == "Det er ikke laget noen kopi på det andre stedet ennå."
    copies.make("asked")
    now.later(days=6, hours=23)
    assert copies.notice() == ""
    now.later(hours=1)
    assert copies.notice() == "Det er 7 dager siden det ble laget en kopi på det andre stedet."


def test_a_second_place_that_is_away_is_said_and_stops_nothing(copies, tmp_path):
    (tmp_path / "borte").write_text("not a folder")
    copies.machine.second_folder = str(tmp_path / "borte")
    assert copies.make("asked")
    assert "ikke på det andre stedet" in copies.told[-1]
    assert len(copies_in(copies.first_place)) == 1


def test_a_copy_that_cannot_be_made_is_said(copies):
    copies.first_place.write_text("not a folder")
    assert not copies.make("asked")
    assert copies.told[-1].startswith("Kopien ble ikke laget.")
    assert not copies.at_close()


def test_many_rows_gone_are_said_until_she_says_it_is_right(page, copies, file):
    case = case_of(file)
    for number in range(10):
        case.save(Landlord(name=f"Utleier {number} AS"))
    copies.make("asked")
    file.db.execute("DELETE FROM landlords")
    file.db.conn.commit()
    copies.make("asked")
    assert TroubleKind.SHRUNK in file.notices
    open_tab(page, "security")
    press(page.panel, "Dette stemmer, jeg har ryddet")
    assert TroubleKind.SHRUNK not in file.notices
    copies.make("asked")
    assert TroubleKind.SHRUNK not in file.notices


# Locking


def test_left_alone_it_locks_after_the_minutes_chosen(qapp, now):
    idle = IdleLock(Machine(idle_minutes=5), now=now)
    times = []
    idle.time_is_up.connect(lambda: times.append(now.at))
    idle.start()
    now.later(minutes=4, seconds=59)
    idle.look()
    assert times == []
    now.later(seconds=1)
    idle.look()
    QApplication.processEvents()
    assert times == [MORNING + timedelta(minutes=5)]


def test_a_question_nobody_answers_does_not_keep_it_open(shown, now, qtbot):
    over = shown(QLineEdit())
    confirm(over, "Fjerne?", lambda: pytest.fail("nobody said so"), act="Fjern")
    idle = IdleLock(Machine(), now=now)
    idle.start()
    now.later(minutes=10)
    with qtbot.waitSignal(idle.time_is_up):
        idle.look()
    assert not [box for box in QApplication.topLevelWidgets() if isinstance(box, QDialog) and box.isVisible()]


def test_a_key_or_the_mouse_keeps_it_open(qtbot, shown, now):
    line = shown(QLineEdit())
    idle = IdleLock(Machine(), now=now)
    times = []
    idle.time_is_up.connect(lambda: times.append(now.at))
    idle.start()
    now.later(minutes=9)
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    now.later(minutes=9)
    idle.look()
    QTest.mouseMove(line.windowHandle(), QPoint(5, 5))
    now.later(minutes=9)
    idle.look()
    assert times == []
    QApplication.sendEvent(line.windowHandle(), QEvent(QEvent.Type.UpdateRequest))
    now.later(minutes=1)
    idle.look()
    QApplication.processEvents()
    assert len(times) == 1
    idle.stop()


def test_it_waits_for_what_must_not_be_cut_off(qapp, now):
    busy = [True]
    idle = IdleLock(Machine(), now=now, busy=lambda: busy[0])
    times = []
    idle.time_is_up.connect(lambda: times.append(now.at))
    idle.start()
    now.later(minutes=30)
    idle.look()
    assert times == []
    busy.clear()
    busy.append(False)
    idle.look()
    QApplication.processEvents()
    assert len(times) == 1


def test_the_locked_file_asks_for_its_passphrase_again(qtbot, file):
    path = file.path
    file.close()
    window = UnlockWindow(Machine(), clock.fixed(date(2026, 11, 22)), cost=CHEAP)
    qtbot.addWidget(window)
    window.begin(path, locked=True)
    window.show()
    assert "Saksfilen er låst" in said(window)
    with qtbot.waitSignal(window.opened, timeout=10_000) as opened:
        write(window, "Passord", SAID)
        press(window, "Åpne")
    opened.args[0].close()


def test_restoring_from_the_settings_lists_the_copies(qtbot, file):
    backup.make_copy(file, backup.default_folder(file.path), reason="asked")
    path = file.path
    file.close()
    window = UnlockWindow(Machine(), clock.fixed(date(2026, 11, 22)), cost=CHEAP)
    qtbot.addWidget(window)
    window.begin_restore(path)
    window.show()
    assert [b for b in window.findChildren(QRadioButton) if b.text().startswith("Kopi 1  ·")]


# Hjelp


def test_help_is_there_for_every_topic_in_three_languages():
    for lang in ("nb", "nn", "en"):
        for topic in topics():
            own = paths.resources() / "help" / lang / f"{topic}.md"
            assert own.is_file(), own.name
            assert own.read_text(encoding="utf-8").startswith("# ")
        assert {f.stem for f in (paths.resources() / "help" / lang).glob("*.md")} == set(topics())


def test_links_in_the_help_lead_to_texts_that_are_there():
    for lang in ("nb", "nn", "en"):
        for topic in topics():
            for link in re.findall(r"\]\(([^)]*)\)", text_of(topic, lang)):
                assert link in topics(), (lang, topic, link)


def test_help_opens_at_the_page_one_is_on(shown):
    page = HelpPage()
    page.open(help_for("tenancies"))
    panel = shown(page.case_panel)
    assert "Leieforhold" in page.text.toPlainText().splitlines()[0]
    page.open(help_for("nothing-of-the-kind"))
    assert "Kom i gang" in page.text.toPlainText().splitlines()[0]
    assert panel.isVisible()


def test_a_link_in_the_help_is_a_place_and_nothing_is_fetched(shown, qtbot):
    page = HelpPage()
    page.open(help_for("start"))
    shown(page.case_panel)
    with qtbot.waitSignal(page.go) as went:
        page.text.anchorClicked.emit("copies")
    assert went.args[0] == Place(topic="help", tab="copies")
    assert page.text.loadResource(2, "https://example.invalid/picture.png") is None
    assert not page.text.openExternalLinks()


# All of it around one open file


@pytest.fixture
def program(qtbot, file):
    path = file.path
    file.close()
    made = Program(clock.fixed(date(2026, 11, 22)))
    qtbot.addWidget(made.unlock)
    made.begin(path, SAID)
    qtbot.waitUntil(lambda: made.workspace is not None, timeout=10_000)
    made.path = path
    yield made
    if made.workspace is not None:
        made.workspace.window.close()
    made.unlock.close()
    made.crashes.remove()


def test_f1_opens_the_help_of_the_page_one_is_on(program):
    window = program.workspace.window
    window.go(Place(topic="settings"))
    window.act("help").trigger()
    assert window.here() == Place(topic="help", tab="settings")
    window.back()
    assert window.here() == Place(topic="settings")


def test_closing_without_a_copy_is_not_passed_over_in_silence(program):
    backup.default_folder(program.path).write_text("something else lies where the copies should")
    program.workspace.window.close()
    QApplication.processEvents()
    assert program.open_file is None
    assert program.unlock.isVisible()
    assert "Kopien ble ikke laget." in said(program.unlock)


def test_left_alone_it_is_locked_with_what_was_typed_kept_and_a_copy_made(program, qtbot):
    window = program.workspace.window
    window.go(Place(topic="settings"))
    entry = window.page("settings").form.fields["due_day"].entry
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, "31")
    program.idle._now = lambda: datetime.now(UTC) + timedelta(minutes=11)
    program.idle.look()
    qtbot.waitUntil(lambda: program.workspace is None)
    assert program.unlock.isVisible()
    assert "Saksfilen er låst" in said(program.unlock)
    assert len(copies_in(backup.default_folder(program.path))) == 1
    write(program.unlock, "Passord", SAID)
    press(program.unlock, "Åpne")
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=10_000)
    program.workspace.window.go(Place(topic="settings"))
    assert program.workspace.window.page("settings").form.fields["due_day"].entry.text() == "31"


def test_what_was_changed_right_before_it_is_locked_is_not_read_from_a_closed_file(program, qtbot):
    """So it is when nobody is there while letters to many are made: they are stopped, and the file is put away."""
    window = program.workspace.window
    window.go(Place(topic="today"))
    window.go(Place(topic="settings"))
    program.workspace.session.run(lambda case: case.save(Landlord(name="Aud Kvalnes")))
    QTimer.singleShot(0, program.lock)
    qtbot.waitUntil(lambda: program.workspace is None)
    qtbot.wait(50)
    assert program.crashes.reports == []


def test_a_copy_is_taken_back_by_way_of_the_settings(program, qtbot):
    window = program.workspace.window
    assert program.copies.make("asked")
    window.go(Place(topic="settings", tab="municipality"))
    write(window, "Enhet", "Boligkontoret")
    window.go(Place(topic="settings", tab="security"))
    QApplication.processEvents()
    press(window, "Hent tilbake fra kopi")
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Confirm) and w.isVisible())
    press(box, "Lukk og velg kopi")
    first = next(b for b in program.unlock.findChildren(QRadioButton) if b.text().startswith("Kopi 1  ·"))
    first.click()
    write(program.unlock, "Passord", SAID)
    press(program.unlock, "Hent tilbake")
    qtbot.waitUntil(lambda: "Kopien er hentet tilbake" in said(program.unlock), timeout=10_000)
    press(program.unlock, "Gå videre")
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=10_000)
    assert program.workspace.case.settings.municipality().unit == "Flyktningtjenesten"
    assert len(list(program.path.parent.glob("*.bolig"))) == 2


def test_another_language_is_spoken_at_once(program):
    window = program.workspace.window
    window.go(Place(topic="settings", tab="machine"))
    QApplication.processEvents()
    choose(window, "Språk på skjermen", "Nynorsk")
    QApplication.processEvents()
    assert program.workspace.window is not window
    assert program.workspace.window.here() == Place(topic="settings", tab="machine")
    assert words.language() == "nn"
    applying.apply(Machine(scheme="light"))


def test_the_demo_is_not_nagged_about_a_second_place(copies, file):
    assert copies.notice()
    file.put_fact("demo", "yes")
    assert copies.notice() == ""


def test_copies_that_were_put_away_do_not_begin_again(copies, file):
    copies.stop()
    file.close()
    copies.start()
    assert copies.told == []


def test_an_old_copy_is_told_of_where_something_was_written_since(copies, file, now):
    copies.make("asked")
    copies.machine.reminded_on = now.at.date().isoformat()
    now.later(days=3)
    assert copies.notice() == ""
    case = case_of(file)
    case.save(dataclasses.replace(case.settings.municipality(), unit="Boligkontoret"))
    assert copies.notice() == "Det er 3 dager siden den siste kopien ble laget. Lag en ny kopi nå."


@pytest.mark.parametrize(("lang", "quoted"), [("nb", "«([^»]+)»"), ("nn", "«([^»]+)»"), ("en", "“([^”]+)”")])
def test_what_the_help_tells_one_to_press_stands_on_the_screen(lang, quoted):
    source = " ".join(file.read_text(encoding="utf-8") for file in Path(ui.__file__).parent.rglob("*.py"))
    source = source.replace("&", "")  # a menu marks its letter
    on_screen = {each.replace("&", "") for each in words.dictionary(lang).values()}
    for topic in topics():
        for told in re.findall(quoted, text_of(topic, lang)):
            assert told in on_screen or f'"{told}"' in source, (lang, topic, told)
