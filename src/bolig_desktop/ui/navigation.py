"""Where the user is, where she has been, and what every page must be able to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

UNFILED = "unfiled"
"""The tab of a place among the papers whose list has only what waits for the municipality's archive."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place in the program; ``id`` is a record of ``topic``, ``tab`` one of its tabs ("" the first).

    A place with a tab and no id is a case too: ``Place(topic="dwellings", tab="new")`` is the form for a new one.
    """

    topic: str
    id: int | None = None
    tab: str = ""

    @property
    def is_case(self) -> bool:
        """Say whether the third column is what one came for."""
        return self.id is not None or bool(self.tab)


class History:
    """Places visited, with one finger on where we are, as in a browser."""

    def __init__(self, longest: int = 100) -> None:
        self._places: list[Place] = []
        self._at = -1
        self._longest = longest

    @property
    def here(self) -> Place | None:
        """Return the place we are at, None before the first."""
        return self._places[self._at] if self._places else None

    def visit(self, place: Place) -> None:
        """Note that ``place`` was opened; what lay ahead is forgotten."""
        if place == self.here:
            return
        self._places = [*self._places[: self._at + 1], place][-self._longest :]
        self._at = len(self._places) - 1

    def can_go_back(self) -> bool:
        """Say whether there is a place before this one."""
        return self._at > 0

    def can_go_forward(self) -> bool:
        """Say whether we have gone back from somewhere."""
        return self._at < len(self._places) - 1

    def back(self) -> Place | None:
        """Step back and return where we are, None where there is nothing before."""
        if not self.can_go_back():
            return None
        self._at -= 1
        return self.here

    def forward(self) -> Place | None:
        """Step forward and return where we are, None where there is nothing ahead."""
        if not self.can_go_forward():
            return None
        self._at += 1
        return self.here


class Page(QObject):
    """One topic in the window: a list on the left and a case on the right.

    list_panel: what stands in the second column; None for a page that needs the whole width.
    case_panel: what stands in the third column.
    Signals: ``go(Place)`` when the user follows a link; ``counts_changed()`` when ``counts()`` answers otherwise.
    """

    go = Signal(object)
    counts_changed = Signal()
    list_panel: QWidget | None = None
    case_panel: QWidget

    def open(self, place: Place) -> None:
        """Show ``place``: the list alone where it has no id, else that record (and tab) as well."""
        raise NotImplementedError

    def counts(self) -> Mapping[str, int]:
        """Return what the badge beside the page's name counts: tone (``danger``, ``muted``) to how many."""
        return {}

    def new(self) -> None:
        """Start a new record (Ctrl+N); a page without new ones does nothing."""

    def refresh(self) -> None:
        """Read what is shown again; called when the page comes back into view."""

    def leave(self) -> None:
        """Keep what is half-done; called before the page goes out of view or the window closes."""


@dataclass(frozen=True, kw_only=True)
class PageSpec:
    """A page the window can make: its name in the side list and how it is made on the first visit.

    at_bottom: True for what stands at the foot of the side list (Innstillinger, Hjelp).
    """

    topic: str
    title: str
    icon: str
    make: Callable[[], Page]
    shortcut: str = ""
    at_bottom: bool = False
    counts: Callable[[], Mapping[str, int]] | None = field(default=None)
