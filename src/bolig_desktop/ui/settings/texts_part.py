"""The texts of the bilingual papers in the settings: found by language, paper, state and words, and opened."""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QVBoxLayout, QWidget

from bolig_desktop.casefile import text_units
from bolig_desktop.casefile.wording import known_units
from bolig_desktop.translations import shipped
from bolig_desktop.translations.records import TextState
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.keys_part import act_button, in_a_row
from bolig_desktop.ui.settings.text_editing import CheckBox
from bolig_desktop.ui.settings.text_view import TextView
from bolig_desktop.ui.settings.text_words import Row, chips, columns, group_words, language_answers, language_title
from bolig_desktop.ui.theme import read_scripts
from bolig_desktop.ui.unlock.steps import plain
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.column import bring_to_top
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import ListPanel
from bolig_desktop.ui.widgets.record_table import RecordTable
from bolig_desktop.ui.words import tr

_LEAST_HIGH, _BELOW = 400, 24
_WATCHED = frozenset({"own_texts", "text_checks", "house_rule_lines"})


class TextsPart(QWidget):
    """Signals: ``kept(sentence)`` when something was saved; ``said(sentence)`` for the status line."""

    kept = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        read_scripts()
        self._session = session
        self._around: QAbstractScrollArea | None = None
        self.choice = Form()
        with self.choice.row():
            self.language = self.choice.bind("language", tr("Språk"), ChoiceField(language_answers(), unknown=None))
            groups = group_words()
            self.group = self.choice.bind(
                "group", tr("Hvilke tekster"), ChoiceField(groups, unknown=tr("Alle tekster"))
            )
        self.language.set_value(shipped.SOURCE)
        self.table = RecordTable(columns(), name="texts")
        self.panel = ListPanel(tr("Tekster"), self.table, chips=chips(), icon="languages")
        self.check_button = act_button("", self.check_shown, icon="circle-check")
        self._check: CheckBox | None = None
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._frame = QFrame()
        self._frame.setProperty("role", "box")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 0, 1, 1)
        inside.addWidget(self.panel)
        for part in (plain(_about(), "muted"), self.choice, self._frame):
            self._column.addWidget(part)
        foot, row = QWidget(), in_a_row(self.check_button)
        row.setContentsMargins(0, 0, 0, 0)
        foot.setLayout(row)
        self.panel.set_foot(foot)
        self.view = TextView(session)
        self.view.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._list)
        column.addWidget(self.view)
        for signal in (self.view.kept, self.view.said):
            signal.connect(self.kept if signal is self.view.kept else self.said)
        self.view.back.connect(self.show_list)
        self.view.step.connect(self._step)
        self.choice.field_committed.connect(lambda name: self.show_texts())
        self.panel.opened.connect(self.open_row)
        self.table.shown_changed.connect(self._count_drafts)
        session.changed.connect(self._changed)
        self.show_texts()

    def show_texts(self) -> None:
        """Read the texts of the language and the group chosen."""
        code, group = self._code(), self.group.value()
        self._close_check()
        numbers = {unit: number for number, unit in enumerate(known_units(self._session.case), 1)}
        lines = text_units.lines(self._session.case, code)
        self.panel.title.setText(language_title(code))
        self.panel.set_rows([Row(numbers[line.said.unit], line) for line in lines if group in (None, line.group)])
        self._count_drafts()

    def open_row(self, row_id: int) -> None:
        """Open the text of a line of the list."""
        row = next(row for row in self.table.rows() if row.id == row_id)
        self._close_check()
        self.view.open(self._code(), row.line.said.unit)
        self._list.hide()
        self.view.show()
        self._mark_ways(row_id)
        bring_to_top(self)
        self.view.back_button.setFocus()

    def show_list(self) -> None:
        """Go back to the list, with the text that was open marked in it."""
        self.view.leave()
        self.view.hide()
        self._list.show()
        self._fit()
        self.panel.focus_list()

    def check_shown(self) -> None:
        """Ask who has checked every draft the list shows, and when."""
        units = self._drafts()
        self._close_check()
        words = tr(
            "Gjelder {count} utkast på {language}: de som står i listen under nå. Alt sammen angres i ett.",
            count=len(units),
            language=language_title(self._code()).partition(" · ")[0],
        )
        self._check = CheckBox(self._session, words)
        self._check.saved.connect(self._save_check)
        self._check.given_up.connect(self._close_check)
        self._column.insertWidget(self._column.indexOf(self._frame), self._check)
        self._check.setFocus()

    def leave(self) -> None:
        """Keep what is half-written."""
        self.view.leave()

    def _code(self) -> str:
        return str(self.language.value())

    def _drafts(self) -> list[str]:
        return [row.line.said.unit for row in self.table.shown() if row.line.said.state is TextState.DRAFT]

    def _count_drafts(self) -> None:
        count = len(self._drafts())
        self.check_button.setVisible(bool(count) and self._check is None)
        self.check_button.setText(tr("Kontrollert av tolk: {count} utkast …", count=count))

    def _save_check(self) -> None:
        units = self._drafts()
        if self._check is not None and self._check.save(units, self._code()):
            self.kept.emit(tr("Kontrollen av {count} tekster er ført.", count=len(units)))

    def _close_check(self) -> None:
        if self._check is not None:
            self._column.removeWidget(self._check)
            self._check.hide()
            self._check.deleteLater()
            self._check = None
            self._count_drafts()

    def _changed(self, tables: frozenset[str]) -> None:
        if not tables & _WATCHED:
            return
        self.show_texts()
        if not self.view.isHidden():
            self.view.refresh()
            self._mark_ways(self.table.current())

    # from one text to the next

    def _step(self, by: int) -> None:
        ids = [row.id for row in self.table.shown()]
        now = self.table.current()
        if now in ids and 0 <= ids.index(now) + by < len(ids):
            wanted = ids[ids.index(now) + by]
            self.table.select(wanted)
            self.open_row(wanted)

    def _mark_ways(self, row_id: int | None) -> None:
        if row_id is not None:
            self.table.select(row_id)
        ids = [row.id for row in self.table.shown()]
        self.view.before_button.setEnabled(row_id in ids[1:])
        self.view.after_button.setEnabled(row_id in ids[:-1])

    # as high as the view has room for

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the height of the view around."""
        super().showEvent(event)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QAbstractScrollArea):
            around = around.parentWidget()
        if around is not None and self._around is None:
            self._around = around
            around.viewport().installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the list be as high as the view."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        if self._around is None or self._list.isHidden():
            return
        inside = self._around.widget() if isinstance(self._around, QScrollArea) else None
        above = self._frame.mapTo(inside, QPoint()).y() if inside is not None else 0
        self._frame.setFixedHeight(max(self._around.viewport().height() - above - _BELOW, _LEAST_HIGH))


def _about() -> str:
    return tr(
        "Ordene i velkomstpermen, husreglene og forklaringene. Norsk gjelder. Oversettelsene er laget av den norske "
        "teksten, og er utkast til en tolk har sett dem. Egne tekster ligger i saksfilen og går foran."
    )
