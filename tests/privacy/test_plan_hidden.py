"""Plans of a household with a graded address: nothing stands outside their case, and no address on a paper."""

import dataclasses

import pytest
from hidden import MARKERS, STREET, TODAY, WORDS, fill, main_of
from on_screen import everything_shown
from scan import found

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.words import row, said
from bolig_desktop.career.records import MarketTry, Plan, Scheme, SchemeKind, Step, StepKind, Talk, TalkKind, TryKind
from bolig_desktop.casefile import index, listing
from bolig_desktop.casefile.plan_lines import plan_lines
from bolig_desktop.documents.kinds import find as find_paper
from bolig_desktop.documents.kinds import languages_of, produce
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading
from windows import go, open_window

WISH, TOLD, TRIED, REASON, STEP = "Ønskemarxil", "Fortaltzumex", "Visningqorat", "Avslagvexim", "Stegzorumix"
OURS = (WISH, TOLD, TRIED, REASON, STEP)


@pytest.fixture
def scene(case):
    """A household with code 7 that has all a plan can have, each text with a word nobody else has."""
    made = fill(case)
    whose = {"household_id": made.household_id}
    case.save(Plan(**whose, wish=WISH, made_on=TODAY))
    case.save(Step(**whose, kind=StepKind.OTHER, text=STEP, due_on=TODAY))
    case.save(Scheme(**whose, kind=SchemeKind.START_LOAN, granted=False, answered_on=TODAY, reason=REASON))
    case.save(Talk(**whose, held_on=TODAY, kind=TalkKind.TALK, said=TOLD))
    case.save(MarketTry(**whose, tried_on=TODAY, kind=TryKind.CALL, about=TRIED))
    return made


def strict(case, scene):
    main = main_of(case, scene)
    case.shield(main, Grading.STRICTLY_CONFIDENTIAL)


def test_lists_commands_search_and_what_is_due_do_not_name_them(case, scene):
    told = [plan_lines(case), listing.rows(case, "plans"), listing.rows(case, "schemes")]
    told += [[row(one, TODAY), said(one, TODAY)] for one in Agenda(case).items()]
    told += [case.search.find(word) for word in (*OURS, MARKERS["family name"])]
    assert found(repr(told).encode(), [*WORDS, *OURS, STREET]) == set()
    assert f"Skjermet husstand {scene.household_id}" in repr(told)


def indexed(case):
    """Every byte search keeps."""
    kept = [case.db.execute(f"select * from {table}").fetchall() for table in ("search", "search_words")]
    return repr(kept).casefold().encode()


def test_the_index_knows_a_plan_until_its_household_is_shielded_and_no_word_of_it_after(case):
    made = fill(case, grading=Grading.NONE)
    whose = {"household_id": made.household_id}
    plan = case.save(Plan(**whose, wish=WISH, made_on=TODAY))
    case.save(Talk(**whose, held_on=TODAY, kind=TalkKind.TALK, said=TOLD))
    assert found(indexed(case), [WISH.casefold(), TOLD.casefold()]) == {WISH.casefold(), TOLD.casefold()}
    main = main_of(case, made)
    case.shield(main, Grading.CONFIDENTIAL)
    case.save(dataclasses.replace(plan, outcome_note=STEP))
    case.save(MarketTry(**whose, tried_on=TODAY, kind=TryKind.CALL, about=TRIED))
    hidden = [word.casefold() for word in (*OURS, MARKERS["family name"])]
    assert found(indexed(case), hidden) == set()
    index.rebuild(case)
    assert found(indexed(case), hidden) == set()


def test_no_search_finds_a_neighbours_plan_by_somebody_shielded_it_names(case, scene):
    neighbours = case.tenancies.get(scene.neighbours_tenancy_id).household_id
    case.save(Plan(household_id=neighbours, wish="Vil bo nær skolen", made_on=TODAY))
    named = f"Kjenner {MARKERS['given name']} {MARKERS['family name']}"
    talk = case.save(Talk(household_id=neighbours, held_on=TODAY, kind=TalkKind.TALK, said=named))
    for _ in range(2):
        assert found(indexed(case), [MARKERS["family name"].casefold(), "kjenner"]) == set()
        assert [hit.kind for hit in case.search.find("nær skolen")] == ["plan"]
        index.rebuild(case)
    case.save(dataclasses.replace(talk, said="Kjenner ingen her"))
    assert [hit.kind for hit in case.search.find("kjenner ingen")] == ["plan"]


def test_the_page_shows_them_inside_their_own_case_only(case, scene, qtbot):
    window = open_window(qtbot, case, 1600, 1000)
    go(window, "career")
    assert found(everything_shown(), [*WORDS, *OURS, STREET]) == set()
    plan = case.plans.of_household(scene.household_id)
    for tab in ("facts", "plan_steps", "schemes", "plan_talks", "market_tries", "loan", "history"):
        go(window, "career", plan.id, tab)
        assert found(everything_shown(), [STREET]) == set(), tab
    go(window, "today")
    assert found(everything_shown(), [*WORDS, *OURS, STREET]) == set()


def test_the_paper_gives_neither_name_nor_address(case, scene):
    plan = case.plans.of_household(scene.household_id)
    for language in languages_of(find_paper("plan")):
        pages = produce(case, "plan", plan.id, language).content
        assert found(pages, [*WORDS, STREET]) == set(), language
        assert found(pages, [WISH]) == {WISH}, "their own wish is on it"


def test_code_6_gets_no_paper(case, scene):
    strict(case, scene)
    plan = case.plans.of_household(scene.household_id)
    with pytest.raises(Refused) as refused:
        produce(case, "plan", plan.id, "nb")
    assert refused.value.problems[0].code == "tenancy.code_6"


def test_a_text_that_names_somebody_else_who_is_hidden_stands_on_no_paper_and_in_no_list(case, scene):
    neighbours = case.tenancies.get(scene.neighbours_tenancy_id).household_id
    named = f"Vil bo nær {MARKERS['given name']} {MARKERS['family name']}"
    plan = case.save(Plan(household_id=neighbours, wish=named, made_on=TODAY))
    assert [problem.field for problem in case.problems(plan) if "nam" in problem.code]
    assert found(produce(case, "plan", plan.id, "nb").content, list(WORDS)) == set()
    assert found(repr(listing.rows(case, "plans")).encode(), list(WORDS)) == set()
    mended = case.save(dataclasses.replace(plan, wish="Vil bo nær skolen"))
    assert found(produce(case, "plan", mended.id, "nb").content, ["Vil bo nær skolen"])
