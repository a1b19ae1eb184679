"""Which version of the house rules holds, who has not signed it, and what a version, a rule and a signature lack."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.law import identifiers
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleSignature, RulesState
from bolig_desktop.shared_housing.rules.wording import may_not_be

LONGEST_RULE = 3_000
"""How many characters a rule of the house's own may have: some 400 words, a page in two languages."""
MOST_NIGHTS = 60
_CLOCKS = ("quiet_from", "quiet_to", "laundry_from", "laundry_to")


def state(rules: HouseRules, others: Iterable[HouseRules], today: date) -> RulesState:
    """Return the state of a version among the house's others."""
    if rules.valid_from is None:
        return RulesState.DRAFT
    if rules.valid_from > today:
        return RulesState.COMING
    newest = in_force([rules, *others], today)
    return RulesState.IN_FORCE if newest is not None and newest.id == rules.id else RulesState.REPLACED


def in_force(versions: Iterable[HouseRules], today: date) -> HouseRules | None:
    """Return the version that holds: the last to have begun, None where none has."""
    begun = [one for one in versions if one.valid_from is not None and one.valid_from <= today]
    return max(begun, key=lambda one: (one.valid_from or date.min, one.version), default=None)


def to_sign(versions: Iterable[HouseRules], today: date) -> HouseRules | None:
    """Return the version residents are to have signed: the one that comes, else the one that holds."""
    dated = [one for one in versions if one.valid_from is not None]
    return max(dated, key=lambda one: (one.valid_from or date.min, one.version), default=None)


def not_signed(rules: HouseRules, residents: Sequence[int], signatures: Iterable[RuleSignature]) -> list[int]:
    """Return which resident households have not signed a version, in the order given."""
    signed = {one.household_id for one in signatures if one.rules_id == rules.id}
    return [household_id for household_id in residents if household_id not in signed]


def rules_problems(rules: HouseRules, *, others: Sequence[HouseRules], lines: int, today: date) -> list[Problem]:
    """Return what is wrong with a version. lines: how many rules it has."""
    found = []
    if any(other.version == rules.version for other in others):
        found.append(Problem(field="version", code="house_rules.same_version", facts={"number": rules.version}))
    for field in _CLOCKS:
        if code := identifiers.clock(getattr(rules, field)):
            found.append(Problem(field=field, code=code))
    if not 0 <= rules.guest_nights <= MOST_NIGHTS:
        facts = {"least": 0, "most": MOST_NIGHTS}
        found.append(Problem(field="guest_nights", code="municipality.out_of_range", facts=facts))
    if rules.agreed_on is not None and rules.agreed_on > today:
        found.append(Problem(field="agreed_on", code="house_rules.agreed_ahead"))
    if rules.valid_from is None:
        return found
    if not lines:
        found.append(Problem(field="valid_from", code="house_rules.empty"))
    if rules.agreed_on is None:
        found.append(Problem(field="agreed_on", code="house_rules.not_agreed", hard=False))
    elif rules.valid_from < rules.agreed_on:
        found.append(Problem(field="valid_from", code="house_rules.before_agreed", facts={"day": rules.agreed_on}))
    return found


def rule_problems(rule: HouseRule, *, clauses: Collection[str]) -> list[Problem]:
    """Return what is wrong with one rule: it says something, once, and nothing that a house rule may not be."""
    text = rule.text.strip()
    if bool(rule.clause) == bool(text):
        return [Problem(field="text", code="house_rules.clause_or_text")]
    if rule.clause:
        return [] if rule.clause in clauses else [Problem(field="clause", code="house_rules.no_clause")]
    found = list(may_not_be(text))
    if len(text) > LONGEST_RULE:
        facts = {"longest": LONGEST_RULE, "length": len(text)}
        found.append(Problem(field="text", code="translation.too_long", facts=facts))
    return found


def signature_problems(
    signature: RuleSignature,
    *,
    rules: HouseRules,
    residents: Collection[int],
    others: Sequence[RuleSignature],
    today: date,
) -> list[Problem]:
    """Return what is wrong with a signature: a resident, once, to what has been decided, and not ahead of today."""
    found = []
    if rules.valid_from is None:
        found.append(Problem(field="signed_on", code="house_rules.sign_draft"))
    if signature.household_id not in residents:
        found.append(Problem(field="household_id", code="house_rules.not_resident", hard=False))
    if any(other.household_id == signature.household_id for other in others):
        found.append(Problem(field="household_id", code="house_rules.signed_already"))
    if signature.signed_on > today:
        found.append(Problem(field="signed_on", code="house_rules.signed_ahead"))
    return found
