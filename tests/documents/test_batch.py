"""One letter to many: who gets it, who does not and why, on both sides of each edge, and none made twice unasked."""

import dataclasses
from datetime import date, timedelta

import pytest

from bolig_desktop import clock
from bolig_desktop.archive.records import SentHow
from bolig_desktop.documents import batch, kinds
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading
from bolig_desktop.tenancies.records import Matter, MatterBasis, MatterKind, TenancyKind
from bolig_desktop.text.sentences import problem_sentence
from build import a_dwelling, a_household, a_municipality, a_person, a_shielded_household, a_tenancy

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def case(case):
    a_municipality(case)
    return case


def ending(case, ends_on, **more):
    """A lease of three years to the day, in a home of its own."""
    starts_on = date(2020, 1, 1) if ends_on is None else date(ends_on.year - 3, ends_on.month, 1)
    facts = {"starts_on": starts_on, "ends_on": ends_on}
    more.setdefault("dwelling_id", a_dwelling(case, street=f"Storgata {case.dwellings.count() + 1}").id)
    return a_tenancy(case, **(facts | more))


def the_line(case, lease, letter="D11a"):
    (line,) = batch.plan(case, letter, only=[lease.id])
    for language in ("nb", "nn", "en"):
        assert line.left_out is None or problem_sentence(line.left_out, language)
    return line


def why(case, lease, letter="D11a"):
    """Return the code of why a lease gets no letter, None where it gets one."""
    left_out = the_line(case, lease, letter).left_out
    return left_out and left_out.code


def matter(case, lease, kind, **more):
    facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "opened_on": TODAY}
    return case.matters.add(Matter(kind=kind, **(facts | more)))


def test_every_letter_for_many_is_one_there_is():
    assert {kinds.find(number).number for number in batch.LETTERS} == set(batch.LETTERS)


def test_before_a_day_is_not_on_the_day(case):
    in_time = ending(case, date(2027, 6, 30))
    ending(case, date(2027, 7, 1))
    ending(case, None)
    found = batch.plan(case, "D11a", before=date(2027, 7, 1))
    assert [line.id for line in found] == [in_time.id]
    assert len(batch.plan(case, "D11a")) == 3


def test_only_those_asked_for_are_told_of(case):
    first, second, third = (ending(case, date(2027, 6, 30)) for _ in range(3))
    assert [line.id for line in batch.plan(case, "D11a", only={third.id, first.id})] == [first.id, third.id]
    assert second.id not in {line.id for line in batch.plan(case, "D11a", only=[])}


@pytest.mark.parametrize(
    ("ends_on", "told_of_end", "asked_to_move"),
    [
        (TODAY, None, "paper.term_runs"),
        (TODAY - DAY, "paper.term_over", None),
    ],
)
def test_the_refusals_are_those_of_a_single_letter(case, ends_on, told_of_end, asked_to_move):
    lease = ending(case, ends_on, starts_on=date(2020, 1, 1))
    assert (why(case, lease), why(case, lease, "D11b")) == (told_of_end, asked_to_move)


@pytest.mark.parametrize("letter", ["D11a", "D11b"])
def test_a_lease_that_is_really_indefinite_or_has_no_end_is_left_out(case, letter):
    ends_on = TODAY - DAY if letter == "D11b" else date(2027, 6, 30)
    lawful = ending(case, ends_on, starts_on=date(ends_on.year - 3, ends_on.month, ends_on.day) + DAY)
    assert why(case, lawful, letter) is None
    short = ending(case, ends_on, starts_on=lawful.starts_on)
    case.tenancies.change(dataclasses.replace(short, starts_on=lawful.starts_on + DAY))
    assert why(case, short, letter) == "paper.really_indefinite"
    assert why(case, ending(case, None), letter) == "paper.no_end"


def test_an_eviction_notice_is_as_blocked_as_alone(case):
    lease = ending(case, date(2026, 10, 31), eviction_expiry=False)
    assert why(case, lease, "D17") == batch.NOTHING
    matter(case, lease, MatterKind.EVICTION_NOTICE, basis=MatterBasis.EXPIRY)
    case.tenancies.change(dataclasses.replace(lease, eviction_expiry=True))
    assert why(case, lease, "D17") is None
    case.tenancies.change(dataclasses.replace(lease, eviction_expiry=True, starts_on=date(2023, 11, 2)))
    assert why(case, lease, "D17") == "paper.really_indefinite"
    case.tenancies.change(lease)
    assert why(case, lease, "D17") == "paper.no_clause_expiry"


def test_whoever_has_moved_out_or_not_moved_in_gets_nothing(case):
    out = ending(case, date(2027, 6, 30))
    for moved_out, expected in ((TODAY, batch.ENDED), (TODAY + DAY, None)):
        case.tenancies.change(dataclasses.replace(out, moved_out_on=moved_out))
        assert why(case, out) == expected
    ahead = {"signed_tenant_on": None}
    assert why(case, ending(case, date(2029, 12, 31), **ahead, starts_on=TODAY + DAY)) == batch.DRAFT
    assert why(case, ending(case, date(2029, 12, 31), **ahead, starts_on=TODAY)) is None


def test_a_lease_we_are_no_party_to_is_left_out(case):
    assert why(case, ending(case, date(2027, 6, 30), kind=TenancyKind.PRIVATE)) == batch.NOT_OURS


