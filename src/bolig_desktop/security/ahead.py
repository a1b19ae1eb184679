"""A case file opened on a thread of its own, while the window is being made: key and checks need no Python."""

import threading
from pathlib import Path

from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.security.opening import open_case


class Ahead:
    """Begins at once; ``result`` waits for the end of it."""

    def __init__(self, path: Path, passphrase: str) -> None:
        self._path, self._passphrase = path, passphrase
        self._opened: OpenFile | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._open, name="open the case file", daemon=True)
        self._thread.start()

    def result(self) -> OpenFile:
        """Return the open file. Raises what ``open_case`` raises."""
        self._thread.join()
        if self._opened is None:
            raise self._error or RuntimeError("the file was not opened")
        return self._opened

    def _open(self) -> None:
        try:
            self._opened = open_case(self._path, passphrase=self._passphrase)
        except BaseException as error:
            self._error = error
        finally:
            self._passphrase = ""
