"""The command ``handover``: one paper for whoever stands in for her; it is about no case and not filed."""

import argparse
from pathlib import Path

from bolig_desktop.cli.answering import GOOD, line, put
from bolig_desktop.cli.placing import placed

DEFAULT = Path("overlevering.pdf")


def handover(options: argparse.Namespace) -> int:
    """Make the paper in the municipality's own written form, and say where it is."""
    from bolig_desktop.casefile import opened
    from bolig_desktop.documents import handover as paper
    from bolig_desktop.documents.handover_facts import gather

    output = options.output or DEFAULT
    with placed(output, "Overleveringen", options.file) as target:
        with opened.case_file(options.file, options.today) as case:
            language = case.settings.municipality().written_form.value
            content, pages = paper.handover(gather(case, language), language)
        target.make_ready(content)
    put({"file": str(output), "pages": pages}) if options.json else line(output)
    return GOOD
