"""A case file opened on a thread of its own, while the window is being made: key and checks need no Python."""

import threading
from collections.abc import Callable

from bolig_desktop.security.openfile import OpenFile


class Ahead:
    """Begins at once. Whoever has ``begun`` owns the file: closes it where ``checked`` raises, else accepts it."""

    def __init__(self, begin: Callable[[], OpenFile]) -> None:
        """begin: ``opening.begin_to_open`` with all it needs."""
        self._begin = begin
        self._has_begun = threading.Event()
        self._opened: OpenFile | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._open, name="open the case file", daemon=True)
        self._thread.start()

    def begun(self) -> OpenFile:
        """Wait until the file can be read, and return it unchecked. Raises what ``begin_to_open`` raises."""
        self._has_begun.wait()
        if self._opened is None:
            raise self._error or RuntimeError("the file was not opened")
        return self._opened

    def checked(self) -> None:
        """Wait until every page is checked. Raises FileTrouble(DAMAGED)."""
        self._thread.join()
        if self._error is not None:
            raise self._error

    def _open(self) -> None:
        try:
            self._opened = self._begin()
            self._has_begun.set()
            self._opened.check()
        except BaseException as error:
            self._error = error
        finally:
            self._has_begun.set()
