"""What is due about defects, complaints and checks, on both sides of its edge: our routines, but for a promise."""

from dataclasses import replace
from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.items import Status, status
from bolig_desktop.agenda.maintenance import of_homes
from bolig_desktop.agenda.words import row, short, why
from bolig_desktop.casefile import CaseFile
from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.errors import Refused
from bolig_desktop.maintenance.records import CheckKind, DefectKind, HomeCheck, Mender, Urgency
from bolig_desktop.storage import history
from build import a_complaint, a_defect, a_dwelling, a_house_with_rooms, a_municipality


def d(text: str) -> date:
    return date.fromisoformat(text)


def told(case, today, *kinds):
    at = CaseFile(case.db, clock=clock.fixed(d(today)))
    return [one for one in Agenda(at).items() if one.kind in kinds]


DEFECTS = ("defect_urgent", "defect_unsent", "defect_promised")


@pytest.mark.parametrize(
    ("urgency", "last_day", "late_day"),
    [
        (Urgency.NOW, None, "2026-11-10"),
        (Urgency.SOON, "2026-11-17", "2026-11-18"),
        (Urgency.CAN_WAIT, "2026-12-10", "2026-12-11"),
    ],
)
def test_a_defect_is_late_the_day_after_it_should_have_been_sent(case, urgency, last_day, late_day):
    a_defect(case, reported_on=d("2026-11-10"), urgency=urgency)
    if last_day:
        (one,) = told(case, last_day, *DEFECTS)
        assert status(one, d(last_day)) is not Status.LATE
    (one,) = told(case, late_day, *DEFECTS)
    assert status(one, d(late_day)) is Status.LATE
    assert one.kind == ("defect_urgent" if urgency is Urgency.NOW else "defect_unsent")
    assert "10.11.2026" in short(one)
    assert "rutine" in why(one).lower()
    assert row(one, d(late_day))["rule"] is None
    assert row(one, d(late_day))["subject"] == {"topic": "defects", "id": 1}


def test_what_is_sent_mended_or_the_tenants_is_not_to_be_sent(case):
    defect = a_defect(case)
    assert told(case, "2026-11-22", *DEFECTS)
    for change in ({"sent_on": d("2026-11-21")}, {"mended_on": d("2026-11-21")}, {"mender": Mender.TENANT}):
        changed = case.save(replace(defect, **change))
        assert told(case, "2026-11-22", *DEFECTS) == []
        case.save(replace(changed, sent_on=None, mended_on=None, mender=None))


def test_a_promise_is_late_the_day_after_and_gone_when_it_is_mended(case):
    defect = a_defect(case, reported_on=d("2026-11-10"), sent_on=d("2026-11-11"), promised_on=d("2026-11-20"))
    (one,) = told(case, "2026-11-20", *DEFECTS)
    assert (one.kind, one.nominal, status(one, d("2026-11-20"))) == ("defect_promised", d("2026-11-20"), Status.WEEK)
    assert row(one, d("2026-11-20"))["who"] == "them"
    (one,) = told(case, "2026-11-21", *DEFECTS)
    assert status(one, d("2026-11-21")) is Status.LATE
    case.save(replace(defect, mended_on=d("2026-11-21")))
    assert told(case, "2026-11-22", *DEFECTS) == []


def test_a_complaint_is_to_be_answered_in_fourteen_days(case):
    complaint = a_complaint(case, received_on=d("2026-11-09"))
    (one,) = told(case, "2026-11-23", "complaint_unanswered")
    assert (one.nominal, status(one, d("2026-11-23"))) == (d("2026-11-23"), Status.WEEK)
    (one,) = told(case, "2026-11-24", "complaint_unanswered")
    assert status(one, d("2026-11-24")) is Status.LATE
    case.save(replace(complaint, answered_on=d("2026-11-20"), answer="Vi har snakket med dem."))
    assert told(case, "2026-11-24", "complaint_unanswered") == []


def test_a_check_is_told_of_a_month_before_and_till_it_is_done(case):
    dwelling = a_dwelling(case, smoke_alarm_on=d("2025-12-20"))
    assert told(case, "2026-11-19", "check_smoke_alarm") == []
    (one,) = told(case, "2026-11-20", "check_smoke_alarm")
    assert (one.nominal, one.dwelling_id) == (d("2026-12-20"), dwelling.id)
    (one,) = told(case, "2027-03-01", "check_smoke_alarm")
    assert status(one, d("2027-03-01")) is Status.LATE
    case.save(HomeCheck(dwelling_id=dwelling.id, kind=CheckKind.SMOKE_ALARM, done_on=d("2026-11-20")))
    assert told(case, "2026-11-22", "check_smoke_alarm") == []


