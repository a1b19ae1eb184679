"""What the choices about a home, its waste, the municipality's contacts and the state of a text are called."""

import enum

from bolig_desktop.dwellings.records import Bin, Spot, Upkeep, Washing, WasteKind, WayOut, Weekday
from bolig_desktop.settings.records import ContactKind
from bolig_desktop.translations.records import TextState

HOME_LABELS: dict[type[enum.Enum], dict[enum.Enum, str]] = {
    Spot: {
        Spot.KITCHEN_SINK: "Under vasken på kjøkkenet",
        Spot.KITCHEN: "På kjøkkenet",
        Spot.BATHROOM: "På badet",
        Spot.HALLWAY: "I gangen",
        Spot.BEDROOM: "På soverommet",
        Spot.LIVING_ROOM: "I stua",
        Spot.BASEMENT: "I kjelleren",
        Spot.LAUNDRY_ROOM: "På vaskerommet",
        Spot.STAIRWELL: "I trappeoppgangen",
        Spot.STORE_ROOM: "I boden",
        Spot.ATTIC: "På loftet",
        Spot.OUTSIDE: "Ute ved huset",
        Spot.BY_THE_DOOR: "Ved ytterdøren",
        Spot.BY_THE_ROAD: "Ved veien",
    },
    WayOut: {
        WayOut.DOOR_STAIRS: "Døren og trappa",
        WayOut.FRONT_DOOR: "Ytterdøren",
        WayOut.BALCONY: "Balkongen",
        WayOut.WINDOW: "Vinduet",
        WayOut.TERRACE_DOOR: "Terrassedøren",
        WayOut.FIRE_LADDER: "Brannstigen",
        WayOut.FIRE_STAIRS: "Branntrappa",
    },
    Washing: {
        Washing.OWN: "Egen vaskemaskin",
        Washing.SHARED: "Felles vaskerom",
    },
    Upkeep: {
        Upkeep.RESIDENT: "Beboeren",
        Upkeep.SHARED: "Beboerne på tur",
        Upkeep.OTHERS: "Andre enn beboerne",
    },
    WasteKind: {
        WasteKind.FOOD: "Matavfall",
        WasteKind.PAPER: "Papir og papp",
        WasteKind.PLASTIC: "Plastemballasje",
        WasteKind.GLASS_METAL: "Glass og metall",
        WasteKind.RESIDUAL: "Restavfall",
        WasteKind.TEXTILE: "Klær og sko",
        WasteKind.HAZARDOUS: "Farlig avfall",
        WasteKind.GARDEN: "Hageavfall",
        WasteKind.BULKY: "Store ting",
    },
    Bin: {
        Bin.GREEN: "Grønn dunk",
        Bin.BLUE: "Blå dunk",
        Bin.BROWN: "Brun dunk",
        Bin.GREY: "Grå dunk",
        Bin.BLACK: "Svart dunk",
        Bin.RED: "Rød dunk",
        Bin.YELLOW: "Gul dunk",
        Bin.WHITE: "Hvit dunk",
        Bin.BAG: "Sekk",
    },
    Weekday: {
        Weekday.MONDAY: "Mandag",
        Weekday.TUESDAY: "Tirsdag",
        Weekday.WEDNESDAY: "Onsdag",
        Weekday.THURSDAY: "Torsdag",
        Weekday.FRIDAY: "Fredag",
        Weekday.SATURDAY: "Lørdag",
        Weekday.SUNDAY: "Søndag",
    },
    ContactKind: {
        ContactKind.CARETAKER: "Vaktmester",
        ContactKind.OUT_OF_HOURS: "Akutt skade utenom arbeidstid",
        ContactKind.NAV: "Nav",
        ContactKind.ADULT_EDUCATION: "Voksenopplæring",
        ContactKind.SCHOOL: "Skole",
        ContactKind.KINDERGARTEN: "Barnehage",
        ContactKind.HEALTH_CENTRE: "Helsestasjon",
        ContactKind.DOCTOR: "Fastlege",
        ContactKind.CRISIS_CENTRE: "Krisesenter",
        ContactKind.FAMILY_CENTRE: "Barneverntjeneste",
        ContactKind.LIBRARY: "Bibliotek",
        ContactKind.VOLUNTEERS: "Frivilligsentral",
        ContactKind.WASTE_COMPANY: "Renovasjonsselskap",
        ContactKind.BUS: "Buss og transport",
        ContactKind.OTHER: "Annen",
    },
    TextState: {
        TextState.SOURCE: "Norsk",
        TextState.DRAFT: "Utkast",
        TextState.CHECKED: "Kontrollert",
        TextState.OUTDATED: "Utdatert",
        TextState.MISSING: "Mangler",
    },
}
