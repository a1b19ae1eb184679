"""Writes a paper's texts in Norwegian and in the reader's language, and keeps what was said and how sure it is."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from bolig_desktop.casefile.wording import Said, Wording, is_typed
from bolig_desktop.documents import fonts, ink, texts
from bolig_desktop.documents.guide.lines import HEADING, ITEM, TEXT, lines
from bolig_desktop.documents.guide.topic import NOTE, Pair, Topic
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.paragraph import Paragraph, Style
from bolig_desktop.text.languages import language as language_of
from bolig_desktop.translations.records import TextState

BODY = Style(size=9.5, leading=13.5, space_before=3)
STRONG = Style(size=12, leading=16.5, weight=fonts.BOLD, space_before=3)
ITEMS = Style(size=9.5, leading=13.5, space_before=2, indent=11)
HEAD = Style(
    size=10,
    leading=14,
    weight=fonts.BOLD,
    colour=ink.ACCENT,
    space_before=6,
    keep_with_next=True,
    whole=True,
    role="H2",
)
TITLE = Style(size=16, leading=21, weight=fonts.BOLD, space_before=0, keep_with_next=True, whole=True, role="H1")

NORWEGIAN = ("nb", "nn")
_STYLES = {HEADING: HEAD, ITEM: ITEMS}
_WORST = (TextState.OUTDATED, TextState.MISSING, TextState.DRAFT)
_PRINT_LENGTH = 8

Facts = Mapping[str, object]
FactsFor = Callable[[Wording], Facts]


class Writer:
    """What a bilingual paper is written with.

    norwegian: in the municipality's own written form; other: the reader's language, None where that is Norwegian.
    facts: what the placeholders stand for, asked once for each language.
    """

    def __init__(self, norwegian: Wording, other: Wording | None, bokmal: Wording, facts: FactsFor) -> None:
        self.norwegian, self.other, self._bokmal = norwegian, other, bokmal
        self._facts = {wording.language: facts(wording) for wording in (norwegian, other, bokmal) if wording}
        self.states: Counter[TextState] = Counter()
        self._topics: list[Topic] = []
        self._said: list[str] = []

    @property
    def alone(self) -> bool:
        """Whether the paper is in Norwegian only."""
        return self.other is None

    @property
    def rtl(self) -> bool:
        """Whether the reader's language runs right to left."""
        known = language_of(self.other.language) if self.other else None
        return bool(known and known.rtl)

    def facts(self, wording: Wording) -> Facts:
        """Return what the placeholders stand for in one language."""
        return self._facts[wording.language]

    def text(self, unit: str, **more: object) -> str:
        """Return a text in Norwegian, as plain text."""
        said, wording = self._in_norwegian(unit)
        return self._plain(said, wording, more)

    def other_text(self, unit: str, **more: object) -> str:
        """Return a text in the reader's language as plain text; "" where the paper is in Norwegian only.

        What is not translated is "" too.
        """
        if self.other is None:
            return ""
        return self._plain(self.other.said(unit), self.other, more)

    def _plain(self, said: Said, wording: Wording, more: Facts) -> str:
        facts = {**self.facts(wording), **more}
        runs = [texts.fill(line.words, facts, wording.language) for line in lines(said.text, is_typed(said.unit))]
        return " ".join("".join(run.text for run in part) for part in runs)

    def _in_norwegian(self, unit: str) -> tuple[Said, Wording]:
        """Return the Norwegian; bokmål where the nynorsk no longer says the same: it is the legal text."""
        said = self.norwegian.said(unit)
        if said.state in (TextState.OUTDATED, TextState.MISSING):
            return self._bokmal.said(unit), self._bokmal
        return said, self.norwegian

    def pairs(
        self, unit: str, style: Style | None = None, *, more: Facts | None = None, points: bool = False
    ) -> list[Pair]:
        """Return a text's lines, the Norwegian beside the other. style: for all of them, in place of their own.

        more: facts only this text has. points: its lines are points of a list.
        """
        own, wording = self._in_norwegian(unit)
        left = self._paragraphs(own, wording, style, more, points)
        right: list[Paragraph] = []
        if self.other is not None:
            said = self.other.said(unit)
            self.states[said.state] += 1
            right = self._paragraphs(said, self.other, style, more, points)
            if note := {TextState.OUTDATED: "mark_outdated", TextState.MISSING: "mark_missing"}.get(said.state):
                right.append(self._note(note))
        return list(zip_longest(left, right))

    def _note(self, unit: str) -> Paragraph:
        assert self.other is not None
        said = self.other.text(unit)
        return Paragraph((Run(said),), NOTE, rtl=self.rtl, lang=self.other.language)

    def _paragraphs(
        self, said: Said, wording: Wording, style: Style | None, more: Facts | None, points: bool
    ) -> list[Paragraph]:
        facts = self.facts(wording) if more is None else {**self.facts(wording), **more}
        known = language_of(wording.language)
        rtl = bool(known and known.rtl)
        made: list[Paragraph] = []
        for line in lines(said.text, is_typed(said.unit)):
            runs = texts.fill(line.words, facts, wording.language)
            self._said.append("".join(run.text for run in runs))
            kind = ITEM if points and line.kind == TEXT else line.kind
            marker = "–" if kind == ITEM else ""
            lang = "" if wording is self.norwegian else wording.language
            made.append(Paragraph(runs, style or _STYLES.get(kind, BODY), rtl=rtl, marker=marker, lang=lang))
        return made

    def topic(
        self,
        *units: str,
        heading: str = "",
        picture: str = "",
        blank: int = 0,
        more: Facts | None = None,
        after: Sequence[Pair] = (),
        closed: bool = True,
        tick: bool = False,
        ticked: bool = False,
        points: bool = False,
        strong: bool = False,
    ) -> Topic:
        """Return texts that belong together. heading: one that is their heading; after: what is no text of ours.

        tick: a box beside them, to tick or ticked already. points: each of them is a point of a list;
        strong: they are set larger.
        """
        style = STRONG if strong else None
        before = Counter(self.states)
        pairs = self.pairs(heading, HEAD, more=more) if heading else []
        pairs += [pair for unit in units for pair in self.pairs(unit, style, more=more, points=points)]
        found = self.states - before
        mark = next((state.value for state in _WORST if found[state]), "")
        made = Topic(
            [*pairs, *after],
            alone=self.alone,
            picture=picture,
            mark=mark,
            blank=blank,
            closed=closed,
            tick=tick,
            ticked=ticked,
        )
        self._topics.append(made)
        return made

    def settle_marks(self) -> None:
        """Leave out the mark of drafts where nothing is checked: the foot of each page says so of all of them."""
        if not self.states[TextState.CHECKED]:
            for topic in self._topics:
                topic.mark = "" if topic.mark == TextState.DRAFT.value else topic.mark

    def title(self, unit: str, *, style: Style = TITLE, anchor: str = "", more: Facts | None = None) -> Topic:
        """Return a title: the Norwegian, and the other beside it on the same baseline.

        anchor: a name that links and the contents lead to; it stands among the bookmarks too.
        """
        pairs = self.pairs(unit, style, more=more)
        first = pairs[0][0]
        if anchor and first is not None:
            first.anchor, first.outline = anchor, "".join(run.text for run in first.runs)
        return Topic(pairs, wide=self.alone, alone=self.alone, keep_with_next=True)

    def free(self, text: str, style: Style = BODY) -> Pair:
        """Return a fact that is Norwegian (or a name, or a number) and stands as it is in both columns."""
        self._said.append(text)
        run = (Run(text, style.weight, True),)
        second = None if self.alone else Paragraph(run, style, rtl=self.rtl)
        return Paragraph(run, style), second

    def each(self, of: Callable[[Wording], str], style: Style = BODY, *, counts: bool = True) -> Pair:
        """Return a line made for each language by ``of``. counts: whether it is part of what the paper says."""
        own = of(self.norwegian)
        if counts:
            self._said.append(own)
        left = Paragraph((Run(own),), style)
        if self.other is None:
            return left, None
        return left, Paragraph((Run(of(self.other)),), style, rtl=self.rtl, lang=self.other.language)

    def take_print(self) -> str:
        """Return a print of what was said since the last time, by content, and begin anew."""
        content = "\n".join(self._said)
        self._said.clear()
        return hashlib.sha256(content.encode()).hexdigest()[:_PRINT_LENGTH]


def lead(style: Style) -> Style:
    """Return the style of something that is kept with what follows it."""
    return replace(style, keep_with_next=True)
