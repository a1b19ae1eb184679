"""The list she has: a row for each household with its people, its home and its lease, in whole and only once."""

import dataclasses
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lists_made import FULL, HEADINGS, LIST, a_list, a_row, in_file
from sheets_made import a_book, brought, everything, said

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.exchange import importing, reading
from bolig_desktop.exchange.mapping import Assumed, mapped
from bolig_desktop.exchange.notes import notes_of
from bolig_desktop.exchange.sheets import readable_sheets, spelled
from bolig_desktop.labels.every import LABELS
from bolig_desktop.people.records import HouseholdKind, MemberRole
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.storage.rows import column_names
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.text.sentences import problem_sentence


def notes(case, content):
    book = reading.read(content)
    return " ".join(problem_sentence(one, "nb") for one in notes_of(book, importing.understood(case, book), LABELS))


def test_a_list_is_recognised_and_a_whole_row_comes_in_and_only_once(case):
    content = a_list(FULL)
    book = reading.read(content)
    assert mapped(book.pages[0], readable_sheets(case)).sheet.topic == LIST
    outcome = brought(case, content)
    assert (outcome.added, said(outcome)) == (5, [])
    (person,), (home,), (lease,) = case.people.list(), case.dwellings.list(), case.tenancies.list()
    assert (person.name, person.born_on, person.phone) == ("Amina Warsame", date(1988, 2, 1), "41000000")
    assert (home.street, home.unit_number, home.kind) == ("Storgata 14 B", "H0201", DwellingKind.APARTMENT)
    assert (home.tenure, home.rent_nok) == (Tenure.MUNICIPAL, 9500)
    assert (lease.kind, lease.rent_nok, lease.deposit_nok) == (TenancyKind.MUNICIPAL, 9500, 19000)
    assert (lease.starts_on, lease.ends_on, lease.handover_on) == (
        date(2023, 11, 1), date(2026, 10, 31), date(2023, 11, 2),
    )  # fmt: skip
    assert lease.note == "Nøkkel nr. 7"
    before, length = everything(case), case.history.length()
    again = brought(case, content)
    assert (again.added, again.same, said(again)) == (0, 5, [])
    assert (everything(case), case.history.length()) == (before, length)


def test_what_no_list_says_of_a_lease_is_taken_as_not_agreed_and_hers_to_correct(case):
    """A notice to move rests on § 9-2 and tvangsfullbyrdelsesloven § 13-2: nothing is claimed that nobody said."""
    brought(case, a_list(FULL))
    (lease,) = case.tenancies.list()
    assert (lease.told_not_terminable, lease.eviction_unpaid, lease.eviction_expiry) == (False, False, False)
    assert "står som nei: se etter i hver avtale." in notes(case, a_list(FULL))
    case.save(dataclasses.replace(lease, told_not_terminable=True, eviction_expiry=True))
    again = brought(case, a_list(FULL))
    assert (again.added, again.same, said(again)) == (0, 5, []), "what she has read in the lease stands"


def test_the_whole_list_is_one_step_that_can_be_taken_back(case):
    before = everything(case)
    brought(case, a_list(FULL))
    case.undo_last()
    assert everything(case) == before


def test_a_list_tells_how_far_it_is_and_is_stopped_with_nothing_written(case):
    def told(done, of):
        seen.append((done, of))
        if done >= 50:
            raise KeyboardInterrupt

    rows = [
        a_row(navn=f"Ali {'abcdefghij'[n % 10] * (2 + n // 10)}sen", fødselsdato=date(1980, 1, 1 + n))
        for n in range(30)
    ]
    before, seen = everything(case), []
    with pytest.raises(KeyboardInterrupt):
        brought(case, a_list(*rows), told=told)
    assert seen[0] == (0, 90), "thirty people, households and memberships"
    assert seen == sorted(seen)
    assert everything(case) == before
    assert brought(case, a_list(*rows)).added == 90


def test_two_of_one_family_are_one_household(case):
    brought(
        case, a_list(a_row(navn="Amina og Yusuf Warsame", adresse="Storgata 5", husleie=9500, innflyttet="1.1.2024"))
    )
    (household,) = case.households.list()
    roles = [(case.people.get(m.person_id).name, m.role) for m in case.memberships.of_household(household.id)]
    assert roles == [("Amina Warsame", MemberRole.MAIN), ("Yusuf Warsame", MemberRole.PARTNER)]
    assert household.kind is HouseholdKind.COUPLE
    assert case.tenancies.list()[0].starts_on == date(2024, 1, 1), "moved in, where no contract has its day"


