"""The protocol: everything law.md § 8 lists for D4, filled in where it is registered and blank where it is not."""

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from reading import EMPTY_VISIT, PROTOCOL, a_protocol, pages, words

from bolig_desktop.documents import takeover, texts
from bolig_desktop.documents.facts import TenantFact
from bolig_desktop.documents.takeover_facts import KeyFact, MeterFact

HELD = dataclasses.replace(
    EMPTY_VISIT,
    held_on=date(2026, 12, 1),
    present="Kari Nordli og Selam Tesfay",
    smoke_alarms_ok=True,
    extinguisher_ok=False,
    keys="3 stk.",
    condition="Litt slitasje i stua",
    remarks="Vinduet på soverommet går ikke igjen",
)


def test_it_asks_for_everything_in_both_meetings():
    for language, wanted in (
        (
            "nb",
            [
                "Nøkler",
                "Ytterdør",
                "Målere",
                "Strøm (kWh), 7359 9923, gang",
                "Røykvarsler, 2. etasje",
                "Slokkeutstyr",
                "Kjøkken",
                "Soverom 2",
                "Gulv",
                "Bilder er tatt Ja Nei Ja Nei",
                "Antall bilder og hvor de er lagret",
                "Leierens merknader",
                "Innflytting",
                "Utflytting",
                "innen 14 dager",
                "§ 2-8",
                "§ 10-2",
                "§ 10-3",
                "Storgata 14 B, 8099 Nordvik, bruksenhet H0201",
            ],
        ),
        (
            "nn",
            [
                "Nøklar",
                "Målarar",
                "Røykvarslar, 2. etasje",
                "Sløkkjeutstyr",
                "Stove",
                "Merknader frå leigaren",
                "innan 14 dagar",
                "brukseining H0201",
            ],
        ),
    ):
        said = words(a_protocol(language))
        for phrase in wanted:
            assert phrase in said, (language, phrase)


def test_it_is_signed_twice_by_everybody():
    said = words(a_protocol())
    assert said.count("Sted og dato") == 6
    assert said.count("for Nordvik kommune") == 2
    assert words(a_protocol(guardian="Ola Verge")).count("Ola Verge") == 2


def test_each_signing_is_on_a_page_with_its_remarks():
    sheets = pages(a_protocol())
    assert "7 Innflytting" in sheets[-2]
    assert "8 Utflytting" in sheets[-1]
    for sheet in sheets[-2:]:
        assert sheet.count("Sted og dato") == 3
        assert "Leierens merknader" in sheet


def test_signatures_are_never_alone_on_a_page():
    many = tuple(TenantFact(name=f"Leier Nummer {n}", born_on=None) for n in range(7))
    long = dataclasses.replace(HELD, remarks="Merknad.\n" * 18)
    for facts in ({"tenant_facts": many}, {"takeover": long, "handback": long}):
        signed = [sheet for sheet in pages(a_protocol(**facts)) if "Sted og dato" in sheet]
        for sheet in signed:
            assert "Vi har gått gjennom boligen sammen" in sheet or "underskrift (fortsettelse)" in sheet


def test_a_floor_nobody_knows_is_not_called_another():
    assert words(a_protocol(floor=None)).count("annen etasje") == 2


def test_a_large_dwelling_leaves_no_page_with_empty_rows_alone():
    keys = tuple(KeyFact(label=f"nøkkel {n}", count=1) for n in range(3))
    meters = tuple(
        MeterFact(kind=kind, number="1", location="", read_in=None, read_out=None) for kind in ("power", "water")
    )
    for bedrooms in range(1, 7):
        assert len(pages(a_protocol(bedrooms=bedrooms, keys=keys, meters=meters, takeover=HELD))) == 4


def test_what_is_registered_stands_there():
    said = words(
        a_protocol(
            takeover=HELD,
            meters=(
                MeterFact(kind="power", number="77", location="gang", read_in=Decimal("12345.5"), read_out=None),
            ),
        )
    )
    for phrase in (
        "1. desember 2026",
        "Kari Nordli og Selam Tesfay",
        "Nøkler i alt 3 stk.",
        "Litt slitasje i stua",
        "Vinduet på soverommet går ikke igjen",
        "12 345,5",
    ):
        assert phrase in said


@pytest.mark.parametrize(("answer", "ticks"), [(True, (True, False)), (False, (False, True)), (None, (False, False))])
def test_boxes_are_ticked_as_answered(answer, ticks):
    row = takeover._yes_no(texts.template("takeover", "nb"), answer)
    assert tuple(ticked for _, ticked in row.choices) == ticks


def test_the_rooms_are_those_of_the_dwelling_or_of_the_room_and_what_it_shares():
    template = texts.template("takeover", "nb")
    whole = takeover.room_names(PROTOCOL, template)
    assert whole[:3] == ["Entré og gang", "Stue", "Kjøkken"]
    assert [name for name in whole if name.startswith("Soverom")] == ["Soverom 1", "Soverom 2"]
    room = dataclasses.replace(PROTOCOL, room=True, room_name="Rom 3", common_rooms="kjøkken, stue og bad")
    assert takeover.room_names(room, template) == ["Rom 3", "Felles: kjøkken", "Felles: stue", "Felles: bad"]


def test_lines_are_left_for_keys_nobody_has_registered():
    assert words(a_protocol(keys=())).count("Nøkkel til:") == 2
    many = tuple(KeyFact(label=f"nøkkel {i}", count=i) for i in range(40))
    assert "nøkkel 39" in words(a_protocol(keys=many))


def test_same_facts_same_bytes():
    assert a_protocol(takeover=HELD) == a_protocol(takeover=HELD)
    assert a_protocol(takeover=HELD) != a_protocol()
