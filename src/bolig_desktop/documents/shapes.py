"""Shapes of a picture read from data: paths, circles, rectangles and lines on a 64 by 64 grid, as PDF operators."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bolig_desktop.documents import ink

GRID = 64.0
WEIGHT = 2.6
_ROUND = 0.5523  # how far out the handles of a quarter of a circle stand
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)|[^\s,]")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}
_KINDS = ("path", "circle", "rect", "line")
_COLOURS = {"line": ink.ACCENT, "amber": ink.AMBER, "red": ink.RED}
_SURFACES = ("surface", "ground")

Point = tuple[float, float]


class BadPicture(Exception):  # noqa: N818 - our own bug: a picture that cannot be read
    """A picture there is none of, or one written wrongly."""


class Step(NamedTuple):
    """One step of a path: m (move), l (line), c (curve) or h (close), with its points; y grows downwards."""

    operator: str
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A path with the names of its colours; "" for none. surface: what things are made of; ground: what is behind."""

    steps: tuple[Step, ...]
    fill: str
    stroke: str
    width: float


def shape(row: Mapping[str, object]) -> Shape:
    """Return the shape one row of a picture describes.

    Raises ValueError for what cannot be read.
    """
    kinds = [kind for kind in _KINDS if kind in row]
    unknown = set(row) - {*_KINDS, "fill", "stroke", "width", "turn"}
    if len(kinds) != 1 or unknown:
        raise ValueError(f"one of {_KINDS} is needed, and no {sorted(unknown)}")
    value = row[kinds[0]]
    steps = _path(str(value)) if kinds[0] == "path" else _plain(kinds[0], value)
    return Shape(
        steps=tuple(_turned(step, _number(row.get("turn", 0))) for step in steps),
        fill=_colour(row.get("fill", "")),
        stroke=_colour(row.get("stroke", "line")),
        width=_number(row.get("width", WEIGHT)),
    )


def operators(shapes: Sequence[Shape], surface: ink.Colour, ground: ink.Colour) -> str:
    """Return the PDF operators that draw the shapes on the grid."""
    colours = {**_COLOURS, "surface": surface, "ground": ground}
    code = ["1 J 1 j"]
    for one in shapes:
        if one.fill:
            code.append(f"{_said(colours[one.fill])} rg")
        if one.stroke:
            code.append(f"{_said(colours[one.stroke])} RG {_short(one.width)} w")
        for step in one.steps:
            code.extend((*(f"{_short(x)} {_short(y)}" for x, y in step.points), step.operator))
        code.append("B" if one.fill and one.stroke else "f" if one.fill else "S")
    return " ".join(code)


def _said(colour: ink.Colour) -> str:
    return " ".join(f"{part:g}" for part in colour)


def _short(number: float) -> str:
    return f"{round(number, 2) + 0.0:g}"


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"no number: {value!r}")
    return float(value)


def _colour(value: object) -> str:
    if value == "" or value in _COLOURS or value in _SURFACES:
        return str(value)
    raise ValueError(f"no colour: {value!r}")


def _plain(kind: str, value: object) -> list[Step]:
    """Return the steps of a circle [x, y, r], a rectangle [x, y, width, height, r] or a line [x, y, x, y, …]."""
    numbers = [_number(part) for part in value] if isinstance(value, list) else []
    if kind == "circle" and len(numbers) == 3:
        x, y, r = numbers
        return _rounded(x - r, y - r, 2 * r, 2 * r, r)
    if kind == "rect" and len(numbers) in (4, 5):
        x, y, width, height, r = (*numbers, 0.0)[:5]
        return _rounded(x, y, width, height, r)
    if kind == "line" and len(numbers) >= 4 and len(numbers) % 2 == 0:
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        return [Step("m", (points[0],)), *(Step("l", (point,)) for point in points[1:])]
    raise ValueError(f"no {kind}: {value!r}")


