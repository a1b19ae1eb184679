"""What need assessments and decisions in Nordvik say: invented, plain, and about nobody."""

from random import Random
from typing import NamedTuple

from bolig_desktop.people.records import HouseholdKind
from bolig_desktop.tenancies.records import DecisionKind, DecisionResult, Tenancy
from bolig_desktop.text.dates import show_date


class Words(NamedTuple):
    """The texts of one assessment."""

    income: str
    family: str
    tried: str
    next_step: str
    reasons: str


_INCOME = (
    "Introduksjonsstønad og bostøtte. Ingen sparepenger.",
    "Lønn fra deltidsarbeid på lager, 60 prosent, og supplerende stønad.",
    "Vikar i renhold. Inntekten skifter fra måned til måned.",
    "Fast jobb på sykehjemmet siden i vår. Har begynt å spare.",
    "Overgangsstønad og barnetrygd. Bostøtte er søkt.",
    "Kvalifiseringsprogram i Nav ut neste år.",
    "Lærling. Lønnen øker til sommeren.",
)
_FAMILY = {
    HouseholdKind.SINGLE: ("Bor alene. Ingen andre venter på å komme.", "Bor alene. Har en bror i nabokommunen."),
    HouseholdKind.COUPLE: ("To voksne uten barn.", "To voksne. Den ene går på norskkurs på dagtid."),
    HouseholdKind.FAMILY: (
        "To voksne og barn i skole og barnehage. Barna bør få bli i kretsen.",
        "To voksne og barn. Den eldste begynner på videregående til høsten.",
        "To voksne og barn. Det minste har nettopp fått barnehageplass.",
    ),
    HouseholdKind.SINGLE_PARENT: (
        "Én voksen med barn. Skole og barnehage ligger i gangavstand.",
        "Én voksen med barn. Den andre forelderen bor i byen og har samvær.",
    ),
    HouseholdKind.UNACCOMPANIED_MINOR: ("Bor alene med oppfølging fra kommunen. Verge er med i samtalen.",),
}
_TRIED = (
    "Har søkt på fire boliger i det private markedet og vært på to visninger. Fikk nei på begge.",
    "Står på liste hos to utleiere. Har ikke fått tilbud.",
    "Har sett etter bolig siden i vår. Leien har vært for høy for husstanden.",
    "Har vært i samtale med banken om lån. Banken ber om fast inntekt i ett år.",
    "Har fått hjelp til annonse og til å skrive søknader. Ingen svar så langt.",
)
_NEXT_STEP = (
    "Forhåndsgodkjenning for startlån vurderes til våren.",
    "Boligkurs i januar. Ny samtale om økonomi etterpå.",
    "Søker privat leie med garanti fra kommunen.",
    "Leie til eie kan bli aktuelt når inntekten er fast.",
    "Fortsetter å søke på boliger, med hjelp av boligkonsulenten én gang i måneden.",
)
_EXTEND = (
    "Husstanden finner ikke egnet bolig på egen hånd ennå, og trenger boligen en periode til.",
    "Inntekten er for ustabil til privat leie. Boligen passer til husstanden.",
    "Barna har skole og barnehage her, og det er ingen annen ledig bolig som passer.",
)
_NOT_EXTEND = (
    "Husstanden har fast inntekt og kan skaffe bolig selv, med garanti fra kommunen om det trengs.",
    "Boligen er mindre enn det husstanden trenger, og de har fått tilbud om privat leie.",
)

OTHER = {
    (DecisionKind.HELP, DecisionResult.REFUSED): (
        "Husstanden ønsker en bolig med ett soverom til.",
        "Boligen har to soverom og fyller kommunens mål for en husstand av denne størrelsen.",
    ),
    (DecisionKind.ALLOTMENT, DecisionResult.REFUSED): (
        "Søkeren har leiekontrakt hos slektninger til sommeren.",
        "Søkeren er ikke uten bolig nå, og andre på listen trenger boligen mer.",
    ),
    (DecisionKind.ALLOTMENT, DecisionResult.GRANTED): (
        "Husstanden bosettes etter avtale med IMDi.",
        "Boligen passer i størrelse og ligger nær skole og buss.",
    ),
}
"""Facts and considerations of decisions that no lease hangs on."""


def assessed(kind: HouseholdKind, rng: Random, *, refused: bool) -> Words:
    """Return the texts of an assessment of a household of this kind."""
    return Words(
        income=rng.choice(_INCOME),
        family=rng.choice(_FAMILY[kind]),
        tried=rng.choice(_TRIED),
        next_step=rng.choice(_NEXT_STEP),
        reasons=rng.choice(_NOT_EXTEND if refused else _EXTEND),
    )


def facts(lease: Tenancy, kind: HouseholdKind) -> str:
    """Return what a decision on a lease that runs out builds on."""
    since = f"{_WHO[kind]} har leid boligen siden {show_date(lease.starts_on)}."
    return since if lease.ends_on is None else f"{since} Leieavtalen går ut {show_date(lease.ends_on)}."


_WHO = {
    HouseholdKind.SINGLE: "En enslig",
    HouseholdKind.COUPLE: "Et par",
    HouseholdKind.FAMILY: "En familie",
    HouseholdKind.SINGLE_PARENT: "En enslig forsørger",
    HouseholdKind.UNACCOMPANIED_MINOR: "En enslig mindreårig",
}
