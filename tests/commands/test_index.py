"""``index``: reckons one lease's new rent from a file of index values, writes nothing, and names nobody."""

import dataclasses
import hashlib
from datetime import date, timedelta

import pytest
from told import one_sentence

from bolig_desktop.casefile.opened import case_of, keep_search
from bolig_desktop.clock import fixed
from bolig_desktop.law import book
from bolig_desktop.people.records import Grading
from bolig_desktop.security.opening import create_case
from bolig_desktop.security.slots import Cost
from bolig_desktop.settings.records import OwnParameter
from bolig_desktop.tenancies.records import TenancyKind
from build import a_dwelling, a_municipality, a_shielded_household, a_tenancy

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
KPI = "month,value\n2025-11,100.8\n2026-07,103.8\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    opened = create_case(tmp_path_factory.mktemp("index") / "saker.bolig", "demo", typed_back=False, cost=CHEAP)
    case = case_of(opened, fixed(date(2026, 11, 22)))
    a_municipality(case)
    term = {"starts_on": date(2025, 11, 1), "ends_on": date(2028, 10, 31)}
    a_tenancy(case, power_nok=800, **term)
    a_tenancy(case, dwelling_id=a_dwelling(case, street="Havna 2").id, kind=TenancyKind.PRIVATE, **term)
    a_tenancy(case, dwelling_id=a_dwelling(case, street="Havna 3").id, starts_on=date(2026, 8, 1), ends_on=None)
    a_tenancy(case, household_id=a_shielded_household(case).id, **term)
    strictly = a_tenancy(case, dwelling_id=a_dwelling(case, street="Havna 5").id, **term)
    member = case.memberships.of_household(strictly.household_id)[0]
    person = case.people.get(member.person_id)
    case.people.change(dataclasses.replace(person, grading=Grading.STRICTLY_CONFIDENTIAL))
    keep_search(opened)
    opened.close()
    return opened.path


@pytest.fixture
def kpi(tmp_path):
    path = tmp_path / "KPI.csv"
    path.write_text(KPI)
    return path


def test_a_lease_that_can_be_indexed(run, made, kpi):
    before = hashlib.sha256(made.read_bytes()).digest()
    answer = run("index", made, 1, "--kpi", kpi, "--notice", "2026-11-22", "--json")
    assert (answer.code, answer.err) == (0, "")
    found = answer.value
    steps = found.pop("steps")
    assert found == {
        "tenancy": 1,
        "old_rent": 9500,
        "new_rent": 9782,
        "effect_on": "2027-01-01",
        "notice": "2026-11-22",
        "series": "14700",
        "base": "2025=100",
        "months": {"from": "2025-11", "to": "2026-07"},
        "values": {"from": 100.8, "to": 103.8},
        "lawful": True,
        "left_out": False,
        "why": None,
    }
    assert any("22.12.2026" in step for step in steps) and any("oktober 2026" in step for step in steps)
    assert hashlib.sha256(made.read_bytes()).digest() == before, "it reckons only"


def test_without_json_it_is_told_in_sentences(run, made, kpi):
    answer = run("index", made, "1", "--kpi", kpi, "--notice", "2026-11-22")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.endswith("Ny leie: 9\u00a0500\u00a0kr → 9\u00a0782\u00a0kr fra 01.01.2027.\n")


LEFT_OUT = {
    "private": (2, "2026-11-22", "Kommunen er ikke utleier"),
    "first year": (3, "2026-11-22", "kan tidligst endres 01.08.2027, med et varsel som er framme senest 30.06.2027"),
    "before it begins": (1, "2025-10-01", "begynner først 01.11.2025"),
}


