"""Papers read back: their text, page by page, and the made-up facts the tests print."""

import dataclasses
import io
import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

import pypdfium2
from pypdf import PdfReader

from bolig_desktop.documents import lease, page, takeover, texts
from bolig_desktop.documents.facts import Sender, TenantFact
from bolig_desktop.documents.lease_facts import LeaseFacts
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import Block
from bolig_desktop.documents.takeover_facts import KeyFact, MeterFact, TakeoverFacts, VisitFact

SENDER = Sender(
    name="Nordvik kommune",
    unit="Flyktningtjenesten",
    org_number="974 760 673",
    address="Rådhusgata 1, 8099 Nordvik",
    phone="75 55 50 00",
    email="flyktning@nordvik.example",
    officer="Kari Nordli",
    account="1234 56 78903",
)
FRAME = Frame(
    sender="Nordvik kommune",
    unit="Flyktningtjenesten",
    label="Prøve nr. 1",
    foot="Foten",
    page_words="Side {page} av {pages}",
    title="Prøve",
    lang="nb",
)
LEASE = LeaseFacts(
    sender=SENDER,
    tenant_facts=(
        TenantFact(name="Selam Tesfay", born_on=date(1990, 3, 2)),
        TenantFact(name="Yonas Tesfay", born_on=date(1988, 11, 30)),
    ),
    guardian="",
    interpreter="tigrinja, oppdrag 4711",
    printed_on=date(2026, 11, 22),
    reference="2026-031",
    case_number="26/1234",
    room=False,
    sublet=False,
    room_name="",
    address="Storgata 14 B, 8099 Nordvik",
    unit_number="H0201",
    rooms=4,
    area_m2=Decimal("84"),
    gnr="12",
    bnr="34",
    fnr="",
    snr="1",
    common_rooms="",
    furniture_list="",
    includes_heating=False,
    includes_internet=False,
    includes_furniture=False,
    power_included=False,
    power_own_meter=True,
    owner="",
    consent_on=None,
    head_ends_on=None,
    head_open_ended=False,
    starts_on=date(2026, 12, 1),
    ends_on=date(2029, 11, 30),
    handover_on=date(2026, 12, 2),
    short_of_law=False,
    notice_months=3,
    told_not_terminable=True,
    terminable=False,
    vulnerable=True,
    exception_family=True,
    exception_others=False,
    exception_absence=False,
    exception_short_term=False,
    short_term_reason="",
    short_term_decision="",
    short_term_weighty="",
    earlier_short_terms=0,
    just_cause="",
    landlord_lives_in=False,
    rent_nok=9500,
    due_day=1,
    power_nok=None,
    water_nok=None,
    index_clause=True,
    deposit_nok=None,
    deposit_bank="",
    deposit_account="",
    same_bank=False,
    guarantee_kind="municipal",
    guarantee_nok=28500,
    guarantee_ends_on=None,
    eviction_unpaid=True,
    eviction_expiry=True,
    departures="",
)
EMPTY_VISIT = VisitFact(
    held_on=None,
    present="",
    smoke_alarms_ok=None,
    extinguisher_ok=None,
    keys="",
    condition="",
    remarks="",
)
PROTOCOL = TakeoverFacts(
    sender=SENDER,
    tenant_facts=LEASE.tenant_facts,
    guardian="",
    interpreter="",
    printed_on=date(2026, 11, 22),
    reference="2026-031",
    case_number="26/1234",
    room=False,
    room_name="",
    address="Storgata 14 B, 8099 Nordvik",
    unit_number="H0201",
    common_rooms="",
    floor=2,
    bedrooms=2,
    starts_on=date(2026, 12, 1),
    ends_on=date(2029, 11, 30),
    keys=(KeyFact(label="Ytterdør", count=3),),
    meters=(MeterFact(kind="power", number="7359 9923", location="gang", read_in=None, read_out=None),),
    takeover=EMPTY_VISIT,
    handback=EMPTY_VISIT,
)


def a_lease(language: str = "nb", **facts: Any) -> bytes:
    """Return a lease as PDF: the ordinary one with these facts changed."""
    template = texts.template("lease", language)
    changed = dataclasses.replace(LEASE, **facts)
    blocks, _ = lease.build(changed, template)
    return page.render(lease.frame(changed, template), blocks)[0]


def said_by(language: str, **facts: Any) -> str:
    """Return the text of a lease with these facts, made and read once."""
    return _said_by(language, tuple(sorted(facts.items())))


@lru_cache(maxsize=200)
def _said_by(language: str, facts: tuple[tuple[str, Any], ...]) -> str:
    return words(a_lease(language, **dict(facts)))


def a_protocol(language: str = "nb", **facts: Any) -> bytes:
    """Return a takeover protocol as PDF: the ordinary one with these facts changed."""
    template = texts.template("takeover", language)
    changed = dataclasses.replace(PROTOCOL, **facts)
    blocks, _ = takeover.build(changed, template)
    return page.render(takeover.frame(changed, template), blocks)[0]


def a_paper(*blocks: Block) -> bytes:
    """Return a paper of these blocks as PDF."""
    return page.render(FRAME, blocks)[0]


def pages(pdf: bytes) -> list[str]:
    """Return each page's text, every run of white space one space."""
    return [spaced(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(pdf)).pages]


def words(pdf: bytes) -> str:
    """Return the whole text with single spaces."""
    return " ".join(pages(pdf))


def letters(pdf: bytes) -> str:
    """Return the whole text without any white space, read by PDFium (fast; right-to-left text comes out of order)."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = "".join(document[i].get_textpage().get_text_range() for i in range(len(document)))
    return unspaced(text.replace("\ufffe", "-").replace("\x02", "-"))


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def unspaced(text: str) -> str:
    return re.sub(r"\s+", "", text)
