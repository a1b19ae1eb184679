"""What the answers of allocation are called."""

from bolig_desktop.allocation.records import StayKind
from bolig_desktop.labels.kinds import Labels

LABELS: Labels = {
    StayKind: {
        StayKind.HOTEL: "Hotell eller pensjonat",
        StayKind.CAMPING: "Campinghytte",
        StayKind.BOARDING_HOUSE: "Hospits",
        StayKind.MUNICIPAL: "Kommunens midlertidige bolig",
        StayKind.NIGHT_SHELTER: "Natthjem",
        StayKind.OTHER: "Annet botilbud",
    },
}