def test_a_check_of_a_home_that_is_not_ours_to_look_after_is_not_told_of(case):
    a_dwelling(case, tenure=Tenure.RESIDENT_OWNED, smoke_alarm_on=d("2020-01-01"))
    a_dwelling(case, street="Annen gate 1", given_up_on=d("2026-01-01"), smoke_alarm_on=d("2020-01-01"))
    assert told(case, "2026-11-22", "check_smoke_alarm") == []


def test_own_months_go_before_the_routine(case):
    dwelling = a_dwelling(case)
    case.save(HomeCheck(dwelling_id=dwelling.id, kind=CheckKind.KEYS, months=6, done_on=d("2026-05-22")))
    (one,) = told(case, "2026-11-22", "check_keys")
    assert one.nominal == d("2026-11-22")


@pytest.mark.parametrize("kind", list(CheckKind))
def test_every_check_has_its_words(case, kind):
    dwelling = a_dwelling(case)
    case.save(HomeCheck(dwelling_id=dwelling.id, kind=kind, months=1, done_on=d("2026-10-22")))
    (one,) = told(case, "2026-11-22", f"check_{kind}")
    assert "22.10.2026" in why(one)
    assert "22.10.2026" in short(one, "en")


def test_the_list_follows_a_change_without_being_read_anew(case):
    a_municipality(case)
    agenda = Agenda(case)
    agenda.items()
    defect = a_defect(case, kind=DefectKind.LEAK)
    assert [one.id for one in agenda.items() if one.kind == "defect_unsent"] == [defect.id]
    case.save(replace(defect, mended_on=d("2026-11-22")))
    assert not [one for one in agenda.items() if one.kind == "defect_unsent"]


def test_it_is_done_with_by_the_facts_alone(case):
    a_defect(case)
    agenda = Agenda(case)
    one = next(one for one in agenda.items() if one.kind == "defect_unsent")
    with pytest.raises(Refused):
        agenda.done(one)
    agenda.put_off(one, d("2026-12-01"), "Venter på deler")
    assert not [one for one in agenda.items() if one.kind == "defect_unsent"]


def first_of(agenda, kind):
    return next(one for one in agenda.items() if one.kind == kind)


def test_what_is_kept_in_step_is_what_would_be_read_anew(case):
    a_municipality(case)
    agenda = Agenda(case)
    agenda.items()
    first, second = a_dwelling(case), a_dwelling(case, street="Havnegata 3")
    defect = a_defect(case, dwelling_id=first.id)
    complaint = a_complaint(case, dwelling_id=first.id)
    check = case.save(HomeCheck(dwelling_id=first.id, kind=CheckKind.KEYS, done_on=d("2025-11-01")))
    changes = (
        lambda: case.save(replace(defect, dwelling_id=second.id)),
        lambda: case.save(replace(complaint, dwelling_id=second.id)),
        lambda: case.save(replace(first, given_up_on=d("2026-11-22"))),
        case.undo_last,
        lambda: case.remove(check),
        lambda: case.save(replace(second, smoke_alarm_on=d("2025-11-30"), tenure=Tenure.HIRED_IN)),
        lambda: agenda.put_off(first_of(agenda, "defect_unsent"), d("2026-12-30"), "Venter"),
        case.undo_last,
        lambda: case.remove(case.complaints.get(complaint.id)),
    )
    for change in changes:
        change()
        assert agenda.items() == Agenda(case).items()
    assert {one.kind for one in agenda.items()} >= {"defect_unsent", "check_smoke_alarm"}


def entered(monkeypatch, day):
    """Let what is written from now on stand in the history with this day."""
    monkeypatch.setattr(history, "now_utc", lambda: f"{day}T12:00:00+00:00")


