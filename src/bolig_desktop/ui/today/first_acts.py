"""What to begin with while no household is in the case file: the list she has in Excel, or the first one by hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.ui import icons
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.list_panel import ListPanel
from bolig_desktop.ui.words import tr

NEW_HOUSEHOLD = Place(topic="households", tab="new")


class FirstActs(QWidget):
    """Out of sight once there is a household.

    Signals: ``go(Place)`` to write the first one in; ``bring_in_wanted()`` for the list she has.
    """

    go = Signal(object)
    bring_in_wanted = Signal()

    def __init__(self, session: Session, panel: ListPanel) -> None:
        super().__init__()
        self._session = session
        words = QLabel(tr("Har du husstandene og boligene i Excel? Hent listen inn som den er."))
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        self.bring_in, self.new = QPushButton(tr("Hent inn fra Excel …")), QPushButton(tr("Ny husstand"))
        self.bring_in.setProperty("role", "main")
        icons.put(self.new, "plus")
        self.bring_in.clicked.connect(self.bring_in_wanted)
        self.new.clicked.connect(lambda: self.go.emit(NEW_HOUSEHOLD))
        buttons = Flow(gap=9)
        buttons.add(self.bring_in)
        buttons.add(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(9)
        column.addWidget(words)
        column.addWidget(buttons)
        panel.set_foot(self)
        self.refresh()

    def refresh(self) -> None:
        """Look again whether there is a household."""
        self.setVisible(not self._session.case.households.count())
