"""I dag driven by the words a person sees: groups, many of a kind, opening, done, put off, undo, the keyboard."""

import string
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from today_seen import CTRL, SOON, TODAY, a_lease, banner, open_today, plain, rows, save, the_list, titles_under

from bolig_desktop.agenda.items import item
from bolig_desktop.agenda.kinds import KINDS
from bolig_desktop.people.records import MemberRole, Membership
from bolig_desktop.storage import history
from bolig_desktop.text.sentences import sentences
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.today.arithmetic import arithmetic, source
from bolig_desktop.ui.today.days import pill
from bolig_desktop.ui.today.entries import Entries, icon_of
from bolig_desktop.ui.today.ways import ways
from bolig_desktop.ui.widgets.grouped_list import GroupedList
from bolig_desktop.ui.widgets.grouped_model import ROW_ROLE, What
from build import a_dwelling, a_household, a_landlord, a_municipality, a_person, a_shielded_household, a_tenancy
from drive import key, lines, open_line, press, seen, settle
from windows import go, move_to

# the list


def test_the_page_stands_first_and_counts_what_is_late(window):
    assert next(iter(window.side.buttons)) == "today"
    assert window.side.buttons["today"].badge() is None
    save(window, lambda case: a_lease(case, date(2026, 10, 31)))
    assert window.side.buttons["today"].badge() == ("danger", 1)
    assert "1 venter" in window.side.buttons["today"].accessibleName()


def test_the_badge_follows_what_is_written_on_another_page(window):
    window.go(Place(topic="landlords"))
    save(window, lambda case: a_lease(case, date(2026, 10, 31)))
    assert window.side.buttons["today"].badge() == ("danger", 1)


def test_what_is_due_stands_under_its_heading_with_who_and_why(window):
    save(window, lambda case: a_lease(case, date(2026, 10, 31)))  # ran out: urgent
    save(window, lambda case: a_lease(case, date(2027, 5, 28), "Parkveien 3", "Omar Karimi"))  # talk: 27.11.
    save(window, lambda case: a_lease(case, date(2027, 6, 18), "Myrveien 1", "Ali Noor"))  # talk: 18.12.
    save(window, lambda case: a_lease(case, date(2029, 6, 18), "Lia 2", "Eva Lind"))  # talk: 2028
    assert titles_under(window, "For sent eller haster") == ["Leieavtalen er utløpt"]
    assert "Boligsamtale før leieslutt" in titles_under(window, "Denne uken")
    assert "Boligsamtale før leieslutt" in titles_under(window, "Neste 30 dager")
    said = lines(window)
    assert "Storgata 14 B, H0201 · Selam Tesfay" in said and "Blir tidsubestemt" in said
    assert "29. januar 2027" in said and "fredag 27." in said and "18. desember" in said
    assert "Eva Lind" not in said, "later is folded"


def test_later_is_folded_with_its_number_and_unfolds(window):
    save(window, lambda case: a_lease(case, date(2029, 6, 18), "Lia 2", "Eva Lind"))
    later = next(row for row in rows(window) if row.words == "Senere")
    assert not later.is_open and len(later.entries) >= 1
    open_line(window, "Senere")
    assert "Lia 2, H0201 · Eva Lind" in lines(window)
    open_line(window, "Senere")
    assert "Eva Lind" not in lines(window)


def test_an_uncertain_one_says_so_on_its_line(window, calendar):
    move_to(window, calendar, date(2027, 2, 1))  # the day after three months, a Monday
    save(window, lambda case: a_lease(case, date(2026, 10, 31)))
    assert titles_under(window, "For sent eller haster")[0] == "Usikkert om leieforholdet er tidsubestemt"
    assert ". usikkert." in lines(window)


def test_the_filter_finds_what_is_folded_and_gathered_and_chips_choose(window):
    save(window, lambda case: a_lease(case, date(2026, 10, 31)))
    save(window, lambda case: a_lease(case, date(2029, 6, 18), "Lia 2", "Eva Lind"))
    panel = window.page("today").list_panel
    QTest.keyClicks(panel.filter, "eva lind")
    settle()
    assert "Eva Lind" in lines(window) and "Selam" not in lines(window)
    QTest.keyClick(panel.filter, Qt.Key.Key_Escape)
    panel.choose_chip("others")
    settle()
    assert "Bostøtte: søknadsfrist" in lines(window) and "Selam" not in lines(window)
    panel.choose_chip("tenancies")
    settle()
    assert "Bostøtte" not in lines(window) and "Selam Tesfay" in lines(window)


