"""What leaves the office: a figure of one to four is hidden, and so is what would give it away."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set

from bolig_desktop.yearly.figures import FIGURES, Counted, Figure

FEWEST = 5
"""A smaller number of people, households or homes than this is told to nobody outside (domain.md, Year summary)."""
_REST = ""
"""What a whole leaves for parts nobody counts; it stands nowhere, and is reckoned where every part is told."""


def hidden(found: Mapping[str, Counted]) -> frozenset[str]:
    """Return the ids of the figures that must not be told outside the office.

    Too few: a count of one to four, or a figure reckoned from so few records. Beside them, so that no sum gives one
    away: as many of the smallest other parts as are needed, and where there are none, the whole; a share of anything
    hidden.
    """
    secret = {figure.id for figure in FIGURES if _is_few(figure, found[figure.id])}
    while more := set(_more(found, secret)) - secret:
        secret |= more
    secret |= {figure.id for figure in FIGURES if figure.of and secret.intersection(figure.of)}
    return frozenset(secret)


def _is_few(figure: Figure, found: Counted) -> bool:
    number = found.value if figure.is_count else len(found.rows)
    return number is not None and 0 < number < FEWEST


def _more(found: Mapping[str, Counted], secret: Set[str]) -> Iterator[str]:
    """Yield what must be hidden too, beside what is hidden already."""
    for whole, parts in _parted():
        yield from _given_away(whole, parts, found, secret)
    for whole, parts in _stood_under():
        yield from _alone(whole, parts, found, secret)


def _stood_under() -> Iterator[tuple[str, list[str]]]:
    """Yield each figure that is the sum of those that stand under it: days, or visits that were planned."""
    found: dict[str, list[str]] = defaultdict(list)
    for figure in FIGURES:
        if figure.under:
            found[figure.under].append(figure.id)
    yield from found.items()


def _alone(whole: str, parts: list[str], found: Mapping[str, Counted], secret: Set[str]) -> set[str]:
    """Return what hides a part that stands hidden alone under a sum that is told: the smallest of the others."""
    if whole in secret or len(secret & set(parts)) != 1:
        return set()
    others = sorted((found[one].value or 0, one) for one in parts if one not in secret and found[one].value)
    return {others[0][1]} if others else {whole}


def _parted() -> Iterator[tuple[str, list[str]]]:
    """Yield each figure that has parts, with the parts that lie beside each other."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for figure in FIGURES:
        if figure.part_of:
            found[figure.part_of, figure.side].append(figure.id)
    for (whole, _), parts in found.items():
        yield whole, parts


def _given_away(whole: str, parts: list[str], found: Mapping[str, Counted], secret: Collection[str]) -> set[str]:
    """Return what more must be hidden so that the whole and the parts that are told give no hidden part away."""
    values = {one: int(found[one].value or 0) for one in parts}
    values[_REST] = int(found[whole].value or 0) - sum(values.values())
    closed = {one for one in parts if one in secret} | ({_REST} if values[_REST] > 0 else set())
    if whole in secret or not any(0 < values[one] < FEWEST for one in closed):
        return set()
    told = sorted((value, one) for one, value in values.items() if one not in closed and one != _REST and value > 0)
    while _is_known(values, closed) and told:
        closed.add(told.pop(0)[1])
    return closed - {_REST} | ({whole} if _is_known(values, closed) else set())


def _is_known(values: Mapping[str, int], closed: Collection[str]) -> bool:
    """Say whether the sum of the hidden parts tells what one of them is, knowing that each of the few is 1 to 4."""
    few = [values[one] for one in closed if 0 < values[one] < FEWEST]
    if len(few) < len(closed):
        return False  # one that is not few may be anything
    return len(few) == 1 or sum(few) in (len(few), len(few) * (FEWEST - 1))
