"""Search words: one plain form (addresses and numbers match literally) and one that forgives spelling."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from bolig_desktop.text.romanise import romanise

_WORD = re.compile(r"[^\W_]+(?:['’‘`´ʻʼʿʾ][^\W_]+)*")
_PLAIN_PAIRS = (("oe", "o"), ("aa", "a"), ("ae", "a"))
_INVISIBLE = "\u0640\u200c\u200d\u200e\u200f\u061c"
_PARTICLES = frozenset({"al", "el", "ul"})
_HOUSE_LETTER = re.compile(r"\b(\d+)([a-zæøå])\b")

# Names whose usual spellings no letter rule brings together: Ukrainian and Russian, Somali, Turkish, French, Persian.
_SPELLINGS = """
abd: abdel abdul abdol abdal
abdi: cabdi
ali: cali
omar: cumar umar umer omer amr amru
aisha: caasha ayse aise
osman: othman uthman usman cusman cismaan cisman atman
ibrahim: abrahim abrahym avraham abraham
ismail: asmail asmaeil
khalid: kaled kalid
fatima: fadumo faduma fatumo
mustafa: moustapha
mahmud: mahmoud mahmood mahmod mahmut mehmud mhmud
sergei: serhii serhiy sergii sergiy
oleg: oleh
igor: ihor
galina: halyna halina
olga: olha
anna: hanna ganna
bogdan: bohdan
grigori: hryhorii hryhoriy
georgi: heorhii heorhiy
evgen: yevhen jevhen yevgen evgeni yevheni
elena: olena yelena jelena
aleksandr: oleksandr
aleksandra: oleksandra
aleksei: oleksii oleksiy
nikolai: mykola nikola
dmitri: dmytro
vladimir: volodymyr
ekaterina: kateryna katerina
mikhail: mykhailo mikhailo
pavel: pavlo
petr: petro pyotr
"""
_SAME_NAME = {
    variant: line.partition(":")[0]
    for line in _SPELLINGS.strip().splitlines()
    for variant in line.partition(":")[2].split()
}
# Mahmud and Mohammed have the same consonants and are two names.
_OWN_TOKEN = {"mahmud": "mhmut"}
_ABD = re.compile(r"abd(?:[aeiou]l?)?([a-z]{3,})")
_ALLAH = frozenset({"allah", "alah", "ullah", "ulla", "alla", "alh", "allh"})
_ABD_ALLAH = re.compile(r"abd[aeiou]?l+[ae]?h?i?")
_LETTERS = (
    (re.compile(r"^[ct]?x(?=[aeiou])"), "h"),
    (re.compile(r"^i(?=[aou])|^j"), "y"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dsj|dzh|dj"), "y"),
    (re.compile(r"tsch|tsj|skj|sch|shch|sh|ch|sj|zh"), "s"),
    (re.compile(r"t[sz]"), "s"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"(?<=[gdt])h"), ""),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"[cq]"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"z"), "s"),
    (re.compile(r"w"), "v"),
    (re.compile(r"j"), "y"),
    (re.compile(r"(?<=.)h$"), ""),
    (re.compile(r"(?<=.)d$"), "t"),
)
_VOWEL_CLASS = str.maketrans({"a": "a", "e": "i", "i": "i", "y": "i", "o": "u", "u": "u"})


# Every accented Latin letter to its plain one, with those that have no plain one in Unicode.
_BASE_LETTERS = str.maketrans(
    {chr(code): unicodedata.normalize("NFD", chr(code))[0] for code in range(0xE0, 0x180)}
    | {"ø": "o", "æ": "a", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "œ": "o", "þ": "t", "ð": "d"}
)


def fold(text: str) -> str:
    """Return the plain form: lower case, no accents, ø/oe/o and å/aa/a and æ/ae/a alike, Latin letters, one space."""
    return " ".join(_plain_words(text))


def loose(text: str) -> str:
    """Return the text in lower case with ø/oe/o, å/aa/a and æ/ae/a alike and Latin accents gone; its lines stay.

    A quicker and rougher ``fold`` for lists of thousands of lines.
    """
    lowered = text.casefold()
    if not lowered.isascii():
        lowered = lowered.translate(_BASE_LETTERS)
    return lowered.replace("oe", "o").replace("aa", "a").replace("ae", "a")


def search_key(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` as tokens that forgive spelling and transliteration: sorted, each once.

    The same for index and query. Words with a digit and words of other scripts stay literal. A name begun but not
    typed to its end mostly gives the beginning of its token: compare with ``meets``.
    """
    tokens: set[str] = set()
    words = _plain_words(text, pairs=False)
    for before, after in pairwise(words):
        if before == "abd" and after in _ALLAH:
            tokens.add("abdl")
            words = [word for word in words if word not in (before, after)]
    for word in words:
        if word not in _PARTICLES or len(words) == 1:
            tokens.update(_tokens(word))
    return tuple(sorted(tokens))


def meets(query: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Return whether every token of a query begins some token of a name, in any order."""
    return all(any(token.startswith(wanted) for token in name) for wanted in query)


def _plain_words(text: str, *, pairs: bool = True) -> list[str]:
    """Return the words in lower-case Latin letters; ``pairs`` folds oe, aa and ae as well."""
    lowered = unicodedata.normalize("NFC", text).casefold()
    if not lowered.isascii():
        lowered = _without_marks(lowered)
    words = [romanise(word) for word in _WORD.findall(_HOUSE_LETTER.sub(r"\1 \2", lowered))]
    if pairs:
        for pair, letter in _PLAIN_PAIRS:
            words = [word.replace(pair, letter) for word in words]
    return [word for word in words if word]


def _without_marks(text: str) -> str:
    """Return the text without vowel signs, the Arabic stretcher and invisible joiners."""
    return "".join(c for c in text if c not in _INVISIBLE and not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def _tokens(word: str) -> tuple[str, ...]:
    if not (word.isascii() and word.isalpha()):
        return (word,)
    if word in _SAME_NAME:
        word = _SAME_NAME[word]
    if word in _OWN_TOKEN:
        return (_OWN_TOKEN[word],)
    if _ABD_ALLAH.fullmatch(word):
        return ("abdl",)
    if match := _ABD.fullmatch(word):
        return (_skeleton("abd"), *_tokens(_single(match[1])))
    word = _single(word)
    word = _SAME_NAME.get(word, word)
    if re.fullmatch(r"[ae]l[^aeiouy].{3,}|al[aeiouy].{3,}", word):
        return (_skeleton(word[2:]),)
    return (_skeleton(word),)


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _skeleton(word: str) -> str:
    """Return first letter and consonants; a name with one consonant keeps its vowels, or Ali would be Ola."""
    for pattern, letter in _LETTERS:
        word = pattern.sub(letter, word)
    word = _single(word)
    first, rest = word[0].translate(_VOWEL_CLASS) if word[0] != "y" else "y", word[1:]
    consonants = re.sub(r"[aeiouy]", "", rest)
    if len(consonants) + (first not in "aiu") >= 2:
        return _single(first + consonants)
    return _single(first + rest.translate(_VOWEL_CLASS))
