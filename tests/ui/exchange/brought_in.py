"""A workbook on the disk, and the dialog that opens when it is chosen."""

import openpyxl

from bolig_desktop.ui.exchange.dialog import BringIn


def a_file(path, *rows, hidden=None):
    """Save a workbook; hidden: rows of a sheet that is hidden, by its title."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for title, others in (hidden or {}).items():
        page = book.create_sheet(title)
        for row in others:
            page.append(row)
        page.sheet_state = "hidden"
    book.save(path)
    return path


def opened(qtbot, workspace, path):
    """Choose the file as she does, and return the dialog."""
    workspace.exchange.ask_in = lambda over: path
    workspace.exchange.bring_in.trigger()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in workspace.window.findChildren(BringIn)))
    return workspace.window.findChildren(BringIn)[-1]
