"""What the choices about defects, complaints and checks are called."""

from bolig_desktop.labels.kinds import Labels
from bolig_desktop.maintenance.records import (
    CheckKind,
    CheckResult,
    ComplaintSource,
    ComplaintState,
    DefectKind,
    DefectState,
    Mender,
    Reporter,
    Urgency,
)

LABELS: Labels = {
    DefectKind: {
        DefectKind.LOCK: "Lås",
        DefectKind.TAP: "Kran",
        DefectKind.TOILET: "Toalett",
        DefectKind.SOCKET: "Stikkontakt eller bryter",
        DefectKind.WATER_HEATER: "Varmtvannsbereder",
        DefectKind.FITTING: "Løst inventar og utstyr",
        DefectKind.ALARM_TEST: "Røykvarsler: prøve, rense, bytte batteri",
        DefectKind.EXTINGUISHER_TEST: "Slokkeutstyr: se etter og rense",
        DefectKind.ALARM: "Røykvarsler eller slokkeutstyr mangler",
        DefectKind.LEAK: "Lekkasje eller rør",
        DefectKind.DAMP: "Fukt eller mugg",
        DefectKind.HEATING: "Oppvarming",
        DefectKind.WIRING: "Strømanlegget",
        DefectKind.WINDOW_DOOR: "Vindu eller dør",
        DefectKind.WHITE_GOODS: "Hvitevarer",
        DefectKind.WALL_FLOOR: "Vegg, tak eller gulv",
        DefectKind.ROOF_OUTSIDE: "Yttertak, fasade eller uteområde",
        DefectKind.PESTS: "Skadedyr",
        DefectKind.OTHER: "Annet i boligen",
    },
    Urgency: {
        Urgency.NOW: "Haster nå",
        Urgency.SOON: "Snart",
        Urgency.CAN_WAIT: "Kan vente",
    },
    Mender: {
        Mender.MUNICIPALITY: "Kommunen",
        Mender.OWNER: "Eieren",
        Mender.TENANT: "Leieren",
    },
    Reporter: {
        Reporter.HOUSEHOLD: "Husstanden",
        Reporter.VISIT: "Funnet på hjemmebesøk",
        Reporter.CARETAKER: "Vaktmesteren",
        Reporter.OWNER: "Eieren",
        Reporter.OTHER: "Andre",
    },
    DefectState: {
        DefectState.NEW: "Nytt",
        DefectState.SENT: "Sendt",
        DefectState.PROMISED: "Lovet",
        DefectState.BROKEN_PROMISE: "Løftet er brutt",
        DefectState.NOT_OURS: "Leieren retter",
        DefectState.MENDED: "Utbedret",
    },
    ComplaintSource: {
        ComplaintSource.NEIGHBOUR: "Klage fra nabo",
        ComplaintSource.LANDLORD: "Klage fra utleier",
        ComplaintSource.HOUSING_COMPANY: "Klage fra borettslag eller sameie",
        ComplaintSource.OTHER: "Klage fra andre",
    },
    ComplaintState: {
        ComplaintState.OPEN: "Ikke besvart",
        ComplaintState.ANSWERED: "Besvart",
        ComplaintState.CLOSED: "Avsluttet",
    },
    CheckKind: {
        CheckKind.SMOKE_ALARM: "Røykvarslere",
        CheckKind.EXTINGUISHER: "Slokkeutstyr",
        CheckKind.KEYS: "Nøkler",
        CheckKind.ELECTRICAL: "Elektrisk anlegg",
        CheckKind.RADON: "Radon",
    },
    CheckResult: {
        CheckResult.WELL: "Alt i orden",
        CheckResult.DEFECT: "Noe måtte rettes",
    },
}
