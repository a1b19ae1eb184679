"""From a lease that has run out to the next, by what a person sees: assess, decide, and then the lease."""

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.tenancies.records import (
    Conclusion,
    DecisionKind,
    DecisionResult,
    Matter,
    MatterBasis,
    MatterKind,
    TenancyKind,
)
from bolig_desktop.ui.followup.assessment_form import AssessmentForm
from bolig_desktop.ui.followup.form import MarkForm
from bolig_desktop.ui.followup.matter_form import MatterForm
from bolig_desktop.ui.followup.matter_words import asked_of
from bolig_desktop.ui.followup.need import facts_of
from build import a_municipality, a_shielded_household, a_tenancy, an_assessment, an_extension
from drive import banners, key, pills, press, seen, settle, the_button, the_field, write
from windows import go, open_window, tell

CTRL = Qt.KeyboardModifier.ControlModifier
TOLD = {
    "Hva husstanden lever av": "Introduksjonsstonad, 23 000 kr i maneden.",
    "Hvem som skal bo der, og hva de trenger": "To voksne og tre barn.",
    "Hva de har gjort for å finne bolig selv": "Har sokt pa elleve boliger.",
    "Neste skritt mot egen bolig": "Startlan i mai.",
    "Hvorfor den ender slik": "Leiemarkedet har ingen stor nok bolig na.",
}


@pytest.fixture
def window(qtbot, case):
    a_municipality(case, case_officer="Aud Kvalnes")
    return open_window(qtbot, case)


def assess(window, conclusion="Ny avtale for samme bolig"):
    for label, words in TOLD.items():
        write(window, label, words)
    write(window, "Vurderingen ender med", conclusion)


def text_of_banner(window):
    return window.page("tenancies").case_panel.banners()[0].accessibleDescription()


# the whole way


def test_the_whole_way_from_a_lease_that_has_run_out_to_the_next(case, window):
    lease = a_tenancy(case)
    go(window, "tenancies", lease.id)
    press(window, "Vurder behovet")
    assert "må behovet vurderes og det må fattes vedtak" in seen(window)
    assert the_field(window, "Vurdert av").text() == "Aud Kvalnes"
    assess(window)
    press(window, "Legg til")
    (assessment,) = case.assessments.list()
    assert (assessment.tenancy_id, assessment.household_id) == (lease.id, lease.household_id)
    assert (assessment.assessed_on, assessment.conclusion) == (date(2026, 11, 22), Conclusion.EXTEND)

    press(window, "Registrer vedtaket")
    facts = the_field(window, "Fakta vedtaket bygger på").toPlainText()
    assert "Hva husstanden lever av: Introduksjonsstonad, 23 000 kr i maneden." in facts
    assert the_field(window, "Resultat").currentText() == "Innvilget"
    assert the_field(window, "De viktigste grunnene").toPlainText() == TOLD["Hvorfor den ender slik"]
    press(window, "Legg til")
    (decision,) = case.decisions.list()
    assert (decision.kind, decision.result) == (DecisionKind.EXTENSION, DecisionResult.GRANTED)
    assert (decision.assessment_id, decision.tenancy_id) == (assessment.id, lease.id)

    press(window, "Lag ny avtale")
    write(window, "Fra", "1.12.26")
    write(window, "Leie per måned", "9900")
    press(window, "Opprett leieforhold")
    made = case.tenancies.list()[-1]
    assert (made.previous_id, made.starts_on, made.kind) == (lease.id, date(2026, 12, 1), TenancyKind.MUNICIPAL)


def test_a_lease_like_the_one_before_is_refused_with_a_way_to_what_is_lacking(case, window):
    lease = a_tenancy(case)
    known = f"new dwelling_id={lease.dwelling_id} household_id={lease.household_id}"
    go(window, "tenancies", tab=known)
    write(window, "Fra", "1.12.26")
    press(window, "Opprett leieforhold")
    assert [made.id for made in case.tenancies.list()] == [lease.id]
    form = window.page("tenancies").form
    assert "Før en ny eller lengre avtale kan lages, må behovet vurderes" in form.general.text()
    press(window, "Vurder behovet")
    assert window.page("tenancies").record.id == lease.id
    assert window.focusWidget() is the_field(window, "Vurdert")


