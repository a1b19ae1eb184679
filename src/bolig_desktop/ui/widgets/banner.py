"""A box that says what must or may be done now, why, and has the button that does it."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from bolig_desktop.ui.icons import IconLabel
from bolig_desktop.ui.theme import Tone, say
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.fold import Fold
from bolig_desktop.ui.words import tr

_ICONS = {Tone.DANGER: "alarm-clock", Tone.SOON: "hourglass", Tone.GOOD: "circle-check", Tone.ACCENT: "info"}


class Banner(QFrame):
    """Information (accent), something soon (amber) or overdue (red), always with an icon.

    title: the main words. text: a sentence or two more. why: the reckoning, or what makes it when it is first
    unfolded by "Hvorfor?" (or what ``asks`` says), with ``section`` of law beside it. acts: words and what they do;
    the first is the main one.
    """

    def __init__(self, tone: Tone | str, title: str, *, text: str = "", why: str | Callable[[], str] = "",
                 section: str = "", icon: str = "", asks: str = "",
                 acts: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:  # fmt: skip
        super().__init__()
        tone = Tone(tone)
        self.setProperty("role", "banner")
        say(self, tone=str(tone))
        self.buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 11, 14, 12)
        row.setSpacing(11)
        mark = IconLabel(icon or _ICONS.get(tone, "info"), Tone.MUTED if tone == Tone.PLAIN else tone, side=20)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        row.addLayout(self._column, 1)
        self.title = self._words(title, "heading" if text or why or acts else "")
        if text:
            self._words(text, "")
        self.why: Fold | None = None
        if why:
            self._add_why(asks or tr("Hvorfor?"), why, section)
        elif section:
            self._words(section, "muted")
        if acts:
            self._add_acts(acts)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def _words(self, words: str, role: str) -> QLabel:
        label = QLabel(_kept(words))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(80)
        label.setProperty("role", role)
        self._column.addWidget(label)
        return label

    def _add_why(self, asks: str, why: str | Callable[[], str], section: str) -> None:
        self.why = Fold(asks)
        self.why.say(_kept(section))
        reckoning = QLabel(_kept(why) if isinstance(why, str) else "")
        if not isinstance(why, str):
            self.why.button.toggled.connect(lambda: reckoning.setText(reckoning.text() or _kept(why())))
        reckoning.setTextFormat(Qt.TextFormat.PlainText)
        reckoning.setWordWrap(True)
        reckoning.setMinimumWidth(80)
        reckoning.setProperty("role", "muted")
        reckoning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.why.body.addWidget(reckoning)
        self._column.addWidget(self.why)

    def _add_acts(self, acts: Sequence[tuple[str, Callable[[], object]]]) -> None:
        line = Flow(gap=8)
        for at, (words, act) in enumerate(acts):
            button = QPushButton(words)
            button.setProperty("role", "main" if at == 0 else "")
            button.clicked.connect(lambda _=False, act=act: act())
            self.buttons.append(button)
            line.add(button)
        self._column.addWidget(line)


def _kept(words: str) -> str:
    """Return the words with no line break between a section's sign, or a code, and its number."""
    return re.sub(r"(§|\bkode|\bcode) (?=\d)", "\\1\u00a0", words)
