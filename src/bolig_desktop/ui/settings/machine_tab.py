"""What belongs to this machine: language, light or dark, size of the text, and when it locks."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bolig_desktop.settings.machine import IDLE_CHOICES, TEXT_SIZES, Machine
from bolig_desktop.ui.settings.applying import LANGUAGE_NAMES, apply, keep
from bolig_desktop.ui.unlock.steps import at_most, plain
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.form import WIDEST, Form
from bolig_desktop.ui.words import tr


class MachineForm(Form):
    """Four choices; each works at once."""

    def __init__(self) -> None:
        super().__init__()
        schemes = {"system": tr("Som maskinen"), "light": tr("Lyst"), "dark": tr("Mørkt")}
        sizes = {size: tr("Vanlig") if size == 100 else f"{size}\u00a0%" for size in TEXT_SIZES}
        minutes = {count: tr("{count} minutter", count=count) for count in IDLE_CHOICES}
        self.bind("language", tr("Språk på skjermen"), ChoiceField(LANGUAGE_NAMES, unknown=None))
        with self.row():
            self.bind("scheme", tr("Utseende"), ChoiceField(schemes, unknown=None))
            self.bind("text_size", tr("Tekststørrelse"), ChoiceField(sizes, unknown=None))
        self.bind(
            "idle_minutes",
            tr("Lås når maskinen har stått urørt i"),
            ChoiceField(minutes, unknown=None),
            hint=tr("Det du har skrevet, blir tatt vare på når saksfilen låses."),
        )


class MachineTab(QWidget):
    """Signals: ``language_changed()``: windows must be made anew; ``changed()``: anything else."""

    language_changed = Signal()
    changed = Signal()

    def __init__(self, machine: Machine) -> None:
        super().__init__()
        self.machine = machine
        self.form = MachineForm()
        self.form.show_record(machine)
        self.form.field_committed.connect(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(12)
        column.addWidget(plain(tr("Dette gjelder bare på denne maskinen og følger ikke med saksfilen."), "muted"))
        column.addLayout(at_most(self.form, WIDEST))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is chosen now: light and dark stand in the menu too."""
        super().showEvent(event)
        self.form.show_record(self.machine)

    def _use(self, name: str) -> None:
        setattr(self.machine, name, self.form.fields[name].value())
        keep(self.machine)
        apply(self.machine)
        (self.language_changed if name == "language" else self.changed).emit()
