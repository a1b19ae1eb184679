"""Photos in the case file: bytes and record together or neither, removals undone, and bytes dropped in time."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

import photographs
from bolig_desktop import clock
from bolig_desktop.archive.records import Photo
from bolig_desktop.archive.rules import LONGEST_CAPTION
from bolig_desktop.casefile import CaseFile, photos
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading
from bolig_desktop.storage import file, history, migrations
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.text.sentences import LANGUAGES, problem_sentence
from bolig_desktop.visits.records import Visit
from build import a_defect, a_household, a_person, a_tenancy

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def visit(case):
    lease = a_tenancy(case, starts_on=date(2026, 9, 1), ends_on=None)
    return case.save(Visit(household_id=lease.household_id, dwelling_id=lease.dwelling_id, visited_on=TODAY))


def of(visit, **more):
    facts = {"household_id": visit.household_id, "visit_id": visit.id, "taken_on": TODAY, "width": 800, "height": 600}
    return Photo(**(facts | more))


def kept(case):
    """Return the fingerprints that have bytes, and those of the photos there are."""
    rows = case.db.execute("select sha256 from photo_contents").fetchall()
    return {row[0] for row in rows}, {photo.sha256 for photo in case.photos.list()}


def refused(work):
    with pytest.raises(Refused) as raised:
        work()
    for language in LANGUAGES:
        for problem in raised.value.problems:
            assert "{" not in problem_sentence(problem, language)
    return [problem.code for problem in raised.value.problems]


def later(monkeypatch, days):
    when = (datetime.now(UTC) + days * DAY).isoformat(timespec="seconds")
    for module in (photos, history):
        monkeypatch.setattr(module, "now_utc", lambda: when)


def test_bytes_and_record_come_together(case, visit):
    content = photographs.a_photo()
    photo = photos.attach(case, of(visit, caption="Svart mugg"), content)
    assert case.photos.of_visit(visit.id) == [photo]
    assert (case.photo_contents.get(photo.sha256), photo.size) == (content, len(content))


def test_what_the_rules_refuse_leaves_no_bytes_also_among_others(case, visit):
    with case.atomic():
        good = photos.attach(case, of(visit), photographs.a_photo(100))
        assert refused(lambda: photos.attach(case, of(visit, taken_on=TODAY + DAY), photographs.a_photo(101)))
        also = photos.attach(case, of(visit), photographs.a_photo(102))
    assert kept(case) == ({good.sha256, also.sha256},) * 2
    assert case.history.of_change(case.history.last_undoable())[0].table_name == "photos"
    case.undo_last()
    assert case.photos.count() == 0, "those of one batch are taken back as one"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"taken_on": TODAY + DAY}, "photo.ahead"),
        ({"visit_id": None}, "photo.one_place"),
        ({"defect_id": 7}, "photo.one_place"),
        ({"visit_id": 99}, "photo.place_gone"),
        ({"household_id": None}, "photo.other_household"),
        ({"caption": "å" * (LONGEST_CAPTION + 1)}, "photo.caption_too_long"),
        ({"taken_on": None}, "missing.taken_on"),
        ({"taken_on": date(1899, 12, 31)}, "date.too_early"),
    ],
)
def test_what_is_refused(case, visit, more, code):
    assert refused(lambda: photos.attach(case, of(visit, **more), photographs.a_photo())) == [code]
    assert kept(case) == (set(), set())


def test_the_edges_of_what_is_let_through(case, visit):
    photos.attach(case, of(visit, taken_on=TODAY, caption="å" * LONGEST_CAPTION), photographs.a_photo())


def test_the_same_photo_twice_is_refused_in_one_place_and_lets_itself_be_kept_in_two(case, visit):
    content, defect = photographs.a_photo(), a_defect(case)
    photos.attach(case, of(visit), content)
    assert refused(lambda: photos.attach(case, of(visit), content)) == ["photo.there_already"]
    photos.attach(case, of(visit, household_id=None, visit_id=None, defect_id=defect.id), content)
    bytes_of, shown = kept(case)
    assert len(bytes_of) == len(shown) == 1 and case.photos.count() == 2


def test_a_record_without_its_bytes_is_never_written(case, visit):
    assert refused(lambda: case.save(of(visit, sha256="00" * 32, size=9))) == ["photo.bytes_gone"]


def test_nothing_is_attached_to_somebody_with_code_6(case, visit):
    content = photographs.a_photo()
    there = photos.attach(case, of(visit), content)
    defect = a_defect(case, household_id=visit.household_id)
    person = case.people.get(case.memberships.of_household(visit.household_id)[0].person_id)
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    place = {"household_id": None, "visit_id": None, "defect_id": defect.id}
    for more in ({}, place):
        assert refused(lambda more=more: photos.attach(case, of(visit, **more), photographs.a_photo(99))) == [
            "tenancy.code_6"
        ]
    assert refused(lambda: case.save(replace(there, caption="Kjøkkenet"))) == ["tenancy.code_6"]
    photos.remove(case, there)
    assert refused(case.undo_last) == ["tenancy.code_6"], "an undo brings nothing back to them"


def test_code_7_has_photos_in_their_own_case(case):
    hidden = a_household(case, a_person(case, grading=Grading.CONFIDENTIAL))
    visit = case.save(Visit(household_id=hidden.id, visited_on=TODAY))
    assert photos.attach(case, of(visit), photographs.a_photo()).household_id == hidden.id


def test_a_removal_is_undone_with_its_bytes(case, visit):
    content = photographs.a_photo()
    photo = photos.attach(case, of(visit, caption="Kjøkkenet"), content)
    photos.remove(case, photo)
    assert case.photos.count() == 0
    case.undo_last()
    assert case.photos.list() == [photo] and case.photo_contents.get(photo.sha256) == content


@pytest.mark.parametrize(("days", "is_kept"), [(29, True), (31, False)])
@pytest.mark.parametrize("way", ["opened", "attached", "removed"])
def test_bytes_go_thirty_days_after_the_removal_and_the_undo_says_so(case, visit, monkeypatch, days, is_kept, way):
    photo = photos.attach(case, of(visit), photographs.a_photo(100))
    other = photos.attach(case, of(visit), photographs.a_photo(101))
    photos.remove(case, photo)
    later(monkeypatch, days)
    if way == "opened":
        photos.drop_unused(case)
    elif way == "attached":
        photos.attach(case, of(visit), photographs.a_photo(102))
        case.undo_last()
    else:
        photos.remove(case, other)
        case.undo_last()
    assert case.photo_contents.has(photo.sha256) == is_kept
    assert case.photo_contents.has(other.sha256)
    if is_kept:
        case.undo_last()
        assert photo in case.photos.list()
    else:
        assert refused(case.undo_last) == ["photo.bytes_gone"]
        assert case.photos.list() == [other] and kept(case)[1] == {other.sha256}


def test_bytes_stay_while_another_photo_shows_them(case, visit, monkeypatch):
    content, defect = photographs.a_photo(), a_defect(case)
    photo = photos.attach(case, of(visit), content)
    photos.attach(case, of(visit, household_id=None, visit_id=None, defect_id=defect.id), content)
    photos.remove(case, photo)
    later(monkeypatch, 90)
    photos.drop_unused(case)
    assert case.photo_contents.has(photo.sha256)


def test_an_addition_taken_back_lets_its_bytes_go_too(case, visit, monkeypatch):
    photo = photos.attach(case, of(visit), photographs.a_photo())
    case.undo_last()
    assert case.photo_contents.has(photo.sha256)
    later(monkeypatch, 31)
    photos.drop_unused(case)
    assert kept(case) == (set(), set())


def test_nothing_is_written_where_there_is_nothing_to_drop():
    asked = []
    case = CaseFile(open_in_memory(), clock=clock.fixed(TODAY), before_write=lambda: asked.append(1))
    photos.drop_unused(case)
    assert asked == []


def test_a_visit_or_a_defect_with_photos_is_not_removed(case, visit):
    defect = a_defect(case)
    photo = photos.attach(case, of(visit), photographs.a_photo())
    photos.attach(case, of(visit, household_id=None, visit_id=None, defect_id=defect.id), photographs.a_photo(99))
    for holder in (visit, defect):
        with pytest.raises(Refused) as raised:
            case.remove(holder)
        assert "1 bilde" in problem_sentence(raised.value.problems[0])
    photos.remove(case, photo)
    case.remove(visit)
    case.undo_last()
    case.undo_last()
    assert case.photos.of_visit(visit.id) == [photo]


def test_the_history_keeps_no_bytes(case, visit):
    content = photographs.a_photo()
    photos.attach(case, of(visit), content)
    rows = case.db.execute("select after from history where table_name like 'photo%'").fetchall()
    assert len(rows) == 1 and len(rows[0][0]) < 400 and content[:20].hex() not in rows[0][0]


def test_a_file_from_before_photos_gets_them(monkeypatch):
    whole = list(migrations._NAMES)
    before = migrations.Migrations("bolig")
    for name in whole[: whole.index("m0012_photos")]:
        before(name=name)(migrations.importlib.import_module(f"{migrations.__name__}.{name}").apply)
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "_NAMES", whole[: whole.index("m0012_photos")])
        patch.setattr(migrations, "_SET", before)
        patch.setattr(file, "_migrated_in_memory", file._migrated_in_memory.__wrapped__)  # not the whole one
        db = open_in_memory()
    assert "photos" not in db.table_names()
    assert "m0012_photos" in migrations.bring_up_to_date(db)
    case = CaseFile(db, clock=clock.fixed(TODAY))
    lease = a_tenancy(case, starts_on=date(2026, 9, 1), ends_on=None)
    visit = case.save(Visit(household_id=lease.household_id, visited_on=TODAY))
    assert photos.attach(case, of(visit), photographs.a_photo()).id == 1
