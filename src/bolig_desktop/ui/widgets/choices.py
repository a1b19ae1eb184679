"""Fields where the answer is one of a few: a list to choose from, and ja / nei / ukjent."""

import enum
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QRadioButton, QWidget

from bolig_desktop.ui.widgets.field import Field, NotUnderstood
from bolig_desktop.ui.words import tr

Answers = Mapping[Any, str] | Sequence[tuple[Any, str]]


class ChoiceField(Field):
    """One of a short list.

    answers: value to words, in the order shown; values are what the record keeps (enum members, codes, ids).
    unknown: words for None, such as "Ukjent"; None where an answer must be given.
    """

    def __init__(self, answers: Answers, *, unknown: str | None = "") -> None:
        super().__init__()
        self.entry = QComboBox()
        self.entry.setMinimumWidth(40)
        self.entry.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.entry.setMinimumContentsLength(6)
        self.entry.setMaxVisibleItems(16)
        self.entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.entry.activated.connect(self._chosen)
        self._wheel = _NoWheel(self.entry)
        self._values: list[Any] = []
        self._unknown = unknown
        self.set_answers(answers)
        self._place(self.entry)

    def set_answers(self, answers: Answers) -> None:
        """Show other answers; the one chosen stays chosen where it is still among them."""
        chosen = self._values[self.entry.currentIndex()] if self.entry.currentIndex() >= 0 else None
        pairs = list(answers.items()) if isinstance(answers, Mapping) else list(answers)
        if self._unknown is not None:
            pairs.insert(0, (None, self._unknown or tr("Ukjent")))
        self._values = [value for value, _ in pairs]
        self.entry.clear()
        self.entry.addItems([words for _, words in pairs])
        self._write(chosen)

    def editor(self) -> QWidget:
        """Return the box."""
        return self.entry

    def value(self) -> Any:
        """Return the value chosen, None for unknown. Raises NotUnderstood where an answer must be given."""
        at = self.entry.currentIndex()
        if at < 0:
            raise NotUnderstood(tr("Velg ett av svarene."))
        return self._values[at]

    def _write(self, value: Any) -> None:
        self.entry.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def typed(self) -> str:
        """Return the value chosen as text, "" for unknown."""
        at = self.entry.currentIndex()
        return _text(self._values[at]) if at >= 0 else ""

    def set_typed(self, text: str) -> None:
        """Choose again what ``typed`` gave; a text that is no longer an answer changes nothing."""
        for at, value in enumerate(self._values):
            if _text(value) == text:
                self.entry.setCurrentIndex(at)

    def _chosen(self) -> None:
        self._typing()
        self._left()


class YesNoField(Field):
    """Ja, nei, or not known; the value is True, False or None."""

    def __init__(self, *, yes: str = "", no: str = "", unknown: str | None = "") -> None:
        super().__init__()
        self._box = QWidget()
        row = QHBoxLayout(self._box)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(10)
        self._group = QButtonGroup(self)
        self._values: list[bool | None] = [True, False]
        words = [yes or tr("Ja"), no or tr("Nei")]
        if unknown is not None:
            self._values.append(None)
            words.append(unknown or tr("Ukjent"))
        for at, text in enumerate(words):
            button = QRadioButton(text)
            self._group.addButton(button, at)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(self._chosen)
        self._place(self._box)
        self._write(None)

    def editor(self) -> QWidget:
        """Return the answer chosen now, or the first."""
        return self._group.checkedButton() or self._group.button(0)

    def set_name(self, label: str) -> None:
        """Put the question before each answer for a screen reader."""
        for button in self._group.buttons():
            button.setAccessibleName(f"{label}: {button.text()}")

    def value(self) -> bool | None:
        """Return True, False or None."""
        at = self._group.checkedId()
        return self._values[at] if at >= 0 else None

    def _write(self, value: Any) -> None:
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
        elif (chosen := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)
        self.setFocusProxy(self.editor())

    def typed(self) -> str:
        """Return ``yes``, ``no`` or ""."""
        return {True: "yes", False: "no", None: ""}[self.value()]

    def set_typed(self, text: str) -> None:
        """Choose again what ``typed`` gave."""
        self._write({"yes": True, "no": False}.get(text))

    def _chosen(self) -> None:
        self.setFocusProxy(self.editor())
        self._typing()
        self._left()


def _text(value: Any) -> str:
    if value is None:
        return ""
    return str(value.value) if isinstance(value, enum.Enum) else str(value)


class _NoWheel(QObject):
    """Lets the wheel scroll the page instead of changing an answer by accident; Alt+Down still opens the list."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop wheel events; Enter opens the list."""
        if isinstance(event, QWheelEvent):
            event.ignore()
            return True
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QComboBox):
            watched.showPopup()
            return True
        return False
