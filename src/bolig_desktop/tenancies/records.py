"""What a tenancy (leieforhold) is, and what is written about it: protocols, decisions, matters, the final account."""

import enum
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol


class TenancyKind(enum.StrEnum):
    """Kommunal, framleie, rom i bofellesskap, privat, eid."""

    MUNICIPAL = "municipal"
    SUBLET = "sublet"
    ROOM = "room"
    PRIVATE = "private"
    OWNED = "owned"


class TenancyState(enum.StrEnum):
    """State today, derived and never stored."""

    DRAFT = "draft"
    RUNNING = "running"
    EXPIRED = "expired"
    INDEFINITE = "indefinite"
    ENDED = "ended"


class SecurityKind(enum.StrEnum):
    """Who stands for the guarantee."""

    MUNICIPAL = "municipal"
    NAV = "nav"
    BANK = "bank"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Tenancy:
    """A lease of one dwelling or room for one household.

    ends_on None is an indefinite lease (tidsubestemt). All ``_nok`` are whole kroner; rent_nok, power_nok (on
    account) and water_nok (metered) a month, deposit_nok and guarantee_nok in all (together at most six months'
    rent, husleieloven §§ 3-5, 3-6). told_not_terminable: the written information of § 9-2 first paragraph;
    terminable_in_term: agreed that it can be terminated. vulnerable_notice: told in writing that § 11-1 applies;
    the four exception_ fields are the exceptions told, the short term (sixth paragraph) among them. eviction_unpaid
    and eviction_expiry: clauses of tvangsfullbyrdelsesloven § 13-2 third paragraph a and b.
    social_notice_declined_on: when the tenant asked in writing that the social service is not told (§ 9-11).
    guarantee_months and guarantee_decision: how many months' rent a municipal guarantee covers at most, and the
    council's decision it rests on.
    """

    id: int | None = None
    kind: TenancyKind
    dwelling_id: int
    household_id: int
    previous_id: int | None = None
    reference: str = ""
    starts_on: date
    ends_on: date | None = None
    handover_on: date | None = None
    moved_out_on: date | None = None
    rent_nok: int
    power_nok: int | None = None
    water_nok: int | None = None
    due_day: int = 1
    deposit_nok: int | None = None
    deposit_bank: str = ""
    deposit_account: str = ""
    deposit_opened_on: date | None = None
    deposit_same_bank: bool = False
    guarantee_kind: SecurityKind | None = None
    guarantee_nok: int | None = None
    guarantee_ends_on: date | None = None
    told_not_terminable: bool = True
    terminable_in_term: bool = False
    notice_months: int = 3
    vulnerable_notice: bool = False
    exception_family: bool = False
    exception_others: bool = False
    exception_absence: bool = False
    exception_short_term: bool = False
    short_term_reason: str = ""
    short_term_decision: str = ""
    short_term_weighty: str = ""
    landlord_lives_in: bool = False
    just_cause: str = ""
    eviction_unpaid: bool = True
    eviction_expiry: bool = True
    owner_consent_on: date | None = None
    guardian: str = ""
    interpreter: str = ""
    departures: str = ""
    social_notice_declined_on: date | None = None
    guarantee_months: int | None = None
    guarantee_decision: str = ""
    signed_landlord_on: date | None = None
    signed_tenant_on: date | None = None
    note: str = ""


class Term(Protocol):
    """What a tenancy's state is derived from; a Tenancy has it, and so has a bare line of the list."""

    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date | None: ...
    @property
    def moved_out_on(self) -> date | None: ...
    @property
    def signed_tenant_on(self) -> date | None: ...
    @property
    def signed_landlord_on(self) -> date | None: ...


class TermDates(NamedTuple):
    """The dates of one tenancy and nothing else (see Term)."""

    starts_on: date
    ends_on: date | None
    moved_out_on: date | None
    signed_tenant_on: date | None
    signed_landlord_on: date | None


