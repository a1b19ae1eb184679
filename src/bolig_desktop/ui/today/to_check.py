"""The quiet line under the list of I dag: how many rules and figures should be checked, and the way to them."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bolig_desktop.ui.icons import IconLabel
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.links import Link

PLACE = Place(topic="settings", tab="parameters")


class ToCheck(QWidget):
    """Out of sight while there is nothing to check. It is no date of hers, and is counted nowhere.

    Signal ``go(Place)`` when the line is followed.
    """

    go = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.link = Link("", PLACE)
        self.link.go.connect(self.go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("triangle-alert", Tone.SOON, side=16))
        row.addWidget(self.link)
        row.addStretch(1)
        self.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)

    def show_soon(self) -> None:
        """Count again when the window has nothing else to do: the book of rules is not read for the first list."""
        self._soon.start(0)

    def _show(self) -> None:
        from bolig_desktop.ui.settings.to_check import to_check

        words = to_check(self._session.case)
        self.link.show_place(words, PLACE)
        self.setVisible(bool(words))
