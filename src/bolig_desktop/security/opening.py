"""Make a case file, or open one: all or nothing, every check before any data is shown."""

from pathlib import Path
from typing import TYPE_CHECKING

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import instance, journal, sidecar
from bolig_desktop.security.keys import data_key, db_id, new_seed
from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.security.placing import UNFINISHED, clear_unfinished, make_folder, set_aside, settle
from bolig_desktop.security.slots import REAL_COST, Cost, Slots, counted, counter_line, lock_with_passphrase
from bolig_desktop.security.synced import synced_by
from bolig_desktop.security.unlocking import Unlocked, Way, unlock
from bolig_desktop.storage import file, migrations
from bolig_desktop.storage.guard import check_entry, kind_of

if TYPE_CHECKING:
    from filelock import BaseFileLock


def create_case(
    path: Path, passphrase: str, *, typed_back: bool = True, allow_synced: bool = False, cost: Cost = REAL_COST
) -> OpenFile:
    """Make a new case file with its key slots and return it open.

    typed_back: four letters of the printed sheet must be typed back before anything can be written; False for the
    demo. cost: of guessing the passphrase; tests take a cheaper one.
    Raises FileTrouble: EXISTS, SYNCED_FOLDER, IN_USE, READ_ONLY, FULL, DISK. Nothing half-made is left.
    """
    path = path.absolute()
    make_folder(path.parent)
    _refuse_synced(path, allow_synced)
    if path.exists() or path.is_symlink():
        raise FileTrouble(TroubleKind.EXISTS)
    lock = instance.take(path)
    try:
        clear_unfinished(path.parent, path.stem)
        seed = new_seed()
        slots = _new_slots(seed, passphrase, cost)
        _make(path, seed, slots, typed_back=typed_back)
        opened = _unchecked(path, Unlocked(seed=seed, slots=slots), lock, cost=cost)
    except BaseException:
        instance.give_back(lock)
        raise
    return _all_or_nothing(opened)


def open_case(
    path: Path,
    *,
    passphrase: str | None = None,
    sheet: str | None = None,
    use_keyring: bool = False,
    allow_synced: bool = False,
    cost: Cost = REAL_COST,
) -> OpenFile:
    """Open a case file with its passphrase, the letters of its sheet, or the secret in the system's keyring.

    A file of an older program is copied, then brought up to date. What is to be said at opening stands in
    ``notices``. Raises FileTrouble of any kind; nothing is then changed.
    """
    return _all_or_nothing(
        begin_to_open(
            path, passphrase=passphrase, sheet=sheet, use_keyring=use_keyring, allow_synced=allow_synced, cost=cost
        )
    )


def begin_to_open(
    path: Path,
    *,
    passphrase: str | None = None,
    sheet: str | None = None,
    use_keyring: bool = False,
    allow_synced: bool = False,
    cost: Cost = REAL_COST,
) -> OpenFile:
    """Find the key and open the file with it: ``OpenFile.check`` and ``accept`` come next, or ``close``.

    Takes what ``open_case`` takes and raises what it raises.
    """
    path = path.absolute()
    check_entry(path)
    lock = instance.take(path)
    try:
        _refuse_synced(path, allow_synced)
        clear_unfinished(path.parent, path.stem)
        way = Way(passphrase=passphrase, sheet=sheet, keyring=use_keyring)
        return _unchecked(path, unlock(path, way), lock, by_sheet=sheet is not None, cost=cost)
    except BaseException:
        instance.give_back(lock)
        raise


def accept(opened: OpenFile) -> None:
    """Take a file into use that ``OpenFile.check`` found whole; an older program's is copied and brought up to date.

    Raises FileTrouble; the file is then to be closed.
    """
    opened.accept()
    if file.pending(opened.db):
        from bolig_desktop.security.backup import default_folder, make_copy

        make_copy(opened, default_folder(opened.path), reason="before_update")
        opened.bring_up_to_date(migrations.bring_up_to_date)


def _all_or_nothing(opened: OpenFile) -> OpenFile:
    try:
        opened.check()
        accept(opened)
    except BaseException:
        opened.close()
        raise
    return opened


def _new_slots(seed: bytes, passphrase: str, cost: Cost) -> Slots:
    name = db_id(seed)
    slot = lock_with_passphrase(seed, name, passphrase, cost)
    return Slots(db_id=name, slots=(slot,), counter=counter_line(seed, 0, in_use=False))


def _make(path: Path, seed: bytes, slots: Slots, *, typed_back: bool) -> None:
    """Make the file under another name, its slots beside the real one, then give the file its name."""
    unfinished = path.with_name(f".{path.stem}{UNFINISHED}")
    try:
        db = file.create(unfinished, data_key(seed), db_id(seed))
        try:
            with file.guarded():
                file.put_meta(db, "setup_finished", "no" if typed_back else "yes")
        finally:
            file.close(db)
        if sidecar.beside(path).exists():
            set_aside(sidecar.beside(path), "tilsidesatt")
        sidecar.write(path, slots)
        unfinished.rename(path)
        settle(path.parent)
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _unchecked(
    path: Path, unlocked: Unlocked, lock: "BaseFileLock", *, by_sheet: bool = False, cost: Cost = REAL_COST
) -> OpenFile:
    notices: list[TroubleKind] = []
    if journal.is_live(path):
        journal.keep_both(path)
        notices.append(TroubleKind.OLD_JOURNAL)
    if unlocked.fetched and unlocked.slots is not None:
        notices.append(TroubleKind.SLOTS_FETCHED)
    signed = counted(unlocked.slots, unlocked.seed) if unlocked.slots else None
    return OpenFile(
        path,
        file.open_unchecked(path, data_key(unlocked.seed), db_id(unlocked.seed)),
        unlocked.seed,
        unlocked.slots,
        lock,
        notices=notices,
        by_sheet=by_sheet,
        # Only the full check sees a file whose journal somebody tidied away in the middle of a write.
        broken_off=signed is None or signed[1],
        cost=cost,
    )


def _refuse_synced(path: Path, allowed: bool) -> None:
    if not allowed and (service := synced_by(path)):
        raise FileTrouble(TroubleKind.SYNCED_FOLDER, service=service)
