"""Dated figures in the settings: the shipped rows and the user's own in one list, and what should be checked."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.casefile import looking_up
from bolig_desktop.law import parameters
from bolig_desktop.law.figures import FIGURES, Figure, Group
from bolig_desktop.law.months import add_months
from bolig_desktop.law.parameters import Parameter
from bolig_desktop.law.sources import Certainty
from bolig_desktop.settings.records import LookedUp, OwnParameter
from bolig_desktop.settings.store import as_parameter
from bolig_desktop.text.sentences import sentence
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.parameter_form import OwnParameterForm
from bolig_desktop.ui.settings.parameter_words import about, title, worth
from bolig_desktop.ui.settings.rules_part import RulesPart
from bolig_desktop.ui.settings.to_check import note_checked, to_check
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.unlock.steps import plain
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import LineAct, SubList
from bolig_desktop.ui.words import language, tr

Line = Parameter | OwnParameter
"""A shipped row, or one of the user's own."""


class ParametersPart(QWidget):
    """Signals: ``kept(sentence)`` when something was saved; ``said(sentence)`` for the status line."""

    kept = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(10)
        column.addWidget(plain(_about(), "muted"))
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        self.rules = RulesPart(session)
        self.rules.kept.connect(self.kept)
        self.rules.said.connect(self.said)
        column.addWidget(self.rules)
        self.groups = {group: _GroupPart(session, number, group) for number, group in enumerate(Group, 1)}
        for part in self.groups.values():
            part.kept.connect(self.kept)
            part.said.connect(self.said)
            column.addWidget(part)
        column.addStretch(1)
        session.changed.connect(self._changed)
        session.day_changed.connect(self.show_all)
        self.show_all()

    def show_all(self) -> None:
        """Read everything again, and say on top what should be looked up."""
        for part in self.groups.values():
            part.reload()
        self.rules.show_rules()
        self._show_banner()

    def leave(self) -> None:
        """Keep what is half-typed."""
        for part in self.groups.values():
            part.keep_draft()

    def _show_banner(self) -> None:
        while (item := self._place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        words = to_check(self._session.case)
        if words:
            marked = looking_up.figures_due(self._session.case)
            text = tr("Se etter merket «bør kontrolleres» i listen under.") if marked else ""
            self._place.addWidget(Banner(Tone.SOON, words, text=text, icon="triangle-alert"))

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & {"own_parameters", "source_looks", "municipality"}:
            self.show_all()


class _GroupPart(QWidget):
    """The figures that stand together, under their heading."""

    kept = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session, number: int, group: Group) -> None:
        super().__init__()
        self._session = session
        self._figures = [figure for figure in FIGURES.values() if figure.group is group]
        self._among = [figure for figure in self._figures if not figure.is_setting]
        heading = QLabel(sentence(f"parameter.group_{group}.title", language()))
        heading.setProperty("role", "heading")
        self.list = SubList(
            self._words,
            make_form=lambda: OwnParameterForm(session.case.clock, self._among),
            add_label=tr("Legg til egen rad"),
            blank=self._blank,
            pill=self._pill,
            mark=self._mark,
            fixed=lambda line: isinstance(line, Parameter),
            acts=self._acts,
            stacked=True,
        )
        self._lines = SubRecords(session, "own_parameters", self.list, lambda _: self._rows())
        self._lines.kept.connect(self.kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self._lines)
        self._read()
        self._lines.open(number)

    def reload(self) -> None:
        """Read the rows again; a form that stands open stays."""
        self._read()
        self._lines.reload()

    def keep_draft(self) -> None:
        """Keep what is half-typed."""
        self._lines.keep_draft()

    def _read(self) -> None:
        case = self._session.case
        self._own, self._looked = case.own_parameters.rows(), case.source_looks.newest(LookedUp.FIGURE)
        self._due = {(row.name, row.id) for row in looking_up.figures_due(case)}

    def _rows(self) -> Sequence[Line]:
        shipped, own = parameters.shipped(), self._session.case.own_parameters
        found: list[Line] = []
        for figure in self._figures:
            found += [row for row in shipped if row.name == figure.name]
            found += own.of_name(figure.name)
        return found

    def _blank(self) -> OwnParameter:
        facts: dict[str, Any] = {"name": None, "value": ""}
        if len(self._among) == 1:
            facts["name"] = self._among[0].name
        again = add_months(self._session.today, 12)
        return OwnParameter(**facts, source="", certainty=Certainty.B, next_check=again)

    # one line

    def _counts(self, row: Parameter) -> bool:
        counting = parameters.counting(row.name, self._session.today, self._own)
        return counting is not None and (counting.id, counting.valid_from) == (row.id, row.valid_from)

    def _words(self, line: Line) -> tuple[str, str]:
        row = _row(line)
        if FIGURES[row.name].is_setting:
            days = self._session.case.settings.municipality().post_days
            row = Parameter(name=row.name, value=Decimal(days))
            return f"{title(row.name)}: {worth(row)}", tr("Settes på fanen Kommunen.")
        facts = {"figure": title(row.name), "value": worth(row)}
        words = (
            f"{facts['figure']}: {facts['value']}" if row.id is None else tr("{figure}: {value} – egen rad", **facts)
        )
        if not self._counts(row):
            return words, about(row, self._session.today, None)
        look = self._looked.get(row.name) if row.id is None else None
        again = parameters.next_check(row, self._looked)
        return words, about(row, self._session.today, again, look.on if look else None)

    def _pill(self, line: Line) -> Pill | None:
        row = _row(line)
        if (row.name, row.id) in self._due and self._counts(row):
            return tr("bør kontrolleres"), Tone.SOON
        if self._counts(row):
            return (tr("går foran"), Tone.GOOD) if row.id is not None else None
        if FIGURES[row.name].is_setting:
            return None
        if row.holds_on(self._session.today):
            return tr("egen rad går foran"), Tone.MUTED
        later = row.valid_from is not None and row.valid_from > self._session.today
        return (tr("gjelder ikke ennå") if later else tr("gjelder ikke lenger")), Tone.MUTED

    def _mark(self, line: Line) -> str:
        row = _row(line)
        return "triangle-alert" if (row.name, row.id) in self._due and self._counts(row) else ""

    def _acts(self, line: Line) -> Sequence[LineAct]:
        row = _row(line)
        figure = FIGURES[row.name]
        if figure.is_setting:
            return ()
        found: list[LineAct] = []
        if row.value is not None and self._mark(line):
            words = tr("Kontrollert i dag: {what}", what=title(row.name))
            found.append(LineAct("circle-check", words, lambda: self._looked_up(row)))
        if isinstance(line, Parameter) and (row.valid_to is None or row.valid_to >= self._session.today):
            words = tr("Egen rad for {what}", what=title(row.name))
            found.append(LineAct("plus", words, lambda: self._begin(figure)))
        return found

    def _begin(self, figure: Figure) -> None:
        """Open the form for a new row of one figure, unless another is half-filled."""
        self._lines.begin()
        form = self.list.form
        if form is not None and not form.fields["value"].typed():
            form.restore_typed({"name": figure.name})
            form.focus("value")

    def _looked_up(self, row: Parameter) -> None:
        note_checked(self, self._session, lambda case: looking_up.looked_at_figure(case, row), self._to_the_end)

    def _to_the_end(self) -> None:
        if self.list.add_button is not None:
            self.list.add_button.setFocus()


def _about() -> str:
    return tr(
        "Tall og datoer som endres uten at loven gjør det. Det Bolig kommer med, endres aldri her. Legger du til en "
        "egen rad, går den foran så lenge den gjelder. Bolig henter ingenting fra nettet."
    )


def _row(line: Line) -> Parameter:
    """Return a line as the law reads it."""
    return line if isinstance(line, Parameter) else as_parameter(line)