def test_each_persons_own_birth_date_and_telephone_are_given_to_them(case):
    row = a_row(navn="Warsame, Amina / Yusuf", fødselsdato="01.02.1988 / 3.4.2015", telefon="41000000/41000001")
    brought(case, a_list(row, a_row(navn="Olena Koval", adresse="Storgata 5", husleie=1, innflyttet="1.1.24")))
    amina, yusuf, _ = case.people.list()
    assert (amina.born_on, yusuf.born_on) == (date(1988, 2, 1), date(2015, 4, 3))
    assert (amina.phone, yusuf.phone) == ("41000000", "41000001")


def test_a_household_column_or_a_spouses_column_says_that_they_are_one(case):
    headings = ("Navn", "Ektefelle", "Fødselsdato", "Fødselsdato ektefelle", "Adresse", "Husleie", "Kontrakt fra")
    row = ("Amina Hassan", "Yusuf Warsame", "01.02.1988", "3.4.1985", "Storgata 5", 9500, "1.1.2024")
    assert said(brought(case, a_list(row, headings=headings))) == []
    assert [(one.name, one.born_on) for one in case.people.list()] == [
        ("Amina Hassan", date(1988, 2, 1)), ("Yusuf Warsame", date(1985, 4, 3)),
    ]  # fmt: skip
    headings = ("Husstand", "Navn", "Adresse", "Husleie", "Kontrakt fra")
    row = ("familien Ali-Koval", "Ahmed Ali og Olena Koval", "Storgata 7", 9500, "1.1.2024")
    assert said(brought(case, a_list(row, headings=headings))) == []
    assert [one.name for one in case.households.list()] == ["", "familien Ali-Koval"]


def test_rooms_named_in_a_row_make_a_household_for_each_of_its_people(case):
    headings = ("Navn", "Adresse", "Rom nr", "Husleie", "Kontrakt fra")
    row = ["Ahmed Ali / Olena Koval", "Fjellgata 8", "1 / 2", "4900 / 5100", "1.1.2024"]
    assert said(brought(case, a_list(row, headings=headings))) == []
    leases = [(case.dwellings.get(one.dwelling_id).label, one.kind, one.rent_nok) for one in case.tenancies.list()]
    room = TenancyKind.ROOM
    assert leases == [("Fjellgata 8, rom 1", room, 4900), ("Fjellgata 8, rom 2", room, 5100)]
    assert in_file(case)["households"] == 2
    row[3] = 4900
    ((_, column, words),) = said(brought(case, a_list(row, headings=headings)))
    assert column == "Husleie"
    assert "2 personer" in words


def test_one_address_on_many_rows_is_one_home_or_rooms_of_one_house(case):
    rows = [
        a_row(navn="Amina Warsame", adresse="Storgata 5", husleie=9000, kontrakt_fra="1.1.2020"),
        a_row(navn="Olena Koval", adresse="storgata  5", husleie=9500, kontrakt_fra="1.1.23", kontrakt_til="løpende"),
        a_row(navn="Ahmed Ali", adresse="Fjellgata 8, rom 1", husleie=4900, kontrakt_fra="1.1.2024"),
        a_row(navn="Ledig", adresse="Fjellgata 8, rom 2", husleie=4900, merknad="Males", antall_personer=0),
    ]  # fmt: skip
    headings = [*HEADINGS, "Utflyttet"]
    rows[0].append("31.12.2022")
    assert said(brought(case, a_list(*rows, headings=headings))) == []
    homes = {one.label: one for one in case.dwellings.list()}
    assert list(homes) == ["Storgata 5", "Fjellgata 8", "Fjellgata 8, rom 1", "Fjellgata 8, rom 2"]
    assert homes["Storgata 5"].rent_nok == 9500, "what the newest lease says"
    assert homes["Fjellgata 8"].kind is DwellingKind.SHARED_HOUSE
    assert {one.house_id for one in homes.values()} == {None, homes["Fjellgata 8"].id}
    assert (homes["Fjellgata 8, rom 2"].rent_nok, homes["Fjellgata 8, rom 2"].note) == (4900, "Males")
    assert brought(case, a_list(*rows, headings=headings)).added == 0


def test_a_landlord_hires_the_home_in_and_the_municipality_is_no_landlord(case):
    headings = ("Navn", "Adresse", "Husleie", "Kontrakt fra", "Utleier")
    rows = [
        ("Amina Warsame", "Storgata 5", 9500, "1.1.2024", "Aud Kvalnes"),
        ("Olena Koval", "Storgata 7", 9500, "1.1.2024", "aud kvalnes"),
        ("Ahmed Ali", "Storgata 9", 9500, "1.1.2024", "Nordvik kommune"),
    ]
    assert said(brought(case, a_list(*rows, headings=headings))) == []
    assert [one.name for one in case.landlords.list()] == ["Aud Kvalnes"]
    assert [one.tenure for one in case.dwellings.list()] == [Tenure.HIRED_IN, Tenure.HIRED_IN, Tenure.MUNICIPAL]
    sublet = TenancyKind.SUBLET
    assert [one.kind for one in case.tenancies.list()] == [sublet, sublet, TenancyKind.MUNICIPAL]


