"""The tenancy while it runs, the shortest terms, and the dwelling itself (law.md §§ 3.2, 3.4, 3.5 and 3.6)."""

from collections.abc import Mapping
from datetime import date

from bolig_desktop.law import clocks, terms
from bolig_desktop.law.answers import Found, Step
from bolig_desktop.law.arguments import Becquerel, Count, Form, WrongQuestion
from bolig_desktop.law.months import add_months, is_clamped
from bolig_desktop.law.steps import also, counted, earliest, note, ours, theirs, unmoved


def in_order(earlier: str, first: date, later: str, second: date) -> None:
    """Raise WrongQuestion where the second day lies before the first."""
    if second < first:
        raise WrongQuestion("law.wrong_order", earlier=earlier, first=first, later=later, second=second)


def _takeover(agreed: date) -> Found:
    due = clocks.takeover(agreed)
    return unmoved(due, note("law.third_turn", start=agreed, result=due.nominal))


def _works(received: date) -> Found:
    due = clocks.works_start(received)
    end = clocks.month_end(received, 3)
    return earliest(due, note("law.months_end", start=received, months=3, result=end), note("law.note_works_after"))


def _represented_works(sent: date) -> Found:
    due = clocks.represented_works_start(sent)
    return earliest(due, *counted(sent, ("month", 1), due.nominal))


def _absence(start: date, end: date | None = None) -> Found:
    due = clocks.unmoved(clocks.last_day_of(start, 24))
    found = unmoved(due, note("law.lasts_at_most", start=start, length_counted=(("year", 2),), result=due.nominal))
    return found if end is None else _tested(found, "start", start, "end", end, most=due.nominal)


def _household(received: date) -> Found:
    due = clocks.household_answer(received)
    return ours(due, *counted(received, ("month", 1), due.nominal), note("law.note_silence_approves"))


def _subtenant(received: date) -> Found:
    due = clocks.subtenant_warning(received)
    protest = add_months(received, 1)
    back = note("law.days_before", days=15, start=protest, result=due.nominal)
    return ours(due, *counted(received, ("month", 1), protest), back)


def _step_in(received: date) -> Found:
    due = clocks.step_in_reply(received)
    return theirs(due, *counted(received, ("month", 1), due.nominal))


def _shortest(start: date, end: date | None = None, landlord_lives_in: bool = False) -> Found:
    return _shortest_term(start, end, terms.LANDLORD_LIVES_IN_MONTHS if landlord_lives_in else terms.ORDINARY_MONTHS)


def _holiday_home(start: date, end: date | None = None) -> Found:
    return _shortest_term(start, end, terms.LANDLORD_LIVES_IN_MONTHS)


def _shortest_term(start: date, end: date | None, months: int) -> Found:
    earliest_end = clocks.last_day_of(start, months)
    facts = {"start": start, "earliest": earliest_end, "years": months // 12}
    clamped = (note("law.term_clamped", start=start),) if is_clamped(start, months) else ()
    found = unmoved(clocks.unmoved(earliest_end), note("law.shortest_term", **facts), *clamped)
    if end is None:
        return found
    in_order("start", start, "end", end)
    lawful = end >= earliest_end
    why = note("law.term_long_enough" if lawful else "law.term_too_short", end=end, earliest=earliest_end)
    return also(found, lawful=lawful, why=why)


def _short_lease(
    start: date,
    end: date,
    told: bool = False,
    reason: bool = False,
    earlier: Count = 0,
    weighty: bool = False,
) -> Found:
    in_order("start", start, "end", end)
    earliest_end = terms.earliest_end(start)
    lawful, code = _short_lease_test(end >= earliest_end, told, reason, earlier, weighty)
    why = note(code, end=end, earliest=earliest_end, count=earlier)
    step = note("law.shortest_term", start=start, earliest=earliest_end, years=3)
    found = unmoved(clocks.unmoved(earliest_end), step, note("law.note_narrow_reasons"))
    return also(found, lawful=lawful, why=why)


def _short_lease_test(long_enough: bool, told: bool, reason: bool, earlier: int, weighty: bool) -> tuple[bool, str]:
    if long_enough:
        return True, "law.short_not_needed"
    if not told:
        return False, "law.short_not_told"
    if not reason:
        return False, "law.short_no_reason"
    if earlier and not weighty:
        return False, "law.short_second"
    return True, "law.short_lawful"


def _alarms(floors: Count, alarms: Count) -> Found:
    lawful = alarms >= floors > 0
    why = note("law.alarms_enough" if lawful else "law.alarms_missing", floors=floors, alarms=alarms)
    return Found(lawful=lawful, why=why, steps=(note("law.note_extinguisher"),))


def _radon(level: Becquerel) -> Found:
    code = "law.radon_low" if level <= terms.RADON_ACTION_BQ else "law.radon_action"
    code = code if level <= terms.RADON_LIMIT_BQ else "law.radon_over"
    facts = {"level": level, "action": terms.RADON_ACTION_BQ, "limit": terms.RADON_LIMIT_BQ}
    return Found(lawful=level <= terms.RADON_LIMIT_BQ, why=note(code, **facts))


def _radon_measured(start: date, end: date) -> Found:
    in_order("start", start, "end", end)
    opens = date(start.year if start.month > 6 else start.year - 1, 10, 15)
    closes = date(opens.year + 1, 4, 15)
    long_enough = end >= clocks.last_day_of(start, 2)
    lawful = long_enough and opens <= start and end <= closes
    code = "law.radon_measured" if lawful else "law.radon_out_of_season" if long_enough else "law.radon_too_brief"
    why = note(code, opens=opens, closes=closes)
    return Found(lawful=lawful, why=why, steps=(note("law.note_radon_season"),))


def _tested(found: Found, earlier: str, first: date, later: str, second: date, *, most: date) -> Found:
    in_order(earlier, first, later, second)
    lawful = second <= most
    return also(found, lawful=lawful, why=_within(second, most, lawful))


def _within(end: date, most: date, lawful: bool) -> Step:
    return note("law.end_within" if lawful else "law.end_beyond", end=end, most=most)


QUESTIONS: Mapping[str, tuple[Form, ...]] = {
    "HL-2-1": (_takeover,),
    "HL-5-4": (_works, _represented_works),
    "HL-7-3/4/5": (_absence,),
    "HL-7-6": (_household,),
    "HL-7-7": (_subtenant,),
    "HL-8-2": (_step_in,),
    "HL-9-3": (_shortest,),
    "HL-9-3a": (_holiday_home,),
    "HL-11-1d": (_short_lease,),
    "SI-FIRE": (_alarms,),
    "SI-RADON": (_radon, _radon_measured),
}
