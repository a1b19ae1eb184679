"""The end of a tenancy, eviction and late interest (law.md §§ 3.5 and 3.7)."""

from collections.abc import Mapping
from datetime import date

from bolig_desktop.law import clocks, terms
from bolig_desktop.law.answers import Found
from bolig_desktop.law.arguments import Form
from bolig_desktop.law.months import add_days, add_months
from bolig_desktop.law.steps import also, counted, earliest, note, ours, theirs, unmoved
from bolig_desktop.law.workdays import is_workday, next_workday


def _after_expiry(end: date) -> Found:
    clock = terms.after_expiry(end)
    found = ours(
        clocks.Due(clock.nominal, clock.act_by),
        *counted(end, ("month", 3), clock.nominal),
    )
    unsure = clock.certain_from != clock.indefinite_from
    return also(
        found,
        note("law.indefinite_from", day=clock.indefinite_from),
        *((note("law.indefinite_unsure", day=clock.certain_from),) if unsure else ()),
        note("law.note_request_sent"),
        indefinite_from=clock.indefinite_from,
        certain_from=clock.certain_from,
    )


def _termination(received: date, room: bool = False) -> Found:
    if room:
        due = clocks.room_termination(received)
        month_end = clocks.month_end(received, 1)
        return unmoved(due, *counted(received, ("month", 1), due.nominal), note("law.note_room", day=month_end))
    due = clocks.termination(received)
    found = unmoved(due, note("law.months_end", start=received, months=3, result=due.nominal))
    return found if is_workday(due.nominal) else also(found, note("law.note_handover"))


def _death(received: date, room: bool = False) -> Found:
    return _termination(received, room)


def _protest(received: date) -> Found:
    due = clocks.protest(received)
    return theirs(due, *counted(received, ("month", 1), due.nominal), note("law.note_post"))


def _lawsuit(received: date) -> Found:
    due = clocks.lawsuit(received)
    protest = add_months(received, 1)
    steps = (*counted(received, ("month", 1), protest), *counted(protest, ("month", 3), due.nominal))
    moved = () if is_workday(protest) else (note("law.note_cautious_lawsuit"),)
    return ours(due, *steps, *moved)


def _social_notice(sent: date) -> Found:
    due = clocks.petition_after_social_notice(sent)
    return earliest(due, *counted(sent, ("week", 2), due.nominal), note("law.note_social_notice"))


def _petition(sent: date) -> Found:
    due = clocks.petition(sent)
    nominal = add_days(sent, 14)
    passed = next_workday(nominal)
    return earliest(
        due, *counted(sent, ("week", 2), nominal), note("law.period_passed", day=passed, result=due.nominal)
    )


def _notice_lapses(sent: date) -> Found:
    due = clocks.notice_lapses(sent)
    return ours(due, *counted(sent, ("year", 1), due.nominal), note("law.note_cautious_year"))


def _eviction_reply(received: date) -> Found:
    due = clocks.eviction_reply(received)
    return theirs(due, *counted(received, ("week", 2), due.nominal))


def _interest_from_due(due: date) -> Found:
    return earliest(clocks.rent_due(due), note("law.note_interest_rate"))


def _interest_from_demand(demand: date) -> Found:
    found = clocks.interest_after_demand(demand)
    return earliest(found, *counted(demand, ("day", 30), found.nominal), note("law.note_interest_rate"))


QUESTIONS: Mapping[str, tuple[Form, ...]] = {
    "HL-9-2-3": (_after_expiry,),
    "HL-9-6": (_termination,),
    "HL-9-8a": (_protest,),
    "HL-9-8b": (_lawsuit,),
    "HL-9-10": (_death,),
    "HL-9-11": (_social_notice,),
    "TV-4-18": (_petition,),
    "TV-4-19": (_notice_lapses,),
    "TV-13-6": (_eviction_reply,),
    "RENTE": (_interest_from_due, _interest_from_demand),
}
