"""Say that translations say the same as the Norwegian now: installer/stamp.py LANGUAGE [UNIT ...], all units if none.

Run by whoever has brought a translation up to date, and by nobody else: what is not stamped is printed as outdated.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from bolig_desktop import paths
from bolig_desktop.translations import shipped
from bolig_desktop.translations.rules import print_of


def stamp(language: str, units: list[str]) -> int:
    """Write of which Norwegian the units of a language are made; return how many were stamped anew."""
    norwegian, translated = shipped.texts(shipped.SOURCE), shipped.texts(language)
    known = dict(shipped.made_of(language))
    before = dict(known)
    for unit in units or list(translated):
        if unit not in norwegian or unit not in translated:
            raise SystemExit(f"{unit}: no such text in {language}")
        known[unit] = print_of(norwegian[unit])
    rows = [f'{unit} = "{known[unit]}"\n' for unit in norwegian if unit in known and unit in translated]
    head = "# Which wording of the Norwegian each text is made of, by content (installer/stamp.py).\n"
    (paths.resources() / "documents" / language / "units" / "of.toml").write_text(head + "".join(rows), "utf-8")
    return sum(known[unit] != before.get(unit) for unit in known)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in shipped.TRANSLATIONS:
        raise SystemExit(f"a language, one of {', '.join(shipped.TRANSLATIONS)}")
    print(f"{stamp(sys.argv[1], sys.argv[2:])} texts stamped")
