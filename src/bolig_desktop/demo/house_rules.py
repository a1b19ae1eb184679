"""The house rules of Nordvik's shared houses: a version that holds, a draft of the next, and who has signed."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bolig_desktop.casefile.house_texts import NOT_AT_FIRST, library
from bolig_desktop.demo.households import Home
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.terms import DAY
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleGroup, RuleSignature
from bolig_desktop.tenancies.records import Tenancy
from bolig_desktop.tenancies.rules import lived_in
from bolig_desktop.text.languages import PAPER

HOUSE = "B"
"""The shared house that has rules and a daily life."""
_DAYS_AGO = 210
_OWN_RULE = "Den første fredagen i måneden lager vi middag sammen. Alle som vil, er med."
_DROPPED = "rule_kitchen_share"


@dataclasses.dataclass(frozen=True, kw_only=True)
class Rules:
    """The versions of one house's rules, their lines and who has signed."""

    versions: tuple[HouseRules, ...]
    lines: tuple[HouseRule, ...]
    signatures: tuple[RuleSignature, ...]


def house_rules(
    register: Register,
    units: Mapping[str, Dwelling],
    tenancies: Sequence[Tenancy],
    families: Sequence[Home],
    today: date,
) -> Rules:
    """Return version 1, signed by all but the one who moved in last, and version 2 as a draft."""
    house_id = units[HOUSE].id or 0
    first = register.numbered(
        HouseRules(
            house_id=house_id, version=1, agreed_on=today - (_DAYS_AGO + 12) * DAY,
            valid_from=today - _DAYS_AGO * DAY, meeting_place="ved postkassene", house_contact="miljøarbeideren",
        )
    )  # fmt: skip
    second = register.numbered(
        dataclasses.replace(
            first, id=None, version=2, agreed_on=None, valid_from=None, quiet_from="22.00",
            change="Det er stille fra kl. 22.00, og vi lager middag sammen én gang i måneden.",
        )
    )  # fmt: skip
    lines = [register.numbered(line) for line in (*_lines(first), *_lines(second), _own(second))]
    here = sorted(leases_in(house_id, units, tenancies, today), key=lambda lease: (lease.starts_on, lease.id or 0))
    signed = [register.numbered(_signed(first, lease, families)) for lease in here[:-1]]
    return Rules(versions=(first, second), lines=tuple(lines), signatures=tuple(signed))


def _lines(version: HouseRules) -> Iterator[HouseRule]:
    taken = [(group, clause) for group, clause in library() if group not in NOT_AT_FIRST]
    for position, (group, clause) in enumerate(taken, start=1):
        if version.version == 1 or clause != _DROPPED:
            yield HouseRule(rules_id=version.id or 0, topic=group, clause=clause, position=position)


def _own(version: HouseRules) -> HouseRule:
    return HouseRule(rules_id=version.id or 0, topic=RuleGroup.KITCHEN, text=_OWN_RULE, position=99)


def leases_in(
    house_id: int, units: Mapping[str, Dwelling], tenancies: Sequence[Tenancy], today: date
) -> list[Tenancy]:
    """Return the leases somebody lives under in a house today."""
    rooms = {unit.id for unit in units.values() if house_id in (unit.id, unit.house_id)}
    return [lease for lease in tenancies if lease.dwelling_id in rooms and lived_in(lease, today)]


def _signed(version: HouseRules, lease: Tenancy, families: Sequence[Home]) -> RuleSignature:
    family = next(one for one in families if one.household.id == lease.household_id)
    spoken = family.origin.language
    began = version.valid_from or lease.starts_on
    return RuleSignature(
        rules_id=version.id or 0,
        household_id=lease.household_id,
        signed_on=max(began - 3 * DAY, lease.starts_on),
        language=spoken if any(one.code == spoken for one in PAPER) else "",
        interpreter=f"nr. {2000 + lease.household_id}" if family.people[0].interpreter else "",
    )
