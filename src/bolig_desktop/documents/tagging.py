"""How a paper is read aloud and copied: marked content in logical order, the tree over it, bookmarks and links.

reportlab writes none of this. What is drawn is put between marks here as it is drawn, each mark belongs to an element
of the tree, and everything that is only for the eye is marked as an artifact. Whoever draws asks these functions with
the canvas; on a canvas without ``Tags`` they do nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfdoc

from bolig_desktop.documents.tree import Element, TreeObject, every, number_of, numbered, pdf_text, written

_PARAGRAPHS = frozenset({"P", "H1", "H2", "H3"})
_CELLS = frozenset({"TD", "TH"})
_PRINT = 4  # the flag of an annotation that stays when the paper is printed


class UnknownAnchor(Exception):  # noqa: N818 - our own bug: the paper lacks what its contents page says it has
    """A link, or a page number, of a place that is not on the paper."""


class Tags:
    """The tree of one paper while it is drawn. known: the page number of each anchor; sure: there are no others.

    number: the page number being drawn. places: the page numbers of the anchors so far. asked: whether anybody asked
    for one that was not known. inside_mark: whether what is drawn now belongs to an element, or is an artifact.
    """

    def __init__(self, canvas: Any, lang: str, known: dict[str, int] | None = None, *, sure: bool = False) -> None:
        self.canvas, self.known, self.sure = canvas, known or {}, sure
        self.root = Element("Document", None, lang, "", "", "")
        self.open = [self.root]
        self.places: dict[str, int] = {}
        self.number = 0
        self.asked = False
        self._marks: list[list[Element]] = []
        self._links: list[tuple[Element, str]] = []
        self._annotations: list[list[int]] = []
        self._parted: dict[object, Element] = {}
        self._levels: list[int] = []
        self.inside_mark = False
        canvas._tags = self

    def begin_page(self, number: int) -> None:
        """Say that a page with this page number begins."""
        self.number = number
        self._marks.append([])
        self._annotations.append([])

    @contextmanager
    def element(
        self, role: str, lang: str = "", alt: str = "", scope: str = "", actual: str = ""
    ) -> Iterator[Element]:
        made = Element(role, self.open[-1], lang, actual, alt, scope)
        self.open.append(made)
        yield made
        self.open.pop()

    @contextmanager
    def mark(self, element: Element) -> Iterator[None]:
        """Give what is drawn inside to an element."""
        page = self._marks[-1]
        element.kids.append((len(self._marks) - 1, len(page)))
        self.canvas.addLiteral(f"/{element.role} <</MCID {len(page)}>> BDC")
        page.append(element)
        self.inside_mark = True
        yield
        self.inside_mark = False
        self.canvas.addLiteral("EMC")

    @contextmanager
    def artifact(self, attributes: str) -> Iterator[None]:
        self.canvas.addLiteral(f"/Artifact {attributes} BDC" if attributes else "/Artifact BMC")
        self.inside_mark = True
        yield
        self.inside_mark = False
        self.canvas.addLiteral("EMC")

    def paragraph(self, role: str, lang: str, actual: str, part_of: object | None) -> Element:
        """Return the element of a paragraph: that of its beginning, an open paragraph or empty cell, or a new one."""
        begun = self._parted.get(part_of) if part_of else None
        if begun:
            begun.actual = begun.actual or actual
            return begun
        outer = self.open[-1]
        if outer.role in _PARAGRAPHS and role in _PARAGRAPHS:
            if not actual and lang in ("", outer.lang):
                return outer
            role = "Span"
        if role == "P" and outer.role in _CELLS and not outer.kids:
            made = outer
            made.say(lang, actual)
        else:
            made = Element(role, outer, lang, actual, "", "")
        if part_of:
            self._parted[part_of] = made
        return made

    def bookmark(self, title: str, level: int, name: str) -> None:
        """Add an entry to the outline; an entry deeper than the one before is one level deeper at most."""
        level = min(level, self._levels[-1] + 1 if self._levels else 0)
        self._levels.append(level)
        self.canvas.addOutlineEntry(title, name, level)

    def bookmarks(self) -> int:
        return len(self._levels)

    def link(self, element: Element, rectangle: tuple[float, float, float, float], to: str, says: str) -> None:
        """Make a rectangle of the page lead to an anchor."""
        destination = self.canvas._bookmarkReference(to)
        place = " ".join(f"{edge:.2f}" for edge in rectangle)
        # The pages have the first keys in the tree of parents; how many they are is known at the end.
        index = len(self._links)
        made = TreeObject(
            lambda document: (
                f"<</Type/Annot/Subtype/Link/Rect[{place}]/F {_PRINT}/Border[0 0 0]/Contents{pdf_text(says)}"
                f"/Dest {destination.format(document).decode('ascii')}/StructParent {len(self._marks) + index}>>"
            )
        )
        number = numbered(self.canvas._doc, made)
        element.kids.append(number)
        self._links.append((element, to))
        self._annotations[-1].append(number)

    def finish(self) -> None:
        """Write the tree, when all pages are drawn.

        Raises UnknownAnchor if a link leads to what is not there.
        """
        for _, to in self._links:
            if to not in self.places:
                raise UnknownAnchor(to)
        document = self.canvas._doc
        pages = document.Pages.pages
        numbers = [number_of(document, page) for page in pages]
        for key, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = key, pdfdoc.PDFName("S")
            if self._annotations[key]:
                page.Annots = pdfdoc.PDFArray([f"{number} 0 R" for number in self._annotations[key]])
        tree = TreeObject(lambda _: f"<</Type/StructTreeRoot/K {self.root.number} 0 R/ParentTree {parents} 0 R>>")
        root = numbered(document, tree)
        for element in every(self.root):
            element.number = numbered(document, TreeObject(written(element, numbers, root)))
        parents = numbered(document, TreeObject(self._parents))
        document.Catalog.StructTreeRoot = tree
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        if self._levels:
            self.canvas.showOutline()
        # Drawn and done: held on to, the canvas would wait for the collector with all its pages.
        self.canvas = None

    def _parents(self, _: Any) -> str:
        rows = [
            f"{key}[{' '.join(f'{element.number} 0 R' for element in page)}]" for key, page in enumerate(self._marks)
        ]
        rows += [f"{len(rows) + key} {element.number} 0 R" for key, (element, _) in enumerate(self._links)]
        return f"<</Nums[{' '.join(rows)}]>>"


def _of(canvas: Any) -> Tags | None:
    found = getattr(canvas, "_tags", None)
    return found if isinstance(found, Tags) else None


@contextmanager
def grouped(canvas: Any, role: str, *, lang: str = "") -> Iterator[None]:
    """Let the paragraphs drawn inside belong together, as in a Table or a Sect."""
    tags = _of(canvas)
    if tags is None:
        yield
        return
    with tags.element(role, lang):
        yield


@contextmanager
def row(canvas: Any, *, heading: bool = False) -> Iterator[None]:
    """Let what is drawn inside be a row, where a table is open. heading: its cells say what the columns are about."""
    tags = _of(canvas)
    if tags is None or tags.open[-1].role != "Table":
        yield
        return
    with tags.element("TR") as made:
        made.scope = "Column" if heading else ""
        yield
        made.scope = ""


@contextmanager
def cell(canvas: Any, *, label: bool = False, span: int = 1) -> Iterator[None]:
    """Let what is drawn inside be a cell, where a row is open.

    label: it says what its row is about. span: how many columns of the table it takes.
    """
    tags = _of(canvas)
    if tags is None or tags.open[-1].role != "TR":
        yield
        return
    scope = tags.open[-1].scope or ("Row" if label else "")
    with tags.element("TH" if scope else "TD", scope=scope) as made:
        made.span = span
        yield


@contextmanager
def said(
    canvas: Any, role: str = "P", *, lang: str = "", actual: str = "", part_of: object | None = None
) -> Iterator[None]:
    """Let what is drawn inside be read as one paragraph.

    lang: its language, where it is not the one around it. actual: what it says in logical order, where the glyphs are
    drawn in another. part_of: the same object for each part of a paragraph parted over two pages.
    """
    tags = _of(canvas)
    if tags is None or tags.inside_mark:
        yield
        return
    with tags.mark(tags.paragraph(role, lang, actual, part_of)):
        yield


@contextmanager
def shown(canvas: Any, alt: str, *, lang: str = "") -> Iterator[None]:
    """Let what is drawn inside be one picture. alt: what it shows, in words."""
    tags = _of(canvas)
    if tags is None or tags.inside_mark:
        yield
        return
    with tags.element("Figure", lang, alt=alt) as made, tags.mark(made):
        yield


@contextmanager
def linked(
    canvas: Any, rectangle: tuple[float, float, float, float], to: str, says: str, *, lang: str = "", actual: str = ""
) -> Iterator[None]:
    """Let what is drawn inside lead to an anchor when it is clicked on; says: what the link is, in words."""
    tags = _of(canvas)
    if tags is None:
        yield
        return
    with tags.element("P", lang), tags.element("Link", actual=actual) as made:
        with tags.mark(made):
            yield
        tags.link(made, rectangle, to, says)


@contextmanager
def artifact(canvas: Any, kind: str = "") -> Iterator[None]:
    """Let what is drawn inside be for the eye only. kind: Header or Footer of a page."""
    tags = _of(canvas)
    if tags is None or tags.inside_mark:
        yield
        return
    with tags.artifact(f"<</Type/Pagination/Subtype/{kind}>>" if kind else ""):
        yield


def decorate(canvas: Any, code: str) -> None:
    """Draw lines and surfaces that are for the eye only."""
    tags = _of(canvas)
    canvas.addLiteral(code if tags is None or tags.inside_mark else f"/Artifact BMC {code} EMC")


def sign(canvas: Any, code: str, stands_for: str) -> None:
    """Draw a sign made of lines that is read as a character."""
    with said(canvas):
        canvas.addLiteral(f"/Span <</ActualText {pdf_text(stands_for)}>> BDC {code} EMC")


def place(canvas: Any, left: float, top: float, *, anchor: str = "", outline: str = "", level: int = 0) -> None:
    """Let links lead to this place of the page, and the outline too, under a title."""
    tags = _of(canvas)
    if tags is None:
        return
    name = anchor or f" {tags.bookmarks()}"
    if name not in tags.places:
        tags.places[name] = tags.number
        canvas.bookmarkPage(name, fit="XYZ", left=round(left, 2), top=round(top, 2))
    if outline:
        tags.bookmark(outline, level, name)


def page_of(canvas: Any, anchor: str) -> int:
    """Return the page number of an anchor within its part of the paper.

    Where that is not known it is 0: the paper is then drawn once more, when all pages are.
    """
    tags = _of(canvas)
    if tags is None:
        return 0
    if anchor not in tags.known:
        if tags.sure:
            raise UnknownAnchor(anchor)
        tags.asked = True
    return tags.known.get(anchor, 0)
