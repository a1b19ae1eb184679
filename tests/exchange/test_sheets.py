"""The one table of sheets: every record is there whole, and no two columns are spelled alike."""

import pytest

from bolig_desktop.casefile import CaseFile
from bolig_desktop.exchange.choices import Choices
from bolig_desktop.exchange.exporting import ABOUT
from bolig_desktop.exchange.sheets import EXCUSED, LINKS, NUMBER, sheets_of, spelled
from bolig_desktop.labels.every import LABELS
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.storage.rows import column_names
from bolig_desktop.text.names import fold

CASE = CaseFile(open_in_memory())
SHEETS = sheets_of(CASE)


def test_every_table_has_a_sheet_or_is_excused():
    assert set(SHEETS) | set(EXCUSED) == {store.table for store in CASE.stores()}
    assert not set(SHEETS) & set(EXCUSED)


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.topic)
def test_every_field_of_a_record_has_its_column(sheet):
    record = next(store.record for store in CASE.stores() if store.table == sheet.topic)
    assert {column.field for column in sheet.columns} == set(column_names(record))
    assert {*sheet.key, *sheet.last} <= set(column_names(record))


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=lambda sheet: sheet.topic)
def test_no_heading_of_a_sheet_stands_for_two_columns(sheet):
    headings = [spelled(column.heading) for column in sheet.columns]
    assert len(set(headings)) == len(headings)
    of_each = [{spelled(words) for words in column.spellings} for column in sheet.columns]
    assert sum(len(spellings) for spellings in of_each) == len(set().union(*of_each))
    assert sheet.columns[0].heading == NUMBER


def test_sheets_have_names_excel_takes_and_none_is_anothers():
    names = [sheet.title for sheet in SHEETS.values()] + [ABOUT]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    spelled_as = [words for sheet in SHEETS.values() for words in _names(sheet)]
    assert sorted(words for words in set(spelled_as) if spelled_as.count(words) > 1) == []


def _names(sheet):
    return {spelled(words) for words in (sheet.title, *sheet.spellings)}


def test_every_field_that_leads_somewhere_leads_to_a_sheet():
    ends = {column.field for sheet in SHEETS.values() for column in sheet.columns if column.field.endswith("_id")}
    assert ends == set(LINKS)
    assert set(LINKS.values()) <= set(SHEETS)


def test_every_choice_is_read_as_what_it_is_written_as():
    choices = Choices(LABELS)
    for kind, words in LABELS.items():
        folded = [fold(word) for word in words.values()]
        assert len(set(folded)) == len(folded), kind
        assert all(choices.read(kind, choices.word(one)) is one for one in kind)