def test_a_row_may_lack_home_or_people_but_not_both(case):
    rows = [
        a_row(navn="Olena Koval", fødselsdato="3.4.1991", antall_personer=3, merknad="Venter på bolig"),
        a_row(navn="Fam. Warsame", adresse="Storgata 5", husleie=9500, kontrakt_fra="1.1.2024"),
        a_row(adresse="Storgata 7", type_bolig="Hus"),
    ]
    assert said(brought(case, a_list(*rows))) == []
    first, second = case.households.list()
    assert (first.kind, second.name) == (HouseholdKind.FAMILY, "Fam. Warsame")
    assert first.note == "Venter på bolig\nPersoner i husstanden etter listen: 3."
    assert in_file(case) == {"people": 1, "households": 2, "memberships": 1, "dwellings": 2, "tenancies": 1}
    assert brought(case, a_list(*rows)).added == 0
    wrong = [
        a_row(fødselsdato="3.4.1991"),
        a_row(adresse="Storgata 9", kontrakt_fra="1.1.2024"),
        a_row(merknad="Husk å ringe"),
        a_row(navn="Sara Haile", adresse="Storgata 9"),
    ]
    told = {(row, column) for row, column, _ in said(brought(case, a_list(*wrong)))}
    assert told == {(2, "Navn"), (3, "Kontrakt fra"), (4, ""), (5, "Husleie"), (5, "Kontrakt fra")}


@pytest.mark.parametrize("written", ["3-roms", "3 roms leilighet", "3R", "3-roms leil."])
def test_a_type_with_its_rooms_is_a_flat_with_so_many(case, written):
    assert said(brought(case, a_list(a_row(adresse="Storgata 5", type_bolig=written, navn="Ledig"), FULL))) == []
    home = case.dwellings.list()[0]
    assert (home.kind, home.rooms) == (DwellingKind.APARTMENT, 3)


def test_a_dash_says_that_there_is_nothing(case):
    row = a_row(navn="Amina Warsame", adresse="Storgata 5", husleie=9500, kontrakt_fra="1.1.2024", kontrakt_til="-")
    row[1], row[5], row[9] = "–", "-", "-"
    assert said(brought(case, a_list(row))) == []
    assert case.tenancies.list()[0].ends_on is None


def test_an_older_lease_of_the_same_people_comes_in_when_it_says_when_it_was_signed(case):
    headings = [*HEADINGS, "Utflyttet", "Kontrakt underskrevet"]
    facts = {"navn": "Amina Warsame", "fødselsdato": "1.2.1988", "adresse": "Storgata 5", "husleie": 9500}
    rows = [
        [*a_row(kontrakt_fra="1.1.2019", kontrakt_til="31.12.2021", **facts), "31.12.2021", None],
        [*a_row(kontrakt_fra="1.1.2022", kontrakt_til="31.12.2024", **facts), None, None],
    ]
    told = said(brought(case, a_list(*rows, headings=headings)))
    assert {row for row, _, _ in told} == {3}
    assert "Kontrakt underskrevet" in " ".join(words for _, _, words in told)
    rows[0][-1], rows[1][-1] = "10.12.2018", "10.12.2021"
    assert said(brought(case, a_list(*rows, headings=headings))) == []
    first, second = case.tenancies.list()
    assert first.household_id == second.household_id
    assert second.signed_tenant_on == second.signed_landlord_on == date(2021, 12, 10)


@pytest.mark.parametrize(
    ("headings", "topic"),
    [
        (("Leietaker", "Adresse", "Leie", "Fra", "Til"), LIST),
        (("Name", "Date of birth", "Address", "Monthly rent", "Start date", "End date"), LIST),
        (("Namn", "Fødd", "Bustad", "Husleige", "Innflytta", "Tal på personar"), LIST),
        (("Fornavn", "Etternavn", "Adresse", "Husleie", "Innflytting"), LIST),
        (("Husstand", "Bolig", "Type leieforhold", "Fra", "Til og med", "Leie per måned"), "tenancies"),
        (("Adresse", "Bruksenhet", "Postnr", "Poststed", "Boligtype", "Disposisjonsform", "Husleie"), "dwellings"),
        (("Fornavn", "Etternavn", "Fødselsdato", "Tlf"), "people"),
        (("Navn", "Født", "Telefon"), "people"),
        (("Navn", "Organisasjonsnummer", "Kontonummer", "Telefon"), "landlords"),
    ],
)
def test_a_list_is_told_from_sheets_of_one_topic(case, headings, topic):
    page = reading.read(a_book(Ark1=[headings, ["x"] * len(headings)])).pages[0]
    assert mapped(page, readable_sheets(case)).sheet.topic == topic


