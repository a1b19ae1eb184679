"""All a person can read, hear or point at in the windows that stand open, and where one can go to look."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.casefile.sharing import houses
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.today.page import place_of

FACES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def words_of(widget: QWidget) -> list[str]:
    """Return every word a widget shows, says to a screen reader or has in its tooltip."""
    said = [widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.accessibleName()]
    said += [widget.accessibleDescription(), widget.windowTitle()]
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        said.append(widget.text())
    if isinstance(widget, QLineEdit):
        said.append(widget.placeholderText())
    if isinstance(widget, QPlainTextEdit):
        said += [widget.toPlainText(), widget.placeholderText()]
    if isinstance(widget, QComboBox):
        said += [widget.itemText(at) for at in range(widget.count())]
    if isinstance(widget, QTabBar):
        said += [widget.tabText(at) for at in range(widget.count())]
        said += [widget.tabToolTip(at) for at in range(widget.count())]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        across = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
        cells = [model.index(r, c) for r in range(model.rowCount()) for c in range(across)]
        said += [str(cell.data(role)) for cell in cells for role in FACES if cell.data(role)]
    return said


def visible_in(widget: QWidget) -> Iterator[QWidget]:
    """Yield a window and all in it that is shown; what lies in something hidden is hidden too."""
    yield widget
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from visible_in(child)


def everything_shown() -> bytes:
    """Return every word in sight in all windows, and the words of every act in their menus."""
    said: list[str] = []
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            for widget in visible_in(window):
                said += words_of(widget)
            for act in window.findChildren(QAction):
                said += [act.text(), act.toolTip(), act.statusTip()]
    return "\n".join(said).encode()


def in_sight(part):
    """Return every word of a part of the window."""
    return "\n".join(word for widget in part.findChildren(QWidget) if widget.isVisible() for word in words_of(widget))


def places(case, scene):
    """Return every place in the program but their own household's and tenancy's."""
    every = {
        "dwellings": case.dwellings.list(),
        "households": case.households.list(),
        "tenancies": case.tenancies.list(),
        "shared_housing": houses(case),
        "landlords": case.landlords.list(),
        "papers": case.papers.lines(),
    }
    yield Place(topic="today")
    yield from (place_of(one) for one in Agenda(case).items())
    own = {("households", scene.household_id), ("tenancies", scene.tenancy_id)}
    for topic, records in every.items():
        yield from (Place(topic=topic, id=r.id) for r in records if (topic, r.id) not in own)
        yield Place(topic=topic)


def hits(case, typed):
    return [f"{hit.title} {hit.detail}" for hit in case.search.find(typed)]
