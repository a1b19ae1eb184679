"""What the list of papers shows."""

from bolig_desktop.archive.records import PaperLine
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.navigation import UNFILED
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import tr


def columns() -> list[Column]:
    """Return the columns."""
    return [
        Column(key="number", title=tr("Nr."), text=lambda line: line.number, width=64),
        Column(key="title", title=tr("Papir"), text=lambda line: line.title, width=0),
        Column(key="recipient", title=tr("Til"), text=lambda line: household_words(line.recipient), width=126),
        Column(
            key="printed",
            title=tr("Skrevet ut"),
            text=lambda line: show_date(line.printed_on),
            sort=lambda line: line.printed_on,
            width=100,
            rank=1,
        ),
        Column(
            key="sent",
            title=tr("Sendt"),
            text=lambda line: sent_pill(line)[0],
            sort=lambda line: line.sent_on,
            pill=sent_pill,
            width=112,
        ),
        Column(key="filed", title=tr("Arkiv"), text=lambda line: line.filed_as, width=88, rank=2),
    ]


def chips() -> list[Chip]:
    """Return the quick filters."""
    return [
        Chip(key="all", label=tr("Alle")),
        Chip(key="unsent", label=tr("Ikke sendt"), test=lambda line: line.sent_on is None),
        Chip(key=UNFILED, label=tr("Ikke arkivert"), test=lambda line: not line.filed_as),
    ]


def sent_pill(line: PaperLine) -> Pill:
    """Return when the paper was sent, or that it was not."""
    if line.sent_on is None:
        return tr("Ikke sendt"), Tone.SOON
    return show_date(line.sent_on), Tone.GOOD
