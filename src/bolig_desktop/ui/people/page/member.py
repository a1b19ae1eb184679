"""One member open for change, in place: the membership and the person, each saved as one goes."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.people.records import Membership
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui import icons
from bolig_desktop.ui.editing import Editor
from bolig_desktop.ui.history_tab import HistoryTab
from bolig_desktop.ui.people.form import MembershipForm, PersonForm
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.field import ProblemLine
from bolig_desktop.ui.widgets.fold import Fold
from bolig_desktop.ui.widgets.messages import confirm
from bolig_desktop.ui.words import language, tr


class MemberBox(QWidget):
    """The forms of one member.

    Signals: ``kept(sentence)``, ``said(sentence)``, ``closed()`` when the user is done with it.
    """

    kept = Signal(str)
    said = Signal(str)
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._membership: Membership | None = None
        clock = session.case.clock
        self.membership_form = MembershipForm(clock)
        self.person_form = PersonForm(clock)
        self.membership_editor = Editor(session, self.membership_form, "memberships")
        self.person_editor = Editor(session, self.person_form, "people")
        for editor in (self.membership_editor, self.person_editor):
            editor.saved.connect(lambda _: self.kept.emit(tr("Lagret.")))
            editor.said.connect(self.said)
        # After the editor has tried to save it the ordinary way.
        self.person_form.field_committed.connect(self._shield_at_once)
        self.problem = ProblemLine()
        self.history = HistoryTab(session, self.person_form)
        self._history_fold = Fold(tr("Historikk for personen"))
        self._history_fold.body.addWidget(self.history)
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 4, 16, 14)
        column.setSpacing(14)
        for part in (self.membership_form, self.person_form, self._history_fold, self.problem):
            column.addWidget(part)
        column.addLayout(self._acts())

    def _acts(self) -> QHBoxLayout:
        done = QPushButton(tr("Ferdig"))
        done.clicked.connect(self._done)
        remove = QPushButton(tr("Fjern fra husstanden"))
        remove.setProperty("role", "flat")
        icons.put(remove, "trash-2", side=16)
        remove.clicked.connect(self._ask_remove)
        row = QHBoxLayout()
        row.addWidget(done)
        row.addWidget(remove)
        row.addStretch(1)
        return row

    def membership_id(self) -> int | None:
        """Return which membership is open, None where none is."""
        return self._membership.id if self._membership else None

    def open(self, membership_id: int) -> None:
        """Open one member."""
        self.problem.show_sentences([])
        membership = self.session.case.memberships.get(membership_id)
        self._membership = membership
        self.membership_editor.open(membership)
        self.person_editor.open(self.session.case.people.get(membership.person_id))
        self.history.show_row("people", membership.person_id)

    def refresh(self) -> None:
        """Show the member as they stand in the file now; words not yet saved stay."""
        if self._membership is None:
            return
        again = self.session.case.memberships.find(self._membership.id)
        if again is None:
            self.close_member()
            return
        self._membership = again
        self._reopen(self.membership_editor, again)
        self._reopen(self.person_editor, self.session.case.people.get(again.person_id))
        self.history.show_row("people", again.person_id)

    def finish(self) -> None:
        """Save or keep what is typed."""
        if self._membership is not None:
            self.membership_editor.finish()
            self.person_editor.finish()

    def close_member(self) -> None:
        """Show nobody."""
        self._membership = None
        self.membership_editor.record = self.person_editor.record = None

    @staticmethod
    def _reopen(editor: Editor, record: Any) -> None:
        if editor.record != record:
            editor.open(record, keep_typed=True)
        else:
            editor.show_problems()

    def _shield_at_once(self, name: str) -> None:
        """Keep a grading that was refused for what stands around the person: it hides them while that is mended."""
        field, person = self.person_form.fields["grading"], self.person_editor.record
        if name != "grading" or person is None or not field.is_valid() or not field.is_changed():
            return
        grading = field.value()
        try:
            shielded = self.session.run(lambda case: case.shield(case.people.get(person.id), grading))
        except FileTrouble as trouble:
            self.problem.show_sentences([(trouble_sentence(trouble, language()), True)])
            return
        if shielded.grading is grading:
            gone = [name for name in grading.keeps_empty if getattr(person, name)]
            self.kept.emit(_shielded_words([self.person_form.labels[name].lower() for name in gone]))

    def _done(self) -> None:
        self.finish()
        self.closed.emit()

    def _ask_remove(self) -> None:
        name = self.person_form.fields["given_name"].typed()
        confirm(
            self,
            tr("Skal {name} fjernes fra husstanden?", name=name),
            self._remove,
            act=tr("Fjern"),
            detail=tr(
                "Bruk dette når noen er ført ved en feil. Har personen flyttet ut, fyll heller ut datoen under "
                "«Flyttet ut», så står det i historien. Du kan angre med Ctrl+Z."
            ),
        )

    def _remove(self) -> None:
        membership = self._membership
        if membership is None:
            return
        self.membership_editor.discard()
        self.person_editor.discard()
        try:
            self.session.run(lambda case: remove_member(case, membership))
        except Refused as refused:
            self.problem.show_sentences(sentences_for(refused.problems, language()))
            return
        self.kept.emit(tr("Fjernet."))
        self.closed.emit()


def _shielded_words(gone: list[str]) -> str:
    said = tr("Skjermet med en gang: navnet vises ikke i lister og søk.")
    return f"{said} {tr('Tatt bort her: {fields}.', fields=', '.join(gone))}" if gone else said


def remove_member(case: Any, membership: Membership) -> None:
    """Remove a membership, and the person too where nothing else stands on them."""
    case.remove(membership)
    if not case.memberships.of_person(membership.person_id):
        case.remove(case.people.get(membership.person_id))
