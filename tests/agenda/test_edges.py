"""Every kind of date on both sides of its edge, with the dates of law.md § 12; and what a mark may not do."""

from dataclasses import replace
from datetime import date

import pytest

from agenda.world import DAY
from bolig_desktop.agenda import calendar, leases, matters, people, reading
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.items import Item, Status, status
from bolig_desktop.agenda.kinds import KINDS
from bolig_desktop.agenda.leases import Lease
from bolig_desktop.agenda.people import Resident
from bolig_desktop.errors import Refused
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.settings.records import OwnParameter
from bolig_desktop.tenancies.records import (
    Decision,
    DecisionResult,
    Matter,
    MatterKind,
    NeedAssessment,
)
from build import a_dwelling, a_landlord, a_municipality, a_tenancy

G, R = DecisionResult.GRANTED, DecisionResult.REFUSED
END = date(2026, 10, 31)  # a Saturday, law.md § 12 A
LEASE = Lease(id=1, household_id=1, dwelling_id=1, starts_on=date(2023, 11, 1), ends_on=END, binds=True)
TOLD = {"decision": R, "told": True}
ASKED = {"asked_on": date(2026, 11, 23), "move_by": date(2026, 12, 19)}  # a Saturday


def d(text: str) -> date:
    return date.fromisoformat(text)


def chain(lease: Lease, today: date) -> Item:
    (one,) = (one for one in leases.of_lease(lease, today) if one.about.chain)
    return one


# kind, what was done about the lease ending 31 October 2026, today, nominal, act by, status, urgent
STAGES = [
    ("lease_talk", {}, "2026-04-22", "2026-04-30", "2026-04-30", Status.MONTH, False),
    ("lease_talk", {}, "2026-04-30", "2026-04-30", "2026-04-30", Status.WEEK, False),
    ("lease_talk", {}, "2026-05-01", "2026-04-30", "2026-04-30", Status.LATE, False),
    ("lease_talk", {}, "2026-06-29", "2026-04-30", "2026-04-30", Status.LATE, False),
    ("lease_decide", {}, "2026-06-30", "2026-06-30", "2026-06-30", Status.WEEK, False),
    ("lease_decide", {}, "2026-07-01", "2026-06-30", "2026-06-30", Status.LATE, False),
    ("lease_decide", {"talked": True}, "2026-04-01", "2026-06-30", "2026-06-30", Status.LATER, False),
    ("lease_decide", {"assessed": True}, "2026-05-31", "2026-06-30", "2026-06-30", Status.MONTH, False),
    ("lease_renew", {"decision": G}, "2026-07-31", "2026-07-31", "2026-07-31", Status.WEEK, False),
    ("lease_renew", {"decision": G}, "2026-08-01", "2026-07-31", "2026-07-31", Status.LATE, False),
    ("lease_renew", {"decision": G}, "2026-10-31", "2026-07-31", "2026-07-31", Status.LATE, True),
    ("lease_letter", {"decision": R}, "2026-07-31", "2026-07-31", "2026-07-31", Status.WEEK, False),
    ("lease_letter", {"decision": R}, "2026-08-01", "2026-07-31", "2026-07-31", Status.LATE, False),
    ("lease_ends", TOLD, "2026-10-22", "2026-10-31", "2026-10-30", Status.MONTH, False),
    ("lease_ends", TOLD, "2026-10-30", "2026-10-31", "2026-10-30", Status.WEEK, False),
    ("lease_ends", TOLD, "2026-10-31", "2026-10-31", "2026-10-30", Status.LATE, True),
    ("lease_expired", {}, "2026-11-01", "2027-01-31", "2027-01-29", Status.LATE, True),
    ("lease_expired", {}, "2026-11-22", "2027-01-31", "2027-01-29", Status.LATE, True),
    ("lease_expired", {"decision": G}, "2026-11-22", "2027-01-31", "2027-01-29", Status.LATE, True),
    ("lease_expired", {"asked_on": END}, "2026-11-22", "2027-01-31", "2027-01-29", Status.LATE, True),
    ("lease_expired", {}, "2027-01-31", "2027-01-31", "2027-01-29", Status.LATE, True),
    ("lease_uncertain", {}, "2027-02-01", "2027-01-31", "2027-01-29", Status.UNCERTAIN, True),
    ("lease_indefinite", {}, "2027-02-02", "2027-01-31", "2027-01-29", Status.LATE, True),
    ("lease_indefinite", {"asked_on": d("2027-02-02")}, "2027-02-03", "2027-01-31", "2027-01-29", Status.LATE, True),
    ("lease_move_out", ASKED, "2026-11-24", "2026-12-19", "2026-12-21", Status.MONTH, False),
    ("lease_move_out", ASKED, "2026-12-21", "2026-12-19", "2026-12-21", Status.WEEK, False),
    ("lease_move_out", ASKED, "2026-12-22", "2026-12-19", "2026-12-21", Status.LATE, True),
    ("lease_move_out", {"asked_on": d("2027-02-01")}, "2027-02-01", "2027-02-01", "2027-02-01", Status.LATE, True),
]


