"""Which leases get a letter: chosen by ticking, those left out with their reasons."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bolig_desktop.casefile.dispatch import REQUEST_TO_MOVE
from bolig_desktop.documents import batch
from bolig_desktop.documents.batch import Line
from bolig_desktop.documents.letters.ending import move_by
from bolig_desktop.errors import Problem
from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui import icons
from bolig_desktop.ui.documents.batch_layout import button, empty, page, said, scrolled
from bolig_desktop.ui.labels import answers, household_words
from bolig_desktop.ui.problems import sentence_of
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.check_field import CheckField
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.widgets.fields import DateField
from bolig_desktop.ui.widgets.fold import Fold
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.record_table import Column, RecordTable
from bolig_desktop.ui.widgets.ticks import tick_column
from bolig_desktop.ui.words import language, tr

_MOST_REASONS = 200
_OF_THE_PAPER = ("form", "explained")
"""Answers about how a letter is written, not about who gets it."""


def letter_words() -> dict[str, str]:
    """Return what each letter for many is called on screen, by its number."""
    return {
        "D11a": tr("Brev om at leietiden går ut"),
        "D11b": tr("Flytteoppfordring"),
        "D12": tr("Varsel om ny leie etter indeksen"),
        "D13": tr("Krav om gjengs leie"),
        "D14": tr("Skriftlig advarsel"),
        "D17": tr("Varsel om begjæring om fravikelse"),
        "D22": tr("Vedtaksbrev"),
        "D24": tr("Forhåndsvarsel"),
    }


class BatchForm(Form):
    """Which letter, about leases that end before which day, in which written form, and explained or not."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        words = [(number, f"{number} {called}") for number, called in letter_words().items()]
        with self.row():
            self.bind("letter", tr("Brev"), ChoiceField(words, unknown=None), weight=2)
            self.bind("before", tr("Går ut før"), DateField(session.case.clock))
            self.bind("form", tr("Målform"), ChoiceField(answers(WrittenForm), unknown=None))
        beside = tr("Legg ved en forklaring på språket til hver husstand")
        self.bind(
            "explained", beside, CheckField(beside), hint=tr("Brevet selv er på norsk, og det er det som gjelder.")
        )
        self._cells["explained"][1].hide()  # the words stand beside the box


