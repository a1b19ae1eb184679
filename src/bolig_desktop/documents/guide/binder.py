"""The welcome binder (D9): composed for one household from sections with conditions, in Norwegian and its language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.wording import Wording
from bolig_desktop.documents import ink, pictures, tables
from bolig_desktop.documents.blocks import Stack
from bolig_desktop.documents.guide import binder_facts, house_rules, pages, words
from bolig_desktop.documents.guide.binder_facts import BinderFacts
from bolig_desktop.documents.guide.contents import Contents, Entry
from bolig_desktop.documents.guide.layout import TopicPlan, sections
from bolig_desktop.documents.guide.pages import Around, Special
from bolig_desktop.documents.guide.topic import Topic
from bolig_desktop.documents.guide.writer import BODY, HEAD, NOTE, Writer
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.page import Frame, NewPage
from bolig_desktop.documents.paragraph import Block, Paragraph, Style
from bolig_desktop.dwellings.rules import next_collections
from bolig_desktop.dwellings.records import WasteKind
from bolig_desktop.text.languages import language as language_of
from bolig_desktop.translations.records import TextState

PLAN = "binder"
NUMBER, NAME, TITLE = "D9", "binder", "Velkomstperm"
RULES = ("FR-1", "HB-BO1", "HL-3-2b", "HL-3-5b", "HL-3-7", "HL-5-3", "HL-5-5", "HL-5-6", "HL-9-2-1", "PV-4", "SP-5")
VERSION = "binder/1"

_COVER = Style(size=30, leading=38, weight="bold", space_before=14, whole=True, keep_with_next=True)
_WHO = Style(size=13, leading=18, weight="bold", space_before=4)
_QUIET = Style(size=9.5, leading=13.5, colour=ink.MUTED, space_before=2)
_PICTURES = {
    WasteKind.FOOD: "bin_food",
    WasteKind.PAPER: "bin_paper",
    WasteKind.PLASTIC: "bin_plastic",
    WasteKind.GLASS_METAL: "bin_glass_metal",
    WasteKind.RESIDUAL: "bin_residual",
    WasteKind.TEXTILE: "bin_textile",
    WasteKind.HAZARDOUS: "bin_hazardous",
    WasteKind.GARDEN: "garden",
    WasteKind.BULKY: "moving",
}
_LADDER = (
    ("ladder_step_first", "house"),
    ("ladder_step_private", "lease"),
    ("ladder_step_rent_to_own", "key"),
    ("ladder_step_own", "ladder_steps"),
)
_OTHER_KIND = "other"


@dataclass(frozen=True, kw_only=True)
class Binder:
    """A composed binder. prints: what each section says, by content; states: how sure its translations are."""

    frame: Frame
    blocks: list[Block]
    prints: tuple[tuple[str, str], ...]
    edition: int
    draft_texts: int


def build(case: CaseFile, household_id: int, language: str) -> Binder:
    """Return a household's binder. language: a code of text.languages. Raises NoSuchRow and MissingGlyph."""
    facts = binder_facts.gather(case, household_id, case.clock())
    return compose(case, facts, language, lambda prints: edition_of(case, household_id, language, prints))


def compose(case: CaseFile, facts: BinderFacts, language: str, number: Any) -> Binder:
    """Return the binder made of facts. number: gives the edition's number from what the sections say."""
    write = pages.writer(case, language, words.for_binder(facts))
    named: dict[str, object] = {**binder_facts.conditions(facts)}
    made: list[tuple[str, str, Block]] = []
    prints: list[tuple[str, str]] = []
    for plan in sections(PLAN):
        block = pages.section(plan, write, named, _special(facts))
        said = write.take_print()
        if block is not None:
            made.append((plan.name, plan.title, block))
            prints.append((plan.name, said))
    if facts.house_rules is not None:
        made.append(("house_rules", "rules_title", house_rules.in_binder(write, facts)))
        prints.append(("house_rules", write.take_print()))
    edition = number(prints)
    cover = _cover(facts, write, edition)
    entries = [Entry(name, write.text(title), write.other_text(title)) for name, title, _ in made]
    contents = pages.together(write.title("binder_contents"), [Contents(entries, rtl=write.rtl, alone=write.alone)])
    blocks: list[Block] = [*cover, NewPage(), contents, NewPage()]
    for name, _, block in made:
        blocks += [Anchor(name), block]
    around = Around(
        municipality=case.settings.municipality(),
        label=write.text("binder_title"),
        title=write.text("binder_title"),
        printed_on=facts.printed_on,
        edition=str(edition),
    )
    return Binder(
        frame=pages.frame(around, write),
        blocks=number_pages(blocks),
        prints=tuple(prints),
        edition=edition,
        draft_texts=write.states[TextState.DRAFT],
    )
