"""How the window looks: the colours of light and dark, the font, and the one style sheet made from them."""

import enum
from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QTextLayout
from PySide6.QtWidgets import QApplication, QWidget

from bolig_desktop.paths import resources

STYLE, STYLE_IS_SET = "Fusion", "boligStyle"
_CARRIED = {"ع": "NotoNaskhArabic-*.ttf", "ሀ": "NotoSansEthiopic-*.ttf"}
"""A letter of each script not every machine has, and the fonts we carry for it."""
SMALLEST_PT, LARGEST_PT = 10.5, 11.0


class Scheme(enum.StrEnum):
    """What the user has chosen: as the machine has it, or one of the two always."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tone(enum.StrEnum):
    """What a colour says; it never says it alone, an icon or a word always stands beside it."""

    PLAIN = "plain"
    MUTED = "muted"
    ACCENT = "accent"
    GOOD = "good"
    SOON = "soon"
    DANGER = "danger"


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """One set of colours, each a ``#rrggbb``; ``*_soft`` is the quiet ground its namesake is written on."""

    dark: bool
    ground: str
    side: str
    raised: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    hover: str
    good: str
    good_soft: str
    soon: str
    soon_soft: str
    danger: str
    danger_soft: str
    muted_soft: str
    toast: str
    on_toast: str
    scroll: str

    def ink(self, tone: Tone | str) -> str:
        """Return the colour words and icons of ``tone`` are drawn in."""
        return self.text if tone == Tone.PLAIN else str(getattr(self, str(tone)))

    def soft(self, tone: Tone | str) -> str:
        """Return the ground behind a pill or a banner of ``tone``."""
        return self.muted_soft if tone == Tone.PLAIN else str(getattr(self, f"{tone}_soft"))


LIGHT = Tokens(
    dark=False, ground="#ffffff", side="#f3f6f6", raised="#ffffff", text="#16282a", muted="#566668",
    line="#dde4e4", edge="#84969a", accent="#0b6b68", accent_hover="#085654", on_accent="#ffffff",
    accent_soft="#e3f1f0", hover="#eaf0f0", good="#226b32", good_soft="#e4f3e6", soon="#8a5000",
    soon_soft="#fff3dc", danger="#b3201c", danger_soft="#fce8e6", muted_soft="#eef2f2",
    toast="#1d2f31", on_toast="#ffffff", scroll="#c3cdce",
)  # fmt: skip

DARK = Tokens(
    dark=True, ground="#141a1a", side="#0f1414", raised="#1c2424", text="#edf2f2", muted="#a2b0b0",
    line="#2b3535", edge="#6b7b7c", accent="#5cc7c0", accent_hover="#7ed6d0", on_accent="#06201f",
    accent_soft="#17312f", hover="#1d2727", good="#7fd08f", good_soft="#16301c", soon="#f0b354",
    soon_soft="#352711", danger="#ff8f85", danger_soft="#3a1917", muted_soft="#263030",
    toast="#e6eeee", on_toast="#10201f", scroll="#3c4848",
)  # fmt: skip


class Theme(QObject):
    """The colours in use now; belongs to the application and repaints everything when they change.

    Signals: ``changed()`` when other colours are in use; ``chosen()`` when the user chose a scheme in the
    menu, to be remembered.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self.tokens = LIGHT
        if app.property(STYLE_IS_SET) is None:
            app.setStyle(STYLE)
        app.setFont(screen_font())
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.setProperty("boligTheme", self)
        self._use(self._wanted())

    @property
    def scheme(self) -> Scheme:
        """Return what the user has chosen."""
        return self._scheme

    def choose(self, scheme: Scheme) -> None:
        """Use ``scheme`` from now on; also asks the system for a title bar to match."""
        self._scheme = scheme
        hints = self._app.styleHints()
        if scheme is Scheme.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if scheme is Scheme.DARK else Qt.ColorScheme.Light)
        self._follow()

    def _wanted(self) -> Tokens:
        if self._scheme is Scheme.SYSTEM:
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def _follow(self) -> None:
        if self._wanted() is not self.tokens:
            self._use(self._wanted())

    def _use(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._app.setPalette(palette(tokens))
        self._app.setStyleSheet(style_sheet(tokens))
        self.changed.emit()


def theme() -> Theme:
    """Return the application's theme, made the first time it is asked for."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("there is no application yet")
    found = app.property("boligTheme")
    return found if isinstance(found, Theme) else Theme(app)


def tokens() -> Tokens:
    """Return the colours in use now."""
    return theme().tokens


def screen_font() -> QFont:
    """Return the system's own font at 10.5-11 pt, or the one we carry where the machine has none."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if not QFontDatabase.families():
        for file in sorted((resources() / "fonts").rglob("NotoSans-*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        font = QFont("Noto Sans")
    font.setPointSizeF(min(max(font.pointSizeF(), SMALLEST_PT), LARGEST_PT))
    return font


def read_scripts() -> None:
    """Let the languages of the papers be read on the screen, also where the machine has no font for their letters."""
    for letter, files in _CARRIED.items():
        if not _can_show(letter):
            for file in sorted((resources() / "fonts").rglob(files)):
                QFontDatabase.addApplicationFont(str(file))


def _can_show(letter: str) -> bool:
    layout = QTextLayout(letter)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes())


def palette(t: Tokens) -> QPalette:
    """Return Qt's own palette in the colours of ``t``, for what the style sheet does not reach."""
    made = QPalette()
    role = QPalette.ColorRole
    for names, colour in (
        ((role.Window, role.Base), t.ground),
        ((role.AlternateBase, role.Button), t.side),
        ((role.ToolTipBase,), t.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.HighlightedText), t.text),
        ((role.PlaceholderText,), t.muted),
        ((role.Highlight,), t.accent_soft),
        ((role.Link, role.LinkVisited), t.accent),
        ((role.Accent,), t.accent),
        ((role.Mid, role.Dark), t.edge),
        ((role.Light, role.Midlight), t.line),
    ):
        for name in names:
            made.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(t.muted))
    return made


def style_sheet(t: Tokens) -> str:
    """Return the one style sheet, ``resources/theme.qss`` with the colours of ``t`` filled in."""
    sheet = Template((resources() / "theme.qss").read_text(encoding="utf-8"))
    colours = {name: str(value) for name, value in asdict(t).items()}
    icons = (resources() / "icons" / "sheet").as_posix()
    return sheet.substitute(colours, icons=icons, scheme="dark" if t.dark else "light")


def say(widget: QWidget, **properties: object) -> None:
    """Set style properties (``role``, ``tone`` …) and have the style sheet looked at again where one is new."""
    new = {name: value for name, value in properties.items() if widget.property(name) != value}
    if not new:
        return
    for name, value in new.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
