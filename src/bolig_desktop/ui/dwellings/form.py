"""The form of a dwelling or room, and the small ones of its keys and meters."""

from collections.abc import Callable, Sequence

from bolig_desktop.clock import Clock
from bolig_desktop.dwellings.records import DwellingKind, FurnitureOwner, MeterKind, Standard, Tenure
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField, YesNoField
from bolig_desktop.ui.widgets.fields import DateField, DecimalField, LongTextField, MoneyField, NumberField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.pick_field import Choice, PickField
from bolig_desktop.ui.words import tr

Find = Callable[[str], Sequence[Choice]]
Title = Callable[[int], str]


class DwellingForm(Form):
    """Every field of a Dwelling; what is seldom needed is folded away."""

    table = "dwellings"

    def __init__(
        self, clock: Clock, find_house: Find, title_of_house: Title, find_landlord: Find, title_of_landlord: Title
    ) -> None:
        super().__init__()
        with self.row():
            self.bind("street", tr("Gateadresse"), TextField(), weight=3)
            self.bind("unit_number", tr("Bruksenhet"), TextField(placeholder="H0201"), weight=1)
        with self.row():
            self.bind("postcode", tr("Postnummer"), TextField(), weight=1)
            self.bind("city", tr("Poststed"), TextField(), weight=3)
        with self.row():
            self.bind("kind", tr("Boligtype"), ChoiceField(answers(DwellingKind), unknown=None))
            self.bind("tenure", tr("Disposisjonsform"), ChoiceField(answers(Tenure), unknown=None))
        with self.row():
            self.bind("rent_nok", tr("Leie per måned"), MoneyField())
            self.bind("power_nok", tr("Strøm a konto per måned"), MoneyField())
        with self.row():
            self.bind("rooms", tr("Rom"), NumberField(most=50))
            self.bind("bedrooms", tr("Soverom"), NumberField(most=50))
            self.bind("area_m2", tr("Areal, m²"), DecimalField())
        with self.row():
            self.bind("places", tr("Plass til, personer"), NumberField(most=50))
            self.bind("floor", tr("Etasje"), NumberField(least=-3, most=60))
            self.bind("standard", tr("Standard"), ChoiceField(answers(Standard)))
        self._house_and_owner(find_house, title_of_house, find_landlord, title_of_landlord)
        self._included()
        self._access()
        self._state(clock)
        self._safety(clock)
        self._register(clock)
        self.bind("note", tr("Merknad"), LongTextField(), hint=tr("Ikke skriv om helse, tro eller asylsaken."))

    def _house_and_owner(self, find_house: Find, house: Title, find_landlord: Find, landlord: Title) -> None:
        with self.section(tr("Bofellesskap og utleier")):
            pick = PickField("dwellings", find_house, house, icon="bed-double")
            self.bind("house_id", tr("Rom i dette bofellesskapet"), pick)
            self.bind("name", tr("Navn på rommet"), TextField(placeholder=tr("rom 3")))
            self.bind("common_rooms", tr("Fellesrom"), TextField(placeholder=tr("kjøkken, stue, bad")))
            owner = PickField("landlords", find_landlord, landlord, icon="hand-coins", new_label=tr("Ny utleier …"))
            self.bind("landlord_id", tr("Utleier"), owner)

    def _included(self) -> None:
        with self.section(tr("Hva som er med i leien")):
            with self.row():
                self.bind("includes_heating", tr("Oppvarming"), YesNoField())
                self.bind("includes_power", tr("Strøm"), YesNoField())
            with self.row():
                self.bind("includes_water", tr("Vann"), YesNoField())
                self.bind("includes_internet", tr("Internett"), YesNoField())
            with self.row():
                self.bind("includes_furniture", tr("Møbler"), YesNoField())
                self.bind("furniture_owner", tr("Hvem eier møblene"), ChoiceField(answers(FurnitureOwner)))
            self.bind(
                "furniture_list", tr("Møbler og utstyr"), LongTextField(placeholder=tr("én ting på hver linje"))
            )

    def _access(self) -> None:
        with self.section(tr("Tilgjengelighet og nærhet")):
            with self.row():
                self.bind("wheelchair", tr("Egnet for rullestol"), YesNoField())
                self.bind("step_free", tr("Uten trapp"), YesNoField())
            with self.row():
                self.bind("lift", tr("Heis"), YesNoField())
                self.bind("near_bus", tr("Nær buss"), YesNoField())
            with self.row():
                self.bind("near_centre", tr("Nær sentrum"), YesNoField())
                self.bind("near_school", tr("Nær skole"), YesNoField())
            with self.row():
                self.bind("near_services", tr("Nær tjenester"), YesNoField())
                self.bind("district", tr("Krets eller område"), TextField())

    def _state(self, clock: Clock) -> None:
        with self.section(tr("Reservert, ute av bruk, avviklet")):
            self.bind("reserved_for", tr("Reservert for"), TextField(placeholder=tr("for eksempel husstand 12")))
            with self.row():
                self.bind("out_of_use_from", tr("Ute av bruk fra"), DateField(clock))
                self.bind("out_of_use_to", tr("Til og med"), DateField(clock))
            self.bind("out_of_use_reason", tr("Grunn"), TextField(placeholder=tr("pusses opp")))
            with self.row():
                self.bind("acquired_on", tr("Disponert fra"), DateField(clock, past=True))
                self.bind("given_up_on", tr("Avviklet"), DateField(clock))

    def _safety(self, clock: Clock) -> None:
        with self.section(tr("Brannvern, radon og godkjent bruk")):
            with self.row():
                self.bind("smoke_alarm_on", tr("Røykvarsler prøvd"), DateField(clock, past=True))
                self.bind("extinguisher_on", tr("Slokkeutstyr kontrollert"), DateField(clock, past=True))
            with self.row():
                self.bind("radon_bq", tr("Radon, Bq/m³"), NumberField(most=100_000))
                self.bind("radon_on", tr("Radon målt"), DateField(clock, past=True))
            self.bind("approved_use", tr("Godkjent bruk"), TextField())

    def _register(self, clock: Clock) -> None:
        with self.section(tr("Matrikkel og finansiering")):
            with self.row():
                self.bind("municipality_number", tr("Kommunenr."), TextField())
                self.bind("gnr", tr("Gnr."), TextField())
                self.bind("bnr", tr("Bnr."), TextField())
            with self.row():
                self.bind("fnr", tr("Fnr."), TextField())
                self.bind("snr", tr("Snr."), TextField())
                self.bind("first_settlement", tr("Til førstegangsbosetting"), YesNoField())
            self.bind("husbanken", tr("Finansiering fra Husbanken"), TextField())


class KeyForm(Form):
    """A key or a set of them."""

    table = "keys"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("label", tr("Nøkkel"), TextField(placeholder=tr("ytterdør")), weight=3)
            self.bind("count", tr("Antall"), NumberField(least=1, most=99))
        self.bind("held_by", tr("Hvem har den"), TextField())
        with self.row():
            self.bind("handed_out_on", tr("Utlevert"), DateField(clock))
            self.bind("returned_on", tr("Levert tilbake"), DateField(clock))
        self.bind("note", tr("Merknad"), TextField())


class MeterForm(Form):
    """A meter with its last reading."""

    table = "meters"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("kind", tr("Måler"), ChoiceField(answers(MeterKind), unknown=None))
            self.bind("number", tr("Målernummer"), TextField())
        self.bind("location", tr("Hvor den henger"), TextField())
        with self.row():
            self.bind(
                "reading", tr("Siste avlesning"), DecimalField(), hint=tr("kWh for strøm og varme, m³ for vann")
            )
            self.bind("read_on", tr("Avlest"), DateField(clock, past=True))
