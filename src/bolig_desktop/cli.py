"""The commands: the same rules and the same door for writes as the window, for scripts and for whoever helps her."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from bolig_desktop import clock
from bolig_desktop.errors import FileTrouble, Problem, Refused, TroubleKind

GOOD, MENDABLE, WRONG_USE = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"{self.format_usage()}Feil bruk: {message}\n")


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 good, 1 a problem the user can mend, 2 wrong use."""
    words = sys.argv[1:] if words is None else list(words)
    options = _options(words)
    try:
        code = int(options.job(options))
        sys.stdout.flush()
        return code
    except FileTrouble as trouble:
        return _say_trouble(trouble)
    except Refused as refused:
        return _say_problems(refused.problems, options)
    except KeyboardInterrupt:
        return MENDABLE
    except BrokenPipeError:
        # Whoever read our answer has heard enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD


def _options(words: Sequence[str]) -> argparse.Namespace:
    every = _Parser(add_help=False)
    every.add_argument("--today", type=_day, metavar="ÅÅÅÅ-MM-DD", help="regn fra denne dagen")
    every.add_argument("--json", action="store_true", help="svar som JSON")
    parser = _Parser(prog="bolig-desktop", description="Boligsaker for flyktningtjenesten, i én kryptert fil.")
    jobs = parser.add_subparsers(dest="command", parser_class=_Parser)

    def add(name: str, job: Any, text: str, *arguments: str) -> argparse.ArgumentParser:
        sub = jobs.add_parser(name, parents=[every], help=text, description=text)
        for argument in arguments:
            sub.add_argument(argument, type=Path)
        sub.set_defaults(job=job)
        return sub

    window = add("window", _window, "åpne vinduet (også uten noe ord foran)")
    window.add_argument("file", nargs="?", type=Path)
    demo = add("demo", _demo, "lag demokommunen Nordvik i en mappe", "folder")
    demo.add_argument("--scale", type=_scale, default=1)
    demo.add_argument("--no-window", action="store_true")
    add("check", _check, "kontroller filen", "file")
    backup = add("backup", _backup, "lag en sikkerhetskopi", "file")
    backup.add_argument("folder", nargs="?", type=Path)
    add("restore", _restore, "hent tilbake en sikkerhetskopi", "copy", "file")
    listing = add("list", _list, "vis et tema", "file")
    listing.add_argument("topic")
    add("papers", _papers, "vis hvilke papirer som finnes")
    printing = add("print", _print, "skriv et papir til PDF og før det på saken", "file")
    printing.add_argument("paper")
    printing.add_argument("id", type=int)
    printing.add_argument("--language", default="")
    printing.add_argument("-o", "--output", type=Path)
    if not words or words[0] not in (*jobs.choices, "-h", "--help"):
        words = ["window", *words]
    return parser.parse_args(words)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"«{text}» er ikke en dato som 2026-11-22") from None


def _scale(text: str) -> int:
    if text.isdigit() and 1 <= int(text) <= 1000:
        return int(text)
    raise argparse.ArgumentTypeError(f"«{text}» er ikke et helt tall fra 1 til 1000")


def _clock(options: argparse.Namespace) -> clock.Clock:
    return clock.fixed(options.today) if options.today else clock.today


def _window(options: argparse.Namespace) -> int:
    from bolig_desktop import app

    return app.run(options.file, clock=_clock(options))


def _demo(options: argparse.Namespace) -> int:
    from bolig_desktop import app, display
    from bolig_desktop.demo.municipality import make_demo

    made = make_demo(options.folder, options.today or clock.today(), options.scale)
    if options.json:
        _put({"file": str(made.file), "papers": [str(paper) for paper in made.papers]})
    else:
        print(f"Demokommunen ligger i {made.file} (passord: demo). Papirene ligger i {made.file.parent / 'papers'}.")
    if options.no_window:
        return GOOD
    if not display.has_display():
        print("Her er det ingen skjerm, så vinduet åpnes ikke. Se papirene i mappen over.")
        return GOOD
    return app.run(made.file, clock=_clock(options), passphrase="demo")


def _check(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.storage.file import check_fully

    with opened.case_file(options.file, options.today) as case:
        check_fully(case.db)
        counts = {store.table: store.count() for store in case.stores()}
    if options.json:
        _put({"ok": True, "rows": counts})
    else:
        print(f"Filen er hel. {sum(counts.values())} rader er lest og kontrollert.")
    return GOOD


def _backup(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.security import backup, copyfile

    with opened.file(options.file) as open_file:
        folder = options.folder or copyfile.default_folder(options.file)
        copy = backup.make_copy(open_file, folder, reason="command")
    _put({"copy": str(copy)}) if options.json else print(copy)
    return GOOD


def _restore(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.security import restore

    aside = restore.restore(options.copy, options.file, passphrase=opened.passphrase())
    if options.json:
        _put({"file": str(options.file), "aside": None if aside is None else str(aside)})
    else:
        kept = f" Filen som lå der, heter nå {aside}." if aside else ""
        print(f"Kopien er hentet tilbake til {options.file}.{kept}")
    return GOOD


def _list(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import listing, opened

    if options.topic not in listing.TOPICS:
        print(f"Temaet «{options.topic}» finnes ikke. Velg ett av: {', '.join(listing.TOPICS)}.", file=sys.stderr)
        return WRONG_USE
    with opened.case_file(options.file, options.today) as case:
        rows = listing.rows(case, options.topic)
    if options.json:
        _put(rows)
    else:
        for row in rows:
            print("  ".join(str(v) for v in row.values() if v not in (None, "", False)))
    return GOOD


def _papers(options: argparse.Namespace) -> int:
    from bolig_desktop.documents.kinds import PAPERS

    if options.json:
        _put([{"number": p.number, "name": p.name, "title": p.title, "subject": p.subject} for p in PAPERS])
    else:
        for paper in PAPERS:
            print(f"{paper.number:<5}{paper.name:<18}{paper.subject:<12}{paper.title}")
    return GOOD


def _print(options: argparse.Namespace) -> int:
    from bolig_desktop.casefile import opened
    from bolig_desktop.documents import filing, kinds

    if kinds.find(options.paper) is None:
        print(f"Papiret «{options.paper}» finnes ikke. «bolig-desktop papers» viser alle.", file=sys.stderr)
        return WRONG_USE
    output = options.output or Path(f"{options.paper.lower()}-{options.id}.pdf")
    with opened.case_file(options.file, options.today) as case:
        filed, content = filing.print_and_file(case, options.paper, options.id, options.language)
        try:
            output.write_bytes(content)
        except OSError as error:
            raise FileTrouble(TroubleKind.DISK, path=str(output)) from error
    _put({"paper": filed.id, "file": str(output), "pages": filed.pages}) if options.json else print(output)
    return GOOD


def _put(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _say_trouble(trouble: FileTrouble) -> int:
    from bolig_desktop.text.sentences import trouble_sentence

    print(trouble_sentence(trouble), file=sys.stderr)
    return MENDABLE


def _say_problems(problems: Sequence[Problem], options: argparse.Namespace) -> int:
    from bolig_desktop.text.sentences import problem_sentence

    said = [problem_sentence(p) + (f" ({p.section})" if p.section else "") for p in problems]
    print(" ".join(said), file=sys.stderr)
    if options.json:
        _put({"problems": [{"field": p.field, "problem": text} for p, text in zip(problems, said, strict=True)]})
    return MENDABLE
