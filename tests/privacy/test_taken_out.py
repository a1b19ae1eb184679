"""An address that stood here before code 6: hidden at once, kept nowhere new, and never again beside the name.

The history is never changed, so what was written before stays there; what these tests look for is that nothing shows
it, and that the program says so and where the case belongs.
"""

import dataclasses
import json
from datetime import date

import pytest
from hidden import MARKERS, NEIGHBOUR, PASSPHRASE, STREET, TODAY, fill, main_of, make
from on_screen import everything_shown, hits, places
from scan import found

from bolig_desktop import cli
from bolig_desktop.casefile import index
from bolig_desktop.casefile.lines import dwelling_lines, household_lines, paper_lines, tenancy_lines
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.documents import kinds
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading
from bolig_desktop.security.opening import open_case
from bolig_desktop.text.sentences import LANGUAGES, problem_sentence
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.people.page.member import remove_member
from build import a_dwelling, a_household, a_person
from drive import settle
from windows import go, open_window

NAMES = [MARKERS[name] for name in ("given name", "family name", "second given name", "household's name")]
POSTAL, HOME = "Zykkelveien 66", f"{STREET}, rom 1"
CODE_6, CODE_7 = Grading.STRICTLY_CONFIDENTIAL, Grading.CONFIDENTIAL


@pytest.fixture
def scene(case):
    """An ordinary household in a room, with all its papers printed and a postal address written and taken away."""
    made = fill(case, grading=Grading.NONE)
    for tenancy_id in (made.tenancy_id, made.neighbours_tenancy_id):
        for paper in ("lease", "takeover"):
            print_and_file(case, paper, tenancy_id)
    main = main_of(case, made)
    case.save(dataclasses.replace(main, postal_address=f"c/o {POSTAL}"))
    case.save(dataclasses.replace(main, postal_address=POSTAL))
    lease = case.tenancies.get(made.tenancy_id)
    first = case.save(dataclasses.replace(case.dwellings.get(made.room_id), id=None, name="rom 9", note=""))
    case.save(dataclasses.replace(lease, dwelling_id=first.id))
    case.save(lease)
    return made


@pytest.fixture
def window(qtbot, case, scene):
    return open_window(qtbot, case, 1600, 1000)


def grade(window, case, scene, grading):
    """Choose the grading in the person's own form, as one does."""
    person = main_of(case, scene)
    go(window, "households", scene.household_id, f"members person_id={person.id}")
    box = window.page("households").members.box
    box.person_form.restore_typed({"grading": grading.value})
    box.person_form.field_committed.emit("grading")
    settle()
    return box


def outside(case):
    """Return every word of every list and of the index of the search."""
    lists = [lines(case) for lines in (dwelling_lines, household_lines, tenancy_lines, paper_lines)]
    lists += [case.db.execute(f"select * from {table}").fetchall() for table in ("search", "search_words")]
    return repr(lists).encode()


def theirs(case, scene, lines):
    return next(line for line in lines(case) if line.id == scene.tenancy_id)


@pytest.mark.parametrize("grading", [CODE_7, CODE_6])
def test_a_grading_hides_at_once_whatever_else_is_wrong(window, case, scene, grading):
    """A refusal would leave name and address in every list until all is mended."""
    assert found(outside(case), NAMES) and hits(case, NAMES[1]), "the control finds nothing"
    box = grade(window, case, scene, grading)
    person = main_of(case, scene)
    assert person.grading is grading
    assert not any(getattr(person, name) for name in grading.keeps_empty)
    assert found(outside(case), [*NAMES, POSTAL]) == set() and found(outside(case), [NEIGHBOUR])
    assert hits(case, NAMES[1]) == [] and hits(case, NEIGHBOUR)
    said = "Skjermet med en gang: navnet vises ikke i lister og søk. Tatt bort her: "
    gone = "postadresse, telefon, e-post." if grading is CODE_6 else "postadresse."
    assert window.toast.label.text() == said + gone
    assert bool(box.person_form.fields["grading"].is_wrong()) == (grading is CODE_6)
    window.session.undo()
    assert main_of(case, scene).postal_address == POSTAL and hits(case, NAMES[1])


def test_shielding_never_lets_anybody_out_again(case, scene):
    person = case.shield(main_of(case, scene), CODE_6)
    for grading in (CODE_7, Grading.NONE):
        assert case.shield(person, grading) == person == main_of(case, scene)
    with pytest.raises(Refused):
        case.save(dataclasses.replace(person, phone="41 23 45 67"))
    with pytest.raises(Refused):
        kinds.produce(case, "lease", scene.tenancy_id)


