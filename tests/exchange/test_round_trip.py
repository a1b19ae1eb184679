"""Out and in again changes nothing, and into an empty file gives the same file."""

import dataclasses
import io
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sheets_made import brought, cells_of, everything, exported, said

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.demo.fill import fill
from bolig_desktop.dwellings.records import Dwelling, DwellingKind, Key, Meter, MeterKind, Standard, Tenure
from bolig_desktop.exchange.exporting import ABOUT
from bolig_desktop.exchange.questions import Answer
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.people.records import Contact, ContactRole, Grading, Literacy, Person
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.text import lengths
from bolig_desktop.visits.records import Task
from build import a_defect, a_dwelling, a_house_with_rooms, a_household, a_landlord, a_municipality, a_tenancy

TODAY = date(2026, 11, 22)
ODD = ["=1+1", "+47 90 00 00 00", "-", "@SUM(A1)", "007", "1,5", "01.11.2026", "_x0041_", "ja\nnei", "#REF!"]


def words(table, field):
    """What may be typed in a field in the window: as long as there is room for, and no longer."""
    most = lengths.room(table, field) or 33_000
    letters = st.characters(codec="utf-8", exclude_categories=("Cs",))
    return st.text(letters, max_size=min(40, most)) | st.sampled_from([*ODD, "x" * most])


DAYS = st.dates(date(1900, 1, 1), TODAY)


def a_file() -> CaseFile:
    return CaseFile(open_in_memory(), clock=clock.fixed(TODAY))


def may_be(values):
    return st.none() | values


@st.composite
def files(draw, gradings=(Grading.NONE,)):
    """A case file with what the rules let in of a handful of drawn records."""
    case = a_file()
    landlord = a_landlord(
        case, name="Aud Kvalnes", note=draw(words("landlords", "note")), postcode=draw(st.sampled_from(["", "0150"]))
    )
    case.save(dataclasses.replace(landlord, kind=draw(st.sampled_from(list(type(landlord.kind))))))
    homes = [*a_house_with_rooms(case, draw(st.integers(0, 2)))]
    for number in range(draw(st.integers(0, 3))):
        homes.append(
            case.save(
                Dwelling(
                    street=f"Storgata {number + 1}",
                    unit_number=draw(st.sampled_from(["", "H0101"])),
                    postcode=draw(st.sampled_from(["", "0150", "8099"])),
                    kind=draw(st.sampled_from([DwellingKind.APARTMENT, DwellingKind.BEDSIT])),
                    tenure=Tenure.MUNICIPAL,
                    area_m2=draw(may_be(st.decimals(1, 400, places=2))),
                    floor=draw(may_be(st.integers(0, 9))),
                    lift=draw(may_be(st.booleans())),
                    standard=draw(may_be(st.sampled_from(list(Standard)))),
                    rent_nok=draw(may_be(st.integers(0, 40_000))),
                    acquired_on=draw(may_be(DAYS)),
                    note=draw(words("dwellings", "note")),
                )
            )
        )
    home = homes[-1]
    case.save(
        Key(
            dwelling_id=home.id,
            label="Ytterdør",
            count=draw(st.integers(1, 9)),
            held_by=draw(words("keys", "held_by")),
        )
    )
    reading = draw(may_be(st.decimals(0, 99_999, places=1)))
    case.save(Meter(dwelling_id=home.id, kind=MeterKind.POWER, number="007", reading=reading))
    for number in range(draw(st.integers(0, 3))):
        person = case.save(
            Person(
                given_name=draw(st.sampled_from(["Selam", "Ahmed", "Олена"])),
                family_name=f"Tesfay{'abc'[number]}",
                born_on=draw(may_be(st.dates(date(1900, 1, 1), date(2023, 1, 1)))),
                language=draw(st.sampled_from(["", "ar", "ti", "uk"])),
                interpreter=draw(may_be(st.booleans())),
                literacy=draw(may_be(st.sampled_from(list(Literacy)))),
                grading=draw(st.sampled_from(gradings)),
                note=draw(words("people", "note")),
            )
        )
        household = a_household(case, person)
        case.save(
            Contact(household_id=household.id, name="Nav", role=ContactRole.NAV, note=draw(words("contacts", "note")))
        )
        case.save(Task(household_id=household.id, what="Ring dem", who=draw(words("tasks", "who")), due_on=TODAY))
    a_defect(case, dwelling_id=home.id, note=draw(words("defects", "note")))
    return case


few = settings(max_examples=12, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])


@few
@given(files(gradings=tuple(Grading)[:2]))
def test_out_and_in_again_changes_nothing(case):
    before = everything(case)
    length = case.history.length()
    outcome = brought(case, exported(case))
    assert (outcome.added, said(outcome)) == (0, [])
    assert outcome.same > 3
    assert everything(case) == before
    assert case.history.length() == length


@few
@given(files())
def test_into_an_empty_file_and_out_again_is_the_same_workbook(case):
    first = exported(case)
    other = a_file()
    outcome = brought(other, first)
    assert (outcome.same, said(outcome)) == (0, [])
    assert cells_of(exported(other)) == cells_of(first)
    assert brought(other, first).added == 0


