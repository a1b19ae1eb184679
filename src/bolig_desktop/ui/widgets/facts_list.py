"""Facts one reads and does not change: what it is to the left, the value to the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.links import Link

LABELS_WIDE = 170


class FactsList(QWidget):
    """Rows of a label and a value that can be marked and copied.

    Signal ``go(Place)`` when a value that is a link is followed.
    """

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, 110)

    def clear(self) -> None:
        """Take every row away."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, label: str, value: str, *, tone: Tone | str = Tone.PLAIN, place: Place | None = None) -> None:
        """Add one row; an empty value is shown as a dash. With ``place`` the value is a link."""
        at = self._grid.rowCount()
        name = QLabel(label)
        name.setProperty("role", "muted")
        name.setWordWrap(True)
        name.setMaximumWidth(LABELS_WIDE)
        shown: QWidget
        if place is not None:
            link = Link(value, place)
            link.setAccessibleName(f"{label}: {value}")
            link.go.connect(self.go)
            shown = link
        else:
            words = QLabel(value or "\u2013")
            words.setWordWrap(True)
            words.setMinimumWidth(80)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setProperty("tone", str(tone))
            words.setAccessibleName(f"{label}: {value}")
            shown = words
        self._grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(shown, at, 1, Qt.AlignmentFlag.AlignTop)
