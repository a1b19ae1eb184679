"""The forms of meetings and conflicts: a minute on one screen, what was agreed, and one step of a conflict."""

from collections.abc import Sequence

from bolig_desktop.clock import Clock
from bolig_desktop.shared_housing.records import ConflictStep, RuleGroup
from bolig_desktop.shared_housing.rules import LONGEST_MINUTE
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import DateField, LongTextField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.ticks_field import TicksField
from bolig_desktop.ui.words import tr

NOT_ON_HOUSECONFLICTFORM = ("house_id", "matter_id")
Answers = Sequence[tuple[int, str]]


class HouseMeetingForm(Form):
    """A meeting: when, which rooms were there, with which interpreter, the minute and the next day."""

    table = "house_meetings"

    def __init__(self, clock: Clock, rooms: Answers) -> None:
        super().__init__()
        with self.row():
            self.bind("held_on", tr("Dato"), DateField(clock))
            self.bind("next_on", tr("Neste møte"), DateField(clock))
            self.bind("led_by", tr("Ledet av"), TextField(placeholder=tr("miljøarbeideren")))
        self.bind("present", tr("Til stede"), TicksField(rooms))
        self.bind("interpreter", tr("Tolk"), TextField(placeholder=tr("språk og tolkenummer")))
        self.bind(
            "minute",
            tr("Referat"),
            LongTextField(lines=6),
            hint=tr("Kort, og etter rom, uten navn. Høyst {most} tegn.", most=LONGEST_MINUTE),
        )
        self.bind(
            "signed_on", tr("Underskrevet"), DateField(clock, past=True), hint=tr("Tomt felt: ikke underskrevet.")
        )


class MeetingPointForm(Form):
    """Something agreed: what, who, by when, and when it was done."""

    table = "meeting_points"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.bind("what", tr("Hva ble avtalt"), TextField())
        with self.row():
            self.bind("who", tr("Hvem gjør det"), TextField(placeholder=tr("rom 2, miljøarbeideren")))
            self.bind("due_on", tr("Frist"), DateField(clock))
            self.bind("done_on", tr("Gjort"), DateField(clock, past=True))
        self.bind("result", tr("Hvordan det gikk"), TextField())


class HouseConflictForm(Form):
    """One step: what happened, which rule, what was agreed and when it is followed up."""

    table = "house_conflicts"

    def __init__(self, clock: Clock, households: Answers, before: Answers) -> None:
        super().__init__()
        with self.row():
            self.bind("step", tr("Trinn"), ChoiceField(answers(ConflictStep), unknown=None))
            self.bind("happened_on", tr("Når"), DateField(clock, past=True))
            self.bind("topic", tr("Hvilken regel"), ChoiceField(answers(RuleGroup), unknown=None))
        with self.row():
            self.bind("household_id", tr("Hvem det gjelder"), ChoiceField(households, unknown=tr("Ukjent")))
            self.bind("other_household_id", tr("Den andre parten"), ChoiceField(households, unknown=tr("Ingen")))
        self.bind(
            "facts", tr("Hva som skjedde"), LongTextField(lines=3), hint=tr("Det som ble sett og hørt, uten navn.")
        )
        self.bind("agreed", tr("Hva ble avtalt"), LongTextField(lines=2))
        with self.row():
            self.bind("interpreter", tr("Tolk"), TextField(placeholder=tr("språk og tolkenummer")))
            self.bind("follow_up_on", tr("Følges opp"), DateField(clock))
            self.bind("closed_on", tr("Avsluttet"), DateField(clock, past=True))
        self.bind("follows_id", tr("Følger etter"), ChoiceField(before, unknown=tr("Begynner her")))
        self.bind(
            "skipped",
            tr("Hvorfor et trinn er hoppet over"),
            TextField(),
            hint=tr("Bare når samtale eller advarsel ikke kom først."),
        )
