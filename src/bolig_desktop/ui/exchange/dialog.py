"""Bring in a workbook: what each sheet and column is taken for, which can be changed, and what is wrong with it."""

from collections.abc import MutableMapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bolig_desktop.errors import FileTrouble
from bolig_desktop.exchange import importing
from bolig_desktop.exchange.cells import text_of
from bolig_desktop.exchange.mapping import Mapped, known_as, mapped
from bolig_desktop.exchange.notes import notes_of
from bolig_desktop.exchange.pages import Book
from bolig_desktop.exchange.rows import RowProblem
from bolig_desktop.exchange.sheets import readable_sheets
from bolig_desktop.labels.every import LABELS
from bolig_desktop.text.sentences import problem_sentence, trouble_sentence
from bolig_desktop.ui.background import Stopped
from bolig_desktop.ui.documents.batch_layout import button, said
from bolig_desktop.ui.exchange.acts import Waiting
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.words import language, tr

_WIDE, _HIGH, _AROUND = 980, 660, 40
_MOST_TOLD, _PREVIEWED, _ROW_HIGH = 200, 3, 40


class BringIn(QDialog):
    """Signal ``brought(sentence)`` when rows came in."""

    brought = Signal(str)

    def __init__(
        self, over: QWidget, session: Session, name: str, book: Book, headings: MutableMapping[str, str]
    ) -> None:
        """headings: what columns were said to mean before, kept on this machine for the next workbook."""
        super().__init__(over)
        self._session, self._book, self._headings = session, book, headings
        self._sheets = readable_sheets(session.case)
        self._mapped: list[Mapped | None] = [mapped(page, self._sheets, known=headings) for page in book.pages]
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = over.window().size()
        self.resize(min(_WIDE, room.width() - _AROUND), min(_HIGH, room.height() - _AROUND))
        self.page, self.topic = QComboBox(), QComboBox()
        self.columns = QTableWidget(0, 3)
        self.skip = QCheckBox(tr("La det som står i saksfilen fra før, være som det er"))
        self.told = QPlainTextEdit()
        self.act = button(tr("Hent inn"), self._bring_in, role="main")
        self._build(name)
        self.page.currentIndexChanged.connect(lambda _: self._show_page())
        self.topic.currentIndexChanged.connect(self._take_topic)
        self._show_page()
        self._say_notes()

    def _build(self, name: str) -> None:
        self.page.setAccessibleName(tr("Ark"))
        for page, one in zip(self._book.pages, self._mapped, strict=True):
            rows = max(0, len(page.lines) - 1)
            left = "" if one is not None else f" ({tr('ikke med')})"
            self.page.addItem(f"{page.title or name}: {tr('{rows} rader', rows=rows)}{left}")
        self.topic.setAccessibleName(tr("Tema"))
        self.topic.addItem(tr("Ikke ta med"), "")
        for topic, sheet in self._sheets.items():
            self.topic.addItem(sheet.title, topic)
        self.columns.setHorizontalHeaderLabels([tr("Kolonne i arket"), tr("Blir til"), tr("De første verdiene")])
        self.columns.verticalHeader().hide()
        self.columns.verticalHeader().setDefaultSectionSize(_ROW_HIGH)  # room for a box to choose in
        self.columns.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.columns.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.columns.setAccessibleName(tr("Kolonne i arket"))
        self.told.setReadOnly(True)
        self.told.setAccessibleName(tr("Hva som må rettes"))
        self.told.setMaximumHeight(190)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(9)
        column.addWidget(said(tr("Hent inn {file}", file=name), "case-title"))
        column.addLayout(_row(QLabel(tr("Ark")), self.page, QLabel(tr("Tema")), self.topic))
        column.addWidget(self.columns, 1)
        column.addWidget(self.skip)
        column.addWidget(self.told)
        words = said(tr("Alt kommer inn, eller ingenting. Angre tar hele regnearket ut igjen."), "muted")
        last = _row(words, button(tr("Avbryt"), self.reject), self.act)
        last.setStretch(0, 1)
        column.addLayout(last)

    # what it is taken for

    def _show_page(self) -> None:
        one = self._mapped[self.page.currentIndex()]
        self.topic.blockSignals(True)
        self.topic.setCurrentIndex(self.topic.findData(one.sheet.topic if one else ""))
        self.topic.blockSignals(False)
        self._show_columns(one)
        self.act.setEnabled(any(one is not None for one in self._mapped))

    def _take_topic(self) -> None:
        at, topic = self.page.currentIndex(), str(self.topic.currentData())
        page = self._book.pages[at]
        self._mapped[at] = mapped(page, self._sheets, topic, self._headings) if topic else None
        if topic and self._mapped[at] is None and page.lines:
            headings = tuple(" ".join(text_of(cell).split()) for cell in page.lines[0].cells)
            self._mapped[at] = Mapped(page, self._sheets[topic], 0, headings, (None,) * len(headings))
        self._show_columns(self._mapped[at])
        self.act.setEnabled(any(one is not None for one in self._mapped))

    def _show_columns(self, one: Mapped | None) -> None:
        self.columns.setRowCount(len(one.headings) if one else 0)
        if one is None:
            return
        below = one.page.lines[one.heading_row + 1 : one.heading_row + 1 + _PREVIEWED]
        for place, heading in enumerate(one.headings):
            values = [text_of(line.cells[place]) for line in below if place < len(line.cells)]
            self.columns.setItem(place, 0, QTableWidgetItem(heading))
            self.columns.setItem(place, 2, QTableWidgetItem(" · ".join(value for value in values if value)))
            self.columns.setCellWidget(place, 1, self._meaning(one, place))

    def _meaning(self, one: Mapped, place: int) -> QComboBox:
        choose = QComboBox()
        choose.setAccessibleName(one.headings[place])
        choose.addItem(tr("Ikke ta med"))
        choose.addItems([column.heading for column in one.sheet.readable])
        column = one.columns[place]
        choose.setCurrentIndex(0 if column is None else one.sheet.readable.index(column) + 1)
        choose.activated.connect(lambda at: self._take_meaning(place, at))
        return choose

    def _take_meaning(self, place: int, at: int) -> None:
        page = self.page.currentIndex()
        one = self._mapped[page]
        if one is not None:
            column = one.sheet.readable[at - 1] if at else None
            self._mapped[page] = one.with_column(place, column)
            self._headings[known_as(one.sheet.topic, one.headings[place])] = column.heading if column else ""
            self._show_columns(self._mapped[page])

    # bringing it in

    def _bring_in(self) -> None:
        order = list(self._sheets)
        pages = sorted((one for one in self._mapped if one), key=lambda one: order.index(one.sheet.topic))
        waiting = Waiting(self, tr("Henter inn radene"))
        try:
            outcome = self._session.bring(
                lambda case: importing.bring_in(
                    case, pages, LABELS, ours=self._book.ours, skip_known=self.skip.isChecked(), told=waiting.told
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
        if outcome.problems:
            self.told.setPlainText("\n".join(_lines(outcome.problems)))
            self.told.setFocus()
            return
        words = tr("{added} rader er lagt til, {same} sto der fra før.", added=outcome.added, same=outcome.same)
        if outcome.added:
            self.brought.emit(words)
            self.accept()
        else:
            self.told.setPlainText(words)

    def _say_notes(self) -> None:
        pages = [one for one in self._mapped if one]
        said_of = [problem_sentence(note, language()) for note in notes_of(self._book, pages)]
        self.told.setPlainText("\n".join(said_of))


def _lines(problems: Sequence[RowProblem]) -> list[str]:
    head = tr("Ingenting er hentet inn. {count} ting må rettes først:", count=len(problems))
    lines = []
    for one in problems[:_MOST_TOLD]:
        words = problem_sentence(one.problem, language())
        place = tr("{sheet}, rad {row}", sheet=one.sheet, row=one.row) if one.sheet else tr("Rad {row}", row=one.row)
        lines.append(f"{place}{f', «{one.column}»' if one.column else ''}: {words}")
    more = [tr("… og {count} til.", count=len(problems) - _MOST_TOLD)] if len(problems) > _MOST_TOLD else []
    return [head, "", *lines, *more]


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(9)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, QComboBox) else 0)
    return row
