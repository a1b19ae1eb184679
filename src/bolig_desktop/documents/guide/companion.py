"""The page of plain words that goes with a lease or a letter: what it is, what to do, by when, whom to ask."""

from collections.abc import Mapping

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.guide import pages
from bolig_desktop.documents.guide.layout import SectionPlan, sections
from bolig_desktop.documents.guide.pages import Around
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import Block

PLAN = "companions"
VERSION = "companion/1"
RULES = ("SP-5",)


def has(template: str) -> bool:
    """Return whether the paper made of a template has a companion page."""
    return any(plan.name == template for plan in sections(PLAN))


def build(
    case: CaseFile, template: str, title: str, named: Mapping[str, object], language: str
) -> tuple[Frame, list[Block]]:
    """Return the page for a paper. title: what the paper is called; named: its facts, which the page asks about.

    It says nobody's name and no address: only days, sums, and what to do.
    """
    plan = _plan(template)
    facts = {**named, "paper": title}
    write = pages.writer(case, language, lambda wording: facts)
    heading = write.title(plan.title)
    subtitle = write.topic("companion_subtitle", closed=False)
    topics = pages.topics(plan, write, facts)
    around = Around(
        municipality=case.settings.municipality(),
        label=write.text(plan.title),
        title=write.text(plan.title),
        printed_on=case.clock(),
    )
    return pages.frame(around, write), pages.snug([heading, subtitle, *topics])


def _plan(template: str) -> SectionPlan:
    return next(plan for plan in sections(PLAN) if plan.name == template)
