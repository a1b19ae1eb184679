"""«Tekster» in the settings by the words on the screen: found, written, kept, checked, and taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from bolig_desktop.casefile import text_units
from bolig_desktop.casefile.wording import Wording
from bolig_desktop.translations import rules, shipped
from bolig_desktop.translations.records import TextState
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.texts_part import TextsPart
from bolig_desktop.ui.undone import undone
from build import a_municipality
from drive import lines, open_line, pills, press, seen, settle, the_button, the_field, write
from windows import listen

UNIT, WITH_FACT = "emergency_fire", "rule_call_us"
COUNT = len(shipped.units())


@pytest.fixture(autouse=True)
def none_is_outdated_to_begin_with(monkeypatch):
    """Whatever is being translated just now, here every shipped text is made of the Norwegian beside it."""
    made_of = {unit: rules.print_of(text) for unit, text in shipped.texts("nb").items()}
    monkeypatch.setattr(shipped, "made_of", lambda language: {} if language == shipped.SOURCE else made_of)


@pytest.fixture
def session(qapp, case):
    a_municipality(case)
    case.take_touched()
    return Session(case)


@pytest.fixture
def part(shown, session):
    return a_part(shown, session)


def a_part(shown, session):
    return shown(listen(TextsPart(session)), 900, 900)


def speak(part, words):
    write(part, "Språk", words)


def look_for(part, words):
    part.panel.filter.setFocus()
    part.panel.filter.clear()
    part.panel.filter.insert(words)
    settle()


def open_unit(part, language, unit):
    speak(part, language)
    look_for(part, shipped.texts("nb")[unit].split("\n")[0])
    open_line(part, shipped.texts("nb")[unit].split("\n")[0].split("{")[0])


def state(session, language, unit=UNIT):
    return Wording(session.case, language).said(unit).state


def pill(part):
    return part.view.pill.accessibleName()


def replace(part, words):
    (entry,) = [e for e in part.findChildren(QPlainTextEdit) if e.isVisible()]
    entry.setFocus()
    entry.selectAll()
    entry.insertPlainText(words)
    return entry


def undo(session):
    said = undone(session.undo(), lambda table: {})
    settle()
    return said


ARABIC = "arabisk · العربية"


# the list


def test_every_language_is_there_with_bokmål_first_and_both_names(part):
    box = the_field(part, "Språk")
    said = [box.itemText(at) for at in range(box.count())]
    assert len(said) == 14 and said[:3] == ["norsk bokmål", "norsk nynorsk", "engelsk · English"]
    assert ARABIC in said and "tyrkisk · Türkçe" in said
    assert box.currentText() == "norsk bokmål"


def test_the_chips_count_each_state(part, session):
    speak(part, ARABIC)
    said = seen(part)
    for words in (f"Alle  {COUNT}", f"Utkast  {COUNT}", "Kontrollert  0", "Utdatert  0", "Mangler  0", "Egne  0"):
        assert words in said
    session.run(lambda case: case.save(text_units.written(case, "nb", UNIT, "110 Brann\nDet brenner.")))
    session.run(lambda case: case.save(text_units.written(case, "ar", WITH_FACT, "{phone} !")))
    settle()
    said = seen(part)
    for words in (f"Utkast  {COUNT - 1}", "Utdatert  1", "Egne  1"):
        assert words in said


def test_the_list_is_narrowed_by_paper_by_state_and_by_typing_in_either_language(part):
    speak(part, ARABIC)
    write(part, "Hvilke tekster", "Husregler")
    assert part.table.shown_count() == len(shipped.groups()["house_rules"])
    write(part, "Hvilke tekster", "Alle tekster")
    assert part.table.shown_count() == COUNT
    look_for(part, "110 Brann")
    assert 0 < part.table.shown_count() < 9 and shipped.texts("nb")[UNIT].split("\n")[1] in lines(part)
    look_for(part, shipped.texts("ar")[UNIT].split()[0])
    assert 0 < part.table.shown_count() < COUNT
    look_for(part, "")
    press(part, "Utdatert  0")
    assert part.table.shown_count() == 0 and "Ingenting i listen passer." in seen(part)


# one text


def test_a_text_shows_the_norwegian_the_translation_and_its_state(part):
    open_unit(part, ARABIC, UNIT)
    said = seen(part)
    assert shipped.texts("nb")[UNIT] in said and shipped.texts("ar")[UNIT] in said
    assert "Utkast: ingen tolk har kontrollert oversettelsen" in said and pill(part) == "Utkast"
    assert "Velkomstperm · arabisk · العربية" in said
    (arabic,) = [w for w in part.findChildren(QLabel) if w.isVisible() and w.text() == shipped.texts("ar")[UNIT]]
    assert arabic.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_the_next_and_the_one_before_are_a_press_away_and_the_list_is_where_it_was(part):
    speak(part, ARABIC)
    open_line(part, shipped.texts("nb")["monday"])
    first = part.view.unit
    assert first == "monday"
    press(part, "Neste")
    assert part.view.unit == shipped.units()[shipped.units().index(first) + 1]
    press(part, "Forrige")
    assert part.view.unit == first
    press(part, "Til listen")
    assert part.table.isVisible() and part.table.hasFocus() and not part.view.isVisible()
    assert part.table.current() == shipped.units().index(first) + 1
    part.table.select_first()
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    assert not the_button(part, "Forrige").isEnabled() and the_button(part, "Neste").isEnabled()


# written


def test_own_words_go_before_the_shipped_ones_and_are_taken_back(part, session):
    open_unit(part, ARABIC, UNIT)
    press(part, "Endre teksten")
    entry = replace(part, "حريق\nاتصل بنا")
    assert entry.document().defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
    press(part, "Lagre teksten")
    said = seen(part)
    assert part.saved == ["Lagret."] and "Oversettelse, egen tekst" in said and "Teksten fra programmet" in said
    assert shipped.texts("ar")[UNIT] in said, "what was shipped is still to be read"
    own = session.case.own_texts.of_language("ar")[UNIT]
    assert (own.text, own.of) == ("حريق\nاتصل بنا", rules.print_of(shipped.texts("nb")[UNIT]))
    assert own.written_on == date(2026, 11, 22)
    press(part, "Bruk teksten fra programmet")
    assert session.case.own_texts.list() == [] and "egen tekst" not in seen(part)
    assert undo(session) == "Angret: fjerning av egen tekst."
    assert Wording(session.case, "ar").said(UNIT).text == own.text and "egen tekst" in seen(part)


def test_a_change_of_the_norwegian_is_warned_about_and_marks_its_translations(part, session):
    open_unit(part, "norsk bokmål", UNIT)
    assert "blir 13 oversettelser merket «Utdatert» til noen har sett på dem." in seen(part)
    press(part, "Endre teksten")
    replace(part, "110 Brann\nDet brenner.")
    press(part, "Lagre teksten")
    assert part.saved == ["Lagret. 13 oversettelser er merket «Utdatert»."]
    assert session.case.own_texts.of_language("nb")[UNIT].of == ""
    assert {state(session, code) for code in shipped.TRANSLATIONS} == {TextState.OUTDATED}
    assert undo(session) == "Angret: ny egen tekst."
    assert {state(session, code) for code in shipped.TRANSLATIONS} == {TextState.DRAFT}


def test_spaces_in_the_norwegian_mark_nothing_and_nothing_is_said_of_it(part, session):
    open_unit(part, "norsk bokmål", UNIT)
    press(part, "Endre teksten")
    replace(part, shipped.texts("nb")[UNIT].replace("\n", "\n\n"))
    press(part, "Lagre teksten")
    assert part.saved == ["Lagret."] and state(session, "ar") is TextState.DRAFT


def test_an_outdated_text_shows_what_it_was_made_of_and_is_kept_as_still_right(part, session):
    session.run(lambda case: case.save(text_units.written(case, "nb", UNIT, "110 Brann\nDet brenner.")))
    speak(part, ARABIC)
    press(part, "Utdatert  1")
    open_line(part, "110 Brann")
    said = seen(part)
    assert "Den norske teksten er endret etter at denne ble oversatt" in said
    assert "Den norske teksten da denne ble oversatt" in said and shipped.texts("nb")[UNIT] in said
    press(part, "Stemmer fortsatt")
    assert state(session, "ar") is TextState.DRAFT and state(session, "so") is TextState.OUTDATED
    assert Wording(session.case, "ar").said(UNIT).text == shipped.texts("ar")[UNIT], "the words are kept"
    assert pill(part) == "Utkast"
    assert undo(session) == "Angret: ny egen tekst."
    assert state(session, "ar") is TextState.OUTDATED and pill(part) == "Utdatert"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("اتصل بنا", "Disse må stå i teksten, for programmet setter inn opplysninger der: {phone}."),
        ("{phone} {fax}", "Programmet vet ikke hva det skal sette inn for {fax}."),
        ("{phone} {", "Krøllparentes kan bare brukes rundt navnet på noe programmet setter inn."),
        ("**{phone}", "Det står to stjerner (**) uten at den fete skriften tar slutt."),
        ("{phone} \U00013000", "Tegnet «\U00013000» (U+13000) finnes ikke i skriftene papirene trykkes med."),
        ("", "Skriv en tekst, eller velg «Bruk teksten fra programmet»."),
        ("{phone}" + "ا" * rules.LONGEST, "Teksten har 4007 tegn. Det er plass til 4000; del den i to."),
    ],
)
def test_what_is_wrong_stands_beside_the_field_when_it_is_left_and_keeps_it_from_being_saved(
    part, session, words, said
):
    open_unit(part, ARABIC, WITH_FACT)
    press(part, "Endre teksten")
    assert "Programmet setter inn opplysninger for {phone}." in seen(part)
    entry = replace(part, words)
    assert said not in seen(part), "not while one types"
    QTest.keyClick(entry, Qt.Key.Key_Tab)
    settle()
    assert said in seen(part)
    press(part, "Lagre teksten")
    assert session.case.own_texts.list() == [] and said in seen(part) and part.saved == []


def test_what_is_half_written_stands_there_the_next_time(shown, part, session):
    open_unit(part, ARABIC, UNIT)
    press(part, "Endre teksten")
    replace(part, "نصف")
    part.leave()
    part.close()
    again = a_part(shown, session)
    open_unit(again, ARABIC, UNIT)
    assert [e.toPlainText() for e in again.findChildren(QPlainTextEdit) if e.isVisible()] == ["نصف"]
    press(again, "Avbryt")
    assert session.case.drafts.of_topic("own_texts") == []
    press(again, "Til listen")
    open_line(again, "110 Brann")
    assert not [e for e in again.findChildren(QPlainTextEdit) if e.isVisible()]


def test_a_text_is_saved_with_the_keyboard_alone(part, session):
    open_unit(part, ARABIC, UNIT)
    press(part, "Endre teksten")
    entry = replace(part, "حريق")
    QTest.keyClick(entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert session.case.own_texts.of_language("ar")[UNIT].text == "حريق"


# checked


def test_an_interpreters_check_is_noted_for_one_text(part, session):
    open_unit(part, ARABIC, UNIT)
    press(part, "Kontrollert av tolk …")
    press(part, "Lagre kontrollen")
    assert "Skriv hvilken tolk som har kontrollert teksten" in seen(part)
    write(part, "Tolk", "Tolk 1234")
    write(part, "Kontrollert", "i morgen")
    press(part, "Lagre kontrollen")
    assert "Kontrollen kan ikke være gjort fram i tid." in seen(part)
    write(part, "Kontrollert", "2.11.26")
    press(part, "Lagre kontrollen")
    assert part.saved == ["Kontrollen er ført."] and pill(part) == "Kontrollert"
    assert "Kontrollert av Tolk 1234 02.11.2026" in seen(part)
    assert state(session, "ar") is TextState.CHECKED
    assert undo(session) == "Angret: kontroll av tolk."
    assert pill(part) == "Utkast"


def test_all_drafts_the_list_shows_are_checked_in_one_go_and_undone_in_one(part, session):
    speak(part, ARABIC)
    write(part, "Hvilke tekster", "Husregler")
    count = len(shipped.groups()["house_rules"])
    press(part, f"Kontrollert av tolk: {count} utkast …")
    assert f"Gjelder {count} utkast på arabisk" in seen(part)
    write(part, "Tolk", "Tolk 1234")
    press(part, "Lagre kontrollen")
    assert part.saved == [f"Kontrollen av {count} tekster er ført."]
    assert f"Kontrollert  {count}" in seen(part) and "Utkast  0" in seen(part)
    assert len(session.case.text_checks.list()) == count
    assert state(session, "ar") is TextState.DRAFT, "a text of another paper"
    assert undo(session) == "Angret: kontroll av tolk."
    assert session.case.text_checks.list() == [] and f"Utkast  {count}" in seen(part)


def test_the_check_of_many_can_be_let_be(part, session):
    speak(part, ARABIC)
    press(part, f"Kontrollert av tolk: {COUNT} utkast …")
    press(part, "Avbryt")
    assert "Gjelder" not in seen(part) and session.case.text_checks.list() == []
    assert the_button(part, f"Kontrollert av tolk: {COUNT} utkast …")


def test_pills_of_the_whole_page_are_words(part):
    open_unit(part, ARABIC, UNIT)
    assert pills(part) == ["Utkast"]
