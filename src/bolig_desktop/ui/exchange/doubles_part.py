"""The questions a workbook raises, row by row: who the row is about, who that may be, and what the user says."""

from collections.abc import Callable, Hashable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bolig_desktop.exchange.questions import Answer, Key, Question
from bolig_desktop.ui.documents.batch_layout import button, said
from bolig_desktop.ui.exchange.layout import row
from bolig_desktop.ui.widgets.record_table import Column, RecordTable
from bolig_desktop.ui.words import tr


def answer_words(answer: Answer) -> str:
    """Return what an answer is called."""
    return {
        Answer.SAME: tr("Samme person"),
        Answer.NEW: tr("Ny person"),
        Answer.TOGETHER: tr("Én husstand"),
        Answer.UNGRADED: tr("Ikke gradert"),
        Answer.BOTH: tr("Begge"),
        Answer.LEAVE: tr("Ikke hent raden"),
    }[answer]


@dataclass(frozen=True)
class _Line:
    id: int
    question: Question
    answer: Answer | None


class DoublesPart(QWidget):
    """The table of questions, and the buttons that answer for the rows marked.

    Signal ``answered(how many are left)``.
    """

    answered = Signal(int)

    def __init__(self, answers: dict[Key, Answer], earlier: MutableMapping[Hashable, Answer]) -> None:
        """earlier: what was answered of sheets read before, by ``Question.said``; what is answered here is added."""
        super().__init__()
        self._answers, self._earlier, self._questions = answers, earlier, list[Question]()
        self.table = RecordTable(_columns(), name="doubles")
        self.table.setAccessibleName(tr("Hvem raden gjelder"))
        self.table.setToolTip(tr("Merk flere rader med Ctrl+A eller Skift, og svar for alle."))
        self.buttons: Mapping[Answer, QPushButton] = {
            answer: button(answer_words(answer), self._says(answer)) for answer in Answer
        }
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            said(
                tr("Merk en eller flere rader, og si hvem de gjelder. «Samme person» lar saksfilen stå som den er."),
                "muted",
            )
        )
        column.addWidget(self.table, 1)
        line = row(*self.buttons.values())
        line.addStretch(1)
        column.addLayout(line)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show what is asked now, beside what has been answered before, of an earlier reading of the sheet too."""
        for question in questions:
            if question.key not in self._answers and (before := self._earlier.get(question.said)) in question.answers:
                self._answers[question.key] = before
        known = {question.key: question for question in (*self._questions, *questions)}
        self._questions = sorted(known.values(), key=lambda question: question.key)
        self._show()
        first = next((at for at, line in enumerate(self.table.shown()) if line.answer is None), 0)
        self.table.selectRow(first)
        self._offer()

    @property
    def left(self) -> int:
        """How many questions have no answer."""
        return sum(question.key not in self._answers for question in self._questions)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._questions)

    def _show(self) -> None:
        answers = self._answers
        lines = [_Line(at, one, answers.get(one.key)) for at, one in enumerate(self._questions)]
        self.table.set_rows(lines)

    def _offer(self) -> None:
        marked = self.table.marked()
        for answer, made in self.buttons.items():
            made.setVisible(any(answer in one.answers for one in self._questions))
            made.setEnabled(any(answer in line.question.answers for line in marked))

    def _says(self, answer: Answer) -> Callable[[], None]:
        def say() -> None:
            marked = self.table.marked()
            for line in marked:
                if answer in line.question.answers:
                    self._answers[line.question.key] = answer
                    self._earlier[line.question.said] = answer
            self._show()
            after = max((line.id for line in marked), default=-1) + 1
            self.table.selectRow(min(after, len(self._questions) - 1))
            self._offer()
            self.answered.emit(self.left)

        return say


def _columns() -> list[Column]:
    return [
        Column(key="row", title=tr("Rad"), text=lambda line: str(line.question.key.row), right=True, width=60,
               sort=lambda line: (line.question.key.sheet, line.question.key.row)),
        Column(key="who", title=tr("I arket"), text=lambda line: line.question.who, width=250),
        Column(key="there", title=tr("Kan være"), text=_there, width=0),
        Column(key="answer", title=tr("Svar"), text=lambda line: _pill(line)[0],
               pill=_pill, width=150),
    ]  # fmt: skip


def _there(line: _Line) -> str:
    if Answer.TOGETHER in line.question.answers:
        return tr("Bor de sammen som én husstand?")
    if Answer.UNGRADED in line.question.answers:
        return tr("Gradert adresse? Raden sier «{words}».", words=line.question.there)
    if Answer.BOTH in line.question.answers:
        return tr("Har husstanden også leieforholdet i {home}?", home=line.question.there)
    if line.question.answers == (Answer.LEAVE,):
        return tr("Raden kan ikke hentes inn som den er.")
    return line.question.there or tr("Er dette en person? Raden har bare et navn.")


def _pill(line: _Line) -> tuple[str, str]:
    return (answer_words(line.answer), "good") if line.answer else (tr("Svar mangler"), "soon")
