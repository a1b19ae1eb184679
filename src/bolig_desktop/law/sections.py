"""Which section of law each rule comes from, as dated records: what is printed beside a broken rule."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Source:
    """One version of one rule's source.

    id: as in the project's notes on the law (HL-9-3). section: ready to print. link: where the text is read.
    valid_from: when the act came into force, None where nobody has looked it up. certainty: A (the statute was
    read), B (official guidance), C (other source), M (from memory, to be checked).
    """

    id: str
    section: str
    link: str = ""
    certainty: str
    valid_from: date | None
    valid_to: date | None = None
    checked_on: date = date(2026, 11, 22)


# What was not found in a source is left out, never filled in from memory.
_ACTS: dict[str, tuple[str, date | None]] = {
    "husleieloven": ("https://lovdata.no/lov/1999-03-26-17", date(2000, 1, 1)),
    "tvangsfullbyrdelsesloven": ("https://lovdata.no/lov/1992-06-26-86", None),
    "domstolloven": ("https://lovdata.no/lov/1915-08-13-5", None),
    "folkeregisterloven": ("https://lovdata.no/lov/2016-12-09-88", None),
    "vergemålsloven": ("", None),
    "enkeltvedtak,": ("", None),
    "forvaltningsloven": ("https://lovdata.no/lov/1967-02-10", None),
    "strålevernforskriften": ("", None),
    "forskrift om brannforebygging": ("https://lovdata.no/forskrift/2015-12-17-1710", None),
}

# id | act | section | certainty
_TABLE = """
DL-148-D | domstolloven | § 148 første ledd | A
DL-148-M | domstolloven | § 148 andre ledd | A
DL-149 | domstolloven | § 149 | A
HL-1-2 | husleieloven | § 1-2 | A
HL-1-4 | husleieloven | § 1-4 | A
HL-3-1 | husleieloven | § 3-1 | A
HL-3-2a | husleieloven | § 3-2 | A
HL-3-5a | husleieloven | § 3-5 | A
HL-3-5b | husleieloven | § 3-5 | A
HL-3-6 | husleieloven | § 3-6 | A
HL-3-7 | husleieloven | § 3-7 | A
HL-7-2 | husleieloven | § 7-2 | A
HL-7-7 | husleieloven | § 7-7 | A
HL-9-2-1 | husleieloven | § 9-2 første ledd | A
HL-9-2-2 | husleieloven | § 9-2 andre ledd | A
HL-9-2-3 | husleieloven | § 9-2 tredje ledd | A
HL-9-3 | husleieloven | § 9-3 | A
FV-25 | forvaltningsloven | §§ 24 og 25 | A
HL-9-9 | husleieloven | § 9-9 | A
HL-9-6 | husleieloven | § 9-6 | A
HL-11-1a | husleieloven | § 11-1 første ledd | A
HL-11-1b | husleieloven | § 11-1 andre ledd | A
HL-11-1d | husleieloven | § 11-1 sjette ledd | A
HL-ROOM | husleieloven | §§ 9-5 til 9-8 | M
TV-13-2a | tvangsfullbyrdelsesloven | § 13-2 tredje ledd bokstav a | A
TV-13-2b | tvangsfullbyrdelsesloven | § 13-2 tredje ledd bokstav b | A
AG-1 | folkeregisterloven | § 10-4 | A
AG-2 | folkeregisterloven | § 10-4 | B
AG-4 | folkeregisterloven | § 10-4 | M
MI-1 | vergemålsloven | | M
BS-TILD | enkeltvedtak, | Sivilombudet SOM-2024-1706 | B
SI-FIRE | forskrift om brannforebygging | § 7 | B
SI-RADON | strålevernforskriften | § 6 | B
"""


def _read(line: str) -> Source:
    number, act, section, certainty = (part.strip() for part in line.split("|"))
    link, valid_from = _ACTS[act]
    return Source(
        id=number, section=f"{act} {section}".strip(), link=link, certainty=certainty, valid_from=valid_from
    )


SOURCES = {source.id: source for source in map(_read, _TABLE.strip().splitlines())}


def section(rule: str) -> str:
    """Return the section a rule comes from, ready to print: ``husleieloven § 9-3``. KeyError for an unknown id."""
    return SOURCES[rule].section
