"""Windows in tests: the theme is on, and a test that leaves a window open fails."""

from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from bolig_desktop.ui.theme import Scheme, theme
from windows import show


@pytest.fixture(autouse=True)
def a_tidy_screen(qapp):
    theme().choose(Scheme.LIGHT)
    yield
    # pytest-qt closes what was handed to it before this; what is left was never meant to be a window.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"windows left open: {left}"


@pytest.fixture
def shown(qtbot):
    """Show a widget as a window of its own, with the keyboard, and wait until it stands there."""
    return partial(show, qtbot)
