"""The page of tenancies driven by visible words and the keyboard; what is asserted stands in the file."""

from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox

from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.tenancies.records import HandoverKind, SecurityKind, TenancyKind
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.tenancies.page import TenanciesPage
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.record_model import ICON_ROLE
from build import a_dwelling, a_household, a_municipality, a_tenancy, an_extension
from drive import buttons, column, press, the_dialog, the_field, unfold, words_on, write
from windows import open_case, open_page, tell

# a new one


def test_a_lease_is_made_with_what_the_dwelling_and_the_start_propose(case, page):
    unit = a_dwelling(case, power_nok=500)
    household = a_household(case)
    press(page.window, "Nytt leieforhold")
    page.form.fields["dwelling_id"].choose(unit.id)
    page.form.fields["household_id"].choose(household.id)
    write(page.window, "Fra", "1.12.26")
    assert the_field(page.window, "Til og med").text() == "30.11.2029"
    press(page.window, "Opprett leieforhold")
    (made,) = case.tenancies.list()
    assert (made.dwelling_id, made.household_id, made.kind) == (unit.id, household.id, TenancyKind.MUNICIPAL)
    assert (made.starts_on, made.ends_on) == (date(2026, 12, 1), date(2029, 11, 30))
    assert (made.rent_nok, made.power_nok, made.due_day, made.notice_months) == (9500, 500, 1, 3)
    assert page.gone[-1] == Place(topic="tenancies", id=made.id)
    assert page.case_panel.header.title.text() == "Storgata 14 B, H0201 · Selam Tesfay"


def test_another_start_moves_the_proposed_end_but_not_one_that_was_typed(page):
    press(page.window, "Nytt leieforhold")
    write(page.window, "Fra", "1.12.26")
    write(page.window, "Fra", "1.1.27")
    assert the_field(page.window, "Til og med").text() == "31.12.2029"
    write(page.window, "Til og med", "31.12.31")
    write(page.window, "Fra", "1.2.27")
    assert the_field(page.window, "Til og med").text() == "31.12.2031"


def test_a_start_on_29_february_asks_for_the_last_day_of_the_month(page):
    press(page.window, "Nytt leieforhold")
    write(page.window, "Fra", "29.2.2028")
    assert the_field(page.window, "Til og med").text() == "28.02.2031"


def test_tidsubestemt_takes_the_end_away_and_it_is_not_proposed_again(page):
    press(page.window, "Nytt leieforhold")
    press(page.window, "Tidsubestemt")
    write(page.window, "Fra", "1.12.26")
    assert the_field(page.window, "Til og med").text() == ""
    press(page.window, "3 år")
    assert the_field(page.window, "Til og med").text() == "30.11.2029"


def test_the_municipalitys_own_length_is_proposed(qtbot, case):
    a_municipality(case, lease_months=60)
    page = open_page(qtbot, case, TenanciesPage)
    press(page.window, "Nytt leieforhold")
    write(page.window, "Fra", "1.12.26")
    assert the_field(page.window, "Til og med").text() == "30.11.2031"
    assert {"3 år", "5 år"} <= set(buttons(page.window))


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"kind": DwellingKind.ROOM, "name": "rom 3", "unit_number": ""}, TenancyKind.ROOM),
        ({"tenure": Tenure.HIRED_IN}, TenancyKind.SUBLET),
        ({"tenure": Tenure.BROKERED}, TenancyKind.PRIVATE),
        ({"tenure": Tenure.RESIDENT_OWNED}, TenancyKind.OWNED),
        ({"tenure": Tenure.ASSIGNED}, TenancyKind.MUNICIPAL),
    ],
)
def test_the_dwelling_proposes_the_kind(case, page, facts, kind):
    if facts.get("kind") is DwellingKind.ROOM:
        facts["house_id"] = a_dwelling(case, kind=DwellingKind.SHARED_HOUSE, unit_number="").id
    unit = a_dwelling(case, **facts)
    press(page.window, "Nytt leieforhold")
    page.form.fields["dwelling_id"].choose(unit.id)
    assert page.form.fields["kind"].value() is kind


def test_rent_that_was_typed_is_not_written_over(case, page):
    unit = a_dwelling(case)
    press(page.window, "Nytt leieforhold")
    write(page.window, "Leie per måned", "8800")
    page.form.fields["dwelling_id"].choose(unit.id)
    assert page.form.fields["rent_nok"].value() == 8800


