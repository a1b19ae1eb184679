"""How much text there is room for in each field: asked where it is typed, and where it is read from a workbook.

A line of words has room for ``LINE`` characters where nothing else is said here. A field of several lines has no
limit of its own; what there is room for on a paper or a screen is a rule of its topic.
"""

from collections.abc import Mapping

LINE = 500
TOO_LONG = "text.too_long"
"""The sentence for a text there is no room for."""
_LINES: Mapping[str, Mapping[str, int]] = {
    "dwellings": {"postcode": 10, "municipality_number": 10, "gnr": 10, "bnr": 10, "fnr": 10, "snr": 10},
    "landlords": {"postcode": 10},
    "people": {"given_name": 200, "family_name": 200, "identity_number": 40, "duf_number": 40},
    "tenancies": {"deposit_account": 30, "guarantee_decision": 80},
    "assessments": {"assessed_by": 120, "interpreter": 120},
    "decisions": {"decided_by": 120, "reference": 60},
    "matters": {"kpi_series": 10},
    "final_account_lines": {"reason": 200, "voucher": 60},
    "house_rules": {"quiet_from": 5, "quiet_to": 5, "laundry_from": 5, "laundry_to": 5},
    "visits": {"time_from": 5, "time_to": 5, "visitors": 200, "purpose": 300},
    "visit_wishes": {"reason": 300},
    "tasks": {"what": 300, "who": 200},
    "worker_hours": {"who": 40},
    "neighbour_letters": {"phone": 40, "open_from": 5, "open_to": 5},
    "papers": {"sent_by": 120, "tracking": 120, "filed_as": 60},
    "municipality": {
        "org_number": 20,
        "postcode": 10,
        "phone": 40,
        "account_number": 40,
        "appeal_body": 120,
        "dpo": 200,
        "quiet_from": 5,
        "quiet_to": 5,
        "visit_weeks": 100,
    },
    "photos": {"caption": 300},
    "local_contacts": {"phone": 40},
}
"""Fields with less room than that, by table."""
_SEVERAL_LINES: Mapping[str, frozenset[str]] = {
    "dwellings": frozenset({"furniture_list", "note"}),
    "landlords": frozenset({"wishes", "note"}),
    "households": frozenset({"note"}),
    "people": frozenset({"postal_address", "note"}),
    "tenancies": frozenset({"short_term_reason", "short_term_weighty", "just_cause", "departures", "note"}),
    "handovers": frozenset({"condition", "remarks"}),
    "assessments": frozenset({"income", "family", "tried", "next_step", "reasons"}),
    "decisions": frozenset({"facts", "considerations", "content", "rules", "appeal", "appeal_assessment", "note"}),
    "matters": frozenset({"reason", "about", "position", "deductions", "note"}),
    "house_rules": frozenset({"change"}),
    "house_rule_lines": frozenset({"clause", "text"}),
    "visits": frozenset(
        {
            "heating",
            "power",
            "airing",
            "moisture",
            "waste",
            "washing",
            "fire",
            "neighbours",
            "outdoors",
            "own_topics",
            "about_home",
            "about_people",
            "agreed",
        }
    ),
    "house_meetings": frozenset({"present", "minute"}),
    "house_conflicts": frozenset({"facts", "agreed"}),
    "worker_hours": frozenset({"tasks"}),
    "defects": frozenset({"what", "note"}),
    "complaints": frozenset({"what", "answer", "note"}),
    "plans": frozenset({"wish"}),
    "plan_talks": frozenset({"said"}),
}
"""Fields of several lines, or of marks and rows that are gathered in one text, by table."""


def longest(table: str, field: str) -> int:
    """Return how many characters a line of words may have."""
    return _LINES.get(table, {}).get(field, LINE)


def room(table: str, field: str) -> int | None:
    """Return how many characters there is room for in a field of text, None where there is no limit."""
    return None if field in _SEVERAL_LINES.get(table, ()) else longest(table, field)


def too_long(table: str, field: str, text: str) -> Mapping[str, int] | None:
    """Return the facts for the sentence ``TOO_LONG`` where there is no room for a text, None where there is."""
    most = room(table, field)
    return None if most is None or len(text) <= most else {"length": len(text), "most": most}
