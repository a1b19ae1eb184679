"""What the welcome binder says of the municipality: whom residents may need to reach, and when waste is collected."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.casefile.naming import naming_fields
from bolig_desktop.dwellings.records import WasteDay
from bolig_desktop.dwellings.rules import holding_days
from bolig_desktop.settings.records import LocalContact
from bolig_desktop.ui.dwellings.guide_form import WasteDayForm
from bolig_desktop.ui.dwellings.guide_words import waste_words
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.contact_form import LocalContactForm
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.unlock.steps import plain
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import tr


class BinderPart(QWidget):
    """Signal ``kept(sentence)`` when something was saved and can be undone."""

    kept = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        case = session.case
        contacts = SubList(
            _contact_words,
            make_form=LocalContactForm,
            add_label=tr("Legg til kontakt"),
            blank=_blank_contact,
            empty=tr("Ingen kontakter ennå. Da får permen linjer å skrive på."),
            pill=self._pill,
            mark=lambda line: "shield",
            stacked=True,
        )
        days = SubList(
            lambda day: waste_words(day, session.today),
            make_form=lambda: WasteDayForm(case.clock),
            add_label=tr("Legg til avfallsdag"),
            blank=_blank_day,
            empty=tr("Ingen avfallsdager ennå. Da får permen linjer å skrive på."),
            pill=self._pill,
            mark=lambda line: "shield",
            stacked=True,
        )
        # Drafts of days under another name than a home's own: the parent's number would be that of a home.
        self.contacts = SubRecords(session, "local_contacts", contacts, lambda _: case.local_contacts.in_order())
        self.days = SubRecords(
            session, "waste_days everywhere", days, lambda _: holding_days((), (), case.waste_days.everywhere())
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(10)
        column.addWidget(plain(_about(), "muted"))
        column.addWidget(_heading(tr("Kontakter")))
        column.addWidget(self.contacts)
        column.addSpacing(8)
        column.addWidget(_heading(tr("Avfallsdager i hele kommunen")))
        column.addWidget(plain(tr("Har en bolig egne dager, settes de på boligen under «Til permen»."), "muted"))
        column.addWidget(self.days)
        column.addStretch(1)
        for part in (self.contacts, self.days):
            part.kept.connect(self.kept)
            part.open(1)
            part.reload()
        session.changed.connect(self._changed)
        session.day_changed.connect(self.days.reload)

    def leave(self) -> None:
        """Keep what is half-typed."""
        for part in (self.contacts, self.days):
            part.keep_draft()

    def _pill(self, line: LocalContact | WasteDay) -> Pill | None:
        """Say which lines are left out of the binder until the name is taken away (law.md AG-3)."""
        named = naming_fields(self._session.case, line)
        return (tr("nevner noen med gradert adresse"), Tone.SOON) if named else None

    def _changed(self, tables: frozenset[str]) -> None:
        shielding = tables & {"people", "memberships", "households"}
        if shielding or "local_contacts" in tables:
            self.contacts.reload()
        if shielding or "waste_days" in tables:
            self.days.reload()


def _about() -> str:
    return tr(
        "Dette står i velkomstpermen til alle som får bolig her. Personvernombudet og tiden det skal være ro, settes "
        "på fanen Kommunen. Det som gjelder én bolig, settes på boligen."
    )


def _contact_words(contact: LocalContact) -> tuple[str, str]:
    title = " – ".join(part for part in (label(contact.kind), contact.name) if part)
    return title, " · ".join(part for part in (contact.phone, contact.note) if part)


def _blank_contact() -> LocalContact:
    unknown: dict[str, Any] = {"kind": None}
    return LocalContact(**unknown)


def _blank_day() -> WasteDay:
    unknown: dict[str, Any] = {"kind": None}
    return WasteDay(**unknown)


def _heading(words: str) -> QLabel:
    heading = QLabel(words)
    heading.setProperty("role", "heading")
    heading.setWordWrap(True)
    return heading
