"""One letter for many leases, printed as one job: in order, once more, and when the printer stops."""

from datetime import date

import pypdfium2
from batch_seen import TODAY, after, begin, finish
from PySide6.QtPrintSupport import QPrinter

from bolig_desktop.documents import kinds
from bolig_desktop.tenancies.records import Matter, MatterKind
from drive import press, seen, the_button, write


class APrinter(QPrinter):
    """Prints to a file, as a printer that can do both sides where told so."""

    def __init__(self, path, both_sides=False):
        super().__init__(QPrinter.PrinterMode.ScreenResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self._both_sides = both_sides
        self.sheets_left = None

    def duplex(self):
        return QPrinter.DuplexMode.DuplexLongSide if self._both_sides else QPrinter.DuplexMode.DuplexNone

    def newPage(self):
        if self.sheets_left is not None:
            self.sheets_left -= 1
            if self.sheets_left < 0:
                return False
        return super().newPage()


def print_all(dialog, printer):
    dialog.choose_printer = lambda over, pages: printer
    press(dialog, next(b.text() for b in [dialog.choose.print_button]))
    finish(dialog)


def page_count(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_the_lot_is_printed_as_one_job_and_each_is_filed(letters, case, tmp_path):
    printer = APrinter(tmp_path / "job.pdf")
    print_all(letters, printer)
    papers = case.papers.list()
    assert len(papers) == 4 and page_count(tmp_path / "job.pdf") == sum(paper.pages for paper in papers)
    assert "4 brev er laget" in seen(letters)
    letters.choose_printer = lambda over, pages: APrinter(tmp_path / "again.pdf")
    press(letters, "Skriv dem ut på nytt")
    finish(letters)
    assert "4 brev er skrevet ut på nytt." in seen(letters)
    assert page_count(tmp_path / "again.pdf") == page_count(tmp_path / "job.pdf") and case.papers.count() == 4


def begin_reprint(dialog, path):
    dialog.choose_printer = lambda over, pages: APrinter(path)
    the_button(dialog, "Skriv dem ut på nytt").click()


def test_all_that_was_printed_here_can_be_printed_once_more_however_many_runs_it_took(letters, case, tmp_path):
    letters.choose_printer = lambda over, pages: APrinter(tmp_path / "job.pdf")
    begin(letters, "Skriv ut 4 brev")
    after(letters, 2)
    letters.stop_button.click()
    finish(letters)
    press(letters, f"Lag de {4 - len(letters.run.outcome.made)} som gjenstår")
    finish(letters)
    begin_reprint(letters, tmp_path / "again.pdf")
    finish(letters)
    assert "4 brev er skrevet ut på nytt." in seen(letters)
    assert page_count(tmp_path / "again.pdf") == sum(paper.pages for paper in case.papers.list())


def test_a_printer_that_takes_no_reprint_does_not_unmake_the_letters(letters, case, tmp_path):
    print_all(letters, APrinter(tmp_path / "job.pdf"))
    begin_reprint(letters, tmp_path / "nowhere" / "again.pdf")
    finish(letters)
    said = seen(letters)
    assert "Ingen brev er skrevet ut på nytt." in said and "Ingen brev er laget." not in said
    assert "Ikke skrevet ut på nytt: 4" in said and "Gjenstår" not in said
    begin_reprint(letters, tmp_path / "again.pdf")
    finish(letters)
    assert "4 brev er skrevet ut på nytt." in seen(letters) and case.papers.count() == 4


def test_a_reprint_that_is_stopped_can_be_begun_again(letters, case, tmp_path):
    print_all(letters, APrinter(tmp_path / "job.pdf"))
    begin_reprint(letters, tmp_path / "stopped.pdf")
    after(letters, 1)
    letters.run.stop()
    finish(letters)
    assert f"Ikke skrevet ut på nytt: {4 - len(letters.run.outcome.made)}" in seen(letters)
    begin_reprint(letters, tmp_path / "again.pdf")
    finish(letters)
    assert page_count(tmp_path / "again.pdf") == page_count(tmp_path / "job.pdf")


def test_what_is_not_made_yet_is_still_told_of_after_a_reprint(letters, case, tmp_path):
    printer = APrinter(tmp_path / "job.pdf")
    printer.sheets_left = 1
    print_all(letters, printer)
    left = 4 - case.papers.count()
    assert left
    begin_reprint(letters, tmp_path / "again.pdf")
    finish(letters)
    assert f"Gjenstår: {left}" in seen(letters)
    letters.choose_printer = lambda over, pages: APrinter(tmp_path / "rest.pdf")
    press(letters, f"Lag de {left} som gjenstår")
    finish(letters)
    assert case.papers.count() == 4 and "Gjenstår" not in seen(letters)


def test_nobodys_letter_stands_on_the_back_of_anothers(letters, case, tmp_path, qtbot):
    warned = []
    for lease in case.tenancies.list():
        facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "opened_on": TODAY}
        warned.append(case.save(Matter(kind=MatterKind.ADVANCE_NOTICE, about="Saken.", reason="Grunn.",
                                       due_on=date(2026, 12, 7), **facts)))  # fmt: skip
    pages = {kinds.produce(case, "D24", matter.id).pages for matter in warned}
    assert len(pages) == 1
    write(letters, "Brev", "D24 Forhåndsvarsel")
    print_all(letters, APrinter(tmp_path / "job.pdf", both_sides=True))
    sides = pages.pop()
    assert page_count(tmp_path / "job.pdf") == 4 * (sides + sides % 2)


def test_stopping_prints_what_was_filed_and_nothing_else(letters, case, tmp_path):
    letters.choose_printer = lambda over, pages: APrinter(tmp_path / "job.pdf")
    begin(letters, "Skriv ut 4 brev")
    while not case.papers.count():
        letters.run._go_on()
    letters.run.stop_now()
    (paper,) = case.papers.list()
    assert page_count(tmp_path / "job.pdf") == paper.pages


def test_a_printer_that_takes_nothing_files_nothing(letters, case, tmp_path):
    print_all(letters, APrinter(tmp_path / "nowhere" / "job.pdf"))
    assert case.papers.count() == 0
    assert "Ingen brev er laget." in seen(letters) and "Gjenstår: 4" in seen(letters)


def test_a_printer_that_stops_taking_says_so_and_no_more_are_filed(letters, case, tmp_path):
    printer = APrinter(tmp_path / "job.pdf")
    printer.sheets_left = 1
    print_all(letters, printer)
    made = case.papers.count()
    assert 1 <= made < 4
    assert "Skriveren tok ikke imot alt." in seen(letters) and f"Gjenstår: {4 - made}" in seen(letters)
    assert "Skriv dem ut på nytt" in seen(letters)


def test_no_printer_chosen_makes_nothing(letters, case):
    letters.choose_printer = lambda over, pages: None
    letters.choose_folder = lambda over: None
    press(letters, "Skriv ut 4 brev")
    press(letters, "Lagre i en mappe …")
    assert letters.run is None and case.papers.count() == 0
