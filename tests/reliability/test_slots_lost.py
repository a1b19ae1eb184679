"""F3: a slot file that is torn, lost or another one is fetched from each other place in turn."""

import os
import shutil
from collections.abc import Callable

import pytest

from bolig_desktop.errors import TroubleKind
from bolig_desktop.security import sidecar
from bolig_desktop.security.backup import default_folder, make_copy
from reliability.workshop import (
    PASSPHRASE,
    Case,
    another_case,
    kind_refused,
)

K = TroubleKind


def _torn(case: Case) -> None:
    os.truncate(sidecar.beside(case.path), 300)


def _scribbled(case: Case) -> None:
    sidecar.beside(case.path).write_bytes(b"hei hei" * 100)


def _lost(case: Case) -> None:
    sidecar.beside(case.path).unlink()


def _of_another(case: Case) -> None:
    shutil.copy(sidecar.beside(another_case(case).path), sidecar.beside(case.path))


SLOT_WAYS = [
    (_lost, K.NO_SLOTS),
    (_torn, K.SLOTS_DAMAGED),
    (_scribbled, K.SLOTS_DAMAGED),
    (_of_another, K.SLOTS_OF_ANOTHER_FILE),
]


@pytest.mark.parametrize(("spoil", "kind"), SLOT_WAYS, ids=[spoil.__name__[1:] for spoil, _ in SLOT_WAYS])
def test_slots_are_fetched_from_each_other_place_in_turn_then_only_the_sheet_is_left(
    case: Case, spoil: Callable[[Case], None], kind: TroubleKind
) -> None:
    opened = case.open()
    make_copy(opened, default_folder(case.path), reason="asked")
    opened.close()
    for emptied in (None, sidecar.before(case.path), sidecar.among_settings(opened.db_id)):
        if emptied is not None:  # the place that helped the last time does not help any more
            sidecar.before(case.path).unlink()
            sidecar.among_settings(opened.db_id).unlink()
        if emptied == sidecar.before(case.path):
            sidecar.keep_among_settings(opened.slots)
        spoil(case)
        again = case.open(passphrase=PASSPHRASE)
        again.close()
        assert K.SLOTS_FETCHED in again.notices
        assert sidecar.read(sidecar.beside(case.path)).db_id == again.db_id
    sidecar.before(case.path).unlink()
    sidecar.among_settings(opened.db_id).unlink()
    shutil.rmtree(default_folder(case.path))
    spoil(case)
    assert kind_refused(case, passphrase=PASSPHRASE) is kind
    by_sheet = case.open()
    assert by_sheet.needs_passphrase
    by_sheet.change_passphrase(None, "et nytt passord")
    by_sheet.close()
    case.open(passphrase="et nytt passord").close()


def test_a_wrong_passphrase_is_not_tried_on_older_slots(case: Case) -> None:
    before = sidecar.beside(case.path).read_bytes()
    opened = case.open()
    opened.change_passphrase(PASSPHRASE, "nytt")
    opened.close()
    sidecar.before(case.path).write_bytes(before)
    assert kind_refused(case, passphrase=PASSPHRASE) is K.WRONG_PASSPHRASE


def test_a_counter_that_was_tampered_with_is_told_and_the_file_still_opens(case: Case) -> None:
    place = sidecar.beside(case.path)
    data = place.read_bytes()
    place.write_bytes(data[:-88] + b"00000000000000" + data[-74:])
    opened = case.open()
    opened.close()
    assert opened.notices == [K.COUNTER_LOST]
    again = case.open()
    again.close()
    assert again.notices == []
