"""A program that is closing its file, held at one step of the last copy to be killed; run by test_closing_kill.py."""

import sys
import time
from datetime import date
from pathlib import Path

from bolig_desktop import clock
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.security.copying import Way
from bolig_desktop.ui.program import Program


def hold_at(step: int) -> None:
    """Say so when the copy has come to ``step``, and go no further."""
    tell = Way._tell

    def held(way: Way) -> None:
        tell(way)
        if way._done == step:
            sys.stdout.write("there\n")
            sys.stdout.flush()
            time.sleep(60)

    Way._tell = held


def main(path: str, passphrase: str, step: int) -> None:
    program = Program(clock.fixed(date(2026, 11, 22)))
    program.begin(Path(path), passphrase)
    while program.workspace is None:
        program._app.processEvents()
    program.workspace.session.run(lambda case: case.save(Landlord(name="Aud Kvalnes")))
    hold_at(step)
    program.workspace.window.close()
    program.exec()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