def _rounded(x: float, y: float, width: float, height: float, r: float) -> list[Step]:
    """Return a rectangle with round corners; a circle is one that is all corners."""
    right, bottom, k = x + width, y + height, r * (1 - _ROUND)
    if r == 0:
        corners = ((x, y), (right, y), (right, bottom), (x, bottom))
        return [Step("m", corners[:1]), *(Step("l", (corner,)) for corner in corners[1:]), Step("h")]
    return [
        Step("m", ((x + r, y),)),
        Step("l", ((right - r, y),)),
        Step("c", ((right - k, y), (right, y + k), (right, y + r))),
        Step("l", ((right, bottom - r),)),
        Step("c", ((right, bottom - k), (right - k, bottom), (right - r, bottom))),
        Step("l", ((x + r, bottom),)),
        Step("c", ((x + k, bottom), (x, bottom - k), (x, bottom - r))),
        Step("l", ((x, y + r),)),
        Step("c", ((x, y + k), (x + k, y), (x + r, y))),
        Step("h"),
    ]


def _path(text: str) -> list[Step]:
    """Return the steps of a path in SVG's syntax: absolute M L H V C Q A Z, every number with its letter."""
    tokens = _TOKEN.findall(text)
    steps: list[Step] = []
    at, begun, place = (0.0, 0.0), (0.0, 0.0), 0
    while place < len(tokens):
        letter = tokens[place]
        if letter not in _NUMBERS or (not steps and letter != "M"):
            raise ValueError(f"no step: {letter!r}")
        numbers = [float(token) for token in tokens[place + 1 : place + 1 + _NUMBERS[letter]]]
        if len(numbers) < _NUMBERS[letter]:
            raise ValueError(f"{letter} lacks numbers")
        place += 1 + len(numbers)
        made = _steps(letter, numbers, at)
        steps.extend(made)
        at = made[-1].points[-1] if letter != "Z" else begun
        begun = at if letter == "M" else begun
    if len(steps) < 2:
        raise ValueError("a path that goes nowhere")
    return steps


def _steps(letter: str, numbers: Sequence[float], at: Point) -> list[Step]:
    """Return what one letter with its numbers draws from where the pen is."""
    if letter == "H":
        return [Step("l", ((numbers[0], at[1]),))]
    if letter == "V":
        return [Step("l", ((at[0], numbers[0]),))]
    if letter == "A":
        return _arc(at, numbers)
    points = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    if letter == "Q":
        (cx, cy), end = points
        first = (at[0] + (cx - at[0]) * 2 / 3, at[1] + (cy - at[1]) * 2 / 3)
        return [Step("c", (first, (end[0] + (cx - end[0]) * 2 / 3, end[1] + (cy - end[1]) * 2 / 3), end))]
    return [Step({"M": "m", "L": "l", "C": "c", "Z": "h"}[letter], points)]


def _arc(at: Point, numbers: Sequence[float]) -> list[Step]:
    """Return the arc of a circle (both radii alike) as curves of a quarter turn at most."""
    r, other, _, large, sweep, x, y = numbers
    dx, dy = (x - at[0]) / 2, (y - at[1]) / 2
    half = math.hypot(dx, dy)
    if r != other or not half or half > r + 0.05:
        raise ValueError(f"no arc of a circle: {numbers}")
    away = math.sqrt(max(0.0, r * r - half * half)) / half * (-1 if bool(large) == bool(sweep) else 1)
    centre_x, centre_y = at[0] + dx - dy * away, at[1] + dy + dx * away
    start = math.atan2(at[1] - centre_y, at[0] - centre_x)
    turn = math.atan2(y - centre_y, x - centre_x) - start
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    parts = max(1, math.ceil(abs(turn) / (math.pi / 2) - 0.001))
    step = turn / parts
    handle = 4 / 3 * math.tan(step / 4) * r
    made: list[Step] = []
    for part in range(parts):
        a, b = start + part * step, start + (part + 1) * step
        from_x, from_y = centre_x + r * math.cos(a), centre_y + r * math.sin(a)
        to = (centre_x + r * math.cos(b), centre_y + r * math.sin(b)) if part < parts - 1 else (x, y)
        first = (from_x - handle * math.sin(a), from_y + handle * math.cos(a))
        made.append(Step("c", (first, (to[0] + handle * math.sin(b), to[1] - handle * math.cos(b)), to)))
    return made


def _turned(step: Step, degrees: float) -> Step:
    """Return a step turned clockwise round the middle of the grid."""
    if not degrees:
        return step
    cos, sin, middle = math.cos(math.radians(degrees)), math.sin(math.radians(degrees)), GRID / 2
    return Step(
        step.operator,
        tuple(
            (middle + (x - middle) * cos - (y - middle) * sin, middle + (x - middle) * sin + (y - middle) * cos)
            for x, y in step.points
        ),
    )
