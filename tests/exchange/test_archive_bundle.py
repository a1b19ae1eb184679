"""Papers in a folder for the archive: the exact bytes, a sheet that agrees with them, and nobody's name on a file."""

import csv
import dataclasses
import errno
import hashlib
import io
import os
import time
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from bolig_desktop.archive.records import Paper
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.exchange import archive_bundle
from bolig_desktop.exchange.archive_bundle import bundle, outgoing, write_folder
from bolig_desktop.exchange.archive_sheet import FOR_PEOPLE, FOR_SYSTEMS, Row, as_csv, as_workbook
from bolig_desktop.people.records import Grading
from bolig_desktop.text.cells import one_cell, pasted_cell
from build import a_household, a_municipality, a_person, a_shielded_household, a_tenancy

TODAY = date(2026, 11, 22)
FOLDER = "Bolig-arkiv 22.11.2026"


@pytest.fixture
def papers(case):
    """A lease and a protocol of one household with a case number."""
    a_municipality(case)
    household = a_household(case, case_number="2026/77")
    lease = a_tenancy(case, household_id=household.id)
    return [print_and_file(case, name, lease.id)[0] for name in ("lease", "takeover")]


def put(case, papers, folder, **more):
    lines = bundle(case, [paper.id for paper in papers], **more).papers
    return write_folder(folder, TODAY, (outgoing(case, line.id) for line in lines))


def rows(folder):
    text = (folder / FOR_SYSTEMS).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))


def sheets(folder):
    """Return all that both sheets hold."""
    with zipfile.ZipFile(folder / FOR_PEOPLE) as book:
        parts = [book.read(name) for name in book.namelist()]
    return (folder / FOR_SYSTEMS).read_bytes() + b"".join(parts)


def test_the_bytes_are_those_that_were_filed_and_the_sheet_agrees(case, papers, tmp_path):
    filed = dataclasses.replace(papers[0], filed_as="2026/9", filed_on=date(2026, 11, 22), sent_on=date(2026, 11, 21))
    case.save(filed)
    made = put(case, papers, tmp_path)
    assert made == tmp_path / FOLDER
    assert {file.name for file in made.iterdir()} == {
        f"D1-{papers[0].id}.pdf",
        f"D4-{papers[1].id}.pdf",
        FOR_SYSTEMS,
        FOR_PEOPLE,
    }
    told = rows(made)
    for paper, row in zip(papers, told, strict=True):
        content = (made / row["Fil"]).read_bytes()
        assert content == paper.content and hashlib.sha256(content).hexdigest() == row["SHA-256"]
        assert (row["Nummer"], row["Tittel"], row["Skrevet ut"]) == (paper.number, paper.title, "2026-11-22")
        assert (row["Sak"], row["Språk"], row["Mottaker"]) == ("2026/77", "nb", "Selam Tesfay")
        assert row["Sider"] == str(paper.pages)
    assert (told[0]["Nummer i arkivet"], told[0]["Sendt"]) == ("2026/9", "2026-11-21")
    assert (told[1]["Nummer i arkivet"], told[1]["Sendt"]) == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_only_its_owner_can_look_into_it(case, papers, tmp_path):
    made = put(case, papers, tmp_path)
    assert [made.stat().st_mode & 0o077, *(file.stat().st_mode & 0o077 for file in made.iterdir())] == [0] * 5


def test_what_is_there_is_never_written_over(case, papers, tmp_path):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "D1-1.pdf").write_bytes(b"hers")
    made = put(case, papers, tmp_path)
    assert made.name == f"{FOLDER}-2"
    assert (tmp_path / FOLDER / "D1-1.pdf").read_bytes() == b"hers"
    assert put(case, papers, tmp_path).name == f"{FOLDER}-3"


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_where_it_fails_in_the_middle_nothing_is_left(case, papers, tmp_path, monkeypatch, at):
    real, count = archive_bundle._write, []

    def failing(path, content):
        if len(count) == at:
            raise OSError(28, "full")
        count.append(path)
        real(path, content)

    monkeypatch.setattr(archive_bundle, "_write", failing)
    with pytest.raises(FileTrouble) as trouble:
        put(case, papers, tmp_path)
    assert trouble.value.kind is TroubleKind.FULL
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_trouble(case, papers, tmp_path):
    with pytest.raises(FileTrouble):
        put(case, papers, tmp_path / "ingen")
    assert list(tmp_path.iterdir()) == []


def test_bytes_that_are_not_those_filed_leave_nothing(case, papers, tmp_path):
    wrong = Paper(
        number="D1", title="x", template="lease/1", language="nb", printed_on=date(2026, 11, 22), pages=1,
        sha256="0" * 64, content=b"%PDF other",
    )  # fmt: skip
    filed = case.papers.add(wrong)
    with pytest.raises(FileTrouble) as trouble:
        put(case, [*papers, filed], tmp_path)
    assert trouble.value.kind is TroubleKind.DAMAGED and list(tmp_path.iterdir()) == []


def test_what_an_earlier_run_left_unfinished_is_taken_away_and_hers_is_not(case, papers, tmp_path):
    old, hers = tmp_path / ".0123456789ab.uferdig", tmp_path / ".kladd.uferdig"
    for folder in (old, hers):
        folder.mkdir()
        (folder / "D1-1.pdf").write_bytes(b"x")
        os.utime(folder, (time.time() - 7200,) * 2)
    put(case, papers, tmp_path)
    assert not old.exists() and hers.exists()


