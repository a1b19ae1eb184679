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
    jobs = (bare, start, key, typed, tour, due, year, letters, binder, plain_binder, photo, sheet)
    return {each.__name__: each for each in jobs}[job](*arguments)


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


def start(file: str, seed: str = "") -> dict[str, object]:
    """The program started on a file whose passphrase is known, as ``BOLIG_PASSPHRASE`` does, to a painted list.

    seed: leaves out deriving the key and the integrity checks, which are told by ``key``.
    """
    from bolig_desktop import app, clock

    gc.disable()  # as app.run does
    if seed:
        _leave_out_key_and_checks(bytes.fromhex(seed))
    ahead = app.begin_to_open(Path(file), "demo")
    from bolig_desktop.ui.program import Program

    program = Program(clock.fixed(TODAY))
    program.begin(Path(file), "demo", ahead)
    _until_usable(program)
    total, rss = _since_born(), _rss()
    program.workspace.window.close()
    program.finish()
    return {"total": total, "rss": rss}


def key(file: str) -> dict[str, object]:
    """Deriving the key and the integrity checks with nothing else going on."""
    from bolig_desktop.security import opening

    took = _clock_key_and_checks()
    opened = opening.open_case(Path(file), passphrase="demo")
    seed = opened.seed.hex()
    opened.close()
    return {"key": took[0], "checks": took[1], "seed": seed}


def typed(file: str, seed: str = "") -> dict[str, object]:
    """As she starts it: the first window, then from Enter after her passphrase to a painted list.

    The time in which she types, when the rest of the program is read, is told apart, and so is how long the key and
    the checks took, on their own thread. seed: as ``start``.
    """
    from bolig_desktop import clock

    gc.disable()
    from bolig_desktop.ui.program import NEEDED_NEXT, Program

    program = Program(clock.fixed(TODAY))
    program.begin(Path(file))
    program.unlock.repaint()
    first = _since_born()
    began = time.perf_counter()
    while NEEDED_NEXT[-1] not in sys.modules:
        program._app.processEvents()
    read = (time.perf_counter() - began) * 1000
    took = _clock_key_and_checks() if not seed else []
    if seed:
        _leave_out_key_and_checks(bytes.fromhex(seed))
    began = time.perf_counter()
    program.unlock.opening.open(passphrase="demo")
    _until_usable(program)
    entered = (time.perf_counter() - began) * 1000
    program.workspace.window.close()
    program.finish()
    return {"first": first, "read": read, "entered": entered, "waited": sum(took)}


def _until_usable(program: object) -> None:
    from PySide6.QtCore import QEventLoop

    app = program._app
    while program.workspace is None or not program.workspace.window.isVisible():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # as exec does: a busy loop takes a core
    program.workspace.window.repaint()
    app.processEvents()


def _clock_key_and_checks() -> list[float]:
    """Return a list that gets how long deriving the key took, and then the checks."""
    from bolig_desktop.security import unlocking
    from bolig_desktop.storage import file as storage

    took: list[float] = []
    for room, name in ((unlocking, "unlock_with_passphrase"), (storage, "check_beside")):
        setattr(room, name, _clocked(getattr(room, name), took))
    return took


def _leave_out_key_and_checks(seed: bytes) -> None:
    from bolig_desktop.security import unlocking
    from bolig_desktop.storage import file as storage

    unlocking.unlock_with_passphrase = lambda slots, passphrase: seed
    storage.check_beside = lambda path, key, db_id: None


def _clocked(real: object, took: list[float]) -> object:
    def timed(*arguments: object, **names: object) -> object:
        since = time.perf_counter()
        try:
            return real(*arguments, **names)
        finally:
            took.append((time.perf_counter() - since) * 1000)

    return timed


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


DUE_TABLES = ("tenancies", "assessments", "decisions", "matters", "marks", "people", "memberships", "households")


