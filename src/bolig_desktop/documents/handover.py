"""How the handover looks: what must be known first on one page, and then a page for each thing there is.

It is about no case and is not filed: it is out of date the day after, and has the names of many households on it.
"""

from collections.abc import Iterator, Sequence

from bolig_desktop.documents import blocks, fonts, page, tables, texts
from bolig_desktop.documents.clauses import clause_blocks
from bolig_desktop.documents.facts import mapping
from bolig_desktop.documents.handover_facts import Broken, Due, HandoverFacts, KeysHeld, Visiting, Whose
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import HEADING, SUBTITLE, TITLE, Block, Paragraph
from bolig_desktop.documents.texts import Template
from bolig_desktop.people.records import SHIELDED, UNNAMED
from bolig_desktop.text.dates import show_date

TEMPLATE = "handover"
DERIVED = frozenset({"page", "pages", "number", "day"})
_LINES_TO_WRITE = 6
_LEAST = 0  # nothing is written in by hand, and a short paper is read

_DUE = (0.14, 0.5, 0.36)
_VISITS = (0.14, 0.2, 0.3, 0.36)
_PEOPLE = (0.07, 0.29, 0.32, 0.16, 0.16)
_KEYS = (0.34, 0.3, 0.36)
_DEFECTS = (0.3, 0.36, 0.14, 0.2)


def handover(facts: HandoverFacts, language: str) -> tuple[bytes, int]:
    """Return the paper as PDF and how many pages it has. Raises MissingGlyph (a Refused)."""
    template = texts.template(TEMPLATE, language if language in texts.LANGUAGES else "nb")
    return page.render(_frame(facts, template), _blocks(facts, template))


def _frame(facts: HandoverFacts, template: Template) -> Frame:
    return Frame(
        sender=facts.sender.name,
        unit=facts.sender.unit,
        label=template.text("label"),
        foot=template.text("foot"),
        page_words=template.words["page"].pattern,
        title=template.text("title"),
        lang=template.language,
    )


def _blocks(facts: HandoverFacts, template: Template) -> list[Block]:
    topics = [
        ("visits", _visits(facts.visits, template)),
        ("people", _people(facts.households, template)),
        ("keys", _keys(facts.keys, template)),
        ("defects", _defects(facts.defects, template)),
    ]
    made = _first_page(facts, template)
    nothing = [] if facts.ours or facts.theirs else ["none_due"]
    nothing += [f"none_{name}" for name, table in topics if table is None]
    made += [Paragraph(template.text(word)) for word in nothing]
    if facts.ours or facts.theirs:
        made += [page.NewPage(), *_due_pages(facts, template)]
    for name, table in topics:
        if table is not None:
            made += [page.NewPage(), _heading(template.text(name)), table]
    return made


def _first_page(facts: HandoverFacts, template: Template) -> list[Block]:
    """Return what is to be known first, with lines to write on where she has not said where things are."""
    named = mapping(facts)
    made: list[Block] = [
        Paragraph(template.runs("title", named), TITLE),
        Paragraph(" · ".join(part for part in _under_the_title(facts, template) if part), SUBTITLE),
    ]
    for clause, parts in texts.standing(template.clauses, named):
        made += clause_blocks(clause, parts, named, template.language)
    where: list[Block] = [Paragraph(template.text("where"), HEADING)]
    if facts.where_things_are:
        lines = [line for line in facts.where_things_are.split("\n") if line.strip()]
        where += [Paragraph((Run(line, fonts.REGULAR, True, "where_things_are"),)) for line in lines]
    else:
        where.append(blocks.Lines(_LINES_TO_WRITE))
    return [*made, blocks.Stack(where, space_before=HEADING.space_before, whole=False)]


def _under_the_title(facts: HandoverFacts, template: Template) -> tuple[str, ...]:
    return facts.unit, facts.officer, texts.shown("printed_on", mapping(facts), template.language)


