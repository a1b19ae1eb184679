"""The help's lines follow the window, also when it grows smaller while another page is shown."""

from bolig_desktop.ui.help.page import WIDEST_TEXT, Reader


def test_the_lines_follow_the_window(qtbot):
    reader = Reader()
    qtbot.addWidget(reader)
    reader.show_topic("start")
    reader.show()
    for width in (1900, 700, 400, 1900):
        reader.resize(width, 500)
        qtbot.waitUntil(lambda width=width: reader.width() == width)
        room = reader.viewport().width()
        assert min(room, WIDEST_TEXT) - 60 < reader.lineWrapColumnOrWidth() <= min(room, WIDEST_TEXT)
        assert reader.document().idealWidth() <= room
