"""The page of shared housing: which houses, who lives there, which rules hold, and who has not signed them."""

from collections.abc import Callable, Mapping, MutableMapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.house_lines import house_line, house_lines, room_lines
from bolig_desktop.casefile.house_rules_making import discard, from_library, next_version
from bolig_desktop.casefile.house_texts import changes
from bolig_desktop.casefile.sharing import is_house
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.shared_housing.records import HouseLine, HouseRules
from bolig_desktop.shared_housing.rules import to_follow_up
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.history_tab import HistoryTab
from bolig_desktop.ui.navigation import Page, Place
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.shared_housing.changes_tab import ChangesTab
from bolig_desktop.ui.shared_housing.columns import chips, columns, pill_of
from bolig_desktop.ui.shared_housing.conflicts_tab import ConflictsTab
from bolig_desktop.ui.shared_housing.costs_tab import CostsTab
from bolig_desktop.ui.shared_housing.days_history import DaysHistory
from bolig_desktop.ui.shared_housing.meetings_tab import MeetingsTab
from bolig_desktop.ui.shared_housing.newcomers import Newcomers
from bolig_desktop.ui.shared_housing.residents_tab import ResidentsTab
from bolig_desktop.ui.shared_housing.rules_tab import RULES, TOPIC, RulesTab
from bolig_desktop.ui.shared_housing.running_tab import RunningTab
from bolig_desktop.ui.shared_housing.signing_tab import SigningTab
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import Unsaved
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.case_panel import CasePanel
from bolig_desktop.ui.widgets.list_panel import ListPanel
from bolig_desktop.ui.widgets.record_table import RecordTable
from bolig_desktop.ui.words import language, tr

RESIDENTS, SIGNATURES, MEETINGS, CONFLICTS = "residents", "signatures", "meetings", "conflicts"
HISTORY = "history"
ICON = "bed-double"
WATCHED = frozenset(
    {
        "dwellings", "tenancies", "households", "memberships", "people", "house_rules", "house_rule_lines",
        "rule_signatures", "municipality", "own_texts", "house_meetings", "meeting_points", "house_conflicts",
        "worker_hours", "shared_costs", "cost_shares", "cost_accounts", "newcomer_talks", "neighbour_letters",
        "house_approvals", "benefit_forms",
    }
)  # fmt: skip


