"""The page of tenancies: who lets what from when to when, and the papers of it."""

from collections.abc import MutableMapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from bolig_desktop.casefile.lines import tenancy_lines
from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.errors import Problem
from bolig_desktop.tenancies.records import (
    Handover,
    HandoverKind,
    Tenancy,
    TenancyKind,
    TenancyLine,
    TenancyState,
)
from bolig_desktop.tenancies.rules import OURS, state
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui import icons
from bolig_desktop.ui.choosing import dwelling_choices, dwelling_title, household_choices, household_title
from bolig_desktop.ui.followup.matters import matters_of
from bolig_desktop.ui.followup.places import MATTERS, NEED, open_line
from bolig_desktop.ui.labels import household_words, label
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.paper_tab import PaperTab
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.tenancies.columns import chips, columns, state_pill
from bolig_desktop.ui.tenancies.form import HandoverForm, TenancyForm
from bolig_desktop.ui.tenancies.page.final_account_tab import FinalAccountTab, has_account, of_deposit
from bolig_desktop.ui.tenancies.page.moving_out import MovedOut
from bolig_desktop.ui.tenancies.page.need_tab import NeedTab
from bolig_desktop.ui.tenancies.page.new_rent import of_new_rent
from bolig_desktop.ui.tenancies.page.renewal import (
    gate_problem,
    lacking,
    lease_of,
    next_step,
    of_end,
    said_of_gate,
    said_on_lease,
)
from bolig_desktop.ui.topic_page import TopicPage, Unsaved
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pick_field import PickField
from bolig_desktop.ui.widgets.record_table import Column, RecordTable
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import tr

FINAL_ACCOUNT = "final-account"
NEXT = f"{NEED} next"
"""Tabs of a Place: the final account, and that of assessments and decisions with what is lacking begun."""


