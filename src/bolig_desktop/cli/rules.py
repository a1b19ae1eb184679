"""The command ``rule``: every rule of law, one rule and how it is asked, or what it answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from bolig_desktop.cli.words import WrongWords
from bolig_desktop.law import asking, book
from bolig_desktop.law.answers import Answer, Found, Step

_ALWAYS = {"IN-TIL": ("grant_year",)}
"""What a rule answers even where there is nothing: null then."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What the command says: one value as JSON, and the same as plain lines."""

    value: Any
    lines: Sequence[str]


def answered(id: str | None, facts: Sequence[str], today: date) -> Answered:
    """Return all rules where no id is given, one rule where no facts are, else its answer. Raises WrongWords."""
    if id is None:
        return _all(today)
    id = {known.casefold(): known for known in book.rules()}.get(id.casefold(), id)
    try:
        given = dict(_parted(facts))
        if not given:
            return _one(id, today)
        return _told(asking.ask(id, given, on=today))
    except asking.WrongQuestion as wrong:
        raise WrongWords(str(wrong)) from None


def _all(today: date) -> Answered:
    rows = []
    for rule in book.rules().values():
        version = book.rule(rule.id, today) or rule.versions[-1]
        rows.append(
            {
                "id": rule.id,
                "section": version.section,
                "certainty": version.certainty.value,
                "sentence": version.nb,
                "check": version.next_check < today,
            }
        )
    lines = [f"{row['id']:<12}{row['certainty']}  {row['section']}: {row['sentence']}" for row in rows]
    return Answered(value=rows, lines=lines)


def _one(id: str, today: date) -> Answered:
    """Return the rule as it reads today, and how it can be asked."""
    if id not in book.rules():
        raise asking.WrongQuestion("law.wrong_rule", rule=asking.shown(id))
    rule = book.rules()[id]
    version = book.rule(id, today) or rule.versions[-1]
    usages = asking.usages(id)
    value = {
        "id": id,
        "section": version.section,
        "certainty": version.certainty.value,
        "sentence": version.nb,
        "link": version.link,
        "kind": rule.kind.value,
        "binds": rule.binds.value,
        "method": rule.method.value,
        "valid_from": _plain(version.valid_from),
        "valid_to": _plain(version.valid_to),
        "checked_on": _plain(version.checked_on),
        "next_check": _plain(version.next_check),
        "check": version.next_check < today,
        "arguments": list(usages),
    }
    asked = [f"bolig-desktop rule {id} {usage}" for usage in usages]
    none = asking.WrongQuestion("law.no_question", rule=id)
    if "" in usages:  # it needs nothing to answer
        told = _told(asking.ask(id, {}, on=today))
        return Answered(value={**value, **told.value}, lines=told.lines)
    lines = [version.nb, f"{version.section} ({version.certainty})", version.link, *(asked or [str(none)])]
    return Answered(value=value, lines=[line for line in lines if line])


def _told(answer: Answer) -> Answered:
    found = {name: value for name, value in _found(answer).items() if name != "why"}
    yes_no = {name: "yes" if value else "no" for name, value in found.items() if isinstance(value, bool)}
    lines = [f"{name}: {value}" for name, value in (found | yes_no).items()]
    return Answered(value=_value(answer), lines=[*answer.sentences(), *lines])


def _parted(facts: Sequence[str]) -> Iterator[tuple[str, str]]:
    seen = set()
    for fact in facts:
        name, equals, value = fact.partition("=")
        if not equals or not name:
            raise asking.WrongQuestion("law.wrong_fact", value=asking.shown(fact))
        if name in seen:
            raise asking.WrongQuestion("law.wrong_twice", argument=asking.shown(name))
        seen.add(name)
        yield name, value


def _value(answer: Answer) -> Mapping[str, Any]:
    """Return the answer as JSON has it: what the rule does not speak of is left out."""
    head = {"id": answer.id, "section": answer.section, "certainty": answer.certainty, "steps": answer.sentences()}
    always = dict.fromkeys(_ALWAYS.get(answer.id, ()))
    return {**head, **always, **_found(answer)}


def _found(answer: Answer) -> Mapping[str, Any]:
    values = {field.name: getattr(answer, field.name) for field in fields(Found) if field.name != "steps"}
    return {name: _plain(value) for name, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Step():
            return value.sentence()
    return value
