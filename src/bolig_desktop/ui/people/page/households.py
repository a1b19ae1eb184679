"""The page of households: who they are, who is in them, where they live."""

from collections.abc import Mapping, MutableMapping, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.lines import household_lines
from bolig_desktop.casefile.naming import Found, naming_household, places
from bolig_desktop.people.records import Contact, ContactRole, Household, HouseholdKind, HouseholdLine
from bolig_desktop.people.rules import MOST_PLACES
from bolig_desktop.tenancies.records import Tenancy, TenancyState
from bolig_desktop.tenancies.rules import lived_in, state
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.followup.places import MATTERS, open_line
from bolig_desktop.ui.labels import household_words, label
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.paper_tab import PaperTab
from bolig_desktop.ui.people.columns import chips, columns
from bolig_desktop.ui.people.form import ContactForm, HouseholdForm
from bolig_desktop.ui.people.page.binder_tab import BinderTab
from bolig_desktop.ui.people.page.followed import FollowedTab
from bolig_desktop.ui.people.page.members import MembersTab
from bolig_desktop.ui.people.page.plan_tab import PlanTab
from bolig_desktop.ui.people.page.shielding import shielding
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage, Unsaved
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import tr

_MEMBERS = "members"
_MANY = 99
_SIZES = {
    HouseholdKind.SINGLE: (1, 1),
    HouseholdKind.COUPLE: (2, 2),
    HouseholdKind.FAMILY: (2, _MANY),
    HouseholdKind.SINGLE_PARENT: (2, _MANY),
    HouseholdKind.UNACCOMPANIED_MINOR: (1, 1),
}
"""How many members each kind has at least and at most; another number is asked about, never refused."""

_STATE_TONES = {
    TenancyState.DRAFT: Tone.ACCENT,
    TenancyState.RUNNING: Tone.GOOD,
    TenancyState.EXPIRED: Tone.DANGER,
    TenancyState.INDEFINITE: Tone.SOON,
    TenancyState.ENDED: Tone.MUTED,
}


class _Joined(Protocol):
    """What is asked of a membership."""

    @property
    def id(self) -> int | None: ...
    @property
    def household_id(self) -> int: ...
    @property
    def left_on(self) -> date | None: ...


def place_of_person(case: CaseFile, person_id: int) -> Place:
    """Return where a person is found: the household they are or were last in, with the person opened."""
    return place_among(case.memberships.of_person(person_id), person_id)


def place_among(memberships: Sequence[_Joined], person_id: int) -> Place:
    """Return where a person of these memberships is found."""
    if not memberships:
        return Place(topic="households", tab=f"person_id={person_id}")
    newest = max(memberships, key=lambda m: (m.left_on is None, m.id or 0))
    return Place(topic="households", id=newest.household_id, tab=f"{_MEMBERS} person_id={person_id}")


