"""The command ``calendar``: everything with a day in a calendar file, without a name."""

import argparse

from bolig_desktop.cli.answering import GOOD, line, put
from bolig_desktop.cli.placing import placed


def calendar(options: argparse.Namespace) -> int:
    """Write the calendar file and say where it is, and how many dates are not in it."""
    from bolig_desktop.agenda.outside import days
    from bolig_desktop.casefile import opened
    from bolig_desktop.clock import now
    from bolig_desktop.exchange.calendar import calendar_file, left_out_words

    with placed(options.output, "Kalenderen", options.file) as target:
        with opened.case_file(options.file, options.today) as case:
            found, today = days(case), case.clock()
        target.make_ready(calendar_file(found.entries, today, now()))
    if options.json:
        put({"file": str(options.output), "events": len(found.entries), "left_out": found.left_out})
        return GOOD
    line(options.output)
    if words := left_out_words(found.left_out):
        line(words)
    return GOOD