def test_a_new_lease_after_this_one_knows_where_it_comes_from(case, page):
    before = a_tenancy(case, starts_on=date(2024, 1, 1), ends_on=date(2026, 12, 31))
    an_extension(case, before)
    open_case(page, before)
    press(page.window, "Ny avtale for samme bolig")
    assert page.form.fields["starts_on"].value() == date(2027, 1, 1)
    page.form.fields["ends_on"].set_typed("31.12.2029")
    press(page.window, "Opprett leieforhold")
    after = case.tenancies.list()[-1]
    assert (after.previous_id, after.dwelling_id, after.household_id) == (
        before.id,
        before.dwelling_id,
        before.household_id,
    )
    assert "Forrige avtale" in words_on(page.window)
    press(page.window, "01.01.2024 – 31.12.2026")
    assert page.record.id == before.id
    assert "Neste avtale" in words_on(page.window)


def test_a_half_filled_lease_is_there_again(qtbot, case, page):
    press(page.window, "Nytt leieforhold")
    write(page.window, "Fra", "1.12.26")
    page.close_case()
    other = open_page(qtbot, case, TenanciesPage)
    press(other.window, "Nytt leieforhold")
    assert the_field(other.window, "Fra").text() == "01.12.2026"
    assert the_field(other.window, "Til og med").text() == "30.11.2029"


# saved as one goes, and the rules


def test_a_change_is_saved_when_the_field_is_left(case, page):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    write(page.window, "Leie per måned", "9 900")
    assert case.tenancies.get(tenancy.id).rent_nok == 9900


def test_too_short_a_term_is_said_beside_the_end_and_not_saved(case, page):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    write(page.window, "Til og med", "30.10.26")
    assert "§\u00a09-3" in page.form.fields["ends_on"].problem()
    assert case.tenancies.get(tenancy.id).ends_on == date(2026, 10, 31)
    write(page.window, "Til og med", "31.10.26")
    assert page.form.fields["ends_on"].problem() == ""


def test_a_short_term_with_its_three_conditions_is_saved(case, page):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    write(page.window, "Til og med", "31.10.25")
    unfold(page.window, "Bolig for vanskeligstilte")
    for words in ("Leieren får skriftlig melding om § 11-1", "Kortere leietid enn tre år"):
        next(box for box in page.window.findChildren(QCheckBox) if box.text() == words).click()
    page.form.fields["short_term_reason"].entry.setPlainText("Boligen skal rives i 2026.")
    page.form.fields["short_term_reason"].leave()
    assert case.tenancies.get(tenancy.id).ends_on == date(2026, 10, 31)
    write(page.window, "Vedtak om kort leietid", "2023/41")
    kept = case.tenancies.get(tenancy.id)
    assert (kept.ends_on, kept.vulnerable_notice, kept.exception_short_term) == (date(2025, 10, 31), True, True)
    assert (kept.short_term_reason, kept.short_term_decision) == ("Boligen skal rives i 2026.", "2023/41")


def test_why_the_term_is_short_is_asked_only_of_short_leases(case, page):
    open_case(page, a_tenancy(case))
    unfold(page.window, "Bolig for vanskeligstilte")
    assert not page.form.fields["short_term_reason"].isVisible()
    next(box for box in page.window.findChildren(QCheckBox) if box.text() == "Kortere leietid enn tre år").click()
    assert page.form.fields["short_term_reason"].isVisible()


@pytest.mark.parametrize(("deposit", "saved"), [("57000", 57000), ("57001", None)])
def test_deposit_up_to_six_months_rent(case, page, deposit, saved):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    unfold(page.window, "Depositum og garanti")
    write(page.window, "Depositum", deposit)
    assert case.tenancies.get(tenancy.id).deposit_nok == saved
    assert bool(page.form.fields["deposit_nok"].problem()) is (saved is None)


def test_the_sum_of_the_security_is_said_while_it_is_typed(qtbot, case, page):
    open_case(page, a_tenancy(case, guarantee_nok=28500, guarantee_kind=SecurityKind.NAV))
    unfold(page.window, "Depositum og garanti")
    assert "Til sammen 28 500 kr av høyst 57 000 kr" in words_on(page.window)
    qtbot.keyClicks(the_field(page.window, "Depositum"), "9500")
    assert "Til sammen 38 000 kr av høyst 57 000 kr" in words_on(page.window)


# what the case says


