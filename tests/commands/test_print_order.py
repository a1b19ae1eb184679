"""A paper stands in its place and on its case, or on neither; what is filed and not saved is said."""

import os
import time

import pytest
from PySide6.QtWidgets import QWidget
from told import one_sentence

from bolig_desktop.documents.filing import NotSaved, Target, print_and_file
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.ui.documents.issue import IssueDialog
from bolig_desktop.ui.session import Session
from build import a_municipality, a_tenancy


def papers(run, file):
    return [row["sha256"] for row in run("list", file, "papers", "--json").value]


@pytest.mark.parametrize("where", ["a letter.txt/x.pdf", "folder", "missing/x.pdf", "x" * 300 + ".pdf", "other.bolig",
                                   "other.nokkel", "demo.bolig"])  # fmt: skip
def test_what_cannot_be_saved_is_not_filed(run, file, tmp_path, where):
    (tmp_path / "a letter.txt").write_text("hei")
    (tmp_path / "folder").mkdir()
    before, there = papers(run, file), sorted(p.name for p in tmp_path.rglob("*"))
    answer = run("print", file, "takeover", 34, "--today", "2026-11-20", "-o", where, "--json")
    said = one_sentence(answer, (1,))
    assert "Papiret" in said and answer.value["problems"][0]["problem"] == said
    assert papers(run, file) == before
    assert sorted(p.name for p in tmp_path.rglob("*")) == there, "something was left behind"


def test_the_case_file_is_never_written_over_whatever_it_is_called(run, file, tmp_path):
    odd = tmp_path / "sak.pdf"
    file.rename(odd)
    file.with_suffix(".nokkel").rename(tmp_path / "sak.nokkel")
    before = odd.read_bytes()
    assert "kan ikke legges i" in one_sentence(run("print", odd, "lease", 34, "-o", odd), (1,))
    assert odd.read_bytes() == before


def test_what_cannot_be_filed_is_not_saved(run, file, tmp_path, monkeypatch):
    out = tmp_path / "out.pdf"
    out.write_bytes(b"an older paper")
    monkeypatch.setenv("BOLIG_PASSPHRASE", "feil")
    assert run("print", file, "lease", 34, "-o", out).code == 1
    monkeypatch.setenv("BOLIG_PASSPHRASE", "demo")
    assert run("print", file, "lease", 4711, "-o", out).code == 1
    assert out.read_bytes() == b"an older paper"
    assert not list(tmp_path.glob(".*"))
    assert run("print", file, "lease", 34, "-o", out).code == 0
    assert out.read_bytes().startswith(b"%PDF")


@pytest.fixture
def tenancy(case):
    a_municipality(case)
    return a_tenancy(case)


def test_a_full_disk_while_filing_leaves_the_old_paper(case, tenancy, tmp_path):
    out = tmp_path / "out.pdf"
    out.write_bytes(b"an older paper")

    def fill_up(content):
        target.make_ready(content)
        raise FileTrouble(TroubleKind.FULL)

    with Target(out) as target, pytest.raises(FileTrouble):
        print_and_file(case, "lease", tenancy.id, ready=fill_up)
    assert case.papers.count() == 0
    assert out.read_bytes() == b"an older paper"
    assert list(tmp_path.glob(".*")) == []


def test_a_paper_filed_and_then_not_saved_says_both(case, tenancy, tmp_path):
    out = tmp_path / "out.pdf"
    with Target(out) as target:
        print_and_file(case, "lease", tenancy.id, ready=target.make_ready)
        out.mkdir()
        with pytest.raises(NotSaved) as problem:
            target.finish()
    assert problem.value.filed and case.papers.count() == 1
    assert [p.name for p in tmp_path.iterdir()] == ["out.pdf"]


def test_a_paper_takes_the_place_of_an_older_one_through_a_link(case, tenancy, tmp_path):
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"an older paper")
    link.symlink_to(real)
    with Target(link) as target:
        _, content = print_and_file(case, "lease", tenancy.id, ready=target.make_ready)
        assert real.read_bytes() == b"an older paper"
        target.finish()
    assert link.is_symlink() and real.read_bytes() == content


def test_a_paper_that_was_never_done_is_taken_away_by_the_next_and_nothing_else_is(case, tenancy, tmp_path):
    """A program killed between writing and filing leaves a whole letter open to all, under a hidden name."""
    left, others_now, hers = (tmp_path / f".{name}.uferdig" for name in ("0123456789ab", "ba9876543210", "notater"))
    for path in (left, others_now, hers):
        path.write_bytes(b"%PDF")
    for path in (left, hers):
        os.utime(path, (time.time() - 3600,) * 2)
    with Target(tmp_path / "out.pdf") as target:
        print_and_file(case, "lease", tenancy.id, ready=target.make_ready)
        target.finish()
    assert not left.exists() and others_now.exists() and hers.exists()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


@pytest.fixture
def dialog(qtbot, case, tenancy):
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(800, 600)
    made = IssueDialog(over, Session(case), "lease", tenancy.id)
    qtbot.addWidget(made)
    made.show()
    made.kept_alive = over
    return made


def test_in_the_window_what_cannot_be_saved_is_not_filed(dialog, case, tmp_path):
    told, saved = [], []
    dialog.filed.connect(told.append)
    dialog.preview.saved.connect(lambda: saved.append(1))
    dialog.choose_file = lambda over, name: tmp_path / "missing" / name
    dialog.preview.save()
    assert "kunne ikke lagres der" in dialog.preview.trouble.text()
    assert (case.papers.count(), told, saved) == (0, [], [])
    dialog.choose_file = lambda over, name: tmp_path / name
    dialog.preview.save()
    (paper,) = case.papers.list()
    assert (tmp_path / f"D1-{paper.tenancy_id}.pdf").read_bytes() == paper.content
    assert dialog.preview.trouble.isHidden() and len(told) == len(saved) == 1


def test_in_the_window_what_is_filed_and_not_saved_is_said(dialog, case, tmp_path):
    def in_the_way(over, name):
        dialog.filed.connect(lambda _: (tmp_path / name).mkdir())
        return tmp_path / name

    dialog.choose_file = in_the_way
    dialog.preview.save()
    assert case.papers.count() == 1
    assert "ligger under Papirer" in dialog.told.text()
    assert "kunne ikke lagres der" in dialog.preview.trouble.text()
