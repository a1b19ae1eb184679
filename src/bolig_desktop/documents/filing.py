"""What is printed is filed: one paper record for each paper's exact bytes, made by the printing itself."""

import hashlib
from typing import TYPE_CHECKING

from bolig_desktop.archive.records import Paper

if TYPE_CHECKING:
    from bolig_desktop.casefile import CaseFile

WHAT = "print"
"""What the history calls it; a change of this kind is never taken back."""


def print_and_file(case: "CaseFile", paper: str, subject_id: int, language: str = "") -> tuple[Paper, bytes]:
    """Make a paper, file it on its case, and return it with its bytes.

    paper: a paper's number or name (``d1``, ``lease``); subject_id: the id of what it is about; language: a code, ""
    for the municipality's own written form. The same facts printed twice are one paper: the same bytes are filed
    once, and the paper filed first is returned. The recipient is what the household is called outside its own case,
    so never a shielded person's name (law.md AG-3).

    Raises Refused, KeyError and NoSuchRow as ``kinds.produce`` does, and FileTrouble; then nothing is filed.
    """
    from bolig_desktop.documents import kinds

    with case.atomic(WHAT):
        made = kinds.produce(case, paper, subject_id, language)
        sha256 = hashlib.sha256(made.content).hexdigest()
        same = case.papers.list("sha256 = ?", [sha256])
        if same:
            return same[0], made.content
        filed = case.save(
            Paper(
                number=made.number,
                title=made.title,
                template=made.template,
                language=made.language,
                rules=" ".join(made.rules),
                recipient="" if made.household_id is None else case.households.label(made.household_id),
                dwelling_id=made.dwelling_id,
                household_id=made.household_id,
                tenancy_id=made.tenancy_id,
                printed_on=case.clock(),
                pages=made.pages,
                sha256=sha256,
                content=made.content,
            )
        )
    return filed, made.content
