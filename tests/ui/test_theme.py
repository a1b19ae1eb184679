"""Colours can be read, the icons are there, and light becomes dark everywhere."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

import bolig_desktop.ui
from bolig_desktop.ui import icons
from bolig_desktop.ui.theme import DARK, LIGHT, Scheme, Tone, style_sheet, theme, tokens
from bolig_desktop.ui.widgets.pills import PillLabel

SOURCE = Path(bolig_desktop.ui.__file__).parent
GROUNDS = ("ground", "side", "raised", "hover", "accent_soft", "muted_soft")


def contrast(one, other):
    def light(colour):
        parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_the_standard_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
def test_every_word_can_be_read_on_what_it_stands_on(t):
    pairs = [(ink, ground) for ink in ("text", "muted", "accent") for ground in GROUNDS]
    tones = ("good", "soon", "danger")
    pairs += [(tone, ground) for tone in tones for ground in (f"{tone}_soft", "ground", "raised")]
    pairs += [(ink, f"{tone}_soft") for tone in ("good", "soon", "danger") for ink in ("text", "muted", "accent")]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_toast", "toast")]
    weak = {
        f"{ink} on {ground}": round(contrast(getattr(t, ink), getattr(t, ground)), 2)
        for ink, ground in pairs
        if contrast(getattr(t, ink), getattr(t, ground)) < 4.5
    }
    assert not weak


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_fields_and_the_keyboard_mark_can_be_seen(t):
    for line in ("edge", "accent", "danger", "soon"):
        assert contrast(getattr(t, line), t.ground) >= 3
        assert contrast(getattr(t, line), t.raised) >= 3


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_filled_in_and_its_pictures_are_there(t):
    sheet = style_sheet(t)
    assert "$" not in sheet
    files = re.findall(r'url\("([^"]+)"\)', sheet)
    assert files
    assert all(Path(file).is_file() for file in files)


def test_every_icon_the_window_names_is_there_and_draws_something(qapp):
    named = set()
    for module in SOURCE.rglob("*.py"):
        text = module.read_text("utf-8")
        named |= set(re.findall(r'icons\.put\([^"()]*"([a-z0-9-]+)"', text))
        named |= set(re.findall(r'(?:IconLabel\(|icons?\.icon\(|icon=|EmptyState\()"([a-z0-9-]+)"', text))
    assert len(named) > 12
    for name in named:
        assert icons.file(name).is_file(), name
    for file in icons.file("sun").parent.glob("*.svg"):
        picture = icons.pixmap(file.stem, "#000000", 24, 2.0).toImage()
        assert picture.width() == 48
        assert any(picture.pixelColor(x, y).alpha() for x in range(48) for y in range(48)), file.stem


def test_the_icons_keep_their_licence():
    text = (icons.file("sun").parent / "LICENSE").read_text("utf-8")
    assert "ISC License" in text
    assert "Lucide" in text


def middle(widget):
    picture: QImage = widget.grab().toImage()
    return picture.pixelColor(2, 2).name()


def test_dark_reaches_what_is_shown_already(shown):
    window = QWidget()
    window.setProperty("role", "ground")
    column = QVBoxLayout(window)
    button, pill = QPushButton("Skriv ut"), PillLabel("Utløpt", Tone.DANGER)
    icons.put(button, "printer")
    column.addWidget(button)
    column.addWidget(pill)
    shown(window)
    light = (middle(window), button.icon().pixmap(18).toImage(), pill.grab().toImage())
    theme().choose(Scheme.DARK)
    dark = (middle(window), button.icon().pixmap(18).toImage(), pill.grab().toImage())
    assert (light[0], dark[0]) == (LIGHT.ground, DARK.ground)
    assert light[1] != dark[1]
    assert light[2] != dark[2]
    assert tokens() is DARK
    theme().choose(Scheme.LIGHT)
    assert button.icon().pixmap(18).toImage() == light[1]


def test_a_button_that_is_gone_is_not_drawn_again(qtbot, qapp):
    button = QPushButton("Kort")
    icons.put(button, "printer")
    button.deleteLater()
    del button
    qapp.sendPostedEvents(None, 52)
    theme().choose(Scheme.DARK)


def test_the_font_is_of_a_size_one_can_read(qapp):
    assert 10.5 <= QApplication.font().pointSizeF() <= 11
