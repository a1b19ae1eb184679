"""The form of a landlord, and the small one of a head lease."""

from collections.abc import Callable, Sequence

from bolig_desktop.clock import Clock
from bolig_desktop.landlords.records import LandlordKind
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import DateField, LongTextField, MoneyField, NumberField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.pick_field import Choice, PickField
from bolig_desktop.ui.words import tr

Find = Callable[[str], Sequence[Choice]]
Title = Callable[[int], str]
NOT_ON_FORM: frozenset[str] = frozenset({"id"})
HEAD_LEASE_NOT_ON_FORM: frozenset[str] = frozenset({"id", "landlord_id"})


class LandlordForm(Form):
    """Every field of a Landlord."""

    table = "landlords"

    def __init__(self) -> None:
        super().__init__()
        with self.row():
            self.bind("name", tr("Navn"), TextField(), weight=3)
            self.bind("kind", tr("Hva slags utleier"), ChoiceField(answers(LandlordKind), unknown=None), weight=2)
        with self.row():
            self.bind("contact_person", tr("Kontaktperson"), TextField(), weight=3)
            self.bind("org_number", tr("Organisasjonsnummer"), TextField(placeholder=tr("ni siffer")), weight=2)
        with self.row():
            self.bind("phone", tr("Telefon"), TextField())
            self.bind("email", tr("E-post"), TextField())
        self.bind("street", tr("Gateadresse"), TextField())
        with self.row():
            self.bind("postcode", tr("Postnummer"), TextField(), weight=1)
            self.bind("city", tr("Poststed"), TextField(), weight=3)
        with self.row():
            self.bind("account_number", tr("Kontonummer"), TextField(placeholder=tr("elleve siffer")))
            self.bind("municipal_contact", tr("Kontakt i kommunen"), TextField())
        self.bind(
            "wishes",
            tr("Vil vite før noen flytter inn"),
            LongTextField(lines=3),
            hint=tr("Fortell aldri eieren om helse, tro, asylsaken eller en skjermet adresse."),
        )
        self.bind("note", tr("Merknad"), LongTextField(lines=3))


class HeadLeaseForm(Form):
    """Our own lease with the owner of one dwelling (innleieavtale)."""

    table = "head_leases"

    def __init__(self, clock: Clock, find: Find, title_of: Title) -> None:
        super().__init__()
        with self.row():
            self.bind("dwelling_id", tr("Bolig"), PickField("dwellings", find, title_of, icon="house"), weight=3)
            self.bind("reference", tr("Saksnummer"), TextField(), weight=2)
        with self.row():
            self.bind("starts_on", tr("Fra"), DateField(clock))
            self.bind("ends_on", tr("Til og med"), DateField(clock), hint=tr("Tomt felt: uten sluttdato"))
            self.bind("notice_months", tr("Oppsigelse, måneder"), NumberField(most=60))
        with self.row():
            self.bind("rent_nok", tr("Leie til eieren per måned"), MoneyField())
            self.bind("sublet_consent_on", tr("Samtykke til framleie"), DateField(clock, past=True))
        with self.row():
            self.bind("guarantee_nok", tr("Vår garanti til eieren"), MoneyField())
            self.bind("guarantee_ends_on", tr("Garantien gjelder til"), DateField(clock))
        self.bind("note", tr("Merknad"), TextField())
