"""The final account in the window: lines by keyboard, sums as she types, the paper one press away."""

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from bolig_desktop.people.records import Grading
from bolig_desktop.tenancies.records import FinalAccountLine, LineKind, TenancyKind
from bolig_desktop.ui.documents.issue import IssueDialog, RefusedDialog
from build import a_municipality, a_shielded_household, a_tenancy
from drive import dialogs, key, press, save_paper, seen, settle, the_button, the_dialog, the_field, the_tool, write
from windows import go, open_window

TAB = "final-account"
OVER = {"moved_out_on": date(2026, 11, 10), "deposit_nok": 28500}
CTRL = Qt.KeyboardModifier.ControlModifier
N = "\u00a0"


@pytest.fixture
def window(qtbot, case):
    a_municipality(case)
    return open_window(qtbot, case, 1280, 900)


def a_line(case, lease, kind, ore, **more):
    facts = {"tenancy_id": lease.id, "kind": kind, "dated_on": date(2026, 11, 12), "amount_ore": ore}
    return case.save(FinalAccountLine(**(facts | {"reason": "oktober 2026"} | more)))


def at(window, lease):
    go(window, "tenancies", lease.id, TAB)
    return window.page("tenancies")


def sums(page):
    rows = page.final_account.sums._rows
    return {name.text(): amount.text().replace(N, " ") for name, amount in rows if name.isVisible()}


def test_a_line_is_added_changed_and_removed_without_the_mouse(window, case):
    lease = a_tenancy(case, **OVER)
    page = at(window, lease)
    the_button(window, "Ny linje").setFocus()
    key(window, Qt.Key.Key_Space)
    kind = QApplication.focusWidget()
    assert isinstance(kind, QComboBox)
    key(window, Qt.Key.Key_Down)  # the first: unpaid rent
    key(window, Qt.Key.Key_Tab)
    for words in ("9500,50", "september", "1.9.26"):
        QTest.keyClicks(QApplication.focusWidget(), words)
        key(window, Qt.Key.Key_Tab)
    key(window, Qt.Key.Key_Return, CTRL)
    (line,) = case.final_account_lines.of_tenancy(lease.id)
    assert (line.kind, line.amount_ore, line.reason) == (LineKind.UNPAID_RENT, 950_050, "september")
    assert line.dated_on == date(2026, 9, 1)
    assert sums(page)["Kommunens krav"] == "9 500,50 kr", "the line that was kept counts once"
    assert QApplication.focusWidget() is the_button(window, "Ny linje")
    assert "Oppgjør 1" in [page.case_panel.tabs.bar.tabText(i) for i in range(page.case_panel.tabs.bar.count())]
    key(the_tool(window, f"Endre Ubetalt leie · 9{N}500,50{N}kr"), Qt.Key.Key_Space)
    write(window, "Beløp", "100")
    key(the_field(window, "Beløp"), Qt.Key.Key_Return, CTRL)
    assert case.final_account_lines.get(line.id).amount_ore == 10_000
    assert sums(page)["Kommunens krav"] == "100,00 kr"
    key(the_tool(window, f"Fjern Ubetalt leie · 100,00{N}kr"), Qt.Key.Key_Space)
    assert case.final_account_lines.count() == 0 and "Ingen linjer." in seen(window)
    assert sums(page) == {}
    key(window, Qt.Key.Key_Z, CTRL)
    assert sums(page)["Kommunens krav"] == "100,00 kr"
    assert case.final_account_lines.get(line.id).amount_ore == 10_000


def test_the_sums_follow_each_keystroke_and_a_line_given_up_leaves_them(window, case):
    lease = a_tenancy(case, **OVER)
    a_line(case, lease, LineKind.DEPOSIT, 2_850_000)
    page = at(window, lease)
    assert sums(page)["Til leieren av depositumet"] == "28 500,00 kr"
    press(window, "Ny linje")
    write(window, "Hva slags linje", "Skade ut over vanlig slit")
    amount = the_field(window, "Beløp")
    amount.setFocus()
    for typed, left in (("1", "28 499,00 kr"), ("12", "28 488,00 kr"), ("12,5", "28 487,50 kr")):
        amount.selectAll()
        QTest.keyClicks(amount, typed)
        settle()
        assert sums(page)["Til leieren av depositumet"] == left
    assert f"Til{N}leieren{N}av{N}depositumet{N}28{N}487,50{N}kr" in seen(window)
    QTest.keyClicks(amount, "x")  # what cannot be read is left out, and nothing falls over
    settle()
    assert sums(page)["Til leieren av depositumet"] == "28 500,00 kr"
    press(window, "Avbryt")
    assert sums(page)["Kommunens krav"] == "0,00 kr"
    assert case.final_account_lines.count() == 1


