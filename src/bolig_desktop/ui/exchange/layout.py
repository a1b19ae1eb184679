"""How the lines of the dialog for a workbook are laid out."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget


def row(*parts: QWidget) -> QHBoxLayout:
    """Return parts beside each other; boxes to choose in take the room there is."""
    made = QHBoxLayout()
    made.setSpacing(9)
    for part in parts:
        made.addWidget(part, 1 if isinstance(part, QComboBox) else 0)
    return made
