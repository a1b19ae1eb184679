"""Defects, complaints and checks through the commands: listed, due and printed as the window has them."""

import json
from datetime import date

import pytest

from bolig_desktop.archive.records import Paper
from bolig_desktop.casefile.listing import rows
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import Refused
from bolig_desktop.maintenance.records import CheckKind, HomeCheck
from build import a_complaint, a_defect, a_dwelling, a_household, a_municipality


def test_list_has_the_records_fields_and_what_is_derived(case):
    defect = a_defect(case, sent_on=date(2026, 11, 21), cost_nok=4800)
    (row,) = rows(case, "defects")
    facts = {"id": defect.id, "dwelling_id": defect.dwelling_id, "kind": "leak", "state": "sent"}
    assert row.items() >= (facts | {"mender": "municipality", "cost_nok": 4800, "replace": False}).items()
    household = a_household(case)
    a_complaint(case, household_id=household.id)
    (row,) = rows(case, "complaints")
    assert (row["state"], row["household_id"], row["complainant"]) == ("open", household.id, None)
    home = a_dwelling(case, street="Havnegata 3", smoke_alarm_on=date(2026, 5, 1))
    case.save(HomeCheck(dwelling_id=home.id, kind=CheckKind.SMOKE_ALARM, done_on=date(2026, 3, 1)))
    (row,) = rows(case, "checks")
    assert (row["done_on"], row["next_on"], row["months"]) == ("2026-05-01", "2027-05-01", 12)
    json.dumps([rows(case, topic) for topic in ("defects", "complaints", "checks")])


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_message_about_a_defect_is_printed_and_filed_on_it(case, language):
    a_municipality(case)
    defect = a_defect(case)
    paper, content = print_and_file(case, "d32", defect.id, language)
    assert isinstance(paper, Paper)
    assert (paper.number, paper.language, paper.defect_id, paper.pages) == ("D32", language, defect.id, 1)
    assert content.startswith(b"%PDF")
    with pytest.raises(Refused) as refused:
        case.remove(defect)
    assert [p.code for p in refused.value.problems] == ["remove.has_papers"]


def test_what_is_mended_or_not_there_is_not_printed(case):
    a_municipality(case)
    mended = a_defect(case, mended_on=date(2026, 11, 21))
    for row_id, code in ((mended.id, "paper.defect_mended"), (77, "paper.no_defect")):
        with pytest.raises(Refused) as refused:
            print_and_file(case, "defect-report", row_id)
        assert [p.code for p in refused.value.problems] == [code]


def test_a_long_text_runs_on_to_a_second_page(case):
    a_municipality(case)
    paper, _ = print_and_file(case, "d32", a_defect(case, what="Det er kaldt. " * 214).id)
    assert paper.pages == 2
