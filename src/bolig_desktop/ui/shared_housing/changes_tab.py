"""What each version of the house rules changed: which rules came, which went, and which say something else."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bolig_desktop.shared_housing.records import VersionChange
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.icons import IconLabel
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.shared_housing.columns import STATE_TONES
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.case_header import breakable
from bolig_desktop.ui.widgets.pills import PillLabel
from bolig_desktop.ui.words import tr


class ChangesTab(QWidget):
    """Versions, the newest first; only read."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_changes(self, changes: Sequence[VersionChange]) -> None:
        """Show these versions in place of those before."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for change in changes:
            self._column.addWidget(_box(change))
        if not changes:
            self._column.addWidget(_words(tr("Huset har ingen husregler ennå."), "muted"))
        self._column.addStretch(1)


def _box(change: VersionChange) -> QFrame:
    box = QFrame()
    box.setProperty("role", "box")
    column = QVBoxLayout(box)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(6)
    head = QHBoxLayout()
    head.addWidget(_words(tr("Versjon {number}", number=change.version.version), "heading"), 1)
    head.addWidget(PillLabel(label(change.state), STATE_TONES[change.state]), 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(head)
    column.addWidget(_words(when(change), "muted"))
    if change.version.change.strip():
        column.addWidget(_words(tr("Nytt: {words}", words=change.version.change.strip()), ""))
    for line in _lines(change):
        column.addWidget(line)
    return box


def when(change: VersionChange) -> str:
    """Return the days of a version: of the house meeting, and from when it holds."""
    version = change.version
    days = []
    if version.agreed_on is not None:
        days.append(tr("Beboermøte {day}", day=show_date(version.agreed_on)))
    if version.valid_from is not None:
        days.append(tr("Gjelder fra {day}", day=show_date(version.valid_from)))
    return " · ".join([*days, tr("{count} regler", count=change.rules)])


def _lines(change: VersionChange) -> Iterable[QWidget]:
    if change.is_first:
        yield _words(tr("Den første versjonen."), "")
        return
    for said in change.came:
        yield _line("plus", Tone.GOOD, tr("Ny: {rule}", rule=_named(said)))
    for before, now in change.changed:
        words = (tr("Endret: {rule}", rule=now), tr("Før: {rule}", rule=before))
        yield _line("pencil", Tone.ACCENT, "\n".join(words))
    for said in change.went:
        yield _line("minus", Tone.MUTED, tr("Tatt ut: {rule}", rule=_named(said)))
    if not (change.came or change.changed or change.went):
        yield _words(tr("De samme reglene som i versjonen før."), "muted")


def _named(said: str) -> str:
    """Return a rule, or that it names somebody shielded where it may not be shown."""
    return said or tr("en regel som nevner noen med gradert adresse")


def _line(icon: str, tone: Tone, words: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(icon, tone, side=16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(_words(words, ""), 1)
    return line


def _words(words: str, role: str) -> QLabel:
    said = QLabel(breakable(words))
    said.setProperty("role", role)
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setWordWrap(True)
    said.setMinimumWidth(80)
    return said
