"""The bilingual papers as kinds: the binder, its sheets, house rules, rota, visit notice, and companion pages."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.facts import mapping
from bolig_desktop.documents.guide import binder, companion, house_rules, plan, rota, visit_notice, visit_papers
from bolig_desktop.documents.making import Composed, PaperKind, composed
from bolig_desktop.documents.page import NewPart
from bolig_desktop.documents.refusals import refuse
from bolig_desktop.documents.subjects import About
from bolig_desktop.errors import Problem

SHEETS = {
    "power": "Strøm",
    "heating": "Varme",
    "airing": "Luft og fukt",
    "waste": "Søppel og sortering",
    "washing": "Renhold og klesvask",
    "fire": "Brann",
    "escape": "Slik kommer du deg ut",
    "water": "Stoppekran og sikringer",
    "damage": "Når noe går i stykker",
    "neighbours": "Naboer og ro",
    "outdoors": "Snø og hage",
    "post": "Post og navneskilt",
    "children": "Trygt for barn",
}
"""The sections of the binder that are guidance sheets too (boveiledning), with what each is called."""


def _binder(case: CaseFile, about: About, language: str) -> Composed:
    made = binder.build(case, about.household_id, language)
    return Composed(
        frame=made.frame,
        blocks=made.blocks,
        rules=binder.RULES,
        template=binder.VERSION,
        edition=made.edition,
        sections=binder.as_text(made.prints),
    )


def _sheet(name: str) -> Callable[[CaseFile, About, str], Composed]:
    def compose(case: CaseFile, about: About, language: str) -> Composed:
        frame, blocks = binder.sheet(case, about.household_id, name, language)
        return Composed(frame=frame, blocks=blocks, rules=("SP-5",), template=f"sheet_{name}/1")

    return compose


def _visit_notice(case: CaseFile, about: About, language: str) -> Composed:
    frame, blocks = visit_notice.build(case, about.household_id, language)
    return Composed(frame=frame, blocks=blocks, rules=visit_notice.RULES, template=visit_notice.VERSION)


def _visit_sheet(case: CaseFile, about: About, language: str) -> Composed:
    frame, blocks = visit_papers.sheet(case, about.household_id, language)
    return Composed(frame=frame, blocks=blocks, rules=visit_papers.SHEET_RULES, template=visit_papers.SHEET_VERSION)


def _visit_record(case: CaseFile, about: About, language: str) -> Composed:
    frame, blocks = visit_papers.record(case, about.its_visit, language)
    return Composed(frame=frame, blocks=blocks, rules=visit_papers.RECORD_RULES, template=visit_papers.RECORD_VERSION)


def _is_made(case: CaseFile, about: About) -> Iterator[Problem]:
    """D10b tells of a visit that was made."""
    if about.its_visit.visited_on is None:
        yield refuse("visit_not_made")


def _house_rules(case: CaseFile, about: About, language: str) -> Composed:
    facts = house_rules.gather(case, about.its_house, case.clock())
    frame, blocks = house_rules.build(case, facts, _spoken(case, language, facts.languages))
    return Composed(frame=frame, blocks=blocks, rules=house_rules.RULES, template=house_rules.VERSION)


def _rota(case: CaseFile, about: About, language: str) -> Composed:
    facts = house_rules.gather(case, about.its_house, case.clock())
    frame, blocks = rota.build(case, facts, _spoken(case, language, facts.languages))
    return Composed(frame=frame, blocks=blocks, rules=("HL-5-2", "SP-5"), template=rota.VERSION)


def _plan(case: CaseFile, about: About, language: str) -> Composed:
    frame, blocks = plan.build(case, about.household_id, language)
    return Composed(frame=frame, blocks=blocks, rules=plan.RULES, template=plan.VERSION)


def _spoken(case: CaseFile, language: str, of_house: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages of a paper for a house: the one asked for, else those of all who live there."""
    return (language,) if language else of_house or (case.settings.municipality().written_form.value,)


def _has_rules(case: CaseFile, about: About) -> Iterator[Problem]:
    """D8 says what has been written: a house without rules has nothing to print."""
    if not case.house_rules.of_house(about.its_house.id or 0):
        yield refuse("no_house_rules")


def _kind(
    number: str,
    name: str,
    title: str,
    compose: Callable[[CaseFile, About, str], Composed],
    subject: str = "household",
    own_languages: bool = False,
) -> PaperKind:
    return PaperKind(
        number=number,
        name=name,
        title=title,
        subject=subject,
        compose=compose,
        ours=False,
        own_languages=own_languages,
    )


D8 = replace(
    _kind("D8", "house-rules", "Husregler", _house_rules, "house", own_languages=True), problems=(_has_rules,)
)
ROTA = _kind("D8-v", "cleaning-rota", "Vaskeplan", _rota, "house", own_languages=True)
D9 = _kind("D9", "binder", "Velkomstperm", _binder)
D10 = _kind("D10", "visit-notice", "Varsel om hjemmebesøk", _visit_notice)
D10A = _kind("D10a", "visit-sheet", "Besøksark", _visit_sheet)
D10B = replace(_kind("D10b", "visit-record", "Etter hjemmebesøket", _visit_record, "visit"), problems=(_is_made,))
SHEET_KINDS = tuple(
    _kind(f"D9-{number}", f"sheet-{name}", f"Veiledning: {title}", _sheet(name))
    for number, (name, title) in enumerate(SHEETS.items(), 1)
)
D29 = _kind("D29", "plan", "Plan for veien til egen bolig", _plan, "plan")
GUIDES: tuple[PaperKind, ...] = (D8, ROTA, D9, *SHEET_KINDS, D10, D10A, D10B, D29)


def companion_of(kind: PaperKind, name: str = "", number: str = "", title: str = "") -> PaperKind:
    """Return the companion page of a paper as a paper of its own."""

    def compose(case: CaseFile, about: About, language: str) -> Composed:
        form = case.settings.municipality().written_form.value
        of = composed(case, kind, about, form).frame.title
        frame, blocks = companion.build(case, kind.template, of, _facts(case, kind, about), language)
        return Composed(frame=frame, blocks=blocks, rules=companion.RULES, template=companion.VERSION)

    return replace(
        kind,
        number=number or f"{kind.number}-f",
        name=name or f"{kind.name}-companion",
        title=title or f"Forklaring: {kind.title}",
        compose=compose,
        template="",
        then="",
    )


def with_companion(case: CaseFile, kind: PaperKind, about: About, ready: Composed, language: str) -> Composed:
    """Return a paper in Norwegian with its companion page in the reader's language behind it."""
    title = ready.frame.title
    frame, blocks = companion.build(case, kind.template, title, _facts(case, kind, about), language)
    return replace(
        ready,
        blocks=[*ready.blocks, NewPart(frame), *blocks],
        template=f"{ready.template} {companion.VERSION}",
    )


def _facts(case: CaseFile, kind: PaperKind, about: About) -> dict[str, object]:
    assert kind.gather is not None
    return mapping(kind.gather(case, about, case.clock()))
