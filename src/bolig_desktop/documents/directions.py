"""Which way each character runs (UAX 9): embedding levels, numbers kept whole, and the order of runs on a line."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_STRONG_RTL = frozenset({"R", "AL"})
_RTL = frozenset({"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "PDF", "RLM", "ALM"})
_KNOWN = _RTL | frozenset({"L", "EN", "ES", "ET", "CS", "NSM", "BN", "B", "S", "WS", "ON"})

# A number with its groups and signs runs left to right as one: telephone numbers, amounts, dates, addresses' numbers.
_NUMBER = re.compile(r"\+?\d(?:[\d \u00a0\u202f./:,\u2013-]*\d)?(?:[ \u00a0]?(?:kr|NOK|%|m²|°C))?")

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
    text that runs right to left every number is isolated too.
    """
    if not rtl and not needs_levels(text):
        return (0,) * len(text)
    return tuple(_levels(text, int(rtl), [span for span in isolated if span[0] < span[1]]))


def _levels(text: str, base: int, isolated: Sequence[Span]) -> list[int]:
    """Return levels where ``isolated`` spans, and the numbers outside them, are one neutral mark to the rest."""
    numbers = [m.span() for m in _NUMBER.finditer(text) if m.span() != (0, len(text))]
    free = [n for n in numbers if all(n[1] <= s[0] or n[0] >= s[1] for s in isolated)]
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
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found: list[int | None] = [None] * len(text)
    for entry in storage["chars"]:
        found[entry["index"]] = entry["level"]
    result: list[int] = []
    for level in found:
        result.append(level if level is not None else (result[-1] if result else base))
    return result


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