class TenancyLine(NamedTuple):
    """One line of the list of tenancies; household is a label without a name when it is shielded."""

    id: int
    kind: TenancyKind
    dwelling_id: int
    dwelling: str
    household_id: int
    household: str
    starts_on: date
    ends_on: date | None
    moved_out_on: date | None
    rent_nok: int
    state: TenancyState


class HandoverKind(enum.StrEnum):
    """Takeover at the start or hand-back at the end."""

    TAKEOVER = "takeover"
    HANDBACK = "handback"


@dataclass(frozen=True, kw_only=True)
class Handover:
    """A protocol (overtakelse eller tilbakelevering); power_reading is kWh, water_reading is m³."""

    id: int | None = None
    tenancy_id: int
    kind: HandoverKind
    held_on: date | None = None
    present: str = ""
    keys: str = ""
    power_reading: Decimal | None = None
    water_reading: Decimal | None = None
    smoke_alarms_ok: bool | None = None
    extinguisher_ok: bool | None = None
    condition: str = ""
    remarks: str = ""
    signed_on: date | None = None


class Conclusion(enum.StrEnum):
    """What a need assessment comes to: stay, move, or move to another of our dwellings."""

    EXTEND = "extend"
    NOT_EXTEND = "not_extend"
    OTHER_DWELLING = "other_dwelling"


@dataclass(frozen=True, kw_only=True)
class NeedAssessment:
    """Behovsvurdering: what must be known before a household's lease is followed by another one.

    tenancy_id: the lease that runs out. income, family, tried (what they did to find a home of their own) and
    next_step are plain words; conclusion None is an assessment that is not finished.
    """

    id: int | None = None
    household_id: int
    tenancy_id: int
    assessed_on: date
    assessed_by: str = ""
    income: str = ""
    family: str = ""
    tried: str = ""
    next_step: str = ""
    conclusion: Conclusion | None = None
    reasons: str = ""
    interpreter: str = ""


class DecisionKind(enum.StrEnum):
    """What is decided: another lease (law.md BS-TILD), a first dwelling (BS-TILD), or help (boligsosialloven § 7)."""

    EXTENSION = "extension"
    ALLOTMENT = "allotment"
    HELP = "help"


class DecisionResult(enum.StrEnum):
    """Innvilget, avslått, or granted in another dwelling."""

    GRANTED = "granted"
    REFUSED = "refused"
    OTHER_DWELLING = "other_dwelling"


class RefusalReason(enum.StrEnum):
    """Why an application for a dwelling was refused: the reason that weighed most; the letter says them in words."""

    HAS_HOME = "has_home"
    CAN_RENT = "can_rent"
    OUTSIDE = "outside"
    NO_DWELLING = "no_dwelling"
    NOT_ANSWERED = "not_answered"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """An enkeltvedtak, always in writing with its reasons (forvaltningsloven §§ 23-25, 27).

    tenancy_id: the lease an extension is about; assessment_id: what it rests on. content: the main content of the
    help (size, area, term). rules: the municipality's own rules it uses beside the acts. received_on: when it reached
    the party, None where that is not known. appeal: what the party says against it; appeal_assessment: how we judge
    it again before it is sent on (§ 33). refusal_reason: of an allotment that was refused, for the year's figures.
    """

    id: int | None = None
    household_id: int
    tenancy_id: int | None = None
    assessment_id: int | None = None
    kind: DecisionKind = DecisionKind.EXTENSION
    result: DecisionResult
    decided_on: date
    decided_by: str = ""
    reference: str = ""
    facts: str = ""
    considerations: str = ""
    content: str = ""
    rules: str = ""
    received_on: date | None = None
    appealed_on: date | None = None
    forwarded_on: date | None = None
    appeal: str = ""
    appeal_assessment: str = ""
    refusal_reason: RefusalReason | None = None
    note: str = ""


