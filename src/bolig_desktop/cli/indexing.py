"""The ``index`` command: what a notice on a day gives one lease, reckoned from a file of index values."""

import argparse
from collections.abc import Sequence
from typing import Any

from bolig_desktop.casefile import CaseFile, looking_up, opened, rent_run
from bolig_desktop.cli.answering import GOOD, MENDABLE, Said, line, put, tell
from bolig_desktop.exchange import kpi
from bolig_desktop.law.indexing import table_on
from bolig_desktop.tenancies.rules.indexing import IndexChange, IndexTable
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_kroner
from bolig_desktop.text.sentences import sentence


def index(options: argparse.Namespace) -> int:
    """Reckon, and write nothing; 1 where the lease cannot be changed by this notice, and why."""
    with opened.case_file(options.file, options.today) as case:
        table = _table(options, case)
        if all(row_id != options.tenancy for row_id, *_ in case.tenancies.terms()):
            raise Said(sentence("paper.no_tenancy", number=options.tenancy))
        lines = rent_run.index_run(case, options.notice, table=table, only={options.tenancy})
        due = looking_up.rule_due(case, "HL-4-2")
    if not lines:
        raise Said(sentence("index.code_6"))
    change = lines[0].change
    why = change.left_out.sentence() if change.left_out else ""
    if why:
        tell(why)
    steps = [step.sentence() for step in change.steps()]
    steps += [] if due is None else [sentence("parameter.rule_due", day=due)]
    if options.json:
        put(_answer(change, why, steps))
    elif not why and change.new_nok is not None and change.effect_on is not None:
        for step in steps:
            line(step)
        rents = f"{show_kroner(change.old_nok)} → {show_kroner(change.new_nok)}"
        line(f"Ny leie: {rents} fra {show_date(change.effect_on)}.")
    return MENDABLE if why else GOOD


def _table(options: argparse.Namespace, case: CaseFile) -> IndexTable:
    """Read the values of the table that holds on the day of the notice, which the file may say for itself."""
    series, base = table_on(options.notice, case.own_parameters.rows())
    try:
        found = kpi.read_file(options.kpi, kpi.Table(series, base))
    except FileNotFoundError:
        raise Said(f"Filen med indekstall, «{options.kpi}», finnes ikke.") from None
    except (OSError, ValueError):
        raise Said(f"Filen med indekstall, «{options.kpi}», kan ikke leses.") from None
    return IndexTable(series=series, base=base, values=found.values)


def _answer(change: IndexChange, why: str, steps: Sequence[str]) -> dict[str, Any]:
    kpi_a, kpi_b = change.from_value, change.to_value
    return {
        "tenancy": change.tenancy_id,
        "old_rent": change.old_nok,
        "new_rent": change.new_nok,
        "effect_on": change.effect_on.isoformat() if change.effect_on else None,
        "notice": change.notice_on.isoformat(),
        "series": change.table.series,
        "base": change.table.base,
        "months": {"from": change.from_month or None, "to": change.to_month or None},
        "values": {
            "from": None if kpi_a is None else float(kpi_a),
            "to": None if kpi_b is None else float(kpi_b),
        },
        "lawful": not why,
        "left_out": bool(why),
        "why": why or None,
        "steps": list(steps),
    }
