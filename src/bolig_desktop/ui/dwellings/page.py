"""The page of dwellings: what we have, what is free, who lives where."""

from collections.abc import Mapping, Sequence

from bolig_desktop.casefile import metering
from bolig_desktop.casefile.lines import dwelling_lines
from bolig_desktop.dwellings.records import (
    Dwelling,
    DwellingKind,
    DwellingLine,
    DwellingState,
    Key,
    Meter,
    MeterKind,
    Tenure,
)
from bolig_desktop.dwellings.rules import idle_days, idle_rent
from bolig_desktop.errors import Problem
from bolig_desktop.tenancies.records import Tenancy, TenancyState
from bolig_desktop.tenancies.rules import state
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_decimal, show_kroner
from bolig_desktop.ui.choosing import dwelling_choices, dwelling_title, landlord_choices, landlord_title
from bolig_desktop.ui.dwellings.columns import chips, columns, state_pill
from bolig_desktop.ui.dwellings.form import DwellingForm, KeyForm, MeterForm
from bolig_desktop.ui.dwellings.guide_tab import GuideTab
from bolig_desktop.ui.labels import household_words, label
from bolig_desktop.ui.maintenance.home_tab import HomeTab
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.paper_tab import PaperTab
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pick_field import PickField
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import language, tr
from bolig_desktop.visits.records import Reading

_OF_UNIT = frozenset(
    f"tenancy.{code}"
    for code in ("room_as_municipal", "hired_in_as_municipal", "sublet_needs_hired_in", "joint_lease")
)
"""Warnings about a lease that come of what the dwelling is."""


