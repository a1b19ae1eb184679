"""Numbers that pass their own check and belong to nobody."""

from random import Random

_ORG_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
_ACCOUNT_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_ORG_START = "31"  # the register's own test numbers begin with 2 or 3, real ones with 8 or 9
_PHONE_START = "43"  # in no series given out in Norway
_ACCOUNT_START = "9999"  # no bank has this number

TEST_IDENTITY_NUMBERS = ("01010150589", "41010150572")
"""The two documented test numbers of law.md § 6: a fødselsnummer and a D-number, both born 1 January 2001."""
TEST_DUF_NUMBER = "201212345603"


def org_number(rng: Random) -> str:
    """Return nine digits with a valid check digit, in the series of test numbers."""
    return _checked(rng, _ORG_START, 8, _ORG_WEIGHTS)


def account_number(rng: Random) -> str:
    """Return eleven digits with a valid check digit, of a bank that does not exist."""
    return _checked(rng, _ACCOUNT_START, 10, _ACCOUNT_WEIGHTS)


def phone(rng: Random) -> str:
    """Return eight digits in the shape of a telephone number that nobody can have."""
    return " ".join((_PHONE_START, *(f"{rng.randrange(100):02d}" for _ in range(3))))


def _checked(rng: Random, start: str, length: int, weights: tuple[int, ...]) -> str:
    while True:
        digits = start + "".join(str(rng.randrange(10)) for _ in range(length - len(start)))
        check = -sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11
        if check < 10:
            return f"{digits}{check}"
