"""What the commands answer when all is well: the keys, the order, the paths, as commands.md has them."""

import hashlib
import json
import stat
from datetime import date

import pytest
from pypdf import PdfReader
from told import one_sentence

from bolig_desktop.archive.records import Paper
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.landlords.records import HeadLease, Landlord
from bolig_desktop.people.records import Household, Person
from bolig_desktop.shared_housing.records import HouseMeeting
from bolig_desktop.storage.rows import column_names
from bolig_desktop.tenancies.records import Tenancy

TODAY = ("--today", "2026-11-22")
NEVER = {"identity_number", "duf_number", "content"}
RECORDS = {
    "dwellings": Dwelling,
    "households": Household,
    "landlords": Landlord,
    "head_leases": HeadLease,
    "meetings": HouseMeeting,
    "papers": Paper,
    "people": Person,
    "tenancies": Tenancy,
}


@pytest.fixture
def listed(run, file):
    return lambda topic: run("list", file, topic, "--json", *TODAY).value


@pytest.mark.parametrize("topic", RECORDS)
def test_a_topic_is_an_array_by_id_with_the_records_own_names(listed, topic):
    rows = listed(topic)
    assert [row["id"] for row in rows] == sorted({row["id"] for row in rows}) and rows
    for row in rows:
        assert set(column_names(RECORDS[topic])) - NEVER <= set(row)
        assert not NEVER & set(row)


def test_a_tenancy_has_its_kind_its_state_and_whose_it_is(listed):
    rows = listed("tenancies")
    assert {row["kind"] for row in rows} == {"municipal", "sublet", "room", "private", "owned"}
    assert {row["state"] for row in rows} == {"draft", "running", "expired", "indefinite", "ended"}
    dwellings, households = ({row["id"] for row in listed(topic)} for topic in ("dwellings", "households"))
    for row in rows:
        assert row["dwelling_id"] in dwellings and row["household_id"] in households
        assert isinstance(row["rent_nok"], int)
        assert date.fromisoformat(row["starts_on"])
        assert (row["state"] == "ended") == (row["moved_out_on"] is not None)


def test_a_room_is_a_dwelling_in_a_house_and_the_shielded_have_no_name(listed):
    dwellings = {row["id"]: row for row in listed("dwellings")}
    rooms = [row for row in dwellings.values() if row["kind"] == "room"]
    assert rooms and all(dwellings[row["house_id"]]["kind"] == "shared_house" for row in rooms)
    assert all(row["house_id"] is None for row in dwellings.values() if row["kind"] != "room")
    people = listed("people")
    assert all(row["name"] is None for row in people if row["grading"] != "none")
    assert {True, False} == {row["name"] is None for row in people}
    assert any(row["shielded"] for row in listed("households"))


def test_the_state_is_that_of_the_day_asked_for(run, file):
    late = run("list", file, "tenancies", "--json", "--today", "2040-01-01").value
    assert "running" not in {row["state"] for row in late}


def test_papers_are_named_with_whose_id_they_take(run):
    papers = run("papers", "--json").value
    listed = [(p["number"], p["name"], p["subject"]) for p in papers]
    assert listed[0] == ("D1", "lease", "tenancy")
    assert {
        ("D4", "takeover", "tenancy"),
        ("D11b", "request-to-move", "tenancy"),
        ("D15", "termination", "matter"),
        ("D22", "decision", "decision"),
        ("D31", "final-account", "tenancy"),
    } <= set(listed)
    assert len(run("papers").out.splitlines()) == len(papers)


