"""Who a row of a list is about: its people, one household or a question, and who is the same as in another row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bolig_desktop.exchange.cells import text_of
from bolig_desktop.exchange.choices import shown
from bolig_desktop.exchange.person_names import Name, is_family, is_nobody, names_in
from bolig_desktop.exchange.questions import Answer, Answers, Key, Question
from bolig_desktop.exchange.rows import Each, Row, RowProblem
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.names import fold, search_key
from bolig_desktop.text.unreadable import Unreadable

_LIVES_WITH = ("ektefelle", "samboer", "sambuar", "partner", "medlei", "spouse", "cotenant", "den andre")
"""Headings of a second person that say that the two live together."""

_SUMS = frozenset(
    {"sum", "sums", "summer", "delsum", "totalsum", "total", "totalt", "totals", "ialt", "antall", "antal", "tal"}
    | {"gjennomsnitt", "gjennomsnittlig", "snitt", "average", "subtotal"}
)
"""The first word of what people write before a sum; "i alt" has two."""
_LABELS = ("people.full_name", "people.given_name", "dwellings.street")
_TOGETHER, _ALONE = -1, -2
"""The place of questions about all of a row's people: whether they live together, whether they are people."""


class Unclear(Exception):  # noqa: N818 - says what it is
    """A row may be read in two ways, or contradicts itself; ``problem`` says so."""

    def __init__(self, problem: RowProblem) -> None:
        super().__init__(problem.problem.code)
        self.problem = problem


@dataclass(kw_only=True)
class Named:
    """The people of one row, each as the values the row states of them; family: what their household is called."""

    people: list[dict[str, Any]] = field(default_factory=list)
    family: str = ""

    @property
    def is_anybody(self) -> bool:
        """Whether the row is about somebody."""
        return bool(self.people or self.family)


def of_topic(line: Row, topic: str) -> dict[str, Any]:
    """Return what a list's row states of one topic, by field."""
    begins = f"{topic}."
    return {key.removeprefix(begins): value for key, value in line.values.items() if key.startswith(begins)}


def named(line: Row, *, last_first: bool) -> Named:
    """Return who a row is about. Raises Unclear."""
    stated = of_topic(line, "people")
    names, family = _names(line, stated, last_first)
    people: list[dict[str, Any]] = [
        {"given_name": name.given} | ({"family_name": name.family} if name.family else {}) for name in names
    ]
    for key, value in stated.items():
        if isinstance(value, Each) and len(value) != len(people):
            raise Unclear(line.says(f"people.{key}", "not_one_each", count=len(value), people=len(people)))
        for person, one in zip(people, value if isinstance(value, Each) else [value], strict=False):
            person[key] = one
    second = of_topic(line, "second")
    if second:
        people += _second(line, second, last_first)
    household = of_topic(line, "households")
    if not people and not family:
        family = str(household.pop("name", ""))
        if not family and (stated or any(household.values())):
            raise Unclear(line.says("people.full_name", "nobody_named"))
    return Named(people=people, family=family)


def _names(line: Row, stated: dict[str, Any], last_first: bool) -> tuple[list[Name], str]:
    """Return the names of a row, which are taken out of ``stated``, or what its family is called."""
    whole, given = stated.pop("full_name", ""), stated.pop("given_name", "")
    own = stated.pop("family_name", "")
    key = "people.full_name" if whole else "people.given_name"
    if is_nobody(whole) and (is_nobody(given) or not own + given):
        return ([Name("", own)] if not is_nobody(own) else []), ""
    if whole and is_family(whole):
        return [], whole.strip()
    try:
        names = names_in(whole or given, last_first=last_first)
    except Unreadable as unreadable:
        raise Unclear(line.problem(key, unreadable.problem(key))) from None
    if whole or len(names) > 1:
        return [name if name.family and whole else Name(name.given, own) for name in names], ""
    return [Name(given.strip(), own.strip())], ""


def _second(line: Row, stated: dict[str, Any], last_first: bool) -> list[dict[str, Any]]:
    text = stated.pop("full_name", "")
    if is_nobody(text):
        if stated:
            raise Unclear(line.says("second.full_name", "nobody_named"))
        return []
    try:
        names = names_in(text, last_first=last_first)
    except Unreadable as unreadable:
        raise Unclear(line.problem("second.full_name", unreadable.problem("second.full_name"))) from None
    people: list[dict[str, Any]] = [
        {"given_name": name.given} | ({"family_name": name.family} if name.family else {}) for name in names
    ]
    for key, value in stated.items():
        people[0][key] = value[0] if isinstance(value, Each) else value
    return people


def ask_together(line: Row, found: Named, answers: Answers) -> None:
    """Raise Unclear where people of different families may be one household or several, and nothing says which."""
    families = {fold(str(person.get("family_name", ""))) for person in found.people} - {""}
    if len(families) < 2 or "households.name" in line.values:
        return
    heading = fold(line.headings.get("second.full_name", ""))
    first = fold(line.headings.get("people.full_name", ""))
    if "second.full_name" in line.values and heading.startswith(_LIVES_WITH) and not first.endswith("1"):
        return
    key = Key(line.sheet, line.line, _TOGETHER)
    if answers.get(key) is Answer.TOGETHER:
        return
    who = ", ".join(called(person) for person in found.people)
    question = Question(key=key, who=who, answers=(Answer.TOGETHER, Answer.LEAVE))
    name = "second.full_name" if "second.full_name" in line.values else "people.full_name"
    raise Unclear(line.says(name, "one_household", question, names=who))


