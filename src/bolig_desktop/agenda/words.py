"""What an item is called and why it stands there, in a language of the screen; and as a row for scripts."""

from datetime import date
from typing import Any

from bolig_desktop.agenda.items import Item, status
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.sentences import sentence


def title(one: Item, language: str = "nb") -> str:
    """Return what is to be done, in a few words."""
    return sentence(f"agenda.{one.kind}.title", language)


def why(one: Item, language: str = "nb") -> str:
    """Return why it stands on the list, in a sentence or two; the arithmetic is the law's own (``law.asking``)."""
    return sentence(f"agenda.{one.kind}.why", language, **_facts(one))


def short(one: Item, language: str = "nb") -> str:
    """Return why it stands on the list, in the few words there is room for on one line."""
    return sentence(f"agenda.{one.kind}.short", language, **_facts(one))


def _facts(one: Item) -> dict[str, object]:
    return {"day": one.nominal, "act_by": one.act_by, "fact": one.fact, **dict(one.asked)}


def row(one: Item, today: date) -> dict[str, Any]:
    """Return an item as ``due --json`` has it: numbers only about people and dwellings, no names."""
    return {
        "kind": one.kind,
        "rule": one.about.rule,
        "who": str(one.about.who),
        "subject": {"topic": one.topic, "id": one.id or None},
        "nominal": one.nominal.isoformat(),
        "act_by": one.act_by.isoformat(),
        "status": str(status(one, today)),
        "why": why(one),
        "act": str(one.about.act),
    }


def said(one: Item, today: date) -> str:
    """Return an item as one line of the command's answer."""
    group = sentence(f"agenda.status.{status(one, today)}")
    about = f" ({one.topic} {one.id})" if one.id else ""
    return f"{show_date(one.act_by)}  {group}: {title(one)}{about}"
