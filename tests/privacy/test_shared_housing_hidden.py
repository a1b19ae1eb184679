"""A household with a graded address in a shared house: its name stands nowhere on the page of the house."""

import dataclasses
import io
import json
from datetime import timedelta
from decimal import Decimal

import pytest
from hidden import MARKERS, NEIGHBOUR, TODAY, WORDS, fill, main_of
from on_screen import everything_shown
from pypdf import PdfReader
from PySide6.QtWidgets import QWidget
from scan import found

from bolig_desktop.agenda import words
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.casefile import listing
from bolig_desktop.casefile.house_lines import house_lines, room_lines
from bolig_desktop.casefile.house_rules_making import from_library, next_version
from bolig_desktop.casefile.house_texts import changes
from bolig_desktop.casefile.sharing import houses
from bolig_desktop.documents import kinds
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading
from bolig_desktop.shared_housing.records import (
    BenefitForms,
    ConflictStep,
    CostAccount,
    CostKind,
    CostSplit,
    HouseConflict,
    HouseMeeting,
    HouseRule,
    MeetingPoint,
    NeighbourLetter,
    NewcomerTalk,
    RuleGroup,
    RuleSignature,
    SharedCost,
    WorkerHours,
)
from drive import settle
from windows import go, open_window

INTERPRETER = "Signatolkix"
TABS = ("residents", "meetings", "conflicts", "costs", "running", "rules", "signatures", "changes", "history")
NAMED = f"Snakk lavt når {MARKERS['given name']} {MARKERS['family name']} sover."


def live_there(case, house, made, named):
    """One of everything that is kept about a house; where they are hidden afterwards, all of it names them."""
    meeting = case.save(
        HouseMeeting(house_id=house.id, held_on=TODAY, present=str(made.room_id), minute=named, interpreter=named)
    )
    case.save(MeetingPoint(meeting_id=meeting.id, what=named or "Kost", who=named, due_on=TODAY))
    case.save(
        HouseConflict(
            house_id=house.id, step=ConflictStep.TALK, happened_on=TODAY, topic=RuleGroup.QUIET,
            household_id=made.household_id, facts=named or "Musikk.", agreed=named, follow_up_on=TODAY,
        )
    )  # fmt: skip
    case.save(WorkerHours(house_id=house.id, month="2026-11", who="KM", hours=Decimal(2), tasks=named))
    case.save(
        SharedCost(
            house_id=house.id, month="2026-11", kind=CostKind.POWER, amount_ore=999, split=CostSplit.RESIDENTS,
            voucher=named,
        )
    )  # fmt: skip
    case.save(CostAccount(house_id=house.id, year=2026, asked_on=TODAY, dwelling_id=made.room_id))
    case.save(NeighbourLetter(house_id=house.id, contact=named))
    case.save(NewcomerTalk(house_id=house.id, household_id=made.household_id, interpreter=named))
    case.save(BenefitForms(tenancy_id=made.tenancy_id, form_9s01_on=TODAY))
    change_it(case, meeting, made, named)


def change_it(case, meeting, made, named):
    """Change what has a history of its own: what stood there before stands in it, whoever it names."""
    case.save(dataclasses.replace(meeting, minute=f"{named} Vi snakket om støy.", next_on=TODAY + timedelta(days=9)))
    (conflict,) = case.house_conflicts.list()
    case.save(dataclasses.replace(conflict, household_id=None, agreed=f"{named} Stille etter 23."))
    case.save(dataclasses.replace(conflict, household_id=made.household_id))
    (cost,) = case.shared_costs.list()
    case.save(dataclasses.replace(cost, voucher=f"{named} 12"))


