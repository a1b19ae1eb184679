"""What is printed is filed: once for the same bytes, on the right case, and never under a shielded person's name."""

import dataclasses
import hashlib
from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.archive.records import SentHow
from bolig_desktop.casefile import CaseFile
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import Refused
from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.tenancies.records import Matter, MatterKind, TenancyKind
from build import a_municipality, a_shielded_household, a_tenancy

TODAY = date(2026, 11, 22)


@pytest.fixture
def tenancy(case):
    a_municipality(case)
    return a_tenancy(case)


def test_a_printed_lease_is_filed_on_its_case_with_its_exact_bytes(case, tenancy):
    paper, content = print_and_file(case, "lease", tenancy.id)
    kept = case.papers.get(paper.id)
    assert kept.content == content and content.startswith(b"%PDF")
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert (kept.number, kept.language, kept.printed_on) == ("D1", "nb", TODAY)
    assert (kept.tenancy_id, kept.household_id, kept.dwelling_id) == (
        tenancy.id,
        tenancy.household_id,
        tenancy.dwelling_id,
    )
    assert kept.recipient == "Selam Tesfay"
    assert "HL-9-3" in kept.rules.split()
    assert kept.template.startswith("lease")
    assert kept.pages >= 2
    assert [line.id for line in case.papers.of_tenancy(tenancy.id)] == [paper.id]


def test_the_same_facts_on_the_same_day_are_filed_once(case, tenancy):
    first, content = print_and_file(case, "lease", tenancy.id)
    again, same = print_and_file(case, "d1", tenancy.id)
    assert (again, same) == (first, content)
    assert case.papers.count() == 1


def test_other_facts_language_or_day_are_another_paper(case, tenancy):
    print_and_file(case, "lease", tenancy.id)
    print_and_file(case, "lease", tenancy.id, "nn")
    case.save(dataclasses.replace(tenancy, rent_nok=9600))
    print_and_file(case, "lease", tenancy.id)
    case.clock = clock.fixed(date(2026, 11, 23))
    print_and_file(case, "lease", tenancy.id)
    assert [(p.language, p.printed_on.day) for p in case.papers.list()] == [
        ("nb", 22),
        ("nn", 22),
        ("nb", 22),
        ("nb", 23),
    ]


def test_the_municipalitys_own_written_form_is_used(case, tenancy):
    city = case.settings.municipality()
    case.save(dataclasses.replace(city, written_form=WrittenForm.NYNORSK))
    assert print_and_file(case, "takeover", tenancy.id)[0].language == "nn"


def test_a_shielded_household_is_named_by_its_number_only(case):
    a_municipality(case)
    household = a_shielded_household(case)
    tenancy = a_tenancy(case, household_id=household.id)
    paper, _ = print_and_file(case, "lease", tenancy.id)
    assert paper.recipient == f"Skjermet husstand {household.id}"
    assert "Hemmelig" not in "".join(str(value) for name, value in vars(paper).items() if name != "content")


def test_printing_is_one_step_of_the_history_and_is_not_taken_back(case, tenancy):
    before = case.history.length()
    paper, _ = print_and_file(case, "lease", tenancy.id)
    assert case.history.length() == before + 1
    assert case.undo_last() == []
    assert case.papers.find(paper.id) == paper


def test_what_cannot_be_made_is_not_filed(case, tenancy):
    private = case.save(dataclasses.replace(tenancy, kind=TenancyKind.PRIVATE))
    length = case.history.length()
    with pytest.raises(Refused):
        print_and_file(case, "lease", private.id)
    with pytest.raises(Refused):
        print_and_file(case, "lease", 4711)
    with pytest.raises(KeyError):
        print_and_file(case, "d99", tenancy.id)
    assert case.papers.count() == 0
    assert case.history.length() == length


def test_a_paper_found_by_search_is_the_one_filed(case: CaseFile, tenancy):
    paper, _ = print_and_file(case, "takeover", tenancy.id)
    assert ("paper", paper.id) in [(hit.kind, hit.id) for hit in case.search.find("D4 Tesfay")]


def test_a_request_to_move_begins_the_matter_its_clock_hangs_on(case, tenancy):
    """law.md D11b: by a day; two weeks on where nobody chose one, and the lease's clock hears when it is sent."""
    paper, content = print_and_file(case, "d11b", tenancy.id)
    matter = case.matters.get(paper.matter_id)
    assert (matter.kind, matter.tenancy_id, matter.due_on) == (
        MatterKind.REQUEST_TO_MOVE,
        tenancy.id,
        date(2026, 12, 7),  # two weeks on is a Sunday
    )
    assert print_and_file(case, "d11b", tenancy.id) == (paper, content)
    assert case.matters.count() == 1
    case.save(dataclasses.replace(paper, sent_on=TODAY, sent_how=SentHow.REGISTERED))
    assert case.matters.get(matter.id).sent_on == TODAY
    assert next(one.kind for one in Agenda(case).items() if one.tenancy_id == tenancy.id) == "lease_move_out"


def test_a_request_that_lacks_its_day_gets_it_and_one_that_has_it_keeps_it(case, tenancy):
    facts = {"household_id": tenancy.household_id, "tenancy_id": tenancy.id, "opened_on": TODAY}
    begun = case.save(Matter(kind=MatterKind.REQUEST_TO_MOVE, **facts))
    print_and_file(case, "d11b", tenancy.id)
    assert case.matters.get(begun.id).due_on == date(2026, 12, 7)
    case.save(dataclasses.replace(case.matters.get(begun.id), due_on=date(2026, 12, 21)))
    paper, _ = print_and_file(case, "d11b", tenancy.id)
    assert (paper.matter_id, case.matters.get(begun.id).due_on) == (begun.id, date(2026, 12, 21))


def test_a_request_refused_begins_no_matter(case, tenancy):
    running = case.save(dataclasses.replace(tenancy, ends_on=date(2027, 10, 31)))
    with pytest.raises(Refused):
        print_and_file(case, "d11b", running.id)
    assert case.matters.count() == 0
