"""What the choices about shared houses are called."""

from bolig_desktop.labels.kinds import Labels
from bolig_desktop.shared_housing.records import ConflictStep, CostKind, CostSplit, RuleGroup, RulesState

LABELS: Labels = {
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
}
