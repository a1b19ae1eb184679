"""Many papers filed in the archive in one go are one change, and one undo takes all of it back."""

import dataclasses
from datetime import date

import pytest

from bolig_desktop.casefile.archiving import file_in_archive, to_file
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import Refused
from build import a_dwelling, a_household, a_municipality, a_person, a_tenancy

TODAY = date(2026, 11, 22)


@pytest.fixture
def ids(case):
    a_municipality(case)
    lease = a_tenancy(case)
    other = a_tenancy(
        case,
        dwelling_id=a_dwelling(case, street="Parkveien 3").id,
        household_id=a_household(case, a_person(case, given_name="Amina")).id,
    )
    wanted = (("lease", lease), ("takeover", lease), ("lease", other))
    return [print_and_file(case, paper, tenancy.id)[0].id for paper, tenancy in wanted]


def filed(case):
    return [(paper.filed_on, paper.filed_as) for paper in case.papers.list()]


def test_all_or_none_and_one_undo(case, ids):
    assert file_in_archive(case, ids, TODAY, " 2026/123 ") == 3
    assert filed(case) == [(TODAY, "2026/123")] * 3
    case.undo_last()
    assert filed(case) == [(None, "")] * 3


def test_what_is_filed_keeps_its_own_number(case, ids):
    case.save(dataclasses.replace(case.papers.get(ids[0]), filed_on=date(2026, 11, 22), filed_as="2026/1"))
    case.save(dataclasses.replace(case.papers.get(ids[1]), filed_as="2026/2"))
    found = to_file(case, [*ids, 999])
    assert ([line.id for line in found.papers], found.already, found.households) == ([ids[2]], 2, 1)
    assert file_in_archive(case, ids, TODAY, "2026/3") == 1
    assert [number for _, number in filed(case)] == ["2026/1", "2026/2", "2026/3"]


def test_it_counts_households(case, ids):
    assert to_file(case, ids).households == 2 and to_file(case, ids[:2]).households == 1


@pytest.mark.parametrize(
    ("day", "number", "codes"),
    [
        (None, "", ["paper.filed_on_missing", "paper.filed_as_missing"]),
        (TODAY, "  ", ["paper.filed_as_missing"]),
        (date(2026, 11, 23), "2026/1", ["paper.ahead"]),
    ],
)
def test_what_is_missing_or_impossible_files_none(case, ids, day, number, codes):
    with pytest.raises(Refused) as refused:
        file_in_archive(case, ids, day, number)
    assert [problem.code for problem in refused.value.problems] == codes
    assert filed(case) == [(None, "")] * 3
