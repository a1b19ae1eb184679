"""What is done on the page of leases, by the words on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QSplitter, QWidget

from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.tenancies.page import TenanciesPage


def shown(qtbot, case):
    """A page of its own in a window, its links followed as the main window does."""
    made = TenanciesPage(Session(case), {})
    window = QSplitter()
    made.setParent(window)
    window.addWidget(made.list_panel)
    window.addWidget(made.case_panel)
    window.resize(1280, 720)
    qtbot.addWidget(window)
    made.window, made.gone, made.told = window, [], []
    made.go.connect(made.gone.append)
    made.go.connect(lambda place: made.open(place) if place.topic == "tenancies" else None)
    made.said.connect(made.told.append)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.open(Place(topic="tenancies"))
    return made


def open_case(page, tenancy, tab=""):
    page.open(Place(topic="tenancies", id=tenancy.id, tab=tab))
    QApplication.processEvents()


def tell(page):
    """Let the page hear of what the test wrote past it."""
    page.session.run(lambda case: None)


def press(inside, words):
    buttons = [b for b in inside.findChildren(QPushButton) if b.isVisible() and b.text() == words]
    assert buttons, f"no button «{words}»"
    buttons[0].click()
    QApplication.processEvents()


def buttons_shown(inside):
    return [b.text() for b in inside.findChildren(QPushButton) if b.isVisible()]


def field(page, label):
    found = [w for w in page.window.findChildren(QWidget) if w.accessibleName() == label and w.isVisible()]
    assert found, f"no field «{label}»"
    return found[0]


def type_in(qtbot, page, label, words):
    entry = field(page, label)
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, words)
    qtbot.keyClick(entry, Qt.Key.Key_Tab)


def unfold(page, start):
    fold = next(b for b in page.window.findChildren(QPushButton) if b.isVisible() and b.text().startswith(start))
    if not fold.isChecked():
        fold.click()
    QApplication.processEvents()


def words_on(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible()).replace("\u00a0", " ")


def dialog():
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())


def column(page, key):
    model = page.list_panel.table.model()
    at = [c.key for c in model.columns].index(key)
    return [model.index(row, at).data() for row in range(model.rowCount())]
