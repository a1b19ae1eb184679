"""The small form that puts a date off: to which day, and why."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.clock import Clock
from bolig_desktop.ui.widgets.fields import DateField, TextField
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.keys import SAVE_KEYS, on_keys
from bolig_desktop.ui.words import tr


class PutOffForm(QFrame):
    """Asks which day and why; the page puts off, and gives the problems back to the form.

    Signals: ``wanted(day, reason)``, where an empty day is today, which the rules refuse with their own sentence;
    ``cancelled()``.
    """

    wanted = Signal(object, str)
    cancelled = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.setProperty("role", "box")
        self.form = Form()
        day = self.form.bind("put_off_to", tr("Til hvilken dag"), DateField(clock))
        self.form.place(self._soon(day))
        self.form.bind("reason", tr("Hvorfor"), TextField(), hint=tr("Står her når dagen kommer, og i historikken."))
        heading = QLabel(tr("Utsett"))
        heading.setProperty("role", "heading")
        put_off = QPushButton(tr("Utsett"))
        put_off.setProperty("role", "main")
        put_off.setToolTip(tr("Utsett") + " (Ctrl+Enter)")
        put_off.clicked.connect(self._ask)
        cancel = QPushButton(tr("Avbryt"))
        cancel.clicked.connect(self.cancelled)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(put_off)
        acts.addWidget(cancel)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(self.form)
        column.addLayout(acts)
        on_keys(self, SAVE_KEYS, self._ask)
        on_keys(self, ["Escape"], self.cancelled.emit)

    def _soon(self, field: DateField) -> QWidget:
        """Return buttons for the days mostly chosen."""
        line = Flow(gap=7)
        for days, words in ((1, tr("I morgen")), (7, tr("Om en uke")), (14, tr("Om to uker"))):
            button = QPushButton(words)
            button.setProperty("role", "chip")
            button.clicked.connect(lambda _=False, days=days: field.choose(self._clock() + timedelta(days=days)))
            line.add(button)
        return line

    def _ask(self) -> None:
        self.form.finish()
        if not self.form.check():
            self.form.focus_first_wrong()
            return
        values = self.form.values()
        day: date = values["put_off_to"] or self._clock()
        self.wanted.emit(day, values["reason"])
