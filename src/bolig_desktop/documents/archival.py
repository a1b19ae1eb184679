"""What makes a paper an archive copy (PDF/A-2u): facts about it, what its colours mean, and streams as they must be.

PDF/A is ISO 19005-2; level U asks that every glyph shown has its text (see ``fonts``).
"""

from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.pdfbase import pdfdoc

from bolig_desktop import paths

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
