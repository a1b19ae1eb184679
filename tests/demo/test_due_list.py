"""What is due in Nordvik on 22 November 2026, line by line as a consultant would write it from the facts."""

import functools
from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.items import Item
from bolig_desktop.casefile import CaseFile
from bolig_desktop.demo.fill import fill
from bolig_desktop.demo.papers import print_all
from bolig_desktop.storage.file import open_in_memory
from demo.conftest import DAYS

pytestmark = pytest.mark.xdist_group("demo")  # what is made once for a day is made on one worker

TODAY = date(2026, 11, 22)  # a Sunday

LIST = (
    # Late, and what can still be saved comes first. Letters of the law's clock: three months from the end.
    ("lease_uncertain", "Solbakken 3 rom 1", "2026-11-20"),  # ended Fri 21 Aug: 21 Nov is a Saturday, so Friday
    ("defect_urgent", "Storgata 14 B", "2026-11-21"),  # told of yesterday, and urgent
    ("lease_expired", "Lyngveien 4 B", "2026-11-24"),  # ended 24 Aug, three months are Tue 24 Nov
    (
        "lease_expired",
        "Storgata 14 B",
        "2027-01-29",
    ),  # ended 31 Oct: 31 Jan is a Sunday, so the 29th (law.md § 12 A)
    ("lease_indefinite", "Lyngveien 4 C", "2026-11-20"),  # ended 20 Aug, three months were Fri 20 Nov
    # Late, the oldest first.
    ("programme", "Fjellgata 8 rom 1", "2025-07-15"),  # settled 15 Apr 2025, three months on
    ("house_rules", "Solbakken 3", "2026-05-08"),  # hold from 26 Apr: fourteen days on is Sunday 10 May
    (
        "lease_renew",
        "Åsveien 31",
        "2026-09-22",
    ),  # ends 22 Dec, granted; three months before
    ("lease_decide", "Parkveien 3", "2026-09-30"),  # ends 31 Jan 2027, assessed; decide four months before
    ("benefit_falls", "", "2026-10-01"),  # a year of housing benefit on 1 Dec; two months before
    ("benefit_falls", "", "2026-10-01"),  # another household's
    ("programme", "Havnegata 21", "2026-10-01"),  # settled 1 Jul, three months on
    ("settlement", "", "2026-10-06"),  # five with permits of 6 Apr, six months on: one line
    ("lease_decide", "Fjellgata 8 rom 2", "2026-10-28"),  # ends 28 Feb 2027, the assessment begun: one line, not two
    ("lease_letter", "Fiskergata 15", "2026-10-30"),  # ends 31 Jan 2027, refused: 31 Oct is a Saturday
    ("permit_ends", "Tverrgata 7", "2026-10-30"),  # three permits end 31 Dec; two months before is Sat 31 Oct
    ("scheme_ends", "", "2026-11-05"),  # a rent guarantee ends 5 Feb 2027; three months before
    ("scheme_ends", "", "2026-11-05"),  # another household's
    ("check_keys", "Storgata 14 B", "2026-11-06"),  # counted 7 Nov 2025: 7 Nov is a Saturday
    ("plan_step", "", "2026-11-06"),  # a step of their own, dated Sunday 8 Nov
    ("defect_unsent", "Fjellgata 8 rom 2", "2026-11-13"),  # told of 6 Nov, a week
    ("check_smoke_alarm", "Havnegata 21", "2026-11-16"),  # tried 16 Nov 2025, a year
    ("defect_promised", "Fjellgata 8 rom 1", "2026-11-16"),  # promised by then
    ("meeting_point", "Solbakken 3", "2026-11-16"),  # agreed at a house meeting, due 16 Nov and not done
    ("complaint_unanswered", "Bakkegata 2", "2026-11-17"),  # came 3 Nov, fourteen days
    # This week.
    ("eviction_petition", "Storgata 14 B", "2026-11-24"),  # told 9 Nov, two weeks are out Mon 23, so from Tue 24
    ("housing_benefit", "", "2026-11-25"),  # the 25th of every month
    ("house_conflict", "Solbakken 3", "2026-11-27"),  # warned on 13 Nov, to be followed up on the 27th
    ("lease_ends", "Myrveien 18", "2026-11-27"),  # ends Fri 27 Nov; refused and told
    ("lease_renew", "Solbakken 3 rom 4", "2026-11-27"),  # ends 28 Feb 2027, granted: 28 Nov is a Saturday
    # Within thirty days.
    ("answer_by", "Fjellgata 8 rom 1", "2026-11-30"),  # the warning gave until then
    ("lease_index", "Nyjordet 2", "2026-11-30"),  # begun 31 Dec 2025: a year on, told of a month before
    ("defect_promised", "Fjellgata 8", "2026-12-01"),  # promised by then
    ("house_meeting", "Solbakken 3", "2026-12-01"),  # set at the last one
    ("lease_index", "Nyjordet 2", "2026-12-01"),  # begun 1 Jan 2026, the home beside
    ("meeting_point", "Solbakken 3", "2026-12-01"),  # agreed to be done by the next meeting
    ("member_application", "Øvre Strandgate 101 C", "2026-12-01"),  # came 1 Nov, a month
    ("complaint_unanswered", "Storgata 14 B", "2026-12-02"),  # came 18 Nov, fourteen days
    ("plan_step", "", "2026-12-02"),  # a step of their own
    ("notice_protest", "Solbakken 3 rom 2", "2026-12-03"),  # notice received 3 Nov, a month
    ("answer_by", "Solbakken 3 rom 5", "2026-12-04"),  # left belongings are to be fetched by then
    ("appeal", "", "2026-12-04"),  # refusal received Fri 13 Nov, three weeks
    ("appeal_forward", "", "2026-12-07"),  # appealed 7 Nov; an interim reply within a month
    ("check_keys", "Storgata 14 B", "2026-12-07"),  # counted 7 Dec 2025, a year
    ("settlement", "", "2026-12-08"),  # a minor alone, permit of 8 Sep: three months
    ("cost_account", "Solbakken 3", "2026-12-10"),  # asked for on 10 Nov: a month, our routine
    ("lease_move_out", "Solbakken 3 rom 3", "2026-12-10"),  # ended 18 Nov, asked on the 20th to move by 10 Dec
    ("housing_application", "", "2026-12-11"),  # came 11 Nov, an interim reply within a month
    ("lease_index", "Prestegårdsveien 16", "2026-12-11"),  # begun 12 Jan 2026: 12 Dec is a Saturday
    ("binder", "Fjellgata 8 rom 4", "2026-12-15"),  # moves in on 1 Dec, fourteen days on
    ("binder", "Tverrgata 7", "2026-12-18"),  # moves in on 6 Dec: 20 Dec is a Sunday
    ("archive", "", "2026-12-22"),  # two papers printed today and not filed: a month, and one line
)