@pytest.fixture(params=[Grading.CONFIDENTIAL, Grading.NONE], ids=["hidden from the first", "hidden afterwards"])
def scene(request, case):
    """Their house with rules they have signed, and a draft; where they are hidden afterwards, both name them."""
    made = fill(case, grading=request.param)
    (house,) = houses(case)
    first = dataclasses.replace(from_library(case, house.id), agreed_on=TODAY, house_contact="miljøarbeideren")
    afterwards = request.param is Grading.NONE
    if afterwards:
        facts = {"rules_id": first.id, "topic": RuleGroup.QUIET, "text": NAMED}
        case.save(HouseRule(**facts))
        first = dataclasses.replace(first, change=NAMED)
    first = case.save(dataclasses.replace(first, valid_from=TODAY))
    case.save(
        RuleSignature(
            rules_id=first.id, household_id=made.household_id, signed_on=TODAY, language="prs",
            interpreter=INTERPRETER,
        )
    )  # fmt: skip
    live_there(case, house, made, NAMED if afterwards else "")
    draft = next_version(case, house.id)
    for line in case.house_rule_lines.of_rules(draft.id):
        if line.text:
            case.remove(line)
    return made


@pytest.fixture
def window(qtbot, case, scene):
    """The whole window; where they are not hidden yet, the house is seen first, and they are hidden after."""
    shown = open_window(qtbot, case, 1600, 1000)
    main = main_of(case, scene)
    if not main.is_shielded:
        seen = b"".join(said for _, said in tour(shown, case))
        assert found(seen, [MARKERS["household's name"]]), "the control sees nothing"
        assert found(seen, [INTERPRETER])
        shown.session.run(lambda case: case.shield(main, Grading.CONFIDENTIAL))
        settle()
    return shown


def tour(window, case):
    """Look at the list, and at every tab of every version of the house."""
    (house,) = houses(case)
    go(window, "shared_housing")
    yield "list", everything_shown()
    for tab in [*TABS, *(f"rules {version.id}" for version in case.house_rules.of_house(house.id))]:
        go(window, "shared_housing", house.id, tab)
        yield tab, everything_shown()
    page = window.page("shared_housing")
    page.case_panel.tabs.choose("signatures")
    page.signing.signatures.begin()
    settle()
    yield "the form of a signature", everything_shown()
    page.signing.signatures.list.close_form()


def test_their_name_stands_nowhere_on_the_page_of_the_house(window, case, scene):
    leaks, seen = [], b""
    for where, said in tour(window, case):
        hidden = [*WORDS, INTERPRETER]
        # What was typed of the house itself stands in the field it was typed in, to be mended there.
        if where.startswith("rules"):
            said = said.replace(NAMED.encode(), b"")
        leaks += [f"{where}: {word}" for word in sorted(found(said, hidden))]
        seen += said
    assert not leaks, "\n".join(leaks)
    assert f"Skjermet husstand {scene.household_id}".encode() in seen
    assert "Endring i et møte".encode() in seen and b"Neste m\xc3\xb8te: tomt" in seen, "the history says what"
    assert NEIGHBOUR.encode() in seen


def test_what_is_read_for_the_page_does_not_name_them(case, scene):
    main = main_of(case, scene)
    case.shield(main, Grading.CONFIDENTIAL)
    (house,) = houses(case)
    read = repr([house_lines(case), room_lines(case, house.id), changes(case, house.id)]).encode()
    assert found(read, list(WORDS)) == set()
    theirs = next(line for line in room_lines(case, house.id) if line.household_id == scene.household_id)
    assert (theirs.household, theirs.language) == (f"Skjermet husstand {scene.household_id}", "")


def test_with_code_6_nobody_is_said_to_live_there(case, scene, qtbot):
    main = main_of(case, scene)
    case.shield(main, Grading.STRICTLY_CONFIDENTIAL)
    (house,) = houses(case)
    theirs = next(line for line in room_lines(case, house.id) if line.dwelling_id == scene.room_id)
    assert theirs.is_hidden
    assert (theirs.household_id, theirs.household, theirs.tenancy_id, theirs.language) == (None, "", None, "")
    window = open_window(qtbot, case, 1600, 1000)
    for tab in TABS:
        panel: QWidget = go(window, "shared_housing", house.id, tab).case_panel
        said = " ".join(widget.accessibleName() for widget in panel.findChildren(QWidget) if widget.isVisible())
        assert f"husstand {scene.household_id}" not in said + everything_shown().decode()


