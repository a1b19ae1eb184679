"""Bofellesskap driven by the words on the screen and the keyboard; what is asserted stands in the file."""

import dataclasses
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox

from bolig_desktop.casefile import sharing
from bolig_desktop.casefile.house_rules_making import from_library, next_version
from bolig_desktop.documents import kinds
from bolig_desktop.dwellings.records import DwellingKind
from bolig_desktop.shared_housing.records import HouseRule, RuleGroup, RuleSignature
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.ui.navigation import Place
from build import a_house_with_rooms, a_household, a_municipality, a_person, a_shielded_household, a_tenancy
from drive import banners, lines, open_line, press, press_tool, seen, settle, the_field, the_tool, write
from windows import go, open_window

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def house(case):
    """A house of three rooms; two are let, to one who speaks Dari and to a shielded household."""
    a_municipality(case)
    built, *rooms = a_house_with_rooms(case, 3)
    farid = a_household(case, a_person(case, given_name="Farid", family_name="Noori", language="prs"))
    for room, who in zip(rooms, (farid, a_shielded_household(case)), strict=False):
        dates = {"starts_on": TODAY - 100 * DAY, "ends_on": TODAY + 1000 * DAY}
        a_tenancy(case, kind=TenancyKind.ROOM, dwelling_id=room.id, household_id=who.id, **dates)
    return built


@pytest.fixture
def rules(case, house):
    """Version 1 of the house's rules, in force and signed by nobody."""
    facts = {"meeting_place": "postkassene", "house_contact": "miljøarbeideren"}
    made = dataclasses.replace(from_library(case, house.id), agreed_on=TODAY - 9 * DAY, **facts)
    return case.save(dataclasses.replace(made, valid_from=TODAY - 2 * DAY))


@pytest.fixture
def window(qtbot, case):
    return open_window(qtbot, case, 1600, 1000)


# the list


def test_the_list_says_who_lives_there_and_how_many_have_not_signed(window, case, house, rules):
    press(window, "Bofellesskap") if window.side.width() > 100 else window.go(Place(topic="shared_housing"))
    assert all(words in lines(window) for words in ("Fjellgata 8", "Versjon 1", "2 mangler"))
    page = window.page("shared_housing")
    for chip, number in (("unsigned", 1), ("without", 0), ("all", 1)):
        page.list_panel.choose_chip(chip)
        assert len(page.list_panel.table.shown()) == number
    open_line(window, "Fjellgata 8")
    assert page.record.id == house.id


def test_an_empty_list_says_what_to_do_first_and_ctrl_n_does_it(window, case):
    go(window, "shared_housing")
    assert "Legg først inn huset som en bolig" in seen(window)
    window.new()
    settle()
    assert window.topic() == "dwellings"
    write(window, "Gateadresse", "Fjellgata 9")
    write(window, "Postnummer", "8099")
    write(window, "Poststed", "Nordvik")
    press(window, "Opprett bolig")
    (made,) = case.dwellings.list()
    assert made.kind is DwellingKind.SHARED_HOUSE
    go(window, "shared_housing")
    assert "Fjellgata 9" in lines(window)


def test_a_house_that_is_gone_is_said_to_be_gone(window, case, house):
    page = go(window, "shared_housing", house.id)
    go(window, "shared_housing", 999)
    assert page.record is None
    assert "finnes ikke lenger" in window.status.accessibleName()


# who lives there


def test_residents_stand_room_by_room_with_language_and_links(window, case, house):
    go(window, "shared_housing", house.id, "residents")
    said = seen(window)
    for words in ("rom 1", "Farid Noori", "dari", "rom 3"):
        assert words in said
    assert "Hemmelig-Navnesen" not in said
    press(window, "Farid Noori")
    assert window.topic() == "households"
    go(window, "shared_housing", house.id, "residents")
    press(window, f"Leieavtale {(TODAY - 100 * DAY):%d.%m.%Y} – {(TODAY + 1000 * DAY):%d.%m.%Y}")
    assert window.topic() == "tenancies"
    go(window, "shared_housing", house.id, "residents")
    press(window, "rom 3")
    assert window.topic() == "dwellings"


# from nothing to rules that hold


