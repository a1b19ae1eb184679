"""What every row of a list becomes, before it is brought in: who, in which home, by which lease, or what is wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bolig_desktop.dwellings.records import DwellingKind, label
from bolig_desktop.exchange.rows import Row, RowProblem
from bolig_desktop.labels.every import LABELS
from bolig_desktop.people.records import Grading, HouseholdKind
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_kroner
from bolig_desktop.ui.documents.batch_layout import said
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.record_table import Column, RecordTable
from bolig_desktop.ui.words import language, tr


@dataclass
class _Line:
    id: int
    people: list[Row] = field(default_factory=list)
    household: Row | None = None
    home: Row | None = None
    lease: Row | None = None
    wrong: list[RowProblem] = field(default_factory=list)


class RowsPart(QWidget):
    """The table of rows, read only."""

    def __init__(self) -> None:
        super().__init__()
        self.table = RecordTable(_columns(), name="rows")
        self.table.setAccessibleName(tr("Hva hver rad blir"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            said(tr("Slik blir hver rad. Se over at navnene er delt riktig i etternavn og fornavn."), "muted")
        )
        column.addWidget(self.table, 1)

    def show_rows(self, rows: Sequence[Row], problems: Sequence[RowProblem]) -> None:
        """Show the parts of a list's rows, and what is wrong with the others."""
        lines: dict[int, _Line] = {}
        for row in rows:
            line = lines.setdefault(row.line, _Line(row.line))
            if row.topic == "memberships":
                line.people.append(row.parents["person_id"])
                line.household = row.parents["household_id"]
            elif row.topic == "households":
                line.household = row
            elif row.topic == "dwellings" and not line.home:
                line.home = row
            elif row.topic == "tenancies":
                line.lease, line.home = row, row.parents.get("dwelling_id", line.home)
                line.household = row.parents["household_id"]
        for problem in problems:
            lines.setdefault(problem.row, _Line(problem.row)).wrong.append(problem)
        self.table.set_rows([lines[number] for number in sorted(lines)])


def _columns() -> list[Column]:
    return [
        Column(
            key="row",
            title=tr("Rad"),
            text=lambda line: str(line.id),
            sort=lambda line: line.id,
            right=True,
            width=60,
        ),
        Column(key="people", title=tr("Etternavn, fornavn"), text=_people, width=0, icon=_sign),
        Column(key="household", title=tr("Husstand"), text=_household, width=130, rank=2),
        Column(key="home", title=tr("Bolig"), text=_home, width=230),
        Column(key="lease", title=tr("Leieforhold"), text=_lease, width=250, rank=1),
    ]


def _sign(line: _Line) -> tuple[str, str] | None:
    return ("triangle-alert", Tone.SOON) if line.wrong else None


def _people(line: _Line) -> str:
    if line.wrong:
        return " ".join(one.sentence(language()) for one in line.wrong)
    named = [_name(row) for row in line.people] or (
        [str(line.household.values.get("name", ""))] if line.household else []
    )
    if line.lease is not None and not named:
        named = [tr("samme som over")]
    return " + ".join(named) or tr("(ingen)")


def _name(row: Row) -> str:
    return ", ".join(part for part in (row.values.get("family_name", ""), row.values.get("given_name", "")) if part)


def _household(line: _Line) -> str:
    kind = line.household.values.get("kind") if line.household else None
    return LABELS[HouseholdKind][kind] if kind else ""


def _home(line: _Line) -> str:
    if line.home is None:
        return ""
    if any(person.values.get("grading", Grading.NONE) is not Grading.NONE for person in line.people):
        return tr("(gradert adresse)")  # their name stands beside it
    values = line.home.values
    called = label(values.get("street", ""), values.get("name", ""), values.get("unit_number", ""))
    return f"{called} ({LABELS[DwellingKind][values['kind']].lower()})" if "kind" in values else called


def _lease(line: _Line) -> str:
    if line.lease is None:
        return ""
    return " · ".join(_lease_parts(line.lease))


def _lease_parts(lease: Row) -> Iterator[str]:
    starts, ends = lease.values.get("starts_on"), lease.values.get("ends_on")
    if starts is not None:
        yield f"{show_date(starts)}–{show_date(ends) if ends else ''}"
    if "rent_nok" in lease.values:
        yield show_kroner(lease.values["rent_nok"])
