"""An address as people write it in one cell: street, bruksenhet, room, postcode and town."""

import re
from typing import NamedTuple

_UNIT = re.compile(r"[HULK]\d{4}", re.IGNORECASE)
_TOWN = re.compile(r"(?:NO?-?)?(\d{4})\s+([^\d,;]+)", re.IGNORECASE)
_ROOM = re.compile(r"(?:rom|hybel|hybl|rm)\.?\s*(?:nr\.?|nummer)?\s*(\w{1,4})", re.IGNORECASE)
_FLAT = re.compile(r"(?:leil(?:ighet)?|lgh|bolig)\.?\s*(?:nr\.?|nummer)?\s*(\w{1,5})", re.IGNORECASE)
_PARTS = re.compile(
    r"\s*[,;\n]\s*|\s+-\s+(?=\D)|\s+(?=[HULK]\d{4}\b)|\s+(?=(?:rom|hybel)\s*(?:nr\.?\s*)?\d)", re.IGNORECASE
)


class Address(NamedTuple):
    """What an address says; is_room: it is a room in the house with the rest of the address."""

    street: str
    name: str = ""
    unit_number: str = ""
    postcode: str = ""
    city: str = ""
    is_room: bool = False


def address_in(text: str) -> Address:
    """Return the parts of an address; what is known for nothing else stays with the street as it is written."""
    found = Address("")
    rest: list[str] = []
    for part in filter(None, (part.strip() for part in _PARTS.split(text))):
        if match := _UNIT.fullmatch(part):
            found = found._replace(unit_number=match[0].upper())
        elif rest and (match := _TOWN.fullmatch(part)):
            found = found._replace(postcode=match[1], city=match[2].strip())
        elif rest and (named := unit_in(part)).name:
            found = found._replace(name=named.name, is_room=named.is_room)
        else:
            rest.append(part)
    return found._replace(street=", ".join(rest))


def unit_in(text: str) -> Address:
    """Return what a cell beside an address says of the unit: a bruksenhet, a room of a house, or another name."""
    text = " ".join(text.split())
    if _UNIT.fullmatch(text):
        return Address("", unit_number=text.upper())
    if match := _ROOM.fullmatch(text):
        return Address("", name=f"{'hybel' if text[:2].lower() == 'hy' else 'rom'} {match[1]}", is_room=True)
    if match := _FLAT.fullmatch(text):
        return Address("", name=f"leilighet {match[1]}")
    return Address("")
