"""«Ført i arkivet på … som …»: several papers registered as filed in one go, as one change."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.casefile.archiving import ToFile, file_in_archive, to_file
from bolig_desktop.clock import Clock
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.documents.batch_layout import said
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.problems import by_field
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.fields import DateField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import language, tr

WIDE = 520
_NAMED = 8
"""How many papers are told of one by one; of the rest it says how many there are."""


class FiledForm(Form):
    """The day, and the number in the municipality's archive."""

    table = "papers"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("filed_on", tr("Arkivert"), DateField(clock), weight=2)
            self.bind(
                "filed_as",
                tr("Nummer i kommunens arkiv"),
                TextField(placeholder=tr("2026/123-4")),
                weight=3,
            )


class ToArchive(QDialog):
    """Tells which papers it is about, asks for day and number, and registers them all or none.

    done: gets a sentence when it is done.
    """

    def __init__(
        self, over: QWidget, session: Session, paper_ids: Sequence[int], done: Callable[[str], object]
    ) -> None:
        super().__init__(over.window())
        self._session, self._ids, self._done = session, list(paper_ids), done
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = to_file(session.case, self._ids)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(said(_heading(len(found.papers)), "case-title"))
        for words in _about(session, found):
            column.addWidget(said(words, "muted"))
        if found.households > 1:
            words = tr("De gjelder {count} husstander eller hus. Har hver sin sak i arkivet?", count=found.households)
            column.addWidget(Banner(Tone.SOON, words, text=tr("Da merker du dem sak for sak.")))
        self.form = FiledForm(session.case.clock)
        self.form.fields["filed_on"].set_value(session.today)
        self.form.setVisible(bool(found.papers))
        column.addWidget(self.form)
        column.addLayout(self._acts(len(found.papers)))
        self.resize(WIDE, column.totalHeightForWidth(WIDE))
        if found.papers:
            self.form.focus("filed_as")

    def _acts(self, count: int) -> QHBoxLayout:
        cancel = QPushButton(tr("Avbryt") if count else tr("Lukk"))
        cancel.clicked.connect(self.reject)
        register = QPushButton(tr("Før som arkivert"))
        register.setProperty("role", "main")
        register.setDefault(True)
        register.clicked.connect(self._register)
        register.setVisible(bool(count))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(register)
        return row

    def _register(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        ids, day, number = self._ids, values.get("filed_on"), str(values.get("filed_as") or "")
        try:
            count = self._session.run(lambda case: file_in_archive(case, ids, day, number), "filed")
        except Refused as refused:
            self.form.show_problems(by_field(refused.problems, language()))
        except FileTrouble as trouble:
            self.form.show_problems({"": [(trouble_sentence(trouble, language()), True)]})
        else:
            self.accept()
            self._done(_done_words(count, number.strip()))


def _heading(count: int) -> str:
    if not count:
        return tr("Alle disse papirene er ført som arkivert")
    return tr("Er 1 papir ført i arkivet?") if count == 1 else tr("Er {count} papirer ført i arkivet?", count=count)


def _about(session: Session, found: ToFile) -> list[str]:
    """Return which papers these are, as the list has them."""
    labels = session.case.households.labels()
    lines = []
    for line in found.papers[:_NAMED]:
        whose = household_words(labels[line.household_id]) if line.household_id else line.recipient
        lines.append(" · ".join(part for part in (f"{line.number} {line.title}", whose) if part))
    if (more := len(found.papers) - _NAMED) > 0:
        lines.append(tr("og {count} til", count=more))
    told = ["\n".join(lines)] if lines else []
    if found.already and found.papers:
        told.append(tr("{count} av de valgte er ført fra før og endres ikke.", count=found.already))
    return told


def _done_words(count: int, number: str) -> str:
    if count == 1:
        return tr("1 papir er ført i arkivet som {number}.", number=number)
    return tr("{count} papirer er ført i arkivet som {number}.", count=count, number=number)
