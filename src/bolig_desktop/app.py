"""The only place where concrete things meet: the machine's settings, the file, the session and the windows."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bolig_desktop import display
from bolig_desktop.clock import Clock

if TYPE_CHECKING:
    from bolig_desktop.security.ahead import Ahead

NO_WINDOW = 1


def run(path: Path | None, *, clock: Clock, passphrase: str | None = None) -> int:
    """Show the window until it is closed and return the exit code; 1 with a sentence where no window can be shown.

    path: the file to open, None for the last one used. passphrase: opens it at once (the demo).
    """
    if not display.has_display():
        return _say("Her er det ingen skjerm å vise vinduet på. Kommandoene virker likevel: bolig-desktop --help")
    missing = display.missing_packages()
    if missing:
        return _say(f"Vinduet trenger noe denne maskinen mangler. Skriv: sudo apt install {' '.join(missing)}")
    gc.disable()  # nothing to collect while the program is being read; ui.garbage does it from then on
    ahead = begin_to_open(path, passphrase)
    from bolig_desktop.ui.program import Program

    program = Program(clock)
    program.begin(path, passphrase, ahead)
    return program.exec()


def begin_to_open(path: Path | None, passphrase: str | None) -> Ahead | None:
    """Begin to open the file before Qt is read; None where there is a question to ask first."""
    if path is None or passphrase is None or not path.exists():
        return None
    from bolig_desktop.security import opening
    from bolig_desktop.security.ahead import Ahead

    return Ahead(lambda: opening.begin_to_open(path, passphrase=passphrase))


def _say(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return NO_WINDOW
