"""What a house rule may not be: a fee, free entry, a ban on family, being locked out, found by the words for them."""

import re
from collections.abc import Iterator

from bolig_desktop.errors import Problem

_SENTENCE = re.compile(r"(?:[^.!?;\n]|\.(?=\d))+")
_SHORTENED = re.compile(r"\b(kr|kl|ca|nr|bl|f|t)\.(?= ?\w)")
# Where a clause begins or ends: «Den som ikke vasker, betaler …» denies nothing about paying.
_BORDER = re.compile(
    r"[,:]|\b(?:hvis|dersom|viss|når|om|som|men|ellers|elles|fordi|for å|å ikke|å ikkje|uten at|utan at)\b"
)
_DENIED = re.compile(r"\b(?:ikke|ikkje|ingen|inga|aldri)\b")
_WITHOUT = re.compile(r"\b(?:uten|utan)(?: \w+)? *$")

_FEE = re.compile(
    r"\b\w*gebyr\w*\b|\b(?:bot|bota|boten|bøter|bøtene|bøtelegg\w*|botelegg\w*|mulkt\w*|avgift\w*)\b"
    r"|\bkr ?\d|\b\d[\d .]* ?(?:kr|kroner)\b|\b\d+,-|\b(?:hundre|tusen|femti|tjue) (?:kr|kroner)\b"
    r"|\b(?:trekk|trekke|trekker|trekkes|trekkjer|trekkast|trukket|trekt)\b.{0,40}"
    r"\b(?:leie|leia|leien|leiga|husleie\w*|husleige\w*|husleiga|depositum\w*|stønad\w*)\b"
    r"|\b(?:leia|leien|leiga|husleia|husleien|husleiga)\b (?:\w+ ){0,2}(?:øker|aukar|opp|stiger|stig)\b"
    r"|\b(?:høyere|høgare) (?:hus)?lei(?:e|ge)\b|\btrekk i (?:leia|leien|leiga|husleia|husleiga)\b"
    r"|\bbetal(?:e|er|ar)?\b(?: \w+){0,2} (?:ekstra|beløp\w*|felleskass\w*|straff\w*)\b"
)

_STAFF = (
    r"(?:ansatt\w*|tilsett\w*|kommunen|personal\w*|vaktmester\w*|vaktmeister\w*|miljøarbeid\w*|miljøterapeut\w*|"
    r"husvert\w*|utleier\w*|utleigar\w*|boveiled\w*|flyktningtjenesten|flyktningtenesta|flyktningkonsulent\w*)"
)
_US = rf"(?:{_STAFF}|vi)"
_SHARED = r"(?! (?:i|på) (?:de |det |den |dei )?(?:felles|stu|kjøkken|gang|vaskerom|bod|kjeller|kjellar))"
_LOOK = r"(?:kontroller\w*|sjekk\w*|inspiser\w*|ransak\w*|undersøk\w*|gjennomsøk\w*|ser? (?:over|gjennom))"
_ROOM = r"(?<!felles )\brom(?:met|mene|ma|met ditt)?\b"
_ENTRY = re.compile(
    rf"\b{_US}\b[^,]*\b(?:gå|går|komme|kommer|kome|kjem|låse|låser|låsar)\b(?: \w+){{0,3}} inn\b{_SHARED}"
    rf"|\b{_US}\b[^,]*\b(?:komme|kommer|kome|kjem)\b(?: \w+){{0,2}} på rom(?:met|mene|ma)\b"
    rf"|\b{_US}\b[^,]*\b{_LOOK}\b[^,]*{_ROOM}"
    rf"|\brom(?:met|mene|ma)\b(?: \w+){{0,3}} {_LOOK}\b"
    rf"|\brom(?:kontroll|inspeksjon|sjekk|tilsyn)\w*"
    rf"|\b{_STAFF}\b[^,]*\b(?:egen|eigen) nøkkel\b|\bstikkprøve\w*\b[^,]*{_ROOM}"
    rf"|\b{_US}\b[^,]*\b(?:adgang|tilgang) til (?:rom(?:met|mene|ma)|alle rom)\b"
    rf"|\b{_STAFF}\b[^,]*\b(?:åpn|opn)\w*\b(?: \w+)? (?:døra|døren|rommet)\b"
)

