"""The index as JSON-stat2: dimensions with their codes, and one long row of values."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bolig_desktop.errors import Problem, Refused
from bolig_desktop.exchange.kpi_cells import Cell, Cells, base_in, is_index, is_whole_index, series_in

_TIME = ("Tid", "tid", "måned", "month")


def cells(text: str) -> Cells:
    """Return every value of the total index. Raises Refused for what is no JSON-stat2 with the index in it."""
    try:
        whole = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
        return _of(whole)
    except (ValueError, RecursionError, KeyError, TypeError, IndexError, AttributeError):
        raise Refused(Problem(field="", code="kpi_file.json")) from None


def _of(whole: Mapping[str, Any]) -> Cells:
    names = [str(name) for name in whole["id"]]
    codes = [_codes(whole["dimension"][name]["category"]) for name in names]
    sizes = [len(each) for each in codes]
    if [int(size) for size in whole["size"]] != sizes:
        raise ValueError("sizes")
    time = next(place for place, name in enumerate(names) if name in _TIME)
    at, base = [], ""
    for place, name in enumerate(names):
        if place == time:
            at.append(0)
            continue
        labels = whole["dimension"][name]["category"].get("label", {})
        chosen = _chosen([(code, str(labels.get(code, code))) for code in codes[place]])
        base = base or base_in(str(labels.get(codes[place][chosen], "")))
        at.append(chosen)
    found = []
    for number, month in enumerate(codes[time]):
        at[time] = number
        value = _value(whole["value"], _place(at, sizes))
        if value is not None:
            found.append(Cell(number + 1, month, value))
    told = " ".join(str(whole.get(name, "")) for name in ("label", "source"))
    extension = whole.get("extension", {})
    series = str(extension.get("px", {}).get("tableid", "")) or series_in(told)
    return Cells(cells=found, counted="part.value_number", series=series, base=base or base_in(told))


def _codes(category: Mapping[str, Any]) -> list[str]:
    """Return a dimension's codes in their order, which may be told as a list or as a place for each."""
    index = category.get("index")
    if index is None:
        return [str(code) for code in category["label"]]
    if isinstance(index, Mapping):
        return [str(code) for code in sorted(index, key=lambda code: int(index[code]))]
    return [str(code) for code in index]


def _chosen(choices: Sequence[tuple[str, str]]) -> int:
    """Return the place of the total index, or of the index among what is measured; the only one there is."""
    for place, (code, label) in enumerate(choices):
        if any(is_whole_index(text) or is_index(text) for text in (code, label)):
            return place
    raise Refused(Problem(field="", code="kpi_file.no_total"))


def _value(values: Any, place: int) -> str | None:
    """Return a value as written, or None; values may be a list or, where many are missing, a place for each."""
    found = values.get(str(place)) if isinstance(values, Mapping) else values[place]
    return None if found is None else str(found)


def _place(at: Sequence[int], sizes: Sequence[int]) -> int:
    place = 0
    for one, size in zip(at, sizes, strict=True):
        place = place * size + one
    return place