@pytest.mark.parametrize(("kind", "done", "today", "nominal", "act_by", "stands", "urgent"), STAGES)
def test_the_stages_of_a_lease(kind, done, today, nominal, act_by, stands, urgent):
    one = chain(LEASE._replace(**done), d(today))
    assert (one.kind, one.nominal, one.act_by) == (kind, d(nominal), d(act_by))
    assert (status(one, d(today)), one.urgent) == (stands, urgent)


@pytest.mark.parametrize(
    ("end", "nominal", "act_by"),
    [  # law.md § 12 B: no 31 Nov; the 30th, not the 31st; no 30 Feb
        ("2026-08-31", "2026-11-30", "2026-11-30"),
        ("2026-09-30", "2026-12-30", "2026-12-30"),
        ("2026-11-30", "2027-02-28", "2027-02-26"),
    ],
)
def test_three_months_after_other_ends(end, nominal, act_by):
    lease = LEASE._replace(ends_on=d(end))
    one = chain(lease, d(end) + DAY)
    assert (one.kind, one.nominal, one.act_by) == ("lease_expired", d(nominal), d(act_by))
    assert chain(lease, d(nominal)).kind == "lease_expired"
    assert chain(lease, d(nominal) + DAY).kind == ("lease_uncertain" if nominal > act_by else "lease_indefinite")


def _rent_notes(today: str, **facts: object) -> dict[str, tuple[date, date]]:
    lease = LEASE._replace(**({"starts_on": d("2025-11-01"), "ends_on": None} | facts))
    return {one.kind: (one.nominal, one.act_by) for one in leases.of_lease(lease, d(today))}


def test_the_rent_may_follow_the_index_after_a_year_and_notice_is_a_month():
    notice, effect = d("2026-10-01"), d("2026-11-01")
    assert _rent_notes("2026-10-01")["lease_index"] == (effect, notice)
    assert "lease_index" not in _rent_notes("2026-10-02")
    again = _rent_notes("2026-10-02", rent_set_on=effect)["lease_index"]
    assert again == (d("2027-11-01"), d("2027-10-01"))
    assert "lease_index" not in _rent_notes("2026-01-01", ends_on=d("2026-10-31"))  # over before a year


def test_current_rent_may_be_demanded_after_thirty_months():
    first = d("2028-05-01")  # 1 May is no working day, and the 2nd is a Tuesday
    assert _rent_notes("2028-05-02")["lease_market"] == (first, d("2028-05-02"))
    assert "lease_market" not in _rent_notes("2028-05-03")
    assert "lease_market" not in _rent_notes("2026-01-01", ends_on=first)


def test_a_guarantee_ends_unless_the_lease_says_the_same():
    assert [one.act_by for one in leases.of_guarantee(LEASE._replace(guarantee_ends_on=d("2026-08-02")))] == [
        d("2026-07-31")
    ]
    assert not list(leases.of_guarantee(LEASE._replace(guarantee_ends_on=END)))


