"""The demo as files: a case file that opens, papers that are the same every time, and nothing written over."""

import hashlib
import io
import os
import subprocess
import sys
from datetime import date

import pytest
from pypdf import PdfReader

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile, opened
from bolig_desktop.demo.fill import fill
from bolig_desktop.demo.municipality import PASSPHRASE, make_demo
from bolig_desktop.demo.papers import choose, guides, letters, print_all
from bolig_desktop.demo.scenes import UNITS
from bolig_desktop.demo.year_scenes import HOMES
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security.opening import open_case
from bolig_desktop.storage.file import open_in_memory

pytestmark = pytest.mark.xdist_group("demo")  # what is made once for a day is made on one worker

TODAY = date(2026, 11, 22)
PRINTED = ("papers", "binder_editions")
"""The tables a print writes."""


def a_filled_case(today: date = TODAY, scale: int = 1) -> CaseFile:
    case = CaseFile(open_in_memory(), clock=clock.fixed(today), demo=True)
    fill(case, today, scale)
    return case


def test_the_demo_is_a_file_that_opens_with_its_papers_filed(tmp_path):
    made = make_demo(tmp_path / "nordvik", TODAY)
    names = sorted(path.name for path in (tmp_path / "nordvik").iterdir())
    assert {"demo.bolig", "demo.nokkel", "papers"} <= set(names)
    assert sorted((tmp_path / "nordvik" / "papers").iterdir()) == sorted(made.papers)
    open_file = open_case(made.file, passphrase=PASSPHRASE)
    try:
        case = opened.case_of(open_file, clock.fixed(TODAY))
        assert open_file.setup_finished
        assert case.demo
        assert case.dwellings.count() == len(UNITS) + len(HOMES) == 58
        filed = {paper.sha256 for paper in case.papers.list()}
    finally:
        open_file.close()
    assert filed == {hashlib.sha256(path.read_bytes()).hexdigest() for path in made.papers}


def test_an_existing_demo_is_refused_and_left_as_it_is(tmp_path):
    there = tmp_path / "demo.bolig"
    there.write_bytes(b"hers")
    with pytest.raises(FileTrouble) as trouble:
        make_demo(tmp_path, TODAY)
    assert trouble.value.kind is TroubleKind.EXISTS
    assert there.read_bytes() == b"hers"
    assert [path.name for path in tmp_path.iterdir()] == ["demo.bolig"]


def test_nothing_half_made_is_left_where_the_papers_cannot_be_written(tmp_path):
    folder = tmp_path / "nordvik"
    folder.mkdir()
    (folder / "papers").write_text("in the way")
    with pytest.raises(FileTrouble):
        make_demo(folder, TODAY)
    assert not list(folder.glob("demo.bolig*")) + list(folder.glob("demo.nokkel*"))


@pytest.mark.long
def test_papers_are_the_same_bytes_every_time_and_at_every_scale():
    first = print_all(a_filled_case(), TODAY)
    assert print_all(a_filled_case(), TODAY) == first
    assert print_all(a_filled_case(scale=2), TODAY) == first
    assert print_all(a_filled_case(today=date(2026, 12, 24)), date(2026, 12, 24)) != first


@pytest.mark.long
def test_another_process_with_other_hashes_prints_the_same(tmp_path):
    program = (
        "import sys; from datetime import date; from pathlib import Path;"
        "from bolig_desktop.demo.municipality import make_demo; make_demo(Path(sys.argv[1]), date(2026, 11, 22))"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "other")], env=environment, check=True)
    printed = {path.name: path.read_bytes() for path in (tmp_path / "other" / "papers").iterdir()}
    assert printed == print_all(a_filled_case(), TODAY)


def test_each_paper_of_this_version_is_there_and_no_name_says_who():
    case = a_filled_case()
    printed = print_all(case, TODAY)
    numbers = (
        "D1",
        "D1b",
        "D2",
        "D3",
        "D4",
        "D8",
        "D9",
        "D10",
        "D11a",
        "D11b",
        "D12",
        "D14",
        "D15",
        "D17",
        "D22",
        "D23",
        "D31",
    )
    assert {name.split("-")[0] for name in printed} == set(numbers)
    leases = [f"{number}-{tenancy_id}.pdf" for number, tenancy_id in choose(case, TODAY)]
    bilingual = [f"{number}-{subject_id}.pdf" for number, subject_id, _ in guides(case)]
    sent = [f"{sent.number}-{sent.subject_id}.pdf" for sent in letters(case, TODAY)]
    assert list(printed) == leases + sent + bilingual
    assert all(len(PdfReader(io.BytesIO(printed[name])).pages) >= 2 for name in leases)


def test_the_letters_stand_as_they_went_on_the_day_the_cases_say(nordvik, today):
    """Printed, sent and filed before today, each with the dates of the matter or the decision it is about."""
    filled = a_filled_case(today)
    before = {store.table: store.list() for store in filled.stores() if store.table not in PRINTED}
    print_all(filled, today)
    assert {store.table: store.list() for store in filled.stores() if store.table not in PRINTED} == before
    others = ("D1", "D1b", "D2", "D3", "D4", "D8", "D8-v", "D8-m", "D8-n", "D8-k", "D9", "D10", "D31")
    sent = [paper for paper in filled.papers.list() if paper.number not in others]
    assert len(sent) == 9
    for paper in sent:
        assert paper.printed_on == paper.sent_on < today and paper.filed_on is not None and paper.filed_as
        assert [problem.code for problem in filled.problems(paper)] == []
        matter, decision = filled.matters.find(paper.matter_id), filled.decisions.find(paper.decision_id)
        if matter is not None:
            assert matter.sent_on == paper.sent_on
        if decision is not None:
            assert decision.received_on == paper.received_on
    assert filled.clock() == today, "the clock is put back"
    assert not {paper.household_id for paper in filled.papers.list()} & filled.households.shielded_ids()


def test_papers_can_be_chosen_on_any_day_and_never_of_a_shielded_household(nordvik, today):
    shielded = nordvik.households.shielded_ids()
    chosen = choose(nordvik, today)
    assert [number for number, _ in chosen] == ["D1", "D1", "D1b", "D2", "D3", "D4", "D31"]
    assert not {nordvik.tenancies.get(tenancy_id).household_id for _, tenancy_id in chosen} & shielded
