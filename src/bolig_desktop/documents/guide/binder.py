"""The welcome binder (D9): composed for one household of sections with conditions, in Norwegian and its language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.guide import binder_facts, house_rules, pages, words
from bolig_desktop.documents.guide.binder_facts import BinderFacts
from bolig_desktop.documents.guide.binder_specials import cover, specials
from bolig_desktop.documents.guide.contents import ContentsRow, Entry
from bolig_desktop.documents.guide.layout import sections
from bolig_desktop.documents.guide.pages import Around
from bolig_desktop.documents.guide.writer import Writer
from bolig_desktop.documents.page import Frame, NewPage
from bolig_desktop.documents.paragraph import Block

PLAN = "binder"
VERSION = "binder/1"
RULES = ("FR-1", "HB-BO1", "HL-3-2b", "HL-3-5b", "HL-3-7", "HL-5-3", "HL-5-5", "HL-5-6", "HL-9-2-1", "PV-4", "SP-5")

Prints = tuple[tuple[str, str], ...]
"""What each section says, by content: its name and a print."""


@dataclass(frozen=True, kw_only=True)
class Binder:
    """A composed binder. prints: what its sections say; edition: which edition that is for this household."""

    frame: Frame
    blocks: list[Block]
    prints: Prints
    edition: int


def build(case: CaseFile, household_id: int, language: str) -> Binder:
    """Return a household's binder. language: a code of text.languages. Raises NoSuchRow and MissingGlyph."""
    facts = binder_facts.gather(case, household_id, case.clock())
    write = pages.writer(case, language, words.for_binder(facts))
    made, prints = _sections(write, facts)
    edition = edition_of(case, household_id, language, prints)
    rows: list[Block] = [ContentsRow(entry, lang=language, rtl=write.rtl) for entry, _ in made]
    contents = pages.together(write.title("binder_contents"), rows, whole=True)
    inside = pages.snug([block for _, block in made])
    blocks = [*cover(facts, write), NewPage(), contents, NewPage(), *inside]
    around = Around(
        municipality=case.settings.municipality(),
        label=write.text("binder_title"),
        title=write.text("binder_title"),
        printed_on=facts.printed_on,
        edition=str(edition),
    )
    return Binder(frame=pages.frame(around, write), blocks=blocks, prints=prints, edition=edition)


def sheet(case: CaseFile, household_id: int, name: str, language: str) -> tuple[Frame, list[Block]]:
    """Return one section as a sheet of its own, with room to note what was asked and agreed."""
    facts = binder_facts.gather(case, household_id, case.clock())
    write = pages.writer(case, language, words.for_binder(facts))
    plan = next(plan for plan in sections(PLAN) if plan.name == name)
    inside = pages.section(plan, write, binder_facts.conditions(facts), specials(facts))
    notes = write.topic("sheet_shown", "sheet_questions", picture="interpreter", blank=4)
    around = Around(
        municipality=case.settings.municipality(),
        label=write.text("sheet_title"),
        title=write.text(plan.title),
        printed_on=facts.printed_on,
    )
    return pages.frame(around, write), pages.snug([*([inside] if inside else []), notes])


def prints_of(case: CaseFile, household_id: int, language: str) -> Prints:
    """Return what a household's binder would say today, section by section, without making the paper."""
    facts = binder_facts.gather(case, household_id, case.clock())
    return _sections(pages.writer(case, language, words.for_binder(facts)), facts)[1]


def _sections(write: Writer, facts: BinderFacts) -> tuple[list[tuple[Entry, Block]], Prints]:
    named: Mapping[str, object] = binder_facts.conditions(facts)
    makers: list[tuple[str, str, Callable[[], Block | None]]] = [
        (plan.name, plan.title, lambda plan=plan: pages.section(plan, write, named, specials(facts)))  # type: ignore[misc]
        for plan in sections(PLAN)
    ]
    version = facts.house_rules
    if version is not None:
        makers.append(
            ("house_rules", "rules_title", lambda: house_rules.in_binder(write, version, facts.house_rule_lines))
        )
    made: list[tuple[Entry, Block]] = []
    prints: list[tuple[str, str]] = []
    for name, title, make in makers:
        block = make()
        said = write.take_print()
        if block is not None:
            made.append((Entry(name, write.text(title), write.other_text(title)), block))
            prints.append((name, said))
    return made, tuple(prints)


def edition_of(case: CaseFile, household_id: int, language: str, prints: Prints) -> int:
    """Return the number of the edition: the last one's where it said the same, else the next."""
    editions = [one for one in case.binder_editions.of_household(household_id) if one.language == language]
    if not editions:
        return 1
    newest = editions[0]
    return newest.number if newest.sections == as_text(prints) else newest.number + 1


def as_text(prints: Sequence[tuple[str, str]]) -> str:
    """Return prints as they are kept: ``rent=1f3a9c2e heating=…``."""
    return " ".join(f"{name}={said}" for name, said in prints)
