"""What the municipality (kommunen) is, its letterhead and its defaults, and the figures it reckons with."""

import enum
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bolig_desktop.law.sources import Certainty


class WrittenForm(enum.StrEnum):
    """Målform of the municipality's own papers."""

    BOKMAL = "nb"
    NYNORSK = "nn"


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """The one row of settings that travels with the file.

    lease_months is the ordinary length offered; due_day the day of the month rent falls due; notice_months the
    period of notice; idle_limit_days how long a unit may stand empty before it is said; org_number is nine digits;
    appeal_body is who decides appeals over allotment inside the municipality: kommunestyret by forvaltningsloven § 28
    second paragraph, or whom it has named; "" is not settled. post_days is how long a letter is reckoned to take.
    account_number is the municipality's own, never to be used for a deposit (husleieloven § 3-5). dpo: who answers
    questions on privacy (personvernombud), with how to reach them. quiet_from, quiet_to: when homes are to be quiet.
    visit_weeks: how many weeks after moving in a household is visited, and visit_every_weeks after those; none of it
    is law. visit_notice_days: working days' notice of an inspection; § 5-6 says "reasonable time" and no number.
    where_things_are: where the recovery sheet, the copies and the keys are, for a substitute; never a passphrase.
    """

    id: int | None = None
    name: str
    unit: str = ""
    org_number: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    case_officer: str = ""
    account_number: str = ""
    written_form: WrittenForm = WrittenForm.BOKMAL
    lease_months: int = 36
    due_day: int = 1
    notice_months: int = 3
    idle_limit_days: int = 60
    deposit_months: int = 3
    index_clause: bool = True
    letter_footer: str = ""
    appeal_body: str = ""
    post_days: int = 7
    dpo: str = ""
    quiet_from: str = "23.00"
    quiet_to: str = "07.00"
    visit_weeks: str = "1, 2, 4, 8, 12"
    visit_every_weeks: int = 13
    visit_notice_days: int = 3
    where_things_are: str = ""


class ContactKind(enum.StrEnum):
    """Whom a resident may need to reach."""

    CARETAKER = "caretaker"
    OUT_OF_HOURS = "out_of_hours"
    NAV = "nav"
    ADULT_EDUCATION = "adult_education"
    SCHOOL = "school"
    KINDERGARTEN = "kindergarten"
    HEALTH_CENTRE = "health_centre"
    DOCTOR = "doctor"
    CRISIS_CENTRE = "crisis_centre"
    FAMILY_CENTRE = "family_centre"
    LIBRARY = "library"
    VOLUNTEERS = "volunteers"
    WASTE_COMPANY = "waste_company"
    BUS = "bus"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class LocalContact:
    """Somebody in the municipality whom the welcome binder tells of; note: opening hours and so on, in Norwegian."""

    id: int | None = None
    kind: ContactKind
    name: str = ""
    phone: str = ""
    note: str = ""


class KpiSource(enum.StrEnum):
    """How a value came into the file."""

    TYPED = "typed"
    FILE = "file"


@dataclass(frozen=True, kw_only=True)
class KpiValue:
    """One month of the consumer price index (konsumprisindeksen).

    series: Statistics Norway's table ("14700"); base: what is a hundred in it ("2025=100"). month: as "2026-10".
    """

    id: int | None = None
    series: str
    base: str
    month: str
    value: Decimal
    source: KpiSource = KpiSource.TYPED
    entered_on: date


@dataclass(frozen=True, kw_only=True)
class OwnParameter:
    """A dated figure of the user's own, which goes before the one the program comes with while it holds (law.md § 9).

    name: one of ``law.figures``; value: as that module writes it. valid_from, valid_to: the first and the last day
    it holds, None where it is open. next_check: after this day somebody should look again.
    """

    id: int | None = None
    name: str
    value: str
    valid_from: date | None = None
    valid_to: date | None = None
    certainty: Certainty = Certainty.B
    source: str
    next_check: date


class LookedUp(enum.StrEnum):
    """What was looked up."""

    RULE = "rule"
    FIGURE = "figure"


@dataclass(frozen=True, kw_only=True)
class SourceLook:
    """That a rule or a shipped figure was looked up in its source and still stands; the newest about it counts.

    name: the rule's id or the figure's name. next_check: after this day somebody should look again.
    """

    id: int | None = None
    kind: LookedUp
    name: str
    looked_on: date
    looked_by: str = ""
    next_check: date
