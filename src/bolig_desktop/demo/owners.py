"""Who owns what the municipality does not: landlords and our head leases with them."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

from bolig_desktop.demo import names, synthetic
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.scenes import UNITS
from bolig_desktop.demo.terms import DAY, Stay, month_end
from bolig_desktop.dwellings.records import Dwelling, Tenure
from bolig_desktop.landlords.records import HeadLease, Landlord, LandlordKind
from bolig_desktop.law.months import add_months

LANDLORD_OF = {
    "A": "firm 1", "H1": "person 1", "H2": "person 2", "H3": "firm 2", "H4": "firm 2", "H5": "person 3",
    "H6": "person 4", "H7": "firm 3", "H8": "firm 4", "H9": "firm 4", "H10": "person 5", "S1": "person 6",
    "S2": "person 6", "S3": "firm 5", "R1": "person 7", "R2": "person 8",
}  # fmt: skip
"""Which landlord has which unit."""

_FIRMS = {
    "firm 1": ("Nordvik bolig- og utleiestiftelse", "stiftelse"),
    "firm 2": ("Tverrvika Eiendom AS", "Eiendom AS"),
    "firm 3": ("Myrvollen borettslag", "borettslag"),
    "firm 4": ("Sagbakkens Utleie & Drift ANS", "Utleie ANS"),
    "firm 5": ("Torgholmen Næringsbygg AS", "Eiendom AS"),
}
_WISHES = (
    "Vil ha beskjed før en ny leietaker flytter inn.",
    "",
    "Vil møte leietakeren ved overtakelsen.",
    "Vil helst ha en familie, huset ligger ved skolen.",
    "",
    "Vil ha beskjed en uke før tilsyn.",
)


def landlords(register: Register, rng: Random) -> dict[str, Landlord]:
    """Return the landlords by key."""
    return {
        key: register.numbered(_landlord(key, number, register, rng))
        for number, key in enumerate(dict.fromkeys(LANDLORD_OF.values()))
    }


def _landlord(key: str, number: int, register: Register, rng: Random) -> Landlord:
    firm, person = key in _FIRMS, names.norwegian(rng)
    if not firm:
        name = person
    elif register.is_first:
        name = _FIRMS[key][0]
    else:
        name = register.new_name(_FIRMS[key][1], rng)
    return Landlord(
        name=name,
        kind=LandlordKind.ORGANISATION if firm else LandlordKind.PERSON,
        org_number=synthetic.org_number(rng) if firm else "",
        contact_person=person if firm else "",
        phone=synthetic.phone(rng),
        email="post@utleier.example" if firm else "",
        street=register.place("", rng),
        postcode="8099",
        city="Nordvik",
        account_number=synthetic.account_number(rng),
        municipal_contact="Ingrid Vågstrand",
        wishes=_WISHES[number % len(_WISHES)],
    )


def head_leases(
    register: Register, homes: Mapping[str, Dwelling], stays: Sequence[Stay], today: date, rng: Random
) -> list[HeadLease]:
    """Return our lease of every unit or house we hire in: one ends within three months, one has ended."""
    return [
        register.numbered(_head_lease(register, unit.key, homes[unit.key], stays, today, rng))
        for unit in UNITS
        if unit.tenure is Tenure.HIRED_IN and not unit.house
    ]


def _head_lease(
    register: Register, key: str, home: Dwelling, stays: Sequence[Stay], today: date, rng: Random
) -> HeadLease:
    start = home.acquired_on or today
    mine = [stay for stay in stays if stay.unit == key or (stay.unit[0] == "A" == key)]
    ends = _end(key, home, [stay.ends_on or today for stay in mine], today, rng)
    rent = (home.rent_nok or 0) - 100 * rng.randrange(0, 8)
    guaranteed = key in ("H2", "H6", "H9")
    return HeadLease(
        landlord_id=home.landlord_id or 0,
        dwelling_id=home.id or 0,
        reference=f"I-{register.reference(start.year)}",
        starts_on=start,
        ends_on=ends,
        rent_nok=rent,
        notice_months=3 if ends is None else None,
        guarantee_nok=rent * 3 if guaranteed else None,
        guarantee_ends_on=ends if guaranteed else None,
        sublet_consent_on=start - rng.randrange(1, 25) * DAY,
        note="Framleien varer lenger enn innleien: ta opp forlenging." if key == "H9" else "",
    )


def _end(key: str, home: Dwelling, subleases_end: list[date], today: date, rng: Random) -> date | None:
    if key == "H10":
        return home.given_up_on
    if key == "H5":
        return None
    latest = max([*subleases_end, add_months(today, 24)])
    if key == "H2":
        return max(subleases_end)
    if key == "H9":
        return month_end(today, add_months(today, 10))
    return month_end(latest, add_months(latest, rng.randrange(4, 24)))