class TenanciesPage(TopicPage):
    """Leieforhold."""

    topic = "tenancies"
    table_name = "tenancies"
    icon = "key"
    watched = frozenset(
        {"tenancies", "dwellings", "households", "memberships", "people", "handovers", "papers"}
        | {"assessments", "decisions", "matters", "final_account_lines"}
    )
    sort_by = "ends"

    def __init__(self, session: Session, settings: MutableMapping[str, int], parent: QObject | None = None) -> None:
        super().__init__(session, settings, parent)
        self.list_panel.add_seldom(tr("Brev til flere …"), self._write_to_many, icon="mail")
        self.list_panel.add_seldom(tr("Indeksregulering …"), self._index_rents, icon="trending-up")

    def _write_to_many(self) -> None:
        """Write to the leases that are marked, where they are several, or to all the list shows now."""
        from bolig_desktop.ui.documents.batch import BatchLetters

        self.leave()
        table = self.list_panel.table
        assert isinstance(table, RecordTable)
        marked = table.marked()
        rows = marked if len(marked) > 1 else table.shown()
        letters = BatchLetters(self.list_panel, self.session, [line.id for line in rows])
        letters.told.connect(self.said)
        letters.open()

    def _index_rents(self) -> None:
        from bolig_desktop.ui.tenancies.page.index_run import IndexRun

        self.leave()
        IndexRun(self).open()

    def words(self) -> dict[str, str]:
        """Return the page's own words."""
        return {
            "title": tr("Leieforhold"),
            "new": tr("Nytt leieforhold"),
            "empty": tr("Her kommer leieavtalene. Legg inn en bolig og en husstand først, og så avtalen."),
            "choose": tr("Velg et leieforhold i listen, eller legg inn et nytt."),
            "facts": tr("Avtale"),
            "new_title": tr("Nytt leieforhold"),
            "create": tr("Opprett leieforhold"),
        }

    def columns(self) -> Sequence[Column]:
        """Return the list's columns."""
        return columns(self.session.today)

    def chips(self) -> Sequence[Chip]:
        """Return the quick filters."""
        return chips(self.session.today)

    def lines(self) -> Sequence[TenancyLine]:
        """Read the list's lines."""
        self._lines = tenancy_lines(self.session.case)
        return self._lines

    def counts(self) -> dict[str, int]:
        """Return how many leases have run out with the tenant still there."""
        lines = tenancy_lines(self.session.case) if self._stale else self._lines
        return {"danger": sum(line.state is TenancyState.EXPIRED for line in lines)}

    def blank(self, **known: int) -> Tenancy:
        """Return a new lease with the municipality's defaults; what it is made from is filled in."""
        city = self.session.case.settings.municipality()
        facts: dict[str, Any] = {"kind": TenancyKind.MUNICIPAL, "dwelling_id": None, "household_id": None}
        facts |= {"starts_on": None, "rent_nok": None, "due_day": city.due_day, "notice_months": city.notice_months}
        facts |= self._proposed(known["dwelling_id"]) if "dwelling_id" in known else {}
        before = self.session.case.tenancies.find(known.get("previous_id"))
        if before is not None:
            facts |= {"kind": before.kind, "starts_on": self._day_after(before)}
        return Tenancy(**(facts | known))

    def _day_after(self, before: Tenancy) -> date | None:
        end = before.ends_on
        return end + timedelta(days=1) if end is not None and end >= self.session.today else None

    def _proposed(self, dwelling_id: int) -> dict[str, Any]:
        dwelling = self.session.case.dwellings.get(dwelling_id)
        kind = TenancyKind.MUNICIPAL
        if dwelling.kind is DwellingKind.ROOM:
            kind = TenancyKind.ROOM
        elif dwelling.tenure is Tenure.HIRED_IN:
            kind = TenancyKind.SUBLET
        elif dwelling.tenure is Tenure.BROKERED:
            kind = TenancyKind.PRIVATE
        elif dwelling.tenure is Tenure.RESIDENT_OWNED:
            kind = TenancyKind.OWNED
        return {"kind": kind, "rent_nok": dwelling.rent_nok, "power_nok": dwelling.power_nok}

    def _typed_proposal(self, dwelling_id: int) -> dict[str, str]:
        proposed = self._proposed(dwelling_id).items()
        return {name: str(value) for name, value in proposed if value is not None}

    def make_form(self) -> Form:
        """Make the form."""
        case = self.session.case
        self.lease_form = form = TenancyForm(
            case.clock,
            case.settings.municipality().lease_months,
            lambda typed: dwelling_choices(case, typed),
            lambda row_id: dwelling_title(case, row_id),
            lambda typed: household_choices(case, typed),
            lambda row_id: household_title(case, row_id),
            self._typed_proposal,
        )
        for field in form.fields.values():
            if isinstance(field, PickField):
                field.go.connect(self.go)
        self.neighbours = FactsList()
        self.neighbours.go.connect(self.go)
        form.place(self.neighbours)
        return form

    def add_tabs(self) -> None:
        """Add assessments and decisions, matters, protocols and papers."""
        case = self.session.case
        self.need = lists = NeedTab(self)
        self.editor.judged.connect(self._offer_way)
        self.lease_form.way.clicked.connect(lambda: self.go.emit(self._way))
        self.add_sub_list(NEED, tr("Vurdering"), lists.assessments, lists.decisions, tab=lists)
        self.matters = matters_of(self)
        self.add_sub_list(MATTERS, tr("Saker og frister"), self.matters)
        self._protocols = protocols = SubList(
            lambda handover: (label(handover.kind), _held(handover)),
            make_form=lambda: HandoverForm(case.clock),
            add_label=tr("Legg til protokoll"),
            blank=self._blank_handover,
            empty=tr("Ingen protokoll er ført. Skriv ut en tom protokoll og ta den med til overtakelsen."),
        )
        sub = SubRecords(self.session, "handovers", protocols, case.handovers.of_tenancy)
        if isinstance(lines := protocols.layout(), QVBoxLayout):
            lines.addLayout(self._print_protocol())
        self.add_sub_list("handovers", tr("Protokoller"), sub)
        self.final_account = account = FinalAccountTab(self, lambda: self._issue(FINAL_ACCOUNT))
        self.add_sub_list(FINAL_ACCOUNT, tr("Oppgjør"), account.lines, tab=account)
        self.papers = PaperTab(case.papers.of_tenancy, self.go)
        self.case_panel.tabs.add("papers", tr("Papirer"), self.papers)

    def _print_protocol(self) -> QHBoxLayout:
        button = QPushButton(tr("Skriv ut protokollen"))
        button.setProperty("role", "fold")
        icons.put(button, "printer", "accent", side=16)
        button.clicked.connect(lambda: self._issue("takeover"))
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 8, 0)
        line.addWidget(button)
        line.addStretch(1)
        return line

    def _blank_handover(self) -> Handover:
        held = {handover.kind for handover in self.session.case.handovers.of_tenancy(self.record.id)}
        kind = HandoverKind.HANDBACK if HandoverKind.TAKEOVER in held else HandoverKind.TAKEOVER
        return Handover(tenancy_id=self.record.id, kind=kind)

    def add_acts(self) -> None:
        """Add what can be done with a tenancy."""
        header = self.case_panel.header
        self.print_button = header.add_act(
            tr("Skriv ut leieavtale"), lambda: self._issue("lease"), icon="printer", main=True
        )
        self.print_button.setToolTip(tr("Skriv ut leieavtale") + " (Ctrl+P)")
        QShortcut("Ctrl+P", self.case_panel, self._print_by_key)
        self.takeover_button = header.add_act(
            tr("Overtakelsesprotokoll"), lambda: self._issue("takeover"), icon="clipboard-list"
        )
        self.moved_button = header.add_act(tr("Flyttet ut …"), self._ask_moved_out, icon="footprints")
        self.renew_button = header.add_act(tr("Ny avtale for samme bolig"), self._renew, icon="file-plus")
        header.add_seldom(tr("Brev om at leietiden går ut"), lambda: self._issue("lease-end"), icon="mail")
        header.add_seldom(tr("Fjern leieforholdet"), self.remove, icon="trash-2")

    def show_details(self, record: Tenancy) -> None:
        """Show title, state and what must be said about the tenancy."""
        case, today = self.session.case, self.session.today
        now = state(record, today)
        subtitle = f"{_term(record)} · {_in_words(record, now, today)}"
        self.case_panel.header.show_title(self._title(record), subtitle, pill=state_pill(now, record.ends_on, today))
        self._show_home(not case.households.is_strict(record.household_id))
        said = [*of_end(case, record, self._renew), *of_new_rent(self, record)]
        said += of_deposit(case, record, self._go_to_account)
        self.case_panel.show_banners([*said, *self.banner_of_problems()])
        self.need.say(said_of_gate(self.session.case, record))
        self._show_acts(record)
        self._show_neighbours(record)
        self.final_account.reckon()
        self.papers.show_of(record.id or 0)
        self.case_panel.tabs.count("papers", len(case.papers.of_tenancy(record.id or 0)))

    def _title(self, record: Tenancy) -> str:
        """Return the home and who has it.

        With code 6 name and address do not stand together even in their own case (law.md AG-3), and the number the
        household is called by tells the name on another page: so here it is the number alone.
        """
        case = self.session.case
        if case.households.is_strict(record.household_id):
            return household_words(case.households.label(record.household_id))
        home = case.dwellings.get(record.dwelling_id).label
        return f"{home} · {household_words(case.households.name_inside(record.household_id))}"

    def _show_new(self, **known: int) -> None:
        self._show_home(True)
        super()._show_new(**known)

    def _show_home(self, is_shown: bool) -> None:
        self.form.show_field("dwelling_id", self.form.labels["dwelling_id"] if is_shown else "")

    def _show_acts(self, record: Tenancy) -> None:
        ours = record.kind in OURS
        self.print_button.setVisible(ours)
        self.takeover_button.setVisible(ours)
        self.moved_button.setVisible(record.moved_out_on is None)
        self.renew_button.setVisible(not self.session.case.households.is_strict(record.household_id))
        self.case_panel.tabs.hide_tab(FINAL_ACCOUNT, not has_account(self.session.case, record))
        acts = self.print_button.parentWidget()
        if acts is not None and acts.width() > 0:
            acts.setMinimumHeight(acts.heightForWidth(acts.width()))

    def _show_neighbours(self, record: Tenancy) -> None:
        """Link to the lease this one follows, and to those that follow it."""
        self.neighbours.clear()
        before = self.session.case.tenancies.find(record.previous_id)
        if before is not None:
            self.neighbours.add(tr("Forrige avtale"), _term(before), place=Place(topic="tenancies", id=before.id))
        for after in self.session.case.tenancies.of_dwelling(record.dwelling_id):
            if after.previous_id == record.id:
                self.neighbours.add(tr("Neste avtale"), _term(after), place=Place(topic="tenancies", id=after.id))

    def _issue(self, paper: str) -> None:
        # What draws pages is loaded when the first paper is wanted, not when the window starts.
        from bolig_desktop.ui.documents.issue import issue
        from bolig_desktop.ui.documents.unsaved import refuse_unsaved

        self.editor.finish()
        unsaved = self.unsaved()
        for name, tab, lines, words in (
            ("takeover", "handovers", self._protocols, tr("Lagre protokollen først.")),
            (FINAL_ACCOUNT, FINAL_ACCOUNT, self.final_account.lines.list, tr("Lagre linjen først.")),
        ):
            if paper == name and lines.form is not None and lines.form.typed():
                unsaved.append(Unsaved(tab, lines.form, words))
        if unsaved:
            refuse_unsaved(self, unsaved[0])
        else:
            issue(self.case_panel, self.session, paper, self.record.id, self.record, self.said.emit)

    def _print_by_key(self) -> None:
        """Print what is looked at: the final account in its own tab, the lease in all others."""
        if not self.print_button.isVisible():
            return
        at_account = self.case_panel.tabs.current() == FINAL_ACCOUNT
        self._issue(FINAL_ACCOUNT if at_account else "lease")

    def open(self, place: Place) -> None:
        """Show a place; ``NEXT`` also begins what the lease lacks before another may follow it.

        ``matters matters=12`` and ``need decisions=12`` open the line of that matter or decision (``open_line``).
        """
        super().open(place)
        if place.id is None or self.record is None or self.record.id != place.id:
            return
        open_line(self, place, {"matters": self.matters, "decisions": self.need.decisions})
        if place.tab == NEXT:
            self.case_panel.tabs.choose(NEED)
            problem = lacking(self.session.case, self.record)
            if problem is not None:
                self.need.begin(problem.code)
                self.said.emit(said_on_lease(problem))

    def _offer_way(self, shown: list[Problem]) -> None:
        """Lead from the sentence that refuses the lease to what it asks for."""
        problem = gate_problem(shown)
        if problem is not None:
            self._way = Place(topic="tenancies", id=lease_of(problem), tab=NEXT)
        self.lease_form.offer_way("" if problem is None else next_step(problem.code) or tr("Se på vedtaket"))

    def _renew(self) -> None:
        """Begin the lease that follows, or what has to come before it."""
        record = self.record
        problem = lacking(self.session.case, record)
        if problem is not None:
            self.go.emit(Place(topic="tenancies", id=lease_of(problem), tab=NEXT))
            return
        known = f"dwelling_id={record.dwelling_id} household_id={record.household_id} previous_id={record.id}"
        self.go.emit(Place(topic="tenancies", tab=f"new {known}"))

    def _go_to_account(self) -> None:
        self.case_panel.tabs.choose(FINAL_ACCOUNT)
        self.final_account.go_on()

    def _ask_moved_out(self) -> None:
        self.editor.finish()
        MovedOut(self).open()


