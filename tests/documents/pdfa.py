"""Reads a finished paper as an archive would: one check for each thing PDF/A-2u, or reading aloud, asks for.

Each check returns what is wrong, in words. This is not the whole of ISO 19005-2, only what our papers can break; the
whole was run by hand with veraPDF (see docs/design.md).
"""

import io
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from operators import operators
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NumberObject, StreamObject

DC, XMP, PDF, PDFA = ("{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/xap/1.0/}",
                      "{http://ns.adobe.com/pdf/1.3/}", "{http://www.aiim.org/pdfa/ns/id/}")  # fmt: skip
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
PAINT = {b"Tj", b"TJ", b"'", b'"', b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do",
         b"INLINE IMAGE"}  # fmt: skip
KNOWN = PAINT | {b"q", b"Q", b"cm", b"w", b"J", b"j", b"d", b"m", b"l", b"c", b"re", b"h", b"n", b"W", b"rg", b"RG",
                 b"BT", b"ET", b"Tf", b"Tm", b"Td", b"Ts", b"Tr", b"BDC", b"BMC", b"EMC"}  # fmt: skip
ROLES = {"/Document", "/Part", "/Sect", "/Div", "/P", "/H1", "/H2", "/H3", "/Span", "/Link", "/Figure", "/L", "/LI",
         "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD"}  # fmt: skip
INSIDE = {"/TR": {"/Table"}, "/TH": {"/TR"}, "/TD": {"/TR"}, "/LI": {"/L"}, "/Lbl": {"/LI"}, "/LBody": {"/LI"}}
ACTIONS = {"/JavaScript", "/JS", "/OpenAction", "/AA", "/A", "/URI", "/Launch", "/GoToR", "/GoToE", "/SubmitForm",
           "/EmbeddedFiles", "/EF", "/XFA", "/AcroForm", "/Movie", "/Sound", "/RichMedia", "/AF"}  # fmt: skip


class Shown(NamedTuple):
    """What one operator paints: the marks around it, and the codes it shows in a font."""

    operator: bytes
    marks: tuple[str | int, ...]
    font: str
    codes: bytes


class Paper:
    """A paper taken apart: its bytes, and its objects, which a test may break before they are looked at."""

    def __init__(self, pdf: bytes) -> None:
        self.raw = pdf
        self.reader = PdfReader(io.BytesIO(pdf))
        self.root: Any = self.reader.trailer["/Root"]

    @cached_property
    def objects(self) -> list[Any]:
        """Every dictionary and stream that can be reached."""
        found, seen, waiting = [], set(), [self.reader.trailer, *self.reader.pages]
        while waiting:
            now: Any = waiting.pop()
            if isinstance(now, IndirectObject):
                if now.idnum in seen:
                    continue
                seen.add(now.idnum)
                now = now.get_object()
            if isinstance(now, DictionaryObject):
                found.append(now)
                waiting.extend(now.values())
            elif isinstance(now, ArrayObject):
                waiting.extend(now)
        return found

    @cached_property
    def shown(self) -> list[list[Shown]]:
        """What each page paints."""
        return [list(_shown(page)) for page in self.reader.pages]

    @cached_property
    def fonts(self) -> dict[str, tuple[Any, set[int]]]:
        """Each font, with the codes the pages show in it."""
        found: dict[str, tuple[Any, set[int]]] = {}
        for page, shown in zip(self.reader.pages, self.shown, strict=True):
            fonts = page["/Resources"]["/Font"]
            for one in shown:
                if one.codes:
                    found.setdefault(one.font, (fonts[one.font].get_object(), set()))[1].update(one.codes)
        return found

    @cached_property
    def elements(self) -> list[tuple[Any, int]]:
        """Every element of the tree, with the number of its object, from first to last."""
        return list(_elements(self.root["/StructTreeRoot"].raw_get("/K")))

    @cached_property
    def parents(self) -> dict[int, Any]:
        """The tree of parents."""
        if "/StructTreeRoot" not in self.root:
            return {}
        nums = self.root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        return {int(nums[i]): nums[i + 1] for i in range(0, len(nums), 2)}


