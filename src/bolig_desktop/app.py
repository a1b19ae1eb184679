"""The only place where concrete things meet: the machine's settings, the file, the session and the windows."""

import gc
import sys
from pathlib import Path

from bolig_desktop import display
from bolig_desktop.clock import Clock

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
    gc.disable()  # until the first window is shown and the rest is read: there is nothing to tidy before that
    from bolig_desktop.ui.program import Program

    program = Program(clock)
    program.begin(path, passphrase)
    return program.exec()


def _say(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return NO_WINDOW
