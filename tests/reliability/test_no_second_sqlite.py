"""S1: nobody but SQLite opens the case file, and no second SQLite is in the program at all (read from the source)."""

import ast
import functools
from collections.abc import Iterable, Iterator
from pathlib import Path

import bolig_desktop

SOURCE = Path(bolig_desktop.__file__).parent
DRIVERS = {"sqlite3", "sqlcipher3", "pysqlite3", "apsw", "PySide6.QtSql", "sqlalchemy"}
MAY_NAME_THE_DRIVER = {"storage/file.py", "storage/__init__.py"}
# What reads a file's bytes. The first two rooms are the only ones that may do so with a case file.
READERS = {"open", "read_bytes", "read_text", "write_bytes", "write_text", "file_digest", "copy", "copy2", "copyfile"}
READERS |= {"copyfileobj", "move", "copytree"}
MAY_READ_BEFORE_OPENING = {"storage/file.py", "security/unlocking.py", "security/placing.py", "security/journal.py"}
MEANS_A_CASE_FILE = ("options.file", "open_file", "case_path", "made.file", ".bolig'", "self.path", "self._path")


@functools.cache
def _modules() -> tuple[tuple[str, ast.Module], ...]:
    files = [file for file in sorted(SOURCE.rglob("*.py")) if "_resources" not in file.parts]
    return tuple((file.relative_to(SOURCE).as_posix(), ast.parse(file.read_text("utf-8"))) for file in files)


def _run(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what stands in a module, without what is there for the type checker only."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            waiting += ast.iter_child_nodes(node)


def _imported(nodes: Iterable[ast.AST]) -> set[str]:
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _drivers(tree: ast.AST) -> set[str]:
    return {
        name
        for name in _imported(ast.walk(tree))
        for driver in DRIVERS
        if name == driver or name.startswith(driver + ".")
    }


def _sqlite_utils(tree: ast.Module) -> bool:
    """Return whether a module imports sqlite-utils when it runs (for the type checker only is no harm)."""
    return any(name == "sqlite_utils" or name.startswith("sqlite_utils.") for name in _imported(_run(tree)))


def _readings(tree: ast.AST, *, in_the_rooms: bool = True) -> list[str]:
    """Return every call that reads or writes a file by its path, where the words of the call mean a case file.

    in_the_rooms: storage and security, where ``path`` alone is the case file's.
    """
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in READERS:
            text = ast.unparse(node)
            receiver = ast.unparse(node.func)
            if any(word in text for word in MEANS_A_CASE_FILE) or (in_the_rooms and receiver.startswith("path.")):
                found.append(text)
    return found


def test_the_driver_is_named_in_one_place() -> None:
    named = {module: _drivers(tree) for module, tree in _modules()}
    assert {module for module, drivers in named.items() if drivers} == MAY_NAME_THE_DRIVER
    assert set().union(*named.values()) <= {"sqlcipher3", "sqlcipher3.dbapi2"}


def test_sqlite_utils_is_only_imported_behind_the_shim() -> None:
    """Inside storage the shim of its __init__ has always run; elsewhere ``Database`` comes from storage.file."""
    outside = {module for module, tree in _modules() if not module.startswith("storage/") and _sqlite_utils(tree)}
    assert outside == set()


def test_databases_are_opened_in_one_place() -> None:
    for module, tree in _modules():
        calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
        opened = [call for call in calls if call in ("Database", "sqlite_utils.Database", "driver.connect")]
        assert not opened or module == "storage/file.py", (module, opened)


def test_nobody_reads_a_case_file_by_its_path() -> None:
    """Closing a file we opened ourselves would drop SQLite's locks on it (POSIX), and another could write."""
    wrong = {
        module: readings
        for module, tree in _modules()
        if module not in MAY_READ_BEFORE_OPENING
        and (readings := _readings(tree, in_the_rooms=module.startswith(("storage/", "security/"))))
    }
    assert wrong == {}


def test_what_may_read_it_is_not_there_once_it_is_open() -> None:
    """The four modules that may read a case file do so before it is opened; what works on an open file does not."""
    for module, tree in _modules():
        if module in ("security/openfile.py", "security/backup.py", "casefile/case.py", "storage/guard.py"):
            calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
            names = [n.func.attr if isinstance(n.func, ast.Attribute) else getattr(n.func, "id", "") for n in calls]
            assert not READERS & set(names), module


def test_control_what_is_forbidden_is_found() -> None:
    planted = """
import sqlite3
from PySide6 import QtSql
from pathlib import Path
def bad(open_file, path, options):
    open(options.file)
    open_file.path.read_bytes()
    path.open("rb")
    shutil.copy(open_file.path, "x")
    Path("demo.bolig").write_bytes(b"")
"""
    tree = ast.parse(planted)
    assert _drivers(tree) == {"sqlite3", "PySide6.QtSql"}
    assert len(_readings(tree)) == 5 and len(_readings(tree, in_the_rooms=False)) == 4
