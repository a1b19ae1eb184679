"""The forms of a household, a person, a membership and a contact."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from bolig_desktop.clock import Clock
from bolig_desktop.people.records import (
    ContactRole,
    Grading,
    HouseholdKind,
    JoinReason,
    LeaveReason,
    Literacy,
    MemberRole,
    PermitKind,
)
from bolig_desktop.text.languages import OTHERS, PAPER
from bolig_desktop.ui import icons
from bolig_desktop.ui.labels import answers, language_words
from bolig_desktop.ui.widgets.choices import ChoiceField, YesNoField
from bolig_desktop.ui.widgets.field import Sentence
from bolig_desktop.ui.widgets.fields import DateField, LongTextField, TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr

NOT_ON_FORM: frozenset[str] = frozenset({"id"})
MEMBERSHIP_NOT_ON_FORM: frozenset[str] = frozenset({"id", "household_id", "person_id"})
CONTACT_NOT_ON_FORM: frozenset[str] = frozenset({"id", "household_id"})


class HouseholdForm(Form):
    """Every field of a Household."""

    table = "households"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("kind", tr("Type husstand"), ChoiceField(answers(HouseholdKind), unknown=None))
            self.bind(
                "name",
                tr("Navn på husstanden"),
                TextField(placeholder=tr("for eksempel familien Tesfay")),
                hint=tr("Kan stå tomt: da brukes hovedpersonens navn."),
            )
        with self.row():
            self.bind("registered_on", tr("Registrert"), DateField(clock, past=True))
            self.bind("case_number", tr("Saksnummer i arkivet"), TextField())
        self.bind(
            "closed_on",
            tr("Saken avsluttet"),
            DateField(clock),
            hint=tr("Fyll ut når husstanden ikke lenger skal følges opp. Ingenting slettes."),
        )
        self.bind("note", tr("Merknad"), LongTextField(), hint=tr("Ikke skriv om helse, tro eller asylsaken."))


class MembershipForm(Form):
    """A person's place in the household; ``can_leave`` adds when and why they left."""

    table = "memberships"

    def __init__(self, clock: Clock, *, can_leave: bool = True) -> None:
        super().__init__()
        with self.row():
            self.bind("role", tr("Rolle i husstanden"), ChoiceField(answers(MemberRole), unknown=None))
            self.bind("join_reason", tr("Hvordan personen kom"), ChoiceField(answers(JoinReason)))
        with self.row():
            self.bind("joined_on", tr("Med fra"), DateField(clock))
            if can_leave:
                self.bind("left_on", tr("Flyttet ut"), DateField(clock))
                self.bind("leave_reason", tr("Hvorfor"), ChoiceField(answers(LeaveReason), unknown=tr("Bor der")))
            else:
                self.place(QWidget())

    def show_problems(self, problems: Mapping[str, Sequence[Sentence]]) -> None:
        """Show the sentences; warnings about the person stand beside the person's own fields already."""
        shown = {name: said for name, said in problems.items() if name != "person_id" or any(h for _, h in said)}
        super().show_problems(shown)


