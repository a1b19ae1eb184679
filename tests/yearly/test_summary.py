"""A year in sentences: of what is told only, with words for none, and one where there is nothing to tell."""

from datetime import date

import pytest

from bolig_desktop.yearly.figures import FIGURES, Counted, CountedYear, Row
from bolig_desktop.yearly.report import report
from bolig_desktop.yearly.summary import summary


def told(language="nb", *, outside=True, **values):
    found = {figure.id: Counted() for figure in FIGURES}
    for name, value in values.items():
        found[name] = Counted(value=value, rows=[Row("people", n) for n in range(int(value))])
    return list(summary(report(CountedYear(2025, found, date(2025, 12, 31)), language, outside=outside)))


def test_the_quota_stands_beside_the_settled_where_it_is_known():
    assert told(settled=12, quota=18) == ["12 personer ble bosatt i 2025. Kommunen hadde vedtatt å bosette 18."]
    assert told(settled=12) == ["12 personer ble bosatt i 2025."]
    assert told(settled=0, quota=18) == ["Ingen ble bosatt i 2025. Kommunen hadde vedtatt å bosette 18."]


@pytest.mark.parametrize(("settled", "is_told"), [(4, False), (5, True)])
def test_few_have_no_sentence_outside_the_office(settled, is_told):
    said = told(settled=settled, visits_made=9)
    assert (f"{settled} personer ble bosatt i 2025." in said) is is_told
    assert "9 hjemmebesøk ble gjort." in said
    assert f"{settled} personer ble bosatt i 2025." in told(settled=settled, outside=False)


def test_where_nothing_can_be_told_that_is_said():
    assert told(settled=3) == ["Tallene er så små at de er skjult."]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("value", [0, 1234])
def test_every_sentence_is_there_in_every_language(language, value):
    said = told(language, **{figure.id: value for figure in FIGURES})
    assert len(said) == 10 and not any("{" in words for words in said)
    assert any("1\u00a0234" in words for words in said) is (value > 0)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Ingen hjemmebesøk ble gjort. Planen hadde ingen."),
        ("nn", "Ingen heimebesøk vart gjorde. Planen hadde ingen."),
        ("en", "No home visits were made. The plan had none."),
    ],
)
def test_nought_is_a_word_in_a_sentence(language, said):
    assert told(language, visits_made=0, visits_planned=0) == [said]
    ran_out = told(leases_ran_out=9, ran_out_open=0)
    assert ran_out == ["9 leieavtaler løp ut. Uavklart hva som skulle skje: ingen."]
    assert told(idle_days=0, idle_share=0.0) == ["Ingen bolig sto tom."]
