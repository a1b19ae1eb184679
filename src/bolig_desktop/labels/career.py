"""What the answers of the housing career are called."""

from bolig_desktop.career.records import (
    Anchor,
    Outcome,
    Rung,
    SchemeKind,
    SchemeState,
    StepKind,
    StepWho,
    TalkKind,
    TryAnswer,
    TryKind,
)
from bolig_desktop.career.rules.loans import LoanKind
from bolig_desktop.labels.kinds import Labels

LABELS: Labels = {
    Rung: {
        Rung.FIRST: "Førstegangsbolig",
        Rung.MUNICIPAL: "Kommunal bolig",
        Rung.PRIVATE: "Privat leie med garanti",
        Rung.RENT_TO_OWN: "Leie til eie",
        Rung.OWNED: "Egen bolig",
    },
    Outcome: {
        Outcome.PRIVATE_RENT: "Leier privat",
        Outcome.BOUGHT: "Kjøpte egen bolig",
        Outcome.MOVED_AWAY: "Flyttet fra kommunen",
        Outcome.OTHER: "Annet",
    },
    Anchor: {
        Anchor.LEASE_END: "Leieslutt",
        Anchor.PROGRAMME_END: "Slutten av introduksjonsprogrammet",
    },
    StepKind: {
        StepKind.ECONOMY_TALK: "Økonomisamtale",
        StepKind.COURSE: "Boligkurs",
        StepKind.SCHEMES_INFORMATION: "Informasjon om Husbankens ordninger",
        StepKind.START_LOAN_CHECK: "Forhåndssjekk av startlån",
        StepKind.SEARCH: "Lete etter bolig",
        StepKind.VIEWING: "Visning",
        StepKind.GUARANTEE: "Avklare garanti",
        StepKind.OTHER: "Eget steg",
    },
    StepWho: {
        StepWho.HOUSEHOLD: "Husstanden",
        StepWho.MUNICIPALITY: "Kommunen",
        StepWho.TOGETHER: "Sammen",
    },
    SchemeKind: {
        SchemeKind.HOUSING_BENEFIT: "Bostøtte",
        SchemeKind.START_LOAN: "Startlån",
        SchemeKind.GRANT: "Tilskudd",
        SchemeKind.DEPOSIT_GUARANTEE: "Depositumsgaranti",
        SchemeKind.RENT_GUARANTEE: "Husleiegaranti",
        SchemeKind.RENT_TO_OWN: "Leie til eie",
    },
    SchemeState: {
        SchemeState.THOUGHT_OF: "Aktuelt",
        SchemeState.APPLIED: "Søkt",
        SchemeState.GRANTED: "Innvilget",
        SchemeState.REFUSED: "Avslått",
        SchemeState.ENDED: "Slutt",
    },
    TalkKind: {
        TalkKind.TALK: "Samtale",
        TalkKind.COURSE: "Kurs",
        TalkKind.MEETING: "Informasjonsmøte",
    },
    TryKind: {
        TryKind.VIEWING: "Visning",
        TryKind.CALL: "Telefon",
        TryKind.MESSAGE: "Melding",
    },
    TryAnswer: {
        TryAnswer.WAITING: "Venter på svar",
        TryAnswer.YES: "Ja",
        TryAnswer.NO: "Nei",
    },
    LoanKind: {
        LoanKind.ANNUITY: "Annuitetslån",
        LoanKind.SERIAL: "Serielån",
    },
}
