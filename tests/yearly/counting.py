"""What the tests of a year's figures have in common: who lives where, and the values of figures."""

from bolig_desktop.yearly.year import figures_of
from build import a_dwelling, a_household, a_person, a_tenancy

YEAR = 2025


def values(case, *names, year=YEAR):
    found = figures_of(case, year)
    return tuple(found[name].value for name in names) if len(names) > 1 else found[names[0]].value


def settled(case, day, **facts):
    return a_household(case, a_person(case, settled_on=day, **facts))


def lives(case, household, start, *, moved=None, home=None, ends=None):
    home = home or a_dwelling(case)
    return a_tenancy(
        case, household_id=household.id, dwelling_id=home.id, starts_on=start, moved_out_on=moved, ends_on=ends
    )
