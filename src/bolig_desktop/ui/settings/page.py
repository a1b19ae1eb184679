"""The page of settings: the municipality, this machine, keys and copies, the price index, dated figures, texts.

What the workspace does with it::

    page = SettingsPage(session, open_file, machine, copies)
    page.said / page.kept                  # as every page
    page.rebuild_wanted.connect(...)       # another language: make the main window anew on the same session
    page.restore_wanted.connect(...)       # close the file, then UnlockWindow.begin_restore(path)
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.settings.machine import Machine
from bolig_desktop.settings.records import Municipality
from bolig_desktop.ui.editing import Editor
from bolig_desktop.ui.history_tab import HistoryTab
from bolig_desktop.ui.navigation import Page, Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.binder_part import BinderPart
from bolig_desktop.ui.settings.copies import Copies
from bolig_desktop.ui.settings.copies_part import CopiesPart
from bolig_desktop.ui.settings.form import MunicipalityForm
from bolig_desktop.ui.settings.keys_part import KeysPart
from bolig_desktop.ui.settings.kpi_part import KpiPart
from bolig_desktop.ui.settings.machine_tab import MachineTab
from bolig_desktop.ui.settings.parameters_part import ParametersPart
from bolig_desktop.ui.settings.texts_part import TextsPart
from bolig_desktop.ui.unlock.asking import Asking
from bolig_desktop.ui.unlock.steps import at_most
from bolig_desktop.ui.widgets.case_panel import CasePanel
from bolig_desktop.ui.widgets.form import WIDEST as WIDEST_FORM
from bolig_desktop.ui.words import tr


class SettingsPage(Page):
    """Innstillinger; no list, the tabs have the whole width."""

    said = Signal(str)
    kept = Signal(str)
    rebuild_wanted = Signal()
    restore_wanted = Signal()

    def __init__(
        self, session: Session, open_file: OpenFile, machine: Machine, copies: Copies, *, asking: Asking | None = None
    ) -> None:
        super().__init__()
        self.session, self._file, self._copies = session, open_file, copies
        self._machine, self._asking = machine, asking or Asking()
        self.case_panel: CasePanel = CasePanel()
        self.form = MunicipalityForm()
        self.editor = Editor(session, self.form, "settings")
        self._history = HistoryTab(session, self.form)
        self._keys: KeysPart | None = None
        self._index: KpiPart | None = None
        self._parameters: ParametersPart | None = None
        self._binder: BinderPart | None = None
        self._texts: TextsPart | None = None
        tabs = self.case_panel.tabs
        tabs.add("municipality", tr("Kommunen"), self._municipality_tab())
        tabs.add("binder", tr("Til permen"), self._binder_tab)
        tabs.add("machine", tr("Denne maskinen"), self._machine_tab)
        tabs.add("security", tr("Sikkerhet og kopier"), self._security_tab)
        tabs.add("index", tr("Konsumprisindeksen"), self._index_tab)
        tabs.add("parameters", tr("Satser og datoer"), self._parameters_tab)
        tabs.add("texts", tr("Tekster"), self._texts_tab)
        tabs.add("history", tr("Historikk"), self._history)
        self.case_panel.header.show_title(tr("Innstillinger"))
        self.form.field_committed.connect(self._first)
        self.editor.said.connect(self.said)
        self.editor.saved.connect(lambda record: self._saved())
        session.changed.connect(self._changed)

    def open(self, place: Place) -> None:
        """Show the settings at a tab: ``municipality binder machine security index parameters texts history``."""
        self.case_panel.show_case()
        if self.editor.record is None:
            self.editor.open(self._municipality())
        self._show_history()
        self.case_panel.tabs.choose(place.tab or self.case_panel.tabs.current())

    def counts(self) -> Mapping[str, int]:
        """Return one in red where something must be done about the copies."""
        return {"danger": 1} if self._copies.notice() else {}

    def leave(self) -> None:
        """Keep what is half-typed, and forget every passphrase and letter on the page."""
        self.editor.finish()
        if self._keys is not None:
            self._keys.forget()
        if self._index is not None:
            self._index.leave()
        if self._parameters is not None:
            self._parameters.leave()
        if self._binder is not None:
            self._binder.leave()
        if self._texts is not None:
            self._texts.leave()

    def _municipality(self) -> Municipality:
        return self.session.case.settings.municipality()

    def _first(self, name: str) -> None:
        # A file from before the municipality was asked for has no row to save in yet.
        if self.editor.record is not None and self.editor.record.id is None:
            self.editor.create()

    def _saved(self) -> None:
        self._show_history()
        self.kept.emit(tr("Lagret."))

    def _changed(self, tables: frozenset[str]) -> None:
        if "municipality" in tables and self.editor.record is not None and self._municipality() != self.editor.record:
            self.editor.open(self._municipality(), keep_typed=True)
            self._show_history()

    def _show_history(self) -> None:
        if (row_id := self._municipality().id) is not None:
            self._history.show_row("municipality", row_id)

    def _municipality_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(at_most(self.form, WIDEST_FORM))
        return tab

    def _machine_tab(self) -> QWidget:
        tab = MachineTab(self._machine)
        tab.language_changed.connect(self.rebuild_wanted)
        return tab

    def _index_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        self._index = KpiPart(self.session, self._asking)
        self._index.kept.connect(self.kept)
        column.addLayout(at_most(self._index, WIDEST_FORM))
        return tab

    def _binder_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        self._binder = BinderPart(self.session)
        self._binder.kept.connect(self.kept)
        column.addLayout(at_most(self._binder, WIDEST_FORM))
        return tab

    def _parameters_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        self._parameters = ParametersPart(self.session)
        self._parameters.kept.connect(self.kept)
        self._parameters.said.connect(self.said)
        column.addLayout(at_most(self._parameters, WIDEST_FORM))
        return tab

    def _texts_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        self._texts = TextsPart(self.session)
        self._texts.kept.connect(self.kept)
        self._texts.said.connect(self.said)
        column.addLayout(at_most(self._texts, WIDEST_FORM))
        return tab

    def _security_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        copies = CopiesPart(self._copies, self._asking)
        copies.restore_wanted.connect(self.restore_wanted)
        self._keys = KeysPart(self._file, self._sheet)
        self._keys.said.connect(self.said)
        column.addWidget(_heading(tr("Passord og nøkkelark")))
        column.addWidget(self._keys)
        column.addSpacing(12)
        column.addWidget(_heading(tr("Kopier")))
        column.addWidget(copies)
        return tab

    def _sheet(self, letters: str) -> bytes:
        from bolig_desktop.documents.recovery_sheet import recovery_sheet

        whose, day = self._municipality(), self.session.today
        return recovery_sheet(
            letters, municipality=whose.name, unit=whose.unit, made_on=day, language=whose.written_form
        )


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "heading")
    return label
