"""D1 (row): the parts we stand on are the ones that were measured."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlite_utils.utils
from sqlcipher3 import dbapi2

from reliability.workshop import PASSPHRASE, Case


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split()[0].split("."))


def test_sqlite_is_past_its_known_faults() -> None:
    assert dbapi2.sqlite_version_info >= (3, 51, 3)


SETTINGS = {
    "journal_mode": "delete",
    "synchronous": "3",
    "locking_mode": "exclusive",
    "foreign_keys": "1",
    "trusted_schema": "0",
    "secure_delete": "1",
    "temp_store": "2",
    "cell_size_check": "1",
    "cipher_memory_security": "1",
    "cipher_page_size": "4096",
    "cipher_use_hmac": "1",
}


def test_sqlcipher_is_new_enough_and_on(case: Case) -> None:
    """In a process of its own: the tests' own processes ask for no locked memory (conftest.py)."""
    program = (
        "import json, sys; from pathlib import Path; from bolig_desktop.security.opening import open_case;"
        f"opened = open_case(Path(sys.argv[1]), passphrase={PASSPHRASE!r});"
        "said = {name: str(opened.db.execute(f'PRAGMA {name}').fetchone()[0]) for name in sys.argv[2:]};"
        "opened.close(); print(json.dumps(said))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(case.path), "cipher_version", *SETTINGS],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    settings = json.loads(said.stdout)
    assert _numbers(settings.pop("cipher_version")) >= (4, 19)
    assert settings == SETTINGS


def test_the_shim_is_active() -> None:
    assert sqlite_utils.utils.OperationalError is dbapi2.OperationalError


def test_a_write_returning_rows_leaves_no_transaction_open(case: Case) -> None:
    """Without the shim this loses every row after it, with no error (reliability.md A2)."""
    opened = case.open()
    before = opened.db.execute("SELECT count(*) FROM meta").fetchone()[0]
    list(opened.db.query("INSERT INTO meta VALUES ('a', 'b') RETURNING key"))
    assert not opened.db.conn.in_transaction
    opened.close()
    again = case.open()
    assert again.db.execute("SELECT count(*) FROM meta").fetchone()[0] == before + 1
    again.close()


def test_importing_in_the_wrong_order_is_found_out_at_once() -> None:
    code = "import sqlite_utils, bolig_desktop.storage.file"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode != 0 and "import the latter first" in ran.stderr
    code = "import bolig_desktop.storage.file, sqlite_utils"
    subprocess.run([sys.executable, "-c", code], check=True)


def _in_a_program_of_its_own(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment, check=False
    )


PLAIN = """
import sqlite3, types
driver = types.ModuleType("sqlcipher3")
driver.dbapi2 = sqlite3.dbapi2
for name in ("connect", "Error", "OperationalError", "IntegrityError", "Connection", "Cursor", "Row"):
    setattr(driver, name, getattr(sqlite3, name))
sys.modules |= {"sqlcipher3": driver, "sqlcipher3.dbapi2": sqlite3.dbapi2}
sqlite3.dbapi2.sqlite_version_info = (3, 99, 0)  # new enough: it is refused for what it does not do
"""
OLD = """
from sqlcipher3 import dbapi2
dbapi2.sqlite_version_info = (3, 51, 2)
"""
CREATE = """
from pathlib import Path
from bolig_desktop.storage import file
file.create(Path(sys.argv[1]), bytes(32), "0" * 32)
"""


@pytest.mark.parametrize("driver", [PLAIN, OLD], ids=["Python's own", "one with known faults"])
def test_control_another_driver_is_refused_before_anything_is_written(driver: str, tmp_path: Path) -> None:
    """Python's own SQLite takes the key without a word and writes in clear; in the driver's place it must not."""
    ran = _in_a_program_of_its_own("import sys" + driver + CREATE, str(tmp_path / "a.bolig"))
    assert ran.returncode != 0 and "not an encrypting SQLite" in ran.stderr, ran.stderr
    assert (tmp_path / "a.bolig").read_bytes() == b""
    ran = _in_a_program_of_its_own("import sys" + CREATE, str(tmp_path / "b.bolig"))
    assert ran.returncode == 0 and (tmp_path / "b.bolig").read_bytes()[:16] == bytes(16)  # it was only that


def test_control_without_the_shim_the_same_write_loses_all_that_comes_after(tmp_path: Path) -> None:
    code = """
import sys
import sqlite_utils
from sqlcipher3 import dbapi2
def connected():
    conn = dbapi2.connect(sys.argv[1])
    conn.execute("PRAGMA key = 'a'")
    return sqlite_utils.Database(conn)
db = connected()
db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT)")
try:
    list(db.query("INSERT INTO meta VALUES ('a', 'b') RETURNING key"))
except Exception:
    pass
was_open = db.conn.in_transaction
for number in range(50):
    db.table("meta").insert({"key": str(number), "value": ""})
seen = db.table("meta").count
db.conn.close()
print(was_open, seen, connected().table("meta").count)
"""
    ran = _in_a_program_of_its_own(code, str(tmp_path / "a.db"))
    assert ran.returncode == 0, ran.stderr
    was_open, seen, kept = ran.stdout.split()
    assert was_open == "True" and int(kept) < int(seen) - 40