def test_the_first_rules_are_made_of_the_library_taken_into_use_and_undone(window, case, house):
    page = go(window, "shared_housing", house.id)
    assert banners(page) == ["Huset har ingen husregler"]
    press(window, "Lag husregler fra biblioteket")
    (made,) = case.house_rules.of_house(house.id)
    assert (made.version, made.valid_from) == (1, None)
    assert page.case_panel.tabs.current() == "rules"
    assert banners(page) == ["Versjon 1 ligger klar som utkast"]
    write(window, "Beboermøtet", "20.11.2026")
    write(window, "Hva er nytt", "Huset har regler.")
    write(window, "Ta i bruk fra", "21.11.2026")
    again = case.house_rules.get(made.id)
    assert (again.agreed_on, again.valid_from) == (date(2026, 11, 20), date(2026, 11, 21))
    assert again.change == "Huset har regler."
    assert banners(page) == ["2 av 2 har ikke skrevet under på versjon 1"]
    for _ in range(3):
        window.workspace.undo()
    assert case.house_rules.get(made.id) == made
    window.workspace.undo()
    settle()
    assert case.house_rules.count() == case.house_rule_lines.count() == 0
    assert banners(page) == ["Huset har ingen husregler"]


def test_a_day_before_the_house_meeting_is_refused_beside_the_field_and_kept_as_a_draft(window, case, house):
    made = from_library(case, house.id)
    page = go(window, "shared_housing", house.id, "rules")
    write(window, "Beboermøtet", "20.11.2026")
    write(window, "Ta i bruk fra", "19.11.2026")
    assert case.house_rules.get(made.id).valid_from is None
    assert "Reglene kan ikke gjelde før beboermøtet" in page.rules.form.fields["valid_from"].problem()
    assert case.drafts.find("house_rules", record_id=made.id).typed == {"valid_from": "19.11.2026"}


@pytest.mark.parametrize("typed", ["31.02.2026", "31.11.26", "i går en gang", "00.00.0000"])
def test_a_day_that_does_not_exist_is_said_beside_the_field_and_nothing_is_saved(window, case, house, typed):
    made = from_library(case, house.id)
    page = go(window, "shared_housing", house.id, "rules")
    write(window, "Beboermøtet", typed)
    assert page.rules.form.fields["agreed_on"].problem()
    assert case.house_rules.get(made.id) == made
    assert page.rules.form.fields["agreed_on"].typed() == typed, "what was typed is not lost"


def test_two_hundred_letters_are_kept_shown_and_printed(window, case, house, rules):
    long = "Æøå-Szczęśliwość " * 12
    case.save(dataclasses.replace(case.house_rules.get(rules.id), meeting_place=long.strip()))
    go(window, "shared_housing", house.id, "signatures")
    press_tool(window, "Registrer underskrift fra Farid Noori")
    write(window, "Tolk", long)
    press(window, "Legg til")
    (signed,) = case.rule_signatures.of_rules(rules.id)
    assert signed.interpreter == long.strip()
    assert long.strip()[:40] in seen(window)
    assert kinds.produce(case, "house-rules", house.id, "prs").pages >= 2


def test_times_stand_in_the_rules_as_soon_as_they_are_written(window, case, house):
    from_library(case, house.id)
    go(window, "shared_housing", house.id, "rules")
    press(window, "Klokkeslett, gjester og hvem man spør")
    write(window, "Stille fra kl.", "22.30")
    write(window, "Møteplass ved brann", "porten")
    assert "Det er stille i huset fra kl. 22.30" in seen(window)
    assert "møtes her: porten" in seen(window)
    write(window, "Stille til kl.", "7")
    page = window.page("shared_housing")
    assert "fire sifre" in page.rules.form.fields["quiet_to"].problem()


# the rules of a version


def test_several_rules_of_the_library_are_ticked_and_added_at_once(window, case, house):
    made = from_library(case, house.id)
    go(window, "shared_housing", house.id, "rules")
    press(window, "Legg til fra biblioteket")
    boxes = {box.accessibleName(): box for box in window.findChildren(QCheckBox) if box.isVisible()}
    assert len(boxes) == 4, "only those the version has not got: parking and pets"
    for words, box in boxes.items():
        if "dyr" in words:
            QTest.keyClick(box, Qt.Key.Key_Space)
    press(window, "Legg til 2 regler")
    assert {rule.clause for rule in case.house_rule_lines.of_rules(made.id)} >= {"rule_pets_ask", "rule_pets_care"}
    assert "Dyr" in seen(window)
    window.workspace.undo()
    assert not any("pets" in rule.clause for rule in case.house_rule_lines.of_rules(made.id))


