"""Papers on screen: real pages, zoom, language, and out to printer or file."""

import io

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from bolig_desktop.ui.documents.pages import Paper
from bolig_desktop.ui.documents.preview import PaperPreview
from bolig_desktop.ui.theme import Scheme, theme


def pdf(words="Leieavtale", pages=3, colour=False):
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 20)
        canvas.drawString(72, 740, f"{words} side {number}")
        canvas.setFillColorRGB(*((0, 0.4, 0.4) if colour else (0, 0, 0)))
        canvas.rect(72, 100, 200, 200, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def test_a_page_is_drawn_where_the_ink_is():
    picture = Paper(pdf()).image(0, 1.0)
    assert (picture.width(), picture.height()) == (595, 842)
    assert picture.pixelColor(172, 842 - 200).lightness() < 30
    assert picture.pixelColor(500, 842 - 200).name() == "#ffffff"


def test_a_page_without_colours_is_known_and_takes_less_memory():
    grey, coloured = Paper(pdf()), Paper(pdf(colour=True))
    assert grey.is_grey(0)
    assert not coloured.is_grey(0)
    assert grey.image(0, 1.0, grey=True).sizeInBytes() < grey.image(0, 1.0).sizeInBytes() / 3
    assert grey.image(0, 1.0, grey=True).pixelColor(172, 642).lightness() < 30


@pytest.fixture
def preview(shown):
    made = PaperPreview(
        pdf(), file_name="D1-12.pdf", languages=[("nb", "Bokmål"), ("nn", "Nynorsk")], language="nb",
        in_language=lambda code: pdf(f"Avtale {code}", pages=2),
    )  # fmt: skip
    return shown(made, 900, 700)


def test_the_page_in_sight_is_named_and_read_aloud(preview, qtbot):
    assert preview.page_label.text() == "Side 1 av 3"
    assert "Leieavtale side 1" in preview.view.accessibleDescription()
    preview.view.setFocus()
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    assert preview.page_label.text() == "Side 3 av 3"
    qtbot.keyClick(preview.view, Qt.Key.Key_Home)
    preview.view.go_to(2)
    assert preview.page_label.text() == "Side 2 av 3"
    assert "side 2" in preview.view.accessibleDescription()


def test_zoom_by_button_and_key_and_fitting_the_width_again(preview, qtbot):
    fitted = preview.view.zoom()
    preview.larger.click()
    assert preview.view.zoom() > fitted
    assert not preview.view.fits_width()
    qtbot.keyClick(preview.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(preview.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom() < fitted
    preview.fit.click()
    assert preview.view.zoom() == pytest.approx(fitted)
    preview.resize(500, 700)
    QApplication.processEvents()
    assert preview.view.zoom() < fitted
    assert preview.zoom_label.text() == f"{round(preview.view.zoom() * 100)}\u00a0%"


def test_only_pages_in_sight_are_drawn_and_few_are_kept(shown):
    made = shown(PaperPreview(pdf(pages=12)), 700, 500)
    made.view.grab()
    assert len(made.view._pictures) <= 2
    for number in range(1, 13):
        made.view.go_to(number)
        made.view.grab()
    assert len(made.view._pictures) <= 4


def test_paper_stays_white_in_the_dark(preview):
    theme().choose(Scheme.DARK)
    picture = preview.view.viewport().grab().toImage()
    place = preview.view._places()[0]
    assert picture.pixelColor(place.left() + 30, place.top() + 30).name() == "#ffffff"
    assert picture.pixelColor(3, picture.height() // 2).lightness() < 80


def test_another_language_is_another_paper(preview):
    chosen = []
    preview.language_changed.connect(chosen.append)
    preview.language_box.setCurrentIndex(1)
    preview.language_box.activated.emit(1)
    assert (chosen, preview.language()) == (["nn"], "nn")
    assert preview.page_label.text() == "Side 1 av 2"
    assert "Avtale nn" in preview.view.accessibleDescription()


def test_saving_writes_the_very_bytes_where_asked(preview, tmp_path):
    asked, saved = [], []
    preview._choose_file = lambda over, name: asked.append(name) or tmp_path / "papir.pdf"
    preview.saved.connect(lambda: saved.append(1))
    preview.save_button.click()
    assert asked == ["D1-12.pdf"]
    assert (tmp_path / "papir.pdf").read_bytes() == pdf()
    assert saved == [1]


def test_a_place_that_cannot_be_written_is_said_and_letting_it_be_is_fine(preview, tmp_path):
    saved = []
    preview.saved.connect(lambda: saved.append(1))
    preview._choose_file = lambda over, name: tmp_path / "missing" / "papir.pdf"
    preview.save_button.click()
    assert preview.trouble.text() == "Filen kunne ikke lagres der. Velg en annen mappe."
    preview._choose_file = lambda over, name: None
    preview.save_button.click()
    assert saved == []


def test_what_is_printed_has_the_pages_asked_for(preview, tmp_path):
    def printer(over, pages):
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setResolution(150)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "out.pdf"))
        made.setFromTo(2, pages)
        return made

    printed = []
    preview._choose_printer = printer
    preview.printed.connect(lambda: printed.append(1))
    preview.print_button.click()
    assert printed == [1]
    out = pypdf.PdfReader(tmp_path / "out.pdf")
    assert len(out.pages) == 2
    drawn = Paper((tmp_path / "out.pdf").read_bytes()).image(0, 1.0)
    assert drawn.pixelColor(172, 642).lightness() < 40
    assert drawn.pixelColor(300, 642).lightness() > 240
    assert drawn.pixelColor(172, 842 - 310).lightness() > 240


def test_a_printer_that_is_not_chosen_prints_nothing(preview):
    printed = []
    preview._choose_printer = lambda over, pages: None
    preview.printed.connect(lambda: printed.append(1))
    preview.print_out()
    assert printed == []


def test_before_there_is_a_paper_nothing_can_be_pressed(shown):
    made = shown(PaperPreview())
    assert not made.print_button.isEnabled()
    assert made.page_label.text() == ""
    made.show_pdf(pdf(pages=1))
    assert made.print_button.isEnabled()
