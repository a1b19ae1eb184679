"""What every choice is called on screen: bokmål here, translated like every other word."""

import enum
from typing import TypeVar

from bolig_desktop.archive.records import SentHow
from bolig_desktop.dwellings.records import DwellingKind, DwellingState, FurnitureOwner, MeterKind, Standard, Tenure
from bolig_desktop.landlords.records import LandlordKind
from bolig_desktop.law.sources import Certainty
from bolig_desktop.people.records import (
    SHIELDED,
    UNNAMED,
    ContactRole,
    Grading,
    HouseholdKind,
    JoinReason,
    LeaveReason,
    Literacy,
    MemberRole,
    PermitKind,
)
from bolig_desktop.settings.records import KpiSource, LookedUp, WrittenForm
from bolig_desktop.shared_housing.records import ConflictStep, CostKind, CostSplit, RuleGroup, RulesState
from bolig_desktop.tenancies.records import (
    ApplicationSort,
    Conclusion,
    DecisionKind,
    DecisionResult,
    HandoverKind,
    LineKind,
    MainReason,
    MatterBasis,
    MatterKind,
    RefusalReason,
    SecurityKind,
    TenancyKind,
    TenancyState,
)
from bolig_desktop.text.languages import norwegian_name
from bolig_desktop.ui.allocation_labels import ALLOCATION_LABELS
from bolig_desktop.ui.career_labels import CAREER_LABELS
from bolig_desktop.ui.home_labels import HOME_LABELS
from bolig_desktop.ui.maintenance_labels import MAINTENANCE_LABELS
from bolig_desktop.ui.words import tr

E = TypeVar("E", bound=enum.Enum)

