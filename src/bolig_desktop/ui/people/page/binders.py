"""Who needs a new welcome binder: found a household at a time while the window lives, and printed one by one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from bolig_desktop.documents.batch import Line
from bolig_desktop.documents.guide import editions
from bolig_desktop.documents.guide.editions import BinderState
from bolig_desktop.ui import icons
from bolig_desktop.ui.documents.batch_layout import WIDE, button, empty, page, said, scrolled
from bolig_desktop.ui.documents.batch_run import EachToPrinter, Out, Outcome, ToFolder
from bolig_desktop.ui.documents.printing import ask_printer
from bolig_desktop.ui.labels import household_words, language_words
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.people.page.binder_run import BinderRun
from bolig_desktop.ui.people.page.binder_tab import changed_words
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.empty_state import EmptyState
from bolig_desktop.ui.widgets.places import ask_folder
from bolig_desktop.ui.widgets.record_table import Column, RecordTable
from bolig_desktop.ui.words import tr

HIGH, AROUND = 680, 40
_WORKING, _LISTED = range(2)


@dataclass(frozen=True, kw_only=True)
class Need:
    """A household that needs a binder: what it is called outside its own case, in what language, and why.

    alone: it is shielded, and its binder is printed from its own case (law.md AG-3).
    """

    id: int
    label: str
    language: str
    why: str
    alone: bool


class WhoNeeds(QDialog):
    """Looks, lists and prints. Signals: ``told(sentence)`` when binders were made; ``go(Place)`` to a household.

    choose_printer, choose_folder: how the user is asked where they go.
    """

    told = Signal(str)
    go = Signal(object)

    def __init__(self, over: QWidget, session: Session, *,
                 choose_printer: Callable[[QWidget, int], QPrinter | None] = ask_printer,
                 choose_folder: Callable[[QWidget], Path | None] = ask_folder) -> None:  # fmt: skip
        super().__init__(over.window())
        self._session = session
        self.choose_printer, self.choose_folder = choose_printer, choose_folder
        self.needs: list[Need] = []
        self.run: BinderRun | None = None
        self._pieces: Iterator[None] = iter(())
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._look_on)
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = over.window().size()
        self.resize(min(WIDE, room.width() - AROUND), min(HIGH, room.height() - AROUND))
        self._stack = QStackedLayout(self)
        for part in (self._working(), self._listed()):
            self._stack.addWidget(part)
        self._pieces = self._look()
        self._turn.start(0)

    def _working(self) -> QWidget:
        self.doing, self._meanwhile = said("", ""), said("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Hvor langt det er kommet"))
        self.stop_button = button(tr("Stopp"), self._stop)
        above = scrolled(said(tr("Hvem trenger ny perm?"), "case-title"), self.doing, self.bar)
        return page(above, self._meanwhile, self.stop_button)

    def _listed(self) -> QWidget:
        self._banners = QVBoxLayout()
        self._banners.setSpacing(9)
        self.table = RecordTable(_columns(), name="binders", sort_by="household")
        self.table.setAccessibleName(tr("Hvem trenger ny perm?"))
        self.table.opened.connect(self._follow)
        self.nobody = EmptyState("circle-check", tr("Alle som bor hos dere, har den nyeste permen."))
        about = tr(
            "De som bor i en bolig dere leier ut, og ikke har fått velkomstpermen, eller har en der noe er endret "
            "siden. Klikk på en linje for å gå til husstanden."
        )
        top = QVBoxLayout()
        top.setContentsMargins(24, 18, 24, 8)
        top.setSpacing(10)
        for words, role in ((tr("Hvem trenger ny perm?"), "case-title"), (about, "muted")):
            top.addWidget(said(words, role))
        top.addLayout(self._banners)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        around = QHBoxLayout()
        around.setContentsMargins(6, 0, 8, 0)
        around.addWidget(self.table)
        column.addLayout(around, 1)
        column.addWidget(self.nobody, 1)
        self.total: QLabel = said("", "muted")
        self.save_button = button(tr("Lagre i en mappe …"), self._save)
        icons.put(self.save_button, "folder-open", side=16)
        self.print_button = button("", self._print, role="main")
        icons.put(self.print_button, "printer", side=16, on_accent=True)
        self.close_button = button(tr("Lukk"), self.accept)
        return page(whole, self.total, self.close_button, self.save_button, self.print_button)

    # looking

    def _look(self) -> Iterator[None]:
        case = self._session.case
        wanted = editions.living_with_us(case)
        self.bar.setRange(0, max(len(wanted), 1))
        self._meanwhile.setText(tr("Stopper du, ser du dem som er funnet."))
        for number, household_id in enumerate(wanted):
            called = case.households.label(household_id)
            facts = {"number": number + 1, "count": len(wanted), "who": household_words(called)}
            self.doing.setText(tr("Ser på perm {number} av {count}: {who}", **facts))
            self.bar.setValue(number)
            yield
            found = editions.state_of(case, household_id)
            if found.needs_one:
                self.needs.append(self._need(found, called))

    def _need(self, found: BinderState, called: str) -> Need:
        """Return why a household needs a binder; of a shielded one neither language nor what has changed is told."""
        case, alone = self._session.case, self._session.case.households.is_shielded(found.household_id)
        if found.edition is None:
            why = tr("Har ikke fått perm.")
        else:
            why = tr("Noe er endret.") if alone else changed_words(case, found)
        language = "" if alone else found.language
        return Need(id=found.household_id, label=called, language=language, why=why, alone=alone)

    def _look_on(self) -> None:
        try:
            next(self._pieces)
        except StopIteration:
            self._show_list()
        except BaseException:
            self._show_list()
            raise

    def _show_list(self, outcome: Outcome | None = None, *, printed: bool = True) -> None:
        self._turn.stop()
        self.table.set_rows(self.needs)
        self.table.setVisible(bool(self.needs))
        self.nobody.setHidden(bool(self.needs))
        together = self._together()
        alone = len(self.needs) - len(together)
        self.total.setText(
            tr("{count} med gradert adresse skrives ut fra sin egen sak.", count=alone) if alone else ""
        )
        for one in (self.print_button, self.save_button):
            one.setVisible(bool(together))
        self.print_button.setText(tr("Skriv ut alle ({count})", count=len(together)))
        empty(self._banners)
        for banner in _told(outcome, printed=printed) if outcome else ():
            self._banners.addWidget(banner)
        self._stack.setCurrentIndex(_LISTED)
        (self.print_button if together else self.close_button).setFocus()

    def _together(self) -> list[Need]:
        return [need for need in self.needs if not need.alone]

    def _follow(self, household_id: int) -> None:
        self.accept()
        self.go.emit(Place(topic="households", id=household_id, tab="binder"))

    # printing

    def _print(self) -> None:
        printer = self.choose_printer(self, 0)
        if printer is not None:
            self._begin(EachToPrinter(printer), printed=True)

    def _save(self) -> None:
        folder = self.choose_folder(self)
        if folder is not None:
            self._begin(ToFolder(folder), printed=False)

    def _begin(self, out: Out, *, printed: bool) -> None:
        wanted = self._together()
        lines = [
            Line(id=need.id, subject_id=need.id, household=need.label, dwelling="", ends_on=None) for need in wanted
        ]
        self.run = BinderRun(self._session, lines, {need.id: need.language for need in wanted}, out, self)
        self.bar.setRange(0, len(lines))
        self.stop_button.setEnabled(True)
        self._meanwhile.setText(tr("Stopper du, beholder du permene som er laget."))
        self.run.told.connect(lambda done, line: self._say(done, len(lines), line))
        self.run.ended.connect(lambda outcome: self._ended(outcome, printed))
        self._stack.setCurrentIndex(_WORKING)
        self.stop_button.setFocus()
        self.run.start()

    def _say(self, done: int, count: int, line: Line) -> None:
        self.bar.setValue(done)
        who = household_words(line.household)
        self.doing.setText(tr("Perm {number} av {count}: {who}", number=done + 1, count=count, who=who))

    def _ended(self, outcome: Outcome, printed: bool) -> None:
        made = {line.id for line, _ in outcome.made}
        why = {line.id: (line.household, words) for line, words in outcome.failed}
        self.needs = [
            replace(need, label=why[need.id][0], why=why[need.id][1]) if need.id in why else need
            for need in self.needs
            if need.id not in made
        ]
        if made:
            self.told.emit(_made_words(len(made)))
        self._show_list(outcome, printed=printed)

    def _is_busy(self) -> bool:
        return self._turn.isActive() or (self.run is not None and self.run.is_running)

    def _stop(self) -> None:
        if self._turn.isActive():
            self._show_list()
        elif self.run is not None:
            self.stop_button.setEnabled(False)
            self.doing.setText(tr("Stopper …"))
            self.run.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape stop what is under way; then one sees what was found or made."""
        if event.key() == Qt.Key.Key_Escape and self._is_busy():
            self._stop()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the window's own cross stop what is under way, as Escape does."""
        if self._is_busy():
            self._stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def reject(self) -> None:
        """Close, and have done with the binder under way first: the file may be locked next."""
        self._turn.stop()
        if self.run is not None:
            self.run.stop_now()
        super().reject()


def _columns() -> list[Column]:
    return [
        Column(
            key="household",
            title=tr("Husstand"),
            text=lambda need: household_words(need.label),
            icon=lambda need: ("shield", Tone.SOON) if need.alone else None,
            width=230,
        ),
        Column(key="language", title=tr("Språk"), text=lambda need: language_words(need.language), width=120, rank=1),
        Column(key="why", title=tr("Hvorfor"), text=lambda need: need.why, width=0),
    ]


def _told(outcome: Outcome, *, printed: bool) -> Sequence[Banner]:
    found = []
    if outcome.trouble:
        found.append(Banner(Tone.DANGER, outcome.trouble, icon="circle-alert"))
    if outcome.made:
        text = "" if printed else tr("Filene er ikke låst. Slett dem når de er brukt.")
        found.append(Banner(Tone.GOOD, _made_words(len(outcome.made)), text=text))
    if outcome.failed:
        found.append(Banner(Tone.SOON, tr("{count} ble ikke laget; se hvorfor i listen.", count=len(outcome.failed))))
    return found


def _made_words(count: int) -> str:
    return tr("{count} permer er laget og ligger under Papirer.", count=count)
