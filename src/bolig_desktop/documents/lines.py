"""From runs of text to lines: words are shaped once, measured, and broken to a width in logical order."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bolig_desktop.documents import directions, fonts, linebreaks, shaping
from bolig_desktop.documents.shaping import MissingGlyph, Piece

_WORDS = re.compile(r" +|[^ ]+")
_NEW_LINE = re.compile(r"\r\n|[\r\n\u2028\u2029\u0085\v\f]")
# Room above and below the baseline that a script needs, in sizes; Latin is given by the leading.
_ABOVE = {fonts.ARABIC: 1.12, fonts.ETHIOPIC: 0.98, fonts.EMOJI: 0.9}
_BELOW = {fonts.ARABIC: 0.58, fonts.ETHIOPIC: 0.32, fonts.EMOJI: 0.25}
# A last line shorter than this part of the width is avoided where the lines before can give it a word.
_SHORT_LAST = 0.12


class Run(NamedTuple):
    """Text in one weight; fact: put in from the case, so kept apart in direction. name: which fact, for messages."""

    text: str
    weight: str = fonts.REGULAR
    fact: bool = False
    name: str = ""


class Unit(NamedTuple):
    """A word, part of a word or spaces, shaped; level is its embedding level, width in points."""

    piece: Piece
    level: int
    width: float
    space: bool


class Line(NamedTuple):
    """Units from left to right; above and below are the room needed on either side of the baseline, in points.

    parted: whether the word after it is another one: a space, or the text itself, ended the line.
    """

    units: tuple[Unit, ...]
    width: float
    above: float
    below: float
    parted: bool = False


class _Atom(NamedTuple):
    """What a line may end after: units, their width without and with the spaces at the end."""

    units: tuple[Unit, ...]
    width: float
    full: float


def set_lines(runs: Sequence[Run], size: float, leading: float, width: float, rtl: bool = False) -> tuple[Line, ...]:
    """Return the lines of a paragraph set to ``width`` points.

    Raises MissingGlyph, naming the fact, for a character no font has.
    """
    return _set_lines(tuple(runs), size, leading, width, rtl)


@lru_cache(maxsize=2_000)
def _set_lines(runs: tuple[Run, ...], size: float, leading: float, width: float, rtl: bool) -> tuple[Line, ...]:
    lines: list[Line] = []
    for part in _hard_lines(runs):
        atoms = _atoms(part, size, rtl)
        lines.extend(_measure(row, size, leading) for row in _break(atoms, size, width))
        lines[-1] = lines[-1]._replace(parted=True)
    return tuple(lines)


def _hard_lines(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the runs of each line that the text itself ends; tabs become spaces."""
    current: list[Run] = []
    for run in runs:
        for i, text in enumerate(_NEW_LINE.split(run.text.replace("\t", " "))):
            if i:
                yield current
                current = []
            if text:
                current.append(run._replace(text=text))
    yield current


def _atoms(runs: Sequence[Run], size: float, rtl: bool) -> list[_Atom]:
    """Return what may not be parted, in logical order."""
    text = "".join(run.text for run in runs)
    marks, spans, weights, names = {0, len(text)}, [], [], []
    at = 0
    for run in runs:
        weights.append((at, at + len(run.text), run.weight, run.name))
        marks.update((at, at + len(run.text)))
        if run.fact:
            spans.append((at, at + len(run.text)))
        at += len(run.text)
        names.append(run.name)
    levels = directions.levels(text, rtl, tuple(spans))
    breaks = linebreaks.break_places(text)
    marks.update(breaks)
    marks.update(i for i in range(1, len(text)) if levels[i] != levels[i - 1])
    ends = set(breaks) | {len(text)}
    atoms: list[_Atom] = []
    units: list[Unit] = []
    spot = iter(weights)
    current = next(spot, None)
    for start, end in pairwise(sorted(marks)):
        while current and start >= current[1]:
            current = next(spot, None)
        weight, name = (current[2], current[3]) if current else (fonts.REGULAR, "")
        units.extend(_units(text[start:end], weight, levels[start], size, name))
        if end in ends:
            atoms.append(_atom(units))
            units = []
    return atoms


def _units(text: str, weight: str, level: int, size: float, name: str) -> Iterator[Unit]:
    """Yield the words and spaces of a stretch of one weight and one level, shaped."""
    for word in _WORDS.findall(text):
        try:
            for font, part in shaping.itemise(word, weight, level % 2 == 1):
                piece = shaping.shape(font, part, level % 2 == 1)
                yield Unit(piece, level, piece.width * size * font.scale / 1000, part[0] == " ")
        except MissingGlyph as missing:
            raise MissingGlyph(missing.character, missing.where or name) from None


def _atom(units: Sequence[Unit]) -> _Atom:
    full = sum(unit.width for unit in units)
    tail = 0.0
    for unit in reversed(units):
        if not unit.space:
            break
        tail += unit.width
    return _Atom(tuple(units), full - tail, full)


def _break(atoms: Sequence[_Atom], size: float, width: float) -> list[list[Unit]]:
    """Return the units of each line, avoiding a last line of one short word where no line is added by it."""
    atoms = [part for atom in atoms for part in (_crumbs(atom, size, width) if atom.width > width else (atom,))]
    rows = _greedy(atoms, width)
    if len(rows) > 1 and _row_width(rows[-1]) < width * _SHORT_LAST:
        for narrower in (0.97, 0.94):
            again = _greedy(atoms, width * narrower)
            if len(again) == len(rows) and _row_width(again[-1]) >= width * _SHORT_LAST:
                rows = again
                break
    return [[unit for atom in row for unit in atom.units] for row in rows]


def _row_width(row: Sequence[_Atom]) -> float:
    return sum(atom.full for atom in row[:-1]) + row[-1].width if row else 0.0


def _greedy(atoms: Sequence[_Atom], width: float) -> list[list[_Atom]]:
    rows: list[list[_Atom]] = [[]]
    used = 0.0
    for atom in atoms:
        if rows[-1] and used + atom.width > width + 0.01:
            rows.append([])
            used = 0.0
        rows[-1].append(atom)
        used += atom.full
    return rows


def _crumbs(atom: _Atom, size: float, width: float) -> Iterator[_Atom]:
    """Yield an atom wider than any line word by word, and a word wider than any line mark by mark."""
    words: list[Unit] = []
    for unit in atom.units:
        if unit.width > width:
            if words:
                yield _atom(words)
                words = []
            yield from _marks(unit, size)
            continue
        words.append(unit)
        if unit.space:
            yield _atom(words)
            words = []
    if words:
        yield _atom(words)


def _marks(unit: Unit, size: float) -> Iterator[_Atom]:
    for mark in shaping.clusters(unit.piece.text):
        piece = shaping.shape(unit.piece.font, mark, unit.level % 2 == 1)
        yield _atom([Unit(piece, unit.level, piece.width * size * piece.font.scale / 1000, mark[0] == " ")])


def _measure(units: Sequence[Unit], size: float, leading: float) -> Line:
    """Return a line in visual order, without the spaces at its end, with the room it needs."""
    kept = list(units)
    while kept and kept[-1].space:
        kept.pop()
    order = directions.visual_order([unit.level for unit in kept])
    above = leading / 2 + 0.35 * size
    below = leading - above
    for script in {unit.piece.font.script for unit in kept}:
        above = max(above, _ABOVE.get(script, 0) * size)
        below = max(below, _BELOW.get(script, 0) * size)
    parted = len(kept) < len(units)
    return Line(tuple(kept[i] for i in order), sum(unit.width for unit in kept), above, below, parted)