def test_a_longer_term_is_refused_with_the_same_way(monkeypatch, case, window):
    lease = a_tenancy(case, ends_on=date(2027, 12, 31))
    monkeypatch.setattr("bolig_desktop.casefile.checks.now_utc", lambda: "2099-01-01T08:00:00+00:00")
    go(window, "tenancies", lease.id)
    write(window, "Til og med", "31.12.2029")
    assert case.tenancies.get(lease.id).ends_on == date(2027, 12, 31)
    press(window, "Vurder behovet")
    assert window.focusWidget() is the_field(window, "Vurdert")


def test_the_act_begins_what_comes_next(case, window):
    lease = a_tenancy(case, ends_on=date(2028, 12, 31))
    go(window, "tenancies", lease.id)
    assert banners(window.page("tenancies")) == []
    press(window, "Ny avtale for samme bolig")
    assert window.focusWidget() is the_field(window, "Vurdert")
    press(window, "Avbryt")
    assessment = an_assessment(case, lease, conclusion=None)
    press(window, "Ny avtale for samme bolig")
    assert window.focusWidget() is the_field(window, "Vurderingen ender med")
    write(window, "Vurderingen ender med", "Ingen ny avtale")
    press(window, "Lagre")
    assert case.assessments.get(assessment.id).conclusion is Conclusion.NOT_EXTEND
    press(window, "Ny avtale for samme bolig")
    assert the_field(window, "Resultat").currentText() == "Avslått"


def test_a_decision_that_says_no_begins_nothing(case, window):
    lease = a_tenancy(case)
    an_extension(case, lease, result=DecisionResult.REFUSED)
    go(window, "tenancies", lease.id)
    press(window, "Ny avtale for samme bolig")
    assert window.page("tenancies").record.id == lease.id
    assert "Vedtaket fra 21.11.2026 sier at husstanden ikke skal ha ny avtale" in seen(window)
    assert window.page("tenancies").need.decisions.list.form is None
    assert window.page("tenancies").case_panel.banners()[0].buttons == []


@pytest.mark.parametrize(
    ("ends_on", "title"),
    [
        (date(2026, 10, 31), ["Leietiden er ute, og leieren bor der fortsatt"]),
        (date(2027, 5, 22), ["Avtalen går ut 22.05.2027"]),
        (date(2027, 5, 23), []),
        (None, []),
    ],
)
def test_the_need_is_asked_for_from_six_months_before_the_end(case, window, ends_on, title):
    go(window, "tenancies", a_tenancy(case, ends_on=ends_on).id)
    assert banners(window.page("tenancies")) == title
    assert ("Vurder behovet" in seen(window)) is bool(title)


def test_the_banner_tells_when_the_tenant_was_asked_to_move(case, window):
    lease = a_tenancy(case, ends_on=date(2026, 11, 20))
    matter = Matter(
        kind=MatterKind.REQUEST_TO_MOVE, tenancy_id=lease.id, household_id=lease.household_id,
        opened_on=date(2026, 11, 21), due_on=date(2026, 12, 15),
    )  # fmt: skip
    case.save(matter)
    go(window, "tenancies", lease.id)
    assert "Flytteoppfordring er sendt" not in text_of_banner(window), "written is not sent"
    matter = case.save(
        dataclasses.replace(case.matters.of_tenancy(lease.id)[0], opened_on=date(2026, 11, 20), sent_on=lease.ends_on)
    )
    tell(window)
    settle()
    assert "Flytteoppfordring er sendt" not in text_of_banner(window), "sent on the last day it does not count"
    case.save(dataclasses.replace(matter, sent_on=date(2026, 11, 21)))
    tell(window)
    settle()
    assert text_of_banner(window).endswith("Flytteoppfordring er sendt 21.11.2026.")


def test_a_lease_that_is_not_ours_is_not_assessed(case, window):
    go(window, "tenancies", a_tenancy(case, kind=TenancyKind.PRIVATE).id)
    assert "Vurder behovet" not in seen(window)
    press(window, "Ny avtale for samme bolig")
    the_button(window, "Opprett leieforhold")


def test_nothing_more_is_asked_when_the_next_lease_is_there(case, window):
    lease = a_tenancy(case, ends_on=date(2026, 12, 31))
    an_extension(case, lease)
    a_tenancy(
        case, dwelling_id=lease.dwelling_id, household_id=lease.household_id, previous_id=lease.id,
        starts_on=date(2027, 1, 1), ends_on=date(2029, 12, 31),
    )  # fmt: skip
    go(window, "tenancies", lease.id)
    assert banners(window.page("tenancies")) == []


# writing it


