"""The head all papers share under the letterhead: to whom, date, case number, case officer and how to reach us."""

from collections.abc import Sequence
from datetime import date

from bolig_desktop.documents import blocks, ink, tables
from bolig_desktop.documents.facts import Sender
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.paragraph import Block, Paragraph, Style
from bolig_desktop.documents.texts import Template
from bolig_desktop.text.dates import long_date

_LABEL = Style(size=8, leading=11, colour=ink.MUTED, space_before=0)
_VALUE = Style(size=8.5, leading=12, space_before=0)
_SHARES = (0.24, 0.185, 0.13, 0.175, 0.27)


def meta(sender: Sender, template: Template, recipients: Sequence[str], printed_on: date, case_number: str) -> Block:
    """Return the five small columns of the head; what is unknown is left empty to write in."""
    words = ("head_recipient", "head_date", "head_case", "head_officer", "head_contact")
    labels = [Paragraph(template.text(word), _LABEL) for word in words]
    values = (
        ("recipient", "\n".join(recipients)),
        ("date", long_date(printed_on, template.language)),
        ("case_number", case_number),
        ("officer", sender.officer),
        ("contact", "\n".join(part for part in (sender.unit, sender.phone, sender.email) if part)),
    )
    cells = [Paragraph((Run(value, "regular", True, name),) if value else "_" * 12, _VALUE) for name, value in values]
    return blocks.Stack(
        [
            tables.Row(labels, _SHARES, pad=0, underline=False),
            tables.Row(cells, _SHARES, pad=1, underline=False),
            Paragraph(" ", Style(size=6, leading=10, space_before=0)),
        ]
    )
