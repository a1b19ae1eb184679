"""The handover: late things first, nothing that is not asked for, each topic on a page of its own, and short."""

import dataclasses
from datetime import date

import pdfa
import pytest
from reading import pages as page_by_page
from reading import words

from bolig_desktop.documents.handover import handover
from bolig_desktop.documents.handover_facts import gather
from bolig_desktop.dwellings.records import Key
from bolig_desktop.errors import Refused
from bolig_desktop.maintenance.records import Urgency
from bolig_desktop.visits.records import Task, Visit, VisitKind
from build import a_defect, a_household, a_municipality, a_person, a_tenancy

TODAY = date(2026, 11, 22)
WHERE = "Nøkkelarket ligger i safen.\nKopiene ligger i skuffen."
LONG = "Abdirahmaan Maxamuud Xuseen-Cabdullaahi Axmed-Nuur"


@pytest.fixture
def lease(case):
    a_municipality(case, case_officer="Kari Nordli", where_things_are=WHERE)
    return a_tenancy(case, ends_on=date(2026, 10, 31))


def said(case, language="nb"):
    return words(handover(gather(case, language), language)[0])


def test_an_empty_file_says_what_there_is_nothing_of(case):
    a_municipality(case)
    content, pages = handover(gather(case), "nb")
    assert pages == 2 and pdfa.check(content) == [], "the calendar's own dates are there whoever is"
    told = words(content)
    for nothing in ("Ingen åpne husstander.", "Ingen nøkler er ført som utlevert.", "Ingen hjemmebesøk"):
        assert nothing in told
    assert "Slik åpner du programmet" in told and "Hvor ting er" in told


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("nb", ("Hvor ting er", "For sent eller haster")), ("nn", ("Kvar ting er", "For seint eller hastar"))],
)
def test_it_says_where_things_are_and_how_the_program_opens_and_never_a_secret(case, lease, language, wanted):
    told = said(case, language)
    for phrase in (
        *wanted,
        "Nøkkelarket ligger i safen.",
        "Kopiene ligger i skuffen.",
        "Bruk nøkkelarket",
        "Kari Nordli",
    ):
        assert phrase in told


def test_it_is_an_archive_copy_with_bookmarks_for_what_there_is(case, lease):
    content, pages = handover(gather(case), "nb")
    assert pdfa.check(content) == []
    assert pages == 3, "first things, what is due, who is who"
    assert "Hvem er hvem" in page_by_page(content)[2]


def test_what_is_late_comes_before_what_comes_and_what_is_far_ahead_is_not_there(case, lease):
    a_tenancy(case, household_id=lease.household_id, starts_on=date(2024, 6, 1), ends_on=date(2029, 5, 31))
    for day, what in ((date(2026, 12, 1), "Snartex"), (date(2026, 11, 2), "Sentex"), (date(2027, 6, 1), "Langtex")):
        case.save(Task(household_id=lease.household_id, what=what, due_on=day))
    told = said(case)
    assert told.index("Sentex") < told.index("De neste 30 dagene") < told.index("Snartex")
    assert "Langtex" not in told
    facts = gather(case)
    assert (facts.late, facts.soon) == (sum(o.is_late for o in facts.ours), sum(not o.is_late for o in facts.ours))


@pytest.mark.parametrize(("day", "is_there"), [(date(2026, 12, 22), True), (date(2026, 12, 23), False)])
def test_a_visit_within_thirty_days_is_there_with_its_hours(case, lease, day, is_there):
    case.save(Visit(household_id=lease.household_id, planned_on=day, time_from="10.00", time_to="11.00"))
    assert ("10.00–11.00" in said(case)) is is_there
    assert [one for one in gather(case).ours if "besøk" in one.what] == [], "visits have a page of their own"


def test_the_notice_of_an_inspection_is_something_to_be_done(case, lease):
    case.save(Visit(household_id=lease.household_id, planned_on=date(2026, 12, 8), kind=VisitKind.INSPECTION))
    assert "Varsle tilsynet" in [one.what for one in gather(case).ours]