def test_one_that_a_signed_lease_follows_is_left_out_and_a_draft_follows_nothing(case):
    lease = ending(case, date(2027, 6, 30))
    facts = {
        "household_id": lease.household_id,
        "dwelling_id": lease.dwelling_id,
        "starts_on": date(2027, 7, 1),
        "ends_on": date(2030, 6, 30),
    }
    after = case.tenancies.add(dataclasses.replace(lease, id=None, signed_tenant_on=None, **facts))
    assert why(case, lease) is None
    case.tenancies.change(dataclasses.replace(after, signed_tenant_on=TODAY))
    assert why(case, lease) == "batch.followed"
    case.tenancies.change(dataclasses.replace(after, household_id=a_household(case).id, signed_tenant_on=TODAY))
    assert why(case, lease) is None


def test_a_graded_address_is_printed_from_its_own_case_only(case):
    hidden = ending(case, date(2027, 6, 30), household_id=a_shielded_household(case).id)
    line = the_line(case, hidden)
    assert line.left_out.code == "batch.shielded"
    assert (line.household, line.dwelling) == (f"Skjermet husstand {hidden.household_id}", "")
    with pytest.raises(Refused):
        batch.make(case, "D11a", line)


def test_code_6_has_no_address_and_no_letter(case):
    person = a_person(case, given_name="Ayanda", family_name="Skjulestrup")
    lease = ending(case, date(2027, 6, 30), household_id=a_household(case, person).id)
    assert why(case, lease) is None
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    line = the_line(case, lease)
    assert line.left_out.code == "tenancy.code_6"
    assert "Storgata" not in repr(line) and "Skjulestrup" not in repr(line)


# not twice


@pytest.mark.parametrize(("days", "asked"), [(0, True), (30, True), (31, False)])
def test_a_letter_of_late_is_asked_about(case, days, asked):
    lease = ending(case, date(2027, 6, 30))
    case.clock = clock.fixed(TODAY - days * DAY)
    print_and_file(case, "D11a", lease.id)
    case.clock = clock.fixed(TODAY)
    assert the_line(case, lease).made_on == (TODAY - days * DAY if asked else None)
    assert the_line(case, lease, "D11b").made_on is None


def test_one_printed_long_ago_and_sent_of_late_is_asked_about(case):
    lease = ending(case, date(2027, 6, 30))
    case.clock = clock.fixed(TODAY - 60 * DAY)
    paper, _ = print_and_file(case, "D11a", lease.id)
    case.clock = clock.fixed(TODAY)
    case.save(dataclasses.replace(paper, sent_on=TODAY - 3 * DAY, sent_how=SentHow.POST))
    assert the_line(case, lease).made_on == TODAY - 3 * DAY


def test_a_letter_about_one_matter_is_asked_about_whenever_it_was_made(case):
    lease = ending(case, date(2027, 6, 30))
    facts = {
        "about": "Ro etter kl. 23.",
        "reason": "Bråk.",
        "basis": MatterBasis.NUISANCE,
        "due_on": date(2026, 12, 7),
    }
    matter(case, lease, MatterKind.WARNING, opened_on=date(2026, 6, 1), **facts)
    case.clock = clock.fixed(date(2026, 6, 1))
    print_and_file(case, "D14", case.matters.list()[0].id)
    case.clock = clock.fixed(TODAY)
    assert the_line(case, lease, "D14").made_on == date(2026, 6, 1)
    newer = matter(case, lease, MatterKind.WARNING, **facts)
    assert (the_line(case, lease, "D14").subject_id, the_line(case, lease, "D14").made_on) == (newer.id, None)
    case.matters.change(dataclasses.replace(newer, sent_on=TODAY))
    assert the_line(case, lease, "D14").made_on == TODAY
    case.matters.change(dataclasses.replace(newer, closed_on=TODAY))
    assert the_line(case, lease, "D14").subject_id != newer.id


def test_each_is_filed_as_a_single_one_is(case):
    lease = ending(case, date(2027, 6, 30))
    paper, content = batch.make(case, "D11a", the_line(case, lease), "nn")
    assert case.papers.get(paper.id).content == content
    assert (paper.number, paper.language, paper.tenancy_id, paper.printed_on) == ("D11a", "nn", lease.id, TODAY)
    assert print_and_file(case, "D11a", lease.id, "nn") == (paper, content)
    assert case.undo_last() == [] and case.papers.count() == 1


def test_a_list_grown_old_makes_nothing_twice_and_nothing_false(case):
    lease, other = ending(case, date(2027, 6, 30)), ending(case, date(2027, 6, 30))
    line, others = the_line(case, lease), the_line(case, other)
    batch.make(case, "D11a", line)
    with pytest.raises(Refused) as refused:
        batch.make(case, "D11a", line)
    assert refused.value.problems[0].code == "batch.made_meanwhile"
    batch.make(case, "D11a", the_line(case, lease))  # asked about and wanted: the same bytes, filed once
    assert case.papers.count() == 1
    case.tenancies.change(dataclasses.replace(other, moved_out_on=TODAY))
    with pytest.raises(Refused) as refused:
        batch.make(case, "D11a", others)
    assert refused.value.problems[0].code == batch.ENDED
    case.tenancies.remove(other.id)
    with pytest.raises(Refused) as refused:
        batch.make(case, "D11a", others)
    assert refused.value.problems[0].code == "batch.changed"
    assert case.papers.count() == 1


def test_an_unknown_letter_is_a_mistake_of_ours(case):
    with pytest.raises(KeyError):
        batch.plan(case, "D99")
