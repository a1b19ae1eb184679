"""A list's homes however their address is written, one household's leases after and beside each other, and whose."""

from datetime import date

import pytest
from sheets_made import a_book, brought, cells_of, everything, exported, said

from bolig_desktop.exchange.addresses import address_in, street_key
from bolig_desktop.exchange.questions import Answer
from build import a_shielded_household

HEADINGS = ("Navn", "Født", "Adresse", "Kontrakt fra", "Kontrakt til", "Leie", "Utflyttet", "Kontrakt underskrevet")


def a_row(
    name="Omar Ali", born="1.2.1970", at="Storgata 14 B H0201", starts="1.1.2024", ends=None, out=None, signed=None
):
    return (name, born, at, starts, ends, 9500, out, signed)


def a_list(*rows):
    return a_book(Ark1=[HEADINGS, *rows])


SPELT = (
    "Storgata 14B H0201", "Storgt. 14 B, H0201", "Storgt 14b h0201", "STORGATA 14 B, H0201", "Storgaten 14 B (H0201)",
    "Storgata 14 B, leil. H0201", "Storgata 14 B leilighet nr. H0201", "Stor gate 14 B H 0201",
    "Storgata 14 B; H-0201",
    "Storgata 14 B, bruksenhet H02-01, 8099 Nordvik",
)  # fmt: skip


@pytest.mark.parametrize("at", SPELT)
def test_the_same_home_written_in_another_way_is_there_already(case, at):
    brought(case, a_list(a_row()))
    case.save(
        case.dwellings.list()[0].__class__(**vars(case.dwellings.list()[0]) | {"postcode": "8099", "city": "Nordvik"})
    )
    before = everything(case)
    again = brought(case, a_list(a_row(at=at)))
    assert (again.added, again.same, said(again)) == (0, 5, [])
    assert everything(case) == before


@pytest.mark.parametrize("at", ["Storgata 14 C H0201", "Storveien 14 B H0201", "Storgata 14 B H0202", "Lia 2"])
def test_another_home_is_another_home(case, at):
    brought(case, a_list(a_row()))
    assert brought(case, a_list(a_row(name="Ida Berg", born="3.4.1980", at=at))).added_by["dwellings"] == 1


def test_rows_of_one_list_that_write_an_address_in_two_ways_are_of_one_home(case):
    rows = (
        a_row(at="Kirkevn. 3", out="31.12.2024"),
        a_row(name="Ida Berg", born=None, at="Kirkevegen 3", starts="1.1.2025"),
    )
    assert said(brought(case, a_list(*rows))) == []
    assert [one.street for one in case.dwellings.list()] == ["Kirkevn. 3"]


def test_a_sheet_of_leases_leads_to_the_home_however_it_is_written(case):
    brought(case, a_list(a_row(out="31.12.2025")))
    rows = [
        ("Husstand", "Bolig", "Type leieforhold", "Fra", "Leie per måned"),
        ["Omar Ali", "", "Kommunal", "1.2.2026", 1],
    ]
    for at, code in (("Storgt. 14B (H0201)", []), ("Storgt. 15B (H0201)", [(2, "Bolig")])):
        rows[1][1] = at
        told = said(brought(case, a_book(Leieforhold=rows), dry_run=True))
        assert [(row, column) for row, column, _ in told if column == "Bolig"] == code


def test_in_our_own_workbook_every_letter_of_an_address_counts(case):
    from io import BytesIO

    import openpyxl

    brought(case, a_list(a_row()))
    book = openpyxl.load_workbook(BytesIO(exported(case)))
    page = book["Boliger"]
    at = [cell.value for cell in page[1]].index("Gateadresse") + 1
    page.cell(2, at).value = "Storgt. 14 B"
    stream = BytesIO()
    book.save(stream)
    assert [column for _, column, _ in said(brought(case, stream.getvalue()))] == ["Gateadresse"]
    assert cells_of(exported(case))["Boliger"][1][at - 1] == "Storgata 14 B"


