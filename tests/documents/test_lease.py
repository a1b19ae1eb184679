"""Every content law.md § 8 lists for D1, D1b, D2 and D3, line by line, and the conditions on both sides."""

import dataclasses
import re

import pytest
from lease_lines import ABSENT, CONTENTS, INDEFINITE, ROOM, SHORT, SUBLET
from letters import lease as signed_lease
from letters import nordvik
from reading import LEASE, SENDER, a_lease, pages, said_by, words

from bolig_desktop.documents import kinds, lease, texts
from bolig_desktop.documents.facts import TenantFact
from bolig_desktop.documents.texts import BLANK


@pytest.mark.parametrize("line", sorted(CONTENTS))
def test_the_lease_says_what_the_law_asks_for(line):
    facts, nb, nn = CONTENTS[line]
    for language, wanted in (("nb", nb), ("nn", nn)):
        said = said_by(language, **facts).replace("- ", "-")
        for phrase in wanted:
            assert phrase in said, (language, phrase)


@pytest.mark.parametrize("case", sorted(ABSENT))
def test_nothing_stands_that_is_not_so(case):
    facts, unwanted = ABSENT[case]
    said = said_by("nb", **facts)
    for phrase in unwanted:
        assert phrase not in said


def test_every_clause_is_numbered_in_order():
    for facts in ({}, INDEFINITE, ROOM, SUBLET):
        template = texts.template("lease", "nb")
        changed = dataclasses.replace(LEASE, **facts)
        blocks, rules = lease.build(changed, template)
        headings = ["".join(run.text for run in b.runs) for b in blocks if hasattr(b, "runs") and b.style.size == 11]
        numbers = [int(heading.split()[0]) for heading in headings]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) >= 15
        assert "HL-9-3" in rules or changed.indefinite


def test_two_tenants_one_above_the_other_sign_each_on_a_line():
    said = words(a_lease())
    assert said.count("Sted og dato") == 3
    assert said.count("Yonas Tesfay") == 3


def test_what_is_unknown_is_a_line_to_write_on():
    sender = dataclasses.replace(SENDER, org_number="", address="", phone="", account="", officer="")
    said = words(a_lease(sender=sender, unit_number="", handover_on=None, tenant_facts=(), power_own_meter=False))
    blank = BLANK[0].text
    for phrase in (
        f"org.nr. {blank}",
        f"bruksenhet {blank}",
        f"overtas {blank}",
        f"telefon {blank}",
        f"konto {blank}",
        f"betales slik: {blank}",
    ):
        assert phrase in said
    assert "None" not in said


def test_a_tenant_with_a_graded_address_has_a_name_and_no_date_of_birth():
    said = words(a_lease(tenant_facts=(TenantFact(name="Zahra Navnesen", born_on=None),)))
    assert "Zahra Navnesen" in said
    assert "født" not in said.split("Hva slags bolig")[0]


def test_no_identity_number_can_stand_on_it():
    assert not re.search(r"\b\d{6} ?\d{5}\b", words(a_lease()).replace("1234 56 78903", ""))


def test_same_facts_same_bytes():
    assert a_lease() == a_lease()
    assert a_lease("nn", **ROOM) == a_lease("nn", **ROOM)
    assert a_lease() != a_lease(rent_nok=9501)


def test_the_signatures_are_on_one_page_and_never_alone():
    for facts in ({}, INDEFINITE, ROOM, SUBLET, SHORT, {"departures": "Punkt.\n" * 20}):
        last = pages(a_lease(**facts))[-1]
        assert last.count("Sted og dato") == (2 if facts is ROOM else 3)
        assert "Vedlegg" in last


MANY = tuple(TenantFact(name=f"Leier Nummer {n}", born_on=None) for n in range(9))


def test_the_page_of_the_signatures_says_what_is_signed():
    for facts in (*({"departures": "Punkt.\n" * n} for n in range(0, 40, 3)), ROOM, SUBLET, INDEFINITE):
        (signed,) = [sheet for sheet in pages(a_lease(**facts)) if "Sted og dato" in sheet]
        assert "Språk Avtalen er skrevet på norsk" in signed


def test_more_signatures_than_a_page_holds_are_headed_on_every_page():
    for facts in ({}, {"furniture_list": "stol\n" * 40}, {"departures": "Punkt.\n" * 20}):
        signed = [sheet for sheet in pages(a_lease(tenant_facts=MANY, **facts)) if "Sted og dato" in sheet]
        assert sum(sheet.count("Sted og dato") for sheet in signed) == len(MANY) + 1
        assert "Vedlegg" in signed[0] or "stol" in signed[0]
        assert signed[0].count("Sted og dato") >= 2
        assert all("Underskrifter (fortsettelse)" in sheet for sheet in signed[1:])


def test_many_tenants_leave_the_head_small():
    first = pages(a_lease(tenant_facts=MANY))[0]
    assert "Leier Nummer 4 og 4 til 22. november" in first
    assert all(tenant.name in first for tenant in MANY)
    assert "1 Det som leies ut" in first


def test_an_ordinary_case_number_stands_on_one_line():
    assert "2026/12345-67 " in pages(a_lease(case_number="2026/12345-67"))[0]


def test_one_month_is_a_word():
    assert "Oppsigelsesfristen er én måned" in said_by("nb", **INDEFINITE, notice_months=1)
    assert "Oppseiingsfristen er éin månad" in said_by("nn", terminable=True, notice_months=1)


def test_a_heading_and_one_line_are_not_left_alone():
    for n in range(1, 46):
        for sheet in pages(a_lease(address="Vei\n" * n)):
            assert "Partene har ikke avtalt noe annet" not in sheet or "Ingen avtale kan gi" in sheet


def test_a_number_too_long_for_the_head_stands_in_the_table():
    reference = "2026/" + "9" * 60
    assert reference in words(a_lease(reference=reference)).replace(" ", "")


def test_the_account_of_the_deposit_stands_in_its_groups_as_that_of_the_rent(case):
    nordvik(case, account_number="12345678903")
    for kept in ("98765432105", "9876 54 32105"):
        signed = signed_lease(case, deposit_nok=9_000, deposit_bank="Nordvik Sparebank", deposit_account=kept)
        text = words(kinds.produce(case, "lease", signed.id).content)
        assert "kontonummer 9876 54 32105" in text and "1234 56 78903" in text
