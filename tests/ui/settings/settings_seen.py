"""What is done on the page of settings, by the words on the screen."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
)

from bolig_desktop.security.slots import Cost
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.unlock.asking import Asking

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
SAID = "fire grønne elger danser"
MORNING = datetime(2026, 11, 22, 8, 2, tzinfo=UTC)


class Now:
    """A clock that is moved by hand."""

    def __init__(self):
        self.at = MORNING

    def __call__(self):
        return self.at

    def later(self, **by):
        self.at += timedelta(**by)


class Answers(Asking):
    """Answers the question for a folder."""

    answer = None

    def folder(self, over, start):
        return self.answer


def open_tab(page, key):
    page.open(Place(topic="settings", tab=key))
    QApplication.processEvents()


def press(root, label):
    button = next(b for b in root.findChildren(QPushButton) if b.text() == label and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def field(root, label, kind=QLineEdit):
    return next(e for e in root.findChildren(kind) if e.accessibleName() == label and e.isVisible())


def write(root, label, text):
    entry = field(root, label)
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, text)
    QTest.keyClick(entry, Qt.Key.Key_Tab)


def choose(root, label, answer):
    box = field(root, label, QComboBox)
    box.setCurrentIndex(box.findText(answer))
    box.activated.emit(box.currentIndex())


def said(root):
    return " ".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())
