"""The papers the program prints: number, name, whose id each takes, and the making of one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents import (
    final_account,
    lease,
    lease_facts,
    letter,
    refusals,
    subjects,
    takeover,
    takeover_facts,
    texts,
)
from bolig_desktop.documents.guide import companion
from bolig_desktop.documents.guide.kinds import GUIDES, companion_of, with_companion
from bolig_desktop.documents.house_papers import HOUSE_PAPERS
from bolig_desktop.documents.letter_facts import LetterFacts
from bolig_desktop.documents.letters import (
    applying,
    breach,
    deciding,
    ending,
    eviction,
    leaving,
    mending,
    rent,
    securing,
    way_on,
)
from bolig_desktop.documents.letters import final_account as final_account_facts
from bolig_desktop.documents.making import (
    Made,
    PaperKind,
    Produced,
    composed,
    drawn,
    make,
    problems,
    refuse_broken,
    with_matter,
)
from bolig_desktop.documents.refusals import Rule, lacks
from bolig_desktop.documents.subjects import About
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.tenancies.records import MatterKind, TenancyKind
from bolig_desktop.tenancies.rules.gate import BEFORE_PROGRAM
from bolig_desktop.text.languages import PAPER_CODES, norwegian_name

__all__ = ["LANGUAGES", "PAPERS", "PaperKind", "Produced", "find", "for_matter", "pick_lease", "produce", "refusing"]

LANGUAGES = LETTERS_IN = texts.LANGUAGES
"""The languages leases and letters are made of a template in; Norwegian is the text that counts."""


def _set_lease(facts: lease_facts.LeaseFacts, template: texts.Template) -> Made:
    return lease.frame(facts, template), *lease.build(facts, template)


def _set_protocol(facts: takeover_facts.TakeoverFacts, template: texts.Template) -> Made:
    return takeover.frame(facts, template), *takeover.build(facts, template)


def _set_letter(facts: LetterFacts, template: texts.Template) -> Made:
    return letter.frame(facts, template), *letter.build(facts, template)


def _set_signed(facts: LetterFacts, template: texts.Template) -> Made:
    return letter.frame(facts, template), *letter.signed(facts, template)


def _set_final_account(facts: final_account_facts.FinalAccountFacts, template: texts.Template) -> Made:
    return final_account.frame(facts, template), *final_account.build(facts, template)


def _lawful(case: CaseFile, about: About) -> Iterator[Problem]:
    """A lease that breaks a hard rule is not printed, nor one written in from before without what it rests on."""
    for problem in case.problems(about.tenancy):
        yield replace(problem, hard=problem.hard or problem.code == BEFORE_PROGRAM)


def _lease(number: str, title: str) -> PaperKind:
    return PaperKind(
        number=number, name="lease", title=title, subject="tenancy", template=lease.TEMPLATE,
        gather=lambda case, about, today: lease_facts.gather(case, about.tenancy.id or 0, today), set=_set_lease,
        problems=(_lawful,),
    )  # fmt: skip


def _letter(
    number: str,
    name: str,
    title: str,
    gather: Callable[[CaseFile, About, date], LetterFacts],
    *problems: Rule,
    subject: str = "matter",
    of: tuple[MatterKind, ...] = (),
    along: MatterKind | None = None,
    ours: bool = True,
) -> PaperKind:
    """Return a letter; its template is called as the letter is."""
    return PaperKind(
        number=number, name=name, title=title, subject=subject, template=name.replace("-", "_"),
        gather=gather, set=_set_letter, problems=problems, of=frozenset(of), along=along, ours=ours,
    )  # fmt: skip


_ANY_LEASE = _lease("", "Leieavtale")
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
    gather=lambda case, about, today: takeover_facts.gather(case, about.tenancy.id or 0, today),
    set=_set_protocol,
)
_TEMPLATES: tuple[PaperKind, ...] = (
    D1,
    D1B,
    D2,
    D3,
    D4,
    _letter(
        "D5", "deposit-account", "Bestilling av depositumskonto", securing.deposit,
        lacks("deposit_nok", "deposit_bank"), refusals.security_within_ceiling, subject="tenancy",
    ),
    _letter(
        "D6", "guarantee", "Kommunal garanti", securing.guarantee,
        lacks("guarantee_nok", "guarantee_months", "guarantee_decision"), refusals.municipal_guarantee,
        refusals.security_within_ceiling, subject="tenancy", ours=False,
    ),
    _letter(
        "D7", "security-claim", "Krav på depositum eller garanti, eller svar på krav", securing.claim,
        lacks("amount_nok", "reason"), refusals.claim,
        of=(MatterKind.BANK_NOTICE, MatterKind.GUARANTEE_CLAIM), ours=False,
    ),
    _letter(
        "D11a", "lease-end", "Brev om at leietiden går ut", ending.lease_end,
        refusals.term_ends, refusals.term_runs, subject="tenancy",
    ),
    _letter(
        "D11b", "request-to-move", "Flytteoppfordring", ending.request_to_move,
        refusals.term_ends, refusals.term_over, refusals.day_to_move_lies_ahead, subject="tenancy",
        along=MatterKind.REQUEST_TO_MOVE,
    ),
    _letter(
        "D12", "index-notice", "Varsel om endring av leien etter konsumprisindeksen", rent.index_change,
        lacks("amount_nok", "effect_on", "kpi_series"), refusals.index_change, of=(MatterKind.INDEX_CHANGE,),
    ),
    _letter(
        "D13", "market-rent", "Krav om gjengs leie", rent.market_rent,
        lacks("amount_nok", "effect_on", "reason"), refusals.market_rent, of=(MatterKind.MARKET_RENT,),
    ),
    _letter(
        "D14", "warning", "Skriftlig advarsel", breach.warning,
        lacks("basis", "reason", "about", "due_on"), of=(MatterKind.WARNING,),
    ),
    _letter(
        "D15", "termination", "Oppsigelse fra utleieren", breach.termination,
        lacks("basis", "reason"), refusals.can_be_terminated, refusals.ends_late_enough,
        of=(MatterKind.NOTICE_BY_US,),
    ),
    _letter(
        "D15b", "tenants-termination", "Bekreftelse på leierens oppsigelse", ending.tenants_notice,
        refusals.tenant_may_leave, of=(MatterKind.NOTICE_BY_TENANT,),
    ),
    _letter(
        "D16", "termination-for-breach", "Heving av leieavtalen", breach.heving,
        lacks("basis", "reason"), of=(MatterKind.TERMINATION,),
    ),
    _letter(
        "D17", "eviction-notice", "Varsel om begjæring om tvangsfravikelse", eviction.notice,
        lacks("basis"), refusals.eviction, of=(MatterKind.EVICTION_NOTICE,),
    ),
    _letter(
        "D18", "social-service-notice", "Varsel til sosialtjenesten", eviction.social_notice,
        lacks("basis", "reason"), refusals.social_notice, of=(MatterKind.SOCIAL_SERVICE_NOTICE,),
    ),
    _letter(
        "D19", "member-answer", "Svar om husstandsmedlem eller framleie", applying.answer,
        lacks("about", "granted"), refusals.answered_in_time, of=(MatterKind.MEMBER_APPLICATION,),
    ),
    _letter(
        "D20", "housing-benefit", "Søknad om bostøtte: følgeskriv", way_on.benefit, subject="tenancy", ours=False,
    ),
    replace(
        _letter("D26", "rent-to-own", "Tillegg om leie til eie", way_on.option, subject="tenancy"), set=_set_signed,
    ),
    _letter(
        "D21", "left-belongings", "Ting som er blitt igjen i boligen", leaving.belongings,
        lacks("about", "due_on"), of=(MatterKind.LEFT_BELONGINGS,),
    ),
    _letter(
        "D22", "decision", "Vedtak", deciding.decision,
        lacks("facts", "considerations"), refusals.decision_content, subject="decision", ours=False,
    ),
    _letter(
        "D23", "interim-reply", "Foreløpig svar", applying.waiting,
        lacks("reason", "due_on"), of=(MatterKind.HOUSING_APPLICATION,), ours=False,
    ),
    _letter(
        "D24", "advance-notice", "Forhåndsvarsel", applying.advance,
        lacks("about", "reason", "due_on"), of=(MatterKind.ADVANCE_NOTICE,), ours=False,
    ),
    _letter(
        "D25", "appeal-forwarding", "Oversendelse av klage", deciding.appeal,
        lacks("appealed_on", "appeal_assessment"), refusals.appeal_in_a_year, subject="decision", ours=False,
    ),
    PaperKind(
        number="D31", name="final-account", title="Oppgjør når leieforholdet er slutt", subject="tenancy",
        template=final_account.TEMPLATE, then=final_account.RELEASE, gather=final_account_facts.final_account,
        set=_set_final_account, problems=(refusals.over_and_reckoned,),
    ),
    _letter(
        "D32", "defect-report", "Melding om avvik", mending.report, mending.names_nobody, mending.is_to_be_mended,
        subject="defect", ours=False,
    ),
)  # fmt: skip
_COMPANIONS = (
    companion_of(_ANY_LEASE, number="D1-f", title="Forklaring: Leieavtale"),
    *(companion_of(kind) for kind in _TEMPLATES if kind.name != _ANY_LEASE.name and companion.has(kind.template)),
)
PAPERS: tuple[PaperKind, ...] = (*_TEMPLATES, *GUIDES, *HOUSE_PAPERS, *_COMPANIONS)


def find(paper: str) -> PaperKind | None:
    """Return the paper with this number (``d1b``) or name (``lease``, whichever lease the tenancy needs), or None."""
    wanted = paper.strip().casefold()
    if wanted == _ANY_LEASE.name:
        return _ANY_LEASE
    return next((kind for kind in PAPERS if wanted in (kind.number.casefold(), kind.name)), None)


def for_matter(kind: MatterKind) -> tuple[PaperKind, ...]:
    """Return the papers that go with a kind of matter; one whose subject is ``tenancy`` takes the lease's id."""
    return tuple(paper for paper in PAPERS if kind in paper.of or paper.along is kind)


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


