"""A list of sub-records inside a case, tied to the file: loaded, saved, removed, and half-filled forms kept."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.errors import FileTrouble, Problem, Refused
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.editing import DraftTimer
from bolig_desktop.ui.problems import by_field, sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.column import bring_to_top
from bolig_desktop.ui.widgets.field import ProblemLine
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import language, tr


class SubRecords(QWidget):
    """Ties a SubList to a topic's records of one parent.

    load: the parent's id to its records; topic: the name its drafts are kept under; completed: adds to a record what
    is not typed, just before it is saved; save: writes it, where more is written with it.
    Signal ``kept(sentence)`` when something was saved or removed and can be undone.
    """

    kept = Signal(str)

    def __init__(self, session: Session, topic: str, sub_list: SubList, load: Callable[[int], Sequence[Any]], *,
                 completed: Callable[[Any], Any] = lambda record: record,
                 save: Callable[[CaseFile, Any], object] = CaseFile.save) -> None:  # fmt: skip
        super().__init__()
        self.session, self.topic, self.list, self._load = session, topic, sub_list, load
        self._completed, self._write = completed, save
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
        self._left: set[str] = set()
        self._refused: list[Problem] | None = None
        sub_list.saved.connect(self._save)
        sub_list.removed.connect(self._remove)
        sub_list.opened.connect(self._restore)
        sub_list.leaving.connect(self.keep_draft)
        sub_list.given_up.connect(self._forget)

    def open(self, parent_id: int) -> None:
        """Show another parent's records; a form left half-filled there is opened again."""
        self.keep_draft()
        self._parent_id = 0
        self.list.close_form()
        self._problem.show_sentences([])
        self._parent_id = parent_id
        drafts = [d for d in self.session.case.drafts.of_topic(self.topic) if d.context == str(parent_id)]
        records = {record.id: record for record in self._load(parent_id)} if drafts else {}
        for draft in drafts[:1]:
            if draft.record_id == 0:
                self.list.add()
            elif draft.record_id in records:
                self.list.change(records[draft.record_id])

    def begin(self, record: Any = None) -> None:
        """Open the form for a new line or for ``record``; one that is half-filled stays and gets the keyboard."""
        form, shown = self.list.form, self.list.record()
        if form is not None and (form.typed() or shown == record or (record is None and shown.id is None)):
            self.list.focus_form()
        elif record is None:
            self.list.add()
        else:
            self.list.change(record)
        if self.list.form is not None:
            bring_to_top(self.list.form)

    def _restore(self, record: Any) -> None:
        """Put back what stood half-filled in the form that came up; from now on it says what the rules say."""
        self._left, self._refused = set(), None
        form = self.list.form
        if form is not None:
            form.field_committed.connect(self._field_left)
        draft = self.session.case.drafts.find(self.topic, record_id=record.id or 0, context=str(self._parent_id))
        self._kept = {} if draft is None else draft.typed
        if draft is not None and self.list.form is not None:
            self.list.form.restore_typed(draft.typed)
            self._left = set(draft.typed)
            self._show_problems()

    def _field_left(self, name: str) -> None:
        self._left.add(name)
        if self._refused is not None:
            self._refused = [problem for problem in self._refused if problem.field != name]
        self._show_problems()

    def _show_problems(self) -> None:
        """Show what the rules say of the fields the writer has been in; of all, once the line could not be kept."""
        record, form = self.list.record(), self.list.form
        if form is not None:
            found = self.session.case.problems(self._completed(dataclasses.replace(record, **form.values())))
            asked = [problem for problem in found if self._refused is not None or problem.field in self._left]
            form.show_problems(by_field([*asked, *(self._refused or ())], language()))

    def _show_refusal(self, record: Any, problems: Sequence[Problem]) -> None:
        """Show why ``record`` was not kept; what no rule of the record says stays until its field is left again."""
        ruled = self.session.case.problems(record)
        self._refused = [problem for problem in problems if problem not in ruled]
        self.list.show_problems(by_field(problems, language()))

    def reload(self) -> int:
        """Read the records again and return how many there are."""
        records = self._load(self._parent_id)
        self.list.set_rows(records)
        return len(records)

    def keep_draft(self) -> None:
        """Keep what stands half-filled in an open form."""
        self._wait.stop()
        form, record = self.list.form, self.list.record()
        if form is None or record is None or not self._parent_id:
            return
        typed = form.typed()
        if typed != self._kept:
            drafts, row_id, context = self.session.case.drafts, record.id or 0, str(self._parent_id)
            try:
                if typed:
                    drafts.keep(self.topic, typed, record_id=row_id, context=context)
                else:
                    drafts.drop(self.topic, record_id=row_id, context=context)
            except FileTrouble as trouble:
                self._problem.show_sentences([(trouble_sentence(trouble, language()), True)])
                return
            self._kept = typed

    def _forget(self, record: Any) -> None:
        self._wait.stop()
        self._kept = {}
        try:
            self.session.case.drafts.drop(self.topic, record_id=record.id or 0, context=str(self._parent_id))
        except FileTrouble as trouble:
            self._problem.show_sentences([(trouble_sentence(trouble, language()), True)])

    def _save(self, record: Any, values: dict[str, Any]) -> None:
        changed = self._completed(dataclasses.replace(record, **values))
        is_gone = self._is_gone(changed)
        if is_gone:  # taken back, or removed in another case, while it stood open: what is typed here is not lost
            changed = dataclasses.replace(changed, id=None)
        try:
            self.session.run(lambda case: self._write(case, changed))
        except Refused as refused:
            self._show_refusal(changed, refused.problems)
            return
        except FileTrouble as trouble:
            self.list.show_problems({"": [(trouble_sentence(trouble, language()), True)]})
            return
        self._problem.show_sentences([])
        self._forget(record)
        self.list.close_form()
        self.reload()
        self.kept.emit(tr("Linjen var fjernet, og er lagt til på nytt.") if is_gone else tr("Lagret."))

    def _is_gone(self, record: Any) -> bool:
        return record.id is not None and self.session.case.store_of(record).find(record.id) is None

    def write(self, work: Callable[[CaseFile], object], said: str) -> bool:
        """Write something about a line without its form, and say whether it was; why not stands over the lines."""
        try:
            self.session.run(work)
        except Refused as refused:
            self._problem.show_sentences(sentences_for(refused.problems, language()))
            return False
        except FileTrouble as trouble:
            self._problem.show_sentences([(trouble_sentence(trouble, language()), True)])
            return False
        self._problem.show_sentences([])
        self.reload()
        self.kept.emit(said)
        return True

    def _remove(self, record: Any) -> None:
        is_open = self.list.record() == record
        if self.write(lambda case: case.remove(record), tr("Fjernet.")) and is_open:
            self._forget(record)
            self.list.close_form()
