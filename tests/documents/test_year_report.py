"""The year on paper (D30): an archive copy in both forms of Norwegian, with its figures, rules and what is unsure."""

from datetime import date

import pdfa
import pypdfium2
import pytest

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.documents.year_report import year_report
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.yearly.figures import FIGURES
from bolig_desktop.yearly.report import name, report
from bolig_desktop.yearly.year import years_of
from build import a_household, a_municipality, a_person, a_tenancy


@pytest.fixture
def case():
    made = CaseFile(open_in_memory(), clock=clock.fixed(date(2026, 11, 28)))
    a_municipality(made)
    return made


def paper(case, language="nb", against=()):
    told = report(*years_of(case, 2025), language, outside=True, against=next(years_of(case, *against), None))
    return year_report(told, municipality="Øygardstrøndarane kommune", unit="Flyktningtjenesten")


def words(content):
    pages = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).replace("\xa0", " ").split())


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_it_is_an_archive_copy_with_every_figure_and_rule(case, language):
    a_tenancy(case, household_id=a_household(case, a_person(case, settled_on=date(2025, 3, 1))).id)
    content = paper(case, language)
    assert pdfa.check(content) == []
    squeezed = words(content).replace(" ", "")
    for figure in FIGURES:
        assert name(figure.id, language).replace(" ", "") in squeezed, figure.id
    assert ("ikkje skjemaet sjølv" if language == "nn" else "ikke skjemaet selv") in words(content)


def test_few_are_hidden_and_it_is_said_why_and_none_needs_no_word_of_it(case):
    assert "skjult" not in words(paper(case))
    for _ in range(2):
        a_household(case, a_person(case, settled_on=date(2025, 3, 1)))
    said = words(paper(case))
    assert "Bosatte personer skjult personer" in said and "«Skjult» står der tallet er fra én til fire" in said


def test_an_empty_year_is_a_paper_too(case):
    said = words(paper(case))
    assert "Året 2025 i tall" in said and "Bosatte personer 0 personer" in said
    assert "Innbyggertallet er ikke ført." in said


def test_another_year_stands_beside_it_and_few_of_that_year_are_hidden_too(case):
    for number in range(6):
        a_household(case, a_person(case, given_name=f"Selam {number}", settled_on=date(2025, 3, 1)))
    a_household(case, a_person(case, settled_on=date(2024, 3, 1)))
    alone, beside = words(paper(case)), words(paper(case, against=[2024]))
    assert "Bosatte personer 6 personer" in alone and "skjult" not in alone
    assert "Bosatte personer 6 skjult personer" in beside and "Tall 2025 2024 Enhet" in beside
    assert "«Skjult» står der tallet er fra én til fire" in beside
