"""The commands: the same rules and the same door for writes as the window, for scripts and for whoever helps her."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bolig_desktop import clock
from bolig_desktop.cli.answering import (
    GOOD,
    MENDABLE,
    NotWritten,
    Said,
    be_silent,
    flush,
    line,
    put,
    refuse,
    speak_utf8,
    tell,
)
from bolig_desktop.cli.words import WrongWords
from bolig_desktop.cli.words import options as options_of
from bolig_desktop.errors import FileTrouble


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 good, 1 a problem the user can mend, 2 wrong use."""
    words = sys.argv[1:] if words is None else list(words)
    speak_utf8()
    try:
        code = _answered(words)
        flush()
    except BrokenPipeError:
        be_silent()
        return GOOD  # whoever read our answer has heard enough
    except NotWritten:
        be_silent()
        tell("Svaret kunne ikke skrives ferdig, fordi det ikke er plass der det skulle stå.")
        return MENDABLE
    return code


def _answered(words: Sequence[str]) -> int:
    """Run the command, and say what is in the way of it. Raises NotWritten and BrokenPipeError."""
    try:
        options = options_of(words, _JOBS)
        return int(options.job(options))
    except SystemExit as asked_for_help:
        return int(asked_for_help.code or GOOD)
    except (BrokenPipeError, NotWritten):
        raise
    except (Exception, KeyboardInterrupt) as problem:
        return refuse(problem, words)


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
        raise WrongWords(f"Feil bruk, demokommunen kan bare lages for en dag i årene {years}.")
    _make_room(options.folder)
    made = municipality.make_demo(options.folder, today, options.scale)
    papers = made.file.parent / "papers"
    if options.json:
        put({"file": str(made.file), "papers": [str(paper) for paper in made.papers]})
    else:
        line(f"Demokommunen ligger i {made.file} (passord: demo). Papirene ligger i {papers}.")
    flush()  # the window may stand open for hours
    if options.no_window:
        return GOOD
    if not display.has_display():
        if not options.json:
            line("Her er det ingen skjerm, så vinduet åpnes ikke. Se papirene i mappen over.")
        return GOOD
    return app.run(made.file, clock=_clock(options), passphrase=municipality.PASSPHRASE)


