"""What is done with one letter for many leases, by the words on the screen."""

from datetime import date

import pypdfium2

from bolig_desktop.ui.documents.batch import BatchLetters
from bolig_desktop.ui.widgets.messages import Confirm
from build import a_dwelling, a_household, a_person, a_tenancy
from drive import choose_act, finish, press, the_button, the_dialog

TODAY = date(2026, 11, 22)
NAMES = ("Selam Tesfay", "Omar Karimi", "Ali Noor", "Eva Lind")


def ending(case, name, ends_on, **more):
    given, family = name.split()
    home = a_dwelling(case, street=f"Storgata {case.dwellings.count() + 1}")
    person = a_person(case, given_name=given, family_name=family)
    more.setdefault("household_id", a_household(case, person).id)
    return a_tenancy(case, dwelling_id=home.id, starts_on=date(2023, 11, 1), ends_on=ends_on, **more)


def open_dialog(window):
    choose_act(window.page("tenancies").list_panel, "Brev til flere …")
    return the_dialog(BatchLetters)


def text_of(content):
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content))


def begin(dialog, words="Lagre i en mappe …"):
    """Press the button that makes them, and return before anything has been made."""
    the_button(dialog, words).click()
    assert dialog.run.is_running and not dialog.run.outcome.made


def after(dialog, count):
    """Let a run go on until so many are made, one turn of its own at a time."""
    while len(dialog.run.outcome.made) < count:
        dialog.run._go_on()


def question():
    return the_dialog(Confirm)


def save_all(dialog):
    press(dialog, "Lagre i en mappe …")
    finish(dialog)


def names(folder):
    return sorted(path.name for path in folder.iterdir())
