"""What a dwelling's and a landlord's case show of defects, complaints and checks."""

import dataclasses
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.casefile.maintenance_lines import asked_of_landlord, checks_of, mender_of
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.maintenance.records import (
    Checked,
    CheckKind,
    CheckResult,
    Complaint,
    Defect,
    HomeCheck,
)
from bolig_desktop.maintenance.rules import complaint_state, costs_by_year, defect_state
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_kroner
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui import icons
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.maintenance.columns import complaint_pill, state_pill
from bolig_desktop.ui.maintenance.form import CheckForm
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import LineAct, SubList, Words
from bolig_desktop.ui.words import language, tr


class HomeTab(QWidget):
    """A dwelling's defects, complaints and checks.

    Signals: ``go(Place)``; ``kept(sentence)`` after a check is done.
    """

    go = Signal(object)
    kept = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._dwelling_id = 0
        case = session.case
        self.defects = SubRecords(session, "dwelling_defects", _defects(session), self._open_first)
        self.complaints = SubRecords(
            session, "dwelling_complaints", _complaints(session), case.complaints.of_dwelling
        )
        self.checks = _Uncounted(session, "home_checks", self._check_list(), self._checks_of)
        self._costs = QLabel()
        self._costs.setWordWrap(True)
        self._costs.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._add(column, tr("Avvik"), self.defects, tr("Nytt avvik"), "defects")
        column.addWidget(self._costs)
        self._add(column, tr("Klager"), self.complaints, tr("Ny klage"), "complaints")
        self._add(column, tr("Kontroller"), self.checks, "", "")
        note = QLabel(
            tr(
                "Hvor ofte det kontrolleres, er en rutine og ingen frist i loven. Eieren skal sørge for røykvarslere "
                "og slokkeutstyr (forskrift om brannforebygging § 7)."
            ).replace("§ ", "§\u00a0")
        )
        note.setWordWrap(True)
        note.setProperty("role", "muted")
        column.addWidget(note)
        column.addStretch(1)

    def _add(self, column: QVBoxLayout, title: str, sub: SubRecords, new: str, topic: str) -> None:
        heading = QLabel(title)
        heading.setProperty("role", "group")
        column.addWidget(heading)
        column.addWidget(sub)
        if new:
            button = QPushButton(new)
            button.setProperty("role", "fold")
            icons.put(button, "plus", "accent", side=16)
            button.clicked.connect(
                lambda: self.go.emit(Place(topic=topic, tab=f"new dwelling_id={self._dwelling_id}"))
            )
            column.addWidget(button)

    def show_of(self, dwelling_id: int) -> None:
        """Say whose home it is, and what its defects have cost."""
        self._dwelling_id = dwelling_id
        sums = costs_by_year(self.session.case.defects.of_dwelling(dwelling_id))
        said = " · ".join(f"{year}: {show_kroner(nok)}" for year, nok in sums.items())
        self._costs.setText(tr("Kostnader per år: {sums}", sums=said) if said else "")
        self._costs.setVisible(bool(said))

    def _open_first(self, dwelling_id: int) -> list[Defect]:
        found = self.session.case.defects.of_dwelling(dwelling_id)
        return sorted(found, key=lambda one: (one.mended_on is not None, -one.reported_on.toordinal()))

    # checks

    def _checks_of(self, dwelling_id: int) -> list[HomeCheck]:
        """Return a row for everything to be looked over; what was never written has no id yet."""
        self._dwelling_id = dwelling_id
        if self.session.case.dwellings.find(dwelling_id) is None:
            return []
        self._derived = {one.kind: one for one in checks_of(self.session.case, dwelling_id)}
        return [one.row or HomeCheck(dwelling_id=dwelling_id, kind=kind) for kind, one in self._derived.items()]

    def _check_list(self) -> SubList:
        empty: Any = None
        return SubList(
            self._said,
            make_form=lambda: CheckForm(self.session.case.clock),
            add_label=tr("Før kontroll"),
            blank=lambda: HomeCheck(dwelling_id=self._dwelling_id, kind=empty, done_on=self.session.today),
            pill=self._pill,
            acts=self._acts,
            fixed=lambda row: row.id is None,
            stacked=True,
        )

    def _said(self, row: HomeCheck) -> Words:
        one = self._derived[row.kind]
        last = tr("aldri ført") if one.last_on is None else tr("sist {day}", day=show_date(one.last_on))
        parts = [last, tr("hver {months}. måned", months=one.months)]
        if row.result is CheckResult.DEFECT and row.done_on == one.last_on:
            parts.append(label(row.result))
        if row.note:
            parts.append(row.note)
        return label(row.kind), " · ".join(parts)

    def _pill(self, row: HomeCheck) -> Pill:
        return check_pill(self._derived[row.kind], self.session)

    def _acts(self, row: HomeCheck) -> list[LineAct]:
        words = tr("Gjort i dag, alt i orden: {what}", what=label(row.kind))
        return [LineAct("square-check", words, lambda: self.done_today(row.kind))]

    def done_today(self, kind: CheckKind) -> None:
        """Write that a thing was looked over today and all was well."""
        today = self.session.today
        row = self._derived[kind].row or HomeCheck(dwelling_id=self._dwelling_id, kind=kind)
        changed = dataclasses.replace(row, done_on=today, result=CheckResult.WELL)
        try:
            self.session.run(lambda case: case.save(changed))
        except Refused as refused:
            self.kept.emit(sentences_for(refused.problems, language())[0][0])
            return
        except FileTrouble as trouble:
            self.kept.emit(trouble_sentence(trouble, language()))
            return
        self.kept.emit(tr("{what} er kontrollert i dag.", what=label(kind)))


