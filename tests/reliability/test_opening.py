"""F1 in the real program: the window is made while the file is checked; nothing is shown or written before that."""

import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from sqlcipher3 import dbapi2

import build
import drive
from bolig_desktop import app, clock
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import opening, sidecar
from bolig_desktop.security.ahead import Ahead
from bolig_desktop.security.backup import make_copy
from bolig_desktop.security.keys import data_key
from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.storage import file
from bolig_desktop.storage.drafts import Drafts
from bolig_desktop.storage.search import Search
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.main_window import MainWindow
from bolig_desktop.ui.problems import CrashBox
from bolig_desktop.ui.program import Program
from reliability.workshop import (
    LOCKED,
    PASSPHRASE,
    Case,
    add_person,
    make_case,
    read_by_another_program,
    snapshot,
)
from windows import put_away

TODAY = clock.fixed(date(2026, 11, 22))
CHILD = Path(__file__).with_name("opening_child.py")
PAGE = file.PAGE


@dataclass(frozen=True, kw_only=True)
class Grown(Case):
    """A case with much in it; fresh: the pages it had while empty, all that opening itself reads."""

    fresh: int


class Shown(QObject):
    """Notes the kind of every window that comes into sight."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[type[QWidget]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched))
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Shown]:
    filter_ = Shown()
    qapp.installEventFilter(filter_)
    yield filter_
    qapp.removeEventFilter(filter_)


@contextlib.contextmanager
def started(shown: Shown, crashes: int = 0) -> Iterator[Program]:
    """Make the real program and put it away afterwards; an error nobody caught, or a box about one, fails."""
    program = Program(TODAY)
    try:
        yield program
    finally:
        put_away(program)
        for box in QApplication.topLevelWidgets():
            if isinstance(box, CrashBox):
                box.close()
        drive.settle()
    assert len(program.crashes.reports) == shown.kinds.count(CrashBox) == crashes, program.crashes.reports


@pytest.fixture
def program(shown: Shown) -> Iterator[Program]:
    with started(shown) as made:
        yield made


@pytest.fixture(scope="session")
def many_template(tmp_path_factory: pytest.TempPathFactory) -> Grown:
    """A file of many pages, with dwellings in the first list; made once."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("many")
        patch.setenv("BOLIG_HOME", str(folder / "home"))
        made = make_case(folder / "data" / "nordvik.bolig")
        fresh = made.path.stat().st_size // PAGE
        opened = made.open()
        filled = case_of(opened, TODAY)
        with filled.atomic():
            for number in range(150):
                build.a_dwelling(filled, street=f"Strandgata {number}", note="n" * 300)
                build.a_person(filled, given_name=f"Flere {number}", note="y" * 3000)
        opened.close()
        assert made.path.stat().st_size // PAGE > 2 * fresh
        return Grown(path=made.path, passphrase=made.passphrase, sheet=made.sheet, fresh=fresh)


@pytest.fixture
def many(many_template: Grown, tmp_path: Path) -> Grown:
    shutil.copytree(many_template.path.parent.parent, tmp_path, dirs_exist_ok=True)
    return replace(many_template, path=tmp_path / "data" / "nordvik.bolig")


def begin(program: Program, case: Case, *, typed: bool) -> None:
    """Start on a file as she does, typing her passphrase, or as ``BOLIG_PASSPHRASE`` does."""
    if typed:
        program.begin(case.path)
        drive.settle()
        drive.write(program.unlock, "Passord", PASSPHRASE)
        drive.press(program.unlock, "Åpne")
    else:
        program.begin(case.path, PASSPHRASE, app.begin_to_open(case.path, PASSPHRASE))


def flip(path: Path, offset: int) -> None:
    with path.open("r+b") as out:
        out.seek(offset)
        old = out.read(1)[0]
        out.seek(offset)
        out.write(bytes([old ^ 1]))


def said(kind: TroubleKind) -> str:
    return trouble_sentence(FileTrouble(kind), "nb").partition(". ")[0]


def spots(path: Path, count: int) -> list[int]:
    """Return one place in each of so many pages, the first one and the last among them."""
    pages = path.stat().st_size // PAGE
    chance = random.Random(3)
    picked = [0, 1, pages - 1, *chance.sample(range(2, pages - 1), count - 3)]
    return [page * PAGE + chance.randrange(16 if page == 0 else 0, PAGE) for page in picked]


