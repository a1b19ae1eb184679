"""A photo tells nobody where it was taken, and a shielded household's photos are found in their own case alone."""

import dataclasses
import json
import sys
import tempfile
from datetime import date

import pytest
from hidden import CHEAP, MARKERS, PASSPHRASE, STREET, TODAY, fill
from scan import found, found_in_folder

import photographs
from bolig_desktop import clock
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.archive.records import Photo
from bolig_desktop.casefile import listing, naming, photos, visiting
from bolig_desktop.casefile.maintenance_lines import defect_lines
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.documents import kinds
from bolig_desktop.exchange.photos import Source, scaled
from bolig_desktop.security.backup import default_folder, keep_copies
from bolig_desktop.security.logical import Summary, lines
from bolig_desktop.security.opening import create_case
from bolig_desktop.visits.records import Visit
from build import a_defect

THEIR_NAME = f"{MARKERS['given name']} {MARKERS['family name']}"
SAID = "Tapetmuggxar"
"""A word of the caption that stands nowhere else."""


def put(case, place, content):
    """Attach a photo the way the screen does, from a file's bytes."""
    one = scaled(Source("IMG_1.jpg", content=content))
    facts = {"taken_on": one.taken_on, "width": one.width, "height": one.height}
    return photos.attach(case, Photo(**facts, **place), one.content)


def a_visit_of(case, household_id):
    home = visiting.homes(case, household_id)[household_id].dwelling_id
    return case.save(Visit(household_id=household_id, dwelling_id=home, visited_on=date(2026, 11, 20)))


@pytest.fixture
def scene(case):
    """A visit to them with a photo whose caption names them and their street; a defect in their room with another."""
    made = fill(case)
    visit, defect = a_visit_of(case, made.household_id), a_defect(case, dwelling_id=made.room_id)
    content = photographs.a_talkative_photo(STREET)
    caption = f"{SAID} {THEIR_NAME} {STREET}"
    place = {"household_id": visit.household_id, "visit_id": visit.id, "caption": caption}
    put(case, place, content)
    put(case, {"defect_id": defect.id, "caption": caption}, content)
    return case, made, visit, defect


def test_what_the_camera_wrote_is_not_in_the_file(tmp_path):
    """Everything in the case file, as a copy has it, is looked through: rows, history, search and the pictures."""
    opened = create_case(tmp_path / "nordvik.bolig", PASSPHRASE, typed_back=False, cost=CHEAP)
    try:
        case = case_of(opened, clock.fixed(TODAY))
        visit = a_visit_of(case, case.tenancies.get(fill(case).neighbours_tenancy_id).household_id)
        words = ("Usynligveien 404", "Telefon 7")
        for make in (photographs.a_talkative_photo, photographs.a_talkative_png):
            content = make(words[0])
            assert words[0] in found(content, words), "the control: it stands in what the camera gave"
            put(case, {"household_id": visit.household_id, "visit_id": visit.id}, content)
        whole = list(lines(case.db, Summary()))
        assert sum(b'{"b64":' in line for line in whole) == 2, "the pictures are among what is looked through"
        assert found(b"".join(whole), words) == set()
        keep_copies(opened, [default_folder(opened.path)], reason="asked")
        assert found_in_folder(tmp_path, (*words, STREET)) == {}
    finally:
        opened.close()


def test_no_file_is_written_on_the_way(case, tmp_path):
    """Read from a file, scaled, attached: Python tells of every file that is opened, and only the photo's own is."""
    opened: list[str] = []
    listens = [False]
    sys.addaudithook(lambda event, facts: opened.append(str(facts[0])) if listens[0] and event == "open" else None)
    visit = a_visit_of(case, fill(case).household_id)
    scaled(Source("IMG_1.jpg", content=photographs.a_photo()))  # reads Pillow, which is no file on the way
    path = tmp_path / "IMG.jpg"
    for width, kind in enumerate(("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP"), 80):
        path.write_bytes(photographs.in_bytes(photographs.a_picture(width, 60), kind))
        listens[0] = True
        one = scaled(Source(path.name, path))
        place = {"household_id": visit.household_id, "visit_id": visit.id, "taken_on": TODAY}
        photos.attach(case, Photo(width=one.width, height=one.height, **place), one.content)
        listens[0] = False
        assert opened == [str(path)], kind
        opened.clear()
    assert case.photos.count() == 6
    listens[0] = True
    with tempfile.TemporaryFile():
        listens[0] = False
    assert opened, "the control: a temporary file would have been told of"


def test_no_list_search_or_agenda_knows_what_a_caption_says(scene):
    case, *_ = scene
    said = [visiting.lines(case), defect_lines(case), Agenda(case).items()]
    said += [listing.rows(case, topic) for topic in listing.TOPICS]
    assert found(repr(said).encode(), (SAID, THEIR_NAME)) == set()
    assert case.search.find(SAID) == [] and case.search.find(MARKERS["given name"]) == []


@pytest.mark.parametrize("paper", ["visit-sheet", "visit-record", "visit-notice", "defect-report"])
def test_no_paper_has_a_caption_or_a_photo(scene, paper):
    case, made, visit, defect = scene
    if paper == "visit-notice":
        case.save(Visit(household_id=made.household_id, dwelling_id=visit.dwelling_id, planned_on=date(2026, 12, 9)))
    subject = {"visit-record": visit.id, "defect-report": defect.id}.get(paper, made.household_id)
    content = kinds.produce(case, paper, subject, "nb").content
    assert found(content, (SAID, THEIR_NAME)) == set()
    (picture, *_) = case.photos.list()
    assert case.photo_contents.get(picture.sha256)[200:400] not in content


def test_a_caption_that_names_them_is_told_of_outside_their_own_case_alone(scene):
    case, made, visit, defect = scene
    (own,), (other,) = case.photos.of_visit(visit.id), case.photos.of_defect(defect.id)
    assert naming.naming_fields(case, own) == ()
    assert naming.naming_fields(case, other) == ("caption",)
    named = [one for one in naming.naming_household(case, made.household_id) if one.table == "photos"]
    assert [(one.row_id, one.dwelling_id) for one in named] == [(other.id, defect.dwelling_id)]


def test_the_place_a_caption_stands_beside_follows_the_defect(scene):
    case, made, _, defect = scene
    elsewhere = case.tenancies.get(made.neighbours_tenancy_id).dwelling_id
    assert naming.naming_household(case, made.household_id)
    case.save(dataclasses.replace(defect, dwelling_id=elsewhere))
    found_there = naming.naming_household(case, made.household_id)
    assert [one.dwelling_id for one in found_there if one.table == "photos"] == [elsewhere]


def test_an_undo_tells_nobody_what_the_caption_was(scene):
    from bolig_desktop.ui.undone import undone

    case, *_ = scene
    words = undone(case.undo_last(), lambda table: {})
    assert found(json.dumps(words).encode(), (SAID, THEIR_NAME, STREET)) == set() and "bilder" in words
