"""The page of defects: what is wrong where, who mends it, what was promised, and what it cost."""

import dataclasses
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtGui import QShortcut

from bolig_desktop.casefile.maintenance_lines import defect_lines, mender_of
from bolig_desktop.casefile.photos import Holder
from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.maintenance.records import Defect, DefectLine, DefectState, Mender, Urgency
from bolig_desktop.maintenance.rules import SEND_DAYS, defect_state, send_by
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.archive.photos_tab import PhotosTab
from bolig_desktop.ui.choosing import dwelling_choices, dwelling_title, household_beside_home, household_choices
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.maintenance.columns import defect_chips, defect_columns, state_pill
from bolig_desktop.ui.maintenance.costs_tab import CostsTab
from bolig_desktop.ui.maintenance.form import DefectForm
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.paper_tab import PaperTab
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pick_field import PickField
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import language, tr

PAPER = "defect-report"


class DefectsPage(TopicPage):
    """Avvik."""

    topic = "defects"
    table_name = "defects"
    icon = "wrench"
    watched = frozenset({"defects", "papers", "dwellings", "households", "memberships", "people"})
    sort_by = "state"

    def words(self) -> dict[str, str]:
        """Return the page's own words."""
        return {
            "title": tr("Avvik"),
            "new": tr("Nytt avvik"),
            "empty": tr(
                "Her kommer det som er galt i boligene. Meld det første, så sier programmet hvem som retter."
            ),
            "choose": tr("Velg et avvik i listen, eller meld et nytt."),
            "facts": tr("Avvik"),
            "new_title": tr("Nytt avvik"),
            "create": tr("Meld avviket"),
        }

    def columns(self) -> Sequence[Column]:
        """Return the list's columns."""
        return defect_columns()

    def chips(self) -> Sequence[Chip]:
        """Return the quick filters."""
        return defect_chips()

    def lines(self) -> Sequence[DefectLine]:
        """Read the list's lines."""
        return defect_lines(self.session.case)

    def blank(self, **known: int) -> Defect:
        """Return a new defect, told of today, of a dwelling where one is given, with what a visit saw."""
        # Empty until they are filled in: the rules ask for both before anything is kept.
        empty: Any = None
        visit = self.session.case.visits.find(known.get("visit_id"))
        return Defect(
            dwelling_id=known.get("dwelling_id", empty),
            what="" if visit is None else visit.about_home,
            kind=empty,
            reported_on=self.session.today if visit is None else visit.visited_on or self.session.today,
            visit_id=None if visit is None else visit.id,
        )

    def make_form(self) -> Form:
        """Make the form."""
        case = self.session.case
        form = DefectForm(
            case.clock,
            (lambda typed: dwelling_choices(case, typed), lambda row_id: dwelling_title(case, row_id)),
            (lambda typed: household_choices(case, typed), lambda row_id: household_beside_home(case, row_id)),
            self._tenure_of,
        )
        for field in form.fields.values():
            if isinstance(field, PickField):
                field.go.connect(self.go)
        return form

    def _tenure_of(self, dwelling_id: int | None) -> Tenure | None:
        found = self.session.case.dwellings.find(dwelling_id)
        return None if found is None else found.tenure

    def add_tabs(self) -> None:
        """Add its photos, its papers, and what defects have cost."""
        self.photos = PhotosTab(self.session, nowhere="")
        self.photos.kept.connect(self.kept)
        self.photos.counted.connect(lambda number: self.case_panel.tabs.count("photos", number))
        self.case_panel.tabs.add("photos", tr("Bilder"), self.photos)
        self.costs = CostsTab(self.session)
        self.costs.all.go.connect(self.go)
        self.papers = PaperTab(lambda row_id: self.session.case.papers.lines("defect_id = ?", (row_id,)), self.go)
        self.case_panel.tabs.add("papers", tr("Papirer"), self.papers)
        self.case_panel.tabs.add("costs", tr("Kostnader"), self.costs)

    def add_acts(self) -> None:
        """Add what can be done with a defect."""
        header = self.case_panel.header
        printing = header.add_act(tr("Skriv ut melding"), self.print_report, icon="printer", main=True)
        printing.setToolTip(tr("Skriv ut melding") + " (Ctrl+P)")
        QShortcut("Ctrl+P", self.case_panel, self.print_report)
        self._sent = header.add_act(tr("Sendt i dag"), lambda: self._today("sent_on"), icon="send")
        self._mended = header.add_act(tr("Utbedret i dag"), lambda: self._today("mended_on"), icon="check")
        header.add_seldom(tr("Åpne boligen"), self._open_dwelling, icon="house")
        header.add_seldom(tr("Fjern avviket"), self.remove, icon="trash-2")

    def show_details(self, record: Defect) -> None:
        """Show what and where it is, how it stands, and what must be done about it."""
        case, today = self.session.case, self.session.today
        mender = mender_of(case, record)
        state = defect_state(record, mender, today)
        where = [dwelling_title(case, record.dwelling_id), record.room, tr("retter: {who}", who=label(mender))]
        title = record.what.strip().split("\n", 1)[0]
        self.case_panel.header.show_title(
            title, " · ".join(part for part in where if part), pill=state_pill(state, record.urgency)
        )
        self._sent.setVisible(record.sent_on is None and state is not DefectState.MENDED)
        self._mended.setVisible(state is not DefectState.MENDED)
        self.case_panel.show_banners([*self._due(record, state, mender), *self.banner_of_problems()])
        self.costs.show_of(record.dwelling_id)
        self.papers.show_of(record.id or 0)
        self.photos.show_holders([Holder("", defect_id=record.id)])

    def _due(self, record: Defect, state: DefectState, mender: Mender) -> list[Banner]:
        if state is DefectState.NEW:
            return [self._unsent(record, mender)]
        if state is DefectState.BROKEN_PROMISE and record.promised_on is not None:
            said = tr("Det ble lovet rettet innen {day}, og er ikke ført som utbedret", day=_day(record.promised_on))
            text = tr("Ta kontakt med den som lovet det, og avtal en ny dag, eller før når det ble utbedret.")
            return [Banner(Tone.DANGER, said, text=text, icon="hourglass")]
        return []

    def _unsent(self, record: Defect, mender: Mender) -> Banner:
        day, urgent = send_by(record), record.urgency is Urgency.NOW
        why = tr(
            "Rutinen er {days} dager fra avviket ble meldt. Det er en rutine, ingen frist i loven.",
            days=SEND_DAYS[record.urgency],
        )
        late = day < self.session.today or urgent
        said = tr("Send avviket til den som skal rette, innen {day}", day=_day(day))
        if urgent:
            said = tr("Dette haster: si fra til den som skal rette, nå")
        text = tr("Skal rettes av: {who}", who=label(mender))
        acts = [(tr("Skriv ut melding"), self.print_report)]
        return Banner(Tone.DANGER if late else Tone.SOON, said, text=text, why=why, icon="send", acts=acts)

    def leave(self) -> None:
        """Keep what is half-filled, also beside the photos."""
        super().leave()
        if self.is_ready:
            self.photos.leave()

    def _today(self, field: str) -> None:
        self.editor.finish()
        changed = dataclasses.replace(self.record, **{field: self.session.today})
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

    def print_report(self) -> None:
        """Show the message to whoever is to mend it (D32)."""
        if self.record is None or self.record.id is None:
            return
        # What draws pages is loaded when the first paper is wanted, not when the window starts.
        from bolig_desktop.ui.documents.issue import issue
        from bolig_desktop.ui.documents.unsaved import refuse_unsaved

        self.editor.finish()
        if self.unsaved():
            refuse_unsaved(self, self.unsaved()[0])
            return
        dwelling = self.session.case.dwellings.get(self.record.dwelling_id)
        issue(self.case_panel, self.session, PAPER, self.record.id, dwelling, self.said.emit)


def _day(day: date) -> str:
    return show_date(day)
