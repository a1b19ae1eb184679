"""What leaves the office: a figure of one to four is hidden, and so is what would give it away.

A reader may know every sum the figures are part of, and that a figure is hidden for being small. So it is asked of
each small figure whether it could just as well be another number with all that is told as it is. Where it could not,
one more figure is hidden, and it is asked again.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from bolig_desktop.yearly.figures import FIGURES, Counted, Figure

FEWEST = 5
"""A smaller number of people, households or homes than this is told to nobody outside (domain.md, Year summary)."""

_BESIDE = (
    ("leases_begun", ("KOSantnyinnflytt0000", "swaps", "extensions")),
    ("visits_agreed", ("visits_made", "visits_not_made")),
)
"""Figures that stand beside each other and, in most years, come to another one."""
_LIVING = {
    "settled_single": 1,
    "settled_unaccompanied_minor": 1,
    "settled_couple": 2,
    "settled_single_parent": 2,
    "settled_family": 3,
}
"""How many people come with a household of each kind, with the last two at least so many: where there are any of
these, nobody can reckon from people to households."""
_OF_ANY_SIZE = ("settled_single_parent", "settled_family")
_STEPS = (1, -1, 2, -2, 3, -3)
_MOVES = 7
"""How many figures may be other ones together: who would have to think of more is told nothing."""
_WHOLES = frozenset(figure.part_of or figure.under for figure in FIGURES)


class _Sum(NamedTuple):
    """A figure that others come to. parts: how many times each of them counts.

    rest: what the whole leaves for parts nobody counts; is_of_some: whether that is a number of anybody or anything;
    is_unknown: whether a reader cannot even say that there is none.
    """

    whole: str
    parts: Mapping[str, int]
    rest: int
    is_of_some: bool = False
    is_unknown: bool = True

    @property
    def rest_name(self) -> str:
        """What the rest is called among the figures."""
        return " - ".join((self.whole, *self.parts))

    @property
    def terms(self) -> dict[str, int]:
        """All that comes to nothing together, with how many times each counts."""
        return {self.whole: 1, self.rest_name: -1} | {part: -times for part, times in self.parts.items()}


def _parted() -> list[tuple[str, tuple[str, ...]]]:
    """Return each figure that has parts, with the parts that lie beside each other, or stand under it."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for figure in FIGURES:
        if whole := figure.part_of or figure.under:
            found[whole, figure.side].append(figure.id)
    return [(whole, tuple(parts)) for (whole, _), parts in found.items()]


_PARTED = _parted()


def hidden(found: Mapping[str, Counted]) -> frozenset[str]:
    """Return the ids of the figures that must not be told outside the office.

    Too few: a count of one to four, or a figure reckoned from so few records. Beside them, so that no sum gives one
    away: the smallest other parts, and where these do not help, the whole; and what is reckoned from anything hidden.
    """
    few = {figure.id for figure in FIGURES if _is_few(figure, found[figure.id])}
    beside: list[str] = []
    given_up: set[str] = set()  # nothing around it is told any more, not even what there was none of
    while (name := (reader := _Reader(found, {*few, *beside})).given_away(given_up)) is not None:
        other = reader.best_hidden_beside(name)
        if other is None:
            given_up.add(name)
        else:
            beside.append(other)
    for other in () if given_up else tuple(beside):  # what was hidden first may be of no use after the next
        fewer = [one for one in beside if one != other]
        if _Reader(found, {*few, *fewer}).given_away(given_up) is None:
            beside = fewer
    secret = {*few, *beside}
    reckoned = (one.id for one in FIGURES if secret.intersection(one.of) and found[one.id].value is not None)
    return frozenset(secret.union(reckoned))


def untold(found: Mapping[str, Counted], secret: Set[str]) -> frozenset[str]:
    """Return the codes of what makes figures unsure whose number might be what a sum leaves for something hidden."""
    beside = set(secret)
    for one in _sums(found, secret):
        if 0 < one.rest < FEWEST or any(name in secret for name in one.terms):
            beside.update(one.terms)
    return frozenset(each.code for name in beside if name in found for each in found[name].unsure)


def _is_few(figure: Figure, found: Counted) -> bool:
    number = found.value if figure.is_count else found.behind
    return number is not None and 0 < number < FEWEST