@pytest.mark.parametrize(
    ("text", "street", "unit"),
    [
        ("Storgata 14 H 0150 Oslo", "Storgata 14 H 0150 Oslo", ""), ("Storgata 14 H", "Storgata 14 H", ""),
        ("Storgata 14 H, H0201", "Storgata 14 H", "H0201"), ("Storgata 5 (2. etg)", "Storgata 5 (2. etg)", ""),
        ("Bolig 3", "Bolig 3", ""),
    ],
)  # fmt: skip
def test_a_letter_of_a_house_is_no_unit(text, street, unit):
    assert address_in(text)[0:3:2] == (street, unit)


def test_streets_of_other_names_are_kept_apart():
    streets = (
        "Storgata 1",
        "Storveien 1",
        "Storplassen 1",
        "Stor 1",
        "Storgata 11",
        "Storgata 1 A",
        "Gate 1",
        "Agate 1",
    )
    assert len({street_key(street) for street in streets}) == len(streets)
    assert street_key("Kongens gt. 4") == street_key("Kongensgate 4") == street_key("KONGENS GATE 4")


# one household, two homes


def test_a_household_with_another_home_at_the_same_time_is_asked_about(case):
    brought(case, a_list(a_row()))
    before, content = everything(case), a_list(a_row(at="Lia 2", starts="1.5.2025"))
    outcome = brought(case, content)
    ((row, column, words),) = said(outcome)
    assert (row, column) == (2, "Adresse")
    assert "Storgata 14 B, H0201" in words
    question = outcome.problems[0].question
    assert (question.answers, question.who) == ((Answer.BOTH, Answer.LEAVE), "Omar Ali")
    assert everything(case) == before
    assert brought(case, content, answers={question.key: Answer.LEAVE}).added == 0
    assert brought(case, content, answers={question.key: Answer.BOTH}).added_by["tenancies"] == 1


@pytest.mark.parametrize(
    ("out", "starts", "asked"),
    [("30.4.2025", "1.5.2025", 0), ("1.5.2025", "1.5.2025", 1), (None, "1.5.2025", 1)],
)
def test_a_household_that_moved_is_not_asked_about(case, out, starts, asked):
    rows = a_row(out=out), a_row(at="Lia 2", starts=starts)
    assert len(said(brought(case, a_list(*rows)))) == asked


def test_two_leases_that_are_both_over_are_not_asked_about(case):
    rows = (
        a_row(starts="1.1.2019", ends="31.12.2021", out="31.12.2021"),
        a_row(at="Lia 2", starts="1.12.2021", ends="30.11.2024", out="30.11.2024"),
    )
    assert said(brought(case, a_list(*rows))) == []


def test_where_a_shielded_household_lives_is_not_told_in_the_question(case):
    household = a_shielded_household(case, given_name="Omar", family_name="Ali", born_on=date(1970, 2, 1))
    brought(case, a_list(a_row(name="Ida Berg", born="3.4.1980", at="Gjemmestien 7", out="1.2.2024")))
    from build import a_tenancy

    home = case.dwellings.list()[0]
    a_tenancy(case, household_id=household.id, dwelling_id=home.id, starts_on=date(2024, 3, 1), ends_on=None)
    outcome = brought(case, a_list(a_row(at="Lia 2", starts="1.5.2025")))
    told = [*said(outcome), *(one.question for one in outcome.problems)]
    assert told
    assert "Gjemmestien" not in str(told)


# a lease after another


def test_rows_of_one_household_in_one_home_after_each_other_are_renewals_in_whatever_order(case):
    first = a_row(starts="1.1.2020", ends="31.12.2022", signed="1.12.2019")
    second = a_row(starts="1.1.2023", ends="31.12.2025", signed="1.12.2022")
    third = a_row(starts="1.1.2026", ends="31.12.2028", signed="1.12.2025")
    assert said(brought(case, a_list(third, first, second))) == []
    leases = sorted(case.tenancies.list(), key=lambda one: one.starts_on)
    assert [one.previous_id for one in leases] == [None, leases[0].id, leases[1].id]
    assert [one.moved_out_on for one in leases] == [date(2022, 12, 31), date(2025, 12, 31), None]
    assert len({one.dwelling_id for one in leases}) == 1
    again = brought(case, a_list(third, first, second))
    assert (again.added, said(again)) == (0, [])