class HouseholdsPage(TopicPage):
    """Husstander."""

    topic = "households"
    table_name = "households"
    icon = "users"
    watched = frozenset(
        {"households", "memberships", "people", "contacts", "tenancies", "dwellings", "papers"}
        | {"matters", "decisions", "assessments", "plans"}
    )
    sort_by = "label"

    def __init__(self, session: Session, settings: MutableMapping[str, int], parent: QObject | None = None) -> None:
        super().__init__(session, settings, parent)
        self.list_panel.add_seldom(tr("Hvem trenger ny perm? …"), self._who_needs_binder, icon="printer")

    def _who_needs_binder(self) -> None:
        from bolig_desktop.ui.people.page.binders import WhoNeeds

        self.leave()
        dialog = WhoNeeds(self.list_panel, self.session)
        dialog.told.connect(self.said)
        dialog.go.connect(self.go)
        dialog.open()

    def words(self) -> dict[str, str]:
        """Return the page's own words."""
        return {
            "title": tr("Husstander"),
            "new": tr("Ny husstand"),
            "empty": tr("Her kommer husstandene kommunen bosetter. Legg inn den første, og så dem som bor der."),
            "choose": tr("Velg en husstand i listen, eller legg inn en ny."),
            "facts": tr("Om"),
            "new_title": tr("Ny husstand"),
            "create": tr("Opprett husstand"),
        }

    def columns(self) -> Sequence[Column]:
        """Return the list's columns."""
        return columns()

    def chips(self) -> Sequence[Chip]:
        """Return the quick filters."""
        return chips()

    def lines(self) -> Sequence[HouseholdLine]:
        """Read the list's lines."""
        return household_lines(self.session.case)

    def blank(self, **known: int) -> Household:
        """Return a new household, registered today."""
        return Household(kind=HouseholdKind.SINGLE, registered_on=self.session.today)

    def make_form(self) -> Form:
        """Make the form."""
        return HouseholdForm(self.session.case.clock)

    @property
    def members(self) -> MembersTab:
        """The people of the household."""
        self.get_ready()
        return self._members

    def add_tabs(self) -> None:
        """Add members, what is followed up, contacts, tenancies and papers."""
        case = self.session.case
        self._members = MembersTab(self.session)
        self._members.kept.connect(self.kept)
        self._members.said.connect(self.said)
        self.case_panel.tabs.add(_MEMBERS, tr("Medlemmer"), self._members)
        self.followed = FollowedTab(self)
        self.add_sub_list(MATTERS, tr("Saker"), *self.followed.lists.values(), tab=self.followed)
        contacts = SubList(
            lambda contact: (contact.name, _reach(contact)),
            make_form=ContactForm,
            add_label=tr("Legg til kontakt"),
            blank=lambda: Contact(household_id=self.record.id, name="", role=ContactRole.NAV),
            empty=tr("Ingen kontakter er ført: verge, Nav, skole, tolk eller andre rundt husstanden."),
        )
        self.add_sub_list(
            "contacts",
            tr("Kontakter"),
            SubRecords(self.session, "contacts", contacts, case.contacts.of_household),
        )
        tenancies = SubList(
            self._tenancy_words,
            empty=tr("Husstanden har ikke hatt noe leieforhold ennå."),
            can_remove=False,
            pill=self._state_pill,
            place=lambda tenancy: Place(topic="tenancies", id=tenancy.id),
        )
        self.add_sub_list(
            "tenancies",
            tr("Leieforhold"),
            SubRecords(self.session, "household_tenancies", tenancies, self._tenancies),
        )
        self.papers = PaperTab(case.papers.of_household, self.go)
        self.binder = BinderTab(self)
        self.plan = PlanTab(self)
        self.case_panel.tabs.add("plan", tr("Plan"), self.plan)
        self.case_panel.tabs.add("binder", tr("Perm"), self.binder)
        self.case_panel.tabs.add("papers", tr("Papirer"), self.papers)

    def add_acts(self) -> None:
        """Add what can be done with a household."""
        header = self.case_panel.header
        header.add_act(tr("Nytt leieforhold"), self._begin_tenancy, icon="key", main=True)
        header.add_act(tr("Legg til medlem"), self._add_member, icon="user-plus")
        header.add_seldom(tr("Fjern husstanden"), self.remove, icon="trash-2")

    def open(self, place: Place) -> None:
        """Show the list, a household and its tab, or a person (topic ``people``) in their household.

        A tab may name what is opened on it: ``members person_id=5``, ``matters decisions=7``.
        """
        if place.topic == "people":
            place = place_of_person(self.session.case, place.id or 0)
        if place.id is None and place.tab.startswith("person_id="):
            self.refresh()
            self.said.emit(tr("Personen er ikke med i noen husstand. Legg personen til i en under Medlemmer."))
            return
        tab, _, wanted = place.tab.partition(" ")
        if place.id is not None and place.id != self.members.household_id():
            self.members.open(place.id)
        is_case = place.id is not None
        super().open(Place(topic=self.topic, id=place.id, tab=tab if is_case else place.tab))
        if is_case and self.record is not None and wanted.startswith("person_id="):
            self.members.show_person(int(wanted.partition("=")[2]))
        elif is_case:
            open_line(self, place, self.followed.lists)

    def show_details(self, record: Household) -> None:
        """Show name, state and what must be said about the household; the name is shown here also when shielded."""
        case, row_id = self.session.case, record.id or 0
        members = self.members.reload()
        self.case_panel.tabs.count(_MEMBERS, members)
        title = household_words(case.households.name_inside(row_id))
        # law.md AG-3: with code 6 no address stands beside the name even here.
        home = "" if case.households.is_strict(row_id) else self._home(row_id)
        facts = [label(record.kind), home, record.case_number]
        self.case_panel.header.show_title(title, " · ".join(f for f in facts if f), pill=self._pill(record))
        banners = [
            *shielding(case, row_id),
            *self._named(row_id),
            *self._kind_hint(record, members),
            *self.banner_of_problems(),
        ]
        self.case_panel.show_banners(banners)
        self.papers.show_of(row_id)
        self.binder.show_of(row_id)
        self.plan.show_of(row_id)

    def labels(self, table: str) -> Mapping[str, str]:
        """Return the labels of the fields of a household, a person or a membership."""
        if self.is_ready and table in ("people", "memberships"):
            box = self.members.box
            return (box.person_form if table == "people" else box.membership_form).labels
        return super().labels(table)

    def close_case(self) -> None:
        """Show no case; what was typed is kept."""
        if self.is_ready:
            self.members.finish()
        super().close_case()

    def unsaved(self) -> list[Unsaved]:
        """Return the forms of the case, and of the member open in it, that could not be saved."""
        self.members.finish()
        box, words = self.members.box, tr("Rett feltene merket med rødt først.")
        forms = (box.person_form, box.membership_form) if box.membership_id() is not None else ()
        return super().unsaved() + [Unsaved(_MEMBERS, form, words) for form in forms if form.typed()]

    def leave(self) -> None:
        """Keep what is half-filled."""
        super().leave()
        if self.is_ready:
            self.members.finish()

    def _saved(self, record: Household) -> None:
        was_new = self.record is None or self.record.id is None
        super()._saved(record)
        if was_new:
            self.go.emit(Place(topic=self.topic, id=record.id, tab=_MEMBERS))
            self.members.add()

    def _tenancies(self, household_id: int) -> list[Tenancy]:
        today = self.session.today
        found = self.session.case.tenancies.of_household(household_id)
        return sorted(found, key=lambda t: (state(t, today) is TenancyState.ENDED, -t.starts_on.toordinal()))

    def _home(self, household_id: int) -> str:
        today = self.session.today
        living = [t for t in self._tenancies(household_id) if lived_in(t, today)]
        return self.session.case.dwellings.get(living[0].dwelling_id).label if living else ""

    def _pill(self, record: Household) -> Pill:
        if record.closed_on is not None:
            return tr("Avsluttet"), Tone.MUTED
        return (tr("I bolig"), Tone.GOOD) if self._home(record.id or 0) else (tr("Uten bolig"), Tone.SOON)

    def _state_pill(self, tenancy: Tenancy) -> Pill:
        now = state(tenancy, self.session.today)
        return label(now), _STATE_TONES[now]

    def _tenancy_words(self, tenancy: Tenancy) -> tuple[str, str]:
        case = self.session.case
        strict = case.households.is_strict(tenancy.household_id)
        return ("" if strict else case.dwellings.get(tenancy.dwelling_id).label) or tr("Leieforhold"), _term(tenancy)

    def _named(self, household_id: int) -> list[Banner]:
        """Say where a text beside an address names somebody here, and lead there."""
        case = self.session.case
        found = naming_household(case, household_id)
        if not found:
            return []
        place = _place_of(case, found[0])
        where = "" if case.households.is_strict(household_id) else "; ".join(places(case, found)[:MOST_PLACES])
        text = tr("Ta navnet bort der, for navn og adresse skal ikke stå sammen.")
        return [
            Banner(
                Tone.SOON,
                tr("Noen her er nevnt i en tekst et annet sted"),
                text=f"{where}. {text}" if where else text,
                icon="shield",
                acts=[(tr("Gå til teksten"), lambda: self.go.emit(place))],
            )
        ]

    def _kind_hint(self, record: Household, members: int) -> list[Banner]:
        least, most = _SIZES[record.kind]
        if record.closed_on is not None or not members or least <= members <= most:
            return []
        said = tr(
            "Typen er «{kind}», men husstanden har {members} medlemmer nå. Stemmer begge deler?",
            kind=label(record.kind),
            members=members,
        )
        return [Banner(Tone.ACCENT, said, acts=[(tr("Endre typen"), self._change_kind)])]

    def _change_kind(self) -> None:
        self.case_panel.tabs.choose("facts")
        self.form.focus("kind")

    def _begin_tenancy(self) -> None:
        self.go.emit(Place(topic="tenancies", tab=f"new household_id={self.record.id}"))

    def _add_member(self) -> None:
        self.case_panel.tabs.choose(_MEMBERS)
        self.members.add()


