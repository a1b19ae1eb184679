"""What all bilingual papers share: the writer for a reader, what stands around the pages, and sections."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.wording import Wording
from bolig_desktop.documents import texts
from bolig_desktop.documents.blocks import Stack
from bolig_desktop.documents.guide.contents import ContentsRow
from bolig_desktop.documents.guide.layout import SectionPlan, TopicPlan
from bolig_desktop.documents.guide.topic import Topic
from bolig_desktop.documents.guide.writer import NORWEGIAN, FactsFor, Writer
from bolig_desktop.documents.page import WIDTH, Frame, lay_out
from bolig_desktop.documents.paragraph import Block
from bolig_desktop.settings.records import Municipality
from bolig_desktop.text.dates import long_date
from bolig_desktop.text.languages import norwegian_name
from bolig_desktop.translations.records import TextState
from bolig_desktop.translations.shipped import SOURCE

Special = Callable[[Writer, TopicPlan], Sequence[Topic]]
"""Makes the topics of a plan that are more than texts."""
NO_SPECIAL: Mapping[str, Special] = {}


@dataclass(frozen=True, kw_only=True)
class Around:
    """What stands around a bilingual paper. label: what it is, in Norwegian; edition: which, "" where it has none."""

    municipality: Municipality
    label: str
    title: str
    printed_on: date
    edition: str = ""


def writer(case: CaseFile, language: str, facts: FactsFor) -> Writer:
    """Return what writes a paper for readers of a language; in Norwegian only where that is what they read."""
    bokmal = Wording(case, SOURCE)
    form = language if language in NORWEGIAN else case.settings.municipality().written_form.value
    norwegian = bokmal if form == SOURCE else Wording(case, form)
    other = None if language in NORWEGIAN else Wording(case, language)
    return Writer(norwegian, other, bokmal, facts)


def frame(around: Around, write: Writer) -> Frame:
    """Return what stands around every page: that the Norwegian counts, in both languages, and how sure the other is.

    Asked when everything is written: only then is it known which translations nobody has checked, and whether the
    topics need marks to tell them apart.
    """
    write.settle_marks()
    day = long_date(around.printed_on, write.norwegian.language)
    edition = write.text("edition", edition=around.edition) if around.edition else ""
    foot = [part for part in (edition, day) if part]
    label = around.label
    sure = ["mark_draft_short"] if write.states[TextState.DRAFT] else []
    if write.other is not None:
        foot.append(" ".join(write.text(unit) for unit in ("norwegian_counts_short", *sure)))
        label = f"{label} · {norwegian_name(write.other.language)}"
    return Frame(
        sender=around.municipality.name,
        unit=around.municipality.unit,
        label=label,
        foot=" · ".join(foot),
        page_words=write.norwegian.text("page_of"),
        title=around.title,
        lang=write.norwegian.language,
        second_foot=" ".join(write.other_text(unit) for unit in ("norwegian_counts", *sure)).strip(),
        second_lang=write.other.language if write.other else "",
        second_rtl=write.rtl,
    )


def section(
    plan: SectionPlan, write: Writer, named: Mapping[str, object], special: Mapping[str, Special] = NO_SPECIAL
) -> Block | None:
    """Return a section with the topics that stand in it, None where none does."""
    if not texts.holds(plan, named):
        return None
    inside = topics(plan, write, named, special)
    return together(write.title(plan.title, anchor=plan.name), inside, whole=plan.whole) if inside else None


def topics(
    plan: SectionPlan, write: Writer, named: Mapping[str, object], special: Mapping[str, Special] = NO_SPECIAL
) -> list[Topic]:
    """Return the topics of a section that stand in the paper."""
    return [made for part in plan.topics if texts.holds(part, named) for made in _topics(part, write, special)]


def together(title: Block, under: Sequence[Block], *, whole: bool = False) -> Block:
    """Return a title with what stands under it; begun only where there is room for a good part of it.

    whole: on one page, what stands in it closer where it is a little longer than that.
    """
    made = Section([title, *under], space_before=20, whole=whole)
    if whole and made.height(WIDTH) > _PAGE:
        tighten(under)
    return made


def tighten(blocks: Sequence[Block], tight: bool = True) -> None:
    """Make the topics and lines of contents among blocks, and in sections of them, stand closer; or as they stood."""
    for block in blocks:
        if isinstance(block, Stack):
            tighten(block.blocks, tight)
        elif isinstance(block, Topic | ContentsRow):
            block.tighten(tight)


def snug(blocks: list[Block]) -> list[Block]:
    """Return blocks that stand closer where that saves a last page with almost nothing on it."""
    laid = lay_out(blocks)
    used = sum(block.height(WIDTH) for block, _ in laid[-1])
    if len(laid) > 1 and used < _PAGE * _ALMOST_NOTHING:
        tighten(blocks)
        if len(lay_out(blocks)) == len(laid):
            tighten(blocks, False)
    return blocks


_PAGE = 697.0
"""Room for blocks on a page, in points."""
_ALMOST_NOTHING = 0.3


class Section(Stack):
    """A title with its topics: not begun at the foot of a page, and parted between topics only."""

    _LEAST = 190.0

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Part it between topics, so that the last of them does not stand alone on the next page."""
        parts = super().split(width, room)
        if parts is None or not isinstance(parts[1], Stack) or len(parts[1].blocks) > 1 or len(self.blocks) < 4:
            return parts
        return Stack(self.blocks[:-2]), Stack(self.blocks[-2:])

    def head(self, width: float) -> float:
        """Return a third of a page, or its height where that is less."""
        return max(super().head(width), min(self.height(width), self._LEAST))


def _topics(part: TopicPlan, write: Writer, special: Mapping[str, Special]) -> Sequence[Topic]:
    if part.special:
        return special[part.special](write, part)
    return [
        write.topic(*part.units, heading=part.heading, picture=part.picture, blank=part.blank, strong=part.strong)
    ]
