"""The photos of Nordvik, drawn here: damp in a corner, a ceiling that drips, a vent closed with tape."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import TYPE_CHECKING

from bolig_desktop.casefile import CaseFile, photos
from bolig_desktop.casefile.photos import Holder
from bolig_desktop.demo.register import Part
from bolig_desktop.maintenance.records import DefectKind

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

SIZE = (800, 600)
_WALL, _CEILING, _FRAME, _SKY, _TAPE = "#d8d2c4", "#ece9e1", "#f7f5ef", "#a9c4d6", "#8d8f94"


def attach(case: CaseFile, part: Part) -> None:
    """Give the two defects that are about water, and the latest visit that found damp, a photo each."""
    drawn = {DefectKind.DAMP: ("Hjørnet ved vinduet", _damp), DefectKind.LEAK: ("Taket over dusjen", _drip)}
    for defect in part.defects:
        if (found := drawn.pop(defect.kind, None)) is not None:
            caption, draw = found
            _attach(case, Holder(caption, defect_id=defect.id), defect.reported_on, draw())
    found_damp = [one for one in part.visits if one.visited_on is not None and "p" in one.moisture]
    for visit in sorted(found_damp, key=lambda one: (one.visited_on or date.min, one.id or 0))[-1:]:
        where = Holder("Ventilen på badet, teipet igjen", household_id=visit.household_id, visit_id=visit.id)
        _attach(case, where, visit.visited_on or case.clock(), _vent())


def _attach(case: CaseFile, holder: Holder, taken_on: date, picture: Image) -> None:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=80)
    photo = holder.photo(taken_on=taken_on, width=picture.width, height=picture.height)
    photos.attach(case, dataclasses.replace(photo, caption=holder.title), written.getvalue())


def _canvas(colour: str) -> tuple[Image, ImageDraw]:
    # Pillow is read when something is to be drawn, as where photos are read.
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", SIZE, colour)
    return picture, ImageDraw.Draw(picture)


def _damp() -> Image:
    picture, pen = _canvas(_WALL)
    pen.rectangle((0, 0, 800, 90), fill=_CEILING)
    for x, y, radius, dark in _spots(0, 94, 420, 420):
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(dark, dark, dark - 8))
    pen.rectangle((420, 150, 760, 520), fill=_FRAME)
    for left in (445, 600):
        pen.rectangle((left, 175, left + 135, 495), fill=_SKY)
    return picture


def _drip() -> Image:
    picture, pen = _canvas(_CEILING)
    for ring in range(6):
        inset = ring * 26
        shade = 214 - ring * 9
        pen.ellipse((190 + inset, 120 + inset, 610 - inset, 420 - inset), fill=(shade, shade - 16, shade - 44))
    for x, y in ((390, 440), (402, 520)):
        pen.ellipse((x, y, x + 18, y + 30), fill="#7fa3b8")
    return picture


def _vent() -> Image:
    picture, pen = _canvas(_WALL)
    pen.rectangle((270, 170, 530, 430), fill=_FRAME, outline="#b9b4a6", width=4)
    for y in range(200, 410, 26):
        pen.line((295, y, 505, y), fill="#6d6a62", width=8)
    for y in (205, 285, 365):
        pen.polygon(((250, y), (548, y - 12), (550, y + 44), (252, y + 56)), fill=_TAPE)
    return picture


def _spots(x: int, y: int, across: int, down: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield dark spots, the closer the nearer they are to the corner."""
    chance = Random(7)
    for _ in range(300):
        right, under = chance.random() ** 2, chance.random() ** 2
        if right + under < 1:
            yield x + int(across * right), y + int(down * under), chance.randint(2, 8), chance.randint(50, 110)
