"""Pages onto a printer: at most 600 dots an inch, 400 for a page with colours, so that memory stays small."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from bolig_desktop.ui.documents.pages import POINTS_PER_INCH, Paper
from bolig_desktop.ui.words import tr

MOST_GREY_DPI, MOST_COLOUR_DPI = 600, 400


def ask_printer(over: QWidget, pages: int) -> QPrinter | None:
    """Show the system's print dialog; return the printer chosen, None where the user let it be.

    pages: how many there are to choose from, 0 where all are to be printed.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Bolig")
    dialog = QPrintDialog(printer, over)
    dialog.setWindowTitle(tr("Skriv ut"))
    if pages:
        dialog.setMinMax(1, pages)
    else:
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, False)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def print_paper(paper: Paper, printer: QPrinter) -> bool:
    """Print the pages the printer was asked for; say whether it took them."""
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or paper.count(), paper.count())
    _set_page(printer, paper, first - 1)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for page in range(first - 1, last):
        if page >= first:
            _set_page(printer, paper, page)
            printer.newPage()
        _print_page(paper, page, painter, printer)
    return bool(painter.end())


class PrintJob:
    """Many papers as one job on one printer, each beginning on a sheet of its own.

    On a printer that prints both sides a paper of odd pages is followed by an empty one: nobody's letter may stand
    on the back of somebody else's.
    """

    def __init__(self, printer: QPrinter) -> None:
        self._printer, self._painter = printer, QPainter()
        self._both_sides = printer.duplex() != QPrinter.DuplexMode.DuplexNone
        self._pages = 0

    def begin(self) -> bool:
        """Begin the job; say whether the printer took it."""
        self._printer.setFullPage(True)
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        return self._painter.begin(self._printer)

    def print_page(self, paper: Paper, page: int) -> bool:
        """Print one page (the first is 0) on the next side; say whether the printer took it."""
        if not self._next_side(paper, page):
            return False
        _print_page(paper, page, self._painter, self._printer)
        return True

    def end_paper(self, paper: Paper) -> bool:
        """Fill the sheet of a paper whose pages are printed; say whether the printer took it."""
        return not (self._both_sides and paper.count() % 2) or self._next_side(paper, paper.count() - 1)

    def end(self) -> bool:
        """End the job; say whether the printer took it. One without a page in it is thrown away."""
        if not self._pages:
            self._printer.abort()
        return bool(self._painter.end()) or not self._pages

    def _next_side(self, paper: Paper, page: int) -> bool:
        _set_page(self._printer, paper, page)
        self._pages += 1
        return self._pages == 1 or bool(self._printer.newPage())


def _set_page(printer: QPrinter, paper: Paper, page: int) -> None:
    printer.setFullPage(True)
    width, height = paper.size(page)
    lies = width > height
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)


def _print_page(paper: Paper, page: int, painter: QPainter, printer: QPrinter) -> None:
    # One picture a page: printers round the edges of bands each their own way, and a line of text can fall between.
    grey = paper.is_grey(page)
    dots = min(printer.resolution(), MOST_GREY_DPI if grey else MOST_COLOUR_DPI)
    picture = paper.image(page, dots / POINTS_PER_INCH, grey=grey)
    width, height = (side * printer.resolution() / POINTS_PER_INCH for side in paper.size(page))
    corner = printer.paperRect(QPrinter.Unit.DevicePixel).topLeft()
    painter.drawImage(QRectF(corner.x(), corner.y(), width, height), picture)
