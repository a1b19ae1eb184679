"""The forms of shared housing: a version of the house rules, a rule of the house's own, and a signature."""

from collections.abc import Sequence

from bolig_desktop.clock import Clock
from bolig_desktop.shared_housing.records import RuleGroup
from bolig_desktop.shared_housing.rules import LONGEST_RULE, MOST_NIGHTS
from bolig_desktop.ui.labels import answers, language_words
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import DateField, LongTextField, NumberField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

MOST_VERSIONS = 999


class HouseRulesForm(Form):
    """A version: when it was agreed, from when it holds, what is new, and what its rules name."""

    table = "house_rules"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("agreed_on", tr("Beboermøtet"), DateField(clock, past=True))
            self.bind("valid_from", tr("Ta i bruk fra"), DateField(clock), hint=tr("Tomt felt: et utkast."))
            self.bind("version", tr("Versjon"), NumberField(least=1, most=MOST_VERSIONS))
        self.bind(
            "change",
            tr("Hva er nytt"),
            LongTextField(lines=2),
            hint=tr("Én setning på norsk. Den står øverst på husreglene beboerne får."),
        )
        with self.section(tr("Klokkeslett, gjester og hvem man spør")):
            with self.row():
                self.bind("quiet_from", tr("Stille fra kl."), TextField(placeholder="23.00"))
                self.bind("quiet_to", tr("Stille til kl."), TextField(placeholder="07.00"))
                self.bind("guest_nights", tr("Gjester, netter på rad"), NumberField(most=MOST_NIGHTS))
            with self.row():
                self.bind("laundry_from", tr("Klesvask fra kl."), TextField(placeholder="08.00"))
                self.bind("laundry_to", tr("Klesvask til kl."), TextField(placeholder="21.00"))
            self.bind("meeting_place", tr("Møteplass ved brann"), TextField(placeholder=tr("ved postkassene")))
            self.bind(
                "house_contact",
                tr("Kontaktperson for huset"),
                TextField(placeholder=tr("miljøarbeideren")),
                hint=tr("Helst en rolle og et telefonnummer. Alle i huset ser det."),
            )


class HouseRuleForm(Form):
    """A rule of the house's own."""

    table = "house_rule_lines"

    def __init__(self) -> None:
        super().__init__()
        self.bind("topic", tr("Hva regelen handler om"), ChoiceField(answers(RuleGroup), unknown=None))
        self.bind(
            "text",
            tr("Regelen"),
            LongTextField(lines=3),
            hint=tr("På norsk, kort og vennlig. Ingen navn, gebyr eller bot. Høyst {most} tegn.", most=LONGEST_RULE),
        )


class RuleSignatureForm(Form):
    """That a household has signed; households: who lives in the house or has signed, as lists call them."""

    table = "rule_signatures"

    def __init__(
        self, clock: Clock, households: Sequence[tuple[int, str]], languages: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        with self.row():
            self.bind("household_id", tr("Husstand"), ChoiceField(households, unknown=None), weight=2)
            self.bind("signed_on", tr("Skrev under"), DateField(clock, past=True), weight=1)
        with self.row():
            self.bind("language", tr("Språket de fikk reglene på"), ChoiceField(languages, unknown=None))
            self.bind("interpreter", tr("Tolk"), TextField(placeholder=tr("navn eller tolkenummer")))


def paper_languages(codes: Sequence[str]) -> list[tuple[str, str]]:
    """Return the languages the rules may be given in, with their names; "" where it is not known."""
    return [("", tr("Ikke oppgitt")), *((code, language_words(code)) for code in codes)]
