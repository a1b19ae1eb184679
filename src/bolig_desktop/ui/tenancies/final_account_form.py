"""The form of one line of a final account: what it is, how much, when, and what shows it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel

from bolig_desktop.clock import Clock
from bolig_desktop.tenancies.records import LineKind
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import DateField, OreField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

LONGEST_REASON, LONGEST_VOUCHER = 200, 60
"""What a cell of the table on the paper has room for."""


class FinalAccountLineForm(Form):
    """Linje i oppgjøret. The labels of date, reason and voucher are those of the kind chosen."""

    table = "final_account_lines"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            kinds = [(kind, words.replace("§ ", "§\u00a0")) for kind, words in answers(LineKind)]
            self.bind("kind", tr("Hva slags linje"), ChoiceField(kinds, unknown=None), weight=2)
            self.bind("amount_ore", tr("Beløp"), OreField())
        self._total = QLabel()
        self._total.setWordWrap(True)
        self.place(self._total)
        self._note = QLabel()
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self.place(self._note)
        self.bind("reason", tr("Hva det gjelder"), TextField())
        with self.row():
            self.bind("dated_on", tr("Dato"), DateField(clock))
            self.bind("voucher", tr("Bilag"), TextField())
        self.say_total("")
        self.edited.connect(self._settle)
        self._settle()

    def show_record(self, record: object, *, keep_typed: bool = False) -> None:
        """Show the record's values, and what its kind calls them."""
        super().show_record(record, keep_typed=keep_typed)
        self._settle()

    def restore_typed(self, draft: Mapping[str, str]) -> None:
        """Put a draft back."""
        super().restore_typed(draft)
        self._settle()

    def say_total(self, words: str) -> None:
        """Say what the whole comes to with this line in it."""
        self._total.setText(words)
        self._total.setVisible(bool(words))

    def _settle(self) -> None:
        """Call the fields what the kind chosen calls them, and say the one thing to know about it."""
        kind = self.fields["kind"].value() if self.fields["kind"].is_valid() else None
        names, note = _WORDS[kind]() if kind in _WORDS else ({}, "")
        words = {"reason": tr("Hva det gjelder"), "dated_on": tr("Dato"), "voucher": tr("Bilag")} | names
        for name, called in words.items():
            if self.labels[name] != called:
                self.show_field(name, called)
        self._note.setText(note.replace("§ ", "§\u00a0"))
        self._note.setVisible(bool(note))


def _unpaid_rent() -> tuple[dict[str, str], str]:
    return {"reason": tr("Hvilke måneder"), "dated_on": tr("Forfalt")}, ""


def _after_end() -> tuple[dict[str, str], str]:
    note = tr("Leveres boligen for sent, kan det kreves som leien til bruken er slutt (husleieloven § 10-3).")
    return {"reason": tr("Hvilket tidsrom"), "dated_on": tr("Til og med")}, note


def _damage() -> tuple[dict[str, str], str]:
    note = tr("Bare det som er ut over vanlig slit og elde. Vis til kvittering, faktura eller protokoll.")
    return {"reason": tr("Hvilken skade"), "dated_on": tr("Oppdaget"), "voucher": tr("Bilag som viser det")}, note


def _payment() -> tuple[dict[str, str], str]:
    return {"dated_on": tr("Kom inn")}, tr("Det leieren har betalt på kravene over. Det trekkes fra.")


def _deposit() -> tuple[dict[str, str], str]:
    note = tr("Det som er satt inn på kontoen, uten renter. Ble det aldri satt inn noe, skriver du 0.")
    return {"dated_on": tr("Satt inn"), "voucher": tr("Bankens utskrift")}, note


def _interest() -> tuple[dict[str, str], str]:
    note = tr("Skriv av bankens utskrift. Rentene er leierens. Er de ikke kjent, lar du linjen være.")
    return {"dated_on": tr("Utskriften er fra"), "voucher": tr("Bankens utskrift")}, note


_WORDS = {
    LineKind.UNPAID_RENT: _unpaid_rent,
    LineKind.AFTER_END: _after_end,
    LineKind.DAMAGE: _damage,
    LineKind.PAYMENT: _payment,
    LineKind.DEPOSIT: _deposit,
    LineKind.INTEREST: _interest,
}
