"""What the answers of allocation are called on screen, in bokmål."""

import enum

from bolig_desktop.allocation.records import StayKind

ALLOCATION_LABELS: dict[type[enum.Enum], dict[enum.Enum, str]] = {
    StayKind: {
        StayKind.HOTEL: "Hotell eller pensjonat",
        StayKind.CAMPING: "Campinghytte",
        StayKind.BOARDING_HOUSE: "Hospits",
        StayKind.MUNICIPAL: "Kommunens midlertidige bolig",
        StayKind.NIGHT_SHELTER: "Natthjem",
        StayKind.OTHER: "Annet botilbud",
    },
}