class DwellingsPage(TopicPage):
    """Boliger og rom."""

    topic = "dwellings"
    table_name = "dwellings"
    icon = "house"
    watched = frozenset(
        {
            "dwellings", "tenancies", "households", "memberships", "people", "keys", "meters", "landlords",
            "visits", "handovers", "head_leases", "home_guides", "waste_days", "defects", "complaints", "home_checks",
        }
    )  # fmt: skip
    sort_by = "label"
    _guide: GuideTab | None = None

    def words(self) -> dict[str, str]:
        """Return the page's own words."""
        return {
            "title": tr("Boliger"),
            "new": tr("Ny bolig"),
            "empty": tr("Her kommer kommunens boliger og rom. Legg inn den første, så kan den leies ut."),
            "choose": tr("Velg en bolig i listen, eller legg inn en ny."),
            "facts": tr("Bolig"),
            "new_title": tr("Ny bolig"),
            "create": tr("Opprett bolig"),
        }

    def columns(self) -> Sequence[Column]:
        """Return the list's columns."""
        return columns(self.session.today, self.session.case.settings.municipality().idle_limit_days)

    def chips(self) -> Sequence[Chip]:
        """Return the quick filters."""
        return chips()

    def lines(self) -> Sequence[DwellingLine]:
        """Read the list's lines."""
        self._lines = {line.id: line for line in dwelling_lines(self.session.case, language())}
        return list(self._lines.values())

    def blank(self, **known: int) -> Dwelling:
        """Return a new dwelling in the municipality's own town, a shared house, or a room in one."""
        house_id = known.get("house_id")
        house = self.session.case.dwellings.find(house_id)
        if house is None:
            city = self.session.case.settings.municipality()
            return Dwelling(
                street="",
                postcode=city.postcode,
                city=city.city,
                kind=DwellingKind.SHARED_HOUSE if known.get("shared_house") else DwellingKind.APARTMENT,
                tenure=Tenure.MUNICIPAL,
            )
        number = len(self.session.case.dwellings.rooms_of(house.id or 0)) + 1
        return Dwelling(
            house_id=house_id,
            name=tr("rom {number}", number=number),
            street=house.street,
            postcode=house.postcode,
            city=house.city,
            kind=DwellingKind.ROOM,
            tenure=house.tenure,
            landlord_id=house.landlord_id,
            common_rooms=house.common_rooms,
        )

    def make_form(self) -> Form:
        """Make the form."""
        case = self.session.case
        form = DwellingForm(
            case.clock,
            lambda typed: dwelling_choices(case, typed, houses=True),
            lambda row_id: dwelling_title(case, row_id),
            lambda typed: landlord_choices(case, typed),
            lambda row_id: landlord_title(case, row_id),
        )
        for field in form.fields.values():
            if isinstance(field, PickField):
                field.go.connect(self.go)
                field.new_wanted.connect(lambda _: self.go.emit(Place(topic="landlords", tab="new")))
        return form

    def add_tabs(self) -> None:
        """Add rooms, residents over time, keys, meters, what the binder says, and papers."""
        case = self.session.case
        rooms = SubList(
            lambda room: (room.label, _size(room)),
            empty=tr("Dette er ikke et bofellesskap med egne rom ennå."),
            can_remove=False,
            place=lambda room: Place(topic="dwellings", id=room.id),
        )
        self.add_sub_list("rooms", tr("Rom"), SubRecords(self.session, "rooms", rooms, case.dwellings.rooms_of))
        residents = SubList(
            lambda t: (self._resident(t), f"{show_date(t.starts_on)} – {_end(t)}"),
            empty=tr("Ingen har bodd her ennå."),
            can_remove=False,
            place=lambda t: None if case.households.is_strict(t.household_id) else Place(topic="tenancies", id=t.id),
        )
        self.add_sub_list(
            "residents",
            tr("Beboere"),
            SubRecords(self.session, "residents", residents, lambda row_id: case.tenancies.of_dwelling(row_id)[::-1]),
        )
        keys = SubList(
            lambda key: (f"{key.label} ({key.count})", key.held_by),
            make_form=lambda: KeyForm(case.clock),
            add_label=tr("Legg til nøkkel"),
            blank=lambda: Key(dwelling_id=self.record.id, label=""),
            empty=tr("Ingen nøkler er ført."),
        )
        self.add_sub_list("keys", tr("Nøkler"), SubRecords(self.session, "keys", keys, case.keys.of_dwelling))
        meters = SubList(
            lambda meter: (f"{label(meter.kind)} {meter.number}", _reading(meter, metering.newest(case, meter))),
            make_form=lambda: MeterForm(case.clock),
            add_label=tr("Legg til måler"),
            blank=lambda: Meter(dwelling_id=self.record.id, kind=MeterKind.POWER),
            empty=tr("Ingen målere er ført."),
        )
        self.add_sub_list("meters", tr("Målere"), SubRecords(self.session, "meters", meters, case.meters.of_dwelling))
        self.upkeep = upkeep = HomeTab(self.session)
        upkeep.go.connect(self.go)
        upkeep.kept.connect(self.kept)
        subs = (upkeep.defects, upkeep.complaints, upkeep.checks)
        self.add_sub_list("defects", tr("Avvik"), *subs, tab=upkeep)
        self.case_panel.tabs.add("guide", tr("Til permen"), self._make_guide)
        self.papers = PaperTab(case.papers.of_dwelling, self.go)
        self.case_panel.tabs.add("papers", tr("Papirer"), self.papers)

    def _make_guide(self) -> GuideTab:
        self._guide = guide = GuideTab(self.session)
        guide.kept.connect(self.kept)
        guide.said.connect(self.said)
        if self.record is not None and self.record.id is not None:
            guide.show_of(self.record)
        return guide

    def open(self, place: Place) -> None:
        """Show what the place names; what is half-typed for the binder is kept first, while its home still stands."""
        self._leave_guide()
        super().open(place)

    def leave(self) -> None:
        """Keep what is half-filled."""
        self._leave_guide()
        super().leave()

    def labels(self, table: str) -> Mapping[str, str]:
        """Return the labels of the fields of a table this page has a form for, empty for others."""
        if table == "home_guides" and self._guide is not None:
            return self._guide.form.labels
        return super().labels(table)

    def _leave_guide(self) -> None:
        if self._guide is not None:
            self._guide.leave()

    def _resident(self, tenancy: Tenancy) -> str:
        """Return what the household is called outside its case; with code 6 not even its number (law.md AG-3)."""
        households = self.session.case.households
        strict = households.is_strict(tenancy.household_id)
        return tr("Skjermet husstand") if strict else household_words(households.label(tenancy.household_id))

    def add_acts(self) -> None:
        """Add what can be done with a dwelling."""
        header = self.case_panel.header
        header.add_act(tr("Nytt leieforhold"), lambda: self._begin("tenancies", "dwelling_id"), icon="key", main=True)
        self._new_room = header.add_act(tr("Nytt rom"), lambda: self._begin("dwellings", "house_id"), icon="plus")
        header.add_seldom(tr("Fjern boligen"), self.remove, icon="trash-2")

    def show_details(self, record: Dwelling) -> None:
        """Show title, state and what must be said about the dwelling."""
        line = self._lines.get(record.id or 0)
        limit = self.session.case.settings.municipality().idle_limit_days
        pill = None if line is None else state_pill(line.state, line.free_since, self.session.today, limit)
        reserved = line.reason if line is not None and line.state is DwellingState.RESERVED else ""
        parts = [label(record.kind), label(record.tenure), _size(record), reserved]
        self.case_panel.header.show_title(record.label, " · ".join(p for p in parts if p), pill=pill)
        banners = [*self._idle(record, line, limit), *self._leases(record), *self.banner_of_problems()]
        self.case_panel.show_banners(banners)
        is_house = record.kind is DwellingKind.SHARED_HOUSE
        self.case_panel.tabs.hide_tab("rooms", not is_house)
        self._new_room.setVisible(is_house)
        self.papers.show_of(record.id or 0)
        self.upkeep.show_of(record.id or 0)
        if self._guide is not None:
            self._guide.show_of(record)

    def _idle(self, record: Dwelling, line: DwellingLine | None, limit: int) -> list[Banner]:
        if line is None or line.state is not DwellingState.FREE or line.free_since is None:
            return []
        days = idle_days(line.free_since, self.session.today)
        if days <= limit:
            return []
        said = tr("Tom i {days} dager. Kommunens grense er {limit} dager.", days=days, limit=limit)
        lost = idle_rent(record.rent_nok, days)
        return [
            Banner(
                Tone.SOON,
                said,
                text=tr("Tapt leie så langt er rundt {lost}.", lost=show_kroner(lost)) if lost else "",
            )
        ]

    def _leases(self, record: Dwelling) -> list[Banner]:
        """Say which leases here do not fit the dwelling, such as after it got another tenure or kind."""
        case, today = self.session.case, self.session.today
        here = [t for t in case.tenancies.of_dwelling(record.id or 0) if state(t, today) is not TenancyState.ENDED]
        wrong = {t: [p for p in case.problems(t) if p.hard or p.code in _OF_UNIT] for t in here}
        return [self._lease_banner(tenancy, problems) for tenancy, problems in wrong.items() if problems]

    def _lease_banner(self, tenancy: Tenancy, problems: list[Problem]) -> Banner:
        place = Place(topic="tenancies", id=tenancy.id)
        return Banner(
            Tone.DANGER if any(problem.hard for problem in problems) else Tone.SOON,
            tr("Leieforholdet fra {start} stemmer ikke med boligen", start=show_date(tenancy.starts_on)),
            text="\n".join(said for said, _ in sentences_for(problems, language())),
            icon="triangle-alert",
            acts=[(tr("Åpne leieforholdet"), lambda: self.go.emit(place))],
        )

    def _begin(self, topic: str, known: str) -> None:
        self.go.emit(Place(topic=topic, tab=f"new {known}={self.record.id}"))


def _size(dwelling: Dwelling) -> str:
    parts = [
        "" if dwelling.rooms is None else tr("{rooms} rom", rooms=dwelling.rooms),
        "" if dwelling.area_m2 is None else f"{show_decimal(dwelling.area_m2)} m²",
    ]
    return " · ".join(part for part in parts if part)


def _term(tenancy: Tenancy) -> str:
    return f"{show_date(tenancy.starts_on)} – {_end(tenancy)}"


def _end(tenancy: object) -> str:
    end = getattr(tenancy, "moved_out_on", None) or getattr(tenancy, "ends_on", None)
    return tr("uten sluttdato") if end is None else show_date(end)


def _reading(meter: Meter, newest: Reading | None) -> str:
    """Return where a meter hangs and what it showed last, here or at a visit."""
    day, value = newest or (meter.read_on, meter.reading)
    said = "" if value is None else f" {show_decimal(value)}"
    return f"{meter.location}{said}{f' ({show_date(day)})' if said and day else ''}".strip()
