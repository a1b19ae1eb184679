"""The right column of I dag: one item, what is to be done about it, and what was done before."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.agenda import words
from bolig_desktop.agenda.items import Item
from bolig_desktop.casefile.lines import Naming
from bolig_desktop.ui.problems import sentence_of
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.today.about import done_before, show_about, show_marks
from bolig_desktop.ui.today.banner import Acts, banner
from bolig_desktop.ui.today.days import distance
from bolig_desktop.ui.today.entries import who
from bolig_desktop.ui.today.letters import lacking
from bolig_desktop.ui.today.put_off import PutOffForm
from bolig_desktop.ui.today.ways import Way, ways
from bolig_desktop.ui.widgets.case_panel import CasePanel
from bolig_desktop.ui.widgets.column import bring_into_view
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.widgets.field import Sentence
from bolig_desktop.ui.words import language, tr

_DRAFTS = "today"


class DueCase(QObject):
    """Fills the case panel with one item.

    alike: an item to those of its kind on the list that ask for the same letter. Signals: ``go(Place)``;
    ``done(Item)``; ``put_off(Item, day, reason)``; ``said(sentence)``; ``many_wanted(items)``: the letters of all of
    them.
    """

    go = Signal(object)
    said = Signal(str)
    many_wanted = Signal(object)
    done = Signal(object)
    put_off = Signal(object, object, str)

    def __init__(self, session: Session, panel: CasePanel, alike: Callable[[Item], Sequence[Item]]) -> None:
        super().__init__(panel)
        self._session, self.panel, self._alike = session, panel, alike
        self.item: Item | None = None
        self._form: PutOffForm | None = None
        panel.tabs.hide()
        self._place = QVBoxLayout()
        self._about, self._before = FactsList(), FactsList()
        self._heading = QLabel(tr("Gjort og utsatt"))
        self._heading.setProperty("role", "heading")
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addLayout(self._place)
        for part in (self._about, self._heading, self._before):
            column.addWidget(part)
        panel.place(below)
        self._about.go.connect(self.go)

    def show_nothing(self) -> None:
        """Show no item."""
        self.item = None
        self._close_form()
        self.panel.show_nothing()

    def show_item(self, one: Item) -> None:
        """Show an item; a form that stands open for the same one stays as it is."""
        case, today = self._session.case, self._session.today
        is_other = self.item is None or self.item.key != one.key
        if is_other:
            self._close_form()
            self.panel.scroll_to_top()
        self.item = one
        naming = Naming(case)
        title = words.title(one, language())
        self.panel.header.show_title(title, who(case, one, naming), pill=distance(one, today))
        self.panel.show_banners([banner(one, case, self._acts(one))])
        shielded = naming.is_shielded(one.household_id, one.tenancy_id)
        show_about(self._about, case, one)
        marks = done_before(case, one)
        self._heading.setVisible(bool(marks))
        show_marks(self._before, marks, shielded=shielded)
        self.panel.show_case()
        if is_other and case.drafts.find(_DRAFTS, context=_context(one)) is not None:
            self._open_form(one)

    def _acts(self, one: Item) -> Acts:
        acts: list[tuple[str, object]] = [
            (way.words, lambda way=way: self._follow(way)) for way in ways(self._session.case, one)
        ]
        together = self._alike(one)
        if len(together) > 1:
            words = tr("Brev til alle {count} …", count=len(together))
            acts.insert(1, (words, lambda: self.many_wanted.emit(together)))
        done = (tr("Gjort"), lambda: self.done.emit(one))
        if not acts and one.about.by_hand:
            acts.append(done)
        acts.append((tr("Utsett …"), lambda: self.ask_put_off(one)))
        if one.about.by_hand and done not in acts:
            acts.append(done)
        return acts  # type: ignore[return-value]

    def _follow(self, way: Way) -> None:
        """Show the letter over the list, or go where the way leads; what must come first is said on the way there."""
        letter = way.letter
        if letter is None:
            self.go.emit(way.place)
            return
        first = lacking(self._session.case, letter)
        if first is not None:
            problem, place = first
            self.go.emit(place)
            self.said.emit(sentence_of(problem, language()))
            return
        # What draws pages is loaded when the first paper is wanted, not when the window starts.
        from bolig_desktop.ui.documents.issue import issue

        issue(self.panel, self._session, letter.paper, letter.subject_id, letter.record, self.said.emit)

    def ask_put_off(self, one: Item) -> None:
        """Open the form that puts the item off, and put the keyboard in it."""
        form = self._form or self._open_form(one)
        form.form.focus("put_off_to")
        bring_into_view(form)

    def _open_form(self, one: Item) -> PutOffForm:
        """Open the form, with what was half-filled last time in it."""
        self._form = form = PutOffForm(self._session.case.clock)
        form.wanted.connect(self._wanted)
        form.cancelled.connect(self._cancel)
        draft = self._session.case.drafts.find(_DRAFTS, context=_context(one))
        form.form.restore_typed(draft.typed if draft else {})
        self._place.addWidget(form)
        form.show()
        return form

    def keep_draft(self) -> None:
        """Keep what stands in the form, so that it stands there next time. Raises FileTrouble."""
        if self._form is None or self.item is None:
            return
        typed = self._form.form.typed()
        if typed:
            self._session.case.drafts.keep(_DRAFTS, typed, context=_context(self.item))
        else:
            self._forget(self.item)

    def drop_draft(self, one: Item) -> None:
        """Close the form and forget what stood in it."""
        self._close_form()
        self._forget(one)

    def _forget(self, one: Item) -> None:
        if self._session.case.drafts.find(_DRAFTS, context=_context(one)) is not None:
            self._session.case.drafts.drop(_DRAFTS, context=_context(one))

    def show_problems(self, problems: dict[str, list[Sentence]]) -> None:
        """Show beside the fields why the item cannot be put off."""
        if self._form is not None:
            self._form.form.show_problems(problems)
            self._form.form.focus_first_wrong()

    def _wanted(self, day: date, reason: str) -> None:
        if self.item is not None:
            self.put_off.emit(self.item, day, reason)

    def _cancel(self) -> None:
        if self.item is not None:
            self.drop_draft(self.item)
        self.focus_acts()

    def focus_acts(self) -> None:
        """Put the keyboard on the main act."""
        for shown in self.panel.banners():
            for button in shown.buttons[:1]:
                button.setFocus()

    def _close_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            form.hide()
            form.deleteLater()


def _context(one: Item) -> str:
    """Return what a draft about an item is known by."""
    return " ".join(map(str, one.key))
