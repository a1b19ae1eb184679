"""Who lives in a shared house: every room, the household in it, its language and its lease."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bolig_desktop.shared_housing.records import RoomLine
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import household_words, language_words
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.links import Link
from bolig_desktop.ui.widgets.pills import PillLabel
from bolig_desktop.ui.words import tr


class ResidentsTab(QFrame):
    """Rooms in their order. Signal ``go(Place)`` when a room, a household or a lease is followed."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "box")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(12, 8, 12, 8)
        self._rows.setSpacing(10)

    def show_rooms(self, rooms: Sequence[RoomLine]) -> None:
        """Show these rooms in place of those before."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for room in rooms:
            self._rows.addWidget(self._line(room))
        if not rooms:
            nothing = _muted(tr("Huset har ingen rom ennå. Åpne boligen og trykk «Nytt rom»."))
            nothing.setWordWrap(True)
            self._rows.addWidget(nothing)

    def _line(self, room: RoomLine) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self._link(room.room, Place(topic="dwellings", id=room.dwelling_id)))
        head.addStretch(1)
        taken = room.household_id is not None or room.is_hidden
        head.addWidget(PillLabel(tr("Bor her"), Tone.GOOD) if taken else PillLabel(tr("Ledig"), Tone.MUTED))
        column.addLayout(head)
        if taken:
            column.addWidget(self._resident(room))
        return line

    def _resident(self, room: RoomLine) -> QWidget:
        who = Flow(gap=14)
        if room.household_id is None:  # code 6: not even which of them (law.md AG-3)
            who.add(_muted(tr("Skjermet husstand")))
            return who
        who.add(self._link(household_words(room.household), Place(topic="households", id=room.household_id)))
        if room.language:
            who.add(_muted(language_words(room.language)))
        who.add(self._link(_term(room), Place(topic="tenancies", id=room.tenancy_id)))
        return who

    def _link(self, words: str, place: Place) -> Link:
        link = Link(words, place)
        link.go.connect(self.go)
        return link


def _term(room: RoomLine) -> str:
    start = "" if room.starts_on is None else show_date(room.starts_on)
    end = tr("uten sluttdato") if room.ends_on is None else show_date(room.ends_on)
    return tr("Leieavtale {start} – {end}", start=start, end=end)


def _muted(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setContentsMargins(0, 1, 0, 0)  # as high as the links beside it
    return label
