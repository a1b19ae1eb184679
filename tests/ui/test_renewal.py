"""From a lease that has run out to the next, by what a person sees: assess, decide, and then the lease."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter

from bolig_desktop.tenancies.records import Conclusion, DecisionKind, DecisionResult, TenancyKind
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.tenancies.page import TenanciesPage
from build import a_municipality, a_shielded_household, a_tenancy, an_assessment, an_extension
from drive import press, seen, settle, the_button, the_field, write

TOLD = {
    "Hva husstanden lever av": "Introduksjonsstonad, 23 000 kr i maneden.",
    "Hvem som skal bo der, og hva de trenger": "To voksne og tre barn.",
    "Hva de har gjort for å finne bolig selv": "Har sokt pa elleve boliger.",
    "Neste skritt mot egen bolig": "Startlan i mai.",
    "Hvorfor den ender slik": "Leiemarkedet har ingen stor nok bolig na.",
}


@pytest.fixture
def page(qtbot, case):
    a_municipality(case, case_officer="Aud Kvalnes")
    return shown(qtbot, case)


def shown(qtbot, case):
    made = TenanciesPage(Session(case), {})
    window = QSplitter()
    made.setParent(window)
    window.addWidget(made.list_panel)
    window.addWidget(made.case_panel)
    window.resize(1280, 720)
    qtbot.addWidget(window)
    made.window, made.told = window, []
    made.go.connect(lambda place: made.open(place) if place.topic == "tenancies" else None)
    made.said.connect(made.told.append)
    made.kept.connect(made.told.append)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.open(Place(topic="tenancies"))
    return made


def open_case(page, lease, tab=""):
    page.open(Place(topic="tenancies", id=lease.id, tab=tab))
    settle()


def ctrl_enter():
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def assess(page, conclusion="Ny avtale for samme bolig"):
    for label, words in TOLD.items():
        write(page.window, label, words)
    write(page.window, "Vurderingen ender med", conclusion)


def test_the_whole_way_from_a_lease_that_has_run_out_to_the_next(case, page):
    lease = a_tenancy(case)
    open_case(page, lease)
    press(page.window, "Vurder behovet")
    assert "Før en ny eller lengre avtale kan lages, må behovet vurderes" in page.told[-1]
    assert the_field(page.window, "Vurdert av").text() == "Aud Kvalnes"
    assess(page)
    press(page.window, "Legg til")
    (assessment,) = case.assessments.list()
    assert (assessment.tenancy_id, assessment.household_id) == (lease.id, lease.household_id)
    assert (assessment.assessed_on, assessment.conclusion) == (date(2026, 11, 22), Conclusion.EXTEND)

    press(page.window, "Registrer vedtaket")
    facts = the_field(page.window, "Fakta vedtaket bygger på").toPlainText()
    assert "Hva husstanden lever av: Introduksjonsstonad, 23 000 kr i maneden." in facts
    assert the_field(page.window, "Resultat").currentText() == "Innvilget"
    assert the_field(page.window, "De viktigste grunnene").toPlainText() == TOLD["Hvorfor den ender slik"]
    the_field(page.window, "Fattet").setFocus()
    ctrl_enter()
    (decision,) = case.decisions.list()
    assert (decision.kind, decision.result) == (DecisionKind.EXTENSION, DecisionResult.GRANTED)
    assert (decision.assessment_id, decision.tenancy_id) == (assessment.id, lease.id)

    press(page.window, "Lag ny avtale")
    write(page.window, "Fra", "1.12.26")
    write(page.window, "Leie per måned", "9900")
    press(page.window, "Opprett leieforhold")
    made = case.tenancies.list()[-1]
    assert (made.previous_id, made.starts_on, made.kind) == (lease.id, date(2026, 12, 1), TenancyKind.MUNICIPAL)
