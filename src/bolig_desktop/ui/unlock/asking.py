"""The system's own windows for choosing a file or a folder, gathered so that a test can answer in their place."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from bolig_desktop.ui.words import tr

CASE_SUFFIX = ".bolig"


class Asking:
    """Every question returns None where the user thinks better of it."""

    def case_file(self, over: QWidget, start: Path) -> Path | None:
        """Ask which case file to open."""
        name, _ = QFileDialog.getOpenFileName(
            over, tr("Åpne en saksfil"), str(start), f"{tr('Saksfiler')} (*{CASE_SUFFIX})"
        )
        return Path(name) if name else None

    def new_case_file(self, over: QWidget, start: Path) -> Path | None:
        """Ask where a new case file is to lie, and its name."""
        name, _ = QFileDialog.getSaveFileName(
            over, tr("Hvor skal saksfilen ligge?"), str(start), f"{tr('Saksfiler')} (*{CASE_SUFFIX})"
        )
        return Path(name if name.endswith(CASE_SUFFIX) else name + CASE_SUFFIX) if name else None

    def copy(self, over: QWidget, start: Path) -> Path | None:
        """Ask which copy to take back."""
        from bolig_desktop.security.copyfile import SUFFIX

        name, _ = QFileDialog.getOpenFileName(
            over, tr("Velg en kopi"), str(start), f"{tr('Kopier av saksfilen')} (*{SUFFIX})"
        )
        return Path(name) if name else None

    def index_file(self, over: QWidget, start: Path) -> Path | None:
        """Ask which file of index values to read."""
        kinds = f"{tr('Indekstall fra SSB')} (*.csv *.json *.txt)"
        name, _ = QFileDialog.getOpenFileName(over, tr("Velg filen med indekstall"), str(start), kinds)
        return Path(name) if name else None

    def folder(self, over: QWidget, start: Path) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(over, tr("Velg en mappe"), str(start))
        return Path(name) if name else None

    def pdf(self, over: QWidget, start: Path) -> Path | None:
        """Ask where to save a paper."""
        name, _ = QFileDialog.getSaveFileName(over, tr("Lagre arket"), str(start), "PDF (*.pdf)")
        return Path(name) if name else None