_CAREER = ("plans", "plan_steps", "schemes", "plan_talks", "market_tries")


def _place_of(case: CaseFile, found: Found) -> Place:
    """Return where a text that names somebody can be mended."""
    about_home = found.table in ("home_guides", "waste_days", "local_contacts")
    if found.table.startswith("house_rule"):
        return Place(topic="shared_housing", id=found.dwelling_id, tab="rules")
    if found.table in _CAREER:
        return _place_of_plan(case, found)
    if found.dwelling_id:
        return Place(topic="dwellings", id=found.dwelling_id, tab="guide" if about_home else "")
    return Place(topic="settings", tab="binder") if about_home else Place(topic="landlords", id=found.row_id)


def _place_of_plan(case: CaseFile, found: Found) -> Place:
    record = getattr(case, found.table).get(found.row_id)
    plan = case.plans.of_household(record.household_id)
    return Place(topic="career", id=plan.id if plan else None, tab="" if found.table == "plans" else found.table)


def _reach(contact: Contact) -> str:
    parts = (label(contact.role), contact.phone, contact.email, contact.note)
    return " · ".join(part for part in parts if part)


def _term(tenancy: Tenancy) -> str:
    end = tenancy.moved_out_on or tenancy.ends_on
    return f"{show_date(tenancy.starts_on)} – {tr('uten sluttdato') if end is None else show_date(end)}"
