"""Papers in a folder for the archive: nobody shielded unless asked for, and then in no sheet; never code 6."""

from datetime import date

import pytest
from hidden import NEIGHBOUR, STREET, WORDS, fill
from scan import found_in_folder

from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.exchange.archive_bundle import bundle, outgoing, write_folder
from bolig_desktop.exchange.archive_sheet import FOR_PEOPLE, FOR_SYSTEMS
from bolig_desktop.people.records import Grading

TODAY = date(2026, 11, 22)
SHEETS = {FOR_SYSTEMS, FOR_PEOPLE}


@pytest.fixture
def scene(case):
    """A lease of theirs and one of their neighbour's, both filed."""
    made = fill(case)
    theirs = case.tenancies.of_household(made.household_id)[0].id
    filed = [print_and_file(case, "lease", lease)[0].id for lease in (theirs, made.neighbours_tenancy_id)]
    return made, filed


def written(case, filed, folder, **more):
    """Write the folder and return what stands of them in each file, by the end of its name."""
    lines = bundle(case, filed, **more).papers
    made = write_folder(folder, TODAY, (outgoing(case, line.id) for line in lines))
    return made, found_in_folder(made, WORDS)


def test_unasked_no_byte_of_theirs_is_in_it(case, scene, tmp_path):
    made, hits = written(case, scene[1], tmp_path)
    assert hits == {}
    assert NEIGHBOUR in found_in_folder(made, [NEIGHBOUR])[FOR_PEOPLE], "the control: others are named"


def test_asked_for_their_paper_is_there_and_the_sheets_and_names_say_nothing(case, scene, tmp_path):
    made, hits = written(case, scene[1], tmp_path, with_shielded=True)
    assert list(hits) == [f"D2-{scene[1][0]}.pdf"], "the control: their lease has their name in it"
    assert {file.name for file in made.iterdir()} >= SHEETS
    assert not SHEETS & found_in_folder(made, [STREET]).keys()


@pytest.mark.parametrize("asked", [False, True])
def test_with_code_6_there_is_nothing_of_theirs_whatever_is_asked(case, scene, tmp_path, asked):
    made, filed = scene
    for membership in case.memberships.of_household(made.household_id):
        case.shield(case.people.get(membership.person_id), Grading.STRICTLY_CONFIDENTIAL)
    folder, hits = written(case, filed, tmp_path, with_shielded=asked)
    assert hits == {} and len(list(folder.glob("*.pdf"))) == 1
