"""Which version of the house rules holds, who has not signed it, and what a rule may not be."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleSignature, RulesState

LONGEST_RULE = 3_000
"""How many characters a rule of the house's own may have: some 400 words, a page in two languages."""
MOST_NIGHTS = 60
_CLOCK = re.compile(r"([01]\d|2[0-3])\.[0-5]\d")
_CLOCKS = ("quiet_from", "quiet_to", "laundry_from", "laundry_to")

_SENTENCE = re.compile(r"[^.!?;\n]+")
_NEGATED = re.compile(r"\b(?:ikke|ikkje|ingen|aldri|uten|utan)\b")
_FEE = re.compile(
    r"\b(?:gebyr\w*|bot|bota|boten|bøter|bøtene|bøtelegg\w*|straffegebyr\w*|avgift\w*|purregebyr\w*)\b"
    r"|\b(?:koster|betaler|betale|kostar)\b[^.]{0,30}\b(?:kr|kroner)\b|\bkr\.? ?\d"
)
_STAFF = (
    r"(?:ansatt\w*|tilsett\w*|kommunen|personale\w*|vaktmester\w*|vaktmeister\w*|miljøarbeider\w*|utleier\w*|"
    r"utleigar\w*|vi)"
)
_ENTRY = re.compile(
    rf"\b{_STAFF}\b[^.]*\b(?:gå inn|går inn|komme inn|kan inn|låse seg inn|låser seg inn|låse oss inn|låser oss inn|"
    r"kontrollere rom\w*|inspisere|ransake\w*|egen nøkkel|eigen nøkkel)\b"
)
_ANY_TIME = re.compile(r"\b(?:når som helst|når som helst|uten varsel|utan varsel|uanmeldt|uanmeld|til enhver tid)\b")
_FAMILY = re.compile(
    r"\b(?:ektefelle\w*|ektemake\w*|samboer\w*|sambuar\w*|kone|kona|mann|mannen|kjæreste\w*|barn|barna|familie\w*)\b"
)
_LIVE = re.compile(r"\b(?:bo|bor|bu|bur|flytte inn|flytter inn|flytt\w* inn|ha med|overnatte\w*|være her|vere her)\b")
_BANNED = re.compile(r"\b(?:ikke|ikkje|ingen|forbudt|forbode|aldri|nektes|nekta|uten tillatelse|utan løyve)\b")
_LOCK_OUT = re.compile(
    r"\b(?:låse\w* ute|låst ute|stenge\w* ute|stengt ute|kaste\w* ut|kasta ut|utestenge\w*|utestengt|"
    r"skifte\w* lås\w*|bytte\w* lås\w*|inndra\w* nøkkel\w*|miste\w* rommet|mister rommet|mistar rommet|"
    r"må flytte samme dag|flytte ut med en gang|flytte straks)\b"
)


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
        if not _CLOCK.fullmatch(getattr(rules, field)):
            found.append(Problem(field=field, code="house_rules.clock"))
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


def may_not_be(text: str) -> Iterator[Problem]:
    """Yield what a rule may not be: a fee or fine (§ 3-7), free entry for staff (§ 5-6), a ban on spouse or children
    (§ 7-1), being locked out (TV-SELF).

    The words are looked for; a sentence that denies such a thing is only warned about, for it may say the opposite.
    """
    for sentence in _SENTENCE.findall(text.casefold()):
        denied = bool(_NEGATED.search(sentence))
        if _FEE.search(sentence):
            yield _may_not("fee", "husleieloven § 3-7", hard=not denied)
        if _ENTRY.search(sentence):
            free = bool(_ANY_TIME.search(sentence)) or not denied
            yield _may_not("entry", "husleieloven § 5-6", hard=free)
        if _FAMILY.search(sentence) and _LIVE.search(sentence) and _BANNED.search(sentence):
            yield _may_not("family", "husleieloven § 7-1", hard=True)
        if _LOCK_OUT.search(sentence):
            yield _may_not("locked_out", "tvangsfullbyrdelsesloven § 13-2", hard=not denied)


def _may_not(what: str, section: str, *, hard: bool) -> Problem:
    code = f"house_rules.{what}" if hard else f"house_rules.perhaps_{what}"
    return Problem(field="text", code=code, hard=hard, section=section)


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
