"""CaseFile: every topic's store behind one door, where rules are asked, history written and search kept."""

import contextlib
import dataclasses
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from bolig_desktop.allocation.store import LockedYears, SettlementQuotas, TemporaryStays
from bolig_desktop.archive.records import Paper
from bolig_desktop.archive.store import BinderEditions, Papers, PhotoContents, Photos
from bolig_desktop.career.store import MarketTries, Plans, Schemes, Steps, Talks
from bolig_desktop.casefile import dispatch, index, naming
from bolig_desktop.casefile.tidying import tidied
from bolig_desktop.clock import Clock, today
from bolig_desktop.dwellings.store import Dwellings, HomeGuides, Keys, Meters, WasteDays
from bolig_desktop.errors import FileTrouble, Problem, Refused
from bolig_desktop.followup.store import Marks
from bolig_desktop.landlords.store import HeadLeases, Landlords
from bolig_desktop.maintenance.store import Complaints, Defects, HomeChecks
from bolig_desktop.people.records import Grading, Person
from bolig_desktop.people.store import Contacts, Households, Memberships, People
from bolig_desktop.settings.store import Kpi, LocalContacts, OwnParameters, Settings, SourceLooks
from bolig_desktop.shared_housing.store import (
    BenefitFormsSent,
    CostAccounts,
    CostShares,
    HoursWorked,
    HouseApprovals,
    HouseConflicts,
    HouseMeetings,
    HouseRuleLines,
    HouseRulesVersions,
    MeetingPoints,
    NeighbourLetters,
    NewcomerTalks,
    RuleSignatures,
    SharedCosts,
)
from bolig_desktop.storage.drafts import Drafts
from bolig_desktop.storage.file import guarded
from bolig_desktop.storage.history import Entry, History
from bolig_desktop.storage.search import Search
from bolig_desktop.storage.store import Store, Touched
from bolig_desktop.tenancies.store import Assessments, Decisions, FinalAccountLines, Handovers, Matters, Tenancies
from bolig_desktop.translations.store import OwnTexts, TextChecks
from bolig_desktop.visits.store import Tasks, Visits, VisitWishes

if TYPE_CHECKING:
    from sqlite_utils import Database

R = TypeVar("R", bound=Any)

_SHIELDS = {grading: rank for rank, grading in enumerate(Grading)}


