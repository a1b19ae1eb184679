"""The file, rows, stores, history, search and migrations."""

import contextlib
import importlib
import sys
from collections.abc import Iterator
from types import ModuleType

import sqlcipher3
import sqlcipher3.dbapi2

# sqlite-utils takes its driver and its error classes from the first of these names it can import. Without this a
# failed write is not recognised as one and leaves a transaction open: rows the user sees are gone at the next start.
sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)


class _Later(ModuleType):
    """Stands for a module until something in it is asked for."""

    Group = object  # named in an annotation, which is all that sqlite-utils wants of click when it is read

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # whoever looks what kind of module this is
            raise AttributeError(name)
        return getattr(importlib.import_module(self.__name__), name)


@contextlib.contextmanager
def _left_for_later(*names: str) -> Iterator[None]:
    """Keep modules from being read inside; whoever asks for them outside gets the real ones."""
    waiting = {name: _Later(name) for name in names if name not in sys.modules}
    sys.modules.update(waiting)
    try:
        yield
    finally:
        for name in waiting:
            del sys.modules[name]


with _left_for_later("click", "dateutil.parser"):  # only its command line uses them: a tenth of the program's start
    import sqlite_utils.plugins
    import sqlite_utils.utils  # noqa: F401
