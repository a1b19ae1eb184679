"""The page of complaints: about which home, what was answered, and when."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from bolig_desktop.casefile.maintenance_lines import complaint_lines
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.maintenance.records import Complaint, ComplaintLine, ComplaintState
from bolig_desktop.maintenance.rules import ANSWER_DAYS, answer_by, complaint_state
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.choosing import dwelling_choices, dwelling_title, household_beside_home, household_choices
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.maintenance.columns import complaint_chips, complaint_columns, complaint_pill
from bolig_desktop.ui.maintenance.form import ComplaintForm
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pick_field import PickField
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import language, tr


class ComplaintsPage(TopicPage):
    """Klager, kept apart from what is wrong with the homes."""

    topic = "complaints"
    table_name = "complaints"
    icon = "message-square"
    watched = frozenset({"complaints", "dwellings", "tenancies", "households", "memberships", "people"})
    sort_by = "received"

    def words(self) -> dict[str, str]:
        """Return the page's own words."""
        return {
            "title": tr("Klager"),
            "new": tr("Ny klage"),
            "empty": tr("Her kommer klager fra naboer og utleiere. Før den første når den kommer, og svar på den."),
            "choose": tr("Velg en klage i listen, eller før en ny."),
            "facts": tr("Klage"),
            "new_title": tr("Ny klage"),
            "create": tr("Før klagen"),
        }

    def columns(self) -> Sequence[Column]:
        """Return the list's columns."""
        return complaint_columns()

    def chips(self) -> Sequence[Chip]:
        """Return the quick filters."""
        return complaint_chips()

    def lines(self) -> Sequence[ComplaintLine]:
        """Read the list's lines."""
        return complaint_lines(self.session.case)

    def blank(self, **known: int) -> Complaint:
        """Return a new complaint, received today."""
        empty: Any = None
        return Complaint(
            dwelling_id=known.get("dwelling_id", empty),
            household_id=known.get("household_id"),
            received_on=self.session.today,
            what="",
        )

    def make_form(self) -> Form:
        """Make the form."""
        case = self.session.case
        form = ComplaintForm(
            case.clock,
            (lambda typed: dwelling_choices(case, typed), lambda row_id: dwelling_title(case, row_id)),
            (lambda typed: household_choices(case, typed), lambda row_id: household_beside_home(case, row_id)),
        )
        for field in form.fields.values():
            if isinstance(field, PickField):
                field.go.connect(self.go)
        return form

    def add_acts(self) -> None:
        """Add what can be done with a complaint."""
        header = self.case_panel.header
        self._answered = header.add_act(tr("Besvart i dag"), self._answer_today, icon="send", main=True)
        header.add_act(tr("Åpne boligen"), self._open_dwelling, icon="house")
        header.add_seldom(tr("Fjern klagen"), self.remove, icon="trash-2")

    def show_details(self, record: Complaint) -> None:
        """Show who complains in kind, about which home, and by when it is to be answered."""
        state = complaint_state(record)
        where = dwelling_title(self.session.case, record.dwelling_id)
        came = tr("kom {day}", day=show_date(record.received_on))
        self.case_panel.header.show_title(label(record.source), f"{where} · {came}", pill=complaint_pill(state))
        self._answered.setVisible(state is ComplaintState.OPEN)
        banners = [self._unanswered(record)] if state is ComplaintState.OPEN else []
        self.case_panel.show_banners([*banners, *self.banner_of_problems()])

    def _unanswered(self, record: Complaint) -> Banner:
        day = answer_by(record)
        why = tr("Rutinen er {days} dager fra klagen kom. Det er en rutine, ingen frist i loven.", days=ANSWER_DAYS)
        tone = Tone.DANGER if day < self.session.today else Tone.SOON
        return Banner(tone, tr("Svar på klagen innen {day}", day=show_date(day)), why=why, icon="message-square")

    def _answer_today(self) -> None:
        self.editor.finish()
        changed = dataclasses.replace(self.record, answered_on=self.session.today)
        try:
            self.session.run(lambda case: case.save(changed))
        except Refused as refused:
            self.said.emit(sentences_for(refused.problems, language())[0][0])
        except FileTrouble as trouble:
            self.said.emit(trouble_sentence(trouble, language()))
        else:
            self.kept.emit(tr("Lagret."))

    def _open_dwelling(self) -> None:
        self.go.emit(Place(topic="dwellings", id=self.record.dwelling_id, tab="defects"))
