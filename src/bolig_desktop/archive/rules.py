"""What is said of how a paper was sent must be possible, and a photo must belong somewhere."""

from collections.abc import Iterator
from datetime import date

from bolig_desktop.archive.records import Paper, Photo
from bolig_desktop.errors import Problem
from bolig_desktop.law.sections import section
from bolig_desktop.text.lengths import longest

LONGEST_CAPTION = longest("photos", "caption")
"""How many characters a caption may take: it says what is to be seen, and the rest belongs to the visit."""


def paper_problems(paper: Paper, *, today: date) -> list[Problem]:
    """Return what is wrong with how a paper is said to be sent (DL-146: the day it was handed over counts)."""
    found = []
    for field in ("sent_on", "received_on", "filed_on"):
        day = getattr(paper, field)
        if day is not None and day > today:
            found.append(Problem(field=field, code="paper.ahead", facts={"today": today}))
        elif day is not None and day < paper.printed_on:
            facts = {"day": paper.printed_on}  # it may have been written elsewhere, and printed here afterwards
            found.append(Problem(field=field, code="paper.before_printed", hard=False, facts=facts))
    if paper.sent_on is not None and paper.received_on is not None and paper.received_on < paper.sent_on:
        found.append(Problem(field="received_on", code="matter.received_before_sent", facts={"day": paper.sent_on}))
    return found


def photo_problems(
    photo: Photo,
    *,
    is_twice: bool,
    is_there: bool,
    whose: int | None,
    strict: bool,
    has_bytes: bool,
    today: date,
) -> list[Problem]:
    """Return what is wrong with a photo.

    is_twice: whether the same visit or defect has the same picture already. is_there: whether that stands in the
    file; whose: the household it is of, None for a defect. strict: nobody with code 6 has anything attached here
    (AG-2). has_bytes: whether the file has them.
    """
    if strict:
        return [Problem(field="", code="tenancy.code_6", section=section("AG-2"))]
    found = list(_belonging(photo, is_there, whose))
    if not has_bytes:
        found.append(Problem(field="", code="photo.bytes_gone"))
    if is_twice:
        found.append(Problem(field="", code="photo.there_already"))
    if photo.taken_on > today:
        found.append(Problem(field="taken_on", code="photo.ahead", facts={"today": today}))
    if (length := len(photo.caption)) > LONGEST_CAPTION:
        facts = {"length": length, "longest": LONGEST_CAPTION}
        found.append(Problem(field="caption", code="photo.caption_too_long", facts=facts))
    return found


def _belonging(photo: Photo, is_there: bool, whose: int | None) -> Iterator[Problem]:
    if (photo.visit_id is None) == (photo.defect_id is None):
        yield Problem(field="", code="photo.one_place")
    elif not is_there:
        yield Problem(field="", code="photo.place_gone")
    elif photo.household_id != whose:
        yield Problem(field="", code="photo.other_household")
