"""Words on screen: bokmål in the code, nynorsk and English in resources/screen/<lang>/*.toml."""

import functools
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from bolig_desktop.paths import resources

SCREEN_LANGUAGES = ("nb", "nn", "en")
_SOURCE, _OURS = "nb", "bolig"


def tr(text: str, **facts: object) -> str:
    """Return ``text`` (bokmål, the key) in the screen's language with ``{facts}`` filled in.

    Without facts nothing is filled in, so braces may stand in plain text.
    """
    words = QCoreApplication.translate(_OURS, text)
    return words.format(**facts) if facts else words


def language() -> str:
    """Return the language the screen is in now: nb, nn or en."""
    return spoken() or _SOURCE


def spoken() -> str:
    """Return the language last asked for with ``speak``, "" before that."""
    app = QCoreApplication.instance()
    chosen = app.property("boligLanguage") if app is not None else None
    return chosen if isinstance(chosen, str) else ""


def dictionary(lang: str) -> dict[str, str]:
    """Return every translated text of ``lang``, bokmål to that language; empty for bokmål itself."""
    found: dict[str, str] = {}
    for file in sorted((resources() / "screen" / lang).glob("*.toml")):
        found.update(_read(file))
    return found


def in_norwegian(text: str, written_form: str) -> str:
    """Return ``text`` (bokmål) in nb or nn whatever the screen speaks: for words that end on Norwegian papers."""
    return dictionary(written_form).get(text, text)


def qt_words(lang: str) -> dict[str, str]:
    """Return Qt's own English words (menus of text fields, buttons, names of keys) in ``lang``; none for English."""
    file = resources() / "screen" / "qt" / f"{lang}.toml"
    return _read(file) if file.is_file() else {}


@functools.cache
def _read(file: Path) -> dict[str, str]:
    import tomllib  # not for the first window where it is in bokmål

    return _flat(tomllib.loads(file.read_text(encoding="utf-8")))


def _flat(read: dict[str, Any]) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in read.items():
        if isinstance(value, dict):
            flat.update(_flat(value))
        else:
            flat[key] = str(value)
    return flat


class Words(QTranslator):
    """Qt's translator over our own dictionaries; what has no translation stays bokmål."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = dictionary(lang)
        self._lang = lang
        self._qt: dict[str, str] | None = None  # read when Qt first asks: the first window has none of its words

    def isEmpty(self) -> bool:
        """Say that there is always something to look up, so Qt keeps the translator."""
        return False

    def translate(
        self, context: bytes | str, sourceText: bytes | str, disambiguation: bytes | str | None = None, n: int = -1
    ) -> str:
        """Return the words for ``sourceText``, or itself: Qt would show an empty answer as it is."""
        text = sourceText.decode() if isinstance(sourceText, bytes) else sourceText
        ours = context in (_OURS, _OURS.encode())
        if ours:
            return self._words.get(text, text)
        if self._qt is None:
            self._qt = qt_words(self._lang)
        return self._qt.get(text, text)


def speak(lang: str) -> None:
    """Let the screen be in ``lang`` from now on; windows made before keep the words they have.

    Bokmål too has to be spoken: until then Qt's own words are English.

    Raises ValueError for a language the screen does not have.
    """
    if lang not in SCREEN_LANGUAGES:
        raise ValueError(lang)
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("there is no application yet")
    earlier = app.property("boligWords")
    if isinstance(earlier, Words):
        app.removeTranslator(earlier)
    words = Words(lang, app)
    app.setProperty("boligWords", words)
    app.setProperty("boligLanguage", lang)
    app.installTranslator(words)
