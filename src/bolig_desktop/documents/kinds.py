"""The papers the program prints: number, name, whose id each takes, and the making of one."""

from dataclasses import dataclass, replace
from datetime import date

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents import lease, lease_facts, page, takeover, takeover_facts, texts
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import Block
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.tenancies.rules.gate import BEFORE_PROGRAM


@dataclass(frozen=True, kw_only=True)
class PaperKind:
    """One paper. number as in law.md § 8; name is what commands call it; subject is whose id it takes."""

    number: str
    name: str
    title: str
    subject: str
    template: str


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


def _lease(number: str, title: str) -> PaperKind:
    return PaperKind(number=number, name="lease", title=title, subject="tenancy", template=lease.TEMPLATE)


D1 = _lease("D1", "Tidsbestemt leieavtale")
D1B = _lease("D1b", "Tidsubestemt leieavtale")
D2 = _lease("D2", "Leieavtale for rom i bofellesskap")
D3 = _lease("D3", "Framleieavtale")
D4 = PaperKind(
    number="D4",
    name="takeover",
    title="Protokoll for overtakelse og tilbakelevering",
    subject="tenancy",
    template=takeover.TEMPLATE,
)

PAPERS: tuple[PaperKind, ...] = (D1, D1B, D2, D3, D4)
LANGUAGES = texts.LANGUAGES
_NEVER_PRINTED = "tenancy.code_6"  # the one broken rule that keeps a protocol from being made too
_HIGHEST_ID = 2**63 - 1  # SQLite has no higher numbers

_ANY_LEASE = PaperKind(number="", name="lease", title="Leieavtale", subject="tenancy", template=lease.TEMPLATE)


def find(paper: str) -> PaperKind | None:
    """Return the paper with this number (``d1b``) or name (``lease``, whichever lease the tenancy needs), or None."""
    wanted = paper.strip().casefold()
    if wanted == _ANY_LEASE.name:
        return _ANY_LEASE
    return next((kind for kind in PAPERS if wanted in (kind.number.casefold(), kind.name)), None)


def pick_lease(kind: TenancyKind, ends_on: date | None) -> PaperKind:
    """Return which lease a tenancy needs.

    Raises Refused (``paper.not_our_lease``) for one the municipality is no party to: private or owned.
    """
    if kind is TenancyKind.ROOM:
        return D2
    if kind is TenancyKind.SUBLET:
        return D3
    if kind is TenancyKind.MUNICIPAL:
        return D1B if ends_on is None else D1
    raise Refused(Problem(field="", code="paper.not_our_lease"))


def produce(case: CaseFile, paper: PaperKind | str, subject_id: int, language: str = "") -> Produced:
    """Return a paper of the case as PDF; nothing is filed. The same facts give the same bytes.

    paper: a kind, number or name; language: nb, nn, or "" for the municipality's own written form.
    Raises Refused where the paper cannot be made (no such tenancy, a lease that breaks a hard rule, one that is not
    ours, another lease than the tenancy needs, a language it is not in, a character no font has), and KeyError for a
    paper there is none of.
    """
    kind = find(paper) if isinstance(paper, str) else paper
    if kind is None:
        raise KeyError(paper)
    code = language or case.settings.municipality().written_form.value
    if code not in LANGUAGES:
        raise Refused(Problem(field="", code="paper.no_language"))
    tenancy = case.tenancies.find(subject_id) if 0 < subject_id <= _HIGHEST_ID else None
    if tenancy is None:
        raise Refused(Problem(field="", code="paper.no_tenancy", facts={"number": str(subject_id)}))
    picked = _the_lease(kind, pick_lease(tenancy.kind, tenancy.ends_on))
    found = [replace(p, hard=p.hard or p.code == BEFORE_PROGRAM) for p in case.problems(tenancy)]
    hard = [p for p in found if p.hard and (picked is not D4 or p.code == _NEVER_PRINTED)]
    if hard:
        raise Refused(*hard)
    template = texts.template(picked.template, code)
    frame, blocks, rules = _made(case, picked, subject_id, template)
    content, pages = page.render(frame, blocks)
    return Produced(
        content=content,
        number=picked.number,
        title=frame.title,
        language=code,
        template=f"{picked.template}/{template.version}",
        rules=rules,
        pages=pages,
        dwelling_id=tenancy.dwelling_id,
        household_id=tenancy.household_id,
        tenancy_id=subject_id,
    )


def _the_lease(asked: PaperKind, needed: PaperKind) -> PaperKind:
    """Return the paper to make: the lease that is needed, or the other paper that was asked for."""
    if asked.name != _ANY_LEASE.name:
        return asked
    if asked not in (_ANY_LEASE, needed):
        facts = {"number": needed.number, "title": needed.title}
        raise Refused(Problem(field="", code="paper.other_lease", facts=facts))
    return needed


def _made(
    case: CaseFile, kind: PaperKind, tenancy_id: int, template: texts.Template
) -> tuple[Frame, list[Block], tuple[str, ...]]:
    if kind is D4:
        protocol = takeover_facts.gather(case, tenancy_id, case.clock())
        return takeover.frame(protocol, template), *takeover.build(protocol, template)
    facts = lease_facts.gather(case, tenancy_id, case.clock())
    return lease.frame(facts, template), *lease.build(facts, template)
