"""The rows of a copy packed as one zlib stream: text tightly, and what is packed already (photos, papers) quickly."""

import zlib

_LONG = 1 << 14
"""From how many bytes on a line is taken to hold a photo or a paper, where nothing is left to be found again."""
_RAW = -15
_HEAD, _END = b"\x78\x9c", b"\x03\x00"
"""A zlib stream's first two bytes, and its last block, an empty one (RFC 1950, RFC 1951)."""


class Packer:
    """Packs lines one after the other; what ``begin``, ``pack`` and ``end`` return, in a row, is one zlib stream.

    A photo in a line of JSON is as random as before it was written in sixty-four letters: searching it for what has
    stood before takes four times as long as counting its letters, and finds nothing.
    """

    def __init__(self) -> None:
        self._tight = zlib.compressobj(wbits=_RAW)
        self._quick = zlib.compressobj(wbits=_RAW, strategy=zlib.Z_HUFFMAN_ONLY)
        self._now = self._tight
        self._sum = zlib.adler32(b"")

    def begin(self) -> bytes:
        """Return what comes before the first line."""
        return _HEAD

    def pack(self, line: bytes) -> bytes:
        """Return as much of what is packed as is ready."""
        self._sum = zlib.adler32(line, self._sum)
        wanted = self._quick if len(line) >= _LONG else self._tight
        # A full flush forgets what went before, so no packer looks back over what the other has written since.
        rest = b"" if wanted is self._now else self._now.flush(zlib.Z_FULL_FLUSH)
        self._now = wanted
        return rest + wanted.compress(line)

    def end(self) -> bytes:
        """Return the rest."""
        return self._now.flush(zlib.Z_FULL_FLUSH) + _END + self._sum.to_bytes(4, "big")
