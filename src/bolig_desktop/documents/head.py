"""The head all papers share under the letterhead: to whom, date, case number, case officer and how to reach us."""

from collections.abc import Sequence
from datetime import date

from bolig_desktop.documents import blocks, ink, tables
from bolig_desktop.documents.facts import Sender
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.page import WIDTH
from bolig_desktop.documents.paragraph import Block, Paragraph, Style
from bolig_desktop.documents.texts import Template
from bolig_desktop.text.dates import long_date

_LABEL = Style(size=8, leading=11, colour=ink.MUTED, space_before=0)
_VALUE = Style(size=8.5, leading=12, space_before=0)
_SHARES = (0.22, 0.185, 0.15, 0.175, 0.27)
_BLANK = "_" * 12
_GAP = 8
_MOST_LINES = 6  # of recipients; the table below names everybody


def meta(sender: Sender, template: Template, recipients: Sequence[str], printed_on: date, case_number: str) -> Block:
    """Return the five small columns of the head; what is unknown is left empty to write in."""
    recipient = _recipients(recipients, template)
    words = ("head_recipient", "head_date", "head_case", "head_officer", "head_contact")
    labels = [Paragraph(template.text(word), _LABEL) for word in words]
    values = (
        ("date", long_date(printed_on, template.language)),
        ("case_number", case_number),
        ("officer", sender.officer),
        ("contact", "\n".join(part for part in (sender.unit, sender.phone, sender.email) if part)),
    )
    others = [Paragraph((Run(value, "regular", True, name),) if value else _BLANK, _VALUE) for name, value in values]
    cells = [recipient, *others]
    return blocks.Stack(
        [
            tables.Table(
                tables.Row(labels, _SHARES, pad=0, gap=_GAP, underline=False),
                [tables.Row(cells, _SHARES, pad=1, gap=_GAP, underline=False)],
                space_before=0,
            ),
            Paragraph(" ", Style(size=6, leading=10, space_before=0)),
        ]
    )


def _recipients(names: Sequence[str], template: Template) -> Paragraph:
    """Return the names under one another, as many as a few lines have room for and then how many more there are."""
    if not names:
        return Paragraph(_BLANK, _VALUE)
    for count in range(len(names), 0, -1):
        runs = [Run("\n".join(names[:count]), "regular", True, "recipient")]
        if count < len(names):
            runs.extend((Run("\n"), *template.runs("head_more", {"others": len(names) - count})))
        made = Paragraph(runs, _VALUE)
        if len(made.lines(_SHARES[0] * WIDTH - _GAP)) <= _MOST_LINES:
            break
    return made
