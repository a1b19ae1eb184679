"""The column that shows which lines of a list are ticked."""

from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import tr


def tick_column(title: str, chosen: set[int]) -> Column:
    """Return the column; ``chosen`` holds the ids of the lines that are ticked, and may change."""
    return Column(
        key="chosen",
        title=title,
        text=lambda line: tr("Ja") if line.id in chosen else tr("Nei"),
        icon=lambda line: ("square-check", Tone.ACCENT) if line.id in chosen else ("square", Tone.MUTED),
        width=92,
    )
