"""One text of the papers: the Norwegian, the translation, how far it can be trusted, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.casefile import text_units
from bolig_desktop.casefile.text_units import UnitLine
from bolig_desktop.errors import FileTrouble, Problem, Refused
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.translations import rules, shipped
from bolig_desktop.translations.records import OwnText, TextState
from bolig_desktop.ui import icons
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.problems import by_field
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.text_editing import CheckBox, TextBox
from bolig_desktop.ui.settings.text_words import TONES, group_words, in_one_line, is_rtl, language_title, state_words
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.column import bring_into_view
from bolig_desktop.ui.widgets.pills import PillLabel
from bolig_desktop.ui.words import language, tr

_LONGEST_TITLE = 70
Act = tuple[str, Callable[[], object]]


class TextView(QWidget):
    """Signals: ``kept(sentence)`` and ``said(sentence)``; ``back()`` to the list; ``step(by)`` along it."""

    kept = Signal(str)
    said = Signal(str)
    back = Signal()
    step = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.language, self.unit = "", ""
        self.editing: TextBox | None = None
        self._check: CheckBox | None = None
        self._translation: QFrame | None = None
        self.back_button = _flat(tr("Til listen"), "arrow-left", self.back.emit)
        self.before_button = _flat(tr("Forrige"), "chevron-left", lambda: self.step.emit(-1))
        self.after_button = _flat(tr("Neste"), "chevron-right", lambda: self.step.emit(1))
        ways = QHBoxLayout()
        ways.addWidget(self.back_button)
        ways.addStretch(1)
        ways.addWidget(self.before_button)
        ways.addWidget(self.after_button)
        self.title, self.where = _words("", "heading"), _words("", "muted")
        self.pill = PillLabel()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        self._body = QVBoxLayout()
        self._body.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (ways, head, self._body):
            column.addLayout(part)
        column.insertWidget(2, self.where)

    def open(self, lang: str, unit: str) -> None:
        """Show a text; what was half-written there stands in its field again."""
        self.leave()
        self.language, self.unit = lang, unit
        self.show_text()
        if self._session.case.drafts.find(TextBox.TOPIC, context=self._context()) is not None:
            self.edit()

    def show_text(self) -> None:
        """Show the text as it is now, with nothing open."""
        self.editing = self._check = self._translation = None
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        try:
            line = text_units.line(self._session.case, self.language, self.unit)
        except KeyError:  # a rule of a house, removed meanwhile
            self.back.emit()
            return
        self._show_head(line)
        self._body.addWidget(self._banner(line))
        for part in self._parts(line):
            self._body.addWidget(part)

    def refresh(self) -> None:
        """Show the text again after a change; what is being written stays."""
        if self.editing is None or not self.editing.form.typed():
            self.show_text()

    def leave(self) -> None:
        """Keep what is half-written."""
        if self.editing is not None:
            self.editing.keep_draft()

    def _context(self) -> str:
        return f"{self.language} {self.unit}"

    def _show_head(self, line: UnitLine) -> None:
        words = in_one_line(line.norwegian.splitlines()[0])
        self.title.setText(words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1].rstrip() + "…")
        self.where.setText(f"{group_words()[line.group]} · {language_title(self.language)}")
        self.pill.show_pill(label(line.said.state), TONES[line.said.state])

    def _banner(self, line: UnitLine) -> Banner:
        is_source = self.language == shipped.SOURCE
        tone, words, text = state_words(line, text_units.follows(self._session.case, self.unit) if is_source else 0)
        if line.missing:
            names = ", ".join(f"{{{name}}}" for name in line.missing)
            text = f"{text} {tr('Her mangler noe programmet setter inn: {names}.', names=names)}".strip()
        icon = "circle-check" if line.said.state is TextState.CHECKED else "languages"
        return Banner(tone, words, text=text, icon=icon, acts=self._acts(line))

    def _acts(self, line: UnitLine) -> list[Act]:
        said, acts = line.said, list[Act]()
        if said.state is TextState.OUTDATED:
            acts.append((tr("Stemmer fortsatt"), self.still_right))
        if said.state is TextState.DRAFT:
            acts.append((tr("Kontrollert av tolk …"), self.check))
        if not (self.language == shipped.SOURCE and self.unit not in shipped.units()):
            acts.append((tr("Endre teksten") if said.text else tr("Skriv teksten"), self.edit))
        if said.own:
            acts.append(
                (tr("Bruk teksten fra programmet") if self._shipped() else tr("Fjern teksten"), self.use_shipped)
            )
        return acts

    def _shipped(self) -> str:
        return shipped.texts(self.language).get(self.unit, "")

    def _parts(self, line: UnitLine) -> list[QWidget]:
        said = line.said
        norwegian = tr("Norsk, egen tekst") if self._has_own_norwegian() else tr("Norsk")
        parts: list[QWidget] = [text_box(norwegian, line.norwegian)]
        if said.state is TextState.OUTDATED:
            before = text_units.norwegian_before(self._session.case, self.language, self.unit)
            if before:
                parts.append(text_box(tr("Den norske teksten da denne ble oversatt"), before, quiet=True))
        if said.text and said.state is not TextState.SOURCE:
            title = tr("Oversettelse, egen tekst") if said.own else tr("Oversettelse")
            self._translation = text_box(title, said.text, code=self.language)
            parts.append(self._translation)
        if said.own and self._shipped():
            parts.append(text_box(tr("Teksten fra programmet"), self._shipped(), code=self.language, quiet=True))
        return parts

    def _has_own_norwegian(self) -> bool:
        return self.unit in self._session.case.own_texts.of_language(shipped.SOURCE)

    # what can be done

    def edit(self) -> None:
        """Open the text to be written; what was half-written stands there."""
        self.leave()
        self._close_open()
        line = text_units.line(self._session.case, self.language, self.unit)
        names = sorted(rules.placeholders(line.norwegian))
        self.editing = TextBox(
            self._session,
            self._context(),
            tr("Ny tekst på {language}", language=language_title(self.language).partition(" · ")[0]),
            text=line.said.text,
            names=[f"{{{name}}}" for name in names],
            rtl=is_rtl(self.language),
        )
        self.editing.saved.connect(self._save)
        self.editing.given_up.connect(self._close_open)
        self.editing.left.connect(self._judge)
        self._open(self.editing)

    def check(self) -> None:
        """Ask who has checked the translation, and when."""
        self.leave()
        self._close_open()
        self._check = CheckBox(self._session, tr("Tolken har lest oversettelsen mot den norske teksten."))
        self._check.saved.connect(self._save_check)
        self._check.given_up.connect(self._close_open)
        self._open(self._check)

    def still_right(self) -> None:
        """Keep the words of an outdated translation, as saying the same as the Norwegian does now."""
        own = text_units.still_right(self._session.case, self.language, self.unit)
        problems = self._kept(own, tr("Oversettelsen gjelder igjen, som utkast til en tolk har sett den."))
        if problems:  # such as a fact the Norwegian has got since: the words must be changed after all
            self.edit()
            if self.editing is not None:
                self.editing.form.show_problems(problems)

    def use_shipped(self) -> None:
        """Take the user's own text away."""
        own = self._session.case.own_texts.of_language(self.language)[self.unit]
        try:
            self._session.run(lambda case: case.remove(own))
        except FileTrouble as trouble:
            self.said.emit(trouble_sentence(trouble, language()))
            return
        self.kept.emit(tr("Teksten fra programmet gjelder igjen.") if self._shipped() else tr("Fjernet."))

    def _open(self, box: QWidget) -> None:
        at = self._body.indexOf(self._translation) if self._translation is not None else self._body.count()
        self._body.insertWidget(at if isinstance(box, TextBox) else 1, box)
        if self._translation is not None:
            self._translation.setVisible(isinstance(box, CheckBox))  # where it is written, it stands once
        box.setFocus()
        QTimer.singleShot(0, box, lambda: bring_into_view(box))  # once it has its height

    def _close_open(self) -> None:
        for box in (self.editing, self._check):
            if box is not None:
                self._body.removeWidget(box)
                box.hide()
                box.deleteLater()
        self.editing = self._check = None
        if self._translation is not None:
            self._translation.show()

    def _judge(self) -> None:
        """Say what is wrong with the text as it stands, when its field is left."""
        if self.editing is not None:
            self.editing.form.show_problems(self._problems(self._written(self.editing)))

    def _problems(self, own: OwnText) -> dict[str, list[tuple[str, bool]]]:
        """Return what is wrong with a text by field, a letter that cannot be printed with the rest."""
        # The fonts are read when a text is first written, not when the window starts.
        from bolig_desktop.documents.shaping import missing_in

        missing = missing_in(own.text)
        beside = [Problem(field="text", code="translation.missing_glyph", facts=missing.facts)] if missing else []
        return by_field([*self._session.case.problems(own), *beside], language())

    def _written(self, box: TextBox) -> OwnText:
        return text_units.written(self._session.case, self.language, self.unit, box.text())

    def _save(self) -> None:
        box = self.editing
        if box is None:
            return
        line = text_units.line(self._session.case, self.language, self.unit)
        if box.text() == line.said.text and line.said.state is not TextState.OUTDATED:
            box.forget()
            self._close_open()
            return
        following = text_units.follows(self._session.case, self.unit) if self.language == shipped.SOURCE else 0
        own = self._written(box)
        if problems := self._problems(own):
            box.form.show_problems(problems)
            if any(hard for said in problems.values() for _, hard in said):
                box.form.focus_first_wrong()
                return
        same = rules.print_of(own.text) == rules.print_of(line.norwegian)
        words = tr("Lagret.")
        if following and not same:
            words = tr("Lagret. {count} oversettelser er merket «Utdatert».", count=following)
        if problems := self._kept(own, words):
            box.form.show_problems(problems)
            box.form.focus_first_wrong()

    def _kept(self, own: OwnText, words: str) -> dict[str, list[tuple[str, bool]]]:
        """Save a text, and return what is in the way, by field."""
        try:
            self._session.run(lambda case: case.save(own))
        except Refused as refused:
            return by_field(refused.problems, language())
        except FileTrouble as trouble:
            return {"": [(trouble_sentence(trouble, language()), True)]}
        if self.editing is not None:
            self.editing.forget()
        self.show_text()
        self.kept.emit(words)
        return {}

    def _save_check(self) -> None:
        box = self._check
        if box is not None and box.save([self.unit], self.language):
            self.kept.emit(tr("Kontrollen er ført."))


def text_box(title: str, text: str, *, code: str = "", quiet: bool = False) -> QFrame:
    """Return a text to be read, in a box under its title; from right to left where its language is."""
    box = QFrame()
    box.setProperty("role", "box")
    words = _words(text, "muted" if quiet else "")
    words.setAccessibleName(f"{title}: {text}")
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if is_rtl(code):
        words.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    column = QVBoxLayout(box)
    column.setContentsMargins(12, 8, 12, 10)
    column.setSpacing(3)
    column.addWidget(_words(title, "small"))
    column.addWidget(words)
    return box


def _words(text: str, role: str) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setMinimumWidth(80)
    made.setProperty("role", role)
    return made


def _flat(words: str, icon: str, act: Callable[[], object]) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("role", "flat")
    icons.put(made, icon, side=16)
    made.clicked.connect(lambda: act())
    return made
