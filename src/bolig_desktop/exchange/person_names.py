"""Given and family names out of one cell, as people write them; what may be read in two ways is asked about.

"Amina Warsame", "Warsame, Amina", "WARSAME Amina", "Amina og Yusuf Warsame", "Warsame, Amina / Yusuf".
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bolig_desktop.exchange.choices import shown
from bolig_desktop.text.clean import clean
from bolig_desktop.text.names import fold
from bolig_desktop.text.unreadable import Unreadable

_BETWEEN = re.compile(r"\s+(?:og|and|&|\+)\s+|\s*[;/\n]\s*")
_WHOLE = re.compile(r"\s*[;/\n]\s*")
_MORE_THAN_NAMES = re.compile(r"[\d()\[\]]")
_FAMILY = re.compile(r"(?i)(?:fam(?:ilien|ilie|\.)?|familien)\s+\S")
_NOBODY = frozenset(
    {"", "ledig", "ledige", "tom", "tomt", "ingen", "ikke utleid", "ikkje utleigd", "vacant", "empty"}
)
_NO_NAMES = frozenset(
    {"barn", "born", "pers", "personer", "personar", "voksne", "vaksne", "m", "med", "children", "mfl"}
)
_ANY_CASE = frozenset({"al", "el", "bin", "ibn", "abu", "ben", "bint", "binti", "abd", "ud", "ul", "ould"})
_SMALL = frozenset(
    {"van", "von", "de", "der", "den", "da", "das", "dos", "di", "du", "del", "della", "la", "le", "ter"}
)
"""Words that belong to the family name behind them; those of the second kind only where they are written small."""


class Name(NamedTuple):
    """One person's name."""

    given: str
    family: str


def is_nobody(text: str) -> bool:
    """Return whether the cell says that nobody lives there."""
    return fold(text) in _NOBODY


def is_family(text: str) -> bool:
    """Return whether the cell calls a household by its family ("familien Ali"), not anybody by name."""
    return _FAMILY.match(text.strip()) is not None


def names_in(text: str, *, last_first: bool = False) -> list[Name]:
    """Return the people a cell names. Raises Unreadable where it may be read in two ways, or says more than names.

    last_first: elsewhere in the column a comma stands between the family name and the given name.
    """
    text = "\n".join(" ".join(line.split()) for line in clean(text, lines=True).splitlines())
    words = {fold(word) for word in re.split(r"[\s,;/]+", text)}
    if _MORE_THAN_NAMES.search(text) or words & _NO_NAMES:
        raise Unreadable("sheet.more_than_names", written=shown(text))
    if "," not in text:
        return _sharing(part for part in _BETWEEN.split(text) if part.strip())
    return _with_commas(text, last_first=last_first)


def writes_last_first(texts: Iterable[str]) -> bool:
    """Return whether a column of names writes the family name first: every cell with a comma may be read so."""
    clear = 0
    for text in texts:
        if "," not in text:
            continue
        first, *others = text.split(",")
        if len(others) > 1 or _BETWEEN.search(text) or _ends_alike(first, others[0]):
            return False
        clear += len(first.split()) == 1
    return clear > 0


def _with_commas(text: str, *, last_first: bool) -> list[Name]:
    persons = [part for part in _WHOLE.split(text) if part.strip(" ,")]
    if len(persons) > 1 and all(part.count(",") == 1 for part in persons):
        return [name for part in persons for name in _with_commas(part, last_first=last_first)]
    first, *others = (part.strip() for part in text.split(","))
    rest = [part for part in _BETWEEN.split(others[0]) if part] if len(others) == 1 else []
    if first and rest and not _BETWEEN.search(first) and _is_family_first(first, rest, last_first):
        return [Name(_cased(part), _cased(first)) for part in rest]
    parts = [part for part in re.split(rf",|{_BETWEEN.pattern}", text) if part and part.strip()]
    if len(parts) > 1 and len(parts[-1].split()) > 1 and (len(others) > 1 or _is_list(first, rest)):
        return _sharing(parts)
    raise Unreadable("sheet.names_unclear", written=shown(text))


def _is_family_first(first: str, rest: list[str], last_first: bool) -> bool:
    words = first.split()
    if _is_list(first, rest):
        return False
    return len(words) == 1 or fold(words[0]) in _ANY_CASE | _SMALL or last_first


def _is_list(first: str, rest: list[str]) -> bool:
    """Return whether what stands around one comma are people: "Ahmed Ali, Fatima Ali", "Amina, Yusuf og Sara Ali"."""
    if len(rest) > 1:
        return len(rest[-1].split()) > 1 and all(len(part.split()) == 1 for part in rest[:-1])
    return len(first.split()) > 1 and bool(rest) and _ends_alike(first, rest[0])


def _ends_alike(first: str, second: str) -> bool:
    one, other = first.split(), second.split()
    return len(one) > 1 and len(other) > 1 and fold(one[-1]) == fold(other[-1])


def _sharing(parts: Iterable[str]) -> list[Name]:
    """Return names in their order; who has no family name of their own has the last one's."""
    names = [_parted(part.split()) for part in parts]
    shared = names[-1].family if names else ""
    if not shared and any(name.family for name in names):  # "Warsame Amina og Yusuf": which is the family's name
        raise Unreadable("sheet.names_unclear", written=shown(" / ".join(map(" ".join, names))))
    return [name if name.family else Name(name.given, shared) for name in names]


def _parted(words: list[str]) -> Name:
    """Return one person's words as given and family name."""
    if len(words) == 1:
        return Name(_cased(words[0]), "")
    capitals = [_is_capitals(word) for word in words]
    if any(capitals) and not all(capitals):
        family = [word for word, is_capital in zip(words, capitals, strict=True) if is_capital]
        if words[: len(family)] == family or words[-len(family) :] == family:
            given = words[len(family) :] if words[: len(family)] == family else words[: -len(family)]
            return Name(" ".join(given), _cased(" ".join(family)))
    at = next((at for at, word in enumerate(words[1:-1], start=1) if _belongs(word, all(capitals))), len(words) - 1)
    return Name(_cased(" ".join(words[:at])), _cased(" ".join(words[at:])))


def _belongs(word: str, is_capital: bool) -> bool:
    folded = fold(word)
    return folded in _ANY_CASE or (folded in _SMALL and (word.islower() or is_capital))


def _is_capitals(word: str) -> bool:
    return word.isupper() and sum(sign.isalpha() for sign in word) > 1


def _cased(text: str) -> str:
    """Return a name written in capitals as names are written; any other as it is."""
    return " ".join(_spelt(text)) if _is_capitals(text) else text


def _spelt(text: str) -> Iterator[str]:
    for at, word in enumerate(text.split()):
        small = fold(word) in _SMALL or (at and fold(word) in {"bin", "ibn", "bint"})
        yield word.lower() if small else re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)
