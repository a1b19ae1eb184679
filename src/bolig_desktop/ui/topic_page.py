"""What every topic's page does alike: a list beside a case whose first tab is a form saved as one goes."""

from collections import Counter
from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Household
from bolig_desktop.storage.drafts import Draft
from bolig_desktop.ui.editing import Editor
from bolig_desktop.ui.facts_tab import FactsTab
from bolig_desktop.ui.history_tab import HistoryTab
from bolig_desktop.ui.navigation import Page, Place
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.case_panel import CasePanel
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import Chip, ListPanel
from bolig_desktop.ui.widgets.record_table import Column, RecordTable
from bolig_desktop.ui.words import language, tr

NEW = "new"


class Unsaved(NamedTuple):
    """A form with something in it that the file has not got: the tab it stands on, and what is to be done first."""

    tab: str
    form: Form
    words: str


class TopicPage(Page):
    """A page of one topic; a subclass says what the list shows, which form it has and what stands beside it.

    Signals: ``said(sentence)`` for the status line; ``kept(sentence)`` when something was saved and can be undone.
    """

    topic: ClassVar[str]
    table_name: ClassVar[str]
    icon: ClassVar[str]
    watched: ClassVar[frozenset[str]]
    sort_by: ClassVar[str] = ""

    said = Signal(str)
    kept = Signal(str)

    def __init__(self, session: Session, settings: MutableMapping[str, int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.record: Any = None
        self._stale = True
        words = self.words()
        table = RecordTable(self.columns(), name=self.topic, settings=settings, sort_by=self.sort_by)
        self.list_panel: ListPanel = ListPanel(
            words["title"],
            table,
            new_label=words["new"],
            chips=self.chips(),
            empty=words["empty"],
            icon=self.icon,
        )
        self.case_panel: CasePanel = CasePanel(icon=self.icon, empty=words["choose"])
        self._form: Form | None = None
        self._sub_lists: list[tuple[str, SubRecords]] = []
        self.list_panel.opened.connect(lambda row_id: self.go.emit(Place(topic=self.topic, id=row_id)))
        self.list_panel.new_wanted.connect(self.new)
        session.changed.connect(self._changed)
        self.case_panel.show_nothing()

    @property
    def form(self) -> Form:
        """The form of the case, made the first time it is needed."""
        return self._form or self._build()

    @property
    def editor(self) -> Editor:
        """What saves the form."""
        if self._form is None:
            self._build()
        return self._editor

    @property
    def is_ready(self) -> bool:
        """Whether the case's widgets have been made."""
        return self._form is not None

    def get_ready(self) -> None:
        """Make the case's widgets now, so that the first case opened comes at once."""
        if self._form is None:
            self._build()

    def _build(self) -> Form:
        self._form = form = self.make_form()
        self._editor = Editor(self.session, form, self.topic)
        self._editor.saved.connect(self._saved)
        self._editor.said.connect(self.said)
        self.history_tab = HistoryTab(self.session, form)
        words = self.words()
        self._facts_tab = FactsTab(form, words["create"])
        self._facts_tab.create_wanted.connect(lambda: self._editor.create())
        self._facts_tab.discard_wanted.connect(self._discard)
        self.case_panel.tabs.add("facts", words["facts"], self._facts_tab)
        self.add_tabs()
        self.case_panel.tabs.add("history", tr("Historikk"), self.history_tab)
        self.add_acts()
        return form

    # what a subclass says

    def words(self) -> dict[str, str]:
        """Return the words ``title``, ``new``, ``empty``, ``choose``, ``facts``, ``new_title`` and ``create``."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column]:
        """Return the list's columns."""
        raise NotImplementedError

    def chips(self) -> Sequence[Chip]:
        """Return the quick filters, the one that lets all through first."""
        return ()

    def lines(self) -> Sequence[Any]:
        """Read the list's lines."""
        raise NotImplementedError

    def find(self, row_id: int) -> Any:
        """Return the record with this id, or None."""
        return getattr(self.session.case, self.topic).find(row_id)

    def blank(self, **known: int) -> Any:
        """Return the record a new one starts from; ``known`` are the ids it is made from."""
        raise NotImplementedError

    def make_form(self) -> Form:
        """Make the form."""
        raise NotImplementedError

    def add_tabs(self) -> None:
        """Add the tabs between the form and the history."""

    def add_acts(self) -> None:
        """Add the buttons under the title."""

    def show_details(self, record: Any) -> None:
        """Show title, state and banners of the record; called whenever it or what it stands on changed."""
        raise NotImplementedError

    # what every page does

    def add_sub_list(self, key: str, title: str, *subs: SubRecords, tab: QWidget | None = None) -> None:
        """Add a tab with a list of sub-records, kept and undone like everything else; several stand in ``tab``."""
        for sub in subs:
            self._sub_lists.append((key, sub))
            sub.kept.connect(self.kept)
            sub.list.go.connect(self.go)
        self.case_panel.tabs.add(key, title, tab or subs[0])

    def open(self, place: Place) -> None:
        """Show the list alone, a new record (tab ``new name=id …``), or a record and its tab.

        Coming to the list, the case last open still stands beside it, but for one of a shielded household (law.md
        AG-3): name and address come into sight only when asked for.
        """
        self.refresh()
        if place.id is not None or place.tab:
            self.get_ready()
        if place.tab.startswith(NEW):
            known = dict(part.split("=") for part in place.tab.split()[1:])
            self._show_new(**{name: int(value) for name, value in known.items()})
            return
        if place.id is None:
            if _is_of_shielded(self.session.case, self.record):
                self.close_case()
            if self.record is None and self._begun() is not None:
                new = self.words()["new"]
                self.said.emit(tr("Her ligger noe halvferdig. Trykk «{new}» for å gå videre.", new=new))
            return
        record = self.find(place.id)
        if record is None:
            self.close_case()
            self.said.emit(tr("Det du leter etter, finnes ikke lenger."))
            return
        if self.record is None or self.record.id != record.id:
            self.editor.finish()
            self.record = record
            self.editor.context = ""
            self.editor.open(record)
            for _, sub in self._sub_lists:
                sub.open(record.id)
            self.case_panel.scroll_to_top()
        self._show(record)
        self.case_panel.tabs.choose(place.tab or self.case_panel.tabs.current())
        self.list_panel.select(record.id)

    def new(self) -> None:
        """Begin a new record; what was half-filled last time stands in the form."""
        begun = self._begun()
        self.go.emit(Place(topic=self.topic, tab=NEW if begun is None else f"{NEW} {begun.context}".strip()))

    def close_case(self) -> None:
        """Show no case; what was typed is kept."""
        if self._form is not None:
            self.editor.finish()
        self.record = None
        self.case_panel.show_nothing()
        self.list_panel.select(None)

    def refresh(self) -> None:
        """Read the list again if something changed since it was read."""
        if self._stale:
            self._stale = False
            self.list_panel.set_rows(self.lines())
            self.counts_changed.emit()

    def leave(self) -> None:
        """Keep what is half-filled."""
        if self._form is None:
            return
        self.editor.finish()
        for _, sub in self._sub_lists:
            sub.keep_draft()

    def unsaved(self) -> list[Unsaved]:
        """Return the forms of the case that could not be saved as one went."""
        words = tr("Rett feltene merket med rødt først.")
        return [Unsaved("facts", self.form, words)] if self.form.typed() else []

    def labels(self, table: str) -> Mapping[str, str]:
        """Return the labels of the fields of a table this page has a form for, empty for others."""
        return self._form.labels if self._form is not None and table == self.table_name else {}

    def remove(self) -> None:
        """Remove the record shown, if nothing stands on it; can be undone."""
        record = self.record
        try:
            self.session.run(lambda case: case.remove(record))
        except Refused as refused:
            self.form.show_problems({"": sentences_for(refused.problems, language())})
            return
        self.record = None
        self.close_case()
        self.kept.emit(tr("Fjernet."))

    def banner_of_problems(self) -> list[Banner]:
        """Return a banner for each warning about the record as a whole."""
        found = [p for p in self.session.case.problems(self.record) if not p.field]
        said = sentences_for(found, language())
        return [Banner(Tone.DANGER if hard else Tone.SOON, text) for text, hard in said]

    def _begun(self) -> Draft | None:
        """Return the newest half-filled new record."""
        drafts = self.session.case.drafts.of_topic(self.topic)
        return next((draft for draft in drafts if draft.record_id == 0), None)

    def _show_new(self, **known: int) -> None:
        self.editor.finish()
        # What was begun from one dwelling must not turn up in what is begun from another.
        self.editor.context = " ".join(f"{name}={value}" for name, value in sorted(known.items()))
        self.record = self.blank(**known)
        self.list_panel.select(None)
        self.case_panel.show_case()
        self.case_panel.show_banners([])
        self.case_panel.header.show_title(self.words()["new_title"])
        self.case_panel.header.set_acts_visible(False)
        self.case_panel.tabs.choose("facts")
        self.case_panel.tabs.bar.hide()
        self._facts_tab.show_new(True)
        self.editor.open(self.record)
        next(iter(self.form.fields.values())).editor().setFocus()

    def _discard(self) -> None:
        self.editor.discard()
        self.record = None
        self.editor.record = None
        self.case_panel.show_nothing()

    def _saved(self, record: Any) -> None:
        was_new = self.record is None or self.record.id is None
        self.record = record
        self._show(record)
        if was_new:
            self.kept.emit(tr("Opprettet."))
            self.go.emit(Place(topic=self.topic, id=record.id))
            self.case_panel.scroll_to_top()
            self.case_panel.header.focus_main()

    def _show(self, record: Any) -> None:
        self._facts_tab.show_new(False)
        self.case_panel.tabs.bar.show()
        self.case_panel.tabs.bar.updateGeometry()  # or a case whose tabs count nothing keeps no room for it
        self.case_panel.header.set_acts_visible(True)
        self.case_panel.show_case()
        self.show_details(record)
        counted: Counter[str] = Counter()
        for key, sub in self._sub_lists:
            counted[key] += sub.reload()
        for key, number in counted.items():
            self.case_panel.tabs.count(key, number)
        self.history_tab.show_row(self.table_name, record.id)

    def _changed(self, tables: frozenset[str]) -> None:
        if not tables & self.watched:
            return
        self._stale = True
        if self.list_panel.isVisible():
            self.refresh()
        if self.record is None or self.record.id is None:
            return
        again = self.find(self.record.id)
        if again is None:
            self.record = None
            self.case_panel.show_nothing()
            return
        if again != self.record:
            self.record = again
            self.editor.open(again, keep_typed=True)
        self._show(again)


def _is_of_shielded(case: CaseFile, record: Any) -> bool:
    """Return whether a record is a shielded household, or one of its leases or papers."""
    household_id = record.id if isinstance(record, Household) else getattr(record, "household_id", None)
    return household_id is not None and case.households.is_shielded(household_id)
