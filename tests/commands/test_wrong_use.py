"""Whatever is typed, a command ends with 0, 1 or 2 and one sentence in bokmål: never a traceback, never English."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from told import one_sentence

ALWAYS_FULL = [device for device in (Path("/dev/full"),) if device.exists()]  # Linux has one

FILE_COMMANDS = {
    "check": ("check", "{}"),
    "backup": ("backup", "{}"),
    "list": ("list", "{}", "people"),
    "list as JSON": ("list", "{}", "tenancies", "--json"),
    "print": ("print", "{}", "lease", "34", "-o", "out.pdf"),
}


@pytest.fixture
def no_case_file(tmp_path, request):
    """Something that is no case file, by what it is."""
    places = {
        "missing": tmp_path / "missing.bolig",
        "folder": tmp_path / "folder.bolig",
        "text": tmp_path / "notes.txt",
        "text named as one": tmp_path / "notes.bolig",
        "whole pages of text": tmp_path / "pages.txt",
        "empty": tmp_path / "empty.bolig",
        "below a file": tmp_path / "notes.txt" / "x.bolig",
        "too long a name": tmp_path / ("x" * 300 + ".bolig"),
    }
    places["folder"].mkdir()
    places["text"].write_text("Dette er et brev.\n" * 30)
    places["text named as one"].write_text("Dette er et brev.\n" * 30)
    places["whole pages of text"].write_bytes(b"x" * 8192)
    places["empty"].touch()
    return places


@pytest.mark.parametrize("words", FILE_COMMANDS.values(), ids=FILE_COMMANDS)
@pytest.mark.parametrize("what", ["missing", "folder", "text", "text named as one", "whole pages of text", "empty",
                                  "below a file", "too long a name"])  # fmt: skip
def test_what_is_no_case_file_is_told_in_one_sentence(run, no_case_file, what, words):
    before = sorted(p.name for p in no_case_file["text"].parent.iterdir())
    answer = run(*(word.format(no_case_file[what]) for word in words))
    said = one_sentence(answer, (1,))
    expected = {"missing": "ligger ikke her", "empty": "tom"}.get(what, "ikke en saksfil")
    if what not in ("below a file", "too long a name"):
        assert expected in said
    if "--json" in words:
        assert answer.value == {"problems": [{"field": "", "problem": said}]}
    else:
        assert answer.out == ""
    assert sorted(p.name for p in no_case_file["text"].parent.iterdir()) == before, "something was left behind"


WRONG = {
    "no words for list": (("list",), "mangler: FIL, TEMA"),
    "no words for print": (("print", "x.bolig"), "mangler: PAPIR, NUMMER"),
    "no words for demo": (("demo",), "mangler: MAPPE"),
    "one word too many": (("papers", "more"), "ukjent ord: more"),
    "unknown option": (("papers", "--frobnicate"), "ukjent ord: --frobnicate"),
    "unknown option first": (("--frobnicate",), "ukjent ord: --frobnicate"),
    "shortened option": (("papers", "--js"), "ukjent ord: --js"),
    "unknown command": (("frobnicate",), "Ukjent kommando «frobnicate»"),
    "a year without its number": (("year", "x.bolig"), "skriv filen og året"),
    "unknown command after options": (("--json", "frobnicate"), "Ukjent kommando «frobnicate»"),
    "id abc": (("print", "x.bolig", "lease", "abc"), "«abc» må være et helt tall"),
    "id 1e9": (("print", "x.bolig", "lease", "1e9"), "«1e9» må være et helt tall"),
    "id 1_0": (("print", "x.bolig", "lease", "1_0"), "«1_0» må være et helt tall"),
    "id 3.0": (("print", "x.bolig", "lease", "3.0"), "«3.0» må være et helt tall"),
    "id of five thousand digits": (("print", "x.bolig", "lease", "9" * 5000), "må være et helt tall"),
    "id empty": (("print", "x.bolig", "lease", ""), "«» må være et helt tall"),
    "unknown paper": (("print", "x.bolig", "d99", "1"), "Papiret «d99» finnes ikke"),
    "unknown topic": (("list", "x.bolig", "cats"), "Temaet «cats» finnes ikke"),
    "unknown language": (("print", "x.bolig", "lease", "1", "--language", "xx"), "«xx» må være en av nb nn en"),
    "language without a word": (("print", "x.bolig", "lease", "1", "--language"), "--language mangler en verdi"),
    "31 February": (("list", "x.bolig", "people", "--today", "2026-02-31"), "«2026-02-31» er ikke en dato"),
    "Norwegian date": (("list", "x.bolig", "people", "--today", "22.11.2026"), "«22.11.2026» er ikke en dato"),
    "a week": (("list", "x.bolig", "people", "--today", "2026-W47-7"), "«2026-W47-7» er ikke en dato"),
    "no day": (("list", "x.bolig", "people", "--today"), "--today mangler en verdi"),
    "year 0001": (("list", "x.bolig", "people", "--today", "0001-01-01"), "året må være fra 1900 til 2199"),
    "year 9999": (("list", "x.bolig", "people", "--today", "9999-12-31"), "året må være fra 1900 til 2199"),
    "demo in 1899": (("demo", "d", "--today", "1899-01-01"), "året må være fra 1900 til 2199"),
    "demo in 9999": (("demo", "d", "--today", "9999-12-31"), "året må være fra 1900 til 2199"),
    "demo in 2001": (("demo", "d", "--no-window", "--today", "2001-01-01"), "i årene 2015 til 2199"),
    "scale 0": (("demo", "d", "--scale", "0"), "«0» må være et helt tall fra 1 til 1000"),
    "scale 1001": (("demo", "d", "--scale", "1001"), "«1001» må være et helt tall fra 1 til 1000"),
    "scale two": (("demo", "d", "--scale", "to"), "«to» må være et helt tall fra 1 til 1000"),
    "scale squared": (("demo", "d", "--scale", "²"), "«²» må være et helt tall fra 1 til 1000"),
    "scale -1": (("demo", "d", "--scale", "-1"), "«-1» må være et helt tall fra 1 til 1000"),
    "JSON with a value": (("papers", "--json=1"), "--json tar ingen verdi"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), WRONG.values(), ids=WRONG)
def test_wrong_words_are_told_in_one_sentence(run, tmp_path, words, expected):
    answer = run(*words)
    assert expected in one_sentence(answer, (2,))
    assert answer.out == "", "wrong use has no answer, not even as JSON"
    assert [p.name for p in tmp_path.iterdir()] == []


@pytest.mark.parametrize("id", ["0", "-1", "4711", "9223372036854775807", "9223372036854775808", "9" * 23])
@pytest.mark.parametrize("paper", ["lease", "d4"])
def test_an_id_nothing_has_is_told(run, file, paper, id):
    answer = run("print", file, paper, id, "-o", "out.pdf")
    assert one_sentence(answer, (1,)) == f"Det finnes ikke noe leieforhold med nummer {id}."


@pytest.mark.parametrize("day", ["1900-01-01", "2000-02-29", "2026-11-22", "2199-12-31"])
@pytest.mark.parametrize("topic", ["dwellings", "households", "landlords", "head_leases", "papers", "people",
                                   "tenancies"])  # fmt: skip
def test_every_topic_can_be_listed_on_any_day(run, file, topic, day):
    answer = run("list", file, topic, "--today", day, "--json")
    assert (answer.code, answer.err) == (0, "")
    ids = [row["id"] for row in answer.value]
    assert ids and ids == sorted(ids)


@pytest.mark.parametrize("day", ["1900-01-01", "2000-02-29", "2199-12-31"])
def test_papers_can_be_made_on_any_day(run, file, day):
    for paper in ("lease", "takeover"):
        answer = run("print", file, paper, "34", "--today", day, "-o", "out.pdf")
        if answer.code:
            one_sentence(answer, (1,))  # a day so far from the lease that it can only be mistyped


def test_options_may_stand_before_the_command(run, file):
    assert run("--json", "papers").value == run("papers", "--json").value
    before = run("--today", "2026-11-22", "--json", "list", file, "tenancies")
    assert before.value == run("list", file, "tenancies", "--json", "--today", "2026-11-22").value
    assert run("--today=2026-11-22", "list", file, "papers").code == 0


@pytest.mark.parametrize("passphrase", [None, ""])
def test_a_passphrase_that_is_not_there_is_told_as_just_that(run, file, monkeypatch, passphrase):
    monkeypatch.delenv("BOLIG_PASSPHRASE")
    if passphrase is not None:
        monkeypatch.setenv("BOLIG_PASSPHRASE", passphrase)
    monkeypatch.setattr(sys, "stdin", None)
    for words in (("check", file), ("list", file, "people", "--json"), ("restore", file, "other.bolig")):
        assert "BOLIG_PASSPHRASE er ikke satt" in one_sentence(run(*words), (1,))


def test_a_wrong_passphrase_is_told_as_just_that(run, file, monkeypatch):
    monkeypatch.setenv("BOLIG_PASSPHRASE", "feil")
    assert "Passordet stemmer ikke" in one_sentence(run("check", file), (1,))


def test_the_folder_or_copy_that_is_missing_is_the_one_spoken_of(run, file, tmp_path):
    (tmp_path / "a letter").write_text("hei")
    under = tmp_path / "a letter" / "copies"
    assert f"mappen «{under}»" in one_sentence(run("backup", file, under), (1,))
    assert f"mappen «{under}»" in one_sentence(run("demo", under), (1,))
    assert "Kopien «nope» finnes ikke" in one_sentence(run("restore", "nope", file), (1,))
    assert "Kopien" in one_sentence(run("restore", tmp_path, file), (1,))
    assert "kopien" in one_sentence(run("restore", tmp_path / "a letter", file), (1,)).lower()
    for said in (run("backup", file, under), run("demo", under), run("restore", "nope", file)):
        assert "Saksfilen" not in said.err


def test_a_copy_is_not_brought_back_over_itself_or_a_folder(run, file, tmp_path):
    copy = run("backup", file).out.strip()
    assert "velg et annet navn" in one_sentence(run("restore", copy, copy), (1,))
    assert "velg et annet navn" in one_sentence(run("restore", copy, tmp_path), (1,))
    assert run("restore", copy, "new.bolig").code == 0


def test_nothing_typed_opens_the_window_and_says_where_there_is_none(run, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    for words in ((), ("case.bolig",), ("folder/case",), ("window",)):
        answer = run(*words)
        assert answer.code == 1 and "ingen skjerm" in answer.err


def test_help_is_in_norwegian(run):
    for words in (("--help",), ("-h",), ("print", "--help"), ("window", "-h")):
        answer = run(*words)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith("Bruk: bolig-desktop")
        for word in ("usage", "optional", "show this", "positional", "options:"):
            assert word not in answer.out
    for command in ("window", "demo", "check", "backup", "restore", "list", "papers", "print", "rule"):
        assert f"  {command} " in run("--help").out


def program(*words, **more):
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "BOLIG_PASSPHRASE": "demo"} | more
    return [sys.executable, "-m", "bolig_desktop", *map(str, words)], environment


@pytest.mark.parametrize("device", ALWAYS_FULL, ids=str)
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("papers",), 1),
        (("list", "{}", "people"), 1),
        (("list", "{}", "people", "--json"), 1),
        (("list", "{}", "cats"), 2),
        (("--help",), 0),
    ],
)
def test_an_answer_that_cannot_be_written_is_told(file, device, words, code):
    command, environment = program(*(word.format(file) for word in words))
    with device.open("w") as full:
        ended = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True)
        silent = subprocess.run(command, env=environment, stdout=full, stderr=full)
    assert (ended.returncode, silent.returncode) == (code, code)
    assert ended.stderr.count("\n") == (1 if code else 0)
    assert "Traceback" not in ended.stderr and "Exception" not in ended.stderr


def test_a_reader_that_has_heard_enough_is_no_trouble(file):
    command, environment = program("list", file, "people", "--json")
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        ran.stdout.close()
        assert ran.stderr.read() == b""
        assert ran.wait() == 0


def test_answers_are_utf_8_on_a_machine_that_knows_nothing_but_ascii(file):
    command, environment = program("list", file, "dwellings", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    ended = subprocess.run(command, env=environment, capture_output=True)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "ø" in ended.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("paper", "command"), [("d30", "year FIL ÅR"), ("D30", "year FIL ÅR"), ("handover", "handover")]
)
def test_a_paper_about_no_case_is_made_by_a_command_of_its_own(run, file, paper, command, tmp_path):
    """Were it listed, what is listed would not all be filed, and 2025 would be an id."""
    assert f"bruk «bolig-desktop {command}" in one_sentence(run("print", file, paper, 2025), codes=[2])
    assert not list(tmp_path.glob("*.pdf"))
    listed = run("papers", "--json").value
    assert paper.lower() not in {named for one in listed for named in (one["number"].lower(), one["name"])}
