"""Which topic a page is of, in which row its headings stand, and which column fills which field."""

import dataclasses
import hashlib
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass

from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.exchange.cells import is_empty, text_of
from bolig_desktop.exchange.pages import Page
from bolig_desktop.exchange.sheets import NUMBER, Column, Sheet, spelled

_LOOKED_AT = 20
_ALIKE = 90
"""How alike, of a hundred, a misspelt heading is to the spelling it stands for."""
_SHORTEST = 5


@dataclass(frozen=True)
class Assumed:
    """What homes of a list are where its row does not say: the type, and the tenure without and with a landlord."""

    kind: DwellingKind = DwellingKind.APARTMENT
    tenure: Tenure = Tenure.MUNICIPAL
    with_landlord: Tenure = Tenure.HIRED_IN

    @staticmethod
    def kept(known: Mapping[str, str]) -> "Assumed":
        """Return what was last said, as ``keep`` has it."""
        said = {name: known[f"assumed/{name}"] for name in vars(Assumed()) if f"assumed/{name}" in known}
        try:
            found = {name: (DwellingKind if name == "kind" else Tenure)(value) for name, value in said.items()}
        except ValueError:  # kept by a program that knew others
            return Assumed()
        return dataclasses.replace(Assumed(), **found)  # type: ignore[arg-type]

    def keep(self, known: MutableMapping[str, str]) -> None:
        """Keep what was said for the next list."""
        known.update({f"assumed/{name}": str(value) for name, value in vars(self).items()})


@dataclass(frozen=True)
class Mapped:
    """A page with its meaning; columns: the place of each column in a row, and what it fills (None: not taken in).

    beside: the places of columns that belong to another table on the same page, beyond an empty column.
    """

    page: Page
    sheet: Sheet
    heading_row: int
    headings: Sequence[str]
    columns: Sequence[Column | None]
    assumed: Assumed = Assumed()
    beside: frozenset[int] = frozenset()

    def with_column(self, place: int, column: Column | None) -> "Mapped":
        """Return the same with another meaning of one column; a field is filled by one column only."""
        columns = [None if column is not None and other == column else other for other in self.columns]
        columns[place] = column
        return dataclasses.replace(self, columns=tuple(columns))

    @property
    def unknown(self) -> list[str]:
        """The headings whose column is not taken in."""
        return [words for words, column in zip(self.headings, self.columns, strict=True) if words and column is None]

    @property
    def count(self) -> int:
        """How many columns have a meaning."""
        return sum(1 for column in self.columns if column is not None)


def mapped(
    page: Page, sheets: Mapping[str, Sheet], topic: str = "", known: Mapping[str, str] | None = None
) -> Mapped | None:
    """Return what a page means, as ``topic`` or as the topic its name and headings speak for; None where none does.

    known: what headings were last said to mean, by ``known_as``: the heading of ours, "" for none; and what whole
    sheets were said to be, by ``page_known_as``.
    """
    topic = topic or _said_to_be(page, sheets, known or {})
    if topic:
        found = _as(page, sheets[topic], _of_topic(known, topic))
        return found if found.count else None
    title = spelled(page.title)
    called = [one for one in sheets.values() if title in {spelled(word) for word in (one.title, *one.spellings)}]
    for sheet in called:
        found = _as(page, sheet, _of_topic(known, sheet.topic))
        if _is_enough(found):
            return found
    tried = [_as(page, sheet, _of_topic(known, sheet.topic)) for sheet in sheets.values()]
    best = max(filter(_is_enough, tried), key=_weight, default=None)
    if best is None or best.sheet.is_list:
        return best
    return None if _may_be_mixed(best, tried) else best


def _may_be_mixed(best: Mapped, tried: Sequence[Mapped]) -> bool:
    """Return whether a heading that says nothing in the topic that fits best does say something in another.

    A list of names with addresses and rents is no list of owners: what a page is of must then be said. So must it be
    where somebody's name and address stand beside headings that are not known.
    """
    for one in tried:
        if one.sheet.is_list and best.unknown and all(_keys(one) & set(group) for group in one.sheet.needs[:2]):
            return True
    unknown = {spelled(words) for words in best.unknown}
    return any(unknown & _spellings(other.sheet).keys() for other in tried if not other.sheet.is_list)


def known_as(topic: str, heading: str) -> str:
    """Return under what name it is remembered what a heading means in a topic's sheet."""
    return f"{topic}/{spelled(heading)}"


def page_known_as(page: Page) -> str:
    """Return under what name, which tells nobody the headings, it is remembered of what topic a sheet is."""
    words = "|".join(spelled(text_of(cell)) for cell in page.lines[0].cells) if page.lines else ""
    return f"sheet/{hashlib.sha256(words.encode()).hexdigest()[:20]}"


def _said_to_be(page: Page, sheets: Mapping[str, Sheet], known: Mapping[str, str]) -> str:
    topic = known.get(page_known_as(page), "")
    return topic if topic in sheets else ""


