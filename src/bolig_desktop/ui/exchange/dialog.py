"""Bring in a workbook: what each sheet and column is taken for, which can be changed, and what is wrong with it."""

from collections.abc import Hashable, Iterator, MutableMapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from bolig_desktop.errors import FileTrouble
from bolig_desktop.exchange import importing
from bolig_desktop.exchange.cells import Reader, text_of
from bolig_desktop.exchange.choices import Choices
from bolig_desktop.exchange.mapping import Assumed, Mapped, known_as, mapped, page_known_as
from bolig_desktop.exchange.notes import notes_of
from bolig_desktop.exchange.pages import Book, Page
from bolig_desktop.exchange.questions import Answer, Key
from bolig_desktop.exchange.rows import RowProblem
from bolig_desktop.exchange.sheets import Column, readable_sheets, sheets_of
from bolig_desktop.labels.every import LABELS
from bolig_desktop.text.sentences import problem_sentence, trouble_sentence
from bolig_desktop.ui.background import Stopped
from bolig_desktop.ui.documents.batch_layout import button, said
from bolig_desktop.ui.exchange.acts import Waiting
from bolig_desktop.ui.exchange.columns_part import ColumnsPart
from bolig_desktop.ui.exchange.doubles_part import DoublesPart
from bolig_desktop.ui.exchange.layout import row
from bolig_desktop.ui.exchange.rows_part import RowsPart
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.tabs import Tabs
from bolig_desktop.ui.words import language, tr

_WIDE, _HIGH, _AROUND = 1180, 780, 40
_MOST_TOLD, _TOLD_HIGH, _AROUND_TOLD, _LETTERS = 200, 130, 26, 130