_FAMILY = re.compile(
    r"\b(?:ektefelle\w*|ektemake\w*|ektemann\w*|samboer\w*|sambuar\w*|kone|kona|kjæreste\w*|kjærast\w*|mann|mannen|"
    r"barn|barna|barnet|born|borna|barnebarn\w*|fosterbarn\w*|foreldre\w*|familie\w*)\b"
)
_LIVE = re.compile(
    r"\b(?:bo|bor|boende|bu|bur|buande|flytte inn|flytter inn|flyttar inn|ha med|være her|vere her)\b"
    r"|\bta(?:r)? inn\b|\btek inn\b"
    r"|\bha (?:\w+ )?(?:ektefelle|ektemake|samboer|sambuar|kone|kona|mann|barn|born|familie)\w*\b.*\bpå rommet\b"
    r"|\b(?:tillatt|tillate|adgang|tilgang|velkom\w*)\b.*\b(?:i huset|på rommet|her)\b"
)
_STAY = re.compile(r"\b(?:overnatt\w*|sove|sov)\b")
_BANNED = re.compile(
    r"\b(?:ikke|ikkje|ingen|forbudt|forbode|aldri|nekt\w*|ulovlig|ulovleg|uten tillatelse|utan løyve)\b"
    r"|\b(?:må|lyt) (?:bo|bu) (?:et annet sted|ein annan stad|andre steder|andre stader)\b"
)
_NOT_REFUSED = re.compile(r"\b(?:ikke|ikkje|ingen|aldri)\b.*\bnekt\w*|\bnekt\w*.*\b(?:ikke|ikkje|ingen|aldri)\b")
_IF_FAMILY = re.compile(r"^ *(?:har|får|fær|er|hvis|dersom|viss|når)\b")
_CLAUSE = re.compile(r",|\bmen\b")

_AT_ONCE = (
    r"(?:samme dag|same dag|straks|med en gang|med ein gong|umiddelbart|på dagen|"
    r"innen \w+ (?:time|timer|timar|dag|dager|dagar)|innan \w+ (?:time|timer|timar|dag|dager|dagar))"
)
_LOCKED_OUT = re.compile(
    r"\b(?:lås|steng)\w*\b(?: \w+){0,2} ute\b|\butesteng\w*"
    r"|\b(?:blir|vert|kan|skal|å)\b(?: \w+){0,2} (?:kastet|kasta|kastes|kaste|kastast|hevet|hive)\b(?: \w+){0,2} ut\b"
    r"|\bkast(?:er|ar)\b(?: \w+){0,3} ut\b"
    r"|\b(?:skift|bytt)\w* (?:ut )?lås\w*"
    r"|\b(?:inndra\w*|inndreg\w*|fratar|fratek)\b(?: \w+){0,2} nøk(?:kel|lar|ler)\w*"
    r"|\b(?:tar|tek)\b(?: vi)?(?: (?:fra|frå) \w+| inn)? nøk(?:kel|lar|ler)\w*"
    r"|\bnøk(?:kel|lar|ler)\w*\b(?: \w+){0,2} (?:inndra\w*|inndreg\w*|tatt fra|teken frå)\b"
    r"|\bmist(?:er|ar|e|ast)?\b(?: \w+){0,2} (?:rommet|plassen|bustaden|boligen|leie\w*|leige\w*|kontrakten)\b"
    rf"|\b(?:må|skal|lyt)\b(?: \w+){{0,2}} flytte\b(?: ut)? {_AT_ONCE}"
    r"|\b(?:må|skal|lyt) (?:du )?ut av (?:huset|rommet|boligen|bustaden)\b|\b(?:sett?|satt|settes) på gata\b"
    r"|\b(?:lås|steng)\w*\b(?: \w+){0,3} for (?:den|dei|deg|dem)\b"
    r"|\blei(?:e|ge)(?:avtal|kontrakt)\w*\b(?: \w+){0,2} "
    rf"(?:opphør\w*|oppheves|blir hevet|blir heva|tar slutt|tek slutt)\b(?: \w+){{0,2}} {_AT_ONCE}"
    r"|\b(?:ting\w*|eiendel\w*|eigedel\w*|møbl\w*)\b(?: \w+){0,3} (?:satt|settes|sett|kastet|kasta) ut\b"
)
_CUT_OFF = re.compile(
    rf"\b{_US}\b(?: \w+){{0,2}} (?:av|stenger|stengjer|kobler|koplar)\b(?: \w+){{0,2}}"
    r" ?(?:strømmen|straumen|varmen|vannet|vatnet|internett\w*|nettet)\b.*\b(?:hvis|dersom|viss|om)\b"
)
_ONESELF = re.compile(r"\blås\w* (?:du )?(?:deg|seg)(?: selv| sjølv)? ute\b")
_RUBBISH = re.compile(r"\b(?:søppel|søpla|søppelet|avfall\w*|boss\w*|mat|maten|sigarett\w*)\b")
_NEW_LOCK = re.compile(r"\b(?:skift|bytt)\w* (?:ut )?lås\w*.*\b(?:mist\w*|tap\w*|ødel\w*|øyde\w*|slit\w*)\b")


