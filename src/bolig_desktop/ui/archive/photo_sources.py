"""Where photos are taken from on screen: the system's own window, files let go over the tab, and the clipboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from bolig_desktop.exchange.photos import LONGEST_SIDE, Source
from bolig_desktop.ui.archive.photo_pictures import as_png
from bolig_desktop.ui.words import tr

Choose = Callable[[QWidget], list[Path]]
_ENDINGS = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.heic *.heif"


def ask_photos(over: QWidget) -> list[Path]:
    """Ask which files are to be added; an empty list where the user thinks better of it."""
    start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    kinds = f"{tr('Bilder')} ({_ENDINGS});;{tr('Alle filer')} (*)"
    names, _ = QFileDialog.getOpenFileNames(over, tr("Velg bilder"), start, kinds)
    return [Path(name) for name in names]


def of_files(paths: list[Path]) -> list[Source]:
    """Return the files as sources, each called by the file's own name."""
    return [Source(path.name, path) for path in paths]


def has_photos(carried: QMimeData) -> bool:
    """Say whether there may be photos in what is dragged or copied."""
    return carried.hasImage() or bool(_local(carried))


def carried_photos(carried: QMimeData) -> list[Source]:
    """Return what is dragged or copied: files, or a picture that is in memory only."""
    if paths := _local(carried):
        return of_files(paths)
    image = carried.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return []
    return [Source(tr("Bildet du limte inn"), content=as_png(image, LONGEST_SIDE))]


def _local(carried: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
