"""The form of a tenancy, and the small one of a takeover or hand-back protocol."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from bolig_desktop.clock import Clock
from bolig_desktop.law.months import add_months, is_clamped
from bolig_desktop.law.terms import ORDINARY_MONTHS, SECURITY_MONTHS
from bolig_desktop.tenancies.records import HandoverKind, SecurityKind, TenancyKind
from bolig_desktop.tenancies.rules import OURS
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_kroner
from bolig_desktop.ui import icons
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.check_field import CheckField
from bolig_desktop.ui.widgets.choices import ChoiceField, YesNoField
from bolig_desktop.ui.widgets.fields import DateField, DecimalField, LongTextField, MoneyField, NumberField, TextField
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.fold import Fold
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.pick_field import Choice, PickField
from bolig_desktop.ui.words import tr

Find = Callable[[str], Sequence[Choice]]
Title = Callable[[int], str]
Propose = Callable[[int], Mapping[str, str]]
"""A dwelling's id to what it proposes: a field's name to what would be typed in it."""

_BESIDE_BOX = 28
_OF_SHORT_TERM = ("short_term_reason", "short_term_decision", "short_term_weighty")
NOT_ON_FORM: frozenset[str] = frozenset({"id", "previous_id"})
"""previous_id is set by "Ny avtale for samme bolig" and shown as a link above the form."""


class _Tick(CheckField):
    """A box with the field's name beside it, so that no label is needed above."""

    def __init__(self) -> None:
        super().__init__("")

    def set_name(self, label: str) -> None:
        """Put the name beside the box."""
        self.box.setText(label)
        super().set_name(label)


