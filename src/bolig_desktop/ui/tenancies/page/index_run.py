"""The run of index changes: every lease by its own dates, chosen by ticking; those left out, with their reasons."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from bolig_desktop.casefile import rent_run
from bolig_desktop.casefile.rent_run import RunLine
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.law.months import add_days
from bolig_desktop.law.sections import section
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_kroner
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.column import Column as Scroll
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.widgets.field import ProblemLine
from bolig_desktop.ui.widgets.fields import DateField
from bolig_desktop.ui.widgets.fold import Fold
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.record_table import Column, RecordTable
from bolig_desktop.ui.widgets.ticks import tick_column
from bolig_desktop.ui.words import language, tr

WIDE, HIGH = 1000, 640
_MOST_REASONS = 200
_COUNTED = ("index.not_ours", "index.ended")
"""Reasons that are the same for many: told of with their number, not one by one."""


class NoticeForm(Form):
    """When the notices go, and when they are with the tenants."""

    def __init__(self, page: TopicPage) -> None:
        super().__init__()
        clock = page.session.case.clock
        with self.row():
            self.bind("notice_on", tr("Varslene sendes"), DateField(clock))
            self.bind(
                "received_on",
                tr("Varslene er framme"),
                DateField(clock),
                hint=tr("Minst én måned før den nye leien gjelder."),
            )


class IndexRun(QDialog):
    """Shows what the index gives each lease, and registers those that are ticked."""

    def __init__(self, page: TopicPage) -> None:
        super().__init__(page.list_panel.window())
        self._page, self.lines = page, list[RunLine]()
        self.chosen: set[int] = set()
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.notice = NoticeForm(page)
        today = page.session.today
        days = page.session.case.settings.municipality().post_days
        self.notice.fields["notice_on"].set_value(today)
        self.notice.fields["received_on"].set_value(add_days(today, days))
        self.notice.field_committed.connect(self._reckon_from)
        self._problem = ProblemLine()
        self._scroll = Scroll(widest=WIDE)
        self._scroll.body.addWidget(_said(tr("Indeksregulering av leier"), "case-title"))
        self._scroll.body.addWidget(_said(_about(), "muted"))
        self._scroll.body.addWidget(self.notice)
        self._banners = QVBoxLayout()
        self._scroll.body.addLayout(self._banners)
        self.table = RecordTable(_columns(self.chosen), name="index_run", sort_by="dwelling")
        self.table.setAccessibleName(tr("Leieforhold som kan varsles"))
        self.table.opened.connect(self._tick)
        self._scroll.body.addWidget(self.table)
        self.left = Fold("")
        self._reasons = FactsList()
        self.left.body.addWidget(self._reasons)
        self._scroll.body.addWidget(self.left)
        self._scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._acts())
        self.resize(min(WIDE, self._room(0)), min(HIGH, self._room(1)))
        self.reckon()

    def _room(self, side: int) -> int:
        over = self.parentWidget()
        size = over.size() if over is not None else self.size()
        return max(400, (size.width(), size.height())[side] - 40)

    def _acts(self) -> QVBoxLayout:
        self.total = QLabel()
        self.total.setProperty("role", "muted")
        self.all_button = QPushButton()
        self.all_button.setProperty("role", "link")
        self.all_button.clicked.connect(self._tick_all)
        self.register_button = QPushButton()
        self.register_button.setProperty("role", "main")
        self.register_button.clicked.connect(self._register)
        cancel = QPushButton(tr("Avbryt"))
        cancel.clicked.connect(self.reject)
        for button in (self.all_button, cancel):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.total, 1)
        for button in (self.all_button, cancel, self.register_button):
            row.addWidget(button)
        acts = QVBoxLayout()
        acts.setContentsMargins(24, 6, 24, 16)
        acts.addWidget(self._problem)
        acts.addLayout(row)
        return acts

    def reckon(self) -> None:
        """Reckon every lease anew; all whose rent can rise are ticked."""
        values = self.notice.values()
        notice, received = values.get("notice_on"), values.get("received_on")
        self._problem.show_sentences([])
        if not isinstance(notice, date) or not isinstance(received, date):
            self.lines = []
        else:
            self.lines = rent_run.index_run(self._page.session.case, notice, max(notice, received))
        self.chosen.clear()
        self.chosen.update(line.id for line in self._changed() if (line.change.new_nok or 0) > line.change.old_nok)
        self._show_left_out([line for line in self.lines if line.left_out is not None])
        self._show()

    def _reckon_from(self, name: str) -> None:
        if name == "notice_on" and isinstance(day := self.notice.fields[name].value(), date):
            days = self._page.session.case.settings.municipality().post_days
            self.notice.fields["received_on"].set_value(add_days(day, days))
        self.reckon()

    def _changed(self) -> list[RunLine]:
        return [line for line in self.lines if line.left_out is None]

    def _show(self) -> None:
        rows = self._changed()
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        head, row = self.table.horizontalHeader().height(), self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(head + row * len(rows) + 4)  # the column around it is what scrolls
        while (item := self._banners.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not rows:
            words = tr("Ingen leie kan endres med dette varselet. Under står hvorfor.")
            self._banners.addWidget(Banner(Tone.ACCENT, words))
            self.left.open()
        count = len(self.chosen)
        more = sum((line.change.new_nok or 0) - line.change.old_nok for line in rows if line.id in self.chosen)
        self.total.setText(tr("{count} av {every} valgt · {sum} mer i måneden", count=count, every=len(rows),
                              sum=show_kroner(more)) if rows else "")  # fmt: skip
        self.all_button.setVisible(bool(rows))
        self.all_button.setText(tr("Velg ingen") if count else tr("Velg alle"))
        self.register_button.setText(tr("Registrer for {count} leieforhold", count=count))
        self.register_button.setEnabled(count > 0)

    def _show_left_out(self, lines: Sequence[RunLine]) -> None:
        self._reasons.clear()
        self.left.button.setText(tr("Utelatt: {count} leieforhold", count=len(lines)))
        self.left.setVisible(bool(lines))
        reasons = [(line, line.left_out) for line in lines if line.left_out is not None]
        own = [(line, why) for line, why in reasons if why.code not in _COUNTED]
        for line, why in own[:_MOST_REASONS]:
            self._reasons.add(line.dwelling, f"{household_words(line.household)}: {why.sentence(language())}")
        if len(own) > _MOST_REASONS:
            self._reasons.add(tr("Flere"), tr("{count} leieforhold", count=len(own) - _MOST_REASONS))
        alike = Counter(why.code for _, why in reasons if why.code in _COUNTED)
        words = {"index.not_ours": tr("Kommunen er ikke utleier"), "index.ended": tr("Avsluttet")}
        for code, count in alike.items():
            self._reasons.add(words[code], tr("{count} leieforhold", count=count))

    def _tick(self, row_id: int) -> None:
        self.chosen ^= {row_id}
        self._show()

    def _tick_all(self) -> None:
        if self.chosen:
            self.chosen.clear()
        else:
            self.chosen.update(line.id for line in self._changed())
        self._show()

    def _register(self) -> None:
        values = self.notice.values()
        notice, received = values["notice_on"], max(values["notice_on"], values["received_on"])
        ids = sorted(self.chosen)
        try:
            self._page.session.run(lambda case: rent_run.register(case, ids, notice, received), "index")
        except Refused as refused:
            self._problem.show_sentences(sentences_for(refused.problems, language()))
        except FileTrouble as trouble:
            self._problem.show_sentences([(trouble_sentence(trouble, language()), True)])
        else:
            self.accept()
            self._page.kept.emit(tr("Indeksregulering er registrert for {count} leieforhold.", count=len(ids)))


def _columns(chosen: set[int]) -> list[Column]:
    return [
        tick_column(tr("Varsles"), chosen),
        Column(key="dwelling", title=tr("Bolig"), text=lambda line: line.dwelling, width=0),
        Column(
            key="household",
            title=tr("Husstand"),
            text=lambda line: household_words(line.household),
            width=160,
            rank=1,
        ),
        Column(
            key="old",
            title=tr("Leie nå"),
            text=lambda line: show_kroner(line.change.old_nok),
            sort=lambda line: line.change.old_nok,
            right=True,
            width=92,
            rank=2,
        ),
        Column(
            key="new",
            title=tr("Ny leie"),
            text=lambda line: show_kroner(line.change.new_nok or 0),
            sort=lambda line: line.change.new_nok,
            right=True,
            width=92,
        ),
        Column(
            key="effect",
            title=tr("Gjelder fra"),
            text=lambda line: show_date(line.change.effect_on),
            sort=lambda line: line.change.effect_on,
            width=100,
        ),
        Column(
            key="months",
            title=tr("Indeks fra – til"),
            text=lambda line: f"{line.change.from_month} – {line.change.to_month}",
            width=150,
            rank=3,
        ),
    ]


def _about() -> str:
    law = section("HL-4-2").replace("§ ", "§\u00a0")
    return tr(
        "Hver leie regnes av avtalens egne datoer: tidligst ett år etter at leien sist ble fastsatt, aldri mer enn "
        "indeksen, og bare husleien ({law}). Leien endres ikke av seg selv: du tar den i bruk på saken når dagen er "
        "der.",
        law=law,
    )


def _said(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
