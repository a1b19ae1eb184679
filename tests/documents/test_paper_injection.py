"""I1: whatever is put into a field stands on the paper as it is, or is refused; nothing is read, nothing is a box."""

import dataclasses
import io
import itertools
import sys
import unicodedata
from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader
from reading import EMPTY_VISIT, LEASE, PROTOCOL, SENDER, a_lease, a_paper, a_protocol, letters, unspaced, words
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph as NaiveParagraph
from reportlab.platypus import SimpleDocTemplate
from test_paragraph import STRANGE

from bolig_desktop.documents import fonts
from bolig_desktop.documents.facts import TenantFact
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.paragraph import Paragraph
from bolig_desktop.documents.shaping import MissingGlyph
from bolig_desktop.documents.takeover_facts import KeyFact, MeterFact
from bolig_desktop.paths import resources
from bolig_desktop.text.clean import clean

# Every text of a lease; all of them are on the paper when everything is agreed at once.
TEXTS = [field.name for field in dataclasses.fields(LEASE) if isinstance(getattr(LEASE, field.name), str)]
SENDER_TEXTS = [field.name for field in dataclasses.fields(SENDER)]
EVERYTHING = {
    "room": False,
    "sublet": True,
    "exception_short_term": True,
    "earlier_short_terms": 1,
    "deposit_nok": 1000,
    "furniture_list": "x",
    "ends_on": date(2027, 5, 31),
}
NOT_PRINTED = {"guarantee_kind", "room_name", "common_rooms"}

HAVE = sorted(
    chr(code)
    for script in (fonts.LATIN, fonts.ARABIC, fonts.ETHIOPIC, fonts.EMOJI)
    for code in fonts.font(script, fonts.REGULAR).covered
    if unicodedata.category(chr(code)) not in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp") and chr(code) != "\ufffd"
)
SIGNS = "<>&{}*'\"%\\/=+-@|()[]§ \n\u00a0😀🇳🇴👩"
typed_text = st.text(
    st.one_of(
        st.sampled_from(HAVE),
        st.sampled_from(SIGNS),
        st.characters(max_codepoint=0x17F, min_codepoint=0x20, exclude_categories=["Cc"]),
    ),
    max_size=30,
)
anything = st.text(max_size=12)


def one_field_each(typed: list[str]) -> tuple[dict, dict]:
    """Return facts of a lease and of its sender with one of the texts in each field."""
    at = itertools.cycle(typed)
    facts = EVERYTHING | {name: next(at) for name in TEXTS if name not in NOT_PRINTED}
    facts["tenant_facts"] = (TenantFact(name=next(at), born_on=None), TenantFact(name=next(at), born_on=None))
    facts["sender"] = dataclasses.replace(SENDER, **{name: next(at) for name in SENDER_TEXTS})
    named = {name: value for name, value in facts.items() if isinstance(value, str)}
    named |= {f"sender.{name}": getattr(facts["sender"], name) for name in SENDER_TEXTS}
    named |= {f"tenant {i}": tenant.name for i, tenant in enumerate(facts["tenant_facts"])}
    return facts, named


def turns_round(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text)


def folded(text: str) -> str:
    """Return what must be found again: everything but white space and what only steers or marks other characters.

    PDFium gives compatibility characters (the one character ﬀ) as plain letters, so both sides are folded.
    """
    plain = unicodedata.normalize("NFKD", text)
    return unspaced("".join(c for c in plain if unicodedata.category(c) not in ("Cf", "Mn")))


def assert_stands(named: dict[str, str], pdf: bytes) -> None:
    """Fail where a text is in neither reader's text (each of them loses or turns something the other keeps)."""
    quick = folded(letters(pdf))
    for name, text in named.items():
        stands = found_in(text, quick) or found_in(text, folded(words(pdf)))
        assert stands, (name, text)


def found_in(text: str, said: str) -> bool:
    """Say whether a text is there; of one that runs right to left, its letters: a reader may turn ( and < round."""
    if not turns_round(text):
        return folded(text) in said
    return not Counter(c for c in folded(text) if not unicodedata.mirrored(c)) - Counter(said)


@pytest.mark.parametrize("payload", STRANGE)
def test_a_payload_in_every_field_of_every_paper(payload):
    facts, named = one_field_each([payload])
    assert_stands(named, a_lease(**facts))
    visit = dataclasses.replace(EMPTY_VISIT, present=payload, keys=payload, condition=payload, remarks=payload)
    fields = ("guardian", "interpreter", "reference", "case_number", "address", "unit_number")
    protocol = dict.fromkeys(fields, payload)
    pdf = a_protocol(
        **protocol, takeover=visit, handback=visit, room_name=payload, keys=(KeyFact(label=payload, count=1),),
        meters=(MeterFact(kind="heat", number=payload, location=payload, read_in=None, read_out=None),),
    )  # fmt: skip
    assert letters(pdf).count(unspaced(payload)) >= 10 or turns_round(payload)