def test_many_of_a_kind_are_one_line_that_opens(window):
    def three(case):
        for n in range(3):
            a_household(case, a_person(case, given_name=f"Ada{n}", **SOON))

    save(window, three)
    assert "3 oppholdstillatelser går ut" in titles_under(window, "Neste 30 dager")
    assert "Ada1" not in lines(window)
    open_line(window, "3 oppholdstillatelser")
    assert all(f"Ada{n} Berg" in lines(window) for n in range(3))
    open_line(window, "Ada1")
    assert "Oppholdstillatelsen går ut" in seen(window.page("today").case_panel)
    open_line(window, "3 oppholdstillatelser")
    assert "Ada2" not in lines(window)


def test_two_of_a_kind_stand_by_themselves(window):
    def two(case):
        for n in range(2):
            a_household(case, a_person(case, given_name=f"Ada{n}", **SOON))

    save(window, two)
    assert titles_under(window, "Neste 30 dager").count("Oppholdstillatelsen går ut") == 2


def test_a_quiet_month_says_so_and_an_empty_list_says_what_will_stand_there(window, monkeypatch):
    page = window.page("today")
    far = item("kostra", "calendar", 0, plain(date(2028, 2, 15)))
    monkeypatch.setattr(page.agenda, "items", lambda: [far])
    save(window, a_landlord)
    assert "Ingenting haster de neste 30 dagene." in lines(window)
    monkeypatch.setattr(page.agenda, "items", lambda: [])
    save(window, a_landlord)
    assert "Her står alt som har en dato" in seen(window)


def test_a_new_file_says_what_will_come_until_something_does(window):
    assert "kommer datoene deres her av seg selv" in lines(window)
    save(window, lambda case: a_lease(case, date(2026, 10, 31)))
    assert "kommer datoene deres her av seg selv" not in lines(window)


def test_thousands_of_lines_make_no_widgets_and_no_words_before_they_are_seen(window, monkeypatch):
    page = window.page("today")
    many = [item("permit_ends", "people", n, plain(TODAY + timedelta(days=n % 9))) for n in range(3000)]
    before = len(window.findChildren(object))
    monkeypatch.setattr(page.agenda, "items", lambda: many)
    save(window, a_landlord)
    open_line(window, "oppholdstillatelser går ut")
    assert len(rows(window)) > 2000
    assert len(window.findChildren(object)) < before + 40
    assert sum(entry._face is not None for entry in page.list.rows()) < 60


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_kind_says_why_in_a_few_words_with_the_facts_of_the_long_ones(lang):
    def facts(said):
        return {name for _, name, _, _ in string.Formatter().parse(said) if name}

    known = sentences(lang)
    for kind in KINDS:
        short, long = known[f"agenda.{kind}.short"], known[f"agenda.{kind}.why"]
        # What is to be done is typed by somebody: it stands on the screen, and never in what a command answers.
        more = {"fact"} if kind == "task" else set()
        assert len(short) <= 60 and facts(short) <= facts(long) | {"day"} | more, kind


# the one chosen


def test_the_most_urgent_is_shown_at_once_with_its_reason_and_reckoning(window):
    lease = save(window, lambda case: a_lease(case, date(2026, 10, 31)))
    go(window, "today")
    case_panel = window.page("today").case_panel
    said = seen(case_panel)
    assert "Leieavtalen er utløpt" in said and "Storgata 14 B, H0201 · Selam Tesfay" in said
    assert "Send flytteoppfordring innen fredag 29. januar 2027" in said
    assert "blir leieforholdet tidsubestemt" in said
    assert "3 måneder" not in said
    press(case_panel, "Hvorfor denne datoen?")
    said = seen(case_panel)
    assert "Fra 31.10.2026 legges det til 3 måneder: det blir 31.01.2027." in said
    assert "handle senest arbeidsdagen før, 29.01.2027." in said
    assert "husleieloven §\u00a09-2 tredje ledd" in said
    press(case_panel, "Åpne leieforholdet")
    assert window.here() == Place(topic="tenancies", id=lease.id)


