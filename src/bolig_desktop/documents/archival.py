"""What makes a paper an archive copy (PDF/A-2u): facts about it, what its colours mean, and streams as they must be.

PDF/A is ISO 19005-2; level U asks that every glyph shown has its text (see ``fonts``).
"""

import struct
from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.pdfbase import pdfdoc

from bolig_desktop import paths
from bolig_desktop.documents import tagging

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>
<rdf:li xml:lang={lang}>{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer><pdf:Keywords></pdf:Keywords>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class _Stream(pdfdoc.PDFStream):  # type: ignore[misc]
    """A stream that ends on a line of its own, as PDF/A wants; reportlab's do not."""

    def format(self, document: Any) -> bytes:
        return bytes(super().format(document)).removesuffix(b"endstream\n") + b"\nendstream\n"


@cache
def _profile() -> bytes:
    return (paths.resources() / "colour" / "sRGB.icc").read_bytes()


def make_archival(document: Any, languages: list[str]) -> None:
    """Write into a document whose pages are drawn what PDF/A asks for. languages: the document's own comes first."""
    for font in document.delayedFonts:
        font.addObjects(document)
    document.delayedFonts.clear()
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = pdfdoc.PDFArray([_intent(document)])
    kind = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")})
    catalog.Metadata = _Stream(kind, _xmp(document, languages))
    for page in document.Pages.pages:
        # The file's number is one of its content, so that two papers of one label differ in it.
        document.updateSignature("\n".join(page.stream) if isinstance(page.stream, list) else page.stream)
        page.Contents = _Stream(None, page.stream, [pdfdoc.PDFZCompress])
    for name, found in document.idToObject.items():
        if type(found) is pdfdoc.PDFStream:
            document.idToObject[name] = _Stream(found.dictionary, found.content, found.filters)


def written(canvas: Any) -> bytes:
    """Return the file. The elements of the tree, which are many and small, are packed together in one stream.

    reportlab's own writer gives each a line in a table, by which a lease would be half as large again.
    """
    document = canvas._doc
    document.info.invariant = document.invariant
    document.info.digest(document.signature)
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    file = pdfdoc.PDFFile(document._pdfVersion)
    places: list[tuple[int, int, int]] = [(0, 0, 0xFFFF)]
    packed: list[tuple[int, bytes]] = []
    while name := document.numberToId.get(len(places)):
        found = document.idToObject[name]
        if isinstance(found, tagging.TreeObject):
            places.append((2, 0, len(packed)))
            packed.append((len(places) - 1, found.format(document)))
        else:
            places.append((1, file.add(pdfdoc.PDFIndirectObject(name, found).format(document)), 0))
    pack, table = len(places), len(places) + 1
    places = [(kind, pack if kind == 2 else place, last) for kind, place, last in places]
    places.append((1, _add(file, pack, _pack(packed), document), 0))
    places.append((1, file.offset, 0))
    entries = {"Root": root, "Info": info, "ID": document.ID(), "W": pdfdoc.PDFArray([1, 4, 2]), "Size": table + 1}
    rows = b"".join(struct.pack(">BIH", *place) for place in places)
    stream = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("XRef"), **entries})
    start = _add(file, table, _Stream(stream, rows, [pdfdoc.PDFZCompress]), document)
    file.add(f"startxref\n{start}\n%%EOF\n")
    return bytes(file.format(document))


def _add(file: Any, number: int, stream: _Stream, document: Any) -> int:
    return int(file.add(b"%d 0 obj\n%b\nendobj\n" % (number, stream.format(document).rstrip(b"\n"))))


def _pack(objects: list[tuple[int, bytes]]) -> _Stream:
    """Return a stream of objects: first which they are and where each begins, then the objects."""
    head, at = [], 0
    for number, content in objects:
        head.append(b"%d %d" % (number, at))
        at += len(content) + 1
    index = b" ".join(head) + b"\n"
    kind = {"Type": pdfdoc.PDFName("ObjStm"), "N": len(objects), "First": len(index)}
    content = index + b"\n".join(content for _, content in objects)
    return _Stream(pdfdoc.PDFDictionary(kind), content, [pdfdoc.PDFZCompress])


def _intent(document: Any) -> Any:
    """Return that the colours are sRGB, with the profile that says what that is."""
    profile = _Stream(pdfdoc.PDFDictionary({"N": 3}), _profile(), [pdfdoc.PDFZCompress])
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
            "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )


def _xmp(document: Any, languages: list[str]) -> bytes:
    info, (year, month, day, hour, minute, second) = document.info, document._timeStamp.YMDhms
    return _XMP.format(
        title=escape(info.title),
        author=escape(info.author),
        subject=escape(info.subject),
        creator=escape(info.creator),
        producer=escape(info.producer),
        lang=quoteattr(languages[0]),
        languages="".join(f"<rdf:li>{escape(language)}</rdf:li>" for language in dict.fromkeys(languages)),
        date=f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+00:00",
    ).encode("utf-8")