def _elements(kid: Any) -> Iterator[tuple[Any, int]]:
    if isinstance(kid, IndirectObject) and "/S" in kid.get_object():
        element = kid.get_object()
        yield element, kid.idnum
        for inner in _kids(element):
            yield from _elements(inner)


def _kids(element: Any) -> list[Any]:
    if "/K" not in element:
        return []
    kids = element.raw_get("/K")
    return list(kids) if isinstance(kids, ArrayObject) else [kids]


def _shown(page: Any) -> Iterator[Shown]:
    marks: list[str | int] = []
    font = ""
    for operands, operator in operators(page.get_contents().get_data()):
        if operator in (b"BDC", b"BMC"):
            inside = operands[1] if operator == b"BDC" else {}
            marks.append(int(inside["/MCID"]) if "/MCID" in inside else str(operands[0]))
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"Tf":
            font = str(operands[0])
        elif operator in PAINT or operator not in KNOWN:
            parts = operands[0] if operator == b"TJ" else operands[:1] if operator == b"Tj" else []
            yield Shown(operator, tuple(marks), font, b"".join(part for part in parts if isinstance(part, bytes)))


def _true(flag: Any) -> bool:
    """Return whether a flag is set; pypdf's false is true to Python."""
    return bool(getattr(flag, "value", flag))


def check(pdf: bytes) -> list[str]:
    """Return all that is wrong with a paper."""
    paper = Paper(pdf)
    return [f"{one.__name__}: {complaint}" for one in CHECKS for complaint in one(paper)]


def head_and_end(paper: Paper) -> Iterator[str]:
    first, second, *_ = paper.raw.split(b"\n", 2)
    if not re.fullmatch(rb"%PDF-1\.[4-7]", first):
        yield "the first line is not that of a PDF 1.4 to 1.7"
    if not second.startswith(b"%") or len(second) < 5 or min(second[1:5]) < 128:
        yield "no comment of four high bytes on the second line"
    if not paper.raw.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield "something stands after the end"
    number = paper.reader.trailer.get("/ID")
    if number is None or len(number) != 2 or not all(len(part.original_bytes) >= 16 for part in number):
        yield "no identification in the trailer"
    if "/Encrypt" in paper.reader.trailer:
        yield "encrypted"


def streams(paper: Paper) -> Iterator[str]:
    found = list(re.finditer(rb"\d+ 0 obj\n(<<(?:(?!endobj).)*?>>)\nstream\n", paper.raw, re.DOTALL))
    if len(found) != paper.raw.count(b"\nendstream"):
        yield "a stream does not end on a line of its own"
    for one in found:
        length = re.search(rb"/Length (\d+)", one[1])
        end = one.end() + int(length[1]) if length else 0
        if paper.raw[end : end + 10] != b"\nendstream":
            yield "the length of a stream is not what it says"
    for each in paper.objects:
        if not isinstance(each, StreamObject):
            continue
        filters = each.get("/Filter", [])
        for name in [filters] if isinstance(filters, str) else filters:
            if name != "/FlateDecode":
                yield f"a stream is packed with {name}"
        if {"/F", "/FFilter", "/FDecodeParms"} & set(each):
            yield "a stream lies in another file"


def metadata(paper: Paper) -> Iterator[str]:
    stream = paper.root.get("/Metadata")
    if stream is None:
        yield "no metadata"
        return
    stream = stream.get_object()
    if "/Filter" in stream or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML":
        yield "the metadata is not a plain stream of XML"
    if stream.get_data() not in paper.raw:
        yield "the metadata cannot be read in the bytes of the file"
    tree = ET.fromstring(stream.get_data())
    said = {each.tag: each for each in tree.iter()}
    if said[f"{PDFA}part"].text != "2" or said[f"{PDFA}conformance"].text != "U":
        yield "it does not say that it is PDF/A-2u"
    yield from _agrees(said, paper.reader.trailer["/Info"])
    languages = [each.text for each in said[f"{DC}language"].iter(f"{RDF}li")]
    if paper.root.get("/Lang") not in languages:
        yield "the language is not what the metadata says"
    if {each.get(LANGUAGE) for each in said[f"{DC}title"].iter(f"{RDF}li")} != {"x-default", paper.root.get("/Lang")}:
        yield "the title is not in the language of the paper"


