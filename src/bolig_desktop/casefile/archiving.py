"""Papers filed in the municipality's own archive, many in one go (AR-1): what is one change is also one undo."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bolig_desktop.archive.records import PaperLine
from bolig_desktop.errors import Problem, Refused

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


class ToFile(NamedTuple):
    """Of some papers: which are not filed yet, how many are, and how many households those to be filed are about."""

    papers: tuple[PaperLine, ...]
    already: int
    households: int


def to_file(case: CaseFile, paper_ids: Sequence[int]) -> ToFile:
    """Return what can be filed of these papers, in their order."""
    lines, waiting = {line.id: line for line in case.papers.lines()}, {row[0] for row in case.papers.not_filed()}
    known = [lines[each] for each in dict.fromkeys(paper_ids) if each in lines]
    papers = tuple(line for line in known if line.id in waiting and not line.filed_as)
    return ToFile(papers, len(known) - len(papers), len({line.household_id for line in papers}))


def file_in_archive(case: CaseFile, paper_ids: Sequence[int], filed_on: date | None, filed_as: str) -> int:
    """Register the papers that are not filed yet as filed on a day under one number; return how many they are.

    Raises Refused where the day or the number is not given or a paper refuses the day; then none is filed.
    """
    missing = [
        Problem(field=field, code=f"paper.{field}_missing")
        for field, value in (("filed_on", filed_on), ("filed_as", filed_as.strip()))
        if not value
    ]
    if missing:
        raise Refused(*missing)
    papers = to_file(case, paper_ids).papers
    with case.atomic("filed"):
        for line in papers:
            paper = case.papers.get(line.id)
            case.save(dataclasses.replace(paper, filed_on=filed_on, filed_as=filed_as.strip()))
    return len(papers)
