"""How a lease looks: head, facts, numbered clauses, annexes and signatures (D1, D1b, D2, D3)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bolig_desktop.documents import blocks, tables, texts
from bolig_desktop.documents.clauses import LIST, clause_blocks, fact_table
from bolig_desktop.documents.facts import TenantFact, mapping
from bolig_desktop.documents.head import meta
from bolig_desktop.documents.lease_facts import LeaseFacts
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.page import WIDTH, Frame
from bolig_desktop.documents.paragraph import BODY, HEADING, SUBTITLE, TITLE, Block, Paragraph
from bolig_desktop.documents.texts import Template

TEMPLATE = "lease"
DERIVED = frozenset(
    {
        "tenants", "dwelling", "notice", "guarantor", "guarantor_first", "included", "size", "cadastre", "blank",
        "born_on", "others",
    }
)  # fmt: skip
"""What the words may name beside the fields and properties of LeaseFacts."""

# A list of annexes up to this height, in points, goes with the signatures, so that they never stand alone on a page.
_SHORT_ANNEXES = 170.0
# Signatures up to this height are kept on one page; more of them follow the text and are parted where it ends.
_FEW_SIGNATURES = 480.0


def title(facts: LeaseFacts, template: Template) -> str:
    """Return the paper's title."""
    word = "title_room" if facts.room else "title_sublet" if facts.sublet else "title_dwelling"
    return template.text(word)


def frame(facts: LeaseFacts, template: Template) -> Frame:
    """Return what stands around the lease on every page."""
    named = facts_for(facts, template)
    return Frame(
        sender=facts.sender.name,
        unit=facts.sender.unit,
        label=template.text("label" if facts.reference else "label_unnumbered", named),
        foot=template.text("foot"),
        page_words=template.words["page"].pattern,
        title=title(facts, template),
        lang=template.language,
    )


def facts_for(facts: LeaseFacts, template: Template) -> dict[str, object]:
    """Return every fact the words may name, with what is put together from several."""
    named = mapping(facts)
    named["blank"] = None
    named["notice"] = template.text("notice_one" if facts.notice_months == 1 else "notice_many", named)
    unit = template.text("unit", named) if facts.unit_number else ""
    named["dwelling"] = ", ".join(part for part in (facts.address, unit) if part)
    named["guarantor"] = template.text(f"guarantor_{facts.guarantee_kind or 'other'}")
    guarantor = str(named["guarantor"])
    named["guarantor_first"] = guarantor[:1].upper() + guarantor[1:]
    things = ("heating", "internet", "furniture")
    included = [template.text(f"include_{thing}") for thing in things if named[f"includes_{thing}"]]
    named["included"] = ", ".join(included)
    named["size"] = _joined(template, named, {"rooms": facts.rooms, "area": facts.area_m2})
    number = facts.gnr and facts.bnr
    named["cadastre"] = _joined(
        template,
        named,
        {"cadastre_number": number, "cadastre_lease": number and facts.fnr, "cadastre_section": number and facts.snr},
    )
    named["tenants"] = _tenants(facts.tenant_facts, template)
    return named


def build(facts: LeaseFacts, template: Template) -> tuple[list[Block], tuple[str, ...]]:
    """Return the blocks of the lease and the ids of the rules it carries."""
    named = facts_for(facts, template)
    names = [tenant.name for tenant in facts.tenant_facts]
    made: list[Block] = [
        meta(facts.sender, template, names, facts.printed_on, facts.case_number),
        Paragraph(title(facts, template), TITLE),
        Paragraph(template.runs("subtitle_fixed" if facts.fixed else "subtitle_indefinite", named), SUBTITLE),
        fact_table(template, named),
    ]
    rules: dict[str, None] = {}
    clauses = list(texts.standing(template.clauses, named))
    annexes = _annexes(template, named)
    for number, (clause, parts) in enumerate(clauses, 1):
        rules.update(dict.fromkeys(clause.rules))
        leads = annexes.keep_with_next and number == len(clauses)
        made.extend(clause_blocks(clause, parts, named, template.language, number=number, leads=leads))
    made.append(annexes)
    made.append(_signatures(facts, template, named))
    return made, tuple(rules)


def _tenants(people: Sequence[TenantFact], template: Template) -> tuple[Run, ...]:
    """Return the tenants' names in bold, each with the date of birth where it is shown."""
    runs: list[Run] = []
    for i, tenant in enumerate(people):
        if i:
            runs.append(Run("\n"))
        runs.append(Run(tenant.name, "bold", True, "tenants"))
        if tenant.born_on:
            runs.append(Run(", "))
            runs.extend(template.runs("born", {"born_on": tenant.born_on}))
    return tuple(runs) or texts.BLANK


def _joined(template: Template, named: dict[str, object], wanted: dict[str, Any]) -> str:
    return ", ".join(template.text(word, named) for word, known in wanted.items() if known)


def _annexes(template: Template, named: dict[str, object]) -> blocks.Stack:
    lines: list[Block] = [Paragraph(template.text("annexes"), HEADING)]
    for number, (_, parts) in enumerate(texts.standing(template.annexes, named), 1):
        for i, part in enumerate(parts):
            runs = texts.fill(part.words, named, template.language)
            style = replace(LIST, keep_with_next=i + 1 < len(parts))
            lines.append(Paragraph(runs, style, marker="" if i else f"{number}."))
    short = sum(line.height(WIDTH) for line in lines) < _SHORT_ANNEXES
    return blocks.Stack(lines, space_before=HEADING.space_before, whole=False, keep_with_next=short)


def _signatures(facts: LeaseFacts, template: Template, named: dict[str, object]) -> Block:
    """Return the signature lines: the municipality, every tenant, a guardian, and the interpreter named."""
    captions = template.text("place_date"), template.text("signature")
    interpreter = "interpreter_used" if facts.interpreter else "interpreter_none"

    def sign(role: str, name: Sequence[Run] | str, leads: bool = False) -> blocks.Signature:
        return blocks.Signature(template.text(role), Paragraph(name, tables.CELL), captions, keep_with_next=leads)

    leading = replace(BODY, keep_with_next=True)
    lines: list[Block] = [
        Paragraph(template.text("signatures"), HEADING),
        Paragraph(template.runs("signature_intro", named), leading),
        Paragraph(template.runs(interpreter, named), leading),
        sign("signer_landlord", template.runs("for_landlord", named), leads=True),
    ]
    lines.extend(
        sign("signer_tenant", (Run(tenant.name, "regular", True, "tenants"),)) for tenant in facts.tenant_facts
    )
    if not facts.tenant_facts:
        lines.append(sign("signer_tenant", " "))
    if facts.guardian:
        lines.append(sign("signer_guardian", (Run(facts.guardian, "regular", True, "guardian"),)))
    few = sum(line.height(WIDTH) + line.space_before for line in lines) <= _FEW_SIGNATURES
    again = Paragraph(template.text("signatures_again"), HEADING)
    return blocks.Stack(lines, space_before=HEADING.space_before, whole=few, again=again)
