"""Ask a rule of law: its arguments in, its dates, sums and steps out."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from bolig_desktop.law import book
from bolig_desktop.law.answers import Answer, Found
from bolig_desktop.law.arguments import Form, Value, WrongQuestion, arguments_of, read, shown, takes_own, usage
from bolig_desktop.law.parameters import Parameter
from bolig_desktop.law.questions import QUESTIONS

__all__ = ["QUESTIONS", "Answer", "WrongQuestion", "ask", "forms_of", "shown", "usages"]


def ask(
    rule_id: str, arguments: Mapping[str, Value], *, on: date | None = None, own: Iterable[Parameter] = ()
) -> Answer:
    """Return what a rule says about one case.

    rule_id: as in the book (HL-9-3). arguments: by the names of ``usages(rule_id)``; dates as dates or ISO text,
    kroner and counts as whole numbers, index figures as Decimal or text, yes and no as bool or text. on: the day
    whose wording of the rule is meant, None for the newest. own: the user's own dated parameters, which win.
    Raises WrongQuestion, which says in one sentence of bokmål what is wrong and what would be right.
    """
    forms = forms_of(rule_id)
    version = _version(rule_id, on)
    form = _form(rule_id, forms, arguments)
    values: dict[str, Any] = {
        argument.name: read(argument, arguments[argument.name])
        for argument in arguments_of(form)
        if argument.name in arguments
    }
    if takes_own(form):
        values["own"] = tuple(own)  # read more than once
    found = form(**values)
    return Answer(
        id=rule_id,
        version=version,
        overdue=on is not None and version.next_check < on,
        **{field.name: getattr(found, field.name) for field in fields(Found)},
    )


def forms_of(rule_id: str) -> tuple[Form, ...]:
    """Return the forms of a rule's question. Raises WrongQuestion for an unknown id, and for a rule without one."""
    if rule_id not in book.rules():
        raise WrongQuestion("law.wrong_rule", rule=shown(rule_id))
    if rule_id not in QUESTIONS:
        raise WrongQuestion("law.no_question", rule=rule_id)
    return QUESTIONS[rule_id]


def usages(rule_id: str) -> tuple[str, ...]:
    """Return each way a rule can be asked: ``start [end] [landlord_lives_in=yes]``; none where it cannot."""
    return tuple(usage(form) for form in QUESTIONS.get(rule_id, ()))


def _form(rule_id: str, forms: tuple[Form, ...], given: Mapping[str, Value]) -> Form:
    """Return the form that was meant, or say which argument is unknown or missing."""
    told = {"rule": rule_id, "usage": " eller ".join(f"«{usage(form)}»" for form in forms)}
    names = {form: {argument.name for argument in arguments_of(form)} for form in forms}
    known = set().union(*names.values())
    if unknown := [name for name in given if name not in known]:
        raise WrongQuestion("law.wrong_name", argument=shown(unknown[0]), **told)
    fitting = [form for form in forms if names[form] >= given.keys()]
    if not fitting:
        raise WrongQuestion("law.wrong_together", **told)
    missing = {form: [a.name for a in arguments_of(form) if a.needed and a.name not in given] for form in fitting}
    complete = [form for form in fitting if not missing[form]]
    if not complete:
        nearest = min(fitting, key=lambda form: len(missing[form]))
        raise WrongQuestion("law.wrong_missing", arguments=", ".join(missing[nearest]), **told)
    return complete[0]


def _version(rule_id: str, on: date | None) -> book.Version:
    if on is None:
        return book.rules()[rule_id].versions[-1]
    version = book.rule(rule_id, on)
    if version is None:
        raise WrongQuestion("law.wrong_time", rule=rule_id, day=on)
    return version
