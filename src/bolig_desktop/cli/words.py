"""The words of a command taken apart, with a sentence in bokmål for every word that is wrong."""

import argparse
import contextlib
import itertools
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_ENGLISH = (  # argparse's own words, and ours for them
    (r"the following arguments are required: (.+)", "mangler: {}"),
    (r"unrecognized arguments: (.+)", "ukjent ord: {}"),
    (r"argument (.+): expected .*arguments?", "{} mangler en verdi"),
    (r"argument (.+): ignored explicit argument .*", "{} tar ingen verdi"),
    (r"argument (.+?): (.+)", "{}: {}"),
)


Job = Callable[[argparse.Namespace], int]


class WrongWords(Exception):  # noqa: N818 - says what it is
    """The words typed are no command; its text is the sentence that says why."""


class _Parser(argparse.ArgumentParser):
    def __init__(self, **more: Any) -> None:
        super().__init__(**{"add_help": False, "allow_abbrev": False} | more)

    def error(self, message: str) -> NoReturn:
        found = next((ours.format(*m.groups()) for its, ours in _ENGLISH if (m := re.fullmatch(its, message))), "")
        raise WrongWords(f"Feil bruk, {found or 'skriv det på en annen måte'} («{self.prog} --help» forklarer).")

    def format_help(self) -> str:
        shown = super().format_help().replace("usage:", "Bruk:", 1)
        shown = shown.replace("positional arguments:", "Det du skriver:", 1)
        return shown.replace("options:", "Det du kan velge:", 1)


def options(words: Sequence[str], run: Mapping[str, Job]) -> argparse.Namespace:
    """Return what a command was asked to do; its ``job`` is the one of ``run`` with the command's name.

    Raises WrongWords, and SystemExit where only help was asked for.
    """
    every = _Parser()
    every.add_argument("-h", "--help", action="help", help="vis denne hjelpen")
    every.add_argument("--today", type=_day, metavar="ÅÅÅÅ-MM-DD", help="regn fra denne dagen")
    every.add_argument("--json", action="store_true", help="svar som JSON")
    parser = _Parser(prog="bolig-desktop", description="Boligsaker for flyktningtjenesten, i én kryptert fil.")
    parser.add_argument("-h", "--help", action="help", help="vis denne hjelpen")
    jobs = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", parser_class=_Parser)

    def add(name: str, text: str, **paths: str) -> argparse.ArgumentParser:
        sub = jobs.add_parser(name, parents=[every], help=text, description=text)
        for path, metavar in paths.items():
            sub.add_argument(path, type=Path, metavar=metavar)
        sub.set_defaults(job=run[name])
        return sub

    window = add("window", "åpne vinduet (også uten noe ord foran)")
    window.add_argument("file", nargs="?", type=Path, metavar="FIL")
    demo = add("demo", "lag demokommunen Nordvik i en mappe", folder="MAPPE")
    demo.add_argument("--scale", type=_scale, default=1, metavar="GANGER", help="så mange ganger Nordvik")
    demo.add_argument("--no-window", action="store_true", help="ikke åpne vinduet etterpå")
    add("check", "kontroller filen", file="FIL")
    backup = add("backup", "lag en sikkerhetskopi", file="FIL")
    backup.add_argument("folder", nargs="?", type=Path, metavar="MAPPE")
    add("restore", "hent tilbake en sikkerhetskopi", copy="KOPI", file="FIL")
    listing = add("list", "vis et tema", file="FIL")
    listing.add_argument("topic", metavar="TEMA")
    due = add("due", "vis hva som må gjøres, og når", file="FIL")
    due.add_argument(
        "--days", type=_days, default=30, metavar="DAGER", help="så langt fram (30 om ikke annet er sagt)"
    )
    index = add("index", "regn ut en ny leie etter konsumprisindeksen (lagrer ingenting)", file="FIL")
    index.add_argument("tenancy", type=_whole, metavar="LEIEFORHOLD")
    index.add_argument("--kpi", type=Path, required=True, metavar="KPI.csv", help="måned,tall (2026-10,104.2)")
    index.add_argument(
        "--notice", type=_day, required=True, metavar="ÅÅÅÅ-MM-DD", help="dagen leietakeren får varselet"
    )
    add("papers", "vis hvilke papirer som finnes")
    printing = add("print", "skriv et papir til PDF og før det på saken", file="FIL")
    printing.add_argument("paper", metavar="PAPIR")
    printing.add_argument("id", type=_whole, metavar="NUMMER")
    printing.add_argument("--language", type=_language, default="", metavar="SPRÅK", help="koden, som nn")
    printing.add_argument("-o", "--output", type=Path, metavar="UT.pdf", help="hvor papiret skal ligge")
    units = add("texts", "vis alle tekster i papirene på to språk, og hvor langt oversettelsene er kommet")
    units.add_argument("file", nargs="?", type=Path, metavar="FIL", help="med egne tekster og kontroller fra denne")
    units.add_argument("--language", type=_language, default="", metavar="SPRÅK", help="bare dette språket, som ar")
    rule = add("rule", "vis reglene, eller spør en av dem om datoer og beløp")
    rule.add_argument("rule", nargs="?", metavar="REGEL", help="id-en, som HL-9-3")
    rule.add_argument("facts", nargs="*", metavar="NAVN=VERDI", help="det regelen spørres med, som start=2026-11-22")
    _add_outgoing(add)
    _add_year(add("year", "tell opp et kalenderår, med radene bak hvert tall"))
    _add_loan(add("loan", "regn ut hva et lån koster, med din egen rente (ikke et løfte om lån)"))
    return parser.parse_args(_with_command(words, jobs.choices))


