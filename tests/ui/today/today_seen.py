"""What is seen and done on I dag, by the words on the screen."""

from datetime import date

from PySide6.QtCore import Qt

from bolig_desktop.law.clocks import Due
from bolig_desktop.ui.widgets.grouped_list import GroupedList
from bolig_desktop.ui.widgets.grouped_model import ROW_ROLE, What
from build import a_dwelling, a_household, a_person, a_tenancy
from drive import settle
from windows import go, open_window

TODAY = date(2026, 11, 22)
CTRL = Qt.KeyboardModifier.ControlModifier
SOON = {"family_name": "Berg", "permit_ends_on": date(2027, 2, 12)}  # to be reminded of two months before


def plain(day):
    """A date that is its own day to act by."""
    return Due(day, day)


def open_today(qtbot, case, width=1280, height=720):
    window = open_window(qtbot, case, width, height)
    go(window, "today")
    return window


def the_list(window):
    return next(each for each in window.findChildren(GroupedList) if each.isVisible())


def rows(window):
    model = the_list(window).model()
    return [model.index(at, 0).data(ROW_ROLE) for at in range(model.rowCount())]


def headings(window):
    return [(row.words, len(row.entries)) for row in rows(window) if row.what is What.HEADING]


def titles_under(window, heading):
    found, under = [], ""
    for row in rows(window):
        if row.what is What.HEADING:
            under = row.words
        elif under == heading:
            found.append((row.face or row.entries[0].face).title)
    return found


def save(window, make):
    """Write as another page would, and let the window hear of it."""
    made = window.session.run(make)
    settle()
    return made


def banner(window):
    shown = window.page("today").case_panel.banners()
    return shown[0] if shown else None


def a_lease(case, ends_on, street="Storgata 14 B", name="Selam Tesfay", **more):
    given, family = name.split()
    household = a_household(case, a_person(case, given_name=given, family_name=family))
    home = a_dwelling(case, street=street)
    return a_tenancy(
        case, household_id=household.id, dwelling_id=home.id, starts_on=date(2023, 11, 1), ends_on=ends_on, **more
    )
