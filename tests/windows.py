"""Windows for tests: the whole program on a case file, or one page in a window of its own. See ``drive`` too."""

from PySide6.QtWidgets import QSplitter

from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.workspace import Workspace
from drive import settle


def show(qtbot, widget, width=900, height=600):
    """Show a widget as a window of its own, with the keyboard, and wait until it stands there."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    settle()
    return widget


def open_window(qtbot, case, width=1280, height=720):
    """Open the program's window on a case file; ``workspace`` and ``session`` hang on it."""
    workspace = Workspace(case, {})
    window = workspace.window
    window.workspace, window.session = workspace, workspace.session
    return show(qtbot, window, width, height)


def open_page(qtbot, case, kind, *, follows=()):
    """Open one page in a window of its own, and in it what its links lead to of its own topic or those it follows.

    On the page hang ``window``, the places it has asked for (``gone``), and what ``listen`` hears.
    """
    page = listen(kind(Session(case), {}))
    page.window, page.gone = QSplitter(), []
    page.setParent(page.window)
    page.window.addWidget(page.list_panel)
    page.window.addWidget(page.case_panel)
    page.go.connect(page.gone.append)
    page.go.connect(lambda place: page.open(place) if place.topic in (kind.topic, *follows) else None)
    show(qtbot, page.window, 1280, 720)
    page.open(Place(topic=kind.topic))
    settle()
    return page


def put_away(program):
    """Close a program a test began, however far it has come, with what it has open."""
    if program.workspace is not None:
        program.workspace.window.close()
    program.finish()
    program.unlock.close()
    program.unlock.deleteLater()
    settle()
    program.crashes.remove()


def listen(page):
    """Keep what a page, or a part of the settings, tells: ``told`` in the status line, ``saved`` when it was kept."""
    page.told, page.saved = [], []
    page.said.connect(page.told.append)
    page.kept.connect(page.saved.append)
    return page


def go(window, topic, row_id=None, tab=""):
    """Go to a place in the program's window, and return the page that stands there."""
    window.go(Place(topic=topic, id=row_id, tab=tab))
    settle()
    return window.page(topic)


def open_case(page, record, tab=""):
    """Open one record's case on a page in a window of its own."""
    page.open(Place(topic=page.topic, id=record.id, tab=tab))
    settle()


def tell(where):
    """Let a window, or a page in its own, hear of what the test wrote past it."""
    where.session.run(lambda case: None)
    settle()


def move_to(window, calendar, day):
    """Let it become another day while a window stands open."""
    calendar.day = day
    window.session.look_at_the_day()
    settle()
