"""The page of the housing career: the plan of each household, and all that carries it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bolig_desktop.career.records import (
    MarketTry,
    Plan,
    PlanLine,
    Rung,
    Scheme,
    SchemeKind,
    Step,
    StepKind,
    Talk,
    TalkKind,
    TryAnswer,
    TryKind,
)
from bolig_desktop.career.rules import plan as rules
from bolig_desktop.career.rules import schemes as scheme_rules
from bolig_desktop.career.rules.loans import Loan
from bolig_desktop.casefile.career_checks import anchors, lease_of
from bolig_desktop.casefile.lines import household_lines
from bolig_desktop.casefile.plan_lines import plan_lines
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Household
from bolig_desktop.tenancies.records import Tenancy, TenancyKind
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui import icons
from bolig_desktop.ui.career.columns import chips, columns, pill_of
from bolig_desktop.ui.career.form import PlanForm, StepForm, TalkForm, TryForm
from bolig_desktop.ui.career.loan_tab import LoanTab
from bolig_desktop.ui.career.schemes import SchemeRecords
from bolig_desktop.ui.labels import household_words, label, language_words
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pick_field import Choice
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import language, tr

STEPS, SCHEMES, TALKS, TRIES, LOAN = "plan_steps", "schemes", "plan_talks", "market_tries", "loan"
_ANSWER_TONES = {TryAnswer.WAITING: Tone.ACCENT, TryAnswer.YES: Tone.GOOD, TryAnswer.NO: Tone.MUTED}


class CareerPage(TopicPage):
    """Boligkarriere."""

    topic = "career"
    table_name = "plans"
    icon = "trending-up"
    watched = frozenset(
        {"plans", STEPS, SCHEMES, TALKS, TRIES, "households", "memberships", "people", "tenancies", "papers"}
    )
    sort_by = "household"

    def words(self) -> dict[str, str]:
        """Return the page's own words."""
        return {
            "title": tr("Boligkarriere"),
            "new": tr("Ny plan"),
            "empty": tr("Her kommer planene for veien videre. Begynn med ønsket til en husstand."),
            "choose": tr("Velg en plan i listen, eller lag en ny."),
            "facts": tr("Plan"),
            "new_title": tr("Ny boligplan"),
            "create": tr("Opprett planen"),
        }

    def columns(self) -> Sequence[Column]:
        """Return the list's columns."""
        return columns()

    def chips(self) -> Sequence[Chip]:
        """Return the quick filters."""
        return chips()

    def lines(self) -> Sequence[PlanLine]:
        """Read the list's lines."""
        return plan_lines(self.session.case)

    def find(self, row_id: int) -> Plan | None:
        """Return the plan with this id, or None."""
        return self.session.case.plans.find(row_id)

    def blank(self, **known: int) -> Plan:
        """Return a new plan, made today."""
        nobody: Any = None
        household_id = known.get("household_id", nobody)
        return Plan(household_id=household_id, made_on=self.session.today, now=self._rung(household_id))

    def make_form(self) -> Form:
        """Make the form."""
        self.plan_form = PlanForm(self.session.case.clock, self._find_household, self._title_of)
        return self.plan_form

    def add_tabs(self) -> None:
        """Add steps, schemes, what was said, what was tried, and the loan helper."""
        case, clock = self.session.case, self.session.case.clock
        self.steps = SubRecords(
            self.session,
            STEPS,
            SubList(
                self._step_words,
                make_form=lambda: StepForm(clock),
                add_label=tr("Legg til steg"),
                blank=lambda: Step(household_id=self.record.household_id, kind=StepKind.OTHER),
                empty=tr("Ingen steg ennå. Foreslå stegene i rutinen, eller legg til et eget."),
                pill=self._step_pill,
            ),
            lambda _: self._in_order(),
        )
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        propose = QPushButton(tr("Foreslå steg"))
        propose.setToolTip(tr("Rutinen vår, talt tilbake fra leieslutt og fra slutten av programmet"))
        icons.put(propose, "list", side=16)
        propose.clicked.connect(self.propose)
        column.addWidget(propose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.steps)
        column.addStretch(1)
        self.add_sub_list(STEPS, tr("Steg"), self.steps, tab=tab)
        schemes = SchemeRecords(self.session, SCHEMES, lambda: self.record.household_id, self._issue_scheme)
        self.add_sub_list(SCHEMES, tr("Virkemidler"), schemes)
        self._add(
            TALKS, tr("Samtaler og kurs"), TalkForm, tr("Legg til samtale"), _talk_words,
            lambda: Talk(
                household_id=self.record.household_id, held_on=self.session.today, kind=TalkKind.TALK, said=""
            ),
            tr("Ingen samtaler, kurs eller møter er ført."), lambda talk: None, case.plan_talks.of_household,
        )  # fmt: skip
        self._add(
            TRIES, tr("Boligmarkedet"), TryForm, tr("Legg til forsøk"), _try_words,
            lambda: MarketTry(
                household_id=self.record.household_id, tried_on=self.session.today, kind=TryKind.VIEWING, about=""
            ),
            tr("Ingen visninger, telefoner eller meldinger er ført."),
            lambda tried: (label(tried.answer), _ANSWER_TONES[tried.answer]), case.market_tries.of_household,
        )  # fmt: skip
        self.loan = LoanTab()
        self.loan.kept.connect(self._keep_loan)
        self.case_panel.tabs.add(LOAN, tr("Lånehjelp"), self.loan)

    def _add(self, key: str, title: str, form: Any, add: str, words: Any, blank: Any, empty: str, pill: Any,
             load: Any) -> None:  # fmt: skip
        clock = self.session.case.clock
        made = SubList(
            words, make_form=lambda: form(clock), add_label=add, blank=blank, empty=empty, pill=pill, stacked=True
        )
        self.add_sub_list(key, title, SubRecords(self.session, key, made, lambda _: load(self.record.household_id)))

    def add_acts(self) -> None:
        """Add what can be done with a plan."""
        header = self.case_panel.header
        header.add_act(tr("Skriv ut planen"), self.issue, icon="printer", main=True)
        header.add_act(tr("Gått gjennom i dag"), self.reviewed, icon="check")
        header.add_act(tr("Avslutt planen"), self.close_plan, icon="archive")
        header.add_seldom(tr("Åpne husstanden"), self._open_household, icon="users")
        header.add_seldom(tr("Fjern planen"), self.remove, icon="trash-2")

    def open(self, place: Place) -> None:
        """Show a plan and its tab; ``plan_steps 5`` and ``schemes 5`` open that line."""
        tab, _, line = place.tab.partition(" ")
        if place.id is None or not line:
            super().open(place)
            return
        super().open(Place(topic=self.topic, id=place.id, tab=tab))
        for key, sub in self._sub_lists:
            record = self.session.case.store_of(_BLANKS[key]).find(int(line)) if key == tab else None
            if record is not None:
                sub.begin(record)

    def show_details(self, record: Plan) -> None:
        """Show whose plan it is, the ladder, and what must be said."""
        case = self.session.case
        counted = anchors(case, record)
        review = rules.next_review(record, counted)
        line = next(one for one in plan_lines(case) if one.id == record.id)
        facts = [
            tr("leieslutt {day}", day=show_date(counted.lease_ends_on)) if counted.lease_ends_on else "",
            tr("gjennomgang {day}", day=show_date(review)) if review else "",
        ]
        title = household_words(case.households.name_inside(record.household_id))
        self.case_panel.header.show_title(title, " · ".join(f for f in facts if f), pill=pill_of(line))
        self.plan_form.ladder.show_rungs(record.now, rules.next_rung(record), record.goal)
        self.case_panel.show_banners([*self._warnings(record), *self.banner_of_problems()])
        self.loan.show_plan(record, self._rent(record.household_id))
        self.form.show_field("household_id", "")

    # what can be done with a plan

    def propose(self) -> None:
        """Add the steps of our routine that the plan has not got; they follow the lease and the programme."""
        plan = self.record
        new = rules.proposed(plan, self.session.case.plan_steps.of_household(plan.household_id))
        if not new:
            self.said.emit(tr("Alle stegene i rutinen står her alt."))
            return

        def write(case: Any) -> None:
            for step in new:
                case.save(step)

        self.session.run(write)
        self.kept.emit(tr("{count} steg er lagt til.", count=len(new)))

    def reviewed(self) -> None:
        """Write that the plan was gone through today."""
        self.editor.finish()
        held = replace(self.record, reviewed_on=self.session.today, review_on=None)
        try:
            self.session.run(lambda case: case.save(held))
        except Refused as refused:
            self.said.emit(sentences_for(refused.problems, language())[0][0])
            return
        self.kept.emit(tr("Planen er gått gjennom."))

    def _keep_loan(self, loan: Loan) -> None:
        """Keep the example, to be printed behind the plan."""
        changed = replace(
            self.record, loan_nok=loan.amount_nok, loan_rate=loan.rate, loan_years=loan.years,
            loan_free_years=loan.interest_only,
        )  # fmt: skip
        self.session.run(lambda case: case.save(changed))
        self.kept.emit(tr("Eksempelet er med på planen."))

    def close_plan(self) -> None:
        """Lead to where it is written that they moved on, and how it went."""
        self.case_panel.tabs.choose("facts")
        self.form.focus("closed_on")

    def issue(self) -> None:
        """Show the plan's pages (D29)."""
        self._issue("plan", self.record)

    def _issue_scheme(self, paper: str, scheme: Scheme) -> None:
        """Show the paper that goes with a scheme; it is one of the lease they live on."""
        from bolig_desktop.documents.letters.way_on import lease_for
        from bolig_desktop.ui.documents.issue import refuse

        try:
            lease = lease_for(self.session.case, scheme)
        except Refused as refused:
            refuse(self.case_panel, refused.problems)
            return
        self._issue(paper, lease)

    def _issue(self, paper: str, record: Plan | Tenancy) -> None:
        from bolig_desktop.ui.documents.issue import issue
        from bolig_desktop.ui.documents.unsaved import refuse_unsaved

        self.editor.finish()
        if unsaved := self.unsaved():
            refuse_unsaved(self, unsaved[0])
            return
        issue(self.case_panel, self.session, paper, record.id or 0, record, self.said.emit)

    def _open_household(self) -> None:
        self.go.emit(Place(topic="households", id=self.record.household_id))

    # words

    def _warnings(self, plan: Plan) -> list[Banner]:
        case, found = self.session.case, []
        household = case.households.get(plan.household_id)
        if household.closed_on is not None and plan.closed_on is None:
            found.append(
                Banner(
                    Tone.DANGER, tr("Husstanden er avsluttet"), text=tr("Skriv hvordan det gikk, og avslutt planen.")
                )
            )
        if case.households.is_strict(plan.household_id):
            text = tr("Ingen adresse, ingen visninger og ikke noe papir for kode 6.")
            found.append(Banner(Tone.SOON, tr("Planen er uten adresser"), text=text, icon="shield"))
        for scheme in case.schemes.of_household(plan.household_id):
            day = scheme_rules.benefit_may_fall_on(scheme)
            if day is not None and day >= self.session.today:
                found.append(
                    Banner(
                        Tone.SOON,
                        tr("Bostøtten kan gå ned {day}", day=show_date(day)),
                        text=tr(
                            "Etter det første året kan introduksjonsstønaden regnes som inntekt. Snakk om det nå."
                        ),
                        why=tr("Programmet regner ikke ut bostøtte. Bruk Husbankens egen kalkulator."),
                    )
                )
        return found

    def _in_order(self) -> list[Step]:
        counted = anchors(self.session.case, self.record)
        steps = self.session.case.plan_steps.of_household(self.record.household_id)
        return sorted(steps, key=lambda one: (one.done_on is not None, rules.due(one, counted) or date.max, one.id))

    def _step_words(self, step: Step) -> tuple[str, str]:
        day = rules.due(step, anchors(self.session.case, self.record))
        moved = tr("satt for hånd") if step.due_on is not None else label(step.anchor)
        parts = [show_date(day) if day else tr("uten dato"), label(step.who), moved]
        title = step.text if step.kind is StepKind.OTHER else label(step.kind)
        return title, " · ".join(part for part in parts if part)

    def _step_pill(self, step: Step) -> Pill | None:
        if step.done_on is not None:
            return tr("Gjort"), Tone.GOOD
        day = rules.due(step, anchors(self.session.case, self.record))
        return (tr("For sent"), Tone.DANGER) if day is not None and day < self.session.today else None

    def _rent(self, household_id: int) -> int | None:
        lease = lease_of(self.session.case, household_id)
        return None if lease is None else lease.rent_nok

    def _rung(self, household_id: int | None) -> Rung:
        lease = lease_of(self.session.case, household_id) if household_id else None
        if lease is None:
            return Rung.FIRST
        rungs = {TenancyKind.PRIVATE: Rung.PRIVATE, TenancyKind.OWNED: Rung.OWNED}
        return rungs.get(lease.kind, Rung.MUNICIPAL)

    def _find_household(self, words: str) -> list[Choice]:
        wanted = words.casefold()
        planned = {plan.household_id for plan in self.session.case.plans.list()}
        lines = [one for one in household_lines(self.session.case) if one.closed_on is None and one.id not in planned]
        return [
            Choice(
                id=one.id,
                title=household_words(one.label),
                detail="" if one.shielded else label(one.kind),
            )
            for one in lines
            if wanted in household_words(one.label).casefold()
        ][:20]

    def _title_of(self, household_id: int) -> str:
        household: Household | None = self.session.case.households.find(household_id)
        return "" if household is None else household_words(self.session.case.households.label(household_id))


_DAY = date.min
_BLANKS: dict[str, Any] = {
    STEPS: Step(household_id=0, kind=StepKind.OTHER),
    SCHEMES: Scheme(household_id=0, kind=SchemeKind.GRANT),
    TALKS: Talk(household_id=0, held_on=_DAY, kind=TalkKind.TALK, said=""),
    TRIES: MarketTry(household_id=0, tried_on=_DAY, kind=TryKind.CALL, about=""),
}


def _talk_words(talk: Talk) -> tuple[str, str]:
    interpreter = {True: tr("med tolk"), False: tr("uten tolk"), None: ""}[talk.interpreter]
    parts = [show_date(talk.held_on), interpreter, language_words(talk.language), talk.said]
    return label(talk.kind), " · ".join(part for part in parts if part)


def _try_words(tried: MarketTry) -> tuple[str, str]:
    parts = [label(tried.kind), show_date(tried.tried_on), tried.reason]
    return tried.about, " · ".join(part for part in parts if part)