def due(file: str) -> dict[str, object]:
    """Everything due read at once, and again after one change; beside it the same rows with plain SQL."""
    import dataclasses

    from bolig_desktop import clock
    from bolig_desktop.agenda.agenda import Agenda
    from bolig_desktop.casefile.opened import case_of
    from bolig_desktop.security.opening import open_case

    open_file = open_case(Path(file), passphrase="demo")
    case = case_of(open_file, clock.fixed(TODAY))
    gc.collect()
    gc.freeze()  # as the program does once it is shown
    rows, everything, again = [], [], []
    leases = case.tenancies.list("kind = 'municipal'")[:21]
    for at, lease in enumerate(leases):
        rows.append(_timed(lambda: [case.db.execute(f"select * from {table}").fetchall() for table in DUE_TABLES]))
        agenda = Agenda(case)
        everything.append(_timed(agenda.items))
        case.save(dataclasses.replace(lease, note=f"{lease.note} {at}"))
        again.append(_timed(agenda.items))
    lines, month = len(agenda.items()), len(agenda.within(30))
    open_file.close()
    return {
        "rows": _percentile(rows, 50),
        "all": _percentile(everything, 50),
        "again": _percentile(again, 50),
        "lines": lines,
        "month": month,
    }


YEAR_TABLES = (*DUE_TABLES, "dwellings", "visits", "plans", "schemes", "defects", "house_meetings", "temporary_stays")


def year(file: str) -> dict[str, object]:
    """The figures of last year counted, and its files made; beside it the same rows with plain SQL."""
    from bolig_desktop import clock
    from bolig_desktop.casefile.opened import case_of
    from bolig_desktop.documents.year_files import year_files
    from bolig_desktop.security.opening import open_case
    from bolig_desktop.yearly.year import figures_of, years_of

    open_file = open_case(Path(file), passphrase="demo")
    case, number = case_of(open_file, clock.fixed(TODAY)), TODAY.year - 1
    gc.collect()
    gc.freeze()
    rows, counted, files = [], [], []
    for _ in range(5):
        rows.append(_timed(lambda: [case.db.execute(f"select * from {one}").fetchall() for one in YEAR_TABLES]))
        counted.append(_timed(lambda: figures_of(case, number)))
        both = tuple(years_of(case, number, number - 1))
        files.append(_timed(lambda both=both: year_files(case, *both)))
    open_file.close()
    return {name: _percentile(each, 50) for name, each in (("rows", rows), ("counted", counted), ("files", files))}


LETTERS = 100


def letters(file: str) -> dict[str, object]:
    """A hundred letters planned, made, filed and saved, as the dialog does; beside each a plain one-page letter."""
    import dataclasses
    import tempfile

    from PySide6.QtWidgets import QApplication

    from bolig_desktop import clock
    from bolig_desktop.casefile.opened import case_of
    from bolig_desktop.documents import batch
    from bolig_desktop.security.opening import open_case
    from bolig_desktop.ui.documents.batch_run import BatchRun, ToFolder
    from bolig_desktop.ui.session import Session

    open_file = open_case(Path(file), passphrase="demo")
    case = case_of(open_file, clock.fixed(TODAY))
    app = QApplication([])
    session = Session(case)
    planned = _timed(lambda: batch.plan(case, "D11a"))
    lines = [line for line in batch.plan(case, "D11a") if line.left_out is None][:LETTERS]
    plain = [_timed(_plain_letter) for _ in range(LETTERS)]
    with tempfile.TemporaryDirectory() as folder:
        kinds_read = BatchRun(session, "D11a", lines[:1], "nn", ToFolder(Path(folder)))  # imports and fonts once
        _run(app, kinds_read)
        took = 0.0
        # A small file has fewer leases than that: the same ones again, in the other form, are other papers.
        for code in ("nb", "nn"):
            wanted = [dataclasses.replace(line, made_on=_made_on(case, line)) for line in lines]
            run = BatchRun(session, "D11a", wanted, code, ToFolder(Path(folder)))
            took += _timed(lambda run=run: _run(app, run)) / max(len(run.outcome.made), 1)
            assert len(run.outcome.made) == len(lines), run.outcome
    open_file.close()
    return {"planned": planned, "hundred": took / 2 * LETTERS, "plain": _percentile(plain, 50) * LETTERS}


BINDERS = 100


