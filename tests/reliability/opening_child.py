"""The whole program on one file until a sentence or the main window is in sight; run by test_opening.py."""

import json
import sys
from datetime import date

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from bolig_desktop import cli


class Shown(QObject):
    """Notes every window that comes into sight."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        name = type(watched).__name__
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names += [name] if name not in self.names else []
        return False


def main(path: str, sentence: str) -> int:
    app = QApplication([])
    shown, timer = Shown(), QTimer()
    app.installEventFilter(shown)

    def look() -> None:
        words = [w.text() for w in app.allWidgets() if isinstance(w, QLabel) and w.isVisible()]
        if any(sentence in word for word in words) if sentence else "MainWindow" in shown.names:
            timer.stop()
            app.closeAllWindows()

    timer.timeout.connect(look)
    timer.start(5)
    code = cli.main(["window", path, "--today", date(2026, 11, 22).isoformat()])
    sys.stdout.write(json.dumps(shown.names))
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
