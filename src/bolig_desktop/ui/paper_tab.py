"""The papers of one case: every paper printed, newest first, each a link to its exact pages."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bolig_desktop.archive.records import PaperLine
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import tr


class PaperTab(QWidget):
    """Lists papers; ``load`` gives those of one case, ``go`` is the page's own signal."""

    def __init__(self, load: Callable[[int], Sequence[PaperLine]], go: SignalInstance) -> None:
        super().__init__()
        self._load = load
        self.list = SubList(
            lambda paper: (f"{paper.number} {paper.title}", _detail(paper)),
            empty=tr("Ingen papirer er skrevet ut ennå. Det som skrives ut, legger seg her av seg selv."),
            can_remove=False,
            place=lambda paper: Place(topic="papers", id=paper.id),
        )
        self.list.go.connect(go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addStretch(1)

    def show_of(self, row_id: int) -> None:
        """Show the papers of one case."""
        self.list.set_rows(self._load(row_id))


def _detail(paper: PaperLine) -> str:
    sent = tr("ikke sendt") if paper.sent_on is None else f"{label(paper.sent_how)} {show_date(paper.sent_on)}"
    return f"{show_date(paper.printed_on)} · {sent}"
