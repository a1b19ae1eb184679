"""Code 7 on the screen: every page, tab, list, hit, tooltip and copy outside their own case, word by word."""

import dataclasses
from datetime import timedelta

import pytest
from hidden import MARKERS, NEIGHBOUR, STREET, TODAY, WORDS, fill, main_of
from on_screen import everything_shown, hits, in_sight, places
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)
from scan import found

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.casefile import alike
from bolig_desktop.clock import fixed
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.people.records import Grading
from bolig_desktop.ui.choosing import dwelling_choices, household_choices
from bolig_desktop.ui.followup.letters import show_letter
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.people.page.alike import people_alike
from bolig_desktop.ui.today.page import place_of
from bolig_desktop.ui.today.ways import ways
from bolig_desktop.ui.widgets.record_table import RecordTable
from drive import settle
from windows import go, open_window

TOMORROW = TODAY + timedelta(days=1)
ABOUT_THE_DWELLING = {MARKERS["dwelling's note"], MARKERS["reserved for"]}
TOPICS = ("today", "dwellings", "households", "tenancies", "shared_housing", "visits", "landlords", "papers")


@pytest.fixture(params=["hidden from the first", "hidden after all was printed and searched"])
def scene(request, case):
    from_the_first = request.param == "hidden from the first"
    made = fill(case, grading=Grading.CONFIDENTIAL if from_the_first else Grading.NONE)
    for tenancy_id in (made.tenancy_id, made.neighbours_tenancy_id):
        for paper in ("lease", "takeover"):
            print_and_file(case, paper, tenancy_id)
    return made


@pytest.fixture
def window(request, qtbot, case, scene):
    """The whole window; where they are not hidden yet, it is seen first and they are hidden after.

    All of it is seen before the test that goes everywhere, their own case and every list before the others.
    """
    shown = open_window(qtbot, case, 1600, 1000)
    main = main_of(case, scene)
    if not main.is_shielded:
        before = tour if request.function is test_no_page_but_their_own_shows_who_they_are else glance
        seen = b"".join(said for _, said in before(shown, case, scene))
        assert found(seen, [MARKERS["family name"], MARKERS["household's name"]]), "the control sees nothing"
        assert hits(case, MARKERS["family name"])
        shown.session.run(lambda case: case.save(dataclasses.replace(main, grading=Grading.CONFIDENTIAL)))
        settle()
    return shown


def glance(window, case, scene):
    """Look at their own case and then at every list, and yield what can be seen."""
    yield from own_case(window, scene)
    for topic in TOPICS:
        go(window, topic)
        if topic == "today":
            unfold(window)
        yield topic, everything_shown()


def own_case(window, scene):
    """Look at their own case, and yield the window's name there."""
    for topic, row_id in (("households", scene.household_id), ("tenancies", scene.tenancy_id)):
        go(window, topic, row_id)
        yield "the window's name", window.windowTitle().encode()


def tour(window, case, scene):
    """Go everywhere but to their own case, which is looked at first, and yield what can be seen at each stop."""
    yield from own_case(window, scene)
    for place in places(case, scene):
        window.go(place)
        settle()
        if place.topic == "today":
            unfold(window)
        tabs = window.page(place.topic).case_panel.tabs
        for at in range(tabs.bar.count() or 1) if place.is_case else (0,):
            if place.is_case and tabs.bar.isTabVisible(at):
                tabs.bar.setCurrentIndex(at)
                settle()
            yield f"{place.topic} {place.id} {tabs.bar.tabText(at)}", everything_shown()


def unfold(window):
    """Unfold what is folded and what is gathered in the list of I dag."""
    view = window.page("today").list
    for at in range(200):
        row = view.row_at(view.model().index(at, 0)) if at < view.model().rowCount() else None
        if row is not None and row.can_be_chosen and not row.is_open:
            view.setCurrentIndex(view.model().index(at, 0))
            QTest.keyClick(view, Qt.Key.Key_Return)
    settle()


