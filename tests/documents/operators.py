"""The operators of a page, read one after the other; quicker by far than pypdf, which reads them byte by byte.

It reads what our own papers are made of and raises ValueError at anything else: a word in parentheses, a comment.
"""

import re
from collections.abc import Iterator
from typing import Any

_PART = re.compile(
    rb"\s*(?:(?P<text><[0-9A-Fa-f\s]*>)|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))(?![^\s<>\[\]()/])"
    rb"|(?P<sign><<|>>|\[|\])|(?P<name>/[^\s<>\[\]()/%]+)|(?P<image>BI\s.*?\sEI(?=\s|$))"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*]*)|$)",
    re.DOTALL,
)


def operators(content: bytes) -> Iterator[tuple[list[Any], bytes]]:
    """Yield each operator of a page with what stands before it: bytes, numbers, names, lists and dictionaries."""
    open_lists: list[list[Any]] = [[]]
    end = 0
    while end < len(content):
        part = _PART.match(content, end)
        if part is None:
            raise ValueError(f"not one of ours: {content[end : end + 40]!r}")
        end = part.end()
        kind = part.lastgroup
        if kind == "text":
            open_lists[-1].append(bytes.fromhex(part["text"][1:-1].decode()))
        elif kind == "number":
            open_lists[-1].append(float(part["number"]))
        elif kind == "name":
            open_lists[-1].append(part["name"].decode())
        elif kind == "sign":
            _open_or_close(open_lists, part["sign"])
        elif kind is not None:
            if len(open_lists) != 1:
                raise ValueError(f"never closed before {part[0]!r}")
            yield open_lists.pop(), b"INLINE IMAGE" if kind == "image" else part["operator"]
            open_lists.append([])
    if open_lists != [[]]:
        raise ValueError("the page ends before its last operator")


def _open_or_close(open_lists: list[list[Any]], sign: bytes) -> None:
    if sign in (b"<<", b"["):
        open_lists.append([])
    elif len(open_lists) == 1:
        raise ValueError(f"{sign!r} closes nothing")
    else:
        inner = open_lists.pop()
        open_lists[-1].append(inner if sign == b"]" else dict(zip(inner[::2], inner[1::2], strict=True)))
