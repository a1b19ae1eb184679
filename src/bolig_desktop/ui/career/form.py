"""The forms of the housing career: plan, step, scheme, talk and what was tried."""

from collections.abc import Callable, Sequence

from bolig_desktop.career.records import (
    Anchor,
    Outcome,
    Rung,
    SchemeKind,
    StepKind,
    StepWho,
    TalkKind,
    TryAnswer,
    TryKind,
)
from bolig_desktop.career.rules.plan import MOST_MONTHS_BEFORE
from bolig_desktop.clock import Clock
from bolig_desktop.text.languages import PAPER
from bolig_desktop.ui.career.ladder import Ladder
from bolig_desktop.ui.labels import answers, language_words
from bolig_desktop.ui.widgets.check_field import CheckField
from bolig_desktop.ui.widgets.choices import ChoiceField, YesNoField
from bolig_desktop.ui.widgets.fields import DateField, LongTextField, MoneyField, NumberField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.pick_field import Choice, PickField
from bolig_desktop.ui.words import tr


class PlanForm(Form):
    """A plan: the wish first, then the ladder."""

    table = "plans"

    def __init__(self, clock: Clock, find: Callable[[str], Sequence[Choice]], title_of: Callable[[int], str]) -> None:
        super().__init__()
        self.bind("household_id", tr("Husstand"), PickField("households", find, title_of, icon="users"))
        self.bind(
            "wish",
            tr("Husstandens eget ønske"),
            LongTextField(lines=3),
            hint=tr("Med deres egne ord. Det står først på planen."),
        )
        self.ladder = Ladder()
        self.place(self.ladder)
        with self.row():
            self.bind("now", tr("Hvor de bor nå"), ChoiceField(answers(Rung), unknown=None))
            self.bind("goal", tr("Mål"), ChoiceField(answers(Rung)))
        with self.row():
            self.bind("made_on", tr("Planen laget"), DateField(clock, past=True))
            self.bind(
                "programme_ends_on",
                tr("Introduksjonsprogrammet slutter"),
                DateField(clock),
                hint=tr("Steg telles tilbake fra denne dagen og fra leieslutt."),
            )
        with self.row():
            self.bind(
                "review_on", tr("Neste gjennomgang"), DateField(clock), hint=tr("Tomt felt: regnes ut av programmet.")
            )
            self.bind("reviewed_on", tr("Gått gjennom sist"), DateField(clock, past=True))
            self.bind("signed_on", tr("Skrevet under"), DateField(clock, past=True), hint=tr("Frivillig."))
        with self.section(tr("Når de flytter videre")):
            with self.row():
                self.bind("closed_on", tr("Planen avsluttet"), DateField(clock, past=True))
                self.bind("outcome", tr("Hvordan det gikk"), ChoiceField(answers(Outcome)))
            self.bind("outcome_note", tr("Merknad om utfallet"), TextField())
            self.bind("look_back", tr("Tilbakeblikk"), CheckField(tr("De vil gjerne bli spurt om et år")))
            with self.row():
                self.bind("looked_back_on", tr("Spurt"), DateField(clock, past=True))
                self.bind("look_back_note", tr("Hva de sa"), TextField(), weight=2)


class StepForm(Form):
    """A step: a day typed by hand stays; without one it is counted back."""

    table = "plan_steps"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("kind", tr("Steg"), ChoiceField(answers(StepKind), unknown=None))
            self.bind("who", tr("Hvem gjør det"), ChoiceField(answers(StepWho), unknown=None))
        self.bind("text", tr("Hva"), TextField())
        with self.row():
            self.bind(
                "due_on",
                tr("Dato"),
                DateField(clock),
                hint=tr("Tomt felt: følger leieslutt eller programmet. En dato du skriver, blir stående."),
            )
            self.bind("done_on", tr("Gjort"), DateField(clock, past=True))
        with self.row():
            self.bind("anchor", tr("Telles tilbake fra"), ChoiceField(answers(Anchor)))
            self.bind("months_before", tr("Måneder før"), NumberField(most=MOST_MONTHS_BEFORE))


class SchemeForm(Form):
    """A scheme, with the papers it needs to tick off."""

    table = "schemes"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("kind", tr("Virkemiddel"), ChoiceField(answers(SchemeKind), unknown=None))
            self.bind("amount_nok", tr("Beløp"), MoneyField())
            self.bind("price_nok", tr("Avtalt pris"), MoneyField(placeholder=tr("bare leie til eie")))
        with self.row():
            self.bind("applied_on", tr("Søkt"), DateField(clock, past=True))
            self.bind("granted", tr("Innvilget"), YesNoField())
            self.bind("answered_on", tr("Svar kom"), DateField(clock, past=True))
        self.bind("reason", tr("Begrunnelse for avslag"), TextField())
        with self.row():
            self.bind("starts_on", tr("Gjelder fra"), DateField(clock))
            self.bind("ends_on", tr("Slutter, eller opsjonen går ut"), DateField(clock))
        self.heading(tr("Papirer som er klare"))
        words = papers_words()
        self.bind("has_lease", words["has_lease"], CheckField(words["has_lease"]))
        self.bind("has_costs", words["has_costs"], CheckField(words["has_costs"]))
        self.bind("has_income", words["has_income"], CheckField(words["has_income"]))
        self.bind("has_dwelling", words["has_dwelling"], CheckField(words["has_dwelling"]))
        self.bind("has_shared_form", words["has_shared_form"], CheckField(words["has_shared_form"]))


class TalkForm(Form):
    """What was said, and with an interpreter or not; no names."""

    table = "plan_talks"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("held_on", tr("Dato"), DateField(clock, past=True))
            self.bind("kind", tr("Hva slags"), ChoiceField(answers(TalkKind), unknown=None))
        self.bind("said", tr("Hva ble sagt"), LongTextField(lines=3))
        with self.row():
            self.bind("interpreter", tr("Med tolk"), YesNoField())
            codes = [("", tr("Ikke oppgitt")), *((one.code, language_words(one.code)) for one in PAPER)]
            self.bind("language", tr("Språk"), ChoiceField(codes, unknown=None))


class TryForm(Form):
    """What was tried in the private market."""

    table = "market_tries"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("tried_on", tr("Dato"), DateField(clock, past=True))
            self.bind("kind", tr("Hvordan"), ChoiceField(answers(TryKind), unknown=None))
            self.bind("answer", tr("Svar"), ChoiceField(answers(TryAnswer), unknown=None))
        self.bind("about", tr("Hvilken bolig"), TextField())
        self.bind("reason", tr("Hvorfor ikke"), TextField())


def papers_words() -> dict[str, str]:
    """Return what each paper a scheme needs is called."""
    return {
        "has_lease": tr("Kopi av underskrevet leieavtale"),
        "has_costs": tr("Hva boligen koster, delt opp"),
        "has_income": tr("Opplysninger om inntekt og gjeld"),
        "has_dwelling": tr("Boligen er kontrollert: egen inngang, bad, kjøkken, hvile"),
        "has_shared_form": tr("Skjemaene 9s01 og 9s08 (bofellesskap)"),
    }
