"""What the choices about people and households are called."""

from bolig_desktop.labels.kinds import Labels
from bolig_desktop.people.records import (
    ContactRole,
    Grading,
    HouseholdKind,
    JoinReason,
    LeaveReason,
    Literacy,
    MemberRole,
    PermitKind,
)

LABELS: Labels = {
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
}
