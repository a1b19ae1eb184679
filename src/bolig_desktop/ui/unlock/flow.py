"""What follows what until the file is open: nothing is ever deleted, and nothing is passed over in silence."""

import contextlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bolig_desktop import paths
from bolig_desktop.clock import Clock
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import backup
from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.slots import REAL_COST, Cost
from bolig_desktop.settings import machine as machines
from bolig_desktop.settings.machine import Machine
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.background import Background
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.unlock import beginning, troubles
from bolig_desktop.ui.unlock.asking import Asking
from bolig_desktop.ui.unlock.create import CreateStep
from bolig_desktop.ui.unlock.enter import LettersStep, NewPassphraseStep, PassphraseStep
from bolig_desktop.ui.unlock.restore import RestoreStep, folders_of
from bolig_desktop.ui.unlock.second_place import SecondPlaceStep
from bolig_desktop.ui.unlock.sheet import SheetStep, TypeBackStep
from bolig_desktop.ui.unlock.sheet_pdf import sheet_pdf
from bolig_desktop.ui.unlock.start import StartStep
from bolig_desktop.ui.unlock.steps import Step
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.words import language, tr

DEMO_PASSPHRASE = "demo"


class Opening(QObject):
    """Signals: ``step_made(step)``, the next thing to ask; ``opened(open_file)``, when all is done.

    cost: of guessing a new passphrase; tests take a cheaper one.
    """

    step_made = Signal(object)
    opened = Signal(object)

    def __init__(self, machine: Machine, clock: Clock, asking: Asking, *, cost: Cost = REAL_COST) -> None:
        super().__init__()
        self.machine, self._clock, self._asking, self._cost = machine, clock, asking, cost
        self._path: Path | None = None
        self._in_hand: OpenFile | None = None
        self._background = Background(self)
        self.step: Step | None = None
        self._anew: Callable[[], object] = self.begin

    # the steps

    def begin(self, path: Path | None = None, *, locked: bool = False) -> None:
        """Ask for the passphrase of ``path`` or of the last file used, or how to begin where there is none."""
        last = Path(self.machine.last_file) if self.machine.last_file else None
        self._path = path or last
        if self._path is None:
            self.start()
        elif path is None and not self._path.exists():
            self.start()
            self._say(FileTrouble(TroubleKind.NOT_FOUND))
        else:
            self.enter(locked=locked)

    def start(self) -> None:
        """Offer the four ways to begin."""
        step = StartStep()
        step.new_wanted.connect(self.create)
        step.open_wanted.connect(self.choose_file)
        step.restore_wanted.connect(self.restore)
        step.demo_wanted.connect(self.try_demo)
        self._show(step, self.start)

    def enter(self, *, locked: bool = False) -> None:
        """Ask for the passphrase."""
        if self._path is None:
            self.start()
            return
        step = PassphraseStep(self._path, locked=locked)
        step.given.connect(lambda passphrase: self.open(passphrase=passphrase))
        step.sheet_wanted.connect(self.letters)
        step.other_wanted.connect(self.choose_file)
        step.new_wanted.connect(self.create)
        step.restore_wanted.connect(self.restore)
        self._show(step, lambda: self.enter(locked=locked))

    def letters(self) -> None:
        """Ask for the letters of the sheet."""
        if self._path is None:
            self.start()
            return
        step = LettersStep(self._path)
        step.given.connect(lambda letters: self.open(sheet=letters))
        step.passphrase_wanted.connect(self.enter)
        step.restore_wanted.connect(self.restore)
        self._show(step, self.letters)

    def choose_file(self) -> None:
        """Ask which file to open."""
        start = self._path.parent if self._path else paths.case_folder()
        path = self._asking.case_file(self._over(), start)
        if path is not None:
            self._path = path
            self.enter()

    def create(self) -> None:
        """Ask for all that a new file needs."""
        step = CreateStep(self._asking)
        step.given.connect(lambda: self._create(step))
        step.left.connect(self.begin)
        self._show(step, self.create)

    def restore(self) -> None:
        """Ask which copy to take back, and where to."""
        step = RestoreStep(self._asking, self._path, folders_of(self._path, self.machine.second_folder))
        step.given.connect(lambda: self._restore(step))
        step.left.connect(self.begin)
        self._show(step, self.restore)

    def try_demo(self) -> None:
        """Make the demo municipality the first time, and open it."""
        folder = paths.case_folder() / "demo"
        path = folder / "demo.bolig"
        if path.exists():
            self._open_demo(path)
            return
        day = self._clock()
        self._wait(tr("Lager demokommunen Nordvik …"))
        self._background.run(
            lambda _: _make_demo(folder, day), done=lambda _: self._open_demo(path), failed=self._failed
        )

    def _open_demo(self, path: Path) -> None:
        self._path = path
        self.open(passphrase=DEMO_PASSPHRASE)

    # doing it

    def open(
        self, *, passphrase: str | None = None, sheet: str | None = None, allow_synced: bool = False,
        from_json: bool = False,
    ) -> None:  # fmt: skip
        """Open the file and go on to what comes next, or say what is in the way."""
        path = self._path
        if path is None:
            return

        def work() -> None:
            opened = open_case(path, passphrase=passphrase, sheet=sheet, allow_synced=allow_synced, cost=self._cost)
            self._take(opened)

        def anyway() -> None:
            self.open(passphrase=passphrase, sheet=sheet, allow_synced=True)

        self._do(work, tr("Åpner og kontrollerer saksfilen …"), again=lambda: self.open(
            passphrase=passphrase, sheet=sheet, allow_synced=allow_synced), anyway=anyway)  # fmt: skip

    def _create(self, step: CreateStep) -> None:
        path, passphrase, municipality = step.path(), step.passphrase(), step.municipality()

        def work() -> None:
            opened = create_case(path, passphrase, allow_synced=step.allow_synced, cost=self._cost)
            self._path = path
            self._in_hand = opened
            beginning.keep(opened, municipality)
            self._remember(path)
            self._take(opened)

        self._do(work, tr("Lager saksfilen …"), again=lambda: self._create(step), elsewhere=step.choose_place)

    def _restore(self, step: RestoreStep, *, from_rows: bool = False) -> None:
        copy, target, passphrase, sheet = step.copy(), step.target(), step.passphrase(), step.sheet()
        take = backup.restore_from_jsonl if from_rows else backup.restore

        def work() -> None:
            take(copy, target, passphrase=passphrase, sheet=sheet)
            self._path = target
            self._take(open_case(target, passphrase=passphrase, sheet=sheet, allow_synced=True, cost=self._cost))

        def rows() -> None:
            self._restore(step, from_rows=True)

        self._do(work, tr("Kontrollerer kopien og henter den tilbake …"), again=lambda: self._restore(step),
                 rows=None if from_rows else rows)  # fmt: skip

    def _take(self, opened: OpenFile) -> None:
        """Go on with an open file: the sheet, a new passphrase, what is to be said, and in."""
        self._in_hand = opened
        if not opened.setup_finished:
            self._show_sheet(opened)
        elif opened.by_sheet:
            self._ask_new_passphrase(opened)
        else:
            self._say_notices(opened)

    def _show_sheet(self, opened: OpenFile) -> None:
        step = SheetStep(sheet_pdf(opened.sheet_text(), beginning.municipality_name(opened), self._clock()))
        step.on_paper.connect(lambda: self._ask_letters(opened))
        self._show(step, lambda: self._show_sheet(opened))

    def _ask_letters(self, opened: OpenFile) -> None:
        step = TypeBackStep(opened.asked_positions())
        step.sheet_wanted.connect(lambda: self._show_sheet(opened))
        step.given.connect(lambda letters: self._finish(step, opened, letters))
        self._show(step, lambda: self._ask_letters(opened))

    def _finish(self, step: TypeBackStep, opened: OpenFile, letters: dict[int, str]) -> None:
        try:
            right = opened.finish_setup(letters)
        except FileTrouble as trouble:
            self._say(trouble)
            return
        if not right:
            step.wrong()
            step.say(Banner(Tone.SOON, tr("Minst ett tegn er ikke likt arket"),
                            text=tr("Tell tegnene en gang til, fra venstre, uten bindestrekene.")))  # fmt: skip
            return
        self._ask_second_place(opened)

    def _ask_second_place(self, opened: OpenFile) -> None:
        if self.machine.second_folder:
            self._say_notices(opened)
            return
        step = SecondPlaceStep(self._asking, backup.default_folder(opened.path))
        step.given.connect(lambda folder: self._use_second_place(opened, folder))
        step.later.connect(lambda: self._put_off(opened))
        self._show(step, lambda: self._ask_second_place(opened))

    def _use_second_place(self, opened: OpenFile, folder: Path) -> None:
        self.machine.second_folder = str(folder)
        self._say_notices(opened)

    def _put_off(self, opened: OpenFile) -> None:
        self.machine.reminded_on = date.isoformat(self._clock())
        self._say_notices(opened)

    def _ask_new_passphrase(self, opened: OpenFile) -> None:
        step = NewPassphraseStep(must=opened.needs_passphrase)
        step.given.connect(lambda passphrase: self._change(opened, passphrase))
        step.skipped.connect(lambda: self._say_notices(opened))
        self._show(step, lambda: self._ask_new_passphrase(opened))

    def _change(self, opened: OpenFile, passphrase: str) -> None:
        def work() -> None:
            opened.change_passphrase(None, passphrase)
            self._say_notices(opened)

        self._do(work, tr("Bytter passordet …"), again=lambda: self._change(opened, passphrase))

    def _say_notices(self, opened: OpenFile) -> None:
        """Say what was found at opening before the window comes; nothing of it is lost among other things."""
        if not opened.notices:
            self._done(opened)
            return
        step = Step(tr("Før du går videre"))
        for kind in opened.notices:
            step.body.addWidget(
                troubles.quiet_banner(trouble_sentence(FileTrouble(kind), language()), tone=Tone.SOON)
            )
        step.first = step.add_act(tr("Gå videre"), lambda: self._done(opened), main=True)
        if TroubleKind.BEHIND in opened.notices:
            step.add_act(tr("Hent tilbake fra kopi"), lambda: self._back_to_restore(opened))
        self._show(step, lambda: self._say_notices(opened))

    def _back_to_restore(self, opened: OpenFile) -> None:
        opened.close()
        self._in_hand = None
        self.restore()

    def _done(self, opened: OpenFile) -> None:
        def work() -> None:
            beginning.write(opened)
            self._remember(opened.path)
            self._in_hand = None
            self.opened.emit(opened)

        self._do(work, tr("Gjør klart …"), again=lambda: self._done(opened))

    # around it

    def leave(self) -> None:
        """Close a file that is not in use yet; called when the window closes."""
        self._background.wait()
        if self._in_hand is not None:
            self._in_hand.close()
            self._in_hand = None

    def open_file(self) -> OpenFile:
        """Return the file that is open but not in use yet. Raises RuntimeError where there is none."""
        if self._in_hand is None:
            raise RuntimeError("no file is open")
        return self._in_hand

    def _remember(self, path: Path) -> None:
        self.machine.last_file = str(path)
        with contextlib.suppress(OSError):
            machines.write(self.machine)

    def again(self) -> None:
        """Ask the same thing anew, in the language the screen is in now."""
        self._anew()

    def _show(self, step: Step, anew: Callable[[], object]) -> None:
        self.step, self._anew = step, anew
        self.step_made.emit(step)

    def _over(self) -> Step:
        if self.step is None:
            raise RuntimeError("no step has been shown yet")
        return self.step

    def _wait(self, words: str) -> None:
        self._over().say(None)
        self._over().wait(words)

    def _do(self, work: Callable[[], None], words: str, **does: Callable[[], None] | None) -> None:
        """Say what is being done, let it be seen, and do it."""
        self._wait(words)
        ways = {name: act for name, act in does.items() if act is not None}

        def now() -> None:
            step = self._over()
            try:
                work()
            except FileTrouble as trouble:
                self._say(trouble, **ways)
            finally:
                if self.step is step:
                    step.wait("")

        QTimer.singleShot(20, self, now)

    def _failed(self, error: Exception) -> None:
        self._over().wait("")
        if not isinstance(error, FileTrouble):
            raise error
        self._say(error)

    def _say(self, trouble: FileTrouble, **does: Callable[[], None]) -> None:
        step = self._over()
        ways: dict[str, Callable[[], object]] = {
            troubles.OTHER: self.choose_file, troubles.RESTORE: self.restore,
            troubles.SHEET: self.letters, troubles.PASSPHRASE: self.enter, **does,
        }  # fmt: skip
        if self._path is None or isinstance(step, RestoreStep):
            ways = {name: act for name, act in ways.items() if name not in (troubles.SHEET, troubles.PASSPHRASE)}
        if isinstance(step, RestoreStep):
            ways[troubles.RESTORE] = step.choose_copy
        under: QWidget | None = None
        if trouble.kind is TroubleKind.SYNCED_FOLDER and "anyway" in does:
            under = troubles.Anyway(tr("Åpne likevel"), does["anyway"])
        if trouble.kind is TroubleKind.COPY_DAMAGED and "rows" in does:
            under = troubles.rows_button(does["rows"])
        step.wait("")
        step.say(troubles.trouble_banner(trouble, ways), under)
        if isinstance(step, PassphraseStep | LettersStep):
            step.again()


def _make_demo(folder: Path, day: date) -> None:
    from bolig_desktop.demo.municipality import make_demo

    make_demo(folder, day, 1)
