"""The rules of shared housing on both sides of every edge, and the words a house rule may and may not have."""

import dataclasses
from datetime import date, timedelta

import pytest
from house_rule_sentences import PASSED, REFUSED, WARNED

from bolig_desktop.casefile import sharing
from bolig_desktop.casefile.bilingual_checks import clauses
from bolig_desktop.casefile.house_lines import house_lines
from bolig_desktop.casefile.house_rules_making import from_library, move, neighbour, next_version
from bolig_desktop.casefile.house_texts import RuleTexts, changes
from bolig_desktop.errors import Refused
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleGroup, RuleSignature, RulesState
from bolig_desktop.shared_housing.rules import (
    LONGEST_RULE,
    MOST_NIGHTS,
    in_force,
    may_not_be,
    not_signed,
    rule_problems,
    rules_problems,
    signature_problems,
    state,
    to_sign,
)
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.translations import shipped
from build import a_house_with_rooms, a_household, a_person, a_tenancy

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
SECTIONS = {
    "fee": "husleieloven § 3-7",
    "entry": "husleieloven § 5-6",
    "family": "husleieloven § 7-1",
    "locked_out": "tvangsfullbyrdelsesloven § 13-2",
}


def said(text):
    return {(problem.code.removeprefix("house_rules."), problem.hard) for problem in may_not_be(text)}


@pytest.mark.parametrize(("what", "text"), [(what, text) for what, texts in REFUSED.items() for text in texts])
def test_what_a_rule_may_not_be_is_refused_with_its_section(what, text):
    assert (what, True) in said(text)
    assert {p.section for p in may_not_be(text) if p.code == f"house_rules.{what}"} == {SECTIONS[what]}


@pytest.mark.parametrize(("what", "text"), [(what, text) for what, texts in WARNED.items() for text in texts])
def test_what_is_denied_or_unsure_is_warned_about_only(what, text):
    assert said(text) == {(what, False)}


@pytest.mark.parametrize("text", PASSED)
def test_an_ordinary_rule_passes(text):
    assert said(text) == set()


@pytest.mark.parametrize("clause", clauses())
def test_every_rule_of_the_library_passes(clause):
    assert said(shipped.texts("nb")[clause]) == set()


def test_the_same_thing_is_said_once_and_each_sentence_is_read():
    assert [p.code for p in may_not_be("Bot på 100 kr. Bot på 200 kr.")] == ["house_rules.fee"]
    assert said("Ta av skoene. Gebyret er kr. 300. Vi låser deg ute.") == {("fee", True), ("locked_out", True)}
    assert said("Ingen betaler gebyr. Den som røyker, betaler gebyr.") == {("perhaps_fee", False), ("fee", True)}


# which version holds


def version(number=1, **more):
    facts = {"agreed_on": TODAY - 20 * DAY, "valid_from": TODAY - 10 * DAY} | more
    return HouseRules(id=number, house_id=1, version=number, **facts)


@pytest.mark.parametrize(
    ("valid_from", "expected"),
    [
        (None, RulesState.DRAFT),
        (TODAY - DAY, RulesState.IN_FORCE),
        (TODAY, RulesState.IN_FORCE),
        (TODAY + DAY, RulesState.COMING),
    ],
)
def test_the_state_changes_at_the_day_itself(valid_from, expected):
    assert state(version(valid_from=valid_from), [], TODAY) is expected


def test_a_version_is_replaced_on_the_day_the_next_begins_and_not_before():
    old, new = version(1), version(2, valid_from=TODAY)
    assert state(old, [new], TODAY) is RulesState.REPLACED
    assert state(old, [new], TODAY - DAY) is RulesState.IN_FORCE
    assert in_force([old, new], TODAY) == new
    assert in_force([old, new], TODAY - DAY) == old


def test_of_two_that_begin_the_same_day_the_later_version_holds():
    assert in_force([version(2), version(1)], TODAY).version == 2


def test_none_holds_where_all_are_drafts_or_ahead():
    assert in_force([version(valid_from=None), version(2, valid_from=TODAY + DAY)], TODAY) is None
    assert in_force([], TODAY) is None


