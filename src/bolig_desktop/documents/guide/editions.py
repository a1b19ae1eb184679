"""Which edition of the welcome binder each household got, and who needs a new one after a change."""

from collections.abc import Iterator
from dataclasses import dataclass

from bolig_desktop.archive.records import BinderEdition
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.wording import Wording
from bolig_desktop.documents.guide import binder
from bolig_desktop.documents.guide.layout import sections
from bolig_desktop.tenancies.rules import OURS, lived_in
from bolig_desktop.text.languages import PAPER_CODES
from bolig_desktop.translations.shipped import SOURCE


@dataclass(frozen=True, kw_only=True)
class BinderState:
    """How a household stands with its binder. edition: the newest one it got, None where it got none.

    language: what it is printed in. changed: the names of the sections that say something else today, those that have
    come, and those that have gone, in the order of the binder.
    """

    household_id: int
    language: str
    edition: BinderEdition | None
    changed: tuple[str, ...] = ()

    @property
    def needs_one(self) -> bool:
        """Whether the household has none, or one that no longer says what holds."""
        return self.edition is None or bool(self.changed)


def state_of(case: CaseFile, household_id: int) -> BinderState:
    """Return how a household stands with its binder: held against what it would say today, by content."""
    editions = case.binder_editions.of_household(household_id)
    language = editions[0].language if editions else language_of(case, household_id)
    if not editions:
        return BinderState(household_id=household_id, language=language, edition=None)
    got = dict(part.split("=", 1) for part in editions[0].sections.split())
    now = dict(binder.prints_of(case, household_id, language))
    order = [plan.name for plan in sections(binder.PLAN)]
    differs = {name for name in got.keys() | now.keys() if got.get(name) != now.get(name)}
    changed = tuple(sorted(differs, key=lambda name: order.index(name) if name in order else len(order)))
    return BinderState(household_id=household_id, language=language, edition=editions[0], changed=changed)


def language_of(case: CaseFile, household_id: int) -> str:
    """Return the language a household's papers are printed in: of whoever signs, else of another grown-up member.

    That is the first language papers can be printed in, else the second; the municipality's own where there is none.
    """
    members = sorted(case.memberships.of_household(household_id), key=lambda m: (m.role != "main", m.id or 0))
    for member in members:
        person = case.people.get(member.person_id)
        for code in (person.language, person.second_language):
            if member.left_on is None and code in PAPER_CODES:
                return code
    return case.settings.municipality().written_form.value


def title_of(case: CaseFile, section: str) -> str:
    """Return what a section is called in Norwegian: ``Søppel og sortering``."""
    titles = {plan.name: plan.title for plan in sections(binder.PLAN)} | {"house_rules": "rules_title"}
    return Wording(case, SOURCE).text(titles[section]) if section in titles else section


def living_with_us(case: CaseFile) -> list[int]:
    """Return the households that live in a home of ours today, by id, without those with code 6."""
    today = case.clock()
    found = {
        lease.household_id
        for lease in case.tenancies.list("moved_out_on is null")
        if lease.kind in OURS and lived_in(lease, today)
    }
    return sorted(found - case.households.strict_ids())


def who_needs_one(case: CaseFile) -> Iterator[BinderState]:
    """Yield every household that lives with us and needs a binder, or a new edition of it."""
    for household_id in living_with_us(case):
        found = state_of(case, household_id)
        if found.needs_one:
            yield found