# kind of matter, its dates, and what stands on the list: kind, nominal, act by
K = MatterKind
MATTERS = [
    (K.MEMBER_APPLICATION, {"received_on": "2026-11-23"}, [("member_application", "2026-12-23", "2026-12-23")]),
    (K.MEMBER_APPLICATION, {"received_on": "2026-11-26"}, [("member_application", "2026-12-26", "2026-12-24")]),
    (K.MEMBER_APPLICATION, {"received_on": "2026-11-23", "answered_on": "2026-12-23"}, []),
    (K.HOUSING_APPLICATION, {"received_on": "2026-11-23"}, [("housing_application", "2026-12-23", "2026-12-23")]),
    (K.HOUSING_APPLICATION, {}, [("housing_application", "2026-12-22", "2026-12-22")]),
    (K.HOUSING_APPLICATION, {"received_on": "2026-11-23", "closed_on": "2026-11-24"}, []),
    (
        K.NOTICE_BY_US, {"sent_on": "2026-11-23", "received_on": "2026-11-24"},
        [("notice_protest", "2026-12-24", "2026-12-24"), ("notice_ends", "2027-02-28", "2027-02-26")],
    ),
    (
        K.NOTICE_BY_US, {"sent_on": "2026-11-23", "received_on": "2026-11-24", "answered_on": "2026-12-20"},
        [("notice_lawsuit", "2027-03-24", "2027-03-24"), ("notice_ends", "2027-02-28", "2027-02-26")],
    ),
    (  # when it came is not known: theirs seven days of post later, ours from the day it was sent
        K.NOTICE_BY_US, {"sent_on": "2026-11-23"},
        [("notice_protest", "2026-12-30", "2026-12-30"), ("notice_ends", "2027-02-28", "2027-02-26")],
    ),
    (
        K.NOTICE_BY_US, {"sent_on": "2026-11-23", "answered_on": "2026-12-20"},
        [("notice_lawsuit", "2027-03-23", "2027-03-23"), ("notice_ends", "2027-02-28", "2027-02-26")],
    ),
    (K.NOTICE_BY_US, {}, []),
    (K.NOTICE_BY_TENANT, {"received_on": "2026-11-30"}, [("notice_ends", "2027-02-28", "2027-02-26")]),
    (K.NOTICE_BY_TENANT, {"received_on": "2026-12-01"}, [("notice_ends", "2027-03-31", "2027-03-31")]),
    (
        K.EVICTION_NOTICE, {"sent_on": "2026-11-23"},  # law.md § 12 A: the petition from Tuesday 8 December
        [("eviction_petition", "2026-12-08", "2026-12-08"), ("eviction_lapses", "2027-11-23", "2027-11-23")],
    ),
    (K.EVICTION_NOTICE, {}, []),
    (K.SOCIAL_SERVICE_NOTICE, {"sent_on": "2026-11-21"}, [("social_notice", "2026-12-05", "2026-12-07")]),
    (K.BANK_NOTICE, {"sent_on": "2026-11-21"}, [("bank_reply", "2026-12-26", "2026-12-24")]),
    (K.BANK_NOTICE, {"sent_on": "2026-11-21", "answered_on": "2026-12-01"}, []),
    (K.INDEX_CHANGE, {"effect_on": "2027-01-01"}, [("rent_changes", "2027-01-01", "2026-12-31")]),
    (K.MARKET_RENT, {}, []),
    (K.WARNING, {"sent_on": "2026-11-22", "due_on": "2026-12-05"}, [("answer_by", "2026-12-05", "2026-12-07")]),
    (K.WARNING, {"sent_on": "2026-11-22", "due_on": "2026-12-05", "answered_on": "2026-12-05"}, []),
    (K.REQUEST_TO_MOVE, {"sent_on": "2026-11-22", "due_on": "2026-12-05"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "days", "expected"), MATTERS)
def test_what_a_matter_has_on_the_list(kind, days, expected):
    days = {name: d(day) for name, day in days.items()}
    matter = Matter(id=1, kind=kind, household_id=1, opened_on=d("2026-11-22"), **days)
    found = [(one.kind, one.nominal.isoformat(), one.act_by.isoformat()) for one in matters.of_matter(matter, 7)]
    assert found == expected


REFUSAL = Decision(id=1, household_id=1, result=R, decided_on=d("2026-11-20"))


@pytest.mark.parametrize(
    ("days", "sent", "expected"),
    [
        ({"received_on": "2026-11-23"}, None, [("appeal", "2026-12-14")]),
        ({"received_on": "2026-12-04"}, None, [("appeal", "2026-12-28")]),  # 25 December, then a weekend
        ({}, "2026-11-23", [("appeal", "2026-12-21")]),  # and seven days of post
        ({}, None, []),
        ({"received_on": "2026-11-23", "appealed_on": "2026-12-10"}, None, [("appeal_forward", "2027-01-08")]),
        ({"appealed_on": "2026-12-10", "forwarded_on": "2026-12-11"}, None, []),
    ],
)
def test_appeals(days, sent, expected):
    decision = replace(REFUSAL, **{name: d(day) for name, day in days.items()})
    found = matters.of_decision(decision, 7, d(sent) if sent else None)
    assert [(one.kind, one.act_by.isoformat()) for one in found] == expected


def test_a_yes_has_no_appeal_period():
    assert not list(matters.of_decision(replace(REFUSAL, result=G, received_on=d("2026-11-23")), 7, None))


def test_an_assessment_that_was_begun_is_to_be_finished_in_two_weeks():
    begun = NeedAssessment(id=1, household_id=1, tenancy_id=1, assessed_on=d("2026-11-22"))
    assert [one.act_by for one in matters.of_assessment(begun, decided=False)] == [d("2026-12-04")]  # 6 Dec: a Sunday
    assert not list(matters.of_assessment(begun, decided=True))


OLD = {"settled_on": d("2022-05-01"), "programme_on": d("2022-06-01")}
SETTLED = Resident(1, 1, d("1990-01-01"), None, None, d("2026-08-31"), None, None, False)


@pytest.mark.parametrize(
    ("facts", "today", "expected"),
    [
        ({}, "2026-11-22", [("programme", "2026-11-30")]),
        ({"programme_on": d("2026-10-01")}, "2026-11-22", []),
        ({"born_on": d("2008-08-31")}, "2026-11-22", [("programme", "2026-11-30")]),  # 18 that day
        ({"born_on": d("2008-09-01")}, "2026-11-22", []),
        ({"born_on": d("1970-09-01")}, "2026-11-22", [("programme", "2026-11-30")]),  # 55
        ({"born_on": d("1970-08-31")}, "2026-11-22", []),  # 56
        ({"registered_on": d("2026-11-30")}, "2026-12-22", [("programme", "2026-11-30")]),
        ({"registered_on": d("2026-12-01")}, "2026-12-22", []),
        ({"settled_on": None, "permit_on": d("2026-06-06")}, "2026-11-22", [("settlement", "2026-12-04")]),
        ({"settled_on": None, "permit_on": d("2026-06-06"), "minor_alone": True}, "2026-11-22",
         [("settlement", "2026-09-04")]),
        (OLD, "2025-12-31", []),
        (OLD, "2026-01-01", [("grant_ends", "2026-12-31")]),
        (OLD, "2027-01-01", []),
        ({"programme_on": d("2026-10-01"), "permit_ends_on": d("2027-03-04")}, "2026-11-22",
         [("permit_ends", "2027-01-04")]),
    ],
)  # fmt: skip
def test_people(facts, today, expected):
    found = people.of_person(SETTLED._replace(**facts), d(today))
    assert [(one.kind, one.act_by.isoformat()) for one in found] == expected


@pytest.mark.parametrize(
    ("kind", "today", "expected"),
    [
        ("housing_benefit", "2026-11-25", ["2026-11-25", "2026-12-24"]),
        ("housing_benefit", "2026-11-26", ["2026-12-24"]),
        ("kostra", "2026-11-22", ["2027-02-15"]),
        ("kostra", "2027-04-15", ["2027-02-15", "2028-02-15"]),
        ("kostra", "2027-04-16", ["2028-02-15"]),
        ("need_plan", "2027-07-15", ["2027-07-01"]),
        ("need_plan", "2027-07-16", []),
        ("interpreters", "2027-01-14", ["2026-12-31"]),
        ("interpreters", "2027-01-15", []),
    ],
)
def test_the_calendar(kind, today, expected):
    found = [one.act_by.isoformat() for one in calendar.of_calendar(d(today)) if one.kind == kind]
    assert found == expected


OWN = {
    "housing_benefit": ("housing_allowance_apply_day", "28", "2026-12-01", ["2026-11-25", "2026-12-28"]),
    "kostra": ("kostra_13_due", "03-01", None, ["2027-03-01"]),
    "need_plan": ("housing_plan_due", "2027-10-01", None, ["2027-10-01"]),
    "interpreters": ("interpreter_dispensation_ends", "2027-12-31", None, ["2027-12-31"]),
}


@pytest.mark.parametrize("kind", OWN)
def test_an_own_row_moves_the_date_at_once_and_undo_moves_it_back(case, kind):
    name, value, valid_from, expected = OWN[kind]
    days = lambda: [one.act_by.isoformat() for one in agenda.items() if one.kind == kind]  # noqa: E731
    agenda = Agenda(case)
    before = days()
    facts = {
        "valid_from": d(valid_from) if valid_from else None,
        "source": "Rundskriv",
        "next_check": d("2027-11-22"),
    }
    case.save(OwnParameter(name=name, value=value, **facts))
    assert days() == expected != before
    case.undo_last()
    assert days() == before


def test_a_date_nobody_knows_is_left_out():
    assert "kostra" not in {one.kind for one in calendar.of_calendar(d("2022-06-01"))}
    assert "housing_benefit" not in {one.kind for one in calendar.of_calendar(d("2025-11-30"))}
    assert [one.nominal for one in calendar.of_calendar(d("2025-12-01")) if one.kind == "housing_benefit"] == [
        d("2026-01-25")
    ]


def test_owners_and_papers(case):
    a_municipality(case)
    dwelling = a_dwelling(case)
    facts = {"landlord_id": a_landlord(case).id, "dwelling_id": dwelling.id, "rent_nok": 8000}
    facts |= {"starts_on": d("2024-02-01"), "ends_on": d("2027-01-31")}
    hired = case.save(HeadLease(guarantee_nok=9000, guarantee_ends_on=d("2027-02-28"), **facts))
    found = {one.kind: one.act_by for one in reading.of_owners(case)}
    assert found == {"head_lease_ends": d("2026-10-30"), "head_guarantee_ends": d("2027-02-26")}
    case.save(replace(hired, id=None, starts_on=d("2027-02-01"), ends_on=None, guarantee_ends_on=None))
    assert not reading.of_owners(case)


def test_every_kind_has_its_edge_here():
    tried = {row[0] for row in STAGES} | {kind for row in MATTERS for kind, *_ in row[2]}
    tried |= {"lease_index", "lease_market", "guarantee_ends", "appeal", "appeal_forward", "assessment_open"}
    tried |= {"programme", "settlement", "permit_ends", "grant_ends", "head_lease_ends", "head_guarantee_ends"}
    tried |= {"housing_benefit", "kostra", "need_plan", "interpreters", "binder", "house_rules"}  # in test_homes
    tried |= {"visit", "visit_step", "visit_sooner", "visit_agreed", "visit_notice", "task"}  # in test_visits
    tried |= {kind for kind in KINDS if kind.startswith(("defect_", "complaint_", "check_"))}  # in test_maintenance
    tried |= {"house_meeting", "meeting_point", "house_conflict", "cost_account"}  # in test_house_days
    tried |= {
        "plan_step",
        "plan_review",
        "plan_close",
        "plan_look_back",
        "scheme_ends",
        "benefit_falls",
    }  # test_plans_due
    assert set(KINDS) - tried == {"archive"}  # in tests/demo/test_due_list.py


@pytest.fixture
def agenda(case) -> Agenda:
    """A lease that ran out on 31 October 2026 and one that ends on 30 April 2027; an application of 1 November."""
    a_municipality(case)
    expired = a_tenancy(case, starts_on=d("2023-11-01"), ends_on=END)
    a_tenancy(case, starts_on=d("2024-05-01"), ends_on=d("2027-04-30"))
    case.save(
        Matter(
            kind=K.MEMBER_APPLICATION, household_id=expired.household_id, tenancy_id=expired.id,
            opened_on=d("2026-11-01"), received_on=d("2026-11-01"),
        )
    )  # fmt: skip
    return Agenda(case)


def _one(agenda: Agenda, kind: str) -> Item:
    return next(one for one in agenda.items() if one.kind == kind)


def _code(act, *arguments: object) -> str:
    with pytest.raises(Refused) as refused:
        act(*arguments)
    return refused.value.problems[0].code


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if not kind.by_hand])
def test_what_only_facts_can_say_is_not_ticked(agenda, kind):
    one = _one(agenda, "lease_expired")._replace(kind=kind)
    assert _code(agenda.done, one) == "mark.by_facts_only"


@pytest.mark.parametrize(
    ("kind", "last"),
    [("lease_expired", "2027-01-29"), ("member_application", "2026-12-01"), ("lease_talk", "2027-04-30")],
)
def test_nothing_is_put_off_past_its_deadline(agenda, kind, last):
    """The law's day to act by, and for a lease that runs out the day it ends."""
    one = _one(agenda, kind)
    assert _code(agenda.put_off, one, d(last) + DAY, "Venter") == "mark.past_deadline"
    assert one in agenda.items()
    assert agenda.put_off(one, d(last), "Venter på svar").put_off_to == d(last)
    assert one not in agenda.items()
    assert Agenda(agenda._case).items() == agenda.items()


def test_a_mark_needs_a_day_ahead_and_a_reason(agenda):
    one = _one(agenda, "lease_talk")
    assert _code(agenda.put_off, one, d("2026-11-22"), "Venter") == "mark.not_ahead"
    assert _code(agenda.put_off, one, d("2026-11-23"), " ") == "mark.reason_missing"


def test_a_talk_that_was_held_leads_to_the_decision(agenda):
    agenda.done(_one(agenda, "lease_talk"))
    assert {one.kind for one in agenda.items() if one.about.chain} == {"lease_expired", "lease_decide"}
