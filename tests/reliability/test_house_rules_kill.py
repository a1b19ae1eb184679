"""A kill while a version of house rules is made or a binder is filed leaves all of it, or nothing of it."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.casefile.house_rules_making import from_library, next_version
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.documents import kinds
from bolig_desktop.documents.filing import file_made
from bolig_desktop.documents.making import Produced
from bolig_desktop.errors import TroubleKind
from build import a_house_with_rooms, a_household, a_municipality, a_tenancy
from reliability.workshop import Case, killed_while

TODAY = clock.fixed(date(2026, 11, 28))
RUNS = [pytest.param(8, id="quick"), pytest.param(150, id="full", marks=pytest.mark.long)]


def _prepared(case: Case) -> tuple[int, Produced, int]:
    """Return a house, the binder of a household in one of its rooms, and how many rules its first version has."""
    opened = case.open()
    try:
        ours = case_of(opened, TODAY)
        a_municipality(ours)
        house, room = a_house_with_rooms(ours, 1)
        household = a_household(ours)
        a_tenancy(ours, dwelling_id=room.id, household_id=household.id)
        with ours.atomic():
            made = from_library(ours, house.id)
        return house.id, kinds.produce(ours, "binder", household.id), len(ours.house_rule_lines.of_rules(made.id))
    finally:
        opened.close()


def _worker(case: Case, house_id: int, binder: Produced) -> Callable[[Callable[[int], None]], None]:
    def work(acknowledge: Callable[[int], None]) -> None:
        opened = case.open()
        ours = case_of(opened, TODAY)
        acknowledge(0)
        ours.db.execute("PRAGMA cache_size = 4").fetchall()  # long writes reach the file before they are committed
        while True:
            with ours.atomic():
                version = next_version(ours, house_id)
            acknowledge(version.version)
            file_made(ours, replace(binder, content=binder.content + b"%d" % version.version))

    return work


@pytest.mark.parametrize("kills", RUNS)
def test_a_killed_maker_of_house_rules_leaves_whole_versions_and_whole_editions(case: Case, kills: int) -> None:
    house_id, binder, rules = _prepared(case)
    chance, journals, acknowledged = random.Random(20261128), 0, set[int]()
    for _ in range(kills):
        acknowledged |= {n for n in killed_while(_worker(case, house_id, binder), chance, 4, 0.03) if n}
        opened = case.open()
        try:
            journals += TroubleKind.OLD_JOURNAL in opened.notices
            ours = case_of(opened, TODAY)
            versions = ours.house_rules.of_house(house_id)
            counts = {one.version: len(ours.house_rule_lines.of_rules(one.id)) for one in versions}
            assert set(counts.values()) == {rules}
            assert acknowledged <= set(counts)
            binders = {paper.id for paper in ours.papers.list("number = 'D9'")}
            assert binders == {edition.paper_id for edition in ours.binder_editions.of_household(binder.household_id)}
        finally:
            opened.close()
    assert binders and acknowledged
    assert journals, "nobody was killed in the middle of a write"
