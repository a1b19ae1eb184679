"""Saved as you go: ties one form to one record, keeps what is half-filled, and says what stands in the way."""

import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from bolig_desktop.errors import FileTrouble, Problem, Refused
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.problems import by_field
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import language, tr

_DRAFT_AFTER_MS = 250


class DraftTimer(QTimer):
    """Runs out a moment after the first keystroke since the last draft; those that follow do not put it off."""

    def __init__(self, parent: QObject, keep: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(_DRAFT_AFTER_MS)
        self.timeout.connect(keep)

    def typed(self) -> None:
        """Say that something was typed."""
        if not self.isActive():
            self.start()


class Editor(QObject):
    """Writes a form's record when a field is left, and what cannot be written yet as a draft in the case file.

    Signals: ``saved(record)`` when it stands in the file; ``said(sentence)`` for the status line;
    ``judged(problems)`` with the problems shown now.
    """

    saved = Signal(object)
    said = Signal(str)
    judged = Signal(object)

    def __init__(
        self,
        session: Session,
        form: Form,
        topic: str,
        *,
        context: str = "",
    ) -> None:
        """``topic`` and ``context`` name the drafts this form keeps."""
        super().__init__(form)
        self.session, self.form, self.topic, self.context = session, form, topic, context
        self.record: Any = None
        self._tried = False
        self._left: set[str] = set()
        self._wait = DraftTimer(self, self.keep_draft)
        form.edited.connect(self._wait.typed)
        form.field_committed.connect(self._committed)

    def open(self, record: Any, *, keep_typed: bool = False) -> None:
        """Show a record (with id None: one to be made) and any half-filled words kept for it."""
        self.record = record
        self._tried, self._left = False, set()
        self.form.show_record(record, keep_typed=keep_typed)
        draft = self.session.case.drafts.find(self.topic, record_id=record.id or 0, context=self.context)
        if draft is not None and not keep_typed:
            self.form.restore_typed(draft.typed)
            self._left = set(draft.typed)
            self.said.emit(tr("Det du ikke ble ferdig med sist, står i feltene."))
        self.show_problems()

    def show_problems(self) -> list[Problem]:
        """Show what the rules say about what stands in the form now, and return it.

        A record not made yet says only what is wrong with fields the user has been in, and with it as a whole.
        """
        candidate = self._candidate()
        found = self.session.case.problems(candidate)
        is_new = candidate.id is None and not self._tried
        shown = [p for p in found if not is_new or not p.field or p.field in self._left]
        self.form.show_problems(by_field(shown, language()))
        self.judged.emit(shown)
        return found

    def create(self) -> bool:
        """Make the new record now; where it cannot be made, show all that is wrong and go to the first of it."""
        self._tried = True
        self.form.check()
        made = self._save()
        if not made:
            self.form.focus_first_wrong()
        return made

    def discard(self) -> None:
        """Forget what is half-filled and show the record as it stands in the file."""
        self._wait.stop()
        self.session.case.drafts.drop(self.topic, record_id=self.record.id or 0, context=self.context)
        self.form.show_record(self.record)

    def finish(self) -> None:
        """Save or keep everything typed so far; called before the form goes out of sight."""
        if self.record is not None:
            self.form.finish()
            self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what stands in the form and is not saved, or forget the draft when all is."""
        self._wait.stop()
        if self.record is None:
            return
        typed, drafts = self.form.typed(), self.session.case.drafts
        row_id = self.record.id or 0
        try:
            if typed:
                drafts.keep(self.topic, typed, record_id=row_id, context=self.context)
            elif drafts.find(self.topic, record_id=row_id, context=self.context) is not None:
                drafts.drop(self.topic, record_id=row_id, context=self.context)
        except FileTrouble as trouble:
            self.said.emit(trouble_sentence(trouble, language()))

    def _committed(self, name: str) -> None:
        self._left.add(name)
        if self.record is None:
            return
        if self.record.id is None:
            self.show_problems()
            self.keep_draft()
        else:
            self._save()

    def _candidate(self) -> Any:
        return dataclasses.replace(self.record, **self.form.values())

    def _save(self) -> bool:
        candidate = self._candidate()
        self.show_problems()
        if self.session.case.refusing(candidate) or not self.form.is_valid():
            self.keep_draft()
            self.said.emit(tr("Ikke lagret ennå – se feltene merket med rødt. Det du har skrevet, er tatt vare på."))
            return False
        is_new = candidate.id is None
        try:
            self.record = self.session.run(lambda case: case.save(candidate))
        except Refused as refused:
            self.form.show_problems(by_field(refused.problems, language()))
            return False
        except FileTrouble as trouble:
            self.form.show_problems({"": [(trouble_sentence(trouble, language()), True)]})
            self.said.emit(tr("Ikke lagret. Det du har skrevet, står fortsatt i feltene."))
            return False
        self.session.case.drafts.drop(self.topic, record_id=0 if is_new else self.record.id, context=self.context)
        self.context = ""
        self.form.show_record(self.record, keep_typed=not is_new)
        self.show_problems()
        self.saved.emit(self.record)
        return True
