"""The forms of running a house: hours, shared costs, newcomers, neighbours, and the papers for bostøtte."""

from collections.abc import Sequence

from bolig_desktop.clock import Clock
from bolig_desktop.shared_housing.records import CostKind, CostSplit
from bolig_desktop.shared_housing.rules import MOST_HOURS, MOST_PARTS
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField, YesNoField
from bolig_desktop.ui.widgets.fields import (
    DateField,
    DecimalField,
    LongTextField,
    MonthField,
    NumberField,
    OreField,
    TextField,
)
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.pick_field import PickField
from bolig_desktop.ui.words import tr

Answers = Sequence[tuple[int, str]]
_LAST_YEAR = 9999


class WorkerHoursForm(Form):
    """The hours of an environment worker in a month."""

    table = "worker_hours"

    def __init__(self) -> None:
        super().__init__()
        with self.row():
            self.bind("month", tr("Måned"), MonthField())
            self.bind("who", tr("Initialer eller rolle"), TextField())
            self.bind("hours", tr("Timer"), DecimalField(most=MOST_HOURS))
        self.bind("tasks", tr("Oppgaver"), LongTextField(lines=2), hint=tr("Hva som ble gjort i huset, uten navn."))


class SharedCostForm(Form):
    """What the house cost in a month, and how it is split."""

    table = "shared_costs"

    def __init__(self) -> None:
        super().__init__()
        with self.row():
            self.bind("month", tr("Måned"), MonthField())
            self.bind("kind", tr("Hva"), ChoiceField(answers(CostKind), unknown=None))
            self.bind("amount_ore", tr("Beløp"), OreField())
        self.bind("split", tr("Deles"), ChoiceField(answers(CostSplit), unknown=None))
        self.bind("voucher", tr("Bilag"), TextField())


class CostShareForm(Form):
    """How many parts a room bears, from a month on."""

    table = "cost_shares"

    def __init__(self, rooms: Answers) -> None:
        super().__init__()
        with self.row():
            self.bind("dwelling_id", tr("Rom"), ChoiceField(rooms, unknown=None))
            self.bind("parts", tr("Deler"), NumberField(most=MOST_PARTS))
            self.bind("from_month", tr("Fra måned"), MonthField())


class CostAccountForm(Form):
    """A year's account: who asked, and when it was handed out."""

    table = "cost_accounts"

    def __init__(self, clock: Clock, rooms: Answers) -> None:
        super().__init__()
        with self.row():
            self.bind("year", tr("År"), NumberField(most=_LAST_YEAR))
            self.bind("dwelling_id", tr("Bedt om fra"), ChoiceField(rooms, unknown=tr("Ingen bestemt")))
        with self.row():
            self.bind("asked_on", tr("Bedt om"), DateField(clock, past=True))
            self.bind("handed_out_on", tr("Gitt til beboerne"), DateField(clock, past=True))


class NewcomerTalkForm(Form):
    """What those concerned say of a newcomer: know each other, want it, both sides asked."""

    table = "newcomer_talks"

    def __init__(self, clock: Clock, households: PickField) -> None:
        super().__init__()
        with self.row():
            self.bind("household_id", tr("Husstand"), households, weight=2)
            self.bind("asked_on", tr("Spurt"), DateField(clock, past=True))
        with self.row():
            self.bind("knows", tr("Kjenner noen i huset"), YesNoField(unknown=tr("Ikke spurt")))
            self.bind("wants", tr("Ønsker å bo der"), YesNoField(unknown=tr("Ikke spurt")))
            self.bind("residents_want", tr("Beboerne ønsker det"), YesNoField(unknown=tr("Ikke spurt")))
        self.bind("interpreter", tr("Tolk"), TextField(placeholder=tr("språk og tolkenummer")))


class NeighbourLetterForm(Form):
    """Whom neighbours may call, and the open day."""

    table = "neighbour_letters"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("contact", tr("Hvem naboene kan ringe"), TextField(placeholder=tr("miljøarbeideren")))
            self.bind("phone", tr("Telefon"), TextField())
        with self.row():
            self.bind("open_day_on", tr("Åpen dag"), DateField(clock))
            self.bind("open_from", tr("Fra kl."), TextField(placeholder="17.00"))
            self.bind("open_to", tr("Til kl."), TextField(placeholder="19.00"))
        with self.row():
            self.bind("new_from", tr("Nye leiere flytter inn"), DateField(clock))
            self.bind("handed_out_on", tr("Delt ut"), DateField(clock, past=True))


class HouseApprovalForm(Form):
    """When the municipality approved the house as shared housing."""

    table = "house_approvals"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("approved_on", tr("Godkjent av kommunen"), DateField(clock, past=True))
            self.bind("reference", tr("Vedtak eller saksnummer"), TextField())


class BenefitFormsForm(Form):
    """When a resident's two forms went."""

    table = "benefit_forms"

    def __init__(self, clock: Clock, leases: Answers) -> None:
        super().__init__()
        self.bind("tenancy_id", tr("Rom"), ChoiceField(leases, unknown=None))
        with self.row():
            self.bind("form_9s01_on", tr("9s01 sendt"), DateField(clock, past=True))
            self.bind("form_9s08_on", tr("9s08 sendt"), DateField(clock, past=True))
