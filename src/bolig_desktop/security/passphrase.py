"""How hard a passphrase is to guess, from its length and from what people use; told, never a rule to obey."""

import enum
import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


class Level(enum.IntEnum):
    """From worst to best; ``FAIR`` and better are good enough for a stolen laptop."""

    EMPTY = 0
    WEAK = 1
    POOR = 2
    FAIR = 3
    STRONG = 4


@dataclass(frozen=True, kw_only=True)
class Strength:
    """How good it is, the key of the sentence that says so (``passphrase.…``), and log2 of the guesses needed."""

    level: Level
    text: str
    bits: float


_COMMON = frozenset(
    """passord password passphrase hemmelig admin bruker velkommen welcome sommer vinter høst vår sol snø kommune
    bolig flyktning norge noreg norway oslo bergen trondheim tromsø januar februar mars april juni juli august
    september oktober november desember mandag tirsdag onsdag torsdag fredag hei hallo test demo abc qwerty asdf zxcv
    iloveyou dragon monkey letmein master football fotball sesam login nordvik hjem familie jul påske kaffe katt
    hund""".split()  # noqa: SIM905 - words read best as words
)
_ROWS = ("1234567890", "qwertyuiopå", "asdfghjkløæ", "zxcvbnm", "abcdefghijklmnopqrstuvwxyzæøå", "0987654321")
_LOOKALIKE = str.maketrans("013457@$!", "oleastasi")
# From how many bits on; the words are for a hundred guesses a second: one good machine against our Argon2id.
_STEPS: tuple[tuple[float, Level, str], ...] = (
    (0.1, Level.WEAK, "hours"),
    (22, Level.WEAK, "weeks"),
    (29, Level.POOR, "years"),
    (36, Level.FAIR, "decades"),
    (46, Level.STRONG, "never"),
)


def strength(passphrase: str, *, near: Iterable[str] = ()) -> Strength:
    """Return how hard the passphrase is to guess.

    near: words a guesser would try first (the municipality's name, the user's own).
    """
    text = unicodedata.normalize("NFC", passphrase).strip()
    bits = _bits(text, frozenset(word.casefold() for word in near if len(word) > 2))
    level, said = Level.EMPTY, "empty"
    for least, better, words in _STEPS:
        if bits >= least:
            level, said = better, words
    return Strength(level=level, text=f"passphrase.{said}", bits=round(bits, 1))


def _bits(text: str, near: frozenset[str]) -> float:
    words = re.findall(r"[^\W\d_]+|\d+|[\W_]+", text)
    bits, seen = 0.0, set[str]()
    for word in words:
        low = word.casefold()
        bits += 1 if low in seen else _word_bits(word, low, near)
        seen.add(low)
    whole = text.casefold()
    if whole.translate(_LOOKALIKE) in _COMMON | near or whole in _COMMON | near:
        return min(bits, 7.0)
    return bits


def _word_bits(word: str, low: str, near: frozenset[str]) -> float:
    if low in near:
        return 3.0
    if low in _COMMON or low.translate(_LOOKALIKE) in _COMMON:
        return 7.0
    if len(word) > 2 and _is_run(low):
        return 5.0 + math.log2(len(word))
    if low.isdigit():
        return 7.0 if len(low) == 4 and low[:2] in ("19", "20") else len(low) * math.log2(10)
    if not low.isalpha():
        return 1.0 if low.isspace() else len(set(low)) * 4.0
    # A word a person remembers: some 11 bits, a rare or made-up one more; capitals inside add a little.
    inside = sum(1 for letter in word[1:] if letter.isupper())
    capitals = 0.0 if word.isupper() else min(inside, 4) * 1.5
    return min(2.6 * len(set(low)) + 0.4 * len(low), 11.0 + 1.2 * max(0, len(low) - 5)) + capitals


def _is_run(low: str) -> bool:
    if len(set(low)) == 1 or any(low in row or low[::-1] in row for row in _ROWS):
        return True
    steps = {ord(b) - ord(a) for a, b in pairwise(low)}
    return len(steps) == 1 and abs(next(iter(steps))) <= 1