def binder(file: str) -> dict[str, object]:
    """The welcome binder: the first in a process, all fourteen languages, memory over a hundred of them."""
    from bolig_desktop import clock
    from bolig_desktop.casefile.opened import case_of
    from bolig_desktop.documents import kinds
    from bolig_desktop.documents.guide import editions
    from bolig_desktop.security.opening import open_case
    from bolig_desktop.text.languages import PAPER_CODES

    open_file = open_case(Path(file), passphrase="demo")
    case = case_of(open_file, clock.fixed(TODAY))
    households = editions.living_with_us(case)
    first = _timed(lambda: kinds.produce(case, "binder", households[0], "ti"))
    made = [kinds.produce(case, "binder", households[0], code) for code in PAPER_CODES]
    fourteen = _timed(lambda: [kinds.produce(case, "binder", households[0], code) for code in PAPER_CODES])
    tigrinya = _timed(lambda: kinds.produce(case, "binder", households[0], "ti"))
    for number in range(BINDERS // 5):  # until whatever is kept from one to the next is kept
        kinds.produce(case, "binder", households[number % len(households)], PAPER_CODES[number % len(PAPER_CODES)])
    before = _rss()
    for number in range(BINDERS):
        kinds.produce(case, "binder", households[number % len(households)], PAPER_CODES[number % len(PAPER_CODES)])
    grown = _rss() - before
    asked = _timed(lambda: list(editions.who_needs_one(case)))
    open_file.close()
    return {
        "first": first, "fourteen": fourteen, "one": tigrinya, "grown": grown,
        "pages": max(paper.pages for paper in made), "kilobytes": max(len(paper.content) for paper in made) / 1000,
        "asked": asked / len(households),
    }  # fmt: skip


def plain_binder() -> dict[str, object]:
    """reportlab's own paragraphs with the same texts in the same fonts, in a process of their own.

    No shaping, no directions, no tags, no pictures, and one language after the other.
    """
    _plain_binder("ti")
    return {"plain": min(_timed(lambda: _plain_binder("ti")) for _ in range(3))}


def _plain_binder(language: str) -> None:
    import io
    from xml.sax.saxutils import escape

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    from bolig_desktop import paths
    from bolig_desktop.documents.guide.layout import sections
    from bolig_desktop.translations import shipped

    story = []
    for code, font in (("nb", "NotoSans-Regular"), (language, "NotoSansEthiopic-Regular")):
        pdfmetrics.registerFont(TTFont(f"Plain{font}", str(paths.resources() / "fonts" / f"{font}.ttf")))
        style = ParagraphStyle(code, fontName=f"Plain{font}", fontSize=9.5, leading=13.5)
        texts = shipped.texts(code)
        for plan in sections("binder"):
            for unit in (plan.title, *(unit for topic in plan.topics for unit in topic.units)):
                story += [Paragraph(escape(line), style) for line in texts[unit].splitlines()]
    SimpleDocTemplate(io.BytesIO(), invariant=1).build(story)


def _made_on(case: object, line: object) -> object:
    from bolig_desktop.documents import batch

    return batch.plan(case, "D11a", only=[line.id])[0].made_on


def _run(app: object, run: object) -> None:
    run.start()
    while run.is_running:
        app.processEvents()


def _plain_letter() -> None:
    """One page of words with reportlab's own font, nothing looked up and nothing kept."""
    import io

    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(io.BytesIO())
    canvas.setFont("Helvetica", 10)
    for line in range(40):
        canvas.drawString(60, 780 - 17 * line, "Leietiden slutter av seg selv. Vi tar kontakt om veien videre. " * 2)
    canvas.save()


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


def photo() -> dict[str, object]:
    """A photo as a telephone takes it, scaled as it is kept, and with Pillow alone; the middle of nine each."""
    import io
    import statistics

    from PIL import Image

    from bolig_desktop.exchange.photos import LONGEST_SIDE, QUALITY, Source, scaled

    written = io.BytesIO()
    Image.effect_noise((800, 600), 30).resize((4000, 3000)).convert("RGB").save(written, "JPEG", quality=90)
    content = written.getvalue()

    def plain() -> None:
        picture = Image.open(io.BytesIO(content))
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        picture.save(io.BytesIO(), "JPEG", quality=QUALITY)

    took: dict[str, list[float]] = {"scaled": [], "plain": []}
    for _ in range(9):
        for name, work in (("scaled", lambda: scaled(Source("IMG_1.jpg", content=content))), ("plain", plain)):
            began = time.perf_counter()
            work()
            took[name].append((time.perf_counter() - began) * 1000)
    size = len(scaled(Source("IMG_1.jpg", content=content)).content)
    return {name: statistics.median(each) for name, each in took.items()} | {"kilobytes": size / 1000}


def sheet() -> dict[str, object]:
    """Workbooks of ten thousand rows brought in, beside openpyxl reading them."""
    from workbooks import sheet as measured

    return measured()


def _rss() -> float:
    """Return the most memory the process has had, in MB.

    Linux counts what the parent had into ``ru_maxrss``, and the parent has just made a large municipality.
    """
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