def may_not_be(text: str) -> Iterator[Problem]:
    """Yield what a rule may not be: a fee or fine (§ 3-7), free entry for staff (§ 5-6), a ban on spouse or children
    (§ 7-1), being locked out (TV-SELF).

    The words are looked for; a clause that denies such a thing is only warned about, for it may say the opposite.
    """
    seen = set()
    for sentence in _SENTENCE.findall(_SHORTENED.sub(r"\1", text.casefold())):
        for problem in _of_sentence(sentence):
            if problem.code not in seen:
                seen.add(problem.code)
                yield problem


def _of_sentence(sentence: str) -> Iterator[Problem]:
    if (hard := _says(_FEE, sentence)) is not None:
        yield _may_not("fee", "husleieloven § 3-7", hard=hard)
    if (hard := _says(_ENTRY, sentence)) is not None:
        yield _may_not("entry", "husleieloven § 5-6", hard=hard)
    if (hard := _bans_family(sentence)) is not None:
        yield _may_not("family", "husleieloven § 7-1", hard=hard)
    if (hard := _locks_out(sentence)) is not None:
        yield _may_not("locked_out", "tvangsfullbyrdelsesloven § 13-2", hard=hard)


def _says(words: re.Pattern[str], sentence: str) -> bool | None:
    """Return True where the words are said, False where they are only denied, None where they are not there."""
    found = [not _is_denied(sentence, match) for match in words.finditer(sentence)]
    return any(found) if found else None


def _is_denied(sentence: str, match: re.Match[str]) -> bool:
    """Return whether the clause the words stand in denies them."""
    before = [border.end() for border in _BORDER.finditer(sentence, 0, match.start())]
    after = _BORDER.search(sentence, match.end())
    clause = sentence[before[-1] if before else 0 : after.start() if after else len(sentence)]
    return bool(_DENIED.search(clause) or _WITHOUT.search(sentence[: match.start()]))


def _bans_family(sentence: str) -> bool | None:
    parts = _CLAUSE.split(sentence)
    whole = [sentence] if _IF_FAMILY.search(sentence) else []
    found = [part for part in (*parts, *whole) if _FAMILY.search(part) and _BANNED.search(part)]
    if any(_LIVE.search(part) for part in found):
        return not _NOT_REFUSED.search(sentence)
    return False if any(_STAY.search(part) for part in found) else None


def _locks_out(sentence: str) -> bool | None:
    if _CUT_OFF.search(sentence):
        return True
    hard = _says(_LOCKED_OUT, sentence)
    if hard is None or (_ONESELF.search(sentence) and not re.search(rf"\b{_US}\b.*\blås", sentence)):
        return None
    if re.search(r"\bkast", sentence) and _RUBBISH.search(sentence):
        return None
    return hard and not _NEW_LOCK.search(sentence)


def _may_not(what: str, section: str, *, hard: bool) -> Problem:
    code = f"house_rules.{what}" if hard else f"house_rules.perhaps_{what}"
    return Problem(field="text", code=code, hard=hard, section=section)
