"""How the papers of a shared house look: a minute, the letter to the neighbours, and the yearly account."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.sharing import is_house
from bolig_desktop.documents import blocks, house_facts, tables, texts
from bolig_desktop.documents.clauses import clause_blocks, fact_table
from bolig_desktop.documents.facts import mapping
from bolig_desktop.documents.house_facts import AccountFacts, HousePaper, MinuteFacts, NeighbourFacts
from bolig_desktop.documents.making import Made, PaperKind
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import BODY, HEADING, SUBTITLE, TITLE, Block, Paragraph
from bolig_desktop.documents.refusals import refuse
from bolig_desktop.documents.subjects import About
from bolig_desktop.documents.texts import Template
from bolig_desktop.errors import Problem
from bolig_desktop.shared_housing.records import MeetingPoint
from bolig_desktop.shared_housing.rules import Line
from bolig_desktop.text.dates import long_date, show_date
from bolig_desktop.text.money import show_ore

_POINTS = (0.46, 0.22, 0.16, 0.16)
_SIGNED = (0.3, 0.2, 0.5)
DERIVED = frozenset({"page", "pages"})
_PARTLY = replace(BODY, space_before=6)


def _frame(facts: HousePaper, template: Template) -> Frame:
    return Frame(
        sender=facts.sender.name,
        unit=facts.sender.unit,
        label=template.text("label", mapping(facts)),
        foot=template.text("foot", mapping(facts)),
        page_words=template.words["page"].pattern,
        title=template.text("title", mapping(facts)),
        lang=template.language,
    )


def _top(facts: HousePaper, template: Template) -> list[Block]:
    named = mapping(facts)
    table = fact_table(template, named)
    made: list[Block] = [Paragraph(template.runs("title", named), TITLE)]
    made.append(Paragraph(template.runs("subtitle", named), SUBTITLE))
    return [*made, table] if table.rows else made


def _clauses(facts: HousePaper, template: Template) -> tuple[list[Block], tuple[str, ...]]:
    named, made = mapping(facts), []
    rules: dict[str, None] = {}
    for clause, parts in texts.standing(template.clauses, named):
        rules.update(dict.fromkeys(clause.rules))
        made += clause_blocks(clause, parts, named, template.language)
    return made, tuple(rules)


def minute(facts: MinuteFacts, template: Template) -> Made:
    """Return a minute: who was there by room, what was said, what was agreed, and where they sign."""
    made = _top(facts, template)
    if facts.minute.strip():
        made.append(Paragraph(template.text("said"), HEADING))
        made += [Paragraph(part, _PARTLY) for part in facts.minute.split("\n") if part.strip()]
    for word, points in (("agreed", facts.points), ("came_back", facts.before)):
        if points:
            made += [Paragraph(template.text(word), HEADING), _points(points, template)]
    under, rules = _clauses(facts, template)
    signing = [(cell, None, None) for cell in (*facts.rooms, template.text("for_municipality"))]
    rows = [[Paragraph(room, tables.CELL), None, None] for room, _, _ in signing]
    heads = [template.text(word) for word in ("room", "date", "signature")]
    made += [*under, Paragraph(template.text("signatures"), HEADING), tables.grid(heads, rows, _SIGNED, least=28)]
    return _frame(facts, template), made, rules


def _points(points: Sequence[MeetingPoint], template: Template) -> Block:
    heads = [template.text(word) for word in ("what", "who", "due", "done")]
    rows = [
        [
            Paragraph("\n".join(part for part in (one.what, one.result) if part), tables.CELL),
            Paragraph(one.who, tables.CELL) if one.who else None,
            Paragraph(show_date(one.due_on), tables.CELL) if one.due_on else None,
            Paragraph(show_date(one.done_on), tables.CELL) if one.done_on else None,
        ]
        for one in points
    ]
    return tables.grid(heads, rows, _POINTS, least=24)


def neighbours(facts: NeighbourFacts, template: Template) -> Made:
    """Return the letter to the neighbours: not a word about who lives in the house."""
    named = mapping(facts)
    day = Paragraph(f"{facts.sender.name}, {long_date(facts.printed_on, template.language)}", _PARTLY)
    under, rules = _clauses(facts, template)
    greeting = blocks.Stack(
        [
            Paragraph(template.text("greeting"), _PARTLY),
            Paragraph(template.runs("for_sender", named), _PARTLY),
            Paragraph(template.runs("office", named), _PARTLY),
        ],
        space_before=16,
    )
    return _frame(facts, template), [*_top(facts, template), day, *under, greeting], rules


def account(facts: AccountFacts, template: Template) -> Made:
    """Return a yearly account: what it cost, how it was shared room by room, and what was paid in advance."""
    kinds = dict(zip(_KIND_NAMES, template.choices("kinds"), strict=True))
    heads = [template.text("room"), *(kinds[kind.value] for kind in facts.kinds)]
    heads += [template.text(word) for word in ("sum", "paid", "rest")]
    shares = (0.16, *(0.84 / (len(heads) - 1),) * (len(heads) - 1))
    rows = [_row(name or template.text("municipality"), line, facts) for name, line in facts.lines]
    if not facts.room:
        rows.append(_sums(facts, template))
    costs: list[tuple[str, Paragraph]] = [
        (kinds[kind.value], Paragraph(show_ore(ore), tables.VALUE)) for kind, ore in facts.costs
    ]
    costs.append((template.text("sum"), Paragraph(show_ore(facts.total_ore), tables.VALUE)))
    made = [*_top(facts, template), Paragraph(template.text("cost"), HEADING), tables.fact_table(costs)]
    made += [Paragraph(template.text("shared"), HEADING), tables.grid(heads, rows, shares)]
    under, rules = _clauses(facts, template)
    return _frame(facts, template), [*made, *under], rules


_KIND_NAMES = ("power", "grid", "heat", "water", "internet", "other")


def _row(name: str, line: Line, facts: AccountFacts) -> list[tables.Cell]:
    by_kind = [show_ore(line.by_kind.get(kind, 0)) for kind in facts.kinds]
    rest = [show_ore(line.paid), show_ore(line.rest)] if line.tenancy_id else ["", ""]
    return [
        Paragraph(words, tables.CELL) if words else None for words in (name, *by_kind, show_ore(line.total), *rest)
    ]


def _sums(facts: AccountFacts, template: Template) -> list[tables.Cell]:
    lines = [line for _, line in facts.lines]
    by_kind = [show_ore(sum(line.by_kind.get(kind, 0) for line in lines)) for kind in facts.kinds]
    total, paid = sum(line.total for line in lines), sum(line.paid for line in lines)
    words = (template.text("sum"), *by_kind, show_ore(total), show_ore(paid), "")
    return [Paragraph(word, tables.CELL_HEAD) if word else None for word in words]


def _was_held(case: CaseFile, about: About) -> Iterator[Problem]:
    if about.its_meeting.held_on > case.clock():
        yield refuse("meeting_ahead")


def _has_letter(case: CaseFile, about: About) -> Iterator[Problem]:
    if not case.neighbour_letters.of_house(about.its_house.id or 0):
        yield refuse("no_neighbour_letter")


def _has_costs(case: CaseFile, about: About) -> Iterator[Problem]:
    """A yearly account without a cost would say nothing (husleieloven § 3-4)."""
    if not case.shared_costs.of_year(about.its_house.id or 0, about.its_account.year):
        yield refuse("no_costs", "husleieloven § 3-4")


def _has_own_account(case: CaseFile, about: About) -> Iterator[Problem]:
    house = house_facts.house_of(case, about)
    accounts = case.cost_accounts.of_house(house.id or 0)
    if not is_house(case, house):
        yield refuse("not_shared")
    elif not accounts:
        yield refuse("no_year_account", "husleieloven § 3-4")
    elif not case.shared_costs.of_year(house.id or 0, accounts[0].year):
        yield refuse("no_costs", "husleieloven § 3-4")


MEETING = PaperKind(
    number="D8-m", name="meeting", title="Referat fra beboermøte", subject="meeting", template="house_meeting",
    gather=house_facts.minute, set=minute, problems=(_was_held,), ours=False,
)  # fmt: skip
NEIGHBOURS = PaperKind(
    number="D8-n", name="neighbour-letter", title="Nabobrev", subject="house", template="neighbour_letter",
    gather=house_facts.neighbours, set=neighbours, problems=(_has_letter,), ours=False,
)  # fmt: skip
ACCOUNT = PaperKind(
    number="D8-k", name="house-account", title="Årsoversikt over felles kostnader", subject="account",
    template="house_account", gather=house_facts.house_account, set=account, problems=(_has_costs,), ours=False,
)  # fmt: skip
RESIDENT = PaperKind(
    number="D8-b", name="resident-account", title="Årsoversikt for ett rom", subject="tenancy",
    template="resident_account", gather=house_facts.resident_account, set=account, problems=(_has_own_account,),
    ours=False,
)  # fmt: skip
HOUSE_PAPERS: tuple[PaperKind, ...] = (MEETING, NEIGHBOURS, ACCOUNT, RESIDENT)
