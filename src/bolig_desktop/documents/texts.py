"""The words of the papers: templates in resources/documents, with conditions, bold and checked placeholders.

Bold (``**so**``) and placeholders (``{fact}``) exist in templates only and are read before any fact is put in, so
whatever a name holds is printed as it is.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Protocol

from bolig_desktop import paths
from bolig_desktop.documents import fonts
from bolig_desktop.documents.lines import Run
from bolig_desktop.text.dates import long_date, month_name
from bolig_desktop.text.money import show_decimal, show_kroner, show_ore

LANGUAGES = ("nb", "nn")
_TOKEN = re.compile(r"\*\*|\{([a-z_0-9]+)\}")
BLANK = (Run("_" * 18),)
"""A line to write on, where a fact is unknown."""
_KINDS = frozenset({"text", "item", "letter", "band", "small", "lines"})

Facts = Mapping[str, object]


class BadTemplate(Exception):  # noqa: N818 - our own bug: a template that cannot be read
    """A template names a fact there is none of, or is written wrongly."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """Text of a template taken apart: (text, "") or ("", placeholder), each with its weight; pattern is all of it."""

    tokens: tuple[tuple[str, str, str], ...]
    pattern: str

    @property
    def placeholders(self) -> frozenset[str]:
        """Return the facts it needs."""
        return frozenset(name for _, name, _ in self.tokens if name)


@dataclass(frozen=True, kw_only=True)
class Part:
    """A paragraph of a clause. kind: text, item (a dash), letter (a, b, c), band, small, or lines to write on.

    when: facts that must all hold; unless: facts of which none may hold.
    """

    words: Words
    kind: str
    when: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A numbered clause: name, heading and parts, with its own conditions."""

    name: str
    heading: Words
    parts: tuple[Part, ...]
    when: frozenset[str]
    unless: frozenset[str]
    rules: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Template:
    """The words of one paper in one language; version is written on what is filed.

    facts: the rows of the table at the top; annexes: what is named as enclosed; to: the office it is addressed
    to, line by line.
    """

    paper: str
    language: str
    version: str
    words: Mapping[str, Words]
    facts: tuple[Clause, ...]
    clauses: tuple[Clause, ...]
    annexes: tuple[Clause, ...]
    to: tuple[Clause, ...]

    @property
    def all(self) -> tuple[Clause, ...]:
        """Return everything in it that has parts."""
        return (*self.facts, *self.clauses, *self.annexes, *self.to)

    @property
    def names(self) -> frozenset[str]:
        """Return every fact it names, in placeholders and conditions."""
        found: set[str] = set()
        for words in self.words.values():
            found |= words.placeholders
        for clause in self.all:
            found |= clause.when | clause.unless | clause.heading.placeholders
            for part in clause.parts:
                found |= part.when | part.unless | part.words.placeholders
        return frozenset(found)

    def runs(self, word: str, facts: Facts) -> tuple[Run, ...]:
        """Return one of its words filled with facts."""
        return fill(self.words[word], facts, self.language)

    def text(self, word: str, facts: Facts | None = None) -> str:
        """Return one of its words as plain text."""
        return "".join(run.text for run in self.runs(word, facts or {}))

    def choices(self, word: str) -> tuple[str, ...]:
        """Return one of its words as a list, parted by ``|``."""
        return tuple(choice.strip() for choice in self.text(word).split("|"))


@cache
def template(paper: str, language: str) -> Template:
    """Return the template of a paper, read once. Raises BadTemplate, FileNotFoundError.

    A template with ``extends`` has the words of that one too; an entry with ``shared`` stands there under that name.
    """
    raw = _read(paper, language)
    base: Mapping[str, Any] = _read(raw["extends"], language) if "extends" in raw else {"version": ""}

    def entries(group: str) -> tuple[Clause, ...]:
        shared = {entry["name"]: entry for entry in base.get(group, [])}
        return tuple(_clause(shared[e["shared"]] if "shared" in e else e) for e in raw.get(group, []))

    return Template(
        paper=paper,
        language=language,
        version=".".join(part for part in (str(raw["version"]), str(base["version"])) if part),
        words={name: parse(text) for name, text in (base.get("words", {}) | raw.get("words", {})).items()},
        facts=entries("fact"),
        clauses=entries("clause"),
        annexes=entries("annex"),
        to=entries("to"),
    )


