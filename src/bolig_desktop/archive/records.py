"""What a printed paper (arkivert dokument) is, and a photo kept with a visit or a defect."""

import enum
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class SentHow(enum.StrEnum):
    """How a paper reached its reader."""

    BY_HAND = "by_hand"
    POST = "post"
    REGISTERED = "registered"
    DIGITAL = "digital"


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One paper as it was printed: number (D1), template, language, exact bytes, to whom, when, how sent.

    content is the PDF itself; sha256 its fingerprint in hex; rules the rule ids used, space between;
    recipient is never a code-7 person's name; filed_as is the case number in the municipality's archive.
    sent_on counts from the act of sending; received_on is when it is known to have come, None while that is only
    assumed (domstolloven § 146, husleieloven § 1-5). tracking: the parcel's number, or who saw it handed over.
    """

    id: int | None = None
    number: str
    title: str
    template: str
    language: str
    rules: str = ""
    recipient: str = ""
    dwelling_id: int | None = None
    household_id: int | None = None
    tenancy_id: int | None = None
    decision_id: int | None = None
    matter_id: int | None = None
    defect_id: int | None = None
    printed_on: date
    sent_on: date | None = None
    sent_how: SentHow | None = None
    sent_by: str = ""
    tracking: str = ""
    received_on: date | None = None
    filed_as: str = ""
    filed_on: date | None = None
    pages: int
    sha256: str
    content: bytes


class PaperLine(NamedTuple):
    """One line of the list of papers: everything but the bytes."""

    id: int
    number: str
    title: str
    language: str
    recipient: str
    dwelling_id: int | None
    household_id: int | None
    tenancy_id: int | None
    printed_on: date
    sent_on: date | None
    sent_how: SentHow | None
    filed_as: str
    pages: int


@dataclass(frozen=True, kw_only=True)
class BinderEdition:
    """Which edition of the welcome binder (D9) a household got: the paper, and what each of its sections said.

    number: counted per household and language. sections: ``name=print`` of each, space between, so that what has
    changed since can be told by content.
    """

    id: int | None = None
    paper_id: int
    household_id: int
    language: str
    number: int
    sections: str


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A photo of a home visit or of a defect, of exactly one of the two; its bytes are kept by their fingerprint.

    household_id: of the visit's household; a defect's photo names none. taken_on: the day the file says it was taken,
    else the day it was added. sha256, width, height and size are those of the scaled JPEG in the case file.
    """

    id: int | None = None
    household_id: int | None = None
    visit_id: int | None = None
    defect_id: int | None = None
    taken_on: date
    caption: str = ""
    sha256: str = ""
    width: int
    height: int
    size: int = 0