@pytest.mark.parametrize(("tenancy", "notice", "expected"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_lease_that_cannot_be_indexed_is_told_why(run, made, kpi, tenancy, notice, expected):
    answer = run("index", made, tenancy, "--kpi", kpi, "--notice", notice, "--json")
    assert expected in one_sentence(answer, (1,))
    found = answer.value
    assert (found["lawful"], found["left_out"], found["why"]) == (False, True, answer.err.strip())
    assert run("index", made, tenancy, "--kpi", kpi, "--notice", notice).out == ""


def test_a_lease_in_its_first_year_has_its_first_day_in_the_answer(run, made, kpi):
    kpi.write_text(KPI + "2026-08,103.9\n2026-10,104.2\n")
    answer = run("index", made, 3, "--kpi", kpi, "--notice", "2026-11-22", "--json")
    assert (answer.code, answer.value["effect_on"], answer.value["new_rent"]) == (1, "2027-08-01", 9527)


def test_no_name_and_no_address(run, made, kpi):
    for tenancy in (1, 4, 5):
        for more in ((), ("--json",)):
            answer = run("index", made, tenancy, "--kpi", kpi, "--notice", "2026-11-22", *more)
            for hidden in ("Zahra", "Hemmelig", "Tesfay", "Selam", "Storgata", "Havna"):
                assert hidden not in answer.out + answer.err
    assert "strengt fortrolig" in one_sentence(answer, (1,))


@pytest.mark.parametrize("tenancy", ["0", "-1", "4711", "9" * 23])
def test_a_lease_nobody_has(run, made, kpi, tenancy):
    answer = run("index", made, tenancy, "--kpi", kpi, "--notice", "2026-11-22")
    assert one_sentence(answer, (1,)) == f"Det finnes ikke noe leieforhold med nummer {tenancy}."


def test_a_file_that_is_missing_or_bad_is_told(run, made, tmp_path):
    words = ("--notice", "2026-11-22")
    assert "«nope.csv», finnes ikke" in one_sentence(run("index", made, 1, "--kpi", "nope.csv", *words), (1,))
    assert "kan ikke leses" in one_sentence(run("index", made, 1, "--kpi", tmp_path, *words), (1,))
    for content, expected in (
        (b"2026-13,104.2\n2026-10,-1\n", "Linje 1: «2026-13» er ikke en måned; skriv den som 2026-10. Linje 2: "),
        (b"\0" * 100, "Filen er ikke tekst"),
        (b"2026-10,104.2\n" * 800_000, "større enn 2 MB"),
        (b"2025-11,139.1\n2026-07,103.8", "bruk bare tall fra tabell 14700"),
        (b"2025-11,100.8\n2026-10,=1+1", "Linje 2: «=1+1»"),
    ):
        (tmp_path / "bad.csv").write_bytes(content)
        answer = run("index", made, 1, "--kpi", "bad.csv", *words, "--json")
        assert expected in one_sentence(answer, (1,))
        assert answer.value["problems"]


WRONG = {
    "nothing": ((), "mangler: FIL, LEIEFORHOLD, --kpi, --notice"),
    "no file of values": (("x.bolig", "1", "--notice", "2026-11-22"), "mangler: --kpi"),
    "no notice": (("x.bolig", "1", "--kpi", "k.csv"), "mangler: --notice"),
    "no lease": (("x.bolig", "abc", "--kpi", "k.csv", "--notice", "2026-11-22"), "«abc» må være et helt tall"),
    "31 February": (("x.bolig", "1", "--kpi", "k.csv", "--notice", "2026-02-31"), "er ikke en dato"),
}


@pytest.mark.parametrize(("words", "expected"), WRONG.values(), ids=WRONG)
def test_wrong_use(run, words, expected):
    answer = run("index", *words)
    assert expected in one_sentence(answer, (2,))
    assert answer.out == ""


def test_the_table_is_the_one_the_file_says_and_an_old_rule_says_so(run, kpi, tmp_path):
    opened = create_case(tmp_path / "egen.bolig", "demo", typed_back=False, cost=CHEAP)
    case = case_of(opened, fixed(date(2026, 11, 22)))
    a_tenancy(case, starts_on=date(2025, 11, 1), ends_on=date(2028, 10, 31))
    own = {"valid_from": date(2026, 11, 22), "source": "SSB", "next_check": date(2027, 11, 22)}
    case.save(OwnParameter(name="kpi_table", value="15001", **own))
    opened.close()

    def asked(today: str):
        words = ("--kpi", kpi, "--notice", "2026-11-22", "--today", today, "--json")
        return run("index", opened.path, 1, *words).value

    check = book.rules()["HL-4-2"].versions[-1].next_check
    found = asked(check.isoformat())
    assert found["series"] == "15001" and not any("bør kontrolleres" in step for step in found["steps"])
    assert asked((check + timedelta(days=1)).isoformat())["steps"][-1].startswith("Regelen bør kontrolleres")
