"""``calendar``: one file, put in its place whole, over an earlier one and never over a case file."""

import pytest
from icalendar import Calendar
from told import one_sentence


def test_it_writes_a_calendar_and_says_where(run, file, tmp_path):
    answer = run("calendar", file, "ut.ics", "--today", "2026-11-22")
    assert (answer.code, answer.out, answer.err) == (0, "ut.ics\n", "")
    assert len(Calendar.from_ical((tmp_path / "ut.ics").read_bytes()).events) > 100


def test_json_counts(run, file, tmp_path):
    answer = run("calendar", file, "ut.ics", "--json", "--today", "2026-11-22")
    events = len(Calendar.from_ical((tmp_path / "ut.ics").read_bytes()).events)
    assert answer.value == {"file": "ut.ics", "events": events, "left_out": 0}


def test_a_new_export_takes_the_place_of_the_earlier_with_the_same_identifiers(run, file, tmp_path):
    target = tmp_path / "ut.ics"
    names = []
    for day in ("2026-11-22", "2026-11-23"):
        assert run("calendar", file, target, "--today", day).code == 0
        listed = [str(event["UID"]) for event in Calendar.from_ical(target.read_bytes()).events]
        names.append(set(listed))
        assert len(names[-1]) == len(listed), "each has its own"
    assert len(names[0] & names[1]) > 0.9 * len(names[0])


@pytest.mark.parametrize("name", ["demo.bolig", "ut.bolig", "demo.nokkel", "mappe"])
def test_what_it_may_not_write_over_stays(name, run, file, tmp_path):
    (tmp_path / "mappe").mkdir()
    before = file.read_bytes()
    assert "Kalenderen kan ikke" in one_sentence(run("calendar", file, name), codes=[1])
    assert file.read_bytes() == before and not list(tmp_path.glob(".*"))


def test_a_file_that_is_not_there_leaves_nothing(run, tmp_path):
    one_sentence(run("calendar", "ingen.bolig", "ut.ics"), codes=[1])
    assert not (tmp_path / "ut.ics").exists()


def test_without_a_place_it_is_wrong_use(run, file):
    one_sentence(run("calendar", file), codes=[2])
