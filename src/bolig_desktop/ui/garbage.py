"""Python's garbage, collected on the window's thread and nowhere else.

Python looks for reference cycles in whichever thread asks for memory next, and a cycle may hold a window, a model or
a timer. Qt's things may only be destroyed on their own thread: a timer that was destroyed on another still goes off,
and takes the program with it. So Python's own collecting is off while there are windows, and done here instead.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_BETWEEN_LOOKS_MS = 500


class Collector(QObject):
    """Collects between the user's doings, where Python itself would have; made once, on the window's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._watch = QTimer(self)
        self._watch.setInterval(_BETWEEN_LOOKS_MS)
        self._watch.timeout.connect(collect_what_is_due)

    def start(self) -> None:
        """Begin. What has been read and made until now stays: looking through it again and again costs every list."""
        gc.freeze()
        self._watch.start()


def collect_what_is_due() -> None:
    """Collect the oldest generation that has passed its limit, and with it the younger ones."""
    ages = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, limit) in enumerate(ages) if count > limit]
    if due:
        gc.collect(due[-1])
