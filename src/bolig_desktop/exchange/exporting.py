"""Everything in the case file as a workbook: one sheet a topic, in again without change.

Texts are always texts and never formulas, dates and numbers are what they are. What is shielded is left blank
(``hiding``), and a blank cell means "unchanged" where the sheet is read in again. Nothing is written to the disk on
the way: the workbook is made in memory and put in its place whole.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.exchange.cells import LONGEST, written
from bolig_desktop.exchange.choices import Choices, Labels
from bolig_desktop.exchange.hiding import Hidden
from bolig_desktop.exchange.sheets import LINKS, Sheet, sheets_of
from bolig_desktop.exchange.workbooks import MOST_ROWS, Book, Look
from bolig_desktop.security.placing import place_for_others

OURS = "bolig-desktop 1"
"""What a workbook of ours says of itself: the numbers in it are the case file's own."""
ABOUT, WHERE = "Om filen", "Hvor ting er:"
SUFFIX = ".xlsx"
_ABOUT = (
    "Alt som er ført i Bolig, ett ark for hvert tema. Filen kan hentes inn igjen.",
    "Filen er ikke kryptert: den som får tak i den, kan lese den. Slett den når du er ferdig med den.",
    "«Nr» er nummeret i Bolig. En rad uten nummer er ny når filen hentes inn.",
    "Det som gjelder en gradert adresse, står tomt. En tom celle der betyr «uendret» når filen hentes inn.",
)
Told = Callable[[int, int], object]


def export(case: CaseFile, path: Path, labels: Labels, told: Told = lambda done, of: None) -> int:
    """Write the workbook, whole or not at all, and return how many rows it has.

    told: how many sheets are done, of how many; what it raises breaks off with nothing written. Raises Refused where
    the name is not a workbook's, and FileTrouble, NotPlaced where it cannot lie there.
    """
    if path.suffix.lower() != SUFFIX or path.is_dir():
        raise Refused(Problem(field="", code="sheet.not_a_workbook_name", facts={"file": path.name}))
    content, rows = workbook(case, labels, told)
    place_for_others([(path, content)])
    return rows


def workbook(case: CaseFile, labels: Labels, told: Told = lambda done, of: None) -> tuple[bytes, int]:
    """Return the workbook's bytes, and how many rows it has."""
    sheets = sheets_of(case)
    rows = 0
    made = Book(title="Bolig", keywords=OURS)
    names, hidden, choices = _Names(case), Hidden(case), Choices(labels)
    made.say(ABOUT, (*_ABOUT, *_where_things_are(case, hidden)))
    for done, sheet in enumerate(sheets.values()):
        told(done, len(sheets))
        headings, looks = [one.heading for one in sheet.columns], [_look(one.field) for one in sheet.columns]
        rows += made.table(sheet.title, headings, _fitting(sheet, _rows(case, sheet, names, hidden, choices)), looks)
    told(len(sheets), len(sheets))
    return made.content(), rows


def _where_things_are(case: CaseFile, hidden: Hidden) -> Iterable[str]:
    """Yield what she has written for whoever takes over, unless it names somebody shielded."""
    municipality = case.settings.municipality()
    if municipality.where_things_are and "where_things_are" not in hidden.fields("municipality", municipality):
        yield from ("", WHERE, municipality.where_things_are[:LONGEST])


def _look(field: str) -> Look:
    if field == "id" or field in LINKS:
        return Look.NUMBER
    return Look.ORE if field.endswith("_ore") else Look.KRONER if field.endswith("_nok") else Look.PLAIN


class _Names:
    """What the rows of a sheet are called beside a number that leads to them; nobody shielded by name."""

    def __init__(self, case: CaseFile) -> None:
        people = case.people.list()
        hidden = Hidden(case)
        self._by_topic: Mapping[str, Mapping[int, str]] = {
            "dwellings": dwelling_labels(case),
            "households": case.households.labels(),
            "landlords": {one.id or 0: one.name for one in case.landlords.list()},
            "people": {one.id or 0: "" if hidden.is_hidden_person(one.id) else one.name for one in people},
        }

    def name(self, topic: str, row_id: int | None) -> str:
        return self._by_topic[topic].get(row_id, "") if row_id is not None else ""


def _rows(case: CaseFile, sheet: Sheet, names: _Names, hidden: Hidden, choices: Choices) -> Iterable[list[Any]]:
    store = next(store for store in case.stores() if store.table == sheet.topic)
    for record in store.list():
        blank = hidden.fields(sheet.topic, record)
        yield [
            None
            if column.field in blank
            else names.name(LINKS[column.field], getattr(record, column.field))
            if column.by_name
            else written(getattr(record, column.field), column.field, choices)
            for column in sheet.columns
        ]


def _fitting(sheet: Sheet, rows: Iterable[list[Any]]) -> Iterable[list[Any]]:
    """Yield the rows. Raises Refused where there are more than a sheet has room for."""
    for count, row in enumerate(rows, start=1):
        if count > MOST_ROWS:
            raise Refused(Problem(field="", code="sheet.too_many_to_write", facts={"sheet": sheet.title}))
        yield row