def _check(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.storage.file import check_fully

    with opened.case_file(options.file, options.today) as case:
        check_fully(case.db)
        counts = {store.table: store.count() for store in case.stores()}
    if options.json:
        put({"ok": True, "rows": counts})
    else:
        line(f"Filen er hel. {sum(counts.values())} rader er lest og kontrollert.")
    return GOOD


def _backup(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.security import backup, copyfile

    with opened.file(options.file) as open_file:
        folder = options.folder or copyfile.default_folder(options.file)
        _make_room(folder)
        copy = backup.make_copy(open_file, folder, reason="command")
    put({"copy": str(copy)}) if options.json else line(copy)
    return GOOD


def _restore(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.cli.placing import same
    from bolig_desktop.security import restore

    copy, file = options.copy, options.file
    if not (same(copy, copy) and copy.is_file()):
        raise Said(f"Kopien «{copy}» finnes ikke, så ingenting er hentet tilbake.")
    if same(file, copy) or (same(file, file) and file.is_dir()):
        raise Said(f"Saksfilen kan ikke legges i «{file}», så ingenting er hentet tilbake; velg et annet navn.")
    _make_room(file.absolute().parent)
    aside = restore.restore(copy, file, passphrase=opened.passphrase())
    if options.json:
        put({"file": str(file), "aside": None if aside is None else str(aside)})
    else:
        kept = f" Filen som lå der, heter nå {aside}." if aside else ""
        line(f"Kopien er hentet tilbake til {file}.{kept}")
    return GOOD


def _list(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import listing, opened

    if options.topic not in listing.TOPICS:
        known = ", ".join(listing.TOPICS)
        raise WrongWords(f"Temaet «{options.topic}» finnes ikke; velg ett av {known}.")
    with opened.case_file(options.file, options.today) as case:
        rows = listing.rows(case, options.topic)
    if options.json:
        put(rows)
    else:
        for row in rows:
            line("  ".join(str(value) for value in row.values() if value not in (None, "", False)))
    return GOOD


def _due(options: argparse.Namespace) -> int:
    from bolig_desktop.agenda.agenda import Agenda
    from bolig_desktop.agenda.words import row, said
    from bolig_desktop.casefile import opened

    with opened.case_file(options.file, options.today) as case:
        today = case.clock()
        found = Agenda(case).within(options.days)
    if options.json:
        put([row(one, today) for one in found])
    else:
        for one in found:
            line(said(one, today))
    return GOOD


def _index(options: argparse.Namespace) -> int:
    from bolig_desktop.cli.indexing import index

    return index(options)


_OF_NO_CASE = {"d30": "bolig-desktop year FIL ÅR -o MAPPE", "handover": "bolig-desktop handover FIL"}
"""Papers that are no kind in ``documents/kinds.py``, for they take nobody's id, and the commands that make them."""


def _papers(options: argparse.Namespace) -> int:
    from bolig_desktop.documents.kinds import PAPERS

    if options.json:
        put([{"number": p.number, "name": p.name, "title": p.title, "subject": p.subject} for p in PAPERS])
    else:
        for paper in PAPERS:
            line(f"{paper.number:<7}{paper.name:<34}{paper.subject:<11}{paper.title}")
    return GOOD


def _print(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.cli.placing import refuse_ours
    from bolig_desktop.documents import filing, kinds

    if made_by := _OF_NO_CASE.get(options.paper.strip().lower()):
        raise WrongWords(f"Papiret «{options.paper}» gjelder ingen sak og arkiveres ikke; bruk «{made_by}».")
    if kinds.find(options.paper) is None:
        raise WrongWords(f"Papiret «{options.paper}» finnes ikke («bolig-desktop papers» viser alle).")
    output = options.output or Path(f"{options.paper.strip().lower()}-{options.id}.pdf")
    refuse_ours(output, "Papiret", options.file)
    try:
        with filing.Target(output) as target, opened.case_file(options.file, options.today) as case:
            filed, _ = filing.print_and_file(
                case, options.paper, options.id, options.language, ready=target.make_ready
            )
            target.finish()
    except filing.NotSaved as problem:
        how = "er ført på saken, men" if problem.filed else "er ikke ført på saken, for det"
        raise Said(f"Papiret {how} kan ikke lagres i «{output}».") from problem
    put({"paper": filed.id, "file": str(output), "pages": filed.pages}) if options.json else line(output)
    return GOOD


def _rule(options: argparse.Namespace) -> int:
    from bolig_desktop.cli import rules

    answered = rules.answered(options.rule, options.facts, options.today or clock.today())
    if options.json:
        put(answered.value)
    else:
        for words in answered.lines:
            line(words)
    return GOOD


def _texts(options: argparse.Namespace) -> int:
    from bolig_desktop.cli import units

    return units.texts(options)


def _loan(options: argparse.Namespace) -> int:
    from bolig_desktop.cli import loan

    return loan.loan(options)


def _year(options: argparse.Namespace) -> int:
    from bolig_desktop.cli import year

    if options.output is not None:
        _make_room(options.output)
    return year.year(options)


def _calendar(options: argparse.Namespace) -> int:
    from bolig_desktop.cli.calendar import calendar

    return calendar(options)


def _handover(options: argparse.Namespace) -> int:
    from bolig_desktop.cli.handover import handover

    return handover(options)


def _import(options: argparse.Namespace) -> int:
    from bolig_desktop.cli import exchanging

    return exchanging.import_(options)


def _export(options: argparse.Namespace) -> int:
    from bolig_desktop.cli import exchanging

    return exchanging.export(options)


def _make_room(folder: Path) -> None:
    """Make the folder, and see that files can be made in it."""
    from bolig_desktop.security.placing import make_folder

    try:
        make_folder(folder)
        tempfile.TemporaryFile(dir=folder).close()
    except (FileTrouble, OSError):
        raise Said(f"I mappen «{folder}» kan det ikke lages filer, så ingenting er gjort.") from None


_JOBS = {
    "window": _window,
    "demo": _demo,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "list": _list,
    "due": _due,
    "index": _index,
    "papers": _papers,
    "print": _print,
    "rule": _rule,
    "texts": _texts,
    "loan": _loan,
    "year": _year,
    "calendar": _calendar,
    "handover": _handover,
    "import": _import,
    "export": _export,
}
