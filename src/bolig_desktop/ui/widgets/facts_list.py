"""Facts one reads and does not change: what it is to the left, the value to the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.links import Link

LABELS_WIDE = 140


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
        name.setFixedWidth(LABELS_WIDE)
        name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        shown: QWidget
        if place is not None:
            link = Link(value, place)
            link.setAccessibleName(f"{label}: {value}")
            link.go.connect(self.go)
            shown = QWidget()
            row = QHBoxLayout(shown)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(link)
            row.addStretch(1)
        else:
            words = QLabel(value or "\u2013")
            words.setWordWrap(True)
            words.setMinimumWidth(80)
            words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            policy = words.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
            words.setSizePolicy(policy)
            words.setProperty("tone", str(tone))
            words.setAccessibleName(f"{label}: {value}")
            shown = words
        self._grid.addWidget(name, at, 0)
        self._grid.addWidget(shown, at, 1)