class PersonForm(Form):
    """Every field of a Person; identity numbers stay hidden until they are asked for."""

    table = "people"

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        with self.row():
            self.bind("given_name", tr("Fornavn"), TextField())
            self.bind("family_name", tr("Etternavn"), TextField())
        with self.row():
            self.bind("born_on", tr("Født"), DateField(clock, past=True))
            self.bind("settled_on", tr("Bosatt"), DateField(clock), hint=tr("Datoen i IMDinett"))
        with self.row():
            self.bind("language", tr("Språk"), language_field())
            self.bind("interpreter", tr("Trenger tolk"), YesNoField())
        with self.row():
            self.bind("phone", tr("Telefon"), TextField())
            self.bind("email", tr("E-post"), TextField())
        self._shielding()
        with self.section(tr("Fødselsnummer, D-nummer og DUF-nummer")), self.row():
            self.bind("identity_number", tr("Fødselsnummer eller D-nummer"), HiddenNumberField())
            self.bind("duf_number", tr("DUF-nummer"), HiddenNumberField())
        with self.section(tr("Opphold")):
            with self.row():
                self.bind("permit", tr("Oppholdsgrunnlag"), ChoiceField(answers(PermitKind)))
                self.bind("permit_on", tr("Tillatelsen gitt"), DateField(clock, past=True))
                self.bind("permit_ends_on", tr("Tillatelsen gjelder til"), DateField(clock))
            with self.row():
                self.bind("arrived_on", tr("Kom til Norge"), DateField(clock, past=True))
                self.bind("programme_on", tr("Introduksjonsprogrammet begynte"), DateField(clock))
        with self.section(tr("Lesing, andre språk og postadresse")):
            with self.row():
                self.bind("second_language", tr("Språk nummer to"), language_field())
                self.bind("literacy", tr("Leser på sitt språk"), ChoiceField(answers(Literacy)))
            self.bind("postal_address", tr("Postadresse"), LongTextField(lines=2))
        self.bind("note", tr("Merknad"), LongTextField(lines=3), hint=tr("Ikke skriv om helse, tro eller asylsaken."))

    def typed(self) -> dict[str, str]:
        """Return what is not saved; nothing half-filled is kept about a strictly confidential person (AG-3)."""
        is_code_6 = self.fields["grading"].typed() == Grading.STRICTLY_CONFIDENTIAL.value
        return {} if is_code_6 else super().typed()

    def _shielding(self) -> None:
        with self.section(tr("Adressesperre")):
            self.bind(
                "grading",
                tr("Gradert adresse"),
                GradingField(answers(Grading), unknown=None),
                hint=tr(
                    "Fortrolig (kode 7): hele husstanden blir skjermet. Navnet vises bare inne i husstanden og "
                    "leieforholdet, aldri i lister eller søk, og postadresse kan ikke føres.\n"
                    "Strengt fortrolig (kode 6): hører ikke hjemme i dette programmet. Personen kan ikke være med i "
                    "en husstand, ha et leieforhold eller en adresse her. Følg kommunens egen rutine."
                ),
            )


class ContactForm(Form):
    """Somebody around the household."""

    table = "contacts"

    def __init__(self) -> None:
        super().__init__()
        with self.row():
            self.bind("name", tr("Navn"), TextField(), weight=3)
            self.bind("role", tr("Rolle"), ChoiceField(answers(ContactRole), unknown=None), weight=2)
        with self.row():
            self.bind("phone", tr("Telefon"), TextField())
            self.bind("email", tr("E-post"), TextField())
        self.bind("address", tr("Postadresse"), TextField(), hint=tr("Dit brev til verge eller representant skal."))
        self.bind("note", tr("Merknad"), TextField())


class GradingField(ChoiceField):
    """Graded address; "none" does not count as something filled in."""

    def is_filled(self) -> bool:
        """Say whether an address is graded."""
        return self.typed() not in ("", Grading.NONE.value)


class HiddenNumberField(TextField):
    """A number shown as dots, and not changed by accident, until its button is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QToolButton()
        self.button.setProperty("role", "flat")
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self.toggle)
        line = QHBoxLayout()
        line.setSpacing(4)
        self._column.removeWidget(self.entry)
        line.addWidget(self.entry, 1)
        line.addWidget(self.button)
        self._column.insertLayout(0, line)
        self._set_hidden(False)

    def set_name(self, label: str) -> None:
        """Name the line and its button."""
        super().set_name(label)
        self.button.setAccessibleDescription(label)

    def toggle(self) -> None:
        """Show the number, or hide it again."""
        self._set_hidden(not self.is_hidden())

    def is_hidden(self) -> bool:
        """Say whether dots stand where the number is."""
        return self.entry.echoMode() is not QLineEdit.EchoMode.Normal

    def _write(self, value: Any) -> None:
        super()._write(value)
        self._set_hidden(bool(value))

    def set_typed(self, text: str) -> None:
        """Put a half-typed number back, behind dots."""
        super().set_typed(text)
        self._set_hidden(bool(text))

    def _set_hidden(self, hidden: bool) -> None:
        self.entry.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self.entry.setReadOnly(hidden)
        self.button.setText(tr("Vis nummer") if hidden else tr("Skjul"))
        icons.put(self.button, "eye" if hidden else "eye-off", side=16)
        self.button.setVisible(hidden or bool(self.entry.text()))


def language_field() -> ChoiceField:
    """Return a field for one of the languages the program knows, "" where none is chosen."""
    return ChoiceField([("", tr("Ikke oppgitt")), *language_answers()], unknown=None)


def language_answers() -> Sequence[tuple[str, str]]:
    """Return code and name of every language people may have, by name."""
    return sorted(((found.code, language_words(found.code)) for found in PAPER + OTHERS), key=lambda pair: pair[1])
