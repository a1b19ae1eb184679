"""The form of a photo: what it shows, and the day it was taken."""

from bolig_desktop.clock import Clock
from bolig_desktop.ui.widgets.fields import DateField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr


class PhotoForm(Form):
    """Caption and day, beside the picture."""

    table = "photos"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.bind("caption", tr("Hva bildet viser"), TextField())
        with self.row() as row:
            self.bind("taken_on", tr("Tatt"), DateField(clock, past=True))
            row.addStretch(1)