def about_them(window, scene):
    """Return the words of every line of I dag that is about the hidden household."""
    model = window.page("today").list.model()
    said = [model.index(at, 0).data() for at in range(model.rowCount())]
    return [words for words in said if f"Skjermet husstand {scene.household_id}" in words]


def test_no_page_but_their_own_shows_who_they_are(window, case, scene):
    leaks, seen = [], []
    for where, said in tour(window, case, scene):
        # What was typed about the dwelling itself stands on the dwelling's own page and nowhere else.
        own = ABOUT_THE_DWELLING if where.startswith(f"dwellings {scene.room_id} ") else set()
        leaks += [f"{where}: {word}" for word in sorted(found(said, WORDS) - own)]
        seen.append(said)
    assert not leaks, "\n".join(leaks)
    may_be_told = [NEIGHBOUR, STREET, f"Skjermet husstand {scene.household_id}"]
    assert found(b"\n".join(seen), may_be_told) == set(may_be_told), "the control: the tour sees the others"


def test_i_dag_calls_them_by_their_number_and_never_says_where_they_live(window, case, scene):
    one = next(each for each in Agenda(case).items() if each.tenancy_id == scene.tenancy_id)
    other = next(each for each in Agenda(case).items() if each.tenancy_id == scene.neighbours_tenancy_id)
    window.session.run(lambda case: window.page("today").agenda.put_off(one, TOMORROW, MARKERS["family name"]))
    case.clock = fixed(TOMORROW)
    window.session.look_at_the_day()
    page = window.page("today")
    for place in (Place(topic="today"), place_of(one)):
        window.go(place)
        settle()
        unfold(window)
        lines = about_them(window, scene)
        assert lines and not found("\n".join(lines).encode(), [STREET, *WORDS])
    shown = in_sight(page.case_panel)
    assert f"Skjermet husstand {scene.household_id}" in shown and "Utsatt til" in shown
    assert not found(f"{shown}{window.windowTitle()}{window.status.text()}".encode(), [STREET, *WORDS])
    window.go(place_of(other))
    settle()
    shown = in_sight(page.case_panel)
    assert found(shown.encode(), [NEIGHBOUR, STREET]) == {NEIGHBOUR, STREET}, "the control shows nothing"


def test_no_search_finds_them_by_what_they_are_called(window, case, scene):
    for name, marker in MARKERS.items():
        for typed in (
            marker,
            marker[:5],
            marker[:-1],
            marker.upper(),
            *(word for word in marker.split() if len(word) > 4),
        ):
            assert found("\n".join(hits(case, typed)).encode(), WORDS) == set(), name
            assert f"Skjermet husstand {scene.household_id}" not in "\n".join(hits(case, typed)), name
    for typed in (STREET, "rom 1", f"husstand {scene.household_id}", "skjermet", "D2", "leieforhold", NEIGHBOUR):
        window.search.setText("")
        window.search.setFocus()
        QTest.keyClicks(window.search, typed)
        settle()
        assert found(everything_shown(), WORDS) == set(), typed
    assert hits(case, NEIGHBOUR) and hits(case, STREET), "the control finds nothing"


def test_a_copied_list_does_not_tell(window, case, scene):
    copied = []
    for topic in TOPICS:
        go(window, topic)
        for table in window.findChildren(RecordTable):
            if table.isVisible():
                table.selectAll()
                table.copy()
                copied.append(QApplication.clipboard().text())
    assert found("\n".join(copied).encode(), WORDS) == set()
    assert found("\n".join(copied).encode(), [NEIGHBOUR, STREET]) == {NEIGHBOUR, STREET}
    assert "Skjermet husstand" in "\n".join(copied)


def test_no_form_offers_them_by_name(window, case, scene):
    for marker in MARKERS.values():
        offered = [
            f"{c.title} {c.detail}" for c in (*household_choices(case, marker), *alike.people_alike(case, marker))
        ]
        offered += [f"{p.name} {p.detail}" for p in people_alike(case, marker, scene.household_id)]
        offered += [f"{c.title} {c.detail}" for c in dwelling_choices(case, marker)]
        assert offered == [], marker
    assert people_alike(case, NEIGHBOUR, scene.household_id), "the control offers nobody"


