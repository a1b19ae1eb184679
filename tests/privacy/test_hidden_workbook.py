"""The workbook of everything: no word of a household with a graded address in any byte of any part of it."""

import io
import zipfile

import pytest
from hidden import MARKERS, STREET, WORDS, fill, main_of
from scan import found

from bolig_desktop.exchange import importing, reading
from bolig_desktop.exchange.exporting import workbook
from bolig_desktop.labels.every import LABELS
from bolig_desktop.people.records import Contact, ContactRole, Grading, MemberRole, Membership
from build import a_complaint, a_defect, a_household, a_municipality, a_person, a_shielded_household

NAME = f"{MARKERS['given name']} {MARKERS['family name']}"
COMPLAINANT = "Naboxilla Klagerud"


def whole(case) -> bytes:
    """Every member of the workbook, unpacked, one after the other."""
    with zipfile.ZipFile(io.BytesIO(workbook(case, LABELS)[0])) as archive:
        return b"\n".join(name.encode() + b"\n" + archive.read(name) for name in archive.namelist())


@pytest.fixture(params=[Grading.CONFIDENTIAL, Grading.NONE], ids=["hidden from the first", "hidden afterwards"])
def scene(request, case):
    made = fill(case, grading=request.param)
    what = f"{NAME} har meldt det." if request.param is Grading.NONE else "Det drypper."
    a_defect(case, dwelling_id=made.room_id, household_id=made.household_id, what=what, note=what)
    a_complaint(case, dwelling_id=made.room_id, what=what, complainant=COMPLAINANT)
    friends = a_household(case, a_person(case, given_name="Ola", family_name="Åpen", note=what))
    case.save(Contact(household_id=friends.id, name=NAME, role=ContactRole.FAMILY, note=what))
    if request.param is Grading.NONE:
        assert len(found(whole(case), WORDS)) > 15, "the control sees nothing"
        main = main_of(case, made)
        case.shield(main, Grading.CONFIDENTIAL)
    return made


def test_nobody_shielded_and_nobody_who_complains_is_in_the_workbook(case, scene):
    told = whole(case)
    assert found(told, [*WORDS, COMPLAINANT]) == set()
    assert found(told, [STREET, "Odalys"]) == {STREET, "Odalys"}
    assert case.complaints.list()[0].complainant == COMPLAINANT


def test_where_things_are_is_left_out_where_it_names_somebody_shielded(case, scene):
    a_municipality(case, where_things_are=f"Nøkkelen har {NAME}, i skapet Odalyskapet.")
    assert found(whole(case), [*WORDS, "Odalyskapet"]) == set()


def test_read_in_again_what_is_hidden_stays_as_it_is(case, scene):
    content, rows = workbook(case, LABELS)
    before = [store.list() for store in case.stores()]
    book = reading.read(content)
    outcome = importing.bring_in(case, importing.understood(case, book), LABELS, ours=book.ours)
    assert (outcome.problems, outcome.added, outcome.same) == ([], 0, rows)
    assert [store.list() for store in case.stores()] == before


def test_with_code_6_nothing_tells_where_they_live(case):
    made = fill(case, grading=Grading.NONE)
    for membership in case.memberships.of_household(made.household_id):
        case.shield(case.people.get(membership.person_id), Grading.STRICTLY_CONFIDENTIAL)
    lease = case.tenancies.get(made.tenancy_id)
    rows = _rows(case, "Leieforhold")
    row = next(row for row in rows if row["Nr"] == lease.id)
    assert {name for name, cell in row.items() if cell is not None} == {"Nr"}
    assert all(one["Husstand nr"] != made.household_id for one in rows)
    assert found(whole(case), WORDS) == set()


def test_a_childs_row_in_a_shielded_household_is_its_number_alone(case):
    household = a_shielded_household(case)
    child = a_person(case, given_name="Barnexilo", family_name="Hemmelig-Navnesen")
    case.save(Membership(household_id=household.id, person_id=child.id, role=MemberRole.CHILD))
    assert found(whole(case), ["Barnexilo", "Hemmelig-Navnesen"]) == set()


def _rows(case, title):
    page = next(page for page in reading.read(workbook(case, LABELS)[0]).pages if page.title == title)
    headings, *lines = page.lines
    return [dict(zip(headings.cells, [*line.cells, *[None] * len(headings.cells)], strict=False)) for line in lines]
