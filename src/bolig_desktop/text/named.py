"""Whether a free text names somebody: first and last name near each other, or what a household is called."""

import re
from dataclasses import dataclass

from bolig_desktop.text.names import loose

_WORD = re.compile(r"[^\W_]+")
_NEAR = 3  # words from the one name to the other: "Tesfay, Selam", "Selam Abrehet Haile Tesfay"
_PARTICLES = frozenset({"abd", "abu", "al", "bin", "da", "de", "el", "ibn", "ul", "van", "von"})
_FAMILY = frozenset({"fam", "familie", "familien", "family", "fru", "herr", "hr", "mr", "mrs", "ms"})
_SAYS_NOTHING = _FAMILY | {"husstand", "husstanden"}


@dataclass(frozen=True)
class Name:
    """What is looked for: a first and a last name near each other, or a row of words just as they stand."""

    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    row: tuple[str, ...] = ()


def name_of_person(given: str, family: str) -> Name:
    """Return how a person is named: given and family name in any order, or the only name there is."""
    first, last = _telling(given), _telling(family)
    if first and last:
        return Name(first=frozenset(first), last=frozenset(last))
    return Name(row=tuple(_words(given) + _words(family)))


def name_of_household(name: str) -> Name:
    """Return how a household is named; one called by its number alone has no name."""
    words = _words(name)
    tells = any(word not in _SAYS_NOTHING and not word.isdigit() for word in words)
    return Name(row=tuple(words) if tells else ())


def is_named(name: Name, text: str) -> bool:
    """Return whether the text names them, whatever the case, accents, spelling of å, ø and æ, and genitive."""
    words = _words(text)
    if name.row:
        length = len(name.row)
        return any(_alike(words[at : at + length], name.row) for at in range(len(words) - length + 1))
    first = [at for at, word in enumerate(words) if _among(word, name.first)]
    last = [at for at, word in enumerate(words) if _among(word, name.last)]
    if any(0 < abs(one - other) <= _NEAR for one in first for other in last):
        return True
    return any(at > 0 and words[at - 1] in _FAMILY for at in last)


def may_be_named(name: Name, loosened: str) -> bool:
    """Return whether a text already ``loose`` has any of the words at all: a quick no for most of thousands."""
    return any(word in loosened for word in name.last or name.row[:1])


def _words(text: str) -> list[str]:
    return _WORD.findall(loose(text))


def _telling(name: str) -> list[str]:
    words = _words(name)
    return [word for word in words if len(word) > 1 and word not in _PARTICLES] or words


def _among(word: str, names: frozenset[str]) -> bool:
    return word in names or (word.endswith("s") and word[:-1] in names)


def _alike(words: list[str], row: tuple[str, ...]) -> bool:
    return words[:-1] == list(row[:-1]) and _among(words[-1], frozenset(row[-1:]))
