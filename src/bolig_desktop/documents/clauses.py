"""From the clauses and fact rows of a template to blocks, the same in leases and letters."""

from collections.abc import Sequence
from dataclasses import replace

from bolig_desktop.documents import blocks, tables, texts
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.page import WIDTH
from bolig_desktop.documents.paragraph import BODY, HEADING, SMALL, Block, Paragraph, Style
from bolig_desktop.documents.texts import Clause, Part, Template

LIST = Style(space_before=2, indent=18)


def clause_blocks(
    clause: Clause,
    parts: Sequence[Part],
    named: dict[str, object],
    language: str,
    *,
    number: int | None = None,
    leads: bool = False,
) -> list[Block]:
    """Return a heading, with its number where it has one, and the paragraphs under it.

    A clause without a heading is its paragraphs alone. leads: kept with what follows the clause.
    """
    heading = texts.fill(clause.heading, named, language)
    if number is not None:
        heading = (Run(f"{number}  "), *heading)
    made: list[Block] = [Paragraph(heading, HEADING)] if heading else []
    letter = ord("a")
    alone = [part.kind for part in parts].count("letter") == 1
    for i, part in enumerate(parts):
        runs = texts.fill(part.words, named, language)
        first, last = not i, i + 1 == len(parts)
        lists = not last and parts[i + 1].kind in ("item", "letter")
        line = first and not last and len(Paragraph(runs).lines(WIDTH)) == 1
        if part.kind == "letter" and not alone:
            made.append(Paragraph(runs, LIST, marker=f"{chr(letter)})"))
            letter += 1
        elif part.kind == "item":
            made.append(Paragraph(runs, LIST, marker="–"))
        elif part.kind == "band":
            made.append(blocks.Band([Paragraph(runs, Style(space_before=0))]))
        else:
            style = SMALL if part.kind == "small" else BODY
            made.append(Paragraph(runs, replace(style, keep_with_next=leads or lists or line)))
    return made


def fact_table(template: Template, named: dict[str, object]) -> tables.Table:
    """Return the table at the top of a paper, with the rows that stand in this one."""
    rows = []
    for fact, parts in texts.standing(template.facts, named):
        said = [texts.fill(part.words, named, template.language) for part in parts]
        label = "".join(run.text for run in texts.fill(fact.heading, named, template.language))
        rows.append((label, _side_by_side(said)))
    return tables.fact_table(rows)


def _side_by_side(said: Sequence[tuple[Run, ...]]) -> Paragraph:
    """Return what a row says on one line with dots between, or, where there is no room, under one another."""
    for mark in (" · ", "\n"):
        runs: list[Run] = []
        for part in said:
            runs.extend((Run(mark), *part) if runs else part)
        made = Paragraph(runs, tables.VALUE)
        if len(said) == 1 or len(made.lines(tables.FACT_WIDTH)) == 1:
            break
    return made
