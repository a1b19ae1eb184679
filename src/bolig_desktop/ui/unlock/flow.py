"""What follows what until the file is open: nothing is ever deleted, and nothing is passed over in silence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bolig_desktop import paths
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.ui.unlock import troubles
from bolig_desktop.ui.unlock.enter import PassphraseStep
from bolig_desktop.ui.unlock.finishing import Finishing
from bolig_desktop.ui.unlock.steps import Next
from bolig_desktop.ui.words import tr

if TYPE_CHECKING:
    from bolig_desktop.security.ahead import Ahead
    from bolig_desktop.security.openfile import OpenFile
    from bolig_desktop.security.slots import Cost
    from bolig_desktop.ui.background import Job
    from bolig_desktop.ui.unlock.create import CreateStep
    from bolig_desktop.ui.unlock.restore import RestoreStep

DEMO_PASSPHRASE = "demo"


class Opening(Finishing):
    """The ways to an open file: a new one, one that is there, one taken back from a copy, the demo."""

    # the steps

    def begin(self, path: Path | None = None, *, locked: bool = False) -> None:
        """Ask for the passphrase of ``path`` or of the last file used, or how to begin where there is none."""
        last = Path(self.machine.last_file) if self.machine.last_file else None
        self._path = path or last
        if self._path is None:
            self.start()
        elif not locked and not self._path.exists():
            self.start()
            self._say(FileTrouble(TroubleKind.NOT_FOUND))
        else:
            self.enter(locked=locked)

    def start(self) -> None:
        """Offer the four ways to begin."""
        self._put_away()
        self._kept_aside = ""
        from bolig_desktop.ui.unlock.start import StartStep

        step = StartStep()
        step.new_wanted.connect(self.create)
        step.open_wanted.connect(self.choose_file)
        step.restore_wanted.connect(self.restore)
        step.demo_wanted.connect(self.try_demo)
        self._show(step, self.start)

    def enter(self, *, locked: bool = False) -> None:
        """Ask for the passphrase."""
        self._put_away()
        if self._path is None:
            self.start()
            return
        self._kept_aside = ""
        step = PassphraseStep(self._path, locked=locked)
        step.given.connect(lambda passphrase: self.open(passphrase=passphrase))
        step.sheet_wanted.connect(self.letters)
        step.other_wanted.connect(self.choose_file)
        step.new_wanted.connect(self.create)
        step.restore_wanted.connect(self.restore)
        self._show(step, lambda: self.enter(locked=locked))

    def put_away(self, job: Job, then: Next) -> None:
        """Ask nothing: the last copy of the file that was open is being made."""
        from bolig_desktop.ui.unlock.putting_away import PuttingAwayStep

        self._show(PuttingAwayStep(job, then), lambda: self.put_away(job, then))

    def letters(self) -> None:
        """Ask for the letters of the sheet."""
        if self._path is None:
            self.start()
            return
        from bolig_desktop.ui.unlock.letters import LettersStep

        step = LettersStep(self._path)
        step.given.connect(lambda letters: self.open(sheet=letters))
        step.passphrase_wanted.connect(self.enter)
        step.restore_wanted.connect(self.restore)
        self._show(step, self.letters)

    def choose_file(self) -> None:
        """Ask which file to open."""
        start = self._path.parent if self._path else paths.case_folder()
        path = self._asking.case_file(self.step, start)
        if path is not None:
            self._path = path
            self.enter()

    def create(self) -> None:
        """Ask for all that a new file needs."""
        from bolig_desktop.ui.unlock.create import CreateStep

        self._put_away()
        step = CreateStep(self._asking)
        step.given.connect(lambda: self._create(step))
        step.left.connect(self.begin)
        self._show(step, self.create)

    def restore(self) -> None:
        """Ask which copy to take back, and where to."""
        from bolig_desktop.ui.unlock.restore import RestoreStep, folders_of

        self._put_away()
        step = RestoreStep(self._asking, self._path, folders_of(self._path, self.machine.second_folder))
        step.given.connect(lambda: self._restore(step))
        step.left.connect(self.begin)
        self._show(step, self.restore)

    def try_demo(self) -> None:
        """Make the demo municipality the first time, and open it."""
        path = _demo_path()
        if path.exists():
            self._open_demo(path)
            return
        day = self._clock()
        self._wait(tr("Lager demokommunen Nordvik …"))
        self._background.run(
            lambda _: _make_demo(path.parent, day), done=lambda _: self._open_demo(path), failed=self._failed
        )

    def _open_demo(self, path: Path) -> None:
        self._path = path
        self.open(passphrase=DEMO_PASSPHRASE)

    # doing it

    def open(
        self, *, passphrase: str | None = None, sheet: str | None = None, allow_synced: bool = False,
        ahead: Ahead | None = None,
    ) -> None:  # fmt: skip
        """Open the file and go on to what comes next, or say what is in the way; ``ahead`` has begun on it."""
        path = self._path
        if path is None or self._is_opening:
            return

        def begin() -> OpenFile:
            from bolig_desktop.security.opening import begin_to_open

            return begin_to_open(
                path, passphrase=passphrase, sheet=sheet, allow_synced=allow_synced, cost=self._price()
            )

        def anyway() -> None:
            self.open(passphrase=passphrase, sheet=sheet, allow_synced=True)

        from bolig_desktop.security.ahead import Ahead

        self._open_behind(ahead or Ahead(begin), tr("Åpner og kontrollerer saksfilen …"), again=lambda: self.open(
            passphrase=passphrase, sheet=sheet, allow_synced=allow_synced), anyway=anyway)  # fmt: skip

    def _create(self, step: CreateStep) -> None:
        path, passphrase, municipality = step.path(), step.passphrase(), step.municipality()

        def work() -> None:
            from bolig_desktop.security.opening import create_case
            from bolig_desktop.ui.unlock import beginning

            self._put_away()
            opened = create_case(path, passphrase, allow_synced=step.allow_synced, cost=self._price())
            self._path = path
            self._in_hand = opened
            beginning.keep(opened, municipality)
            self._remember(path)
            self._take(opened)

        self._do(work, tr("Lager saksfilen …"), again=lambda: self._create(step), elsewhere=step.choose_place)

    def _restore(self, step: RestoreStep, *, from_rows: bool = False) -> None:
        from bolig_desktop.security import backup
        from bolig_desktop.security.opening import open_case

        copy, target, passphrase, sheet = step.copy(), step.target(), step.passphrase(), step.sheet()
        take = backup.restore_from_jsonl if from_rows else backup.restore

        def work() -> None:
            aside = take(copy, target, passphrase=passphrase, sheet=sheet)
            self._path, self._kept_aside = target, aside.name if aside else ""
            self._take(open_case(target, passphrase=passphrase, sheet=sheet, allow_synced=True, cost=self._price()))

        def rows() -> None:
            self._restore(step, from_rows=True)

        self._do(work, tr("Kontrollerer kopien og henter den tilbake …"), again=lambda: self._restore(step),
                 rows=None if from_rows else rows)  # fmt: skip

    # around it

    def _price(self) -> Cost:
        from bolig_desktop.security.slots import REAL_COST

        return self._cost or REAL_COST

    def _ways_on(self) -> dict[str, Callable[[], object]]:
        ways: dict[str, Callable[[], object]] = {troubles.OTHER: self.choose_file, troubles.RESTORE: self.restore}
        choose_copy = getattr(self.step, "choose_copy", None)
        if choose_copy is not None:
            ways[troubles.RESTORE] = choose_copy
        elif self._path is not None:
            ways[troubles.SHEET], ways[troubles.PASSPHRASE] = self.letters, self.enter
        return ways


def _demo_path() -> Path:
    return paths.case_folder() / "demo" / "demo.bolig"


def _make_demo(folder: Path, day: date) -> None:
    from bolig_desktop.demo.municipality import make_demo

    make_demo(folder, day, 1)
