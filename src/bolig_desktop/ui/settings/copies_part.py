"""The copies of the open file: where they lie, whether they are whole, and what can be done with them."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security.copyfile import Manifest
from bolig_desktop.text.money import show_decimal
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.background import ProgressLine
from bolig_desktop.ui.settings.applying import keep
from bolig_desktop.ui.settings.copies import Copies, CopyLine, on_the_same_disk
from bolig_desktop.ui.settings.keys_part import act_button, in_a_row
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.unlock.asking import Asking
from bolig_desktop.ui.unlock.steps import plain
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.messages import confirm
from bolig_desktop.ui.words import language, tr

_SHOWN = 14


class CopiesPart(QWidget):
    """Signal ``restore_wanted()`` when she wants a copy back in place of the file."""

    restore_wanted = Signal()

    def __init__(self, copies: Copies, asking: Asking) -> None:
        super().__init__()
        self._copies, self._asking = copies, asking
        self._result: Banner | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            plain(tr("Bolig lager en kopi når du lukker eller låser saksfilen og hver fjerde time. Hver kopi blir "
                     "åpnet igjen og sammenlignet med saksfilen før den teller."), "muted")
        )  # fmt: skip
        self._banners = QVBoxLayout()
        column.addLayout(self._banners)
        self.make = act_button(tr("Lag kopi nå"), self._make, main=True, icon="save")
        self.try_out = act_button(tr("Prøv å hente tilbake"), self._try, icon="refresh-cw")
        self.restore = act_button(tr("Hent tilbake fra kopi"), self._restore, icon="history")
        column.addLayout(in_a_row(self.make, self.try_out, self.restore))
        self._progress = QVBoxLayout()
        column.addLayout(self._progress)
        self._places = QVBoxLayout()
        self._places.setSpacing(14)
        column.addLayout(self._places)
        copies.changed.connect(self.show_copies)
        self.show_copies()

    def show_copies(self) -> None:
        """Read both places again and show what lies there."""
        _empty(self._places)
        _empty(self._banners)
        for banner in self._what_is_wrong():
            self._banners.addWidget(banner)
        if self._result is not None:
            self._banners.addWidget(self._result)
        for number, (place, lines) in enumerate(self._copies.lines()):
            self._places.addWidget(self._place(place, lines, second=number == 1))
        if not self._copies.machine.second_folder:
            choose = act_button(tr("Velg sted nummer to"), self._choose_second, icon="folder-open")
            row = in_a_row(choose)
            row.setContentsMargins(0, 0, 0, 0)
            holder = QWidget()
            holder.setLayout(row)
            self._places.addWidget(holder)
        self.try_out.setEnabled(self._copies.newest() is not None)

    def _what_is_wrong(self) -> list[Banner]:
        found = []
        if words := self._copies.notice():
            found.append(Banner(Tone.DANGER, words, icon="triangle-alert"))
        if TroubleKind.SHRUNK in self._copies.open_file.notices:
            said = trouble_sentence(FileTrouble(TroubleKind.SHRUNK), language())
            acts = [(tr("Dette stemmer, jeg har ryddet"), self._copies.accept_fewer_rows)]
            found.append(Banner(Tone.SOON, said, acts=acts))
        return found

    def _place(self, place: Path, lines: list[CopyLine], *, second: bool) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(plain(tr("Sted nummer to") if second else tr("På denne maskinen"), "heading"))
        column.addWidget(plain(str(place), "small"))
        if second and not place.is_dir():
            column.addWidget(plain(tr("Mappen er ikke der nå. Sitter minnepinnen i?"), "muted"))
        elif second and on_the_same_disk(place, self._copies.open_file.path):
            warning = plain(tr("Mappen ligger på samme disk som saksfilen. Blir maskinen borte, er begge borte."))
            warning.setProperty("tone", "soon")
            column.addWidget(warning)
        if not lines and (not second or place.is_dir()):
            column.addWidget(plain(tr("Ingen kopier ennå."), "muted"))
        elif lines:
            column.addLayout(self._grid(lines))
        if second:
            change = act_button(tr("Velg et annet sted"), self._choose_second)
            drop = act_button(tr("Ikke bruk dette stedet"), self._drop_second)
            for button in (change, drop):
                button.setProperty("role", "link")
            column.addLayout(in_a_row(change, drop))
        return box

    def _grid(self, lines: list[CopyLine]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(3, 1)
        for row, line in enumerate(lines[:_SHOWN]):
            for at, (words, tone) in enumerate(self._cells(line)):
                label = QLabel(words)
                label.setProperty("tone", tone)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(label, row, at)
        return grid

    def _cells(self, line: CopyLine) -> list[tuple[str, str]]:
        if line.manifest is None or line.checked_at is None:
            return [(line.path.name, ""), ("", ""), (tr("kan ikke leses"), "danger")]
        when = self._copies.when(datetime.fromisoformat(line.manifest.made_at))
        if line.damaged:
            checked = (tr("skadet"), "danger")
        else:
            checked = (tr("kontrollert {when}", when=self._copies.when(line.checked_at)), "good")
        return [(tr("Kopi {number}", number=line.manifest.sequence), ""), (when, "muted"), checked]

    def _make(self) -> None:
        self._result = None
        job = self._copies.make_beside("asked", self._was_made)
        if job.is_running:  # it may have failed before it began
            self.make.setEnabled(False)
            job.stopped.connect(self._stopped)
            job.ended.connect(self._ended)
            self._progress.addWidget(ProgressLine(job, tr("Lager en kopi, åpner den og sammenligner den …")))

    def _stopped(self) -> None:
        self._say(Banner(Tone.SOON, tr("Stoppet. Ingen ny kopi er laget.")))

    def _ended(self) -> None:
        self.make.setEnabled(True)
        _empty(self._progress)

    def _was_made(self, made: bool) -> None:
        if made:
            self._say(Banner(Tone.GOOD, tr("Kopien er laget og kontrollert.")))
        else:
            self._say(Banner(Tone.DANGER, tr("Kopien ble ikke laget. Se linjen nederst i vinduet.")))

    def _try(self) -> None:
        copy = self._copies.newest()
        if copy is None:
            return
        self.try_out.setEnabled(False)
        self._say(Banner(Tone.ACCENT, tr("Prøver å hente tilbake den nyeste kopien …")))
        self._copies.try_restoring(copy, self._tried, self._could_not)

    def _tried(self, manifest: Manifest) -> None:
        rows = sum(manifest.counts.values())
        said = tr("Kopi {number} kan hentes tilbake. Alle {rows} rader er lest og er like saksfilen slik den var da "
                  "kopien ble laget.", number=manifest.sequence, rows=show_decimal(rows))  # fmt: skip
        self._say(Banner(Tone.GOOD, tr("Prøven gikk bra"), text=said))

    def _could_not(self, trouble: FileTrouble) -> None:
        acts = [(tr("Lag kopi nå"), self._make)]
        self._say(Banner(Tone.DANGER, tr("Prøven gikk ikke"), text=trouble_sentence(trouble, language()), acts=acts))

    def _say(self, banner: Banner) -> None:
        self._result = banner
        self.show_copies()

    def _restore(self) -> None:
        confirm(
            self,
            tr("Vil du hente tilbake en kopi?"),
            self.restore_wanted.emit,
            act=tr("Lukk og velg kopi"),
            detail=tr("Saksfilen lukkes først. Den blir tatt vare på ved siden av under et nytt navn, så ingenting "
                      "går tapt."),
        )  # fmt: skip

    def _choose_second(self) -> None:
        folder = self._asking.folder(self, Path.home())
        if folder is not None:
            self._use_second(str(folder))

    def _drop_second(self) -> None:
        self._use_second("")

    def _use_second(self, folder: str) -> None:
        self._copies.machine.second_folder = folder
        keep(self._copies.machine)
        self._result = None
        self.show_copies()


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
