"""A year in a few sentences, from figures that are told: what is hidden or not known has no sentence."""

from collections.abc import Iterator

from bolig_desktop.text.money import show_decimal
from bolig_desktop.text.sentences import sentence
from bolig_desktop.yearly.report import Line, Report

_SAID = (
    ("settled_quota", ("settled", "quota")),
    ("settled", ("settled",)),
    ("waited", ("permit_to_settlement",)),
    ("refugees", ("refugees",)),
    ("dwellings", ("dwellings", "let")),
    ("idle", ("idle_days", "idle_share")),
    ("moved", ("KOSantnyinnflytt0000", "moved_out")),
    ("waiting", ("waiting", "free")),
    ("ran_out", ("leases_ran_out", "ran_out_open")),
    ("way_on", ("plans_closed", "to_private_rent", "to_bought")),
    ("visits", ("visits_made", "visits_planned")),
    ("made", ("visits_made",)),
)
"""The sentences (``summary.…``) and the figures each needs; of those that tell of the same first figure, one."""


def summary(report: Report) -> Iterator[str]:
    """Yield what the year was, in sentences; one says that there is little to tell where there is none other."""
    lines = {line.figure.id: line for section in report.sections for line in section.lines}
    told: set[str] = set()
    for code, names in _SAID:
        values = [lines[name].value for name in names]
        if names[0] in told or any(value is None for value in values):
            continue
        told.add(names[0])
        facts = {name: _shown(lines[name], report.language) for name in names}
        none = ".none" if not values[0] else ""
        yield sentence(f"summary.{code}{none}", report.language, year=str(report.number), **facts)
    if not told:
        yield sentence("summary.nothing", report.language)


def _shown(line: Line, language: str) -> str:
    """Return a number as it stands in a sentence; nobody counts nought of anything."""
    if not line.value and (line.figure.is_count or line.figure.is_aim):
        return sentence("year.nought", language)
    return show_decimal(line.value or 0)
