"""Days as the page says them: in a pill, and in a sentence."""

from datetime import date, timedelta

from bolig_desktop.agenda.items import A_WEEK, Item, Status, status
from bolig_desktop.text.dates import MONTHS, long_date, show_date
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.words import language, tr

TONES = {
    Status.LATE: Tone.DANGER,
    Status.UNCERTAIN: Tone.DANGER,
    Status.WEEK: Tone.SOON,
    Status.MONTH: Tone.MUTED,
    Status.LATER: Tone.MUTED,
}


def weekday(day: date) -> str:
    """Return the name of the day of the week."""
    return (
        tr("mandag"), tr("tirsdag"), tr("onsdag"), tr("torsdag"), tr("fredag"), tr("lørdag"), tr("søndag")
    )[day.weekday()]  # fmt: skip


def whole(day: date) -> str:
    """Return ``fredag 29. januar 2027``."""
    return f"{weekday(day)} {long_date(day, language())}"


def short(day: date, today: date) -> str:
    """Return ``29. januar``, with the year where it is another."""
    if day.year != today.year:
        return long_date(day, language())
    dot = "" if language() == "en" else "."
    return f"{day.day}{dot} {MONTHS[language()][day.month - 1]}"


def pill(one: Item, today: date) -> Pill:
    """Return the day to act by; what is late or uncertain says so in a word."""
    now, day = status(one, today), one.act_by
    if now is Status.UNCERTAIN:
        return tr("usikkert"), TONES[now]
    if day < today:
        return tr("{day} · for sent", day=_numbers(day, today)), TONES[now]
    return _ahead(day, today), TONES[now]


def brief(one: Item, today: date) -> str:
    """Return what the pill says where there is little room."""
    if one.act_by < today and status(one, today) is not Status.UNCERTAIN:
        return tr("for sent")
    return _numbers(one.act_by, today) if one.act_by > today + A_WEEK else ""


def _numbers(day: date, today: date) -> str:
    return show_date(day) if day.year != today.year else show_date(day)[:-4]


def _ahead(day: date, today: date) -> str:
    if day == today:
        return tr("i dag")
    if day == today + timedelta(days=1):
        return tr("i morgen")
    if day > today + A_WEEK:
        return short(day, today)
    dot = "" if language() == "en" else "."
    return f"{weekday(day)} {day.day}{dot}"


def distance(one: Item, today: date) -> Pill:
    """Return how far off the day to act by is, for the head of the case."""
    now, days = status(one, today), (one.act_by - today).days
    if now is Status.UNCERTAIN:
        return tr("Usikkert"), TONES[now]
    if days < -1:
        return tr("{days} dager for sent", days=-days), TONES[now]
    words = {-1: tr("1 dag for sent"), 0: tr("I dag"), 1: tr("I morgen")}
    return words.get(days) or tr("Om {days} dager", days=days), TONES[now]
