"""An address as people write it in one cell: street, bruksenhet, room, postcode and town."""

import re
from typing import NamedTuple

from bolig_desktop.text.names import fold

_UNIT = re.compile(r"[HULK]\d{4}", re.IGNORECASE)
_UNIT_WRITTEN = re.compile(
    r"[\s,;]*\(?\s*(?:\b(?:leil(?:ighet|igheit)?|lgh|bolig|bustad|bruksenhet|brukseining)\.?\s*(?:nr|nummer)?[.:]?\s*)?"
    r"\b(?P<letter>[HULK])[\s.-]{0,2}(?P<number>[01]\d[\s.-]?\d\d)\b(?!\s+[^\W\d]{2})\s*\)?",
    re.IGNORECASE,
)
"""A bruksenhet as people write it: "(H0201)", "leil. H0201", "H 0201". Before a word it may be a postcode."""
_IN_BRACKETS = re.compile(r"[\s,]*\(\s*((?:rom|hybel|leil|lgh)[^()]*)\)", re.IGNORECASE)
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
    text = _IN_BRACKETS.sub(r", \1", _with_unit(text))
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
    text = " ".join(_with_unit(text).split()).strip(" ,")
    if _UNIT.fullmatch(text):
        return Address("", unit_number=text.upper())
    if match := _ROOM.fullmatch(text):
        return Address("", name=f"{'hybel' if text[:2].lower() == 'hy' else 'rom'} {match[1]}", is_room=True)
    if match := _FLAT.fullmatch(text):
        return Address("", name=f"leilighet {match[1]}")
    return Address("")


def street_key(street: str) -> str:
    """Return what is the same for every way a street and its number are written: "Storgt. 14B", "STORGATA 14 b"."""
    named = re.sub(r"(?<=\w)([gv])\.(?=\s*\d|$)", lambda found: _FULL[found[1].lower()], street, flags=re.IGNORECASE)
    words = fold(named)
    return re.sub(r"(?<=[^\W\d]) (?=[^\W\d]{2})", "", _ENDING.sub(lambda found: _KIND[found[0]], words))


_FULL = {"g": "gate", "v": "vei"}
"""What one letter with a point behind it stands for."""
_KIND = (
    dict.fromkeys(("gata", "gaten", "gate", "gt"), "gate")
    | dict.fromkeys(("veien", "vegen", "veg", "vei", "vn", "vg"), "vei")
    | dict.fromkeys(("plassen", "plass", "pl"), "plass")
    | dict.fromkeys(("alleen", "alle"), "alle")
)
_ENDING = re.compile(rf"(?:{'|'.join(sorted(_KIND, key=len, reverse=True))})(?=\s\d|$)")
"""What stands last in a street's name, before the number, in the ways it is shortened and written."""


def _with_unit(text: str) -> str:
    """Return the text with every bruksenhet written in one way, after a comma."""
    return _UNIT_WRITTEN.sub(
        lambda found: f", {found['letter'].upper()}{re.sub(r'[^0-9]', '', found['number'])}, ", text
    )
