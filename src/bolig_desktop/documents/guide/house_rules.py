"""House rules (D8): printed side by side for each language of the house, and as the last section of the binder."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bolig_desktop.casefile import sharing
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.naming import naming_fields
from bolig_desktop.casefile.wording import HOUSE_RULE
from bolig_desktop.documents import tables
from bolig_desktop.documents.guide import pages
from bolig_desktop.documents.guide.pages import Around
from bolig_desktop.documents.guide.topic import Topic
from bolig_desktop.documents.guide.writer import BODY, Facts, Writer, lead
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.page import Frame, NewPart
from bolig_desktop.documents.paragraph import Block, Paragraph
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.settings.records import Municipality
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleGroup
from bolig_desktop.text.languages import PAPER_CODES
from bolig_desktop.text.names import loose

VERSION = "house_rules/1"
RULES = ("HL-5-2", "HL-3-7", "HL-5-6", "HL-7-1", "TV-SELF", "SP-5")
_TYPED = ("change", "meeting_place", "house_contact")
_PICTURES = {
    RuleGroup.QUIET: "quiet",
    RuleGroup.KITCHEN: "kitchen_pot",
    RuleGroup.CLEANING: "broom",
    RuleGroup.WASTE: "bin_residual",
    RuleGroup.GUESTS: "guest",
    RuleGroup.SMOKING: "no_smoking",
    RuleGroup.FIRE: "smoke_alarm",
    RuleGroup.HEATING: "thermometer_18",
    RuleGroup.LAUNDRY: "washing_machine",
    RuleGroup.PARKING: "parking",
    RuleGroup.PETS: "paw",
    RuleGroup.CALL: "phone",
    RuleGroup.OTHER: "house",
}


@dataclass(frozen=True, kw_only=True)
class HouseFacts:
    """What the papers of a house are made from: rooms by their names, and never who lives in them.

    rooms: those somebody lives in, or all where nobody does. languages: of the residents, the most common first.
    version: the one to sign, else the newest draft; None where the house has no rules.
    """

    house: str
    rooms: tuple[str, ...]
    languages: tuple[str, ...]
    version: HouseRules | None
    lines: tuple[HouseRule, ...]
    municipality: Municipality
    printed_on: date


def gather(case: CaseFile, house: Dwelling, today: date) -> HouseFacts:
    """Return the facts of a house, without any text that names somebody shielded."""
    house_id = house.id or 0
    versions = case.house_rules.of_house(house_id)
    version = sharing.to_sign(case, house_id) or max(versions, key=lambda one: one.version, default=None)
    if version is not None:
        version = _without(version, naming_fields(case, version))
    return HouseFacts(
        house=house.street,
        rooms=_rooms(case, house_id),
        languages=languages_of(case, house_id),
        version=version,
        lines=lines_of(case, version),
        municipality=case.settings.municipality(),
        printed_on=today,
    )


def lines_of(case: CaseFile, version: HouseRules | None) -> tuple[HouseRule, ...]:
    """Return the rules of a version that name nobody shielded."""
    found = case.house_rule_lines.of_rules(version.id or 0) if version else []
    return tuple(one for one in found if not naming_fields(case, one))


def _rooms(case: CaseFile, house_id: int) -> tuple[str, ...]:
    lived_in = {lease.dwelling_id for lease in sharing.leases_in(case, house_id)}
    rooms = [room for room in case.dwellings.rooms_of(house_id) if not naming_fields(case, room)]
    taken = [room for room in rooms if room.id in lived_in] or rooms
    return tuple(room.name or room.unit_number for room in taken)


def languages_of(case: CaseFile, house_id: int) -> tuple[str, ...]:
    """Return the languages of those who live in a house that papers can be printed in, the most common first."""
    found: dict[str, int] = {}
    for household_id in sharing.residents(case, house_id):
        for member in case.memberships.of_household(household_id):
            person = case.people.get(member.person_id)
            code = next((c for c in (person.language, person.second_language) if c in PAPER_CODES), "")
            if member.left_on is None and code:
                found[code] = found.get(code, 0) + 1
    return tuple(sorted(found, key=lambda code: (-found[code], PAPER_CODES.index(code))))


def rule_words(version: HouseRules, phone: str, municipality: str) -> Facts:
    """Return what the placeholders of the rules stand for, the same in every language."""
    return {
        "version": str(version.version),
        "valid_from": version.valid_from,
        "agreed_on": version.agreed_on,
        "change": version.change,
        "quiet_from": version.quiet_from,
        "quiet_to": version.quiet_to,
        "guest_nights": version.guest_nights,
        "laundry_from": version.laundry_from,
        "laundry_to": version.laundry_to,
        "meeting_place": version.meeting_place,
        "house_contact": version.house_contact,
        "phone": phone,
        "municipality": municipality,
    }


def build(case: CaseFile, facts: HouseFacts, languages: Sequence[str]) -> tuple[Frame, list[Block]]:
    """Return the rules in each language, every one but the first a part with pages of its own."""
    assert facts.version is not None
    said = rule_words(facts.version, facts.municipality.phone, facts.municipality.name)
    frames: list[Frame] = []
    blocks: list[Block] = []
    for language in languages:
        write = pages.writer(case, language, lambda wording: said)
        inside = _rules(facts, facts.version, write)
        frames.append(pages.frame(around(facts, write, "rules_title"), write))
        blocks += [NewPart(frames[-1]), *inside] if len(frames) > 1 else inside
    return frames[0], blocks


def around(facts: HouseFacts, write: Writer, title: str) -> Around:
    """Return what stands around a paper of a house."""
    return Around(
        municipality=facts.municipality,
        label=f"{write.text(title)} · {facts.house}",
        title=write.text(title),
        printed_on=facts.printed_on,
    )


def _rules(facts: HouseFacts, version: HouseRules, write: Writer) -> list[Block]:
    made: list[Block] = [write.title("rules_title")]
    if version.valid_from is None:
        made.append(write.topic("rules_draft", picture="tools"))
    else:
        made.append(write.topic("rules_subtitle", closed=False))
    intro = ["rules_intro", *(["rules_made_on"] if version.agreed_on else [])]
    made.append(write.topic(*intro, picture="neighbours"))
    if version.change.strip():
        made.append(write.topic("rules_whats_new", picture="application"))
    made += _topics(write, facts.lines)
    made.append(write.topic("rules_change", "rules_no_fees", "rules_break", picture="scales"))
    return pages.snug([*made, *_signatures(facts, write)])


def _topics(write: Writer, lines: Sequence[HouseRule]) -> list[Block]:
    """Return the rules topic by topic, each with its picture."""
    made: list[Block] = []
    for group in RuleGroup:
        units = [one.clause or f"{HOUSE_RULE}{one.id}" for one in lines if one.topic is group]
        if units:
            made.append(write.topic(*units, heading=f"group_{group.value}", picture=_PICTURES[group], points=True))
    return made


def _signatures(facts: HouseFacts, write: Writer) -> list[Block]:
    """Return where the residents sign: room by room, for the sheet goes round the house and says nobody's name."""
    heads = [both(write.text(unit), write.other_text(unit)) for unit in ("rules_room", "date", "signature")]
    rows: list[Sequence[tables.Cell]] = [[cell(room), None, None] for room in facts.rooms or ("",)]
    for unit in ("rules_for_municipality", "interpreter_used"):
        rows.append([cell(write.text(unit), write.other_text(unit)), None, None])
    said = Topic(write.pairs("rules_signed", lead(BODY)), alone=write.alone, keep_with_next=True, closed=False)
    return [said, tables.grid(heads, rows, (0.34, 0.2, 0.46), least=28)]


