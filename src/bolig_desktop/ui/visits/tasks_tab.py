"""Oppgaver: what is to be done for the household, mostly found on a visit."""

from dataclasses import replace
from datetime import timedelta

from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.visits.form import TaskForm
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import LineAct, SubList
from bolig_desktop.ui.words import tr
from bolig_desktop.visits.records import Task

_SOON = timedelta(days=7)


class TasksTab(SubRecords):
    """The tasks of the household that is open, what is not done first."""

    def __init__(self, session: Session) -> None:
        lines = SubList(
            self._words,
            make_form=lambda: TaskForm(session.case.clock),
            add_label=tr("Ny oppgave"),
            blank=lambda: Task(household_id=self.household_id, what="", due_on=session.today + _SOON),
            empty=tr("Ingenting å gjøre. F8 i et besøk gjør linjen du skriver på til en oppgave."),
            pill=self._pill,
            stacked=True,
            acts=self._acts,
        )
        super().__init__(session, "tasks", lines, session.case.tasks.of_household)

    @property
    def household_id(self) -> int:
        """The household whose tasks are shown."""
        return self._parent_id

    def _words(self, task: Task) -> tuple[str, str]:
        by = tr("innen {day}", day=show_date(task.due_on))
        done = "" if task.done_on is None else tr("gjort {day}", day=show_date(task.done_on))
        return task.what, " · ".join(part for part in (done or by, task.who) if part)

    def _pill(self, task: Task) -> Pill:
        if task.done_on is not None:
            return tr("Gjort"), Tone.GOOD
        today = self.session.today
        if task.due_on < today:
            return tr("For sent"), Tone.DANGER
        return (tr("Snart"), Tone.SOON) if task.due_on <= today + _SOON else (tr("Å gjøre"), Tone.ACCENT)

    def _acts(self, task: Task) -> list[LineAct]:
        return [] if task.done_on is not None else [LineAct("check", tr("Gjort i dag"), lambda: self._done(task))]

    def _done(self, task: Task) -> None:
        done = replace(task, done_on=self.session.today)
        self.write(lambda case: case.save(done), tr("Oppgaven er ført som gjort."))
