"""The forms of what the welcome binder says of a home, and of a day for waste."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.clock import Clock
from bolig_desktop.dwellings.records import Bin, Spot, Upkeep, Washing, WasteKind, WayOut, Weekday
from bolig_desktop.dwellings.rules import MOST_WEEKS
from bolig_desktop.ui.dwellings.guide_words import how_often, inside
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.theme import say
from bolig_desktop.ui.widgets.check_field import CheckField
from bolig_desktop.ui.widgets.choices import ChoiceField, YesNoField
from bolig_desktop.ui.widgets.fields import DateField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr


class HomeGuideForm(Form):
    """Every field of a HomeGuide; under what is empty for a room stands what its house says."""

    table = "home_guides"

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, QLabel] = {}
        self._heating()
        self._water_and_power()
        self._fire()
        self._outside()

    def show_house(self, words: Mapping[str, str]) -> None:
        """Say under each field what holds because the house says it; ``words`` are by field name."""
        ticked = [inside(self.labels[name]) for name in words if isinstance(self.fields[name], CheckField)]
        said = {name: text for name, text in words.items() if not isinstance(self.fields[name], CheckField)}
        if ticked:
            said["heating"] = ", ".join(ticked)
        for name in said.keys() | self._lines.keys():
            line = self._line(name)
            line.setText(tr("Fra huset: {words}", words=said.get(name, "")))
            line.setVisible(name in said)

    def _line(self, name: str) -> QLabel:
        if name not in self._lines:
            self._lines[name] = line = _small()
            layout = self.cell(name).layout()
            if isinstance(layout, QVBoxLayout):
                layout.insertWidget(layout.count() - 1, line)  # before what fills the rest: beside a taller field
        return self._lines[name]

    def _heating(self) -> None:
        self.heading(tr("Varme"))
        above = QLabel(tr("Boligen varmes opp med"))
        above.setProperty("role", "label")
        self.place(above)
        with self.row():
            self.bind("heating_electric", tr("Panelovn"), CheckField(tr("Panelovn")))
            self.bind("heating_floor", tr("Varme i gulvet"), CheckField(tr("Varme i gulvet")))
            self.bind("heating_pump", tr("Varmepumpe"), CheckField(tr("Varmepumpe")))
        with self.row() as line:
            self.bind("heating_radiator", tr("Radiator"), CheckField(tr("Radiator")))
            self.bind("heating_wood", tr("Vedovn"), CheckField(tr("Vedovn")))
            line.addWidget(QWidget(), 1)  # as wide as the box above it
        for name in self.fields:
            self._cells[name][1].hide()  # the words stand beside the box
        self._lines["heating"] = _small()
        self.place(self._lines["heating"])
        example = tr("for eksempel hvor varmen skrus opp og ned")
        self.bind("heating_detail", tr("Mer om varmen"), TextField(placeholder=example))

    def _water_and_power(self) -> None:
        self.heading(tr("Vann og strøm"))
        with self.row():
            self.bind("stopcock", tr("Stoppekranen er"), ChoiceField(answers(Spot)))
            self.bind("stopcock_detail", tr("Mer om stoppekranen"), TextField())
        with self.row():
            self.bind("fuse_box", tr("Sikringsskapet er"), ChoiceField(answers(Spot)))
            self.bind("fuse_box_detail", tr("Mer om sikringsskapet"), TextField())

    def _fire(self) -> None:
        self.heading(tr("Brann og rømning"))
        with self.row():
            self.bind("extinguisher", tr("Slokkeutstyret er"), ChoiceField(answers(Spot)))
            self.bind("extinguisher_detail", tr("Mer om slokkeutstyret"), TextField())
        with self.row():
            self.bind("way_out", tr("Rømningsvei"), ChoiceField(answers(WayOut)))
            self.bind("other_way_out", tr("Den andre rømningsveien"), ChoiceField(answers(WayOut)))
        self.bind("escape_detail", tr("Mer om rømning"), TextField())
        example = tr("for eksempel ved postkassene")
        self.bind("meeting_place", tr("Møteplass ute"), TextField(placeholder=example))

    def _outside(self) -> None:
        self.heading(tr("Post, vask og ute"))
        with self.row():
            self.bind("letterbox", tr("Postkassen er"), ChoiceField(answers(Spot)))
            self.bind("letterbox_detail", tr("Mer om postkassen"), TextField())
        with self.row():
            self.bind("snow", tr("Hvem måker snøen"), ChoiceField(answers(Upkeep)))
            self.bind("garden", tr("Hvem steller hagen"), ChoiceField(answers(Upkeep)))
        with self.row():
            self.bind("washing", tr("Klesvask"), ChoiceField(answers(Washing)))
            self.bind("shared_bins", tr("Felles søppeldunker"), YesNoField())


class WasteDayForm(Form):
    """When one kind of waste is collected, or where one brings it."""

    table = "waste_days"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("kind", tr("Hva slags avfall"), ChoiceField(answers(WasteKind), unknown=None))
            self.bind("bin", tr("Legges i"), ChoiceField(answers(Bin), unknown=tr("Ikke oppgitt")))
        with self.row():
            self.bind("weekday", tr("Hentes på"), ChoiceField(answers(Weekday), unknown=tr("Hentes ikke")))
            weeks = [(number, how_often(number)) for number in range(1, MOST_WEEKS + 1)]
            self.bind("every_weeks", tr("Hvor ofte"), ChoiceField(weeks, unknown=None))
        self.bind(
            "first_on",
            tr("En dag det blir hentet"),
            DateField(clock),
            hint=tr("De neste dagene regnes fra denne. Trengs ikke når det hentes hver uke."),
        )
        self.bind(
            "bring_to",
            tr("Leveres hvor"),
            TextField(),
            hint=tr("For det som ikke hentes ved boligen. Trykkes på norsk."),
        )


def _small() -> QLabel:
    line = QLabel()
    line.setWordWrap(True)
    say(line, role="small")
    line.hide()
    return line
