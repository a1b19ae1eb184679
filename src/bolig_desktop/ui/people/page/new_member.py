"""Letting somebody into a household: look for them first, then take them in or write them down as new."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.people.records import Person
from bolig_desktop.storage.drafts import Draft
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.editing import DraftTimer
from bolig_desktop.ui.people.page.alike import AlikeList, people_alike
from bolig_desktop.ui.people.page.joining import JoinForm
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.field import ProblemLine
from bolig_desktop.ui.widgets.fields import TextField
from bolig_desktop.ui.widgets.keys import SAVE_KEYS, on_keys
from bolig_desktop.ui.words import language, tr

_TOPIC = "new_member"
_SEARCH, _PERSON = "_search", "_person"


class NewMember(QFrame):
    """Three steps in one box: what name, is it one of these, and then the form.

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
        self._kept: dict[str, str] = {}
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.title.setWordWrap(True)
        self._asked = QLabel(tr("Hva heter personen?"))
        self._asked.setProperty("role", "label")
        self.search = TextField(placeholder=tr("fornavn og etternavn"), longest=200)
        self.search.set_name(tr("Hva heter personen?"))
        self._asked.setBuddy(self.search.editor())
        self.form = JoinForm(session)
        self.alike = AlikeList()
        self.problem = ProblemLine()
        self.add_button = _button(tr("Legg til"), self._add, main=True)
        self.new_person = _button(tr("Ny person"), self._begin_new, main=True)
        self.cancel = _button(tr("Avbryt"), self.discard)
        for button in (self.add_button, self.new_person):
            button.setToolTip(f"{button.text()} (Ctrl+Enter)")
        self._build()
        self._connect()

    def _build(self) -> None:
        acts = QHBoxLayout()
        for button in (self.add_button, self.new_person, self.cancel):
            acts.addWidget(button)
        acts.addStretch(1)
        searching = QVBoxLayout()
        searching.setSpacing(3)
        searching.addWidget(self._asked)
        searching.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addLayout(searching)
        for part in (self.form, self.alike, self.problem):
            column.addWidget(part)
        column.addLayout(acts)

    def _connect(self) -> None:
        on_keys(self, SAVE_KEYS, self._go_on)
        self._wait = DraftTimer(self, self.keep_draft)
        self.search.edited.connect(self._look)
        self.search.entry.returnPressed.connect(self._entered)
        self.form.edited.connect(self._wait.typed)
        self.form.committed.connect(self.keep_draft)
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
        if self.search.isHidden():
            self.form.focus()
        else:
            self.search.editor().setFocus()

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
        self._kept, self._seen = {}, set()
        self.search.set_value("")
        self._show_step(None, searching=True)
        self._look()
        self._wait.stop()

    def _show_step(self, chosen: Person | None, *, searching: bool = False) -> None:
        self._chosen = chosen
        said = tr("Legg til medlem") if searching else tr("Ny person") if chosen is None else chosen.name
        self.title.setText(said)
        for part in (self._asked, self.search, self.new_person):
            part.setVisible(searching)
        self.form.setVisible(not searching)
        self.add_button.setVisible(not searching)
        self.alike.show_people([])
        self.problem.show_sentences([])
        self.form.begin(self._household_id, chosen)

    def _look(self) -> None:
        typed = self.search.typed().strip()
        self.alike.show_people(people_alike(self.session.case, typed, self._household_id), searched=bool(typed))
        self.new_person.setEnabled(bool(typed))
        self._wait.typed()

    def _entered(self) -> None:
        """Enter goes on only where nobody alike is there to choose between."""
        if self.search.typed().strip() and not self.alike.people:
            self._begin_new()

    def _go_on(self) -> None:
        for button in (self.add_button, self.new_person):
            if button.isVisible():
                button.click()
                return

    def _begin_new(self) -> None:
        self._seen |= {person.id for person in self.alike.people}
        self._show_step(None)
        self.form.set_name(self.search.typed())
        self.form.focus()
        self.keep_draft()

    def _use(self, person_id: int) -> None:
        self._show_step(self.session.case.people.get(person_id))
        self.form.focus()
        self.keep_draft()

    def _open_member(self, person_id: int) -> None:
        self.discard()
        self.open_wanted.emit(person_id)

    def _add(self) -> None:
        """Write person and membership in one step of the history, so that one undo takes both back."""
        self.problem.show_sentences([])
        if not self.form.check() or self._asks_again():
            return
        try:
            self.session.run(self.form.write)
        except Refused as refused:
            self.form.show_refused(refused.problems)
            return
        except FileTrouble as trouble:
            self.problem.show_sentences([(trouble_sentence(trouble, language()), True)])
            return
        self.kept.emit(tr("Lagt til."))
        self.discard()

    def _asks_again(self) -> bool:
        """Ask before a person is made whose name sounds like somebody's not yet seen in the search."""
        if self._chosen is not None:
            return False
        found = people_alike(self.session.case, self.form.name(), self._household_id)
        unseen = {person.id for person in found} - self._seen
        if not unseen:
            return False
        self._seen |= unseen
        self.alike.show_people(found, searched=True)
        said = tr("Navnet ligner på et som er her fra før. Er det en annen, trykk «Legg til» en gang til.")
        self.problem.show_sentences([(said, False)])
        return True

    # drafts

    def _typed(self) -> dict[str, str]:
        if not self.search.isHidden():
            return {_SEARCH: self.search.typed()} if self.search.typed().strip() else {}
        typed = self.form.typed()
        return typed if self._chosen is None or not typed else {_PERSON: str(self._chosen.id), **typed}

    def _restore(self, typed: Mapping[str, str]) -> None:
        self._kept = dict(typed)
        if _SEARCH in typed:
            self.search.set_typed(typed[_SEARCH])
            self._look()
            return
        self._show_step(self.session.case.people.find(int(typed[_PERSON])) if _PERSON in typed else None)
        self.form.restore(typed)

    def _draft(self) -> Draft | None:
        return self.session.case.drafts.find(_TOPIC, context=str(self._household_id))

    def _drop(self) -> None:
        if self._draft() is not None:
            self.session.case.drafts.drop(_TOPIC, context=str(self._household_id))


def _button(words: str, act: Callable[[], object], *, main: bool = False) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "main" if main else "")
    button.clicked.connect(lambda: act())
    return button
