"""A paper before it leaves the house: its real pages, the choice of language, filed when printed or saved."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.career.records import Plan
from bolig_desktop.documents.filing import WHAT, NotSaved, Target, print_and_file
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.errors import FileTrouble, Problem, Refused
from bolig_desktop.people.records import Household
from bolig_desktop.tenancies.records import Decision, Matter, Tenancy
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.documents.preview import PaperPreview, ask_file
from bolig_desktop.ui.documents.printing import ask_printer
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.theme import Tone, say
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.messages import confirm
from bolig_desktop.ui.words import language, tr

WIDTH, HEIGHT, AROUND = 1000, 1200, 40
REFUSED_WIDTH = 500


def issue(over: QWidget, session: Session, paper: str, subject_id: int,
          record: Tenancy | Decision | Matter | Household | Dwelling | Plan, filed: Callable[[str], object], *,
          code: str | None = None) -> QDialog:  # fmt: skip
    """Show a paper of a lease, a decision, a matter, a household, its plan or a house to be printed or saved.

    paper: its name (``lease``); subject_id: the id of what it is about; ``filed`` gets a sentence to say; code: the
    language it is first shown in, None for the one that is proposed. What may not be printed is not shown: the
    sentences that say why are shown instead. A household with a graded address is asked about first (AG-3), but for
    papers of a household, its plan or a house as such: they have neither its name nor its address.
    """
    from bolig_desktop.documents.kinds import refusing

    hard = refusing(session.case, paper, subject_id)
    if hard:
        return refuse(over, hard)
    dialog = IssueDialog(over, session, paper, subject_id, code=code)
    dialog.filed.connect(filed)
    if isinstance(record, Household | Dwelling | Plan):  # neither name nor address stands on these
        return _opened(dialog)
    if not session.case.households.is_shielded(record.household_id):
        return _opened(dialog)
    asked = ask_about_shielded(over, dialog.open)
    asked.rejected.connect(dialog.deleteLater)
    return asked


def refuse(over: QWidget, problems: Sequence[Problem]) -> QDialog:
    """Say why a paper cannot be shown."""
    return _opened(RefusedDialog(over, [said for said, _ in sentences_for(problems, language())]))


def ask_about_shielded(over: QWidget, then: Callable[[], object]) -> QDialog:
    """Ask before the pages of a household with a graded address are shown, and say why (AG-3)."""
    return confirm(
        over,
        tr("Husstanden har gradert adresse. Vil du likevel se papiret?"),
        then,
        act=tr("Vis papiret"),
        detail=tr(
            "På papiret står navn og adresse sammen, og den som ser det, får vite hvor de bor. Skriv det bare ut der "
            "du selv tar det fra skriveren, og gi det til leieren selv. Lagrer du det som fil, er filen ikke låst."
        ),
        danger=True,
    )


def _opened(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog


class RefusedDialog(QDialog):
    """Says why a paper cannot be printed now."""

    def __init__(self, over: QWidget, sentences: list[str]) -> None:
        super().__init__(over.window())
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(REFUSED_WIDTH)
        heading = QLabel(tr("Papiret kan ikke skrives ut ennå"))
        heading.setProperty("role", "case-title")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(heading)
        for words in sentences:
            column.addWidget(Banner(Tone.DANGER, words.replace("§ ", "§\u00a0"), icon="circle-alert"))
        close = QPushButton(tr("Rett det først"))
        close.setProperty("role", "main")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(REFUSED_WIDTH, column.totalHeightForWidth(REFUSED_WIDTH))


class IssueDialog(QDialog):
    """The pages as they will be printed. Signal ``filed(sentence)`` when the paper was filed.

    The name proposed for a file has nobody's name in it: ``D1-12.pdf`` (law.md AG-3).

    code: the language it is first shown in. choose_printer, choose_file: how the user is asked where it goes.
    """

    filed = Signal(str)

    def __init__(self, over: QWidget, session: Session, paper: str, subject_id: int, *, code: str | None = None,
                 choose_printer: Callable[[QWidget, int], QPrinter | None] = ask_printer,
                 choose_file: Callable[[QWidget, str], Path | None] = ask_file) -> None:  # fmt: skip
        super().__init__(over.window())
        self._session, self._paper, self._subject_id = session, paper, subject_id
        self.choose_printer, self.choose_file = choose_printer, choose_file
        self._content = b""
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = over.window().size()
        self.resize(min(WIDTH, room.width() - AROUND), min(HEIGHT, room.height() - AROUND))
        self.heading = QLabel()
        self.heading.setProperty("role", "case-title")
        self.told = QLabel(_filed_by_itself())
        self.told.setProperty("role", "muted")
        self.told.setWordWrap(True)
        close = QPushButton(tr("Lukk"))
        close.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(close)
        languages = self._languages()
        chosen = languages[0][0] if code is None else code
        self.preview = PaperPreview(
            languages=languages,
            language=chosen,
            choose_printer=self._to_printer,
            choose_file=self._to_file,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self.preview, 1)
        self.preview.language_changed.connect(self._show)
        self._show(chosen)
        self.preview.print_button.setFocus()

    def _languages(self) -> list[tuple[str, str]]:
        from bolig_desktop.documents import kinds, subjects
        from bolig_desktop.ui.documents.paper_languages import offered

        kind = kinds.find(self._paper)
        if kind is None:
            raise KeyError(self._paper)
        about = subjects.find(self._session.case, kind.subject, self._subject_id)
        return offered(self._session.case, kind, about.household_id)

    def _show(self, code: str) -> None:
        """Make the paper in a language and show it; say why where it cannot be made."""
        from bolig_desktop.documents.kinds import produce

        try:
            made = produce(self._session.case, self._paper, self._subject_id, code)
        except Refused as refused:
            self.preview.trouble.show_sentences(sentences_for(refused.problems, language()))
            return
        self.heading.setText(f"{made.number} {made.title}")
        self._content = made.content
        self._say_day(made.number, made.matter_id)
        self.preview.show_pdf(made.content, file_name=f"{made.number}-{self._subject_id}.pdf")

    def _say_day(self, number: str, matter_id: int | None) -> None:
        """Say which day a request to move gives where nobody has chosen one, and where another is chosen."""
        from bolig_desktop.casefile.dispatch import REQUEST_TO_MOVE
        from bolig_desktop.documents.letters.ending import move_by

        matter = self._session.case.matters.find(matter_id)
        if number == REQUEST_TO_MOVE and (matter is None or matter.due_on is None):
            day = show_date(move_by(None, self._session.today))
            words = tr(
                "De får til {day}. Vil du ha en annen dag, fører du den under «Saker og frister» først.", day=day
            )
            self.told.setText(f"{words} {_filed_by_itself()}")

    def _to_printer(self, over: QWidget, pages: int) -> QPrinter | None:
        printer = self.choose_printer(over, pages)
        return printer if printer is not None and self._file() else None

    def _to_file(self, over: QWidget, name: str) -> Path | None:
        """Ask where to, and put the paper there and on the case, both or neither; nothing is left for the preview."""
        file = self.choose_file(over, name)
        if file is None:
            return None
        try:
            with Target(file) as target:
                if self._file(target.make_ready):
                    target.finish()
                    self.preview.saved.emit()
        except NotSaved:  # where it was filed all the same, the line above says so
            self._say_trouble(tr("Filen kunne ikke lagres der. Velg en annen mappe."))
        return None

    def _file(self, ready: Callable[[bytes], object] = lambda content: None) -> bool:
        """File the paper, and say whether it was; done before it goes out, so that nothing leaves unfiled.

        ready: gets the bytes before they are filed. Raises NotSaved where it does.
        """
        code = self.preview.language()
        try:
            paper, content = self._session.run(
                lambda case: print_and_file(case, self._paper, self._subject_id, code, ready=ready), WHAT
            )
        except Refused as refused:
            self.preview.trouble.show_sentences(sentences_for(refused.problems, language()))
            return False
        except FileTrouble as trouble:
            self._say_trouble(trouble_sentence(trouble, language()))
            return False
        self.preview.trouble.show_sentences([])
        if content != self._content:
            self._content = content
            self.preview.show_pdf(content)
        words = tr(
            "{number} ligger under Papirer, arkivert {day}.", number=paper.number, day=show_date(paper.printed_on)
        )
        self.told.setText(words)
        say(self.told, role="", tone=str(Tone.GOOD))
        self.filed.emit(words)
        return True

    def _say_trouble(self, words: str) -> None:
        self.preview.trouble.show_sentences([(words, True)])


def _filed_by_itself() -> str:
    return tr("Papiret arkiveres av seg selv når du skriver det ut eller lagrer det.")
