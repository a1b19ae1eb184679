"""A text being written, and a check being noted: the form in its box, with what keeps it and what lets it be."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from bolig_desktop.casefile import CaseFile, text_units
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.translations.records import OwnText, TextCheck
from bolig_desktop.ui.editing import DraftTimer
from bolig_desktop.ui.problems import by_field
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.text_forms import OwnTextForm, TextCheckForm
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.keys import SAVE_KEYS, on_keys
from bolig_desktop.ui.words import language, tr


class _Box(QFrame):
    """Signals: ``saved()`` to keep what stands in the form, ``given_up()`` to let it be."""

    saved = Signal()
    given_up = Signal()

    def __init__(self, form: Form, above: str, save: str) -> None:
        super().__init__()
        self.setProperty("role", "box")
        self.form = form
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 12)
        self._column.setSpacing(10)
        if above:
            words = QLabel(above)
            words.setWordWrap(True)
            words.setMinimumWidth(80)
            self._column.addWidget(words)
        self._column.addWidget(form)
        buttons = Flow(gap=8)
        for words_on, role, act in ((save, "main", self._save), (tr("Avbryt"), "", self._give_up)):
            buttons.add(_button(words_on, role, act))
        self._column.addWidget(buttons)
        on_keys(self, SAVE_KEYS, self._save)
        self.setFocusProxy(next(iter(form.fields.values())).editor())

    def _save(self) -> None:
        if self.form.check():
            self.saved.emit()
        else:
            self.form.focus_first_wrong()

    def _give_up(self) -> None:
        self.given_up.emit()


class TextBox(_Box):
    """The words of one text, kept as a draft while they are written. names: the facts that must stand in it.

    Signal ``left()`` when the field was left: time to say what is wrong with it.
    """

    TOPIC = "own_texts"
    left = Signal()

    def __init__(
        self, session: Session, context: str, title: str, *, text: str, names: Sequence[str], rtl: bool
    ) -> None:
        hint = tr("Programmet setter inn opplysninger for {names}.", names=", ".join(names)) if names else ""
        super().__init__(OwnTextForm(title, hint=hint, text=text, rtl=rtl), "", tr("Lagre teksten"))
        self._session, self._context = session, context
        self.form.show_record(OwnText(language="", unit="", text=text, written_on=session.today))
        draft = session.case.drafts.find(self.TOPIC, context=context)
        self._kept = {} if draft is None else draft.typed
        self.form.restore_typed(self._kept)
        self._wait = DraftTimer(self, self.keep_draft)
        self.form.edited.connect(self._wait.typed)
        self.form.field_committed.connect(lambda name: self.left.emit())

    def text(self) -> str:
        """Return the words as they stand."""
        return str(self.form.values()["text"])

    def keep_draft(self) -> None:
        """Keep what stands in the field and not in the file."""
        self._wait.stop()
        typed = self.form.typed()
        if typed != self._kept:
            self._write(typed)

    def forget(self) -> None:
        """Forget the draft."""
        self._wait.stop()
        if self._kept or self.form.typed():
            self._write({})

    def _write(self, typed: dict[str, str]) -> None:
        drafts = self._session.case.drafts
        try:
            if typed:
                drafts.keep(self.TOPIC, typed, context=self._context)
            else:
                drafts.drop(self.TOPIC, context=self._context)
        except FileTrouble as trouble:
            self.form.show_problems({"": [(trouble_sentence(trouble, language()), True)]})
            return
        self._kept = typed

    def _give_up(self) -> None:
        self.forget()
        super()._give_up()


class CheckBox(_Box):
    """Who has checked translations, and when. above: which ones, in a sentence."""

    def __init__(self, session: Session, above: str) -> None:
        super().__init__(TextCheckForm(session.case.clock), above, tr("Lagre kontrollen"))
        self._session = session
        newest = max(session.case.text_checks.list(), key=lambda check: check.id or 0, default=None)
        today = session.today
        self.form.show_record(
            TextCheck(
                language="",
                unit="",
                text_print="",
                of="",
                interpreter=newest.interpreter if newest and newest.checked_on == today else "",
                checked_on=today,
            )
        )

    def save(self, units: Sequence[str], lang: str) -> bool:
        """Note the check of these texts as one change; say whether it was, and show why where it was not."""
        values = self.form.values()
        interpreter, day = values["interpreter"], values["checked_on"]

        def note(case: CaseFile) -> None:
            for check in text_units.checks(case, lang, units, interpreter, day):
                case.save(check)

        try:
            self._session.run(note)
        except Refused as refused:
            self.form.show_problems(by_field(refused.problems, language()))
            self.form.focus_first_wrong()
            return False
        except FileTrouble as trouble:
            self.form.show_problems({"": [(trouble_sentence(trouble, language()), True)]})
            return False
        return True


def _button(words: str, role: str, act: Callable[[], object]) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("role", role)
    made.clicked.connect(lambda: act())
    return made