def test_no_list_says_where_somebody_with_code_6_lives(case, scene):
    home = next(line for line in dwelling_lines(case) if line.id == scene.room_id)
    assert (home.household_id, theirs(case, scene, tenancy_lines).dwelling) == (scene.household_id, HOME)
    case.shield(main_of(case, scene), CODE_7)
    home = next(line for line in dwelling_lines(case) if line.id == scene.room_id)
    assert home.resident == f"Skjermet husstand {scene.household_id}", "code 7 is called by its number"
    case.shield(main_of(case, scene), CODE_6)
    again = next(line for line in dwelling_lines(case) if line.id == scene.room_id)
    assert again == home._replace(resident="", household_id=None)
    assert theirs(case, scene, tenancy_lines).dwelling == ""
    assert next(line for line in household_lines(case) if line.id == scene.household_id).dwelling_id is None


@pytest.mark.parametrize("taken_out", [False, True], ids=["still in the household", "taken out"])
def test_nowhere_on_the_screen_do_name_and_address_stand_together(window, case, scene, taken_out):
    """Not even inside their own case, its history and its papers' page."""
    own = [Place(topic="households", id=scene.household_id), Place(topic="tenancies", id=scene.tenancy_id)]
    control = list(tour(window, [own[0]]))
    assert any(found(said, NAMES) and found(said, [HOME]) for _, said in control), "the control sees nothing"
    person = main_of(case, scene)
    window.go(Place(topic="households", id=scene.household_id, tab=f"members person_id={person.id}"))
    box = window.page("households").members.box
    box._history_fold.open()
    settle()
    assert found(everything_shown(), [POSTAL]), "the control sees no history"
    grade(window, case, scene, CODE_6)
    assert found(everything_shown(), ["skjult"]) and not found(everything_shown(), [POSTAL])
    if taken_out:
        membership = case.memberships.of_household(scene.household_id)[0]
        window.session.run(lambda case: remove_member(case, membership))
    settle()
    for where, said in tour(window, [*places(case, scene), *own]):
        seen = found(said, [*NAMES, HOME, POSTAL])
        assert POSTAL not in seen, where
        assert seen <= {HOME} or HOME not in seen, f"{where}: {seen}"
        assert seen <= {HOME} or where.startswith(f"households {scene.household_id} "), f"{where}: {seen}"
    assert found(said, [STREET]), "the control sees no address"


def test_not_even_the_households_number_stands_beside_the_address(window, case, scene):
    """With the number in hand one needs only open the household to have the name."""
    label = f"Skjermet husstand {scene.household_id}"
    paper = next(line for line in case.papers.lines() if line.household_id == scene.household_id)
    stops = [Place(topic="dwellings", id=scene.room_id), Place(topic="papers", id=paper.id)]
    window.session.run(lambda case: case.shield(main_of(case, scene), CODE_7))
    for stop in stops:
        assert any(found(said, [label, HOME]) == {label, HOME} for _, said in tour(window, [stop])), "the control"
    window.session.run(lambda case: case.shield(main_of(case, scene), CODE_6))
    for where, said in tour(window, stops):
        assert len(found(said, [label, HOME])) < 2, where
    assert window.page("papers").record.id == paper.id
    page = window.page("dwellings")
    go(window, "dwellings", scene.room_id, "residents")
    assert found(everything_shown(), ["Skjermet husstand"])
    residents = dict(page._sub_lists)["residents"].list
    assert residents._place_of(case.tenancies.get(scene.tenancy_id)) is None
    assert residents._place_of(case.tenancies.get(scene.neighbours_tenancy_id)) is not None


def tour(window, stops):
    """Go to places and look at every tab there."""
    for place in stops:
        window.go(place)
        settle()
        tabs = window.page(place.topic).case_panel.tabs
        for at in range(tabs.bar.count()) if place.is_case else (0,):
            if place.is_case and tabs.bar.isTabVisible(at):
                tabs.bar.setCurrentIndex(at)
                settle()
            yield f"{place.topic} {place.id} {tabs.bar.tabText(at)}", everything_shown()


@pytest.mark.parametrize("grading", [CODE_7, CODE_6])
def test_what_is_left_of_a_household_stays_hidden_when_they_are_taken_out(window, case, scene, grading):
    """Their name and their address are still in it: the household's own name, the lease, the papers."""
    label = f"Skjermet husstand {scene.household_id}"
    case.shield(main_of(case, scene), grading)
    for membership in case.memberships.of_household(scene.household_id):
        window.session.run(lambda case, membership=membership: remove_member(case, membership))
    assert case.memberships.of_household(scene.household_id) == [] and case.people.count() == 1
    for _ in range(2):
        assert found(outside(case), NAMES) == set() and found(outside(case), [label, NEIGHBOUR]) == {label, NEIGHBOUR}
        assert all(hits(case, name) == [] for name in NAMES)
        index.rebuild(case)
    assert case.households.is_strict(scene.household_id) == (grading is CODE_6)
    go(window, "households", scene.household_id)
    said = everything_shown()
    assert found(said, ["noen som er tatt ut av husstanden, har gradert adresse"])
    if grading is CODE_6:
        assert found(said, ["kommunens egen særskilte rutine", "står fortsatt i filens historikk"])
    paper = next(line for line in case.papers.lines() if line.household_id == scene.household_id)
    go(window, "papers", paper.id, "facts")
    assert found(everything_shown(), ["Sidene vises ikke"])


