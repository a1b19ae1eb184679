"""Each matter and each decision has its letter one press away, shown as real pages and filed where it belongs."""

from datetime import date

import pytest

from bolig_desktop.tenancies.records import DecisionResult, Matter, MatterKind
from bolig_desktop.ui.documents.issue import IssueDialog, RefusedDialog
from build import a_municipality, a_tenancy, an_assessment, an_extension
from drive import press, press_tool, save_paper, seen, the_dialog
from windows import go, open_window, tell


@pytest.fixture
def window(qtbot, case):
    a_municipality(case, case_officer="Aud Kvalnes")
    return open_window(qtbot, case)


def test_a_request_to_move_is_printed_from_its_line(window, case, tmp_path):
    lease = a_tenancy(case, starts_on=date(2023, 11, 1), ends_on=date(2026, 10, 31))
    facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "opened_on": date(2026, 11, 22)}
    matter = case.save(Matter(kind=MatterKind.REQUEST_TO_MOVE, due_on=date(2026, 12, 15), **facts))
    tell(window)
    go(window, "tenancies", lease.id, "matters")
    press_tool(window, "Skriv ut Flytteoppfordring")
    dialog = the_dialog(IssueDialog)
    assert "D11b" in seen(dialog)
    save_paper(dialog, tmp_path)
    (paper,) = case.papers.list("number = 'D11b'")
    assert (paper.matter_id, paper.tenancy_id) == (matter.id, lease.id)
    assert (tmp_path / f"D11b-{lease.id}.pdf").read_bytes() == paper.content


def test_a_day_nobody_chose_is_told_of_and_one_that_was_is_not(window, case):
    lease = a_tenancy(case, starts_on=date(2023, 11, 1), ends_on=date(2026, 10, 31))
    for chosen in (None, date(2026, 12, 15)):
        case.matters.add(
            Matter(
                kind=MatterKind.REQUEST_TO_MOVE, household_id=lease.household_id, tenancy_id=lease.id,
                opened_on=date(2026, 11, 22), due_on=chosen,
            )
        )  # fmt: skip
        dialog = IssueDialog(window, window.session, "request-to-move", lease.id)
        dialog.show()
        assert ("De får til 07.12.2026." in seen(dialog)) == (chosen is None)
        dialog.close()


def test_a_decision_is_printed_from_its_line(window, case):
    lease = a_tenancy(case, starts_on=date(2023, 11, 1), ends_on=date(2026, 10, 31))
    an_extension(
        case,
        lease,
        assessment_id=an_assessment(case, lease).id,
        result=DecisionResult.GRANTED,
        content="Tre år i samme bolig.",
    )
    tell(window)
    go(window, "tenancies", lease.id, "need")
    press_tool(window, "Skriv ut Forlengelse")
    dialog = the_dialog(IssueDialog)
    assert "D22" in seen(dialog)
    press(dialog, "Lukk")


def test_a_letter_that_would_be_false_says_why(window, case):
    lease = a_tenancy(case, starts_on=date(2023, 11, 1), ends_on=None)
    facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "opened_on": date(2026, 11, 22)}
    case.save(Matter(kind=MatterKind.LEFT_BELONGINGS, **facts))
    tell(window)
    go(window, "tenancies", lease.id, "matters")
    press_tool(window, "Skriv ut Etterlatte ting")
    refused = the_dialog(RefusedDialog)
    assert "Papiret kan ikke skrives ut ennå" in seen(refused)
    press(refused, "Rett det først")
