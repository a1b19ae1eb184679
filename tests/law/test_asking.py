"""Asking the law: the table of the commands, the worked examples of law.md § 12, and how the way there is told."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bolig_desktop.law import book
from bolig_desktop.law.arguments import arguments_of
from bolig_desktop.law.asking import QUESTIONS, Answer, WrongQuestion, ask, forms_of, usages
from bolig_desktop.law.parameters import Parameter
from bolig_desktop.text.sentences import LANGUAGES
from law.examples import EXAMPLES

ASKED = [(rule, arguments) for rule, questions in EXAMPLES.items() for arguments in questions]
DATES = ("nominal", "act_by", "indefinite_from", "certain_from", "paid_on", "month")


def said(answer: Answer, expected: Mapping[str, Any]) -> dict[str, Any]:
    """Return of the answer what is expected of it, dates as text."""
    found = {name: getattr(answer, name) for name in expected}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in found.items()}


CASES = [
    # the table of the commands, line by line
    ("DL-148-D", {"start": "2026-11-23", "days": "21"}, {"nominal": "2026-12-14", "act_by": None}),
    ("DL-148-D", {"start": "2026-11-23", "days": "0"}, {"nominal": "2026-11-23"}),
    ("DL-148-M", {"start": "2026-02-28", "months": "3"}, {"nominal": "2026-05-28", "act_by": None}),
    ("DL-148-M", {"start": "2026-08-31", "months": "3"}, {"nominal": "2026-11-30"}),
    ("DL-149", {"due": "2026-12-26"}, {"act_by": "2026-12-28"}),
    ("DL-149", {"due": "2027-05-17"}, {"act_by": "2027-05-18"}),
    ("DL-149", {"due": "2027-03-25"}, {"act_by": "2027-03-30"}),
    ("DL-OWN", {"due": "2026-12-26"}, {"act_by": "2026-12-24"}),
    ("DL-OWN", {"due": "2027-03-29"}, {"act_by": "2027-03-24"}),
    ("DL-HOL", {"day": "2026-12-24"}, {"lawful": True}),
    ("DL-HOL", {"day": "2026-12-25"}, {"lawful": False}),
    ("HL-3-2b", {"due": "2026-11-01"}, {"act_by": "2026-11-02"}),
    ("HL-3-5a", {"rent": "9500"}, {"amount": 57_000, "lawful": None}),
    ("HL-3-5a", {"rent": "9500", "deposit": "57000"}, {"amount": 57_000, "lawful": True}),
    ("HL-3-5a", {"rent": "9500", "deposit": "57001"}, {"amount": 57_000, "lawful": False}),
    ("HL-3-5c", {"sent": "2026-11-20"}, {"nominal": "2026-12-25", "act_by": "2026-12-24"}),
    ("HL-3-6", {"rent": "9500", "deposit": "20000"}, {"amount": 37_000, "lawful": None}),
    ("HL-3-6", {"rent": "9500", "guarantee": "57000"}, {"amount": 0, "lawful": None}),
    ("HL-3-6", {"rent": "9500", "guarantee": "57001"}, {"amount": 0, "lawful": False}),
    ("HL-3-6", {"rent": "9500", "deposit": "28500", "guarantee": "28500"}, {"amount": 0, "lawful": True}),
    ("HL-3-6", {"rent": "9500", "deposit": "28500", "guarantee": "28501"}, {"amount": 0, "lawful": False}),
    (
        "HL-4-2",
        {"last_effect": "2025-11-01", "received": "2026-11-22"},
        {"nominal": "2026-12-22", "act_by": "2026-12-22", "month": "2027-01-01"},
    ),
    ("HL-4-2", {"rent": "9500", "kpi_a": "100.8", "kpi_b": "103.8"}, {"amount": 9782, "nominal": None}),
    ("HL-4-3", {"start": "2024-01-01"}, {"nominal": "2026-07-01", "lawful": None}),
    ("HL-4-3", {"start": "2024-01-01", "last_change": "2024-06-01"}, {"nominal": "2026-12-01"}),
    ("HL-4-3", {"demand": "2026-07-01", "last_effect": "2025-11-01"}, {"nominal": "2027-01-01", "lawful": None}),
    (
        "HL-4-3",
        {"demand": "2026-07-01", "last_effect": "2024-01-01", "start": "2024-01-01"},
        {"nominal": "2027-01-01", "lawful": True},
    ),
    (
        "HL-4-3",
        {"demand": "2026-06-30", "last_effect": "2024-01-01", "start": "2024-01-01"},
        {"nominal": "2027-01-01", "lawful": False},
    ),
    ("HL-7-6", {"received": "2026-11-23"}, {"nominal": "2026-12-23", "act_by": "2026-12-23"}),
    ("HL-9-8a", {"received": "2026-11-24"}, {"nominal": "2026-12-24", "act_by": "2026-12-24"}),
    ("HL-9-8b", {"received": "2026-11-24"}, {"nominal": "2027-03-24", "act_by": "2027-03-24"}),
    ("HL-9-8b", {"received": "2026-11-26"}, {"nominal": "2027-03-26", "act_by": "2027-03-24"}),
    ("FV-11a", {"received": "2026-11-26"}, {"nominal": "2026-12-26", "act_by": "2026-12-24"}),
    ("FV-29", {"received": "2026-11-23"}, {"nominal": "2026-12-14", "act_by": "2026-12-14"}),
    (
        "HL-9-2-3",
        {"end": "2026-10-31"},
        {
            "nominal": "2027-01-31",
            "act_by": "2027-01-29",
            "indefinite_from": "2027-02-01",
            "certain_from": "2027-02-02",
        },
    ),
    ("HL-9-2-3", {"end": "2026-08-31"}, {"nominal": "2026-11-30", "act_by": "2026-11-30"}),
    ("HL-9-2-3", {"end": "2026-09-30"}, {"nominal": "2026-12-30", "act_by": "2026-12-30"}),
    ("HL-9-2-3", {"end": "2026-11-30"}, {"nominal": "2027-02-28", "act_by": "2027-02-26"}),
    ("HL-9-3", {"start": "2023-11-01", "end": "2026-10-31"}, {"nominal": "2026-10-31", "lawful": True}),
    ("HL-9-3", {"start": "2023-11-01", "end": "2026-10-30"}, {"nominal": "2026-10-31", "lawful": False}),
    ("HL-9-3", {"start": "2026-12-01"}, {"nominal": "2029-11-30", "lawful": None}),
    ("HL-9-3", {"start": "2024-02-29", "end": "2027-02-28"}, {"nominal": "2027-02-28", "lawful": True}),
    ("HL-9-3", {"start": "2026-11-15", "landlord_lives_in": "yes"}, {"nominal": "2027-11-14"}),
    (
        "HL-9-3",
        {"start": "2026-11-15", "end": "2027-11-14", "landlord_lives_in": "no"},
        {"nominal": "2029-11-14", "lawful": False},
    ),
    ("HL-9-6", {"received": "2026-11-24"}, {"nominal": "2027-02-28"}),
    ("HL-9-6", {"received": "2026-11-24", "room": "yes"}, {"nominal": "2026-12-24"}),
    ("HL-9-6", {"received": "2026-11-24", "room": "no"}, {"nominal": "2027-02-28"}),
    ("HL-9-11", {"sent": "2026-11-23"}, {"nominal": "2026-12-07", "act_by": "2026-12-07"}),
    ("TV-4-18", {"sent": "2026-11-23"}, {"nominal": "2026-12-08", "act_by": "2026-12-08"}),
    ("TV-4-18", {"sent": "2026-12-11"}, {"nominal": "2026-12-29", "act_by": "2026-12-29"}),
    ("IN-12", {"settled": "2026-11-30"}, {"nominal": "2027-02-28", "act_by": "2027-02-26"}),
    ("IN-BOS", {"permit": "2026-11-23"}, {"nominal": "2027-05-23"}),
    ("IN-BOS", {"permit": "2026-11-23", "minor": "yes"}, {"nominal": "2027-02-23"}),
    ("IN-TIL", {"settled": "2022-12-31", "year": "2022"}, {"grant_year": 1}),
    ("IN-TIL", {"settled": "2022-12-31", "year": "2026"}, {"grant_year": 5}),
    ("IN-TIL", {"settled": "2022-12-31", "year": "2027"}, {"grant_year": None}),
    ("IN-TIL", {"settled": "2022-12-31", "year": "2021"}, {"grant_year": None}),
    ("IN-TIL", {"settled": "2022-06-01", "year": "2025", "family_of_humanitarian": "yes"}, {"grant_year": None}),
    # the other rules with a date, a sum or a test
    ("HL-2-1", {"agreed": "2026-11-22"}, {"nominal": "2027-02-01"}),
    ("HL-3-2a", {"rent": "9500"}, {"amount": 9500, "lawful": None}),
    ("HL-3-2a", {"rent": "9500", "advance": "9500"}, {"lawful": True}),
    ("HL-3-2a", {"rent": "9500", "advance": "9501"}, {"lawful": False}),
    ("HL-5-4", {"received": "2026-11-24"}, {"nominal": "2027-03-01", "act_by": "2027-03-01"}),
    ("HL-5-4", {"sent": "2026-11-25"}, {"nominal": "2026-12-25", "act_by": "2026-12-28"}),
    ("HL-7-3/4/5", {"start": "2026-01-01", "end": "2027-12-31"}, {"nominal": "2027-12-31", "lawful": True}),
    ("HL-7-3/4/5", {"start": "2026-01-01", "end": "2028-01-01"}, {"nominal": "2027-12-31", "lawful": False}),
    ("HL-7-7", {"received": "2026-11-24"}, {"nominal": "2026-12-09", "act_by": "2026-12-09"}),
    ("HL-8-2", {"received": "2026-11-25"}, {"nominal": "2026-12-25", "act_by": "2026-12-28"}),
    ("HL-9-3a", {"start": "2026-01-01", "end": "2026-12-31"}, {"lawful": True}),
    ("HL-9-3a", {"start": "2026-01-01", "end": "2026-12-30"}, {"lawful": False}),
    ("HL-9-10", {"received": "2026-11-24"}, {"nominal": "2027-02-28"}),
    ("SI-FIRE", {"floors": "2", "alarms": "2"}, {"lawful": True}),
    ("SI-FIRE", {"floors": "2", "alarms": "1"}, {"lawful": False}),
    ("SI-RADON", {"level": "200"}, {"lawful": True}),
    ("SI-RADON", {"level": "201"}, {"lawful": False}),
    ("SI-RADON", {"start": "2026-10-15", "end": "2026-12-14"}, {"lawful": True}),
    ("SI-RADON", {"start": "2026-10-15", "end": "2026-12-13"}, {"lawful": False}),
    ("SI-RADON", {"start": "2026-10-14", "end": "2026-12-31"}, {"lawful": False}),
    ("SI-RADON", {"start": "2027-02-15", "end": "2027-04-15"}, {"lawful": True}),
    ("SI-RADON", {"start": "2027-02-15", "end": "2027-04-16"}, {"lawful": False}),
    ("TV-4-19", {"sent": "2026-11-20"}, {"nominal": "2027-11-20", "act_by": "2027-11-19"}),
    ("TV-13-6", {"received": "2026-12-12"}, {"nominal": "2026-12-26", "act_by": "2026-12-28"}),
    ("RENTE", {"due": "2026-11-01"}, {"nominal": "2026-11-01", "act_by": "2026-11-02"}),
    ("RENTE", {"demand": "2026-11-25"}, {"nominal": "2026-12-25"}),
    ("BS-5", {}, {"nominal": "2027-07-01", "act_by": "2027-07-01"}),
    ("FV-31", {"decision": "2026-11-20"}, {"nominal": "2027-11-20", "act_by": "2027-11-22"}),
    ("IN-13", {"start": "2026-12-01"}, {"nominal": "2027-11-30"}),
    ("IN-14", {"start": "2026-12-01", "goal": "part"}, {"nominal": "2029-11-30"}),
    ("IN-14", {"start": "2026-12-01", "goal": "part", "extended": "yes"}, {"nominal": "2030-11-30"}),
    ("IN-14", {"start": "2026-12-01", "goal": "full"}, {"nominal": "2030-11-30"}),
    ("IN-14", {"start": "2026-12-01", "goal": "trade"}, {"nominal": "2031-11-30"}),
    ("IN-14", {"start": "2026-12-01", "goal": "work"}, {"nominal": "2028-11-30"}),
    ("IN-20", {"g": "120000", "age": "25"}, {"amount": 20_000}),
    ("IN-20", {"g": "120000", "age": "24"}, {"amount": 13_333}),
    ("IN-20", {"g": "120000", "age": "24", "parents": "yes"}, {"amount": 6666}),
    ("IN-20", {"g": "120000", "age": "25", "couple": "yes"}, {"amount": 16_666}),
    ("IN-20", {"g": "120000", "age": "24", "couple": "yes"}, {"amount": 13_333}),
    ("IN-30/32", {"registered": "2026-10-31"}, {"nominal": "2027-01-31", "act_by": "2027-01-29"}),
    ("IN-30/32", {"offered": "2026-12-01"}, {"nominal": "2029-11-30"}),
    ("IN-30/32", {"offered": "2026-12-01", "education": "yes"}, {"nominal": "2028-05-31"}),
    ("IN-37", {"permit": "2022-04-01"}, {"nominal": "2027-03-31"}),
    ("SP-3", {"day": "2026-12-31"}, {"lawful": True}),
    ("SP-3", {"day": "2027-01-01"}, {"lawful": False}),
    ("SP-3", {"day": "2027-01-01", "qualified": "yes"}, {"lawful": True}),
    ("FR-1", {"moved": "2026-11-20"}, {"nominal": "2026-11-28", "act_by": "2026-11-30"}),
    ("PV-3", {"received": "2026-11-26"}, {"nominal": "2026-12-26", "act_by": "2026-12-24"}),
    ("PV-8", {"discovered": "2026-11-23"}, {"nominal": "2026-11-26"}),
    ("MI-1", {"born": "2008-11-22", "day": "2026-11-22"}, {"nominal": "2026-11-22", "lawful": True}),
    ("MI-1", {"born": "2008-11-23", "day": "2026-11-22"}, {"lawful": False}),
    ("KO-13", {"year": "2026"}, {"nominal": "2027-02-15", "act_by": "2027-02-15"}),
    ("KO-13", {"year": "2024"}, {"nominal": "2025-02-15", "act_by": "2025-02-14"}),
    ("HB-AR", {"year": "2026"}, {"nominal": "2027-01-16", "act_by": "2027-01-15"}),
    ("HB-BO1", {"month": "2026-11"}, {"nominal": "2026-11-25", "act_by": "2026-11-25", "paid_on": "2026-12-18"}),
    ("HB-BO1", {"month": "2026-12"}, {"nominal": "2026-12-25", "act_by": "2026-12-25", "paid_on": "2027-01-20"}),
    ("HB-BO1", {"month": "2026-12", "paper": "yes"}, {"act_by": "2026-12-28"}),
    ("HB-BO2", {"persons": "1", "day": "2026-11-22"}, {"amount": 92_234}),
    ("HB-BO2", {"persons": "5", "day": "2026-11-22"}, {"amount": 150_385}),
    ("HB-BO2", {"persons": "6", "day": "2026-11-22"}, {"amount": 150_385}),
    ("HB-UT", {"start": "2026-01-01", "agreement": "tildelingsavtale"}, {"nominal": "2055-12-31"}),
    ("HB-UT", {"start": "2026-01-01", "agreement": "tilvisningsavtale"}, {"nominal": "2045-12-31"}),
    ("HB-LTE", {"start": "2026-01-01"}, {"nominal": "2030-12-31"}),
    ("HB-LTE", {"start": "2026-01-01", "years": "3"}, {"nominal": "2028-12-31"}),
    ("GA-1", {"rent": "9500", "months": "3"}, {"amount": 28_500, "lawful": True}),
    ("GA-1", {"rent": "9500", "months": "3", "deposit": "28501"}, {"amount": 0, "lawful": False}),
]


@pytest.mark.parametrize(("rule", "arguments", "expected"), CASES, ids=lambda part: str(part)[:60])
def test_the_answer(rule: str, arguments: dict[str, str], expected: dict[str, Any]) -> None:
    assert said(ask(rule, arguments), expected) == expected


def test_every_question_is_asked_here() -> None:
    assert {rule for rule, _, _ in CASES} | {"HL-11-1d"} == QUESTIONS.keys()


@pytest.mark.parametrize(
    ("more", "lawful", "code"),
    [
        ({}, False, "law.short_not_told"),
        ({"told": True}, False, "law.short_no_reason"),
        ({"told": True, "reason": True}, True, "law.short_lawful"),
        ({"reason": True}, False, "law.short_not_told"),
        ({"told": True, "reason": True, "earlier": 1}, False, "law.short_second"),
        ({"told": True, "reason": True, "earlier": 1, "weighty": True}, True, "law.short_lawful"),
        ({"told": True, "earlier": 1, "weighty": True}, False, "law.short_no_reason"),
    ],
)
def test_a_short_lease_needs_three_things_at_once(
    more: Any, lawful: bool, code: str
) -> None:  # HL-11-1d, law.md § 0, 3
    answer = ask("HL-11-1d", {"start": "2026-12-01", "end": "2029-11-29", **more})
    assert (answer.lawful, answer.why and answer.why.code) == (lawful, code)
    assert answer.nominal == date(2029, 11, 30)
    long_enough = ask("HL-11-1d", {"start": "2026-12-01", "end": "2029-11-30", **more})
    assert long_enough.lawful is True and long_enough.why and long_enough.why.code == "law.short_not_needed"


@pytest.mark.parametrize(("rule", "arguments"), ASKED, ids=[rule for rule, _ in ASKED])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_is_said_in_every_language(rule: str, arguments: dict[str, str], language: str) -> None:
    answer = ask(rule, arguments)
    sentences = answer.sentences(language)
    assert sentences[0] == answer.version.sentence(language)
    assert answer.section in sentences[1] and "22.11.2026" in sentences[-1]
    assert all(text.endswith(".") and "{" not in text and "None" not in text for text in sentences)
    for name in DATES:
        if found := getattr(answer, name):
            assert any(f"{found:%d.%m.%Y}" in text for text in sentences), name
    assert (answer.lawful is None) == (answer.why is None)


def test_every_form_has_an_example_with_every_argument() -> None:
    assert EXAMPLES.keys() == QUESTIONS.keys()
    for rule, forms in QUESTIONS.items():
        for form in forms:
            names = {argument.name for argument in arguments_of(form)}
            if rule == "HL-3-6":  # with both it is one form or the other
                names -= {"deposit", "guarantee"}
                assert all(names < example.keys() for example in EXAMPLES[rule])
            else:
                assert any(names == example.keys() for example in EXAMPLES[rule]), rule


@pytest.mark.parametrize("rule", [rule for rule in QUESTIONS if book.rules()[rule].versions[-1].certainty in "CM"])
def test_what_is_uncertain_says_so(rule: str) -> None:
    words = "hukommelsen" if ask(rule, EXAMPLES[rule][0]).certainty == "M" else "annenhånds"
    assert words in ask(rule, EXAMPLES[rule][0]).sentences()[-1]


def test_uncertain_readings_say_so_in_their_steps() -> None:
    def steps(rule: str, **arguments: str) -> str:
        return " ".join(ask(rule, arguments).sentences())

    assert "usikre" in steps("HL-9-2-3", end="2026-10-31")
    assert "usikre" not in steps("HL-9-2-3", end="2026-08-31")  # a Monday: one reading
    assert "uklart" in steps("HL-9-6", received="2026-11-24", room="yes")
    assert "31.12.2026" in steps("HL-9-6", received="2026-11-24", room="yes")
    assert "forsiktige lesningen" in steps("HL-9-8b", received="2026-11-26")
    assert "forsiktige lesningen" not in steps("HL-9-8b", received="2026-11-24")
    assert "loven sier ikke hvilke måneder" in steps("HL-4-2", rent="9500", kpi_a="100.8", kpi_b="103.8")
    assert "vår lesning" in steps("SI-RADON", start="2026-10-15", end="2026-12-14")
    assert "Loven sier ikke" in steps("IN-20", g="120000", age="24", couple="yes")


def test_the_way_is_shown_in_order() -> None:
    assert ask("HL-9-2-3", {"end": "2026-11-30"}).sentences("nb") == [
        "Fortsetter leieforholdet mer enn tre måneder etter at leietiden er ute, uten at utleieren skriftlig har "
        "bedt leieren flytte, er det blitt tidsubestemt.",
        "Regelen står i husleieloven § 9-2 tredje ledd.",
        "Fra 30.11.2026 legges det til 3 måneder: det blir 28.02.2027.",
        "Måneden har ingen dag nummer 30, så det blir den siste dagen i den.",
        "28.02.2027 er en søndag, og fristen binder kommunen: handle senest arbeidsdagen før, 26.02.2027.",
        "Etter den strenge lesningen er leieforholdet tidsubestemt fra 01.03.2027.",
        "Dagene før 02.03.2027 er usikre, for § 149 kan strekke de tre månedene; fra 02.03.2027 er det tidsubestemt "
        "etter enhver lesning.",
        "Bare en skriftlig oppfordring som er sendt og registrert, teller; er den sendt før leietiden var ute, bør "
        "den sendes en gang til (usikkert).",
        "Sist kontrollert mot lovteksten 22.11.2026.",
    ]


def test_facts_may_be_values_as_well_as_text() -> None:
    assert ask("HL-9-3", {"start": date(2026, 12, 1), "landlord_lives_in": True}).nominal == date(2027, 11, 30)
    assert ask("HL-4-2", {"rent": 9500, "kpi_a": Decimal("100.8"), "kpi_b": "103,8"}).amount == 9782
    assert ask("HL-4-2", {"rent": 100, "kpi_a": 100, "kpi_b": 101}).amount == 101


def test_a_rule_is_asked_as_it_read_on_a_day() -> None:
    assert ask("HL-9-3", {"start": "2026-12-01"}, on=date(2026, 11, 22)).overdue is False
    with pytest.raises(WrongQuestion, match=r"Regelen HL-9-3 gjaldt ikke 31\.12\.1999\."):
        ask("HL-9-3", {"start": "2026-12-01"}, on=date(1999, 12, 31))
    check = book.rules()["HL-9-3"].versions[-1].next_check
    assert ask("HL-9-3", {"start": "2026-12-01"}, on=check).overdue is False
    late = ask("HL-9-3", {"start": "2026-12-01"}, on=date(check.year, check.month, check.day + 1))
    assert late.sentences()[-1].startswith("Regelen skulle vært kontrollert innen")


def test_the_users_own_rows_are_asked_first() -> None:
    longer = Parameter(name="interpreter_dispensation_ends", value=date(2027, 12, 31))
    assert ask("SP-3", {"day": "2027-12-31"}, own=[longer]).lawful is True
    assert ask("SP-3", {"day": "2028-01-01"}, own=[longer]).lawful is False
    later = Parameter(name="kostra_13_due", value="03-01", valid_from=date(2026, 1, 1))
    assert ask("KO-13", {"year": 2026}, own=[later]).nominal == date(2027, 3, 1)
    plan = Parameter(name="housing_plan_due", value=date(2028, 1, 1))
    assert ask("BS-5", {}, own=[plan]).act_by == date(2027, 12, 31)


def test_how_a_rule_is_asked() -> None:
    assert usages("HL-4-3") == ("start [last_change]", "demand last_effect [start] [last_change]")
    assert usages("HL-9-9") == ()
    assert usages("HB-UT") == ("start agreement=tildelingsavtale|tilvisningsavtale",)
    assert len(forms_of("HL-4-2")) == 2
