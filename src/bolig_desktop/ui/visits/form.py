"""The forms of home visits: a visit as it was or is agreed, and what a household has asked for."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from bolig_desktop.clock import Clock
from bolig_desktop.text.languages import PAPER
from bolig_desktop.ui.labels import answers, label, language_words
from bolig_desktop.ui.visits.findings import Finding, FindingActs, line_in_hand
from bolig_desktop.ui.widgets.check_field import CheckField
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import DateField, DecimalField, LongTextField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.marks_field import MarksField
from bolig_desktop.ui.widgets.own_topics_field import OwnTopicsField, Topic
from bolig_desktop.ui.words import tr
from bolig_desktop.visits.records import GuidanceTopic, Guided, OwnTopic, VisitKind, WhyNot, own_text, own_topics
from bolig_desktop.visits.rules import LONGEST_OWN


class VisitForm(Form):
    """A visit: what was seen and gone through on top, what was agreed beforehand and the meters folded under it.

    Signal ``found(Finding, words)`` when a line that is being written is to become something of its own.
    """

    table = "visits"
    found = Signal(object, str)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("visited_on", tr("Besøkt"), DateField(clock, past=True))
            self.bind("kind", tr("Hva slags besøk"), ChoiceField(answers(VisitKind), unknown=None))
            spoken = [("", tr("Uten tolk")), *((one.code, language_words(one.code)) for one in PAPER)]
            self.bind("interpreter_language", tr("Tolk på språket"), ChoiceField(spoken, unknown=None))
        self._topics()
        self._notes = self.bind("about_home", tr("Om boligen"), LongTextField(lines=2))
        acts = FindingActs(self)
        acts.wanted.connect(self._find)
        self.place(acts)
        self.bind(
            "agreed", tr("Dette ble vi enige om"), LongTextField(lines=2), hint=tr("Står øverst på neste besøksark.")
        )
        with self.row():
            self.bind("next_on", tr("Neste besøk"), DateField(clock), hint=tr("Tomt felt: planen sier dagen."))
            self.bind(
                "why_not", tr("Ble det ikke noe av?"), ChoiceField(answers(WhyNot), unknown=tr("Det ble gjort"))
            )
        self.bind(
            "about_people",
            tr("Om dem som bor der"),
            LongTextField(lines=2),
            hint=tr("Står ikke på noe papir. Bare det dere trenger; ikke helseopplysninger."),
        )
        with self.section(tr("Avtalen og varselet")):
            with self.row():
                self.bind("planned_on", tr("Avtalt dag"), DateField(clock))
                self.bind("time_from", tr("Fra kl."), TextField(placeholder="10.00"))
                self.bind("time_to", tr("Til kl."), TextField(placeholder="11.00"))
            with self.row():
                self.bind("visitors", tr("Hvem kommer"), TextField())
                self.bind(
                    "noticed_on",
                    tr("Varsel gitt"),
                    DateField(clock),
                    hint=tr("Et tilsyn skal varsles i rimelig tid (husleieloven §\u00a05-6)."),
                )
            self.bind("purpose", tr("Hva det gjelder"), TextField(), hint=tr("Trykkes på varselet."))
        with self.section(tr("Målerne")), self.row():
            self.bind("power_reading", tr("Strømmåleren viser"), DecimalField(unit="kWh"))
            self.bind("water_reading", tr("Vannmåleren viser"), DecimalField(unit="m³"))
            self.bind("heat_reading", tr("Varmemåleren viser"), DecimalField(unit="kWh"))

    def _find(self, finding: Finding) -> None:
        """Let the line in hand become a topic here, or tell whoever can make something else of it."""
        now = QApplication.focusWidget()
        is_here = isinstance(now, QPlainTextEdit) and self.isAncestorOf(now)
        words = line_in_hand(now if isinstance(now, QPlainTextEdit) and is_here else self._notes.entry)
        if finding is not Finding.TOPIC:
            self.found.emit(finding, words)
        elif words:
            self._own.add(words, str(Guided.PROBLEM), focus=len(words) > LONGEST_OWN)
        else:
            self._own.add()

    def _topics(self) -> None:
        marks = [(str(mark), label(mark)) for mark in Guided]
        self.heading(tr("Hva vi gikk gjennom"))
        legend = QLabel(" · ".join(f"{word[:1]}: {word.lower()}" for _, word in marks))
        legend.setProperty("role", "small")
        self.place(legend)
        with self.row():
            self.bind("heating", label(GuidanceTopic.HEATING), MarksField(marks))
            self.bind("power", label(GuidanceTopic.POWER), MarksField(marks))
            self.bind("airing", label(GuidanceTopic.AIRING), MarksField(marks))
        with self.row():
            self.bind("moisture", label(GuidanceTopic.MOISTURE), MarksField(marks))
            self.bind("waste", label(GuidanceTopic.WASTE), MarksField(marks))
            self.bind("washing", label(GuidanceTopic.WASHING), MarksField(marks))
        with self.row():
            self.bind("fire", label(GuidanceTopic.FIRE), MarksField(marks))
            self.bind("neighbours", label(GuidanceTopic.NEIGHBOURS), MarksField(marks))
            self.bind("outdoors", label(GuidanceTopic.OUTDOORS), MarksField(marks))
        own = OwnTopicsField(marks, read=own_topics, write=_own_text, called=tr("Eget tema"), longest=LONGEST_OWN)
        self._own = self.bind("own_topics", tr("Egne temaer"), own)


def _own_text(topics: Iterable[Topic]) -> str:
    return own_text(OwnTopic(*one) for one in topics)


class TaskForm(Form):
    """Something to be done for a household."""

    table = "tasks"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.bind("what", tr("Hva som skal gjøres"), TextField())
        with self.row():
            self.bind("due_on", tr("Gjøres innen"), DateField(clock))
            self.bind("who", tr("Hvem gjør det"), TextField())
            self.bind("done_on", tr("Gjort"), DateField(clock))


class VisitWishForm(Form):
    """What a household has asked for about visits."""

    table = "visit_wishes"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("asked_on", tr("Sa det"), DateField(clock, past=True))
            self.bind("wanted", tr("Vil ha besøk"), CheckField(tr("De vil ha besøk igjen")), weight=2)
        self.bind("reason", tr("Hva de sa"), TextField())