def produce(
    case: CaseFile, paper: PaperKind | str, subject_id: int, language: str = "", *, form: str = ""
) -> Produced:
    """Return a paper of the case as PDF; nothing is filed. The same facts give the same bytes.

    paper: a kind, number or name; subject_id: the id of the lease, decision or matter it takes; language: a code of
    ``languages_of``, or "" for the municipality's own written form (house rules: the languages of the house). A
    letter in another language is the Norwegian letter with its companion page behind. form: the written form of that
    letter, "" for the municipality's own.
    Raises Refused where the paper cannot be made (nothing with that id, a hard rule broken, another paper than the
    lease needs, a language it is not in, a character no font has), and KeyError for a paper there is none of.
    """
    kind, about = _asked(case, paper, subject_id)
    form = form or case.settings.municipality().written_form.value
    code = language or form
    if code not in languages_of(kind):
        known = ", ".join(norwegian_name(each) for each in languages_of(kind))
        raise Refused(Problem(field="", code="paper.no_language", facts={"languages": known}))
    if kind.compose is not None:
        refuse_broken(case, kind, about)
        asked = language if kind.own_languages else code
        return drawn(kind, about, composed(case, kind, about, asked), code)
    if code in LETTERS_IN:
        return make(case, kind, about, code)
    refuse_broken(case, kind, about)
    ready = with_companion(case, kind, about, composed(case, kind, about, form), code)
    return drawn(kind, about, ready, code)


