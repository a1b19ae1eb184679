"""``due``: everything with a date, as commands.md has it, and never a name."""

import json
from datetime import date

import pytest

from bolig_desktop import cli
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.clock import fixed
from bolig_desktop.security.opening import create_case
from bolig_desktop.security.slots import Cost
from build import a_municipality, a_shielded_household, a_tenancy

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("BOLIG_PASSPHRASE", "hemmelig")
    opened = create_case(tmp_path / "saker.bolig", "hemmelig", typed_back=False, cost=CHEAP)
    case = case_of(opened, fixed(date(2026, 11, 22)))
    a_municipality(case)
    a_tenancy(case, starts_on=date(2023, 11, 1), ends_on=date(2026, 10, 31))
    a_tenancy(case, household_id=a_shielded_household(case).id, starts_on=date(2024, 3, 1), ends_on=date(2027, 2, 28))
    opened.close()
    return opened.path


def _due(capsys, file, *more):
    assert cli.main(["due", str(file), "--today", "2026-11-22", "--json", *more]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_lease_that_has_run_out_stands_first_with_its_arithmetic(file, capsys):
    first = _due(capsys, file)[0]
    assert first == {
        "kind": "lease_expired",
        "rule": "HL-9-2-3",
        "who": "us",
        "subject": {"topic": "tenancies", "id": 1},
        "nominal": "2027-01-31",
        "act_by": "2027-01-29",
        "status": "late",
        "why": first["why"],
        "act": "request_to_move",
    }
    assert "31.10.2026" in first["why"]


def test_days_say_how_far_ahead_and_what_is_late_is_always_there(file, capsys):
    today = {row["kind"] for row in _due(capsys, file, "--days", "0")}
    year = {row["kind"] for row in _due(capsys, file, "--days", "400")}
    assert {"lease_expired", "lease_decide"} <= today < year
    assert "kostra" in year - today


def test_no_name_and_no_address(file, capsys):
    assert cli.main(["due", str(file), "--today", "2026-11-22", "--days", "400"]) == 0
    said = capsys.readouterr().out + json.dumps(_due(capsys, file, "--days", "400"))
    for hidden in ("Zahra", "Hemmelig", "Tesfay", "Storgata"):
        assert hidden not in said


@pytest.mark.parametrize("days", ["-1", "x", "1.5", "99999"])
def test_a_number_of_days_that_is_none_is_told(file, capsys, days):
    assert cli.main(["due", str(file), f"--days={days}"]) == 2
    assert "må være et helt tall" in capsys.readouterr().err
