"""Every paper is an archive copy (PDF/A-2u) with a tree over it, and each check of that can fail."""

import re
from datetime import date

import pdfa
import pytest
import srgb
from letters import SUBJECTS, a_letter, nordvik
from pdfa import Paper
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from reading import FRAME, a_lease, a_paper, a_protocol

from bolig_desktop import paths
from bolig_desktop.documents import page, tables
from bolig_desktop.documents.guide.contents import ContentsRow, Entry
from bolig_desktop.documents.paragraph import HEADING, TITLE, Paragraph
from bolig_desktop.documents.recovery_sheet import recovery_sheet

ARABIC = "هذا النص باللغة العربية عن شقة في Storgata 14 B برقم 75 55 50 00. "


def a_binder() -> bytes:
    return a_paper(
        Paragraph("Innhold", TITLE, outline="Innhold"),
        ContentsRow(Entry("keys", "Nøkler", "")),
        ContentsRow(Entry("arabic", "Hilsen", "العربية"), lang="ar", rtl=True),
        page.NewPage(),
        Paragraph("Nøkler", HEADING, outline="Nøkler", anchor="keys"),
        Paragraph(ARABIC * 120, rtl=True, lang="ar", anchor="arabic"),
        tables.Ticks((("ja", True), ("nei", False))),
        tables.fact_table([("hva", Paragraph("det", tables.VALUE)), ("hvem", Paragraph(ARABIC, tables.VALUE))]),
    )


# every paper


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("number", SUBJECTS)
def test_a_letter_is_an_archive_copy(case, number, language):
    nordvik(case)
    assert pdfa.check(a_letter(case, number, SUBJECTS[number](case), language)) == []


@pytest.mark.parametrize(
    "facts",
    [{}, {"room": True, "room_name": "Rom 2"}, {"sublet": True, "owner": "Per Ås"}, {"address": "محمد 😀 ሰላም ٱللَّهِ"},
     {"just_cause": f"{ARABIC} x̧ ffi"}],
)  # fmt: skip
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_lease_is_an_archive_copy(language, facts):
    assert pdfa.check(a_lease(language, **facts)) == []


def test_the_other_papers_are_archive_copies():
    sheet = recovery_sheet("ABCD-EFGH-IJKL-MNPQ", municipality="Nordvik kommune", made_on=date(2026, 11, 22))
    for pdf in (a_protocol("nb"), a_protocol("nn"), a_binder(), sheet, a_paper(), a_paper(Paragraph(""))):
        assert pdfa.check(pdf) == []


def test_a_paper_of_many_glyphs_has_more_than_one_subset_of_a_font():
    every = "".join(chr(c) for c in range(0x21, 0x250) if c not in (0xAD, *range(0x7F, 0xA1)))
    pdf = a_paper(Paragraph(every))
    assert len({re.sub(r"\+\d+$", "", name) for name in Paper(pdf).fonts}) < len(Paper(pdf).fonts)
    assert pdfa.check(pdf) == []


def test_another_paper_of_the_same_label_has_another_identification():
    assert (
        Paper(a_paper(Paragraph("a"))).reader.trailer["/ID"] != Paper(a_paper(Paragraph("b"))).reader.trailer["/ID"]
    )


def test_the_profile_is_the_one_that_is_made_from_the_standard():
    assert (paths.resources() / "colour" / "sRGB.icc").read_bytes() == srgb.profile()


def test_titles_of_all_sorts_agree_with_the_metadata():
    strange = page.Frame(**{**vars(FRAME), "title": "<Å> & 'محمد' ]]> 😀", "sender": 'Nord"vik', "label": "a&amp;b"})
    assert pdfa.check(page.render(strange, [Paragraph("x")])[0]) == []


# each check can fail


def first_page(paper: Paper):
    return paper.reader.pages[0]


def redraw(paper: Paper, old: bytes, new: bytes) -> None:
    content = first_page(paper)["/Contents"].get_object().get_data()
    assert old in content
    changed = DecodedStreamObject()
    changed.set_data(content.replace(old, new, 1))
    first_page(paper)[NameObject("/Contents")] = changed


def a_font(paper: Paper):
    return next(iter(first_page(paper)["/Resources"]["/Font"].values())).get_object()


def retext(paper: Paper, old: str, new: str) -> None:
    font = a_font(paper)
    table = DecodedStreamObject()
    data = font["/ToUnicode"].get_object().get_data()
    changed = re.sub(old.encode(), new.encode(), data)
    assert changed != data
    table.set_data(changed)
    font[NameObject("/ToUnicode")] = table


