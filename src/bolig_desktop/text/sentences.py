"""Sentences for problems, troubles and explanations: found by code, filled with facts, in the reader's language."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from bolig_desktop import paths
from bolig_desktop.errors import FileTrouble, NotPlaced, Problem, TroubleKind
from bolig_desktop.text.dates import month_name, show_date
from bolig_desktop.text.money import show_decimal, show_kroner

LANGUAGES = ("nb", "nn", "en")


def sentence(code: str, language: str = "nb", **facts: object) -> str:
    """Return the sentence ``code`` in nb, nn or en with the facts filled in; another language gets bokmål.

    Dates become ``01.11.2026``, facts named ``…_nok`` kroner, facts named ``…_month`` the month's name, a fact named
    ``…_code`` another sentence, ``…_codes`` several with commas between, one named ``…_counted`` (pairs of a word and
    a number) "1 leieavtale og 2 papirer".
    Raises KeyError for a code or a fact that is missing: that is a bug of ours.
    """
    known = sentences(language)
    text = known[code] if code in known else sentences("nb")[code]
    shown = {name: _shown(name, value, language) for name, value in facts.items()}
    return text.format_map(shown)


def problem_sentence(problem: Problem, language: str = "nb") -> str:
    """Return the sentence of a broken rule, without its section (shown beside it)."""
    return sentence(problem.code, language, **problem.facts)


def trouble_sentence(trouble: FileTrouble, language: str = "nb") -> str:
    """Return the sentence of a trouble with the file or the machine, or with where another file was to lie."""
    code = f"trouble.{trouble.kind.value}"
    if isinstance(trouble, NotPlaced):
        code = f"not_placed.{trouble.kind.value}"
        code = code if code in sentences("nb") else f"not_placed.{TroubleKind.DISK.value}"
    return sentence(code, language, **trouble.facts)


@cache
def sentences(language: str) -> Mapping[str, str]:
    """Return every sentence of a language by code; empty where there is no folder for it. Read once, then kept."""
    found: dict[str, str] = {}
    for file in sorted((paths.resources() / "sentences" / language).glob("*.toml")):
        with file.open("rb") as stream:
            found.update(tomllib.load(stream))
    return found


def _shown(name: str, value: object, language: str) -> object:
    match value:
        case None:
            return ""
        case date():
            return show_date(value)
        case int() if name.endswith("_nok"):
            return show_kroner(value)
        case int() if name.endswith("_month"):
            return month_name(value, language)
        case str() if name.endswith("_code"):
            return sentence(value, language)
        case tuple() if name.endswith("_codes"):
            return ", ".join(sentence(code, language) for code in value)
        case tuple() if name.endswith("_counted"):
            return _counted(value, language)
        case Decimal() | float():
            return show_decimal(value)
    return value


def _counted(things: Iterable[tuple[str, int]], language: str) -> str:
    """Return things with their number: ``("lease", 1), ("key", 2)`` is "1 leieavtale og 2 nøkler"."""
    shown = [
        sentence(f"count.{thing}.{'one' if number == 1 else 'many'}", language, count=number)
        for thing, number in things
    ]
    *first, last = shown
    return f"{', '.join(first)} {sentence('count.and', language)} {last}" if first else last
