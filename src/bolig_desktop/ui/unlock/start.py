"""The first thing seen where there is no case file on this machine yet: four ways to begin."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from bolig_desktop.ui.icons import IconLabel
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.unlock.steps import Step, plain
from bolig_desktop.ui.words import tr


class StartStep(Step):
    """Signals: one for each way to begin."""

    new_wanted = Signal()
    open_wanted = Signal()
    restore_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Velkommen til Bolig"), tr("Hva vil du gjøre først?"), widest=600)
        ways: Sequence[tuple[str, str, str, Callable[[], object]]] = (
            ("file-plus", tr("Ny saksfil"), tr("Begynn på nytt for din kommune. Det tar omtrent fem minutter, og du "
             "trenger en skriver."), self.new_wanted.emit),
            ("folder-open", tr("Åpne en fil"), tr("Saksfilen finnes allerede, på denne maskinen eller på en "
             "minnepinne."), self.open_wanted.emit),
            ("history", tr("Hent tilbake fra kopi"), tr("Saksfilen er borte eller skadet, men du har en kopi av "
             "den."), self.restore_wanted.emit),
            ("users", tr("Prøv demokommunen"), tr("Se deg om i Nordvik, en oppdiktet kommune. Ingenting der er "
             "ekte."), self.demo_wanted.emit),
        )  # fmt: skip
        for icon, words, text, act in ways:
            way = WayIn(icon, words, text, act)
            self.first = self.first or way.button
            self.body.addWidget(way)


class WayIn(QFrame):
    """One way to begin, as a card that is a button all over."""

    def __init__(self, icon: str, words: str, text: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "box")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button = QPushButton(words)
        self.button.setProperty("role", "link")
        self.button.setStyleSheet("font-weight: 600; padding-left: 0")
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.setAccessibleDescription(text)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(lambda: act())
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 13, 18, 14)
        row.setSpacing(16)
        row.addWidget(IconLabel(icon, Tone.ACCENT, side=24), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.button)
        column.addWidget(plain(text, "muted"))
        row.addLayout(column, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the button does, wherever on the card one presses."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.click()