def _term(record: Tenancy) -> str:
    start = show_date(record.starts_on)
    return tr("fra {start}", start=start) if record.ends_on is None else f"{start} – {show_date(record.ends_on)}"


def _in_words(record: Tenancy, now: TenancyState, today: date) -> str:
    """Return the state as the end of a sentence, with the days it is counted in."""
    if now is TenancyState.ENDED and record.moved_out_on is not None:
        return tr("flyttet ut {day}", day=show_date(record.moved_out_on))
    if now is TenancyState.DRAFT:
        return tr("utkast, ikke skrevet under av begge")
    if record.ends_on is None:
        return tr("tidsubestemt")
    days = (record.ends_on - today).days
    if now is TenancyState.INDEFINITE:
        return tr("tiden var ute {day}, nå tidsubestemt", day=show_date(record.ends_on))
    if days < 0:
        return tr("utløpt for {days} dager siden", days=-days) if days < -1 else tr("utløpt i går")
    return tr("slutter i dag") if days == 0 else tr("slutter om {days}", days=_how_long(today, record.ends_on))


def _how_long(today: date, end: date) -> str:
    months = (end.year - today.year) * 12 + end.month - today.month - (end.day < today.day)
    days = (end - today).days
    if months < 2:
        return tr("1 dag") if days == 1 else tr("{days} dager", days=days)
    if months < 24:
        return tr("{months} måneder", months=months)
    years, rest = divmod(months, 12)
    return tr("{years} år", years=years) if rest == 0 else tr("{years} år og {months} md.", years=years, months=rest)


def _held(handover: Handover) -> str:
    held = tr("ikke holdt ennå") if handover.held_on is None else show_date(handover.held_on)
    signed = tr("ikke skrevet under") if handover.signed_on is None else tr("skrevet under")
    return f"{held} · {signed}"
