"""What Ctrl+C takes out of a list: what the columns show, and nobody shielded, on every page that has a list."""

import pytest
from hidden import NEIGHBOUR, STREET, WORDS, fill, main_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from scan import found

from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.people.records import Grading
from bolig_desktop.ui.widgets.record_table import RecordTable
from windows import go, open_window

PAGES = ("dwellings", "households", "tenancies", "papers", "visits", "defects", "complaints", "career", "landlords")


@pytest.fixture
def scene(case):
    made = fill(case)
    for tenancy in (made.tenancy_id, made.neighbours_tenancy_id):
        print_and_file(case, "lease", tenancy)
    return case, made


def _plain(words):
    """Return words as a cell has them: a space between thousands is an ordinary one."""
    return " ".join(words.split())


def copied(qtbot, case):
    """Return, by page, what Ctrl+C gave with every line of its list marked."""
    window = open_window(qtbot, case)
    told = {}
    for topic in PAGES:
        (table,) = go(window, topic).list_panel.findChildren(RecordTable)
        QApplication.clipboard().clear()
        table.selectAll()
        qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        told[topic] = QApplication.clipboard().text()
        model, lines = table.model(), told[topic].split("\n")
        if model.rowCount():
            columns = [at for at in range(model.columnCount()) if model.columns[at].title]
            assert lines[0].split("\t") == [model.columns[at].title for at in columns]
            assert lines[1].split("\t") == [_plain(model.index(0, at).data()) for at in columns], topic
    return told


@pytest.mark.parametrize("grading", [Grading.CONFIDENTIAL, Grading.STRICTLY_CONFIDENTIAL])
def test_nobody_shielded_is_copied(qtbot, scene, grading):
    case, made = scene
    if grading is Grading.STRICTLY_CONFIDENTIAL:
        case.shield(main_of(case, made), grading)
    told = copied(qtbot, case)
    for topic, text in told.items():
        assert found(text.encode(), WORDS) == set(), topic
        for line in text.split("\n"):
            if f"Skjermet husstand {made.household_id}" in line and grading is Grading.STRICTLY_CONFIDENTIAL:
                assert STREET not in line, topic
    assert NEIGHBOUR in told["households"] and STREET in told["tenancies"], "the control"
    assert sum(bool(text) for text in told.values()) >= 5
