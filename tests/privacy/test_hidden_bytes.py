"""Code 7: every way out is taken, every byte that came out is searched, and they are in none of them."""

import json
import os
import subprocess
import sys

import pytest
from hidden import MARKERS, NEIGHBOUR, PASSPHRASE, STREET, TODAY, WORDS, hide, make
from scan import found, found_in_folder

from bolig_desktop import cli
from bolig_desktop.casefile.listing import TOPICS
from bolig_desktop.people.records import Grading


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run a command and return all it wrote; it must end well."""
    monkeypatch.setenv("BOLIG_PASSPHRASE", PASSPHRASE)
    monkeypatch.chdir(tmp_path)

    def said(*words, code=0):
        capsys.readouterr()
        assert cli.main([*map(str, words), "--today", TODAY.isoformat()]) == code
        heard = capsys.readouterr()
        return (heard.out + heard.err).encode()

    return said


@pytest.fixture(params=["hidden from the first", "hidden after all was printed and searched"])
def scene(request, run, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    if request.param == "hidden from the first":
        return make(folder / "case.bolig")
    made = make(folder / "case.bolig", grading=Grading.NONE)
    for paper in ("lease", "takeover"):
        run("print", made.path, paper, made.tenancy_id, "-o", tmp_path / f"handed over-{paper}.pdf")
    for topic in ("people", "households", "papers"):
        assert found(run("list", made.path, topic), WORDS), "the control finds nothing"
    assert found((tmp_path / "handed over-lease.pdf").read_bytes(), [STREET, MARKERS["family name"]])
    hide(made)
    return made


def outputs(run, scene):
    """Yield what each command says, and leave what it writes in the folder of the case file."""
    for topic in TOPICS:
        yield f"list {topic}", run("list", scene.path, topic)
        yield f"list {topic} --json", run("list", scene.path, topic, "--json")
    yield "papers", run("papers") + run("papers", "--json")
    yield "check", run("check", scene.path) + run("check", scene.path, "--json")
    for paper in ("lease", "takeover"):
        out = scene.path.parent / f"{paper}.pdf"
        yield paper, run("print", scene.path, paper, scene.neighbours_tenancy_id, "-o", out, "--json")
    copy = run("backup", scene.path)
    yield "backup", copy
    yield "restore", run("restore", copy.decode().strip(), scene.path.parent / "again.bolig", "--json")
    yield "restore", run("restore", copy.decode().strip(), scene.path)
    yield "refused", run("print", scene.path, "d1b", scene.tenancy_id, "--json", code=1)
    yield "refused", run("print", scene.path, "lease", scene.tenancy_id, "-o", scene.path.parent, code=1)
    yield "refused", run("list", scene.path, MARKERS["phone"].replace(" ", "x"), code=2)


def test_no_command_says_or_writes_who_they_are(run, scene, tmp_path):
    for what, said in outputs(run, scene):
        assert found(said, WORDS) == set(), what
    assert found_in_folder(scene.path.parent, WORDS) == {}
    assert found_in_folder(tmp_path / "home", WORDS) == {}


@pytest.mark.long
def test_a_demo_made_beside_the_file_tells_nothing_of_it(run, scene):
    said = run("demo", scene.path.parent / "demo", "--no-window", "--json")
    assert found(said, WORDS) == set()
    assert found_in_folder(scene.path.parent, WORDS) == {}


def test_the_neighbours_and_the_street_are_told(run, scene):
    """The positive control: the same search finds what may be told, in each kind of answer."""
    said = dict(outputs(run, scene))
    assert found(said["list people"], [NEIGHBOUR]) and found(said["list people --json"], [NEIGHBOUR])
    assert found(said["list dwellings"], [STREET]) and found(said["list dwellings --json"], [STREET])
    written = found_in_folder(scene.path.parent, [NEIGHBOUR, STREET])
    assert written == {"lease.pdf": {NEIGHBOUR, STREET}, "takeover.pdf": {NEIGHBOUR, STREET}}


def test_the_hidden_are_listed_by_number_alone(run, scene):
    people = json.loads(run("list", scene.path, "people", "--json"))
    nameless = [row for row in people if row["name"] is None]
    assert len(nameless) == 2 and len(people) == 3
    assert all({k for k, v in row.items() if v is not None} <= {"id", "grading"} for row in nameless)
    households = json.loads(run("list", scene.path, "households", "--json"))
    theirs = next(row for row in households if row["id"] == scene.household_id)
    assert theirs["shielded"] and theirs["label"] == f"Skjermet husstand {scene.household_id}"
    tenancy = next(
        row for row in json.loads(run("list", scene.path, "tenancies", "--json")) if row["id"] == scene.tenancy_id
    )
    assert (tenancy["household_id"], tenancy["state"]) == (scene.household_id, "running")
    assert not any(
        tenancy[field] for field in ("reference", "guardian", "interpreter", "note", "departures", "just_cause")
    )


def test_nothing_of_them_lies_open_while_the_file_is_in_use(run, scene, tmp_path):
    """Lock file, journal, sidecar and settings beside an open file that is being written to."""
    program = (
        "import dataclasses, sys; from pathlib import Path; from bolig_desktop.casefile.opened import case_of;"
        "from bolig_desktop.security.opening import open_case;"
        f"case = case_of(open_case(Path(sys.argv[1]), passphrase={PASSPHRASE!r}));"
        "case.drafts.keep('people', {'note': 'Wimbledurnotat Zuvmarkesen'});\n"
        "with case.atomic():\n"
        "    case.db.execute('pragma cache_spill = 1'); case.db.execute('pragma cache_size = 1')\n"
        "    [case.people.change(dataclasses.replace(p, note=p.note * 9999)) for p in case.people.list()]\n"
        "    print('ready', flush=True); sys.stdin.read()"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(scene.path.parent)}
    with subprocess.Popen(
        [sys.executable, "-c", program, str(scene.path)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as writing:
        assert writing.stdout.readline() == b"ready\n"
        beside = {path.name for path in scene.path.parent.iterdir()}
        assert {"case.bolig", "case.bolig.laas", "case.nokkel"} <= beside
        assert any("journal" in name for name in beside), "nothing was being written"
        hits = found_in_folder(scene.path.parent, WORDS)
        writing.kill()
    assert hits == {}
