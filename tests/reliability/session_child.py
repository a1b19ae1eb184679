"""A whole session on a case file, written down by strace from outside; run by test_no_plaintext.py."""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import build
from bolig_desktop import clock
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.security.backup import default_folder, keep_copies, verify
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.restore import restore, restore_from_jsonl
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.workspace import Workspace
from reliability.workshop import CHEAP, marker_words

TODAY = clock.fixed(date(2026, 11, 22))
# Each lasts longer than what SQLite keeps in memory of a sort or a table of its own making.
HEAVY = (
    "SELECT note, given_name FROM people ORDER BY note DESC, given_name",
    "SELECT DISTINCT note || family_name FROM people",
    "SELECT count(*) FROM (SELECT note FROM people UNION SELECT note || 'x' FROM people)",
)


def main(path: str, *settings: str) -> None:
    app = QApplication([])
    words = marker_words()
    case_path = Path(path)
    opened = create_case(case_path, words[0], typed_back=False, cost=CHEAP)
    sheet = opened.sheet_text()
    for setting in ("cache_size = 2", *settings):
        opened.db.execute(f"PRAGMA {setting}")
    case = case_of(opened, TODAY)
    with case.atomic():
        for number in range(600):
            word = words[number % len(words)]
            build.a_person(case, given_name=word, family_name=f"nr {number}", note=word * 300)
    for word in words[:5]:
        home = build.a_dwelling(case, street=word, note=word * 20)
        household = build.a_household(case, build.a_person(case, given_name=word))
        tenancy = build.a_tenancy(case, dwelling_id=home.id, household_id=household.id, starts_on=date(2026, 12, 1),
                                  ends_on=date(2029, 11, 30))  # fmt: skip
        print_and_file(case, "lease", tenancy.id or 0)
    for heavy in HEAVY:
        opened.db.execute(heavy).fetchall()
    workspace = Workspace(case, {})
    workspace.window.show()
    for topic in ("dwellings", "households", "tenancies", "landlords", "papers"):
        workspace.window.go(Place(topic=topic))
        app.processEvents()
    workspace.window.go(Place(topic="dwellings", tab="new"))
    street = workspace.window.page("dwellings").form.fields["street"].editor()
    street.setFocus()
    QTest.keyClicks(street, words[6])
    while case.drafts.find("dwellings") is None:
        app.processEvents()
    QTest.keyClicks(workspace.window.search, words[7])
    app.processEvents()
    workspace.window.close()
    opened.change_passphrase(words[0], words[8])
    copies = keep_copies(opened, [default_folder(case_path), case_path.with_name("minnepinne")], reason="close")
    verify(copies[0], opened.seed)
    opened.close()
    restore(copies[0], case_path, passphrase=words[8])
    restore_from_jsonl(copies[1], case_path.with_name("b.bolig"), sheet=sheet)
    open_case(case_path, passphrase=words[8]).close()


if __name__ == "__main__":
    main(*sys.argv[1:])
