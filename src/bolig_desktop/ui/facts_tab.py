"""The first tab of a case: its form and, while the record is not there yet, what makes it or throws it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.keys import SAVE_KEYS, on_keys
from bolig_desktop.ui.words import tr


class FactsTab(QWidget):
    """Signals: ``create_wanted()`` and ``discard_wanted()`` from the buttons, or Ctrl+Enter in the form."""

    create_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, form: Form, create_words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        self._acts = QWidget()
        row = QHBoxLayout(self._acts)
        row.setContentsMargins(0, 8, 0, 0)
        create = QPushButton(create_words)
        create.setProperty("role", "main")
        create.setToolTip(f"{create_words} (Ctrl+Enter)")
        create.clicked.connect(self.create_wanted)
        discard = QPushButton(tr("Forkast"))
        discard.clicked.connect(self.discard_wanted)
        row.addWidget(create)
        row.addWidget(discard)
        row.addStretch(1)
        column.addWidget(self._acts)
        column.addStretch(1)
        on_keys(self, SAVE_KEYS, self._by_key)

    def show_new(self, is_new: bool) -> None:
        """Show the buttons of a record that is not there yet, or take them away."""
        self._acts.setVisible(is_new)

    def _by_key(self) -> None:
        if self._acts.isVisible():
            self.create_wanted.emit()
