"""The form of a matter: its kind first, and then only what that kind has, in that kind's own words."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel

from bolig_desktop.clock import Clock
from bolig_desktop.tenancies.records import ApplicationSort, MainReason, MatterBasis, MatterKind
from bolig_desktop.tenancies.rules.followed_up import WITHOUT_LEASE
from bolig_desktop.ui.followup.matter_words import asked_of, note_on
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField, YesNoField
from bolig_desktop.ui.widgets.fields import DateField, DecimalField, LongTextField, MoneyField, MonthField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

_ABREAST = 3
_TEXTS = (
    "outcome",
    "reason",
    "about",
    "position",
    "deductions",
    "note",
    "kpi_series",
    "kpi_from_month",
    "kpi_to_month",
)
_INDEX = ("old_rent_nok", "kpi_from_month", "kpi_from", "kpi_series", "kpi_to_month", "kpi_to")


class MatterForm(Form):
    """Saker og frister: an application, a notice, a warning, a claim."""

    table = "matters"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._shown: MatterKind | None = None
        self._has_lease = True
        self._choice = self.bind("kind", tr("Hva saken er"), ChoiceField(_kinds(), unknown=None))
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("role", "muted")
        self.place(self._note)
        with self.row() as first:
            self.bind("opened_on", tr("Kom inn"), DateField(clock))
            self.bind("sent_on", tr("Sendt"), DateField(clock))
            self.bind("received_on", tr("Kom fram"), DateField(clock))
            self.bind("due_on", tr("Svar innen"), DateField(clock))
            self.bind("answered_on", tr("Besvart"), DateField(clock))
            self.bind("effect_on", tr("Gjelder fra"), DateField(clock))
            self.bind("closed_on", tr("Avsluttet"), DateField(clock))
        with self.row() as second:
            pass
        with self.row() as third:
            pass
        self._days, self._lines = list(self.fields)[1:], (first, second, third)
        with self.row() as fourth:
            self.bind("basis", tr("Grunnlag"), ChoiceField(answers(MatterBasis), unknown=tr("Ikke valgt")))
            self.bind("amount_nok", tr("Beløp"), MoneyField())
        self._pair = fourth
        with self.row() as fifth:
            self.bind("old_rent_nok", tr("Leie før"), MoneyField())
            self.bind("kpi_from_month", tr("Indeks fra måned"), MonthField())
            self.bind("kpi_from", tr("Indeks da"), DecimalField())
        with self.row() as sixth:
            self.bind("kpi_series", tr("Tabell hos SSB"), TextField())
            self.bind("kpi_to_month", tr("Indeks til måned"), MonthField())
            self.bind("kpi_to", tr("Indeks nå"), DecimalField())
        self._index = (fifth, sixth)
        with self.row() as asked:
            self.bind("sort", tr("Hva de søker om"), ChoiceField(answers(ApplicationSort), unknown=tr("Ikke valgt")))
            self.bind("granted", tr("Svaret"), YesNoField())
            self.bind(
                "main_reason",
                tr("Hovedgrunn"),
                ChoiceField(answers(MainReason), unknown=tr("Ikke valgt")),
                hint=tr("Telles i bidraget til KOSTRA. Helse føres ikke her."),
            )
        self._answer = asked
        self.bind("about", tr("Hvem eller hva det gjelder"), LongTextField(lines=2))
        self.bind("reason", tr("Hva det gjelder"), LongTextField(lines=3))
        self.bind("position", tr("Hva den andre parten mener"), LongTextField(lines=2))
        self.bind("deductions", tr("Fradrag"), LongTextField(lines=2))
        self.bind("outcome", tr("Svar"), TextField())
        self.bind("note", tr("Merknad"), LongTextField(lines=2), hint=tr("Ikke skriv om helse, tro eller asylsaken."))
        self.edited.connect(self._settle)

    def show_record(self, record: object, *, keep_typed: bool = False) -> None:
        """Show the record's values, and only the fields its kind has; without a lease, what needs none to choose."""
        self._has_lease = getattr(record, "tenancy_id", None) is not None
        own = getattr(record, "kind", None)
        kinds = [pair for pair in _kinds() if self._has_lease or pair[0] in WITHOUT_LEASE or pair[0] is own]
        self._choice.set_answers(kinds)
        super().show_record(record, keep_typed=keep_typed)
        self._settle()

    def restore_typed(self, draft: Mapping[str, str]) -> None:
        """Put a draft back."""
        super().restore_typed(draft)
        self._settle()

    def values(self) -> dict[str, Any]:
        """Return the values of the fields in sight; what another kind had is empty."""
        asked = self._asked()
        found = super().values()
        if not asked:
            return found
        return {name: value if name == "kind" or name in asked else _empty(name) for name, value in found.items()}

    def _kind(self) -> MatterKind | None:
        kind = self.fields["kind"]
        return kind.value() if kind.is_valid() else None

    def _asked(self) -> dict[str, str]:
        kind = self._kind()
        return {} if kind is None else asked_of(kind)

    def _settle(self) -> None:
        """Show the fields of the kind chosen, and none before one is chosen."""
        kind, asked = self._kind(), self._asked()
        if kind is not None and kind is self._shown:
            return
        self._shown = kind
        for name in self.fields:
            if name != "kind":
                self.show_field(name, asked.get(name, ""))
        words = self._where_others_stand() if kind is None else note_on(kind)
        self._note.setText(words.replace("§ ", "§\u00a0"))
        self._note.setVisible(bool(words))
        days = [name for name in self._days if name in asked]
        for at, line in enumerate(self._lines):
            self._fill(line, days[at * _ABREAST : (at + 1) * _ABREAST], _ABREAST)
        self._fill(self._pair, [name for name in ("basis", "amount_nok") if name in asked], 2)
        self._fill(self._answer, [name for name in ("sort", "granted", "main_reason") if name in asked], 2)
        for line, names in zip(self._index, (_INDEX[:_ABREAST], _INDEX[_ABREAST:]), strict=True):
            self._fill(line, [name for name in names if name in asked], _ABREAST)

    def _where_others_stand(self) -> str:
        if self._has_lease:
            return ""
        return tr("Oppsigelser, varsler og krav om et leieforhold føres på leieforholdet.")

    def _fill(self, line: QHBoxLayout, names: list[str], room: int) -> None:
        """Let the fields in sight stand in a line with room for so many, each as wide as the others."""
        while line.count():
            line.takeAt(0)
        for name in names:
            line.addWidget(self.cell(name), 1)
        if names and len(names) < room:
            line.addStretch(room - len(names))


def _kinds() -> list[tuple[MatterKind, str]]:
    return [(kind, words.replace("§ ", "§\u00a0")) for kind, words in answers(MatterKind)]


def _empty(name: str) -> str | None:
    return "" if name in _TEXTS else None
