"""How a date was reckoned, line by line."""

from typing import Any

from bolig_desktop.agenda.items import Item
from bolig_desktop.casefile import CaseFile
from bolig_desktop.law.sections import section
from bolig_desktop.text.sentences import sentence
from bolig_desktop.ui.today.days import whole
from bolig_desktop.ui.words import language, tr

_ROUTINES = {
    "lease_talk", "lease_decide", "lease_letter", "lease_renew", "assessment_open", "permit_ends", "head_lease_ends",
    "archive", "defect_urgent", "defect_unsent", "complaint_unanswered", "check_smoke_alarm", "check_extinguisher",
    "check_keys", "check_electrical", "check_radon", "check_never",
}  # fmt: skip


def arithmetic(one: Item, case: CaseFile) -> list[str]:
    """Return the steps from the rule to the day to act by; where no rule of law gives it, the dates alone.

    Where the rule or a figure it rests on should be checked, and where a row of the user's own is used, it says so.
    """
    if one.about.rule is not None:
        return [*_by_law(one, one.about.rule, case), *_to_check(one.about.rule, case)]
    routine = [tr("Dette er en rutine, ingen frist i loven.")] if one.kind in _ROUTINES else []
    return [tr("Datoen er {day}.", day=whole(one.nominal)), *_act_by(one), *routine]


def _by_law(one: Item, rule: str, case: CaseFile) -> list[str]:
    from bolig_desktop.law.asking import ask  # not for the first window: the steps are folded away

    asked: dict[str, Any] = dict(one.asked)
    answer = ask(rule, asked, own=case.own_parameters.rows())
    steps = [step.sentence(language()) for step in answer.steps]
    return steps if answer.act_by == one.act_by and steps else [*steps, *_act_by(one, always=True)]


def _to_check(rule: str, case: CaseFile) -> list[str]:
    from bolig_desktop.casefile import looking_up  # reads the book, as the steps do
    from bolig_desktop.law import parameters
    from bolig_desktop.law.figures import BEHIND

    day = looking_up.rule_due(case, rule)
    found = [] if day is None else [sentence("parameter.rule_due", language(), day=day)]
    due = {row.name: row for row in looking_up.figures_due(case)}
    for name in BEHIND.get(rule, ()):
        facts = {"figure_code": f"parameter.{name}.title"}
        row = parameters.counting(name, case.clock(), case.own_parameters.rows())
        if row is not None and row.id is not None:
            found.append(sentence("parameter.own_counts", language(), source=row.source, **facts))
        if name in due:
            found.append(sentence("parameter.figure_due", language(), day=due[name].next_check, **facts))
    return found


def _act_by(one: Item, *, always: bool = False) -> list[str]:
    return [tr("Dagen å handle på er {day}.", day=whole(one.act_by))] if always or one.nominal != one.act_by else []


def source(one: Item) -> str:
    """Return the section of law the date comes from, "" for what no rule of law gives."""
    return section(one.about.rule) if one.about.rule else ""