def test_long_words_are_cut_the_rest_is_in_the_program(case, lease):
    case.save(Task(household_id=lease.household_id, what="Ring skolen " * 40, due_on=TODAY))
    a_defect(case, dwelling_id=lease.dwelling_id, what="Det drypper " * 40)
    facts = gather(case)
    for told in (facts.defects[0].what, next(one.why for one in facts.ours if one.what == "Oppgave")):
        assert told.endswith(" …") and len(told) <= 140


def test_who_is_who_has_number_home_telephone_and_language(case, lease):
    main = case.memberships.of_household(lease.household_id)[0].person_id
    person = dataclasses.replace(case.people.get(main), phone="912 34 567", language="ti", interpreter=True)
    case.save(person)
    (one,) = gather(case).households
    assert (one.id, one.household, one.home) == (lease.household_id, "Selam Tesfay", "Storgata 14 B, H0201")
    assert (one.phone, one.language, one.needs_interpreter) == (person.phone, "tigrinja", True)
    case.save(dataclasses.replace(case.households.get(a_household(case).id), closed_on=TODAY))
    assert len(gather(case).households) == 1, "who is closed is nobody to know"


def test_keys_are_there_while_somebody_has_them(case, lease):
    for label, more in (("Ytterdør", {}), ("Bod", {"count": 2}), ("Inne", {"returned_on": TODAY})):
        case.save(
            Key(
                dwelling_id=lease.dwelling_id,
                label=label,
                held_by="Vaktmester",
                handed_out_on=date(2026, 1, 2),
                **more,
            )
        )
    case.save(Key(dwelling_id=lease.dwelling_id, label="Ingens"))
    (one,) = gather(case).keys
    assert (one.held_by, one.keys) == ("Vaktmester", (("Ytterdør", 1), ("Bod", 2)))
    assert "Ytterdør (1), Bod (2)" in said(case)


def test_defects_that_are_not_mended_the_urgent_first(case, lease):
    facts = {"dwelling_id": lease.dwelling_id}
    a_defect(case, what="Kranen", room="", **facts)
    a_defect(case, what="Gassen", room="", urgency=Urgency.NOW, reported_on=date(2026, 11, 21), **facts)
    a_defect(case, what="Ferdig", room="", mended_on=TODAY, **facts)
    assert [one.what for one in gather(case).defects] == ["Gassen", "Kranen"]
    assert "ikke sendt" in said(case)


def test_what_waits_on_somebody_else_stands_by_itself(case, lease):
    a_defect(
        case,
        dwelling_id=lease.dwelling_id,
        sent_to="Vaktmester",
        sent_on=date(2026, 11, 20),
        promised_on=date(2026, 11, 30),
    )
    assert [one.what for one in gather(case).theirs] == ["Avviket er lovet rettet"]
    assert "Venter på noen andre" in said(case) and "Vaktmester" in said(case)


def test_same_facts_same_bytes(case, lease):
    assert handover(gather(case), "nb") == handover(gather(case), "nb")


def test_the_longest_names_and_many_of_them_stay_on_their_pages(case, lease):
    given, family = LONG.split(" ", 1)
    for _ in range(70):
        a_household(case, a_person(case, given_name=given, family_name=family, phone="912 34 567"))
    content, pages = handover(gather(case), "nb")
    assert pdfa.check(content) == [] and pages < 12
    assert "Xuseen-" in words(content)


def test_a_letter_no_font_has_is_told_and_no_half_paper_comes(case, lease):
    a_household(case, a_person(case, given_name="\U0001f9ff\U000e0041"))
    with pytest.raises(Refused):
        handover(gather(case), "nb")


def test_another_language_gets_bokmal(case, lease):
    assert handover(gather(case, "nb"), "en") == handover(gather(case, "nb"), "nb")