def test_what_stands_there_longer_than_it_could_be_typed_goes_out_and_in_again(case):
    """As it may in a file that was written before there was a limit; a new one like it is refused."""
    case.save(Landlord(name="x" * 600))
    content = exported(case)
    outcome = brought(case, content)
    assert (outcome.added, outcome.same, said(outcome)) == (0, 1, [])
    assert "Det er plass til 500" in said(brought(a_file(), content))[0][2]


def test_the_whole_demo_goes_out_and_in_again_and_into_an_empty_file():
    case = CaseFile(open_in_memory(), clock=clock.fixed(TODAY), demo=True)
    fill(case, TODAY)
    content = exported(case)
    again = brought(case, content)
    assert (again.added, said(again)) == (0, [])
    empty = CaseFile(open_in_memory(), clock=clock.fixed(TODAY), demo=True)
    outcome = brought(empty, content)
    blank = {one.problem.code for one in outcome.problems}
    assert blank == {"sheet.blank_row", "sheet.leads_to_blank"}, "only the shielded, whose rows are left blank"
    left = {one.question.key: Answer.LEAVE for one in outcome.problems}
    assert said(brought(empty, content, answers=left)) == [], "one answer to all, and the rest comes in"


def test_a_lease_and_the_one_before_it_come_in_whatever_their_order(case):
    house = a_dwelling(case)
    household = a_household(case)
    first = a_tenancy(
        case, dwelling_id=house.id, household_id=household.id, starts_on=date(2016, 1, 1), ends_on=date(2018, 12, 31)
    )
    facts = {"kind": TenancyKind.MUNICIPAL, "dwelling_id": house.id, "household_id": household.id}
    a_tenancy(case, previous_id=first.id, starts_on=date(2019, 1, 1), ends_on=date(2021, 12, 31), **facts)
    other = a_file()
    outcome = brought(other, exported(case))
    assert said(outcome) == []
    assert other.tenancies.list() == case.tenancies.list()


def test_numbers_texts_and_dates_are_what_they_are_in_the_workbook(case):
    a_dwelling(case, postcode="0150", note="=1+1", area_m2=Decimal("41.5"), acquired_on=date(2020, 2, 29))
    case.save(Landlord(name="@Aud", phone="+47 41 00 00 00"))
    rows = cells_of(exported(case))
    home = dict(zip(*rows["Boliger"], strict=True))
    assert (home["Postnummer"], home["Merknad"], home["Areal, m²"]) == ("0150", "=1+1", 41.5)
    assert (home["Disponert fra"], home["Leie per måned"]) == (date(2020, 2, 29), 9500)
    owner = dict(zip(*rows["Utleiere"], strict=True))
    assert (owner["Navn"], owner["Telefon"]) == ("@Aud", "+47 41 00 00 00")


def test_every_sheet_keeps_its_headings_in_sight_and_on_every_printed_page(case):
    a_dwelling(case)
    case.save(Landlord(name="Aud"))
    book = openpyxl.load_workbook(io.BytesIO(exported(case)))
    for page in book.worksheets[1:]:
        assert (page.freeze_panes, page.print_title_rows, page.page_setup.orientation) == ("B2", "$1:$1", "landscape")
        widths = {letter: size.width for letter, size in page.column_dimensions.items()}
        assert widths["A"] >= len("Nr")
        assert page["A1"].font.bold
    homes = book["Boliger"]
    rent = next(cell for cell in homes[1] if cell.value == "Leie per måned").column
    assert homes.cell(2, rent).number_format == "#,##0"


def test_where_things_are_stands_on_the_first_page_and_is_not_read_again(case):
    a_municipality(case, where_things_are="Nøkkelskapet på kontor 12.")
    content = exported(case)
    assert ("Nøkkelskapet på kontor 12.",) in cells_of(content)[ABOUT]
    other = a_file()
    assert brought(other, content).added == brought(case, content).same
    assert other.settings.list() == []


def test_no_cell_of_the_workbook_is_a_formula(case):

    a_dwelling(case, note="=cmd|' /C calc'!A0", common_rooms='+HYPERLINK("http://x.example")')
    with zipfile.ZipFile(io.BytesIO(exported(case))) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert len(pages) > 40
    assert all(b"<f>" not in page and b"<f " not in page and b"hyperlink" not in page for page in pages)


def test_a_changed_cell_and_an_emptied_one_are_told_and_overwrite_nothing(case):

    a_dwelling(case, note="Står her")
    book = openpyxl.load_workbook(io.BytesIO(exported(case)))
    page = book["Boliger"]
    headings = [cell.value for cell in page[1]]
    page.cell(2, headings.index("Leie per måned") + 1).value = 8000
    page.cell(2, headings.index("Merknad") + 1).value = None
    stream = io.BytesIO()
    book.save(stream)
    before = everything(case)
    outcome = brought(case, stream.getvalue())
    assert {(row, column) for row, column, _ in said(outcome)} == {(2, "Leie per måned"), (2, "Merknad")}
    assert everything(case) == before
