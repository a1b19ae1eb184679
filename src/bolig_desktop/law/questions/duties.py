"""The municipality's duties: decisions, appeals, integration, language, privacy, reports (law.md §§ 4, 7, 11)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated

from bolig_desktop.law import clocks, grants, parameters
from bolig_desktop.law.answers import Found, Step
from bolig_desktop.law.arguments import Age, Form, Kroner, OneOf, WrongQuestion, Year
from bolig_desktop.law.months import add_days, add_months
from bolig_desktop.law.parameters import Parameter
from bolig_desktop.law.steps import also, counted, note, ours, theirs, unmoved

PROGRAMME_MONTHS = {"part": 36, "full": 48, "trade": 60, "work": 24}
"""IN-14: the longest programme by its goal; the first two may be a year longer."""
Goal = Annotated[str, OneOf(words=tuple(PROGRAMME_MONTHS))]


def _plan(own: Iterable[Parameter] = ()) -> Found:
    due = parameters.day("housing_plan_due", date.max, own)
    if due is None:
        raise WrongQuestion("law.wrong_unknown", day=date.max)
    return ours(clocks.ours(due), note("law.plan_due", day=due))


def _interim_reply(received: date) -> Found:
    due = clocks.interim_reply(received)
    return ours(due, *counted(received, ("month", 1), due.nominal))


def _appeal(received: date) -> Found:
    due = clocks.appeal(received)
    return theirs(due, *counted(received, ("week", 3), due.nominal), note("law.note_post"))


def _late_appeal(decision: date) -> Found:
    due = clocks.late_appeal(decision)
    return theirs(due, *counted(decision, ("year", 1), due.nominal))


def _programme_start(settled: date) -> Found:
    due = clocks.programme_start(settled)
    return ours(due, *counted(settled, ("month", 3), due.nominal))


def _programme(start: date) -> Found:
    return _lasts(start, 12)


def _programme_to_goal(start: date, goal: Goal, extended: bool = False) -> Found:
    if extended and goal not in ("part", "full"):
        raise WrongQuestion("law.wrong_extended")
    return _lasts(start, PROGRAMME_MONTHS[goal] + (12 if extended else 0))


def _benefit(g: Kroner, age: Age, parents: bool = False, couple: bool = False) -> Found:
    if parents and age >= grants.YOUNG:
        raise WrongQuestion("law.wrong_parents", limit=grants.YOUNG)
    share = grants.benefit_share(age, with_parents=parents, childless_couple=couple)
    amount = grants.monthly_benefit(g, share)
    facts = {"g_nok": g, "over": share.numerator, "under": share.denominator, "amount_nok": amount}
    unsure = (note("law.note_young_couple"),) if couple and age < grants.YOUNG else ()
    return Found(steps=(note("law.benefit", **facts), *unsure), amount=amount)


def _training_offered(registered: date) -> Found:
    due = clocks.training_offer(registered)
    return ours(due, *counted(registered, ("month", 3), due.nominal))


def _training_lasts(offered: date, education: bool = False) -> Found:
    return _lasts(offered, 18 if education else 36)


def _protection(permit: date) -> Found:
    yearly = note("law.permit_yearly", day=add_months(permit, 12))
    return _lasts(permit, 60, yearly)


def _goal(permit: date, minor: bool = False) -> Found:
    due = clocks.settlement_goal(permit, minor=minor)
    return ours(due, *counted(permit, ("month", 3 if minor else 6), due.nominal), note("law.note_goal"))


def _grant(settled: date, year: Year, family_of_humanitarian: bool = False) -> Found:
    number = grants.grant_year(settled, year, family_of_humanitarian=family_of_humanitarian)
    last = grants.last_grant_day(settled, family_of_humanitarian=family_of_humanitarian)
    first = note("law.grant_first", year=settled.year, last=last)
    outcome = (
        note("law.grant_none", year=year) if number is None else note("law.grant_year", year=year, number=number)
    )
    return Found(steps=(first, outcome), grant_year=number)


def _interpreter(day: date, qualified: bool = False, own: Iterable[Parameter] = ()) -> Found:
    last = parameters.day("interpreter_dispensation_ends", day, own)
    if last is None:
        raise WrongQuestion("law.wrong_unknown", day=day)
    lawful = qualified or day <= last
    code = (
        "law.interpreter_qualified" if qualified else "law.dispensation_holds" if lawful else "law.dispensation_over"
    )
    return Found(nominal=last, act_by=last, lawful=lawful, why=note(code, day=day, last=last))


def _moving(moved: date) -> Found:
    due = clocks.moving_report(moved)
    return theirs(due, *counted(moved, ("day", 8), due.nominal), note("law.note_moving"))


def _access(received: date) -> Found:
    due = clocks.access_reply(received)
    return ours(due, *counted(received, ("month", 1), due.nominal))


def _breach(discovered: date) -> Found:
    due = clocks.breach_report(discovered)
    return Found(
        steps=(*counted(discovered, ("day", 3), due.nominal), note("law.note_hours")),
        nominal=due.nominal,
        act_by=due.act_by,
    )


def _guardian(born: date, day: date | None = None) -> Found:
    grown = clocks.of_age(born)
    found = Found(steps=(note("law.of_age", day=grown),), nominal=grown, act_by=grown)
    if day is None:
        return found
    lawful = day >= grown
    return also(found, lawful=lawful, why=note("law.signs_alone" if lawful else "law.guardian_signs", day=day))


def _form_13(year: Year, own: Iterable[Parameter] = ()) -> Found:
    written = parameters.text("kostra_13_due", date(year, 12, 31), own)
    if written is None:
        raise WrongQuestion("law.wrong_unknown", day=date(year, 12, 31))
    due = date.fromisoformat(f"{year + 1}-{written}")
    return ours(clocks.ours(due), note("law.form_13", year=year, day=due))


def _start_loan_report(year: Year) -> Found:
    opens = date(year + 1, 1, 2)
    due = clocks.ours(add_days(opens, 14))
    return ours(due, *counted(opens, ("week", 2), due.nominal))


def _lasts(start: date, months: int, *more: Step) -> Found:
    last = clocks.last_day_of(start, months)
    length = ("year", months // 12) if months % 12 == 0 else ("month", months)
    step = note("law.lasts_at_most", start=start, length_counted=(length,), result=last)
    return unmoved(clocks.unmoved(last), step, *more)


QUESTIONS: Mapping[str, tuple[Form, ...]] = {
    "BS-5": (_plan,),
    "FV-11a": (_interim_reply,),
    "FV-29": (_appeal,),
    "FV-31": (_late_appeal,),
    "IN-12": (_programme_start,),
    "IN-13": (_programme,),
    "IN-14": (_programme_to_goal,),
    "IN-20": (_benefit,),
    "IN-30/32": (_training_offered, _training_lasts),
    "IN-37": (_protection,),
    "IN-BOS": (_goal,),
    "IN-TIL": (_grant,),
    "SP-3": (_interpreter,),
    "FR-1": (_moving,),
    "PV-3": (_access,),
    "PV-8": (_breach,),
    "MI-1": (_guardian,),
    "KO-13": (_form_13,),
    "HB-AR": (_start_loan_report,),
}