# By type first: members of different text enumerations with the same value are equal to each other.
LABELS: dict[type[enum.Enum], dict[enum.Enum, str]] = {
    LandlordKind: {
        LandlordKind.PERSON: "Privatperson",
        LandlordKind.ORGANISATION: "Firma eller organisasjon",
    },
    DwellingKind: {
        DwellingKind.APARTMENT: "Leilighet",
        DwellingKind.BEDSIT: "Hybelleilighet",
        DwellingKind.HOUSE: "Hus",
        DwellingKind.TERRACED: "Rekkehus",
        DwellingKind.SHARED_HOUSE: "Bofellesskap",
        DwellingKind.ROOM: "Rom i bofellesskap",
        DwellingKind.CARE: "Omsorgsbolig",
    },
    Tenure: {
        Tenure.MUNICIPAL: "Kommunalt eid",
        Tenure.HIRED_IN: "Innleid for framleie",
        Tenure.ASSIGNED: "Privat med disposisjonsrett",
        Tenure.BROKERED: "Formidlet privat",
        Tenure.RESIDENT_OWNED: "Eid av beboeren",
    },
    DwellingState: {
        DwellingState.FREE: "Ledig",
        DwellingState.RESERVED: "Reservert",
        DwellingState.LET: "Utleid",
        DwellingState.OUT_OF_USE: "Ute av bruk",
        DwellingState.GIVEN_UP: "Avviklet",
    },
    Standard: {
        Standard.GOOD: "God",
        Standard.FAIR: "Middels",
        Standard.POOR: "Dårlig",
    },
    FurnitureOwner: {
        FurnitureOwner.NONE: "Umøblert",
        FurnitureOwner.MUNICIPALITY: "Kommunen",
        FurnitureOwner.LANDLORD: "Utleieren",
        FurnitureOwner.TENANT: "Leieren",
    },
    MeterKind: {
        MeterKind.POWER: "Strøm",
        MeterKind.WATER: "Vann",
        MeterKind.HEAT: "Varme",
    },
    Grading: {
        Grading.NONE: "Ingen",
        Grading.CONFIDENTIAL: "Fortrolig (kode 7)",
        Grading.STRICTLY_CONFIDENTIAL: "Strengt fortrolig (kode 6)",
    },
    Literacy: {
        Literacy.NONE: "Leser ikke",
        Literacy.SOME: "Leser litt",
        Literacy.GOOD: "Leser godt",
    },
    PermitKind: {
        PermitKind.ASYLUM: "Asyl",
        PermitKind.RESETTLEMENT: "Overføringsflyktning",
        PermitKind.HUMANITARIAN: "Opphold på humanitært grunnlag",
        PermitKind.COLLECTIVE: "Midlertidig kollektiv beskyttelse",
        PermitKind.FAMILY: "Familiegjenforening",
        PermitKind.PERMANENT: "Permanent opphold",
        PermitKind.CITIZEN: "Norsk statsborger",
        PermitKind.OTHER: "Annet",
    },
    HouseholdKind: {
        HouseholdKind.SINGLE: "Enslig",
        HouseholdKind.COUPLE: "Par",
        HouseholdKind.FAMILY: "Familie",
        HouseholdKind.SINGLE_PARENT: "Enslig forsørger",
        HouseholdKind.UNACCOMPANIED_MINOR: "Enslig mindreårig",
    },
    MemberRole: {
        MemberRole.MAIN: "Hovedperson",
        MemberRole.PARTNER: "Ektefelle eller samboer",
        MemberRole.CHILD: "Barn",
        MemberRole.OTHER: "Annen",
    },
    JoinReason: {
        JoinReason.ARRIVAL: "Kom til kommunen",
        JoinReason.BIRTH: "Født",
        JoinReason.REUNIFICATION: "Familiegjenforent",
        JoinReason.MOVED_IN: "Flyttet inn",
    },
    LeaveReason: {
        LeaveReason.MOVED_OUT: "Flyttet ut",
        LeaveReason.SEPARATED: "Samlivsbrudd",
        LeaveReason.DIED: "Død",
        LeaveReason.MISTAKE: "Ført ved en feil",
    },
    ContactRole: {
        ContactRole.GUARDIAN: "Verge eller representant",
        ContactRole.REPRESENTATIVE: "Fullmektig",
        ContactRole.NAV: "Nav",
        ContactRole.PROGRAMME: "Programrådgiver",
        ContactRole.SCHOOL: "Skole eller barnehage",
        ContactRole.HEALTH: "Helsetjenesten",
        ContactRole.VOLUNTEER: "Frivillig",
        ContactRole.FAMILY: "Slektning",
        ContactRole.OTHER: "Annen",
    },
    ConflictStep: {
        ConflictStep.TALK: "Samtale",
        ConflictStep.WARNING: "Skriftlig advarsel",
        ConflictStep.MOVE: "Flytting",
    },
    CostKind: {
        CostKind.POWER: "Strøm",
        CostKind.GRID: "Nettleie",
        CostKind.HEAT: "Varme og ved",
        CostKind.WATER: "Vann og avløp",
        CostKind.INTERNET: "Internett",
        CostKind.OTHER: "Annet felles",
    },
    CostSplit: {
        CostSplit.RESIDENTS: "Likt på dem som bor der, etter dager",
        CostSplit.ROOMS: "Likt per rom; kommunen bærer tomme rom",
        CostSplit.SHARES: "Etter andelene i avtalene",
    },
    RulesState: {
        RulesState.DRAFT: "Utkast",
        RulesState.COMING: "Kommer",
        RulesState.IN_FORCE: "Gjelder",
        RulesState.REPLACED: "Erstattet",
    },
    RuleGroup: {
        RuleGroup.QUIET: "Ro",
        RuleGroup.KITCHEN: "Kjøkken",
        RuleGroup.CLEANING: "Vask",
        RuleGroup.WASTE: "Søppel",
        RuleGroup.GUESTS: "Gjester",
        RuleGroup.SMOKING: "Røyking",
        RuleGroup.FIRE: "Brann",
        RuleGroup.HEATING: "Varme og strøm",
        RuleGroup.LAUNDRY: "Vaskerom",
        RuleGroup.PARKING: "Parkering, sykler og barnevogner",
        RuleGroup.PETS: "Dyr",
        RuleGroup.CALL: "Hvem du ringer",
        RuleGroup.OTHER: "Andre regler",
    },
    TenancyKind: {
        TenancyKind.MUNICIPAL: "Kommunal",
        TenancyKind.SUBLET: "Framleie",
        TenancyKind.ROOM: "Rom i bofellesskap",
        TenancyKind.PRIVATE: "Privat",
        TenancyKind.OWNED: "Eid",
    },
    TenancyState: {
        TenancyState.DRAFT: "Utkast",
        TenancyState.RUNNING: "Løper",
        TenancyState.EXPIRED: "Utløpt",
        TenancyState.INDEFINITE: "Tidsubestemt",
        TenancyState.ENDED: "Avsluttet",
    },
    SecurityKind: {
        SecurityKind.MUNICIPAL: "Kommunal garanti",
        SecurityKind.NAV: "Garanti fra Nav",
        SecurityKind.BANK: "Bankgaranti",
        SecurityKind.OTHER: "Annen garanti",
    },
    HandoverKind: {
        HandoverKind.TAKEOVER: "Overtakelse",
        HandoverKind.HANDBACK: "Tilbakelevering",
    },
    Conclusion: {
        Conclusion.EXTEND: "Ny avtale for samme bolig",
        Conclusion.NOT_EXTEND: "Ingen ny avtale",
        Conclusion.OTHER_DWELLING: "Annen kommunal bolig",
    },
    DecisionKind: {
        DecisionKind.EXTENSION: "Forlengelse",
        DecisionKind.ALLOTMENT: "Tildeling av bolig",
        DecisionKind.HELP: "Hjelp etter boligsosialloven",
    },
    DecisionResult: {
        DecisionResult.GRANTED: "Innvilget",
        DecisionResult.REFUSED: "Avslått",
        DecisionResult.OTHER_DWELLING: "Innvilget i en annen bolig",
    },
    RefusalReason: {
        RefusalReason.HAS_HOME: "Har en egnet bolig",
        RefusalReason.CAN_RENT: "Kan skaffe bolig selv",
        RefusalReason.OUTSIDE: "Fyller ikke kommunens vilkår",
        RefusalReason.NO_DWELLING: "Ingen egnet bolig ledig",
        RefusalReason.NOT_ANSWERED: "Svarte ikke på det vi spurte om",
        RefusalReason.OTHER: "Annen grunn",
    },
    MainReason: {
        MainReason.REFUGEE: "Flyktning",
        MainReason.ACCESSIBLE: "Trenger tilrettelagt bolig",
        MainReason.OTHER: "Annet",
    },
    MatterKind: {
        MatterKind.HOUSING_APPLICATION: "Søknad om bolig",
        MatterKind.MEMBER_APPLICATION: "Søknad om nytt husstandsmedlem eller framleie",
        MatterKind.REQUEST_TO_MOVE: "Flytteoppfordring",
        MatterKind.NOTICE_BY_US: "Oppsigelse fra kommunen",
        MatterKind.NOTICE_BY_TENANT: "Oppsigelse fra leieren",
        MatterKind.WARNING: "Skriftlig advarsel",
        MatterKind.TERMINATION: "Heving",
        MatterKind.EVICTION_NOTICE: "Varsel etter tvangsfullbyrdelsesloven § 4-18",
        MatterKind.SOCIAL_SERVICE_NOTICE: "Varsel til sosialtjenesten (§ 9-11)",
        MatterKind.BANK_NOTICE: "Bankens varsel om depositum (§ 3-5)",
        MatterKind.INDEX_CHANGE: "Indeksregulering",
        MatterKind.MARKET_RENT: "Krav om gjengs leie",
        MatterKind.LEFT_BELONGINGS: "Etterlatte ting",
        MatterKind.GUARANTEE_CLAIM: "Krav på garantien",
        MatterKind.ADVANCE_NOTICE: "Forhåndsvarsel",
    },
    ApplicationSort: {
        ApplicationSort.MEMBER: "Nytt husstandsmedlem",
        ApplicationSort.PART: "Leie bort en del av boligen",
        ApplicationSort.ABSENCE: "Leie bort mens de er borte",
        ApplicationSort.REST_OF_TERM: "Leie bort resten av leietiden",
        ApplicationSort.SUBLET: "Annen framleie",
    },
    MatterBasis: {
        MatterBasis.UNPAID: "Ubetalt leie",
        MatterBasis.EXPIRY: "Leietiden er ute",
        MatterBasis.UNPROTESTED: "Oppsigelse uten protest i tide",
        MatterBasis.NEGLECT: "Vanskjøtsel av boligen",
        MatterBasis.NUISANCE: "Plage for naboer eller hus",
        MatterBasis.SUBLETTING: "Ulovlig framleie",
        MatterBasis.WRONG_USE: "Bruk til annet enn avtalt",
        MatterBasis.OTHER: "Annet vesentlig mislighold",
    },
    LineKind: {
        LineKind.UNPAID_RENT: "Ubetalt leie",
        LineKind.AFTER_END: "Vederlag etter leietidens slutt (§ 10-3)",
        LineKind.DAMAGE: "Skade ut over vanlig slit",
        LineKind.CLEANING: "Rengjøring",
        LineKind.OTHER_CLAIM: "Annet krav etter leieavtalen",
        LineKind.PAYMENT: "Innbetalt",
        LineKind.DEPOSIT: "Depositum på kontoen",
        LineKind.INTEREST: "Renter på kontoen",
    },
    SentHow: {
        SentHow.BY_HAND: "Levert personlig",
        SentHow.POST: "Post",
        SentHow.REGISTERED: "Rekommandert",
        SentHow.DIGITAL: "Digitalt",
    },
    Certainty: {
        Certainty.A: "Lest i loven",
        Certainty.B: "Offentlig veiledning",
        Certainty.C: "Annen kilde",
        Certainty.M: "Egen vurdering",
    },
    LookedUp: {
        LookedUp.RULE: "Regel",
        LookedUp.FIGURE: "Sats eller dato",
    },
    KpiSource: {
        KpiSource.TYPED: "Skrevet inn",
        KpiSource.FILE: "Lest fra fil",
    },
    WrittenForm: {
        WrittenForm.BOKMAL: "Bokmål",
        WrittenForm.NYNORSK: "Nynorsk",
    },
    **HOME_LABELS,
    **MAINTENANCE_LABELS,
    **ALLOCATION_LABELS,
    **CAREER_LABELS,
}


def label(value: enum.Enum | None) -> str:
    """Return what a choice is called, and "" for None."""
    return "" if value is None else tr(LABELS[type(value)][value])


def answers(choices: type[E]) -> list[tuple[E, str]]:
    """Return every choice of an enumeration with its words, in its own order."""
    return [(choice, label(choice)) for choice in choices]


def language_words(code: str) -> str:
    """Return what a language is called, and "" where none is given."""
    return tr(norwegian_name(code)) if code else ""


def household_words(called: str) -> str:
    """Return what a household is called in lists in the screen's language; a name stays as it was written."""
    words, _, number = called.rpartition(" ")
    return f"{tr(words)} {number}" if words in (SHIELDED, UNNAMED) and number.isdigit() else called
