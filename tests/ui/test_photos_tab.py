"""Photos of visits and of defects, by the words on the screen; what is kept is asserted in the file."""

import time
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QBuffer, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

import photographs
from bolig_desktop.archive.records import Photo
from bolig_desktop.casefile import photos
from bolig_desktop.exchange.photos import Source
from bolig_desktop.ui.archive.photo_reading import MOST_AT_ONCE
from bolig_desktop.ui.archive.photo_view import PhotoView
from bolig_desktop.ui.archive.photos_tab import AT_FIRST
from bolig_desktop.ui.navigation import Place
from bolig_desktop.visits.records import Visit
from build import a_defect, a_household, a_municipality, a_person, a_shielded_household, a_tenancy
from drive import dialogs, press, seen, settle, the_button, the_dialog, the_field, the_tool, write
from windows import go, open_window

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def lease(case):
    a_municipality(case)
    family = a_household(case, a_person(case), name="familien Tesfay")
    return a_tenancy(case, household_id=family.id, starts_on=TODAY - 60 * DAY, ends_on=None)


@pytest.fixture
def window(qtbot, case, lease):
    return open_window(qtbot, case)


def a_visit(case, lease, ago=2, **more):
    facts = {"household_id": lease.household_id, "dwelling_id": lease.dwelling_id, "visited_on": TODAY - ago * DAY}
    return case.save(Visit(**(facts | more)))


def files(folder, *names):
    """Write a photo for each name, no two alike."""
    made = [folder / name for name in names]
    for at, path in enumerate(made):
        path.write_bytes(photographs.a_photo(200 + 10 * at, 150, exif=photographs.told()))
    return made


def read_all(tab):
    """Wait until the photos have been read and attached."""
    until = time.monotonic() + 30
    while tab.reading.is_running and time.monotonic() < until:
        QApplication.processEvents()
    assert not tab.reading.is_running
    settle()


def choose(window, tab, paths):
    tab.choose = lambda over: list(paths)
    press(window, "Legg til bilder …")
    read_all(tab)


def test_photos_are_chosen_and_stand_under_their_visit(window, case, lease, tmp_path):
    older, newest = a_visit(case, lease, 30), a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    assert "Ingen bilder ennå." in seen(window) and "slett den der" in seen(window)
    choose(window, tab, files(tmp_path, "IMG_1.jpg", "IMG_2.jpg"))
    found = case.photos.list()
    assert [(one.visit_id, one.household_id) for one in found] == [(newest.id, lease.household_id)] * 2
    assert {one.taken_on for one in found} == {date(2026, 11, 20)}, "the day the camera wrote"
    assert "2 bilder er lagt til." in seen(window) and "Veiledning 20.11.2026" in seen(window)
    bar = window.page("visits").case_panel.tabs.bar
    assert "Bilder 2" in [bar.tabText(at) for at in range(bar.count())]
    tab.chosen.setCurrentText("Veiledning 23.10.2026")
    choose(window, tab, files(tmp_path, "IMG_3.jpg", "IMG_4.jpg", "IMG_5.jpg")[2:])
    assert len(case.photos.of_visit(older.id)) == 1
    window.workspace.undo()
    assert case.photos.count() == 2 and "Angret: nye bilder." in seen(window)
    window.workspace.undo()
    assert case.photos.count() == 0, "those that came together go together"


def test_one_bad_file_among_ten_lets_the_nine_in_and_is_named(window, case, lease, tmp_path):
    a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    paths = files(tmp_path, *(f"IMG_{n}.jpg" for n in range(10)))
    paths[4].write_bytes(b"")
    choose(window, tab, paths)
    assert case.photos.count() == 9
    assert "9 av 10 bilder er lagt til" in seen(window) and "IMG_4.jpg er tom (0 byte)" in seen(window)


def test_sixty_megabytes_are_refused_and_nothing_is_kept(window, case, lease, tmp_path):
    a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    with (tmp_path / "stor.jpg").open("wb") as file:
        file.truncate(60_000_000)
    choose(window, tab, [tmp_path / "stor.jpg"])
    assert "Ingen bilder er lagt til" in seen(window) and "stor.jpg er på 60 MB" in seen(window)
    assert case.photos.count() == 0 and case.history.last_undoable() is not None
    choose(window, tab, files(tmp_path, "IMG_1.jpg"))
    assert "60 MB" not in seen(window), "what was wrong with the last ones is not said of these"


def test_the_same_photo_once_more_is_named_and_not_kept_twice(window, case, lease, tmp_path):
    a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    paths = files(tmp_path, "IMG_1.jpg")
    choose(window, tab, paths)
    choose(window, tab, paths)
    assert case.photos.count() == 1 and "IMG_1.jpg: Bildet er lagt til her fra før." in seen(window)


def test_too_many_at_once_are_not_begun_on(window, case, lease, tmp_path):
    a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    choose(window, tab, files(tmp_path, "IMG_1.jpg") * (MOST_AT_ONCE + 1))
    assert "Du har valgt 51 bilder. Legg til høyst 50 om gangen." in seen(window) and case.photos.count() == 0


