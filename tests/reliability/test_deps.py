"""D1 (row): the parts we stand on are the ones that were measured."""

import subprocess
import sys

import sqlite_utils.utils
from sqlcipher3 import dbapi2

from reliability.workshop import Case


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split()[0].split("."))


def test_sqlite_is_past_its_known_faults() -> None:
    assert dbapi2.sqlite_version_info >= (3, 51, 3)


def test_sqlcipher_is_new_enough_and_on(case: Case) -> None:
    opened = case.open()
    version = opened.db.execute("PRAGMA cipher_version").fetchone()[0]
    settings = {
        name: opened.db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "locking_mode", "foreign_keys", "trusted_schema", "secure_delete")
    }
    settings |= {
        name: opened.db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("temp_store", "cell_size_check", "cipher_memory_security", "cipher_page_size", "cipher_use_hmac")
    }
    opened.close()
    assert _numbers(version) >= (4, 19)
    assert {name: str(value) for name, value in settings.items()} == {
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
