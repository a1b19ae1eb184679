"""What the choices about dwellings and their owners are called."""

from bolig_desktop.dwellings.records import DwellingKind, DwellingState, FurnitureOwner, MeterKind, Standard, Tenure
from bolig_desktop.labels.kinds import Labels
from bolig_desktop.landlords.records import LandlordKind

LABELS: Labels = {
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
}
