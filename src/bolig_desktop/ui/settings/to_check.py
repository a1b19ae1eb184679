"""How many rules and figures should be checked, in words."""

from bolig_desktop.casefile import CaseFile, looking_up
from bolig_desktop.text.sentences import sentence
from bolig_desktop.ui.words import language


def to_check(case: CaseFile) -> str:
    """Return ``3 regler og 2 satser bør kontrolleres``, "" where there are none."""
    counts = (("rule", len(looking_up.rules_due(case))), ("figure", len(looking_up.figures_due(case))))
    things = tuple((thing, count) for thing, count in counts if count)
    return sentence("parameter.to_check.short", language(), things_counted=things) if things else ""
