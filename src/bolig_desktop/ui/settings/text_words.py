"""How the texts of the papers look in their list, and what is said of one: its state, who checked it, its place."""

from collections.abc import Callable
from typing import NamedTuple

from bolig_desktop.casefile.text_units import UnitLine
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.languages import PAPER
from bolig_desktop.text.languages import language as language_of
from bolig_desktop.translations.records import TextState
from bolig_desktop.ui.labels import label, language_words
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.record_table import Column
from bolig_desktop.ui.words import tr

TONES = {
    TextState.SOURCE: Tone.MUTED,
    TextState.DRAFT: Tone.ACCENT,
    TextState.CHECKED: Tone.GOOD,
    TextState.OUTDATED: Tone.SOON,
    TextState.MISSING: Tone.DANGER,
}


_FROM_RIGHT, _END = "\u2067", "\u2069"
"""Around words that run from right to left, so that their full stop stands at their end."""


class Row(NamedTuple):
    """One line of the list; id is its place among all texts."""

    id: int
    line: UnitLine


def group_words() -> dict[str, str]:
    """Return what the files of texts are called, in their order."""
    return {
        "common": tr("Felles"),
        "binder": tr("Velkomstperm"),
        "house_rules": tr("Husregler"),
        "companions": tr("Forklaringer"),
    }


def language_answers() -> list[tuple[str, str]]:
    """Return every language with its Norwegian and its own name."""
    return [(language.code, language_title(language.code)) for language in PAPER]


def language_title(code: str) -> str:
    """Return ``arabisk · العربية``."""
    known, words = language_of(code), language_words(code)
    own = known.own_name if known else ""
    return words if not own or own == words else f"{words} · {own}"


def is_rtl(code: str) -> bool:
    """Return whether a language is written from right to left."""
    known = language_of(code)
    return bool(known and known.rtl)


def in_one_line(text: str) -> str:
    """Return a text on one line, as plain words."""
    return " · ".join(" ".join(line.split()) for line in text.replace("**", "").splitlines())


def columns() -> list[Column]:
    """Return the columns: the Norwegian first, for that is what she reads."""
    return [
        Column(key="norwegian", title=tr("Norsk"), text=lambda row: in_one_line(row.line.norwegian), width=0),
        Column(key="text", title=tr("Oversettelse"), text=_translation, width=230, rank=2),
        Column(
            key="own", title=tr("Egen"), text=lambda row: tr("egen") if row.line.said.own else "", width=64, rank=3
        ),
        Column(
            key="state",
            title=tr("Status"),
            text=lambda row: label(row.line.said.state),
            sort=lambda row: list(TextState).index(row.line.said.state),
            pill=_pill,
            width=112,
            rank=1,
        ),
    ]


def chips() -> list[Chip]:
    """Return the quick filters, one for each state a translation can be in."""
    states = (
        (TextState.DRAFT, tr("Utkast")),
        (TextState.CHECKED, tr("Kontrollert")),
        (TextState.OUTDATED, tr("Utdatert")),
        (TextState.MISSING, tr("Mangler")),
    )
    return [
        Chip(key="all", label=tr("Alle")),
        *(Chip(key=state.value, label=words, test=_in_state(state)) for state, words in states),
        Chip(key="own", label=tr("Egne"), test=lambda row: row.line.said.own),
    ]


def _in_state(state: TextState) -> Callable[[Row], bool]:
    return lambda row: row.line.said.state is state


def _translation(row: Row) -> str:
    said = row.line.said
    if said.state is TextState.SOURCE:
        return ""
    words = in_one_line(said.text)
    return f"{_FROM_RIGHT}{words}{_END}" if words and is_rtl(said.language) else words


def _pill(row: Row) -> Pill:
    state = row.line.said.state
    return label(state), TONES[state]


def state_words(line: UnitLine, followers: int) -> tuple[Tone, str, str]:
    """Return tone, sentence and what it means for one text. followers: translations made of this Norwegian."""
    said = line.said
    if said.check is not None:
        facts = {"interpreter": said.check.interpreter, "day": show_date(said.check.checked_on)}
        return Tone.GOOD, tr("Kontrollert av {interpreter} {day}", **facts), ""
    match said.state:
        case TextState.SOURCE:
            text = tr(
                "Alle oversettelser er laget av denne teksten. Endrer du hva den sier, blir {count} oversettelser "
                "merket «Utdatert» til noen har sett på dem.",
                count=followers,
            )
            return Tone.ACCENT, tr("Dette er den norske teksten"), text
        case TextState.DRAFT:
            text = tr("På papirene står det at den er et utkast, og at det er den norske teksten som gjelder.")
            return Tone.ACCENT, tr("Utkast: ingen tolk har kontrollert oversettelsen"), text
        case TextState.OUTDATED:
            text = tr("Les dem mot hverandre. Sier oversettelsen det samme, trykker du «Stemmer fortsatt».")
            return Tone.SOON, tr("Den norske teksten er endret etter at denne ble oversatt"), text
    text = tr("På papirene står den norske teksten alene, og at leseren kan be om tolk.")
    return Tone.SOON, tr("Denne teksten er ikke oversatt ennå"), text
