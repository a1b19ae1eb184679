"""Code 6: there is no way to give somebody strictly confidential an address here, not even half-filled."""

import dataclasses
import json

import pytest
from hidden import PASSPHRASE, STREET, TODAY, fill, main_of, make
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from scan import found

from bolig_desktop import cli
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading, Household, HouseholdKind, MemberRole, Membership
from bolig_desktop.security.opening import open_case
from bolig_desktop.ui.editing import Editor
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.people.form import PersonForm
from bolig_desktop.ui.people.page import HouseholdsPage
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.tenancies.page import TenanciesPage
from build import a_person

ADDRESS, PHONE, EMAIL = "Zykkelveien 66", "41 93 77 28", "qzskjul@xyzpost.example"
CODE_6 = Grading.STRICTLY_CONFIDENTIAL


def seen(inside) -> str:
    """Return all words in sight, those in fields and those told to who points at them or listens."""
    shown = [each for each in inside.findChildren(QWidget) if each.isVisibleTo(inside)]
    told = [[each.toolTip(), each.accessibleName(), each.accessibleDescription()] for each in shown]
    told += [[each.text()] for each in shown if isinstance(each, (QLabel, QLineEdit, QAbstractButton))]
    return " ".join(words for each in told for words in each)


def kept(case) -> bytes:
    """Return all that stands in the file's tables, the history among them."""
    rows = [case.db.execute(f'select * from "{name}"').fetchall() for name in case.db.table_names()]
    return repr(rows).encode()


def test_nothing_that_was_refused_stands_anywhere_in_the_file(case):
    person = a_person(case, grading=CODE_6)
    home = case.save(Household(kind=HouseholdKind.SINGLE))
    for facts in ({"postal_address": ADDRESS}, {"phone": PHONE}, {"email": EMAIL}):
        with pytest.raises(Refused):
            case.save(dataclasses.replace(person, **facts))
        with pytest.raises(Refused):
            a_person(case, grading=CODE_6, **facts)
    with pytest.raises(Refused):
        case.save(Membership(household_id=home.id, person_id=person.id, role=MemberRole.MAIN))
    assert found(kept(case), [ADDRESS, PHONE, EMAIL]) == set()
    assert case.memberships.count() == 0


def test_taking_back_never_gives_an_address_back(case):
    person = a_person(case, postal_address=ADDRESS, phone=PHONE)
    case.save(dataclasses.replace(person, postal_address="", phone=""))
    case.save(dataclasses.replace(case.people.get(person.id), grading=CODE_6))
    while case.undo_last():
        now = case.people.find(person.id)
        assert now is None or now.grading is not CODE_6 or not (now.postal_address or now.phone)
    assert case.people.count() == 0


@pytest.mark.parametrize("field", ["postal_address", "phone", "email"])
def test_a_half_filled_form_keeps_nothing_about_them(qtbot, case, field):
    person = a_person(case)
    form = PersonForm(case.clock)
    qtbot.addWidget(form)
    editor = Editor(Session(case), form, "people")
    editor.open(person)
    words = {"postal_address": ADDRESS, "phone": PHONE, "email": EMAIL}[field]
    form.restore_typed({"grading": CODE_6.value, field: words})
    form.field_committed.emit(field)
    editor.finish()
    assert case.people.get(person.id) == person
    assert found(kept(case), [words]) == set()


def test_no_address_stands_beside_what_was_decided_about_them(qtbot, case):
    """Their own case tells what is about a lease by its days alone."""
    scene = fill(case, grading=Grading.NONE)
    main = main_of(case, scene)
    session = Session(case)
    page = HouseholdsPage(session, {})
    qtbot.addWidget(page.case_panel)
    qtbot.addWidget(page.list_panel)
    for grading, told in ((Grading.NONE, {STREET}), (CODE_6, set())):
        graded = dataclasses.replace(main, grading=grading)
        session.run(lambda case, graded=graded: case.people.change(graded))
        page.open(Place(topic="households", id=scene.household_id, tab="matters"))
        labels = (each for each in page.followed.findChildren(QLabel) if each.isVisibleTo(page.followed))
        said = " ".join(label.text() for label in labels)
        assert found(said.encode(), [STREET]) == told
        assert "01.11.2025" in said


def test_their_lease_does_not_say_of_which_home_it_is(qtbot, case):
    """The number they are called by stands over their own case, where the name is."""
    scene = fill(case, grading=Grading.NONE)
    main = main_of(case, scene)
    session = Session(case)
    page = TenanciesPage(session, {})
    for part in (page.case_panel, page.list_panel):
        qtbot.addWidget(part)
    for grading, told in ((Grading.NONE, {STREET}), (CODE_6, set()), (Grading.NONE, {STREET})):
        graded = dataclasses.replace(main, grading=grading)
        session.run(lambda case, graded=graded: case.people.change(graded))
        page.open(Place(topic="tenancies", id=scene.tenancy_id))
        assert found(seen(page.case_panel).encode(), [STREET]) == told, grading
    page.open(Place(topic="tenancies", tab="new"))
    assert page.form.cell("dwelling_id").isVisibleTo(page.case_panel)


def test_no_command_makes_a_paper_for_them_or_tells_of_them(tmp_path, monkeypatch, capsys):
    """Even where an older file has one in a household, past every rule."""
    scene = make(tmp_path / "case.bolig", grading=Grading.NONE)
    opened = open_case(scene.path, passphrase=PASSPHRASE)
    case = case_of(opened)
    main = main_of(case, scene)
    with case.atomic():
        case.people.change(dataclasses.replace(main, grading=CODE_6))
    opened.close()
    monkeypatch.setenv("BOLIG_PASSPHRASE", PASSPHRASE)
    monkeypatch.chdir(tmp_path)
    today = ("--today", TODAY.isoformat())
    for paper in ("lease", "takeover"):
        assert cli.main(["print", str(scene.path), paper, str(scene.tenancy_id), *today]) == 1, paper
        assert "særskilte rutine" in capsys.readouterr().err
    assert list(tmp_path.glob("*.pdf")) == []
    assert cli.main(["list", str(scene.path), "people", "--json", *today]) == 0
    graded = next(row for row in json.loads(capsys.readouterr().out) if row["id"] == main.id)
    assert {k for k, v in graded.items() if v is not None} == {"id", "grading"}