class SharedHousingPage(Page):
    """Bofellesskap. A house is a dwelling: it is made and changed on the page of dwellings.

    Signals: ``said(sentence)`` for the status line; ``kept(sentence)`` when something was saved and can be undone.
    """

    said = Signal(str)
    kept = Signal(str)

    def __init__(self, session: Session, settings: MutableMapping[str, int]) -> None:
        super().__init__()
        self.session = session
        self.record: Dwelling | None = None
        self._stale = True
        table = RecordTable(columns(), name=TOPIC, settings=settings, sort_by="label")
        self.list_panel: ListPanel = ListPanel(
            tr("Bofellesskap"),
            table,
            new_label=tr("Nytt bofellesskap"),
            chips=chips(),
            icon=ICON,
            empty=tr(
                "Her kommer husene der flere leier hvert sitt rom. Legg først inn huset som en bolig, og så rommene."
            ),
        )
        self.case_panel: CasePanel = CasePanel(icon=ICON, empty=tr("Velg et hus i listen, eller legg inn et nytt."))
        self.list_panel.opened.connect(lambda house_id: self.go.emit(Place(topic=TOPIC, id=house_id)))
        self.list_panel.new_wanted.connect(self.new)
        self._build()
        session.changed.connect(self._changed)
        session.day_changed.connect(lambda: self._changed(WATCHED))
        self.case_panel.show_nothing()

    def _build(self) -> None:
        self.residents, self.rules = ResidentsTab(), RulesTab(self.session)
        self.signing, self.changes = SigningTab(self.session), ChangesTab()
        self.history_tab = HistoryTab(self.session, self.rules.form)
        tabs = self.case_panel.tabs
        self.newcomers, self.meetings = Newcomers(self.session), MeetingsTab(self.session)
        self.conflicts, self.costs = ConflictsTab(self.session), CostsTab(self.session)
        self.running = RunningTab(self.session)
        self._daily = (self.newcomers, self.meetings, self.conflicts, self.costs, self.running)
        tabs.add(RESIDENTS, tr("Beboere"), _under_one_another(self.residents, self.newcomers))
        tabs.add(MEETINGS, tr("Møter"), self.meetings)
        tabs.add(CONFLICTS, tr("Konflikter"), self.conflicts)
        tabs.add("costs", tr("Deling"), self.costs)
        tabs.add("running", tr("Drift"), self.running)
        tabs.add(RULES, tr("Husregler"), self.rules)
        tabs.add(SIGNATURES, tr("Underskrifter"), self.signing)
        self.days_history = DaysHistory(self.session)
        tabs.add(HISTORY, tr("Historikk"), _under_one_another(self.changes, self.history_tab, self.days_history))
        for part in (self.residents, self.rules, self.signing, *self._daily):
            part.go.connect(self.go)
        for kept in (self.rules.kept, self.signing.kept, *(tab.kept for tab in self._daily)):
            kept.connect(self.kept)
        for tab in self._daily:
            tab.said.connect(self.said)
            tab.wanted.connect(self._print)
        self.rules.said.connect(self.said)
        header = self.case_panel.header
        printing = header.add_act(
            tr("Skriv ut husregler"), lambda: self._issue("house-rules"), icon="printer", main=True
        )
        printing.setToolTip(tr("Skriv ut husregler") + " (Ctrl+P)")
        QShortcut("Ctrl+P", self.case_panel, lambda: self._issue("house-rules"))
        header.add_act(tr("Skriv ut vaskeplan"), lambda: self._issue("cleaning-rota"), icon="clipboard-list")
        header.add_act(tr("Ny versjon"), self.new_version, icon="file-plus")
        header.add_seldom(tr("Åpne boligen"), self._open_dwelling, icon="house")
        header.add_seldom(tr("Forkast utkastet"), self._discard, icon="trash-2")

    # what every page does

    def open(self, place: Place) -> None:
        """Show the list alone, or a house and its tab; ``rules 12`` shows that version."""
        self.refresh()
        if place.id is None:
            self.list_panel.select(None if self.record is None else self.record.id)
            return
        house = self.session.case.dwellings.find(place.id)
        if house is None or not is_house(self.session.case, house):
            self.close_case()
            self.said.emit(tr("Det du leter etter, finnes ikke lenger."))
            return
        tab, _, version = place.tab.partition(" ")
        tab = HISTORY if tab == "changes" else tab
        if self.record is None or self.record.id != house.id:
            self._forget()
            self.case_panel.scroll_to_top()
        self.record = house
        self._show(int(version) if version.isdigit() else 0)
        self.case_panel.tabs.choose(tab or self.case_panel.tabs.current())
        self.list_panel.select(house.id)

    def new(self) -> None:
        """Begin a new house on the page of dwellings (Ctrl+N)."""
        self.go.emit(Place(topic="dwellings", tab="new shared_house=1"))

    def close_case(self) -> None:
        """Show no case; what was typed is kept."""
        self._forget()
        self.record = None
        self.case_panel.show_nothing()
        self.list_panel.select(None)

    def refresh(self) -> None:
        """Read the list again if something changed since it was read."""
        if self._stale:
            self._stale = False
            self.list_panel.set_rows(house_lines(self.session.case))
            self.counts_changed.emit()

    def leave(self) -> None:
        """Keep what is half-filled."""
        self.rules.leave()
        self.signing.leave()
        for tab in self._daily:
            tab.leave()

    def labels(self, table: str) -> Mapping[str, str]:
        """Return the labels of the fields of a version, empty for other tables."""
        return self.rules.form.labels if table == "house_rules" else {}

    def _forget(self) -> None:
        self.rules.forget()
        self.signing.forget()
        for tab in self._daily:
            tab.forget()

    def _changed(self, tables: frozenset[str]) -> None:
        if not tables & WATCHED:
            return
        self._stale = True
        if self.list_panel.isVisible():
            self.refresh()
        if self.record is None:
            return
        again = self.session.case.dwellings.find(self.record.id)
        if again is None or not is_house(self.session.case, again):
            self.close_case()
            return
        self.record = again
        self._show()

    # the house

    def _show(self, version_id: int = 0) -> None:
        house, case = self.record, self.session.case
        if house is None:
            return
        house_id = house.id or 0
        rooms = room_lines(case, house_id)
        self.residents.show_rooms(rooms)
        self.rules.show_house(house_id, version_id)
        missing = self.signing.show_house(house_id)
        for tab in self._daily:
            tab.show_house(house_id)
        points = case.meeting_points.of_house(house_id)
        self.case_panel.tabs.count(MEETINGS, sum(point.done_on is None for point in points))
        self.case_panel.tabs.count(CONFLICTS, len(to_follow_up(case.house_conflicts.of_house(house_id))))
        made = changes(case, house_id)
        self.changes.show_changes(made)
        self.case_panel.tabs.count(RESIDENTS, sum(room.household_id is not None or room.is_hidden for room in rooms))
        self.case_panel.tabs.count(SIGNATURES, missing)
        version = self.rules.version
        self.days_history.show_house(house_id)
        self.history_tab.show_row("house_rules", 0 if version is None else version.id or 0)
        self.history_tab.setVisible(version is not None)  # with no rules there is nothing it could be about
        line = house_line(case, house)
        facts = [tr("{count} rom", count=line.rooms), tr("{count} bor her", count=line.residents)]
        self.case_panel.header.show_title(line.label, " · ".join(facts), pill=pill_of(line))
        self.case_panel.show_banners(self._banners(line))
        self.case_panel.show_case()

    def _banners(self, line: HouseLine) -> list[Banner]:
        found = []
        if line.version is None and line.draft is None:
            found.append(self._without_rules())
        elif not line.in_force and line.version is not None:
            found.append(self._only_coming(line.version))
        if line.not_signed:
            found.append(self._unsigned(line))
        elif line.draft is not None:
            found.append(self._draft(line))
        return found

    def _unsigned(self, line: HouseLine) -> Banner:
        """Say how many have not signed, and in the same breath that a draft lies ready: the tabs stay in sight."""
        words = tr(
            "{count} av {all} har ikke skrevet under på versjon {number}",
            count=line.not_signed, all=line.residents, number=line.version,
        )  # fmt: skip
        acts: list[tuple[str, Callable[[], object]]] = [
            (tr("Se hvem"), lambda: self.case_panel.tabs.choose(SIGNATURES))
        ]
        if line.draft is None:
            return Banner(Tone.SOON, words, icon="file-text", acts=acts)
        acts.append((tr("Åpne utkastet"), self._open_draft))
        text = tr("Versjon {number} ligger klar som utkast.", number=line.draft)
        return Banner(Tone.SOON, words, text=text, icon="file-text", acts=acts)

    def _without_rules(self) -> Banner:
        return Banner(
            Tone.SOON,
            tr("Huset har ingen husregler"),
            text=tr("Begynn med reglene i biblioteket, og gå gjennom dem med beboerne på et beboermøte."),
            why=tr("Leieren skal følge vanlige ordensregler. Da må de finnes, på et språk leieren forstår."),
            section="husleieloven § 5-2",
            icon="list",
            acts=[(tr("Lag husregler fra biblioteket"), self._make_from_library)],
        )

    def _only_coming(self, number: int) -> Banner:
        text = tr("Versjon {number} er bestemt, men gjelder ikke ennå.", number=number)
        return Banner(Tone.ACCENT, tr("Ingen husregler gjelder i dag"), text=text, icon="list")

    def _draft(self, line: HouseLine) -> Banner:
        """Say that a draft lies ready; what to do with it is said at length where no rules hold."""
        is_next = line.version is not None
        none = tr(
            "Ingen husregler gjelder i dag. Gå gjennom utkastet på et beboermøte, og skriv så når det tas i bruk."
        )
        return Banner(
            Tone.ACCENT if is_next else Tone.SOON,
            tr("Versjon {number} ligger klar som utkast", number=line.draft),
            text="" if is_next else none,
            acts=[(tr("Åpne utkastet"), self._open_draft)],
        )

    # what can be done with a house

    def new_version(self) -> None:
        """Make a draft of the last version, or show the one that is there."""
        if self._house_draft() is not None:
            self.said.emit(tr("Det ligger et utkast her alt."))
            self._open_draft()
        else:
            self._make(next_version, tr("Ny versjon er laget som utkast."))

    def _make_from_library(self) -> None:
        self._make(from_library, tr("Husreglene er laget som utkast."))

    def _make(self, make: Callable[[CaseFile, int], HouseRules], told: str) -> None:
        house_id = self._house_id()
        self.rules.leave()
        try:
            made = self.session.run(lambda case: make(case, house_id))
        except (Refused, FileTrouble) as trouble:
            self._tell(trouble)
            return
        self.kept.emit(told)
        self.go.emit(Place(topic=TOPIC, id=house_id, tab=f"{RULES} {made.id}"))

    def _discard(self) -> None:
        draft = self._house_draft()
        if draft is None:
            self.said.emit(tr("Huset har ikke noe utkast."))
            return
        try:
            self.session.run(lambda case: discard(case, draft))
        except (Refused, FileTrouble) as trouble:
            self._tell(trouble)
            return
        self.kept.emit(tr("Utkastet er forkastet."))

    def _tell(self, trouble: Refused | FileTrouble) -> None:
        if isinstance(trouble, Refused):
            self.said.emit(sentences_for(trouble.problems, language())[0][0])
        else:
            self.said.emit(trouble_sentence(trouble, language()))

    def _house_id(self) -> int:
        return 0 if self.record is None else self.record.id or 0

    def _house_draft(self) -> HouseRules | None:
        versions = self.session.case.house_rules.of_house(self._house_id())
        return next((one for one in reversed(versions) if one.valid_from is None), None)

    def _open_draft(self) -> None:
        draft = self._house_draft()
        if draft is not None:
            self.go.emit(Place(topic=TOPIC, id=self._house_id(), tab=f"{RULES} {draft.id}"))

    def _open_dwelling(self) -> None:
        self.go.emit(Place(topic="dwellings", id=self._house_id()))

    def _print(self, paper: str, subject_id: int) -> None:
        """Show a paper of a line: a resident's own sheet asks first where the address is graded."""
        from bolig_desktop.ui.documents.issue import issue

        house = self.record
        lease = self.session.case.tenancies.find(subject_id) if paper == "resident-account" else None
        if house is not None:
            issue(self.case_panel, self.session, paper, subject_id, lease or house, self.said.emit)

    def _issue(self, paper: str) -> None:
        if self.record is None:
            return
        # What draws pages is loaded when the first paper is wanted, not when the window starts.
        from bolig_desktop.ui.documents.issue import issue
        from bolig_desktop.ui.documents.unsaved import refuse_unsaved

        self.rules.leave()
        if self.rules.form.typed():
            self.rules.editor.show_problems()
            words = tr("Rett feltene merket med rødt først.")
            refuse_unsaved(self, Unsaved(RULES, self.rules.form, words))
            return
        issue(self.case_panel, self.session, paper, self._house_id(), self.record, self.said.emit)


def _under_one_another(*parts: QWidget) -> QWidget:
    """Return one part with several in it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for part in parts:
        column.addWidget(part)
    return whole