def test_the_law_explains_every_date_it_gives_and_a_routine_says_it_is_none(window):
    save(window, lambda case: a_lease(case, date(2027, 6, 18), "Myrveien 1", "Ali Noor"))
    save(window, lambda case: a_household(case, a_person(case, settled_on=date(2022, 5, 1), **SOON)))
    told = {one.kind: " ".join(arithmetic(one, window.session.case)) for one in window.page("today")._items}
    assert {"housing_benefit", "kostra", "need_plan", "interpreters", "lease_talk", "grant_ends"} <= set(told)
    assert "Søknaden må være inne 25.12.2026." in told["housing_benefit"] and "2026" in told["kostra"]
    assert "Dette er en rutine, ingen frist i loven." in told["lease_talk"]
    assert "Dette er en rutine" not in told["kostra"]


def test_a_lease_that_may_be_renewed_leads_to_the_new_one_filled_in(case, qapp):
    lease = a_tenancy(case)
    one = item("lease_renew", "tenancies", lease.id, plain(TODAY), tenancy_id=lease.id)
    main, page = ways(case, one)
    known = f"dwelling_id={lease.dwelling_id} household_id={lease.household_id} previous_id={lease.id}"
    assert main.place == Place(topic="tenancies", tab=f"new {known}")
    assert page.place == Place(topic="tenancies", id=lease.id)


def test_two_in_one_household_are_one_line_with_their_number(window):
    people = {"permit_ends_on": date(2027, 2, 12), "family_name": "Vik"}

    def two(case):
        a_household(
            case, *(a_person(case, given_name=name, **people) for name in ("Nora", "Siv")), name="familien Vik"
        )

    save(window, two)
    assert "2 personer · familien Vik" in lines(window)


