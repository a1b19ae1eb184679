"""Tab goes through a window as the eye does: in the order of the layouts, whatever was made first."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget


def tab_stops(root: QWidget) -> list[QWidget]:
    """Return every widget in sight inside ``root``, itself included, that Tab stops at, from top to bottom."""
    return list(_stops(root))


def next_stop(root: QWidget, now: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return where Tab (backwards: Shift+Tab) goes from ``now``, round at the ends; None where it can go nowhere."""
    stops = tab_stops(root)
    if not stops:
        return None
    if now not in stops:
        return stops[_nearest(root, stops, now, forward=forward)]
    return stops[(stops.index(now) + (1 if forward else -1)) % len(stops)]


def _nearest(root: QWidget, stops: list[QWidget], now: QWidget | None, *, forward: bool) -> int:
    """Return the stop after or before a widget that is none itself, such as a link the mouse was on."""
    order = list(_parts(root))
    if now is None or now not in order:
        return 0 if forward else -1
    before = [part for part in order[: order.index(now)] if part in stops]
    return (len(before) if forward else len(before) - 1) % len(stops)


def _stops(root: QWidget) -> Iterator[QWidget]:
    for part in _parts(root):
        is_stop = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus)
        if is_stop and part.isEnabled() and part.focusProxy() is None:
            yield part


def _parts(root: QWidget) -> Iterator[QWidget]:
    if not root.isVisible():
        return
    yield root
    for part in _inside(root):
        yield from _parts(part)


def _inside(root: QWidget) -> Iterator[QWidget]:
    if isinstance(root, QScrollArea):
        inner = root.widget()
        yield from [inner] if inner is not None else []
    elif isinstance(root, QSplitter):
        yield from (part for at in range(root.count()) if (part := root.widget(at)) is not None)
    elif (layout := root.layout()) is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)
