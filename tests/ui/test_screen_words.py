"""The words on screen in nynorsk and English: whole, in one place each, and true to the bokmål they stand for."""

import re
import tomllib
from collections import Counter

import pytest
from PySide6.QtWidgets import QMainWindow

from bolig_desktop.paths import resources
from bolig_desktop.text.languages import OTHERS, PAPER
from bolig_desktop.ui.labels import household_words, language_words
from bolig_desktop.ui.menus import build_menus
from bolig_desktop.ui.navigation import PageSpec
from bolig_desktop.ui.words import SCREEN_LANGUAGES, dictionary, speak, tr

TRANSLATED = [lang for lang in SCREEN_LANGUAGES if lang != "nb"]
QUOTED = {"nb": "«([^»]+)»", "nn": "«([^»]+)»", "en": "“([^”]+)”"}
# Typed into fields that are printed on Norwegian papers, whatever language the screen is in; and names.
NORWEGIAN_IN_ENGLISH = {
    "kjøkken, stue, bad",
    "ytterdør",
    "2 til ytterdøren, 1 til boden",
    "Bokmål",
    "Norwegian Bokmål",
}
# Forms that are bokmål only; Bolig is the program's name in every language.
BOKMÅL = re.compile(
    r"\b(ikke|jeg|hva|hvem|hvor\w*|hvilke\w*|fra|noen?|ennå|bare|mer|selv|uten|fortsatt|ble|være|sammen?|en|et|"
    r"åpne\w*|velg|finnes|kommer|lagre[rt]|skrevet|skriver|skrives|leie\w*|utleier\w*|(?-i:bolig)|boliger|boligen\w*|filen|"
    r"listen|måned\w*|tegn\w*|navnet?|papirer)\b",
    re.IGNORECASE,
)


def _files(lang):
    return {
        file.stem: tomllib.loads(file.read_text("utf-8")) for file in (resources() / "screen" / lang).glob("*.toml")
    }


def _pairs():
    return [(lang, source, words) for lang in TRANSLATED for source, words in dictionary(lang).items()]


def test_both_languages_keep_each_word_once_in_the_same_file():
    nynorsk, english = _files("nn"), _files("en")
    assert {area: list(words) for area, words in nynorsk.items()} == {
        area: list(words) for area, words in english.items()
    }
    counted = Counter(word for words in nynorsk.values() for word in words)
    assert [word for word, times in counted.items() if times > 1] == []


def test_no_word_is_empty_or_has_stray_spaces():
    assert [words for _, _, words in _pairs() if not words or words != words.strip()] == []


def test_sentences_end_and_begin_as_the_bokmål_does():
    """A label stays a label, a sentence a sentence; only English writes weekdays and languages large."""
    sentences = [
        (lang, source, words) for lang, source, words in _pairs() if source[-1] in ".?:…" and source.count(" ") > 2
    ]
    assert len(sentences) > 150
    assert [(source, words) for _, source, words in sentences if source[-1] != words[-1]] == []
    unlike = [(source, words) for _, source, words in _pairs() if source[0].isupper() != words[0].isupper()]
    languages = {language.norwegian for language in PAPER + OTHERS}
    assert all(source.endswith("dag") or source in languages for source, _ in unlike), unlike


def test_languages_and_shielded_households_are_called_in_the_screens_language(qapp):
    speak("en")
    try:
        said = [
            language_words("ar"),
            language_words(""),
            *map(household_words, ("Skjermet husstand 7", "Husstand 7")),
        ]
        named = household_words("familien Tesfay")
    finally:
        speak("nb")
    assert said == ["Arabic", "", "Shielded household 7", "Household 7"]
    assert named == "familien Tesfay"
    assert household_words("Skjermet husstand 7") == "Skjermet husstand 7"


def test_sections_of_law_keys_and_numbers_are_the_same():
    def told(text):
        return sorted(re.findall(r"§+[\s\u00a0][\d-]+|Ctrl\+\S|Alt\+\S|F\d|\d+|\n", text))

    assert [(source, words) for _, source, words in _pairs() if told(source) != told(words)] == []


def test_words_are_about_as_long_as_the_bokmål_so_that_they_fit():
    assert [(source, words) for _, source, words in _pairs() if len(words) > 1.5 * len(source) + 8] == []


def test_nynorsk_has_no_bokmål_in_it():
    found = [(words, BOKMÅL.findall(words)) for words in dictionary("nn").values()]
    assert [(words, bokmål) for words, bokmål in found if bokmål] == []


def test_english_has_no_norwegian_in_it():
    english = dictionary("en").values()
    assert {words for words in english if re.search("[æøåÆØÅ«»]", words)} == NORWEGIAN_IN_ENGLISH


def test_a_word_named_in_a_sentence_is_what_it_is_called_there():
    """«Flyttet ut» in a sentence is the label of a field, and has to be that field's label in every language."""
    named = [
        (words, dictionary(lang)[name], QUOTED[lang])
        for lang, source, words in _pairs()
        for name in re.findall(QUOTED["nb"], source)
        if name in dictionary(lang)
    ]
    assert len(named) >= 2 * len(TRANSLATED)
    assert [(words, name) for words, name, quoted in named if name not in re.findall(quoted, words)] == []


@pytest.mark.parametrize("lang", SCREEN_LANGUAGES)
def test_the_help_names_only_what_is_on_the_screen(lang):
    words = set(dictionary("nn")) if lang == "nb" else set(dictionary(lang).values())
    texts = [file.read_text("utf-8") for file in (resources() / "help" / lang).glob("*.md")]
    named = {name for text in texts for name in re.findall(QUOTED[lang], text)}
    assert len(named) > 10
    assert named - {each.replace("&", "") for each in words} == set()  # a menu marks its letter


@pytest.mark.parametrize("lang", SCREEN_LANGUAGES)
def test_each_menu_has_every_letter_once(qtbot, lang):
    speak(lang)
    try:
        window = QMainWindow()
        qtbot.addWidget(window)
        spec = PageSpec(topic="dwellings", title=tr("Boliger"), icon="house", make=lambda: None)
        made = build_menus(window, [spec], dict.fromkeys(("new", "lock", "quit"), lambda: None), lambda topic: None)
        shown = [
            window.menuBar(),
            *made.menus.values(),
            *(a.menu() for m in made.menus.values() for a in m.actions() if a.menu()),
        ]
        letters = [
            re.findall(r"&(\w)", "".join(action.text() for action in menu.actions()).lower()) for menu in shown
        ]
    finally:
        speak("nb")
    assert len(letters) >= 6
    assert [found for found in letters if len(found) != len(set(found))] == []
    assert letters[0], "the menus themselves can be reached by a letter"
