"""One measured process: a bare Qt window, the program's start, or a tour of its pages; answers with JSON."""

import gc
import json
import os
import resource
import sys
import time
from datetime import date
from pathlib import Path

BORN = float(os.environ.get("BENCH_BORN") or time.time())
TODAY = date(2026, 11, 22)


def main(job: str, *arguments: str) -> dict[str, object]:
    return {"bare": bare, "start": start, "tour": tour}[job](*arguments)


def bare() -> dict[str, object]:
    """An ordinary PySide6 window with an empty table, painted."""
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    app = QApplication([])
    window = QMainWindow()
    table = QTableView()
    table.setModel(QStandardItemModel(0, 5))
    window.setCentralWidget(table)
    window.resize(1280, 720)
    _painted(app, window)
    return {"total": _since_born(), "rss": _rss()}


def start(file: str) -> dict[str, object]:
    """What the user waits for: the first window, and from her passphrase to a painted list of dwellings.

    Told apart: the time in which she types (the rest of the program is read then), and opening the file (key
    derivation and the integrity checks).
    """
    from bolig_desktop import clock

    gc.disable()  # as app.run does
    from bolig_desktop.ui.program import NEEDED_NEXT, Program

    program = Program(clock.fixed(TODAY))
    program.begin(Path(file))
    program.unlock.repaint()
    first = _since_born()
    app = program._app
    began = time.perf_counter()
    while NEEDED_NEXT[-1] not in sys.modules:
        app.processEvents()
    read = (time.perf_counter() - began) * 1000

    from bolig_desktop.security import opening

    took: list[float] = []
    real = opening.open_case

    def timed(*arguments: object, **names: object) -> object:
        since = time.perf_counter()
        try:
            return real(*arguments, **names)
        finally:
            took.append((time.perf_counter() - since) * 1000)

    opening.open_case = timed
    began = time.perf_counter()
    program.unlock.opening.open(passphrase="demo")
    while program.workspace is None or not program.workspace.window.isVisible():
        app.processEvents()
    program.workspace.window.repaint()
    app.processEvents()
    second = (time.perf_counter() - began) * 1000
    rss = _rss()
    program.workspace.window.close()
    return {"first": first, "read": read, "second": second - took[0], "unlock": took[0], "rss": rss}


def tour(file: str) -> dict[str, object]:
    """Every list opened, every keystroke of some searches and filters, and twenty leases set."""
    from PySide6.QtWidgets import QApplication

    from bolig_desktop import clock
    from bolig_desktop.casefile.opened import case_of
    from bolig_desktop.documents import kinds
    from bolig_desktop.security.opening import open_case
    from bolig_desktop.ui.navigation import Place
    from bolig_desktop.ui.workspace import Workspace

    open_file = open_case(Path(file), passphrase="demo")
    case = case_of(open_file, clock.fixed(TODAY))
    app = QApplication([])
    workspace = Workspace(case, {})
    window = workspace.window
    window.resize(1280, 720)
    window.show()
    lists = {}
    for topic in ("dwellings", "households", "tenancies", "landlords", "papers"):
        window.page(topic)  # imports and widgets once; the list itself is what is opened again and again
        lists[topic] = min(_timed(lambda topic=topic: _open_list(app, window, Place(topic=topic))) for _ in range(5))
    case.search.find("varmer opp")
    searches = [_timed(lambda t=t: case.search.find(t)) for word in WORDS for t in _begun(word)]
    panel = window.page("tenancies").list_panel
    window.go(Place(topic="tenancies"))
    filters = [
        _timed(lambda t=t: (panel.filter.setText(t), app.processEvents())) for word in WORDS for t in _begun(word)
    ]
    leases = [t.id for t in case.tenancies.list("kind in ('municipal', 'room', 'sublet')")[:24]]
    lease = kinds.find("lease")
    kinds.produce(case, lease, leases[0], "nb")
    papers = [_timed(lambda i=i: kinds.produce(case, lease, i, "nb")) for i in leases[1:]]
    rss = _rss()
    open_file.close()
    return {
        "lists": lists,
        "search": _percentile(searches, 95),
        "filter": _percentile(filters, 95),
        "paper": _percentile(papers, 50),
        "rss": rss,
    }


WORDS = ("mohammed", "tesfay", "storgata 14", "hassan ali", "zzqvx", "øvre strand", "skjermet husstand 3", "Muhamad")


def _begun(word: str) -> list[str]:
    return [word[:length] for length in range(1, len(word) + 1)]


def _open_list(app: object, window: object, place: object) -> None:
    page = window.page(place.topic)
    page.list_panel.set_rows(page.lines())
    window.go(place)
    window.repaint()
    app.processEvents()


def _filter(app: object, panel: object, typed: str) -> None:
    panel.filter.setText(typed)
    app.processEvents()


def _painted(app: object, window: object) -> None:
    window.show()
    window.repaint()
    app.processEvents()


def _timed(work: object) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _percentile(values: list[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def _since_born() -> float:
    return (time.time() - BORN) * 1000


def _rss() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