def test_the_one_that_comes_is_to_be_signed_and_a_draft_never():
    old, coming, draft = version(1), version(2, valid_from=TODAY + 9 * DAY), version(3, valid_from=None)
    assert to_sign([old, coming, draft], TODAY) == coming
    assert to_sign([old, draft], TODAY) == old
    assert to_sign([draft], TODAY) is None


def test_not_signed_are_residents_without_a_signature_to_that_version():
    signatures = [
        RuleSignature(id=1, rules_id=1, household_id=7, signed_on=TODAY),
        RuleSignature(id=2, rules_id=2, household_id=8, signed_on=TODAY),
    ]
    assert not_signed(version(1), [9, 8, 7], signatures) == [9, 8]
    assert not_signed(version(1), [7], signatures) == []
    assert not_signed(version(1), [], signatures) == []


# what is wrong with a version


def codes(problems):
    return {(problem.field, problem.code.partition(".")[2], problem.hard) for problem in problems}


def of_version(rules, others=(), lines=1):
    return codes(rules_problems(rules, others=list(others), lines=lines, today=TODAY))


def test_a_version_in_order_has_no_problems():
    assert of_version(version()) == set()


def test_a_number_is_used_once_in_a_house():
    assert of_version(version(2), [version(1)]) == set()
    assert of_version(version(1), [dataclasses.replace(version(1), id=5)]) == {("version", "same_version", True)}


@pytest.mark.parametrize("clock", ["00.00", "07.05", "19.30", "23.59"])
def test_a_time_of_day_is_read(clock):
    assert of_version(version(quiet_from=clock)) == set()


@pytest.mark.parametrize("clock", ["24.00", "7.00", "23:00", "23.60", "2300", "", "kl. 23.00"])
@pytest.mark.parametrize("field", ["quiet_from", "quiet_to", "laundry_from", "laundry_to"])
def test_what_is_no_time_of_day_is_refused_beside_its_field(field, clock):
    assert of_version(version(**{field: clock})) == {(field, "clock", True)}


@pytest.mark.parametrize(
    ("nights", "is_wrong"), [(-1, True), (0, False), (MOST_NIGHTS, False), (MOST_NIGHTS + 1, True)]
)
def test_guest_nights_have_an_end_at_both_sides(nights, is_wrong):
    assert bool(of_version(version(guest_nights=nights))) is is_wrong


def test_the_house_meeting_was_today_or_before():
    assert of_version(version(agreed_on=TODAY, valid_from=None)) == set()
    assert of_version(version(agreed_on=TODAY + DAY, valid_from=None)) == {("agreed_on", "agreed_ahead", True)}


def test_rules_hold_from_the_meeting_at_the_earliest():
    assert of_version(version(agreed_on=TODAY, valid_from=TODAY)) == set()
    assert of_version(version(agreed_on=TODAY, valid_from=TODAY - DAY)) == {("valid_from", "before_agreed", True)}


def test_without_a_meeting_it_is_a_warning_and_only_once_it_is_to_hold():
    assert of_version(version(agreed_on=None)) == {("agreed_on", "not_agreed", False)}
    assert of_version(version(agreed_on=None, valid_from=None)) == set()


def test_a_version_without_rules_may_be_a_draft_and_nothing_more():
    assert of_version(version(valid_from=None), lines=0) == set()
    assert of_version(version(), lines=0) == {("valid_from", "empty", True)}


# what is wrong with a rule and a signature


def test_a_rule_is_of_the_library_or_ones_own_and_never_both_or_none():
    facts = {"rules_id": 1, "topic": RuleGroup.QUIET}
    assert rule_problems(HouseRule(clause="rule_quiet_night", **facts), clauses=clauses()) == []
    assert rule_problems(HouseRule(text="Hviskestund etter kl. 22.", **facts), clauses=clauses()) == []
    for both_or_none in ({}, {"text": "  "}, {"clause": "rule_quiet_night", "text": "Hysj."}):
        found = codes(rule_problems(HouseRule(**both_or_none, **facts), clauses=clauses()))
        assert found == {("text", "clause_or_text", True)}
    unknown = rule_problems(HouseRule(clause="rule_quiet_gone", **facts), clauses=clauses())
    assert codes(unknown) == {("clause", "no_clause", True)}