class TenancyForm(Form):
    """Every field of a Tenancy; lease_months is the municipality's ordinary length."""

    table = "tenancies"

    def __init__(
        self,
        clock: Clock,
        lease_months: int,
        find_dwelling: Find,
        title_of_dwelling: Title,
        find_household: Find,
        title_of_household: Title,
        propose: Propose,
    ) -> None:
        super().__init__()
        self._lease_months, self._propose = lease_months, propose
        self._is_new, self._endless = True, False
        self._proposed_end: date | None = None
        self._ours: list[Fold] = []
        self._place_way()
        with self.row():
            dwelling = PickField("dwellings", find_dwelling, title_of_dwelling, icon="house")
            self.bind("dwelling_id", tr("Bolig eller rom"), dwelling)
            household = PickField("households", find_household, title_of_household, icon="users")
            self.bind("household_id", tr("Husstand"), household)
        with self.row():
            self.bind("starts_on", tr("Fra"), DateField(clock))
            self.bind("ends_on", tr("Til og med"), DateField(clock, placeholder=tr("uten slutt")))
        self._quick_ends()
        with self.row():
            self.bind("kind", tr("Type leieforhold"), ChoiceField(answers(TenancyKind), unknown=None))
            self.bind("handover_on", tr("Overtakelse"), DateField(clock))
        with self.row():
            self.bind("rent_nok", tr("Leie per måned"), MoneyField())
            self.bind("due_day", tr("Forfall, dag i måneden"), NumberField(least=1, most=28))
        with self.row():
            self.bind("power_nok", tr("Strøm a konto per måned"), MoneyField())
            self.bind("water_nok", tr("Målt vann per måned"), MoneyField())
        self._signing(clock)
        self._security(clock)
        self._section_11_1()
        self._short_of_three_years()
        self._ending()
        self._eviction(clock)
        self._around(clock)
        self.bind("note", tr("Merknad"), LongTextField(lines=3), hint=tr("Ikke skriv om helse, tro eller asylsaken."))
        self._settle_labels()
        self.field_committed.connect(self._after_leaving)
        self.edited.connect(self._settle)

    # what stands on it

    def _place_way(self) -> None:
        """Leave room for the button that leads to what stands in the way of the lease."""
        self.way = QPushButton()
        icons.put(self.way, "arrow-right", "accent", side=16)
        self._way = Flow()
        self._way.add(self.way)
        self._way.hide()
        self.place(self._way)

    def offer_way(self, words: str) -> None:
        """Show the button under the sentence that refuses the lease, or take it away ("")."""
        self.way.setText(words)
        self._way.setVisible(bool(words))

    def _quick_ends(self) -> None:
        line = Flow(gap=8)
        label = QLabel(tr("Sett slutten:"))
        label.setProperty("role", "small")
        label.setContentsMargins(0, 5, 2, 5)
        line.add(label)
        for months in sorted({ORDINARY_MONTHS, self._lease_months}):
            words = tr("{years} år", years=months // 12) if months % 12 == 0 else tr("{n} md.", n=months)
            button = QPushButton(words)
            button.setProperty("role", "chip")
            button.setAccessibleName(tr("Slutt etter {term}", term=words))
            button.clicked.connect(lambda _=False, months=months: self._end_after(months))
            line.add(button)
        endless = QPushButton(tr("Tidsubestemt"))
        endless.setProperty("role", "chip")
        endless.clicked.connect(self._without_end)
        line.add(endless)
        self.place(line)

    def _signing(self, clock: Clock) -> None:
        with self.section(tr("Underskrift og utflytting"), is_open=True), self.row():
            self.bind("signed_tenant_on", tr("Leieren skrev under"), DateField(clock))
            self.bind("signed_landlord_on", tr("Utleieren skrev under"), DateField(clock))
            self.bind("moved_out_on", tr("Flyttet ut"), DateField(clock))

    def _security(self, clock: Clock) -> None:
        with self.section(tr("Depositum og garanti")):
            self._sum = QLabel()
            self._sum.setWordWrap(True)
            self._sum.setProperty("role", "small")
            with self.row():
                self.bind("deposit_nok", tr("Depositum"), MoneyField())
                self.bind("guarantee_nok", tr("Garanti"), MoneyField())
                self.bind("guarantee_kind", tr("Hvem garanterer"), ChoiceField(answers(SecurityKind)))
            self.place(self._sum)
            with self.row():
                self.bind("deposit_bank", tr("Bank"), TextField())
                self.bind("deposit_account", tr("Depositumskonto"), TextField())
                self.bind("deposit_opened_on", tr("Kontoen åpnet"), DateField(clock))
            with self.row():
                self.bind(
                    "deposit_same_bank",
                    tr("Leien betales til konto i samme bank"),
                    _Tick(),
                    hint=tr("Avtalt skriftlig, så banken kan betale ut skyldig leie (§ 3-5)."),
                )
                self.bind("guarantee_ends_on", tr("Garantien gjelder til"), DateField(clock))
            with self.row():
                self.bind("guarantee_months", tr("Garantien, høyst så mange måneders leie"), NumberField())
                self.bind("guarantee_decision", tr("Garantien er gitt ved vedtak"), TextField())

    def _section_11_1(self) -> None:
        with self.section(tr("Bolig for vanskeligstilte, husleieloven § 11-1")) as fold:
            self.bind(
                "vulnerable_notice",
                tr("Leieren får skriftlig melding om § 11-1"),
                _Tick(),
                hint=tr("At boligen er for vanskeligstilte på boligmarkedet, og hvilke unntak som er avtalt."),
            )
            self.bind(
                "exception_family",
                tr("Husstanden må godkjennes"),
                _Tick(),
                hint=tr("Tredje ledd: nei bare hvis boligens utforming eller formål tilsier det."),
            )
            self.bind(
                "exception_others",
                tr("Andre beboere og delvis framleie må godkjennes"),
                _Tick(),
                hint=tr(
                    "Fjerde ledd: nei ved trangboddhet, forhold ved personen, eller boligens utforming eller formål."
                ),
            )
            self.bind(
                "exception_absence",
                tr("Kommunen kan bruke boligen ved midlertidig fravær"),
                _Tick(),
                hint=tr("Femte ledd: leieren skal få boligen tilbake."),
            )
            self.bind(
                "exception_short_term",
                tr("Kortere leietid enn tre år"),
                _Tick(),
                hint=tr("Sjette ledd: bare når særlige grunner tilsier det, og bare én gang for samme bolig."),
            )
            self.bind("short_term_reason", tr("Særlige grunner for kort leietid"), LongTextField(lines=3))
            self.bind("short_term_decision", tr("Vedtak om kort leietid"), TextField(placeholder=tr("2026/123")))
            self.bind(
                "short_term_weighty",
                tr("Tungtveiende grunner"),
                LongTextField(lines=3),
                hint=tr("Kreves når husstanden har hatt en kort avtale for samme bolig før."),
            )
        self._ours.append(fold)

    def _short_of_three_years(self) -> None:
        with self.section(tr("Andre unntak fra tre år, husleieloven § 9-3")):
            self.bind(
                "just_cause",
                tr("Saklig grunn for kort leietid"),
                LongTextField(lines=3),
                hint=tr("Leieren må få grunnen skriftlig senest når avtalen skrives under."),
            )
            self.bind(
                "landlord_lives_in",
                tr("Utleieren bor i samme hus"),
                _Tick(),
                hint=tr("Da er ett år nok for loft, sokkel eller tomannsbolig."),
            )

    def _ending(self) -> None:
        with self.section(tr("Oppsigelse")) as fold:
            self.bind(
                "told_not_terminable",
                tr("Kan ikke sies opp i leietiden"),
                _Tick(),
                hint=tr("Leieren må ha fått vite det skriftlig, ellers kan avtalen sies opp (§ 9-2 første ledd)."),
            )
            self.bind(
                "terminable_in_term",
                tr("Avtalt at den kan sies opp i leietiden"),
                _Tick(),
                hint=tr("§ 9-2 andre ledd."),
            )
            self.bind("notice_months", tr("Oppsigelsestid i måneder"), NumberField(most=24))
        self._ours.append(fold)

    def _eviction(self, clock: Clock) -> None:
        with self.section(tr("Tvangsfravikelse, tvangsfullbyrdelsesloven § 13-2")) as fold:
            self.bind("eviction_unpaid", tr("Vedtatt ved ubetalt leie"), _Tick(), hint=tr("Tredje ledd bokstav a."))
            self.bind(
                "eviction_expiry", tr("Vedtatt når leietiden er ute"), _Tick(), hint=tr("Tredje ledd bokstav b.")
            )
            self.bind(
                "social_notice_declined_on",
                tr("Leieren vil ikke at sosialtjenesten varsles"),
                DateField(clock, past=True),
                hint=tr("Datoen leieren ba om det skriftlig (husleieloven § 9-11)."),
            )
        self._ours.append(fold)

    def _around(self, clock: Clock) -> None:
        with self.section(tr("Verge, tolk, eier og avvik")):
            self.bind("reference", tr("Saksnummer"), TextField(placeholder=tr("2026/123")))
            with self.row():
                self.bind("guardian", tr("Verge eller representant"), TextField())
                self.bind("interpreter", tr("Tolk ved underskrift"), TextField())
            self.bind("owner_consent_on", tr("Eieren samtykket i framleie"), DateField(clock))
            self.bind(
                "departures",
                tr("Avtalte avvik fra loven og andre vilkår"),
                LongTextField(lines=3),
                hint=tr("Gebyrer og andre tillegg til leien er ikke lov (§ 3-7)."),
            )

    def _settle_labels(self) -> None:
        """Let a box have its words beside it only, and no line break part a § from its number."""
        for field in self.fields.values():
            if isinstance(field, _Tick):
                above, _, below = _cell(field)
                above.hide()
                below.setContentsMargins(_BESIDE_BOX, 0, 0, 0)
        for label in self.findChildren(QLabel):
            label.setText(label.text().replace("§ ", "§\u00a0"))

    # what it does by itself

    def show_record(self, record: object, *, keep_typed: bool = False) -> None:
        """Show the record's values, and only the sections its kind of lease has."""
        self._is_new = getattr(record, "id", None) is None
        if not keep_typed:
            self._endless, self._proposed_end = False, None
        super().show_record(record, keep_typed=keep_typed)
        self._settle()

    def restore_typed(self, draft: Mapping[str, str]) -> None:
        """Put a draft back."""
        super().restore_typed(draft)
        self._settle()

    def _after_leaving(self, name: str) -> None:
        if name == "dwelling_id" and (dwelling_id := self._value(name)) is not None:
            for other, typed in self._propose(dwelling_id).items():
                if other == "kind" or not self.fields[other].is_filled():
                    self._type(other, typed)
        if name == "starts_on" and self._may_propose_end():
            self._end_after(self._lease_months)
            self._proposed_end = self._value("ends_on")

    def _may_propose_end(self) -> bool:
        """Say whether the lease is new and its end is the one proposed before, or none was wished."""
        return self._is_new and not self._endless and self._value("ends_on") == self._proposed_end

    def _without_end(self) -> None:
        self._endless = True
        self._type("ends_on", "")

    def _end_after(self, months: int) -> None:
        start = self._value("starts_on")
        if start is None:
            self.focus("starts_on")
            return
        last = add_months(start, months)
        self._type("ends_on", show_date(last if is_clamped(start, months) else last - timedelta(days=1)))

    def _type(self, name: str, text: str) -> None:
        self.fields[name].set_typed(text)
        self.fields[name].leave()

    def _value(self, name: str) -> Any:
        field = self.fields[name]
        return field.value() if field.is_valid() else None

    def _settle(self) -> None:
        """Show what this kind of lease needs, and the sum of the security in words."""
        ours = self._value("kind") in OURS
        for fold in self._ours:
            fold.setVisible(ours)
        is_short = bool(self._value("exception_short_term"))
        for name in _OF_SHORT_TERM:
            field = self.fields[name]
            (field.parentWidget() or field).setVisible(is_short or field.is_filled())
        self._say_security()

    def _say_security(self) -> None:
        rent, deposit, guarantee = (self._value(name) or 0 for name in ("rent_nok", "deposit_nok", "guarantee_nok"))
        if rent:
            total, most = show_kroner(deposit + guarantee), show_kroner(rent * SECURITY_MONTHS)
            said = tr("Til sammen {total} av høyst {most}: seks måneders leie uten strøm (§§ 3-5 og 3-6).",
                      total=total, most=most)  # fmt: skip
        else:
            said = tr("Depositum og garanti kan til sammen være høyst seks måneders leie (§§ 3-5 og 3-6).")
        self._sum.setText(said.replace("§ ", "§\u00a0"))


class HandoverForm(Form):
    """A takeover or hand-back protocol."""

    table = "handovers"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("kind", tr("Protokoll for"), ChoiceField(answers(HandoverKind), unknown=None))
            self.bind("held_on", tr("Holdt"), DateField(clock))
            self.bind("signed_on", tr("Skrevet under"), DateField(clock))
        self.bind("present", tr("Til stede"), TextField())
        self.bind("keys", tr("Nøkler"), TextField(placeholder=tr("2 til ytterdøren, 1 til boden")))
        with self.row():
            self.bind("power_reading", tr("Strømmåler, kWh"), DecimalField())
            self.bind("water_reading", tr("Vannmåler, m³"), DecimalField())
        with self.row():
            self.bind("smoke_alarms_ok", tr("Røykvarsler virker"), YesNoField())
            self.bind("extinguisher_ok", tr("Slokkeutstyr i orden"), YesNoField())
        self.bind("condition", tr("Tilstand, rom for rom"), LongTextField())
        self.bind("remarks", tr("Leierens merknader"), LongTextField(lines=3))


def _cell(field: QWidget) -> tuple[QWidget, QWidget, QWidget]:
    """Return the label above a field, the field and the hint under it."""
    parts = [part for part in (field.parentWidget() or field).children() if isinstance(part, QWidget)]
    return parts[0], parts[1], parts[2]
