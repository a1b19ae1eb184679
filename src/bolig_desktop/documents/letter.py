"""How every letter looks: address, subject, facts, sections, signature, enclosures and how it was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bolig_desktop.documents import blocks, ink, tables, texts
from bolig_desktop.documents.clauses import LIST, clause_blocks, fact_table
from bolig_desktop.documents.envelope import Envelope
from bolig_desktop.documents.facts import mapping
from bolig_desktop.documents.letter_facts import LetterFacts
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import BODY, HEADING, SMALL, SUBTITLE, Block, Paragraph, Style
from bolig_desktop.documents.texts import Template
from bolig_desktop.text.dates import long_date

BASE = "letter"
"""The template with what all letters share."""
YOU = ("du", "deg", "din", "ditt", "dine", "du_first", "din_first")
FIRST = "result"
"""A clause of this name stands above the table: whoever gets a decision reads first what it is (law.md D22)."""
DERIVED = frozenset({*YOU, "page", "pages", "blank"})
"""What the words of any letter may name beside the fields and properties of its facts."""

NOTHING: Mapping[str, Sequence[Block]] = {}
_SUBJECT = Style(size=16, leading=21, weight="bold", space_before=0, keep_with_next=True, whole=True, role="H1")
_SIGNER = Style(size=10, leading=14.5, space_before=2)
_QUIET = Style(size=8.5, leading=12.5, colour=ink.MUTED, space_before=2)


def frame(facts: LetterFacts, template: Template) -> Frame:
    """Return what stands around the letter on every page."""
    named = facts_for(facts, template)
    return Frame(
        sender=facts.sender.name,
        unit=facts.sender.unit,
        label=template.text("label_case" if facts.case_number else "label", named),
        foot=template.text("foot"),
        page_words=template.words["page"].pattern,
        title=template.text(_title(facts, template), named),
        lang=template.language,
    )


def _title(facts: LetterFacts, template: Template) -> str:
    """Return which of its words is the letter's title: one of several where it has variants."""
    named = f"title_{facts.variant}"
    return named if named in template.words else "title"


def facts_for(facts: LetterFacts, template: Template) -> dict[str, object]:
    """Return every fact the words may name, the words for one or several readers among them."""
    named = mapping(facts)
    named["blank"] = None
    forms = template.choices("you_many" if len(facts.tenants) > 1 else "you_one")
    return named | dict(zip(YOU, forms, strict=True))


def build(
    facts: LetterFacts,
    template: Template,
    *,
    under: Mapping[str, Sequence[Block]] = NOTHING,
    end: Block | None = None,
) -> tuple[list[Block], tuple[str, ...]]:
    """Return the blocks of the letter and the ids of the rules it carries.

    under: what stands under the words of a clause, by its name, where that is more than words. end: what it ends
    with in place of greeting and signature.
    """
    named = facts_for(facts, template)
    made: list[Block] = [
        _envelope(facts, template, named),
        Paragraph(template.runs(_title(facts, template), named), _SUBJECT),
    ]
    if "subtitle" in template.words:
        made.append(Paragraph(template.runs("subtitle", named), SUBTITLE))
    table = fact_table(template, named)
    top: list[Block] = [table] if table.rows else []
    if facts.represented and not template.to:
        top.append(Paragraph(template.runs("for_guardian", named), replace(SMALL, space_before=8)))
    clauses = list(texts.standing(template.clauses, named))
    if not clauses or clauses[0][0].name != FIRST:
        made.extend(top)
    rules: dict[str, None] = {}
    for number, (clause, parts) in enumerate(clauses, 1):
        rules.update(dict.fromkeys(clause.rules))
        leads = number == len(clauses) or clause.name in under
        made.extend(clause_blocks(clause, parts, named, template.language, leads=leads))
        made.extend(under.get(clause.name, ()))
        if clause.name == FIRST:
            made.extend(top)
    made.append(end or _closing(facts, template, named))
    return made, tuple(rules)


def _envelope(facts: LetterFacts, template: Template, named: Mapping[str, object]) -> Envelope:
    sender = facts.sender
    back_to = " · ".join(part for part in (sender.name, sender.address) if part)
    details = (
        (template.text("head_date"), long_date(facts.printed_on, template.language), "date"),
        (template.text("head_case"), facts.case_number, "case_number"),
        (template.text("head_officer"), sender.officer, "officer"),
        (template.text("head_contact"), "\n".join(p for p in (sender.phone, sender.email) if p), "contact"),
    )
    return Envelope(back_to, _recipient(facts, template, named), details)