def _read(paper: str, language: str) -> Mapping[str, Any]:
    return tomllib.loads((paths.resources() / "documents" / language / f"{paper}.toml").read_text("utf-8"))


def _clause(raw: Mapping[str, Any]) -> Clause:
    return Clause(
        name=raw["name"],
        heading=parse(raw["heading"]),
        parts=tuple(_part(entry) for entry in raw["part"]),
        when=_names(raw, "when"),
        unless=_names(raw, "unless"),
        rules=tuple(raw.get("rules", ())),
    )


def _part(raw: Mapping[str, Any]) -> Part:
    kind = raw.get("kind", "text")
    if kind not in _KINDS or set(raw) - {"text", "kind", "when", "unless"}:
        raise BadTemplate(f"{kind}: {sorted(raw)}")
    return Part(words=parse(raw["text"]), kind=kind, when=_names(raw, "when"), unless=_names(raw, "unless"))


def _names(raw: Mapping[str, Any], key: str) -> frozenset[str]:
    value = raw.get(key, [])
    return frozenset([value] if isinstance(value, str) else value)


def parse(text: str) -> Words:
    """Return text taken apart into bold and plain text and placeholders; line breaks in it are spaces.

    Raises BadTemplate for bold that is not closed and for braces that are no placeholder.
    """
    text = re.sub(r"[ \n]+", " ", text).strip()
    tokens: list[tuple[str, str, str]] = []
    bold = False
    at = 0
    for match in _TOKEN.finditer(text):
        weight = fonts.BOLD if bold else fonts.REGULAR
        if match.start() > at:
            tokens.append((text[at : match.start()], "", weight))
        if match[1]:
            tokens.append(("", match[1], weight))
        else:
            bold = not bold
        at = match.end()
    if text[at:]:
        tokens.append((text[at:], "", fonts.REGULAR))
    if bold or any("{" in words or "}" in words for words, _, _ in tokens):
        raise BadTemplate(text)
    return Words(tokens=tuple(tokens), pattern=text)


def fill(words: Words, facts: Facts, language: str) -> tuple[Run, ...]:
    """Return the runs with facts put in; an unknown fact (None or "") is a line to write on, a tuple is runs.

    Raises BadTemplate for a fact there is none of.
    """
    made: list[Run] = []
    for text, name, weight in words.tokens:
        value = facts.get(name)
        if not name:
            made.append(Run(text, weight))
        elif isinstance(value, tuple):
            made.extend(value)
        else:
            made.append(Run(shown(name, facts, language), weight, True, name))
    return tuple(made)


def shown(name: str, facts: Facts, language: str) -> str:
    """Return a fact as it stands on the paper: long dates, months, kroner, decimal comma; unknown is a blank."""
    if name not in facts:
        raise BadTemplate(name)
    match facts[name]:
        case None:
            return BLANK[0].text
        case bool():
            raise BadTemplate(f"{name} is a condition and has no words")
        case str(text):
            return text.strip() or BLANK[0].text
        case date() as day if name.endswith("_month"):
            return f"{month_name(day.month, language)} {day.year}"
        case date() as day:
            said = long_date(day, language)
            # What ties a day to its month knows the Norwegian months only.
            return said if language in LANGUAGES else said.replace(" ", "\u00a0")
        case int(number) if name.endswith("_nok"):
            return show_kroner(number)
        case int(number) if name.endswith("_ore"):
            return show_ore(number)
        case int() | Decimal() as number:
            return show_decimal(number)
    raise BadTemplate(name)


class Conditions(Protocol):
    """What stands in a paper only when some facts hold, and others do not."""

    @property
    def when(self) -> frozenset[str]:
        """Facts that must all hold."""

    @property
    def unless(self) -> frozenset[str]:
        """Facts of which none may hold."""


def holds(conditions: Conditions, facts: Facts) -> bool:
    """Return whether everything it needs holds and nothing that rules it out does. Raises BadTemplate."""
    for name in conditions.when | conditions.unless:
        if name not in facts:
            raise BadTemplate(name)
    return all(facts[name] for name in conditions.when) and not any(facts[name] for name in conditions.unless)


def standing(clauses: Iterable[Clause], facts: Facts) -> Iterator[tuple[Clause, list[Part]]]:
    """Yield the clauses that stand in this paper with the parts that do; a clause with no part left falls away."""
    for clause in clauses:
        if holds(clause, facts):
            parts = [part for part in clause.parts if holds(part, facts)]
            if parts:
                yield clause, parts
