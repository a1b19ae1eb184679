"""Ask for a second place for the copies: a memory stick or a folder that is not on this machine."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from bolig_desktop.security.copyfile import default_folder
from bolig_desktop.ui.settings.copies import on_the_same_disk
from bolig_desktop.ui.unlock.asking import Asking
from bolig_desktop.ui.unlock.passphrases import labelled
from bolig_desktop.ui.unlock.steps import Step, plain
from bolig_desktop.ui.widgets.fields import TextField
from bolig_desktop.ui.words import tr


class SecondPlaceStep(Step):
    """Signals: ``given(folder)``, ``later()``."""

    given = Signal(object)
    later = Signal()

    def __init__(self, asking: Asking, path: Path) -> None:
        """``path`` is the case file's."""
        super().__init__(
            tr("Hvor skal kopi nummer to ligge?"),
            tr("Bolig lager kopier av seg selv. De er kryptert som saksfilen. Blir maskinen borte eller ødelagt, "
               "trenger du en kopi et annet sted: en minnepinne, et fellesområde eller en skymappe."),
        )  # fmt: skip
        self._asking, self._path = asking, path
        self._warned_of: Path | None = None
        self.folder = TextField(longest=2000)
        self.first = self.folder.editor()
        self.folder.edited.connect(lambda: self.folder.show_problems(()))
        choose = QPushButton(tr("Velg mappe"))
        choose.clicked.connect(self._choose)
        self.body.addWidget(labelled(tr("Mappe for kopi nummer to"), self.folder))
        row = QHBoxLayout()
        row.addWidget(choose)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(
            plain(tr("De første kopiene ligger her: {path}", path=str(default_folder(path))), "small")
        )
        self.add_act(tr("Bruk denne mappen"), self._give, main=True)
        self.add_act(tr("Senere"), self.later.emit)

    def _choose(self) -> None:
        folder = self._asking.folder(self, Path.home())
        if folder is not None:
            self.folder.entry.setText(str(folder))
            self.folder.show_problems(())

    def _give(self) -> None:
        typed = self.folder.entry.text().strip()
        if not typed or not Path(typed).is_dir():
            self.folder.show_problems([(tr("Finner ikke mappen. Sitter minnepinnen i?"), True)])
            return
        folder = Path(typed)
        if on_the_same_disk(folder, self._path) and folder != self._warned_of:
            self._warned_of = folder
            words = tr("Mappen ligger på samme disk som saksfilen. Blir maskinen borte, er begge borte. Trykk en "
                       "gang til hvis du vil bruke den likevel.")  # fmt: skip
            self.folder.show_problems([(words, False)])
            return
        self.given.emit(folder)