def test_a_paper_is_printed_beside_one_and_filed_with_the_same_bytes(run, file, listed, tmp_path):
    before = listed("papers")
    answer = run("print", file, "lease", 34, *TODAY, "--json")
    assert (answer.code, answer.err) == (0, "")
    out = tmp_path / "lease-34.pdf"
    assert answer.value["file"] == out.name and answer.value["pages"] == len(PdfReader(out).pages)
    assert run("print", file, "lease", 34, *TODAY).out == "lease-34.pdf\n"
    filed = next(row for row in listed("papers") if row["id"] == answer.value["paper"])
    assert filed["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (filed["number"], filed["tenancy_id"]) == ("D1", 34)
    assert listed("papers") == before, "the same facts on the same day are one paper"
    assert run("print", file, "d1", 34, "--language", "nn", *TODAY).code == 0
    assert len(listed("papers")) == len(before) + 1
    assert (tmp_path / "d1-34.pdf").exists()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_the_lease_is_the_one_the_tenancy_needs(run, file, listed):
    needed = {"municipal": "D1", "room": "D2", "sublet": "D3"}
    for kind, number in needed.items():
        row = next(r for r in listed("tenancies") if r["kind"] == kind and r["ends_on"] and r["state"] == "running")
        paper = run("print", file, "lease", row["id"], *TODAY, "--json").value["paper"]
        assert next(r for r in listed("papers") if r["id"] == paper)["number"] == number
    for kind in ("private", "owned"):
        row = next(r for r in listed("tenancies") if r["kind"] == kind)
        answer = run("print", file, "lease", row["id"], *TODAY, "--json")
        said = one_sentence(answer, (1,))
        assert answer.value == {"problems": [{"field": "", "problem": said}]}


def test_the_final_account_is_printed_of_a_lease_that_is_over_and_of_no_other(run, file, listed, tmp_path):
    over = next(row["tenancy_id"] for row in listed("papers") if row["number"] == "D31")
    for name, language in (("d31", "nb"), ("final-account", "nn")):
        answer = run("print", file, name, over, "--language", language, *TODAY, "--json")
        assert (answer.code, answer.err) == (0, "")
        assert answer.value["pages"] == len(PdfReader(tmp_path / f"{name}-{over}.pdf").pages) >= 2
    assert [row["language"] for row in listed("papers") if row["tenancy_id"] == over] == ["nb", "nn"]
    running = next(
        row["id"] for row in listed("tenancies") if row["state"] == "running" and row["kind"] == "municipal"
    )
    said = one_sentence(run("print", file, "d31", running, *TODAY), (1,))
    assert "Oppgjøret skrives når leieforholdet er slutt" in said and "(husleieloven § 10-2)" in said
    private = next(row["id"] for row in listed("tenancies") if row["kind"] == "private")
    assert "ikke part i dette leieforholdet" in one_sentence(run("print", file, "d31", private, *TODAY), (1,))
    assert not list(tmp_path.glob(f"*-{running}.pdf"))


def test_a_language_papers_are_not_in_yet_is_a_problem_and_not_wrong_use(run, file):
    said = one_sentence(run("print", file, "takeover", 34, "--language", "uk"), (1,))
    assert "finnes ikke på dette språket" in said and "norsk bokmål, norsk nynorsk" in said


def test_a_copy_is_named_and_brings_everything_back(run, file, listed, tmp_path):
    before = listed("tenancies")
    copy = run("backup", file).out.strip()
    assert copy.endswith(".bolig-kopi") and run("backup", file, tmp_path / "stick", "--json").value["copy"]
    assert len(list((tmp_path / "stick").glob("*.bolig-kopi"))) == 1
    old = file.read_bytes()
    answer = run("restore", copy, file, "--json")
    assert answer.code == 0
    aside = answer.value["aside"]
    assert aside and tmp_path.joinpath(aside).read_bytes() == old, "what lay there is renamed, never written over"
    assert listed("tenancies") == before
    assert run("restore", copy, tmp_path / "elsewhere" / "new.bolig", "--json").value["aside"] is None
    assert run("check", tmp_path / "elsewhere" / "new.bolig").code == 0


def test_a_checked_file_says_so(run, file):
    assert run("check", file, "--json").value["ok"] is True
    assert run("check", file).out.startswith("Filen er hel.")


def test_the_demo_is_where_it_should_be_and_the_same_every_time(run, tmp_path):
    first = run("demo", "one", "--no-window", "--json", *TODAY).value
    assert first["file"] == "one/demo.bolig"
    assert {"demo.bolig", "demo.nokkel", "papers"} <= {p.name for p in (tmp_path / "one").iterdir()}
    assert run("demo", "two/below", "--no-window", *TODAY).code == 0
    papers = {p.name: p.read_bytes() for p in (tmp_path / "one" / "papers").glob("*.pdf")}
    assert (
        papers == {p.name: p.read_bytes() for p in (tmp_path / "two" / "below" / "papers").glob("*.pdf")} and papers
    )
    assert sorted(first["papers"]) == sorted(f"one/papers/{name}" for name in papers)
    before = (tmp_path / "one" / "demo.bolig").read_bytes()
    answer = run("demo", "one", "--no-window", "--json", *TODAY)
    assert "fra før" in one_sentence(answer, (1,)) and json.loads(answer.out)["problems"]
    assert (tmp_path / "one" / "demo.bolig").read_bytes() == before


def test_without_a_screen_the_demo_says_where_the_papers_are(run, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    answer = run("demo", "d", *TODAY)
    assert (answer.code, answer.err) == (0, "") and "d/papers" in answer.out
    assert json.loads(run("demo", "e", "--json", *TODAY).out)["file"] == "e/demo.bolig"
