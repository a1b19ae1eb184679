"""Looks for words in bytes in every form in which a program hides them, knowingly or not."""

import base64
import binascii
import contextlib
import functools
import gzip
import html
import io
import quopri
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

_DEEPEST = 4
_SMALL = 64
_MOST = 64 * 1024 * 1024
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}={0,2}")
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}){6,}")
_ASCII85 = bytes(range(ord("!"), ord("u") + 1)) + b"z \t\n\r\x0b\x0c"
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_JSON_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")


def found(data: bytes, words: Iterable[str]) -> set[str]:
    """Return those of the words that stand anywhere in the bytes, whatever their case, spacing or wrapping."""
    wanted = {word: _squeezed(word) for word in words}
    hits: set[str] = set()
    for squeezed in _texts(data, _DEEPEST):
        hits |= {word for word, folded in wanted.items() if folded in squeezed}
        if len(hits) == len(wanted):
            break
    return hits


def found_in_folder(folder: Path, words: Iterable[str]) -> dict[str, set[str]]:
    """Return what stands in each file below the folder, and in its name."""
    wanted = tuple(words)
    hits = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        here = found(name.encode("utf-8", "surrogateescape"), wanted)
        here |= found(path.read_bytes(), wanted) if path.is_file() and not path.is_symlink() else set()
        if here:
            hits[name] = here
    return hits


def _squeezed(text: str) -> str:
    return "".join(text.casefold().split())


def _texts(data: bytes, depth: int) -> Iterator[str]:
    """Yield, squeezed, the bytes read as text in every way, and what is packed inside them."""
    for text in _plain_texts(data):
        yield _squeezed(text)
        yield from map(_squeezed, _unescaped(text))
    if depth:
        for inner in _inside(data):
            yield from (_texts if len(inner) > _SMALL else _small)(inner, depth - 1)


@functools.lru_cache(maxsize=1 << 17)
def _small(data: bytes, depth: int) -> tuple[str, ...]:
    """Return the same for a few bytes: most are words of the program, which stand in all it writes."""
    return tuple(dict.fromkeys(_texts(data, depth)))


def _plain_texts(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "replace")
    if not data.isascii():
        yield data.decode("latin-1")
    if b"\x00" in data:
        for start in (0, 1):
            yield data[start:].decode("utf-16-le", "replace")
            yield data[start:].decode("utf-16-be", "replace")


def _unescaped(text: str) -> Iterator[str]:
    if "\\u" in text:
        yield _JSON_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if "&" in text:
        yield html.unescape(text)
    if "%" in text:
        yield _PERCENT.sub(lambda match: unquote(match[0]), text)  # all of it would be read letter by letter
    if "=" in text:
        yield quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace")


def _inside(data: bytes) -> Iterator[bytes]:
    yield from _packed(data)
    for match in _BASE64.finditer(data):
        run = match[0].rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
        for start in range(4):
            part = run[start:]
            yield base64.b64decode(
                part[: len(part) // 4 * 4] if len(part) % 4 == 1 else part + b"=" * (-len(part) % 4)
            )
    for match in _HEX.finditer(data):
        yield binascii.unhexlify(match[0])
    for before in data.split(b"~>")[:-1]:
        run = before[len(before.rstrip(_ASCII85)) :]  # looked for forwards, each letter would be a beginning
        with contextlib.suppress(ValueError):
            yield base64.a85decode(run)
    if b"%PDF" in data:
        yield from _of_pdf(data)


def _packed(data: bytes) -> Iterator[bytes]:
    for match in _ZLIB.finditer(data):
        try:
            inner = zlib.decompressobj().decompress(data[match.start() :], _MOST)
        except zlib.error:
            continue
        if inner:
            yield inner
    if data.startswith(b"\x1f\x8b"):
        with contextlib.suppress(OSError, EOFError, zlib.error):
            yield gzip.decompress(data)
    if b"PK\x03\x04" in data:
        with contextlib.suppress(zipfile.BadZipFile, RuntimeError), zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield member.filename.encode()
                yield archive.read(member)


def _of_pdf(data: bytes) -> Iterator[bytes]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    with contextlib.suppress(PyPdfError, ValueError, KeyError):
        reader = PdfReader(io.BytesIO(data[data.index(b"%PDF") :]))
        yield "\n".join(page.extract_text() for page in reader.pages).encode("utf-8", "replace")
        yield "\n".join(map(str, (reader.metadata or {}).values())).encode("utf-8", "replace")