def test_a_decision_before_its_assessment_is_refused_beside_the_date(case, window):
    lease = a_tenancy(case)
    an_assessment(case, lease)
    go(window, "tenancies", lease.id, "need next")
    write(window, "Fattet", "19.11.26")
    press(window, "Legg til")
    assert case.decisions.count() == 0
    form = window.page("tenancies").need.decisions.list.form
    assert "før vurderingen 20.11.2026" in form.fields["decided_on"].problem()


def test_a_decision_begun_too_early_rests_on_the_assessment_written_since(case, window):
    lease = a_tenancy(case)
    go(window, "tenancies", lease.id, "need")
    press(window, "Nytt vedtak")
    write(window, "Resultat", "Innvilget")
    press(window, "Legg til")
    assert "må bygge på en behovsvurdering" in window.page("tenancies").need.decisions.list.form.general.text()
    assessment = an_assessment(case, lease)
    press(window, "Legg til")
    assert case.decisions.list()[0].assessment_id == assessment.id


def test_ctrl_enter_saves_the_line_and_ctrl_z_takes_it_back(case, window):
    lease = a_tenancy(case)
    go(window, "tenancies", lease.id, "need next")
    write(window, "Neste skritt mot egen bolig", "Startlan i mai.")
    the_field(window, "Hvorfor den ender slik").setFocus()
    key(window, Qt.Key.Key_Return, CTRL)
    assert case.assessments.list()[0].next_step == "Startlan i mai."
    assert "Ikke ferdig" in pills(window.page("tenancies").need.assessments.list)
    key(window, Qt.Key.Key_Z, CTRL)
    assert case.assessments.count() == 0
    assert "Behovet er ikke vurdert ennå." in seen(window)
    assert "ny behovsvurdering" in seen(window)


def test_a_half_filled_assessment_is_there_again_and_gone_when_given_up(qtbot, case, window):
    lease = a_tenancy(case)
    go(window, "tenancies", lease.id, "need next")
    write(window, "Hva husstanden lever av", "Lonn fra august.")
    go(window, "tenancies", a_tenancy(case, ends_on=None).id)
    go(window, "tenancies", lease.id, "need")
    assert the_field(window, "Hva husstanden lever av").toPlainText() == "Lonn fra august."
    window.page("tenancies").leave()
    again = open_window(qtbot, case)
    go(again, "tenancies", lease.id, "need next")
    assert the_field(again, "Hva husstanden lever av").toPlainText() == "Lonn fra august."
    press(again, "Avbryt")
    go(again, "tenancies", a_tenancy(case, ends_on=None).id)
    go(again, "tenancies", lease.id, "need")
    assert not [w for w in again.findChildren(QPlainTextEdit) if w.isVisible()]


def test_a_half_changed_assessment_is_there_again_too(case, window):
    lease = a_tenancy(case)
    assessment = an_assessment(case, lease)
    go(window, "tenancies", lease.id, "need")
    window.page("tenancies").need.assessments.begin(assessment)
    write(window, "Hva husstanden lever av", "Lonn fra august.")
    go(window, "tenancies", a_tenancy(case, ends_on=None).id)
    assert case.assessments.get(assessment.id).income == "Introduksjonsstønad."
    go(window, "tenancies", lease.id, "need")
    assert the_field(window, "Hva husstanden lever av").toPlainText() == "Lonn fra august."
    press(window, "Lagre")
    assert case.assessments.get(assessment.id).income == "Lonn fra august."


def test_taking_away_the_line_one_is_in_closes_its_form(case, window):
    lease = a_tenancy(case)
    assessment = an_assessment(case, lease)
    go(window, "tenancies", lease.id, "need")
    assessments = window.page("tenancies").need.assessments
    assessments.begin(assessment)
    assessments.list.removed.emit(assessment)
    assert (case.assessments.count(), assessments.list.form) == (0, None)


def test_the_facts_are_told_in_the_municipalitys_own_norwegian(case):
    assessment = an_assessment(case, a_tenancy(case))
    assert facts_of(assessment, WrittenForm.NYNORSK).startswith("Kva husstanden lever av: Introduksjonsstønad.\nKven")
    labels = AssessmentForm(case.clock).labels
    told = facts_of(assessment, WrittenForm.BOKMAL).splitlines()
    names = ("income", "family", "tried", "next_step")
    assert [line.split(":")[0] for line in told] == [labels[name] for name in names]


# matters


