"""What search knows of a household's plan: its wish, its goal, and every text on its page.

The whole plan is one line, so that any word of it leads to the plan. Of a shielded household there is none: it is
found by its number, as everything else of it, and the plan from its case.
"""

from __future__ import annotations

from collections.abc import Iterable

from bolig_desktop.career.records import MarketTry, Plan, Rung, Scheme, SchemeKind, Step, Talk

Words = tuple[str, str, str]
"""Title, detail and the words it is found by."""
Part = Step | Scheme | Talk | MarketTry

_GOALS = {
    Rung.FIRST: "førstegangsbolig",
    Rung.MUNICIPAL: "kommunal bolig",
    Rung.PRIVATE: "privat leie med garanti",
    Rung.RENT_TO_OWN: "leie til eie leige til eige",
    Rung.OWNED: "egen bolig eigen bustad",
}
_SCHEMES = {
    SchemeKind.HOUSING_BENEFIT: "bostøtte bustøtte",
    SchemeKind.START_LOAN: "startlån",
    SchemeKind.GRANT: "tilskudd tilskot",
    SchemeKind.DEPOSIT_GUARANTEE: "depositumsgaranti",
    SchemeKind.RENT_GUARANTEE: "husleiegaranti husleigegaranti",
    SchemeKind.RENT_TO_OWN: "leie til eie leige til eige",
}
_LONGEST = 80


def first_line(text: str) -> str:
    """Return the first line of a text, cut to what a line of hits has room for."""
    return text.strip().split("\n", 1)[0][:_LONGEST]


def plan(record: Plan, label: str, parts: Iterable[Part]) -> Words:
    """Return a plan's line; label: what its household is called, parts: what stands on its page.

    The texts are those that may stand in a list (``naming.without_names``).
    """
    goal = f"mål {_GOALS[record.goal]}" if record.goal else ""
    own = f"{record.wish} {record.outcome_note} {record.look_back_note}"
    return label, first_line(record.wish), f"boligplan bustadplan {label} {goal} {own} {' '.join(map(_said, parts))}"


def _said(part: Part) -> str:
    match part:
        case Step():
            return part.text
        case Scheme():
            return f"{_SCHEMES[part.kind]} {part.reason}"
        case Talk():
            return part.said
        case MarketTry():
            return f"{part.about} {part.reason}"
