"""The small form that puts a date off: to which day, and why."""

from bolig_desktop.clock import Clock
from bolig_desktop.ui.widgets.fields import DateField, LongTextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

NOT_ON_FORM: frozenset[str] = frozenset({"id", "kind", "topic", "subject_id", "nominal", "made_on"})
"""Which date it is about is known to the list it is opened from, and the day it is made is today."""


class MarkForm(Form):
    """Put off to a day, with the reason."""

    table = "marks"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.bind("put_off_to", tr("Utsett til"), DateField(clock), hint=tr("Selve fristen flytter seg ikke."))
        self.bind("reason", tr("Hvorfor det utsettes"), LongTextField(lines=2))