def test_a_rule_of_ones_own_is_written_and_a_fine_is_refused_with_its_section(window, case, house):
    made = next_version(case, house.id)
    page = go(window, "shared_housing", house.id, "rules")
    press(window, "Skriv en egen regel")
    write(window, "Hva regelen handler om", "Kjøkken")
    write(window, "Regelen", "Den som bråker, betaler 500 kroner i bot.")
    press(window, "Legg til")
    assert case.house_rule_lines.count() == 0
    assert "§\u00a03-7" in page.rules.rules.list.form.fields["text"].problem()
    write(window, "Regelen", "Fredag lager vi middag sammen.")
    press(window, "Legg til")
    (rule,) = case.house_rule_lines.of_rules(made.id)
    assert (rule.topic, rule.text) == (RuleGroup.KITCHEN, "Fredag lager vi middag sammen.")
    press_tool(window, "Endre Fredag lager vi middag sammen.")
    write(window, "Regelen", "Ingen betaler bot.")
    press(window, "Lagre")
    assert "Se over" in [w.accessibleName() for w in page.case_panel.findChildren(type(page.rules._pill))]


def test_rules_change_places_by_the_keyboard_and_keep_it(window, case, house):
    made = next_version(case, house.id)
    for text in ("Første.", "Andre.", "Tredje."):
        page = go(window, "shared_housing", house.id, "rules")
        page.rules.rules.begin()
        write(window, "Regelen", text)
        press(window, "Legg til")
    up = the_tool(window, "Flytt opp: Tredje.")
    up.setFocus()
    QTest.keyClick(up, Qt.Key.Key_Space)
    settle()
    assert [rule.text for rule in case.house_rule_lines.of_rules(made.id)] == ["Første.", "Tredje.", "Andre."]
    held = QApplication.focusWidget()
    assert held is not None and held.accessibleName() == "Flytt opp: Tredje."


def test_the_rules_of_a_signed_version_stand_fast_until_a_new_one_is_made(window, case, house, rules):
    whose = sharing.residents(case, house.id)[0]
    case.save(RuleSignature(rules_id=rules.id, household_id=whose, signed_on=TODAY))
    page = go(window, "shared_housing", house.id, "rules")
    said = seen(page.case_panel)
    assert "Noen har skrevet under" in said
    assert "Skriv en egen regel" not in said and "Legg til fra biblioteket" not in said
    press(window, "Ny versjon")
    new = case.house_rules.of_house(house.id)[-1]
    assert (new.version, page.rules.version.id) == (2, new.id)
    assert len(case.house_rule_lines.of_rules(new.id)) == len(case.house_rule_lines.of_rules(rules.id))
    assert "Skriv en egen regel" in seen(page.case_panel)
    press(window, "Versjon 1")
    assert page.rules.version.id == rules.id
    press(window, "Ny versjon")
    assert page.rules.version.id == new.id, "the draft that is there is shown, not another made"
    assert len(case.house_rules.of_house(house.id)) == 2


def test_a_draft_is_discarded_with_its_rules_and_comes_back(window, case, house):
    from_library(case, house.id)
    page = go(window, "shared_housing", house.id)
    page._discard()
    settle()
    assert case.house_rules.count() == case.house_rule_lines.count() == 0
    window.workspace.undo()
    assert case.house_rules.count() == 1 and case.house_rule_lines.count() > 30


# signatures


def test_a_signature_is_registered_with_day_language_and_interpreter(window, case, house, rules):
    page = go(window, "shared_housing", house.id, "signatures")
    assert "2 av 2 har ikke skrevet under på versjon 1" in seen(window)
    press_tool(window, "Registrer underskrift fra Farid Noori")
    assert the_field(window, "Språket de fikk reglene på").currentText() == "dari"
    write(window, "Skrev under", "21.11.2026")
    write(window, "Tolk", "nr. 4711")
    press(window, "Legg til")
    (signed,) = case.rule_signatures.of_rules(rules.id)
    assert (signed.signed_on, signed.language, signed.interpreter) == (date(2026, 11, 21), "prs", "nr. 4711")
    assert "1 av 2 har ikke skrevet under på versjon 1" in seen(window)
    assert "rom 1 · 21.11.2026 · dari · tolk: nr. 4711" in seen(window)
    assert banners(page) == ["1 av 2 har ikke skrevet under på versjon 1"]
    window.workspace.undo()
    assert case.rule_signatures.count() == 0