def test_a_line_that_is_changed_counts_once(window, case):
    lease = a_tenancy(case, **OVER)
    a_line(case, lease, LineKind.DEPOSIT, 2_850_000)
    rent = a_line(case, lease, LineKind.UNPAID_RENT, 950_000)
    page = at(window, lease)
    page.final_account.lines.list.change(rent)
    settle()
    write(window, "Beløp", "1000")
    assert sums(page)["Kommunens krav"] == "1 000,00 kr"


def test_a_claim_without_a_reason_stays_in_the_form_and_says_why(window, case):
    lease = a_tenancy(case, **OVER)
    at(window, lease)
    press(window, "Ny linje")
    write(window, "Hva slags linje", "Skade ut over vanlig slit")
    write(window, "Beløp", "0")
    write(window, "Oppdaget", "23.11.26")
    press(window, "Legg til")
    text = seen(window)
    for said in ("Skriv hva kravet gjelder", "Skriv et beløp over null", "Datoen er fram i tid"):
        assert said in text
    assert case.final_account_lines.count() == 0


def test_what_stands_half_filled_is_there_again(window, case):
    lease, other = a_tenancy(case, **OVER), a_tenancy(case, **OVER)
    at(window, lease)
    press(window, "Ny linje")
    write(window, "Hva slags linje", "Rengjøring")
    write(window, "Beløp", "500")
    at(window, other)
    page = at(window, lease)
    assert the_field(window, "Beløp").text().replace(N, " ") == "500,00"
    assert page.final_account.lines.list.form.labels["reason"] == "Hva det gjelder"


@pytest.mark.parametrize("by_key", [True, False])
def test_the_paper_is_one_press_away_and_is_filed(window, case, tmp_path, by_key):
    lease = a_tenancy(case, **OVER)
    a_line(case, lease, LineKind.DEPOSIT, 2_850_000)
    page = at(window, lease)
    assert "Depositumet er ikke gjort opp." in seen(window)
    if by_key:
        key(page.final_account.print_button, Qt.Key.Key_P, CTRL)
    else:
        press(window, "Skriv ut oppgjøret")
    dialog = the_dialog(IssueDialog)
    assert "D31" in seen(dialog)
    save_paper(dialog, tmp_path)
    (paper,) = case.papers.list("number = 'D31'")
    assert (tmp_path / f"D31-{lease.id}.pdf").read_bytes() == paper.content
    assert "Depositumet er ikke gjort opp." not in seen(window)


@pytest.mark.parametrize("written", [True, False])
def test_the_banner_leads_to_the_paper_or_to_the_line_that_is_lacking(window, case, written):
    lease = a_tenancy(case, **OVER)
    if written:
        a_line(case, lease, LineKind.DEPOSIT, 2_850_000)
    page = at(window, lease)
    page.case_panel.tabs.choose("facts")
    press(window, "Gå til oppgjøret")
    assert page.case_panel.tabs.current() == TAB
    now = QApplication.focusWidget()
    assert now is (page.final_account.print_button if written else the_field(window, "Hva slags linje"))


@pytest.mark.parametrize(
    ("facts", "is_said"),
    [
        (OVER, True),
        (OVER | {"deposit_nok": None}, False),
        (OVER | {"moved_out_on": None}, False),
        (OVER | {"kind": TenancyKind.PRIVATE}, False),
    ],
)
def test_a_deposit_that_is_not_settled_is_said_until_it_is(window, case, facts, is_said):
    at(window, a_tenancy(case, **facts))
    assert ("Depositumet er ikke gjort opp." in seen(window)) is is_said


def test_a_deposit_that_follows_to_the_next_lease_is_not_asked_for(window, case):
    lease = a_tenancy(case, **OVER)
    case.tenancies.add(
        dataclasses.replace(lease, id=None, previous_id=lease.id, starts_on=date(2026, 11, 11), ends_on=None,
                            moved_out_on=None)
    )  # fmt: skip
    at(window, lease)
    assert "Depositumet er ikke gjort opp." not in seen(window)