class Choose(QWidget):
    """The list before anything is made.

    ids: the leases that may get the letter. Signals: ``print_wanted(lines)`` and ``save_wanted(lines)``;
    ``given_up()``.
    """

    print_wanted = Signal(object)
    save_wanted = Signal(object)
    given_up = Signal()

    def __init__(self, session: Session, ids: Collection[int], letter: str, before: date | None) -> None:
        super().__init__()
        self._session, self._ids = session, frozenset(ids)
        self.lines: list[Line] = []
        self.chosen: set[int] = set()
        self.form = BatchForm(session)
        self.form.fields["letter"].set_value(letter)
        self.form.fields["before"].set_value(before)
        self.form.fields["form"].set_value(session.case.settings.municipality().written_form)
        self.form.field_committed.connect(lambda name: self.look() if name not in _OF_THE_PAPER else None)
        self._day = said("", "muted")
        self._banners = QVBoxLayout()
        self.table = RecordTable(_columns(self.chosen), name="batch", sort_by="ends")
        self.table.setAccessibleName(tr("Leieforhold som kan få brevet"))
        self.table.opened.connect(self._tick)
        self.left_out = Fold("")
        self._reasons = FactsList()
        self.left_out.body.addWidget(self._reasons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page(self._above(), *self._below()))
        self.look()

    def _above(self) -> QWidget:
        about = tr(
            "Hvert brev arkiveres på sin egen sak, som når du skriver ut ett. Klikk på en linje for å ta den med "
            "eller la den være. Uten dag i «Går ut før» er alle i listen med."
        )
        heading = said(tr("Brev til flere"), "case-title")
        return scrolled(heading, said(about, "muted"), self.form, self._day, self._banners, self.table, self.left_out)

    def _below(self) -> tuple[Any, ...]:
        self.total = said("", "muted")
        self.all_button = button("", self._tick_all, role="link")
        self.save_button = button(tr("Lagre i en mappe …"), lambda: self._go_on(self.save_wanted))
        icons.put(self.save_button, "folder-open", side=16)
        self.print_button = button("", lambda: self._go_on(self.print_wanted), role="main")
        icons.put(self.print_button, "printer", side=16, on_accent=True)
        cancel = button(tr("Avbryt"), self.given_up.emit)
        return self.total, self.all_button, cancel, self.save_button, self.print_button

    def _go_on(self, wanted: SignalInstance) -> None:
        """Ask for the letters, unless a day is typed that cannot be read: the list is then of another day."""
        if "before" in self.form.values():
            wanted.emit(self.wanted())
        else:
            self.form.check()
            self.form.focus_first_wrong()

    def wanted(self) -> list[Line]:
        """Return the lines that are ticked, in the order shown."""
        return [line for line in self.table.shown() if line.id in self.chosen]

    def look(self) -> None:
        """Make the list anew; all who have not had the letter are ticked."""
        values = self.form.values()
        letter, before = values["letter"], values.get("before")
        self.lines = batch.plan(self._session.case, letter, only=self._ids, before=before)
        day = show_date(move_by(None, self._session.today))
        self._day.setText(tr("Flytt innen {day}, der det ikke står en annen dag på saken.", day=day))
        self._day.setVisible(letter == REQUEST_TO_MOVE)
        self.chosen.clear()
        self.chosen.update(line.id for line in self.open_lines() if line.made_on is None)
        self._show_left_out([(line, line.left_out) for line in self.lines if line.left_out is not None])
        self._show()

    def open_lines(self) -> list[Line]:
        """Return those who can have the letter."""
        return [line for line in self.lines if line.left_out is None]

    def _show(self) -> None:
        rows = self.open_lines()
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        head, row = self.table.horizontalHeader().height(), self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(head + row * len(rows) + 4)  # the column around it is what scrolls
        empty(self._banners)
        had = sum(line.made_on is not None for line in rows)
        if not rows:
            self._banners.addWidget(Banner(Tone.ACCENT, self._nobody()))
            self.left_out.open()
        elif had:
            once_more = tr("Klikk på linjen for å lage brevet på nytt likevel.")
            self._banners.addWidget(Banner(Tone.ACCENT, had_it(had), text=once_more))
        count = len(self.chosen)
        self.total.setText(tr("{count} av {every} valgt", count=count, every=len(rows)) if rows else "")
        self.all_button.setVisible(bool(rows))
        self.all_button.setText(tr("Velg ingen") if count else tr("Velg alle"))
        self.print_button.setText(tr("Skriv ut {count} brev", count=count))
        for way in (self.print_button, self.save_button):
            way.setEnabled(count > 0)

    def _nobody(self) -> str:
        if not self._ids:
            return tr("Det er ingen leieforhold i listen.")
        if not self.lines:
            return tr("Ingen av leieforholdene i listen går ut før denne dagen.")
        return tr("Ingen av disse leieforholdene kan få brevet nå. Under står hvorfor.")

    def _show_left_out(self, reasons: Sequence[tuple[Line, Problem]]) -> None:
        self._reasons.clear()
        self.left_out.button.setText(tr("Utelatt: {count} leieforhold", count=len(reasons)))
        self.left_out.setVisible(bool(reasons))
        own = [(line, why) for line, why in reasons if why.code not in batch.COUNTED]
        for line, why in own[:_MOST_REASONS]:
            called = household_words(line.household)
            said = sentence_of(why, language())
            self._reasons.add(line.dwelling or called, f"{called}: {said}" if line.dwelling else said)
        if len(own) > _MOST_REASONS:
            self._reasons.add(tr("Flere"), tr("{count} leieforhold", count=len(own) - _MOST_REASONS))
        alike = Counter(why.code for _, why in reasons if why.code in batch.COUNTED)
        for code, count in alike.items():
            self._reasons.add(_counted_words()[code], tr("{count} leieforhold", count=count))

    def _tick(self, row_id: int) -> None:
        self.chosen ^= {row_id}
        self._show()

    def _tick_all(self) -> None:
        if self.chosen:
            self.chosen.clear()
        else:
            self.chosen.update(line.id for line in self.open_lines())
        self._show()


def _columns(chosen: set[int]) -> list[Column]:
    return [
        tick_column(tr("Får brev"), chosen),
        Column(key="dwelling", title=tr("Bolig"), text=lambda line: line.dwelling, width=0),
        Column(
            key="household",
            title=tr("Husstand"),
            text=lambda line: household_words(line.household),
            width=200,
            rank=1,
        ),
        Column(
            key="ends",
            title=tr("Slutt"),
            text=lambda line: _day(line.ends_on),
            sort=lambda line: line.ends_on or date.max,
            width=100,
        ),
        Column(
            key="made",
            title=tr("Laget før"),
            text=lambda line: _day(line.made_on),
            sort=lambda line: line.made_on or date.min,
            width=100,
            rank=2,
        ),
    ]


def _day(day: date | None) -> str:
    return "" if day is None else show_date(day)


def _counted_words() -> dict[str, str]:
    return {
        batch.NOT_OURS: tr("Kommunen er ikke utleier"),
        batch.ENDED: tr("Avsluttet"),
        batch.DRAFT: tr("Utkast"),
        batch.NOTHING: tr("Ikke noe å sende"),
    }


def had_it(count: int) -> str:
    """Say how many have had the letter before."""
    if count == 1:
        return tr("1 av dem har fått brevet før.")
    return tr("{count} av dem har fått brevet før.", count=count)
