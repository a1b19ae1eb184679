"""``handover``: one paper, nothing filed by it, in the municipality's own written form."""

import pytest
from told import one_sentence


def test_it_makes_a_paper_and_files_nothing(run, file, tmp_path):
    before = run("list", file, "papers", "--json").value
    answer = run("handover", file, "-o", "ut.pdf", "--today", "2026-11-22")
    assert (answer.code, answer.out, answer.err) == (0, "ut.pdf\n", "")
    assert (tmp_path / "ut.pdf").read_bytes().startswith(b"%PDF")
    assert run("list", file, "papers", "--json").value == before


def test_without_a_name_it_lies_here_and_json_counts_pages(run, file, tmp_path):
    answer = run("handover", file, "--json", "--today", "2026-11-22")
    assert answer.value["file"] == "overlevering.pdf" and 4 < answer.value["pages"] < 15
    first = (tmp_path / "overlevering.pdf").read_bytes()
    run("handover", file, "--today", "2026-11-22")
    assert (tmp_path / "overlevering.pdf").read_bytes() == first


@pytest.mark.parametrize("name", ["demo.bolig", "ut.bolig-kopi", "mappe", "ingen/ut.pdf"])
def test_what_it_may_not_write_over_stays(name, run, file, tmp_path):
    (tmp_path / "mappe").mkdir()
    before = file.read_bytes()
    assert "Overleveringen kan ikke" in one_sentence(run("handover", file, "-o", name), codes=[1])
    assert file.read_bytes() == before and not list(tmp_path.glob(".*"))