def rewrite(paper: Paper, old: bytes, new: bytes) -> None:
    stream = DecodedStreamObject()
    was = paper.root["/Metadata"].get_object()
    data = was.get_data()
    assert old in data
    stream.set_data(data.replace(old, new))
    stream.update({name: was[name] for name in ("/Type", "/Subtype")})
    paper.raw += stream.get_data() + b"%%EOF"
    paper.root[NameObject("/Metadata")] = stream


def element(paper: Paper, role: str):
    return next(each for each, _ in paper.elements if each["/S"] == role)


def put(into, name: str, what) -> None:
    into[NameObject(name)] = what


def packed(how: str) -> DecodedStreamObject:
    made = DecodedStreamObject()
    put(made, "/Filter", NameObject(how))
    return made


def of_span(columns: int) -> DictionaryObject:
    return DictionaryObject({NameObject("/ColSpan"): NumberObject(columns)})


def of_its_own(kind: str) -> DictionaryObject:
    return DictionaryObject({NameObject("/S"): NameObject(kind)})


BROKEN = {
    "encrypted": lambda p: put(p.reader.trailer, "/Encrypt", DictionaryObject()),
    "no identification": lambda p: p.reader.trailer.__delitem__("/ID"),
    "not that of a PDF": lambda p: setattr(p, "raw", p.raw.replace(b"%PDF-1.6", b"%PDF-2.0")),
    "no comment": lambda p: setattr(p, "raw", p.raw.replace(b"%\x93", b"%a", 1)),
    "after the end": lambda p: setattr(p, "raw", p.raw + b"more"),
    "line of its own": lambda p: setattr(p, "raw", p.raw.replace(b"\nendstream", b"endstream", 1)),
    "length of a stream": lambda p: setattr(p, "raw", re.sub(rb"/Length \d", b"/Length 9", p.raw, count=1)),
    "packed with /LZWDecode": lambda p: put(p.root, "/More", packed("/LZWDecode")),
    "another file": lambda p: put(a_font(p)["/ToUnicode"].get_object(), "/F", TextStringObject("x")),
    "no metadata": lambda p: p.root.__delitem__("/Metadata"),
    "not a plain stream": lambda p: p.root["/Metadata"].get_object().__delitem__("/Subtype"),
    "that it is PDF/A-2u": lambda p: rewrite(p, b"<pdfaid:conformance>U", b"<pdfaid:conformance>B"),
    "/Title is not what": lambda p: rewrite(p, "Prøve<".encode(), "Prøva<".encode()),
    "/Author is not what": lambda p: rewrite(p, b"Nordvik", b"Sorvik"),
    "/Producer is not what": lambda p: rewrite(p, b"<pdf:Producer>Bolig", b"<pdf:Producer>Annet"),
    "/CreationDate is not": lambda p: rewrite(p, b"CreateDate>2000", b"CreateDate>2001"),
    "language is not what": lambda p: rewrite(p, b"<rdf:li>nb<", b"<rdf:li>en<"),
    "not in the language": lambda p: rewrite(p, b'xml:lang="nb"', b'xml:lang="en"'),
    "no output intent": lambda p: p.root.__delitem__("/OutputIntents"),
    "not one of an RGB": lambda p: put(p.root["/OutputIntents"][0].get_object()["/DestOutputProfile"].get_object(),
                                       "/N", NumberObject(4)),
    "operator k": lambda p: redraw(p, b" rg ", b" k "),
    "not embedded": lambda p: a_font(p)["/FontDescriptor"].__delitem__("/FontFile2"),
    "named as a subset": lambda p: put(a_font(p), "/BaseFont", NameObject("/Noto")),
    "not symbolic": lambda p: put(a_font(p)["/FontDescriptor"], "/Flags", NumberObject(32)),
    "has no width": lambda p: put(a_font(p), "/LastChar", NumberObject(3)),
    "is not that of its glyph": lambda p: put(a_font(p), "/Widths", ArrayObject([FloatObject(1)] * 256)),
    "has no glyph": lambda p: redraw(p, b"<01", b"<00"),
    "has no texts": lambda p: a_font(p).__delitem__("/ToUnicode"),
    "has no text": lambda p: retext(p, r"<03> <\w+>\n", ""),
    "03 in /F1+0 has no text": lambda p: retext(p, r"<03> <\w+>", "<03> <FEFF>"),
    "04 in /F1+0 has no text": lambda p: retext(p, r"<04> <\w+>", "<04> <E001>"),
    "/OpenAction": lambda p: put(p.root, "/OpenAction", of_its_own("/GoTo")),
    "/JavaScript": lambda p: put(p.root, "/Names", DictionaryObject({NameObject("/JavaScript"): of_its_own("/x")})),
    "/EmbeddedFiles": lambda p: put(p.root, "/Names",
                                    DictionaryObject({NameObject("/EmbeddedFiles"): DictionaryObject()})),
    "/A in a paper": lambda p: put(first_page(p)["/Annots"][0].get_object(), "/A", of_its_own("/URI")),
    "the action /URI": lambda p: put(first_page(p)["/Annots"][0].get_object(), "/A", of_its_own("/URI")),
    "a group": lambda p: put(first_page(p), "/Group", of_its_own("/Transparency")),
    "under it can be seen": lambda p: put(first_page(p)["/Resources"], "/ExtGState",
                                          DictionaryObject({NameObject("/ca"): FloatObject(0.5)})),
    "no language": lambda p: p.root.__delitem__("/Lang"),
    "not marked as tagged": lambda p: p.root.__delitem__("/MarkInfo"),
    "title is not shown": lambda p: put(p.root["/ViewerPreferences"], "/DisplayDocTitle", BooleanObject(False)),
    "no title": lambda p: put(p.reader.trailer["/Info"], "/Title", TextStringObject("")),
    "no tree": lambda p: p.root.__delitem__("/StructTreeRoot"),
    "is not a role": lambda p: put(element(p, "/P"), "/S", NameObject("/Avsnitt")),
    "/TD in /Part": lambda p: put(element(p, "/P"), "/S", NameObject("/TD")),
    "/H2 comes after level 0": lambda p: put(element(p, "/H1"), "/S", NameObject("/P")),
    "picture without words": lambda p: put(element(p, "/P"), "/S", NameObject("/Figure")),
    "does not say of what": lambda p: put(element(p, "/P"), "/S", NameObject("/TH")),
    "as many columns each": lambda p: put(element(p, "/TD"), "/A", of_span(2)),
    "order on the page": lambda p: first_page(p).__delitem__("/Tabs"),
    "stands in ()": lambda p: redraw(p, b"/Artifact BMC", b"/Artifact BMC EMC 0 0 9 9 re f /Artifact BMC"),
    "stands in (": lambda p: redraw(p, b"/MCID 0", b"/Mcid 0"),
    "has no parent": lambda p: redraw(p, b"/MCID 0", b"/MCID 999"),
    "both drawn and in the tree": lambda p: redraw(p, b"/MCID 0", b"/MCID 1"),
    "has two elements": lambda p: put(element(p, "/H1"), "/K", ArrayObject([NumberObject(0), NumberObject(0)])),
    "another parent": lambda p: p.parents[0].__setitem__(0, p.parents[0][1]),
    "not printed": lambda p: put(first_page(p)["/Annots"][0].get_object(), "/F", NumberObject(0)),
    "has no appearance": lambda p: put(first_page(p)["/Annots"][0].get_object(), "/Subtype", NameObject("/Text")),
    "say what it is": lambda p: first_page(p)["/Annots"][0].get_object().__delitem__("/Contents"),
    "link leads nowhere": lambda p: first_page(p)["/Annots"][0].get_object().__delitem__("/Dest"),
    "an entry of the outline": lambda p: put(p.root["/Outlines"]["/First"].get_object(), "/Title",
                                             TextStringObject(" ")),
    "that the reader smooths": lambda p: put(p.root, "/More", DictionaryObject(
        {NameObject("/Interpolate"): BooleanObject(True)})),
    "profile is not one": lambda p: put(p.root["/OutputIntents"][0].get_object(), "/DestOutputProfile",
                                        DecodedStreamObject()),
    "the parent of": lambda p: put(element(p, "/P"), "/P", p.root.raw_get("/Metadata")),
    "link is not in the tree": lambda p: p.parents.pop(len(p.reader.pages)),
}  # fmt: skip


@pytest.fixture(scope="module")
def binder() -> bytes:
    return a_binder()


@pytest.mark.parametrize("complaint", BROKEN)
def test_a_broken_paper_is_found_out(binder, complaint):
    paper = Paper(binder)
    BROKEN[complaint](paper)
    found = [said for one in pdfa.CHECKS for said in one(paper)]
    assert any(complaint in said for said in found), found


def test_every_check_is_shown_to_fail(binder):
    failed = set()
    for breaking in BROKEN.values():
        paper = Paper(binder)
        breaking(paper)
        failed |= {one for one in pdfa.CHECKS if list(one(paper))}
    assert failed == set(pdfa.CHECKS)
