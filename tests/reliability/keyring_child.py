"""Our way with keyrings on a machine where one is installed and chosen by its settings; run by test_keyring.py."""

import json
import sys
from pathlib import Path

import keyring
import keyring.backend

from bolig_desktop.errors import FileTrouble
from bolig_desktop.security.opening import open_case


def main(path: str, sheet: str) -> None:
    opened = open_case(Path(path), sheet=sheet)
    used = opened.use_keyring()
    kept = keyring.get_password("Bolig", opened.db_id)
    opened.close()
    try:
        open_case(Path(path), use_keyring=True).close()
        opens = "yes"
    except FileTrouble as trouble:
        opens = trouble.kind.value
    keyring.set_password("annet", "kari", "hemmelig")
    told = {
        "used": used,
        "kept": kept,
        "opens": opens,
        "control": keyring.get_password("annet", "kari"),
        "found": [f"{type(one).__module__}.{type(one).__name__}" for one in keyring.backend.get_all_keyring()],
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