def _heading(words: str) -> Paragraph:
    return Paragraph(words, HEADING, outline=words)


def _due_pages(facts: HandoverFacts, template: Template) -> Iterator[Block]:
    late = [one for one in facts.ours if one.is_late]
    soon = [one for one in facts.ours if not one.is_late]
    for word, due in (("late", late), ("soon", soon), ("theirs", facts.theirs)):
        if due:
            yield _heading(template.text(word))
            heads = _heads(template, "by", "what", "about")
            yield tables.grid(heads, [_due(one, template) for one in due], _DUE, least=_LEAST)


def _due(one: Due, template: Template) -> list[tables.Cell]:
    what = [Run(one.what, fonts.BOLD), *((Run(f"\n{one.why}"),) if one.why else ())]
    about = "\n".join(_called(part, template) for part in one.about) or _home("", one.home_id, template)
    return [_cell(show_date(one.day)), Paragraph(what, tables.CELL), _cell(about)]


def _visits(visits: Sequence[Visiting], template: Template) -> Block | None:
    rows = [
        [
            _cell(show_date(one.day)),
            _cell(one.hours or template.text("agreed" if one.is_agreed else "by_plan")),
            _cell(_called(one.household, template)),
            _cell(one.home),
        ]
        for one in visits
    ]
    return _table(template, ("day", "hours", "household", "home"), rows, _VISITS)


def _people(households: Sequence[Whose], template: Template) -> Block | None:
    tongue = template.text("interpreter")
    rows = [
        [
            _cell(str(one.id)),
            _cell(_called(one.household, template)),
            _cell(one.home),
            _cell(one.phone),
            _cell(", ".join(part for part in (one.language, tongue if one.needs_interpreter else "") if part)),
        ]
        for one in households
    ]
    return _table(template, ("number", "household", "home", "phone", "language"), rows, _PEOPLE)


def _keys(keys: Sequence[KeysHeld], template: Template) -> Block | None:
    rows = [
        [
            _cell(_home(one.home, one.home_id, template)),
            _cell(one.held_by),
            _cell(", ".join(f"{label} ({count})" for label, count in one.keys)),
        ]
        for one in keys
    ]
    return _table(template, ("home", "held_by", "key"), rows, _KEYS)


def _defects(defects: Sequence[Broken], template: Template) -> Block | None:
    rows = []
    for one in defects:
        reported = [Run(show_date(one.reported_on))]
        if one.is_urgent:
            reported.append(Run(f"\n{template.text('urgent')}", fonts.BOLD))
        sent = [one.sent_to or template.text("not_sent")]
        if one.promised_on:
            sent.append(template.text("promised", {"day": show_date(one.promised_on)}))
        home = _home(one.home, one.home_id, template)
        rows.append([_cell(home), _cell(one.what), Paragraph(reported, tables.CELL), _cell("\n".join(sent))])
    return _table(template, ("home", "defect", "reported", "sent_to"), rows, _DEFECTS)


def _table(
    template: Template, words: Sequence[str], rows: Sequence[Sequence[tables.Cell]], shares: Sequence[float]
) -> Block | None:
    return tables.grid(_heads(template, *words), rows, shares, least=_LEAST) if rows else None


def _heads(template: Template, *words: str) -> list[str]:
    return [template.text(word) for word in words]


def _cell(words: str) -> Paragraph | None:
    return Paragraph((Run(words, fonts.REGULAR, True, "cell"),), tables.CELL) if words else None


def _home(label: str, number: int, template: Template) -> str:
    return template.text("home_number", {"number": number}) if number else label


def _called(words: str, template: Template) -> str:
    """Return what a household is called in the paper's language; a name stays as it was written."""
    called, _, number = words.rpartition(" ")
    word = {SHIELDED: "shielded", UNNAMED: "unnamed"}.get(called)
    return template.text(word, {"number": int(number)}) if word and number.isdigit() else words
