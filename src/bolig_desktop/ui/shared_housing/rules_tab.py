"""The versions of a house's rules, and the rules of the one that is chosen: written, ordered, added to."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from bolig_desktop.casefile.house_rules_making import add_clauses, move, neighbour, placed
from bolig_desktop.casefile.house_texts import RuleTexts, library
from bolig_desktop.errors import Problem
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleGroup, RulesState
from bolig_desktop.shared_housing.rules import state
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui import icons
from bolig_desktop.ui.editing import Editor
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.shared_housing.columns import STATE_TONES
from bolig_desktop.ui.shared_housing.form import HouseRuleForm, HouseRulesForm
from bolig_desktop.ui.shared_housing.library import LibraryPicker, Offered
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.case_header import breakable
from bolig_desktop.ui.widgets.column import bring_into_view
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.pills import Pill, PillLabel
from bolig_desktop.ui.widgets.sub_list import LineAct, SubList
from bolig_desktop.ui.words import language, tr

TOPIC, RULES = "shared_housing", "rules"
_SHORT = 40  # characters of a rule in the name of a button


class RulesTab(QWidget):
    """Signals: ``go(Place)``; ``said(sentence)`` for the status line; ``kept(sentence)`` for what can be undone."""

    go = Signal(object)
    said = Signal(str)
    kept = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.version: HouseRules | None = None
        self._house_id = 0
        self._versions: list[HouseRules] = []
        self._lines: list[HouseRule] = []
        self._is_signed = False
        self._shown: object = None
        self._texts = RuleTexts(session.case)
        self.picker: LibraryPicker | None = None
        self.versions = SubList(
            self._version_words,
            empty=tr("Huset har ingen husregler ennå. Begynn med reglene i biblioteket, eller lag en tom versjon."),
            pill=lambda version: self._state_pill(version),
            can_remove=False,
            place=lambda version: Place(topic=TOPIC, id=version.house_id, tab=f"{RULES} {version.id}"),
        )
        self.versions.go.connect(self.go)
        self.form = HouseRulesForm(session.case.clock)
        self.editor = Editor(session, self.form, "house_rules")
        self.editor.said.connect(self.said)
        self.rules = self._make_rules()
        self._build()

    def _make_rules(self) -> SubRecords:
        case = self.session.case
        lines = SubList(
            self._rule_words,
            make_form=HouseRuleForm,
            add_label=tr("Skriv en egen regel"),
            blank=lambda: HouseRule(rules_id=self._version_id(), topic=RuleGroup.OTHER),
            empty=tr("Ingen regler i denne versjonen ennå."),
            pill=self._rule_pill,
            mark=lambda rule: "triangle-alert" if self._warnings(rule) else "",
            stacked=True,
            fixed=lambda rule: self._is_signed,
            acts=self._moves,
            heading=lambda rule: label(rule.topic),
            can_change=lambda rule: not rule.clause,
        )
        rules = SubRecords(
            self.session, "house_rule_lines", lines, self._load, completed=lambda rule: placed(case, rule)
        )
        rules.kept.connect(self.kept)
        return rules

    def _build(self) -> None:
        self._title, self._pill = QLabel(), PillLabel()
        self._title.setProperty("role", "heading")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._pill)
        head.addStretch(1)
        self._fast = QLabel(
            tr("Noen har skrevet under på denne versjonen, så reglene står fast. Lag en ny versjon for å endre dem.")
        )
        self._fast.setProperty("role", "muted")
        self._fast.setWordWrap(True)
        self.from_library = self._adder(tr("Legg til fra biblioteket"), "list", self.pick)
        self.write_one = self._adder(tr("Skriv en egen regel"), "plus", self.rules.begin)
        line = Flow(gap=14)
        line.add(self.from_library)
        line.add(self.write_one)
        self._chosen = QWidget()
        chosen = QVBoxLayout(self._chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(12)
        chosen.addLayout(head)
        chosen.addWidget(self.form)
        chosen.addWidget(self._fast)
        chosen.addWidget(line)
        self._picked = QVBoxLayout()
        chosen.addLayout(self._picked)
        chosen.addWidget(self.rules)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.versions)
        column.addWidget(self._chosen)
        column.addStretch(1)

    @staticmethod
    def _adder(words: str, icon: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "fold")
        icons.put(button, icon, Tone.ACCENT, side=16)
        button.clicked.connect(lambda: act())
        return button

    # what is shown

    def show_house(self, house_id: int, version_id: int = 0) -> None:
        """Show a house's versions, and the rules of one: that asked for, the one shown, a draft, or the newest."""
        is_other = house_id != self._house_id
        self._house_id = house_id
        self._versions = self.session.case.house_rules.of_house(house_id)[::-1]
        shown = 0 if is_other or self.version is None else self.version.id
        wanted = (version_id, shown)
        found = next((one for want in wanted for one in self._versions if one.id == want), None)
        self._choose(found or next(iter(self._versions), None))
        self.versions.set_rows(self._versions)

    def _choose(self, version: HouseRules | None) -> None:
        before, self.version = self.version, version
        self._chosen.setVisible(version is not None)
        self._texts = RuleTexts(self.session.case)
        if version is None:
            self.editor.record = None
            self.rules.open(0)
            return
        if before is None or before.id != version.id:
            if before is not None and self.session.case.house_rules.find(before.id) is not None:
                self.editor.finish()
            self._close_picker()
            self.editor.open(version)
            self.rules.open(version.id or 0)
        elif version != self.editor.record:
            self.editor.open(version, keep_typed=True)
        else:
            self.editor.show_problems()
        self._title.setText(tr("Versjon {number}", number=version.version))
        self._pill.show_pill(*self._state_pill(version))
        fast = self._is_signed = bool(self.session.case.rule_signatures.of_rules(version.id or 0))
        self._reload(version)
        self._fast.setVisible(fast)
        self.from_library.setVisible(not fast and self.picker is None)
        self.write_one.setVisible(not fast)
        if self.rules.list.add_button is not None:
            self.rules.list.add_button.setVisible(not fast and self.rules.list.form is None)

    def _reload(self, version: HouseRules) -> None:
        """Show the rules anew where they say something else: forty lines take a tenth of a second to make."""
        lines = self._load(version.id or 0)
        shown = version.id, self._is_signed, [(rule, self._rule_words(rule)) for rule in lines]
        if shown != self._shown:
            self._shown = shown
            self.rules.reload()

    def leave(self) -> None:
        """Keep what is half-filled."""
        if self.version is not None:
            self.editor.finish()
        self.rules.keep_draft()

    def forget(self) -> None:
        """Show no house any more; what was typed is kept."""
        self.leave()
        self._house_id, self.version, self.editor.record = 0, None, None

    def _version_id(self) -> int:
        return 0 if self.version is None else self.version.id or 0

    def _load(self, rules_id: int) -> list[HouseRule]:
        self._lines = self.session.case.house_rule_lines.of_rules(rules_id)
        return self._lines

    def _state(self, version: HouseRules) -> RulesState:
        return state(version, self._versions, self.session.today)

    def _state_pill(self, version: HouseRules) -> Pill:
        now = self._state(version)
        return label(now), STATE_TONES[now]

    def _version_words(self, version: HouseRules) -> tuple[str, str]:
        since = "" if version.valid_from is None else tr("Gjelder fra {day}", day=show_date(version.valid_from))
        return tr("Versjon {number}", number=version.version), since

    # the rules of the version

    def _rule_words(self, rule: HouseRule) -> tuple[str, str]:
        said = self._texts.of(rule, self.version) if self.version is not None else ""
        warnings = [words for words, _ in sentences_for(self._warnings(rule), language())]
        about = " ".join([tr("Egen regel."), *warnings]) if not rule.clause else ""
        return breakable(said) or tr("En regel som nevner noen med gradert adresse. Endre den."), about

    def _warnings(self, rule: HouseRule) -> list[Problem]:
        return [] if rule.clause else [one for one in self.session.case.problems(rule) if not one.hard]

    def _rule_pill(self, rule: HouseRule) -> Pill | None:
        return (tr("Se over"), Tone.SOON) if self._warnings(rule) else None

    def _moves(self, rule: HouseRule) -> list[LineAct]:
        if self._is_signed:
            return []
        said = self._rule_words(rule)[0]
        short = said if len(said) <= _SHORT else f"{said[:_SHORT].rstrip()}…"
        acts = []
        if neighbour(self._lines, rule, -1) is not None:
            words = tr("Flytt opp: {rule}", rule=short)
            acts.append(LineAct("arrow-up", words, lambda: self._move(rule, -1, words)))
        if neighbour(self._lines, rule, 1) is not None:
            down = tr("Flytt ned: {rule}", rule=short)
            acts.append(LineAct("arrow-down", down, lambda: self._move(rule, 1, down)))
        return acts

    def _move(self, rule: HouseRule, step: int, words: str) -> None:
        self.session.run(lambda case: move(case, rule, step))
        again = [b for b in self.rules.list.findChildren(QToolButton) if b.accessibleName() == words]
        if again:
            again[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    # the library

    def pick(self) -> None:
        """Show the rules of the library that the version has not got."""
        if self.version is None or self.picker is not None:
            return
        version, there = self.version, {rule.clause for rule in self._lines}
        offered = [
            Offered(group, clause, self._texts.of_clause(clause, version))
            for group, clause in library()
            if clause not in there
        ]
        self.picker = LibraryPicker(offered)
        self.picker.chosen.connect(self._add)
        self.picker.given_up.connect(self._close_picker)
        self._picked.addWidget(self.picker)
        self.from_library.hide()
        self.picker.focus_first()
        bring_into_view(self.picker)

    def _add(self, clauses: list[str]) -> None:
        version = self.version
        if version is None:
            return
        self._close_picker()
        self.session.run(lambda case: add_clauses(case, version, clauses))
        self.kept.emit(tr("Reglene er lagt til."))

    def _close_picker(self) -> None:
        if self.picker is None:
            return
        self.picker.hide()
        self.picker.deleteLater()
        self.picker = None
        self.from_library.show()
        self.from_library.setFocus()
