"""The main window: places, list and case beside each other, search on top, what was saved at the bottom."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from bolig_desktop.clock import Clock
from bolig_desktop.text.dates import long_date
from bolig_desktop.ui.menus import build_menus
from bolig_desktop.ui.navigation import History, Page, PageSpec, Place
from bolig_desktop.ui.panes import Panes
from bolig_desktop.ui.search_box import Hit, SearchBox
from bolig_desktop.ui.side_list import SideList
from bolig_desktop.ui.top_bar import TopBar
from bolig_desktop.ui.widgets.elided import ElidedLabel
from bolig_desktop.ui.widgets.field import ProblemLine
from bolig_desktop.ui.widgets.messages import Toast
from bolig_desktop.ui.widgets.tab_order import next_stop, tab_stops
from bolig_desktop.ui.words import language, tr

WIDE_SIDE, ONE_COLUMN, NO_DATE = 1180, 940, 1000
LEAST = QSize(640, 400)
Search = Callable[[str], Sequence[Hit]]


class MainWindow(QMainWindow):
    """The frame; knows places and pages, no rules and no records.

    pages: in the order of the side list; made on the first visit. search: words to hits, at each keystroke.
    settings: where widths are remembered. place_of: where a hit leads, by default its kind and id.
    kinds: a kind of hit to its icon and what one of them is called, by default those of the page.
    busy: whether a change is under way, in the middle of which it does not close.
    Signals: ``lock_wanted()``, ``undo_wanted()``, ``help_wanted(topic)``, ``moved(Place)``, ``closing()``.
    """

    lock_wanted = Signal()
    undo_wanted = Signal()
    help_wanted = Signal(str)
    moved = Signal(object)
    closing = Signal()

    def __init__(self, pages: Sequence[PageSpec], *, search: Search, clock: Clock, municipality: str = "",
                 settings: MutableMapping[str, int] | None = None,
                 place_of: Callable[[Hit], Place] | None = None,
                 kinds: Mapping[str, tuple[str, str]] | None = None,
                 busy: Callable[[], bool] = lambda: False) -> None:  # fmt: skip
        super().__init__()
        self._busy = busy
        self.setWindowTitle("Bolig")
        self.setMinimumSize(LEAST)
        self._specs = {spec.topic: spec for spec in pages}
        self._pages: dict[str, Page] = {}
        self._history = History()
        self._clock = clock
        self._place_of = place_of or (lambda hit: Place(topic=hit.kind, id=hit.id))
        self.side = SideList(pages)
        self.side.chosen.connect(lambda topic: self.go(Place(topic=topic)))
        known = kinds or {spec.topic: (spec.icon, spec.title) for spec in pages}
        self.search = SearchBox(
            search,
            {kind: icon for kind, (icon, _) in known.items()},
            {kind: word for kind, (_, word) in known.items()},
        )
        self.search.found.connect(self._found)
        self.top = TopBar(self.search)
        self.panes = Panes({} if settings is None else settings)
        self.notice = ProblemLine()
        self.notice.setContentsMargins(18, 6, 18, 0)
        self.status = ElidedLabel(role="small")
        self.status.setContentsMargins(18, 5, 18, 6)
        self._build()
        self.toast = Toast(self)
        self.toast.undo.connect(self.undo_wanted)
        self._connect(list(pages))
        self.set_municipality(municipality)
        self._show_ways()

    def _build(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(_line())
        column.addWidget(self.panes, 1)
        column.addWidget(_line())
        column.addWidget(self.notice)
        column.addWidget(self.status)
        middle = QWidget()
        middle.setProperty("role", "ground")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(_line(upright=True))
        row.addWidget(right, 1)
        self.setCentralWidget(middle)

    def _connect(self, specs: list[PageSpec]) -> None:
        does: dict[str, Callable[[], object]] = {
            "new": self.new, "lock": self._lock, "quit": self.close, "undo": self.undo_wanted.emit,
            "search": self._focus_search, "filter": self._focus_filter, "back": self.back, "forward": self.forward,
            "next_column": self.next_column, "help": lambda: self.help_wanted.emit(self.topic()),
        }  # fmt: skip
        self._menus = build_menus(self, specs, does, self._go_to_list)
        self.top.back.clicked.connect(self.back)
        self.top.forward.clicked.connect(self.forward)
        self.top.lock.clicked.connect(self._lock)
        self.panes.list_wanted.connect(lambda: self.go(Place(topic=self.topic())))

    # what others may use

    def menu(self, name: str) -> QMenu:
        """Return the menu ``file``, ``edit``, ``view`` or ``help``, to put more into."""
        return self._menus.menus[name]

    def act(self, name: str) -> QAction:
        """Return one of the window's own acts (``undo``, ``new`` …), to switch it on and off or give it words."""
        return self._menus.acts[name]

    def set_municipality(self, name: str) -> None:
        """Show whose file this is, and today's date, in the top bar."""
        self.top.show_about(name, weekday_date(self._clock(), language()))

    def say(self, words: str) -> None:
        """Show words in the status line ("Lagret 15:41")."""
        self.status.setText(words)
        self.status.setAccessibleName(words)

    def warn(self, words: str) -> None:
        """Show words in red above the status line until they are taken away again with ""."""
        self.notice.show_sentences([(words, True)] if words else [])

    def topic(self) -> str:
        """Return the topic of the page shown, "" before the first."""
        here = self._history.here
        return here.topic if here else ""

    def here(self) -> Place | None:
        """Return the place shown."""
        return self._history.here

    def page(self, topic: str) -> Page:
        """Return the page of ``topic``, made now if this is the first visit."""
        if topic not in self._pages:
            page = self._specs[topic].make()
            page.go.connect(self.go)
            page.counts_changed.connect(lambda: self._count(topic))
            self._pages[topic] = page
            self.panes.add(topic, self._specs[topic].title, page)
        return self._pages[topic]

    def made_pages(self) -> list[Page]:
        """Return the pages visited so far."""
        return list(self._pages.values())

    def refresh_counts(self) -> None:
        """Read every badge in the side list again."""
        for topic in self._specs:
            self._count(topic)

    def _count(self, topic: str) -> None:
        page, spec = self._pages.get(topic), self._specs[topic]
        counts: Mapping[str, int] = page.counts() if page else spec.counts() if spec.counts else {}
        self.side.buttons[topic].show_badge(counts)

    # moving about

    def go(self, place: Place) -> None:
        """Open a place and remember it; a topic the window does not have changes nothing."""
        if place.topic in self._specs:
            self._show(place)
            self._history.visit(place)
            self._show_ways()

    def back(self) -> None:
        """Go to the place before this one (Alt+Left)."""
        self._step(self._history.back())

    def forward(self) -> None:
        """Go to the place we came back from (Alt+Right)."""
        self._step(self._history.forward())

    def _step(self, place: Place | None) -> None:
        if place is not None:
            self._show(place)
            self._show_ways()

    def _show(self, place: Place) -> None:
        shown = self.panes.topic()
        if shown and shown != place.topic:
            self._pages[shown].leave()
        known = place.topic in self._pages
        page = self.page(place.topic)
        if known and shown != place.topic:
            page.refresh()
        held = self.panes.isAncestorOf(self.focusWidget() or self)
        self.panes.show_page(place.topic, case=place.is_case)
        page.open(place)
        self.side.mark(place.topic)
        self.setWindowTitle(f"Bolig \u2013 {self._specs[place.topic].title}")
        self._count(place.topic)
        if held and shown != place.topic and not self.panes.holds_focus():
            QTimer.singleShot(0, self, self._focus_page)
        self.moved.emit(place)

    def _found(self, hit: Hit) -> None:
        self.go(self._place_of(hit))
        self._focus_page()

    def _focus_page(self) -> None:
        here = self.here()
        if here is None or (not here.is_case and self.panes.focus_list()):
            return
        for part in self.panes.stops()[-1:]:
            focus_first(part)

    def _go_to_list(self, topic: str) -> None:
        self.go(Place(topic=topic))
        self._focus_page()

    def _show_ways(self) -> None:
        can_back, can_forward = self._history.can_go_back(), self._history.can_go_forward()
        self.act("back").setEnabled(can_back)
        self.act("forward").setEnabled(can_forward)
        self.top.back.setEnabled(can_back)
        self.top.forward.setEnabled(can_forward)

    def new(self) -> None:
        """Start a new record on the page shown (Ctrl+N)."""
        if self.topic():
            self.page(self.topic()).new()

    def next_column(self) -> None:
        """Take the keyboard from places to list to case and round again (F6)."""
        here = self.side.buttons.get(self.topic())
        stops = [part for part in (here, *self.panes.stops()) if part is not None]
        holds = [part.hasFocus() or part.isAncestorOf(self.focusWidget() or self) for part in stops]
        at = holds.index(True) if True in holds else 0  # from the search field: past the places
        wanted = stops[(at + 1) % len(stops)] if stops else None
        if wanted is not None and not (wanted is self.panes.lists and self.panes.focus_list()):
            focus_first(wanted)

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_filter(self) -> None:
        filter_line = self.panes.filter_line()
        if filter_line is not None:
            filter_line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lock(self) -> None:
        self.hide()  # at once: what the pages have to see to may take a moment
        try:
            self.leave_pages()
        finally:
            self.lock_wanted.emit()

    def leave_pages(self) -> None:
        """Let every page keep what is half-done."""
        for page in self._pages.values():
            page.leave()

    def be_still(self) -> None:
        """Let nothing wake up any more: the file is closed next, and what is left to do would read it."""
        for part in (self, *self._pages.values()):
            for timer in part.findChildren(QTimer):
                timer.stop()

    # the window itself

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab follow what is seen, not the order in which the parts happened to be made."""
        wanted = next_stop(self.centralWidget() or self, self.focusWidget(), forward=forward)
        if wanted is None:
            return False
        wanted.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button the keyboard is on, as Space does."""
        here = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(here, QAbstractButton):
            here.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: words or icons in the side list, two columns or one at a time."""
        super().resizeEvent(event)
        # The event may be older than the window: a window manager answers late when it makes a window large.
        self.side.set_narrow(self.width() < WIDE_SIDE)
        self.panes.set_single(self.width() < ONE_COLUMN)
        self.top.set_narrow(self.width() < NO_DATE)

    def showEvent(self, event: QShowEvent) -> None:
        """Count the badges once the window stands there."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.search.setFocus()
        QTimer.singleShot(0, self, self.refresh_counts)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let every page keep what is half-done before the window goes; not in the middle of a change."""
        if self._busy():
            event.ignore()
            return
        self.leave_pages()
        self.closing.emit()
        super().closeEvent(event)


def weekday_date(day: date, lang: str) -> str:
    """Return ``søndag 22. november 2026``."""
    days = (tr("mandag"), tr("tirsdag"), tr("onsdag"), tr("torsdag"), tr("fredag"), tr("lørdag"), tr("søndag"))
    return f"{days[day.weekday()]} {long_date(day, lang)}"


def _line(*, upright: bool = False) -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def focus_first(part: QWidget) -> None:
    """Give the keyboard to the first thing in ``part`` that takes it."""
    for stop in tab_stops(part)[:1]:
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