def _recipient(facts: LetterFacts, template: Template, named: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return the address line by line; where nobody knows it, lines to write on."""
    if template.to:
        parts = [part for _, standing in texts.standing(template.to, named) for part in standing]
        lines = ["".join(run.text for run in texts.fill(part.words, named, template.language)) for part in parts]
        return [(line, "recipient") for line in lines] + [(line, "address") for line in facts.to_address or ("", "")]
    if facts.guardian:
        names = [facts.guardian, template.text("guardian_of", named)]
    elif facts.minor:
        names = [template.text("guardian_unknown", named)]
    else:
        names = list(facts.tenants) or [""]
    return [(name, "recipient") for name in names] + [(line, "address") for line in facts.address or ("", "")]


def _closing(facts: LetterFacts, template: Template, named: Mapping[str, object]) -> Block:
    """Return greeting and signature, with how it was sent beside it, and under it enclosures and who gets a copy."""
    signed: list[Block] = [
        Paragraph(template.text("greeting"), replace(BODY, space_before=0)),
        Paragraph(template.runs("for_sender", named), _SIGNER),
        blocks.Lines(1, high=30, share=0.9 if "sent" in template.words else 0.42),
    ]
    signer = template.words["signer"]
    if all(named[name] for name in signer.placeholders):
        signed.append(Paragraph(template.runs("signer", named), _SIGNER))
    made: list[Block] = signed
    if "sent" in template.words:
        made = [blocks.Beside(blocks.Stack(signed), _sent(template))]
    made.extend(_enclosed(template, named))
    copies = _copies(facts, template, named)
    if copies:
        named_copies = Run(copies, "regular", True, "copies")
        made.append(Paragraph((*template.runs("copies", named), Run(" "), named_copies), _QUIET))
    made.extend(_note(facts, template, named))
    return blocks.Stack(made, space_before=14)


def _note(facts: LetterFacts, template: Template, named: Mapping[str, object]) -> list[Block]:
    note = template.runs("note" if facts.phone else "note_no_phone", named)
    return [Paragraph(note, replace(_QUIET, space_before=8))] if note else []


def signatures(facts: LetterFacts, template: Template) -> Block:
    """Return a line for the landlord, one for each tenant, and one for whoever signs in their place."""
    named = facts_for(facts, template)
    captions = template.text("place_date"), template.text("signature")

    def sign(role: str, name: Sequence[Run] | str) -> blocks.Signature:
        return blocks.Signature(template.text(role), Paragraph(name, tables.CELL), captions)

    lines: list[Block] = [
        Paragraph(template.text("signatures"), HEADING),
        sign("signer_landlord", template.runs("for_landlord", named)),
        *(sign("signer_tenant", (Run(name, "regular", True, "tenants"),)) for name in facts.tenants or (" ",)),
    ]
    if facts.represented:
        lines.append(
            sign("signer_guardian", (Run(facts.guardian, "regular", True, "guardian"),) if facts.guardian else " ")
        )
    return blocks.Stack(lines, space_before=HEADING.space_before)


def signed(facts: LetterFacts, template: Template) -> tuple[list[Block], tuple[str, ...]]:
    """Return a paper both parties sign, with whom to ask about it: it has no greeting, and nobody signs it twice."""
    note = _note(facts, template, facts_for(facts, template))
    return build(facts, template, end=blocks.Stack([signatures(facts, template), *note], space_before=10))


def _enclosed(template: Template, named: Mapping[str, object]) -> list[Block]:
    standing = list(texts.standing(template.annexes, named))
    if not standing:
        return []
    made: list[Block] = [Paragraph(template.runs("annexes", named), Style(size=9, weight="bold", space_before=12))]
    for number, (_, parts) in enumerate(standing, 1):
        for at, part in enumerate(parts):
            runs = texts.fill(part.words, named, template.language)
            made.append(Paragraph(runs, LIST, marker="" if at else f"{number}."))
    return made


def _copies(facts: LetterFacts, template: Template, named: Mapping[str, object]) -> str:
    if "copy" in template.words:
        return template.text("copy", named)
    return facts.names if facts.copy_to_tenant else ""


def _sent(template: Template) -> Block:
    """Return where the municipality writes how the letter was sent and who saw to it."""
    ways = [tables.Ticks([(words, False)], space_before=1) for words in template.choices("sent")]
    return blocks.Stack(
        [
            Paragraph(template.text("sent_heading"), replace(_QUIET, weight="bold", space_before=0)),
            *ways,
            blocks.Lines(1, high=18),
            Paragraph(template.text("sent_by"), replace(_QUIET, size=7.5, leading=10, space_before=1)),
        ]
    )
