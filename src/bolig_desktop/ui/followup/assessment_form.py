"""The form of a need assessment: what must be known before a household's lease is followed by another one."""

from PySide6.QtWidgets import QLabel

from bolig_desktop.clock import Clock
from bolig_desktop.tenancies.records import Conclusion
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import DateField, LongTextField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr


class AssessmentForm(Form):
    """Behovsvurdering: plain words, enough to rest a decision on and no more."""

    table = "assessments"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._say_what_to_leave_out()
        with self.row():
            self.bind("assessed_on", tr("Vurdert"), DateField(clock))
            self.bind("assessed_by", tr("Vurdert av"), TextField())
            self.bind("interpreter", tr("Tolk i samtalen"), TextField(placeholder=tr("språk og navn")))
        self.bind(
            "income",
            tr("Hva husstanden lever av"),
            LongTextField(lines=2),
            hint=tr("I korte trekk: arbeid, introduksjonsstønad, bostøtte, og om det rekker til leien."),
        )
        self.bind(
            "family",
            tr("Hvem som skal bo der, og hva de trenger"),
            LongTextField(lines=2),
            hint=tr(
                "Hvor mange, hvor gamle barna er, antall rom. Trengs det bolig uten trapper, skriv det, ikke hvorfor."
            ),
        )
        self.bind(
            "tried",
            tr("Hva de har gjort for å finne bolig selv"),
            LongTextField(lines=2),
            hint=tr("Visninger, boliger de har søkt på, startlån. Har de ikke prøvd, så skriv det."),
        )
        self.bind(
            "next_step",
            tr("Neste skritt mot egen bolig"),
            LongTextField(lines=2),
            hint=tr("Hvem gjør hva, og når."),
        )
        self.bind(
            "conclusion", tr("Vurderingen ender med"), ChoiceField(answers(Conclusion), unknown=tr("Ikke ferdig"))
        )
        self.bind(
            "reasons",
            tr("Hvorfor den ender slik"),
            LongTextField(lines=3),
            hint=tr("Bare det som har betydning for vedtaket. Det følger med over i vedtaket."),
        )

    def _say_what_to_leave_out(self) -> None:
        said = QLabel(
            tr(
                "Skriv det vedtaket skal bygge på. Skriv aldri om helse, tro eller asylsaken. "
                "Husstanden har rett til å lese alt som står her."
            )
        )
        said.setWordWrap(True)
        said.setProperty("role", "muted")
        self.place(said)
