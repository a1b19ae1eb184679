"""The papers that go with a scheme, pressed on its line in the plan and read in the dialog that comes."""

from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QToolButton

from bolig_desktop.career.records import Plan, Scheme, SchemeKind
from bolig_desktop.documents import kinds
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.ui.documents.issue import IssueDialog, RefusedDialog
from build import a_household, a_municipality, a_shielded_household, a_tenancy
from drive import dialogs, press, press_tool, seen, settle, the_dialog
from windows import go, open_window

COVER = "Skriv ut følgeskriv til søknaden (D20)"
ANNEX = "Skriv ut tillegg om leie til eie (D26)"
TODAY = date(2026, 11, 22)


@pytest.fixture
def window(qtbot, case):
    a_municipality(case)
    yield open_window(qtbot, case, 1400, 900)
    for dialog in dialogs():
        dialog.close()


def planned(case, household, *schemes):
    plan = case.save(Plan(household_id=household.id, made_on=TODAY))
    for kind, facts in schemes:
        case.save(Scheme(household_id=household.id, kind=kind, **facts))
    return plan


def on_lines(window, words):
    """The printers on the lines that say this to who points at them, and to who hears the screen read."""
    found = [one for one in window.findChildren(QToolButton) if one.isVisible() and one.accessibleName() == words]
    assert all(one.toolTip() == words for one in found)
    return found


def test_the_line_of_housing_benefit_shows_the_cover_and_files_it_on_the_lease(case, window):
    household = a_household(case)
    lease = a_tenancy(case, household_id=household.id, starts_on=date(2025, 1, 1), ends_on=date(2028, 1, 1))
    go(window, "career", planned(case, household, (SchemeKind.HOUSING_BENEFIT, {})).id, "schemes")
    assert on_lines(window, ANNEX) == []
    press_tool(window, COVER)
    dialog = the_dialog(IssueDialog)
    assert dialog.heading.text().startswith("D20")
    assert dialog._file()
    (paper,) = case.papers.of_tenancy(lease.id)
    assert paper.number == "D20"


def test_leie_til_eie_shows_its_annex_with_what_was_agreed_also_from_the_loan_that_pays_it(case, window):
    household = a_household(case)
    a_tenancy(case, household_id=household.id, starts_on=date(2025, 1, 1), ends_on=date(2028, 1, 1))
    option = (SchemeKind.RENT_TO_OWN, {"price_nok": 2_150_000})
    go(
        window,
        "career",
        planned(case, household, option, (SchemeKind.START_LOAN, {}), (SchemeKind.GRANT, {})).id,
        "schemes",
    )
    buttons = on_lines(window, ANNEX)
    assert len(buttons) == 2, "the option's and the loan's, and not the grant's"
    for button in buttons:
        button.click()
        settle()
        dialog = the_dialog(IssueDialog)
        assert dialog.heading.text().startswith("D26")
        dialog.close()


def test_a_start_loan_alone_has_no_annex_and_a_refused_one_never(case, window):
    household = a_household(case)
    a_tenancy(case, household_id=household.id, starts_on=date(2025, 1, 1), ends_on=date(2028, 1, 1))
    refused = {"granted": False, "answered_on": TODAY, "reason": "nei"}
    plan = planned(case, household, (SchemeKind.START_LOAN, {}), (SchemeKind.START_LOAN, refused))
    go(window, "career", plan.id, "schemes")
    assert "Startlån" in seen(window) and on_lines(window, ANNEX) == []
    window.session.run(lambda case: case.save(Scheme(household_id=household.id, kind=SchemeKind.RENT_TO_OWN)))
    settle()
    assert len(on_lines(window, ANNEX)) == 2, "the option's, and the loan's that is not refused"


@pytest.mark.parametrize(
    ("lease", "scheme", "words", "says"),
    [
        (None, (SchemeKind.HOUSING_BENEFIT, {}), COVER, "Før leieforholdet først"),
        (None, (SchemeKind.RENT_TO_OWN, {}), ANNEX, "Før leieforholdet først"),
        (TenancyKind.PRIVATE, (SchemeKind.RENT_TO_OWN, {}), ANNEX, "ikke part"),
        (
            TenancyKind.MUNICIPAL,
            (SchemeKind.RENT_TO_OWN, {"granted": False, "answered_on": TODAY, "reason": "nei"}),
            ANNEX,
            "avslått",
        ),
    ],
)
def test_a_sentence_says_what_is_missing(case, window, lease, scheme, words, says):
    household = a_household(case)
    if lease is not None:
        a_tenancy(case, household_id=household.id, kind=lease, starts_on=date(2025, 1, 1), ends_on=date(2028, 1, 1))
    go(window, "career", planned(case, household, scheme).id, "schemes")
    press_tool(window, words)
    assert dialogs(IssueDialog) == []
    assert says in seen(the_dialog(RefusedDialog))


def test_a_shielded_household_is_asked_about_first_and_its_plan_has_nothing_to_ask_about(case, window):
    household = a_shielded_household(case)
    a_tenancy(case, household_id=household.id, starts_on=date(2025, 1, 1), ends_on=date(2028, 1, 1))
    plan = planned(case, household, (SchemeKind.HOUSING_BENEFIT, {}))
    go(window, "career", plan.id, "schemes")
    press_tool(window, COVER)
    assert dialogs(IssueDialog) == []
    press(the_dialog(QDialog), "Vis papiret")
    settle()
    shown = the_dialog(IssueDialog)
    assert shown.heading.text().startswith("D20")
    shown.close()
    press(window, "Skriv ut planen")
    settle()
    assert the_dialog(IssueDialog).heading.text().startswith("D29")


def test_the_names_of_the_papers_are_those_the_command_takes():
    assert kinds.find("housing-benefit").number == "D20"
    assert kinds.find("rent-to-own").number == "D26"