class MatterKind(enum.StrEnum):
    """What has been asked for, sent or received and has its own clock."""

    HOUSING_APPLICATION = "housing_application"
    MEMBER_APPLICATION = "member_application"
    REQUEST_TO_MOVE = "request_to_move"
    NOTICE_BY_US = "notice_by_us"
    NOTICE_BY_TENANT = "notice_by_tenant"
    WARNING = "warning"
    TERMINATION = "termination"
    EVICTION_NOTICE = "eviction_notice"
    SOCIAL_SERVICE_NOTICE = "social_service_notice"
    BANK_NOTICE = "bank_notice"
    INDEX_CHANGE = "index_change"
    MARKET_RENT = "market_rent"
    LEFT_BELONGINGS = "left_belongings"
    GUARANTEE_CLAIM = "guarantee_claim"
    ADVANCE_NOTICE = "advance_notice"


class MatterBasis(enum.StrEnum):
    """What a warning, a termination or an eviction notice stands on."""

    UNPAID = "unpaid"
    EXPIRY = "expiry"
    UNPROTESTED = "unprotested"
    NEGLECT = "neglect"
    NUISANCE = "nuisance"
    SUBLETTING = "subletting"
    WRONG_USE = "wrong_use"
    OTHER = "other"


class ApplicationSort(enum.StrEnum):
    """What a tenant asks to be allowed: husleieloven § 7-1, and subletting by §§ 7-2 to 7-5."""

    MEMBER = "member"
    PART = "part"
    ABSENCE = "absence"
    REST_OF_TERM = "rest_of_term"
    SUBLET = "sublet"


class MainReason(enum.StrEnum):
    """Why a household applies for a dwelling, as KOSTRA form 13 groups it; no group that tells of health is kept."""

    REFUGEE = "refugee"
    ACCESSIBLE = "accessible"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Matter:
    """One thing that runs: an application received, a notice given, a request sent.

    opened_on: when it came in or was begun. due_on: the day we gave the other party (move by, collect by, answer
    by). sent_on and received_on: when our letter went, and when it is known to have come. answered_on: our answer to
    an application, or the other party's protest. effect_on: when a change or an end takes effect. closed_on: when
    nothing more follows. amount_nok: whole kroner (new rent a month, claim).

    about: who or what it concerns (who is to move in, the things left behind). sort and granted: what an application
    asks for, and our answer. position: what the other party says. deductions: what is taken off, in words. The kpi_
    fields are what an index change was reckoned from: Statistics Norway's table, and two of its months ("2026-10")
    with their values; old_rent_nok is the rent it was reckoned of. main_reason: of an application for a
    dwelling.
    """

    id: int | None = None
    kind: MatterKind
    household_id: int
    tenancy_id: int | None = None
    opened_on: date
    due_on: date | None = None
    sent_on: date | None = None
    received_on: date | None = None
    answered_on: date | None = None
    effect_on: date | None = None
    closed_on: date | None = None
    outcome: str = ""
    basis: MatterBasis | None = None
    amount_nok: int | None = None
    reason: str = ""
    about: str = ""
    sort: ApplicationSort | None = None
    granted: bool | None = None
    position: str = ""
    deductions: str = ""
    note: str = ""
    kpi_series: str = ""
    kpi_from_month: str = ""
    kpi_from: Decimal | None = None
    kpi_to_month: str = ""
    kpi_to: Decimal | None = None
    old_rent_nok: int | None = None
    main_reason: MainReason | None = None


class LineKind(enum.StrEnum):
    """What a line of a final account is: what we claim, what was paid, what stands on the deposit account."""

    UNPAID_RENT = "unpaid_rent"
    AFTER_END = "after_end"
    DAMAGE = "damage"
    CLEANING = "cleaning"
    OTHER_CLAIM = "other_claim"
    PAYMENT = "payment"
    DEPOSIT = "deposit"
    INTEREST = "interest"


@dataclass(frozen=True, kw_only=True)
class FinalAccountLine:
    """One line of the final account (oppgjør) when a tenancy is over.

    dated_on: when a claim arose or fell due, when money came in, or the day of the bank's statement. amount_ore:
    whole øre, and never less than nothing: the kind says which way it counts. reason: what it is for (which months,
    which damage). voucher: the receipt, invoice or statement that shows it.
    """

    id: int | None = None
    tenancy_id: int
    kind: LineKind
    dated_on: date
    amount_ore: int
    reason: str = ""
    voucher: str = ""
