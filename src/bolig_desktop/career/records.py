"""What a housing-career plan is: the household's own wish, steps, schemes, what was said, and what was tried."""

import enum
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Rung(enum.StrEnum):
    """The housing ladder (boligstigen), from the first dwelling to one's own."""

    FIRST = "first"
    MUNICIPAL = "municipal"
    PRIVATE = "private"
    RENT_TO_OWN = "rent_to_own"
    OWNED = "owned"


class Outcome(enum.StrEnum):
    """Where a household moved on to when the plan was closed."""

    PRIVATE_RENT = "private_rent"
    BOUGHT = "bought"
    MOVED_AWAY = "moved_away"
    OTHER = "other"


class Anchor(enum.StrEnum):
    """What a step is counted backwards from."""

    LEASE_END = "lease_end"
    PROGRAMME_END = "programme_end"


class StepKind(enum.StrEnum):
    """The steps of our own routine, and one of the household's own."""

    ECONOMY_TALK = "economy_talk"
    COURSE = "course"
    SCHEMES_INFORMATION = "schemes_information"
    START_LOAN_CHECK = "start_loan_check"
    SEARCH = "search"
    VIEWING = "viewing"
    GUARANTEE = "guarantee"
    OTHER = "other"


class StepWho(enum.StrEnum):
    """Who does a step."""

    HOUSEHOLD = "household"
    MUNICIPALITY = "municipality"
    TOGETHER = "together"


class SchemeKind(enum.StrEnum):
    """Virkemiddel."""

    HOUSING_BENEFIT = "housing_benefit"
    START_LOAN = "start_loan"
    GRANT = "grant"
    DEPOSIT_GUARANTEE = "deposit_guarantee"
    RENT_GUARANTEE = "rent_guarantee"
    RENT_TO_OWN = "rent_to_own"


class SchemeState(enum.StrEnum):
    """How far a scheme has come, derived from its dates and never stored."""

    THOUGHT_OF = "thought_of"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    ENDED = "ended"


class TalkKind(enum.StrEnum):
    """How something was told."""

    TALK = "talk"
    COURSE = "course"
    MEETING = "meeting"


class TryKind(enum.StrEnum):
    """What was tried in the private market."""

    VIEWING = "viewing"
    CALL = "call"
    MESSAGE = "message"


class TryAnswer(enum.StrEnum):
    """What came of it."""

    WAITING = "waiting"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The plan of one household. wish: in its own words, first on every page.

    programme_ends_on: when the introduction programme ends, typed and never reckoned. review_on: set by hand; None
    lets it follow the lease and the programme. reviewed_on: the last time. look_back: whether they want to be asked
    how it went, a year after. loan_: an example the helper reckoned, printed behind: kroner, per cent a year, years.
    """

    id: int | None = None
    household_id: int
    wish: str = ""
    now: Rung = Rung.FIRST
    goal: Rung | None = None
    made_on: date
    programme_ends_on: date | None = None
    review_on: date | None = None
    reviewed_on: date | None = None
    signed_on: date | None = None
    closed_on: date | None = None
    outcome: Outcome | None = None
    outcome_note: str = ""
    look_back: bool = False
    looked_back_on: date | None = None
    look_back_note: str = ""
    loan_nok: int | None = None
    loan_rate: Decimal | None = None
    loan_years: int | None = None
    loan_free_years: int | None = None


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step of a plan. due_on: typed by hand; None lets it follow its anchor, months_before the anchor's day."""

    id: int | None = None
    household_id: int
    kind: StepKind
    text: str = ""
    who: StepWho = StepWho.TOGETHER
    due_on: date | None = None
    anchor: Anchor | None = None
    months_before: int | None = None
    done_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """A scheme of a household. amount_nok: whole kroner, a month for housing benefit, else in all.

    granted: None while not answered. ends_on: when it, or the option of leie til eie, runs out. price_nok: what was
    agreed to buy for (leie til eie). The has_ fields tick off the papers it needs.
    """

    id: int | None = None
    household_id: int
    kind: SchemeKind
    applied_on: date | None = None
    answered_on: date | None = None
    granted: bool | None = None
    reason: str = ""
    amount_nok: int | None = None
    price_nok: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    has_lease: bool = False
    has_costs: bool = False
    has_income: bool = False
    has_dwelling: bool = False
    has_shared_form: bool = False


@dataclass(frozen=True, kw_only=True)
class Talk:
    """A course, an information meeting or a talk: what was said; language: a code, interpreter: with one or not."""

    id: int | None = None
    household_id: int
    held_on: date
    kind: TalkKind
    said: str
    interpreter: bool | None = None
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class MarketTry:
    """A viewing, a call or a message about a dwelling to rent or buy. reason: why not."""

    id: int | None = None
    household_id: int
    tried_on: date
    kind: TryKind
    about: str
    answer: TryAnswer = TryAnswer.WAITING
    reason: str = ""


class Anchors(NamedTuple):
    """What steps and reviews are counted from; None where it is not known."""

    lease_ends_on: date | None = None
    programme_ends_on: date | None = None

    def day(self, anchor: Anchor | None) -> date | None:
        """Return the day of an anchor, None where it is not known."""
        days = {Anchor.LEASE_END: self.lease_ends_on, Anchor.PROGRAMME_END: self.programme_ends_on}
        return days.get(anchor) if anchor else None


class PlanLine(NamedTuple):
    """One line of the list of plans; household: what it is called outside its own case."""

    id: int
    household_id: int
    household: str
    now: Rung
    goal: Rung | None
    next_on: date | None
    review_on: date | None
    closed_on: date | None
    late: bool
