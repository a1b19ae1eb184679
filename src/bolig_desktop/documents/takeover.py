"""How the takeover and hand-back protocol looks (D4): filled in by hand at both meetings, signed twice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bolig_desktop.documents import blocks, tables, texts
from bolig_desktop.documents.facts import LONGEST_REFERENCE, mapping
from bolig_desktop.documents.head import meta
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.page import WIDTH, Frame, NewPage
from bolig_desktop.documents.paragraph import BODY, HEADING, SMALL, SUBTITLE, TITLE, Block, Paragraph, Style
from bolig_desktop.documents.takeover_facts import TakeoverFacts, VisitFact
from bolig_desktop.documents.texts import Template
from bolig_desktop.text.dates import long_date
from bolig_desktop.text.money import show_decimal

TEMPLATE = "takeover"
DERIVED = frozenset({"page", "pages", "number", "name", "section", "others"})
"""What the words may name beside the fields and properties of TakeoverFacts."""
RULES = ("HL-2-1", "HL-2-2", "HL-2-8", "HL-10-2", "HL-10-3", "SI-FIRE", "SP-2")

_LEAD = replace(SMALL, keep_with_next=True)
_SIGNED = replace(BODY, keep_with_next=True)
_BOLD = Style(size=9.5, leading=14, weight="bold", space_before=9, keep_with_next=True, role="H3")
_THIRDS = (0.4, 0.3, 0.3)
_BLANK_ROOMS = 2
_BLANK_KEYS = 2
# Signatures up to this height are kept on one page; more of them follow the remarks and are parted where it ends.
_FEW_SIGNATURES = 320.0


def frame(facts: TakeoverFacts, template: Template) -> Frame:
    """Return what stands around the protocol on every page."""
    return Frame(
        sender=facts.sender.name,
        unit=facts.sender.unit,
        label=template.text("label" if facts.reference else "label_unnumbered", mapping(facts)),
        foot=template.text("foot"),
        page_words=template.words["page"].pattern,
        title=template.text("title"),
        lang=template.language,
    )


def build(facts: TakeoverFacts, template: Template) -> tuple[list[Block], tuple[str, ...]]:
    """Return the blocks of the protocol and the ids of the rules it carries."""
    named = mapping(facts)
    names = [tenant.name for tenant in facts.tenant_facts]
    word = template.text
    made: list[Block] = [
        meta(facts.sender, template, names, facts.printed_on, facts.case_number),
        Paragraph(word("title"), TITLE),
        Paragraph(word("subtitle"), SUBTITLE),
        _facts(facts, template, named),
    ]
    sections = (
        ("when_who", [_meetings(facts, template)]),
        ("keys", [_keys(facts, template)]),
        ("meters", [_meters(facts, template)]),
        ("photos", [_photos(template)]),
        ("fire", [Paragraph(word("fire_intro"), _LEAD), _fire(facts, template)]),
        ("rooms", [Paragraph(template.runs("rooms_intro", named), _LEAD), _rooms(facts, template)]),
        ("takeover", _remarks(facts.takeover, template, "condition")),
        ("handback", _remarks(facts.handback, template, "handback_condition")),
    )
    for number, (heading, content) in enumerate(sections, 1):
        if heading in ("takeover", "handback"):
            made.append(NewPage())
        made.append(Paragraph(f"{number}  {word(heading)}", HEADING))
        made.extend(content)
        if heading in ("takeover", "handback"):
            made.append(_signatures(facts, template, named, heading))
    return made, RULES


def _facts(facts: TakeoverFacts, template: Template, named: dict[str, object]) -> Block:
    dwelling = list(template.runs("dwelling", named))
    if facts.unit_number:
        dwelling += [Run(", "), *template.runs("unit", named)]
    tenants = "\n".join(tenant.name for tenant in facts.tenant_facts)
    rows = [
        ("fact_dwelling", dwelling),
        ("fact_landlord", [Run(facts.landlord, "regular", True, "landlord")]),
        ("fact_tenant", [Run(tenants, "bold", True, "tenants")] if tenants else list(texts.BLANK)),
        ("fact_term", list(template.runs("term_fixed" if facts.ends_on else "term_indefinite", named))),
    ]
    if len(facts.reference) > LONGEST_REFERENCE:
        rows.append(("fact_reference", [Run(facts.reference, "regular", True, "reference")]))
    return tables.fact_table([(template.text(label), Paragraph(runs, tables.VALUE)) for label, runs in rows])


def _meetings(facts: TakeoverFacts, template: Template) -> Block:
    word = template.text

    def day(held_on: date | None) -> Paragraph | None:
        return cell(long_date(held_on, template.language)) if held_on else None

    visits = facts.takeover, facts.handback
    return tables.grid(
        ("", word("in"), word("out")),
        [
            [cell(word("row_date")), *(day(visit.held_on) for visit in visits)],
            [cell(word("row_present")), *(cell(visit.present) for visit in visits)],
            [cell(word("row_interpreter")), cell(facts.interpreter), None],
        ],
        _THIRDS,
        least=25,
    )


def _keys(facts: TakeoverFacts, template: Template) -> Block:
    word = template.text
    rows: list[Sequence[tables.Cell]] = [[cell(key.label), cell(str(key.count)), None, None] for key in facts.keys]
    rows.extend([cell(word("keys_blank")), None, None, None] for _ in range(_BLANK_KEYS))
    if facts.takeover.keys or facts.handback.keys:
        rows.append([cell(word("keys_all")), None, cell(facts.takeover.keys), cell(facts.handback.keys)])
    heads = [word(name) for name in ("keys_what", "keys_count", "keys_in", "keys_out")]
    return tables.grid(heads, rows, (0.4, 0.12, 0.24, 0.24))


def _meters(facts: TakeoverFacts, template: Template) -> Block:
    word = template.text

    def reading(number: Decimal | None) -> Paragraph | None:
        return None if number is None else cell(show_decimal(number))

    rows: list[Sequence[tables.Cell]] = []
    for meter in facts.meters:
        told = ", ".join(part for part in (word(f"meter_{meter.kind}"), meter.number, meter.location) if part)
        rows.append([cell(told), reading(meter.read_in), reading(meter.read_out)])
    return tables.grid((word("meters_what"), word("in"), word("out")), rows, _THIRDS, least=25)


def _fire(facts: TakeoverFacts, template: Template) -> Block:
    """Return a row for each floor we know of, two for others, and one for the extinguishing kit."""
    word = template.text
    alarms = facts.takeover.smoke_alarms_ok, facts.handback.smoke_alarms_ok
    kits = facts.takeover.extinguisher_ok, facts.handback.extinguisher_ok
    first = word("fire_floor", {"floor": facts.floor}) if facts.floor is not None else word("fire_any_floor")
    rows: list[tuple[str, tuple[bool | None, bool | None]]] = [
        (first, alarms),
        (word("fire_other_floor"), (None, None)),
        (word("fire_other_floor"), (None, None)),
        (word("fire_extinguisher"), kits),
    ]
    return tables.grid(
        (word("fire_what"), word("in"), word("out")),
        [[cell(told), *(_yes_no(template, ok) for ok in answers)] for told, answers in rows],
        _THIRDS,
    )


def _yes_no(template: Template, answer: bool | None) -> tables.Ticks:
    return tables.Ticks(((template.text("yes"), answer is True), (template.text("no"), answer is False)))


def _rooms(facts: TakeoverFacts, template: Template) -> Block:
    columns = template.choices("room_columns")
    heads = (template.text("room"), *columns, template.text("room_out"))
    empty = [None] * (len(columns) + 1)
    rows = [[cell(name), *empty] for name in room_names(facts, template)]
    rows.extend([None, *empty] for _ in range(_BLANK_ROOMS))
    share = (1 - 0.22 - 0.17) / len(columns)
    return tables.grid(heads, rows, (0.22, *[share] * len(columns), 0.17))


def room_names(facts: TakeoverFacts, template: Template) -> list[str]:
    """Return the rooms the protocol asks about: a room and what it shares, or a whole dwelling's."""
    if facts.room:
        shared = [name.strip() for name in facts.common_rooms.replace(" og ", ",").replace("\n", ",").split(",")]
        own = facts.room_name or template.text("room_single")
        return [own, *(template.text("room_shared", {"name": name}) for name in shared if name)]
    bedrooms = [template.text("room_bedroom", {"number": n}) for n in range(1, (facts.bedrooms or 1) + 1)]
    return [*template.choices("room_names"), *bedrooms, *template.choices("room_more")]


