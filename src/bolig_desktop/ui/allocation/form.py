"""The forms of temporary stays and settlement quotas."""

from collections.abc import Callable, Sequence

from bolig_desktop.allocation.records import StayKind
from bolig_desktop.clock import Clock
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import DateField, NumberField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.pick_field import Choice, PickField
from bolig_desktop.ui.words import tr


class TemporaryStayForm(Form):
    """A household in temporary housing."""

    table = "temporary_stays"

    def __init__(self, clock: Clock, find: Callable[[str], Sequence[Choice]], title_of: Callable[[int], str]) -> None:
        super().__init__()
        self.bind("household_id", tr("Husstand"), PickField("households", find, title_of, icon="users"))
        self.bind("kind", tr("Hva slags"), ChoiceField(answers(StayKind), unknown=None))
        with self.row():
            self.bind("from_on", tr("Fra"), DateField(clock, past=True))
            self.bind("to_on", tr("Til"), DateField(clock, past=True), hint=tr("Tomt felt: bor der ennå."))


class SettlementQuotaForm(Form):
    """What was asked and decided for a year."""

    table = "settlement_quotas"

    def __init__(self) -> None:
        super().__init__()
        people = tr("personer")
        with self.row():
            self.bind("year", tr("År"), NumberField(least=1, most=9999))
            self.bind("asked", tr("Anmodning"), NumberField(unit=people))
            self.bind("decided", tr("Vedtak"), NumberField(unit=people), hint=tr("0 er nei."))
        with self.row():
            self.bind("q1", tr("1. kvartal"), NumberField(unit=people))
            self.bind("q2", tr("2. kvartal"), NumberField(unit=people))
            self.bind("q3", tr("3. kvartal"), NumberField(unit=people))
            self.bind("q4", tr("4. kvartal"), NumberField(unit=people))
        self.bind("inhabitants", tr("Innbyggere"), NumberField(), hint=tr("1. januar året etter, fra SSB."))