class _Uncounted(SubRecords):
    """Lines that always stand there: the number on the tab is that of defects and complaints."""

    def reload(self) -> int:
        """Read the records again; none of them count."""
        super().reload()
        return 0


def check_pill(one: Checked, session: Session) -> Pill:
    """Return when a thing is to be looked over next."""
    if one.next_on is None:
        return tr("Aldri ført"), Tone.SOON
    if one.next_on < session.today:
        return tr("Skulle vært {day}", day=show_date(one.next_on)), Tone.DANGER
    return tr("Neste {day}", day=show_date(one.next_on)), Tone.MUTED


def landlord_defects(session: Session) -> SubRecords:
    """Return the list of what a landlord was asked to mend and has promised, for the landlord's own case."""
    case = session.case

    def said(defect: Defect) -> Words:
        told = [dwelling_labels(case)[defect.dwelling_id], defect.room, _asked(defect), _promised(defect)]
        return _first(defect.what), " · ".join(part for part in told if part)

    made = SubList(
        said,
        empty=tr("Eieren er ikke bedt om å rette noe."),
        can_remove=False,
        place=lambda defect: Place(topic="defects", id=defect.id),
        pill=lambda defect: _state(session, defect),
        stacked=True,
    )
    return SubRecords(session, "landlord_defects", made, lambda row_id: asked_of_landlord(case, row_id))


def _defects(session: Session) -> SubList:
    def said(defect: Defect) -> Words:
        days = [tr("meldt {day}", day=show_date(defect.reported_on)), _asked(defect), _promised(defect)]
        return _first(defect.what), " · ".join(part for part in (defect.room, *days) if part)

    return SubList(
        said,
        empty=tr("Ingen avvik er meldt."),
        can_remove=False,
        place=lambda defect: Place(topic="defects", id=defect.id),
        pill=lambda defect: _state(session, defect),
        stacked=True,
    )


def _complaints(session: Session) -> SubList:
    def said(complaint: Complaint) -> Words:
        came = tr("kom {day}", day=show_date(complaint.received_on))
        return f"{label(complaint.source)}: {_first(complaint.what)}", came

    return SubList(
        said,
        empty=tr("Ingen har klaget."),
        can_remove=False,
        place=lambda complaint: Place(topic="complaints", id=complaint.id),
        pill=lambda complaint: complaint_pill(complaint_state(complaint)),
        stacked=True,
    )


def _state(session: Session, defect: Defect) -> Pill:
    state = defect_state(defect, mender_of(session.case, defect), session.today)
    return state_pill(state, defect.urgency)


def _asked(defect: Defect) -> str:
    return "" if defect.sent_on is None else tr("sendt {day}", day=show_date(defect.sent_on))


def _promised(defect: Defect) -> str:
    if defect.promised_on is None:
        return defect.promise
    day = show_date(defect.promised_on)
    words = tr("lovet innen {day}", day=day)
    return f"{words}: {defect.promise}" if defect.promise else words


def _first(text: str) -> str:
    return text.strip().split("\n", 1)[0]
