"""How a date was reckoned, line by line."""

from bolig_desktop.agenda.items import Item
from bolig_desktop.law.sections import section
from bolig_desktop.ui.today.days import whole
from bolig_desktop.ui.words import tr

_ROUTINES = {
    "lease_talk", "lease_decide", "lease_letter", "lease_renew", "assessment_open", "head_lease_ends", "archive",
}  # fmt: skip


def arithmetic(one: Item) -> list[str]:
    """Return the steps from the rule to the day to act by."""
    if one.nominal == one.act_by:
        return [tr("Datoen er {day}.", day=whole(one.nominal)), *_routine(one)]
    return [
        tr("Datoen er regnet til {day}.", day=whole(one.nominal)),
        tr("Dagen å handle på er {day}.", day=whole(one.act_by)),
        *_routine(one),
    ]


def _routine(one: Item) -> list[str]:
    return [tr("Dette er en rutine, ingen frist i loven.")] if one.kind in _ROUTINES else []


def source(one: Item) -> str:
    """Return the section of law the date comes from, "" where none is known."""
    try:
        return section(one.about.rule or "")
    except KeyError:
        return ""
