"""Help, by the words on the screen: there for every page, and true to what it tells one to press."""

import re
from pathlib import Path

import pytest

from bolig_desktop import paths, ui
from bolig_desktop.ui import words
from bolig_desktop.ui.help.page import HelpPage, help_for, text_of, topics
from bolig_desktop.ui.navigation import Place

# Hjelp


def test_help_is_there_for_every_topic_in_three_languages():
    for lang in ("nb", "nn", "en"):
        for topic in topics():
            own = paths.resources() / "help" / lang / f"{topic}.md"
            assert own.is_file(), own.name
            assert own.read_text(encoding="utf-8").startswith("# ")
        assert {f.stem for f in (paths.resources() / "help" / lang).glob("*.md")} == set(topics())


def test_links_in_the_help_lead_to_texts_that_are_there():
    for lang in ("nb", "nn", "en"):
        for topic in topics():
            for link in re.findall(r"\]\(([^)]*)\)", text_of(topic, lang)):
                assert link in topics(), (lang, topic, link)


def test_help_opens_at_the_page_one_is_on(shown):
    page = HelpPage()
    page.open(help_for("tenancies"))
    panel = shown(page.case_panel)
    assert "Leieforhold" in page.text.toPlainText().splitlines()[0]
    page.open(help_for("nothing-of-the-kind"))
    assert "Kom i gang" in page.text.toPlainText().splitlines()[0]
    assert panel.isVisible()


def test_a_link_in_the_help_is_a_place_and_nothing_is_fetched(shown, qtbot):
    page = HelpPage()
    page.open(help_for("start"))
    shown(page.case_panel)
    with qtbot.waitSignal(page.go) as went:
        page.text.anchorClicked.emit("copies")
    assert went.args[0] == Place(topic="help", tab="copies")
    assert page.text.loadResource(2, "https://example.invalid/picture.png") is None
    assert not page.text.openExternalLinks()


# All of it around one open file


@pytest.mark.parametrize(("lang", "quoted"), [("nb", "«([^»]+)»"), ("nn", "«([^»]+)»"), ("en", "“([^”]+)”")])
def test_what_the_help_tells_one_to_press_stands_on_the_screen(lang, quoted):
    source = " ".join(file.read_text(encoding="utf-8") for file in Path(ui.__file__).parent.rglob("*.py"))
    source = source.replace("&", "")  # a menu marks its letter
    on_screen = {each.replace("&", "") for each in words.dictionary(lang).values()}
    for topic in topics():
        for told in re.findall(quoted, text_of(topic, lang)):
            assert told in on_screen or f'"{told}"' in source, (lang, topic, told)
