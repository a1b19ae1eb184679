"""What stands behind a figure in the window: its rows, and those that lack what it needs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.casefile import CaseFile
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.words import language, tr
from bolig_desktop.ui.year.rows import Naming
from bolig_desktop.yearly.figures import Counted, Row
from bolig_desktop.yearly.report import said

_SHOWN = 200


class Behind(QWidget):
    """Rows that lead to their places, and under them who lacks what.

    Signal ``go(Place)`` when one is followed.
    """

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_counted(self, case: CaseFile, counted: Counted) -> None:
        """Show what stands behind a figure in place of what stood there."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        naming = Naming(case)
        if counted.rows:
            self._rows(naming, counted.rows)
        else:
            self._words(tr("Ingenting står bak tallet dette året."), "muted")
        for one in counted.unsure:
            if one.rows:
                self._words(said(one, language()), "group")
                self._rows(naming, one.rows)
        self._column.addStretch(1)

    def _rows(self, naming: Naming, rows: Sequence[Row]) -> None:
        facts = FactsList()
        facts.go.connect(self.go)
        shown = list(naming.named(rows[:_SHOWN]))
        for one in shown:
            facts.add(one.kind, one.words, place=one.place)
        self._column.addWidget(facts)
        if len(rows) > len(shown):
            left = len(rows) - len(shown)
            self._words(tr("… og {count} til. Alle står i listen til hvert tema.", count=left), "muted")

    def _words(self, words: str, role: str) -> None:
        label = QLabel(words)
        label.setProperty("role", role)
        label.setWordWrap(True)
        self._column.addWidget(label)
