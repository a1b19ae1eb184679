"""Whose matters, assessments and decisions a case shows: a lease's, or a household's with all its leases'."""

from collections.abc import Callable
from typing import Any

from bolig_desktop.casefile import CaseFile
from bolig_desktop.tenancies.records import Decision, Matter, NeedAssessment
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.problems import NO_BREAK
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.sub_list import Words
from bolig_desktop.ui.words import tr

Record = Matter | Decision | NeedAssessment


class Owner:
    """The case a page shows, as what new lines belong to and what is read from."""

    def __init__(self, page: TopicPage) -> None:
        self.page = page
        self.is_household = page.topic == "households"

    @property
    def case(self) -> CaseFile:
        """The open file."""
        return self.page.session.case

    def ids(self) -> dict[str, Any]:
        """Return the household and the lease a new line is about; the lease is None in a household's own case."""
        record = self.page.record
        if self.is_household:
            return {"household_id": record.id, "tenancy_id": None}
        return {"household_id": record.household_id, "tenancy_id": record.id}

    def drafts(self, table: str) -> str:
        """Return what drafts are kept under; a lease and a household may have the same number."""
        return f"household_{table}" if self.is_household else table

    def reading(self, store: Any) -> Callable[[int], list[Any]]:
        """Return what reads the records of the case from a store."""
        found: Callable[[int], list[Any]] = store.of_household if self.is_household else store.of_tenancy
        return found

    def place(self, tab: str) -> Callable[[Record], Place | None] | None:
        """Return where a line leads: in a household's case to the lease it is about."""
        if not self.is_household:
            return None
        return lambda record: (
            None if record.tenancy_id is None else Place(topic="tenancies", id=record.tenancy_id, tab=tab)
        )

    def told(self, words: Words, record: Record) -> Words:
        """Add which lease a line is about, where the case is not the lease's own."""
        lease = self.case.tenancies.find(record.tenancy_id) if self.is_household else None
        if lease is None:
            return words
        # law.md AG-3: with code 6 no address stands beside the name even here.
        strict = self.case.households.is_strict(lease.household_id)
        home = tr("Leieforhold") if strict else self.case.dwellings.get(lease.dwelling_id).label
        start = tr("fra {start}", start=show_date(lease.starts_on))
        about = f"{home} {start}".replace(" ", NO_BREAK)
        title, detail = words
        return title, f"{NO_BREAK}· ".join(part for part in (detail, about) if part)
