"""Whether somebody a row is about stands in the case file already: asked where only the user can say it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from bolig_desktop.casefile import CaseFile, alike
from bolig_desktop.exchange.cells import text_of, written
from bolig_desktop.exchange.choices import Choices
from bolig_desktop.exchange.hiding import Hidden
from bolig_desktop.exchange.list_people import described
from bolig_desktop.exchange.questions import Answer, Answers, Key, Question
from bolig_desktop.exchange.rows import Row, RowProblem
from bolig_desktop.law.identifiers import tidy
from bolig_desktop.people.records import Person
from bolig_desktop.text.names import search_key

_FAMILY = -6
"""The place of the question about a household's name among those of a row."""
_FAMILY_WORDS = frozenset(search_key("familien familie fam hushald husstand family household"))
_NUMBERS = ("identity_number", "duf_number")


class Doubles:
    """Asks about people who may stand in the case file; what was answered is not asked again."""

    def __init__(self, case: CaseFile, choices: Choices, answers: Answers) -> None:
        self._case, self._choices, self._answers = case, choices, answers
        self._hidden = Hidden(case)
        self._people = {person.id: person for person in case.people.list()}
        self._shielded = [_Shielded.of(one) for one in self._people.values() if self._hidden.is_hidden_person(one.id)]
        self._heard: dict[str, list[Person]] = defaultdict(list)
        for one in self._people.values():
            for token in search_key(one.name):
                self._heard[token].append(one)

    def answer(self, row: Row) -> Answer | None:
        """Return what was said of a row's person."""
        return self._answers.get(_key(row))

    def alike(self, person: Person) -> Person | None:
        """Return who of those here before the import may be the one a row calls by a name that sounds alike.

        Somebody shielded goes first: the search leaves them out, and a second person of theirs would be shielded by
        nobody. Only a name of which a word is heard in that of somebody who may be the one is searched for: a search
        takes as long as ten rows.
        """
        words = search_key(person.name)
        named = _Shielded.of(person, words)
        if (shielded := next((one for one in self._shielded if one.may_be(named)), None)) is not None:
            return shielded.person
        if not any(_may_be(person, one) for token in words for one in self._heard.get(token, ())):
            return None
        found = [
            self._people[hit.id] for hit in alike.people_alike(self._case, person.name) if hit.id in self._people
        ]
        found = [one for one in found if _may_be(person, one)]
        return min(found, key=lambda one: one.born_on != person.born_on, default=None)

    def family_of_shielded(self, row: Row) -> RowProblem | None:
        """Return the question about a household called by a family name of somebody shielded."""
        key = Key(row.sheet, row.line, _FAMILY)
        if self._answers.get(key) is Answer.NEW:
            return None
        words = set(search_key(str(row.values.get("name", "")))) - _FAMILY_WORDS
        for one in self._shielded:
            if not words.isdisjoint(search_key(one.person.family_name)):
                who, there = str(row.values["name"]), f"nr {one.person.id}"
                asked = Question(key=key, who=who, there=there, answers=(Answer.NEW, Answer.LEAVE))
                field = "name" if "name" in row.headings else "household_id"
                return row.says(field, "person_perhaps", asked, number=one.person.id)
        return None

    def question(self, row: Row, there: Person) -> Question:
        """Return the question about a row and somebody here; nobody shielded is described in it."""
        hidden = self._hidden.is_hidden_person(there.id)
        seen = (
            f"nr {there.id}"
            if hidden
            else ", ".join((f"nr {there.id} {described(vars(there))}", *self._differing(row, there)))
        )
        return Question(key=_key(row), who=described(row.values), there=seen)

    def _differing(self, row: Row, there: Person) -> Iterator[str]:
        """Yield what else the row says that stands here with something else."""
        for name, value in row.values.items():
            known: Any = getattr(there, name)
            if name in ("given_name", "family_name", "born_on", "phone") or value == known or name in _NUMBERS:
                continue
            shown = written(known, name, self._choices)
            if shown is not None:
                yield f"{row.headings.get(name, '')}: {text_of(shown)}"  # type: ignore[arg-type]

    def sounds_alike(self, row: Row, there: Person) -> RowProblem:
        """Return the question about somebody whose name sounds alike, as a problem of the row."""
        if self._hidden.is_hidden_person(there.id):
            return row.says("given_name", "person_perhaps", self.question(row, there), number=there.id)
        return row.says("given_name", "person_alike", self.question(row, there), name=there.name, number=there.id)


def _key(row: Row) -> Key:
    return Key(row.sheet, row.line, row.at)


class _Shielded(NamedTuple):
    """Somebody shielded, or whom a row is about, with how their name is heard and the end of their number."""

    person: Person
    words: frozenset[str]
    phone: str

    @staticmethod
    def of(person: Person, words: Iterable[str] | None = None) -> "_Shielded":
        """Return somebody with what tells that a row is about them. words: of the name, where they are known."""
        heard = frozenset(search_key(person.name) if words is None else words)
        return _Shielded(person, heard, tidy(person.phone)[-8:] if person.phone else "")

    def may_be(self, named: "_Shielded") -> bool:
        """Return whether a row may be about them: by two words of a name or all, a birth date, a telephone.

        They are few, and a question too many is a small thing beside their address under an open name; so a birth
        date that may be mistyped tells nobody apart.
        """
        shared = self.words & named.words
        same_phone = bool(self.phone) and self.phone == named.phone
        if not (shared or same_phone) or _differ_in_number(self.person, named.person):
            return False
        same_day = named.person.born_on is not None and named.person.born_on == self.person.born_on
        return same_phone or len(shared) > 1 or shared == named.words or same_day


def _differ_in_number(one: Person, other: Person) -> bool:
    pairs = ((getattr(one, name), getattr(other, name)) for name in _NUMBERS)
    return any(first and second and first != second for first, second in pairs)


def _may_be(one: Person, other: Person) -> bool:
    """Return whether two people whose names sound alike may be one: no other number, and no other day of birth.

    A year may be mistyped, or a day. 1 January of another year is another day: it is written for many of whom only
    the year is known.
    """
    if _differ_in_number(one, other):
        return False
    first, second = one.born_on, other.born_on
    if first is None or second is None or first.year == second.year:
        return True
    return (first.month, first.day) == (second.month, second.day) != (1, 1)
