"""Who has signed the house rules and who has not, in one list, and the registering of a signature."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.casefile import sharing
from bolig_desktop.casefile.house_lines import main_language, room_name
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.shared_housing.records import HouseRules, RuleSignature
from bolig_desktop.shared_housing.rules import not_signed
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.languages import PAPER
from bolig_desktop.ui.labels import household_words, language_words
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.shared_housing.form import RuleSignatureForm, paper_languages
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import LineAct, SubList
from bolig_desktop.ui.words import tr

_DRAFTS = "rule_signatures"


class SigningTab(QWidget):
    """Signals: ``go(Place)``; ``kept(sentence)`` when something was saved and can be undone."""

    go = Signal(object)
    kept = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.version: HouseRules | None = None
        self._residents: list[int] = []
        self._rooms: dict[int, str] = {}
        self._about = QLabel()
        self._about.setProperty("role", "heading")
        self._about.setWordWrap(True)
        lines = SubList(
            self._words,
            make_form=self._make_form,
            add_label=tr("Registrer underskrift"),
            blank=self._blank,
            empty=tr("Ingen bor i huset i dag."),
            pill=self._pill,
            place=self._place,
            fixed=lambda signed: signed.id is None,
            acts=self._acts,
            stacked=True,
            mark=lambda signed: "hourglass" if signed.id is None else "check",
        )
        self.signatures = SubRecords(session, _DRAFTS, lines, self._load)
        self.signatures.kept.connect(self.kept)
        self.signatures.list.go.connect(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._about)
        column.addWidget(self.signatures)
        column.addStretch(1)

    def show_house(self, house_id: int) -> int:
        """Show who has signed the version that is to be signed, and return how many have not."""
        case = self.session.case
        before, self.version = self.version, sharing.to_sign(case, house_id)
        self._read_residents(house_id)
        missing = sharing.not_signed(case, house_id)
        self.signatures.setVisible(self.version is not None)
        if self.version is None:
            self._about.setText(tr("Ingen versjon er tatt i bruk ennå, så det er ingenting å skrive under på."))
            self.signatures.open(0)
            return 0
        facts = {"count": len(missing), "all": len(self._residents), "number": self.version.version}
        if missing:
            self._about.setText(tr("{count} av {all} har ikke skrevet under på versjon {number}", **facts))
        else:
            self._about.setText(tr("Alle som bor her, har skrevet under på versjon {number}", **facts))
        if before is None or before.id != self.version.id:
            self.signatures.open(self.version.id or 0)
        self.signatures.reload()
        return len(missing)

    def sign(self, household_id: int) -> None:
        """Open the form for a household's signature; one that stands half-filled for another is let go."""
        drafts, context = self.session.case.drafts, str(self._version_id())
        draft = drafts.find(_DRAFTS, record_id=0, context=context)
        if draft is not None and draft.typed.get("household_id") != str(household_id):
            drafts.drop(_DRAFTS, record_id=0, context=context)
        self.signatures.list.close_form()
        self.signatures.begin()
        form = self.signatures.list.form
        if form is None:
            return
        form.fields["household_id"].set_typed(str(household_id))
        if not form.fields["language"].is_filled():
            form.fields["language"].set_typed(self._language_of(household_id))
        form.focus("signed_on")

    def leave(self) -> None:
        """Keep what is half-filled."""
        self.signatures.keep_draft()

    def forget(self) -> None:
        """Show no house any more; what was typed is kept."""
        self.leave()
        self.version = None

    def _version_id(self) -> int:
        return 0 if self.version is None else self.version.id or 0

    def _read_residents(self, house_id: int) -> None:
        case, labels = self.session.case, dwelling_labels(self.session.case)
        street = case.dwellings.get(house_id).street
        leases = sharing.leases_in(case, house_id)
        self._residents = sharing.residents(case, house_id)
        self._rooms = {lease.household_id: room_name(labels[lease.dwelling_id], street) for lease in leases}

    def _load(self, rules_id: int) -> list[RuleSignature]:
        """Return who has not signed, room by room and without an id, and then the signatures there are."""
        if self.version is None:
            return []
        stored = self.session.case.rule_signatures.of_rules(rules_id)
        missing = not_signed(self.version, self._residents, stored)
        today = self.session.today
        blanks = [RuleSignature(rules_id=rules_id, household_id=whose, signed_on=today) for whose in missing]
        return [*blanks, *sorted(stored, key=lambda one: (one.signed_on, one.id or 0), reverse=True)]

    def _blank(self) -> RuleSignature:
        # Nobody until one is chosen: so the draft always says whose it is.
        nobody: Any = None
        return RuleSignature(rules_id=self._version_id(), household_id=nobody, signed_on=self.session.today)

    def _make_form(self) -> RuleSignatureForm:
        signers = [one.household_id for one in self.session.case.rule_signatures.of_rules(self._version_id())]
        offered = dict.fromkeys([*self._residents, *signers])
        return RuleSignatureForm(
            self.session.case.clock,
            [(whose, self._called(whose)) for whose in offered],
            paper_languages([one.code for one in PAPER]),
        )

    def _called(self, household_id: int) -> str:
        """Return what the household is called outside its case; with code 6 not even its number (law.md AG-3)."""
        households = self.session.case.households
        strict = households.is_strict(household_id)
        return tr("Skjermet husstand") if strict else household_words(households.label(household_id))

    def _language_of(self, household_id: int) -> str:
        spoken = main_language(self.session.case, household_id)
        return spoken if any(one.code == spoken for one in PAPER) else ""

    def _words(self, signed: RuleSignature) -> tuple[str, str]:
        """Say who, where and when; of a shielded household neither the language nor who interpreted (law.md AG-3)."""
        households = self.session.case.households
        strict = households.is_strict(signed.household_id)
        parts = ["" if strict else self._rooms.get(signed.household_id, "")]
        if signed.id is not None:
            parts.append(show_date(signed.signed_on))
        if signed.id is not None and not households.is_shielded(signed.household_id):
            parts.append(language_words(signed.language))
            parts.append(tr("tolk: {name}", name=signed.interpreter) if signed.interpreter else "")
        return self._called(signed.household_id), " · ".join(part for part in parts if part)

    def _pill(self, signed: RuleSignature) -> Pill:
        if signed.id is None:
            return tr("Mangler"), Tone.SOON
        lives_here = signed.household_id in self._residents
        return (tr("Skrev under"), Tone.GOOD) if lives_here else (tr("Flyttet ut"), Tone.MUTED)

    def _place(self, signed: RuleSignature) -> Place | None:
        if self.session.case.households.is_strict(signed.household_id):
            return None
        return Place(topic="households", id=signed.household_id)

    def _acts(self, signed: RuleSignature) -> list[LineAct]:
        if signed.id is not None:
            return []
        words = tr("Registrer underskrift fra {who}", who=self._called(signed.household_id))
        return [LineAct("pencil", words, lambda: self.sign(signed.household_id))]
