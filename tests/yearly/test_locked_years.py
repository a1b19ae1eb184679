"""A locked year keeps its figures, says what has changed since, and is counted anew when it is unlocked."""

from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.allocation.records import LockedYear
from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import PermitKind
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.yearly import locking
from bolig_desktop.yearly.hiding import hidden
from bolig_desktop.yearly.year import figures_of
from build import a_household, a_municipality, a_person


@pytest.fixture
def case():
    made = CaseFile(open_in_memory(), clock=clock.fixed(date(2026, 1, 12)))
    a_municipality(made)
    a_household(made, a_person(made, settled_on=date(2025, 3, 1)))
    return made


def test_what_comes_later_does_not_move_it_and_is_told_of(case):
    locking.lock(case, 2025, figures_of(case, 2025))
    assert figures_of(case, 2025)["settled"].unsure == [], "nothing has changed"
    a_household(case, a_person(case, settled_on=date(2025, 12, 1)))
    found = figures_of(case, 2025)
    assert (found["settled"].value, found["settled_q4"].value, found["reunited"].value) == (1, 0, 0)
    (said,) = found["settled"].unsure
    assert (said.code, said.facts) == ("unsure.other_now", {"day": date(2026, 1, 12), "now": 2})
    assert found["reunited"].unsure == []
    locking.unlock(case, 2025)
    assert figures_of(case, 2025)["settled"].value == 2
    case.undo_last()
    assert figures_of(case, 2025)["settled"].value == 1


def test_how_few_stood_behind_a_mean_when_it_was_locked_decides_what_is_told(case):
    """Five more who are written in later make the locked mean no mean of six."""
    came = {"settled_on": date(2025, 3, 11), "permit": PermitKind.ASYLUM}
    a_household(case, a_person(case, permit_on=date(2025, 3, 1), **came))
    locking.lock(case, 2025, figures_of(case, 2025))
    for _ in range(5):
        a_household(case, a_person(case, permit_on=date(2025, 1, 1), **came))
    found = figures_of(case, 2025)
    assert (found["permit_to_settlement"].value, len(found["permit_to_settlement"].rows)) == (10, 6)
    assert "permit_to_settlement" in hidden(found)
    locking.unlock(case, 2025)
    assert "permit_to_settlement" not in hidden(figures_of(case, 2025))


def test_a_year_locked_before_that_was_kept_still_has_its_figures(case):
    case.save(LockedYear(year=2025, locked_on=date(2026, 1, 5), figures='{"settled": 7}'))
    assert figures_of(case, 2025)["settled"].value == 7


def test_a_figure_from_a_newer_program_is_counted_now(case):
    found = figures_of(case, 2025)
    del found["settled"]
    locking.lock(case, 2025, found)
    a_household(case, a_person(case, settled_on=date(2025, 12, 1)))
    assert figures_of(case, 2025)["settled"].value == 2 and figures_of(case, 2025)["settled_households"].value == 1


@pytest.mark.parametrize(("year", "code"), [(2026, "year.not_over"), (2025, "year.locked_already")])
def test_a_year_is_locked_once_and_when_it_is_over(case, year, code):
    locking.lock(case, 2025, figures_of(case, 2025))
    with pytest.raises(Refused) as refused:
        locking.lock(case, year, figures_of(case, year))
    assert [one.code for one in refused.value.problems] == [code]
