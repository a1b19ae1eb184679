"""Copies while the file is in use: when they are made, and what is said of them."""

import dataclasses
from datetime import UTC, datetime

from settings_seen import make, make_last, open_tab

from bolig_desktop.casefile.opened import case_of
from bolig_desktop.errors import TroubleKind
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.security.copyfile import copies_in
from drive import press

# Copies in use


def test_a_copy_at_close_only_where_something_was_written(copies, file):
    assert make_last(copies)
    assert make_last(copies)
    assert len(copies_in(copies.first_place)) == 1
    case = case_of(file)
    case.save(dataclasses.replace(case.settings.municipality(), unit="Boligkontoret"))
    assert make_last(copies)
    assert len(copies_in(copies.first_place)) == 2


def test_a_copy_every_four_hours_of_use(copies, file, now, qtbot):
    def after_a_look(there):
        copies.make_when_due()
        qtbot.waitUntil(lambda: copies._making.job is None, timeout=10_000)
        return len(copies_in(copies.first_place)) == there

    case = case_of(file)
    now.later(hours=3, minutes=59)
    assert after_a_look(0)
    now.later(minutes=1)
    assert after_a_look(1)
    now.later(hours=4)
    assert after_a_look(1), "nothing was written"
    case.save(dataclasses.replace(case.settings.municipality(), unit="Boligkontoret"))
    now.later(hours=4)
    assert after_a_look(2)


def test_the_status_line_says_when_a_copy_was_looked_over(copies, now):
    assert copies.status() == "ingen sikkerhetskopi ennå"
    now.at = datetime.now(UTC)
    make(copies)
    assert copies.status() == f"sikkerhetskopi kontrollert i dag {now.at.astimezone():%H:%M}"
    assert copies.told[-1] == copies.status()


def test_an_old_copy_is_looked_over_at_start(copies, qtbot):
    make(copies)
    damaged = copies.newest()
    data = bytearray(damaged.read_bytes())
    data[-5] ^= 1
    damaged.write_bytes(data)
    copies.told.clear()
    copies.start()
    qtbot.waitUntil(lambda: bool(copies.told), timeout=10_000)
    assert "Denne kopien er skadet" in copies.told[-1]
    assert copies.notice() == "En av kopiene er skadet. Lag en ny kopi nå."


def test_the_red_bar_comes_after_seven_days_without_a_second_place(copies, now, tmp_path):
    assert "Kopiene ligger bare på denne maskinen" in copies.notice()
    copies.machine.reminded_on = now.at.date().isoformat()
    now.later(days=6)
    assert copies.notice() == ""
    now.later(days=1)
    assert "Kopiene ligger bare på denne maskinen" in copies.notice()
    copies.machine.second_folder = str(tmp_path / "pinne")
    assert copies.notice() == "Det er ikke laget noen kopi på det andre stedet ennå."
    make(copies)
    now.later(days=6, hours=23)
    assert copies.notice() == ""
    now.later(hours=1)
    assert copies.notice() == "Det er 7 dager siden det ble laget en kopi på det andre stedet."


def test_a_second_place_that_is_away_is_said_and_stops_nothing(copies, tmp_path):
    (tmp_path / "borte").write_text("not a folder")
    copies.machine.second_folder = str(tmp_path / "borte")
    assert make(copies)
    assert "ikke på det andre stedet" in copies.told[-1]
    assert len(copies_in(copies.first_place)) == 1


def test_a_copy_that_cannot_be_made_is_said(copies):
    copies.first_place.write_text("not a folder")
    assert not make(copies)
    assert copies.told[-1].startswith("Kopien ble ikke laget.")
    assert not make_last(copies)


def test_many_rows_gone_are_said_until_she_says_it_is_right(page, copies, file):
    case = case_of(file)
    for number in range(10):
        case.save(Landlord(name=f"Utleier {number} AS"))
    make(copies)
    file.db.execute("DELETE FROM landlords")
    file.db.conn.commit()
    make(copies)
    assert TroubleKind.SHRUNK in file.notices
    open_tab(page, "security")
    press(page.panel, "Dette stemmer, jeg har ryddet")
    assert TroubleKind.SHRUNK not in file.notices
    make(copies)
    assert TroubleKind.SHRUNK not in file.notices


# All of it around one open file


def test_the_demo_is_not_nagged_about_a_second_place(copies, file):
    assert copies.notice()
    file.put_fact("demo", "yes")
    assert copies.notice() == ""


def test_copies_that_were_put_away_do_not_begin_again(copies, file):
    copies.stop()
    file.close()
    copies.start()
    assert copies.told == []


def test_an_old_copy_is_told_of_where_something_was_written_since(copies, file, now):
    make(copies)
    copies.machine.reminded_on = now.at.date().isoformat()
    now.later(days=3)
    assert copies.notice() == ""
    case = case_of(file)
    case.save(dataclasses.replace(case.settings.municipality(), unit="Boligkontoret"))
    assert copies.notice() == "Det er 3 dager siden den siste kopien ble laget. Lag en ny kopi nå."
