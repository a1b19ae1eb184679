"""What a municipality's own settings must be."""

import re

from bolig_desktop.errors import Problem
from bolig_desktop.settings.records import Municipality

_LIMITS = {
    "lease_months": (1, 120),
    "due_day": (1, 28),
    "notice_months": (1, 12),
    "idle_limit_days": (1, 365),
    "deposit_months": (0, 6),
    "post_days": (0, 30),
}


def municipality_problems(municipality: Municipality) -> list[Problem]:
    """Return what is wrong with the settings; deposit_months is at most six (husleieloven § 3-5)."""
    found = []
    if not municipality.name.strip():
        found.append(Problem(field="name", code="municipality.name_missing"))
    if municipality.postcode and not re.fullmatch(r"\d{4}", municipality.postcode):
        found.append(Problem(field="postcode", code="municipality.postcode", hard=False))
    for field, (least, most) in _LIMITS.items():
        if not least <= getattr(municipality, field) <= most:
            found.append(Problem(field=field, code="municipality.out_of_range", facts={"least": least, "most": most}))
    return found
