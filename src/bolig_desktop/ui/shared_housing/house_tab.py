"""A tab of lists about one house, one under another, each tied to the file; all are shown and left together."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.casefile import house_days, sharing
from bolig_desktop.text.dates import MONTHS, month_name
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import language, tr


class HouseTab(QWidget):
    """Signals: ``go(Place)``; ``said(sentence)``; ``kept(sentence)``; ``wanted(paper, id)`` for a paper."""

    go = Signal(object)
    said = Signal(str)
    kept = Signal(str)
    wanted = Signal(str, int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.house_id = self._filled = 0
        self._stale = False
        self.names: dict[int, str] = {}
        self._parts: list[SubRecords] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def part(
        self, title: str, topic: str, lines: SubList, load: Callable[[int], Sequence[Any]], *, about: str = ""
    ) -> SubRecords:
        """Add a list under its heading and return it. about: a sentence under the heading."""
        head = QLabel(title)
        head.setProperty("role", "heading")
        self.column.addWidget(head)
        if about:
            words = QLabel(about)
            words.setProperty("role", "muted")
            words.setWordWrap(True)
            self.column.addWidget(words)
        made = SubRecords(self.session, topic, lines, load)
        made.kept.connect(self.kept)
        lines.go.connect(self.go)
        self.column.addWidget(made)
        self._parts.append(made)
        return made

    def show_house(self, house_id: int) -> None:
        """Show a house: at once where the tab is in sight, else when it comes into sight."""
        self.house_id, self._stale = house_id, True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is to be shown, when the tab comes into sight."""
        super().showEvent(event)
        if self._stale and self.house_id:
            self._fill()

    def _fill(self) -> None:
        """Read the house's lists; a form that stands half-filled there comes up again."""
        self._stale = False
        is_other, self._filled = self.house_id != self._filled, self.house_id
        self.names = house_days.room_names(self.session.case, self.house_id)
        for part in self._parts:
            if is_other:
                part.open(self.house_id)
            part.reload()

    def leave(self) -> None:
        """Keep what is half-filled."""
        for part in self._parts:
            part.keep_draft()

    def forget(self) -> None:
        """Show no house any more; what was typed is kept."""
        self.leave()
        self.house_id = self._filled = 0

    def rooms(self) -> list[tuple[int, str]]:
        """Return the rooms of the house with their names."""
        return [(unit, self.names[unit]) for unit in house_days.units(self.session.case, self.house_id)]

    def called(self, household_id: int) -> str:
        """Return a household by its room and what lists call it: by number where it is shielded (AG-3)."""
        households = self.session.case.households
        if households.is_strict(household_id):
            return tr("Skjermet husstand")
        leases = house_days.leases(self.session.case, self.house_id)
        here = [one for one in leases if one.household_id == household_id]
        label = household_words(households.label(household_id))
        return f"{self.names[here[-1].dwelling_id]} · {label}" if here else label

    def households(self, *also: int | None) -> list[tuple[int, str]]:
        """Return who lives in the house, and ``also``, but nobody with code 6 (AG-2)."""
        case = self.session.case
        strict = case.households.strict_ids()
        known = dict.fromkeys([*sharing.residents(case, self.house_id), *(one for one in also if one)])
        return [(one, self.called(one)) for one in known if one not in strict]


def month_words(month: str) -> str:
    """Return a month as it is read: ``oktober 2026``; what is no month as it stands."""
    year, _, number = month.partition("-")
    if not (number.isdigit() and 1 <= int(number) <= len(MONTHS["nb"])):
        return month
    return f"{month_name(int(number), language())} {year}"