def _of_topic(known: Mapping[str, str] | None, topic: str) -> dict[str, str]:
    begins = f"{topic}/"
    return {name.removeprefix(begins): meant for name, meant in (known or {}).items() if name.startswith(begins)}


def _is_enough(found: Mapped) -> bool:
    """Return whether so many headings are known that they can hardly be so by chance."""
    told = sum(1 for words in found.headings if words)
    if any(not _keys(found) & set(group) for group in found.sheet.needs):
        return False
    return found.count >= 2 and (found.count * 3 >= told or found.count >= 4)


def _keys(found: Mapped) -> set[str]:
    return {column.key for column in found.columns if column is not None}


def _weight(found: Mapped) -> float:
    """Return how much speaks for a topic: known headings, and those it cannot do without more than others."""
    keys = _keys(found)
    lacking = sum(1 for name in found.sheet.key if name not in keys)
    own = sum(1 for column in found.columns if column is not None and column.heading in found.headings)
    return found.count + 0.4 * own - 1.5 * lacking - len(found.sheet.columns) / 100


def _as(page: Page, sheet: Sheet, known: Mapping[str, str]) -> Mapped:
    """Return the page read as one topic: its headings stand in the row that has most of them."""
    spellings = _spellings(sheet)
    best: tuple[int, int] = (0, 0)
    for at, line in enumerate(page.lines[:_LOOKED_AT]):
        words = [spelled(text_of(cell)) for cell in line.cells if isinstance(cell, str)]
        score = sum(1 for word in words if word in spellings or known.get(word))
        if score > best[0]:
            best = (score, at)
    headings = [" ".join(text_of(cell).split()) for cell in page.lines[best[1]].cells] if page.lines else []
    columns = _columns(headings, sheet, spellings, known)
    return _without_beside(Mapped(page, sheet, best[1], tuple(headings), columns), known)


def _without_beside(whole: Mapped, known: Mapping[str, str]) -> Mapped:
    """Return a page without the tables beside the one it is read as, but for columns she has given a meaning.

    One table may have an empty column too, to look at: then none of its parts is enough by itself.
    """
    blocks = _blocks(whole)
    if not blocks:
        return whole
    block = max(blocks, key=lambda block: sum(whole.columns[place] is not None for place in block))
    own = [words if at in block or known.get(spelled(words)) else "" for at, words in enumerate(whole.headings)]
    columns = _columns(own, whole.sheet, _spellings(whole.sheet), known)
    narrow = dataclasses.replace(whole, headings=own, columns=columns)
    if not _is_enough(narrow) or not _keys(whole) & set(whole.sheet.key) <= _keys(narrow):
        return whole
    beside = frozenset(range(len(whole.headings))) - block
    return dataclasses.replace(narrow, headings=whole.headings, beside=beside)


def _blocks(whole: Mapped) -> list[frozenset[int]]:
    """Return the places of each table where several stand side by side, parted by an empty column; else none."""
    says = {place for place, words in enumerate(whole.headings) if words}
    between = set(range(min(says, default=0), max(says, default=0))) - says
    for line in whole.page.lines[whole.heading_row + 1 :] if between else ():
        said = {place for place in between if place < len(line.cells) and not is_empty(line.cells[place])}
        says |= said
        between -= said
    if not between:
        return []
    blocks: list[set[int]] = []
    for place in sorted(says):
        if not blocks or place - 1 not in blocks[-1]:
            blocks.append(set())
        blocks[-1].add(place)
    return [frozenset(block) for block in blocks if any(whole.headings[place] for place in block)]


def _columns(
    headings: Sequence[str], sheet: Sheet, spellings: Mapping[str, Column], known: Mapping[str, str]
) -> tuple[Column | None, ...]:
    found: list[Column | None] = [None] * len(headings)
    words = [spelled(heading) for heading in headings]
    for place, word in enumerate(words):
        column = sheet.column(known[word]) if word in known else spellings.get(word)
        if column is not None and column not in found:
            found[place] = column
    for place, word in enumerate(words):
        if found[place] is None and len(word) >= _SHORTEST and word not in known:
            column = _nearest(word, spellings)
            if column is not None and column not in found:
                found[place] = column
    return tuple(found)


def _nearest(word: str, spellings: Mapping[str, Column]) -> Column | None:
    from rapidfuzz import fuzz, process

    near = process.extractOne(word, spellings.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return spellings[near[0]] if near else None


def _spellings(sheet: Sheet) -> dict[str, Column]:
    """Return every spelling with its column; a heading goes before another column's spelling."""
    found = {spelled(column.heading): column for column in sheet.readable}
    for column in sheet.readable:
        for words in column.spellings:
            found.setdefault(spelled(words), column)
    return found


def numbered(mapped: Mapped) -> int | None:
    """Return the place of the column with the rows' own numbers, or None."""
    for place, column in enumerate(mapped.columns):
        if column is not None and column.heading == NUMBER:
            return place
    return None
