"""I dag: the list of everything with a date, and the one that is chosen."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.items import Item, Status, status
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.followup.records import Mark
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.navigation import Page, Place
from bolig_desktop.ui.problems import by_field
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.today.case import DueCase
from bolig_desktop.ui.today.entries import LATE, Entries, chips, groups
from bolig_desktop.ui.today.first_acts import FirstActs
from bolig_desktop.ui.today.letters import NUMBERS, letter_of
from bolig_desktop.ui.today.to_check import ToCheck
from bolig_desktop.ui.widgets.case_panel import CasePanel
from bolig_desktop.ui.widgets.grouped_list import GroupedList
from bolig_desktop.ui.widgets.list_panel import ListPanel
from bolig_desktop.ui.words import language, tr

TOPIC = "today"


def place_of(one: Item) -> Place:
    """Return the place of an item: it is known by what it is about, for it has no row of its own."""
    return Place(topic=TOPIC, tab=" ".join(map(str, one.key)))


class TodayPage(Page):
    """I dag.

    Signals: ``said(sentence)`` for the status line; ``kept(sentence)`` when something was saved and can be undone;
    ``bring_in_wanted()`` for a workbook of the households.
    """

    said = Signal(str)
    kept = Signal(str)
    bring_in_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.agenda = Agenda(session.case)
        self._entries = Entries(session.case)
        self._items: list[Item] = []
        self._stale, self._chosen = True, False
        self._to_come = tr(
            "Når du har lagt inn leieavtaler og husstander, kommer datoene deres her av seg selv: leieavtaler som "
            "går ut, svar og klager med frist, og papirer som skal arkiveres."
        )
        quiet = tr("Ingenting haster de neste 30 dagene.")
        self.list = GroupedList(groups(), self._entries.gathered, quiet, self._entries.searched)
        self.list_panel: ListPanel = ListPanel(
            tr("I dag"),
            self.list,
            chips=chips(),
            icon="sun",
            empty=tr(
                "Her står alt som har en dato: leieavtaler som går ut, svar og klager med frist, papirer som skal "
                "arkiveres. Akkurat nå er det ingenting."
            ),
        )
        self.first_acts = FirstActs(session, self.list_panel)
        self.first_acts.go.connect(self.go)
        self.first_acts.bring_in_wanted.connect(self.bring_in_wanted)
        self.to_check = ToCheck(session, self.list_panel)
        self.to_check.go.connect(self.go)
        self.case_panel: CasePanel = CasePanel(
            icon="sun", empty=tr("Velg en linje for å se hvorfor den står her, og hva som kan gjøres.")
        )
        self.case = DueCase(session, self.case_panel, self._alike)
        self.case.said.connect(self.said)
        self.case.many_wanted.connect(self._write_to_many)
        self.case.go.connect(self.go)
        self.case.done.connect(self._done)
        self.case.put_off.connect(self._put_off)
        self.list_panel.opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.day_changed.connect(self._changed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._catch_up)
        self.case_panel.show_nothing()

    def open(self, place: Place) -> None:
        """Show the list alone, or an item of it; one that has left the list is said to be gone."""
        self.refresh()
        if not place.tab:
            self._show_some()
            return
        one = next((each for each in self._items if place_of(each) == place), None)
        if one is None:
            self._show(None)
            self.said.emit(tr("Dette står ikke på listen lenger."))
        else:
            self._show(one)

    def _show_some(self) -> None:
        """Keep what was chosen, or show the most urgent, so that the column is not empty."""
        passing = self.list.passing()
        if (self.case.item is None or not self._chosen) and passing and passing[0].group != "later":
            self._show(passing[0].thing)
            self._chosen = False

    def _show(self, one: Item | None) -> None:
        self.leave()
        if one is None:
            self.case.show_nothing()
            self.list_panel.select(None)
        else:
            self._chosen = True
            self.case.show_item(one)
            self.list_panel.select(self._entries.number(one))

    def _opened(self, number: int) -> None:
        one = self._entries.item(number)
        if one is not None:
            self.go.emit(place_of(one))

    def refresh(self) -> None:
        """Read the list again if something changed since it was read."""
        if not self._stale:
            return
        self._stale = False
        self._items = self.agenda.items()
        is_begun = any(one.topic != "calendar" for one in self._items)
        self.list.set_note("" if is_begun else self._to_come)
        self.first_acts.refresh()
        self.list_panel.set_rows(self._entries.of(self._items))
        self._follow()
        self.to_check.show_soon()
        self.counts_changed.emit()

    def _follow(self) -> None:
        """Show again what is shown, as it is now; what has left the list goes out of sight."""
        shown = self.case.item
        if shown is None:
            return
        again = next((one for one in self._items if one.key == shown.key), None)
        if again is None:
            self.case.show_nothing()
        else:
            self.case.show_item(again)

    def counts(self) -> dict[str, int]:
        """Return how many are late, or should not wait."""
        if self._stale:
            self.refresh()
        return {"danger": sum(entry.group == LATE for entry in self.list.rows())}

    def leave(self) -> None:
        """Keep what is half-filled."""
        try:
            self.case.keep_draft()
        except FileTrouble as trouble:
            self.said.emit(trouble_sentence(trouble, language()))

    def _changed(self, *_: object) -> None:
        self._stale = True
        if self.list_panel.isVisible() or self.case_panel.isVisible():
            self.refresh()
        else:
            self._later.start(0)

    def _catch_up(self) -> None:
        """Read again behind another page, for the number beside the page's name."""
        self.refresh()

    # what is done about an item

    def _alike(self, one: Item) -> list[Item]:
        """Return the items whose letter goes to many in one go with this one's; this one is among them."""
        letter = letter_of(self.session.case, one)
        if letter is None or letter.paper not in NUMBERS:
            return []
        return [
            each
            for each in self._items
            if each.kind == one.kind and status(each, self.session.today) is not Status.LATER
        ]

    def _write_to_many(self, items: list[Item]) -> None:
        from bolig_desktop.ui.documents.batch import BatchLetters

        letter = letter_of(self.session.case, items[0])
        if letter is not None:
            ids = [one.tenancy_id for one in items]
            letters = BatchLetters(self.case_panel, self.session, ids, letter=NUMBERS[letter.paper])
            letters.told.connect(self.said)
            letters.open()

    def _done(self, one: Item) -> None:
        self._mark(one, lambda: self.agenda.done(one), tr("Gjort."))

    def _put_off(self, one: Item, day: date, reason: str) -> None:
        self._mark(one, lambda: self.agenda.put_off(one, day, reason), tr("Utsatt til {day}.", day=show_date(day)))

    def _mark(self, one: Item, mark: Callable[[], Mark], told: str) -> None:
        following = self._after(one)
        try:
            self.session.run(lambda case: mark())
        except Refused as refused:
            self.case.show_problems(by_field(refused.problems, language()))
            return
        except FileTrouble as trouble:
            self.said.emit(trouble_sentence(trouble, language()))
            return
        self.case.drop_draft(one)
        self.kept.emit(told)
        both = self.list_panel.isVisible()
        self.go.emit(place_of(following) if following is not None and both else Place(topic=TOPIC))
        self.list_panel.focus_list()

    def _after(self, one: Item) -> Item | None:
        """Return the item that comes next in the list, or the one before where it was the last."""
        order: list[Item] = [entry.thing for entry in self.list.passing()]
        at = next((n for n, each in enumerate(order) if each.key == one.key), -1)
        around = [*order[at + 1 : at + 2], *order[at - 1 : at]] if at >= 0 else []
        return around[0] if around else None
