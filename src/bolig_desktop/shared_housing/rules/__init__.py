"""The rules of shared housing: which version holds, who has not signed it, and what a rule may not be."""

from bolig_desktop.shared_housing.rules.versions import (
    LONGEST_RULE,
    MOST_NIGHTS,
    in_force,
    not_signed,
    rule_problems,
    rules_problems,
    signature_problems,
    state,
    to_sign,
)
from bolig_desktop.shared_housing.rules.wording import may_not_be

__all__ = [
    "LONGEST_RULE",
    "MOST_NIGHTS",
    "in_force",
    "may_not_be",
    "not_signed",
    "rule_problems",
    "rules_problems",
    "signature_problems",
    "state",
    "to_sign",
]
