"""Dates that can only be mistyped are refused beside their field, and nothing falls over for the rest."""

from dataclasses import replace
from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile, listing
from bolig_desktop.casefile.lines import dwelling_lines, household_lines, landlord_lines, tenancy_lines
from bolig_desktop.errors import Refused
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.text.sentences import LANGUAGES, problem_sentence
from build import a_dwelling, a_household, a_landlord, a_person, a_tenancy

UNSIGNED = {"signed_landlord_on": None, "signed_tenant_on": None}


def _refused(save, *args, **more):
    with pytest.raises(Refused) as refused:
        save(*args, **more)
    for problem in refused.value.problems:
        assert all("{" not in problem_sentence(problem, language) for language in LANGUAGES)
    return {(p.field, p.code) for p in refused.value.problems}


def test_fifty_years_ahead_is_the_furthest(case):  # today is 22.11.2026
    lease = a_tenancy(case, starts_on=date(2026, 12, 1), ends_on=date(2076, 11, 22), **UNSIGNED)
    later = replace(lease, ends_on=date(2076, 11, 23))
    assert _refused(case.save, later) == {("ends_on", "date.too_far_ahead")}
    assert "mer enn 50 år fram i tid" in problem_sentence(case.problems(later)[0])


def test_a_start_typed_as_2198_is_refused_and_nothing_falls_over(case):
    found = _refused(a_tenancy, case, starts_on=date(2198, 12, 1), ends_on=None)
    assert ("starts_on", "date.too_far_ahead") in found
    both = _refused(a_tenancy, case, starts_on=date(2199, 12, 1), ends_on=date(2199, 12, 30), **UNSIGNED)
    assert {("starts_on", "date.too_far_ahead"), ("ends_on", "date.too_far_ahead")} <= both


def test_nothing_is_older_than_1900(case):
    assert a_person(case, born_on=date(1900, 1, 1)).born_on
    assert _refused(a_person, case, born_on=date(1899, 12, 31)) == {("born_on", "date.too_early")}


def test_the_guard_says_it_alone_beside_the_field(case):
    assert _refused(a_person, case, born_on=date(2126, 1, 1)) == {("born_on", "date.too_far_ahead")}


def test_every_date_of_every_record_is_guarded(case):
    assert _refused(a_dwelling, case, acquired_on=date(202, 1, 1)) == {("acquired_on", "date.too_early")}
    lease = HeadLease(landlord_id=a_landlord(case).id, dwelling_id=a_dwelling(case).id, starts_on=date(1026, 1, 1))
    assert _refused(case.save, lease) == {("starts_on", "date.too_early")}


@pytest.mark.parametrize("today", [date.min, date(1899, 1, 1), date(2199, 12, 31), date.max], ids=str)
def test_the_lists_can_be_read_on_any_day(today):
    earlier = CaseFile(open_in_memory(), clock=clock.fixed(date(2026, 11, 22)))
    home = a_dwelling(earlier, out_of_use_from=date(2030, 1, 1), out_of_use_reason="pusses opp")
    a_tenancy(earlier, dwelling_id=home.id, moved_out_on=date(2026, 10, 31))
    a_household(earlier)
    then = CaseFile(earlier.db, clock=clock.fixed(today))
    for lines in (dwelling_lines, household_lines, landlord_lines, tenancy_lines):
        lines(then)
    for topic in listing.TOPICS:
        listing.rows(then, topic)
    for record in (*then.people.list(), *then.dwellings.list(), *then.tenancies.list()):
        then.problems(record)
