"""The book: every rule of law the program carries, as dated records, read from ``resources/law`` when asked."""

import enum
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from bolig_desktop import paths
from bolig_desktop.law.sources import Certainty, Look


class Kind(enum.StrEnum):
    """What a rule is about: a day, a sum, how something is done, what a paper says, or what one must do."""

    DEADLINE = "deadline"
    AMOUNT = "amount"
    FORM = "form"
    CONTENT = "content"
    DUTY = "duty"


class Binds(enum.StrEnum):
    """Who is bound: the municipality as landlord and authority, the other party, or both."""

    US = "us"
    THEM = "them"
    BOTH = "both"


class Method(enum.StrEnum):
    """How a period is counted: by domstolloven § 148 alone, with § 149 about days off as well, or neither."""

    DL148 = "DL148"
    DL149 = "DL149"
    NONE = ""


@dataclass(frozen=True, kw_only=True)
class Version:
    """A rule as it reads in one span of time (law.md § 1); a new wording is a new version and closes the old one.

    section: ready to print. link: where the text is read, "" where no address is known. nb, nn: one sentence, in our
    own words. valid_from: None where nobody has looked it up; valid_to: the last day, None while it holds.
    next_check: after this day somebody should read the source again.
    """

    section: str
    link: str
    nb: str
    nn: str
    certainty: Certainty
    valid_from: date | None
    valid_to: date | None
    checked_on: date
    next_check: date

    def holds_on(self, day: date) -> bool:
        """Return whether this wording is in force on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    def sentence(self, language: str) -> str:
        """Return the rule in nynorsk for nn, else in bokmål: the Norwegian text is the legal one."""
        return self.nn if language == "nn" else self.nb


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule with all its versions, the oldest first. act: the act or the source it stands in."""

    id: str
    act: str
    kind: Kind
    binds: Binds
    method: Method
    versions: tuple[Version, ...]


def rule(id: str, on: date) -> Version | None:
    """Return the wording in force on a day, None where there is none. KeyError for an unknown id."""
    return next((version for version in rules()[id].versions if version.holds_on(on)), None)


def due_for_checking(today: date, looked: Mapping[str, Look] | None = None) -> list[tuple[Rule, Version]]:
    """Return what is in force and past its next check, the most overdue first.

    looked: when the user last looked each rule up herself, by its id.
    """
    due = [
        (next_check(version, (looked or {}).get(rule.id)), rule, version)
        for rule in rules().values()
        for version in rule.versions
        if version.holds_on(today)
    ]
    return [(rule, version) for day, rule, version in sorted(due, key=lambda one: one[0]) if day < today]


def next_check(version: Version, look: Look | None) -> date:
    """Return the day after which a wording should be read again; a look at an earlier wording tells nothing of it."""
    return look.next_check if look is not None and look.on >= version.checked_on else version.next_check


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by id, in the book's own order. Read once, then kept; some tens of milliseconds."""
    found: dict[str, Rule] = {}
    for file in sorted((paths.resources() / "law" / "rules").glob("*.toml")):
        with file.open("rb") as stream:
            for act in tomllib.load(stream)["act"]:
                for entry in act["rule"]:
                    _add(found, act, entry)
    return found


def _add(found: dict[str, Rule], act: Mapping[str, Any], entry: Mapping[str, Any]) -> None:
    """Add one record: the first of its id makes the rule, a later one is its next version."""
    id = entry["id"]
    earlier = found[id].versions if id in found else ()
    found[id] = Rule(
        id=id,
        act=act["name"],
        kind=Kind(entry["kind"]),
        binds=Binds(entry["binds"]),
        method=Method(entry.get("method", "")),
        versions=(*earlier, _version(act, entry)),
    )


def _version(act: Mapping[str, Any], entry: Mapping[str, Any]) -> Version:
    """Make a version; what an entry does not say for itself is what its act says for all."""
    told = {**act, **entry}
    return Version(
        section=_section(act["name"], entry.get("section", "")),
        link=_link(act.get("link", ""), entry.get("section", "")),
        nb=told["nb"],
        nn=told["nn"],
        certainty=Certainty(told["certainty"]),
        valid_from=told.get("valid_from"),
        valid_to=told.get("valid_to"),
        checked_on=told["checked_on"],
        next_check=told["next_check"],
    )


def _section(act: str, section: str) -> str:
    """Return ``husleieloven § 9-3``, ``Husbanken, bostøtte`` or the source alone."""
    if not section:
        return act
    return f"{act} {section}" if re.match(r"§|art\.|kapittel|om ", section) else f"{act}, {section}"


def _link(act: str, section: str) -> str:
    """Return the address of the section in the act: ``…/§9-2`` for "§ 9-2 tredje ledd"."""
    numbered = re.match(r"§ (\d+(?:-\d+)?(?: [a-z]\b)?)", section)
    return f"{act}/§{numbered[1].replace(' ', '')}" if act and numbered else act
