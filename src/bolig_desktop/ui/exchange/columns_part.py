"""What each column of a sheet is taken for, which can be changed, and what a list does not say of its homes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.exchange.cells import text_of
from bolig_desktop.exchange.mapping import Mapped
from bolig_desktop.exchange.person_names import is_family, is_nobody, names_in
from bolig_desktop.exchange.sheets import FULL_NAME, Column
from bolig_desktop.labels.every import LABELS
from bolig_desktop.text.unreadable import Unreadable
from bolig_desktop.ui.exchange.layout import row
from bolig_desktop.ui.words import tr

_PREVIEWED, _ROW_HIGH, _SHORTEST = 3, 40, 9
_KINDS = [kind for kind in DwellingKind if kind is not DwellingKind.ROOM]


class ColumnsPart(QWidget):
    """The table of columns. Signal ``taken(place, column or None)`` when one is given another meaning, and
    ``assumed(what homes are)`` for what the list does not say.
    """

    taken = Signal(int, object)
    assumed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._mapped: Mapped | None = None
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([tr("Kolonne i arket"), tr("Blir til"), tr("De første verdiene")])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_HIGH)  # room for a box to choose in
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(tr("Kolonne i arket"))
        self.kind = self._choice(tr("Boligtype"), [(kind, LABELS[DwellingKind][kind]) for kind in _KINDS])
        tenures = [(tenure, LABELS[Tenure][tenure]) for tenure in Tenure]
        self.tenure = self._choice(tr("Disposisjonsform"), tenures)
        self.with_landlord = self._choice(tr("Med utleier"), tenures)
        self.unsaid = QWidget()
        line = row(
            QLabel(tr("Der arket ikke sier det:")),
            self.kind,
            self.tenure,
            QLabel(tr("med utleier")),
            self.with_landlord,
        )
        line.setContentsMargins(0, 0, 0, 0)
        self.unsaid.setLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.unsaid)

    def _choice(self, name: str, answers: Sequence[tuple[Any, str]]) -> QComboBox:
        choose = QComboBox()
        choose.setAccessibleName(name)
        choose.setToolTip(name)
        for value, words in answers:
            choose.addItem(words, str(value))
        choose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choose.setMinimumContentsLength(_SHORTEST)
        choose.activated.connect(lambda _: self._assume())
        return choose

    def show_mapped(self, one: Mapped | None) -> None:
        """Show the columns of a sheet, or none of one that is not taken in."""
        self._mapped = one
        self.table.setRowCount(len(one.headings) if one else 0)
        self.unsaid.setVisible(one is not None and one.sheet.is_list)
        if one is None:
            return
        for choose, value in (
            (self.kind, one.assumed.kind),
            (self.tenure, one.assumed.tenure),
            (self.with_landlord, one.assumed.with_landlord),
        ):
            choose.setCurrentIndex(choose.findData(str(value)))
        below = one.page.lines[one.heading_row + 1 : one.heading_row + 1 + _PREVIEWED]
        for place, heading in enumerate(one.headings):
            values = [text_of(line.cells[place]) for line in below if place < len(line.cells)]
            self.table.setItem(place, 0, QTableWidgetItem(heading))
            self.table.setItem(place, 2, QTableWidgetItem(_first(values, one.columns[place])))
            self.table.setCellWidget(place, 1, self._meaning(one, place))
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        """Let Tab go down through the boxes in the table, and on to what stands under it."""
        before: QWidget = self.table
        for place in range(self.table.rowCount()):
            box = self.table.cellWidget(place, 1)
            if box is not None:
                self.setTabOrder(before, box)
                before = box
        self.setTabOrder(before, self.kind)

    def _meaning(self, one: Mapped, place: int) -> QComboBox:
        choose = QComboBox()
        choose.setAccessibleName(one.headings[place])
        choose.addItem(tr("Ikke ta med"))
        choose.addItems([column.heading for column in one.sheet.readable])
        column = one.columns[place]
        choose.setCurrentIndex(0 if column is None else one.sheet.readable.index(column) + 1)
        choose.activated.connect(lambda at: self.taken.emit(place, one.sheet.readable[at - 1] if at else None))
        return choose

    def _assume(self) -> None:
        if self._mapped is not None:
            self.assumed.emit(
                replace(
                    self._mapped.assumed,
                    kind=DwellingKind(self.kind.currentData()),
                    tenure=Tenure(self.tenure.currentData()),
                    with_landlord=Tenure(self.with_landlord.currentData()),
                )
            )


def _first(values: Sequence[str], column: Column | None) -> str:
    """Return the first values of a column, of whole names how they are parted."""
    if column is not None and column.field == FULL_NAME:
        values = [_parted(value) for value in values]
    return " · ".join(value for value in values if value)


def _parted(text: str) -> str:
    if is_nobody(text) or is_family(text):
        return text
    try:
        names = names_in(text)
    except Unreadable:
        return text
    return " + ".join(f"{name.family}, {name.given}" if name.family else name.given for name in names)
