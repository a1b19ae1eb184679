"""Every kind of date on the list: the rule behind it, whom it binds, and the one natural act."""

import enum
from dataclasses import dataclass


class Who(enum.StrEnum):
    """Whom a date binds."""

    US = "us"
    THEM = "them"


class Act(enum.StrEnum):
    """What is offered to be done about a date."""

    OPEN = "open"
    ASSESS = "assess"
    DECIDE = "decide"
    RENEW = "renew"
    HAND_BACK = "hand_back"
    REQUEST_TO_MOVE = "request_to_move"
    LEASE_END_LETTER = "lease_end_letter"
    ANSWER = "answer"
    INDEX = "index"
    FILE = "file"
    BINDER = "binder"
    SIGN = "sign"
    VISIT = "visit"
    NOTICE = "notice"
    DO = "do"
    REPORT = "report"
    CHECK = "check"
    PLAN = "plan"
    MEET = "meet"
    FOLLOW_CONFLICT = "follow_conflict"
    ACCOUNT = "account"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of date. rule: its id in the law, None for a routine of ours. by_hand: may be ticked as done.

    opens: the first day a step may be taken, so it moves to the next working day and never back.
    chain: dates of one chain follow one another, and only one of them stands on the list. note: told
    before it comes, and no duty afterwards.
    """

    name: str
    rule: str | None = None
    who: Who = Who.US
    act: Act = Act.OPEN
    by_hand: bool = True
    opens: bool = False
    chain: str = ""
    note: bool = False


_LEASE = "lease"
_ALL = (
    # The lease that runs out: six, four and three months before, the day, and the three months after (HL-9-2-3).
    Kind(name="lease_talk", act=Act.ASSESS, chain=_LEASE),
    Kind(name="lease_decide", act=Act.DECIDE, chain=_LEASE, by_hand=False),
    Kind(name="lease_letter", act=Act.LEASE_END_LETTER, chain=_LEASE),
    Kind(name="lease_renew", act=Act.RENEW, chain=_LEASE, by_hand=False),
    Kind(name="lease_ends", rule="HL-9-2-3", act=Act.HAND_BACK, chain=_LEASE, by_hand=False),
    Kind(name="lease_expired", rule="HL-9-2-3", act=Act.REQUEST_TO_MOVE, chain=_LEASE, by_hand=False),
    Kind(name="lease_uncertain", rule="HL-9-2-3", act=Act.REQUEST_TO_MOVE, chain=_LEASE, by_hand=False),
    Kind(name="lease_indefinite", rule="HL-9-2-3", chain=_LEASE),
    Kind(name="lease_move_out", who=Who.THEM, chain=_LEASE, by_hand=False),
    Kind(name="lease_index", rule="HL-4-2", act=Act.INDEX, note=True),
    Kind(name="lease_market", rule="HL-4-3", note=True, opens=True),
    Kind(name="guarantee_ends"),
    # What was asked for, sent or received.
    Kind(name="member_application", rule="HL-7-6", act=Act.ANSWER, by_hand=False),
    Kind(name="housing_application", rule="FV-11a", act=Act.ANSWER, by_hand=False),
    Kind(name="notice_protest", rule="HL-9-8a", who=Who.THEM, act=Act.ANSWER),
    Kind(name="notice_lawsuit", rule="HL-9-8b", act=Act.ANSWER, by_hand=False),
    Kind(name="notice_ends"),
    Kind(name="eviction_petition", rule="TV-4-18", opens=True),
    Kind(name="eviction_lapses", rule="TV-4-19"),
    Kind(name="social_notice", rule="HL-9-11", opens=True),
    Kind(name="bank_reply", rule="HL-3-5c", act=Act.ANSWER, by_hand=False),
    Kind(name="rent_changes"),
    Kind(name="answer_by", who=Who.THEM),
    # Decisions and appeals.
    Kind(name="appeal", rule="FV-29", who=Who.THEM),
    Kind(name="appeal_forward", act=Act.ANSWER, by_hand=False),
    Kind(name="assessment_open", act=Act.ASSESS, by_hand=False),
    # People.
    Kind(name="programme", rule="IN-12"),
    Kind(name="settlement", rule="IN-BOS"),
    Kind(name="permit_ends"),
    Kind(name="grant_ends", rule="IN-TIL", note=True),
    # The home.
    Kind(name="binder", act=Act.BINDER, note=True),
    Kind(name="house_rules", rule="HL-5-2", act=Act.SIGN, by_hand=False),
    Kind(name="visit", act=Act.VISIT, by_hand=False),
    Kind(name="visit_step", act=Act.VISIT, by_hand=False),
    Kind(name="visit_sooner", act=Act.VISIT, by_hand=False),
    Kind(name="visit_agreed", act=Act.VISIT, by_hand=False),
    Kind(name="visit_notice", rule="HL-5-6", act=Act.NOTICE, by_hand=False),
    Kind(name="task", act=Act.DO, by_hand=False),
    # Defects, complaints and recurring checks: routines of ours all of them.
    Kind(name="defect_urgent", act=Act.REPORT, by_hand=False),
    Kind(name="defect_unsent", act=Act.REPORT, by_hand=False),
    Kind(name="defect_promised", who=Who.THEM, by_hand=False),
    Kind(name="complaint_unanswered", act=Act.ANSWER, by_hand=False),
    Kind(name="check_smoke_alarm", act=Act.CHECK, by_hand=False),
    Kind(name="check_extinguisher", act=Act.CHECK, by_hand=False),
    Kind(name="check_keys", act=Act.CHECK, by_hand=False),
    Kind(name="check_electrical", act=Act.CHECK, by_hand=False),
    Kind(name="check_radon", act=Act.CHECK, by_hand=False),
    Kind(name="check_never", act=Act.CHECK, by_hand=False),
    # The way on: the housing-career plan and its schemes.
    Kind(name="plan_step", act=Act.PLAN, by_hand=False),
    Kind(name="plan_review", act=Act.PLAN, by_hand=False),
    Kind(name="plan_close", act=Act.PLAN, by_hand=False),
    Kind(name="plan_look_back", act=Act.PLAN, by_hand=False),
    Kind(name="scheme_ends", act=Act.PLAN),
    Kind(name="benefit_falls", act=Act.PLAN),
    # Daily life in a shared house: routines of ours, and the account a tenant may demand (HL-3-4 gives no day).
    Kind(name="house_meeting", act=Act.MEET, by_hand=False),
    Kind(name="meeting_point", act=Act.MEET, by_hand=False),
    Kind(name="house_conflict", act=Act.FOLLOW_CONFLICT, by_hand=False),
    Kind(name="cost_account", act=Act.ACCOUNT, by_hand=False),
    # Owners, papers and the calendar.
    Kind(name="head_lease_ends"),
    Kind(name="head_guarantee_ends"),
    Kind(name="archive", act=Act.FILE, by_hand=False),
    Kind(name="housing_benefit", rule="HB-BO1", note=True),
    Kind(name="kostra", rule="KO-13", note=True),
    Kind(name="need_plan", rule="BS-5", note=True),
    Kind(name="interpreters", rule="SP-3", note=True),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}