FLIPS = [pytest.param(8, id="quick"), pytest.param(100, id="full", marks=pytest.mark.long)]


@pytest.fixture(autouse=True)
def left_by_others() -> Iterator[None]:
    """Windows an earlier test is done with may wait for a look for garbage; they are not this one's."""
    others.extend(QApplication.topLevelWidgets())
    yield
    others.clear()


others: list[QWidget] = []


def windows_kept(kind: type[QWidget]) -> int:
    """Return how many windows of this kind are kept in memory, in sight or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kept = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind))
    return len([widget for widget in kept if not any(widget is other for other in others)])


@pytest.mark.parametrize("typed", [False, True], ids=["known", "typed"])
@pytest.mark.parametrize("flips", FLIPS)
def test_a_flipped_bit_is_found_before_the_window_is_shown(
    many: Grown, qtbot, shown: Shown, flips: int, typed: bool
) -> None:
    readable = 0
    for offset in spots(many.path, flips):
        flip(many.path, offset)
        before = snapshot(many.path.parent)
        readable += opened_without_the_check(many)
        with started(shown) as program:
            begin(program, many, typed=typed)
            qtbot.waitUntil(lambda program=program: said(TroubleKind.DAMAGED) in drive.seen(program.unlock))
            drive.settle()
            assert program.workspace is program.open_file is None
            assert windows_kept(MainWindow) == 0
        assert snapshot(many.path.parent) == before
        flip(many.path, offset)
    assert MainWindow not in shown.kinds
    assert readable >= flips / 2  # the control: without the check these would have been shown
    assert case_trouble(many) is None


def opened_without_the_check(case: Case) -> bool:
    """Return whether a damaged file gives its first dwellings when nobody checks it."""
    try:
        db = file.open_unchecked(case.path, data_key(case.seed), case.seed_name)
    except FileTrouble:
        return False
    try:
        return len(db.execute("SELECT street FROM dwellings LIMIT 20").fetchall()) == 20
    except dbapi2.DatabaseError:
        return False
    finally:
        file.close(db)


@pytest.mark.parametrize("typed", [False, True], ids=["known", "typed"])
def test_control_a_whole_file_is_shown(many: Grown, qtbot, shown: Shown, program: Program, typed: bool) -> None:
    begin(program, many, typed=typed)
    qtbot.waitUntil(lambda: program.workspace is not None)
    assert MainWindow in shown.kinds
    assert read_by_another_program(many) == LOCKED


# What is wrong is told as what it is, whatever went wrong with the window meanwhile


def all_pages_of_the_list(case: Grown) -> None:
    """Damage the pages ``many`` came with: what opening itself reads lies before them, so the list is what fails."""
    for page in range(case.fresh, case.path.stat().st_size // PAGE):
        flip(case.path, page * PAGE + 500)


def a_day_nobody_can_read(case: Case) -> None:
    """What a newer program may have written: the list of this one cannot be made of it."""
    db = case.raw()
    with db.atomic():
        db.execute(
            "INSERT INTO marks (kind, topic, subject_id, nominal, made_on, reason) VALUES ('','',1,'uke 48','','')"
        )
        db.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('bolig', 'm9999', '')")
    file.close(db)


def tables_with_other_names(case: Case) -> None:
    db = case.raw()
    with db.atomic():
        db.execute("DROP TABLE municipality")
        db.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('bolig', 'm9999', '')")
    file.close(db)


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (all_pages_of_the_list, TroubleKind.DAMAGED),
        (a_day_nobody_can_read, TroubleKind.NEWER),
        (tables_with_other_names, TroubleKind.NEWER),
    ],
)
def test_an_error_while_preparing_is_not_shown_and_the_files_own_trouble_is(
    many: Grown, qtbot, shown: Shown, program: Program, spoil: Callable[[Grown], None], kind: TroubleKind
) -> None:
    spoil(many)
    with pytest.raises((dbapi2.DatabaseError, ValueError, LookupError)):  # the control: it does fail
        prepared_without_the_check(program, many)
    before = snapshot(many.path.parent)
    begin(program, many, typed=False)
    qtbot.waitUntil(lambda: said(kind) in drive.seen(program.unlock))
    drive.settle()
    assert program.workspace is program.open_file is None
    assert MainWindow not in shown.kinds and windows_kept(MainWindow) == 0
    assert snapshot(many.path.parent) == before
    assert case_trouble(many) is kind  # and not in use


def prepared_without_the_check(program: Program, case: Case) -> None:
    opened = opening.begin_to_open(case.path, sheet=case.sheet)
    try:
        program._made(opened)
    finally:
        opened.close()


def case_trouble(case: Case) -> TroubleKind | None:
    try:
        case.open().close()
    except FileTrouble as trouble:
        return trouble.kind
    return None


def test_an_error_nobody_foresaw_while_the_file_is_taken_into_use_closes_it(many: Grown, qtbot, shown: Shown) -> None:
    opened = many.open()
    opened.put_fact("full_check_on", "i går")  # nothing we write; no date, so no trouble with the file either
    opened.close()
    with started(shown, crashes=1) as program:
        begin(program, many, typed=False)
        qtbot.waitUntil(lambda: bool(program.crashes.reports))
        drive.settle()
        assert "fromisoformat" not in drive.seen(program.unlock)
        assert MainWindow not in shown.kinds and windows_kept(MainWindow) == 0
        assert read_by_another_program(many) == 210


# Nothing can be written before the file is taken into use


def letters_asked_for(opened: OpenFile) -> dict[int, str]:
    letters = opened.sheet_text().replace("-", "")
    return {at: letters[at - 1] for at in opened.asked_positions()}


def a_write_through_the_door(opened: OpenFile) -> None:
    with opened.writing() as db:
        add_person(db, "Ny")


WRITES: dict[str, Callable[[OpenFile], object]] = {
    "a fact": lambda opened: opened.put_fact("demo", "yes"),
    "the end of the set-up": lambda opened: opened.finish_setup(letters_asked_for(opened)),
    "a draft": lambda opened: Drafts(opened.db).keep("people", {"note": "x"}),
    "search": lambda opened: Search(opened.db).put("person", 1, "x", "x", "x"),
    "a row": lambda opened: add_person(opened.db, "Ny"),
    "rows gone": lambda opened: opened.db.execute("DELETE FROM people"),
    "a table": lambda opened: opened.db.execute("CREATE TABLE x (y)"),
    "a setting": lambda opened: opened.db.execute("PRAGMA user_version = 7"),
    "the door": a_write_through_the_door,
    "a record": lambda opened: build.a_person(case_of(opened, TODAY)),
    "a copy": lambda opened: make_copy(opened, opened.path.parent / "kopier", reason="asked"),
}


@pytest.mark.parametrize("what", WRITES)
def test_nothing_can_be_written_before_the_file_is_taken_into_use(case: Case, what: str) -> None:
    write = WRITES[what]
    before = snapshot(case.path.parent)
    opened = opening.begin_to_open(case.path, sheet=case.sheet)
    for _ in ("before the check", "after it"):
        with pytest.raises((FileTrouble, dbapi2.DatabaseError)):
            write(opened)
        opened.check()
    opened.db.conn.commit()
    opened.close()
    assert snapshot(case.path.parent) == before
    opened = case.open()  # the control: once it is taken into use, the same does write
    write(opened)
    opened.db.conn.commit()
    opened.close()
    assert case.path.read_bytes() and snapshot(case.path.parent)["nordvik.bolig"] != before["nordvik.bolig"]


def test_slots_fetched_elsewhere_are_not_put_beside_a_file_that_is_refused(case: Case) -> None:
    a_day_nobody_can_read(case)
    sidecar.beside(case.path).write_bytes(b"hei hei" * 100)
    before = snapshot(case.path.parent)
    with pytest.raises(FileTrouble) as refused:
        case.open(passphrase=PASSPHRASE)
    assert refused.value.kind is TroubleKind.NEWER
    assert snapshot(case.path.parent) == before


# The locks


def test_the_end_of_the_check_takes_no_lock_along(case: Case) -> None:
    ahead = Ahead(lambda: opening.begin_to_open(case.path, sheet=case.sheet))
    opened = ahead.begun()
    assert read_by_another_program(case) == LOCKED
    ahead.checked()
    assert read_by_another_program(case) == LOCKED
    opening.accept(opened)
    opened.check()
    assert read_by_another_program(case) == LOCKED
    with opened.writing() as db:
        add_person(db, "Ny")
    assert read_by_another_program(case) == LOCKED
    opened.close()
    assert read_by_another_program(case) == 61


def test_control_a_reading_of_our_own_takes_them_along(case: Case) -> None:
    """What the check would do if it read the file by itself: any closing drops the locks of the whole process."""
    opened = case.open()
    assert read_by_another_program(case) == LOCKED
    case.path.read_bytes()
    assert read_by_another_program(case) == 60
    opened.close()


@pytest.mark.parametrize("moment", ["at once", "begun", "checked"])
@pytest.mark.parametrize("spoiled", [False, True], ids=["whole", "damaged"])
def test_leaving_in_the_middle_of_opening_closes_the_file_and_gives_the_lock_back(
    many: Grown, shown: Shown, program: Program, qtbot, moment: str, spoiled: bool
) -> None:
    if spoiled:
        flip(many.path, 40 * PAGE)
    before = snapshot(many.path.parent)
    ahead = app.begin_to_open(many.path, PASSPHRASE)
    begun: list[object] = []
    program.unlock.opening.begun.connect(begun.append)
    if moment == "at once":
        program.begin(many.path, PASSPHRASE, ahead)
        program.unlock.close()
    else:
        left: list[OpenFile] = []

        def leave(opened: OpenFile) -> None:
            if moment == "checked":
                with contextlib.suppress(FileTrouble):
                    ahead.checked()  # the news of it is on its way
            left.append(opened)
            program.unlock.close()

        program.unlock.opening.begun.connect(leave)
        program.begin(many.path, PASSPHRASE, ahead)
        qtbot.waitUntil(lambda: bool(left))
        with pytest.raises(RuntimeError):  # the key is gone
            left[0].sheet_text()
    drive.settle()
    assert program.workspace is program.open_file is None
    assert MainWindow not in shown.kinds and windows_kept(MainWindow) == 0
    assert None not in begun
    assert snapshot(many.path.parent) == before
    assert read_by_another_program(many) == 210
    assert case_trouble(many) is (TroubleKind.DAMAGED if spoiled else None)


# By way of BOLIG_PASSPHRASE, the whole program in a process of its own


def wrong(case: Case) -> str:
    return PASSPHRASE + "x"


def right(case: Case) -> str:
    return PASSPHRASE


def newer(case: Case) -> str:
    a_day_nobody_can_read(case)
    return PASSPHRASE


def damaged(case: Case) -> str:
    all_pages_of_the_list(case)
    return PASSPHRASE


def start_damaged(case: Case) -> str:
    flip(case.path, 5)
    return PASSPHRASE


def gone(case: Case) -> str:
    case.path.unlink()
    return PASSPHRASE


def empty(case: Case) -> str:
    case.path.write_bytes(b"")
    return PASSPHRASE


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (wrong, TroubleKind.WRONG_PASSPHRASE),
        (newer, TroubleKind.NEWER),
        (damaged, TroubleKind.DAMAGED),
        (start_damaged, TroubleKind.DAMAGED),
        (gone, TroubleKind.NOT_FOUND),
        (empty, TroubleKind.EMPTY),
        (right, None),
    ],
)
def test_a_known_passphrase_gets_its_sentence_and_no_traceback(
    many: Grown, spoil: Callable[[Grown], str], kind: TroubleKind | None, tmp_path: Path
) -> None:
    passphrase = spoil(many)
    before = snapshot(many.path.parent)
    environment = os.environ | {"BOLIG_PASSPHRASE": passphrase, "BOLIG_HOME": str(tmp_path / "home")}
    environment |= {"PYTHONPATH": os.pathsep.join(sys.path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(CHILD), str(many.path), said(kind) if kind else ""]
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr and "Error" not in ran.stderr
    windows = json.loads(ran.stdout)
    assert windows == (["UnlockWindow"] if kind else ["UnlockWindow", "MainWindow"])
    assert (snapshot(many.path.parent) == before) is (kind is not None)