@pytest.mark.parametrize(
    ("facts", "subtitle", "pill"),
    [
        ({}, "01.11.2023 – 31.10.2026 · utløpt for 22 dager", "Utløpt 22 d."),
        ({"starts_on": date(2023, 11, 23), "ends_on": date(2026, 11, 22)}, "slutter i dag", "Går ut snart"),
        ({"starts_on": date(2023, 11, 22), "ends_on": date(2026, 11, 21)}, "utløpt i går", "Utløpt 1 d."),
        ({"starts_on": date(2024, 5, 23), "ends_on": date(2027, 5, 22)}, "slutter om 6 måneder", "Går ut snart"),
        ({"starts_on": date(2024, 5, 24), "ends_on": date(2027, 5, 23)}, "slutter om 6 måneder", "Løper"),
        ({"ends_on": None}, "fra 01.11.2023 · tidsubestemt", "Tidsubestemt"),
        ({"starts_on": date(2023, 8, 1), "ends_on": date(2026, 7, 31)}, "nå tidsubestemt", "Tidsubestemt"),
        ({"moved_out_on": date(2026, 11, 1)}, "flyttet ut 01.11.2026", "Avsluttet"),
        (
            {"starts_on": date(2026, 12, 1), "ends_on": date(2029, 11, 30), "signed_tenant_on": None},
            "utkast, ikke skrevet under av begge",
            "Utkast",
        ),
    ],
)
def test_the_state_in_words(case, page, facts, subtitle, pill):
    tenancy = a_tenancy(case, **facts)
    tell(page)
    open_case(page, tenancy)
    header = page.case_panel.header
    assert subtitle in header.subtitle.text()
    assert header.pill.accessibleName() == pill
    assert column(page, "state") == [pill]


def test_an_expired_lease_says_what_the_law_says_and_promises_nothing(case, page):
    open_case(page, a_tenancy(case))
    (banner, *_) = page.case_panel.banners()
    assert banner.title.text() == "Leietiden er ute, og leieren bor der fortsatt"
    said = words_on(banner)
    assert "tre måneder" in said and "tidsubestemt" in said and "husleieloven § 9-2 tredje ledd" in said


def test_a_lease_that_runs_has_no_such_banner(case, page):
    open_case(page, a_tenancy(case, ends_on=date(2027, 5, 23)))
    assert page.case_panel.banners() == []


def test_what_has_run_out_stands_on_top_and_what_is_over_last(case, page):
    streets = ["A-veien 1", "B-veien 1", "C-veien 1", "D-veien 1"]
    terms = [
        {"ends_on": None},
        {"moved_out_on": date(2026, 1, 5)},
        {"ends_on": date(2026, 12, 31)},
        {"ends_on": date(2026, 10, 31)},
    ]
    for street, facts in zip(streets, terms, strict=True):
        a_tenancy(case, dwelling_id=a_dwelling(case, street=street, unit_number="").id, **facts)
    tell(page)
    assert column(page, "dwelling") == ["D-veien 1", "C-veien 1", "A-veien 1", "B-veien 1"]


def test_in_a_narrow_list_the_end_of_a_lease_stays_and_its_icon_says_the_state(case, page):
    a_tenancy(case, ends_on=date(2026, 10, 31))
    tell(page)
    table = page.list_panel.table
    table.resize(440, 300)
    model = table.model()
    shown = [at for at in range(model.columnCount()) if not table.isColumnHidden(at)]
    assert [model.columns[at].title for at in shown] == ["Bolig", "Husstand", "Slutt"]
    assert model.index(0, shown[-1]).data(ICON_ROLE) == ("alarm-clock", Tone.DANGER)


def test_chips_count_and_filter_by_state(case, page):
    a_tenancy(case)
    a_tenancy(case, dwelling_id=a_dwelling(case, street="Parkveien 3").id, ends_on=None)
    tell(page)
    assert {"Alle  2", "Utløpt  1", "Tidsubestemt  1", "Løper  0"} <= set(buttons(page.list_panel))
    press(page.list_panel, "Utløpt  1")
    assert column(page, "dwelling") == ["Storgata 14 B, H0201"]
    assert page.counts() == {"danger": 1}


def test_moving_out_is_registered_with_one_question(qtbot, case, page):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    press(page.window, "Flyttet ut …")
    asked = the_dialog()
    asked.day.entry.selectAll()
    qtbot.keyClicks(asked.day.entry, "31.10.23")
    press(asked, "Registrer utflytting")
    assert asked.isVisible() and "før leieforholdet starter" in asked.day.problem()
    asked.day.entry.selectAll()
    qtbot.keyClicks(asked.day.entry, "15.11.26")
    press(asked, "Registrer utflytting")
    assert case.tenancies.get(tenancy.id).moved_out_on == date(2026, 11, 15)
    assert "flyttet ut 15.11.2026" in page.case_panel.header.subtitle.text()
    assert "Flyttet ut …" not in buttons(page.window)


def test_a_protocol_is_added_and_the_next_is_for_the_hand_back(case, page):
    tenancy = a_tenancy(case)
    open_case(page, tenancy, "handovers")
    press(page.window, "Legg til protokoll")
    write(page.window, "Holdt", "1.11.23")
    write(page.window, "Strømmåler, kWh", "12345,5")
    press(page.window, "Legg til")
    (kept,) = case.handovers.list()
    assert (kept.kind, kept.held_on, str(kept.power_reading)) == (HandoverKind.TAKEOVER, date(2023, 11, 1), "12345.5")
    press(page.window, "Legg til protokoll")
    assert the_field(page.window, "Protokoll for").currentText() == "Tilbakelevering"