def test_every_column_of_a_list_fills_a_field_and_no_heading_two(case):
    sheet = readable_sheets(case)[LIST]
    records = {store.table: store.record for store in case.stores()}
    own = {"full_name", "count", "signed_on"}
    for column in sheet.columns:
        topic = "people" if column.topic == "second" else column.topic
        assert column.field in column_names(records[topic]) or column.field in own, column
    words = [spelled(each) for column in sheet.columns for each in {*column.spellings, column.heading}]
    assert sorted(word for word in set(words) if words.count(word) > 1 and not _of_one(sheet, word)) == []
    assert {key for group in sheet.needs for key in group} <= {column.key for column in sheet.columns}


def _of_one(sheet, word):
    """Whether only one column has a word, spelt in two ways."""
    return (
        sum(word in {spelled(each) for each in (column.heading, *column.spellings)} for column in sheet.columns) == 1
    )


GIVEN = st.sampled_from(["Amina", "Yusuf", "Selam", "Olena", "Jan"])
FAMILY = st.sampled_from(["Warsame", "Tesfay", "Koval", "van der Berg", "El Idrissi"])
TODAY = date(2026, 11, 22)


@st.composite
def lists(draw):
    """Rows of a list nobody can misread: each household once, each home once, in the ways such cells are written."""
    rows = []
    for number in range(draw(st.integers(1, 5))):
        given, family = draw(GIVEN), draw(FAMILY)
        name = draw(
            st.sampled_from([f"{given} {family}", f"{family}, {given}", f"{given} og Ali{'abcde'[number]} {family}"])
        )
        born = date(1960 + number * 3, draw(st.integers(1, 12)), 4)
        rent = draw(st.sampled_from(["kr 9 500,-", 9500, "9.500", 9500.0, "9 500 kr"]))
        start = date(2019, draw(st.integers(1, 12)), 1)
        street = draw(
            st.sampled_from([f"Storgata {number}", f"Fjellgata 8, rom {number}", f"Storgata 1 H010{number}"])
        )
        rows.append(
            a_row(
                navn=name,
                fødselsdato=draw(st.sampled_from([born, f"{born:%d.%m.%Y}", f"{born.day}/{born.month}-{born:%Y}"])),
                telefon=draw(st.sampled_from([None, "41 00 00 00", 41000001])),
                adresse=street,
                husleie=rent,
                kontrakt_fra=draw(st.sampled_from([start, f"{start:%d.%m.%y}"])),
                kontrakt_til=draw(st.sampled_from([None, "løpende", "31.12.2030"])),
                antall_personer=draw(st.sampled_from([None, 1, 4])),
                merknad=draw(st.sampled_from([None, "Nøkkel 7", "ja\nnei"])),
            )
        )
    return rows


@settings(max_examples=40, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])
@given(lists())
def test_any_list_comes_in_whole_and_a_second_time_adds_nothing(rows):
    case = CaseFile(open_in_memory(), clock=clock.fixed(TODAY))
    outcome = brought(case, a_list(*rows), LIST)
    assert said(outcome) == []
    counted = in_file(case)
    assert counted["tenancies"] == len(rows)
    assert {one.rent_nok for one in case.tenancies.list()} == {9500}
    assert outcome.added == sum(counted.values())
    again = brought(case, a_list(*rows), LIST)
    assert (again.added, again.same, said(again)) == (0, outcome.added, [])


def test_what_is_assumed_can_be_said_otherwise(case):
    book = reading.read(
        a_list(a_row(navn="Amina Warsame", adresse="Storgata 5", husleie=9500, kontrakt_fra="1.1.2024"))
    )
    (page,) = importing.understood(case, book)
    page = dataclasses.replace(page, assumed=Assumed(kind=DwellingKind.HOUSE, tenure=Tenure.ASSIGNED))
    assert importing.bring_in(case, [page], LABELS).problems == []
    (home,) = case.dwellings.list()
    assert (home.kind, home.tenure, case.tenancies.list()[0].kind) == (
        DwellingKind.HOUSE, Tenure.ASSIGNED, TenancyKind.PRIVATE,
    )  # fmt: skip
