"""Running a house: the environment worker's hours, the letter to the neighbours, and what bostøtte asks for."""

from collections.abc import Sequence

from bolig_desktop.casefile import house_days
from bolig_desktop.casefile.house_days import Approval
from bolig_desktop.casefile.naming import naming_fields
from bolig_desktop.shared_housing.records import BenefitForms, HouseApproval, NeighbourLetter, WorkerHours
from bolig_desktop.shared_housing.rules import hours_in
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_decimal
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.shared_housing.house_tab import HouseTab, month_words
from bolig_desktop.ui.shared_housing.running_form import (
    BenefitFormsForm,
    HouseApprovalForm,
    NeighbourLetterForm,
    WorkerHoursForm,
)
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.case_header import breakable
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import tr

_Check = list[Approval]
"""The points of the checklist about the house, or about one lease."""


class RunningTab(HouseTab):
    """Drift."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        case = session.case
        hours = SubList(
            self._hours_words,
            make_form=WorkerHoursForm,
            add_label=tr("Før timer"),
            blank=self._blank_hours,
            empty=tr("Ingen timer ført. Skriv hvor mye miljøarbeideren er i huset, måned for måned."),
            stacked=True,
            heading=self._year,
        )
        letters = SubList(
            self._letter_words,
            make_form=lambda: NeighbourLetterForm(case.clock),
            add_label=tr("Nytt nabobrev"),
            blank=lambda: NeighbourLetter(house_id=self.house_id, phone=case.settings.municipality().phone),
            empty=tr("Ingen nabobrev ennå. Skriv hvem naboene kan ringe, og om det blir åpen dag."),
            pill=lambda letter: (tr("Delt ut"), Tone.GOOD) if letter.handed_out_on else None,
            print_line=lambda letter: self.wanted.emit("neighbour-letter", self.house_id),
        )
        self.hours = self.part(tr("Miljøarbeiderens timer"), "worker_hours", hours, case.worker_hours.of_house)
        self.letters = self.part(
            tr("Nabobrev og åpen dag"),
            "neighbour_letters",
            letters,
            self._newest_first,
            about=tr("Brevet sier hvem naboene kan ringe, aldri hvem som bor i huset. Det nyeste skrives ut."),
        )
        self._benefit()

    def _benefit(self) -> None:
        case = self.session.case
        checks = SubList(
            self._check_words,
            pill=self._check_pill,
            empty=tr("Ingen bor i huset i dag."),
            can_remove=False,
            stacked=True,
        )
        approvals = SubList(
            lambda one: (
                tr("Godkjenning"),
                " · ".join(p for p in (show_date(one.approved_on) if one.approved_on else "", one.reference) if p),
            ),
            make_form=lambda: HouseApprovalForm(case.clock),
            add_label=tr("Før godkjenningen"),
            blank=lambda: HouseApproval(house_id=self.house_id),
            empty=tr("Kommunens godkjenning er ikke ført."),
        )
        forms = SubList(
            lambda one: (self._room_of(one.tenancy_id), self._forms_words(one)),
            make_form=lambda: BenefitFormsForm(case.clock, self._leases()),
            add_label=tr("Før skjemaer"),
            blank=lambda: BenefitForms(tenancy_id=0),
            empty=tr("Ingen skjemaer er ført."),
        )
        self.checks = self.part(
            tr("Godkjenning for bostøtte"),
            "benefit_checks",
            checks,
            self._load_checks,
            about=tr(
                "I et bofellesskap som kommunen har godkjent, kan hver beboer med egen leieavtale søke bostøtte med "
                "skjemaene 9s01 og 9s08, på papir eller sikker digital post. Programmet regner ikke ut noe beløp."
            ),
        )
        self.approvals = self.part(
            tr("Kommunens godkjenning"), "house_approvals", approvals, case.house_approvals.of_house
        )
        self.forms = self.part(tr("Skjemaer som er sendt"), "benefit_forms", forms, self._load_forms)
        for part in (self.approvals, self.forms):
            part.kept.connect(lambda _: self.checks.reload())

    def _fill(self) -> None:
        """Read a house; one that has its approval gets no second."""
        super()._fill()
        button = self.approvals.list.add_button
        if button is not None:
            has_one = bool(self.session.case.house_approvals.of_house(self.house_id))
            button.setVisible(not has_one and self.approvals.list.form is None)

    def _newest_first(self, house_id: int) -> list[NeighbourLetter]:
        return self.session.case.neighbour_letters.of_house(house_id)

    def _blank_hours(self) -> WorkerHours:
        last = next(iter(self.session.case.worker_hours.of_house(self.house_id)), None)
        hours: object = None
        return WorkerHours(
            house_id=self.house_id,
            month=self.session.today.strftime("%Y-%m"),
            who=last.who if last else "",
            hours=hours,  # type: ignore[arg-type]  # empty until it is typed
        )

    def _year(self, one: WorkerHours) -> str:
        year = one.month[:4]
        worked = self.session.case.worker_hours.of_house(self.house_id)
        return tr("{year}: {hours} timer", year=year, hours=show_decimal(hours_in(int(year), worked)))

    def _hours_words(self, one: WorkerHours) -> tuple[str, str]:
        hidden = naming_fields(self.session.case, one)
        who = "" if "who" in hidden else one.who
        title = tr("{month}: {hours} timer", month=month_words(one.month), hours=show_decimal(one.hours))
        tasks = "" if "tasks" in hidden else breakable(one.tasks)
        return title, " · ".join(part for part in (who, tasks) if part)

    def _letter_words(self, letter: NeighbourLetter) -> tuple[str, str]:
        hidden = naming_fields(self.session.case, letter)
        day = tr("åpen dag {day}", day=show_date(letter.open_day_on)) if letter.open_day_on else ""
        given = tr("delt ut {day}", day=show_date(letter.handed_out_on)) if letter.handed_out_on else ""
        contact = "" if "contact" in hidden else letter.contact
        return contact or tr("Nabobrev"), " · ".join(part for part in (letter.phone, day, given) if part)

    def _leases(self) -> list[tuple[int, str]]:
        return [
            (one.id or 0, self.names[one.dwelling_id]) for one in house_days.leases(self.session.case, self.house_id)
        ]

    def _room_of(self, tenancy_id: int) -> str:
        return dict(self._leases()).get(tenancy_id, "")

    def _load_forms(self, house_id: int) -> Sequence[BenefitForms]:
        if not house_id:
            return []
        leases = house_days.leases(self.session.case, house_id)
        return [forms for one in leases for forms in self.session.case.benefit_forms.of_tenancy(one.id or 0)]

    def _forms_words(self, one: BenefitForms) -> str:
        days = (("9s01", one.form_9s01_on), ("9s08", one.form_9s08_on))
        return " · ".join(f"{name} {show_date(day)}" for name, day in days if day is not None)

    def _load_checks(self, house_id: int) -> list[_Check]:
        """Return the checklist as a line for the house and one for each lease."""
        found: dict[int, _Check] = {}
        for one in house_days.approval(self.session.case, house_id) if house_id else []:
            found.setdefault(one.tenancy_id, []).append(one)
        return list(found.values())

    def _check_words(self, check: _Check) -> tuple[str, str]:
        what = {
            "approved": tr("Kommunen har godkjent bofellesskapet"),
            "lease": tr("Egen leieavtale, underskrevet"),
            "9s01": tr("Skjema 9s01"),
            "9s08": tr("Skjema 9s08"),
        }
        said = [f"{what[one.what]}: {self._when(one)}" for one in check]
        return (check[0].room, "\n".join(said)) if check[0].room else (what["approved"], self._when(check[0]))

    @staticmethod
    def _when(one: Approval) -> str:
        if not one.in_order:
            return tr("mangler")
        return show_date(one.day) if one.day is not None else tr("ja")

    def _check_pill(self, check: _Check) -> Pill:
        lacking = sum(not one.in_order for one in check)
        return (tr("{count} mangler", count=lacking), Tone.SOON) if lacking else (tr("I orden"), Tone.GOOD)
