"""What can be done about each trouble with the file: always something, never to delete it or to start afresh."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QPushButton

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.fold import Fold
from bolig_desktop.ui.words import language, tr

AGAIN, OTHER, SHEET, PASSPHRASE, RESTORE, ELSEWHERE = "again", "other", "sheet", "passphrase", "restore", "elsewhere"
_KEYS_GONE = (SHEET, RESTORE, OTHER)
_WAYS_ON: dict[TroubleKind, tuple[str, ...]] = {
    TroubleKind.NOT_FOUND: (OTHER, RESTORE),
    TroubleKind.EXISTS: (ELSEWHERE,),
    TroubleKind.EMPTY: (RESTORE, OTHER),
    TroubleKind.WRONG_PASSPHRASE: (),  # the other way in stands beside the field already
    TroubleKind.WRONG_SHEET: (),
    TroubleKind.NO_SLOTS: _KEYS_GONE,
    TroubleKind.SLOTS_DAMAGED: _KEYS_GONE,
    TroubleKind.SLOTS_OF_ANOTHER_FILE: _KEYS_GONE,
    TroubleKind.NOT_A_CASE_FILE: (OTHER, RESTORE),
    TroubleKind.DAMAGED: (RESTORE,),
    TroubleKind.NEWER: (OTHER,),
    TroubleKind.SYNCED_FOLDER: (OTHER,),
    TroubleKind.COPY_DAMAGED: (RESTORE,),
    TroubleKind.NOT_A_COPY: (RESTORE,),
    TroubleKind.NO_KEYRING: (SHEET,),
}
_ELSE = (AGAIN, OTHER)


def ways_on(kind: TroubleKind) -> tuple[str, ...]:
    """Return what may be done about a trouble, the likeliest first."""
    return _WAYS_ON.get(kind, _ELSE)


def trouble_banner(trouble: FileTrouble, does: dict[str, Callable[[], object]]) -> Banner:
    """Return the sentence of a trouble with a button for everything that ``does`` knows how to do about it."""
    words = {
        AGAIN: tr("Prøv igjen"),
        OTHER: tr("Åpne en annen fil"),
        SHEET: tr("Bruk nøkkelarket"),
        PASSPHRASE: tr("Bruk passordet"),
        RESTORE: tr("Hent tilbake fra kopi"),
        ELSEWHERE: tr("Velg et annet sted"),
    }
    acts = [(words[way], does[way]) for way in ways_on(trouble.kind) if way in does]
    from bolig_desktop.text.sentences import trouble_sentence

    soft = trouble.kind in (TroubleKind.WRONG_PASSPHRASE, TroubleKind.WRONG_SHEET, TroubleKind.EXISTS)
    return quiet_banner(trouble_sentence(trouble, language()), acts, tone=Tone.SOON if soft else Tone.DANGER)


def quiet_banner(sentence: str, acts: Sequence[tuple[str, Callable[[], object]]] = (), *, tone: Tone) -> Banner:
    """Return a banner of one sentence; the first sentence of several is its heading."""
    first, stop, rest = sentence.partition(". ")
    return Banner(tone, first + stop.strip(), text=rest, icon="circle-alert", acts=acts)


class Anyway(Fold):
    """The switch for those who know what they do: a box to tick before the button can be pressed."""

    def __init__(self, words: str, act: Callable[[], object]) -> None:
        super().__init__(tr("For deg som vet hva det innebærer"))
        self.tick = QCheckBox(tr("Jeg vet at saksfilen kan bli skadet her"))
        self.press = QPushButton(words)
        self.press.setProperty("role", "danger")
        self.press.setEnabled(False)
        self.tick.toggled.connect(self.press.setEnabled)
        self.press.clicked.connect(lambda: act())
        self.body.addWidget(self.tick)
        self.body.addWidget(self.press)


def rows_button(act: Callable[[], object]) -> QPushButton:
    """Return the button that reads a damaged copy's second form."""
    button = QPushButton(tr("Prøv å lese kopien på en annen måte"))
    button.clicked.connect(lambda: act())
    return button
