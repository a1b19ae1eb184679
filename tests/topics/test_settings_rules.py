"""The municipality's own settings: the least and the most of each, and one beyond."""

from dataclasses import replace

import pytest

from bolig_desktop.settings.records import Municipality
from bolig_desktop.settings.rules import municipality_problems
from bolig_desktop.text.sentences import problem_sentence
from topics.said import hard, warned

NORDVIK = Municipality(name="Nordvik", postcode="0125")


@pytest.mark.parametrize(
    ("field", "least", "most"),
    [
        ("lease_months", 1, 120),
        ("due_day", 1, 28),  # HL-3-2: a day every month has
        ("notice_months", 1, 12),  # HL-9-6: other periods may be agreed
        ("idle_limit_days", 1, 365),
        ("deposit_months", 0, 6),  # HL-3-5a: at most six months' rent
    ],
)
def test_each_number_has_a_least_and_a_most(field: str, least: int, most: int) -> None:
    for number in (least, most):
        assert municipality_problems(replace(NORDVIK, **{field: number})) == []
    for number in (least - 1, most + 1):
        found = municipality_problems(replace(NORDVIK, **{field: number}))
        assert hard(found) == {(field, "municipality.out_of_range")}
        assert f"fra {least} til {most}" in problem_sentence(found[0])


def test_a_name_is_needed_and_a_postcode_is_only_looked_at() -> None:
    assert municipality_problems(replace(NORDVIK, postcode="")) == []
    assert hard(municipality_problems(replace(NORDVIK, name=" "))) == {("name", "municipality.name_missing")}
    for postcode in ("125", "01255", "O125"):  # ID-POST
        found = municipality_problems(replace(NORDVIK, postcode=postcode))
        assert not hard(found) and warned(found) == {("postcode", "municipality.postcode")}
