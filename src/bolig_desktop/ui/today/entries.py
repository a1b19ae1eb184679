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

LATE = "late"
_GROUP_OF = {
    Status.LATE: LATE,
    Status.UNCERTAIN: LATE,
    Status.WEEK: "week",
    Status.MONTH: "month",
    Status.LATER: "later",
}
_GATHERED = {
    kind: kind
    for kind in (
        "archive", "grant_ends", "permit_ends", "lease_index", "lease_market", "programme", "settlement",
        "check_smoke_alarm", "check_extinguisher", "check_keys", "check_electrical", "check_radon", "check_never",
    )
}  # fmt: skip
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
    "binder": "file-text",
    "house_rules": "users",
    "visit": "footprints",
    "visit_step": "footprints",
    "visit_sooner": "footprints",
    "visit_agreed": "calendar",
    "visit_notice": "mail",
    "task": "square-check",
    "defect_urgent": "wrench",
    "defect_unsent": "wrench",
    "defect_promised": "hourglass",
    "complaint_unanswered": "message-square",
    "check_smoke_alarm": "square-check",
    "check_extinguisher": "square-check",
    "check_keys": "square-check",
    "check_electrical": "square-check",
    "check_radon": "square-check",
    "check_never": "square-check",
    "plan_step": "footprints",
    "plan_review": "clipboard-list",
    "plan_close": "clipboard-list",
    "plan_look_back": "message-square",
    "scheme_ends": "hourglass",
    "benefit_falls": "banknote",
    "house_meeting": "message-square",
    "meeting_point": "square-check",
    "house_conflict": "triangle-alert",
    "cost_account": "banknote",
    "archive": "archive",
    "housing_benefit": "calendar",
    "kostra": "chart-column",
    "need_plan": "building-2",
    "interpreters": "languages",
}


def groups() -> list[Group]:
    """Return the headings, the most urgent first."""
    return [
        Group(key=LATE, title=tr("For sent eller haster")),
        Group(key="week", title=tr("Denne uken")),
        Group(key="month", title=tr("Neste 30 dager")),
        Group(key="later", title=tr("Senere"), folds=True),
    ]


def chips() -> list[Chip]:
    """Return the quick filters."""

    def about(part: str) -> Callable[[Entry], bool]:
        return lambda entry: entry.part == part

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
        self._titles: dict[str, str] = {}
        self._naming, self._today = Naming(case), case.clock()

    def of(self, items: Sequence[Item]) -> list[Entry]:
        """Return an entry for each item, in the order given."""
        today = self._today = self._case.clock()
        self._naming = Naming(self._case)
        self._items = {self.number(one): one for one in items}
        return [self._entry(number, one, today) for number, one in self._items.items()]

    def _entry(self, number: int, one: Item, today: date) -> Entry:
        group, gather = _GROUP_OF[status(one, today)], _GATHERED.get(one.kind, "")
        return Entry(number, group, one, self._face, part=_part(one), gather=gather)

    def number(self, one: Item) -> int:
        """Return an item's number."""
        return self._numbers.setdefault(one.key, len(self._numbers) + 1)

    def item(self, number: int) -> Item | None:
        """Return the item of a number, None where it has left the list."""
        return self._items.get(number)

    def _face(self, one: Item) -> Face:
        today = self._today
        icon, tone = icon_of(one), TONES[status(one, today)]
        about = who(self._case, one, self._naming)
        title, why = words.title(one, language()), words.short(one, language())
        return Face(icon, tone, title, about, why, pill(one, today), brief(one, today))

    def searched(self, one: Item) -> str:
        """Return the words an item is found by: what it is, and whom it is about."""
        if one.kind not in self._titles:
            self._titles[one.kind] = words.title(one, language())
        return f"{self._titles[one.kind]} {who(self._case, one, self._naming)}"

    def gathered(self, kind: str, together: Sequence[Entry], is_open: bool) -> Face:
        """Return many of one kind as one line; the pill is that of the first of them."""
        first: Item = together[0].thing
        count, today = sum(how_many(entry.thing) for entry in together), self._today
        says = tr("Skjul dem") if is_open else tr("Vis hver av dem")
        tone: Tone = TONES[status(first, today)]
        return Face(_ICONS[kind], tone, _counted(kind, count), says, "", pill(first, today), brief(first, today))


def how_many(one: Item) -> int:
    """Return how many people or papers of one day stand on an item's line."""
    return one.fact if one.topic in ("people", "papers") and isinstance(one.fact, int) else 1


def who(case: CaseFile, one: Item, naming: Naming) -> str:
    """Return whom an item is about: dwelling and household, a person, an owner, or the whole municipality.

    Who is shielded is called by a number alone; ``Naming`` settles that.
    """
    called = naming.of(one.household_id, one.dwelling_id, one.tenancy_id)
    parts = [household_words(part) for part in called]
    match one.topic:
        case "people":
            alone = how_many(one) == 1
            name = naming.person(one.id) if alone else tr("{count} personer", count=how_many(one))
            parts = [name, *parts] if name and name not in parts else parts
        case "landlords":
            owners = case.touched.kept("landlord names", ("landlords",), case.landlords.names)
            parts.append(owners.get(one.id, ""))
        case "papers":
            alone = how_many(one) == 1
            parts = [*(_paper(case, one.id) if alone else [tr("{count} papirer", count=how_many(one))]), *parts]
        case "calendar":
            parts = [tr("Hele kommunen")]
    return " · ".join(part for part in parts if part)


def _paper(case: CaseFile, paper_id: int) -> list[str]:
    titles = case.touched.kept("paper titles", ("papers",), lambda: _titles(case))
    return [titles[paper_id]] if paper_id in titles else []


def _titles(case: CaseFile) -> dict[int, str]:
    return {line.id: f"{line.number} {line.title}" for line in case.papers.lines("filed_on is null")}


def _homes_to_check() -> dict[str, str]:
    """Return what is said of many homes in which the same thing is to be looked over."""
    return {
        "check_smoke_alarm": tr("{count} boliger: kontroller røykvarslerne"),
        "check_extinguisher": tr("{count} boliger: kontroller slokkeutstyret"),
        "check_keys": tr("{count} boliger: tell nøklene"),
        "check_electrical": tr("{count} boliger: kontroller det elektriske anlegget"),
        "check_radon": tr("{count} boliger: mål radon"),
        "check_never": tr("{count} boliger: kontroller som aldri er ført"),
    }


def _counted(kind: str, count: int) -> str:
    if kind in (homes := _homes_to_check()):
        return homes[kind].format(count=count)
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
