"""The cleaning rota of a shared house: one sheet for the wall, a week for each room in turn."""

from collections.abc import Sequence
from datetime import date, timedelta

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents import tables
from bolig_desktop.documents.guide import pages
from bolig_desktop.documents.guide.house_rules import HouseFacts, around, both, cell
from bolig_desktop.documents.guide.writer import NORWEGIAN, Writer
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import Block

VERSION = "cleaning_rota/1"
WEEKS = 12
_SHARES = (0.26, 0.24, 0.2, 0.3)


def build(case: CaseFile, facts: HouseFacts, languages: Sequence[str]) -> tuple[Frame, list[Block]]:
    """Return the rota from the next Monday (today, where that is one), explained in every language of the house."""
    first = facts.printed_on + timedelta(days=-facts.printed_on.weekday() % 7)
    mondays = [first + timedelta(weeks=number) for number in range(WEEKS)]
    weeks = {"first_week": _number(mondays[0]), "last_week": _number(mondays[-1])}
    spoken = [code for code in languages if code not in NORWEGIAN] or [*languages][:1]
    writers = [pages.writer(case, code, lambda wording: weeks) for code in spoken]
    made: list[Block] = []
    for write in writers:
        made += [write.title("rota_title"), write.topic("rota_subtitle", "rota_how", picture="broom")]
    heads = [_heads(writers, unit) for unit in ("rota_week", "rules_room", "rota_done", "rota_swap")]
    rooms = facts.rooms or ("",)
    rows: list[Sequence[tables.Cell]] = [
        [cell(_week(monday)), cell(rooms[number % len(rooms)]), None, None] for number, monday in enumerate(mondays)
    ]
    made.append(tables.grid(heads, rows, _SHARES, least=32, space_before=12))
    return pages.frame(around(facts, writers[0], "rota_title"), writers[0]), made


def _heads(writers: Sequence[Writer], unit: str) -> tuple[Run, ...]:
    """Return what a column is called, in Norwegian and in every language of the house."""
    return both(writers[0].text(unit), *(write.other_text(unit) for write in writers))


def _number(day: date) -> str:
    return str(day.isocalendar().week)


def _week(monday: date) -> str:
    sunday = monday + timedelta(days=6)
    return f"{_number(monday)} ({monday.day}.{monday.month}.–{sunday.day}.{sunday.month}.)"
