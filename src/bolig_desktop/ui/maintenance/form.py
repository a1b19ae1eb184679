"""The forms of a defect, of a complaint and of a check."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QLabel

from bolig_desktop.clock import Clock
from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.maintenance.records import (
    CheckKind,
    CheckResult,
    ComplaintSource,
    DefectKind,
    Mender,
    Reporter,
    Urgency,
)
from bolig_desktop.maintenance.rules import MOST_MONTHS, proposed
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.maintenance.reasons import reason
from bolig_desktop.ui.widgets.check_field import CheckField
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import DateField, LongTextField, MoneyField, NumberField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.pick_field import Choice, PickField
from bolig_desktop.ui.words import tr

Find = Callable[[str], Sequence[Choice]]
Title = Callable[[int], str]
Tenures = Callable[[int | None], Tenure | None]
NOT_ON_FORM: frozenset[str] = frozenset({"id", "visit_id"})


class DefectForm(Form):
    """Every field of a Defect, and under who is to mend it why."""

    table = "defects"

    def __init__(
        self, clock: Clock, dwellings: tuple[Find, Title], households: tuple[Find, Title], tenure_of: Tenures
    ) -> None:
        super().__init__()
        self._tenure_of = tenure_of
        with self.row():
            self.bind("dwelling_id", tr("Bolig"), PickField("dwellings", *dwellings, icon="house"), weight=3)
            self.bind("room", tr("Hvor i boligen"), TextField(placeholder=tr("bad, kjøkken …")), weight=2)
        self.bind(
            "what",
            tr("Hva er galt"),
            LongTextField(lines=3),
            hint=tr("Ikke navn på noen, og ikke helse, tro eller asylsaken."),
        )
        with self.row():
            kinds = answers(DefectKind)
            self.bind("kind", tr("Hva slags ting"), ChoiceField(kinds, unknown=None), weight=3)
            self.bind("urgency", tr("Hvor ille"), ChoiceField(answers(Urgency), unknown=None), weight=2)
        self.bind("replace", "", CheckField(tr("Må skiftes ut")))
        with self.row():
            self.bind("reported_on", tr("Meldt"), DateField(clock))
            self.bind("reported_by", tr("Meldt av"), ChoiceField(answers(Reporter), unknown=None))
        self.bind("household_id", tr("Husstand som meldte"), PickField("households", *households, icon="users"))
        self.heading(tr("Hvem skal rette"))
        self.bind("mender", tr("Retter"), ChoiceField(answers(Mender), unknown=tr("Som foreslått")))
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.setProperty("role", "muted")
        self.place(self.why)
        with self.row():
            self.bind("sent_to", tr("Sendt til"), TextField(), weight=3)
            self.bind("sent_on", tr("Sendt"), DateField(clock), weight=2)
        with self.row():
            self.bind("promise", tr("Hva som ble lovet"), TextField(), weight=3)
            self.bind("promised_on", tr("Lovet innen"), DateField(clock), weight=2)
        self.heading(tr("Når det er rettet"))
        with self.row():
            self.bind("mended_on", tr("Utbedret"), DateField(clock))
            self.bind("cost_nok", tr("Kostnad"), MoneyField())
            self.bind("cause", tr("Årsak"), TextField())
        self.bind("note", tr("Merknad"), LongTextField(lines=2))
        self.edited.connect(self._explain)

    def show_record(self, record: object, *, keep_typed: bool = False) -> None:
        """Show the record's values and why somebody is proposed to mend it."""
        super().show_record(record, keep_typed=keep_typed)
        self._explain()

    def _explain(self) -> None:
        values: dict[str, Any] = self.values()
        tenure, kind = self._tenure_of(values.get("dwelling_id")), values.get("kind")
        known = tenure is not None and kind is not None
        self.why.setVisible(known)
        if tenure is not None and kind is not None:
            self.why.setText(reason(proposed(kind, tenure, replace=bool(values.get("replace")))))


class ComplaintForm(Form):
    """Every field of a Complaint."""

    table = "complaints"

    def __init__(self, clock: Clock, dwellings: tuple[Find, Title], households: tuple[Find, Title]) -> None:
        super().__init__()
        with self.row():
            self.bind("dwelling_id", tr("Bolig"), PickField("dwellings", *dwellings, icon="house"))
            self.bind(
                "household_id", tr("Husstanden det gjelder"), PickField("households", *households, icon="users")
            )
        with self.row():
            self.bind("source", tr("Hvem klager"), ChoiceField(answers(ComplaintSource), unknown=None))
            self.bind("received_on", tr("Kom inn"), DateField(clock))
        self.bind(
            "complainant",
            tr("Navnet til den som klager"),
            TextField(),
            hint=tr("Står bare her: aldri på papirer, i lister eller i søk."),
        )
        self.bind(
            "what",
            tr("Hva det klages på"),
            LongTextField(lines=3),
            hint=tr("Ikke navn på noen, og ikke helse, tro eller asylsaken."),
        )
        with self.row():
            self.bind("answered_on", tr("Besvart"), DateField(clock))
            self.bind("closed_on", tr("Avsluttet"), DateField(clock))
        self.bind("answer", tr("Hva som ble svart"), LongTextField(lines=3))
        self.bind("note", tr("Merknad"), LongTextField(lines=2))


class CheckForm(Form):
    """Every field of a HomeCheck."""

    table = "home_checks"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("kind", tr("Hva som kontrolleres"), ChoiceField(answers(CheckKind), unknown=None))
            self.bind("done_on", tr("Sist gjort"), DateField(clock, past=True))
        with self.row():
            self.bind("result", tr("Resultat"), ChoiceField(answers(CheckResult), unknown=tr("Ikke ført")))
            self.bind(
                "months",
                tr("Måneder mellom"),
                NumberField(most=MOST_MONTHS),
                hint=tr("Tomt felt: rutinen som følger med"),
            )
        self.bind("note", tr("Merknad"), TextField())