def test_what_was_half_filled_for_one_household_is_not_put_on_another(window, case, house, rules):
    page = go(window, "shared_housing", house.id, "signatures")
    first, second = sharing.residents(case, house.id)
    page.signing.sign(first)
    write(window, "Tolk", "nr. 4711")
    page.leave()
    page.signing.sign(second)
    assert the_field(window, "Tolk").text() == ""
    assert the_field(window, "Husstand").currentText() == f"Skjermet husstand {second}"
    press(window, "Avbryt")


def test_nobody_signs_a_draft(window, case, house):
    from_library(case, house.id)
    go(window, "shared_housing", house.id, "signatures")
    assert "ingenting å skrive under på" in seen(window)
    assert "Registrer underskrift" not in seen(window)


def test_all_have_signed_is_said_and_one_who_moves_in_has_not(window, case, house, rules):
    for whose in sharing.residents(case, house.id):
        case.save(RuleSignature(rules_id=rules.id, household_id=whose, signed_on=TODAY))
    page = go(window, "shared_housing", house.id, "signatures")
    assert "Alle som bor her, har skrevet under på versjon 1" in seen(window)
    assert banners(page) == []
    room = case.dwellings.rooms_of(house.id)[2]
    newcomer = a_household(case, a_person(case, given_name="Nyinnflyttet"))
    dates = {"starts_on": TODAY, "ends_on": TODAY + 1200 * DAY}
    window.workspace.session.run(
        lambda case: a_tenancy(case, kind=TenancyKind.ROOM, dwelling_id=room.id, household_id=newcomer.id, **dates)
    )
    settle()
    assert banners(page) == ["1 av 3 har ikke skrevet under på versjon 1"]


# changes and papers


def test_the_change_log_says_what_came_and_went(window, case, house, rules):
    second = next_version(case, house.id)
    case.save(dataclasses.replace(second, change="Mer middag."))
    case.save(HouseRule(rules_id=second.id, topic=RuleGroup.OTHER, text="Fredag lager vi middag."))
    case.remove(case.house_rule_lines.of_rules(second.id)[0])
    go(window, "shared_housing", house.id, "changes")
    said = seen(window)
    assert "Nytt: Mer middag." in said
    assert "Ny: Fredag lager vi middag." in said
    assert "Tatt ut: Det er stille i huset" in said
    assert "Den første versjonen." in said


def test_papers_are_asked_for_by_their_names(window, case, house, rules, monkeypatch):
    from bolig_desktop.ui.documents import issue as issuing

    asked = []
    monkeypatch.setattr(issuing, "issue", lambda over, session, paper, row_id, *rest: asked.append((paper, row_id)))
    go(window, "shared_housing", house.id)
    press(window, "Skriv ut husregler")
    press(window, "Skriv ut vaskeplan")
    assert asked == [("house-rules", house.id), ("cleaning-rota", house.id)]


def test_nothing_is_printed_over_what_is_not_saved(window, case, house, monkeypatch, qtbot):
    from bolig_desktop.ui.documents import issue as issuing

    asked = []
    monkeypatch.setattr(issuing, "issue", lambda *rest: asked.append(rest))
    from_library(case, house.id)
    page = go(window, "shared_housing", house.id, "rules")
    write(window, "Beboermøtet", "1.1.2027")
    page._issue("house-rules")
    settle()
    assert asked == []
    assert "Papiret kan ikke skrives ut ennå" in seen(window)
    press(window, "Avbryt")


def test_tab_goes_in_the_order_seen_and_every_stop_has_a_name(window, case, house, rules):
    page = go(window, "shared_housing", house.id, "signatures")
    window.search.setFocus()
    names: list[str] = []
    for _ in range(60):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is not None and page.case_panel.isAncestorOf(here) and here is not page.case_panel.tabs.bar:
            names.append(here.accessibleName() or (here.text() if isinstance(here, QAbstractButton) else ""))
    assert all(names)
    order = ["Skriv ut husregler", "Se hvem", "Farid Noori", "Registrer underskrift"]
    assert [names.index(words) for words in order] == sorted(names.index(words) for words in order)
