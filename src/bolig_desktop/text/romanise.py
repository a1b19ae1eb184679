"""Letters of other scripts in Latin ones, simply: enough to find a name, not to print it."""

import unicodedata
from functools import cache


def _table(letters: str, latin: str) -> dict[str, str]:
    """Pair letters with the Latin ones in the same place; ``_`` is none."""
    return dict(zip(letters, latin.replace("_", "").split(" "), strict=True))


_CYRILLIC = _table(
    "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюяјљњћђџ",
    "a b v g g d e ye yo zh z i i i y k l m n o p r s t u f kh ts ch sh sh _ y _ e yu ya j l n ch dj dj",
)
_ARABIC = _table(
    "اأآإبپتټثجچحخدډذرړزژږسشښصضطظعغفقکكگګلمنڼهةوؤيیىئېۍءےہھں",
    "a a a i b p t t t j ch h kh d d dh r r z zh zh s sh sh s d t z _ gh f k k k g g l m n n h a u u i i a i"
    " e i _ e h h n",
)
# What a letter is at the start of a word, where it is no long vowel there.
_ARABIC_FIRST = {"و": "v", "ي": "y", "ی": "y", "ع": "a"}
_LATIN = {"ø": "o", "æ": "a", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ħ": "h", "ŋ": "n", "ŧ": "t"}
_LATIN |= {"ı": "i", "œ": "o", "ə": "a"} | dict.fromkeys("ʻʿʾʼ’‘'`´", "")


def romanise(word: str) -> str:
    """Return one word (lower case) in Latin letters and digits; a script that is not known stays as it is."""
    if word.isascii():
        return word.replace("'", "").replace("`", "")
    if word.startswith("ال") and len(word) > 5 and not word.startswith("الله"):
        word = word[2:]
    first = _ARABIC_FIRST.get(word[0]) or _letter(word[0])
    return first + "".join(_letter(c) for c in word[1:])


@cache
def _letter(letter: str) -> str:
    for table in (_LATIN, _CYRILLIC, _ARABIC):
        if letter in table:
            return table[letter]
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if "\u1200" <= letter <= "\u139f" or "\u2d80" <= letter <= "\u2ddf":
        name = unicodedata.name(letter, "")
        return name.split(" ")[-1].lower().replace("x", "h") if "SYLLABLE" in name else ""
    plain = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
    if plain != letter:
        return "".join(_letter(c) for c in plain)
    return letter if letter.isalnum() else ""