def _agrees(said: dict[str, ET.Element], info: Any) -> Iterator[str]:
    pairs = {"/Title": f"{DC}title", "/Author": f"{DC}creator", "/Subject": f"{DC}description"}
    for name, tag in pairs.items():
        texts = {each.text or "" for each in said[tag].iter(f"{RDF}li")}
        if texts != {info[name]}:
            yield f"{name} is not what the metadata says"
    for name, tag in {"/Creator": f"{XMP}CreatorTool", "/Producer": f"{PDF}Producer"}.items():
        if said[tag].text != info[name]:
            yield f"{name} is not what the metadata says"
    for name, tag in {"/CreationDate": f"{XMP}CreateDate", "/ModDate": f"{XMP}ModifyDate"}.items():
        if re.sub(r"\D", "", info[name])[:14] != re.sub(r"\D", "", said[tag].text or "")[:14]:
            yield f"{name} is not what the metadata says"


def colours(paper: Paper) -> Iterator[str]:
    intents = [one.get_object() for one in paper.root.get("/OutputIntents", [])]
    if [one.get("/S") for one in intents] != ["/GTS_PDFA1"]:
        yield "no output intent"
        return
    stream = intents[0]["/DestOutputProfile"].get_object()
    profile = stream.get_data()
    if len(profile) < 128 or struct.unpack(">I", profile[:4])[0] != len(profile) or profile[36:40] != b"acsp":
        yield "the profile is not one"
    elif profile[8] > 4 or profile[12:16] not in (b"mntr", b"prtr") or profile[16:20] != b"RGB " or stream["/N"] != 3:
        yield "the profile is not one of an RGB device"
    for page in paper.shown:
        for one in page:
            if one.operator not in PAINT:
                yield f"the operator {one.operator.decode()} is not one of ours"


def fonts(paper: Paper) -> Iterator[str]:
    for name, (font, codes) in paper.fonts.items():
        descriptor = font.get("/FontDescriptor", {})
        if font["/Subtype"] != "/TrueType" or "/FontFile2" not in descriptor:
            yield f"{name} is not embedded"
            continue
        if not re.match(r"/[A-Z]{6}\+", font["/BaseFont"]) or descriptor["/FontName"] != font["/BaseFont"]:
            yield f"{name} is not named as a subset"
        if descriptor["/Flags"] & 36 != 4 or "/Encoding" in font:
            yield f"{name} is not symbolic"
        program = _Program(descriptor["/FontFile2"].get_object().get_data())
        first, widths = int(font["/FirstChar"]), font["/Widths"]
        for code in sorted(codes):
            if not first <= code <= min(int(font["/LastChar"]), first + len(widths) - 1):
                yield f"{name} has no width for {code:02X}"
            elif abs(float(widths[code - first]) - program.width(code)) > 1:
                yield f"the width of {code:02X} in {name} is not that of its glyph"
            if program.glyphs.get(code, 0) == 0:
                yield f"{code:02X} in {name} has no glyph"


