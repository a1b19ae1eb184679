"""Nothing falls off the list by itself: random histories walked day by day, with a clock that moves."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from agenda.oracle import check_applications, check_leases, check_line, is_accounted_for
from agenda.world import DAY, StandIn, World
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.items import Item, Key
from bolig_desktop.casefile import CaseFile, checks
from bolig_desktop.people.records import Person
from bolig_desktop.storage import history
from bolig_desktop.storage.file import open_in_memory
from build import a_dwelling, a_house_with_rooms, a_household, a_municipality, a_person

FIRST = date(2023, 10, 2)
TAIL = 100
"""Days walked after the last thing that happens: more than the three months of husleieloven § 9-2."""

Story = tuple[int, int, list[tuple[int, int, int]]]
STORIES = st.tuples(
    st.integers(0, 1500),
    st.integers(0, 10**6),
    # Days since the thing before, what happens, and a roll that decides the rest of it.
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 16), st.integers(0, 10**6)), min_size=4, max_size=12),
)


class Moving:
    """A clock that shows the day it is set to."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> date:
        return self.day

    def now(self) -> str:
        return datetime.combine(self.day, time(12), UTC).isoformat()


def in_lists(first: date) -> World:
    case = StandIn(Moving(first))
    for name in ("Selam", "Omar"):
        case.save(Person(given_name=name, born_on=date(1990, 1, 1)))
    return World(case, case.all, first)


def in_a_file(first: date, monkeypatch: pytest.MonkeyPatch) -> World:
    """The same two people and four units, behind the one door for writes; the history is written on their days."""
    clock = Moving(first)
    for room in (history, checks):
        monkeypatch.setattr(room, "now_utc", clock.now)
    case = CaseFile(open_in_memory(), clock=clock)
    a_municipality(case)
    a_dwelling(case)
    a_dwelling(case, street="Parkveien 3")
    a_house_with_rooms(case, 1)
    for name in ("Selam", "Omar"):
        a_household(case, a_person(case, given_name=name, born_on=date(1990, 1, 1)))
    return World(case, lambda kind: next(store for store in case.stores() if store.record is kind).list(), first)


def walk(world: World, story: Story) -> None:
    """Let everything happen on its day, and look at the list on every single day."""
    _, roll, events = story
    happening: dict[date, list[tuple[int, int]]] = {world.today: [(0, roll)]}
    last = world.today
    for gap, action, roll in events:
        last += gap * DAY
        happening.setdefault(last, []).append((action, roll))
    before: dict[Key, Item] = {}
    while world.today <= last + TAIL * DAY:
        world.written = set()
        for action, roll in happening.get(world.today, ()):
            world.act(action, roll)
            if isinstance(world.case, CaseFile):
                assert world.agenda.items() == Agenda(world.case).items()
        before = look(world, before)
        world.case.clock.day = world.today = world.today + DAY


def look(world: World, before: dict[Key, Item]) -> dict[Key, Item]:
    """Hold one day's list against the facts and against the day before; return its lines."""
    shown = world.agenda.items()
    now = {one.key: one for one in shown}
    assert len(now) == len(shown), "a line stands there twice"
    for key in before.keys() - now.keys():
        assert is_accounted_for(world, before[key], shown), (world.today, before[key])
    for key, one in now.items():
        check_line(one, world.today, is_new=before.get(key) != one)
    check_leases(world, shown)
    check_applications(world, shown)
    return now


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(STORIES)
def test_nothing_falls_off_by_itself(story: Story) -> None:
    walk(in_lists(FIRST + story[0] * DAY), story)


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_nothing_falls_off_by_itself_in_ten_thousand_histories(part: int) -> None:
    @seed(part)
    @settings(max_examples=500, derandomize=False, database=None, suppress_health_check=list(HealthCheck))
    @given(STORIES)
    def walked(story: Story) -> None:
        walk(in_lists(FIRST + story[0] * DAY), story)

    walked()


@pytest.mark.parametrize("count", [pytest.param(6, id="quick"), pytest.param(100, id="full", marks=pytest.mark.long)])
def test_the_same_in_a_case_file_and_what_is_kept_in_step_is_what_is_read_anew(count: int) -> None:
    @settings(max_examples=count, suppress_health_check=list(HealthCheck))
    @given(STORIES)
    def walked(story: Story) -> None:
        with pytest.MonkeyPatch.context() as monkeypatch:
            walk(in_a_file(FIRST + story[0] * DAY, monkeypatch), story)

    walked()
