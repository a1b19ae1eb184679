"""How each topic stands in a home: told of, shown, how often, and what is still a problem; the weak ones first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.visits.visit_words import topic_words
from bolig_desktop.ui.widgets.pills import Pill, PillLabel
from bolig_desktop.ui.words import tr
from bolig_desktop.visits.records import TopicStanding


class TopicsTab(QFrame):
    """A line for each topic."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "box")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(12, 8, 12, 8)
        self._rows.setSpacing(8)

    def show_standings(self, standings: Sequence[TopicStanding]) -> None:
        """Show these in place of those before."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for standing in sorted(standings, key=lambda one: (not one.is_problem, one.shown, one.last is not None)):
            self._rows.addWidget(_line(standing))


def pill_of(standing: TopicStanding) -> Pill:
    """Return how far a topic has come."""
    if standing.is_problem:
        return tr("Fortsatt et problem"), Tone.DANGER
    if standing.shown:
        return tr("Vist"), Tone.GOOD
    return (tr("Bare fortalt"), Tone.SOON) if standing.last else (tr("Ikke gjennomgått"), Tone.MUTED)


def _line(standing: TopicStanding) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    name = QLabel(topic_words(standing.topic))
    name.setTextFormat(Qt.TextFormat.PlainText)
    row.addWidget(name)
    said = ""
    if standing.last is not None:
        said = tr("sist {day}, {count} ganger", day=show_date(standing.last), count=standing.times)
        if standing.times == 1:
            said = tr("én gang, {day}", day=show_date(standing.last))
    about = QLabel(said)
    about.setProperty("role", "muted")
    about.setMinimumWidth(60)
    row.addWidget(about, 1)
    row.addWidget(PillLabel(*pill_of(standing)))
    return line