def test_a_rule_that_names_somebody_shielded_is_warned_about_and_not_shown_in_lists(case, scene):
    main = main_of(case, scene)
    if not main.is_shielded:
        case.shield(main, Grading.CONFIDENTIAL)
    (house,) = houses(case)
    draft = case.house_rules.of_house(house.id)[-1]
    named = HouseRule(rules_id=draft.id, topic=RuleGroup.QUIET, text=NAMED)
    assert [problem for problem in case.problems(named) if problem.field == "text"]
    case.save(named)
    assert found(repr(changes(case, house.id)).encode(), list(WORDS)) == set()


def shielded(case, scene, **more):
    """Their main person, changed and shielded."""
    person = main_of(case, scene)
    person = case.save(dataclasses.replace(person, **more)) if more else person
    if not person.is_shielded:
        case.shield(person, Grading.CONFIDENTIAL)


def test_the_language_they_speak_is_not_told(case, scene):
    shielded(case, scene, language="prs")
    (house,) = houses(case)
    theirs = next(line for line in room_lines(case, house.id) if line.household_id == scene.household_id)
    assert theirs.language == ""


def test_a_rule_of_the_library_does_not_name_them_among_the_changes(case, scene):
    shielded(case, scene)
    (house,) = houses(case)
    case.save(dataclasses.replace(case.house_rules.of_house(house.id)[-1], meeting_place=NAMED))
    assert found(repr(changes(case, house.id)).encode(), list(WORDS)) == set()


def test_lists_search_what_is_due_and_papers_of_daily_life_do_not_name_them(case, scene):
    main = main_of(case, scene)
    if not main.is_shielded:
        assert found(repr(listing.rows(case, "meetings")).encode(), list(WORDS)), "the control sees nothing"
        case.shield(main, Grading.CONFIDENTIAL)
    (house,) = houses(case)
    listed = repr(listing.rows(case, "meetings"))
    due = json.dumps([words.row(one, TODAY) for one in Agenda(case).items()], ensure_ascii=False)
    hits = repr([case.search.find(word) for word in (*WORDS, "beboermøte", "konflikt", "musikk", "Snakk lavt")])
    (meeting,) = case.house_meetings.list()
    (account,) = case.cost_accounts.list()
    ids = {"meeting": meeting.id, "neighbour-letter": house.id, "house-account": account.id}
    papers = [kinds.produce(case, name, row_id).content for name, row_id in ids.items()]
    text = " ".join(page.extract_text() for pdf in papers for page in PdfReader(io.BytesIO(pdf)).pages)
    household = [word for word in WORDS if word in MARKERS.values()]
    assert found(f"{listed} {due} {hits} {text}".encode(), household) == set()
    assert "beboermøte" in hits.casefold(), "the meeting itself is found"
    assert f"Skjermet husstand {scene.household_id}" not in text


def test_code_6_is_refused_in_the_log_and_a_newcomer(case, scene):
    main = main_of(case, scene)
    case.shield(main, Grading.STRICTLY_CONFIDENTIAL)
    (house,) = houses(case)
    entry = HouseConflict(
        house_id=house.id, step=ConflictStep.TALK, happened_on=TODAY, topic=RuleGroup.QUIET, facts="Musikk.",
        household_id=scene.household_id,
    )  # fmt: skip
    for record in (entry, NewcomerTalk(house_id=house.id, household_id=scene.household_id)):
        with pytest.raises(Refused) as refused:
            case.save(record)
        assert refused.value.problems[0].code.endswith("code_6")
