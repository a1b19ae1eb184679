"""Ask the user for a file or a folder; None where they let it be. What is to lie there is written by who asked."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from bolig_desktop.ui.words import tr


def ask_where(over: QWidget, title: str, name: str, *, kind: str, ending: str) -> Path | None:
    """Ask where a file is to lie, proposing ``name``; kind: what such files are called, ending: ``.pdf`` …."""
    chosen, _ = QFileDialog.getSaveFileName(over, title, str(Path(documents()) / name), f"{kind} (*{ending})")
    if not chosen:
        return None
    return Path(chosen) if chosen.lower().endswith(ending) else Path(f"{chosen}{ending}")


def ask_folder(over: QWidget) -> Path | None:
    """Ask for a folder."""
    chosen = QFileDialog.getExistingDirectory(over, tr("Velg mappe"), documents())
    return Path(chosen) if chosen else None


def documents() -> str:
    """Return the folder the user's own documents lie in."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
