"""How what is due looks in the list: icons, whom it is about, and what is gathered into one line."""

from collections.abc import Callable, Sequence
from datetime import date

from bolig_desktop.agenda import words
from bolig_desktop.agenda.items import Item, Status, status
from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.lines import Naming
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.today.days import TONES, brief, pill
from bolig_desktop.ui.widgets.grouped_list import Entry, Face, Group
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.words import language, tr

_GROUP_OF = {
    Status.LATE: "late",
    Status.UNCERTAIN: "late",
    Status.WEEK: "week",
    Status.MONTH: "month",
    Status.LATER: "later",
}
_GATHERED = ("archive", "grant_ends", "permit_ends", "lease_index", "lease_market", "programme", "settlement")
_ICONS = {
    "lease_talk": "message-square",
    "lease_decide": "clipboard-list",
    "lease_letter": "mail",
    "lease_renew": "file-plus",
    "lease_ends": "key",
    "lease_expired": "alarm-clock",
    "lease_uncertain": "circle-question-mark",
    "lease_indefinite": "triangle-alert",
    "lease_move_out": "footprints",
    "lease_index": "trending-up",
    "lease_market": "trending-up",
    "guarantee_ends": "shield",
    "member_application": "user-plus",
    "housing_application": "inbox",
    "notice_protest": "mail",
    "notice_lawsuit": "landmark",
    "notice_ends": "footprints",
    "eviction_petition": "landmark",
    "eviction_lapses": "landmark",
    "social_notice": "send",
    "bank_reply": "banknote",
    "rent_changes": "banknote",
    "answer_by": "hourglass",
    "appeal": "landmark",
    "appeal_forward": "send",
    "assessment_open": "clipboard-list",
    "programme": "user",
    "settlement": "map-pin",
    "permit_ends": "file-text",
    "grant_ends": "hand-coins",
    "head_lease_ends": "key-round",
    "head_guarantee_ends": "shield",
    "archive": "archive",
    "housing_benefit": "calendar",
    "kostra": "chart-column",
    "need_plan": "building-2",
    "interpreters": "languages",
}


def groups() -> list[Group]:
    """Return the headings, the most urgent first."""
    return [
        Group(key="late", title=tr("For sent eller haster")),
        Group(key="week", title=tr("Denne uken")),
        Group(key="month", title=tr("Neste 30 dager")),
        Group(key="later", title=tr("Senere"), folds=True),
    ]


def chips() -> list[Chip]:
    """Return the quick filters."""

    def about(part: str) -> Callable[[Entry], bool]:
        return lambda entry: _part(entry.thing) == part

    return [
        Chip(key="all", label=tr("Alle")),
        Chip(key="tenancies", label=tr("Leieforhold"), test=about("tenancies")),
        Chip(key="people", label=tr("Personer"), test=about("people")),
        Chip(key="papers", label=tr("Papirer"), test=about("papers")),
        Chip(key="others", label=tr("Andre"), test=about("others")),
    ]


def _part(one: Item) -> str:
    if one.topic == "papers":
        return "papers"
    if one.tenancy_id:
        return "tenancies"
    return "people" if one.household_id else "others"


def icon_of(one: Item) -> str:
    """Return the icon of a kind of date."""
    return _ICONS[one.kind]


class Entries:
    """Makes the list's entries of what is due on one day; an item keeps its number for as long as the page lives."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self._numbers: dict[tuple[str, str, int, date], int] = {}
        self._items: dict[int, Item] = {}

    def of(self, items: Sequence[Item]) -> list[Entry]:
        """Return an entry for each item, in the order given."""
        today, naming = self._case.clock(), Naming(self._case)

        def face(one: Item) -> Face:
            return self._face(one, today, naming)

        self._items = {self.number(one): one for one in items}
        return [
            Entry(number, _GROUP_OF[status(one, today)], one, face, one.kind if one.kind in _GATHERED else "")
            for number, one in self._items.items()
        ]

    def number(self, one: Item) -> int:
        """Return an item's number."""
        return self._numbers.setdefault(one.key, len(self._numbers) + 1)

    def item(self, number: int) -> Item | None:
        """Return the item of a number, None where it has left the list."""
        return self._items.get(number)

    def _face(self, one: Item, today: date, naming: Naming) -> Face:
        icon, tone = icon_of(one), TONES[status(one, today)]
        about = who(self._case, one, naming)
        title, why = words.title(one, language()), words.why(one, language())
        return Face(icon, tone, title, about, why, pill(one, today), brief(one, today))

    def gathered(self, kind: str, together: Sequence[Entry], is_open: bool) -> Face:
        """Return many of one kind as one line; the pill is that of the first of them."""
        first: Item = together[0].thing
        count, today = len(together), self._case.clock()
        says = tr("Skjul dem") if is_open else tr("Vis hver av dem")
        tone: Tone = TONES[status(first, today)]
        return Face(_ICONS[kind], tone, _counted(kind, count), says, "", pill(first, today), brief(first, today))


def who(case: CaseFile, one: Item, naming: Naming) -> str:
    """Return whom an item is about: dwelling and household, a person, an owner, or the whole municipality.

    Who is shielded is called by a number alone; ``Naming`` settles that.
    """
    called = naming.of(one.household_id, one.dwelling_id, one.tenancy_id)
    parts = [household_words(part) for part in called]
    match one.topic:
        case "people":
            name = naming.person(one.id)
            parts = [name, *parts] if name and name not in parts else parts
        case "landlords":
            owners = case.touched.kept("landlord names", ("landlords",), case.landlords.names)
            parts.append(owners.get(one.id, ""))
        case "papers":
            parts = [*_paper(case, one.id), *parts]
        case "calendar":
            parts = [tr("Hele kommunen")]
    return " · ".join(part for part in parts if part)


def _paper(case: CaseFile, paper_id: int) -> list[str]:
    titles = case.touched.kept("paper titles", ("papers",), lambda: _titles(case))
    return [titles[paper_id]] if paper_id in titles else []


def _titles(case: CaseFile) -> dict[int, str]:
    return {line.id: f"{line.number} {line.title}" for line in case.papers.lines("filed_on is null")}


def _counted(kind: str, count: int) -> str:
    match kind:
        case "archive":
            return tr("{count} papirer er ikke arkivert", count=count)
        case "grant_ends":
            return tr("{count} har siste år med tilskudd", count=count)
        case "permit_ends":
            return tr("{count} oppholdstillatelser går ut", count=count)
        case "programme":
            return tr("{count} venter på introduksjonsprogrammet", count=count)
        case "settlement":
            return tr("{count} venter på bosetting", count=count)
        case "lease_index":
            return tr("{count} leier kan indeksreguleres", count=count)
    return tr("{count} leieforhold kan få gjengs leie", count=count)
