"""What was written about a house's meetings, conflicts and costs: when and what, never what it said."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.storage.history import Entry
from bolig_desktop.ui.history_tab import moment
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.undone import things
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.words import tr

TABLES = (
    "house_meetings", "house_conflicts", "worker_hours", "shared_costs", "cost_shares", "cost_accounts",
    "newcomer_talks", "neighbour_letters", "house_approvals",
)  # fmt: skip
_SHOWN = 200


class DaysHistory(QWidget):
    """Reads the history when it is looked at; lines that are gone again are not among them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._house_id = session, 0
        self._facts = FactsList()
        self._head = QLabel(tr("Møter, konflikter og drift"))
        self._head.setProperty("role", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)
        column.addWidget(self._facts)
        column.addStretch(1)

    def show_house(self, house_id: int) -> None:
        """Show a house's; read at once only if it is in sight."""
        self._house_id = house_id
        if self.isVisible():
            self._read()

    def showEvent(self, event: Any) -> None:
        """Read when the tab comes into sight."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        self._facts.clear()
        entries = sorted(self._entries(), key=lambda entry: (entry.at, entry.id), reverse=True)[:_SHOWN]
        self._head.setVisible(bool(entries))
        words = things()
        for entry in entries:
            new, removed, changed = words[entry.table_name]
            said = new if entry.before is None else removed if entry.after is None else changed
            self._facts.add(moment(entry.at), said[:1].upper() + said[1:])

    def _entries(self) -> Iterator[Entry]:
        case = self._session.case
        rows = {store.table: store for store in case.stores() if store.table in TABLES}
        for table, store in rows.items():
            for record in store.list("house_id = ?", [self._house_id]):
                yield from case.history.of_row(table, record.id)
        for point in case.meeting_points.of_house(self._house_id):
            yield from case.history.of_row("meeting_points", point.id or 0)
