"""A text of a bilingual paper taken apart: its heading, its paragraphs and its points."""

from functools import lru_cache
from typing import NamedTuple

from bolig_desktop.documents import texts
from bolig_desktop.documents.texts import Words

HEADING, TEXT, ITEM = "heading", "text", "item"
_POINT = "- "


class UnitLine(NamedTuple):
    """One line of a text. kind: heading, text, or item (a point of a list)."""

    kind: str
    words: Words


@lru_cache(maxsize=8_000)
def lines(text: str) -> tuple[UnitLine, ...]:
    """Return the lines of a text: the first of several is a heading, one that begins with ``- `` a point.

    Raises BadTemplate for bold that is not closed and braces that hold no fact.
    """
    found = [line.strip() for line in text.strip().splitlines() if line.strip()]
    made = []
    for number, line in enumerate(found):
        if line.startswith(_POINT):
            made.append(UnitLine(ITEM, texts.parse(line.removeprefix(_POINT))))
        else:
            leads = not number and len(found) > 1
            made.append(UnitLine(HEADING if leads else TEXT, texts.parse(line)))
    return tuple(made)
