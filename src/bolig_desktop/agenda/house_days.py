"""What is due in the daily life of shared houses: meetings, agreed points, conflicts, accounts asked for."""

from collections import defaultdict
from typing import Any, TypeVar

from bolig_desktop.agenda.items import Item, item, one_line
from bolig_desktop.casefile import CaseFile, sharing
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_months
from bolig_desktop.shared_housing import rules
from bolig_desktop.storage.store import Store

R = TypeVar("R", bound=Any)
TOPIC = "shared_housing"
ACCOUNT_MONTHS = 1
"""How long after a yearly account is asked for it is to be handed out (a routine of ours; § 3-4 gives no day)."""


def daily_life(case: CaseFile, house_id: int | None = None) -> dict[int, list[Item]]:
    """Return what is due in the daily life of every house, or of the one, by its id; nothing for one given up."""
    found: dict[int, list[Item]] = defaultdict(list)
    of_meetings(case, house_id, found)
    for house, entries in _by_house(case.house_conflicts, house_id).items():
        open_ones = rules.to_follow_up(entries)
        found[house] += one_line(
            item("house_conflict", TOPIC, house, clocks.ours(one.follow_up_on), dwelling_id=house, record=one.id or 0)
            for one in open_ones
            if one.follow_up_on is not None
        )
    for house, accounts in _by_house(case.cost_accounts, house_id).items():
        found[house] += one_line(
            item(
                "cost_account",
                TOPIC,
                house,
                clocks.ours(add_months(one.asked_on, ACCOUNT_MONTHS)),
                dwelling_id=house,
                record=one.id or 0,
            )
            for one in accounts
            if one.asked_on is not None and one.handed_out_on is None
        )
    return {house: items for house, items in found.items() if items}


def of_meetings(case: CaseFile, house_id: int | None, found: dict[int, list[Item]]) -> None:
    """Add the next meeting of each house somebody lives in, and what was agreed to be done by a day and is not."""
    today, houses = case.clock(), _by_house(case.house_meetings, house_id)
    living = sharing.living(case, house_id) if houses else {}
    of_meeting = {one.id: one.house_id for meetings in houses.values() for one in meetings}
    for house, meetings in houses.items():
        coming = rules.next_meeting(meetings, today)
        if coming is not None and living.get(house):
            found[house].append(item("house_meeting", TOPIC, house, clocks.ours(coming), dwelling_id=house))
    points: dict[int, list[Item]] = defaultdict(list)
    for point in case.meeting_points.list("done_on is null and due_on is not null") if of_meeting else []:
        if point.meeting_id in of_meeting and point.due_on is not None:
            house = of_meeting[point.meeting_id]
            due = clocks.ours(point.due_on)
            points[house].append(item("meeting_point", TOPIC, house, due, dwelling_id=house, record=point.id or 0))
    for house, items in points.items():
        found[house] += one_line(items)


def _by_house(store: Store[R], house_id: int | None) -> dict[int, list[R]]:
    rows = store.list() if house_id is None else store.list("house_id = ?", [house_id])
    found: dict[int, list[R]] = defaultdict(list)
    for one in rows:
        found[one.house_id].append(one)
    return found