def ask_name_alone(line: Row, found: Named, answers: Answers) -> None:
    """Raise Unclear where a row has a name and nothing else: a heading between the rows looks just like that."""
    if line.values.keys() != {"people.full_name"} or not found.people:
        return
    key = Key(line.sheet, line.line, _ALONE)
    if answers.get(key) is not Answer.NEW:
        question = Question(key=key, who=", ".join(map(called, found.people)), answers=(Answer.NEW, Answer.LEAVE))
        raise Unclear(line.says("people.full_name", "name_alone", question, name=question.who))


def ask_sum(line: Row) -> None:
    """Raise Unclear where a row is a sum with what it is called in the place of a name or an address: "Totalt"."""
    label = next((str(line.values[key]) for key in _LABELS if key in line.values), "")
    words = fold(label).rstrip(":").split()
    is_sum = bool(words) and (words[0] in _SUMS or words[:2] == ["i", "alt"])
    others = (value for key, value in line.values.items() if key not in _LABELS)
    if is_sum and all(isinstance(value, int | Decimal) for value in others):
        raise Unclear(line.says("people.full_name", "sum_row", sum_of_column(line), written=shown(label)))


def sum_of_column(line: Row) -> Question:
    """Return the question about a row with neither name nor address, such as the sum under a column."""
    written = ", ".join(text_of(cell) for cell in line.cells.values())
    return Question(key=Key(line.sheet, line.line, _ALONE), who=shown(written), answers=(Answer.LEAVE,))


def called(person: Mapping[str, Any]) -> str:
    """Return what somebody is called who is not written down yet."""
    return " ".join(part for part in (person.get("given_name"), person.get("family_name")) if part)


def described(person: Mapping[str, Any]) -> str:
    """Return the same with what tells them apart from others of that name."""
    born = person.get("born_on")
    return ", ".join(part for part in (called(person), show_date(born) if born else "", person.get("phone")) if part)


class People:
    """Everybody in a list so far; somebody in two rows is one person, or a question."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._by_number: dict[str, Row] = {}
        self._by_birth: dict[tuple[object, object], Row] = {}
        self._by_name: dict[str, list[Row]] = {}

    def row(self, person: dict[str, Any], row: Row) -> Row:
        """Return the row for somebody: one there is already, with what it lacks, or ``row``. Raises Unclear."""
        known = self._known(person, row)
        if known is None:
            row.values.update(person)
            known = row
        else:
            merge(known, person, row)
        self._remember(known)
        return known

    def _known(self, person: dict[str, Any], row: Row) -> Row | None:
        number, born = person.get("identity_number", ""), person.get("born_on")
        if number and number in self._by_number:
            return self._by_number[number]
        key = (search_key(called(person)), born)
        if born and key in self._by_birth:
            return self._by_birth[key]
        alike = [other for other in self._by_name.get(fold(called(person)), ()) if self._may_be(person, other)]
        if not alike:
            return None
        if person.get("phone") and alike[0].values.get("phone") == person["phone"]:
            return alike[0]
        asked = Key(row.sheet, row.line, row.at)
        answer = self._answers.get(asked)
        if answer is None:
            question = Question(key=asked, who=described(person), there=described(alike[0].values))
            raise Unclear(row.says("given_name", "same_person", question, name=called(person), first=alike[0].line))
        return alike[0] if answer is Answer.SAME else None

    def _may_be(self, person: dict[str, Any], other: Row) -> bool:
        """Return whether nothing speaks against the two being one."""
        pairs = ((person.get(name), other.values.get(name)) for name in ("born_on", "identity_number"))
        return all(not one or not two or one == two for one, two in pairs)

    def _remember(self, row: Row) -> None:
        if number := row.values.get("identity_number"):
            self._by_number.setdefault(number, row)
        if born := row.values.get("born_on"):
            self._by_birth.setdefault((search_key(called(row.values)), born), row)
        alike = self._by_name.setdefault(fold(called(row.values)), [])
        if row not in alike:
            alike.append(row)


def merge(row: Row, stated: Mapping[str, Any], other: Row) -> None:
    """Add what another row of the list says of the same. Raises Unclear where the two contradict each other."""
    for name, value in stated.items():
        if name in row.values and not _same(row.values[name], value):
            raise Unclear(other.says(name, "two_answers", first=row.line))
    for name, value in stated.items():
        if name not in row.values:
            row.values[name] = value
            row.headings = {name: other.headings[name], **row.headings} if name in other.headings else row.headings


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) or (isinstance(one, str) and isinstance(other, str) and fold(one) == fold(other))


def count_note(count: int | None, known: int) -> Iterator[str]:
    """Yield how many live there where the list says more than it names."""
    if count is not None and count != known:
        yield f"Personer i husstanden etter listen: {count}."