@pytest.mark.parametrize(("length", "is_wrong"), [(LONGEST_RULE, False), (LONGEST_RULE + 1, True)])
def test_a_rule_has_a_greatest_length(length, is_wrong):
    rule = HouseRule(rules_id=1, topic=RuleGroup.OTHER, text="a" * length)
    assert bool(rule_problems(rule, clauses=clauses())) is is_wrong


def of_signature(signed, rules=None, residents=(7,), others=()):
    found = signature_problems(
        signed, rules=rules or version(), residents=residents, others=list(others), today=TODAY
    )
    return codes(found)


def test_a_signature_is_a_residents_once_to_what_is_decided_and_not_ahead():
    signed = RuleSignature(rules_id=1, household_id=7, signed_on=TODAY)
    assert of_signature(signed) == set()
    assert of_signature(dataclasses.replace(signed, signed_on=TODAY + DAY)) == {("signed_on", "signed_ahead", True)}
    assert of_signature(signed, rules=version(valid_from=None)) == {("signed_on", "sign_draft", True)}
    assert of_signature(signed, rules=version(valid_from=TODAY + DAY)) == set()
    assert of_signature(signed, residents=(8,)) == {("household_id", "not_resident", False)}
    assert of_signature(signed, others=[signed]) == {("household_id", "signed_already", True)}


# in the file


@pytest.fixture
def house(case):
    """A house of three rooms with two households in it, and version 1 of its rules in force."""
    built, *rooms = a_house_with_rooms(case, 3)
    for number, room in enumerate(rooms[:2]):
        who = a_household(case, a_person(case, given_name=f"Nummer{number}"))
        dates = {"starts_on": TODAY - (100 - number) * DAY, "ends_on": TODAY + 1000 * DAY}
        a_tenancy(case, kind=TenancyKind.ROOM, dwelling_id=room.id, household_id=who.id, **dates)
    made = from_library(case, built.id)
    case.save(
        dataclasses.replace(made, agreed_on=TODAY - 9 * DAY, valid_from=TODAY - 2 * DAY, meeting_place="porten")
    )
    return built


def sign(case, house, at=0):
    whose = sharing.residents(case, house.id)[at]
    rules = sharing.to_sign(case, house.id)
    return case.save(RuleSignature(rules_id=rules.id, household_id=whose, signed_on=TODAY))


def test_the_first_version_has_the_library_but_for_pets_and_parking(case, house):
    (made,) = case.house_rules.of_house(house.id)
    lines = case.house_rule_lines.of_rules(made.id)
    groups = {line.topic for line in lines}
    assert groups == set(RuleGroup) - {RuleGroup.PETS, RuleGroup.PARKING, RuleGroup.OTHER}
    assert len(lines) == sum("_pets_" not in c and "_parking_" not in c for c in clauses())


def test_who_has_signed_is_counted_off(case, house):
    assert len(sharing.not_signed(case, house.id)) == 2
    signed = sign(case, house)
    assert signed.household_id not in sharing.not_signed(case, house.id)
    with pytest.raises(Refused):
        sign(case, house)


def test_what_somebody_has_signed_is_not_changed_under_them(case, house):
    sign(case, house)
    rules = sharing.to_sign(case, house.id)
    line = case.house_rule_lines.of_rules(rules.id)[0]
    for changed in (
        dataclasses.replace(rules, quiet_from="22.00"),
        dataclasses.replace(rules, meeting_place="et annet sted"),
        dataclasses.replace(line, clause="rule_pets_ask"),
        HouseRule(rules_id=rules.id, topic=RuleGroup.OTHER, text="Ny regel."),
    ):
        with pytest.raises(Refused) as refused:
            case.save(changed)
        assert "house_rules.signed_text" in {p.code for p in refused.value.problems}
    with pytest.raises(Refused):
        case.remove(line)
    case.save(dataclasses.replace(rules, change="Alt er nytt"))


