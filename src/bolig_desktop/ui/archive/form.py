"""The form of a printed paper: what became of it after it left the printer."""

from collections.abc import Callable

from bolig_desktop.archive.records import SentHow
from bolig_desktop.clock import Clock
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import DateField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

NOT_ON_FORM: frozenset[str] = frozenset(
    {
        "id",
        "number",
        "title",
        "template",
        "language",
        "rules",
        "recipient",
        "dwelling_id",
        "household_id",
        "tenancy_id",
        "decision_id",
        "matter_id",
        "defect_id",
        "printed_on",
        "pages",
        "sha256",
        "content",
    }
)
"""What was printed is never changed afterwards; it is shown above the pages instead."""


class PaperForm(Form):
    """When, how and by whom a paper was sent, when it came, and its number in the municipality's archive.

    officer: says who is proposed as the sender.
    """

    table = "papers"

    def __init__(self, clock: Clock, officer: Callable[[], str]) -> None:
        super().__init__()
        self._officer, self._clock = officer, clock
        with self.row():
            self.bind("sent_on", tr("Sendt eller levert"), DateField(clock, past=True))
            self.bind("sent_how", tr("Hvordan"), ChoiceField(answers(SentHow), unknown=tr("Ikke sendt")))
            self.bind("sent_by", tr("Sendt av"), TextField())
        with self.row():
            self.bind(
                "tracking",
                tr("Sporingsnummer eller vitne"),
                TextField(),
                hint=tr("Den som så at det ble levert, når det ikke finnes noe nummer."),
            )
            self.bind(
                "received_on",
                tr("Kom fram"),
                DateField(clock, past=True),
                hint=tr("La stå tom når det bare er antatt."),
            )
        with self.row():
            self.bind("filed_as", tr("Nummer i kommunens arkiv"), TextField(placeholder=tr("2026/123-4")))
            self.bind("filed_on", tr("Arkivert"), DateField(clock, past=True))
        self.field_committed.connect(self._propose)

    def _propose(self, name: str) -> None:
        """Propose who sent it, and that what has a number in the archive was filed today."""
        if name == "sent_on" and self._lacks("sent_on", "sent_by"):
            self.fields["sent_by"].set_typed(self._officer())
        if name == "filed_as" and self._lacks("filed_as", "filed_on"):
            self.fields["filed_on"].set_typed(show_date(self._clock()))

    def _lacks(self, filled: str, empty: str) -> bool:
        return self.fields[filled].is_filled() and not self.fields[empty].is_filled()
