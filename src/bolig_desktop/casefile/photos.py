"""Photos in the case file: bytes and record together or neither, and bytes nobody can get back dropped in time."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from bolig_desktop.archive.records import Photo
from bolig_desktop.archive.rules import photo_problems
from bolig_desktop.clock import now_utc
from bolig_desktop.errors import Problem

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

KEPT_AFTER_REMOVAL = timedelta(days=30)
"""For so long a removal can be taken back; after that the bytes are gone from the file (a routine of ours)."""


class Holder(NamedTuple):
    """What a photo is attached to: a household's visit, or a defect; title: what it is called over its photos."""

    title: str
    household_id: int | None = None
    visit_id: int | None = None
    defect_id: int | None = None

    def photos(self, case: CaseFile) -> list[Photo]:
        """Return its photos, in the order they were added."""
        return case.photos.of_visit(self.visit_id) if self.visit_id else case.photos.of_defect(self.defect_id or 0)

    def photo(self, *, taken_on: date, width: int, height: int) -> Photo:
        """Return a photo that belongs here, with no bytes yet."""
        return Photo(
            household_id=self.household_id,
            visit_id=self.visit_id,
            defect_id=self.defect_id,
            taken_on=taken_on,
            width=width,
            height=height,
        )


def attach(case: CaseFile, photo: Photo, content: bytes) -> Photo:
    """Write a photo with its scaled bytes and return it with its id; its fingerprint and size are those of the bytes.

    Raises Refused and FileTrouble; then neither the record nor the bytes stand in the file, also where the caller
    goes on with others inside its own ``atomic``.
    """
    drop_unused(case)
    whole = dataclasses.replace(photo, sha256=hashlib.sha256(content).hexdigest(), size=len(content))
    with case.atomic(), case.db.atomic():
        case.photo_contents.put(whole.sha256, content)
        return case.save(whole)


def remove(case: CaseFile, photo: Photo) -> None:
    """Remove a photo; its bytes stay so long that it can be undone. Raises Refused and FileTrouble."""
    with case.atomic():
        case.remove(photo)
        drop_unused(case)


def drop_unused(case: CaseFile) -> None:
    """Drop the bytes no photo refers to and nobody can get back; writes nothing where there are none."""
    since = datetime.fromisoformat(now_utc()) - KEPT_AFTER_REMOVAL
    unused = case.photo_contents.unused(since.isoformat(timespec="seconds"))
    if unused:
        with case.atomic():
            case.photo_contents.drop(unused)


def _check(case: CaseFile, photo: Photo) -> list[Problem]:
    visit, defect = case.visits.find(photo.visit_id), case.defects.find(photo.defect_id)
    household_id = visit.household_id if visit else defect.household_id if defect else None
    return photo_problems(
        photo,
        is_twice=case.photos.is_twice(photo),
        is_there=visit is not None or defect is not None,
        whose=visit.household_id if visit else None,
        strict=household_id is not None and case.households.is_strict(household_id),
        has_bytes=case.photo_contents.has(photo.sha256),
        today=case.clock(),
    )


CHECKS: dict[type, Callable[[CaseFile, Any], list[Problem]]] = {Photo: _check}
