"""People already here whose names sound like another one, so that nobody is written down twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile
    from bolig_desktop.storage.search import Hit


def people_alike(case: CaseFile, name: str) -> list[Hit]:
    """Return what search has of those who may be called ``name``, best first; shielded people are never among them.

    A name of three words and more also finds who has only the first and the last of them.
    """
    words = name.split()
    hits = case.search.find(name)
    if len(words) > 2:
        hits += case.search.find(f"{words[0]} {words[-1]}")
    return list({hit.id: hit for hit in reversed(hits) if hit.kind == "person"}.values())[::-1]
