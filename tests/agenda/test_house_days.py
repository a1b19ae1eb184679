"""What is due about a shared house: meetings, agreed points, conflicts, accounts; in step as it changes."""

import dataclasses
from datetime import date

import pytest

from bolig_desktop.agenda import words
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.items import Status, status
from bolig_desktop.agenda.kinds import Act
from shared_house import DAY, TODAY, a_meeting, a_point, a_talk, an_account, lived_in

KINDS = ("house_meeting", "meeting_point", "house_conflict", "cost_account")


def due(agenda):
    return {(one.kind, one.nominal) for one in agenda.items() if one.kind in KINDS}


def test_each_comes_with_its_day_and_goes_when_it_is_seen_to(case):
    house, _, leases = lived_in(case)
    agenda = Agenda(case)
    assert due(agenda) == set()
    meeting = a_meeting(case, house)
    point = a_point(case, meeting, due_on=TODAY - DAY)
    talk = a_talk(case, house, household_id=leases[0].household_id, follow_up_on=TODAY + 3 * DAY)
    account = an_account(case, house, asked_on=TODAY)
    month_on = TODAY.replace(month=12)
    assert due(agenda) == {
        ("house_meeting", (TODAY - 10 * DAY).replace(month=12)),
        ("meeting_point", TODAY - DAY),
        ("house_conflict", TODAY + 3 * DAY),
        ("cost_account", month_on),
    }
    assert due(agenda) == due(Agenda(case)), "kept in step as if read anew"
    case.save(dataclasses.replace(point, done_on=TODAY))
    case.save(dataclasses.replace(talk, closed_on=TODAY))
    case.save(dataclasses.replace(account, handed_out_on=TODAY))
    case.save(dataclasses.replace(meeting, next_on=TODAY + 5 * DAY))
    assert due(agenda) == {("house_meeting", TODAY + 5 * DAY)}
    a_meeting(case, house, held_on=TODAY, next_on=TODAY + 30 * DAY)
    assert due(agenda) == {("house_meeting", TODAY + 30 * DAY)} == due(Agenda(case))


def test_points_with_the_same_day_are_one_line_that_says_how_many(case):
    house, _, _ = lived_in(case)
    meeting = a_meeting(case, house)
    for what in ("Kost", "Bøtte"):
        a_point(case, meeting, what=what, due_on=TODAY)
    (one,) = [item for item in Agenda(case).items() if item.kind == "meeting_point"]
    assert words.why(one).startswith("2 punkt ")
    assert (one.about.act, one.about.by_hand) == (Act.MEET, False)


def test_a_house_nobody_lives_in_has_no_next_meeting(case):
    house, _, leases = lived_in(case)
    a_meeting(case, house)
    agenda = Agenda(case)
    assert any(kind == "house_meeting" for kind, _ in due(agenda))
    for lease in leases:
        case.save(dataclasses.replace(lease, moved_out_on=TODAY))
    assert due(agenda) == set() == due(Agenda(case))


def test_a_removed_point_is_gone_from_the_list(case):
    house, _, _ = lived_in(case)
    point = a_point(case, a_meeting(case, house), due_on=TODAY)
    agenda = Agenda(case)
    assert ("meeting_point", TODAY) in due(agenda)
    case.remove(point)
    assert ("meeting_point", TODAY) not in due(agenda)
    case.undo_last()
    assert ("meeting_point", TODAY) in due(agenda)


@pytest.mark.parametrize(
    ("asked_on", "nominal", "act_by"),
    [
        (date(2026, 10, 22), date(2026, 11, 22), date(2026, 11, 20)),  # 22 Nov is a Sunday: Friday
        (date(2026, 10, 31), date(2026, 11, 30), date(2026, 11, 30)),  # there is no 31 November
        (date(2026, 11, 22), date(2026, 12, 22), date(2026, 12, 22)),
    ],
)
def test_an_account_is_to_be_given_within_a_month_on_a_working_day(case, asked_on, nominal, act_by):
    house, _, _ = lived_in(case)
    an_account(case, house, asked_on=asked_on)
    (one,) = [item for item in Agenda(case).items() if item.kind == "cost_account"]
    assert (one.nominal, one.act_by) == (nominal, act_by)


@pytest.mark.parametrize(
    ("days", "where"), [(-3, Status.LATE), (1, Status.WEEK), (7, Status.WEEK), (8, Status.MONTH)]
)
def test_a_point_is_late_the_day_after_and_within_a_week(case, days, where):
    """Today is Sunday 22 November; a day on a weekend is to be kept the Friday before."""
    house, _, _ = lived_in(case)
    a_point(case, a_meeting(case, house), due_on=TODAY + days * DAY)
    (one,) = [item for item in Agenda(case).items() if item.kind == "meeting_point"]
    assert status(one, TODAY) is where
