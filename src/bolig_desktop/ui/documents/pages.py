"""A PDF held in memory as pages that can be drawn; nothing is written to disk."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72


class Paper:
    """The pages of one PDF.

    Raises pypdfium2.PdfiumError for bytes that are no PDF: a bug, since we made them ourselves.
    """

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self._document = pypdfium2.PdfDocument(pdf)

    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page (the first is 0) in points."""
        width, height = self._document.get_page_size(page)
        return float(width), float(height)

    def words(self, page: int) -> str:
        """Return the words of a page, for a screen reader."""
        reader = self._document[page].get_textpage()
        words = str(reader.get_text_range())
        reader.close()
        return words

    def image(self, page: int, scale: float, *, grey: bool = False) -> QImage:
        """Return a page drawn at ``scale`` pixels per point on white; ``grey`` takes a quarter of the memory."""
        width, height = (max(round(side * scale), 1) for side in self.size(page))
        picture = QImage(width, height, QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        memory = (ctypes.c_char * picture.sizeInBytes()).from_buffer(picture.bits())
        kind = pdfium.FPDFBitmap_Gray if grey else pdfium.FPDFBitmap_BGRx
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, kind, ctypes.addressof(memory), picture.bytesPerLine())
        loaded = self._document[page]
        pdfium.FPDF_RenderPageBitmap(bitmap, loaded.raw, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        pdfium.FPDFBitmap_Destroy(bitmap)
        loaded.close()
        return picture

    def is_grey(self, page: int) -> bool:
        """Say whether a page has no colour in it."""
        return self.image(page, 1.0).allGray()

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()
