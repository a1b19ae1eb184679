"""What was written about a house's meetings, conflicts and costs: when, about which, and each field before and after.

A household is called as on the other tabs (by its number where it is shielded, by no number with code 6), and a text
that names somebody shielded is not repeated.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from PySide6.QtWidgets import QLabel

from bolig_desktop.casefile.naming import naming_fields
from bolig_desktop.storage.history import Entry
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_decimal, show_ore
from bolig_desktop.ui.history_tab import ChangeWords, moment
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.shared_housing.house_tab import HouseTab, month_words
from bolig_desktop.ui.shared_housing.meeting_form import HouseConflictForm, HouseMeetingForm, MeetingPointForm
from bolig_desktop.ui.shared_housing.running_form import (
    CostAccountForm,
    CostShareForm,
    HouseApprovalForm,
    NeighbourLetterForm,
    NewcomerTalkForm,
    SharedCostForm,
    WorkerHoursForm,
)
from bolig_desktop.ui.undone import things
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.pick_field import PickField
from bolig_desktop.ui.words import tr

TABLES = (
    "house_meetings", "house_conflicts", "worker_hours", "shared_costs", "cost_shares", "cost_accounts",
    "newcomer_talks", "neighbour_letters", "house_approvals",
)  # fmt: skip
_POINTS = "meeting_points"
_SHOWN = 200


class DaysHistory(HouseTab):
    """Reads the history when it is looked at; lines that are gone again are not among them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._facts = FactsList()
        self._head = QLabel(tr("Møter, konflikter og drift"))
        self._head.setProperty("role", "heading")
        self.column.addWidget(self._head)
        self.column.addWidget(self._facts)
        self.column.addStretch(1)

    def _fill(self) -> None:
        super()._fill()
        self._facts.clear()
        found = sorted(self._entries(), key=lambda one: (one[0].at, one[0].id), reverse=True)[:_SHOWN]
        self._head.setVisible(bool(found))
        for entry, record in found:
            self._facts.add(moment(entry.at), "\n".join(self._lines(entry, record)))

    def _entries(self) -> Iterator[tuple[Entry, Any]]:
        case = self.session.case
        rows = {store.table: store for store in case.stores() if store.table in TABLES}
        kept = {table: store.list("house_id = ?", [self.house_id]) for table, store in rows.items()}
        kept[_POINTS] = case.meeting_points.of_house(self.house_id)
        for table, records in kept.items():
            for record in records:
                for entry in case.history.of_row(table, record.id):
                    yield entry, record

    def _lines(self, entry: Entry, record: Any) -> list[str]:
        """Return what was done with which, and what it changed."""
        new, removed, changed = things()[entry.table_name]
        said = new if entry.before is None else removed if entry.after is None else changed
        which = self._which(entry.table_name, record)
        head = said[:1].upper() + said[1:] + (f": {which}" if which else "")
        if entry.before is None or entry.after is None:
            return [head]
        undone = [tr("Angret")] if entry.undoes is not None else []
        labels = self._labels[entry.table_name]
        words = ChangeWords(self.session, lambda name: labels.get(name, ""), self._special)
        return [head, *undone, *words.of(entry)]

    def _which(self, table: str, record: Any) -> str:
        """Return which of them it is: its day, its month, its room."""
        match table:
            case "house_meetings":
                return show_date(record.held_on)
            case "meeting_points":
                return "" if "what" in naming_fields(self.session.case, record) else str(record.what)
            case "house_conflicts":
                return f"{show_date(record.happened_on)} · {label(record.step)}"
            case "worker_hours":
                return month_words(record.month)
            case "shared_costs":
                return f"{label(record.kind)}, {month_words(record.month)}"
            case "cost_shares":
                return self.names.get(record.dwelling_id, "")
            case "cost_accounts":
                return str(record.year)
            case "newcomer_talks":
                return self.called(record.household_id)
        return ""

    def _special(self, name: str, value: Any) -> str | None:
        """Return what an id, a month or a sum is read as."""
        match name:
            case "household_id" | "other_household_id":
                return self.called(int(value))
            case "dwelling_id":
                return self.names.get(int(value), "")
            case "present":
                return ", ".join(self.names[int(room)] for room in value.split() if int(room) in self.names)
            case "follows_id":
                before = self.session.case.house_conflicts.find(int(value))
                return show_date(before.happened_on) if before else tr("en hendelse som er fjernet")
            case "amount_ore":
                return show_ore(int(value))
            case "month" | "from_month":
                return month_words(value)
            case "hours":
                return show_decimal(Decimal(value))
        return None

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        """What the fields of each table are called: as on the forms they are typed in."""
        clock = self.session.case.clock
        nobody = PickField("households", lambda words: [], lambda row_id: "")
        forms: dict[str, Form] = {
            "house_meetings": HouseMeetingForm(clock, [(0, "")]),
            _POINTS: MeetingPointForm(clock),
            "house_conflicts": HouseConflictForm(clock, [], []),
            "worker_hours": WorkerHoursForm(),
            "shared_costs": SharedCostForm(),
            "cost_shares": CostShareForm([]),
            "cost_accounts": CostAccountForm(clock, []),
            "newcomer_talks": NewcomerTalkForm(clock, nobody),
            "neighbour_letters": NeighbourLetterForm(clock),
            "house_approvals": HouseApprovalForm(clock),
        }
        found = {table: dict(form.labels) for table, form in forms.items()}
        for form in forms.values():
            form.deleteLater()
        return found
