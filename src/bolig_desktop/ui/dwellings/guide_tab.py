"""The tab with what the welcome binder says of a home: one form saved as one goes, and the home's own waste days."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.casefile.naming import without_names
from bolig_desktop.dwellings.records import Dwelling, HomeGuide, WasteDay
from bolig_desktop.dwellings.rules import from_house, holding_days
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui import icons
from bolig_desktop.ui.dwellings.guide_form import HomeGuideForm, WasteDayForm
from bolig_desktop.ui.dwellings.guide_words import house_words, waste_words
from bolig_desktop.ui.editing import Editor
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.unlock.steps import plain
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import language, tr

TABLES = frozenset({"home_guides", "waste_days"})


class GuideTab(QWidget):
    """Til permen.

    Signals: ``kept(sentence)`` when something was saved and can be undone; ``said(sentence)`` for the status line.
    """

    kept = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._home: Dwelling | None = None
        self.form = HomeGuideForm()
        self.editor = Editor(session, self.form, "home_guides")
        # After the editor has kept what was typed as a draft: the first answer makes the record.
        self.form.field_committed.connect(self._first)
        self.editor.saved.connect(lambda _: self._saved())
        self.editor.said.connect(self.said)
        self.clear_button = QPushButton(tr("Tøm alt om boligen"))
        self.clear_button.setProperty("role", "flat")
        icons.put(self.clear_button, "trash-2", side=16)
        self.clear_button.clicked.connect(self._clear)
        self.note = plain("", "muted")
        self.list = SubList(
            lambda day: waste_words(day, session.today),
            make_form=lambda: WasteDayForm(session.case.clock),
            add_label=tr("Legg til hentedag"),
            blank=self._blank,
            empty=tr("Ingen hentedager er ført."),
            pill=self._pill,
            fixed=lambda day: day.dwelling_id != self._id(),
            stacked=True,
        )
        self.days = SubRecords(session, "waste_days", self.list, lambda _: self._days())
        self.days.kept.connect(self.kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        about = tr(
            "Dette står i velkomstpermen til dem som bor her. Det du velger fra en liste, blir trykt på leserens "
            "språk. Det du skriver selv, blir trykt på norsk. Det som er ukjent, blir en linje å skrive på."
        )
        for part in (plain(about, "muted"), self.form, _left(self.clear_button)):
            column.addWidget(part)
        column.addSpacing(8)
        for part in (_heading(tr("Henting av avfall for denne boligen")), self.note, self.days):
            column.addWidget(part)
        column.addStretch(1)

    def show_of(self, home: Dwelling) -> None:
        """Show a home, or what has changed about the one shown."""
        is_another = home.id != self._id()
        self._home = home
        guide = self._guide()
        if is_another or guide != self.editor.record:
            if is_another:
                self.editor.context = str(home.id)
            self.editor.open(guide, keep_typed=not is_another)
        if is_another:
            self.days.open(home.id or 0)
        self.days.reload()
        self._show_house()

    def leave(self) -> None:
        """Keep what is half-typed."""
        self.editor.finish()
        self.days.keep_draft()

    def _id(self) -> int:
        return (self._home.id if self._home else None) or 0

    def _guide(self) -> HomeGuide:
        return self._session.case.home_guides.of_dwelling(self._id()) or HomeGuide(dwelling_id=self._id())

    def _saved(self) -> None:
        self.editor.context = str(self._id())
        self._show_house()

    def _first(self, name: str) -> None:
        if self.editor.record is not None and self.editor.record.id is None:
            self.editor.create()

    def _show_house(self) -> None:
        """Show what holds because the house or the municipality says it."""
        case, home = self._session.case, self._home
        if home is None:
            return
        own = self._guide()
        self.clear_button.setVisible(own.id is not None)
        house = case.home_guides.of_dwelling(home.house_id) if home.house_id else None
        told = without_names(case, "home_guides", house) if house else None
        self.form.show_house(house_words(from_house(own, told)))
        self.note.setText(self._about_days(home))

    def _about_days(self, home: Dwelling) -> str:
        days = self._session.case.waste_days
        if days.of_dwelling(home.id or 0):
            return tr("Boligens egne dager går foran kommunens for det samme avfallet.")
        if home.house_id and days.of_dwelling(home.house_id):
            return tr("Ingen egne dager: husets dager gjelder.")
        if days.everywhere():
            return tr("Ingen egne dager: kommunens dager gjelder. De står i Innstillinger.")
        return tr("Kommunens hentedager er ikke ført ennå. Det gjør du i Innstillinger, under «Til permen».")

    def _days(self) -> list[WasteDay]:
        """Return the days that hold here: its own, and only to be read its house's and the municipality's."""
        days, home = self._session.case.waste_days, self._home
        house = days.of_dwelling(home.house_id) if home and home.house_id else []
        found = holding_days(days.of_dwelling(self._id()), house, days.everywhere())
        case = self._session.case
        return [day if day.dwelling_id == self._id() else without_names(case, "waste_days", day) for day in found]

    def _pill(self, day: WasteDay) -> Pill | None:
        if day.dwelling_id == self._id():
            return None
        return (tr("fra huset") if day.dwelling_id else tr("hele kommunen")), Tone.MUTED

    def _blank(self) -> WasteDay:
        unknown: dict[str, Any] = {"kind": None}
        return WasteDay(dwelling_id=self._id(), **unknown)

    def _clear(self) -> None:
        """Take away all that is said of this home; can be undone."""
        guide = self._guide()
        if guide.id is None:
            return
        self.editor.discard()
        try:
            self._session.run(lambda case: case.remove(guide))
        except Refused:
            return
        except FileTrouble as trouble:
            self.said.emit(trouble_sentence(trouble, language()))
            return
        self.kept.emit(tr("Fjernet."))


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "heading")
    label.setWordWrap(True)
    return label


def _left(widget: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return box
