"""One mapping between a record and its row, driven by the record's own field types."""

import dataclasses
import enum
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

R = TypeVar("R")
P = TypeVar("P", bound=NamedTuple)
Plain = str | int | float | bytes | None

# Read once for each type of record: every row of every list goes through them.
_HINTS: dict[type, dict[str, Any]] = {}
_TURNERS: dict[type, tuple[tuple[str, ...], tuple[tuple[str, Callable[[Any], Any]], ...]]] = {}
"""The names of a record's fields, and how those are made that SQLite does not keep as they are."""


def to_row(record: Any) -> dict[str, Plain]:
    """Return the record as a row of plain values; dates and decimals become text, bools 0 or 1."""
    return {name: plain(getattr(record, name)) for name in column_names(type(record))}


def from_row(record_type: type[R], row: Mapping[str, Any]) -> R:
    """Return the row as a record of the given type."""
    names, turners = _turners(record_type)
    values = {name: row[name] for name in names} if len(row) != len(names) else dict(row)
    for name, turn in turners:
        if (value := values[name]) is not None:
            values[name] = turn(value)
    # What a frozen record's own __init__ does, without a call for each field: half of what a long list takes.
    record = object.__new__(record_type)
    record.__dict__.update(values)
    return record


def parts_from(record_type: type, part_type: type[P]) -> Callable[[Iterable[Sequence[Any]]], list[P]]:
    """Return what makes rows of a few columns into ``part_type``, a NamedTuple of fields that the record has too."""
    names = part_type._fields
    turned = tuple((names.index(name), turn) for name, turn in _turners(record_type)[1] if name in names)

    def make(rows: Iterable[Sequence[Any]]) -> list[P]:
        made = []
        for row in rows:
            values = list(row)
            for at, turn in turned:
                if (value := values[at]) is not None:
                    values[at] = turn(value)
            made.append(part_type._make(values))
        return made

    return make


def column_names(record_type: type) -> tuple[str, ...]:
    """Return the names of the columns a record needs, in the record's own order."""
    return tuple(_hints(record_type))


def plain(value: Any) -> Plain:
    """Return one field's value as SQLite keeps it."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return typing.cast(Plain, value)


@lru_cache(maxsize=1 << 15)
def day_of(text: str | None) -> date | None:
    """Return a date as SQLite keeps it, or None, for lists that read columns and not whole records."""
    return date.fromisoformat(text) if text else None


def value_type(record_type: type, name: str) -> type:
    """Return the field's type without ``| None``."""
    return _without_none(_hints(record_type)[name])


def is_required(record_type: type, name: str) -> bool:
    """Return whether the field's type does not allow None."""
    return not isinstance(_hints(record_type)[name], types.UnionType)


def _hints(record_type: type) -> dict[str, Any]:
    if record_type not in _HINTS:
        found = typing.get_type_hints(record_type)
        _HINTS[record_type] = {f.name: found[f.name] for f in dataclasses.fields(record_type)}
    return _HINTS[record_type]


def _turners(record_type: type) -> tuple[tuple[str, ...], tuple[tuple[str, Callable[[Any], Any]], ...]]:
    if record_type not in _TURNERS:
        types_of = {name: _without_none(hint) for name, hint in _hints(record_type).items()}
        turned = {name: hint for name, hint in types_of.items() if hint not in (str, int, bytes)}
        _TURNERS[record_type] = tuple(types_of), tuple((name, _turner(hint)) for name, hint in turned.items())
    return _TURNERS[record_type]


def _without_none(hint: Any) -> type:
    if isinstance(hint, types.UnionType):
        hint = next(a for a in hint.__args__ if a is not type(None))
    return typing.cast(type, hint)


def _turner(hint: type) -> Callable[[Any], Any]:
    if issubclass(hint, enum.Enum):
        members = {one.value: one for one in hint}
        return lambda value: members.get(value) or hint(value)  # a call of the enumeration takes ten times as long
    return date.fromisoformat if hint is date else hint