def test_a_shielded_households_papers_are_there_only_where_asked_for(case, papers, tmp_path):
    hidden = a_shielded_household(case, given_name="Zahra")
    case.save(dataclasses.replace(case.households.get(hidden.id), case_number="98/76543"))
    lease = a_tenancy(case, household_id=hidden.id)
    theirs = print_and_file(case, "lease", lease.id)[0]
    chosen = [*papers, theirs]
    found = bundle(case, [paper.id for paper in chosen])
    assert ([line.id for line in found.papers], found.shielded, found.strict) == ([p.id for p in papers], 1, 0)
    made = put(case, chosen, tmp_path, with_shielded=True)
    told = rows(made)[-1]
    assert (told["Mottaker"], told["Sak"], told["Nummer i arkivet"]) == ("", "", "")
    told = sheets(made)
    assert not [words for words in (b"Zahra", b"98/76543", b"Storgata") if words in told] and b"Selam" in told
    person = case.people.get(case.memberships.of_household(hidden.id)[0].person_id)
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    found = bundle(case, [paper.id for paper in chosen], with_shielded=True)
    assert (len(found.papers), found.shielded, found.strict) == (2, 0, 1)


def test_who_is_shielded_since_is_not_named_in_the_sheet(case, tmp_path):
    a_municipality(case)
    person = a_person(case)
    paper = print_and_file(case, "lease", a_tenancy(case, household_id=a_household(case, person).id).id)[0]
    assert paper.recipient == "Selam Tesfay"
    case.save(dataclasses.replace(person, grading=Grading.CONFIDENTIAL))
    made = put(case, [paper], tmp_path, with_shielded=True)
    assert b"Tesfay" not in sheets(made)


def test_unknown_and_doubled_papers_are_one_or_none(case, papers):
    assert [line.id for line in bundle(case, [papers[0].id, papers[0].id, 999]).papers] == [papers[0].id]


FORMULAS = ["=1+1", "+47 912", "-500", "@sum", "\t=1", "\r\n=1"]


def row(**more):
    facts = {"file": "D1-1.pdf", "number": "D1", "title": "x", "printed_on": TODAY, "sent_on": None, "case": ""}
    return Row(**facts | {"filed_as": "", "language": "nb", "pages": 1, "recipient": "", "sha256": "0"} | more)


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_of_the_text_is_a_formula(words):
    told = as_csv([row(title=words, case="a;b", recipient='sa "ja"')]).decode("utf-8-sig")
    (cells,) = csv.DictReader(io.StringIO(told), delimiter=";")
    assert cells["Tittel"].startswith("'") and (cells["Sak"], cells["Mottaker"]) == ("a;b", 'sa "ja"')


@pytest.mark.parametrize("words", [*FORMULAS, "http://a.no", "12", "{=1}"])
def test_no_cell_of_the_workbook_is_anything_but_its_text(words):
    page = openpyxl.load_workbook(io.BytesIO(as_workbook([row(title=words, recipient=words)]))).active
    for column in (3, 10):
        cell = page.cell(2, column)
        assert (cell.data_type, cell.hyperlink) == ("s", None)
        assert cell.value.replace("_x000D_", "\r") == words


def test_the_workbook_has_days_as_days_numbers_as_numbers_and_room_for_its_words(case, papers, tmp_path):
    case.save(dataclasses.replace(papers[0], sent_on=date(2026, 11, 21)))
    page = openpyxl.load_workbook(put(case, papers, tmp_path) / FOR_PEOPLE).active
    heads = [cell.value for cell in page[1]]
    assert heads[:5] == ["Fil", "Nummer", "Tittel", "Skrevet ut", "Sendt"] and page.freeze_panes == "B2"
    first = dict(zip(heads, page[2], strict=True))
    assert (first["Skrevet ut"].value.date(), first["Sendt"].value.date()) == (TODAY, date(2026, 11, 21))
    assert first["Skrevet ut"].number_format == "dd.mm.yyyy" and first["Sider"].value == papers[0].pages
    assert page["E3"].value is None
    for column, cell in enumerate(page[2], 1):
        width = page.column_dimensions[get_column_letter(column)].width
        assert width > min(len(heads[column - 1]), 40) and (
            cell.is_date or width > min(len(str(cell.value or "")), 40)
        )


def test_broken_off_by_who_asked_leaves_nothing(case, papers, tmp_path):
    class Enough(Exception):  # noqa: N818 - reads as a sentence where it is raised
        pass

    def told(done):
        assert list(tmp_path.glob("Bolig*")) == [], "what is under way has no name of its own yet"
        if done == 2:
            raise Enough

    with pytest.raises(Enough):
        write_folder(tmp_path, TODAY, (outgoing(case, paper.id) for paper in papers), told)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_one_may_not_write_in_is_told_apart(case, papers, tmp_path, monkeypatch):
    def forbidden(path, mode=0o777, **more):
        raise PermissionError(errno.EACCES, "no", str(path))  # as the system says, except to root

    monkeypatch.setattr(Path, "mkdir", forbidden)
    with pytest.raises(FileTrouble) as trouble:
        put(case, papers, tmp_path)
    assert trouble.value.kind is TroubleKind.READ_ONLY


def test_what_is_pasted_is_one_cell():
    assert [one_cell(w) for w in ("-", "=", "Storgata 1", "a\tb\nc")] == ["-", "=", "Storgata 1", "a b c"]
    assert pasted_cell('"=1+1"\t"') == '"""=1+1"" """'
    assert next(csv.reader([pasted_cell('"=1+1" sa hun')], delimiter="\t")) == ['"=1+1" sa hun']
    assert pasted_cell('sa "ja"') == 'sa "ja"'
