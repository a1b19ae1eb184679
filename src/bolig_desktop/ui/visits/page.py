"""Hjemmebesøk: who is to be visited and when, and the visits of the household that is open."""

from collections.abc import Mapping, MutableMapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut

from bolig_desktop.casefile import finding as making
from bolig_desktop.casefile import metering, visiting
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.maintenance.records import Defect
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.archive.photos_tab import PhotosTab
from bolig_desktop.ui.labels import household_words, label, language_words
from bolig_desktop.ui.navigation import Page, Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.visits.columns import chips, columns, pill_of
from bolig_desktop.ui.visits.findings import Finding
from bolig_desktop.ui.visits.form import TaskForm, VisitForm, VisitWishForm
from bolig_desktop.ui.visits.tasks_tab import TasksTab
from bolig_desktop.ui.visits.topics_tab import TopicsTab
from bolig_desktop.ui.visits.visit_words import (
    guided_words,
    photo_holders,
    reading_words,
    state_pill,
    visit_title,
    why_next,
)
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.case_panel import CasePanel
from bolig_desktop.ui.widgets.list_panel import ListPanel
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import RecordTable
from bolig_desktop.ui.widgets.sub_list import LineAct, SubList
from bolig_desktop.ui.words import tr
from bolig_desktop.visits import rules
from bolig_desktop.visits.records import OwnTopic, Task, Visit, VisitWish, own_text, own_topics

TOPIC, ICON = "visits", "footprints"
REGISTER, AGREE = "register", "agree"
WATCHED = frozenset(
    {
        "visits",
        "visit_wishes",
        "tasks",
        "tenancies",
        "households",
        "memberships",
        "people",
        "dwellings",
        "municipality",
    }
)


