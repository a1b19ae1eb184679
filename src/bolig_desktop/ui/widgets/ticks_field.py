"""Several boxes to tick, side by side: which of a few things it is, such as the rooms of a house."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from bolig_desktop.ui.widgets.field import Field
from bolig_desktop.ui.widgets.flow import Flow


class TicksField(Field):
    """The value is the ids that are ticked, parted by spaces, and "" where none is; others are left as they were."""

    def __init__(self, choices: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self.boxes = {row_id: QCheckBox(words) for row_id, words in choices}
        self._others: list[str] = []
        flow = Flow(gap=14)
        for box in self.boxes.values():
            box.clicked.connect(self._chosen)
            flow.add(box)
        self._place(flow)

    def editor(self) -> QWidget:
        """Return the first box."""
        return next(iter(self.boxes.values()), self)

    def set_name(self, label: str) -> None:
        """Name every box by the label and its own words."""
        for box in self.boxes.values():
            box.setAccessibleName(f"{label}: {box.text()}")

    def value(self) -> str:
        """Return the ids ticked, in the order shown."""
        ticked = [str(row_id) for row_id, box in self.boxes.items() if box.isChecked()]
        return " ".join([*ticked, *self._others])

    def _write(self, value: Any) -> None:
        words = str(value or "").split()
        for row_id, box in self.boxes.items():
            box.setChecked(str(row_id) in words)
        known = {str(row_id) for row_id in self.boxes}
        self._others = [word for word in words if word not in known]

    def typed(self) -> str:
        """Return what is ticked."""
        return self.value()

    def set_typed(self, text: str) -> None:
        """Tick again what ``typed`` gave."""
        self._write(text)

    def _chosen(self) -> None:
        self._typing()
        self._left()