# Home visits by our own routine, and the tasks they left; one household for each state of the page, and two that have
# moved in of late.
VISITS = (
    ("task", "Berhane Hagos", "2026-11-17"),  # to be done five days ago
    ("visit", "Berhane Hagos", "2026-11-18"),  # agreed last time to come then, and nobody has
    ("visit_step", "familien Luk'yanenko", "2026-11-18"),  # moved in on 11 Nov: week 1
    ("visit_agreed", "familien Dilbirîn", "2026-11-21"),  # was to be yesterday, and is not registered
    ("visit_agreed", "familien Warsame", "2026-11-24"),
    ("visit_notice", "familien Bakri", "2026-11-25"),  # three working days before Mon 30
    ("visit_step", "Sohrab Qaderi", "2026-11-27"),  # moved in on 20 Nov: week 1
    ("task", "familien Warsame", "2026-11-30"),  # six days ahead is a Saturday
    ("visit_agreed", "familien Bakri", "2026-11-30"),
    ("visit_sooner", "familien Tesfay", "2026-12-01"),  # damp was still a problem on 17 Nov: two weeks
)


OF_VISITS = ("visits", "tasks")


@functools.cache
def followed_up(today: date) -> CaseFile:
    case = CaseFile(open_in_memory(), clock=clock.fixed(today), demo=True)
    fill(case, today)
    print_all(case, today)
    return case


def where(case: CaseFile, one: Item) -> str:
    """The home an item is about: its own, its lease's, or where the household's person lives."""
    leases = [case.tenancies.get(one.tenancy_id)] if one.tenancy_id else []
    if one.kind in ("programme", "permit_ends"):
        leases = case.tenancies.of_household(one.household_id)
    home = case.dwellings.find(one.dwelling_id or (leases[-1].dwelling_id if leases else None))
    return f"{home.street} {home.name}".strip() if home else ""


def test_the_list_is_the_one_written_by_hand():
    case = followed_up(TODAY)
    items = Agenda(case).within(30)
    found = [(one.kind, where(case, one), one.act_by.isoformat()) for one in items if one.topic not in OF_VISITS]
    assert found == list(LIST)
    visits = [one for one in items if one.topic in OF_VISITS]
    said = [(one.kind, case.households.label(one.household_id), one.act_by.isoformat()) for one in visits]
    assert said == list(VISITS)


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_a_month_ahead_is_no_more_than_she_can_take_in(today):
    found = Agenda(followed_up(today)).within(30)
    assert 20 <= len(found) <= 72  # Nordvik has one of every kind at once


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_every_mark_is_about_a_date_that_is_there(today):
    """A mark that names no date of the list would be a tick for nothing."""
    case = followed_up(today)
    agenda = Agenda(case)
    shown = {(one.kind, one.topic, one.id) for one in agenda.items()}
    for mark in case.marks.list():
        if mark.put_off_to is not None:
            assert (mark.kind, mark.topic, mark.subject_id) not in shown, mark
        assert case.clock() >= mark.made_on


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_leases_stand_in_every_stage(today):
    kinds = {one.kind for one in Agenda(followed_up(today)).items()}
    assert kinds >= {
        "lease_talk", "lease_decide", "lease_letter", "lease_renew", "lease_ends", "lease_expired",
        "lease_indefinite", "lease_move_out",
    }  # fmt: skip