def _sums(found: Mapping[str, Counted], secret: Set[str]) -> Iterator[_Sum]:
    """Yield every sum a reader may know, as far as this year's figures come to it."""
    for whole, parts in _PARTED:
        if (rest := _rest(found, whole, dict.fromkeys(parts, 1))) >= 0:
            yield _Sum(whole, dict.fromkeys(parts, 1), rest, is_of_some=True, is_unknown=rest > 0)
    for whole, parts in _BESIDE:
        if (rest := _rest(found, whole, dict.fromkeys(parts, 1))) >= 0:
            yield _Sum(whole, dict.fromkeys(parts, 1), rest, is_unknown=rest > 0)
    if not any(found[one].value for one in _OF_ANY_SIZE) and (rest := _rest(found, "settled", _LIVING)) >= 0:
        yield _Sum("settled", _LIVING, rest, is_unknown=rest > 0 or not secret.isdisjoint(_OF_ANY_SIZE))


def _rest(found: Mapping[str, Counted], whole: str, parts: Mapping[str, int]) -> int:
    return _number(found[whole]) - sum(times * _number(found[part]) for part, times in parts.items())


def _number(one: Counted) -> int:
    return int(one.value or 0)


class _Reader:
    """Somebody outside who has every figure that is told, and thinks."""

    def __init__(self, found: Mapping[str, Counted], secret: Set[str]) -> None:
        self._secret = secret
        self._values = {name: _number(one) for name, one in found.items()}
        self._least: dict[str, int] = dict.fromkeys(secret, 0)
        self._most: dict[str, int] = {}
        self._small: list[str] = []
        self._sums: dict[str, list[_Sum]] = defaultdict(list)
        for figure in FIGURES:
            if figure.id in secret and _is_few(figure, found[figure.id]):
                self._think_small(figure.id, is_count=figure.is_count)
        for one in _sums(found, secret):
            for name in one.terms:
                self._sums[name].append(one)
            self._think_of_rest(one)

    def _think_small(self, name: str, *, is_count: bool = True) -> None:
        self._small.append(name)
        self._least[name] = 1
        if is_count:
            self._most[name] = FEWEST - 1

    def _think_of_rest(self, one: _Sum) -> None:
        self._values[one.rest_name] = one.rest
        if one.is_of_some and 0 < one.rest < FEWEST:
            self._think_small(one.rest_name)
        elif one.is_unknown:
            self._least[one.rest_name] = FEWEST if one.is_of_some else 0

    def given_away(self, besides: Set[str]) -> str | None:
        """Return a small figure that can only be what it is, None where there is none."""
        return next((one for one in self._small if one not in besides and not self._may_be_other(one)), None)

    def best_hidden_beside(self, name: str) -> str | None:
        """Return which figure to hide for another's sake, None where nothing around it is told.

        The nearest; of those first a part, the smallest that is anything, then one of nothing, and last a whole.
        """
        seen, near = {name}, [name]
        while near:
            sums = [one for each in near for one in self._sums[each]]
            told = [choice for one in sums for choice in self._choices(one)]
            if told:
                return min(told)[-1]
            near = [one for each in sums for one in each.terms if one in self._least and one not in seen]
            seen.update(near)
        return None

    def _choices(self, one: _Sum) -> Iterator[tuple[bool, bool, int, str]]:
        for name in (one.whole, *one.parts):
            if name not in self._secret:
                value = self._values[name]
                yield name == one.whole or name in _WHOLES, not value, value, name

    def _may_be_other(self, name: str) -> bool:
        return any(self._may_be(name, step) and self._comes_out({name: step}) for step in _STEPS)

    def _may_be(self, name: str, step: int) -> bool:
        value = self._values[name] + step
        return name in self._least and self._least[name] <= value <= self._most.get(name, value)

    def _comes_out(self, moved: Mapping[str, int]) -> bool:
        """Return whether every sum comes out with some figures moved, or with some more of the hidden ones moved."""
        for one in [each for name in moved for each in self._sums[name]]:
            terms = one.terms
            over = sum(times * moved.get(name, 0) for name, times in terms.items())
            if over:
                steps = {name: -over // times for name, times in terms.items() if over % times == 0}
                return len(moved) < _MOVES and any(
                    name not in moved and self._may_be(name, step) and self._comes_out({**moved, name: step})
                    for name, step in steps.items()
                )
        return True
