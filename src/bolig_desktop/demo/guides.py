"""What the welcome binders of Nordvik say: of about every third home, of waste, and whom one may need to reach."""

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

from bolig_desktop.demo import synthetic
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.terms import DAY
from bolig_desktop.dwellings.records import (
    Bin,
    Dwelling,
    DwellingKind,
    HomeGuide,
    Spot,
    Upkeep,
    Washing,
    WasteDay,
    WasteKind,
    WayOut,
    Weekday,
)
from bolig_desktop.settings.records import ContactKind, LocalContact

_EVERYTHING: dict[str, Any] = {
    "heating_electric": True,
    "heating_floor": True,
    "heating_pump": True,
    "heating_wood": True,
    "heating_detail": "Varmepumpen styres med fjernkontrollen ved døra til stua",
    "stopcock": Spot.KITCHEN_SINK,
    "stopcock_detail": "rød kran, vri mot høyre",
    "fuse_box": Spot.HALLWAY,
    "fuse_box_detail": "hvitt skap over speilet",
    "extinguisher": Spot.KITCHEN,
    "extinguisher_detail": "på veggen ved vinduet",
    "way_out": WayOut.DOOR_STAIRS,
    "other_way_out": WayOut.BALCONY,
    "escape_detail": "brannstige henger på balkongen",
    "meeting_place": "ved postkassene",
    "letterbox": Spot.BY_THE_ROAD,
    "letterbox_detail": "grønt stativ",
    "washing": Washing.SHARED,
    "snow": Upkeep.OTHERS,
    "garden": Upkeep.SHARED,
    "shared_bins": True,
}
_SHARED_HOUSE: dict[str, Any] = {
    "heating_radiator": True,
    "stopcock": Spot.BASEMENT,
    "stopcock_detail": "bak døra merket «teknisk rom»",
    "fuse_box": Spot.STAIRWELL,
    "extinguisher": Spot.HALLWAY,
    "way_out": WayOut.DOOR_STAIRS,
    "other_way_out": WayOut.FIRE_STAIRS,
    "meeting_place": "ved bodene over gårdsplassen",
    "letterbox": Spot.BY_THE_DOOR,
    "washing": Washing.SHARED,
    "snow": Upkeep.SHARED,
    "garden": Upkeep.SHARED,
    "shared_bins": True,
}
_NO_HEATING: dict[str, Any] = {
    "stopcock": Spot.BATHROOM,
    "fuse_box": Spot.HALLWAY,
    "way_out": WayOut.FRONT_DOOR,
    "other_way_out": WayOut.WINDOW,
}
_SPECIAL: dict[str, dict[str, Any]] = {
    "M1": _EVERYTHING,
    "M2": _NO_HEATING,
    "A": _SHARED_HOUSE,
    "B": _SHARED_HOUSE,
    "A1": {"extinguisher": Spot.BEDROOM, "heating_electric": True},
}
_EACH = 4  # every fourth of the other units; with the special ones it comes to about a third
_ON_THE_GROUND = (DwellingKind.HOUSE, DwellingKind.TERRACED)


def home_guides(register: Register, homes: Mapping[str, Dwelling], rng: Random) -> list[HomeGuide]:
    """Return what is said of about every third home."""
    found = []
    for number, (key, home) in enumerate(homes.items()):
        others = number % _EACH == 1 and home.given_up_on is None and home.house_id is None
        facts = _SPECIAL.get(key) or (_ordinary(home, rng) if others else None)
        if facts is not None:
            found.append(register.numbered(HomeGuide(dwelling_id=home.id or 0, **facts)))
    return found


def _ordinary(home: Dwelling, rng: Random) -> dict[str, Any]:
    ground = home.kind in _ON_THE_GROUND
    return {
        "heating_electric": True,
        "heating_floor": rng.random() < 0.4,
        "heating_pump": ground,
        "heating_wood": ground and rng.random() < 0.5,
        "stopcock": rng.choice((Spot.KITCHEN_SINK, Spot.BATHROOM)),
        "fuse_box": rng.choice((Spot.HALLWAY, Spot.STAIRWELL)) if not ground else Spot.HALLWAY,
        "extinguisher": Spot.HALLWAY,
        "way_out": WayOut.FRONT_DOOR if ground else WayOut.DOOR_STAIRS,
        "other_way_out": WayOut.TERRACE_DOOR if ground else WayOut.BALCONY,
        "letterbox": Spot.BY_THE_ROAD if ground else Spot.STAIRWELL,
        "washing": Washing.OWN,
        "snow": Upkeep.RESIDENT if ground else Upkeep.OTHERS,
        "garden": Upkeep.RESIDENT if ground else Upkeep.OTHERS,
        "shared_bins": not ground,
    }


def waste_days(register: Register, homes: Mapping[str, Dwelling]) -> list[WasteDay]:
    """Return the one day that is a house's own."""
    house = homes["B"].id
    own = WasteDay(dwelling_id=house, kind=WasteKind.RESIDUAL, bin=Bin.BLACK, weekday=Weekday.FRIDAY)
    return [register.numbered(own)]


def everywhere(today: date) -> list[WasteDay]:
    """Return the days of the whole municipality."""
    paper_day = today - (today.weekday() - 3) % 7 * DAY  # the last Thursday until today
    return [
        WasteDay(kind=WasteKind.FOOD, bin=Bin.BROWN, weekday=Weekday.TUESDAY),
        WasteDay(kind=WasteKind.RESIDUAL, bin=Bin.GREY, weekday=Weekday.TUESDAY),
        WasteDay(kind=WasteKind.PAPER, bin=Bin.BLUE, weekday=Weekday.THURSDAY, every_weeks=2, first_on=paper_day),
        WasteDay(kind=WasteKind.GLASS_METAL, bring_to="De grønne beholderne på parkeringsplassen ved Nordvik torg"),
    ]


def contacts() -> list[LocalContact]:
    """Return whom one may need to reach, with numbers nobody can have."""
    rng = Random("Nordvik kontakter")
    return [
        LocalContact(kind=kind, name=name, phone=synthetic.phone(rng), note=note) for kind, name, note in _CONTACTS
    ]


_CONTACTS = (
    (ContactKind.CARETAKER, "Nordvik eiendom", "Mandag til fredag 7.30–15"),
    (ContactKind.OUT_OF_HOURS, "Vakttelefonen", "Bare når skaden ikke kan vente: vann, strøm og låste dører"),
    (ContactKind.NAV, "Nav Nordvik", "Åpent uten avtale tirsdag og torsdag 10–14"),
    (ContactKind.ADULT_EDUCATION, "Nordvik voksenopplæring", "Skolegata 3"),
    (ContactKind.HEALTH_CENTRE, "Nordvik helsestasjon", "Ring for å få time"),
    (ContactKind.LIBRARY, "Nordvik bibliotek", "Språkkafé onsdag kl. 18"),
    (ContactKind.VOLUNTEERS, "Frivilligsentralen på Havna", ""),
    (ContactKind.WASTE_COMPANY, "Nordvik renovasjon", "Ring når dunken er ødelagt"),
)


def dpo() -> str:
    """Return who answers questions on privacy."""
    return f"personvernombud@nordvik.example, {synthetic.phone(Random('Nordvik personvern'))}"