def test_reading_can_be_stopped_and_what_was_read_comes_in(window, case, lease, tmp_path):
    a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    paths = files(tmp_path, *(f"IMG_{n}.jpg" for n in range(40)))
    tab.choose = lambda over: paths
    QTest.mouseClick(the_button(window, "Legg til bilder …"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert "Leser bildene …" in seen(window)
    QTest.mouseClick(the_button(window, "Stopp"), Qt.MouseButton.LeftButton)
    read_all(tab)
    assert case.photos.count() < 40 and len(case.db.execute("select 1 from photo_contents").fetchall()) < 40


def test_leaving_the_page_while_photos_are_read_attaches_what_was_read(window, case, lease, tmp_path):
    visit = a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    tab.choose = lambda over: files(tmp_path, "IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg")
    QTest.mouseClick(the_button(window, "Legg til bilder …"), Qt.MouseButton.LeftButton)
    window.go(Place(topic="defects"))
    assert not tab.reading.is_running, "nothing may come back to a file that is closed"
    count = len(case.photos.of_visit(visit.id))
    settle()
    assert len(case.photos.of_visit(visit.id)) == count


def test_files_are_let_go_over_the_tab_and_a_picture_is_pasted(window, case, lease, tmp_path):
    a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in files(tmp_path, "IMG_1.jpg", "IMG_2.jpg")])
    facts = Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    coming, dropped = QDragEnterEvent(QPoint(9, 9), *facts), QDropEvent(QPointF(9, 9), *facts)
    coming.ignore()
    tab.dragEnterEvent(coming)
    assert coming.isAccepted()
    tab.dropEvent(dropped)  # Qt itself takes no drop that no drag of the system's has led to
    read_all(tab)
    assert case.photos.count() == 2
    image = QImage(2400, 1200, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    QGuiApplication.clipboard().setImage(image)
    QTest.keySequence(window, QKeySequence("Ctrl+V"))
    read_all(tab)
    pasted = case.photos.list()[-1]
    assert (pasted.width, pasted.height, pasted.taken_on) == (1600, 800, TODAY)
    assert QImage.fromData(case.photo_contents.get(pasted.sha256)).pixelColor(5, 5).lightness() > 250


def test_words_that_are_pasted_into_a_caption_stay_words(window, case, lease, tmp_path):
    a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    choose(window, tab, files(tmp_path, "IMG_1.jpg"))
    QGuiApplication.clipboard().setText("Ventilen")
    field = the_field(window, "Hva bildet viser")
    field.setFocus()
    QTest.keySequence(field, QKeySequence("Ctrl+V"))
    settle()
    assert field.text() == "Ventilen" and case.photos.count() == 1


def test_the_caption_is_saved_when_it_is_left_and_undone(window, case, lease, tmp_path):
    a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    choose(window, tab, files(tmp_path, "IMG_1.jpg", "IMG_2.jpg"))
    write(window, "Hva bildet viser", "Svart mugg ved vinduet")
    assert [one.caption for one in case.photos.list()] == ["Svart mugg ved vinduet", ""]
    write(window, "Tatt", "19.11.2026")
    assert case.photos.list()[0].taken_on == date(2026, 11, 19)
    write(window, "Tatt", "23.11.2026")
    assert "Bildet kan ikke være tatt fram i tid. I dag er det 22.11.2026." in seen(window)
    assert case.photos.list()[0].taken_on == date(2026, 11, 19)
    window.workspace.undo()
    window.workspace.undo()
    assert case.photos.list()[0].caption == ""


def test_a_photo_is_seen_large_with_enter_arrows_and_esc(window, case, lease, tmp_path):
    a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    choose(window, tab, files(tmp_path, "IMG_1.jpg", "IMG_2.jpg"))
    write(window, "Hva bildet viser", "Svart mugg")
    tab.rows[0].thumbnail.setFocus()
    QTest.keyClick(tab.rows[0].thumbnail, Qt.Key.Key_Return)
    settle()
    view = the_dialog(PhotoView)
    assert "Svart mugg" in seen(view) and "Bilde 1 av 2, tatt 20.11.2026" in seen(view)
    assert view.picture.grab().toImage().pixelColor(view.picture.rect().center()).red() > 100, "the wall is seen"
    for key, words in ((Qt.Key.Key_Left, "1 av 2"), (Qt.Key.Key_Right, "2 av 2"), (Qt.Key.Key_Right, "2 av 2")):
        QTest.keyClick(view.focusWidget() or view, key)
        settle()
        assert words in seen(view)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    settle()
    assert dialogs(PhotoView) == []


def test_a_photo_is_removed_and_comes_back(window, case, lease, tmp_path):
    a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    choose(window, tab, files(tmp_path, "IMG_1.jpg", "IMG_2.jpg"))
    before = case.photos.list()
    QTest.mouseClick(the_tool(window, "Fjern bilde 1"), Qt.MouseButton.LeftButton)
    settle()
    assert case.photos.list() == before[1:] and "Bildet er fjernet." in seen(window)
    assert window.focusWidget() is tab.rows[0].thumbnail, "the keyboard is on what stands there now"
    window.workspace.undo()
    settle()
    assert case.photos.list() == before and len(tab.rows) == 2
    assert "Angret: fjerning av et bilde." in seen(window)


def test_undo_says_so_where_the_bytes_are_gone(window, case, lease, tmp_path):
    a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    choose(window, tab, files(tmp_path, "IMG_1.jpg"))
    (photo,) = case.photos.list()
    photos.remove(case, photo)
    case.photo_contents.drop([photo.sha256])
    window.workspace.undo()
    assert "er borte fra saksfilen" in seen(window)


def test_a_camera_on_the_line_of_a_visit_asks_for_photos_of_that_visit(window, case, lease, tmp_path):
    older = a_visit(case, lease, 30)
    a_visit(case, lease)
    page = window.page("visits")
    tab = go(window, "visits", lease.household_id, "visits").photos
    tab.choose = lambda over: files(tmp_path, "IMG_1.jpg")
    cameras = [b for b in page.visits.findChildren(QToolButton) if b.accessibleName() == "Legg bilder til besøket"]
    assert len(cameras) == 2
    QTest.keyClick(cameras[1], Qt.Key.Key_Space)
    read_all(tab)
    assert len(case.photos.of_visit(older.id)) == 1 and page.case_panel.tabs.current() == "photos"


def test_a_visit_that_is_only_agreed_has_no_photos_yet(window, case, lease):
    a_visit(case, lease, visited_on=None, planned_on=TODAY + DAY)
    tab = go(window, "visits", lease.household_id, "photos").photos
    assert "Registrer først et besøk." in seen(window) and not the_button(window, "Legg til bilder …").isEnabled()
    tab.add([Source("IMG_1.jpg", content=photographs.a_photo())])
    assert not tab.reading.is_running


def test_a_visit_with_photos_says_so_when_it_is_removed(window, case, lease, tmp_path):
    visit = a_visit(case, lease)
    tab = go(window, "visits", lease.household_id, "photos").photos
    choose(window, tab, files(tmp_path, "IMG_1.jpg"))
    go(window, "visits", lease.household_id, "visits")
    QTest.mouseClick(the_tool(window, "Fjern Veiledning 20.11.2026"), Qt.MouseButton.LeftButton)
    settle()
    assert "1 bilde" in seen(window) and case.visits.find(visit.id) == visit


def test_a_defect_has_its_own_photos(window, case, lease, tmp_path):
    defect, other = a_defect(case, dwelling_id=lease.dwelling_id), a_defect(case, dwelling_id=lease.dwelling_id)
    tab = go(window, "defects", defect.id, "photos").photos
    choose(window, tab, files(tmp_path, "IMG_1.jpg"))
    (photo,) = case.photos.list()
    assert (photo.defect_id, photo.visit_id, photo.household_id) == (defect.id, None, None)
    assert len(tab.rows) == 1
    go(window, "defects", other.id, "photos")
    assert "Ingen bilder ennå." in seen(window) and tab.rows == []


def test_a_name_that_is_shielded_is_told_of_in_a_caption(window, case, lease, tmp_path):
    a_shielded_household(case)
    defect = a_defect(case, dwelling_id=lease.dwelling_id)
    tab = go(window, "defects", defect.id, "photos").photos
    choose(window, tab, files(tmp_path, "IMG_1.jpg"))
    write(window, "Hva bildet viser", "Zahra Hemmelig-Navnesen viser muggen")
    assert "gradert adresse" in seen(window)


def test_only_what_is_in_sight_is_decoded(window, case, lease, monkeypatch):
    visit = a_visit(case, lease)
    content = photographs.a_photo(1600, 1200)
    facts = {
        "household_id": lease.household_id,
        "visit_id": visit.id,
        "taken_on": TODAY,
        "width": 1600,
        "height": 1200,
    }
    with case.atomic():
        for number in range(30):
            photos.attach(case, Photo(**facts), content + bytes([number]))
    asked = []
    get = case.photo_contents.get
    monkeypatch.setattr(case.photo_contents, "get", lambda sha256: asked.append(sha256) or get(sha256))
    tab = go(window, "visits", lease.household_id, "photos").photos
    assert len(tab.rows) == AT_FIRST and len(asked) <= 6, "those further down wait until they are scrolled to"
    press(window, "Vis alle 30 bilder")
    assert len(tab.rows) == 30 and window.focusWidget() is tab.rows[AT_FIRST].thumbnail
    assert tab.rows[AT_FIRST].photo.sha256 in asked


def test_a_picture_as_the_clipboard_has_it_is_never_written_to_a_file(qtbot, monkeypatch):
    from bolig_desktop.ui.archive import photo_pictures

    image = QImage(50, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    opened = []
    monkeypatch.setattr(photo_pictures, "QBuffer", lambda *given: opened.append(given) or QBuffer(*given))
    assert photo_pictures.as_png(image, 1600).startswith(b"\x89PNG") and len(opened) == 1
