"""Året: the figures of a calendar year, the year before beside them, and what stands behind each."""

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QVBoxLayout, QWidget

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
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import ListPanel
from bolig_desktop.ui.widgets.record_table import RecordTable
from bolig_desktop.ui.words import language, tr
from bolig_desktop.ui.year import registers
from bolig_desktop.ui.year.bars import Charts
from bolig_desktop.ui.year.columns import FigureLine, chips, columns, pill_of
from bolig_desktop.ui.year.rows import named
from bolig_desktop.yearly import locking
from bolig_desktop.yearly.figures import FIGURES, Counted
from bolig_desktop.yearly.report import Line, Report, report, rule
from bolig_desktop.yearly.year import FIRST_YEAR, figures_of

TOPIC, ICON = "year", "chart-column"
ROWS, CHARTS, QUOTAS, STAYS = "rows", "charts", "quotas", "stays"
_YEARS, _SHOWN = 15, 200


def ask_folder(over: QWidget) -> Path | None:
    """Ask where the files are to lie, None where she changed her mind."""
    chosen = QFileDialog.getExistingDirectory(over, tr("Velg mappe"), str(Path.home()))
    return Path(chosen) if chosen else None


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
        self._found: Mapping[str, Counted] = {}
        self._report: Report | None = None
        self._lines: list[FigureLine] = []
        self._at: int | None = None
        self._is_stale = True
        self.year = QComboBox()
        self.year.setAccessibleName(tr("År"))
        self.year.addItems([str(session.today.year - back) for back in range(_YEARS)])
        self.year.setCurrentIndex(1)  # in January it is the year that has gone she writes about
        self.year.currentTextChanged.connect(lambda _: self._chosen())
        table = RecordTable(columns(), name=TOPIC, settings=settings, sort_by="name")
        self.list_panel: ListPanel = ListPanel(tr("Året"), table, chips=chips(), icon=ICON)
        self.list_panel.put_beside_title(self.year)
        self.list_panel.opened.connect(lambda at: self.go.emit(Place(topic=TOPIC, id=at)))
        self.list_panel.add_seldom(tr("Vis rapporten"), self.show_report, icon="printer")
        self.list_panel.add_seldom(tr("Lagre året …"), self.save, icon="folder-open")
        self.case_panel: CasePanel = CasePanel(icon=ICON, empty=tr("Velg et tall for å se hva som står bak det."))
        QShortcut("Ctrl+P", self.case_panel, self.show_report)
        self._build()
        session.changed.connect(self._changed)
        session.day_changed.connect(self._set_stale)
        self.case_panel.show_nothing()

    def _build(self) -> None:
        self.facts, self.charts = FactsList(), Charts()
        self.facts.go.connect(self.go)
        self.more = QLabel()
        self.more.setProperty("role", "muted")
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.facts, self.more):
            column.addWidget(part)
        column.addStretch(1)
        self.rule = QLabel()
        self.rule.setWordWrap(True)
        self.case_panel.tabs.add(ROWS, tr("Bak tallet"), rows)
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
        """Count the year chosen and the one before again, where anything was written since."""
        if not self._is_stale:
            return
        number, words = int(self.year.currentText()), language()
        self._found = figures_of(self._session.case, number)
        self._report = report(number, self._found, words, outside=False)
        before = figures_of(self._session.case, number - 1) if number > FIRST_YEAR else None
        earlier = _by_id(report(number - 1, before, words, outside=False)) if before else {}
        lines = _by_id(self._report)
        self._lines = [
            FigureLine(at, lines[figure.id], earlier.get(figure.id)) for at, figure in enumerate(FIGURES, 1)
        ]
        self.list_panel.set_rows(self._lines)
        self._is_stale = False
        if self._at is not None:
            self._show()

    def labels(self, table: str) -> Mapping[str, str]:
        """Return the labels of the fields of a quota or a stay, empty for other tables."""
        forms: dict[str, Callable[[], Form]] = {
            "settlement_quotas": SettlementQuotaForm,
            "temporary_stays": lambda: registers.stay_form(self._session),
        }
        return forms[table]().labels if table in forms else {}

    def leave(self) -> None:
        """Keep what is half-typed."""
        self.quotas.keep_draft()
        self.stays.keep_draft()

    def show_report(self) -> None:
        """Show the report of the year chosen as it leaves the office, to be printed or saved (D30)."""
        from bolig_desktop.documents.year_report import year_report
        from bolig_desktop.ui.documents.unfiled import show_unfiled

        self.refresh()
        number, ours = int(self.year.currentText()), self._session.case.settings.municipality()

        def make(form: str) -> bytes:
            told = report(number, self._found, form, outside=True)
            return year_report(told, municipality=ours.name, unit=ours.unit)

        show_unfiled(
            self.list_panel,
            tr("Året {year}", year=number),
            tr("Rapporten har ingen navn. Tall fra én til fire er skjult, og tall som ville røpet dem."),
            make,
            form=ours.written_form.value,
            file_name=f"aarsoppsummering-{number}.pdf",
        )

    def lock(self) -> None:
        """Keep the figures of the year chosen as they are, or count them anew again where they are kept."""
        number, case = int(self.year.currentText()), self._session.case
        self.refresh()
        is_locked = case.locked_years.of_year(number) is not None
        try:
            if is_locked:
                self._session.run(lambda case: locking.unlock(case, number))
            else:
                self._session.run(lambda case: locking.lock(case, number, self._found))
        except Refused as refused:
            self.said.emit(sentences_for(refused.problems, language())[0][0])
        except FileTrouble as trouble:
            self.said.emit(trouble_sentence(trouble, language()))
        else:
            self.kept.emit(tr("Året er låst opp.") if is_locked else tr("Året er låst. Tallene står som de er."))

    def save(self) -> None:
        """Put the report, the workbook and the tables of the year in a folder."""
        from bolig_desktop.documents.year_files import write, year_files

        self.refresh()
        folder = self._ask(self.list_panel)
        if folder is None:
            return
        number = int(self.year.currentText())
        try:
            written = write(folder, year_files(self._session.case, number, self._found))
        except FileTrouble as trouble:
            self.said.emit(trouble_sentence(trouble, language()))
            return
        self.said.emit(
            tr("{count} filer er lagt i mappen. De er ikke kryptert. Tall under fem er skjult.", count=len(written))
        )

    # what is shown

    def _chosen(self) -> None:
        self._set_stale()
        self.refresh()

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
        line, counted = row.line, self._found[row.line.figure.id]
        locked = self._session.case.locked_years.of_year(int(self.year.currentText()))
        self.lock_button.setText(tr("Lås opp året") if locked else tr("Lås året"))
        kept = tr("låst {day}", day=show_date(locked.locked_on)) if locked else ""
        about = [self.year.currentText(), f"{line.words} {line.unit}", line.code, kept]
        self.case_panel.header.show_title(line.name, " · ".join(part for part in about if part), pill=pill_of(row))
        self.case_panel.show_banners([Banner(Tone.SOON, words) for words in line.unsure])
        self.rule.setText(rule(line.figure, language()))
        self.facts.clear()
        shown = list(named(self._session.case, counted.rows[:_SHOWN]))
        for one in shown:
            self.facts.add(one.kind, one.words, place=one.place)
        left = len(counted.rows) - len(shown)
        if left > 0:
            self.more.setText(tr("… og {count} til. Alle står i listen til hvert tema.", count=left))
        elif not counted.rows:
            self.more.setText(tr("Ingenting står bak tallet dette året."))
        self.more.setVisible(left > 0 or not counted.rows)
        assert self._report is not None
        section = next(one for one in self._report.sections if one.group is line.figure.group)
        self.charts.show_charts(section.charts, sentence("year.no_charts", language()))
        self.case_panel.tabs.count(ROWS, len(counted.rows) or None)
        self.case_panel.show_case()


def _by_id(told: Report) -> dict[str, Line]:
    return {line.figure.id: line for section in told.sections for line in section.lines}
