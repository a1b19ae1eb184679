"""What a text of the user's own is, and that somebody has checked a translation."""

import enum
from dataclasses import dataclass
from datetime import date


class TextState(enum.StrEnum):
    """How far a text can be trusted. SOURCE: the Norwegian (bokmål) that all translations are made of."""

    SOURCE = "source"
    DRAFT = "draft"
    CHECKED = "checked"
    OUTDATED = "outdated"
    MISSING = "missing"


@dataclass(frozen=True, kw_only=True)
class OwnText:
    """A text of the user's own, which goes before the one the program comes with.

    language: a code of text.languages; unit: which text, as in resources/documents/nb/units or ``house_rule_<id>``.
    of: the print (``rules.print_of``) of the Norwegian it says the same as; "" for the Norwegian itself.
    """

    id: int | None = None
    language: str
    unit: str
    text: str
    of: str = ""
    written_on: date


@dataclass(frozen=True, kw_only=True)
class TextCheck:
    """That an interpreter has read a translation and found it right; the newest about a text counts.

    text_print, of: the prints of the words read and of the Norwegian they were held against; when either has changed
    since, the check no longer says anything.
    """

    id: int | None = None
    language: str
    unit: str
    text_print: str
    of: str
    interpreter: str
    checked_on: date
