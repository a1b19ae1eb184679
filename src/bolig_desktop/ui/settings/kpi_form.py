"""The form of one month of the price index."""

from bolig_desktop.ui.widgets.fields import DecimalField, MonthField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

# Of the table that holds today, and written by whoever writes it: never typed.
NOT_ON_KPIFORM = frozenset({"series", "base", "source", "entered_on"})


class KpiForm(Form):
    """Month and value."""

    table = "kpi"

    def __init__(self) -> None:
        super().__init__()
        with self.row():
            self.bind("month", tr("Måned"), MonthField())
            self.bind("value", tr("Indekstall"), DecimalField())
