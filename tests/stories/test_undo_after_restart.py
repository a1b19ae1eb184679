"""What was changed yesterday can be taken back today: undo outlives the program."""

import dataclasses

from bolig_desktop.casefile.opened import case_of
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.slots import Cost
from build import a_landlord

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def test_the_last_change_is_taken_back_after_the_file_was_closed_and_opened(tmp_path):
    path = tmp_path / "saker.bolig"
    opened = create_case(path, "hemmelig", typed_back=False, cost=CHEAP)
    landlord = a_landlord(case_of(opened), name="Aud Kvalnes")
    case_of(opened).save(dataclasses.replace(landlord, name="Skrevet feil"))
    opened.close()

    opened = open_case(path, passphrase="hemmelig")
    case = case_of(opened)
    case.undo_last()
    assert case.landlords.get(landlord.id).name == "Aud Kvalnes"
    assert [hit.title for hit in case.search.find("Kvalnes")] == ["Aud Kvalnes"]
    opened.close()

    opened = open_case(path, passphrase="hemmelig")
    assert case_of(opened).landlords.get(landlord.id).name == "Aud Kvalnes"
    opened.close()
