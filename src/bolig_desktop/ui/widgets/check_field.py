"""A box to tick: for what is either so or not."""

from typing import Any

from PySide6.QtWidgets import QCheckBox

from bolig_desktop.ui.widgets.field import Field


class CheckField(Field):
    """Ticked or not; the value is True or False. words: what stands beside the box."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = QCheckBox(words)
        self.box.clicked.connect(self._chosen)
        self._place(self.box)

    def editor(self) -> QCheckBox:
        """Return the box."""
        return self.box

    def value(self) -> bool:
        """Return whether the box is ticked."""
        return self.box.isChecked()

    def _write(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def typed(self) -> str:
        """Return ``yes`` where the box is ticked, else ""."""
        return "yes" if self.box.isChecked() else ""

    def set_typed(self, text: str) -> None:
        """Tick the box again as ``typed`` said."""
        self.box.setChecked(text == "yes")

    def _chosen(self) -> None:
        self._typing()
        self._left()
