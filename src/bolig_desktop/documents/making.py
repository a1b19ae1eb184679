"""What a kind of paper is, why one cannot be made, and the making of one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents import page, texts
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import Block
from bolig_desktop.documents.subjects import About
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.law.sections import section
from bolig_desktop.tenancies.records import MatterKind
from bolig_desktop.tenancies.rules import OURS

Made = tuple[Frame, list[Block], tuple[str, ...]]
"""What stands around a paper, its blocks and the ids of the rules it carries."""


@dataclass(frozen=True, kw_only=True)
class Composed:
    """A paper ready to be drawn. template: the words it is made of, with their version.

    edition, sections: of a welcome binder, which one it is and what its sections say, by content; 0 and "" otherwise.
    """

    frame: Frame
    blocks: list[Block]
    rules: tuple[str, ...]
    template: str
    edition: int = 0
    sections: str = ""


@dataclass(frozen=True, kw_only=True)
class PaperKind:
    """One paper. number as in law.md § 8; name is what commands call it; subject is whose id it takes.

    compose: makes a bilingual paper in a language; the others are made of a template in nb and nn. own_languages: it
    is printed in the languages of those it is for where no language is asked for.
    gather: its facts, apart from how they look, which is set. problems: why it cannot be made, hard ones and
    warnings. of: the matters it is for. along: the matter that goes with a paper about a lease. ours: it needs a
    lease where the municipality is the landlord. then: the template of a second part with pages of its own.
    """

    number: str
    name: str
    title: str
    subject: str
    template: str = ""
    gather: Callable[[CaseFile, About, date], Any] | None = None
    set: Callable[[Any, texts.Template], Made] | None = None
    compose: Callable[[CaseFile, About, str], Composed] | None = None
    own_languages: bool = False
    problems: tuple[Callable[[CaseFile, About], Iterator[Problem]], ...] = ()
    of: frozenset[MatterKind] = frozenset()
    along: MatterKind | None = None
    ours: bool = True
    then: str = ""


@dataclass(frozen=True, kw_only=True)
class Produced:
    """A paper made: its bytes and what is filed about it. rules are the ids of the rules it carries."""

    content: bytes
    number: str
    title: str
    language: str
    template: str
    rules: tuple[str, ...]
    pages: int
    dwelling_id: int | None = None
    household_id: int | None = None
    tenancy_id: int | None = None
    decision_id: int | None = None
    matter_id: int | None = None
    defect_id: int | None = None
    edition: int = 0
    sections: str = ""


def make(case: CaseFile, kind: PaperKind, about: About, language: str) -> Produced:
    """Return a paper as PDF. Raises Refused where a hard rule is broken or no font has a character."""
    refuse_broken(case, kind, about)
    return drawn(kind, about, composed(case, kind, about, language), language)


def refuse_broken(case: CaseFile, kind: PaperKind, about: About) -> None:
    """Raise Refused where a hard rule keeps the paper from being made."""
    if hard := [problem for problem in problems(case, kind, about) if problem.hard]:
        raise Refused(*hard)


def composed(case: CaseFile, kind: PaperKind, about: About, language: str) -> Composed:
    """Return a paper ready to be drawn, of its template or as it composes itself. Raises MissingGlyph."""
    if kind.compose is not None:
        return kind.compose(case, about, language)
    assert kind.gather is not None
    assert kind.set is not None
    template = texts.template(kind.template, language)
    frame, blocks, rules = kind.set(kind.gather(case, about, case.clock()), template)
    return Composed(frame=frame, blocks=blocks, rules=rules, template=_version(kind, language))


def drawn(kind: PaperKind, about: About, ready: Composed, language: str) -> Produced:
    """Return a paper as PDF with what is filed about it. Raises MissingGlyph."""
    content, pages = page.render(ready.frame, ready.blocks)
    home = about.lease or about.house
    return Produced(
        content=content,
        number=kind.number,
        title=ready.frame.title,
        language=language,
        template=ready.template,
        rules=ready.rules,
        pages=pages,
        edition=ready.edition,
        sections=ready.sections,
        dwelling_id=about.lease.dwelling_id if about.lease else home.id if home else None,
        household_id=about.household_id or None,
        tenancy_id=about.lease.id if about.lease else None,
        decision_id=about.decision.id if about.decision else None,
        matter_id=about.matter.id if about.matter else None,
        defect_id=about.defect.id if about.defect else None,
    )


def _version(kind: PaperKind, language: str) -> str:
    """Return which words it was made of: ``lease/1``, and those of a second part after them."""
    names = [name for name in (kind.template, kind.then) if name]
    return " ".join(f"{name}/{texts.template(name, language).version}" for name in names)


def problems(case: CaseFile, kind: PaperKind, about: About) -> list[Problem]:
    """Return why a paper cannot be made, hard problems and warnings; the first ones make all others pointless."""
    if about.household_id and case.households.is_strict(about.household_id):
        return [Problem(field="", code="tenancy.code_6", section=section("AG-2"))]
    if kind.of and about.matter is not None and about.matter.kind not in kind.of:
        return [Problem(field="kind", code="paper.other_matter", facts={"title": kind.title})]
    if kind.ours and about.lease is None:
        return [Problem(field="tenancy_id", code="paper.no_lease")]
    if kind.ours and about.tenancy.kind not in OURS:
        return [Problem(field="", code="paper.not_our_lease")]
    found = [problem for rule in kind.problems for problem in rule(case, about)]
    if kind.subject in ("decision", "matter"):
        found += case.problems(about.record)
    return found


def with_matter(case: CaseFile, kind: PaperKind, about: About) -> About:
    """Return what the paper is about with the newest open matter that goes with it, where there is one."""
    if kind.along is None or about.lease is None:
        return about
    found = [m for m in case.matters.of_tenancy(about.lease.id or 0) if m.kind is kind.along and m.closed_on is None]
    return replace(about, matter=max(found, key=lambda m: (m.opened_on, m.id or 0), default=None))
