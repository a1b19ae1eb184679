"""What a defect, a complaint and a recurring check of a home are."""

import enum
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class DefectKind(enum.StrEnum):
    """What sort of thing is wrong: the first eight are what § 5-3 second paragraph has the tenant keep."""

    LOCK = "lock"
    TAP = "tap"
    TOILET = "toilet"
    SOCKET = "socket"
    WATER_HEATER = "water_heater"
    FITTING = "fitting"
    ALARM_TEST = "alarm_test"
    EXTINGUISHER_TEST = "extinguisher_test"
    ALARM = "alarm"
    LEAK = "leak"
    DAMP = "damp"
    HEATING = "heating"
    WIRING = "wiring"
    WINDOW_DOOR = "window_door"
    WHITE_GOODS = "white_goods"
    WALL_FLOOR = "wall_floor"
    ROOF_OUTSIDE = "roof_outside"
    PESTS = "pests"
    OTHER = "other"


class Urgency(enum.StrEnum):
    """How bad a defect is."""

    NOW = "now"
    SOON = "soon"
    CAN_WAIT = "can_wait"


class Mender(enum.StrEnum):
    """Who is to mend it."""

    MUNICIPALITY = "municipality"
    OWNER = "owner"
    TENANT = "tenant"


class Reporter(enum.StrEnum):
    """Who told of a defect."""

    HOUSEHOLD = "household"
    VISIT = "visit"
    CARETAKER = "caretaker"
    OWNER = "owner"
    OTHER = "other"


class DefectState(enum.StrEnum):
    """State today, derived from its dates and from who is to mend it, and never stored."""

    NEW = "new"
    SENT = "sent"
    PROMISED = "promised"
    BROKEN_PROMISE = "broken_promise"
    NOT_OURS = "not_ours"
    MENDED = "mended"


@dataclass(frozen=True, kw_only=True)
class Defect:
    """One thing that is wrong with a dwelling, a room or a house (avvik).

    room: where in it ("bad"). replace: the thing has to be replaced, not only kept. mender: None as is proposed of
    kind and tenure (``rules.proposed``). household_id: the household that told of it, never said in a list.
    promised_on: by when whoever it was sent to has promised it, promise: in which words. cost_nok: whole kroner.
    visit_id: the home visit it was found on.
    """

    id: int | None = None
    dwelling_id: int
    room: str = ""
    what: str
    kind: DefectKind
    urgency: Urgency = Urgency.SOON
    replace: bool = False
    reported_on: date
    reported_by: Reporter = Reporter.HOUSEHOLD
    household_id: int | None = None
    mender: Mender | None = None
    sent_to: str = ""
    sent_on: date | None = None
    promised_on: date | None = None
    promise: str = ""
    mended_on: date | None = None
    cost_nok: int | None = None
    cause: str = ""
    note: str = ""
    visit_id: int | None = None


class ComplaintSource(enum.StrEnum):
    """Who complains."""

    NEIGHBOUR = "neighbour"
    LANDLORD = "landlord"
    HOUSING_COMPANY = "housing_company"
    OTHER = "other"


class ComplaintState(enum.StrEnum):
    """State of a complaint, derived from its dates and never stored."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """What a neighbour, a landlord or others complain of about a dwelling, or a household in it (klage).

    complainant: who complains by name; it stands in the case alone, on no paper and in no list or search.
    """

    id: int | None = None
    dwelling_id: int
    household_id: int | None = None
    source: ComplaintSource = ComplaintSource.NEIGHBOUR
    complainant: str = ""
    received_on: date
    what: str
    answered_on: date | None = None
    answer: str = ""
    closed_on: date | None = None
    note: str = ""


class CheckKind(enum.StrEnum):
    """What is looked over again and again."""

    SMOKE_ALARM = "smoke_alarm"
    EXTINGUISHER = "extinguisher"
    KEYS = "keys"
    ELECTRICAL = "electrical"
    RADON = "radon"


class CheckResult(enum.StrEnum):
    """How it was found."""

    WELL = "well"
    DEFECT = "defect"


@dataclass(frozen=True, kw_only=True)
class HomeCheck:
    """How often one thing is looked over in one dwelling, when it last was, and how it was found.

    months: between two checks, None for the routine that is shipped (``rules.MONTHS``). What was before stands in
    the history.
    """

    id: int | None = None
    dwelling_id: int
    kind: CheckKind
    months: int | None = None
    done_on: date | None = None
    result: CheckResult | None = None
    note: str = ""


class DefectLine(NamedTuple):
    """One line of the list of defects; what is "" where it names somebody shielded. No household stands in it."""

    id: int
    dwelling_id: int
    dwelling: str
    room: str
    what: str
    kind: DefectKind
    urgency: Urgency
    state: DefectState
    mender: Mender
    reported_on: date
    promised_on: date | None
    mended_on: date | None
    cost_nok: int | None


class ComplaintLine(NamedTuple):
    """One line of the list of complaints; household is "" where nobody is named or the household is shielded."""

    id: int
    dwelling_id: int
    dwelling: str
    household: str
    source: ComplaintSource
    what: str
    received_on: date
    state: ComplaintState


class Checked(NamedTuple):
    """One thing to be looked over in one dwelling: the row there is of it or none, and what is derived.

    last_on: the later of the row's own day and what the dwelling itself says; next_on: None where it never was done.
    """

    kind: CheckKind
    row: HomeCheck | None
    months: int
    last_on: date | None
    next_on: date | None
