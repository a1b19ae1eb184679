"""Search in everything: the line at the top of the window and the list under it (Ctrl+K)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from bolig_desktop.ui.icons import icon
from bolig_desktop.ui.theme import theme
from bolig_desktop.ui.widgets.popup_list import Line, PopupList
from bolig_desktop.ui.words import tr


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One thing found: ``kind`` is its topic, ``detail`` what tells it from its namesakes."""

    kind: str
    id: int
    title: str
    detail: str = ""


class SearchBox(QLineEdit):
    """Signal ``found(Hit)`` when a hit is chosen with Enter or a click.

    search: words to hits, best first; called at each keystroke, so it must be quick. icons: a kind to its icon.
    kinds: a kind to its word ("bolig"), shown before the detail.
    """

    found = Signal(object)

    def __init__(self, search: Callable[[str], Sequence[Hit]], icons: Mapping[str, str],
                 kinds: Mapping[str, str] | None = None) -> None:  # fmt: skip
        super().__init__()
        self._search, self._icons, self._kinds = search, icons, kinds or {}
        self.setProperty("role", "search")
        self.setPlaceholderText(tr("Søk i alt – navn, adresse, papir …   {keys}", keys=shortcut_words("Ctrl+K")))
        self.setAccessibleName(tr("Søk i alt"))
        self.setToolTip(tr("Søk i alt ({keys})", keys=shortcut_words("Ctrl+K")))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(140)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        theme().changed.connect(self._draw)
        self._draw()
        self._popup: PopupList | None = None
        self.textEdited.connect(lambda _: self.look())

    def _draw(self) -> None:
        self._glass.setIcon(icon("search", side=16))

    def look(self) -> None:
        """Search for what stands in the line and show the hits."""
        words = self.text().strip()
        if not words:
            self.popup().show_lines([])
            return
        hits = self._search(words)
        lines = [
            Line(title=hit.title, detail=self._detail(hit), icon=self._icons.get(hit.kind, "file-text"), what=hit)
            for hit in hits
        ]
        self.popup().show_lines(lines or [Line(title=tr("Fant ingenting."), icon="search")], width=460)

    def _detail(self, hit: Hit) -> str:
        return " · ".join(part for part in (self._kinds.get(hit.kind, ""), hit.detail) if part)

    def popup(self) -> PopupList:
        """Return the list of hits, made at the first search."""
        if self._popup is None:
            self._popup = PopupList(self)
            self._popup.chosen.connect(self._take)
        return self._popup

    def _take(self, what: object) -> None:
        if isinstance(what, Hit):
            self.clear()
            self.found.emit(what)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the old words, so new ones take their place."""
        super().focusInEvent(event)
        self.selectAll()


def shortcut_words(keys: str) -> str:
    """Return a shortcut as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
