"""What is printed is filed: one paper record for each paper's exact bytes, made by the printing itself."""

import contextlib
import dataclasses
import hashlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bolig_desktop.archive.records import BinderEdition, Paper
from bolig_desktop.security.placing import UNFINISHED, clear_abandoned

if TYPE_CHECKING:
    from bolig_desktop.casefile import CaseFile
    from bolig_desktop.documents.making import Produced

WHAT = "print"
"""What the history calls it; a change of this kind is never taken back."""


class NotSaved(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A paper could not be put where it was to lie; ``filed`` says whether it stands on the case all the same."""

    def __init__(self, *, filed: bool) -> None:
        super().__init__("filed" if filed else "not filed")
        self.filed = filed


class Target:
    """Where a paper is to lie as a PDF: written beside it first, so that what cannot be saved is not filed.

    Use it with ``with``; what was made ready and not finished is then taken away again::

        with Target(path) as target:
            print_and_file(case, "lease", 34, ready=target.make_ready)
            target.finish()
    """

    def __init__(self, path: Path) -> None:
        self._output = path
        self._beside: Path | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._beside is not None:
            with contextlib.suppress(OSError):
                self._beside.unlink()

    def make_ready(self, content: bytes) -> None:
        """Write the paper beside the target, for its owner only; a device or a pipe is written to at once.

        Raises NotSaved; nothing is then left over.
        """
        try:
            if self._output.is_dir():
                raise IsADirectoryError(str(self._output))
            if self._output.exists() and not self._output.is_file():
                self._output.write_bytes(content)
                return
            self._beside = self._output.resolve().with_name(f".{secrets.token_hex(6)}{UNFINISHED}")
            clear_abandoned(self._beside.parent, f".{'[0-9a-f]' * 12}{UNFINISHED}")
            handle = os.open(self._beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            raise NotSaved(filed=False) from error

    def finish(self) -> None:
        """Let the paper take its place, over what stood there. Raises NotSaved; the paper is filed all the same."""
        if self._beside is None:
            return
        try:
            self._beside.replace(self._output.resolve())
        except OSError as error:
            raise NotSaved(filed=True) from error
        self._beside = None


def print_and_file(
    case: "CaseFile",
    paper: str,
    subject_id: int,
    language: str = "",
    *,
    form: str = "",
    ready: Callable[[bytes], object] = lambda content: None,
) -> tuple[Paper, bytes]:
    """Make a paper, file it on its case, and return it with its bytes.

    paper: a paper's number or name (``d1``, ``lease``); subject_id: the id of what it is about; language: a code, ""
    for the municipality's own written form; form: the written form of a letter with a page in ``language`` behind;
    ready: gets the bytes before they are filed, and by raising keeps them from being filed (``Target.make_ready``).
    The same facts printed twice are one paper: the same bytes are filed once, and the paper filed first is returned.
    The recipient is what the household is called outside its own case, so never a shielded person's name (law.md
    AG-3). A request to move gets its matter with it, for its clock stops the lease's (HL-9-2-3) once the paper is
    said to be sent.

    Raises Refused and KeyError as ``kinds.produce`` does, FileTrouble, and what ``ready`` raises; then nothing is
    filed.
    """
    from bolig_desktop.documents import kinds

    with case.atomic(WHAT):
        made = kinds.produce(case, paper, subject_id, language, form=form)
        ready(made.content)
        return file_made(case, made), made.content


def file_made(case: "CaseFile", made: "Produced") -> Paper:
    """File a paper that is made, and return it; the one filed first where the same bytes are filed already."""
    with case.atomic(WHAT):
        sha256 = hashlib.sha256(made.content).hexdigest()
        same = case.papers.list("sha256 = ?", [sha256])
        if same:
            return same[0]
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
                decision_id=made.decision_id,
                matter_id=_request_behind(case, made),
                defect_id=made.defect_id,
                printed_on=case.clock(),
                pages=made.pages,
                sha256=sha256,
                content=made.content,
            )
        )
        if made.edition:
            case.save(
                BinderEdition(
                    paper_id=filed.id or 0,
                    household_id=made.household_id or 0,
                    language=made.language,
                    number=made.edition,
                    sections=made.sections,
                )
            )
        return filed


def _request_behind(case: "CaseFile", made: "Produced") -> int | None:
    """Return the matter a paper goes with; that of a request to move is begun, or gets its day, where it has none."""
    from bolig_desktop.casefile.dispatch import REQUEST_TO_MOVE
    from bolig_desktop.documents.letters.ending import move_by
    from bolig_desktop.tenancies.records import Matter, MatterKind

    if made.number != REQUEST_TO_MOVE:
        return made.matter_id
    known = case.matters.find(made.matter_id)
    day = move_by(known, case.clock())
    if known is not None:
        return known.id if known.due_on else case.save(dataclasses.replace(known, due_on=day)).id
    begun = Matter(
        kind=MatterKind.REQUEST_TO_MOVE,
        household_id=made.household_id or 0,
        tenancy_id=made.tenancy_id,
        opened_on=case.clock(),
        due_on=day,
    )
    # One sent in time and closed since stops the clock still, and a new one would come too late.
    return None if case.refusing(begun) else case.save(begun).id
