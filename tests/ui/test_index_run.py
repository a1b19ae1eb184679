"""Index changes on the screen: the figures in the settings, the run over all leases, and the new rent's own day."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from bolig_desktop import clock
from bolig_desktop.casefile import rent_run
from bolig_desktop.tenancies.records import MatterKind, TenancyKind
from bolig_desktop.ui.followup.matter_form import MatterForm
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.kpi_part import KpiPart
from bolig_desktop.ui.tenancies.page import TenanciesPage
from bolig_desktop.ui.tenancies.page.index_run import IndexRun
from bolig_desktop.ui.unlock.asking import Asking
from build import a_dwelling, a_municipality, a_shielded_household, a_tenancy
from drive import choose_act, dialogs, press, settle, the_dialog
from windows import open_page

TABLE = ("14700", "2025=100")
VALUES = {"2025-11": Decimal("100.8"), "2026-10": Decimal("103.8")}
TERM = {"starts_on": date(2025, 11, 1), "ends_on": date(2028, 10, 31)}


@pytest.fixture
def page(qtbot, case):
    a_municipality(case)
    a_tenancy(case, **TERM)
    a_tenancy(case, dwelling_id=a_dwelling(case, street="Havna 2").id, rent_nok=8000, **TERM)
    a_tenancy(case, dwelling_id=a_dwelling(case, street="Havna 3").id, kind=TenancyKind.PRIVATE, **TERM)
    theirs = a_shielded_household(case).id
    home = a_dwelling(case, street="Havna 4").id
    a_tenancy(case, dwelling_id=home, household_id=theirs, starts_on=date(2026, 8, 1), ends_on=None)
    case.take_touched()
    return open_page(qtbot, case, TenanciesPage)


@pytest.fixture
def run(page, qtbot):
    rent_run.keep_index(page.session.case, TABLE, VALUES, dict.fromkeys(VALUES, 1))
    dialog = IndexRun(page)
    dialog.open()
    yield dialog
    if isValid(dialog):
        dialog.close()


def words_of(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.text() and not label.isHidden()]


def test_the_act_stands_beside_the_one_that_makes_a_new_lease(page, qtbot):
    choose_act(page.list_panel, "Indeksregulering …")
    dialog = the_dialog()
    assert "Ingen leie kan endres med dette varselet. Under står hvorfor." in words_of(dialog)
    assert not dialog.register_button.isEnabled()
    dialog.close()


def test_those_that_can_be_changed_are_ticked_and_the_others_have_their_reason(run):
    assert [line.change.new_nok for line in run.table.rows()] == [9782, 8238]
    assert run.register_button.text() == "Registrer for 2 leieforhold"
    assert run.total.text() == "2 av 2 valgt · 520\u00a0kr mer i måneden"
    assert run.left.button.text() == "Utelatt: 2 leieforhold" and not run.left.is_open()
    said = " ".join(words_of(run.left))
    assert "Kommunen er ikke utleier" in said and "den kan tidligst endres 01.08.2027" in said
    assert "Skjermet husstand" in said
    for hidden in ("Zahra", "Hemmelig"):
        assert hidden not in said + " ".join(words_of(run))


def test_a_click_lets_a_lease_be_and_the_rest_is_registered_and_can_be_undone(run, page, qtbot):
    case, first = page.session.case, run.table.rows()[0].id
    run.table.opened.emit(first)
    assert run.register_button.text() == "Registrer for 1 leieforhold"
    with qtbot.waitSignal(run.accepted):
        run.register_button.click()
    (matter,) = case.matters.list()
    assert (matter.kind, matter.amount_nok, matter.kpi_to_month) == (MatterKind.INDEX_CHANGE, 8238, "2026-10")
    assert page.saved == ["Indeksregulering er registrert for 1 leieforhold."]
    page.session.undo()
    assert case.matters.list() == []


def test_choosing_none_and_all(run):
    run.all_button.click()
    assert not run.register_button.isEnabled() and run.all_button.text() == "Velg alle"
    run.all_button.click()
    assert run.chosen == {line.id for line in run.table.rows()}


def test_another_day_of_notice_is_reckoned_at_once(run):
    run.notice.fields["notice_on"].choose(date(2026, 12, 10))
    assert run.notice.fields["received_on"].value() == date(2026, 12, 17)
    assert {line.change.effect_on for line in run.table.rows()} == {date(2027, 2, 1)}
    run.notice.fields["received_on"].set_typed("tull")
    run.reckon()
    assert run.lines == [] and not run.register_button.isEnabled()


def test_what_somebody_else_registered_meanwhile_is_refused_and_told(run, page):
    rent_run.register(page.session.case, [run.table.rows()[0].id], date(2026, 11, 22), date(2026, 11, 22))
    run.register_button.click()
    assert run.isVisible() and "allerede varslet" in " ".join(words_of(run))


def test_the_new_rent_is_taken_into_use_on_the_case(run, page):
    case = page.session.case
    (matter,) = rent_run.register(case, [1], date(2026, 11, 22), date(2026, 11, 29))
    page.open(Place(topic="tenancies", id=1))
    assert "Ny leie på 9\u00a0782\u00a0kr gjelder fra 01.01.2027" in words_of(page.case_panel)
    press(page.case_panel, "Skriv ut varselet")
    (paper,) = [found for found in dialogs() if found is not run]
    assert case.papers.of_tenancy(1) == []
    paper.close()
    case.clock = clock.fixed(date(2027, 1, 1))
    page._show(page.record)
    settle()
    press(page.case_panel, "Ta i bruk ny leie")
    assert case.tenancies.get(1).rent_nok == 9782 and case.matters.get(matter.id).closed_on == date(2027, 1, 1)
    assert page.saved == ["Den nye leien er tatt i bruk."]


def test_the_form_of_a_matter_has_what_an_index_change_rests_on(run, page, qtbot):
    (matter,) = rent_run.register(page.session.case, [1], date(2026, 11, 22), date(2026, 11, 29))
    form = MatterForm(page.session.case.clock)
    qtbot.addWidget(form)
    form.show_record(matter)
    shown = {name: form.fields[name].typed() for name in ("old_rent_nok", "kpi_from_month", "kpi_from", "kpi_to")}
    assert shown == {
        "old_rent_nok": "9\u00a0500",
        "kpi_from_month": "2025-11",
        "kpi_from": "100,8",
        "kpi_to": "103,8",
    }
    assert {name: value for name, value in form.values().items() if name.startswith("kpi")} == {
        "kpi_series": "14700",
        "kpi_from_month": "2025-11",
        "kpi_from": Decimal("100.8"),
        "kpi_to_month": "2026-10",
        "kpi_to": Decimal("103.8"),
    }
    form.fields["kpi_to_month"].set_typed("2026-13")
    assert not form.fields["kpi_to_month"].is_valid()


class Chosen(Asking):
    """Answers the question for a file."""

    path = None

    def index_file(self, over, start):
        return self.path


@pytest.fixture
def part(qtbot, shown, case):
    a_municipality(case)
    case.take_touched()
    made = KpiPart(Session(case), Chosen())
    made.saved = []
    made.kept.connect(made.saved.append)
    shown(made)
    return made


def _read(part, folder: Path, text: str) -> str:
    part._asking.path = folder / "KPI.csv"
    part._asking.path.write_text(text)
    part.read_button.click()
    return " ".join(words_of(part))


def test_a_file_is_read_whole_or_not_at_all(part, tmp_path, case):
    assert "oktober 2026" in " ".join(words_of(part)), "the newest figure is asked for"
    assert "2 måneder er lagt til, 0 sto der fra før." in _read(part, tmp_path, "2025-11,100.8\n2026-10,103.8\n")
    assert part.saved == ["2 måneder er lagt til, 0 sto der fra før."]
    said = _read(part, tmp_path, "2025-11,100.8\n2026-09,x")
    assert "Linje 2: «x»" in said and "Filen er ikke tatt inn" in said
    said = _read(part, tmp_path, "2025-11,100.9\n2026-09,103.6")
    assert "Linje 1: 2025-11 har 100,9, men i saksfilen står 100,8" in said
    assert "0 måneder er lagt til, 2 sto der fra før." in _read(part, tmp_path, "2025-11,100.8\n2026-10,103.8\n")
    assert case.kpi.count() == 2 and len(part.saved) == 1
    part._asking.path = None
    part.read_button.click()
    part._asking.path = tmp_path / "nope.csv"
    part.read_button.click()
    assert "Filen kan ikke leses." in " ".join(words_of(part))


def test_a_figure_is_typed_and_one_of_another_table_is_refused(part, case):
    part.list.add()
    part.list.form.fields["month"].set_typed("2026M09")
    part.list.form.fields["value"].set_typed("103,5")
    part.list._save()
    assert [(one.month, one.value, one.base) for one in case.kpi.list()] == [
        ("2026-09", Decimal("103.5"), "2025=100")
    ]
    part.list.add()
    part.list.form.fields["month"].set_typed("2026-10")
    part.list.form.fields["value"].set_typed("139,1")
    part.list._save()
    assert "som om det er fra en annen tabell" in " ".join(words_of(part)), "though the keyboard was moved to it"
    assert case.kpi.count() == 1
    part.list.form.fields["value"].set_typed("103,8")
    part.list.form.fields["value"].leave()
    assert "annen tabell" not in " ".join(words_of(part)), "what is put right is not said any more"
    part.list._save()
    assert case.kpi.count() == 2


def test_the_first_months_that_lack_a_figure_are_named_and_the_rest_counted(case, shown):
    a_municipality(case)
    for month in range(1, 9):
        a_tenancy(case, starts_on=date(2024, month, 1), ends_on=date(2028, 1, 31))
    case.take_touched()
    said = " ".join(words_of(shown(KpiPart(Session(case), Chosen()))))
    named = said[said.index("Her mangler tall for") :].split(".", 1)[0]
    assert named.count("2024") + named.count("2025") + named.count("2026") == 6
    assert named.endswith("til") and "…" not in named