def test_a_text_that_names_one_who_was_taken_out_is_still_hidden(case, scene):
    unit = a_dwelling(case, street="Tekstgata 0", unit_number="", name=f"hos {NAMES[0]} {NAMES[1]}")
    assert hits(case, NAMES[0])
    case.shield(main_of(case, scene), CODE_6)
    remove_member(case, case.memberships.of_household(scene.household_id)[0])
    assert found(outside(case), NAMES[:2]) == set()
    assert "text.names_shielded" in {problem.code for problem in case.problems(unit)}


def test_who_came_in_by_a_slip_or_is_graded_no_more_hides_nobody(case, scene):
    other = a_household(case, a_person(case, given_name="Petra", family_name="Synligsen"))
    graded = case.save(dataclasses.replace(a_person(case), grading=CODE_7))
    membership = case.memberships.of_household(other.id)[0]
    joined = case.save(dataclasses.replace(membership, id=None, person_id=graded.id, joined_on=date(2026, 1, 1)))
    assert case.households.is_shielded(other.id)
    case.undo_last()
    assert not case.households.is_shielded(other.id) and case.households.label(other.id) == "Petra Synligsen"
    case.save(dataclasses.replace(joined, id=None))
    case.remove(case.memberships.of_person(graded.id)[0])
    assert case.households.is_shielded(other.id)
    case.save(dataclasses.replace(graded, grading=Grading.NONE))
    assert not case.households.is_shielded(other.id)


def test_the_program_says_what_stays_and_where_the_case_belongs(case, scene):
    person = case.shield(main_of(case, scene), CODE_6)
    problems = {problem.code: problem for problem in case.problems(person)}
    assert not problems["person.code_6_history"].hard
    for language in LANGUAGES:
        assert "{" not in problem_sentence(problems["person.code_6_history"], language)
    said = problem_sentence(problems["person.code_6_history"])
    assert "filens historikk" in said and "særskilte rutine" in said
    assert found(repr(problems).encode(), [HOME, POSTAL]) == set()
    alone = a_person(case, given_name="Ny", family_name="Navnesen", grading=CODE_6)
    assert "person.code_6_history" not in {problem.code for problem in case.problems(alone)}


def test_nothing_is_taken_out_of_the_history(case, scene):
    before = case.db.execute("select * from history").fetchall()
    case.shield(main_of(case, scene), CODE_6)
    remove_member(case, case.memberships.of_household(scene.household_id)[0])
    assert case.db.execute("select * from history").fetchall()[: len(before)] == before
    assert found(repr(before).encode(), [POSTAL])


@pytest.mark.parametrize("taken_out", [False, True], ids=["still in the household", "taken out"])
def test_no_command_tells_where_they_live(tmp_path, monkeypatch, capsys, taken_out):
    scene = make(tmp_path / "case.bolig", grading=Grading.NONE)
    monkeypatch.setenv("BOLIG_PASSPHRASE", PASSPHRASE)
    monkeypatch.chdir(tmp_path)

    def told(*words, code=0):
        assert cli.main([words[0], str(scene.path), *words[1:], "--today", TODAY.isoformat()]) == code
        return capsys.readouterr().out

    told("print", "lease", str(scene.tenancy_id))
    opened = open_case(scene.path, passphrase=PASSPHRASE)
    case = case_of(opened)
    person = case.shield(main_of(case, scene), CODE_6)
    if taken_out:
        remove_member(case, case.memberships.of_person(person.id)[0])
    opened.close()
    topics = ("people", "households", "tenancies", "papers", "dwellings", "landlords", "head_leases")
    lists = {topic: told("list", topic, "--json") for topic in topics}
    assert found("".join(lists.values()).encode(), NAMES) == set()
    assert found("".join(told("list", topic) for topic in topics).encode(), NAMES) == set()
    assert found("".join(lists.values()).encode(), [NEIGHBOUR, STREET]) == {NEIGHBOUR, STREET}
    leases = {row["id"]: row["dwelling_id"] for row in json.loads(lists["tenancies"])}
    assert leases[scene.tenancy_id] is None and leases[scene.neighbours_tenancy_id]
    assert [row["dwelling_id"] for row in json.loads(lists["papers"])] == [None]
