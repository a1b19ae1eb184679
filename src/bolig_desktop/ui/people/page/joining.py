"""What is filled in when somebody is let into a household: the membership, and the person where they are new."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import Problem
from bolig_desktop.people.records import Grading, LeaveReason, MemberRole, Membership, Person
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.people.form import MembershipForm, PersonForm
from bolig_desktop.ui.problems import by_field
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.field import Field, ProblemLine, Sentence
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import language, tr


class JoinForm(QWidget):
    """Two forms that are written together; the person's own is there only for somebody new.

    Signals: ``edited()`` at each keystroke; ``committed()`` when a field was left.
    """

    edited = Signal()
    committed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._household_id = 0
        self._chosen: Person | None = None
        self._left: set[str] = set()
        clock = session.case.clock
        self.membership_form = MembershipForm(clock, can_leave=False)
        self.person_form = PersonForm(clock)
        self.moves_here = QCheckBox()
        self.problem = ProblemLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.membership_form, self.moves_here, self.person_form, self.problem):
            column.addWidget(part)
        for form in (self.membership_form, self.person_form):
            form.edited.connect(self.edited)
            form.field_committed.connect(self._committed)

    def begin(self, household_id: int, chosen: Person | None) -> None:
        """Show empty forms for a household; ``chosen`` is somebody already here, None somebody new."""
        self._household_id, self._chosen, self._left = household_id, chosen, set()
        self.problem.show_sentences([])
        self.person_form.setVisible(chosen is None)
        self.person_form.show_record(Person(given_name=""))
        inside = [m for m in self.session.case.memberships.of_household(household_id) if m.left_on is None]
        person_id = chosen.id if chosen and chosen.id else 0
        today = self.session.today
        self.membership_form.show_record(
            Membership(household_id=household_id, person_id=person_id, role=MemberRole.MAIN, joined_on=today)
        )
        if any(m.role is MemberRole.MAIN for m in inside):
            self.membership_form.fields["role"].set_value(None)
        elsewhere = self._elsewhere()
        if elsewhere is not None:
            where = household_words(self.session.case.households.label(elsewhere.household_id))
            self.moves_here.setText(tr("Flytter hit fra {where} samme dag", where=where))
            self.moves_here.setChecked(True)
        self.moves_here.setVisible(elsewhere is not None)

    def set_name(self, words: str) -> None:
        """Put the name searched for in its two fields: the last word is the family's."""
        *given, family = words.split() or [""]
        names = {"given_name": " ".join(given) or family, "family_name": family if given else ""}
        for name, part in names.items():
            self.person_form.fields[name].set_typed(part)
        for entry in self.person_form.findChildren(QLineEdit):
            entry.setCursorPosition(0)

    def name(self) -> str:
        """Return the new person's name as it stands in the fields."""
        return " ".join(self.person_form.fields[part].typed() for part in ("given_name", "family_name"))

    def focus(self) -> None:
        """Put the keyboard where one begins."""
        if self._chosen is None and self.membership_form.fields["role"].is_valid():
            self.person_form.focus("given_name")
        else:
            self.membership_form.focus("role")

    def check(self) -> bool:
        """Say whether every field can be read; the first that cannot gets the keyboard."""
        if all([form.check() for form in self._forms()]):
            return True
        self._focus_first(lambda field: not field.is_valid())
        return False

    def write(self, case: CaseFile) -> Membership:
        """Write person and membership, and the leaving of the other household; for one ``session.run``."""
        values = self.membership_form.values()
        elsewhere = self._elsewhere() if self.moves_here.isChecked() else None
        if elsewhere is not None:
            left_on: date = values["joined_on"] or self.session.today
            case.save(dataclasses.replace(elsewhere, left_on=left_on, leave_reason=LeaveReason.MOVED_OUT))
        person = self._chosen or case.save(Person(**self.person_form.values()))
        return case.save(Membership(household_id=self._household_id, person_id=person.id or 0, **values))

    def show_refused(self, problems: Sequence[Problem]) -> None:
        """Show why nothing was written, beside the fields or at the foot of the form."""
        refused = {(problem.field, problem.code) for problem in problems}
        more = [p for p in self._of_fields_left() if (p.field, p.code) not in refused]
        self._show([*problems, *more])
        self._focus_first(lambda field: field.is_wrong())

    def typed(self) -> dict[str, str]:
        """Return what stands in the forms and is not written.

        law.md AG-3: nothing about somebody with a strictly confidential address is kept, half-filled or not.
        """
        if self.person_form.fields["grading"].typed() == Grading.STRICTLY_CONFIDENTIAL.value:
            return {}
        return {"role": "", **self.person_form.typed(), **self.membership_form.typed()}

    def restore(self, typed: Mapping[str, str]) -> None:
        """Put back what ``typed`` gave."""
        for form in self._forms():
            form.restore_typed(typed)
        self._left |= typed.keys()
        self._show(self._of_fields_left())

    def _forms(self) -> list[Form]:
        return [self.membership_form, *([] if self._chosen else [self.person_form])]

    def _elsewhere(self) -> Membership | None:
        if self._chosen is None or self._chosen.id is None:
            return None
        found = self.session.case.memberships.of_person(self._chosen.id)
        return next((m for m in found if m.left_on is None and m.household_id != self._household_id), None)

    def _committed(self, name: str) -> None:
        self._left.add(name)
        self._show(self._of_fields_left())
        self.committed.emit()

    def _of_fields_left(self) -> list[Problem]:
        if self._chosen is not None or not self.person_form.is_valid():
            return []
        found = self.session.case.problems(Person(**self.person_form.values()))
        return [problem for problem in found if problem.field in self._left]

    def _show(self, problems: Sequence[Problem]) -> None:
        said = by_field(problems, language())
        loose: list[Sentence] = []
        for form in (self.person_form, self.membership_form):
            form.show_problems({name: found for name, found in said.items() if name in form.fields})
        beside = self.person_form.fields.keys() | self.membership_form.fields.keys()
        for name, found in said.items():
            loose += [] if name in beside else found
        self.problem.show_sentences(loose)

    def _focus_first(self, test: Callable[[Field], bool]) -> None:
        for form in self._forms():
            name = next((name for name, field in form.fields.items() if test(field)), None)
            if name is not None:
                form.focus(name)
                return
