"""The open case file: its connection, its key, its lock, and what must happen around every write."""

import contextlib
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import instance, keyring_slot, sidecar
from bolig_desktop.security.keys import data_key, db_id
from bolig_desktop.security.sheet import LETTERS, plain_letters, sheet_text
from bolig_desktop.security.slots import (
    REAL_COST,
    Cost,
    Slots,
    counted,
    counter_line,
    lock_with_passphrase,
    lock_with_secret,
    unlock_with_passphrase,
)
from bolig_desktop.storage import file
from bolig_desktop.storage.file import Database
from bolig_desktop.storage.guard import Guard

if TYPE_CHECKING:
    from filelock import BaseFileLock

_ASKED = 4
_LOOK_AGAIN = {TroubleKind.FULL, TroubleKind.DISK, TroubleKind.READ_ONLY, TroubleKind.DAMAGED}


class OpenFile:
    """Made by ``create_case`` and ``open_case``; ``db`` stays the same object for as long as the file is open.

    Until ``accept`` nobody knows whether the file is whole: nothing may be shown of it, and nothing can be written.
    broken_off: whether the last program that had it open did not close it.
    """

    def __init__(
        self,
        path: Path,
        db: Database,
        seed: bytes,
        slots: Slots | None,
        lock: "BaseFileLock",
        *,
        notices: list[TroubleKind],
        by_sheet: bool,
        broken_off: bool,
        cost: Cost = REAL_COST,
    ) -> None:
        self.path, self.db, self.notices, self.by_sheet, self.broken_off = path, db, notices, by_sheet, broken_off
        self._seed: bytes | None = seed
        self._slots = slots or Slots(db_id=db_id(seed), slots=(), counter=counter_line(seed, 0, in_use=True))
        self._lock, self._cost = lock, cost
        self._guard = Guard(path)
        file.watch(db, self._guard)
        self._asked = tuple(sorted(secrets.SystemRandom().sample(range(1, LETTERS + 1), _ASKED)))
        self._accepted = self.setup_finished = False
        self.shortfall = 0

    def check(self) -> None:
        """Check every page, on any thread. Raises FileTrouble(DAMAGED); the file is then to be closed."""
        file.check_beside(self.path, data_key(self.seed), self.db_id)

    def accept(self) -> None:
        """Take the file into use once ``check`` has found it whole. Raises FileTrouble; it is then to be closed."""
        file.accept(self.db, self.db_id, full=self.broken_off)
        if TroubleKind.SLOTS_FETCHED in self.notices:
            sidecar.set_damaged_aside(self.path)
            sidecar.write(self.path, self._slots)
        self.setup_finished = file.meta(self.db, "setup_finished") == "yes"
        self.shortfall = self._shortfall()
        self._accepted = True
        self._count(history_length(self.db), in_use=True)

    @property
    def seed(self) -> bytes:
        """The seed, for copies and restoring; gone when the file is closed."""
        if self._seed is None:
            raise RuntimeError("the file is closed")
        return self._seed

    @property
    def db_id(self) -> str:
        """The file's public name."""
        return self._slots.db_id

    @property
    def slots(self) -> Slots:
        """The key slots as they stand beside the file."""
        return self._slots

    def slots_with(self, counter: bytes) -> Slots:
        """Return the slots as a copy takes them along, with the copy's own counter line."""
        return replace(self._slots, counter=counter)

    @property
    def needs_passphrase(self) -> bool:
        """Whether the file has no passphrase: it was opened with the sheet, and the slots were lost."""
        return self._slots.of_kind("passphrase") is None

    def sheet_text(self) -> str:
        """Return the recovery sheet's letters, as they are printed."""
        return sheet_text(self.seed)

    def sheet_text_after_passphrase(self, passphrase: str) -> str:
        """Return the letters once the passphrase is typed again. Raises FileTrouble(WRONG_PASSPHRASE)."""
        unlock_with_passphrase(self._slots, passphrase)
        return self.sheet_text()

    def asked_positions(self) -> tuple[int, ...]:
        """Return which four of the sheet's letters are to be typed back, counted from 1 without the hyphens."""
        return self._asked

    def finish_setup(self, letters: Mapping[int, str]) -> bool:
        """Take the typed-back letters; right ones finish the set-up and are the sign that the sheet is on paper."""
        printed = plain_letters(self.sheet_text())
        right = all(plain_letters(letters.get(at, "")) == printed[at - 1] for at in self._asked)
        if right:
            self.put_fact("setup_finished", "yes")
            self.setup_finished = True
        return right

    def change_passphrase(self, old: str | None, new: str) -> None:
        """Lock the seed with a new passphrase; the case file itself is not rewritten.

        old: may be None only where the file was opened with the sheet.
        Raises FileTrouble(WRONG_PASSPHRASE, FULL, DISK …); the old passphrase then still opens.
        """
        if not (old is None and self.by_sheet):
            unlock_with_passphrase(self._slots, old or "")
        self._change_slots(self._slots.with_slot(lock_with_passphrase(self.seed, self.db_id, new, self._cost)))

    def use_keyring(self) -> bool:
        """Let the system's own keyring open the file from now on; False where there is no real one."""
        backend = keyring_slot.real_backend()
        secret = keyring_slot.keep_secret(backend, self.db_id) if backend else None
        if secret is None:
            return False
        self._change_slots(self._slots.with_slot(lock_with_secret(self.seed, self.db_id, secret)))
        return True

    def forget_keyring(self) -> None:
        """Let only the passphrase and the sheet open the file again."""
        self._change_slots(self._slots.without("keyring"))
        if backend := keyring_slot.real_backend():
            keyring_slot.forget_secret(backend, self.db_id)

    @property
    def is_writing(self) -> bool:
        """Whether a change is under way: then the file is to be neither read beside it, locked nor closed."""
        return file.is_open(self.db) and bool(self.db.conn.in_transaction)

    def before_write(self) -> None:
        """Raise FileTrouble when nothing may be written: SETUP_UNFINISHED, or CHANGED_BY_OTHER (see ``Guard``)."""
        if not self.setup_finished:
            raise FileTrouble(TroubleKind.SETUP_UNFINISHED)
        self._guard.check()

    def after_commit(self, history_length: int) -> None:
        """Remember how the file looks now, and sign how long its history is. Raises FileTrouble."""
        self._guard.mark()
        self._count(history_length, in_use=True)

    @contextlib.contextmanager
    def writing(self) -> Iterator[Database]:
        """Everything around one write: guard, one transaction, the driver's errors in our words, guard and counter.

        Raises FileTrouble; then nothing was written, and ``db`` is open and checked again unless it is DAMAGED.
        """
        self.before_write()
        try:
            with file.guarded(), self.db.atomic():
                yield self.db
        except FileTrouble as trouble:
            raise self.after_trouble(trouble) from trouble
        self.after_commit(history_length(self.db))

    def after_trouble(self, trouble: FileTrouble) -> FileTrouble:
        """Close, open and check the file again, and return what is to be said.

        A full disk, a passing read error and a damaged page can all look like one another until this is done.
        """
        if trouble.kind not in _LOOK_AGAIN:
            return trouble
        try:
            file.reconnect(self.db, self.path, data_key(self.seed), self.db_id)
        except FileTrouble as found:
            return found
        return FileTrouble(TroubleKind.DISK) if trouble.kind is TroubleKind.DAMAGED else trouble

    def put_fact(self, name: str, value: str) -> None:
        """Write one of the file's own facts (``meta``). Raises FileTrouble."""
        with file.guarded():
            file.put_meta(self.db, name, value)

    def fact(self, name: str) -> str | None:
        """Return one of the file's own facts, or None."""
        return file.meta(self.db, name)

    def bring_up_to_date(self, run: Callable[[Database], list[str]]) -> list[str]:
        """Run migrations and return their names. Raises FileTrouble."""
        with file.guarded():
            done = run(self.db)
        self.after_commit(history_length(self.db))
        return done

    def close(self) -> None:
        """Close the file, forget the key and let others in; may be called twice."""
        if self._seed is None:
            return
        try:
            if self._accepted and file.is_open(
                self.db
            ):  # else it stays marked as broken off, and is checked fully the next time
                with contextlib.suppress(FileTrouble), file.guarded():
                    length = history_length(self.db)
                    file.close(self.db)
                    self._count(length, in_use=False)
        finally:
            file.close(self.db)
            self._seed = None
            instance.give_back(self._lock)

    def _change_slots(self, slots: Slots) -> None:
        sidecar.write(self.path, slots)
        self._slots = slots

    def _shortfall(self) -> int:
        signed = counted(self._slots, self.seed) if self._slots.slots else None
        if signed is None:
            if self._slots.slots:
                self.notices.append(TroubleKind.COUNTER_LOST)
            return 0
        missing = max(0, signed[0] - history_length(self.db))
        if missing:
            self.notices.append(TroubleKind.BEHIND)
        return missing

    def _count(self, length: int, *, in_use: bool) -> None:
        if self._slots.slots:
            line = counter_line(self.seed, length, in_use=in_use)
            self._slots = sidecar.write_counter(self.path, self._slots, line)


def history_length(db: Database) -> int:
    """Return how many entries the history has."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM history").fetchone()[0])
