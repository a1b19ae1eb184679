"""What the law answers: dates, sums and tests, with every step of the way as a code and its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from bolig_desktop.text.sentences import sentence

if TYPE_CHECKING:
    from bolig_desktop.law.book import Version  # read when the law is asked, not when the program starts


@dataclass(frozen=True, kw_only=True)
class Step:
    """One sentence of an answer: the code of its words and the facts they need."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: str = "nb") -> str:
        """Return the step in nb, nn or en."""
        return sentence(self.code, language, **self.facts)


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a rule gives for one case; None is what the rule does not speak of, or was not asked.

    nominal: the date as the rule gives it; act_by: the day to act by (law.md § 0). amount: whole kroner, the ceiling
    or what is left of it. lawful and why: the outcome of a test. indefinite_from, certain_from: HL-9-2-3's two
    readings. grant_year: 1-5. paid_on: the day a support is paid out. month: the turn of a month to use.
    """

    steps: tuple[Step, ...] = ()
    nominal: date | None = None
    act_by: date | None = None
    amount: int | None = None
    lawful: bool | None = None
    why: Step | None = None
    indefinite_from: date | None = None
    certain_from: date | None = None
    grant_year: int | None = None
    paid_on: date | None = None
    month: date | None = None


@dataclass(frozen=True, kw_only=True)
class Answer(Found):
    """A rule's answer with the wording it rests on; steps: what lies between the rule itself and its last check.

    overdue: the day asked on is past the rule's next check.
    """

    id: str
    version: Version
    overdue: bool = False

    @property
    def section(self) -> str:
        """The section of law, ready to print."""
        return self.version.section

    @property
    def certainty(self) -> str:
        """A, B, C or M."""
        return self.version.certainty.value

    def sentences(self, language: str = "nb") -> list[str]:
        """Return the whole way as sentences: rule, section, start, arithmetic, move, result, when last checked.

        The rule's own sentence is Norwegian whatever the language.
        """
        checked = CHECKED[self.certainty]
        whole = (
            Step(code="law.stands_in", facts={"section": self.section}),
            *self.steps,
            *((self.why,) if self.why else ()),
            Step(code=checked, facts={"day": self.version.checked_on}),
            *((Step(code="law.should_be_checked", facts={"day": self.version.next_check}),) if self.overdue else ()),
        )
        return [self.version.sentence(language), *(step.sentence(language) for step in whole)]


CHECKED = {"A": "law.checked_a", "B": "law.checked_b", "C": "law.checked_c", "M": "law.checked_m"}
"""How certain a rule is to the sentence that says how it was checked."""
