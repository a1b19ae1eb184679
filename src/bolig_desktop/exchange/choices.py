"""What the choices of a record are called in a sheet: their words on screen, and what people write instead."""

import enum
from collections.abc import Iterator, Mapping
from typing import TypeVar

from bolig_desktop.text import languages
from bolig_desktop.text.names import fold
from bolig_desktop.text.unreadable import Unreadable

E = TypeVar("E", bound=enum.Enum)
Labels = Mapping[type[enum.Enum], Mapping[enum.Enum, str]]
"""The words of every choice in bokmål, as ``labels`` has them."""
_MOST_NAMED = 6
_YES = frozenset({"ja", "j", "yes", "y", "x", "sann", "true", "1", "ok", "har", "✓", "v"})
_NO = frozenset({"nei", "n", "no", "usann", "false", "0", "ingen", "-"})


class Choices:
    """Reads and writes choices, languages, and yes and no."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._known: dict[type[enum.Enum], dict[str, enum.Enum]] = {}
        self._languages: dict[str, str] = {}

    def word(self, value: enum.Enum) -> str:
        """Return what a choice is called."""
        return self._labels[type(value)][value]

    def read(self, kind: type[E], text: str) -> E:
        """Return the choice ``text`` means. Raises Unreadable with those there are."""
        if kind not in self._known:
            self._known[kind] = dict(self._spellings(kind))
        known = self._known[kind]
        wanted = fold(text)
        if wanted in known:
            return known[wanted]  # type: ignore[return-value]
        begun = {choice for word, choice in known.items() if len(wanted) > 2 and word.startswith(wanted)}
        if len(begun) == 1:
            return begun.pop()  # type: ignore[return-value]
        words = [self.word(choice) for choice in kind]
        more = "…" if len(words) > _MOST_NAMED else ""
        raise Unreadable("sheet.no_such_choice", written=shown(text), choices=", ".join(words[:_MOST_NAMED]) + more)

    def _spellings(self, kind: type[E]) -> Iterator[tuple[str, enum.Enum]]:
        for choice in kind:
            yield fold(str(choice.value)), choice
            yield fold(choice.name), choice
            yield fold(self.word(choice)), choice

    def language(self, text: str) -> str:
        """Return the code of a language told by code, Norwegian name or its own. Raises Unreadable."""
        if not self._languages:
            for one in (*languages.PAPER, *languages.OTHERS):
                for word in (one.norwegian, one.own_name, one.code):
                    self._languages.setdefault(word.casefold(), one.code)
        found = self._languages.get(text.casefold())
        if found is None:
            raise Unreadable("sheet.no_such_language", written=shown(text))
        return found


def yes_or_no(text: str) -> bool:
    """Return what a cell answers. Raises Unreadable."""
    wanted = text.strip().casefold()
    if wanted in _YES or wanted in _NO:
        return wanted in _YES
    raise Unreadable("sheet.not_yes_or_no", written=shown(text))


def shown(text: str) -> str:
    """Return what was written, short and without what could change a sentence."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text).strip()
    return seen if len(seen) <= 30 else seen[:29] + "…"
