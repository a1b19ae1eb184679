"""The same people on two sheets of one workbook: mostly last year's list beside this year's. One is to be chosen."""

from collections.abc import Iterable, Iterator
from typing import Any

from bolig_desktop.exchange.list_people import called
from bolig_desktop.exchange.rows import Row, RowProblem
from bolig_desktop.text.names import search_key


def on_two_sheets(rows: Iterable[Row]) -> Iterator[RowProblem]:
    """Yield a problem for each two sheets with the same people, beside the first of them on the later sheet."""
    known: dict[tuple[str, ...], list[Row]] = {}
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.topic != "people":
            continue
        named = known.setdefault(search_key(called(row.values)), [])
        others = {other.sheet for other in named if other.sheet != row.sheet and _may_be_one(row, other)}
        for sheet in sorted(others):
            found.setdefault((row.sheet, sheet), []).append(row)
        named.append(row)
    for (sheet, other), twice in found.items():
        facts: dict[str, Any] = {"sheet": sheet, "other": other, "count": len(twice), "name": called(twice[0].values)}
        yield twice[0].says("given_name", "people_on_two_sheets", **facts)


def _may_be_one(row: Row, other: Row) -> bool:
    """Return whether nothing speaks against two rows of one name being about one person."""
    pairs = ((row.values.get(name), other.values.get(name)) for name in ("born_on", "identity_number"))
    return all(not one or not two or one == two for one, two in pairs)