class _Program:
    """What a TrueType font says of its codes: their glyphs by its one table for them, and how wide those are."""

    def __init__(self, data: bytes) -> None:
        tables = {}
        for i in range(struct.unpack(">H", data[4:6])[0]):
            tag, _, start, length = struct.unpack(">4s3I", data[12 + 16 * i : 28 + 16 * i])
            tables[tag] = data[start : start + length]
        self._units = struct.unpack(">H", tables[b"head"][18:20])[0]
        self._metrics = struct.unpack(">H", tables[b"hhea"][34:36])[0]
        self._hmtx = tables[b"hmtx"]
        cmap = tables[b"cmap"]
        count, platform, encoding, at = struct.unpack(">HHHI", cmap[2:12])
        assert (count, platform, encoding) == (1, 1, 0), "a symbolic font has one table, for (1, 0)"
        kind, _, _, first, entries = struct.unpack(">5H", cmap[at : at + 10])
        assert kind == 6
        found = struct.unpack(f">{entries}H", cmap[at + 10 : at + 10 + 2 * entries])
        self.glyphs = dict(enumerate(found, first))

    def width(self, code: int) -> float:
        glyph = min(self.glyphs.get(code, 0), self._metrics - 1)
        return float(struct.unpack(">H", self._hmtx[4 * glyph : 4 * glyph + 2])[0] * 1000 / self._units)


def texts(paper: Paper) -> Iterator[str]:
    for name, (font, codes) in paper.fonts.items():
        if "/ToUnicode" not in font:
            yield f"{name} has no texts"
            continue
        table = font["/ToUnicode"].get_object().get_data().decode("ascii")
        said = {int(code, 16): bytes.fromhex(text).decode("utf-16-be")
                for code, text in re.findall(r"<([0-9A-F]{2})> <([0-9A-F]*)>\n", table)}  # fmt: skip
        for code in sorted(codes):
            text = said.get(code, "")
            if not text or set(text) & {"\0", "\ufeff", "\ufffe"} or any(0xE000 <= ord(c) < 0xF900 for c in text):
                yield f"{code:02X} in {name} has no text"


def nothing_forbidden(paper: Paper) -> Iterator[str]:
    for each in paper.objects:
        for name in ACTIONS & set(each):
            # /A holds the attributes of an element, and is an action only elsewhere.
            if name != "/A" or "/S" not in each or "/P" not in each:
                yield f"{name} in a paper"
        if each.get("/S") in ACTIONS:
            yield f"the action {each['/S']}"
        if {"/Group", "/SMask", "/OCProperties", "/PS", "/Alternates", "/OPI"} & set(each):
            yield "a group, a mask or layers"
        if {each.get("/CA", 1), each.get("/ca", 1)} != {1} or each.get("/BM", "/Normal") != "/Normal":
            yield "something is drawn so that what is under it can be seen"
        if each.get("/Subtype") in ("/PS", "/FileAttachment", "/Screen", "/3D"):
            yield f"{each['/Subtype']} in a paper"
        if _true(each.get("/Interpolate")):
            yield "a picture that the reader smooths"


