"""The menus of the main window, each act with its shortcut beside it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from bolig_desktop.ui.navigation import PageSpec
from bolig_desktop.ui.theme import Scheme, theme
from bolig_desktop.ui.words import tr


@dataclass(kw_only=True)
class Menus:
    """The menus by name (``file``, ``edit``, ``view``, ``help``) and the acts that are switched on and off."""

    menus: dict[str, QMenu] = field(default_factory=dict)
    acts: dict[str, QAction] = field(default_factory=dict)


def build_menus(window: QMainWindow, specs: list[PageSpec], does: dict[str, Callable[[], object]],
                go: Callable[[str], object]) -> Menus:  # fmt: skip
    """Build the menus into ``window``; ``does`` has what each named act does, ``go`` opens a topic."""
    made = Menus()

    def menu(name: str, title: str) -> QMenu:
        made.menus[name] = window.menuBar().addMenu(title)
        return made.menus[name]

    def add(into: QMenu, name: str, words: str, keys: str = "") -> None:
        action = QAction(words, window)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: does[name]())
        into.addAction(action)
        made.acts[name] = action

    file = menu("file", tr("&Fil"))
    add(file, "new", tr("&Ny"), "Ctrl+N")
    file.addSeparator()
    add(file, "lock", tr("&Lås"), "Ctrl+L")
    add(file, "quit", tr("&Avslutt"), "Ctrl+Q")

    edit = menu("edit", tr("&Rediger"))
    add(edit, "undo", tr("&Angre siste endring"), "Ctrl+Z")
    edit.addSeparator()
    add(edit, "search", tr("&Søk i alt"), "Ctrl+K")
    add(edit, "filter", tr("Søk i &listen"), "Ctrl+F")

    view = menu("view", tr("&Vis"))
    add(view, "back", tr("&Tilbake"), "Alt+Left")
    add(view, "forward", tr("&Fram"), "Alt+Right")
    add(view, "next_column", tr("&Neste kolonne"), "F6")
    view.addSeparator()
    for spec in specs:
        action = view.addAction(spec.title)
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        action.triggered.connect(lambda _=False, topic=spec.topic: go(topic))
    view.addSeparator()
    _add_schemes(view)

    add(menu("help", tr("&Hjelp")), "help", tr("&Hjelp for denne siden"), "F1")
    return made


def _add_schemes(view: QMenu) -> None:
    looks = view.addMenu(tr("&Utseende"))
    group = QActionGroup(looks)
    for scheme, words in (
        (Scheme.SYSTEM, tr("&Som maskinen")),
        (Scheme.LIGHT, tr("&Lyst")),
        (Scheme.DARK, tr("&Mørkt")),
    ):
        action = looks.addAction(words)
        action.setCheckable(True)
        action.setChecked(theme().scheme is scheme)
        action.triggered.connect(lambda _=False, scheme=scheme: _choose(scheme))
        group.addAction(action)


def _choose(scheme: Scheme) -> None:
    theme().choose(scheme)
    theme().chosen.emit()
