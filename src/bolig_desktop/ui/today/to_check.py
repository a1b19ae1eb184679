"""The quiet line under the list of I dag: how many rules and figures should be checked, and the way to them."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bolig_desktop.ui.icons import IconLabel
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.links import Link
from bolig_desktop.ui.widgets.list_panel import ListPanel

_AFTER_MS = 200  # the list is used first
PLACE = Place(topic="settings", tab="parameters")


class ToCheck(QWidget):
    """Out of sight while there is nothing to check. It is no date of hers, and is counted nowhere.

    Signal ``go(Place)`` when the line is followed.
    """

    go = Signal(object)

    def __init__(self, session: Session, panel: ListPanel) -> None:
        super().__init__()
        self._session, self._panel = session, panel
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
        panel.set_foot(self)
        panel.came_into_sight.connect(self.show_soon)

    def show_soon(self) -> None:
        """Count again once the list is in sight and has nothing else to do: the first list does not need the book."""
        if self._panel.isVisible():
            self._soon.start(_AFTER_MS)

    def is_behind(self) -> bool:
        """Whether something is still to be counted."""
        return self._soon.isActive()

    def _show(self) -> None:
        if not self._panel.isVisible():  # put away since, and the file with it
            return
        from bolig_desktop.ui.settings.to_check import to_check

        words = to_check(self._session.case)
        self.link.show_place(words, PLACE)
        self.setVisible(bool(words))
