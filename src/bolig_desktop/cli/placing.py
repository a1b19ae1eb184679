"""Where a command puts the file it makes: whole or not at all, and never over a case file or a copy."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from bolig_desktop.cli.answering import Said
from bolig_desktop.documents.filing import NotSaved, Target

OURS = (".bolig", ".nokkel", ".forrige", ".bolig-kopi")
"""How case files, their keys and their copies end."""


@contextlib.contextmanager
def placed(output: Path, what: str, case_file: Path) -> Iterator[Target]:
    """Yield the target of a file that is about no case; it takes its place when all went well.

    what: what it is called where a sentence begins. Raises Said.
    """
    refuse_ours(output, what, case_file)
    try:
        with Target(output) as target:
            yield target
            target.finish()
    except NotSaved as problem:
        raise Said(f"{what} kan ikke lagres i «{output}».") from problem


def refuse_ours(output: Path, what: str, case_file: Path) -> None:
    """Raise Said where the name is one of a case file or a copy."""
    if output.suffix in OURS or same(output, case_file):
        raise Said(f"{what} kan ikke legges i «{output}», for slik heter saksfiler og kopier.")


def same(one: Path, other: Path) -> bool:
    """Return whether both names are there and of one and the same thing."""
    try:
        return one.samefile(other)
    except OSError:
        return False
