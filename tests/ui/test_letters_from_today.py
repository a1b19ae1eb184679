"""From a line of I dag straight to the pages of its letter, and back; or to what has to be settled first, and why."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from bolig_desktop.agenda.items import item
from bolig_desktop.agenda.kinds import KINDS
from bolig_desktop.archive.records import SentHow
from bolig_desktop.documents import kinds
from bolig_desktop.documents.batch import LETTERS
from bolig_desktop.law.clocks import Due
from bolig_desktop.tenancies.records import ApplicationSort, DecisionResult, Matter, MatterKind, SecurityKind
from bolig_desktop.ui.documents.batch import BatchLetters
from bolig_desktop.ui.documents.issue import IssueDialog, RefusedDialog
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.today import letters
from bolig_desktop.ui.today.ways import ways
from bolig_desktop.ui.widgets.messages import Confirm
from build import (
    a_dwelling,
    a_household,
    a_municipality,
    a_person,
    a_shielded_household,
    a_tenancy,
    an_assessment,
    an_extension,
)
from drive import dialogs, lines, open_line, press, save_paper, seen, settle, the_dialog
from windows import go, open_window

TODAY = date(2026, 11, 22)


@pytest.fixture
def window(qtbot, case):
    a_municipality(case, case_officer="Aud Kvalnes")
    made = open_window(qtbot, case)
    go(made, "today")
    yield made
    for dialog in QApplication.topLevelWidgets():
        if dialog is not made and dialog.isVisible():
            dialog.close()


def a_lease(case, ends_on, name="Selam Tesfay", **more):
    given, family = name.split()
    home = a_dwelling(case, street=f"Storgata {case.dwellings.count() + 1}")
    if "household_id" not in more:
        more["household_id"] = a_household(case, a_person(case, given_name=given, family_name=family)).id
    return a_tenancy(case, dwelling_id=home.id, starts_on=date(2023, 11, 1), ends_on=ends_on, **more)


def a_matter(case, kind, lease=None, **more):
    lease = lease or a_lease(case, date(2029, 11, 30))
    facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "opened_on": date(2026, 11, 1)}
    return case.save(Matter(kind=kind, **(facts | more)))


def written(window, make):
    made = window.session.run(make)
    settle()
    return made


def press_on(window, line, words):
    open_line(window, line)
    press(window.page("today").case_panel, words)


def refused(case, ends_on):
    lease = a_lease(case, ends_on)
    an_extension(case, lease, result=DecisionResult.REFUSED)
    return lease


# one press to the very letter


def test_the_letter_about_the_end_is_one_press_away_and_one_is_back_afterwards(window, case, tmp_path):
    lease = written(window, lambda case: refused(case, date(2027, 2, 28)))
    press_on(window, title(window, "lease_letter"), "Send brevet")
    dialog = the_dialog(IssueDialog)
    assert "D11a" in dialog.heading.text() and window.topic() == "today"
    save_paper(dialog, tmp_path)
    assert [line.number for line in case.papers.of_tenancy(lease.id)] == ["D11a"]
    assert window.topic() == "today" and "Send brevet" not in seen(window)
    assert "ligger under Papirer" in window.status.text()


def test_a_request_to_move_is_one_press_away_and_then_its_sending_is_asked_for(window, case, tmp_path):
    lease = written(window, lambda case: a_lease(case, date(2026, 10, 31)))
    press_on(window, "Leieavtalen er utløpt", "Send flytteoppfordring")
    dialog = the_dialog(IssueDialog)
    save_paper(dialog, tmp_path)
    (paper,) = case.papers.list()
    assert (paper.number, paper.tenancy_id) == ("D11b", lease.id)
    assert "Leieavtalen er utløpt" in lines(window), "printed is not sent"
    press_on(window, "Leieavtalen er utløpt", "Før at brevet er sendt")
    assert window.here() == Place(topic="papers", id=paper.id)
    window.back()
    import dataclasses

    written(window, lambda case: case.save(dataclasses.replace(paper, sent_on=TODAY, sent_how=SentHow.REGISTERED)))
    assert "Leieavtalen er utløpt" not in lines(window)


def answer(case, **more):
    more = {"sort": ApplicationSort.MEMBER, "received_on": TODAY, "about": "Dawit Haile"} | more
    return a_matter(case, MatterKind.MEMBER_APPLICATION, **more)


def applied(case, **more):
    return a_matter(case, MatterKind.HOUSING_APPLICATION, received_on=TODAY, **more)


def bank(case, **more):
    lease = a_lease(case, date(2029, 11, 30), deposit_nok=20000, deposit_bank="Banken", deposit_same_bank=True)
    return a_matter(case, MatterKind.BANK_NOTICE, lease, sent_on=date(2026, 11, 1), amount_nok=9000, **more)


def appealed(case, **more):
    lease = a_lease(case, date(2027, 2, 28))
    facts = {"decided_on": date(2026, 11, 20), "assessment_id": an_assessment(case, lease).id}
    return an_extension(case, lease, result=DecisionResult.REFUSED, appealed_on=TODAY, **(facts | more))


LACKING = [
    ("member_application", answer, {"granted": True}, "Skriv svaret", "D19", "Velg om søknaden er godkjent"),
    (
        "housing_application",
        applied,
        {"reason": "Vi venter på Nav.", "due_on": date(2026, 12, 18)},
        "Skriv foreløpig svar",
        "D23",
        "Skriv grunnen",
    ),
    ("bank_reply", bank, {"reason": "Husleie for august."}, "Skriv til banken", "D7", "Skriv grunnen"),
    (
        "appeal_forward",
        appealed,
        {"appeal": "Feil.", "appeal_assessment": "Ikke noe nytt."},
        "Send klagen videre",
        "D25",
        "Skriv kommunens nye vurdering",
    ),
]


@pytest.mark.parametrize(("kind", "make", "filled", "words", "number", "why"), LACKING)
def test_an_answer_that_is_settled_is_one_press_away(window, case, kind, make, filled, words, number, why):
    written(window, lambda case: make(case, **filled))
    press_on(window, title(window, kind), words)
    assert the_dialog(IssueDialog).heading.text().startswith(number) and window.topic() == "today"


@pytest.mark.parametrize(("kind", "make", "filled", "words", "number", "why"), LACKING)
def test_what_is_not_settled_is_led_to_and_said(window, case, kind, make, filled, words, number, why):
    record = written(window, make)
    press_on(window, title(window, kind), words)
    assert dialogs(IssueDialog) == [] and dialogs(RefusedDialog) == []
    tab, table = ("need", "decisions") if number == "D25" else ("matters", "matters")
    assert window.here() == Place(
        topic="tenancies", id=record.tenancy_id, tab=f"{tab} {table}={record.id} {kinds.find(number).name}"
    )
    page = window.page("tenancies")
    sub = page.need.decisions if tab == "need" else page.matters
    assert sub.list.record() == record and sub.list.isVisible()
    assert why in window.status.text() and why in seen(sub.list.form), "beside its field too"
    window.back()
    assert window.topic() == "today"


def title(window, kind):
    from bolig_desktop.text.sentences import sentence

    return sentence(f"agenda.{kind}.title", "nb")


def test_following_the_matter_up_opens_its_line(window, case):
    record = written(window, answer)
    press_on(window, title(window, "member_application"), "Følg opp saken")
    assert window.here() == Place(topic="tenancies", id=record.tenancy_id, tab=f"matters matters={record.id}")
    assert window.page("tenancies").matters.list.record() == record


def test_a_household_without_a_lease_is_led_to_where_it_is(window, case):
    household = a_household(case, a_person(case))
    facts = {"household_id": household.id, "opened_on": TODAY, "received_on": TODAY}
    matter = written(window, lambda case: case.save(Matter(kind=MatterKind.HOUSING_APPLICATION, **facts)))
    press_on(window, title(window, "housing_application"), "Skriv foreløpig svar")
    place = Place(topic="households", id=household.id, tab=f"matters matters={matter.id} interim-reply")
    assert window.here() == place
    assert "Skriv grunnen" in window.status.text()


def test_a_request_whose_day_has_passed_leads_to_its_day(window, case):
    lease = a_lease(case, date(2026, 10, 31))
    matter = a_matter(case, MatterKind.REQUEST_TO_MOVE, lease, due_on=date(2026, 11, 21), opened_on=date(2026, 11, 1))
    written(window, lambda case: None)
    window.session.changed.emit(frozenset({"matters"}))
    press_on(window, "Leieavtalen er utløpt", "Send flytteoppfordring")
    assert window.here() == Place(topic="tenancies", id=lease.id, tab=f"matters matters={matter.id} request-to-move")
    assert "er passert" in seen(window.page("tenancies").matters.list.form)
    assert "er passert" in window.status.text()


def test_on_the_last_day_the_dwelling_is_taken_back_and_nobody_asked_to_move_yet(window, case):
    lease = written(window, lambda case: told_and_refused(case))
    press_on(window, title(window, "lease_ends"), "Ta boligen tilbake")
    assert window.here() == Place(topic="tenancies", id=lease.id, tab="handovers")


def told_and_refused(case):
    from bolig_desktop.documents.filing import print_and_file

    lease = refused(case, date(2026, 11, 27))
    print_and_file(case, "D11a", lease.id)
    return lease


def test_a_shielded_household_is_asked_about_first(window, case):
    written(window, lambda case: a_lease(case, date(2026, 10, 31), household_id=a_shielded_household(case).id))
    press_on(window, "Leieavtalen er utløpt", "Send flytteoppfordring")
    assert dialogs(IssueDialog) == []
    assert "Husstanden har gradert adresse" in seen(the_dialog(Confirm))
    said = seen(window) + lines(window) + seen(the_dialog(Confirm))
    assert "Zahra" not in said and "Storgata" not in said


# what has gone is not asked for again


@pytest.mark.parametrize(
    ("kind", "of", "paper"),
    [
        ("rent_changes", MatterKind.INDEX_CHANGE, "index-notice"),
        ("rent_changes", MatterKind.MARKET_RENT, "market-rent"),
        ("notice_ends", MatterKind.NOTICE_BY_TENANT, "tenants-termination"),
        ("notice_ends", MatterKind.NOTICE_BY_US, None),
    ],
)
def test_a_date_that_stays_asks_for_its_letter_once(case, qapp, kind, of, paper):
    a_municipality(case)
    matter = a_matter(case, of, a_lease(case, None), received_on=TODAY if of is MatterKind.NOTICE_BY_TENANT else None)
    one = item(kind, "matters", matter.id, Due(TODAY, TODAY), tenancy_id=matter.tenancy_id)
    found = letters.letter_of(case, one)
    assert (found and found.paper) == paper
    if of is MatterKind.NOTICE_BY_TENANT:
        from bolig_desktop.documents.filing import print_and_file

        print_and_file(case, paper, matter.id)
    else:
        import dataclasses

        case.matters.change(dataclasses.replace(matter, sent_on=TODAY))
    assert letters.letter_of(case, one) is None
    assert ways(case, one)[0].letter is None


def test_every_letter_there_is_a_line_for_has_its_words(case, qapp):
    a_municipality(case)
    papers = {
        *letters._OF_LEASE.values(),
        *letters._OF_DECISION.values(),
        *(paper for of in letters._OF_MATTER.values() for paper in of.values()),
    }
    lease = a_lease(case, date(2027, 2, 28), guarantee_kind=SecurityKind.MUNICIPAL)
    for paper in papers:
        assert kinds.find(paper) is not None and letters.letter_words(letters.Letter(paper, lease))
    assert {*letters._OF_LEASE, *letters._OF_MATTER, *letters._OF_DECISION} <= set(KINDS)
    assert {kinds.find(paper).number for paper in letters.NUMBERS} <= set(LETTERS)


# many in one go


def test_several_of_a_kind_are_written_to_in_one_go_from_one_of_their_lines(window, case):
    written(window, lambda case: [a_lease(case, date(2026, 10, 31), name) for name in ("Eva Lind", "Ali Noor")])
    open_line(window, "Eva Lind")
    press(window.page("today").case_panel, "Brev til alle 2 …")
    dialog = the_dialog(BatchLetters)
    assert sorted(line.household for line in dialog.choose.wanted()) == ["Ali Noor", "Eva Lind"]
    assert "D11b" in seen(dialog) or dialog.choose.form.values()["letter"] == "D11b"


def test_one_alone_is_no_crowd(window, case):
    written(window, lambda case: a_lease(case, date(2026, 10, 31)))
    open_line(window, "Selam Tesfay")
    assert "Brev til alle" not in seen(window)
