"""The recovery sheet: the seed as thirty letters a person can read, type and be told to have mistyped."""

from bolig_desktop.security.keys import SEED_BYTES

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # no I, L, O, 0, 1: they are read for one another
LETTERS = 30
_GROUP = 5
# Every sheet's number is _MARK more than a multiple of this prime. A wrong letter adds d * 31**k and two letters
# changing places d * 30 * 31**k, 0 < |d| < 31: never a multiple of it, so both are always noticed.
_PRIME = 65521
_MARK = 2026


class NotASheet(ValueError):  # noqa: N818 - says what it is
    """The letters are not those of any sheet: one is missing, wrong, or two have changed places."""


def sheet_text(seed: bytes) -> str:
    """Return the letters of the sheet, six groups of five with hyphens between."""
    number = int.from_bytes(seed) * _PRIME + _MARK
    letters = ""
    for _ in range(LETTERS):
        number, digit = divmod(number, len(ALPHABET))
        letters = ALPHABET[digit] + letters
    return "-".join(letters[i : i + _GROUP] for i in range(0, LETTERS, _GROUP))


def seed_of(text: str) -> bytes:
    """Return the seed behind typed letters; blanks, hyphens and lower case do not matter. Raises NotASheet."""
    letters = plain_letters(text)
    if len(letters) != LETTERS or any(letter not in ALPHABET for letter in letters):
        raise NotASheet
    number = 0
    for letter in letters:
        number = number * len(ALPHABET) + ALPHABET.index(letter)
    seed, rest = divmod(number, _PRIME)
    if rest != _MARK or seed >= 1 << (8 * SEED_BYTES):
        raise NotASheet
    return seed.to_bytes(SEED_BYTES)


def plain_letters(text: str) -> str:
    """Return what was typed without blanks and hyphens, in capitals."""
    return "".join(letter for letter in text.upper() if letter.isalnum())