def languages_of(kind: PaperKind) -> tuple[str, ...]:
    """Return the languages a paper can be printed in: a letter in others than Norwegian has a page of plain words."""
    explained = kind.compose is not None or companion.has(kind.template)
    return PAPER_CODES if explained else LETTERS_IN


def refusing(case: CaseFile, paper: PaperKind | str, subject_id: int) -> list[Problem]:
    """Return why a paper cannot be printed now, [] where it can. Raises KeyError for a paper there is none of."""
    try:
        kind, about = _asked(case, paper, subject_id)
    except Refused as refused:
        return list(refused.problems)
    return [problem for problem in problems(case, kind, about) if problem.hard]


def _asked(case: CaseFile, paper: PaperKind | str, subject_id: int) -> tuple[PaperKind, About]:
    kind = find(paper) if isinstance(paper, str) else paper
    if kind is None:
        raise KeyError(paper)
    about = with_matter(case, kind, subjects.find(case, kind.subject, subject_id))
    return _the_lease(kind, about), about


def _the_lease(asked: PaperKind, about: About) -> PaperKind:
    """Return the paper to make: the lease that is needed, or the other paper that was asked for."""
    if asked.name != _ANY_LEASE.name:
        return asked
    needed = pick_lease(about.tenancy.kind, about.tenancy.ends_on)
    if asked not in (_ANY_LEASE, needed):
        facts = {"number": needed.number, "title": needed.title}
        raise Refused(Problem(field="", code="paper.other_lease", facts=facts))
    return needed
