"""Which texts a bilingual paper is made of, in every language: sections, topics, and when each stands in it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bolig_desktop import paths
from bolig_desktop.documents.texts import BadTemplate


@dataclass(frozen=True, kw_only=True)
class TopicPlan:
    """Texts that belong together.

    heading: a text that is their heading. strong: what must not be missed, set larger. special: made by the paper's
    own code. blank: lines to write on under it.
    when: facts that must all hold; unless: facts of which none may.
    """

    units: tuple[str, ...]
    heading: str
    special: str
    picture: str
    blank: int
    strong: bool
    when: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class SectionPlan:
    """A section with its title and its topics, and when it stands in the paper. whole: on one page by itself."""

    name: str
    title: str
    topics: tuple[TopicPlan, ...]
    when: frozenset[str]
    unless: frozenset[str]
    whole: bool


@cache
def sections(paper: str) -> tuple[SectionPlan, ...]:
    """Return the sections of a paper, read once. Raises BadTemplate for a key nobody knows."""
    raw = tomllib.loads((paths.resources() / "documents" / f"{paper}.toml").read_text("utf-8"))
    return tuple(_section(entry) for entry in raw["section"])


def _section(raw: Mapping[str, Any]) -> SectionPlan:
    _only(raw, "name", "title", "topic", "when", "unless", "whole")
    return SectionPlan(
        name=raw["name"],
        title=raw["title"],
        topics=tuple(_topic(entry) for entry in raw["topic"]),
        when=frozenset(raw.get("when", ())),
        unless=frozenset(raw.get("unless", ())),
        whole=raw.get("whole", False),
    )


def _topic(raw: Mapping[str, Any]) -> TopicPlan:
    _only(raw, "units", "heading", "strong", "special", "picture", "blank", "when", "unless")
    if bool(raw.get("units")) == bool(raw.get("special")):
        raise BadTemplate(f"texts, or something special: {raw}")
    return TopicPlan(
        units=tuple(raw.get("units", ())),
        heading=raw.get("heading", ""),
        special=raw.get("special", ""),
        picture=raw.get("picture", ""),
        blank=raw.get("blank", 0),
        strong=raw.get("strong", False),
        when=frozenset(raw.get("when", ())),
        unless=frozenset(raw.get("unless", ())),
    )


def _only(raw: Mapping[str, Any], *known: str) -> None:
    if unknown := set(raw) - set(known):
        raise BadTemplate(f"{sorted(unknown)} in {raw}")
