"""The page of landlords driven by visible words and the keyboard; what is asserted stands in the file."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.landlords.records import HeadLease, Landlord, LandlordKind
from bolig_desktop.storage.rows import column_names
from bolig_desktop.ui.landlords import form as forms
from bolig_desktop.ui.landlords.page import LandlordsPage
from bolig_desktop.ui.navigation import Place
from build import a_dwelling, a_landlord
from drive import column, press, the_field, write
from windows import open_case, open_page


def a_head_lease(case, landlord, dwelling, **more):
    facts = {
        "starts_on": date(2024, 1, 1),
        "ends_on": date(2027, 1, 31),
        "sublet_consent_on": date(2024, 1, 1),
    } | more
    return case.save(HeadLease(landlord_id=landlord.id, dwelling_id=dwelling.id, **facts))


def test_a_landlord_is_made_changed_and_found_again(qtbot, case):
    page = open_page(qtbot, case, LandlordsPage)
    press(page.window, "Ny utleier")
    write(page.window, "Navn", "Aud Kvalnes")
    write(page.window, "Telefon", "41 23 45 67")
    press(page.window, "Opprett utleier")
    (landlord,) = case.landlords.list()
    assert (landlord.name, landlord.kind, landlord.phone) == ("Aud Kvalnes", LandlordKind.PERSON, "41 23 45 67")
    write(page.window, "Hva slags utleier", "Firma eller organisasjon")
    write(page.window, "Poststed", "Nordvik")
    again = open_page(qtbot, case, LandlordsPage)
    open_case(again, landlord)
    assert again.case_panel.header.title.text() == "Aud Kvalnes"
    assert the_field(again.window, "Poststed").text() == "Nordvik"
    assert column(again, "name") == ["Aud Kvalnes"]


def test_a_landlord_without_a_name_is_not_made_and_says_why(qtbot, case):
    page = open_page(qtbot, case, LandlordsPage)
    press(page.window, "Ny utleier")
    write(page.window, "Telefon", "41 23 45 67")
    press(page.window, "Opprett utleier")
    assert case.landlords.count() == 0
    assert page.form.fields["name"].problem()


def test_a_head_lease_is_written_down_for_a_dwelling_found_by_typing(qtbot, case):
    landlord, dwelling = a_landlord(case), a_dwelling(case, tenure=Tenure.HIRED_IN)
    page = open_page(qtbot, case, LandlordsPage)
    open_case(page, landlord)
    press(page.window, "Ny innleieavtale")
    entry = the_field(page.window, "Bolig")
    entry.setFocus()
    qtbot.keyClicks(entry, "storgata")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    write(page.window, "Fra", "1.1.2026")
    write(page.window, "Til og med", "31.12.2028")
    write(page.window, "Leie til eieren per måned", "9 500")
    press(page.window, "Legg til")
    (lease,) = case.head_leases.of_landlord(landlord.id)
    assert (lease.dwelling_id, lease.starts_on, lease.ends_on) == (dwelling.id, date(2026, 1, 1), date(2028, 12, 31))
    assert lease.rent_nok == 9500
    press(page.window, "Storgata 14 B, H0201")
    assert page.gone[-1] == Place(topic="dwellings", id=dwelling.id)


def test_a_head_lease_without_a_dwelling_is_not_kept(qtbot, case):
    landlord = a_landlord(case)
    page = open_page(qtbot, case, LandlordsPage)
    open_case(page, landlord)
    press(page.window, "Ny innleieavtale")
    write(page.window, "Fra", "1.1.2026")
    press(page.window, "Legg til")
    assert case.head_leases.count() == 0
    assert "Velg boligen" in page.window.findChildren(forms.HeadLeaseForm)[0].fields["dwelling_id"].problem()


@pytest.mark.parametrize(("ends_on", "is_soon"), [(date(2027, 5, 24), True), (date(2027, 5, 25), False)])
def test_an_end_within_half_a_year_is_said_soon(qtbot, case, ends_on, is_soon):
    landlord = a_landlord(case)
    a_head_lease(case, landlord, a_dwelling(case), ends_on=ends_on)
    page = open_page(qtbot, case, LandlordsPage)
    open_case(page, landlord)
    assert bool(page.case_panel.banners()) is is_soon
    page.list_panel.choose_chip("soon")
    assert len(page.list_panel.table.shown()) == int(is_soon)


def test_the_next_end_is_that_of_the_leases_that_still_run(qtbot, case):
    landlord, one, other = a_landlord(case), a_dwelling(case), a_dwelling(case, street="Parkveien 3")
    a_head_lease(case, landlord, one, starts_on=date(2020, 1, 1), ends_on=date(2025, 12, 31))
    a_head_lease(case, landlord, one, starts_on=date(2026, 1, 1), ends_on=date(2028, 12, 31))
    a_head_lease(case, landlord, other, ends_on=date(2027, 6, 30))
    page = open_page(qtbot, case, LandlordsPage)
    assert column(page, "next_end") == ["30.06.2027"]
    assert column(page, "dwellings") == ["2"]
    open_case(page, landlord, "leases")
    pills = [w.accessibleName() for w in page.window.findChildren(QWidget) if w.isVisible()]
    assert "Utløpt" in pills


def test_the_rooms_of_a_house_are_not_counted_beside_the_house(qtbot, case):
    landlord = a_landlord(case)
    house = a_dwelling(case, kind=DwellingKind.SHARED_HOUSE, tenure=Tenure.HIRED_IN, landlord_id=landlord.id)
    for number in (1, 2):
        a_dwelling(
            case,
            kind=DwellingKind.ROOM,
            tenure=Tenure.HIRED_IN,
            house_id=house.id,
            name=f"rom {number}",
            landlord_id=landlord.id,
        )
    page = open_page(qtbot, case, LandlordsPage)
    assert column(page, "dwellings") == ["1"]
    open_case(page, landlord, "dwellings")
    press(page.window, house.label)
    assert page.gone[-1] == Place(topic="dwellings", id=house.id)


@pytest.mark.parametrize(
    ("record", "make", "excused"),
    [
        (Landlord, lambda clock: forms.LandlordForm(), forms.NOT_ON_FORM),
        (
            HeadLease,
            lambda clock: forms.HeadLeaseForm(clock, lambda typed: [], str),
            forms.HEAD_LEASE_NOT_ON_FORM,
        ),
    ],
)
def test_every_field_is_on_the_form_or_excused(qtbot, case, record, make, excused):
    form = make(case.clock)
    qtbot.addWidget(form)
    assert form.fields.keys() | excused == set(column_names(record))
    assert not form.fields.keys() & excused