@pytest.mark.parametrize("grading", [Grading.NONE, Grading.STRICTLY_CONFIDENTIAL])
def test_nothing_is_written_or_printed_of_a_household_with_code_6(window, case, grading):
    lease = a_tenancy(case, **OVER)
    a_line(case, lease, LineKind.DEPOSIT, 2_850_000)
    (member,) = case.memberships.of_household(lease.household_id)
    case.people.change(dataclasses.replace(case.people.get(member.person_id), grading=grading))
    at(window, lease)
    press(window, "Ny linje")
    write(window, "Hva slags linje", "Rengjøring")
    for field, words in (("Beløp", "500"), ("Hva det gjelder", "bad"), ("Dato", "12.11.26")):
        write(window, field, words)
    press(window, "Legg til")
    is_open = grading is Grading.NONE
    assert case.final_account_lines.count() == 1 + is_open
    assert ("strengt fortrolig adresse" in seen(window)) is not is_open
    if not is_open:
        press(window, "Avbryt")
        press(window, "Skriv ut oppgjøret")
        refused = the_dialog(RefusedDialog)
        assert "strengt fortrolig adresse" in seen(refused)
        press(refused, "Rett det først")


def test_ctrl_p_prints_the_lease_in_every_other_tab(window, case):
    lease = a_tenancy(case, **OVER)
    a_line(case, lease, LineKind.DEPOSIT, 2_850_000)
    page = at(window, lease)
    page.case_panel.tabs.choose("facts")
    settle()
    key(page.print_button, Qt.Key.Key_P, CTRL)
    dialog = the_dialog(IssueDialog)
    assert "D1 " in seen(dialog) and "D31" not in seen(dialog)
    press(dialog, "Lukk")


def test_a_half_filled_line_is_saved_before_the_paper(window, case):
    lease = a_tenancy(case, **OVER)
    a_line(case, lease, LineKind.DEPOSIT, 2_850_000)
    at(window, lease)
    press(window, "Ny linje")
    write(window, "Beløp", "500")
    press(window, "Skriv ut oppgjøret")
    asked = the_dialog()
    assert "Lagre linjen først." in seen(asked)
    press(asked, "Rett det først")
    assert dialogs(IssueDialog) == []


def test_a_deposit_nobody_has_written_says_what_to_do(window, case):
    lease = a_tenancy(case, **OVER)
    a_line(case, lease, LineKind.UNPAID_RENT, 950_000)
    at(window, lease)
    assert "Avtalen har depositum. Skriv hva som er satt inn på kontoen" in seen(window)
    press(window, "Skriv ut oppgjøret")
    refused = the_dialog(RefusedDialog)
    assert "satt inn på depositumskontoen" in seen(refused)
    press(refused, "Rett det først")


@pytest.mark.parametrize(
    ("facts", "is_there", "said"),
    [
        (OVER, True, ""),
        ({"ends_on": date(2026, 10, 31)}, True, "når det er registrert at husstanden har flyttet ut"),
        ({"ends_on": date(2026, 11, 22)}, False, ""),
        ({"ends_on": None}, False, ""),
        ({"ends_on": None, "moved_out_on": date(2026, 11, 30)}, True, "når det er registrert"),
        ({"moved_out_on": date(2026, 11, 10), "guarantee_nok": 9500}, True, "garanti og ikke depositum"),
    ],
)
def test_the_tab_is_there_when_the_lease_is_over(window, case, facts, is_there, said):
    page = at(window, a_tenancy(case, **facts))
    bar = page.case_panel.tabs.bar
    shown = [bar.tabText(i) for i in range(bar.count()) if bar.isTabVisible(i)]
    assert ("Oppgjør" in shown) is is_there
    if is_there:
        assert said in seen(window)


def test_a_lease_that_is_not_ours_has_none(window, case):
    page = at(window, a_tenancy(case, kind=TenancyKind.PRIVATE, moved_out_on=date(2026, 11, 10)))
    bar = page.case_panel.tabs.bar
    assert "Oppgjør" not in [bar.tabText(i) for i in range(bar.count()) if bar.isTabVisible(i)]


def test_damage_without_a_receipt_is_marked(window, case):
    lease = a_tenancy(case, **OVER)
    a_line(case, lease, LineKind.DAMAGE, 100, reason="dør")
    page = at(window, lease)
    assert "Uten bilag" in [w.accessibleName() for w in page.final_account.findChildren(QWidget) if w.isVisible()]


def test_the_paper_of_a_shielded_household_is_asked_about_first(window, case):
    lease = a_tenancy(case, household_id=a_shielded_household(case).id, **OVER)
    a_line(case, lease, LineKind.DEPOSIT, 2_850_000)
    at(window, lease)
    press(window, "Skriv ut oppgjøret")
    asked = the_dialog()
    assert "gradert adresse" in seen(asked)
    press(asked, "Avbryt")
