"""Copies while the file is in use: at close, every four hours and when asked for, and what is to be said of them.

What app.py does with it::

    copies = Copies(open_file, machine)
    copies.said.connect(window.say)              # status line
    copies.start()                               # looks one old copy over, then watches the clock
    copies.status()                              # "sikkerhetskopi kontrollert i dag 08:02", for the status line
    copies.notice()                              # "" or the red bar's sentence on copies that are missing
    copies.make_last(then)                       # before open_file.close(), also when locking; then copies.stop()
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import backup
from bolig_desktop.security.copyfile import Manifest, copies_in, manifest_in
from bolig_desktop.security.openfile import OpenFile, history_length
from bolig_desktop.security.synced import synced_by
from bolig_desktop.settings.machine import Machine
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.sentences import sentence, sentences, trouble_sentence
from bolig_desktop.ui.background import Background, Job, Stopped
from bolig_desktop.ui.settings.copy_making import CopyMaking
from bolig_desktop.ui.words import language, tr

BETWEEN_COPIES, A_DAY = timedelta(hours=4), timedelta(days=1)
OLD, SECOND_PLACE_LIMIT = timedelta(days=2), timedelta(days=7)
_LOOK_MS = 60_000
_MOST_OUTDONE = 15
"""How many looks in a row a copy may be put off because she writes all the while; then the window waits for it."""
_SECOND_AT = "second_copy_at"


@dataclass(frozen=True, kw_only=True)
class CopyLine:
    """One copy as it is listed; manifest is None where it cannot be read, checked_at when it was last looked over."""

    path: Path
    manifest: Manifest | None
    checked_at: datetime | None
    damaged: bool


class Copies(QObject):
    """Signals: ``said(sentence)`` for the status line; ``changed()`` when there is another copy or another check.

    now: the time with its zone.
    """

    said = Signal(str)
    changed = Signal()

    def __init__(
        self, open_file: OpenFile, machine: Machine, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        super().__init__()
        self.open_file, self.machine, self._now = open_file, machine, now
        self.first_place = backup.default_folder(open_file.path)
        self._background = Background(self)
        self._making = CopyMaking(open_file, self._background)
        self._waiting: list[Callable[[bool], object]] = []
        self._checked: dict[Path, datetime] = {}
        self._damaged: set[Path] = set()
        self._stopped = False
        self._outdone = 0
        self._made_at = now()
        self._length_at_copy = -1
        newest = self._newest()
        self._last_good: datetime | None = None
        if newest is not None:
            self._length_at_copy = newest.history_length
            self._last_good = datetime.fromisoformat(newest.made_at)
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MS)
        self._watch.timeout.connect(self.make_when_due)

    # when

    def start(self) -> None:
        """Look over one old copy, picked at random, and begin to watch the clock; does nothing once stopped.

        Where the last time ended without a copy of what was written, one is made now.
        """
        if self._stopped:
            return
        folder, seed = self.first_place, self.open_file.seed
        self._background.run(
            lambda progress: backup.reverify_one(folder, seed, progress.say),
            done=self._looked_over,
            failed=lambda error: self._was_damaged(error, folder),
        )
        self._watch.start()
        if self._is_behind():
            self.make_beside("missing", insists=False)

    def stop(self) -> None:
        """Stop watching, and wait for what is under way and what comes of it."""
        self._rest()
        self._background.finish()

    def make_when_due(self) -> None:
        """Make a copy where four hours have gone and something was written since the last."""
        if self._now() - self._made_at >= BETWEEN_COPIES:
            self._made_at = self._now()
            if self._is_behind():
                self.make_beside("hours", insists=self._outdone >= _MOST_OUTDONE)

    def make_last(self, then: Callable[[bool], object], *, within: float | None = None) -> Job | None:
        """Make the copy before the file is closed, if anything was written since the last or that is a day old.

        Returns its job, or None where none is due. then: gets whether all is well, unless it is stopped. What is
        under way beside the window is given up, and nothing is begun by itself any more. within: make it here and
        now, if so many seconds are enough for it; well is also where they are not.
        """
        self._rest()
        newest = self._newest()
        old = newest is None or self._now() - datetime.fromisoformat(newest.made_at) >= A_DAY
        if not (old or self._is_behind()):
            then(True)
            return None
        self._background.stop()
        if within is None:
            return self.make_beside("close", then)
        then(self._make_here(time.monotonic() + within))
        return None

    def _make_here(self, until: float) -> bool:
        def told(done: int, of: int) -> None:
            if time.monotonic() > until:
                raise Stopped

        places = self._places()
        try:
            return self._made(backup.keep_copies(self.open_file, places, reason="close", told=told), places)
        except Stopped:
            return True
        except FileTrouble as trouble:
            return self._not_made(trouble)

    def _rest(self) -> None:
        self._stopped = True
        self._watch.stop()
        self._give_up()

    def make_beside(
        self, reason: str, then: Callable[[bool], object] = lambda made: None, *, insists: bool = True
    ) -> Job:
        """Make a copy beside the window and return the job, that of a copy under way where there is one.

        then: gets whether it was made, unless it is stopped. insists: where she writes all the while, whether the
        window is to wait for it; else the next look begins one again.
        """
        self._waiting.append(then)
        if (under_way := self._making.job) is not None:
            if insists:
                self._making.insist()
            return under_way
        self.said.emit(tr("Lager en sikkerhetskopi …"))
        places = self._places()
        job = self._making.begin(
            places,
            reason,
            made=lambda made: self._tell(self._made(made, places)),
            failed=lambda trouble: self._tell(self._not_made(trouble)),
            outdone=self._was_outdone,
        )
        if insists:
            self._making.insist()
        job.stopped.connect(self._was_stopped)
        return job

    def _give_up(self) -> None:
        self._waiting.clear()
        self._making.forget()

    def _was_outdone(self) -> None:
        self._outdone += 1
        self._made_at = self._now() - BETWEEN_COPIES
        self._was_stopped()

    def _was_stopped(self) -> None:
        self._waiting.clear()
        self.said.emit(self.status())

    def _tell(self, made: bool) -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(made)

    def _places(self) -> list[Path]:
        second = self.machine.second_folder
        return [self.first_place, Path(second)] if second else [self.first_place]

    def _not_made(self, trouble: FileTrouble) -> bool:
        self.said.emit(tr("Kopien ble ikke laget. {why}", why=_why_not_made(trouble)))
        return False

    def _made(self, made: list[Path], places: list[Path]) -> bool:
        if len(made) > 1:
            try:
                self.open_file.put_fact(_SECOND_AT, self._now().isoformat(timespec="seconds"))
            except FileTrouble as trouble:
                return self._not_made(trouble)
        self._made_at = self._last_good = self._now()
        self._outdone = 0
        self._length_at_copy = manifest_in(made[0], self.open_file.seed).history_length
        for copy in made:
            self._checked[copy] = self._now()
        if TroubleKind.SHRUNK in self.open_file.notices:
            self.said.emit(trouble_sentence(FileTrouble(TroubleKind.SHRUNK), language()))
        elif len(made) < len(places):
            self.said.emit(tr("Kopien er laget her, men ikke på det andre stedet: mappen er ikke der nå."))
        else:
            self.said.emit(self.status())
        self.changed.emit()
        return True

    # what

    def lines(self) -> list[tuple[Path, list[CopyLine]]]:
        """Return both places with their copies of this file, the newest first."""
        return [(place, [self._line(copy) for copy in copies_in(place)]) for place in self._places()]

    def newest(self) -> Path | None:
        """Return the newest copy beside the file that can be read."""
        return next((line.path for line in self.lines()[0][1] if line.manifest), None)

    def status(self) -> str:
        """Return what the status line says about copies."""
        if self._last_good is None:
            return tr("ingen sikkerhetskopi ennå")
        return tr("sikkerhetskopi kontrollert {when}", when=self.when(self._last_good))

    def notice(self) -> str:
        """Return the red bar's sentence, or "": no copy has gone to a second place for seven days."""
        if self._damaged:
            return tr("En av kopiene er skadet. Lag en ny kopi nå.")
        if self._last_good is not None and self._is_behind() and self._now() - self._last_good >= OLD:
            days = (self._now() - self._last_good).days
            return tr("Det er {days} dager siden den siste kopien ble laget. Lag en ny kopi nå.", days=days)
        if self.open_file.fact("demo") == "yes":
            return ""  # nothing in it would be missed
        at = self.open_file.fact(_SECOND_AT)
        now = self._now()
        if not self.machine.second_folder:
            put_off = _day(self.machine.reminded_on)
            if put_off is not None and now - put_off < SECOND_PLACE_LIMIT:
                return ""
            return tr("Kopiene ligger bare på denne maskinen. Velg et sted til for dem.")
        if at and now - datetime.fromisoformat(at) < SECOND_PLACE_LIMIT:
            return ""
        if not at:
            return tr("Det er ikke laget noen kopi på det andre stedet ennå.")
        days = (now - datetime.fromisoformat(at)).days
        return tr("Det er {days} dager siden det ble laget en kopi på det andre stedet.", days=days)

    def when(self, moment: datetime) -> str:
        """Return ``i dag 08:02`` or ``21.11.2026 16:40``, in the machine's own time."""
        local, today = moment.astimezone(), self._now().astimezone().date()
        if local.date() == today:
            return tr("i dag {time}", time=f"{local:%H:%M}")
        return f"{show_date(local.date())} {local:%H:%M}"

    def try_restoring(
        self, copy: Path, done: Callable[[Manifest], object], failed: Callable[[FileTrouble], object]
    ) -> None:
        """Restore a copy into an encrypted place that goes away again, compare every row, and tell the outcome."""
        seed = self.open_file.seed

        def good(manifest: Manifest) -> None:
            self._looked_over(copy)
            done(manifest)

        def bad(error: Exception) -> None:
            if not isinstance(error, FileTrouble):
                raise error
            self._damaged.add(copy)
            self.changed.emit()
            failed(error)

        self._background.run(lambda progress: backup.verify(copy, seed, progress.say), done=good, failed=bad)

    def accept_fewer_rows(self) -> None:
        """Take it that much less stands in the file than before, because she says it is right. Raises FileTrouble."""
        backup.accept_fewer_rows(self.open_file)
        self.open_file.notices.remove(TroubleKind.SHRUNK)
        self.changed.emit()

    # inside

    def _is_behind(self) -> bool:
        return history_length(self.open_file.db) != self._length_at_copy

    def _newest(self) -> Manifest | None:
        for copy in copies_in(self.first_place):
            try:
                return manifest_in(copy, self.open_file.seed)
            except FileTrouble:
                continue
        return None

    def _line(self, copy: Path) -> CopyLine:
        try:
            manifest = manifest_in(copy, self.open_file.seed)
        except FileTrouble:
            return CopyLine(path=copy, manifest=None, checked_at=None, damaged=True)
        made = datetime.fromisoformat(manifest.made_at)
        checked = self._checked.get(copy, made)
        return CopyLine(path=copy, manifest=manifest, checked_at=checked, damaged=copy in self._damaged)

    def _looked_over(self, copy: Path | None) -> None:
        if copy is not None:
            self._checked[copy] = self._last_good = self._now()
            self._damaged.discard(copy)
        self.said.emit(self.status())
        self.changed.emit()

    def _was_damaged(self, error: Exception, folder: Path) -> None:
        if not isinstance(error, FileTrouble):
            raise error
        self._damaged.add(folder / str(error.facts.get("copy", "")))
        self.said.emit(trouble_sentence(error, language()))
        self.changed.emit()


def _why_not_made(trouble: FileTrouble) -> str:
    code = f"copy.{trouble.kind.value}"
    if code in sentences("nb"):
        return sentence(code, language())
    return trouble_sentence(trouble, language())


def on_the_same_disk(folder: Path, path: Path) -> bool:
    """Return whether a folder would be lost together with the file: on the same disk, and synced nowhere."""
    try:
        return folder.stat().st_dev == path.parent.stat().st_dev and synced_by(folder / "kopi") is None
    except OSError:
        return False


def _day(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return None
