"""Three kinds of error: a problem to tell the user, trouble with the file or the machine, our own bug.

A bug is any other exception; it goes to the crash handler. Sentences are not made here: a problem and a trouble
carry a code, and ``resources/sentences/<lang>.toml`` has the words.
"""

import dataclasses
import enum
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One broken rule, as facts.

    field: the record's field it stands beside ("" for the record as a whole).
    code: key of the sentence, such as ``tenancy.term_too_short``.
    hard: True where nothing can be saved or printed until it is mended; False for a warning.
    section: the section of law it comes from, ready to print ("husleieloven § 9-3"), or "".
    facts: values the sentence needs (dates, amounts in whole kroner, names).
    """

    field: str
    code: str
    hard: bool = True
    section: str = ""
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)


class Refused(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A write the rules refuse; nothing was changed."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(p.code for p in problems))
        self.problems = problems


class TroubleKind(enum.StrEnum):
    """What can be wrong with the file or the machine; each has its own sentence (``trouble.<value>``)."""

    NOT_FOUND = "not_found"
    EXISTS = "exists"
    EMPTY = "empty"
    WRONG_PASSPHRASE = "wrong_passphrase"
    WRONG_SHEET = "wrong_sheet"
    NO_SLOTS = "no_slots"
    SLOTS_DAMAGED = "slots_damaged"
    SLOTS_OF_ANOTHER_FILE = "slots_of_another_file"
    NOT_A_CASE_FILE = "not_a_case_file"
    DAMAGED = "damaged"
    NEWER = "newer"
    IN_USE = "in_use"
    READ_ONLY = "read_only"
    SYNCED_FOLDER = "synced_folder"
    LINK = "link"
    FULL = "full"
    CHANGED_BY_OTHER = "changed_by_other"
    OLD_JOURNAL = "old_journal"
    BEHIND = "behind"
    COPY_DAMAGED = "copy_damaged"
    NOT_A_COPY = "not_a_copy"
    SHRUNK = "shrunk"
    DISK = "disk"
    NO_KEYRING = "no_keyring"
    SLOTS_FETCHED = "slots_fetched"
    COUNTER_LOST = "counter_lost"
    SETUP_UNFINISHED = "setup_unfinished"


class FileTrouble(Exception):  # noqa: N818 - the design's own word
    """Something is wrong with the file, the key, the disk or the lock; the data is as it was."""

    def __init__(self, kind: TroubleKind, **facts: object) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.facts = facts


class NotPlaced(FileTrouble):
    """A file made for others could not be put where she chose; the case file has nothing to do with it.

    Each kind of trouble has its own sentence here too (``not_placed.<value>``); where it has none, that of DISK.
    """
