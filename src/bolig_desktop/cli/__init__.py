"""The commands: the same rules and the same door for writes as the window, for scripts and for whoever helps her."""

import argparse
import contextlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bolig_desktop import clock
from bolig_desktop.cli.words import WrongWords
from bolig_desktop.cli.words import options as words_of
from bolig_desktop.errors import FileTrouble, Problem, Refused

GOOD, MENDABLE, WRONG_USE = 0, 1, 2
_OURS = (".bolig", ".nokkel", ".forrige", ".bolig-kopi")


class _Said(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A sentence of the command's own: about what the user can mend, or about the words typed."""

    def __init__(self, sentence: str, code: int = MENDABLE) -> None:
        super().__init__(sentence)
        self.code = code


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 good, 1 a problem the user can mend, 2 wrong use."""
    words = sys.argv[1:] if words is None else list(words)
    _speak_utf8()
    try:
        code = _answered(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _be_silent()
        return GOOD  # whoever read our answer has heard enough
    except OSError:
        _be_silent()
        _tell("Svaret kunne ikke skrives ferdig, fordi det ikke er plass der det skulle stå.")
        return MENDABLE
    return code


def _answered(words: Sequence[str]) -> int:
    """Run the command, and say what is in the way of it. Raises OSError where the answer cannot be written."""
    try:
        options = words_of(words, _JOBS)
        return int(options.job(options))
    except SystemExit as asked_for_help:
        return int(asked_for_help.code or GOOD)
    except WrongWords as wrong:
        return _refuse([("", str(wrong))], words, WRONG_USE)
    except _Said as said:
        return _refuse([("", str(said))], words, said.code)
    except FileTrouble as trouble:
        return _refuse([("", _trouble_sentence(trouble))], words)
    except Refused as refused:
        return _refuse([(problem.field, _problem_sentence(problem)) for problem in refused.problems], words)
    except KeyboardInterrupt:
        return _refuse([("", "Avbrutt.")], words)
    except OSError:
        raise
    except Exception as bug:
        if sys.flags.dev_mode or sys.excepthook is not sys.__excepthook__:  # the window has its own crash box
            raise
        sentence = f"Noe gikk galt i programmet ({_place_of(bug)}), men det som var lagret, er trygt."
        return _refuse([("", sentence)], words)


def _clock(options: argparse.Namespace) -> clock.Clock:
    return clock.fixed(options.today) if options.today else clock.today


def _window(options: argparse.Namespace) -> int:
    from bolig_desktop import app

    given = os.environ.get("BOLIG_PASSPHRASE") if options.file else None
    return app.run(options.file, clock=_clock(options), passphrase=given)


def _demo(options: argparse.Namespace) -> int:
    from bolig_desktop import app, display
    from bolig_desktop.demo import municipality

    today = options.today or clock.today()
    if not municipality.FIRST_YEAR <= today.year <= municipality.LAST_YEAR:
        years = f"{municipality.FIRST_YEAR} til {municipality.LAST_YEAR}"
        raise _Said(f"Feil bruk, demokommunen kan bare lages for en dag i årene {years}.", WRONG_USE)
    _make_room(options.folder)
    made = municipality.make_demo(options.folder, today, options.scale)
    papers = made.file.parent / "papers"
    if options.json:
        _put({"file": str(made.file), "papers": [str(paper) for paper in made.papers]})
    else:
        _line(f"Demokommunen ligger i {made.file} (passord: demo). Papirene ligger i {papers}.")
    if sys.stdout is not None:
        sys.stdout.flush()  # the window may stand open for hours
    if options.no_window:
        return GOOD
    if not display.has_display():
        if not options.json:
            _line("Her er det ingen skjerm, så vinduet åpnes ikke. Se papirene i mappen over.")
        return GOOD
    return app.run(made.file, clock=_clock(options), passphrase=municipality.PASSPHRASE)


def _check(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.storage.file import check_fully

    with opened.case_file(options.file, options.today) as case:
        check_fully(case.db)
        counts = {store.table: store.count() for store in case.stores()}
    if options.json:
        _put({"ok": True, "rows": counts})
    else:
        _line(f"Filen er hel. {sum(counts.values())} rader er lest og kontrollert.")
    return GOOD


def _backup(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.security import backup, copyfile

    with opened.file(options.file) as open_file:
        folder = options.folder or copyfile.default_folder(options.file)
        _make_room(folder)
        copy = backup.make_copy(open_file, folder, reason="command")
    _put({"copy": str(copy)}) if options.json else _line(copy)
    return GOOD


def _restore(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.security import restore

    copy, file = options.copy, options.file
    if not copy.is_file():
        raise _Said(f"Kopien «{copy}» finnes ikke, så ingenting er hentet tilbake.")
    if file.is_dir() or (file.exists() and file.samefile(copy)):
        raise _Said(f"Saksfilen kan ikke legges i «{file}», så ingenting er hentet tilbake; velg et annet navn.")
    _make_room(file.absolute().parent)
    aside = restore.restore(copy, file, passphrase=opened.passphrase())
    if options.json:
        _put({"file": str(file), "aside": None if aside is None else str(aside)})
    else:
        kept = f" Filen som lå der, heter nå {aside}." if aside else ""
        _line(f"Kopien er hentet tilbake til {file}.{kept}")
    return GOOD


def _list(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import listing, opened

    if options.topic not in listing.TOPICS:
        known = ", ".join(listing.TOPICS)
        raise _Said(f"Temaet «{options.topic}» finnes ikke; velg ett av {known}.", WRONG_USE)
    with opened.case_file(options.file, options.today) as case:
        rows = listing.rows(case, options.topic)
    if options.json:
        _put(rows)
    else:
        for row in rows:
            _line("  ".join(str(value) for value in row.values() if value not in (None, "", False)))
    return GOOD


def _papers(options: argparse.Namespace) -> int:
    from bolig_desktop.documents.kinds import PAPERS

    if options.json:
        _put([{"number": p.number, "name": p.name, "title": p.title, "subject": p.subject} for p in PAPERS])
    else:
        for paper in PAPERS:
            _line(f"{paper.number:<5}{paper.name:<18}{paper.subject:<12}{paper.title}")
    return GOOD


def _print(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.documents import filing, kinds

    if kinds.find(options.paper) is None:
        raise _Said(f"Papiret «{options.paper}» finnes ikke («bolig-desktop papers» viser alle).", WRONG_USE)
    output = options.output or Path(f"{options.paper.strip().lower()}-{options.id}.pdf")
    if output.suffix in _OURS or (output.exists() and options.file.exists() and output.samefile(options.file)):
        raise _Said(f"Papiret kan ikke legges i «{output}», for slik heter saksfiler og kopier.")
    try:
        with filing.Target(output) as target, opened.case_file(options.file, options.today) as case:
            filed, _ = filing.print_and_file(
                case, options.paper, options.id, options.language, ready=target.make_ready
            )
            target.finish()
    except filing.NotSaved as problem:
        how = "er ført på saken, men" if problem.filed else "er ikke ført på saken, for det"
        raise _Said(f"Papiret {how} kan ikke lagres i «{output}».") from problem
    _put({"paper": filed.id, "file": str(output), "pages": filed.pages}) if options.json else _line(output)
    return GOOD


def _make_room(folder: Path) -> None:
    """Make the folder, and see that files can be made in it."""
    from bolig_desktop.security.placing import make_folder

    try:
        make_folder(folder)
        tempfile.TemporaryFile(dir=folder).close()
    except (FileTrouble, OSError):
        raise _Said(f"I mappen «{folder}» kan det ikke lages filer, så ingenting er gjort.") from None


def _line(words: object) -> None:
    if sys.stdout is not None:  # a program without a console has none
        sys.stdout.write(f"{words}\n")


def _put(value: Any) -> None:
    _line(json.dumps(value, ensure_ascii=False, indent=1))


def _refuse(said: Sequence[tuple[str, str]], words: Sequence[str], code: int = MENDABLE) -> int:
    """Say what is in the way, and as JSON too where that was asked for and the words were right."""
    _tell(" ".join(sentence for _, sentence in said))
    if "--json" in words and code == MENDABLE:
        _put({"problems": [{"field": field, "problem": sentence} for field, sentence in said]})
    return code


def _tell(sentence: str) -> None:
    with contextlib.suppress(OSError, AttributeError):  # a program without a console has no streams
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()


def _trouble_sentence(trouble: FileTrouble) -> str:
    from bolig_desktop.casefile.opened import NoPassphrase
    from bolig_desktop.text.sentences import trouble_sentence

    if isinstance(trouble, NoPassphrase):
        return "Passordet mangler: BOLIG_PASSPHRASE er ikke satt, og her er det ingen å spørre."
    return trouble_sentence(trouble)


def _problem_sentence(problem: Problem) -> str:
    from bolig_desktop.text.sentences import problem_sentence

    return problem_sentence(problem) + (f" ({problem.section})" if problem.section else "")


def _place_of(bug: BaseException) -> str:
    """Return what kind of error it was and where in the program; never its words, which may name a person."""
    step = bug.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    where = f" i {Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step else ""
    return type(bug).__name__ + where


def _speak_utf8() -> None:
    """Answer in UTF-8 wherever the answer goes; a path that is not text comes out as it is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def _be_silent() -> None:
    """Keep Python from complaining once more at exit about an answer that could not be written."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_JOBS = {
    "window": _window,
    "demo": _demo,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "list": _list,
    "papers": _papers,
    "print": _print,
}
