"""The command ``rule``: all rules, one rule, its answer; and one sentence for whatever cannot be answered."""

import json

import pytest
from told import one_sentence

from law.examples import EXAMPLES

TODAY = ("--today", "2026-11-22")
ASKED = [(rule, facts) for rule, questions in EXAMPLES.items() for facts in questions if facts]


def typed(facts):
    return [f"{name}={value}" for name, value in facts.items()]


def test_without_an_id_every_rule_is_listed(run):
    rows = run("rule", "--json", *TODAY).value
    assert len(rows) > 180 and {"HL-9-2-3", "TV-4-18", "IN-TIL", "HB-BO1"} <= {row["id"] for row in rows}
    for row in rows:
        assert row["section"] and row["certainty"] in "ABCM" and row["sentence"].endswith(".")
        assert row["check"] is False
    plain = run("rule", *TODAY).out.splitlines()
    assert [line.split()[0] for line in plain] == [row["id"] for row in rows]
    assert any(row["check"] for row in run("rule", "--json", "--today", "2027-12-31").value)


def test_an_id_alone_shows_the_rule_and_how_it_is_asked(run):
    shown = run("rule", "HL-4-2", "--json", *TODAY).value
    assert shown["arguments"] == ["last_effect received", "rent kpi_a kpi_b"]
    assert (shown["id"], shown["section"], shown["certainty"]) == ("HL-4-2", "husleieloven § 4-2", "A")
    assert shown["link"] == "https://lovdata.no/lov/1999-03-26-17/§4-2"
    assert (shown["kind"], shown["binds"], shown["method"]) == ("amount", "both", "DL149")
    assert (shown["valid_from"], shown["valid_to"], shown["checked_on"]) == ("2000-01-01", None, "2026-11-22")
    plain = run("rule", "HL-4-2", *TODAY).out
    assert "bolig-desktop rule HL-4-2 rent kpi_a kpi_b\n" in plain and shown["sentence"] in plain
    without = run("rule", "HL-9-9", "--json", *TODAY).value
    assert without["arguments"] == []
    assert "ingen dato og intet beløp" in run("rule", "HL-9-9", *TODAY).out


def test_a_rule_that_needs_nothing_answers_at_once(run):
    shown = run("rule", "BS-5", "--json", *TODAY).value
    assert (shown["nominal"], shown["act_by"], shown["arguments"]) == ("2027-07-01", "2027-07-01", [""])


@pytest.mark.parametrize(("rule", "facts"), ASKED, ids=[rule for rule, _ in ASKED])
def test_every_rule_answers(run, rule, facts):
    answer = run("rule", rule, *typed(facts), "--json", *TODAY)
    assert (answer.code, answer.err) == (0, "")
    value = answer.value
    assert list(value)[:4] == ["id", "section", "certainty", "steps"] and value["id"] == rule
    assert len(value["steps"]) >= 3 and all(step.endswith(".") for step in value["steps"])
    plain = run("rule", rule, *typed(facts), *TODAY).out.splitlines()
    assert plain[: len(value["steps"])] == value["steps"]
    assert len(value) > 4


TABLE = [  # the table of the commands: arguments, and the answer's keys and values
    ("DL-148-D start=2026-11-23 days=21", {"nominal": "2026-12-14"}),
    ("DL-148-M start=2026-11-30 months=3", {"nominal": "2027-02-28"}),
    ("DL-149 due=2026-12-26", {"act_by": "2026-12-28"}),
    ("DL-OWN due=2026-12-26", {"act_by": "2026-12-24"}),
    ("HL-3-2b due=2026-11-01", {"act_by": "2026-11-02"}),
    ("HL-3-5a rent=9500", {"amount": 57000}),
    ("HL-3-5a rent=9500 deposit=57001", {"amount": 57000, "lawful": False}),
    ("HL-3-5c sent=2026-11-20", {"act_by": "2026-12-24"}),
    ("HL-3-6 rent=9500 deposit=20000", {"amount": 37000}),
    ("HL-3-6 rent=9500 guarantee=20000 deposit=37001", {"amount": 0, "lawful": False}),
    ("HL-4-2 last_effect=2025-11-01 received=2026-11-22", {"nominal": "2026-12-22"}),
    ("HL-4-2 rent=9500 kpi_a=100.8 kpi_b=103.8", {"amount": 9782}),
    ("HL-4-3 start=2024-01-01 last_change=2024-06-01", {"nominal": "2026-12-01"}),
    ("HL-4-3 demand=2026-07-01 last_effect=2025-11-01", {"nominal": "2027-01-01"}),
    ("HL-7-6 received=2026-11-25", {"nominal": "2026-12-25", "act_by": "2026-12-24"}),
    ("HL-9-8a received=2026-11-25", {"nominal": "2026-12-25", "act_by": "2026-12-28"}),
    ("HL-9-8b received=2026-11-26", {"nominal": "2027-03-26", "act_by": "2027-03-24"}),
    ("FV-11a received=2026-11-26", {"nominal": "2026-12-26", "act_by": "2026-12-24"}),
    ("FV-29 received=2026-12-04", {"nominal": "2026-12-25", "act_by": "2026-12-28"}),
    ("HL-9-2-3 end=2026-10-31", {"nominal": "2027-01-31", "act_by": "2027-01-29",
                                 "indefinite_from": "2027-02-01", "certain_from": "2027-02-02"}),
    ("HL-9-3 start=2026-11-15 end=2027-11-14 landlord_lives_in=yes", {"nominal": "2027-11-14", "lawful": True}),
    ("HL-9-6 received=2026-11-24", {"nominal": "2027-02-28"}),
    ("HL-9-6 received=2026-11-24 room=yes", {"nominal": "2026-12-24"}),
    ("HL-9-11 sent=2026-12-11", {"nominal": "2026-12-25", "act_by": "2026-12-28"}),
    ("TV-4-18 sent=2026-12-11", {"nominal": "2026-12-29", "act_by": "2026-12-29"}),
    ("IN-12 settled=2026-11-30", {"nominal": "2027-02-28", "act_by": "2027-02-26"}),
    ("IN-BOS permit=2026-11-23 minor=yes", {"nominal": "2027-02-23"}),
    ("IN-TIL settled=2022-12-31 year=2026", {"grant_year": 5}),
    ("IN-TIL settled=2022-12-31 year=2027", {"grant_year": None}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), TABLE, ids=[words for words, _ in TABLE])