class BringIn(QDialog):
    """Signal ``brought(sentence)`` when rows came in."""

    brought = Signal(str)

    def __init__(
        self,
        over: QWidget,
        session: Session,
        name: str,
        book: Book,
        headings: MutableMapping[str, str],
        said: MutableMapping[Hashable, Answer],
    ) -> None:
        """headings: what columns were said to mean before, kept on this machine for the next workbook. said: what was
        answered before, while the program has been open, by what was asked.
        """
        super().__init__(over)
        self._session, self._book, self._headings = session, book, headings
        self._sheets = readable_sheets(session.case)
        self._mapped: list[Mapped | None] = [
            None if page.is_hidden else self._understood(page) for page in book.pages
        ]
        self._answers: dict[Key, Answer] = {}
        self._wrong: list[RowProblem] = []
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = over.window().size()
        self.resize(min(_WIDE, room.width() - _AROUND), min(_HIGH, room.height() - _AROUND))
        self.page, self.topic = QComboBox(), QComboBox()
        self.tabs = Tabs(fill=True)
        self.columns, self.rows, self.doubles = ColumnsPart(), RowsPart(), DoublesPart(self._answers, said)
        self.skip = QCheckBox(tr("La det som står i saksfilen fra før, være som det er"))
        self.told = QPlainTextEdit()
        self.act = button(tr("Hent inn"), self._bring_in, role="main")
        self._build(name)
        self._fit_told()
        self.page.currentIndexChanged.connect(lambda _: self._show_page())
        self.topic.currentIndexChanged.connect(self._take_topic)
        self.columns.taken.connect(self._take_meaning)
        self.columns.assumed.connect(self._take_assumed)
        self.doubles.answered.connect(self._answered)
        self.tabs.changed.connect(self._show_rows)
        self._show_page()
        self._say_notes()

    def _build(self, name: str) -> None:
        self.page.setAccessibleName(tr("Ark"))
        for page, one in zip(self._book.pages, self._mapped, strict=True):
            rows = max(0, len(page.lines) - 1)
            left = "" if one is not None else f" ({tr('skjult, ikke med') if page.is_hidden else tr('ikke med')})"
            self.page.addItem(f"{page.title or name}: {tr('{rows} rader', rows=rows)}{left}")
        self.topic.setAccessibleName(tr("Tema"))
        self.topic.addItem(tr("Ikke ta med"), "")
        for topic, sheet in self._sheets.items():
            self.topic.addItem(sheet.title, topic)
        self.tabs.add("columns", tr("Kolonner"), self.columns)
        self.tabs.add("rows", tr("Rader"), self.rows)
        self.tabs.add("doubles", tr("Spørsmål"), self.doubles)
        self.tabs.hide_tab("doubles")
        self.told.setReadOnly(True)
        self.told.setAccessibleName(tr("Hva som må rettes"))
        self.told.setTabChangesFocus(True)
        self.told.textChanged.connect(self._fit_told)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(9)
        column.addWidget(said(tr("Hent inn {file}", file=name), "case-title"))
        column.addLayout(row(QLabel(tr("Ark")), self.page, QLabel(tr("Tema")), self.topic))
        column.addWidget(self.tabs, 1)
        column.addWidget(self.skip)
        column.addWidget(self.told)
        words = said(tr("Alt kommer inn, eller ingenting. Angre tar hele regnearket ut igjen."), "muted")
        last = row(words, button(tr("Avbryt"), self.reject), self.act)
        last.setStretch(0, 1)
        column.addLayout(last)

    # what it is taken for

    def _understood(self, page: Page, topic: str = "") -> Mapped | None:
        found = mapped(page, self._sheets, topic, self._headings)
        return replace(found, assumed=Assumed.kept(self._headings)) if found is not None else None

    def _show_page(self) -> None:
        one = self._mapped[self.page.currentIndex()]
        self.topic.blockSignals(True)
        self.topic.setCurrentIndex(self.topic.findData(one.sheet.topic if one else ""))
        self.topic.blockSignals(False)
        self._show_mapped()

    def _show_mapped(self) -> None:
        one = self._mapped[self.page.currentIndex()]
        self.columns.show_mapped(one)
        self.tabs.hide_tab("rows", one is None or not one.sheet.is_list)
        self._show_rows(self.tabs.current())
        self.act.setEnabled(any(one is not None for one in self._mapped))

    def _take_topic(self) -> None:
        at, topic = self.page.currentIndex(), str(self.topic.currentData())
        page = self._book.pages[at]
        self._headings[page_known_as(page)] = topic
        self._mapped[at] = self._understood(page, topic) if topic else None
        if topic and self._mapped[at] is None and page.lines:
            headings = tuple(" ".join(text_of(cell).split()) for cell in page.lines[0].cells)
            self._mapped[at] = Mapped(page, self._sheets[topic], 0, headings, (None,) * len(headings))
        self._show_mapped()
        self._say_notes()

    def _take_meaning(self, place: int, column: Column | None) -> None:
        at = self.page.currentIndex()
        one = self._mapped[at]
        if one is not None:
            self._mapped[at] = one.with_column(place, column)
            self._headings[known_as(one.sheet.topic, one.headings[place])] = column.heading if column else ""
            self._show_mapped()

    def _take_assumed(self, assumed: Assumed) -> None:
        at = self.page.currentIndex()
        one = self._mapped[at]
        if one is not None:
            assumed.keep(self._headings)
            self._mapped[at] = replace(one, assumed=assumed)
            self._say_notes()

    def _show_rows(self, tab: str) -> None:
        """Part a list's rows when they are looked at, and not before."""
        one = self._mapped[self.page.currentIndex()]
        if tab == "rows" and one is not None and one.sheet.is_list:
            found: list[RowProblem] = []
            reader = Reader(Choices(LABELS), self._session.case.clock(), from_1904=one.page.from_1904)
            rows = importing.rows_of(one, reader, found, self._answers)
            self.rows.show_rows(rows, found)

    # bringing it in

    def _bring_in(self) -> None:
        order = list(self._sheets)
        pages = sorted((one for one in self._mapped if one), key=lambda one: order.index(one.sheet.topic))
        waiting = Waiting(self, tr("Henter inn radene"))
        try:
            outcome = self._session.bring(
                lambda case: importing.bring_in(
                    case,
                    pages,
                    LABELS,
                    ours=self._book.ours,
                    skip_known=self.skip.isChecked(),
                    answers=self._answers,
                    told=waiting.told,
                )
            )
        except Stopped:
            self.told.setPlainText(tr("Stoppet. Ingenting er hentet inn."))
        except FileTrouble as trouble:
            self.told.setPlainText(trouble_sentence(trouble, language()))
        else:
            self._show(outcome)
        finally:
            waiting.close()

    def _show(self, outcome: importing.Outcome) -> None:
        asked = [one.question for one in outcome.problems if one.question is not None]
        self._wrong = [one for one in outcome.problems if one.question is None]
        self.doubles.show_questions(asked)
        self.tabs.hide_tab("doubles", not self.doubles.count)
        self.tabs.count("doubles", self.doubles.left)
        if outcome.problems:
            self._answered(self.doubles.left)
            if asked:
                self.tabs.choose("doubles")
                self.doubles.table.setFocus()
            else:
                self.told.setFocus()
            return
        words = tr("{added} rader er lagt til, {same} sto der fra før.", added=outcome.added, same=outcome.same)
        if any(one is not None and one.sheet.is_list for one in self._mapped) and outcome.added:
            words = tr(
                "Lagt til: {what}. {same} sto der fra før.", what=", ".join(self._added(outcome)), same=outcome.same
            )
        if outcome.added:
            self.brought.emit(words)
            self.accept()
        else:
            self.told.setPlainText(words)

    def _answered(self, left: int) -> None:
        self.tabs.count("doubles", left)
        all_said = tr("Alle spørsmål er besvart. Trykk «Hent inn» igjen.")
        self.told.setPlainText("\n".join(_lines(self._wrong, left)) if left or self._wrong else all_said)

    def _fit_told(self) -> None:
        """Give what is told the room its lines take, up to a few of them."""
        lines = sum(1 + len(words) // _LETTERS for words in self.told.toPlainText().splitlines())
        wanted = _AROUND_TOLD + self.told.fontMetrics().lineSpacing() * max(lines, 1)
        self.told.setFixedHeight(min(_TOLD_HIGH, self.height() // 6, wanted))

    def _added(self, outcome: importing.Outcome) -> Iterator[str]:
        """Yield how many came in of each topic."""
        for topic, sheet in sheets_of(self._session.case).items():
            if count := outcome.added_by[topic]:
                yield f"{sheet.title} {count}"

    def _say_notes(self) -> None:
        pages = [one for one in self._mapped if one]
        said_of = [problem_sentence(note, language()) for note in notes_of(self._book, pages, LABELS)]
        self.told.setPlainText("\n".join(said_of))


def _lines(problems: Sequence[RowProblem], asked: int) -> list[str]:
    """Return what is wrong, a line each, under what came of it."""
    head = tr("Ingenting er hentet inn ennå.")
    if asked:
        head += " " + tr("Svar på {count} spørsmål over, og trykk «Hent inn» igjen.", count=asked)
    if not problems:
        return [head]
    head += " " + tr("{count} ting må rettes i arket:", count=len(problems))
    lines = []
    for one in problems[:_MOST_TOLD]:
        words = one.sentence(language())
        place = tr("{sheet}, rad {row}", sheet=one.sheet, row=one.row) if one.sheet else tr("Rad {row}", row=one.row)
        lines.append(f"{place}{f', «{one.column}»' if one.column else ''}: {words}")
    more = [tr("… og {count} til.", count=len(problems) - _MOST_TOLD)] if len(problems) > _MOST_TOLD else []
    return [head, *lines, *more]