def structure(paper: Paper) -> Iterator[str]:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", str(paper.root.get("/Lang", ""))):
        yield "no language"
    if not _true(paper.root.get("/MarkInfo", {}).get("/Marked")):
        yield "not marked as tagged"
    if not _true(paper.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle")):
        yield "the title is not shown"
    if not str(paper.reader.trailer["/Info"].get("/Title", "")).strip():
        yield "no title"
    if "/StructTreeRoot" not in paper.root:
        yield "no tree"
        return
    yield from _tree(paper)
    yield from _marks(paper)


def _columns(table: Any) -> set[int]:
    """Return how many columns the rows of a table have."""
    rows = [row.get_object() for row in _kids(table)]
    return {sum(int(cell.get_object().get("/A", {}).get("/ColSpan", 1)) for cell in _kids(row)) for row in rows}


def _tree(paper: Paper) -> Iterator[str]:
    numbers = {number for _, number in paper.elements}
    outline = 0
    for element, number in paper.elements:
        role = element["/S"]
        if role not in ROLES:
            yield f"{role} is not a role"
        outer = element["/P"].get("/S", "")
        if role in INSIDE and outer not in INSIDE[role]:
            yield f"{role} in {outer}"
        if element.raw_get("/P").idnum not in numbers | {paper.root.raw_get("/StructTreeRoot").idnum}:
            yield f"the parent of {number} is not in the tree"
        if role == "/Figure" and not element.get("/Alt"):
            yield "a picture without words"
        if role == "/TH" and "/Scope" not in element.get("/A", {}):
            yield "a heading in a table that does not say of what"
        if role == "/Table" and len(_columns(element)) != 1:
            yield "the rows of a table have not as many columns each"
        if role in ("/H1", "/H2", "/H3"):
            if int(role[2]) > outline + 1:
                yield f"{role} comes after level {outline}"
            outline = int(role[2])


def _in_tree(paper: Paper) -> list[tuple[tuple[int, int], int]]:
    """Return every mark the tree has, by its page, with its element."""
    found = []
    for element, number in paper.elements:
        for kid in _kids(element):
            if isinstance(kid, DictionaryObject) and "/MCID" in kid:
                found.append(((kid.raw_get("/Pg").idnum, int(kid["/MCID"])), number))
            elif isinstance(kid, NumberObject):
                found.append(((element.raw_get("/Pg").idnum, int(kid)), number))
    return found


def _marks(paper: Paper) -> Iterator[str]:
    """Every mark on a page has one element, that element has the mark, and nothing is painted outside of one."""
    pairs = _in_tree(paper)
    tree = dict(pairs)
    if len(tree) < len(pairs):
        yield "a mark has two elements"
    drawn: dict[tuple[int, int], int] = {}
    for page, shown in zip(paper.reader.pages, paper.shown, strict=True):
        if page.get("/Tabs") != "/S":
            yield "the order on the page is not that of the tree"
        owners = paper.parents.get(page.get("/StructParents", -1), [])
        for one in shown:
            marks = [mark for mark in one.marks if isinstance(mark, int)]
            if len(marks) + ("/Artifact" in one.marks) != 1:
                yield f"{one.operator.decode()} stands in {one.marks}"
            for mark in marks:
                if mark >= len(owners):
                    yield f"mark {mark} has no parent"
                else:
                    drawn[page.indirect_reference.idnum, mark] = owners[mark].idnum
    for place in sorted(tree.keys() ^ drawn.keys()):
        yield f"mark {place} is not both drawn and in the tree"
    if any(tree[place] != drawn[place] for place in tree.keys() & drawn.keys()):
        yield "a mark has another parent than it is in"


def annotations(paper: Paper) -> Iterator[str]:
    pages = {page.indirect_reference.idnum for page in paper.reader.pages}
    for page in paper.reader.pages:
        for reference in page.get("/Annots", []):
            yield from _annotation(paper, reference, pages)
    for entry in paper.reader.outline:
        for one in entry if isinstance(entry, list) else [entry]:
            if not str(one.title).strip() or one.page.idnum not in pages:
                yield "an entry of the outline leads nowhere"


def _annotation(paper: Paper, reference: IndirectObject, pages: set[int]) -> Iterator[str]:
    one: Any = reference.get_object()
    if int(one.get("/F", 0)) & 0b100111 != 4:
        yield "a link is not printed, or is hidden"
    if one["/Subtype"] != "/Link" and "/AP" not in one:
        yield f"{one['/Subtype']} has no appearance"
    if not str(one.get("/Contents", "")).strip():
        yield "a link does not say what it is"
    place = one.get("/Dest")
    if not isinstance(place, ArrayObject) or place[0].idnum not in pages:
        yield "a link leads nowhere"
    owner = paper.parents.get(int(one.get("/StructParent", -1)))
    element = owner.get_object() if owner is not None else {}
    kids = [kid for kid in _kids(element) if isinstance(kid, DictionaryObject) and "/Obj" in kid]
    if element.get("/S") != "/Link" or [kid.raw_get("/Obj").idnum for kid in kids] != [reference.idnum]:
        yield "a link is not in the tree"


CHECKS: tuple[Callable[[Paper], Iterator[str]], ...] = (
    head_and_end, streams, metadata, colours, fonts, texts, nothing_forbidden, structure, annotations,
)  # fmt: skip