def _photos(template: Template) -> Block:
    word = template.text
    rows: list[Sequence[tables.Cell]] = [
        [cell(word("photos_taken")), _yes_no(template, None), _yes_no(template, None)],
        [cell(word("photos_where")), None, None],
    ]
    return tables.grid(("", word("in"), word("out")), rows, _THIRDS)


def _remarks(visit: VisitFact, template: Template, condition: str) -> list[Block]:
    """Return what is said about the state and the tenant's own remarks, with lines to write on."""
    word = template.text
    made: list[Block] = []
    if condition == "handback_condition":
        made.append(Paragraph(word("handback_intro"), BODY))
    choices = (word("clean_yes"), False), (word("clean_no"), False)
    made.append(Paragraph(word("clean"), _BOLD))
    made.append(tables.Ticks(choices, space_before=2))
    for heading, text in ((word(condition), visit.condition), (word("remarks"), visit.remarks)):
        made.append(Paragraph(heading, _BOLD))
        if text.strip():
            made.append(Paragraph((Run(text.strip(), "regular", True, "remarks"),)))
        made.append(blocks.Lines(2 if text.strip() else 4))
    if condition == "condition":
        made.append(Paragraph(word("advice"), SMALL))
    return made


def _signatures(facts: TakeoverFacts, template: Template, named: dict[str, object], meeting: str) -> Block:
    """Return what is signed and the signature lines of a meeting: takeover or handback."""
    captions = template.text("place_date"), template.text("signature")

    def sign(role: str, name: Sequence[Run] | str, leads: bool = False) -> blocks.Signature:
        return blocks.Signature(template.text(role), Paragraph(name, tables.CELL), captions, keep_with_next=leads)

    lines: list[Block] = [
        Paragraph(template.text("signatures"), _BOLD),
        Paragraph(template.text(f"{meeting}_signed"), _SIGNED),
        sign("signer_landlord", template.runs("for_landlord", named), leads=True),
    ]
    lines.extend(sign("signer_tenant", (Run(t.name, "regular", True, "tenants"),)) for t in facts.tenant_facts)
    if not facts.tenant_facts:
        lines.append(sign("signer_tenant", " "))
    if facts.guardian:
        lines.append(sign("signer_guardian", (Run(facts.guardian, "regular", True, "guardian"),)))
    few = sum(line.height(WIDTH) + line.space_before for line in lines) <= _FEW_SIGNATURES
    again = Paragraph(template.text("signatures_again", {"section": template.text(meeting)}), HEADING)
    return blocks.Stack(lines, space_before=10, whole=few, again=again)


def cell(text: str) -> Paragraph | None:
    """Return a cell with text from the case, or an empty one to write in."""
    return Paragraph((Run(text.strip(), "regular", True),), tables.CELL) if text.strip() else None
