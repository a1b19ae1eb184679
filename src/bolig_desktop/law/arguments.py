"""The arguments a rule is asked with: read off a question's own signature, and refused kindly."""

import inspect
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from bolig_desktop.law.answers import Found
from bolig_desktop.text.dates import FIRST_YEAR, LAST_YEAR
from bolig_desktop.text.money import MOST_NOK
from bolig_desktop.text.sentences import sentence

Value = str | date | int | bool | Decimal
Form = Callable[..., Found]
"""One way to ask a rule: its parameters are the arguments, those with a default may be left out."""


class WrongQuestion(ValueError):  # noqa: N818 - says what it is
    """A rule cannot be asked so; its text is one sentence in bokmål: what is wrong and what would be right."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = facts

    def __str__(self) -> str:
        return sentence(self.code, "nb", **self.facts)


@dataclass(frozen=True, kw_only=True)
class Whole:
    """A whole number from ``least`` to ``most``."""

    least: int
    most: int


@dataclass(frozen=True, kw_only=True)
class OneOf:
    """One of these words."""

    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Month:
    """A month written ``2026-12``; read as its first day."""


Kroner = Annotated[int, Whole(least=0, most=MOST_NOK)]
Count = Annotated[int, Whole(least=0, most=99)]
Days = Annotated[int, Whole(least=0, most=36_500)]
Months = Annotated[int, Whole(least=0, most=1_200)]
Age = Annotated[int, Whole(least=0, most=120)]
Year = Annotated[int, Whole(least=FIRST_YEAR, most=LAST_YEAR)]
Becquerel = Annotated[int, Whole(least=0, most=99_999)]
AnyMonth = Annotated[date, Month()]


@dataclass(frozen=True, kw_only=True)
class Argument:
    """One argument: its name, its type (date, int, bool, Decimal, str), what narrows it, and whether it is needed."""

    name: str
    type: type
    narrowed: Whole | OneOf | Month | None
    needed: bool

    @property
    def usage(self) -> str:
        """The argument as it is typed: ``start``, ``[end]``, ``[room=yes]``."""
        shown = f"{self.name}=yes" if self.type is bool else self.name
        if isinstance(self.narrowed, OneOf):
            shown = f"{self.name}={'|'.join(self.narrowed.words)}"
        return shown if self.needed else f"[{shown}]"


@cache
def arguments_of(form: Form) -> tuple[Argument, ...]:
    """Return a form's arguments in order; ``own`` is the user's dated rows and no argument."""
    hints = get_type_hints(form, include_extras=True)
    return tuple(
        _argument(name, hints[name], needed=parameter.default is inspect.Parameter.empty)
        for name, parameter in inspect.signature(form).parameters.items()
        if name != "own"
    )


def takes_own(form: Form) -> bool:
    """Return whether the answer rests on dated parameters, which the user may have rows of their own for."""
    return "own" in inspect.signature(form).parameters


def usage(form: Form) -> str:
    """Return how a form is asked: ``start [end] [landlord_lives_in=yes]``."""
    return " ".join(argument.usage for argument in arguments_of(form))


def read(argument: Argument, value: Value) -> object:
    """Return what was typed as the argument's type. Raises WrongQuestion."""
    if argument.type is date:
        return _date(argument, value)
    if argument.type is bool:
        return _yes_or_no(argument, value)
    if argument.type is Decimal:
        return _index(argument, value)
    return _whole(argument, value) if argument.type is int else _word(argument, value)


def shown(value: object) -> str:
    """Return what was typed, short and on one line, to be named in a sentence."""
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:39] + "…"


def _argument(name: str, hint: Any, *, needed: bool) -> Argument:
    if get_origin(hint) in (Union, types.UnionType):  # «Kroner | None» is the one, «date | None» the other
        hint = next(part for part in get_args(hint) if part is not type(None))
    narrowed = None
    if get_origin(hint) is Annotated:
        hint, narrowed = get_args(hint)
    return Argument(name=name, type=hint, narrowed=narrowed, needed=needed)


def _date(argument: Argument, value: Value) -> date:
    found = value if isinstance(value, date) else None
    month = isinstance(argument.narrowed, Month)
    if isinstance(value, str):
        written = f"{value}-01" if month and re.fullmatch("[0-9]{4}-[0-9]{2}", value) else value
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
            try:
                found = date.fromisoformat(written)
            except ValueError:
                found = None
    if found is None:
        raise WrongQuestion(
            "law.wrong_month" if month else "law.wrong_date", argument=argument.name, value=shown(value)
        )
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise WrongQuestion("law.wrong_year", argument=argument.name, first=FIRST_YEAR, last=LAST_YEAR)
    return found.replace(day=1) if month else found


def _yes_or_no(argument: Argument, value: Value) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("yes", "no"):
        return value == "yes"
    raise WrongQuestion("law.wrong_yes_no", argument=argument.name, value=shown(value))


def _whole(argument: Argument, value: Value) -> int:
    assert isinstance(argument.narrowed, Whole)
    least, most = argument.narrowed.least, argument.narrowed.most
    if isinstance(value, str) and re.fullmatch("[0-9]{1,10}", value):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
        return value
    raise WrongQuestion("law.wrong_whole", argument=argument.name, value=shown(value), least=least, most=most)


def _index(argument: Argument, value: Value) -> Decimal:
    found = Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(value, str) and re.fullmatch("[0-9]{1,5}(?:[.,][0-9]{1,4})?", value):
        found = Decimal(value.replace(",", "."))
    if isinstance(found, Decimal) and found.is_finite() and 0 < found < 100_000:
        return found
    raise WrongQuestion("law.wrong_index", argument=argument.name, value=shown(value))


def _word(argument: Argument, value: Value) -> str:
    assert isinstance(argument.narrowed, OneOf)
    if isinstance(value, str) and value in argument.narrowed.words:
        return value
    words = ", ".join(argument.narrowed.words)
    raise WrongQuestion("law.wrong_word", argument=argument.name, value=shown(value), words=words)