class VisitsPage(Page):
    """The list is of households; the case is what is known of visits to one of them.

    Signals: ``said(sentence)`` for the status line; ``kept(sentence)`` when something was saved and can be undone.
    """

    said = Signal(str)
    kept = Signal(str)

    def __init__(self, session: Session, settings: MutableMapping[str, int]) -> None:
        super().__init__()
        self.session = session
        self._household_id = 0
        self._found_here: list[Defect | Task] = []
        self._stale = True
        table = RecordTable(columns(), name=TOPIC, settings=settings, sort_by="next")
        self.list_panel: ListPanel = ListPanel(
            tr("Hjemmebesøk"),
            table,
            new_label=tr("Registrer besøk"),
            chips=chips(),
            icon=ICON,
            empty=tr("Her kommer de som bor i en bolig. Legg først inn leieforholdet deres."),
        )
        self.case_panel: CasePanel = CasePanel(icon=ICON, empty=tr("Velg hvem du har vært hos eller skal til."))
        self.list_panel.opened.connect(lambda household_id: self.go.emit(Place(topic=TOPIC, id=household_id)))
        self.list_panel.new_wanted.connect(self.new)
        self._build()
        session.changed.connect(self._changed)
        session.day_changed.connect(lambda: self._changed(WATCHED))
        self.case_panel.show_nothing()

    def _build(self) -> None:
        clock = self.session.case.clock
        lines = SubList(
            self._words,
            make_form=self._form,
            add_label=tr("Registrer besøk"),
            blank=self._blank,
            empty=tr("Ingen besøk er ført ennå."),
            pill=self._pill,
            stacked=True,
            acts=self._acts,
        )
        self.visits = SubRecords(
            self.session, "visits", lines, self._load, completed=self._completed, save=self._keep_visit
        )
        wish = SubList(
            self._wish_words,
            make_form=lambda: VisitWishForm(clock),
            add_label=tr("Før at de har sagt noe om besøk"),
            blank=lambda: VisitWish(household_id=self._household_id, asked_on=self.session.today),
            empty=tr("De har ikke bedt om å slippe besøk. Veiledning er frivillig; et tilsyn er det ikke."),
            stacked=True,
        )
        self.wishes = SubRecords(self.session, "visit_wishes", wish, self._load_wishes)
        self.topics = TopicsTab()
        self.tasks = TasksTab(self.session)
        self.photos = PhotosTab(self.session, nowhere=tr("Registrer først et besøk. Bildene legges til det."))
        tabs = self.case_panel.tabs
        tabs.add("visits", tr("Besøk"), self.visits)
        tabs.add("tasks", tr("Oppgaver"), self.tasks)
        tabs.add("topics", tr("Temaer"), self.topics)
        tabs.add("photos", tr("Bilder"), self.photos)
        tabs.add("wish", tr("Ønske"), self.wishes)
        self.photos.counted.connect(lambda number: tabs.count("photos", number))
        for part in (self.visits, self.tasks, self.wishes, self.photos):
            part.kept.connect(self.kept)
        header = self.case_panel.header
        header.add_act(tr("Registrer besøk"), self.new, icon="pencil", main=True)
        header.add_act(tr("Avtal besøk"), self.agree, icon="calendar")
        sheet = header.add_act(tr("Skriv ut besøksark"), lambda: self._issue("visit-sheet"), icon="printer")
        sheet.setToolTip(tr("Skriv ut besøksark") + " (Ctrl+P)")
        header.add_seldom(tr("Skriv ut varsel"), lambda: self._issue("visit-notice"), icon="file-text")
        header.add_seldom(tr("Åpne husstanden"), self._open_household, icon="users")
        QShortcut("Ctrl+P", self.case_panel, lambda: self._issue("visit-sheet"))

    # what every page does

    def open(self, place: Place) -> None:
        """Show the list alone, or a household's visits.

        Tab ``register`` or ``agree`` opens the form of one, ``tasks 12`` that of a task.
        """
        self.refresh()
        if place.id is None:
            self.list_panel.select(self._household_id or None)
            if place.tab == REGISTER:
                self.said.emit(tr("Velg først hvem du har vært hos."))
            return
        if place.id not in visiting.homes(self.session.case, place.id) and not self._has_visits(place.id):
            self.close_case()
            self.said.emit(tr("Denne husstanden bor ikke i noen bolig her nå."))
            return
        if place.id != self._household_id:
            self.leave()
            self._household_id = place.id
            self._found_here = []
            for part in (self.visits, self.tasks, self.wishes):
                part.open(place.id)
            self.case_panel.scroll_to_top()
        self._show()
        tab, _, row_id = place.tab.partition(" ")
        self.case_panel.tabs.choose("visits" if tab in (REGISTER, AGREE) else tab)
        self.list_panel.select(place.id)
        if place.tab == REGISTER:
            self._register()
        elif place.tab == AGREE:
            self._agree()
        elif tab == "tasks" and (task := self.session.case.tasks.find(int(row_id or 0))) is not None:
            self.tasks.begin(task)

    def new(self) -> None:
        """Register a visit to the household that is open (Ctrl+N)."""
        self.go.emit(Place(topic=TOPIC, id=self._household_id or None, tab=REGISTER))

    def agree(self) -> None:
        """Agree a visit with the household that is open."""
        self.go.emit(Place(topic=TOPIC, id=self._household_id or None, tab=AGREE))

    def close_case(self) -> None:
        """Show no case; what was typed is kept."""
        self.leave()
        self._household_id = 0
        self.case_panel.show_nothing()
        self.list_panel.select(None)

    def refresh(self) -> None:
        """Read the list again if something changed since it was read."""
        if self._stale:
            self._stale = False
            self.list_panel.set_rows(visiting.lines(self.session.case))
            self.counts_changed.emit()

    def leave(self) -> None:
        """Keep what is half-filled."""
        for part in (self.visits, self.tasks, self.wishes):
            part.keep_draft()
        self.photos.leave()

    def labels(self, table: str) -> Mapping[str, str]:
        """Return the labels of the fields of a visit, empty for other tables."""
        forms = {"visits": VisitForm, "visit_wishes": VisitWishForm, "tasks": TaskForm}
        return forms[table](self.session.case.clock).labels if table in forms else {}

    def _changed(self, tables: frozenset[str]) -> None:
        if not tables & WATCHED:
            return
        self._stale = True
        if self.list_panel.isVisible():
            self.refresh()
        if not self._household_id:
            return
        if self.session.case.households.find(self._household_id) is None:
            self.close_case()
        else:
            self._show()

    # the household

    def _has_visits(self, household_id: int) -> bool:
        case = self.session.case
        return not case.households.is_strict(household_id) and bool(case.visits.of_household(household_id))

    def _show(self) -> None:
        case, whose = self.session.case, self._household_id
        home = visiting.homes(case, whose).get(whose)
        coming = visiting.next_visits(case, whose).get(whose)
        shielded = case.households.is_shielded(whose)
        named = "" if home is None or shielded else dwelling_labels(case)[home.dwelling_id]
        for part in (self.visits, self.wishes):
            part.reload()
        undone = sum(task.done_on is None for task in case.tasks.of_household(whose))
        self.tasks.reload()
        self.case_panel.tabs.count("tasks", undone or None)
        visits = case.visits.of_household(whose)
        self.topics.show_standings(rules.standings(visits))
        self.photos.show_holders(photo_holders(visits))
        line = next(iter(visiting.lines(case, whose)), None)
        self.case_panel.header.show_title(
            household_words(case.households.label(whose)), named, pill=pill_of(line) if line else None
        )
        banners = []
        if coming is not None:
            late = coming.day < self.session.today
            tone = Tone.DANGER if late and coming.visit_id is None else Tone.SOON if late else Tone.ACCENT
            words = tr("Neste besøk {day}", day=show_date(coming.day))
            banners.append(Banner(tone, words, text=why_next(coming), icon="footprints"))
        self.case_panel.show_banners(banners)
        self.case_panel.show_case()

    def _load(self, household_id: int) -> list[Visit]:
        found = self.session.case.visits.of_household(household_id)
        return sorted(found, key=lambda v: (v.visited_on or v.planned_on or self.session.today, v.id or 0))[::-1]

    def _load_wishes(self, household_id: int) -> list[VisitWish]:
        return self.session.case.visit_wishes.list("household_id = ?", [household_id])

    def _blank(self) -> Visit:
        home = visiting.homes(self.session.case, self._household_id).get(self._household_id)
        return Visit(
            household_id=self._household_id,
            dwelling_id=home.dwelling_id if home else None,
            visited_on=self.session.today,
            interpreter_language=self._interpreter_last(),
            own_topics=own_text(OwnTopic("", words) for words in self._own_weak()),
        )

    def _own_weak(self) -> list[str]:
        return rules.weak_own(self.session.case.visits.of_household(self._household_id))[: rules.MOST_OWN]

    def _completed(self, visit: Visit) -> Visit:
        """Leave out the household's own topics that stood in the form of themselves and were not gone through."""
        known = {words.casefold() for words in self._own_weak()}
        own = [one for one in own_topics(visit.own_topics) if one.letters or one.words.casefold() not in known]
        return replace(visit, own_topics=own_text(own))

    def _form(self) -> VisitForm:
        form = VisitForm(self.session.case.clock)
        form.found.connect(self._found)
        self._found_here = []
        return form

    def _found(self, finding: Finding, words: str) -> None:
        """Make a defect or a task of the line that is being written; the visit itself stays open."""
        form, visit = self.visits.list.form, self.visits.list.record()
        if not words:
            self.said.emit(tr("Skriv først hva dere så, på en linje under «Om boligen»."))
        elif form is not None:
            visit = replace(visit, **form.values())
            if finding is Finding.DEFECT:
                said = tr("Avviket er ført: {words}", words=words)
                self.visits.write(lambda case: self._found_here.append(making.defect(case, visit, words)), said)
            else:
                said = tr("Oppgaven er ført: {words}", words=words)
                self.visits.write(lambda case: self._found_here.append(making.task(case, visit, words)), said)

    def _keep_visit(self, case: CaseFile, visit: Visit) -> None:
        making.keep_visit(case, visit, self._found_here)

    def _interpreter_last(self) -> str:
        """Return the language of the last visit's interpreter: it is mostly the same one."""
        visits = [one for one in self._load(self._household_id) if one.visited_on is not None]
        return visits[0].interpreter_language if visits else ""

    def _register(self) -> None:
        """Open the visit that is agreed, with today's day, or a new one."""
        agreed = self._agreed()
        if agreed is not None and (agreed.planned_on or self.session.today) <= self.session.today:
            self.visits.begin(agreed)
            form = self.visits.list.form
            if form is not None and not form.fields["visited_on"].is_filled():
                form.fields["visited_on"].set_typed(show_date(agreed.planned_on or self.session.today))
        else:
            self.visits.begin()
        if self.visits.list.form is not None:
            self.visits.list.form.focus("heating")

    def _agree(self) -> None:
        agreed = self._agreed()
        if agreed is None:
            self.visits.begin()
            form = self.visits.list.form
            if form is not None and not form.typed():
                form.fields["visited_on"].set_typed("")
        else:
            self.visits.begin(agreed)
        if self.visits.list.form is not None:
            self.visits.list.form.focus("planned_on")

    def _agreed(self) -> Visit | None:
        case, whose = self.session.case, self._household_id
        coming = visiting.next_visits(case, whose).get(whose)
        return case.visits.find(coming.visit_id) if coming is not None else None

    def _words(self, visit: Visit) -> tuple[str, str]:
        parts = [guided_words(visit), visit.about_home, self._read(visit), visit.agreed]
        if visit.visited_on is None:
            parts = [_time(visit), visit.purpose, label(visit.why_not)]
        elif visit.interpreter_language:
            parts.append(tr("tolk: {name}", name=language_words(visit.interpreter_language)))
        return visit_title(visit), " · ".join(part for part in parts if part)

    def _read(self, visit: Visit) -> str:
        is_read = any(getattr(visit, f"{name}_reading") is not None for name in rules.READINGS)
        return reading_words(visit, metering.last_readings(self.session.case, visit)) if is_read else ""

    def _pill(self, visit: Visit) -> Pill:
        return state_pill(rules.state(visit, self.session.today))

    def _acts(self, visit: Visit) -> list[LineAct]:
        if visit.visited_on is None:
            return []
        printing = tr("Skriv ut det de ble enige om")
        acts = [LineAct("printer", printing, lambda: self._issue("visit-record", visit.id or 0))]
        acts.append(LineAct("camera", tr("Legg bilder til besøket"), lambda: self._add_photos(visit.id or 0)))
        if visit.dwelling_id is not None:
            known = f"new dwelling_id={visit.dwelling_id} visit_id={visit.id}"
            place = Place(topic="defects", tab=known)
            acts.append(LineAct("wrench", tr("Lag et avvik av det dere så"), lambda: self.go.emit(place)))
        return acts

    def _add_photos(self, visit_id: int) -> None:
        self.case_panel.tabs.choose("photos")
        self.photos.begin(visit_id)

    def _wish_words(self, wish: VisitWish) -> tuple[str, str]:
        words = tr("Vil ha besøk igjen") if wish.wanted else tr("Vil ikke ha besøk")
        return f"{words}, {show_date(wish.asked_on)}", wish.reason

    def _open_household(self) -> None:
        self.go.emit(Place(topic="households", id=self._household_id))

    def _issue(self, paper: str, visit_id: int = 0) -> None:
        if not self._household_id:
            return
        # What draws pages is loaded when the first paper is wanted, not when the window starts.
        from bolig_desktop.ui.documents.issue import issue

        self.leave()
        household = self.session.case.households.get(self._household_id)
        issue(self.case_panel, self.session, paper, visit_id or self._household_id, household, self.said.emit)


def _time(visit: Visit) -> str:
    return "–".join(part for part in (visit.time_from, visit.time_to) if part)