def _add_year(year: argparse.ArgumentParser) -> None:
    """Add which year is counted, or that only the figures are asked for, and where the report goes."""
    year.add_argument("file", nargs="?", type=Path, metavar="FIL")
    year.add_argument("year", nargs="?", type=_whole, metavar="ÅR", help="som 2026")
    year.add_argument("--figures", action="store_true", help="vis hvilke tall som finnes, og hva de er")
    year.add_argument("-o", "--output", type=Path, metavar="MAPPE", help="legg rapport, regneark og tabeller her")


def _add_outgoing(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add what brings in and writes files for others: workbooks, the calendar and the handover."""
    add("calendar", "legg alt med en dag i en kalenderfil, uten navn", file="FIL", output="UT.ics")
    handover = add("handover", "lag en overlevering til den som er vikar (arkiveres ikke)", file="FIL")
    handover.add_argument("-o", "--output", type=Path, metavar="UT.pdf", help="hvor papiret skal ligge")
    _add_exchange(
        add("import", "hent inn et regneark (.xlsx) eller en tekstfil (.csv), alt eller ingenting", file="FIL"),
        add("export", "skriv alt til et regneark (ikke kryptert)", file="FIL"),
    )


def _add_loan(loan: argparse.ArgumentParser) -> None:
    """Add what a loan is reckoned from; the values are read where their sentences are."""
    loan.add_argument("--amount", required=True, metavar="KRONER", help="lånet i hele kroner")
    loan.add_argument("--rate", required=True, metavar="PROSENT", help="nominell rente i året, som 4.9")
    loan.add_argument("--years", required=True, metavar="ÅR", help="nedbetalingstiden, avdragsfrie år medregnet")
    loan.add_argument("--kind", required=True, metavar="annuity|serial", help="annuitetslån eller serielån")
    loan.add_argument("--interest-only", default="0", metavar="ÅR", help="avdragsfrie år først (0)")
    loan.add_argument("--terms-per-year", default="12", metavar="ANTALL", help="terminer i året (12)")


def _add_exchange(importing: argparse.ArgumentParser, exporting: argparse.ArgumentParser) -> None:
    """Add which workbook comes in, and which goes out."""
    importing.add_argument("sheet", type=Path, metavar="ARK", help="filen som skal inn")
    importing.add_argument("--topic", default="", metavar="TEMA", help="hva arket er, om det ikke sier det selv")
    importing.add_argument("--dry-run", action="store_true", help="si bare hva som ville skje")
    exporting.add_argument("output", type=Path, metavar="UT.xlsx")


def _with_command(words: Sequence[str], commands: Iterable[str]) -> list[str]:
    """Return the words with the command first and what every command takes last; a path alone is the window's."""
    rest = _common_last(words)
    word = rest[0] if rest else ""
    if word in (*commands, "-h", "--help"):
        return rest
    if (
        not word
        or word.startswith("-")
        or word.endswith(".bolig")
        or Path(word).name != word
        or os.path.lexists(word)
    ):
        return ["window", *rest]
    raise WrongWords(f"Ukjent kommando «{word}» («bolig-desktop --help» viser dem som finnes).")


def _common_last(words: Sequence[str]) -> list[str]:
    """Return the words with --json and --today last, so that they may stand anywhere, also among a command's own."""
    own, common = [], []
    left = iter(words)
    for word in left:
        if word == "--today":
            common += [word, *itertools.islice(left, 1)]
        elif word.startswith(("--json", "--today=")):
            common.append(word)
        else:
            own.append(word)
    return own + common


def _day(text: str) -> date:
    with contextlib.suppress(ValueError):
        day = date.fromisoformat(text if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else "")
        if _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return day
        raise argparse.ArgumentTypeError(f"året må være fra {_FIRST_YEAR} til {_LAST_YEAR}")
    raise argparse.ArgumentTypeError(f"«{text}» er ikke en dato som 2026-11-22")


def _whole(text: str) -> int:
    if re.fullmatch(r"-?[0-9]{1,4000}", text):
        return int(text)
    raise argparse.ArgumentTypeError(f"«{text}» må være et helt tall")


def _scale(text: str) -> int:
    if re.fullmatch(r"[0-9]{1,4}", text) and 1 <= int(text) <= 1000:
        return int(text)
    raise argparse.ArgumentTypeError(f"«{text}» må være et helt tall fra 1 til 1000")


def _days(text: str) -> int:
    if re.fullmatch(r"[0-9]{1,5}", text) and int(text) <= 36_525:
        return int(text)
    raise argparse.ArgumentTypeError(f"«{text}» må være et helt tall fra 0 til 36525")


def _language(text: str) -> str:
    from bolig_desktop.text.languages import PAPER_CODES

    if text in ("", *PAPER_CODES):
        return text
    raise argparse.ArgumentTypeError(f"«{text}» må være en av {' '.join(PAPER_CODES)}")
