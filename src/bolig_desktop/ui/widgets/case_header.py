"""The top of a case: what it is, the facts one always wants, its state, and what can be done with it."""

import html
import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from bolig_desktop.ui import icons
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.pills import PillLabel
from bolig_desktop.ui.widgets.tab_order import tab_stops
from bolig_desktop.ui.words import tr

LONGEST_WORD, PIECE = 30, 10
LONGEST_PART, LONGEST_UNIT = 80, 10
BETWEEN = " · "
BREAK = "\u200b"


def breakable(words: str) -> str:
    """Return the words with places to break a line, unseen, in those too long to fit on one."""
    return re.sub(
        rf"\S{{{LONGEST_WORD},}}", lambda word: BREAK.join(re.findall(rf".{{1,{PIECE}}}", word.group())), words
    )


def in_short(words: str) -> str:
    """Return the words with each part between dots so short that what can be done with the case stays in sight.

    What tells two dwellings of one address apart, ``, H0201`` or ``, rom 2``, stays.
    """
    return BETWEEN.join(part if len(part) <= LONGEST_PART else _cut(part) for part in words.split(BETWEEN))


def _cut(part: str) -> str:
    head, comma, tail = part.rpartition(", ")
    end = comma + tail if head and len(tail) <= LONGEST_UNIT else ""
    return part[: LONGEST_PART - 1 - len(end)].rstrip() + "…" + end


class CaseHeader(QWidget):
    """Title, subtitle, pill and buttons; acts seldom used are gathered behind "Mer"."""

    def __init__(self) -> None:
        super().__init__()
        self.title = QLabel()
        self.title.setProperty("role", "case-title")
        self.title.setWordWrap(True)
        # A name in Arabic letters begins at the left as well, where the title is looked for.
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.title.setMinimumWidth(100)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.subtitle = QLabel()
        self.subtitle.setProperty("role", "muted")
        self.subtitle.setWordWrap(True)
        self.subtitle.setMinimumWidth(100)
        self.subtitle.setContentsMargins(0, 0, 0, 5)
        self.subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self.pill = PillLabel()
        self._main: QPushButton | None = None
        self._acts = Flow(gap=8)
        self._acts.hide()
        self._more: QMenu | None = None
        self._buttons: dict[str, QPushButton] = {}
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self.subtitle)
        column.addWidget(self._acts)

    def show_title(self, title: str, subtitle: str = "", *, pill: tuple[str, Tone | str] | None = None) -> None:
        """Show what the case is, and its state as a pill."""
        for label, words in ((self.title, title), (self.subtitle, subtitle)):
            short = in_short(words)
            label.setText(breakable(short))
            label.setAccessibleName(words)
            label.setToolTip(html.escape(words) if short != words else "")
        self.subtitle.setVisible(bool(subtitle))
        self.pill.show_pill(*(pill or ("", Tone.MUTED)))

    def add_act(self, words: str, act: Callable[[], object], *, icon: str = "", main: bool = False) -> QPushButton:
        """Add a button under the title and return it."""
        button = QPushButton(words)
        button.setProperty("role", "main" if main else "")
        if icon:
            icons.put(button, icon, side=16, on_accent=main)
        button.clicked.connect(lambda: act())
        self._main = self._main or (button if main else None)
        self._acts.add(button)
        self._acts.show()
        return button

    def add_seldom(self, words: str, act: Callable[[], object], *, icon: str = "") -> None:
        """Add an act behind the button "Mer"."""
        if self._more is None:
            self._more = QMenu(self)
            more = QToolButton()
            more.setText(tr("Mer"))
            more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            more.setProperty("role", "flat")
            more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            more.setMenu(self._more)
            icons.put(more, "ellipsis", side=16)
            self._acts.add(more)
            self._acts.show()
        made = self._more.addAction(words, lambda: act())
        if icon:
            made.setIcon(icons.icon(icon, side=16))

    def focus_main(self) -> None:
        """Put the keyboard on the main act, or on the first in sight where the case has no main one now."""
        acts = tab_stops(self._acts)
        for act in [self._main] if self._main in acts else acts[:1]:
            act.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_acts_visible(self, visible: bool) -> None:
        """Hide the buttons while the case shown does not exist yet, or show them again."""
        self._acts.setVisible(visible)
