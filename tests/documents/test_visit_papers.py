"""The sheet that is taken along on a home visit, and the record the household gets after it (D10b)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from guides import pages_of

from bolig_desktop.casefile import visiting
from bolig_desktop.documents import kinds
from bolig_desktop.dwellings.records import Meter, MeterKind
from bolig_desktop.errors import Refused
from bolig_desktop.text.languages import PAPER_CODES
from bolig_desktop.translations import shipped
from bolig_desktop.visits.records import GuidanceTopic, Visit
from build import a_dwelling, a_household, a_municipality, a_person, a_tenancy

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
SHOWN = dict.fromkeys(GuidanceTopic, "s")


@pytest.fixture
def case(case):
    a_municipality(case)
    return case


@pytest.fixture
def family(case):
    home = a_dwelling(case, street="Storgata 14 B")
    family = a_household(case, a_person(case, language="ti"), name="familien Tesfay")
    a_tenancy(case, dwelling_id=home.id, household_id=family.id, starts_on=TODAY - 60 * DAY, ends_on=None)
    return family


def visited(case, family, day=TODAY - 10 * DAY, **more):
    home = visiting.homes(case)[family.id].dwelling_id
    return case.save(Visit(household_id=family.id, dwelling_id=home, visited_on=day, **more))


def printed(case, paper, row_id, language="nb"):
    return pages_of(kinds.produce(case, paper, row_id, language).content)


@pytest.mark.parametrize("language", PAPER_CODES)
def test_the_sheet_has_their_home_what_is_weak_and_what_was_agreed(case, family, language):
    visited(case, family, **(SHOWN | {"fire": "tp"}), own_topics="t|Sykkelboden", agreed="De tar bort teipen")
    (page,) = printed(case, "visit-sheet", family.id, language)
    for words in ("familien Tesfay", "Storgata 14 B", "De tar bort teipen", "Sykkelboden"):
        assert words in page
    norwegian = shipped.texts("nn" if language == "nn" else "nb")
    assert norwegian["fire_title"] in page and norwegian["waste_title"] not in page, "only what is weak"
    if language == "en":
        assert shipped.texts("en")["fire_title"] in page


def test_where_nothing_is_weak_all_can_be_gone_through_again(case, family):
    visited(case, family, **SHOWN)
    (page,) = printed(case, "visit-sheet", family.id)
    assert all(shipped.texts("nb")[unit] in page for unit in ("heating_title", "waste_title", "outdoors_title"))


def test_the_sheet_says_what_each_meter_showed_last(case, family):
    home = visiting.homes(case)[family.id].dwelling_id
    for kind in MeterKind:
        case.save(Meter(dwelling_id=home, kind=kind, number=f"nr-{kind}", location="i boden"))
    visited(case, family, water_reading=Decimal("310.5"))
    page = " ".join(printed(case, "visit-sheet", family.id)[0].replace("\u00a0", " ").split())
    assert "Vann nr-water i boden · 310,5 m³ (12.11.2026)" in page
    assert "Strøm nr-power i boden" in page and "nr-power i boden ·" not in page, "never read, so nothing is said"


def test_much_to_say_goes_on_over_the_page_and_loses_nothing(case, family):
    own = "\n".join(f"p|Tema {n} med et navn som er langt" for n in range(6))
    visited(case, family, own_topics=own, agreed="Lufte morgen og kveld. " * 40)
    text = " ".join(printed(case, "visit-sheet", family.id, "ru"))
    assert all(f"Tema {n} med" in text for n in range(6))
    assert text.count("Lufte morgen og kveld.") == 40


@pytest.mark.parametrize("language", ["nb", "ar", "ti"])
def test_the_record_has_what_was_done_and_agreed_and_nothing_about_people(case, family, language):
    visit = visited(
        case, family, heating="ts", own_topics="r|Sykkelboden", about_home="Mugg ved senga",
        about_people="Sliter med å sove", agreed="De ringer oss", next_on=TODAY + 20 * DAY, interpreter_language="ti",
    )  # fmt: skip
    text = " ".join(printed(case, "visit-record", visit.id, language))
    for words in ("familien Tesfay", "Sykkelboden", "Mugg ved senga", "De ringer oss", "tigrinja"):
        assert words in text, words
    assert "desember" in text, "when the next one is"
    assert "Sliter" not in text and shipped.texts("nb")["waste_title"] not in text


def test_a_visit_that_is_not_made_has_no_record(case, family):
    agreed = case.save(Visit(household_id=family.id, planned_on=TODAY + DAY))
    for row_id, code in ((agreed.id, "paper.visit_not_made"), (999, "paper.no_visit")):
        with pytest.raises(Refused) as refused:
            kinds.produce(case, "visit-record", row_id, "nb")
        assert [one.code for one in refused.value.problems] == [code]
