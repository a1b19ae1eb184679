"""People already here whose names sound like the one typed, so that nobody is written down twice."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.casefile import CaseFile, alike
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.icons import IconLabel
from bolig_desktop.ui.widgets.elided import ElidedLabel
from bolig_desktop.ui.words import tr

_SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Alike:
    """Somebody already here; is_inside: in the very household one wants to let them into."""

    id: int
    name: str
    detail: str
    is_inside: bool


def people_alike(case: CaseFile, typed: str, household_id: int) -> list[Alike]:
    """Return the people whose names sound like what is typed, best first; shielded people are never among them."""
    found = []
    for hit in alike.people_alike(case, typed)[:_SHOWN]:
        born_on = case.people.get(hit.id).born_on
        inside = any(m.household_id == household_id and m.left_on is None for m in case.memberships.of_person(hit.id))
        born = "" if born_on is None else tr("født {day}", day=show_date(born_on))
        detail = " · ".join(part for part in (born, hit.detail) if part)
        found.append(Alike(id=hit.id, name=hit.title, detail=detail, is_inside=inside))
    return found


class AlikeList(QWidget):
    """The people found, each with a button.

    Signals: ``used(person id)`` to take somebody in, ``open_wanted(person id)`` for one who is in already.
    """

    used = Signal(int)
    open_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.people: list[Alike] = []
        self.said = QLabel()
        self.said.setProperty("role", "muted")
        self.said.setWordWrap(True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addLayout(self._lines)
        self.hide()

    def show_people(self, people: Sequence[Alike], *, searched: bool = False) -> None:
        """Show who was found; with ``searched`` also say that nobody was."""
        self.people = list(people)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for person in people:
            self._lines.addWidget(self._line(person))
        if people:
            self.said.setText(tr("Er det en av disse? Da slipper du å føre personen to ganger."))
        else:
            self.said.setText(tr("Ingen med et slikt navn er her fra før. Skjermede personer vises ikke i søk."))
        self.setVisible(searched)

    def _line(self, person: Alike) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        name = ElidedLabel(person.name, "heading")
        name.setToolTip(person.name)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(ElidedLabel(person.detail, "muted"))
        button = QPushButton(tr("Åpne") if person.is_inside else tr("Bruk denne"))
        button.setAccessibleDescription(f"{person.name}, {person.detail}")
        wanted = self.open_wanted if person.is_inside else self.used
        button.clicked.connect(lambda: wanted.emit(person.id))
        row.addWidget(IconLabel("user", side=18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(button)
        return line
