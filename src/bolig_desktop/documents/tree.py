"""The tree over a paper: its elements, and how they are written as objects of the file."""

from collections.abc import Callable, Iterator
from typing import Any

from reportlab.pdfbase import pdfdoc


def pdf_text(text: str) -> str:
    """Return a text string as it is written in a PDF."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class TreeObject(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the file whose text is known only when every object has its number."""

    __RefOnly__ = 1

    def __init__(self, code: Callable[[Any], str]) -> None:
        self._code = code

    def format(self, document: Any) -> bytes:
        return self._code(document).encode("ascii")


class Element:
    """One element of the tree: a paragraph, a table, a cell.

    kids: elements, marks as page and number on it, and annotations as their object numbers. actual: what it says
    where the order of its marks is not the logical one; alt: what a picture shows. scope: Row or Column, of a heading
    in a table; span: how many columns a cell of it takes.
    """

    def __init__(self, role: str, parent: "Element | None", lang: str, actual: str, alt: str, scope: str) -> None:
        self.role, self.parent, self.actual, self.alt, self.scope = role, parent, actual, alt, scope
        outer = parent.lang if parent else ""
        self.lang: str = lang or outer
        self.own_lang = lang if lang != outer else ""
        self.kids: list[Element | tuple[int, int] | int] = []
        self.number, self.span = 0, 1
        if parent:
            parent.kids.append(self)

    def say(self, lang: str, actual: str) -> None:
        """Take over the language and the text of a paragraph."""
        if lang not in ("", self.lang):
            self.lang = self.own_lang = lang
        self.actual = actual

    def attributes(self) -> str:
        scope = f"/Scope/{self.scope}" if self.scope else ""
        span = f"/ColSpan {self.span}" if self.span > 1 else ""
        return f"/A<</O/Table{scope}{span}>>" if scope or span else ""


def every(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from every(kid)


def number_of(document: Any, made: Any) -> int:
    return int(document.idToObjectNumberAndVersion[made.__InternalName__][0])


def numbered(document: Any, made: Any) -> int:
    document.Reference(made)
    return number_of(document, made)


def written(element: Element, pages: list[int], root: int) -> Callable[[Any], str]:
    """Return what writes an element; its own page is that of its first mark."""

    def write(_: Any) -> str:
        own = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
        kids = " ".join(_kid(kid, own, pages) for kid in element.kids)
        parent = element.parent.number if element.parent else root
        parts = [f"<</S/{element.role}/P {parent} 0 R"]
        if own is not None:
            parts.append(f"/Pg {pages[own]} 0 R")
        if element.own_lang:
            parts.append(f"/Lang({element.own_lang})")
        if element.actual:
            parts.append(f"/ActualText{pdf_text(element.actual)}")
        if element.alt:
            parts.append(f"/Alt{pdf_text(element.alt)}")
        parts.append(element.attributes())
        if kids:
            parts.append(f"/K {kids}" if len(element.kids) == 1 else f"/K[{kids}]")
        return "".join([*parts, ">>"])

    return write


def _kid(kid: "Element | tuple[int, int] | int", own: int | None, pages: list[int]) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if isinstance(kid, int):
        return f"<</Type/OBJR/Obj {kid} 0 R>>"
    page, number = kid
    return str(number) if page == own else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>"
