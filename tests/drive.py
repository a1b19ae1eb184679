"""Drives a window by the words a person sees: buttons, fields, list lines, dialogs. ``windows`` opens one."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from bolig_desktop.ui.navigation import Page
from bolig_desktop.ui.widgets.grouped_list import GroupedList
from bolig_desktop.ui.widgets.list_panel import ListPanel
from bolig_desktop.ui.widgets.pills import PillLabel
from bolig_desktop.ui.widgets.record_table import RecordTable


def settle() -> None:
    """Let everything that was asked for happen."""
    for _ in range(6):
        QApplication.processEvents()


# buttons and keys


def the_button(root: QWidget, words: str) -> QAbstractButton:
    """Return the visible button with these words on it."""
    found = [b for b in _visible_buttons(root) if _plain(b.text()) == words]
    assert found, f"no button «{words}»; there is {sorted(set(buttons(root)) - {''})}"
    return found[0]


def press(root: QWidget, words: str) -> None:
    """Press a button with the mouse."""
    _click(the_button(root, words))


def the_tool(root: QWidget, words: str) -> QToolButton:
    """Return the visible small button that has a picture and is named to a screen reader alone."""
    found = [b for b in root.findChildren(QToolButton) if b.isVisible() and b.accessibleName() == words]
    assert len(found) == 1, f"{len(found)} small buttons «{words}»; there is {sorted(tools(root))}"
    return found[0]


def press_tool(root: QWidget, words: str) -> None:
    """Press a small button with the mouse."""
    _click(the_tool(root, words))


def unfold(root: QWidget, start: str) -> None:
    """Unfold the part whose heading begins with these words, if it is folded."""
    found = [b for b in _visible_buttons(root) if _plain(b.text()).startswith(start)]
    assert found, f"nothing to unfold begins with «{start}»; there is {sorted(set(buttons(root)) - {''})}"
    if not found[0].isChecked():
        _click(found[0])


def choose_act(where: QMenu | ListPanel, words: str) -> None:
    """Choose from a menu, or from «Mer» above a list."""
    menu = where if isinstance(where, QMenu) else the_tool(where, "Mer").menu()
    acts = {_plain(act.text()): act for act in menu.actions()}
    assert words in acts, f"no act «{words}»; there is {sorted(acts)}"
    acts[words].trigger()
    settle()


def key(root: QWidget, which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is in a window."""
    QTest.keyClick(root.focusWidget() or root, which, held)
    settle()


# fields


def the_field(root: QWidget, label: str) -> QWidget:
    """Return the visible editor whose label (accessible name) this is."""
    editors = [
        w
        for kind in (QLineEdit, QPlainTextEdit, QComboBox)
        for w in root.findChildren(kind)
        if w.isVisible() and w.accessibleName() == label
    ]
    assert editors, f"no field «{label}»"
    return editors[0]


def write(root: QWidget, label: str, words: str) -> None:
    """Type words into a field, over what stood there, and leave it with Tab."""
    editor = the_field(root, label)
    editor.setFocus()
    if isinstance(editor, QComboBox):
        at = editor.findText(words)
        assert at >= 0, f"«{words}» is not an answer of «{label}»"
        editor.setCurrentIndex(at)
        editor.activated.emit(at)
    else:
        editor.selectAll()
        QTest.keyClicks(editor, words) if words.isascii() else _insert(editor, words)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    settle()


def _insert(editor: QWidget, words: str) -> None:
    for letter in words:
        QTest.sendKeyEvent(QTest.KeyAction.Click, editor, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier)


# lists


def open_line(root: QWidget, words: str) -> None:
    """Open the line of a list that has these words in it, with Enter."""
    kinds = (RecordTable, GroupedList)
    table = next(t for kind in kinds for t in root.findChildren(kind) if t.isVisible())
    model = table.model()
    for row in range(model.rowCount()):
        cells = [str(model.index(row, column).data()) for column in range(_across(table))]
        if any(words in cell for cell in cells):
            table.setFocus()
            table.setCurrentIndex(model.index(row, 0))
            QTest.keyClick(table, Qt.Key.Key_Return)
            settle()
            return
    raise AssertionError(f"no line with «{words}»")


def lines(root: QWidget) -> str:
    """Return the words of every line of the list in sight."""
    views = [v for v in root.findChildren(QAbstractItemView) if v.isVisible() and v.model() is not None]
    cells = [v.model().index(r, c) for v in views for r in range(v.model().rowCount()) for c in range(_across(v))]
    return "\n".join(str(cell.data()) for cell in cells)


def column(page: Page, name: str) -> list[str]:
    """Return what one column of a page's list says, from the first line to the last."""
    model = page.list_panel.table.model()
    at = [each.key for each in model.columns].index(name)
    return [model.index(row, at).data() for row in range(model.rowCount())]


# what is read


def seen(root: QWidget) -> str:
    """Return every visible word of labels, buttons and lines, to look for what a person would read."""
    parts = [w.text() for w in root.findChildren(QLabel) if w.isVisible()]
    parts += buttons(root)
    parts += [w.text() for w in root.findChildren(QLineEdit) if w.isVisible()]
    return "\n".join(parts)


def words_on(root: QWidget) -> str:
    """Return the visible words that are only to be read, that is of labels; between thousands an ordinary space."""
    return " ".join(w.text() for w in root.findChildren(QLabel) if w.isVisible()).replace("\u00a0", " ")


def buttons(root: QWidget) -> list[str]:
    """Return the words on the visible buttons."""
    return [_plain(b.text()) for b in _visible_buttons(root)]


def tools(root: QWidget) -> list[str]:
    """Return the names of the visible small buttons."""
    return [b.accessibleName() for b in root.findChildren(QToolButton) if b.isVisible()]


def pills(root: QWidget) -> list[str]:
    """Return what the visible pills say, words for colours too."""
    return [pill.accessibleName() for pill in root.findChildren(PillLabel) if pill.isVisible()]


def banners(page: Page) -> list[str]:
    """Return the first line of each banner above a case."""
    return [banner.title.text() for banner in page.case_panel.banners()]


# dialogs


def dialogs(kind: type[QDialog] = QDialog) -> list[QDialog]:
    """Return the dialogs of a kind that stand open."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def the_dialog(kind: type[QDialog] = QDialog) -> QDialog:
    """Return the one dialog of a kind that stands open."""
    (found,) = dialogs(kind)
    return found


def save_paper(dialog: QDialog, folder: Path) -> Path:
    """Save the paper a dialog shows in a folder, under the name it proposes, and close it."""
    saved: list[Path] = []
    dialog.choose_file = lambda over, name: saved.append(folder / name) or saved[-1]
    press(dialog, "Lagre som PDF")
    press(dialog, "Lukk")
    (file,) = saved
    return file


def finish(dialog: QDialog) -> None:
    """Let a dialog's run of papers come to its end, a turn of the event loop at a time."""
    for _ in range(3000):
        QApplication.processEvents()
        if not dialog.run.is_running:
            settle()
            return
    raise AssertionError("it never ends")


def _click(button: QAbstractButton) -> None:
    assert button.isEnabled(), f"«{button.text() or button.accessibleName()}» is grey"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def _visible_buttons(root: QWidget) -> list[QAbstractButton]:
    return [b for b in root.findChildren(QAbstractButton) if b.isVisible()]


def _plain(words: str) -> str:
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _across(view: QAbstractItemView) -> int:
    return view.model().columnCount() if isinstance(view, RecordTable) else 1
