"""The rules of law that should be read again in their source, in the settings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.casefile import looking_up
from bolig_desktop.law import book
from bolig_desktop.law.answers import CHECKED
from bolig_desktop.law.book import Rule, Version
from bolig_desktop.settings.records import LookedUp
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.sentences import sentence
from bolig_desktop.ui import icons
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.to_check import note_checked
from bolig_desktop.ui.widgets.fold import Fold
from bolig_desktop.ui.words import language, tr

_AT_A_TIME = 10
"""A hundred boxes of wrapped words take seconds to lay out."""


class RulesPart(QWidget):
    """Signals: ``kept(sentence)`` when something was saved; ``said(sentence)`` for the status line."""

    kept = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._shown = session, _AT_A_TIME
        self.fold = Fold(tr("Regler som bør kontrolleres"))
        self.fold.button.toggled.connect(lambda is_open: self.show_rules() if is_open else None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold)

    def show_rules(self) -> None:
        """Count the rules again, and show them where the list is open."""
        due = looking_up.rules_due(self._session.case)
        self.fold.say(str(len(due)) if due else tr("ingen nå"))
        while (item := self.fold.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self.fold.is_open():
            self._show(due)

    def _show(self, due: list[tuple[Rule, Version]]) -> None:
        body = self.fold.body
        if not due:
            body.addWidget(_words(tr("Ingen regler bør kontrolleres nå."), "muted"))
            return
        body.addWidget(
            _words(tr("Les regelen der lenken fører, i nettleseren din. Står den som før, trykker du «Kontrollert i "
                      "dag». Er den endret, må programmet endres: meld fra, og spør en jurist så lenge."), "muted")
        )  # fmt: skip
        for rule, version in due[: self._shown]:
            body.addWidget(self._line(rule, version))
        if len(due) > self._shown:
            more = QPushButton(tr("Vis flere"))
            more.clicked.connect(self._show_more)
            body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, rule: Rule, version: Version) -> QFrame:
        box = QFrame()
        box.setProperty("role", "box")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        section = version.section[:1].upper() + version.section[1:]
        column.addWidget(_words(section, "heading"))
        column.addWidget(_words(version.sentence(language()), ""))
        column.addWidget(_words(self._checked(rule, version), "muted"))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        done = QPushButton(tr("Kontrollert i dag"))
        done.setAccessibleName(tr("Kontrollert i dag: {what}", what=section))
        icons.put(done, "circle-check", side=16)
        done.clicked.connect(lambda: self._looked_at(rule.id))
        acts.addWidget(done)
        if version.link:
            column.addWidget(_words(version.link, "small"))
            copy = QPushButton(tr("Kopier lenken"))
            copy.setAccessibleName(tr("Kopier lenken til {what}", what=section))
            icons.put(copy, "copy", side=16)
            copy.clicked.connect(lambda: self._copy(version.link))
            acts.addWidget(copy)
        acts.addStretch(1)
        column.addLayout(acts)
        return box

    def _checked(self, rule: Rule, version: Version) -> str:
        """Return how and when the rule was checked last, and by when it should have been again."""
        case = self._session.case
        look = case.source_looks.newest(LookedUp.RULE).get(rule.id)
        parts = [sentence(CHECKED[version.certainty], language(), day=version.checked_on)]
        if look is not None and look.on >= version.checked_on:
            parts.append(tr("Du kontrollerte den {day}.", day=show_date(look.on)))
        day = show_date(book.next_check(version, look))
        parts.append(tr("Den skulle vært kontrollert igjen innen {day}.", day=day))
        return " ".join(parts)

    def _show_more(self) -> None:
        self._shown += _AT_A_TIME
        self.show_rules()

    def _copy(self, link: str) -> None:
        QApplication.clipboard().setText(link)
        self.said.emit(tr("Lenken er kopiert."))

    def _looked_at(self, rule_id: str) -> None:
        note_checked(
            self,
            self._session,
            lambda case: looking_up.looked_at_rule(case, rule_id).next_check,
            self.fold.button.setFocus,
        )


def _words(words: str, role: str) -> QLabel:
    found = QLabel(words.replace("§ ", "§\u00a0").replace("§§ ", "§§\u00a0"))
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setWordWrap(True)
    found.setMinimumWidth(80)
    found.setProperty("role", role)
    found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return found
