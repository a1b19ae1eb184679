"""The history of one record: when, what, before and after, in the words of its own form."""

import enum
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.casefile.naming import is_hidden_in_history
from bolig_desktop.storage.history import Entry
from bolig_desktop.storage.rows import value_type
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_kroner
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

_SHOWN = 200


class HistoryTab(QWidget):
    """Reads the history when it is looked at; never changes it."""

    def __init__(self, session: Session, form: Form) -> None:
        super().__init__()
        self._session, self._form = session, form
        self._words = ChangeWords(session, self._called)
        self._row: tuple[str, int] | None = None
        self._facts = FactsList()
        self._nothing = QLabel(tr("Ingenting har hendt ennå."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addWidget(self._facts)
        column.addStretch(1)

    def show_row(self, table: str, row_id: int) -> None:
        """Show the history of one row, newest first; read at once only if the tab is in sight."""
        self._row = (table, row_id)
        if self.isVisible():
            self._read()

    def showEvent(self, event: Any) -> None:
        """Read when the tab comes into sight."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        self._facts.clear()
        entries = [] if self._row is None else self._session.case.history.of_row(*self._row)[:_SHOWN]
        self._nothing.setVisible(not entries)
        for entry in entries:
            self._facts.add(moment(entry.at), "\n".join(self._lines(entry)))

    def _lines(self, entry: Entry) -> list[str]:
        if entry.before is None:
            return [tr("Opprettet")]
        if entry.after is None:
            return [tr("Fjernet")]
        changes = self._words.of(entry)
        return [tr("Angret"), *changes] if entry.undoes is not None else changes

    def _called(self, name: str) -> str:
        field = self._form.fields.get(name)
        return name if field is None else field.editor().accessibleName()


class ChangeWords:
    """What a change of a row says: each field by its label, before and after.

    called: a field to its label, "" for what is not told of; special: what a value is called where it is not read as
    it stands (an id), None for the others.
    """

    def __init__(
        self,
        session: Session,
        called: Callable[[str], str],
        special: Callable[[str, Any], str | None] = lambda name, value: None,
    ) -> None:
        self._case, self._called, self._special = session.case, called, special

    def of(self, entry: Entry) -> list[str]:
        """Return a line for each field a row's change changed."""
        before, after = entry.before or {}, entry.after or {}
        told = ((name, self._called(name)) for name in after)
        return [
            f"{called}: {self._shown(entry, name, before.get(name))} → {self._shown(entry, name, after.get(name))}"
            for name, called in told
            if called
        ]

    def _shown(self, entry: Entry, name: str, value: Any) -> str:
        if value in (None, ""):
            return tr("tomt")
        case = self._case
        hidden = is_hidden_in_history(case, entry.table_name, entry.row_id, name, value)
        if name in ("identity_number", "duf_number") or hidden:
            return tr("skjult")
        if (special := self._special(name, value)) is not None:
            return special
        kind = value_type(next(s.record for s in case.stores() if s.table == entry.table_name), name)
        if kind is bool:
            return tr("ja") if value else tr("nei")
        if kind is date:
            return show_date(date.fromisoformat(value))
        if issubclass(kind, enum.Enum):
            return label(kind(value))
        return show_kroner(value) if name.endswith("_nok") else str(value)


def moment(at: str) -> str:
    """Return when something was written, as it is read here: ``22.11.2026 14:03``."""
    here = datetime.fromisoformat(at).astimezone()
    return f"{show_date(here.date())} {here:%H:%M}"
