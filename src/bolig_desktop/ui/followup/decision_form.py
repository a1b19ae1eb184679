"""The form of a decision (vedtak): what was decided, on what facts, and what became of it."""

from collections.abc import Mapping
from typing import Any

from bolig_desktop.clock import Clock
from bolig_desktop.tenancies.records import DecisionKind, DecisionResult, RefusalReason
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import DateField, LongTextField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

_OF_LEASE = DecisionKind.EXTENSION


class DecisionForm(Form):
    """Vedtak: in writing, with its facts and its main considerations (forvaltningsloven §§ 23-25)."""

    table = "decisions"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self._kinds = self.bind("kind", tr("Vedtak om"), ChoiceField(answers(DecisionKind), unknown=None))
            self.bind("result", tr("Resultat"), ChoiceField(answers(DecisionResult), unknown=None))
        self.bind(
            "refusal_reason",
            tr("Hvorfor avslag"),
            ChoiceField(answers(RefusalReason), unknown=tr("Ikke valgt")),
            hint=tr("Grunnen som veide tyngst. Den telles i årets tall; begrunnelsen skrives under."),
        )
        with self.row():
            self.bind("decided_on", tr("Fattet"), DateField(clock))
            self.bind("reference", tr("Saksnummer"), TextField(placeholder=tr("2026/123")))
        self.bind("decided_by", tr("Fattet av"), TextField())
        self.bind(
            "facts",
            tr("Fakta vedtaket bygger på"),
            LongTextField(lines=6),
            hint=tr("Hentet fra behovsvurderingen eller søknaden. Rett det som ikke hører hjemme i vedtaket."),
        )
        self.bind(
            "considerations",
            tr("De viktigste grunnene"),
            LongTextField(lines=3),
            hint=tr("Det som ble avgjørende, og hvilke ønsker husstanden hadde."),
        )
        self.bind(
            "content",
            tr("Hva vedtaket går ut på"),
            LongTextField(lines=2),
            hint=tr("Hvilken bolig, størrelse og område, og hvor lenge. Ved avslag: hvilken annen hjelp som tilbys."),
        )
        self.bind(
            "rules",
            tr("Kommunens egne regler"),
            LongTextField(lines=2),
            hint=tr("Vedtekter eller retningslinjer vedtaket bruker i tillegg til lovene."),
        )
        with self.section(tr("Kom fram og klage")):
            with self.row():
                self.bind("received_on", tr("Kom fram"), DateField(clock))
                self.bind("appealed_on", tr("Klaget på"), DateField(clock))
                self.bind("forwarded_on", tr("Klagen sendt videre"), DateField(clock))
            self.bind("appeal", tr("Hva klagen går ut på"), LongTextField(lines=2))
            self.bind("appeal_assessment", tr("Kommunens vurdering av klagen"), LongTextField(lines=3))
        self.bind("note", tr("Merknad"), LongTextField(lines=2), hint=tr("Ikke skriv om helse, tro eller asylsaken."))
        self.edited.connect(self._settle)

    def show_record(self, record: object, *, keep_typed: bool = False) -> None:
        """Show the record's values; only what is about a lease can be an extension of one."""
        has_lease = getattr(record, "tenancy_id", None) is not None
        own = getattr(record, "kind", None)
        kinds = [pair for pair in answers(DecisionKind) if has_lease or pair[0] is not _OF_LEASE or pair[0] is own]
        self._kinds.set_answers(kinds)
        super().show_record(record, keep_typed=keep_typed)
        self._settle()

    def restore_typed(self, draft: Mapping[str, str]) -> None:
        """Put a draft back."""
        super().restore_typed(draft)
        self._settle()

    def values(self) -> dict[str, Any]:
        """Return the values; only a refused allotment has a reason for it."""
        found = super().values()
        return found if self._is_refused() else found | {"refusal_reason": None}

    def _is_refused(self) -> bool:
        chosen = [self.fields[name].value() for name in ("kind", "result") if self.fields[name].is_valid()]
        return chosen == [DecisionKind.ALLOTMENT, DecisionResult.REFUSED]

    def _settle(self) -> None:
        """Ask why only where an allotment is refused."""
        self.show_field("refusal_reason", tr("Hvorfor avslag") if self._is_refused() else "")
