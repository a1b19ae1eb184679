"""Which way each character runs (UAX 9): embedding levels, numbers kept whole, and the order of runs on a line."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

_STRONG_RTL = frozenset({"R", "AL"})
_RTL = frozenset({"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "PDF", "RLM", "ALM"})
_KNOWN = _RTL | frozenset({"L", "EN", "ES", "ET", "CS", "NSM", "BN", "B", "S", "WS", "ON"})

_BRACKETS = {"(": ")", "[": "]", "{": "}", "⁽": "⁾", "₍": "₎", "⟨": "⟩", "⟦": "⟧"}
# A number with its groups and signs runs left to right as one: telephone numbers, amounts, dates.
_NUMBER = re.compile(r"\+?\d(?:[\d \u00a0\u202f./:,\u2013-]*\d)?(?:[ \u00a0]?(?:kr|NOK|%|m²|°C))?")
# So does all that is written in Latin letters, with the numbers in it: an address, a name, a date in Norwegian.
_WORD = "[A-Za-z\u00c0-\u024f\\d]+"
_SPACE = "[ \u00a0\u202f]"
_BETWEEN = f"(?:{_SPACE}+(?:§§?|[./:,&@_+'\u2019\u2013-])?{_SPACE}*|[./:,&@_+'\u2019\u2013-]{_SPACE}*)"
_WORDS = f"{_WORD}(?:{_BETWEEN}{_WORD})*"
_PHRASE = re.compile(
    f"(?:[+§][ \u00a0]?)?{_WORDS}(?:[ \u00a0]?(?:%|m²|°C))?(?: ?\\({_WORDS}\\))*(?:[!?](?=[»”\"']))?"
)

Span = tuple[int, int]


def is_rtl(text: str) -> bool:
    """Return whether the first letter with a direction runs right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in _STRONG_RTL:
            return True
    return False


def needs_levels(text: str) -> bool:
    """Return whether anything in the text can run right to left."""
    if text.isascii():
        return False
    return any(unicodedata.bidirectional(c) in _RTL for c in text)


@lru_cache(maxsize=2_000)
def levels(text: str, rtl: bool, isolated: tuple[Span, ...] = ()) -> tuple[int, ...]:
    """Return the embedding level of every character of a paragraph.

    rtl: the paragraph's own direction. isolated: spans, in order and apart, whose inside does not touch the outside
    and takes the direction of its own first letter (left to right if it has none): facts put into a text. Beside
    text that runs right to left ``kept_whole`` is isolated too.
    """
    if not rtl and not needs_levels(text):
        return (0,) * len(text)
    return tuple(_levels(text, int(rtl), [span for span in isolated if span[0] < span[1]]))


def kept_whole(text: str, rtl: bool) -> list[Span]:
    """Return what runs left to right as one: numbers, and in a right-to-left paragraph all that is Latin."""
    return [found.span() for found in (_PHRASE if rtl else _NUMBER).finditer(text)]


def _levels(text: str, base: int, isolated: Sequence[Span]) -> list[int]:
    """Return levels where ``isolated`` spans and what is kept whole outside them are one neutral mark to the rest."""
    whole = [span for span in kept_whole(text, base % 2 == 1) if span != (0, len(text))]
    free = [n for n in whole if all(n[1] <= s[0] or n[0] >= s[1] for s in isolated)]
    outer: list[str] = []
    places: list[int | Span] = []
    at = 0
    for start, end in sorted([*isolated, *free]):
        outer.extend(text[at:start])
        places.extend(range(at, start))
        outer.append("\ufffc")
        places.append((start, end))
        at = end
    outer.extend(text[at:])
    places.extend(range(at, len(text)))
    found = [0] * len(text)
    for place, level in zip(places, _resolve("".join(outer), base), strict=True):
        if isinstance(place, int):
            found[place] = level
            continue
        start, end = place
        inside = text[start:end]
        inner = level + 1 if is_rtl(inside) != bool(level % 2) else level
        found[start:end] = _levels(inside, inner, []) if needs_levels(inside) else [inner] * len(inside)
    return found


def _resolve(text: str, base: int) -> list[int]:
    """Return levels from python-bidi for text without isolates, every character kept."""
    if not needs_levels(text) and base % 2 == 0:
        return [base] * len(text)
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base % 2]
    algorithm.get_embedding_levels(text, storage)
    for index, entry in enumerate(storage["chars"]):
        entry["index"] = index
        if entry["type"] not in _KNOWN:
            entry["type"] = entry["orig"] = "ON"
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage, False)
    _keep_brackets_together(storage["chars"], base)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found: list[int | None] = [None] * len(text)
    for entry in storage["chars"]:
        found[entry["index"]] = entry["level"]
    result: list[int] = []
    for level in found:
        result.append(level if level is not None else (result[-1] if result else base))
    return result


def _keep_brackets_together(characters: list[dict[str, Any]], base: int) -> None:
    """Give both brackets of a pair the direction of what they hold (UAX 9, rule N0), which python-bidi leaves out.

    Without it the last bracket round an Arabic name in a Norwegian line parts from it and stands on the wrong side.
    """
    own = "LR"[base % 2]
    strong = [_strong(entry["type"]) for entry in characters]
    for start, end in _pairs(characters):
        held = set(strong[start + 1 : end]) - {""}
        if not held:
            continue
        if own in held:
            side = own
        else:
            before = next((found for found in reversed(strong[:start]) if found), own)
            side = before if before in held else own
        for at in (start, end):
            characters[at]["type"], strong[at] = side, side


def _strong(kind: str) -> str:
    return kind if kind == "L" else "R" if kind in ("R", "AL", "EN", "AN") else ""


def _pairs(characters: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Return where each bracket and the one that closes it stand, by where the first of them does (BD16)."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for at, entry in enumerate(characters):
        if entry["type"] != "ON":
            continue
        if entry["ch"] in _BRACKETS:
            waiting.append((_BRACKETS[entry["ch"]], at))
        elif any(closing == entry["ch"] for closing, _ in waiting):
            while waiting:
                closing, start = waiting.pop()
                if closing == entry["ch"]:
                    found.append((start, at))
                    break
    return sorted(found)


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """Return the indices of a line's runs from left to right (UAX 9, rule L2)."""
    order = list(range(len(run_levels)))
    if not run_levels:
        return order
    lowest_odd = min((level for level in run_levels if level % 2), default=0)
    if not lowest_odd:
        return order
    for level in range(max(run_levels), lowest_odd - 1, -1):
        start = None
        for i in range(len(order) + 1):
            inside = i < len(order) and run_levels[order[i]] >= level
            if inside and start is None:
                start = i
            elif not inside and start is not None:
                order[start:i] = reversed(order[start:i])
                start = None
    return order