def test_the_table_of_the_commands(run, words, expected):
    value = run("rule", *words.split(), "--json").value
    assert {name: value[name] for name in expected} == expected


def test_a_test_says_why(run):
    value = run("rule", "HL-9-3", "start=2023-11-01", "end=2026-10-30", "--json").value
    assert value["lawful"] is False and "31.10.2026" in value["why"] and value["why"] in value["steps"]
    plain = run("rule", "HL-9-3", "start=2023-11-01", "end=2026-10-30").out
    assert "lawful: no\n" in plain and "nominal: 2026-10-31\n" in plain


def test_what_was_not_asked_is_left_out(run):
    assert {"lawful", "why"}.isdisjoint(run("rule", "HL-3-5a", "rent=9500", "--json").value)
    assert "act_by" not in run("rule", "DL-148-M", "start=2026-11-30", "months=3", "--json").value
    assert run("rule", "GA-1", "rent=1", "months=5").out.splitlines()[-2:] == ["amount: 1", "lawful: yes"]


def test_ids_may_be_typed_small_and_options_anywhere(run):
    expected = run("rule", "HL-9-2-3", "end=2026-10-31", "--json", *TODAY).value
    assert run("rule", "hl-9-2-3", "--json", "end=2026-10-31", *TODAY).value == expected
    assert run("--json", "rule", *TODAY, "HL-9-2-3", "end=2026-10-31").value == expected
    assert run("rule", "--today=2026-11-22", "HL-9-2-3", "--json", "end=2026-10-31").value == expected


def test_a_rule_long_unchecked_says_so(run):
    late = run("rule", "HL-9-2-3", "end=2026-10-31", "--json", "--today", "2030-01-01").value
    assert "skulle vært kontrollert" in late["steps"][-1]


WRONG = {
    "unknown id": (("XX-1",), "Regelen «XX-1» finnes ikke"),
    "unknown id with facts": (("XX-1", "end=2026-10-31"), "Regelen «XX-1» finnes ikke"),
    "empty fact": (("HL-9-2-3", "end="), "end må være en dato"),
    "no equals": (("HL-9-2-3", "2026-10-31"), "«2026-10-31» må skrives som navn=verdi"),
    "no name": (("HL-9-2-3", "=2026-10-31"), "må skrives som navn=verdi"),
    "twice": (("HL-9-2-3", "end=2026-10-31", "end=2026-10-31"), "end er skrevet to ganger"),
    "a missing argument": (("HL-9-6", "room=yes"), "mangler received"),
    "a wrong name": (("HL-9-6", "sent=2026-10-31"), "kan ikke spørres med «sent»"),
    "31 February": (("HL-9-6", "received=2026-02-31"), "må være en dato som 2026-11-22"),
    "a Norwegian date": (("HL-9-6", "received=24.11.2026"), "må være en dato som 2026-11-22"),
    "a rule without a date": (("HL-9-9", "sent=2026-10-31"), "har ingen dato"),
    "the end before the start": (("HL-9-3", "start=2026-10-31", "end=2026-10-30"), "kan ikke være før start"),
    "two tables": (("HL-4-2", "rent=9500", "kpi_a=139.1", "kpi_b=103.8"), "ikke fra samme tabell"),
    "before the act": (("HL-9-6", "received=2026-10-31", "--today", "1999-12-31"), "gjaldt ikke"),
    "an empty id": (("", "x=y"), "Regelen «» finnes ikke"),
    "control characters": (("HL-9-6", "received=\x1b[1m\n\r"), "må være en dato"),
}


@pytest.mark.parametrize("json_too", [(), ("--json",)], ids=["plain", "json"])
@pytest.mark.parametrize(("words", "expected"), WRONG.values(), ids=WRONG)
def test_wrong_questions_are_told_in_one_sentence(run, words, expected, json_too):
    answer = run("rule", *words, *json_too)
    assert expected in one_sentence(answer, (2,))
    assert answer.out == ""


def test_the_answer_is_json_and_nothing_else(run):
    assert isinstance(json.loads(run("rule", "--json").out), list)
