"""The page of tenancies driven by visible words and the keyboard; what is asserted stands in the file."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QPushButton, QSplitter, QWidget

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.storage.rows import column_names
from bolig_desktop.tenancies.records import Handover, HandoverKind, SecurityKind, Tenancy, TenancyKind
from bolig_desktop.ui.documents.issue import IssueDialog
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.tenancies import form as forms
from bolig_desktop.ui.tenancies.page import TenanciesPage
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.record_model import ICON_ROLE
from build import a_dwelling, a_household, a_municipality, a_person, a_shielded_household, a_tenancy, an_extension


@pytest.fixture
def page(qtbot, case):
    a_municipality(case)
    return shown(qtbot, case)


def shown(qtbot, case):
    """A page of its own in a window, its links followed as the main window does."""
    made = TenanciesPage(Session(case), {})
    window = QSplitter()
    made.setParent(window)
    window.addWidget(made.list_panel)
    window.addWidget(made.case_panel)
    window.resize(1280, 720)
    qtbot.addWidget(window)
    made.window, made.gone, made.told = window, [], []
    made.go.connect(made.gone.append)
    made.go.connect(lambda place: made.open(place) if place.topic == "tenancies" else None)
    made.said.connect(made.told.append)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.open(Place(topic="tenancies"))
    return made


def open_case(page, tenancy, tab=""):
    page.open(Place(topic="tenancies", id=tenancy.id, tab=tab))
    QApplication.processEvents()


def tell(page):
    """Let the page hear of what the test wrote past it."""
    page.session.run(lambda case: None)


def press(inside, words):
    buttons = [b for b in inside.findChildren(QPushButton) if b.isVisible() and b.text() == words]
    assert buttons, f"no button «{words}»"
    buttons[0].click()
    QApplication.processEvents()


def buttons_shown(inside):
    return [b.text() for b in inside.findChildren(QPushButton) if b.isVisible()]


def field(page, label):
    found = [w for w in page.window.findChildren(QWidget) if w.accessibleName() == label and w.isVisible()]
    assert found, f"no field «{label}»"
    return found[0]


def type_in(qtbot, page, label, words):
    entry = field(page, label)
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, words)
    qtbot.keyClick(entry, Qt.Key.Key_Tab)


def unfold(page, start):
    fold = next(b for b in page.window.findChildren(QPushButton) if b.isVisible() and b.text().startswith(start))
    if not fold.isChecked():
        fold.click()
    QApplication.processEvents()


def words_on(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible()).replace("\u00a0", " ")


def dialog():
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())


def column(page, key):
    model = page.list_panel.table.model()
    at = [c.key for c in model.columns].index(key)
    return [model.index(row, at).data() for row in range(model.rowCount())]


# a new one


def test_a_lease_is_made_with_what_the_dwelling_and_the_start_propose(qtbot, case, page):
    unit = a_dwelling(case, power_nok=500)
    household = a_household(case)
    press(page.window, "Nytt leieforhold")
    page.form.fields["dwelling_id"].choose(unit.id)
    page.form.fields["household_id"].choose(household.id)
    type_in(qtbot, page, "Fra", "1.12.26")
    assert field(page, "Til og med").text() == "30.11.2029"
    press(page.window, "Opprett leieforhold")
    (made,) = case.tenancies.list()
    assert (made.dwelling_id, made.household_id, made.kind) == (unit.id, household.id, TenancyKind.MUNICIPAL)
    assert (made.starts_on, made.ends_on) == (date(2026, 12, 1), date(2029, 11, 30))
    assert (made.rent_nok, made.power_nok, made.due_day, made.notice_months) == (9500, 500, 1, 3)
    assert page.gone[-1] == Place(topic="tenancies", id=made.id)
    assert page.case_panel.header.title.text() == "Storgata 14 B, H0201 · Selam Tesfay"


def test_another_start_moves_the_proposed_end_but_not_one_that_was_typed(qtbot, page):
    press(page.window, "Nytt leieforhold")
    type_in(qtbot, page, "Fra", "1.12.26")
    type_in(qtbot, page, "Fra", "1.1.27")
    assert field(page, "Til og med").text() == "31.12.2029"
    type_in(qtbot, page, "Til og med", "31.12.31")
    type_in(qtbot, page, "Fra", "1.2.27")
    assert field(page, "Til og med").text() == "31.12.2031"


def test_a_start_on_29_february_asks_for_the_last_day_of_the_month(qtbot, page):
    press(page.window, "Nytt leieforhold")
    type_in(qtbot, page, "Fra", "29.2.2028")
    assert field(page, "Til og med").text() == "28.02.2031"


def test_tidsubestemt_takes_the_end_away_and_it_is_not_proposed_again(qtbot, page):
    press(page.window, "Nytt leieforhold")
    press(page.window, "Tidsubestemt")
    type_in(qtbot, page, "Fra", "1.12.26")
    assert field(page, "Til og med").text() == ""
    press(page.window, "3 år")
    assert field(page, "Til og med").text() == "30.11.2029"


def test_the_municipalitys_own_length_is_proposed(qtbot, case):
    a_municipality(case, lease_months=60)
    page = shown(qtbot, case)
    press(page.window, "Nytt leieforhold")
    type_in(qtbot, page, "Fra", "1.12.26")
    assert field(page, "Til og med").text() == "30.11.2031"
    assert {"3 år", "5 år"} <= set(buttons_shown(page.window))


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


def test_rent_that_was_typed_is_not_written_over(qtbot, case, page):
    unit = a_dwelling(case)
    press(page.window, "Nytt leieforhold")
    type_in(qtbot, page, "Leie per måned", "8800")
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
    type_in(qtbot, page, "Fra", "1.12.26")
    page.close_case()
    other = shown(qtbot, case)
    press(other.window, "Nytt leieforhold")
    assert field(other, "Fra").text() == "01.12.2026"
    assert field(other, "Til og med").text() == "30.11.2029"


# saved as one goes, and the rules


def test_a_change_is_saved_when_the_field_is_left(qtbot, case, page):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    type_in(qtbot, page, "Leie per måned", "9 900")
    assert case.tenancies.get(tenancy.id).rent_nok == 9900


def test_too_short_a_term_is_said_beside_the_end_and_not_saved(qtbot, case, page):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    type_in(qtbot, page, "Til og med", "30.10.26")
    assert "§\u00a09-3" in page.form.fields["ends_on"].problem()
    assert case.tenancies.get(tenancy.id).ends_on == date(2026, 10, 31)
    type_in(qtbot, page, "Til og med", "31.10.26")
    assert page.form.fields["ends_on"].problem() == ""


def test_a_short_term_with_its_three_conditions_is_saved(qtbot, case, page):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    type_in(qtbot, page, "Til og med", "31.10.25")
    unfold(page, "Bolig for vanskeligstilte")
    for words in ("Leieren får skriftlig melding om § 11-1", "Kortere leietid enn tre år"):
        next(box for box in page.window.findChildren(QCheckBox) if box.text() == words).click()
    page.form.fields["short_term_reason"].entry.setPlainText("Boligen skal rives i 2026.")
    page.form.fields["short_term_reason"].leave()
    assert case.tenancies.get(tenancy.id).ends_on == date(2026, 10, 31)
    type_in(qtbot, page, "Vedtak om kort leietid", "2023/41")
    kept = case.tenancies.get(tenancy.id)
    assert (kept.ends_on, kept.vulnerable_notice, kept.exception_short_term) == (date(2025, 10, 31), True, True)
    assert (kept.short_term_reason, kept.short_term_decision) == ("Boligen skal rives i 2026.", "2023/41")


def test_why_the_term_is_short_is_asked_only_of_short_leases(case, page):
    open_case(page, a_tenancy(case))
    unfold(page, "Bolig for vanskeligstilte")
    assert not page.form.fields["short_term_reason"].isVisible()
    next(box for box in page.window.findChildren(QCheckBox) if box.text() == "Kortere leietid enn tre år").click()
    assert page.form.fields["short_term_reason"].isVisible()


@pytest.mark.parametrize(("deposit", "saved"), [("57000", 57000), ("57001", None)])
def test_deposit_up_to_six_months_rent(qtbot, case, page, deposit, saved):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    unfold(page, "Depositum og garanti")
    type_in(qtbot, page, "Depositum", deposit)
    assert case.tenancies.get(tenancy.id).deposit_nok == saved
    assert bool(page.form.fields["deposit_nok"].problem()) is (saved is None)


def test_the_sum_of_the_security_is_said_while_it_is_typed(qtbot, case, page):
    open_case(page, a_tenancy(case, guarantee_nok=28500, guarantee_kind=SecurityKind.NAV))
    unfold(page, "Depositum og garanti")
    assert "Til sammen 28 500 kr av høyst 57 000 kr" in words_on(page.window)
    qtbot.keyClicks(field(page, "Depositum"), "9500")
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
    assert {"Alle  2", "Utløpt  1", "Tidsubestemt  1", "Løper  0"} <= set(buttons_shown(page.list_panel))
    press(page.list_panel, "Utløpt  1")
    assert column(page, "dwelling") == ["Storgata 14 B, H0201"]
    assert page.counts() == {"danger": 1}


def test_moving_out_is_registered_with_one_question(qtbot, case, page):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    press(page.window, "Flyttet ut …")
    asked = dialog()
    asked.day.entry.selectAll()
    qtbot.keyClicks(asked.day.entry, "31.10.23")
    press(asked, "Registrer utflytting")
    assert asked.isVisible() and "før leieforholdet starter" in asked.day.problem()
    asked.day.entry.selectAll()
    qtbot.keyClicks(asked.day.entry, "15.11.26")
    press(asked, "Registrer utflytting")
    assert case.tenancies.get(tenancy.id).moved_out_on == date(2026, 11, 15)
    assert "flyttet ut 15.11.2026" in page.case_panel.header.subtitle.text()
    assert "Flyttet ut …" not in buttons_shown(page.window)


def test_a_protocol_is_added_and_the_next_is_for_the_hand_back(qtbot, case, page):
    tenancy = a_tenancy(case)
    open_case(page, tenancy, "handovers")
    press(page.window, "Legg til protokoll")
    type_in(qtbot, page, "Holdt", "1.11.23")
    type_in(qtbot, page, "Strømmåler, kWh", "12345,5")
    press(page.window, "Legg til")
    (kept,) = case.handovers.list()
    assert (kept.kind, kept.held_on, str(kept.power_reading)) == (HandoverKind.TAKEOVER, date(2023, 11, 1), "12345.5")
    press(page.window, "Legg til protokoll")
    assert field(page, "Protokoll for").currentText() == "Tilbakelevering"


# printing


def test_a_lease_is_seen_saved_and_filed_once(case, page, tmp_path):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    press(page.window, "Skriv ut leieavtale")
    issued = dialog()
    assert isinstance(issued, IssueDialog)
    assert issued.heading.text() == "D1 Leieavtale for bolig"
    assert case.papers.count() == 0, "looking files nothing"
    names = []

    def choose(over, name):
        names.append(name)
        return Path(tmp_path) / name

    issued.choose_file = choose
    press(issued, "Lagre som PDF")
    press(issued, "Lagre som PDF")
    (paper,) = case.papers.list()
    assert names == [f"D1-{tenancy.id}.pdf"] * 2
    assert (tmp_path / names[0]).read_bytes() == paper.content
    assert "ligger under Papirer" in issued.told.text() and page.told[-1] == issued.told.text()
    press(issued, "Lukk")
    assert "Papirer 1" in [page.case_panel.tabs.bar.tabText(at) for at in range(page.case_panel.tabs.bar.count())]


def test_a_paper_is_printed_in_the_language_chosen(case, page, tmp_path):
    open_case(page, a_tenancy(case))
    press(page.window, "Overtakelsesprotokoll")
    issued = dialog()
    box = issued.preview.language_box
    box.setCurrentIndex(box.findText("Nynorsk"))
    box.activated.emit(box.currentIndex())
    printer = QPrinter()
    printer.setResolution(36)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    issued.choose_printer = lambda over, pages: printer
    press(issued, "Skriv ut")
    (paper,) = case.papers.list()
    assert (paper.number, paper.language) == ("D4", "nn")
    assert (tmp_path / "paper.pdf").stat().st_size > 0
    issued.close()


def test_letting_be_to_choose_a_printer_files_nothing(case, page):
    open_case(page, a_tenancy(case))
    press(page.window, "Skriv ut leieavtale")
    issued = dialog()
    issued.choose_printer = lambda over, pages: None
    press(issued, "Skriv ut")
    assert case.papers.count() == 0
    issued.close()


def test_what_cannot_be_filed_does_not_leave_the_program(qtbot, tmp_path):
    full = []

    def before_write():
        if full:
            raise FileTrouble(TroubleKind.FULL)

    case = CaseFile(open_in_memory(), clock=clock.fixed(date(2026, 11, 22)), before_write=before_write)
    a_municipality(case)
    page = shown(qtbot, case)
    open_case(page, a_tenancy(case))
    press(page.window, "Skriv ut leieavtale")
    issued = dialog()
    issued.choose_file = lambda over, name: tmp_path / name
    full.append(True)
    press(issued, "Lagre som PDF")
    assert list(tmp_path.glob("*.pdf")) == []
    assert issued.preview.trouble.text() != ""
    full.clear()
    press(issued, "Lagre som PDF")
    assert len(list(tmp_path.glob("*.pdf"))) == case.papers.count() == 1
    issued.close()


def test_a_lease_that_breaks_the_law_is_not_printed(case, page):
    tenancy = a_tenancy(case)
    case.tenancies.change(dataclasses.replace(tenancy, ends_on=date(2024, 10, 31)))
    open_case(page, tenancy)
    press(page.window, "Skriv ut leieavtale")
    refused = dialog()
    assert not isinstance(refused, IssueDialog)
    assert "Leietiden er for kort" in words_on(refused) and "husleieloven § 9-3" in words_on(refused)
    press(refused, "Rett det først")


def test_a_lease_is_not_printed_while_what_stands_on_the_screen_is_not_what_is_saved(qtbot, case, page):
    open_case(page, a_tenancy(case))
    type_in(qtbot, page, "Leie per måned", "tolv tusen")
    press(page.window, "Skriv ut leieavtale")
    refused = dialog()
    assert not isinstance(refused, IssueDialog)
    assert "«Leie per måned»" in words_on(refused) and "merket med rødt" in words_on(refused)
    press(refused, "Rett det først")
    assert page.window.focusWidget() is field(page, "Leie per måned")
    type_in(qtbot, page, "Leie per måned", "12000")
    press(page.window, "Skriv ut leieavtale")
    assert isinstance(dialog(), IssueDialog)
    dialog().close()


def test_a_lease_is_not_printed_with_a_term_the_law_refused_on_the_screen(qtbot, case, page):
    open_case(page, a_tenancy(case))
    type_in(qtbot, page, "Til og med", "31.10.2024")
    page.case_panel.tabs.choose("papers")
    press(page.window, "Skriv ut leieavtale")
    assert "«Til og med»" in words_on(dialog())
    press(dialog(), "Rett det først")
    assert page.window.focusWidget() is field(page, "Til og med")


def test_a_protocol_is_not_printed_while_one_is_half_filled(qtbot, case, page):
    open_case(page, a_tenancy(case), "handovers")
    press(page.window, "Legg til protokoll")
    type_in(qtbot, page, "Til stede", "Aud Kvalnes")
    press(page.window, "Overtakelsesprotokoll")
    assert "Lagre protokollen først" in words_on(dialog()) and "«Til stede»" in words_on(dialog())
    press(dialog(), "Rett det først")
    assert page.window.focusWidget() is field(page, "Til stede")
    press(page.window, "Legg til")
    press(page.window, "Overtakelsesprotokoll")
    assert isinstance(dialog(), IssueDialog)
    dialog().close()


def test_a_character_no_font_has_is_said_in_a_sentence(case, page):
    household = a_household(case, a_person(case, given_name="Sel\U000e0041am"))
    open_case(page, a_tenancy(case, household_id=household.id))
    press(page.window, "Skriv ut leieavtale")
    issued = dialog()
    assert "finnes ikke i skriftene" in issued.preview.trouble.text()
    assert not issued.preview.print_button.isEnabled()
    issued.close()


def test_a_shielded_household_is_asked_about_first_and_named_in_its_case_only(case, page):
    household = a_shielded_household(case)
    tenancy = a_tenancy(case, household_id=household.id)
    tell(page)
    open_case(page, tenancy)
    assert "Hemmelig-Navnesen" in page.case_panel.header.title.text()
    assert column(page, "household") == [f"Skjermet husstand {household.id}"]
    assert "Hemmelig" not in field(page, "Husstand").text()
    press(page.window, "Skriv ut leieavtale")
    asked = dialog()
    assert not isinstance(asked, IssueDialog)
    assert "navn og adresse sammen" in words_on(asked)
    press(asked, "Vis papiret")
    issued = dialog()
    assert isinstance(issued, IssueDialog)
    assert "Hemmelig" not in issued.windowTitle() + issued.heading.text()
    issued.close()


@pytest.mark.parametrize(
    ("kind", "tenure"), [(TenancyKind.PRIVATE, Tenure.BROKERED), (TenancyKind.OWNED, Tenure.RESIDENT_OWNED)]
)
def test_what_is_not_ours_has_no_lease_to_print_and_no_clauses_of_ours(case, page, kind, tenure):
    unit = a_dwelling(case, tenure=tenure)
    open_case(page, a_tenancy(case, kind=kind, dwelling_id=unit.id))
    shown_now = buttons_shown(page.window)
    assert "Skriv ut leieavtale" not in shown_now and "Overtakelsesprotokoll" not in shown_now
    assert not any(words.startswith(("Tvangsfravikelse", "Bolig for vanskeligstilte")) for words in shown_now)
    assert "Ny avtale for samme bolig" in shown_now


def test_every_field_is_on_the_form_or_excused(page):
    assert set(page.form.fields) | forms.NOT_ON_FORM == set(column_names(Tenancy))
    small = forms.HandoverForm(page.session.case.clock)
    assert set(small.fields) | {"id", "tenancy_id"} == set(column_names(Handover))