@pytest.mark.parametrize("over", [True, False])
def test_only_a_lease_that_is_over_is_ended_by_the_one_that_follows(case, over):
    ends = date(case.clock().year - over, 12, 31)
    first = a_row(starts=date(ends.year - 2, 1, 1), ends=ends)
    second = a_row(starts=date(ends.year + 1, 1, 1), ends=date(ends.year + 3, 12, 31))
    rows = [[*HEADINGS, "Type leieforhold"], [*first, "Privat"], [*second, "Privat"]]
    assert said(brought(case, a_book(Ark1=rows))) == []
    assert [one.moved_out_on for one in case.tenancies.list()] == [ends if over else None, None]


def test_a_renewal_of_a_lease_here_before_the_import_leaves_that_as_it_stands(case):
    brought(case, a_list(a_row(starts="1.1.2023", ends="31.12.2025", signed="1.12.2022")))
    (before,) = case.tenancies.list()
    outcome = brought(case, a_list(a_row(starts="1.1.2026", ends="31.12.2028", signed="1.12.2025")))
    assert (said(outcome), outcome.added_by) == ([], {"tenancies": 1})
    kept, renewal = case.tenancies.list()
    assert (kept, renewal.previous_id) == (before, before.id)


@pytest.mark.parametrize("starts", ["1.12.2022", "1.6.2023"])
def test_leases_that_overlap_or_have_months_between_them_are_no_renewals(case, starts):
    first = a_row(starts="1.1.2020", ends="31.12.2022", signed="1.12.2019")
    told = said(brought(case, a_list(first, a_row(starts=starts, signed="1.11.2022"))))
    assert "allerede leid ut" in " ".join(words for _, _, words in told)
    assert case.tenancies.list() == []


def test_a_renewal_nobody_says_was_signed_before_the_file_waits_for_the_decision(case):
    rows = a_row(starts="1.1.2020", ends="31.12.2022"), a_row(starts="1.1.2023", ends="31.12.2025")
    told = " ".join(words for _, _, words in said(brought(case, a_list(*rows))))
    assert "Kontrakt underskrevet" in told
    assert "allerede leid ut" not in told


def test_an_old_lease_of_a_year_is_told_which_columns_mend_it(case):
    """Husleieloven § 9-3: without a cause in writing it never ran for a time."""
    told = said(brought(case, a_list(a_row(starts="1.1.2015", ends="31.12.2015", out="31.12.2015"))))
    assert [(row, column) for row, column, _ in told] == [(2, "Kontrakt til"), (2, "")]
    assert "«Saklig grunn til kort leietid»" in told[1][2] and "«Utflyttet»" in told[1][2]
    assert case.tenancies.list() == []
    indefinite = a_list(a_row(starts="1.1.2015", out="31.12.2015"))
    assert said(brought(case, indefinite)) == []
    case.undo_last()
    caused = (*a_row(starts="1.1.2015", ends="31.12.2015", out="31.12.2015"), "Huset skulle rives")
    assert said(brought(case, a_book(Ark1=[(*HEADINGS, "Saklig grunn til kort leietid"), caused]))) == []
    assert [one.ends_on for one in case.tenancies.list()] == [date(2015, 12, 31)]


# two households at one address


def test_two_households_at_an_address_without_a_unit_are_told_to_say_which_home(case):
    rows = a_row(at="Storgata 5"), a_row(name="Ida Berg", born="3.4.1980", at="Storgata 5")
    ((row, column, words),) = said(brought(case, a_list(*rows)))
    assert (row, column) == (3, "Kontrakt fra")
    assert "bruksenheten (som H0101) eller rommet" in words
    rows = a_row(), a_row(name="Ida Berg", born="3.4.1980")
    ((_, _, words),) = said(brought(case, a_list(*rows)))
    assert "Endre datoene" in words, "with a unit it is one home"
