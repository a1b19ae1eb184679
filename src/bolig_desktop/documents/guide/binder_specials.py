"""What in the binder is more than texts: the cover, whom to ring, the days for waste, and the housing ladder."""

from collections.abc import Mapping, Sequence

from bolig_desktop.documents import fonts, ink, pictures
from bolig_desktop.documents.guide import words
from bolig_desktop.documents.guide.binder_facts import BinderFacts
from bolig_desktop.documents.guide.layout import TopicPlan
from bolig_desktop.documents.guide.pages import Special
from bolig_desktop.documents.guide.topic import NOTE, Pair, Topic
from bolig_desktop.documents.guide.writer import HEAD, Writer
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.paragraph import Block, Paragraph, Style
from bolig_desktop.dwellings.records import WasteKind
from bolig_desktop.dwellings.rules import next_collections
from bolig_desktop.settings.records import ContactKind, LocalContact
from bolig_desktop.text.languages import language as language_of
from bolig_desktop.translations.records import TextState

_COVER = Style(size=28, leading=36, weight=fonts.BOLD, space_before=10, whole=True, keep_with_next=True, role="H1")
_WHO = Style(size=13, leading=18, weight=fonts.BOLD, space_before=6)
_WHERE = Style(size=10.5, leading=15, space_before=2)
_LANGUAGE = Style(size=10, leading=14, colour=ink.MUTED, space_before=8)
_WASTE = {
    WasteKind.FOOD: "bin_food",
    WasteKind.PAPER: "bin_paper",
    WasteKind.PLASTIC: "bin_plastic",
    WasteKind.GLASS_METAL: "bin_glass_metal",
    WasteKind.RESIDUAL: "bin_residual",
    WasteKind.TEXTILE: "bin_textile",
    WasteKind.HAZARDOUS: "bin_hazardous",
    WasteKind.GARDEN: "garden",
    WasteKind.BULKY: "moving",
}
_CONTACTS = {
    ContactKind.CARETAKER: "tools",
    ContactKind.OUT_OF_HOURS: "broken_tap",
    ContactKind.NAV: "application",
    ContactKind.ADULT_EDUCATION: "interpreter",
    ContactKind.SCHOOL: "child",
    ContactKind.KINDERGARTEN: "child",
    ContactKind.HEALTH_CENTRE: "doctor",
    ContactKind.DOCTOR: "doctor",
    ContactKind.CRISIS_CENTRE: "shield_privacy",
    ContactKind.FAMILY_CENTRE: "family",
    ContactKind.VOLUNTEERS: "guest",
    ContactKind.WASTE_COMPANY: "bin_residual",
}
_SORTED_BY_ALL = (
    WasteKind.FOOD,
    WasteKind.PAPER,
    WasteKind.PLASTIC,
    WasteKind.GLASS_METAL,
    WasteKind.RESIDUAL,
    WasteKind.HAZARDOUS,
)
_LADDER = (
    ("ladder_step_first", "house"),
    ("ladder_step_private", "lease"),
    ("ladder_step_rent_to_own", "key"),
    ("ladder_step_own", "ladder_steps"),
)


def specials(facts: BinderFacts) -> Mapping[str, Special]:
    """Return what makes each special topic."""
    return {
        "contacts": lambda write, plan: _contacts(facts, write),
        "waste": lambda write, plan: _waste(facts, write),
        "waste_kinds": _waste_kinds,
        "ladder": _ladder,
    }


def cover(facts: BinderFacts, write: Writer) -> list[Block]:
    """Return the first page. It says whose it is only where nobody is shielded (law.md AG-3)."""
    made: list[Block] = [pictures.Picture("house", 120, space_before=70, centred=not write.alone)]
    made.append(Topic(write.pairs("binder_title", _COVER), alone=write.alone, wide=write.alone, closed=False))
    if facts.household:
        made.append(Paragraph((Run(facts.household, fonts.BOLD, True, "household"),), _WHO))
    if facts.address:
        made.append(Paragraph((Run(facts.address, fonts.REGULAR, True, "address"),), _WHERE))
    if write.other is not None:
        known = language_of(write.other.language)
        if known:
            made.append(Paragraph(f"{known.norwegian} · {known.own_name}", _LANGUAGE))
    welcome = write.topic("binder_welcome", picture="family")
    welcome.space_before = 22
    made.append(welcome)
    if write.other is not None:
        made.append(write.topic("binder_norwegian_counts", picture="scales"))
        if write.states[TextState.DRAFT]:
            mark = TextState.DRAFT.value if write.states[TextState.CHECKED] else ""
            made.append(Topic(write.pairs("mark_draft", NOTE), mark=mark, closed=False))
    return made


def _contacts(facts: BinderFacts, write: Writer) -> Sequence[Topic]:
    made = []
    for contact in facts.contacts:
        named = [part for part in (contact.name, contact.phone, contact.note) if part.strip()]
        lines: list[Pair] = [write.free(part) for part in named]
        unit = f"contacts_kind_{contact.kind.value}"
        shown = [] if contact.kind is ContactKind.OTHER and contact.name else write.pairs(unit, HEAD)
        made.append(Topic([*shown, *lines], alone=write.alone, picture=_picture(contact)))
    return made


def _picture(contact: LocalContact) -> str:
    usual = "phone" if contact.phone.strip() else "person"
    return _CONTACTS.get(contact.kind, usual)


def _waste(facts: BinderFacts, write: Writer) -> Sequence[Topic]:
    """Return each kind of waste with its days; the next ones are told, but a new day makes no new edition."""
    made = []
    for day in facts.waste:
        after = [write.each(lambda wording, day=day: words.when_collected(wording, day))]  # type: ignore[misc]
        coming = next_collections(day, facts.printed_on)
        if coming:
            after.append(
                write.each(
                    lambda wording, coming=coming: words.next_days(wording, coming),  # type: ignore[misc]
                    NOTE,
                    counts=False,
                )
            )
        made.append(write.topic(f"waste_{day.kind.value}", picture=_WASTE[day.kind], after=after))
    return made


def _waste_kinds(write: Writer, plan: TopicPlan) -> Sequence[Topic]:
    return [write.topic(f"waste_{kind.value}", picture=_WASTE[kind]) for kind in _SORTED_BY_ALL]


def _ladder(write: Writer, plan: TopicPlan) -> Sequence[Topic]:
    return [write.topic(unit, picture=picture) for unit, picture in _LADDER]