def test_the_index_of_the_search_holds_no_word_of_theirs(window, case):
    kept = [case.db.execute(f"select * from {table}").fetchall() for table in ("search", "search_words")]
    assert found(repr(kept).encode(), WORDS) == set()
    assert found(repr(kept).encode(), [NEIGHBOUR]), "the control finds nothing"


def by_the_side_list(window, topic):
    """Go to another page and come back by the side list, as one does to look for something else."""
    elsewhere = "landlords" if topic != "landlords" else "dwellings"
    for wanted in (elsewhere, topic):
        QTest.mouseClick(window.side.buttons[wanted], Qt.MouseButton.LeftButton)
        settle()
    assert window.here() == Place(topic=topic)


def test_their_own_case_is_not_shown_again_of_itself(window, case, scene):
    """Coming back by the side list shows the list; what is open of anybody else still stands beside it."""
    paper = next(line for line in case.papers.lines() if line.tenancy_id == scene.tenancy_id)
    neighbour = case.tenancies.get(scene.neighbours_tenancy_id).household_id
    for topic, theirs, others in (
        ("households", scene.household_id, neighbour),
        ("tenancies", scene.tenancy_id, scene.neighbours_tenancy_id),
        ("papers", paper.id, None),
    ):
        page = window.page(topic)
        go(window, topic, theirs, "facts")
        assert page.record.id == theirs and page.case_panel.header.isVisible()
        if topic != "papers":
            assert found(everything_shown(), WORDS), "the control sees nothing"
        else:
            page._allow()
            settle()
            assert page.preview.isVisible(), "the control sees nothing"
        by_the_side_list(window, topic)
        assert page.record is None and not page.case_panel.header.isVisible(), topic
        assert page.preview is None or not page.preview.isVisible() if topic == "papers" else True
        assert found(everything_shown(), WORDS) == set(), topic
        if others is not None:
            window.go(Place(topic=topic, id=others))
            by_the_side_list(window, topic)
            assert page.record.id == others and page.case_panel.header.isVisible()
            assert found(everything_shown(), [NEIGHBOUR])


def test_what_was_half_typed_in_their_case_is_kept_when_it_is_closed(window, case, scene):
    go(window, "households", scene.household_id, "facts")
    page = window.page("households")
    page.form.fields["registered_on"].set_typed("32.13.")
    by_the_side_list(window, "households")
    assert page.record is None
    go(window, "households", scene.household_id, "facts")
    assert page.form.fields["registered_on"].typed() == "32.13."


FOLLOWED_UP = {MARKERS["application's words"], MARKERS["decision's facts"], MARKERS["appeal"]}


def test_what_is_followed_up_stands_in_their_own_case_and_is_gone_with_it(window, case, scene):
    """Seen inside, with the line opened that I dag led to, and nothing left when it is closed."""
    for row in ("matters", "decisions"):
        one = next(each for each in Agenda(case).items() if each.topic == row and not each.tenancy_id)
        window.go(place_of(one))
        settle()
        assert not found(everything_shown(), WORDS)
        way = next(way for way in ways(case, one) if way.place.topic == "households" and way.letter is None)
        assert not found(f"{way.words} {way.place}".encode(), [STREET, *WORDS])
        window.go(way.place)
        settle()
        assert found(everything_shown(), FOLLOWED_UP), "the control sees nothing"
        assert not found(window.windowTitle().encode(), [STREET, *WORDS])
        by_the_side_list(window, "households")
        assert not found(everything_shown(), WORDS)


def test_a_letter_of_theirs_without_a_lease_is_asked_about_first(window, case, scene):
    go(window, "households", scene.household_id, "matters")
    page = window.page("households")
    (application,) = (m for m in case.matters.of_household(scene.household_id) if m.tenancy_id is None)
    show_letter(page, "matters", page.followed.matters, application)
    settle()
    (asked,) = (w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window)
    assert "gradert adresse" in in_sight(asked) and not found(in_sight(asked).encode(), [STREET, *WORDS])
    asked.reject()
    settle()
    assert case.papers.list("number = 'D23'") == []
