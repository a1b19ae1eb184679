"""The page of households with its members: the list, the case, the people in it."""

from bolig_desktop.ui.people.page.households import HouseholdsPage, place_among, place_of_person

__all__ = ["HouseholdsPage", "place_among", "place_of_person"]