def test_what_was_never_looked_over_is_one_line_a_home_within_ninety_days_of_coming_into_the_file(case, monkeypatch):
    entered(monkeypatch, "2026-01-10")
    home = a_dwelling(case, smoke_alarm_on=d("2026-01-02"))
    assert told(case, "2026-01-10", "check_never") == [], "not on the first day"
    assert told(case, "2026-03-10", "check_never") == []
    (one,) = told(case, "2026-03-11", "check_never")
    assert (one.nominal, one.dwelling_id, one.household_id) == (d("2026-04-10"), home.id, 0)
    assert "slokkeutstyr, nøkler, elektrisk anlegg, radon" in short(one)
    assert "røykvarslere" not in short(one), "these were looked over"
    assert "10.01.2026" in why(one) and "90 dager" in why(one) and "keys" in short(one, "en")
    assert status(one, d("2026-04-10")) is Status.WEEK
    assert status(told(case, "2026-04-11", "check_never")[0], d("2026-04-11")) is Status.LATE
    assert row(one, d("2026-04-10"))["subject"] == {"topic": "dwellings", "id": home.id}


def test_it_is_counted_from_when_we_have_the_home_where_that_is_later(case, monkeypatch):
    entered(monkeypatch, "2026-01-10")
    a_dwelling(case, acquired_on=d("2026-02-01"))
    a_dwelling(case, street="Gammelgata 2", acquired_on=d("2015-02-01"))
    days = {one.dwelling_id: one.nominal for one in told(case, "2026-06-01", "check_never")}
    assert days == {1: d("2026-05-02"), 2: d("2026-04-10")}


def test_what_is_entered_leaves_the_line_and_the_last_of_it_takes_the_line_away(case, monkeypatch):
    entered(monkeypatch, "2026-01-10")
    home = a_dwelling(case)
    at = CaseFile(case.db, clock=clock.fixed(d("2026-04-20")))
    agenda = Agenda(at)
    for number, kind in enumerate(CheckKind):
        (one,) = [each for each in agenda.items() if each.kind == "check_never"]
        assert len(dict(one.asked)["never_codes"]) == len(CheckKind) - number
        at.save(HomeCheck(dwelling_id=home.id, kind=kind, done_on=d("2026-04-20")))
        assert agenda.items() == Agenda(at).items()
    assert [each for each in agenda.items() if each.kind == "check_never"] == []


def test_it_is_put_off_for_one_home_at_a_time_and_stays_put_off_when_a_part_is_done(case, monkeypatch):
    entered(monkeypatch, "2026-01-10")
    home = a_dwelling(case)
    a_dwelling(case, street="Gata 2")
    at = CaseFile(case.db, clock=clock.fixed(d("2026-04-20")))
    agenda = Agenda(at)
    first = next(one for one in agenda.items() if one.kind == "check_never" and one.id == home.id)
    agenda.put_off(first, d("2026-05-20"), "Vaktmesteren er borte")
    at.save(HomeCheck(dwelling_id=home.id, kind=CheckKind.KEYS, done_on=d("2026-04-20")))
    assert [one.id for one in agenda.items() if one.kind == "check_never"] == [2]
    assert {one.id for one in told(case, "2026-05-20", "check_never")} == {1, 2}
    with pytest.raises(Refused):
        agenda.done(next(one for one in agenda.items() if one.kind == "check_never"))


def test_homes_that_are_not_ours_to_look_after_are_not_asked_about(case, monkeypatch):
    entered(monkeypatch, "2026-01-10")
    a_dwelling(case, tenure=Tenure.RESIDENT_OWNED)
    a_dwelling(case, street="Gata 2", given_up_on=d("2026-01-01"))
    _, *rooms = a_house_with_rooms(case, 2)
    assert rooms and [one.id for one in told(case, "2026-06-01", "check_never")] == [3], "a room with its house"


def test_many_homes_take_no_more_questions_than_few(case, monkeypatch):
    """Reading all is a few queries, however many homes there are."""
    entered(monkeypatch, "2026-01-10")
    asked = []
    case.db.conn.set_trace_callback(asked.append)
    counts = []
    for more in (2, 20):
        for _ in range(more):
            a_dwelling(case, street=f"Gata {len(case.dwellings.list()) + 1}")
        at = CaseFile(case.db, clock=clock.fixed(d("2026-06-01")))
        asked.clear()
        list(of_homes(at, d("2026-06-01")))
        counts.append(len(asked))
    case.db.conn.set_trace_callback(None)
    assert counts[0] == counts[1]