def test_a_matter_asks_for_its_kind_first_and_then_in_its_own_words(case, window):
    lease = a_tenancy(case)
    go(window, "tenancies", lease.id, "matters")
    press(window, "Ny sak")
    assert [w.accessibleName() for w in fields_of(window)] == ["Hva saken er"]
    write(window, "Hva saken er", "Søknad om nytt husstandsmedlem eller framleie")
    assert {"Kom inn", "Besvart", "Svar"} <= {w.accessibleName() for w in fields_of(window)}
    assert "regnes søknaden som godkjent" in seen(window)
    write(window, "Hva saken er", "Flytteoppfordring")
    named = {w.accessibleName() for w in fields_of(window)}
    assert {"Skrevet", "Sendt", "Flytt innen"} <= named and "Besvart" not in named
    write(window, "Flytt innen", "15.1.27")
    write(window, "Sendt", "22.11.26")
    press(window, "Legg til")
    (kept,) = case.matters.list()
    assert (kept.kind, kept.due_on, kept.sent_on) == (
        MatterKind.REQUEST_TO_MOVE,
        date(2027, 1, 15),
        date(2026, 11, 22),
    )
    assert "Flytt\u00a0innen\u00a015.01.2027" in seen(window)


def fields_of(window):
    form = window.page("tenancies").matters.list.form
    return [field.editor() for field in form.fields.values() if field.isVisible()]


def test_what_was_typed_for_another_kind_is_not_kept(case, window):
    go(window, "tenancies", a_tenancy(case).id, "matters")
    press(window, "Ny sak")
    write(window, "Hva saken er", "Skriftlig advarsel")
    write(window, "Hva som har skjedd", "Brak om natten.")
    write(window, "Hva det advares mot", "Plage for naboer eller hus")
    write(window, "Hva saken er", "Flytteoppfordring")
    press(window, "Legg til")
    (kept,) = case.matters.list()
    assert (kept.reason, kept.basis) == ("", None)


def test_termination_for_nuisance_is_refused_before_the_warning_is_sent(case, window):
    lease = a_tenancy(case, ends_on=None)
    go(window, "tenancies", lease.id, "matters")
    press(window, "Ny sak")
    write(window, "Hva saken er", "Heving")
    write(window, "Grunnlag", "Plage for naboer eller hus")
    press(window, "Legg til")
    assert case.matters.count() == 0
    assert "skriftlig varsel om det samme" in window.page("tenancies").matters.list.form.fields["basis"].problem()
    facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "opened_on": date(2026, 10, 1)}
    case.save(Matter(kind=MatterKind.WARNING, basis=MatterBasis.NUISANCE, sent_on=date(2026, 10, 2), **facts))
    press(window, "Legg til")
    assert [matter.kind for matter in case.matters.list()] == [MatterKind.WARNING, MatterKind.TERMINATION]


@pytest.mark.parametrize("kind", list(MatterKind))
def test_every_kind_asks_only_for_what_a_matter_has_and_always_when_it_began(qtbot, case, kind):
    asked = asked_of(kind)
    form = MatterForm(case.clock)
    qtbot.addWidget(form)
    assert asked.keys() <= form.fields.keys()
    assert {"opened_on", "closed_on", "note"} <= asked.keys()


# who is shielded, and the small form of what is put off


def test_a_shielded_households_need_is_seen_in_its_case_only(case, window):
    household = a_shielded_household(case)
    lease = a_tenancy(case, household_id=household.id)
    an_extension(case, lease, facts="Wimbledurnotat.")
    case.save(
        Matter(kind=MatterKind.REQUEST_TO_MOVE, household_id=household.id, tenancy_id=lease.id,
               opened_on=date(2026, 11, 1), outcome="Wimbledurnotat.")
    )  # fmt: skip
    go(window, "tenancies", lease.id, "matters")
    assert "Wimbledurnotat" in seen(window)
    assert "Wimbledurnotat" not in seen(window.page("tenancies").list_panel)
    window.page("tenancies").close_case()
    settle()
    assert "Wimbledurnotat" not in seen(window) and "Hemmelig" not in seen(window)
    assert case.search.find("Wimbledurnotat") == []


def test_putting_off_asks_for_a_day_and_a_reason(shown, case):
    form = shown(MarkForm(case.clock))
    assert list(form.labels.values()) == ["Utsett til", "Hvorfor det utsettes"]
    write(form, "Utsett til", "+2 uker")
    assert form.values()["put_off_to"] == date(2026, 12, 6)
    assert QApplication.focusWidget() is the_field(form, "Hvorfor det utsettes")
