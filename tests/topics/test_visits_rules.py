"""The plan of visits and what a visit must be, on both sides of each edge; routines of ours but for § 5-6."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.visits import rules
from bolig_desktop.visits.records import (
    GuidanceTopic,
    NextVisit,
    OwnTopic,
    Reading,
    Task,
    Visit,
    VisitKind,
    VisitState,
    VisitWish,
    WhyNot,
    own_text,
    own_topics,
)

IN = date(2026, 9, 1)
TODAY = date(2026, 11, 22)
WEEKS, EVERY = (1, 2, 4, 8, 12), 13
DAY = timedelta(days=1)


def d(text):
    return date.fromisoformat(text)


def made(day, **more):
    return Visit(household_id=1, visited_on=day, **more)


def coming(*visits, **more):
    return rules.next_visit(visits, **({"moved_in": IN, "weeks": WEEKS, "every_weeks": EVERY} | more))


@pytest.mark.parametrize("text", ["1, 2, 4", "1,2,4", "1 2  4", "1;2;4", " 1, 2, 4, "])
def test_a_plan_is_read_however_it_is_typed(text):
    assert rules.plan_weeks(text) == (1, 2, 4)


@pytest.mark.parametrize(
    "text", ["", "x", "0", "1, 1", "4, 2", "-1", "1.5", "261", "1, 2, ²", ", ".join(map(str, range(1, 22)))]
)
def test_what_is_no_plan_is_refused(text):
    with pytest.raises(ValueError):
        rules.plan_weeks(text)


def test_the_longest_plan_and_the_last_week_are_let_through():
    assert len(rules.plan_weeks(" ".join(map(str, range(1, 21))))) == 20
    assert rules.plan_weeks("260") == (260,)


def test_the_first_visit_is_the_first_step():
    assert (coming().day, coming().week) == (IN + timedelta(weeks=1), 1)


@pytest.mark.parametrize(
    ("days_after", "week"),
    # Half the distance to a step must be left: week 2 is a week after week 1, week 4 two weeks after week 2 …
    [(7, 2), (10, 2), (11, 4), (14, 4), (21, 4), (22, 8), (42, 8), (43, 12), (70, 12)],
)
def test_a_late_visit_does_not_bring_the_next_the_day_after(days_after, week):
    assert coming(made(IN + timedelta(days=days_after))).week == week


def test_after_the_steps_they_come_so_many_weeks_after_the_last():
    last = IN + timedelta(days=71)
    assert coming(made(last)) == rules.NextVisit(last + timedelta(weeks=EVERY))


def test_what_is_agreed_comes_first_the_earliest_of_them():
    later = Visit(id=1, household_id=1, planned_on=d("2027-01-10"))
    sooner = Visit(id=2, household_id=1, planned_on=d("2026-12-10"))
    off = Visit(id=3, household_id=1, planned_on=d("2026-12-01"), why_not=WhyNot.NOBODY_HOME)
    assert coming(made(IN), later, sooner, off) == rules.NextVisit(d("2026-12-10"), visit_id=2)


def test_a_visit_that_came_to_nothing_moves_nothing():
    off = Visit(household_id=1, planned_on=IN + timedelta(weeks=1), why_not=WhyNot.NOBODY_HOME)
    assert coming(off) == coming()


def test_the_day_agreed_for_the_next_goes_before_the_plan():
    assert coming(made(IN, next_on=d("2026-10-15"))) == rules.NextVisit(d("2026-10-15"))


def test_a_problem_brings_the_next_visit_within_two_weeks_and_never_later():
    last = IN + timedelta(weeks=12)
    assert coming(made(last, heating="tp")) == rules.NextVisit(last + timedelta(weeks=2), sooner=True)
    assert coming(made(IN + timedelta(days=1), heating="tp")).week == 1, "the step comes sooner still"
    assert coming(made(last - 30 * DAY, heating="tp"), made(last, heating="s")).sooner is False, "it is mended"


@pytest.mark.parametrize(("begun", "is_missed"), [(84, True), (85, False)])
def test_steps_that_were_over_before_the_file_was_begun_are_not_missed(begun, is_missed):
    since = IN + timedelta(days=begun)
    found = coming(counted_from=since)
    assert found == (coming() if is_missed else rules.NextVisit(since + timedelta(weeks=EVERY)))


def test_the_state_of_a_visit():
    agreed = Visit(household_id=1, planned_on=TODAY)
    assert rules.state(agreed, TODAY) is VisitState.AGREED
    assert rules.state(agreed, TODAY + DAY) is VisitState.TO_REGISTER
    assert rules.state(replace(agreed, visited_on=TODAY), TODAY) is VisitState.DONE
    assert rules.state(replace(agreed, why_not=WhyNot.NOBODY_HOME), TODAY) is VisitState.NOT_DONE


def test_how_a_topic_stands_is_what_was_ever_done_and_what_was_a_problem_last():
    visits = [
        made(d("2026-10-01"), heating="tp", waste="t"),
        made(d("2026-09-08"), heating="s"),
        made(d("2026-11-01")),
    ]
    standing = {one.topic: one for one in rules.standings(visits)}
    heating, waste, fire = (standing[GuidanceTopic(name)] for name in ("heating", "waste", "fire"))
    assert (heating.told, heating.shown, heating.times, heating.is_problem) == (True, True, 2, True)
    assert heating.last == d("2026-10-01") and heating.is_weak
    assert waste.is_weak and not waste.is_problem, "told of, never shown"
    assert fire.last is None and fire.is_weak
    shown = {one.topic: one for one in rules.standings([*visits, made(d("2026-11-02"), heating="r")])}
    assert not shown[GuidanceTopic.HEATING].is_weak
    assert len(standing) == len(GuidanceTopic)


# what a visit must be


def codes(visit, **around):
    facts = {"others": (), "settled_on": None, "notice_days": 3, "today": TODAY}
    return {(one.field, one.code, one.hard) for one in rules.visit_problems(visit, **(facts | around))}


def test_a_visit_has_a_day():
    assert codes(Visit(household_id=1)) == {("planned_on", "visit.no_day", True)}
    assert codes(made(TODAY)) == set()


@pytest.mark.parametrize(("day", "found"), [(TODAY, set()), (TODAY + DAY, {("visited_on", "visit.ahead", True)})])
def test_a_visit_is_not_made_ahead_of_today(day, found):
    assert codes(made(day)) == found


def test_done_and_not_done_at_once_is_refused():
    both = made(TODAY, planned_on=TODAY, why_not=WhyNot.NOBODY_HOME)
    assert ("why_not", "visit.both_done_and_not", True) in codes(both)
    assert ("why_not", "visit.nothing_agreed", True) in codes(Visit(household_id=1, why_not=WhyNot.NOBODY_HOME))


@pytest.mark.parametrize(("days", "wrong"), [(0, True), (-1, True), (1, False)])
def test_the_next_visit_is_after_this_one(days, wrong):
    found = codes(made(TODAY, next_on=TODAY + days * DAY))
    assert (("next_on", "visit.next_before", True) in found) is wrong


def test_two_visits_on_one_day_are_warned_of_but_not_one_that_came_to_nothing():
    other = Visit(id=2, household_id=1, planned_on=TODAY)
    assert codes(made(TODAY), others=[other]) == {("visited_on", "visit.same_day", False)}
    assert codes(made(TODAY), others=[replace(other, why_not=WhyNot.NOBODY_HOME)]) == set()
    assert codes(made(TODAY - DAY), others=[other]) == set()


@pytest.mark.parametrize(("settled", "warned"), [(TODAY, False), (TODAY + DAY, True)])
def test_a_visit_before_settlement_is_warned_of(settled, warned):
    assert (codes(made(TODAY), settled_on=settled) == {("visited_on", "visit.before_settlement", False)}) is warned


ENDS = {("time_to", "visit.ends_before_it_begins", True)}


@pytest.mark.parametrize(
    ("begin", "end", "found"),
    [("10.00", "11.00", set()), ("10.00", "", set()), ("10.00", "10.00", ENDS), ("10.00", "09.59", ENDS),
     ("25.00", "", {("time_from", "house_rules.clock", True)})],
)  # fmt: skip
def test_the_times_are_times_and_in_order(begin, end, found):
    assert codes(made(TODAY, time_from=begin, time_to=end)) == found


@pytest.mark.parametrize("letters", ["x", "st", "tt", "tsrpx", "T"])
def test_a_topic_holds_only_its_letters_in_order(letters):
    assert codes(made(TODAY, heating=letters)) == {("heating", "visit.unknown_mark", True)}


def test_topics_are_gone_through_at_a_visit_that_was_made():
    agreed = Visit(household_id=1, planned_on=TODAY, heating="t")
    assert codes(agreed) == {("heating", "visit.marks_before_it", True)}
    assert codes(made(TODAY, heating="tsrp")) == set()


# HL-5-6 (husleieloven § 5-6): notice in reasonable time; the number of working days is a setting of ours.
LATE = {("noticed_on", "visit.notice_late", False)}
INSPECTION = Visit(household_id=1, kind=VisitKind.INSPECTION, planned_on=d("2026-11-30"))  # a Monday


def test_three_working_days_before_a_monday_is_the_wednesday_before():
    assert rules.notice_by(d("2026-11-30"), 3) == d("2026-11-25")
    assert rules.notice_by(d("2026-12-28"), 3) == d("2026-12-22"), (
        "Christmas Day and the second day are no working days"
    )
    assert rules.notice_by(d("2026-11-30"), 0) == d("2026-11-30")


@pytest.mark.parametrize(
    ("noticed", "found"),
    [("2026-11-25", set()), ("2026-11-26", LATE), ("2026-11-30", LATE),
     ("2026-12-01", {("noticed_on", "visit.notice_after", True)})],
)  # fmt: skip
def test_an_inspection_is_told_of_in_time(noticed, found):
    assert codes(replace(INSPECTION, noticed_on=d(noticed))) == found


@pytest.mark.parametrize(("today", "warned"), [("2026-11-25", False), ("2026-11-26", True)])
def test_an_inspection_nobody_was_told_of_is_warned_of_when_it_is_too_late(today, warned):
    found = codes(INSPECTION, today=d(today))
    assert (("noticed_on", "visit.no_notice", False) in found) is warned
    problems = rules.visit_problems(INSPECTION, others=(), settled_on=None, notice_days=3, today=d("2026-11-26"))
    assert [one.section for one in problems] == ["husleieloven § 5-6"]


def test_guidance_needs_no_notice_and_is_voluntary():
    guidance = replace(INSPECTION, kind=VisitKind.GUIDANCE)
    assert codes(guidance, today=d("2026-11-29")) == set()
    wish = VisitWish(household_id=1, asked_on=d("2026-10-01"))
    assert codes(guidance, wish=wish) == {("kind", "visit.not_wanted", False)}
    assert codes(guidance, wish=replace(wish, wanted=True)) == set()
    assert codes(INSPECTION, wish=wish) == set()


def test_code_6_is_not_visited_from_here():
    assert codes(made(TODAY), is_strict=True) == {("", "tenancy.code_6", True)}


def test_a_wish_is_asked_once_and_not_ahead():
    wish = VisitWish(household_id=1, asked_on=TODAY)
    assert rules.wish_problems(wish, others=(), today=TODAY) == []
    assert [p.code for p in rules.wish_problems(wish, others=[wish], today=TODAY - DAY)] == [
        "visit.wish_there", "visit.asked_ahead",
    ]  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 900), st.sampled_from(["", "t", "sp", "p"])), max_size=8))
def test_the_next_is_always_after_the_last_and_never_more_than_a_round_or_a_step_away(story):
    visits = [made(IN + timedelta(days=days), heating=marks) for days, marks in story]
    found = coming(*visits)
    last = max((one.visited_on for one in visits), default=IN)
    assert last < found.day <= max(last, IN) + timedelta(weeks=EVERY)


def problems(visit, **more):
    facts = {"others": [], "settled_on": None, "notice_days": 3, "today": TODAY} | more
    return [(one.field, one.code) for one in rules.visit_problems(visit, **facts)]


@given(st.lists(st.tuples(st.sampled_from(["", "t", "ts", "srp", "p"]), st.text(max_size=70)), max_size=8))
def test_own_topics_come_back_as_they_were_kept(topics):
    text = own_text(OwnTopic(*one) for one in topics)
    assert own_text(own_topics(text)) == text
    assert len(own_topics(text)) <= len(topics) and all(words.strip() == words for _, words in own_topics(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tp|Sykkelboden", None),
        ("pt|Sykkelboden", "visit.unknown_mark"),
        ("x|Sykkelboden", "visit.unknown_mark"),
        ("Sykkelboden", "visit.unknown_mark"),
        ("t|Boden\ns|boden", "visit.topic_twice"),
        ("\n".join(f"t|Tema {n}" for n in range(rules.MOST_OWN)), None),
        ("\n".join(f"t|Tema {n}" for n in range(rules.MOST_OWN + 1)), "visit.too_many_topics"),
        ("t|" + "a" * rules.LONGEST_OWN, None),
        ("t|" + "a" * (rules.LONGEST_OWN + 1), "visit.topic_too_long"),
    ],
)
def test_topics_of_their_own_are_few_and_short(text, code):
    assert problems(made(TODAY, own_topics=text)) == ([] if code is None else [("own_topics", code)])


def test_own_topics_are_marked_once_the_visit_is_made():
    ahead = Visit(household_id=1, planned_on=TODAY + DAY, own_topics="|Boden")
    assert problems(ahead) == []
    assert problems(replace(ahead, own_topics="t|Boden")) == [("own_topics", "visit.marks_before_it")]


def test_an_own_topic_is_weak_until_it_is_shown_and_no_problem_at_the_last():
    first, second = made(IN, own_topics="tp|Sykkelboden"), made(IN + DAY, own_topics="s|sykkelBODEN")
    assert rules.weak_own([first]) == ["Sykkelboden"]
    assert rules.weak_own([first, second]) == []
    assert rules.weak_own([second, replace(first, visited_on=IN + 2 * DAY)]) == ["Sykkelboden"]
    (standing,) = rules.standings([first, second])[len(GuidanceTopic) :]
    assert (standing.topic, standing.times, standing.told, standing.shown) == ("sykkelBODEN", 2, True, True)
    late = replace(first, visited_on=IN + timedelta(weeks=13))
    assert coming(late).sooner and not coming(replace(second, visited_on=late.visited_on)).sooner


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("0", []),
        ("-0.1", ["number.negative"]),
        ("99999999", []),
        ("100000000", ["visit.reading_too_high"]),
    ],
)
def test_a_meter_shows_what_a_meter_can(value, found):
    assert problems(made(TODAY, water_reading=Decimal(value))) == [("water_reading", code) for code in found]


def test_a_reading_below_the_last_is_told_of_and_no_hindrance():
    last = {"power": Reading(IN, Decimal(500))}
    (problem,) = rules.visit_problems(
        made(TODAY, power_reading=Decimal("499.9")), others=[], settled_on=None, notice_days=3, today=TODAY, read=last
    )
    assert (problem.code, problem.hard, problem.facts["day"]) == ("visit.reading_falls", False, IN)
    assert problems(made(TODAY, power_reading=Decimal(500)), read=last) == []
    ahead = Visit(household_id=1, planned_on=TODAY + DAY, power_reading=Decimal(1))
    assert problems(ahead) == [("power_reading", "visit.reading_before_it")]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, None),
        ({"what": "  "}, "task.says_nothing"),
        ({"done_on": TODAY}, None),
        ({"done_on": TODAY + DAY}, "task.done_ahead"),
    ],
)
def test_a_task_says_something_and_is_not_done_ahead(changed, code):
    task = replace(Task(household_id=1, what="Ring", due_on=TODAY), **changed)
    assert [one.code for one in rules.task_problems(task, today=TODAY)] == ([] if code is None else [code])
    assert [one.code for one in rules.task_problems(task, today=TODAY, is_strict=True)] == ["tenancy.code_6"]


@pytest.mark.parametrize(
    ("found_on", "coming_on", "due_on"),
    [
        ("2026-11-20", None, "2026-12-04"),
        ("2026-11-21", None, "2026-12-04"),  # two weeks on is a Saturday
        ("2026-11-20", "2026-12-02", "2026-12-02"),
        ("2026-11-20", "2026-12-05", "2026-12-04"),
        ("2026-11-20", "2027-02-01", "2026-12-04"),
        ("2026-01-05", None, "2026-11-22"),  # never a day that is over
    ],
)
def test_what_was_found_is_done_before_the_next_visit_and_within_two_weeks(found_on, coming_on, due_on):
    coming_visit = None if coming_on is None else NextVisit(d(coming_on))
    assert rules.task_day(coming_visit, d(found_on), TODAY) == d(due_on)
