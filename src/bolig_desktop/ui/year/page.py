"""Året: the figures of a calendar year, another year beside them, and what stands behind each."""

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.sentences import sentence, trouble_sentence
from bolig_desktop.ui.allocation.form import SettlementQuotaForm
from bolig_desktop.ui.navigation import Page, Place
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.case_panel import CasePanel
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import ListPanel
from bolig_desktop.ui.widgets.places import ask_folder
from bolig_desktop.ui.widgets.record_table import RecordTable
from bolig_desktop.ui.words import language, tr
from bolig_desktop.ui.year import registers
from bolig_desktop.ui.year.bars import Charts
from bolig_desktop.ui.year.behind import Behind
from bolig_desktop.ui.year.columns import FigureLine, chips, columns, pill_of
from bolig_desktop.ui.year.rows_making import RowsMaking
from bolig_desktop.yearly import locking
from bolig_desktop.yearly.figures import FIGURES, CountedYear
from bolig_desktop.yearly.report import Line, Report, report, rule
from bolig_desktop.yearly.year import FIRST_YEAR, years_of

TOPIC, ICON = "year", "chart-column"
ROWS, CHARTS, QUOTAS, STAYS = "rows", "charts", "quotas", "stays"


class YearPage(Page):
    """The list is of figures; a figure's place is its number in ``FIGURES``, and the year is chosen over the list.

    ask: where the files of a year are to lie. Signals: ``said(sentence)`` for the status line; ``kept(sentence)``
    when a quota or a stay was saved and can be undone.
    """

    said = Signal(str)
    kept = Signal(str)

    def __init__(
        self,
        session: Session,
        settings: MutableMapping[str, int],
        ask: Callable[[QWidget], Path | None] = ask_folder,
    ) -> None:
        super().__init__()
        self._session, self._ask = session, ask
        self._counted: CountedYear | None = None
        self._other: CountedYear | None = None
        self._report: Report | None = None
        self._lines: list[FigureLine] = []
        self._told: dict[str, Line] = {}
        self._at: int | None = None
        self._is_stale = True
        self.year = QComboBox()
        self.year.setAccessibleName(tr("År"))
        years = range(session.today.year, FIRST_YEAR - 1, -1)
        self.year.addItems([str(year) for year in years])
        self.year.setCurrentIndex(1)  # in January it is the year that has gone she writes about
        self.against = QComboBox()
        self.against.setAccessibleName(tr("Sammenlign med"))
        for year in years:
            self.against.addItem(tr("mot {year}", year=year), year)
        self._stand_against_the_year_before()
        self.year.currentTextChanged.connect(lambda _: self._chosen())
        self.against.activated.connect(lambda _: self._count_again())
        self._table = table = RecordTable(columns(), name=TOPIC, settings=settings, sort_by="name")
        self.list_panel: ListPanel = ListPanel(tr("Året"), table, chips=chips(), icon=ICON)
        self.list_panel.put_beside_title(self.against)
        self.list_panel.put_beside_title(self.year)
        self.list_panel.opened.connect(lambda at: self.go.emit(Place(topic=TOPIC, id=at)))
        self.list_panel.add_seldom(tr("Vis rapporten"), self.show_report, icon="printer")
        self.list_panel.add_seldom(tr("Lagre året …"), self.save, icon="folder-open")
        self.list_panel.add_seldom(tr("Lagre radene bak tallene …"), self.save_rows, icon="list")
        self.rows_making = RowsMaking()
        self.rows_making.said.connect(self.said)
        self.list_panel.set_foot(self.rows_making)
        self.case_panel: CasePanel = CasePanel(icon=ICON, empty=tr("Velg et tall for å se hva som står bak det."))
        QShortcut("Ctrl+P", self.case_panel, self.show_report)
        self._build()
        session.changed.connect(self._changed)
        session.day_changed.connect(self._new_day)
        self.case_panel.show_nothing()

    def _build(self) -> None:
        self.behind, self.charts = Behind(), Charts()
        self.behind.go.connect(self.go)
        self.rule = QLabel()
        self.rule.setWordWrap(True)
        self.case_panel.tabs.add(ROWS, tr("Bak tallet"), self.behind)
        self.case_panel.tabs.add(CHARTS, tr("Diagrammer"), self.charts)
        self.case_panel.tabs.add("rule", tr("Slik er det talt"), self.rule)
        self.quotas, self.stays = registers.quotas(self._session), registers.stays(self._session)
        for key, title, kept in (
            (QUOTAS, tr("Vedtakstall"), self.quotas),
            (STAYS, tr("Midlertidige botilbud"), self.stays),
        ):
            self.case_panel.tabs.add(key, title, kept)
            kept.kept.connect(self.kept)
            kept.open(registers.EVERYBODY)
            kept.reload()
        self.case_panel.header.add_act(tr("Vis rapporten"), self.show_report, icon="printer", main=True)
        self.lock_button = self.case_panel.header.add_act(tr("Lås året"), self.lock, icon="lock")
        act = self.case_panel.header.add_act(tr("Lagre året …"), self.save, icon="folder-open")
        act.setToolTip(tr("Rapport, regneark og tabeller. Tall under fem er skjult i dem."))

    # what every page does

    def open(self, place: Place) -> None:
        """Show the list alone, or what stands behind a figure."""
        self.refresh()
        if place.id is None or not 0 < place.id <= len(FIGURES):
            self.list_panel.select(self._at)
            return
        self._at = place.id
        self._show()
        self.case_panel.tabs.choose(place.tab)
        self.case_panel.scroll_to_top()
        self.list_panel.select(place.id)

    def refresh(self) -> None:
        """Count the year chosen and the one beside it again, where anything was written since."""
        if not self._is_stale:
            return
        number, other = int(self.year.currentText()), int(self.against.currentData())
        self._counted, self._other = years_of(self._session.case, number, other)
        self._report = report(self._counted, language(), outside=False, against=self._other)
        lines = {line.figure.id: line for section in self._report.sections for line in section.lines}
        self._told.clear()
        self._lines = [FigureLine(at, lines[figure.id], self._outside) for at, figure in enumerate(FIGURES, 1)]
        self._table.retitle("value", str(number))
        self._table.retitle("before", str(other))
        self.list_panel.set_rows(self._lines)
        self._is_stale = False
        if self._at is not None:
            self._show()

    def _outside(self, figure_id: str) -> Line:
        """Return a figure's line as it may leave the office; read when the first is asked for."""
        if not self._told:
            assert self._counted is not None
            told = report(self._counted, language(), outside=True, against=self._other)
            self._told = {line.figure.id: line for section in told.sections for line in section.lines}
        return self._told[figure_id]

    def labels(self, table: str) -> Mapping[str, str]:
        """Return the labels of the fields of a quota or a stay, empty for other tables."""
        forms: dict[str, Callable[[], Form]] = {
            "settlement_quotas": SettlementQuotaForm,
            "temporary_stays": lambda: registers.stay_form(self._session),
        }
        return forms[table]().labels if table in forms else {}

    def leave(self) -> None:
        """Keep what is half-typed, and stop a workbook under way, as the file may be closed next."""
        self.quotas.keep_draft()
        self.stays.keep_draft()
        self.rows_making.finish()

    def show_report(self) -> None:
        """Show the report of the year chosen as it leaves the office, to be printed or saved (D30)."""
        from bolig_desktop.documents.year_report import year_report
        from bolig_desktop.ui.documents.unfiled import show_unfiled

        self.refresh()
        counted, other, ours = self._counted, self._other, self._session.case.settings.municipality()
        assert counted is not None

        def make(form: str) -> bytes:
            told = report(counted, form, outside=True, against=other)
            return year_report(told, municipality=ours.name, unit=ours.unit)

        show_unfiled(
            self.list_panel,
            tr("Året {year}", year=counted.number),
            tr("Rapporten har ingen navn. Tall fra én til fire er skjult, og tall som ville røpet dem."),
            make,
            form=ours.written_form.value,
            file_name=f"aarsoppsummering-{counted.number}.pdf",
        )

    def lock(self) -> None:
        """Keep the figures of the year chosen as they are, or count them anew again where they are kept."""
        self.refresh()
        assert self._counted is not None
        counted, case = self._counted, self._session.case
        number = counted.number
        is_locked = case.locked_years.of_year(number) is not None
        try:
            if is_locked:
                self._session.run(lambda case: locking.unlock(case, number))
            else:
                self._session.run(lambda case: locking.lock(case, number, counted.found))
        except Refused as refused:
            self.said.emit(sentences_for(refused.problems, language())[0][0])
        except FileTrouble as trouble:
            self.said.emit(trouble_sentence(trouble, language()))
        else:
            self.kept.emit(tr("Året er låst opp.") if is_locked else tr("Året er låst. Tallene står som de er."))

    def save(self) -> None:
        """Put the report, the workbook and the tables of the year in a folder."""
        from bolig_desktop.documents.year_files import year_files

        self.refresh()
        assert self._counted is not None
        counted, other = self._counted, self._other
        words = tr("{count} filer er lagt i mappen. De er ikke kryptert. Tall under fem er skjult.", count="{count}")
        self._put(lambda: year_files(self._session.case, counted, other), words)

    def save_rows(self) -> None:
        """Put a workbook with the rows behind every figure in a folder: for the office, and never for sending."""
        self.refresh()
        assert self._report is not None and self._counted is not None
        folder = self._ask(self.list_panel)
        if folder is not None:
            self.rows_making.begin(self._session.case, self._counted, self._report, folder)

    def _put(self, files: Callable[[], list[tuple[str, bytes]]], words: str) -> None:
        from bolig_desktop.documents.year_files import write

        folder = self._ask(self.list_panel)
        if folder is None:
            return
        try:
            written = write(folder, files())
        except FileTrouble as trouble:
            self.said.emit(trouble_sentence(trouble, language()))
        else:
            self.said.emit(words.replace("{count}", str(len(written))))

    # what is shown

    def _chosen(self) -> None:
        self._stand_against_the_year_before()
        self._count_again()

    def _stand_against_the_year_before(self) -> None:
        year = int(self.year.currentText())
        self.against.setCurrentIndex(self.against.findData(year - 1 if year > FIRST_YEAR else year + 1))

    def _count_again(self) -> None:
        self._set_stale()
        self.refresh()

    def _new_day(self) -> None:
        """Let a year that has begun while the window stood open be chosen."""
        year = self._session.today.year
        if self.year.findText(str(year)) < 0:
            self.year.insertItem(0, str(year))
            self.against.insertItem(0, tr("mot {year}", year=year), year)
        self._set_stale()

    def _set_stale(self) -> None:
        self._is_stale = True

    def _changed(self, tables: frozenset[str]) -> None:
        self._set_stale()
        if tables & {"settlement_quotas", "temporary_stays", "locked_years"}:
            self.quotas.reload()
            self.stays.reload()
            self.refresh()

    def _show(self) -> None:
        row = self._lines[(self._at or 1) - 1]
        assert self._report is not None and self._counted is not None
        line, counted = row.line, self._counted.found[row.line.figure.id]
        locked = self._session.case.locked_years.of_year(int(self.year.currentText()))
        self.lock_button.setText(tr("Lås opp året") if locked else tr("Lås året"))
        kept = tr("låst {day}", day=show_date(locked.locked_on)) if locked else ""
        about = [self.year.currentText(), f"{line.words} {line.unit}", line.code, kept]
        self.case_panel.header.show_title(line.name, " · ".join(part for part in about if part), pill=pill_of(row))
        self.case_panel.show_banners([Banner(Tone.SOON, words) for words in line.unsure])
        self.rule.setText(rule(line.figure, language()))
        self.behind.show_counted(self._session.case, counted)
        section = next(one for one in self._report.sections if one.group is line.figure.group)
        self.charts.show_charts(section.charts, sentence("year.no_charts", language()))
        self.case_panel.tabs.count(ROWS, len(counted.rows) or None)
        self.case_panel.show_case()