def test_markup_reads_no_file_and_no_network():
    """The payloads that name a file and an address leave no picture and no link in the paper."""
    facts, _ = one_field_each([payload for payload in STRANGE if "img" in payload])
    for sheet in PdfReader(io.BytesIO(a_lease(**facts))).pages:
        assert "/XObject" not in sheet["/Resources"]
        assert "/Annots" not in sheet


# Controls: the paragraph ReportLab itself offers takes text for markup


def naive_paper(text: str) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out).build([NaiveParagraph(text, getSampleStyleSheet()["Normal"])])
    return out.getvalue()


def stands_whole(text: str, make) -> bool:
    try:
        assert_stands({"text": text}, make(text))
    except AssertionError:
        return False
    except ValueError:  # the paper is not made at all
        return False
    return True


def test_control_a_naive_paragraph_loses_text_and_refuses_papers():
    payloads = ["<Hassan> bor her", "Ali <b>Hassan", "<b>fet</b> skrift", "a <!-- b --> c", "Łukasz Şahin", "Олена"]
    assert [stands_whole(text, naive_paper) for text in payloads] == [False] * len(payloads)
    assert [stands_whole(text, lambda text: a_paper(Paragraph((Run(text),)))) for text in payloads] == [True] * 6


def test_control_a_naive_paragraph_reads_a_file_it_is_told_of(tmp_path):
    picture = tmp_path / "hemmelig.png"
    Image.new("RGB", (8, 8), "red").save(picture)
    payload = f'<img src="{picture}" width="8" height="8"/>'
    assert "/XObject" in PdfReader(io.BytesIO(naive_paper(payload))).pages[0]["/Resources"]
    assert opened_while(lambda: naive_paper(payload)) & {str(picture)}
    facts, _ = one_field_each([payload])
    assert not opened_while(lambda: a_lease(**facts)) & {str(picture)}
    assert "/XObject" not in PdfReader(io.BytesIO(a_lease(**facts))).pages[0]["/Resources"]


_listeners: list[set[str]] = []


def _listen(event: str, arguments: tuple) -> None:
    if _listeners and event in ("open", "socket.connect", "socket.getaddrinfo"):
        _listeners[-1].add(str(arguments[1] if event == "socket.connect" else arguments[0]))


sys.addaudithook(_listen)


def opened_while(act) -> set[str]:
    """Return every file and address Python itself says was opened meanwhile."""
    _listeners.append(set())
    try:
        act()
    finally:
        found = _listeners.pop()
    return found


def test_no_payload_opens_a_file_or_the_network():
    """Everything a paper needs is read for the first one; nothing more is for one full of names and addresses."""
    plain, _ = one_field_each(["Storgata 1"])
    a_lease(**plain)
    facts, _ = one_field_each(STRANGE)
    own = opened_while(lambda: a_lease(**plain))
    assert {name for name in opened_while(lambda: a_lease(**facts)) - own if not is_ours(name)} == set()


def is_ours(name: str) -> bool:
    """Say whether a file is a font or a text of the program's own, or Python's own code."""
    return name.startswith((str(resources()), sys.prefix, sys.base_prefix)) or name.endswith((".py", ".pyc"))


@seed(0)
@settings(max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(typed_text, min_size=14, max_size=14))
def test_five_hundred_texts_stand_in_a_lease(typed):
    """Forty papers with fourteen texts each, of characters the fonts have: every one stands, none is refused."""
    facts, named = one_field_each([clean(word, lines=True) for word in typed])
    assert_stands(named, a_lease(**facts))


@seed(0)
@settings(max_examples=500, deadline=None, database=None)
@given(st.one_of(anything, typed_text))
def test_uncleaned_text_is_printed_or_refused_and_never_anything_else(text):
    try:
        pdf = a_paper(Paragraph((Run("("), Run(text, "bold", True, "name"), Run(")"))))
    except MissingGlyph as refused:
        assert refused.character in text
        assert refused.where == "name"
        return
    assert_stands({"name": text}, pdf)


@pytest.mark.long
@seed(0)
@settings(max_examples=3_600, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(typed_text, min_size=14, max_size=14))
def test_many_thousand_texts_stand_in_a_lease(typed):
    test_five_hundred_texts_stand_in_a_lease.hypothesis.inner_test(typed)


def test_two_hundred_letters_fit_in_every_field():
    facts, named = one_field_each(["Ærlighetsmarsjforbundsfylkesting" * 6 + "!" * 8])
    assert_stands(named, a_lease(**facts))
    assert len(PROTOCOL.reference) < 200
