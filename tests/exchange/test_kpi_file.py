"""A file of index values: every form it comes in, and every way it can be wrong."""

# ruff: noqa: E501 - lines as they stand in files

import contextlib
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.errors import Refused
from bolig_desktop.exchange.kpi import MOST_BYTES, MOST_MONTHS, Table, read
from bolig_desktop.text.sentences import LANGUAGES, problem_sentence

WANTED = Table("14700", "2025=100")
TWO = {"2025-10": Decimal("100.8"), "2026-10": Decimal("104.2")}
HEADED = '"14700: Konsumprisindeks, etter vare- og tjenestegruppe, statistikkvariabel og måned"\n\n'


def _read(text):
    return read(text if isinstance(text, bytes) else text.encode(), WANTED).values


def _said(text):
    with pytest.raises(Refused) as refused:
        _read(text)
    for problem in refused.value.problems:
        for language in LANGUAGES:
            assert "{" not in problem_sentence(problem, language)
    return " ".join(map(problem_sentence, refused.value.problems))


GOOD = {
    "as commands.md has it": "2025-10,100.8\n2026-10,104.2\n",
    "with a heading": "month,value\n2025-10,100.8\n2026-10,104.2",
    "with a heading and semicolons": "Måned;KPI (2025=100)\r\n2025-10;100,8\r\n2026-10;104,2\r\n",
    "decimal comma in commas": "2025-10,100,8\n2026-10,104,2",
    "decimal comma in quotes": '2025-10,"100,8"\n2026-10,"104,2"',
    "SSB's months": "2025M10;100.8\n2026m10;104.2",
    "tabs": "2025-10\t100.8\n2026-10\t104.2",
    "empty lines and cells": "\n2025-10;100.8;\n;;\n\n2026-10;104.2;;\n",
    "the same month twice": "2025-10,100.8\n2026-10,104.2\n2026-10,104.20\n",
    "byte order mark": "\ufeff2025-10,100.8\n2026-10,104.2",
    "Windows letters": "måned;tall\n2025-10;100,8\n2026-10;104,2".encode("cp1252"),
    "SSB, months as columns": HEADED + '"gruppe";"Konsumprisindeks (2025=100) 2025M10";"Konsumprisindeks (2025=100) 2026M10";'
    '"Månedsendring (prosent) 2026M10"\n"Matvarer";99,1;99,2;0,1\n"Totalindeks";100,8;104,2;0,3\n',
    "SSB, months and variables": '"gruppe";"statistikkvariabel";"2025M10";"2026M10"\n'
    '"00 Totalindeks";"Månedsendring (prosent)";0.2;0.3\n"00 Totalindeks";"Konsumprisindeks (2025=100)";100.8;104.2\n',
    "SSB, months as rows": HEADED + '"gruppe";"måned";"statistikkvariabel";"14700: Konsumprisindeks"\n'
    '"Totalindeks";"2025M10";"Månedsendring (prosent)";0,2\n"Totalindeks";"2025M10";"Konsumprisindeks (2025=100)";100,8\n'
    '"Totalindeks";"2026M10";"Konsumprisindeks (2025=100)";104,2\n"Mat";"2026M10";"Konsumprisindeks (2025=100)";98\n'
    '"Totalindeks";"2026M11";"Konsumprisindeks (2025=100)";..\n"Kilde: Statistisk sentralbyrå"\n',
    "SSB, codes": '"VareTjenesteGrp","Tid","KpiIndMnd"\n"00","2025M10",100.8\n"01","2025M10",98\n"00","2026M10",104.2',
    "SSB, one group": '"måned";"Konsumprisindeks (2025=100)"\n"2025M10";100,8\n"2026M10";104,2\n',
}  # fmt: skip


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_every_form_gives_the_same(text):
    assert _read(text) == TWO


def _stat(**changes):
    dimensions = {
        "VareTjenesteGrp": {"category": {"index": {"01": 1, "00": 0}, "label": {"00": "Totalindeks", "01": "Mat"}}},
        "ContentsCode": {
            "category": {
                "index": ["Manedsendring", "KpiIndMnd"],
                "label": {"Manedsendring": "Månedsendring (prosent)", "KpiIndMnd": "Konsumprisindeks (2025=100)"},
            }
        },
        "Tid": {"category": {"index": {"2025M10": 0, "2026M10": 1, "2026M11": 2}}},
    }
    whole = {
        "class": "dataset",
        "version": "2.0",
        "label": "14700: Konsumprisindeks, etter vare- og tjenestegruppe og måned",
        "id": list(dimensions),
        "size": [2, 2, 3],
        "dimension": dimensions,
        "value": [0.2, 0.3, None, 100.8, 104.2, None, 0, 0, None, 98, 99, None],
        "extension": {"px": {"tableid": "14700"}},
    }
    return json.dumps(whole | changes)


def test_json_stat_gives_the_same_and_what_is_missing_is_left_out():
    assert _read(_stat()) == TWO
    assert _read(_stat(value={"3": 100.8, "4": 104.2, "9": 98})) == TWO


