"""How a date was reckoned, line by line."""

from typing import Any

from bolig_desktop.agenda.items import Item
from bolig_desktop.law.sections import section
from bolig_desktop.ui.today.days import whole
from bolig_desktop.ui.words import language, tr

_ROUTINES = {
    "lease_talk", "lease_decide", "lease_letter", "lease_renew", "assessment_open", "permit_ends", "head_lease_ends",
    "archive",
}  # fmt: skip


def arithmetic(one: Item) -> list[str]:
    """Return the steps from the rule to the day to act by; where no rule of law gives it, the dates alone."""
    if one.about.rule is not None:
        return _by_law(one, one.about.rule)
    routine = [tr("Dette er en rutine, ingen frist i loven.")] if one.kind in _ROUTINES else []
    return [tr("Datoen er {day}.", day=whole(one.nominal)), *_act_by(one), *routine]


def _by_law(one: Item, rule: str) -> list[str]:
    from bolig_desktop.law.asking import ask  # not for the first window: the steps are folded away

    asked: dict[str, Any] = dict(one.asked)
    answer = ask(rule, asked)
    steps = [step.sentence(language()) for step in answer.steps]
    return steps if answer.act_by == one.act_by and steps else [*steps, *_act_by(one, always=True)]


def _act_by(one: Item, *, always: bool = False) -> list[str]:
    return [tr("Dagen å handle på er {day}.", day=whole(one.act_by))] if always or one.nominal != one.act_by else []


def source(one: Item) -> str:
    """Return the section of law the date comes from, "" for what no rule of law gives."""
    return section(one.about.rule) if one.about.rule else ""
