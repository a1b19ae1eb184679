"""Sheets nobody meant, and real ones with bytes changed: a sentence or rows, never a crash or half of it."""

import random
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sheets_made import A_HOME, HOMES, PEOPLE, a_book, everything, exported

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import Refused
from bolig_desktop.exchange import importing, reading
from bolig_desktop.exchange.sheets import readable_sheets
from bolig_desktop.labels.every import LABELS
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.text.sentences import LANGUAGES, problem_sentence
from build import a_house_with_rooms, a_tenancy

TODAY = date(2026, 11, 22)
SHEETS = readable_sheets(CaseFile(open_in_memory()))
HEADINGS = [column.heading for sheet in SHEETS.values() for column in sheet.columns]
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.times(),
    st.text(st.characters(min_codepoint=32, exclude_categories=("Cs",)), max_size=30),
    st.sampled_from(
        [
            "31.11.2025",
            "1/2-23",
            "kr 9 500,-",
            "ja",
            "#REF!",
            "Ahmed og Fatima Ali",
            "1e400",
            "Leilighet",
            "Ali, Omar / Koval, Olena",
            "Fjellgata 8, rom 1",
            "1/2",
            "løpende",
            "Ledig",
            "familien Ali",
            "01.02.90/3.4.91",
        ]
    ),
)


def a_file() -> CaseFile:
    return CaseFile(open_in_memory(), clock=clock.fixed(TODAY))


def try_it(case: CaseFile, content: bytes, topic: str = "") -> None:
    """Bring it in: all of it, or nothing and sentences that can be said in every language."""
    before, length = everything(case), case.history.length()
    try:
        book = reading.read(content)
        pages = importing.understood(case, book, topic)
        outcome = importing.bring_in(case, pages, LABELS, ours=book.ours)
    except Refused as refused:
        said, added = list(refused.problems), 0
    else:
        said = [one.problem for one in outcome.problems]
        added = 0 if said else outcome.added
    for problem in said:
        for language in LANGUAGES:
            assert problem_sentence(problem, language)
    if not added:
        assert (everything(case), case.history.length()) == (before, length)
    assert sum(map(len, everything(case).values())) == sum(map(len, before.values())) + added


@settings(max_examples=60, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])
@given(
    st.sampled_from(sorted(SHEETS)),
    st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=8, unique=True),
    st.lists(st.lists(CELLS, max_size=8), max_size=6),
)
def test_any_cells_under_any_headings(topic, headings, rows):
    own = [column.heading for column in SHEETS[topic].columns]
    try_it(a_file(), _typed([own, *rows]), topic)
    try_it(a_file(), _typed([headings, *rows]))


FLAT = [column.heading for column in SHEETS["tenancy_list"].columns]


@settings(max_examples=150, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])
@given(st.lists(st.sampled_from(FLAT), min_size=2, max_size=9, unique=True), st.data())
def test_any_cells_in_a_list_of_several_topics(headings, data):
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(headings), max_size=len(headings)), max_size=5))
    try_it(a_file(), _typed([headings, *rows]), "tenancy_list")


def _typed(rows) -> bytes:
    kept = [[str(cell) if isinstance(cell, float) and abs(cell) > 1e300 else cell for cell in row] for row in rows]
    return a_book(Ark1=kept)


def _mutated(seeds: range) -> None:
    case = a_file()
    a_house_with_rooms(case, 2)
    a_tenancy(case)
    ours = exported(case)
    whole = ("Ahmed Ali", "04.03.88", "Storgata 5", "9500", "1.1.2024")
    flat = a_book(Ark1=[("Navn", "Født", "Adresse", "Husleie", "Kontrakt fra"), whole])
    theirs = a_book(Boliger=[HOMES, A_HOME], Personer=[PEOPLE, ["Ahmed", "Ali", "04.03.88", "41000000"]])
    text = ";".join(HOMES).encode() + b"\r\n" + ";".join(map(str, A_HOME)).encode("cp1252")
    for seed in seeds:
        chance = random.Random(seed)
        content = bytearray(chance.choice([ours, theirs, text, flat]))
        for _ in range(chance.choice([1, 1, 3, 30])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if chance.random() < 0.2:
            del content[chance.randrange(len(content)) :]
        try_it(case if seed % 2 else a_file(), bytes(content))


def test_bytes_changed_here_and_there():
    _mutated(range(60))


@pytest.mark.long
def test_bytes_changed_thousands_of_times():
    _mutated(range(1_000, 4_000))