BAD = {
    "month 13": ("2026-10,104.2\n2026-13,104.2", "Linje 2: «2026-13» er ikke en måned; skriv den som 2026-10."),
    "month in words first": ("oktober,104.2", "Linje 1: «oktober» er ikke en måned"),
    "day": ("2026-10-01,104.2", "Linje 1: «2026-10-01» er ikke en måned"),
    "NaN": ("2026-10,NaN", "Linje 1: «NaN» er ikke et indekstall; skriv det som 104,2"),
    "infinite": ("2026-10,inf", "Linje 1: «inf»"),
    "below zero": ("2026-10,-1", "Linje 1: «-1»"),
    "zero": ("2026-10,0", "Linje 1: «0»"),
    "1e9": ("2026-10,1e9", "Linje 1: «1e9»"),
    "a thousand million": ("2026-10,1000000000", "Linje 1: «1000000000»"),
    "too many decimals": ("2026-10,104.23456", "høyst 4 desimaler"),
    "formula": ("2026-10,=1+1", "Linje 1: «=1+1»"),
    "formula with a call": ('2026-10,"=HYPERLINK(""http://x"")"', "Linje 1: «=HYPERLINK("),
    "formula as month": ("=CMD(),104.2", "Linje 1: «=CMD()»"),
    "per cent": ("2026-10,3.0 %", "Linje 1: «3.0 %»"),
    "Arabic figures": ("2026-10,١٠٤", "Linje 1: «١٠٤»"),
    "no value": ("2026-10", "Linje 1: «»"),
    "missing value in a plain file": ("2026-10,..", "Linje 1: «..»"),
    "another value": ("2026-10,104.2\n2026-10,104.3", "Linje 2: 2026-10 har et annet tall enn 104,2, som står på linje 1"),
    "two tables": ("2025-12,139.1\n2026-07,103.8", "som om de er fra to tabeller: bruk bare tall fra tabell 14700"),
    "the old table": ("måned;Konsumprisindeks (2015=100)\n2025-12;139,1", "(2015=100): bruk tabell 14700 (2025=100)"),
    "the old table by number": ('"03013: Konsumprisindeks"\n"måned";"Konsumprisindeks"\n2025M12;139,1', "tabell 03013"),
    "not the total": (GOOD["SSB, months as columns"].replace("Totalindeks", "Klær"), "ikke totalindeksen"),
    "a line too short": (GOOD["SSB, codes"] + '\n"00","2026M09"', "Linje 5: "),
    "empty": ("", "Filen har ingen tall"),
    "blank": ("\n \n;;\n", "Filen har ingen tall"),
    "heading only": ("month,value\n", "Filen har ingen tall"),
    "binary": (b"PK\x03\x04\x00\x00", "Filen er ikke tekst"),
    "control signs": (b"2026-10,104.2\x1b[31m", "Filen er ikke tekst"),
    "ten megabytes": (b"2026-10,104.2\n" * 800_000, "større enn 2 MB"),
    "too many months": ("\n".join(f"{1900 + n // 12 % 290}-{n % 12 + 1:02},x" for n in range(6000)), "flere enn 5000"),
    "quotes without end": ('"' * 200_000, "ingen tall"),
    "a field without end": ('2026-10,"' + "9" * 200_000, "Linje 1: "),
    "JSON of another kind": ('{"a": 1}', "ikke JSON-stat2"),
    "deep JSON": ('{"a":' * 100_000, "ikke JSON-stat2"),
    "broken JSON": ('{"id": [', "ikke JSON-stat2"),
    "JSON with other sizes": (_stat(size=[1, 2, 3]), "ikke JSON-stat2"),
    "JSON with too few values": (_stat(value=[1]), "ikke JSON-stat2"),
    "JSON without the index": (_stat().replace("KpiIndMnd", "Vekt").replace("Konsumpris", "Vekt"), "ikke totalindeksen"),
    "JSON of the old table": (_stat(extension={"px": {"tableid": "03013"}}), "tabell 03013"),
    "JSON with NaN": (_stat(value=[0] * 3 + [float("nan"), 1e30, 104] + [0] * 6), "Tall nummer 1: «NaN»"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BAD.values(), ids=BAD)
def test_what_is_wrong_is_told_with_its_line_and_what_would_be_right(text, expected):
    assert expected in _said(text)


def test_every_bad_line_is_told_of_and_a_great_many_are_counted():
    said = _said("2026-10,104.2\n" + "x,1\n" * 30)
    assert "Linje 2: " in said and "Linje 11: " in said and "Linje 12: " not in said
    assert said.endswith("20 linjer til kan heller ikke brukes.")


def test_what_is_written_is_shown_short_and_harmless():
    said = _said("2026-10," + "a\u202eb" * 50)
    assert "\u202e" not in said and len(said) < 200


def test_limits_are_the_ones_told_of():
    lines = [f"{1900 + n // 12}-{n % 12 + 1:02},100" for n in range(12 * 300)]
    assert len(_read("\n".join(lines))) == len(lines) < MOST_MONTHS
    assert len(_read("2026-10,104.2".ljust(MOST_BYTES, "\n"))) == 1


@given(st.binary(max_size=400))
def test_nothing_else_than_a_sentence_comes_of_any_bytes(content):
    with contextlib.suppress(Refused):
        assert _read(content)


@given(st.text(alphabet='2026-10,;."M{}=\n\t ', max_size=200))
def test_nothing_else_than_a_sentence_comes_of_nearly_right_text(text):
    with contextlib.suppress(Refused):
        assert _read(text)
