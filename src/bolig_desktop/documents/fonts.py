"""The fonts of the papers: which font has a character, and how its glyphs are embedded, glyph by glyph.

reportlab addresses the glyphs of an embedded font by character. Shaped text needs glyphs that no single character
stands for, so here a slot in the embedded font is a glyph together with the text it stands for on that paper:
every glyph can then be copied and searched, and the same facts give the same bytes whatever was printed before.
"""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import Any
from weakref import WeakKeyDictionary

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from bolig_desktop import paths
from bolig_desktop.errors import Problem, Refused

REGULAR, BOLD, ITALIC = "regular", "bold", "italic"
LATIN, ARABIC, ETHIOPIC, EMOJI = "latin", "arabic", "ethiopic", "emoji"

_FILES = {
    (LATIN, REGULAR): "NotoSans-Regular",
    (LATIN, BOLD): "NotoSans-Bold",
    (LATIN, ITALIC): "NotoSans-Italic",
    (ARABIC, REGULAR): "NotoNaskhArabic-Regular",
    (ARABIC, BOLD): "NotoNaskhArabic-Bold",
    (ETHIOPIC, REGULAR): "NotoSansEthiopic-Regular",
    (ETHIOPIC, BOLD): "NotoSansEthiopic-Bold",
    (EMOJI, REGULAR): "NotoEmoji-Regular",
}
_SCALE = {ARABIC: 1.15, EMOJI: 0.92}
_SUBSET_SIZE = 256
# What a glyph is mapped to whose text stands with another: PDF/A wants a text for each, and readers skip this one.
_NO_TEXT = "\u034f"


class _Slots:
    """Which glyph, standing for which text, has which place in the embedded subsets of one document."""

    def __init__(self) -> None:
        self.places: dict[tuple[int, str], tuple[int, int]] = {}
        self.subsets: list[list[tuple[int, str]]] = []
        self.internal_name = ""

    def place(self, glyph: int, text: str) -> tuple[int, int]:
        """Return the subset and the byte of a glyph, giving it one the first time."""
        found = self.places.get((glyph, text))
        if found is None:
            if not self.subsets or len(self.subsets[-1]) == _SUBSET_SIZE:
                self.subsets.append([(0, "")])
            self.subsets[-1].append((glyph, text))
            found = self.places[(glyph, text)] = len(self.subsets) - 1, len(self.subsets[-1]) - 1
        return found


class PaperFont(TTFont):  # type: ignore[misc]
    """One font file: HarfBuzz shapes with it, reportlab embeds the part of it that a paper uses.

    covered: the characters it has. blank: the glyphs that draw nothing; space: the one of U+0020. scale: how much
    larger than Latin it is set at the same nominal size. ascent, descent: thousandths of the size; the descent is
    negative.
    """

    def __init__(self, script: str, weight: str) -> None:
        name = _FILES[script, weight]
        path = paths.resources() / "fonts" / f"{name}.ttf"
        if not path.is_file():
            raise Refused(Problem(field="", code="paper.font_missing", facts={"file": path.name}))
        super().__init__(name, str(path), asciiReadable=False, shapable=False)
        self.script = script
        self.scale = _SCALE.get(script, 1.0)
        face = self.face
        self.covered = frozenset(face.charToGlyph)
        self.ascent, self.descent = int(face.ascent), int(face.descent)
        self.hb_font = hb.Font(hb.Face(face._ttf_data))
        self.thousandth = 1000 / self.hb_font.face.upem
        # From here on reportlab's "character" is a glyph number.
        self.space = int(face.charToGlyph[0x20])
        self.blank = frozenset(g for g, (a, b) in enumerate(pairwise(face.glyphPos)) if a == b)
        face.charToGlyph = dict(enumerate(range(len(face.hmetrics))))
        face.charWidths = dict(enumerate(face._pdfScale(width) for width, _ in face.hmetrics))
        self._slots: WeakKeyDictionary[Any, _Slots] = WeakKeyDictionary()

    def slots(self, document: Any) -> "_Slots":
        """Return which glyphs of this font ``document`` has used so far, to place more of them."""
        slots = self._slots.get(document)
        if slots is None:
            slots = self._slots[document] = _Slots()
        return slots

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """Refuse reportlab's own way of drawing text: it neither shapes nor checks the characters."""
        raise TypeError("text on a paper is drawn by documents.paragraph")

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """Return the name of a subset in the PDF, registering the font with the document the first time."""
        slots = self._slots[doc]
        if not slots.internal_name:
            slots.internal_name = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = f"/{slots.internal_name}"
            doc.delayedFonts.append(self)
        return f"/{slots.internal_name}+{subset}"

    def addObjects(self, doc: Any) -> None:
        """Write the subsets that ``doc`` used; reportlab calls it when the document is finished."""
        for number, subset in enumerate(self._slots[doc].subsets):
            glyphs = [glyph for glyph, _ in subset]
            internal = self.getSubsetInternalName(number, doc)[1:]
            name = b"".join((SUBSETN(number), b"+", self.face.name)).decode("ascii")
            font = pdfdoc.PDFTrueTypeFont()
            font.Name, font.BaseFont = internal, name
            font.FirstChar, font.LastChar = 0, len(glyphs) - 1
            font.Widths = pdfdoc.PDFArray([self.face.getCharWidth(glyph) for glyph in glyphs])
            stream = pdfdoc.PDFStream()
            stream.content = _to_unicode(name, [text for _, text in subset])
            stream.filters = [pdfdoc.PDFZCompress] if doc.compression else []
            font.ToUnicode = doc.Reference(stream, f"toUnicodeCMap:{name}")
            font.FontDescriptor = self.face.addSubsetObjects(doc, name, glyphs)
            doc.Reference(font, internal)
            doc.idToObject["BasicFonts"].dict[internal] = font
        del self._slots[doc]


def _to_unicode(name: str, texts: list[str]) -> str:
    """Return the table that says which text each byte of a subset stands for."""
    rows = [
        f"<{code:02X}> <{(text or _NO_TEXT).replace(chr(0xA0), ' ').encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts)
        if code
    ]
    head = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        f"/CMapName /{name} def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
    )
    blocks = [rows[i : i + 100] for i in range(0, len(rows), 100)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return head + body + "endcmap CMapName currentdict /CMap defineresource pop end end"


@cache
def font(script: str, weight: str) -> PaperFont:
    """Return the font for a script and a weight, read once; what has no such weight is regular.

    Raises Refused (``paper.font_missing``) where the program lacks the file: another font would print boxes.
    """
    if (script, weight) not in _FILES:
        return font(script, REGULAR)
    made = PaperFont(script, weight)
    pdfmetrics.registerFont(made)
    return made


def first_with(characters: Iterable[int], weight: str, order: Iterable[str]) -> PaperFont | None:
    """Return the first font, in the order of scripts given, that has all the characters, or None."""
    needed = set(characters)
    for script in order:
        candidate = font(script, weight)
        if needed <= candidate.covered:
            return candidate
    return None
