"""The consumer price index in the settings: what the file has, what is missing, typed or read from a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.casefile import rent_run
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.exchange import kpi
from bolig_desktop.law.indexing import Month, table_on
from bolig_desktop.settings.records import KpiValue
from bolig_desktop.text.dates import month_name, show_date
from bolig_desktop.text.money import show_decimal
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.keys_part import act_button, in_a_row
from bolig_desktop.ui.settings.kpi_form import KpiForm
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.unlock.asking import Asking
from bolig_desktop.ui.unlock.steps import plain
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import language, tr

_SHOWN = 24
_NAMED = 6


class KpiPart(QWidget):
    """Signal ``kept(sentence)`` when something was saved and can be undone."""

    kept = Signal(str)

    def __init__(self, session: Session, asking: Asking) -> None:
        super().__init__()
        self._session, self._asking = session, asking
        self._result: Banner | None = None
        self._all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(12)
        self.about = plain(_about(session), "muted")
        column.addWidget(self.about)
        self._banners = QVBoxLayout()
        self._banners.setSpacing(9)
        column.addLayout(self._banners)
        self.read_button = act_button(tr("Les fil fra SSB …"), self._choose, main=True, icon="folder-open")
        column.addLayout(in_a_row(self.read_button))
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        column.addWidget(self.summary)
        self.list = SubList(
            _words,
            make_form=KpiForm,
            add_label=tr("Skriv inn et tall"),
            blank=self._blank,
            empty=tr("Ingen indekstall ennå. Les filen fra SSB, eller skriv inn de to månedene du trenger."),
        )
        self._lines = SubRecords(session, "kpi", self.list, lambda _: self._rows())
        self._lines.kept.connect(self.kept)
        column.addWidget(self._lines)
        self.older = act_button(tr("Vis alle"), self._show_all)
        column.addLayout(in_a_row(self.older))
        column.addStretch(1)
        self._lines.open(1)
        session.changed.connect(self._changed)
        self.show_index()

    def show_index(self) -> None:
        """Read the index again, and say what is there and what is missing."""
        values = self._values()
        self._lines.reload()
        self.older.setVisible(len(values) > _SHOWN and not self._all)
        self.summary.setVisible(bool(values))
        if values:
            first, last = (month_words(values[at].month) for at in (0, -1))
            self.summary.setText(
                tr("{count} måneder, fra {first} til {last}.", count=len(values), first=first, last=last)
            )
        self._show_banners()

    def read(self, path: Path) -> None:
        """Read a file of index values into the case file, all of it or nothing, and say how it went."""
        table = kpi.Table(*_table(self._session))
        try:
            found = kpi.read_file(path, table)
            added, there = self._session.run(
                lambda case: rent_run.keep_index(case, found.table, found.values, found.lines), "kpi"
            )
        except Refused as refused:
            said = "\n".join(sentence for sentence, _ in sentences_for(refused.problems, language()))
            self._result = Banner(Tone.DANGER, tr("Filen er ikke tatt inn"), text=said)
        except FileTrouble as trouble:
            self._result = Banner(Tone.DANGER, trouble_sentence(trouble, language()))
        except OSError:
            self._result = Banner(Tone.DANGER, tr("Filen kan ikke leses."))
        else:
            words = tr("{added} måneder er lagt til, {there} sto der fra før.", added=added, there=there)
            self._result = Banner(Tone.GOOD, words)
            if added:
                self.kept.emit(words)
        self.show_index()

    def leave(self) -> None:
        """Keep what is half-typed."""
        self._lines.keep_draft()

    def _choose(self) -> None:
        path = self._asking.index_file(self, Path.home())
        if path is not None:
            self.read(path)

    def _show_banners(self) -> None:
        while (item := self._banners.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self._result:
                widget.hide()
                widget.deleteLater()
        if self._result is not None:
            self._banners.addWidget(self._result)
        missing = rent_run.missing_months(self._session.case, self._session.today)
        if missing:
            named, more = ", ".join(map(month_words, missing[:_NAMED])), len(missing) - _NAMED
            self._banners.addWidget(
                Banner(
                    Tone.SOON,
                    tr("Her mangler tall for {months} og {more} til.", months=named, more=more)
                    if more > 0
                    else tr("Her mangler tall for {months}.", months=named),
                    text=tr("SSB publiserer et nytt tall omkring den 10. i måneden etter."),
                )
            )

    def _changed(self, tables: frozenset[str]) -> None:
        if "own_parameters" in tables:
            self.about.setText(_about(self._session))
        if tables & {"kpi", "tenancies", "matters", "own_parameters"}:
            self.show_index()

    def _values(self) -> list[KpiValue]:
        return self._session.case.kpi.of_series(_table(self._session)[0])

    def _rows(self) -> Sequence[KpiValue]:
        newest_first = self._values()[::-1]
        return newest_first if self._all else newest_first[:_SHOWN]

    def _show_all(self) -> None:
        self._all = True
        self.show_index()

    def _blank(self) -> KpiValue:
        series, base = _table(self._session)
        facts: dict[str, Any] = {"month": "", "value": None}
        return KpiValue(series=series, base=base, entered_on=self._session.today, **facts)


def month_words(month: Month) -> str:
    """Return "oktober 2026"."""
    return f"{month_name(int(month[5:]), language())} {month[:4]}"


def _table(session: Session) -> tuple[str, str]:
    return table_on(session.today, session.case.own_parameters.rows())


def _about(session: Session) -> str:
    series, base = _table(session)
    return tr(
        "Brukes når leier indeksreguleres (husleieloven §\u00a04-2). Totalindeksen, tabell {series} hos SSB "
        "({base}). Bolig henter ingenting fra nettet: lagre tabellen fra ssb.no som CSV eller JSON-stat2 og les "
        "filen her, eller skriv tallet.",
        series=series,
        base=base.replace("=", "\u00a0=\u00a0"),
    )


def _words(value: KpiValue) -> tuple[str, str]:
    said = f"{label(value.source)} {show_date(value.entered_on)}"
    whole = value.value == value.value.to_integral_value()
    return month_words(value.month), f"{show_decimal(value.value)}{',0' if whole else ''} · {said}"
