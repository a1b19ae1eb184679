"""The form of a printed paper: what became of it after it left the printer."""

from bolig_desktop.archive.records import SentHow
from bolig_desktop.clock import Clock
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
        "printed_on",
        "pages",
        "sha256",
        "content",
    }
)
"""What was printed is never changed afterwards; it is shown above the pages instead."""


class PaperForm(Form):
    """When and how a paper was sent, and under what number it lies in the municipality's archive."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("sent_on", tr("Sendt eller levert"), DateField(clock, past=True))
            self.bind("sent_how", tr("Hvordan"), ChoiceField(answers(SentHow), unknown=tr("Ikke sendt")))
        with self.row():
            self.bind("filed_as", tr("Nummer i kommunens arkiv"), TextField(placeholder=tr("2026/123-4"), longest=60))
            self.bind("filed_on", tr("Arkivert"), DateField(clock, past=True))
