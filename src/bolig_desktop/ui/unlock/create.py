"""Make a case file: whose it is, where it lies, and the passphrase."""

import unicodedata
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from bolig_desktop import paths
from bolig_desktop.security.synced import synced_by
from bolig_desktop.settings.records import Municipality, WrittenForm
from bolig_desktop.ui.labels import answers
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.unlock.asking import CASE_SUFFIX, Asking
from bolig_desktop.ui.unlock.new_passphrase import NewPassphrase
from bolig_desktop.ui.unlock.steps import Step, plain
from bolig_desktop.ui.unlock.troubles import Anyway
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.fields import TextField
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.words import tr


class MunicipalityStart(Form):
    """The three things about the municipality that are asked before there is a file; the rest comes later."""

    def __init__(self) -> None:
        super().__init__()
        self.bind("name", tr("Kommunens navn"), TextField(placeholder=tr("Nordvik kommune")))
        with self.row():
            self.bind("unit", tr("Enhet"), TextField(placeholder=tr("Flyktningtjenesten")), weight=3)
            self.bind("written_form", tr("Målform"), ChoiceField(answers(WrittenForm), unknown=None), weight=2)
        self.show_record(Municipality(name=""))


class CreateStep(Step):
    """Signals: ``given()`` when all is filled in (see ``municipality``, ``path``, ``passphrase``), ``left()``."""

    given = Signal()
    left = Signal()

    def __init__(self, asking: Asking) -> None:
        super().__init__(
            tr("Ny saksfil"),
            tr("Alt du fører i Bolig, ligger i én fil på denne maskinen. Den er kryptert, og bare passordet eller "
               "nøkkelarket åpner den."),
        )  # fmt: skip
        self._asking = asking
        self._chosen: Path | None = None
        self._service: str | None = None
        self.allow_synced = False
        self.form = MunicipalityStart()
        self.form.edited.connect(self._show_path)
        self.form.edited.connect(self._named)
        name = self.form.fields["name"].editor()
        self.first = name
        self.body.addWidget(self.form)
        self._place = plain("", "small")
        change = QPushButton(tr("Velg et annet sted"))
        change.setProperty("role", "link")
        change.clicked.connect(self.choose_place)
        row = QHBoxLayout()
        row.addWidget(self._place, 1)
        row.addWidget(change)
        self.body.addLayout(row)
        self.pair = NewPassphrase(lambda: self.municipality().name.split())
        self.pair.again.entry.returnPressed.connect(self._give)
        self.body.addWidget(self.pair)
        words = tr("Ingen andre kan hente fram passordet. Derfor skriver du ut et nøkkelark i neste steg.")
        self.body.addWidget(plain(words, "small"))
        self.add_act(tr("Lag saksfilen"), self._give, main=True)
        self.add_act(tr("Tilbake"), self.left.emit)
        self._show_path()

    def municipality(self) -> Municipality:
        """Return what was said about the municipality."""
        return Municipality(**{"name": "", **self.form.values()})

    def path(self) -> Path:
        """Return where the file will lie: the place chosen, or one named after the municipality."""
        return self._chosen or _free(paths.case_folder() / (file_name(self.municipality().name) + CASE_SUFFIX))

    def passphrase(self) -> str:
        """Return the passphrase chosen."""
        return self.pair.passphrase()

    def choose_place(self) -> None:
        """Ask for another place for the file."""
        chosen = self._asking.new_case_file(self, self.path())
        if chosen is not None:
            self._chosen = chosen
            self.say(None)
            self._service = None
            self._show_path()

    def _show_path(self) -> None:
        path = self.path()
        self._place.setText(tr("Filen blir liggende her: {path}", path=str(path)))
        service = None if self.allow_synced else synced_by(path)
        if service != self._service:
            self._service = service
            if service:
                self.say(self._synced_banner(), Anyway(tr("Bruk denne mappen likevel"), self._allow))
            else:
                self.say(None)

    def _synced_banner(self) -> Banner:
        return Banner(
            Tone.SOON,
            tr("Denne mappen deles med en skytjeneste eller et nettverk"),
            text=tr("Der kan saksfilen bli skadet. Velg en mappe på selve maskinen. Kopiene kan ligge i skyen."),
            acts=[(tr("Velg et annet sted"), self.choose_place)],
        )

    def _allow(self) -> None:
        self.allow_synced = True
        self._show_path()

    def _named(self) -> None:
        """Take away what was said about the name once there is one."""
        if self.municipality().name:
            self.form.show_problems({})

    def _give(self) -> None:
        name = self.municipality().name
        self.form.show_problems(
            {} if name else {"name": [(tr("Skriv hva kommunen heter. Navnet står øverst på alle papirer."), True)]}
        )
        pair = self.pair.check()
        if not name:
            self.form.focus("name")
        elif not pair:
            (self.pair.once if not self.pair.passphrase().strip() else self.pair.again).entry.setFocus()
        elif self.allow_synced or not synced_by(self.path()):
            self.given.emit()


def file_name(municipality: str) -> str:
    """Return a file name for the municipality's case file: its letters and digits, in lower case."""
    words = unicodedata.normalize("NFC", municipality).casefold()
    plain_words = "".join(letter if letter.isalnum() else " " for letter in words).split()
    return "-".join(plain_words)[:60] or "saksfil"


def _free(path: Path) -> Path:
    found, number = path, 2
    while found.exists():
        found, number = path.with_name(f"{path.stem}-{number}{path.suffix}"), number + 1
    return found
