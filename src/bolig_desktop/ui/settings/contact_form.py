"""The form of somebody in the municipality whom the welcome binder tells of."""

from bolig_desktop.settings.records import ContactKind
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr


class LocalContactForm(Form):
    """Every field of a LocalContact."""

    table = "local_contacts"

    def __init__(self) -> None:
        super().__init__()
        with self.row():
            self.bind("kind", tr("Hvem eller hva"), ChoiceField(answers(ContactKind), unknown=None))
            self.bind("phone", tr("Telefon"), TextField())
        self.bind("name", tr("Navn"), TextField(placeholder=tr("for eksempel Nav Nordvik")))
        self.bind(
            "note",
            tr("Åpningstider og annet"),
            TextField(),
            hint=tr("Trykkes på norsk i permen. Bare det alle beboere kan vite."),
        )