def test_a_new_version_says_the_same_as_a_draft_and_may_be_changed(case, house):
    sign(case, house)
    old = sharing.to_sign(case, house.id)
    new = next_version(case, house.id)
    assert (new.version, new.valid_from, new.agreed_on, new.meeting_place) == (2, None, None, "porten")
    assert [line.clause for line in case.house_rule_lines.of_rules(new.id)] == [
        line.clause for line in case.house_rule_lines.of_rules(old.id)
    ]
    case.save(dataclasses.replace(new, quiet_from="22.00"))
    assert sharing.to_sign(case, house.id) == old


def test_a_rule_that_names_what_is_not_filled_in_is_warned_about(case, house):
    (rules,) = case.house_rules.of_house(house.id)
    assert [p.field for p in case.problems(rules)] == ["house_contact"]
    assert not case.problems(dataclasses.replace(rules, house_contact="miljøarbeideren"))


def test_changes_are_told_by_content_and_not_by_place(case, house):
    first = sharing.to_sign(case, house.id)
    second = next_version(case, house.id)
    lines = case.house_rule_lines.of_rules(second.id)
    case.save(dataclasses.replace(second, quiet_from="22.00", change="Roligere"))
    case.remove(next(line for line in lines if line.clause == "rule_kitchen_share"))
    case.save(HouseRule(rules_id=second.id, topic=RuleGroup.OTHER, text="Vi  spiser\nsammen."))
    move(case, lines[0], 1)
    newest, oldest = changes(case, house.id)
    assert (oldest.is_first, oldest.version.id) == (True, first.id)
    assert newest.came == ("Vi  spiser\nsammen.",)
    assert newest.went == (shipped.texts("nb")["rule_kitchen_share"],)
    assert [now.startswith("Det er stille i huset fra kl. 22.00") for _, now in newest.changed] == [True]


def test_rules_change_places_within_what_they_are_about(case, house):
    rules = next_version(case, house.id)

    def quiet():
        return [line for line in case.house_rule_lines.of_rules(rules.id) if line.topic is RuleGroup.QUIET]

    first, second, third = (line.clause for line in quiet())
    move(case, quiet()[0], 1)
    assert [line.clause for line in quiet()] == [second, first, third]
    move(case, quiet()[0], -1)
    move(case, quiet()[2], 1)
    assert [line.clause for line in quiet()] == [second, first, third]


def test_a_rule_of_the_library_has_the_houses_own_facts_in_it(case, house):
    (rules,) = case.house_rules.of_house(house.id)
    texts = RuleTexts(case)
    assert "møtes her: porten." in texts.of_clause("rule_fire_meeting", rules)
    assert texts.of_clause("rule_call_contact", rules) == "Kontaktpersonen for huset er …."


def test_the_first_rule_has_none_before_it_and_the_last_none_after(case, house):
    lines = case.house_rule_lines.of_rules(sharing.to_sign(case, house.id).id)
    quiet = [line for line in lines if line.topic is RuleGroup.QUIET]
    assert neighbour(lines, quiet[0], -1) is None and neighbour(lines, quiet[-1], 1) is None
    assert neighbour(lines, quiet[0], 1) == quiet[1]


def test_rules_that_come_are_to_be_signed_and_not_in_force(case, house):
    case.save(dataclasses.replace(sharing.to_sign(case, house.id), valid_from=TODAY + DAY))
    (line,) = house_lines(case)
    assert (line.version, line.in_force) == (1, False)


def test_a_house_that_is_given_up_is_not_listed(case):
    house, *_ = a_house_with_rooms(case, 1)
    assert [one.id for one in sharing.houses(case)] == [house.id]
    case.save(dataclasses.replace(house, given_up_on=TODAY))
    assert sharing.houses(case) == []


def test_how_many_nights_a_guest_may_stay_is_not_changed_once_signed(case, house):
    sign(case, house)
    rules = sharing.to_sign(case, house.id)
    with pytest.raises(Refused):
        case.save(dataclasses.replace(rules, guest_nights=rules.guest_nights + 1))


def test_a_signature_may_be_mended(case, house):
    signed = sign(case, house)
    assert case.save(dataclasses.replace(signed, interpreter="Tolk 1234")).interpreter == "Tolk 1234"
