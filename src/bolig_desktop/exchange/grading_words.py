"""The words by which people say that an address is graded (adressesperre), in bokmål, nynorsk and English.

Codes 6 and 7 are the old names of strictly confidential and confidential, and the ones still used. Word boundaries
keep out what only looks like them: "nøkkelkode 67", "kode 6432 til porten", "gradert uføretrygd".
"""

import re
import unicodedata

from bolig_desktop.people.records import Grading

_BARE = (
    r"sperr(?:et|a|ede|ete)|hemm?el[ei]ge?|hemm?elig|fortroli?ge?|fortrulege?|skjulte?|skjerm(?:et|a|ede|ete)|"
    r"graderte?|beskytt(?:et|a)|secret|protected|hidden|restricted|undisclosed|confidential|anonym|"
    r"konfidensiell?t?"
)
_SECRET = rf"(?:{_BARE}|verna|vernet)"
_CODE = r"(?:(?:adresse)?kode(?:n|ne|r)?|codes?)[\s:.,=_-]*(?:nr\.?\s*)?"
_STRICT = (
    rf"\b{_CODE}(?:6|seks|six)\b|\bspsf\b|\bsot\s?6\b|"
    r"\bstren(?:gt|g|kt)[\s.-]{0,2}(?:fortro|fortru|konf|gradert)\w*|\bstrictly\s+(?:confidential|private)\b"
)
_OTHER = (
    rf"\b{_CODE}(?:7|sju|syv|seven)\b|\bspfo\b|\bsot\s?7\b|"
    r"\bfortroli?ge?\b|\bfortrulege?\b|\bconfidential\b|\bskjerm(?:et|a|ede|ete)\b|"
    r"\badd?resse\w{0,4}(?:sperr|skjerm|grader|beskytt|vern)\w*|"
    rf"\b{_SECRET}\W{{1,3}}(?:\w+\W{{1,3}}){{0,2}}?(?:add?ress\w*|adr\b|bosted|bopel|bustad)|"
    r"\bikk?j?e\s+(?:gi|gje|opplys|oppgi|utlever)\w*\s+(?:ut\s+|om\s+)?add?ress|\badd?ress\w*\s+(?:må|skal)\s+ikk?j?e\b|"
    rf"\badd?ress\w*\W{{1,3}}(?:er\W|is\W|ver\W)?(?:\w+\W)?{_SECRET}\b"
)
FOUND = re.compile(rf"{_STRICT}|{_OTHER}")
IS_STRICT = re.compile(_STRICT)
ALONE = re.compile(rf"(?<![\w-])(?:{_BARE})(?![\w-])")
"""What says it where it stands alone in a cell, or in the place of a name or an address."""
SHORT = re.compile(r"k[ .-]?(?:6|7)")
"""The shortest way to say it, where nothing else stands in the cell of a note."""
CODE_COLUMN = re.compile(r"(?:adresse|diskresjons?|spes\.?\s?reg\.?\s?|sperre)?(?:kode|code)")
STEMS = re.compile(
    r"kode|^k|code|fort|sperr|hem|skj|grad|add?res|spsf|spfo|sot|strict|stren|conf|besk|vern|secr|prot|hid|rest|und|anon|konf"
)
"""What the beginnings of all of it have in common: most cells are passed over by this alone."""
_CONFIDENTIAL = re.compile(
    rf"\b{_CODE}(?:7|sju|syv|seven)\b|\bspfo\b|\bsot\s?7\b|\bfortroli?g|\bfortruleg|\bconfidential\b"
)
_DENIED = re.compile(r"\b(?:ikke|ikkje|nei|ingen|inga|not?|none|tidligere|tidlegare|opphørt|opphevet)\b")
NOT = frozenset({"", "-", "–", "nei", "n", "no", "ingen", "0", "usann", "false", "ugradert", "none"})


def grading_in(text: str) -> Grading | None:
    """Return what a cell of the column for it says, None where it does not say which: "ja", "kode 6/7", "ikke 6"."""
    said = plain(text)
    if said in NOT:
        return Grading.NONE
    if said in {"6", "7"}:
        said = f"kode {said}"
    is_strict = IS_STRICT.search(said) is not None or said in {"streng", "strengt", "strictly"}
    if _DENIED.search(said) or ("7" in said and is_strict):
        return None
    if is_strict:
        return Grading.STRICTLY_CONFIDENTIAL
    return Grading.CONFIDENTIAL if _CONFIDENTIAL.search(said) else None


def plain(text: str) -> str:
    """Return the text in small letters and ordinary digits, with single spaces and nothing that cannot be seen."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf")
    return " ".join(text.casefold().split())
