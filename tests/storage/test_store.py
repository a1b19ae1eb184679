"""Rows from records, the store's door, the history behind it, drafts and search, on a real encrypted engine."""

import dataclasses
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest
from sqlcipher3 import dbapi2 as driver

from bolig_desktop.dwellings.records import Dwelling, DwellingKind, Tenure
from bolig_desktop.dwellings.store import Dwellings
from bolig_desktop.storage.drafts import Drafts
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.storage.history import History
from bolig_desktop.storage.rows import from_row, to_row
from bolig_desktop.storage.search import Search
from bolig_desktop.storage.store import NoSuchRow, Store, Touched, UnknownTable

A_FLAT = Dwelling(street="Storgata 14 B", kind=DwellingKind.APARTMENT, tenure=Tenure.MUNICIPAL, unit_number="H0201")


@pytest.fixture
def db():
    return open_in_memory()


@pytest.fixture
def dwellings(db):
    return Dwellings(db, History(db), Touched())


def test_a_record_comes_back_from_its_row_as_it_was():
    flat = dataclasses.replace(A_FLAT, area_m2=Decimal("11.5"), radon_on=date(2026, 2, 28), lift=False, floor=0)
    assert from_row(Dwelling, to_row(flat)) == flat
    assert to_row(flat)["area_m2"] == "11.5"
    assert to_row(flat)["lift"] == 0


def test_a_mistyped_table_is_refused_and_not_made(db):
    class Mistyped(Store):
        table, record = "dwelings", Dwelling

    with pytest.raises(UnknownTable):
        Mistyped(db, History(db), Touched())
    assert "dwelings" not in db.table_names()


def test_what_is_added_is_read_back_with_its_id(dwellings):
    added = dwellings.add(A_FLAT)
    assert dwellings.get(added.id) == added
    assert dwellings.touched.take() == {("dwellings", added.id)}


def test_many_are_added_as_one_by_one(dwellings):
    one = dwellings.add(A_FLAT)
    many = dwellings.add_many([A_FLAT, A_FLAT])
    assert [m.id for m in many] == [one.id + 1, one.id + 2]
    assert dwellings.list() == [one, *many]
    assert dwellings.history.of_row("dwellings", many[1].id)[0].after["street"] == "Storgata 14 B"


class _Part(NamedTuple):
    kind: DwellingKind
    wheelchair: bool | None
    id: int
    acquired_on: date | None
    area_m2: Decimal | None


def test_parts_have_the_values_of_the_whole_records(dwellings):
    for made in (
        dataclasses.replace(A_FLAT, wheelchair=True, acquired_on=date(2024, 2, 29), area_m2=Decimal("61.5")),
        dataclasses.replace(A_FLAT, wheelchair=False, kind=DwellingKind.HOUSE),
        dataclasses.replace(A_FLAT, wheelchair=None),
    ):
        dwellings.add(made)
    whole = [_Part(*(getattr(one, name) for name in _Part._fields)) for one in dwellings.list("id > ?", [1])]
    parts = dwellings.parts(_Part, "id > ?", [1])
    assert list(parts) == whole and len(whole) == 2
    assert [[type(value) for value in one] for one in parts] == [[type(value) for value in one] for one in whole]


def test_a_choice_nobody_knows_is_refused_as_the_choices_refuse_it(dwellings):
    row = to_row(dwellings.add(A_FLAT))
    with pytest.raises(ValueError, match="palace"):
        from_row(Dwelling, row | {"kind": "palace"})


def test_a_change_writes_only_what_changed_and_the_history_says_both_sides(dwellings):
    added = dwellings.add(A_FLAT)
    dwellings.change(dataclasses.replace(added, rent_nok=9500))
    entry = dwellings.history.of_row("dwellings", added.id)[0]
    assert (entry.before, entry.after) == ({"rent_nok": None}, {"rent_nok": 9500})


def test_the_same_values_write_nothing(dwellings):
    added = dwellings.add(A_FLAT)
    length = dwellings.history.length()
    dwellings.change(added)
    assert dwellings.history.length() == length


def test_a_row_that_is_not_there_is_refused(dwellings):
    for attempt in (lambda: dwellings.get(7), lambda: dwellings.remove(7)):
        with pytest.raises(NoSuchRow):
            attempt()
    assert dwellings.find(7) is None


@pytest.mark.parametrize("attack", ["update history set after = 'x'", "delete from history"])
def test_the_history_can_neither_be_changed_nor_removed(dwellings, attack):
    dwellings.add(A_FLAT)
    with pytest.raises(driver.IntegrityError, match="append-only"):
        dwellings.db.execute(attack)


@pytest.mark.parametrize(
    "bad", [{"rent_nok": -1}, {"rent_nok": "mye"}, {"lift": 2}, {"house_id": 99}, {"street": None}]
)
def test_the_file_itself_refuses_what_no_rule_should_let_through(dwellings, bad):
    row = to_row(A_FLAT) | bad
    with pytest.raises(driver.IntegrityError):
        dwellings.db["dwellings"].insert(row)


def test_a_draft_is_kept_replaced_and_dropped(db):
    drafts = Drafts(db)
    drafts.keep("dwellings", {"rent_nok": "95"}, record_id=3)
    drafts.keep("dwellings", {"rent_nok": "9500,"}, record_id=3)
    assert drafts.find("dwellings", record_id=3).typed == {"rent_nok": "9500,"}
    assert drafts.find("dwellings") is None
    drafts.drop("dwellings", record_id=3)
    assert drafts.of_topic("dwellings") == []


@pytest.fixture
def search(db):
    found = Search(db)
    found.put("household", 1, "familien Tesfay", "Storgata 14 B", "Mohammed Tesfay Selam")
    found.put("household", 2, "Łukasz Øvrebø", "", "Łukasz Øvrebø")
    found.put("dwelling", 1, "Storgata 14 B, H0201", "Nordvik", "Storgata 14 B H0201 8099 Nordvik")
    return found


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Muhamad", [("household", 1)]),
        ("tesf moham", [("household", 1)]),
        ("Ovrebo", [("household", 2)]),
        ("oevreboe", [("household", 2)]),
        ("H0201 stor", [("dwelling", 1)]),
        ("Storgatta", [("dwelling", 1)]),
        ("Hansen", []),
        ("", []),
        ('" OR *', []),
    ],
)
def test_search_forgives_spelling_and_word_order(search, typed, expected):
    assert [(hit.kind, hit.id) for hit in search.find(typed)] == expected


def test_what_is_dropped_or_replaced_is_no_longer_found(search):
    search.put("household", 1, "familien Haile", "", "Haile")
    search.drop("household", 2)
    assert search.find("Tesfay") == [] and search.find("Øvrebø") == []
    assert [hit.title for hit in search.find("Haile")] == ["familien Haile"]
