"""The texts the program comes with: units in resources/documents/<language>/units, and what each is made of.

A unit is one paragraph, or a heading with what stands under it. The Norwegian (bokmål) is what all others are made
of; ``of.toml`` beside a translation says of which wording, by content (``rules.print_of``).
"""

import tomllib
from collections.abc import Mapping
from functools import cache

from bolig_desktop import paths
from bolig_desktop.text.languages import PAPER_CODES

SOURCE = "nb"
FILES = ("common", "binder", "house_rules", "companions", "career")
"""The files of each language, in the order their texts are listed."""
TRANSLATIONS = tuple(code for code in PAPER_CODES if code != SOURCE)


@cache
def groups() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the units of each file, in order."""
    return {file: tuple(_read(SOURCE, file)) for file in FILES}


@cache
def units() -> tuple[str, ...]:
    """Return the names of all units, in order."""
    return tuple(unit for names in groups().values() for unit in names)


@cache
def texts(language: str) -> Mapping[str, str]:
    """Return the text of every unit in a language; what is not translated is not in it."""
    found: dict[str, str] = {}
    for file in FILES:
        found |= {unit: text.strip() for unit, text in _read(language, file).items()}
    return found


@cache
def made_of(language: str) -> Mapping[str, str]:
    """Return the print of the Norwegian each translation was made of."""
    return _read(language, "of") if language != SOURCE else {}


def _read(language: str, file: str) -> Mapping[str, str]:
    path = paths.resources() / "documents" / language / "units" / f"{file}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
