"""How a dated figure is said on the screen: its name, its value in its unit, when it holds and where it is from."""

from datetime import date

from bolig_desktop.law import figures
from bolig_desktop.law.figures import Sort
from bolig_desktop.law.parameters import Parameter, ParameterValue
from bolig_desktop.law.sources import Certainty
from bolig_desktop.text.dates import MONTHS, show_date
from bolig_desktop.text.money import show_decimal
from bolig_desktop.text.sentences import sentence
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.words import language, tr

_COUNTED = {Sort.DAYS: {"workdays": "workday", "days": "day"}}


def title(name: str) -> str:
    """Return what a figure is called; one the program no longer knows by its own name."""
    return sentence(f"parameter.{name}.title", language()) if name in figures.FIGURES else name


def bare(sort: Sort, value: ParameterValue) -> str:
    """Return a value as it is typed: ``73,7``, ``92 234``, ``31.12.2026``, ``15. februar``."""
    match value:
        case date():
            return show_date(value)
        case str() if sort is Sort.DAY_OF_YEAR:
            month, day = value.split("-")
            return f"{int(day)}{'' if language() == 'en' else '.'} {MONTHS[language()][int(month) - 1]}"
        case str() if sort is Sort.BASE:
            return value.replace("=", "\u00a0=\u00a0")
        case str() if sort is Sort.REMAINDERS:
            return ", ".join(value)
        case str():
            return value
    return show_decimal(value)


def worth(row: Parameter) -> str:
    """Return a row's value in its unit: ``73,7 %``, ``61 kr per måned``, ``den 25. i måneden``."""
    figure = figures.FIGURES.get(row.name)
    if figure is None or row.value is None:
        return tr("ikke slått opp")
    unit = f"parameter.unit_{figure.unit}.short"
    if figure.sort is Sort.DAYS:
        counted = ((_COUNTED[Sort.DAYS][figure.unit], int(str(row.value))),)
        return sentence(unit, language(), days_counted=counted)
    return sentence(unit, language(), value=bare(figure.sort, row.value))


def holds(row: Parameter) -> str:
    """Return when a row holds, "" where it always does."""
    first, last = ("" if day is None else show_date(day) for day in (row.valid_from, row.valid_to))
    if first and last:
        return tr("gjelder {first}–{last}", first=first, last=last)
    if last:
        return tr("gjelder til {day}", day=last)
    return tr("gjelder fra {day}", day=first) if first else ""


def about(row: Parameter, today: date, next_check: date | None, looked_on: date | None = None) -> str:
    """Return what stands under a row: when it holds, its source, how certain it is, and when it is checked next.

    next_check: None for a row nobody reckons with today. looked_on: when the user looked it up herself.
    """
    known = "" if row.value is None and row.certainty is Certainty.M else label(row.certainty)
    check = "" if next_check is None else tr("kontrolleres igjen {day}", day=show_date(next_check))
    if next_check is not None and next_check < today:
        check = tr("skulle vært kontrollert innen {day}", day=show_date(next_check))
    looked = "" if looked_on is None else tr("kontrollert {day}", day=show_date(looked_on))
    parts = (holds(row), row.source, known, looked, check)
    return " · ".join(part for part in parts if part).replace("§ ", "§\u00a0")
