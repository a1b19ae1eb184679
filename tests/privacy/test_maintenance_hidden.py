"""Defects and complaints of a home where a household with a graded address lives: nobody is named anywhere.

Nor is whoever complains named outside the complaint itself.
"""

import json

import pytest
from hidden import MARKERS, STREET, TODAY, WORDS, fill, main_of
from on_screen import everything_shown
from scan import found

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.words import row, said, short, why
from bolig_desktop.casefile.listing import rows
from bolig_desktop.casefile.maintenance_lines import complaint_lines, defect_lines
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import Refused
from bolig_desktop.maintenance.records import CheckKind, HomeCheck, Urgency
from bolig_desktop.people.records import Grading
from build import a_complaint, a_defect, a_municipality, a_tenancy
from windows import go, open_window

NAME = f"{MARKERS['given name']} {MARKERS['family name']}"
COMPLAINANT = "Naboxilla Klagerud"
NAMED = f"{NAME} har meldt at det drypper."


@pytest.fixture(params=[Grading.CONFIDENTIAL, Grading.NONE], ids=["hidden from the first", "hidden afterwards"])
def scene(request, case):
    """Their room with a defect, a complaint and a check; where they are hidden afterwards, the texts name them."""
    made = fill(case, grading=request.param)
    afterwards = request.param is Grading.NONE
    home = {"dwelling_id": made.room_id, "household_id": made.household_id}
    what = NAMED if afterwards else "Det drypper."
    a_defect(case, what=what, urgency=Urgency.NOW, promise=what, cause=what, note=what, sent_to=what, **home)
    a_complaint(case, what=what, complainant=COMPLAINANT, answer=what, note=what, received_on=TODAY, **home)
    facts = {"dwelling_id": made.room_id, "kind": CheckKind.KEYS, "done_on": TODAY, "months": 1}
    case.save(HomeCheck(note=what, **facts))
    if afterwards:
        assert found(everything_listed(case), [MARKERS["given name"]]), "the control sees nothing"
        main = main_of(case, made)
        case.shield(main, Grading.CONFIDENTIAL)
    return made


def everything_listed(case) -> bytes:
    listed = [rows(case, topic) for topic in ("defects", "complaints", "checks")]
    lines = [*defect_lines(case), *complaint_lines(case)]
    due = [f"{row(one, TODAY)} {why(one)} {short(one)} {said(one, TODAY)}" for one in Agenda(case).items()]
    hits = [case.search.find(word) for word in ("drypper", "avvik", "klage", STREET, COMPLAINANT, *NAME.split())]
    return json.dumps([listed, str(lines), due, str(hits)], ensure_ascii=False, default=str).encode()


def test_no_list_search_or_date_names_them_or_who_complains(case, scene):
    told = everything_listed(case)
    assert found(told, [*WORDS, COMPLAINANT]) == set()
    assert b"Gjemmestrupveien" in told, "the home itself is named"
    for topic in ("defects", "complaints"):
        assert [one["household_id"] for one in rows(case, topic)] == [None]


def test_who_complains_is_found_by_no_search(case, scene):
    assert case.search.find(COMPLAINANT) == []


def test_the_paper_names_nobody_who_lives_there(case, scene):
    (defect,) = case.defects.list()
    try:
        paper, content = print_and_file(case, "defect-report", defect.id)
    except Refused as refused:  # the text names them: it does not go out
        assert {p.code for p in refused.problems} == {"defect.names_shielded"}
        assert case.papers.lines("defect_id = ?", (defect.id,)) == []
        return
    assert paper.household_id is None
    assert paper.recipient == ""
    assert found(content, [*WORDS, COMPLAINANT]) == set()


@pytest.fixture
def window(qtbot, case, scene):
    return open_window(qtbot, case, 1600, 1000)


def test_lists_i_dag_and_the_landlord_show_none_of_it(window, case, scene):
    seen = []
    for topic in ("defects", "complaints", "today"):
        go(window, topic)
        seen.append(everything_shown())
    for landlord in case.landlords.list():
        go(window, "landlords", landlord.id, "leases")
        seen.append(everything_shown())
    names = [MARKERS["given name"], MARKERS["family name"], MARKERS["household's name"], COMPLAINANT]
    assert found(b"".join(seen), names) == set()
    assert b"Gjemmestrupveien" in b"".join(seen)


@pytest.mark.parametrize("make", [a_defect, a_complaint])
def test_with_code_6_afterwards_not_even_the_number_stands_beside_the_home(qtbot, case, make):
    a_municipality(case)
    lease = a_tenancy(case)
    record = make(case, dwelling_id=lease.dwelling_id, household_id=lease.household_id)
    person = main_of(case, lease)
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    window = open_window(qtbot, case, 1600, 1000)
    topic = case.store_of(record).table
    seen = []
    for tab in ("facts", "history"):
        go(window, topic, record.id, tab)
        seen.append(everything_shown())
    number = case.households.label(lease.household_id)
    assert found(b"".join(seen), [number, person.family_name]) == set()
    assert b"Skjermet husstand" in b"".join(seen)
    assert b"strengt fortrolig adresse" in b"".join(seen), "it is said that this is to be taken out"
    assert [one["household_id"] for one in rows(case, topic)] == [None]