class CaseFile:
    """The open file.

    before_write is asked before anything is written (has the file been changed by somebody else?);
    after_commit is told the history's length after each commit; after_trouble looks at the file again and says what
    was really wrong. demo lets synthetic identity numbers pass.
    """

    def __init__(
        self,
        db: "Database",
        *,
        clock: Clock = today,
        before_write: Callable[[], None] = lambda: None,
        after_commit: Callable[[int], None] = lambda length: None,
        after_trouble: Callable[[FileTrouble], FileTrouble] = lambda trouble: trouble,
        demo: bool = False,
    ) -> None:
        self.db, self.demo = db, demo
        self.clock: Clock = clock
        self._before_write, self._after_commit, self._after_trouble = before_write, after_commit, after_trouble
        self.touched = Touched()
        self.history = History(db)
        self.search, self.drafts = Search(db), Drafts(db)
        self._open_registers(db)
        self._open_work(db)

    def _open_registers(self, db: "Database") -> None:
        self.settings = Settings(db, self.history, self.touched)
        self.kpi = Kpi(db, self.history, self.touched)
        self.own_parameters = OwnParameters(db, self.history, self.touched)
        self.source_looks = SourceLooks(db, self.history, self.touched)
        self.local_contacts = LocalContacts(db, self.history, self.touched)
        self.own_texts = OwnTexts(db, self.history, self.touched)
        self.text_checks = TextChecks(db, self.history, self.touched)
        self.landlords = Landlords(db, self.history, self.touched)
        self.head_leases = HeadLeases(db, self.history, self.touched)
        self.dwellings = Dwellings(db, self.history, self.touched)
        self.keys = Keys(db, self.history, self.touched)
        self.meters = Meters(db, self.history, self.touched)
        self.home_guides = HomeGuides(db, self.history, self.touched)
        self.waste_days = WasteDays(db, self.history, self.touched)
        self.people = People(db, self.history, self.touched)
        self.households = Households(db, self.history, self.touched)
        self.memberships = Memberships(db, self.history, self.touched)
        self.contacts = Contacts(db, self.history, self.touched)

    def _open_work(self, db: "Database") -> None:
        self.tenancies = Tenancies(db, self.history, self.touched)
        self.handovers = Handovers(db, self.history, self.touched)
        self.assessments = Assessments(db, self.history, self.touched)
        self.decisions = Decisions(db, self.history, self.touched)
        self.matters = Matters(db, self.history, self.touched)
        self.final_account_lines = FinalAccountLines(db, self.history, self.touched)
        self.house_rules = HouseRulesVersions(db, self.history, self.touched)
        self.house_rule_lines = HouseRuleLines(db, self.history, self.touched)
        self.rule_signatures = RuleSignatures(db, self.history, self.touched)
        self.visits = Visits(db, self.history, self.touched)
        self.visit_wishes = VisitWishes(db, self.history, self.touched)
        self.tasks = Tasks(db, self.history, self.touched)
        self.defects = Defects(db, self.history, self.touched)
        self.complaints = Complaints(db, self.history, self.touched)
        self.home_checks = HomeChecks(db, self.history, self.touched)
        self.plans = Plans(db, self.history, self.touched)
        self.plan_steps = Steps(db, self.history, self.touched)
        self.schemes = Schemes(db, self.history, self.touched)
        self.plan_talks = Talks(db, self.history, self.touched)
        self.market_tries = MarketTries(db, self.history, self.touched)
        self.temporary_stays = TemporaryStays(db, self.history, self.touched)
        self.settlement_quotas = SettlementQuotas(db, self.history, self.touched)
        self.locked_years = LockedYears(db, self.history, self.touched)
        self.house_meetings = HouseMeetings(db, self.history, self.touched)
        self.meeting_points = MeetingPoints(db, self.history, self.touched)
        self.house_conflicts = HouseConflicts(db, self.history, self.touched)
        self.worker_hours = HoursWorked(db, self.history, self.touched)
        self.shared_costs = SharedCosts(db, self.history, self.touched)
        self.cost_shares = CostShares(db, self.history, self.touched)
        self.cost_accounts = CostAccounts(db, self.history, self.touched)
        self.newcomer_talks = NewcomerTalks(db, self.history, self.touched)
        self.neighbour_letters = NeighbourLetters(db, self.history, self.touched)
        self.house_approvals = HouseApprovals(db, self.history, self.touched)
        self.benefit_forms = BenefitFormsSent(db, self.history, self.touched)
        self.marks = Marks(db, self.history, self.touched)
        self.papers = Papers(db, self.history, self.touched)
        self.binder_editions = BinderEditions(db, self.history, self.touched)
        self.photos = Photos(db, self.history, self.touched)
        self.photo_contents = PhotoContents(db)

    def stores(self) -> tuple[Store[Any], ...]:
        """Return every topic's store."""
        return tuple(value for value in vars(self).values() if isinstance(value, Store))

    def store_of(self, record: Any) -> Store[Any]:
        """Return the store that keeps records of this type."""
        return next(store for store in self.stores() if store.record is type(record))

    @contextlib.contextmanager
    def atomic(self, what: str = "", undoes: int | None = None) -> Iterator[None]:
        """Everything inside is written, or nothing is; one step of the history, search kept in step.

        what: a short code for the history ("print", "setup" …). Raises FileTrouble when the file or disk is in the
        way; then nothing was changed.
        """
        if self.history.is_open:
            yield
            return
        self._before_write()
        earlier = self.touched.take()
        try:
            with guarded(), self.db.atomic():
                left_out = naming.left_out(self)
                self.history.begin(what, undoes)
                yield
                index.keep(self, self.touched.rows, left_out)
        except FileTrouble as trouble:
            self._forget(earlier)
            raise self._after_trouble(trouble) from trouble
        except BaseException:
            self._forget(earlier)
            raise
        finally:
            self.history.end()
        self.touched.rows |= earlier
        self._after_commit(self.history.length())

    def _forget(self, earlier: Collection[tuple[str, int]]) -> None:
        """Forget what was read and touched inside a change that was not written."""
        self.touched.rows = set(earlier)
        self.touched.forget()

    def problems(self, record: Any) -> list[Problem]:
        """Return every rule the record breaks, hard ones and warnings."""
        from bolig_desktop.casefile import checks

        return checks.problems(self, record)

    def refusing(self, record: Any) -> list[Problem]:
        """Return the hard problems that keep ``save`` from writing the record.

        For a record that stands in the file, only those the change itself brings; the others are still problems.
        """
        from bolig_desktop.casefile import checks

        record = tidied(record)
        found = self.problems(record)
        before = self.store_of(record).find(record.id) if any(p.hard for p in found) else None
        return checks.refusing(before, record, found, self.problems(before) if before else [])

    def save(self, record: R) -> R:
        """Write a new or changed record, if the change breaks no hard rule; return it with its id.

        Raises Refused with the problems ``refusing`` names, and FileTrouble; then nothing was changed.
        """
        record = tidied(record)
        if hard := self.refusing(record):
            raise Refused(*hard)
        store = self.store_of(record)
        with self.atomic():
            before = store.find(record.id) if isinstance(record, Paper) else None
            saved = store.add(record) if record.id is None else store.change(record)
            if isinstance(saved, Paper):
                dispatch.follow(self, before, saved)
        return saved  # type: ignore[no-any-return]

    def save_numbered(self, record: R) -> R:
        """Write a new record under the number it brings along, as ``save`` writes one that gets its number here.

        The number must be free. Raises Refused and FileTrouble; then nothing was changed.
        """
        record = tidied(record)
        if hard := self.refusing(dataclasses.replace(record, id=None)):
            raise Refused(*hard)
        with self.atomic():
            return self.store_of(record).add(record)  # type: ignore[no-any-return]

    def shield(self, person: Person, grading: Grading) -> Person:
        """Write that somebody's address is graded, whatever stands in the way, and return the person.

        A refusal would leave name and address in every list and search meanwhile (law.md AG-3). What may not be kept
        beside the grading goes in the same step; what stands around the person is still wrong, and said to be. Only
        ever shields more: anything else goes through ``save``.
        """
        if _SHIELDS[grading] <= _SHIELDS[person.grading]:
            return person
        gone: dict[str, Any] = dict.fromkeys(grading.keeps_empty, "")
        with self.atomic():
            return self.people.change(dataclasses.replace(person, grading=grading, **gone))

    def remove(self, record: Any) -> None:
        """Remove a record nothing else stands on. Raises Refused when something does."""
        from bolig_desktop.casefile import removing

        blocking = removing.removal_problems(self, record)
        if blocking:
            raise Refused(*blocking)
        with self.atomic():
            self.store_of(record).remove(record.id)

    def undo_last(self) -> list[Entry]:
        """Take back the newest change that can be taken back and return its entries; an empty list when none can.

        Raises Refused when what it would bring back breaks a hard rule today that is not broken already.
        """
        from bolig_desktop.casefile import checks

        change_no = self.history.last_undoable()
        entries = [] if change_no is None else self.history.of_change(change_no)
        if not entries:
            return []
        by_table = {store.table: store for store in self.stores()}
        with self.atomic("undo", undoes=change_no):
            now = [by_table[entry.table_name].find(entry.row_id) for entry in entries]
            known = [self.problems(record) if record else [] for record in now]
            restored = [by_table[entry.table_name].put_back(entry) for entry in entries]
            hard = [
                problem
                for before, record, problems in zip(now, restored, known, strict=True)
                if record is not None
                for problem in checks.refusing(before, record, self.problems(record), problems)
            ]
            if hard:
                raise Refused(*hard)
        return entries

    def take_touched(self) -> frozenset[str]:
        """Return the tables written since the last call."""
        return frozenset(table for table, _ in self.touched.take())
