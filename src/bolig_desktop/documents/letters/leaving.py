"""The facts of the letter about things left behind: D21."""

from dataclasses import dataclass
from datetime import date

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.letter_facts import LetterFacts, common
from bolig_desktop.documents.subjects import About


@dataclass(frozen=True, kw_only=True)
class BelongingsFacts(LetterFacts):
    """The list of things, where they are kept, by when they are to be collected, and what keeping them costs."""

    things: str
    kept: str
    collect_by: date
    cost_nok: int | None
    moved_out_on: date | None


def belongings(case: CaseFile, about: About, today: date) -> BelongingsFacts:
    """Return the facts of D21 (HL-10-4)."""
    matter = about.its_matter
    return BelongingsFacts(
        **common(case, about, today),
        things=matter.about,
        kept=matter.reason,
        collect_by=matter.due_on or today,
        cost_nok=matter.amount_nok,
        moved_out_on=about.tenancy.moved_out_on,
    )
