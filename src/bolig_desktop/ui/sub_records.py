"""A list of sub-records inside a case, tied to the file: loaded, saved, removed, and half-filled forms kept."""

import dataclasses
from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.editing import DraftTimer
from bolig_desktop.ui.problems import by_field, sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.field import ProblemLine
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import language, tr


class SubRecords(QWidget):
    """Ties a SubList to a topic's records of one parent.

    load: the parent's id to its records; topic: the name its drafts are kept under.
    Signal ``kept(sentence)`` when something was saved or removed and can be undone.
    """

    kept = Signal(str)

    def __init__(self, session: Session, topic: str, sub_list: SubList, load: Callable[[int], Sequence[Any]]) -> None:
        super().__init__()
        self.session, self.topic, self.list, self._load = session, topic, sub_list, load
        self._parent_id = 0
        self._problem = ProblemLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._problem)
        column.addWidget(sub_list)
        column.addStretch(1)
        self._wait = DraftTimer(self, self.keep_draft)
        sub_list.edited.connect(self._wait.typed)
        self._kept: dict[str, str] = {}
        sub_list.saved.connect(self._save)
        sub_list.removed.connect(self._remove)

    def open(self, parent_id: int) -> None:
        """Show another parent's records; a form left half-filled there is opened again."""
        self.keep_draft()
        self._parent_id = 0
        self.list.close_form()
        self._problem.show_sentences([])
        self._parent_id, self._kept = parent_id, {}
        draft = self._draft()
        if draft is not None:
            self.list.add()
            if self.list.form is not None:
                self.list.form.restore_typed(draft.typed)
                self._show_problems_of(set(draft.typed))
                self._kept = draft.typed

    def _show_problems_of(self, names: Collection[str]) -> None:
        """Show what the rules say of these fields of the open form: those its writer has been in."""
        record, form = self.list.record(), self.list.form
        if form is not None:
            found = self.session.case.problems(dataclasses.replace(record, **form.values()))
            form.show_problems(by_field([problem for problem in found if problem.field in names], language()))

    def reload(self) -> int:
        """Read the records again and return how many there are."""
        records = self._load(self._parent_id)
        self.list.set_rows(records)
        return len(records)

    def keep_draft(self) -> None:
        """Keep what stands half-filled in an open form for a new line."""
        self._wait.stop()
        form, record = self.list.form, self.list.record()
        if form is None or record is None or record.id is not None or not self._parent_id:
            return
        typed = form.typed()
        if typed != self._kept:
            try:
                self.session.case.drafts.keep(self.topic, typed, context=str(self._parent_id))
            except FileTrouble as trouble:
                self._problem.show_sentences([(trouble_sentence(trouble, language()), True)])
                return
            self._kept = typed

    def _draft(self) -> Any:
        return self.session.case.drafts.find(self.topic, context=str(self._parent_id))

    def _save(self, record: Any, values: dict[str, Any]) -> None:
        changed = dataclasses.replace(record, **values)
        try:
            self.session.run(lambda case: case.save(changed))
        except Refused as refused:
            self.list.show_problems(by_field(refused.problems, language()))
            return
        except FileTrouble as trouble:
            self.list.show_problems({"": [(trouble_sentence(trouble, language()), True)]})
            return
        if record.id is None:
            self.session.case.drafts.drop(self.topic, context=str(self._parent_id))
            self._kept = {}
        self.list.close_form()
        self._problem.show_sentences([])
        self.reload()
        self.kept.emit(tr("Lagret."))

    def _remove(self, record: Any) -> None:
        try:
            self.session.run(lambda case: case.remove(record))
        except Refused as refused:
            self._problem.show_sentences(sentences_for(refused.problems, language()))
            return
        self._problem.show_sentences([])
        self.reload()
        self.kept.emit(tr("Fjernet."))
