"""Read a photo from a file and scale it: a plain JPEG with nothing in it of where, when or with what it was taken.

Everything stays in memory, and Pillow is read when the first photo is, not when the program starts.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bolig_desktop.errors import Problem, Refused

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 40_000_000
MOST_PIXELS = 120_000_000
MOST_PIXELS_AT_ONCE = 50_000_000
"""A JPEG is made smaller while it is read; every other kind is read whole first, and takes four bytes a pixel."""
LONGEST_SIDE = 1600
QUALITY = 80

_KINDS = {
    "JPEG": "JpegImagePlugin",
    "PNG": "PngImagePlugin",
    "WEBP": "WebPImagePlugin",
    "TIFF": "TiffImagePlugin",
    "BMP": "BmpImagePlugin",
    "GIF": "GifImagePlugin",
}
"""What is read, and what of Pillow reads it; the rest are no photos, and some of it starts other programs."""
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_ORIENTATION, _CHANGED_AT, _EXIF, _TAKEN_AT = 0x0112, 0x0132, 0x8769, 0x9003
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}  # what EXIF says, and the ``Transpose`` that rights it
_EARLIEST = date(1990, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Scaled:
    """A photo as it is kept. taken_on: the day its file says it was taken, None where it says none that can be."""

    content: bytes
    width: int
    height: int
    taken_on: date | None


class Source(NamedTuple):
    """Where a photo comes from: a file, or bytes that are in memory already, and what it is called in sentences."""

    name: str
    path: Path | None = None
    content: bytes = b""


@dataclass
class Batch:
    """What came of many: those read, and why the others were not."""

    read: list[tuple[Source, Scaled]] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)


def read_into(batch: Batch, sources: Sequence[Source], told: Callable[[int, int], None]) -> Batch:
    """Read one after the other into ``batch``, which keeps what was read before ``told`` or anything else raised."""
    for done, source in enumerate(sources):
        told(done, len(sources))
        try:
            batch.read.append((source, scaled(source)))
        except Refused as refused:
            batch.refused += refused.problems
    return batch


def scaled(source: Source) -> Scaled:
    """Return the photo scaled to at most ``LONGEST_SIDE``. Raises Refused with a sentence that names the file."""
    content = source.content if source.path is None else _bytes_of(source.path, source.name)
    if not content:
        raise _refused("empty", source.name)
    if len(content) > MOST_BYTES:
        raise _too_large(source.name, len(content))
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        raise _refused("heic", source.name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow thinks odd in a file it reads nevertheless
        return _scaled(content, source.name)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise _refused("folder", name)
        if (size := path.stat().st_size) > MOST_BYTES:
            raise _too_large(name, size)
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _refused("missing", name) from None
    except PermissionError:
        raise _refused("no_access", name) from None
    except OSError as error:
        raise _refused("unreadable", name) from error


def _scaled(content: bytes, name: str) -> Scaled:
    from PIL import Image, UnidentifiedImageError

    for module in _KINDS.values():
        importlib.import_module(f"PIL.{module}")
    try:
        opened = Image.open(io.BytesIO(content), formats=tuple(_KINDS))
    except UnidentifiedImageError:
        raise _refused("not_image", name) from None
    except Image.DecompressionBombError:
        raise _too_many_pixels(name, MOST_PIXELS) from None
    except Exception as error:  # a decoder given foreign bytes may raise anything
        raise _refused("damaged", name) from error
    with opened:
        _check_pixels(opened, name)
        try:
            taken_on, turn = _said(opened)
            picture = _as_shown(opened, turn)
        except Exception as error:
            raise _refused("damaged", name) from error
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=QUALITY)
    return Scaled(content=written.getvalue(), width=picture.width, height=picture.height, taken_on=taken_on)


def _check_pixels(opened: Image.Image, name: str) -> None:
    most = MOST_PIXELS if opened.format in ("JPEG", "MPO") else MOST_PIXELS_AT_ONCE
    if opened.width * opened.height > most:
        raise _too_many_pixels(name, most)


def _as_shown(opened: Image.Image, turn: int) -> Image.Image:
    """Return the first picture in the file, small, upright and in plain colours, with none of what else was there."""
    from PIL import Image

    opened.draft(None, (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is then read at a half, a fourth or an eighth
    opened.load()
    picture = _in_plain_colours(opened)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
    if turn in _TURNS:
        picture = picture.transpose(Image.Transpose(_TURNS[turn]))
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)  # a new picture: what the old one carries (comments, profiles) has nowhere to stand
    return bare


def _in_plain_colours(opened: Image.Image) -> Image.Image:
    from PIL import Image

    if opened.mode.startswith("I;16"):  # as they are, Pillow would cut off every level above 255
        return opened.convert("F").point(lambda level: level * (1 / 256) + 0).convert("L").convert("RGB")
    if opened.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in opened.info:
        seen = opened.convert("RGBA")
        white = Image.new("RGB", seen.size, "white")
        white.paste(seen, mask=seen.getchannel("A"))
        return white
    return opened if opened.mode == "RGB" else opened.convert("RGB")


def _said(opened: Image.Image) -> tuple[date | None, int]:
    """Return the day the file says the photo was taken, and which way it says is up."""
    with contextlib.suppress(Exception):  # what a camera has written wrong takes nothing from the picture
        exif = opened.getexif()
        return _day(exif.get_ifd(_EXIF).get(_TAKEN_AT)) or _day(exif.get(_CHANGED_AT)), int(exif.get(_ORIENTATION, 1))
    return None, 1


def _day(said: object) -> date | None:
    try:
        day = datetime.strptime(str(said).strip("\0 ")[:10], "%Y:%m:%d").date()  # noqa: DTZ007 - the camera's own day
    except ValueError:
        return None
    return day if day >= _EARLIEST else None


def _too_large(name: str, size: int) -> Refused:
    return _refused("too_large", name, size=max(size // 1_000_000, 41), most=MOST_BYTES // 1_000_000)


def _too_many_pixels(name: str, most: int) -> Refused:
    return _refused("too_many_pixels", name, most=most // 1_000_000)


def _refused(code: str, name: str, **facts: object) -> Refused:
    return Refused(Problem(field="", code=f"photo.{code}", facts={"file": name, **facts}))