def test_the_main_act_goes_to_the_tab_or_to_the_page_where_the_tab_is_not(window):
    lease = save(window, lambda case: a_lease(case, date(2027, 5, 28)))
    open_line(window, "Boligsamtale")
    press(window, "Vurder behovet")
    assert window.here() == Place(topic="tenancies", id=lease.id, tab="need next")
    assert "Storgata 14 B" in seen(window.page("tenancies").case_panel)
    key(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.here().topic == "today"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_icon_a_pill_and_a_way(case, qapp, kind):
    lease = a_tenancy(case)
    owner = a_landlord(case)
    person = case.people.list()[0]
    topics = {"people": person.id, "landlords": owner.id, "calendar": 0, "papers": 1, "tenancies": lease.id}
    for topic, row_id in topics.items():
        one = item(kind, topic, row_id, plain(TODAY), tenancy_id=lease.id if topic == "tenancies" else 0)
        assert icon_of(one) and pill(one, TODAY)[0] and isinstance(source(one), str)
        found = ways(case, one)
        assert bool(found) == (topic != "calendar")
        assert len({way.place for way in found}) == len(found)


def test_what_is_gone_is_said_to_be_gone(window):
    go(window, "today", tab="lease_talk tenancies 99 2027-01-01")
    assert "Dette står ikke på listen lenger." in window.status.text()


# the keyboard


def test_ctrl_1_puts_the_keyboard_on_the_list_and_arrows_and_enter_open(window):
    lease = save(window, lambda case: a_lease(case, date(2026, 10, 31)))
    window.go(Place(topic="landlords"))
    window.search.setFocus()
    key(window, Qt.Key.Key_1, CTRL)
    assert isinstance(window.focusWidget(), GroupedList)
    key(window, Qt.Key.Key_Home)
    key(window, Qt.Key.Key_Down)
    key(window, Qt.Key.Key_Up)
    key(window, Qt.Key.Key_Return)
    assert window.here().tab.startswith(f"lease_expired tenancies {lease.id} ")
    key(window, Qt.Key.Key_F6)
    assert window.focusWidget().text() == "Hvorfor denne datoen?"


def test_arrows_fold_and_unfold_and_skip_headings(window):
    save(window, lambda case: a_lease(case, date(2029, 6, 18), "Lia 2", "Eva Lind"))
    the_list(window).setFocus()
    key(window, Qt.Key.Key_End)
    key(window, Qt.Key.Key_Right)
    assert "Eva Lind" in lines(window)
    key(window, Qt.Key.Key_Right)
    assert "Eva Lind" in lines(window)
    key(window, Qt.Key.Key_Left)
    assert "Eva Lind" not in lines(window)
    key(window, Qt.Key.Key_Home)
    row = the_list(window).currentIndex().data(ROW_ROLE)
    assert row.what is What.ALONE


def test_arrow_down_goes_from_the_filter_line_into_the_list(window):
    save(window, lambda case: a_lease(case, date(2026, 10, 31)))
    key(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(window.focusWidget(), "storgata")
    key(window, Qt.Key.Key_Down)
    assert isinstance(window.focusWidget(), GroupedList)
    key(window, Qt.Key.Key_Return)
    assert window.here().tab.startswith("lease_expired")


# whom it is about


def test_a_small_window_shows_one_column_and_comes_back_to_the_list(qtbot, case):
    a_municipality(case)
    a_lease(case, date(2026, 10, 31))
    window = open_today(qtbot, case, 853, 480)
    open_line(window, "Leieavtalen er utløpt")
    assert banner(window).isVisible()
    press(window, "I dag")
    assert the_list(window).isVisible()


def test_a_person_is_named_unless_they_are_or_were_in_a_shielded_household(case, qapp):
    hidden = a_shielded_household(case)
    left = a_person(case, given_name="Nora", family_name="Vik")
    case.save(Membership(household_id=hidden.id, person_id=left.id, role=MemberRole.OTHER, left_on=date(2023, 1, 1)))
    now = a_household(case, left, name="familien Vik")
    open_one = a_person(case, given_name="Siv", family_name="Aas")
    theirs = a_household(case, open_one, name="familien Aas")
    shielded = case.memberships.of_household(hidden.id)[0].person_id

    def who(person_id, household_id):
        one = item("permit_ends", "people", person_id, plain(TODAY), household_id=household_id)
        return Entries(case).of([one])[0].face.who

    assert who(open_one.id, theirs.id) == "Siv Aas · familien Aas"
    assert who(left.id, now.id) == "familien Vik"
    assert who(shielded, hidden.id) == f"Skjermet husstand {hidden.id}"


def test_tones_never_stand_alone():
    one = item("lease_talk", "tenancies", 1, plain(TODAY))
    assert pill(one._replace(act_by=date(2026, 11, 12)), TODAY) == ("12.11. · for sent", Tone.DANGER)
    assert pill(one, TODAY) == ("i dag", Tone.SOON)
    assert pill(one._replace(act_by=date(2026, 11, 29)), TODAY) == ("søndag 29.", Tone.SOON)
    assert pill(one._replace(act_by=date(2026, 11, 30)), TODAY) == ("30. november", Tone.MUTED)
    assert pill(one._replace(act_by=date(2027, 1, 4)), TODAY) == ("4. januar 2027", Tone.MUTED)


def test_midnight_moves_what_is_due(qtbot, case, calendar):
    a_municipality(case)
    a_lease(case, date(2026, 11, 30))
    window = open_today(qtbot, case)
    assert "Leieavtalen er utløpt" not in lines(window)
    move_to(window, calendar, date(2026, 12, 1))
    assert "Leieavtalen er utløpt" in lines(window)
    assert "tirsdag 1. desember 2026" in window.top.day.text()


def test_homes_never_looked_over_are_one_line_and_lead_to_where_it_is_entered(qtbot, case, monkeypatch):
    monkeypatch.setattr(history, "now_utc", lambda: "2026-08-01T12:00:00+00:00")
    a_municipality(case)
    homes = [a_dwelling(case, street=f"Gata {number}") for number in range(1, 13)]
    window = open_today(qtbot, case)
    assert "12 boliger: kontroller som aldri er ført" in titles_under(window, "For sent eller haster")
    one = next(each for each in window.page("today").agenda.items() if each.kind == "check_never")
    window.go(Place(topic="today", tab=" ".join(map(str, one.key))))
    settle()
    assert "Aldri ført i denne boligen: røykvarslere" in seen(window)
    press(window.page("today").case_panel, "Før kontrollen")
    assert window.here() == Place(topic="dwellings", id=homes[0].id, tab="defects")
    assert "aldri ført" in seen(window)