def both(*texts: str) -> tuple[Run, ...]:
    """Return texts under one another, each in its own direction; what is said already is not said again."""
    told = [text for text in dict.fromkeys(texts) if text]
    return tuple(Run(text if not number else f"\n{text}", fact=True) for number, text in enumerate(told))


def cell(*texts: str) -> Paragraph:
    """Return words in a cell of a table, in one language or more."""
    return Paragraph(both(*texts), tables.CELL)


def without_traces(
    version: HouseRules, lines: Sequence[HouseRule], street: str
) -> tuple[HouseRules, list[HouseRule]]:
    """Return rules without what was typed and could tell which house it is, for a shielded household's binder."""
    typed = [one for one in lines if not one.clause and loose(street) not in loose(one.text)]
    return _without(version, _TYPED), [one for one in lines if one.clause or one in typed]


def _without(version: HouseRules, fields: Sequence[str]) -> HouseRules:
    gone: dict[str, Any] = dict.fromkeys(fields, "")
    return replace(version, **gone)


def in_binder(write: Writer, version: HouseRules, lines: Sequence[HouseRule]) -> Block:
    """Return the rules as a section of the binder, whose writer knows their placeholders."""
    subtitle = write.topic("rules_subtitle", closed=False)
    return pages.together(write.title("rules_title", anchor="house_rules"), [subtitle, *_topics(write, lines)])
