"""Letting somebody into a household: look for them first, then take them in or write them down as new."""

import dataclasses
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import FileTrouble, Problem, Refused
from bolig_desktop.people.records import Grading, LeaveReason, MemberRole, Membership, Person
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.people.form import MembershipForm, PersonForm
from bolig_desktop.ui.people.page.alike import AlikeList, people_alike
from bolig_desktop.ui.problems import by_field
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.field import Field, ProblemLine, Sentence
from bolig_desktop.ui.widgets.fields import TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import language, tr

_DRAFT_AFTER_MS = 250
_TOPIC = "new_member"
_SEARCH, _PERSON = "_search", "_person"


class NewMember(QFrame):
    """Three steps in one box: whose name, is it one of these, and then the form.

    Signals: ``kept(sentence)``, ``said(sentence)``, ``closed()``, ``open_wanted(person id)`` for a member already in.
    """

    kept = Signal(str)
    said = Signal(str)
    closed = Signal()
    open_wanted = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setProperty("role", "box")
        self._household_id = 0
        self._chosen: Person | None = None
        self._seen: set[int] = set()
        self._left: set[str] = set()
        self._kept: dict[str, str] = {}
        clock = session.case.clock
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.search = TextField(placeholder=tr("fornavn og etternavn"), longest=200)
        self.search.set_name(tr("Hva heter personen?"))
        self.alike = AlikeList()
        self.membership_form = MembershipForm(clock, can_leave=False)
        self.person_form = PersonForm(clock)
        self.moves_here = QCheckBox()
        self.problem = ProblemLine()
        self.add_button = _button(tr("Legg til"), self._add, main=True)
        self.new_person = _button(tr("Ny person"), self._begin_new, main=True)
        self.cancel = _button(tr("Avbryt"), self.discard)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._asked = QLabel(tr("Hva heter personen?"))
        self._asked.setProperty("role", "label")
        self._asked.setBuddy(self.search.editor())
        acts = QHBoxLayout()
        for button in (self.add_button, self.new_person, self.cancel):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(12)
        searching = QVBoxLayout()
        searching.setSpacing(3)
        searching.addWidget(self._asked)
        searching.addWidget(self.search)
        column.addWidget(self.title)
        column.addLayout(searching)
        for part in (self.membership_form, self.moves_here, self.person_form, self.alike, self.problem):
            column.addWidget(part)
        column.addLayout(acts)

    def _connect(self) -> None:
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DRAFT_AFTER_MS)
        self._wait.timeout.connect(self.keep_draft)
        self.search.edited.connect(self._look)
        self.search.entry.returnPressed.connect(self._entered)
        for form in (self.person_form, self.membership_form):
            form.edited.connect(self._wait.start)
            form.field_committed.connect(self._committed)
        self.alike.used.connect(self._use)
        self.alike.open_wanted.connect(self._open_member)

    # what the tab asks for

    def open(self, household_id: int) -> None:
        """Begin anew for a household, or go on with what was half-filled for it."""
        self._household_id = household_id
        self._start()
        draft = self._draft()
        if draft is not None:
            self._restore(draft.typed)

    def has_draft(self) -> bool:
        """Say whether something half-filled stands here."""
        return bool(self._kept)

    def focus(self) -> None:
        """Put the keyboard where one goes on."""
        if self.search.isVisible():
            self.search.editor().setFocus()
        elif self.membership_form.fields["role"].is_valid():
            self.person_form.focus("given_name")
        else:
            self.membership_form.focus("role")

    def keep_draft(self) -> None:
        """Keep what stands here in the file until it is added or thrown away."""
        self._wait.stop()
        typed = self._typed()
        if not self._household_id or typed == self._kept:
            return
        self._kept = typed
        try:
            if typed:
                self.session.case.drafts.keep(_TOPIC, typed, context=str(self._household_id))
            else:
                self._drop()
        except FileTrouble as trouble:
            self.said.emit(trouble_sentence(trouble, language()))

    def discard(self) -> None:
        """Throw away what stands here."""
        self._wait.stop()
        self._drop()
        self._start()
        self.closed.emit()

    # the steps

    def _start(self) -> None:
        self._kept, self._left, self._seen = {}, set(), set()
        self.search.set_value("")
        self._show_step(None, searching=True)
        self._look()

    def _show_step(self, chosen: Person | None, *, searching: bool = False) -> None:
        self._chosen = chosen
        is_new = chosen is None and not searching
        said = tr("Legg til medlem") if searching else tr("Ny person") if chosen is None else chosen.name
        self.title.setText(said)
        self._asked.setVisible(searching)
        self.search.setVisible(searching)
        self.new_person.setVisible(searching)
        self.add_button.setVisible(not searching)
        self.person_form.setVisible(is_new)
        self.membership_form.setVisible(not searching)
        self.alike.show_people([])
        self.problem.show_sentences([])
        self.moves_here.setVisible(False)
        if not searching:
            self._show_forms()

    def _show_forms(self) -> None:
        case = self.session.case
        self._left = set()
        self.person_form.show_record(Person(given_name=""))
        inside = [m for m in case.memberships.of_household(self._household_id) if m.left_on is None]
        has_main = any(m.role is MemberRole.MAIN for m in inside)
        person_id = self._chosen.id if self._chosen and self._chosen.id else 0
        blank = Membership(household_id=self._household_id, person_id=person_id, role=MemberRole.MAIN,
                           joined_on=self.session.today)  # fmt: skip
        self.membership_form.show_record(blank)
        if has_main:
            self.membership_form.fields["role"].set_value(None)
        elsewhere = self._elsewhere()
        if elsewhere is not None:
            where = case.households.label(elsewhere.household_id)
            self.moves_here.setText(tr("Flytter hit fra {where} samme dag", where=where))
            self.moves_here.setChecked(True)
        self.moves_here.setVisible(elsewhere is not None)

    def _elsewhere(self) -> Membership | None:
        if self._chosen is None or self._chosen.id is None:
            return None
        found = self.session.case.memberships.of_person(self._chosen.id)
        return next((m for m in found if m.left_on is None and m.household_id != self._household_id), None)

    def _look(self) -> None:
        typed = self.search.typed().strip()
        self.alike.show_people(people_alike(self.session.case, typed, self._household_id), searched=bool(typed))
        self.new_person.setEnabled(bool(typed))
        self._wait.start()

    def _entered(self) -> None:
        """Enter goes on only where nobody alike is there to choose between."""
        if self.search.typed().strip() and not self.alike.people:
            self._begin_new()

    def _begin_new(self) -> None:
        self._seen |= {person.id for person in self.alike.people}
        *given, family = self.search.typed().split() or [""]
        self._show_step(None)
        self.person_form.fields["given_name"].set_typed(" ".join(given) or family)
        self.person_form.fields["family_name"].set_typed(family if given else "")
        self.focus()
        self.keep_draft()

    def _use(self, person_id: int) -> None:
        self._show_step(self.session.case.people.get(person_id))
        self.membership_form.focus("role")
        self.keep_draft()

    def _open_member(self, person_id: int) -> None:
        self.discard()
        self.open_wanted.emit(person_id)

    # adding

    def _add(self) -> None:
        if not all([form.check() for form in self._forms()]):
            self._focus_first(lambda field: not field.is_valid())
            return
        if self._asks_again():
            return
        try:
            self.session.run(self._write)
        except Refused as refused:
            self._show_problems(list(refused.problems))
            self._focus_first(lambda field: bool(field.problem()))
            return
        except FileTrouble as trouble:
            self.problem.show_sentences([(trouble_sentence(trouble, language()), True)])
            return
        self.kept.emit(tr("Lagt til."))
        self.discard()

    def _write(self, case: CaseFile) -> Membership:
        """Write person and membership together, so that one undo takes both back."""
        values = self.membership_form.values()
        elsewhere = self._elsewhere() if self.moves_here.isChecked() else None
        if elsewhere is not None:
            left_on: date = values["joined_on"] or self.session.today
            case.save(dataclasses.replace(elsewhere, left_on=left_on, leave_reason=LeaveReason.MOVED_OUT))
        person = self._chosen or case.save(Person(**self.person_form.values()))
        return case.save(Membership(household_id=self._household_id, person_id=person.id or 0, **values))

    def _asks_again(self) -> bool:
        """Ask before a person is made whose name sounds like somebody's not yet seen in the search."""
        if self._chosen is not None:
            return False
        name = " ".join(self.person_form.fields[part].typed() for part in ("given_name", "family_name"))
        found = people_alike(self.session.case, name, self._household_id)
        unseen = [person for person in found if person.id not in self._seen]
        if not unseen:
            return False
        self._seen |= {person.id for person in unseen}
        self.alike.show_people(found, searched=True)
        said = tr("Navnet ligner på noen som er her fra før. Er det en annen, trykk «Legg til» en gang til.")
        self.problem.show_sentences([(said, False)])
        return True

    def _forms(self) -> list[Form]:
        return [self.membership_form, *([] if self._chosen else [self.person_form])]

    def _focus_first(self, test: Callable[[Field], bool]) -> None:
        for form in self._forms():
            name = next((name for name, field in form.fields.items() if test(field)), None)
            if name is not None:
                form.focus(name)
                return

    def _committed(self, name: str) -> None:
        self._left.add(name)
        if self._chosen is None and self.person_form.is_valid():
            found = self.session.case.problems(Person(**self.person_form.values()))
            self._show_problems([problem for problem in found if problem.field in self._left])
        self.keep_draft()

    def _show_problems(self, problems: list[Problem]) -> None:
        said = by_field(problems, language())
        loose: list[Sentence] = []
        for form in (self.person_form, self.membership_form):
            form.show_problems({name: found for name, found in said.items() if name in form.fields})
        shown = self.person_form.fields.keys() | self.membership_form.fields.keys()
        for name, found in said.items():
            loose += [] if name in shown else found
        self.problem.show_sentences(loose)

    # drafts

    def _typed(self) -> dict[str, str]:
        # law.md AG-3: nothing about somebody with a strictly confidential address is kept, half-filled forms neither.
        if self.person_form.fields["grading"].typed() == Grading.STRICTLY_CONFIDENTIAL.value:
            return {}
        if self.search.isHidden():
            chosen = {} if self._chosen is None else {_PERSON: str(self._chosen.id)}
            return {_SEARCH: "", **chosen, **self.person_form.typed(), **self.membership_form.typed()}
        return {_SEARCH: self.search.typed()} if self.search.typed().strip() else {}

    def _restore(self, typed: dict[str, str]) -> None:
        self._kept = typed
        if typed.get(_SEARCH):
            self.search.set_typed(typed[_SEARCH])
            self._look()
            return
        chosen = self.session.case.people.find(int(typed[_PERSON])) if _PERSON in typed else None
        self._show_step(chosen)
        for form in (self.person_form, self.membership_form):
            form.restore_typed(typed)

    def _draft(self) -> Any:
        return self.session.case.drafts.find(_TOPIC, context=str(self._household_id))

    def _drop(self) -> None:
        if self._draft() is not None:
            self.session.case.drafts.drop(_TOPIC, context=str(self._household_id))


def _button(words: str, act: Any, *, main: bool = False) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "main" if main else "")
    button.clicked.connect(lambda: act())
    return button
