"""The page of landlords: who we hire from, until when, and which dwellings."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from bolig_desktop.casefile.lines import landlord_lines
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.landlords.records import HeadLease, Landlord, LandlordLine
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_kroner
from bolig_desktop.ui.choosing import dwelling_choices, dwelling_title
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.landlords.columns import SOON, chips, columns
from bolig_desktop.ui.landlords.form import HeadLeaseForm, LandlordForm
from bolig_desktop.ui.maintenance.home_tab import landlord_defects
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pick_field import PickField
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import tr


class LandlordsPage(TopicPage):
    """Utleiere og innleieavtaler."""

    topic = "landlords"
    table_name = "landlords"
    icon = "hand-coins"
    watched = frozenset({"defects", "landlords", "head_leases", "dwellings", "people", "memberships", "households"})
    sort_by = "name"

    def words(self) -> dict[str, str]:
        """Return the page's own words."""
        return {
            "title": tr("Utleiere"),
            "new": tr("Ny utleier"),
            "empty": tr("Her kommer de som kommunen leier boliger av. Legg inn den første, så kan boligen knyttes."),
            "choose": tr("Velg en utleier i listen, eller legg inn en ny."),
            "facts": tr("Utleier"),
            "new_title": tr("Ny utleier"),
            "create": tr("Opprett utleier"),
        }

    def columns(self) -> Sequence[Column]:
        """Return the list's columns."""
        return columns(self.session.today)

    def chips(self) -> Sequence[Chip]:
        """Return the quick filters."""
        return chips(self.session.today)

    def lines(self) -> Sequence[LandlordLine]:
        """Read the list's lines."""
        return landlord_lines(self.session.case)

    def blank(self, **known: int) -> Landlord:
        """Return a new landlord."""
        return Landlord(name="")

    def make_form(self) -> Form:
        """Make the form."""
        return LandlordForm()

    def add_tabs(self) -> None:
        """Add head leases and dwellings."""
        case = self.session.case
        leases = SubList(
            lambda lease: (case.dwellings.get(lease.dwelling_id).label, _terms(lease)),
            make_form=self._lease_form,
            add_label=tr("Legg til innleieavtale"),
            blank=self._blank_lease,
            empty=tr(
                "Ingen innleieavtale er ført. Legg inn avtalen med eieren, så varsler programmet før den går ut."
            ),
            pill=lambda lease: _lease_pill(lease, self.session.today),
            place=lambda lease: Place(topic="dwellings", id=lease.dwelling_id),
        )
        self.add_sub_list(
            "leases", tr("Innleieavtaler"), SubRecords(self.session, "head_leases", leases, self._leases_of)
        )
        units = SubList(
            lambda dwelling: (dwelling.label, f"{label(dwelling.kind)} · {label(dwelling.tenure)}"),
            empty=tr("Ingen boliger er knyttet til utleieren ennå."),
            can_remove=False,
            place=lambda dwelling: Place(topic="dwellings", id=dwelling.id),
        )
        self.add_sub_list(
            "dwellings", tr("Boliger"), SubRecords(self.session, "landlord_dwellings", units, self._units_of)
        )

        self.add_sub_list("defects", tr("Avvik"), landlord_defects(self.session))

    def add_acts(self) -> None:
        """Add what can be done with a landlord."""
        header = self.case_panel.header
        header.add_act(tr("Ny innleieavtale"), self._begin_lease, icon="file-plus", main=True)
        header.add_seldom(tr("Fjern utleieren"), self.remove, icon="trash-2")

    def show_details(self, record: Landlord) -> None:
        """Show the name, how to reach the landlord, and which head leases are about to end."""
        reach = [label(record.kind), record.contact_person, record.phone, record.email]
        self.case_panel.header.show_title(record.name, " · ".join(part for part in reach if part))
        today = self.session.today
        leases = [lease for lease in self._leases_of(record.id or 0) if _runs(lease, today)]
        soon = [lease for lease in leases if lease.ends_on is not None and lease.ends_on <= today + SOON]
        self.case_panel.show_banners([*(self._ending(lease) for lease in soon), *self.banner_of_problems()])

    def _ending(self, lease: HeadLease) -> Banner:
        where = self.session.case.dwellings.get(lease.dwelling_id).label
        ends_on = cast(date, lease.ends_on)
        days = (ends_on - self.session.today).days
        said = tr("Innleieavtalen for {where} går ut {when}.", where=where, when=show_date(ends_on))
        text = tr("Det er om {days} dager. Avtal med eieren om den skal fornyes.", days=days)
        return Banner(Tone.SOON, said, text=text)

    def _leases_of(self, landlord_id: int) -> list[HeadLease]:
        today = self.session.today
        found = self.session.case.head_leases.of_landlord(landlord_id)
        return sorted(found, key=lambda lease: (not _runs(lease, today), -lease.starts_on.toordinal()))

    def _units_of(self, landlord_id: int) -> list[Dwelling]:
        case = self.session.case
        found = {dwelling.id: dwelling for dwelling in case.dwellings.of_landlord(landlord_id)}
        for lease in case.head_leases.of_landlord(landlord_id):
            found.setdefault(lease.dwelling_id, case.dwellings.get(lease.dwelling_id))
        # The rooms of a house stand on the house's own page.
        whole = [dwelling for dwelling in found.values() if dwelling.house_id not in found or not dwelling.house_id]
        return sorted(whole, key=lambda dwelling: dwelling.label)

    def _blank_lease(self) -> HeadLease:
        # Empty until they are filled in: the rules ask for both before anything is kept.
        empty: Any = None
        return HeadLease(landlord_id=self.record.id, dwelling_id=empty, starts_on=empty)

    def _lease_form(self) -> Form:
        case = self.session.case
        form = HeadLeaseForm(
            case.clock, lambda typed: dwelling_choices(case, typed), lambda row_id: dwelling_title(case, row_id)
        )
        pick = form.fields["dwelling_id"]
        if isinstance(pick, PickField):
            pick.go.connect(self.go)
        return form

    def _begin_lease(self) -> None:
        self.case_panel.tabs.choose("leases")
        dict(self._sub_lists)["leases"].list.add()


def _runs(lease: HeadLease, today: date) -> bool:
    return lease.ends_on is None or lease.ends_on >= today


def _lease_pill(lease: HeadLease, today: date) -> Pill | None:
    if not _runs(lease, today):
        return tr("Utløpt"), Tone.MUTED
    if lease.starts_on > today:
        return tr("Begynner {when}", when=show_date(lease.starts_on)), Tone.ACCENT
    if lease.ends_on is not None and lease.ends_on <= today + SOON:
        return tr("Går ut om {days} d.", days=(lease.ends_on - today).days), Tone.SOON
    return tr("Løper"), Tone.GOOD


def _terms(lease: HeadLease) -> str:
    end = tr("uten sluttdato") if lease.ends_on is None else show_date(lease.ends_on)
    parts = [f"{show_date(lease.starts_on)} – {end}"]
    if lease.rent_nok is not None:
        parts.append(tr("{rent} per md.", rent=show_kroner(lease.rent_nok)))
    if lease.sublet_consent_on is None:
        parts.append(tr("uten samtykke til framleie"))
    return " · ".join(parts)
