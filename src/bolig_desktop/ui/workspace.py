"""The main window on one open file: its pages, search, undo and status line, tied to one session."""

import time
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.storage.store import Store
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.exchange.acts import ExchangeActs
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.main_window import MainWindow
from bolig_desktop.ui.navigation import Page, PageSpec, Place
from bolig_desktop.ui.outgoing import Outgoing
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.search_box import Hit
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.undone import undone
from bolig_desktop.ui.words import language, tr

if TYPE_CHECKING:
    from bolig_desktop.ui.shared_housing.page import SharedHousingPage
    from bolig_desktop.ui.today.page import TodayPage
    from bolig_desktop.ui.visits.page import VisitsPage
    from bolig_desktop.ui.year.page import YearPage

_LOOK_AT_THE_DAY_MS = 20_000  # a timer until midnight would come late on a machine that slept
_TOPIC_OF = {
    "household": "households",
    "person": "people",
    "dwelling": "dwellings",
    "landlord": "landlords",
    "tenancy": "tenancies",
    "meeting": "meeting",
    "conflict": "conflict",
    "paper": "papers",
    "defect": "defects",
    "complaint": "complaints",
    "plan": "career",
    "check": "check",
    "cost": "cost",
    "visit": "visit",
    "task": "task",
}


class Workspace(QObject):
    """Everything that lives while one file is open; ``window`` is what the user sees."""

    def __init__(
        self,
        case: CaseFile,
        settings: MutableMapping[str, int],
        more_pages: Callable[[Session], Sequence[PageSpec]] = lambda session: (),
        copies: Callable[[], str] = lambda: "",
        headings: MutableMapping[str, str] | None = None,
    ) -> None:
        """``more_pages`` need more than the session (settings, help) and come last in the side list.

        ``copies`` says when the last copy was looked over, for the status line. ``headings``: what columns of
        workbooks were said to mean, where that is kept.
        """
        super().__init__()
        self.case, self._settings, self._copies = case, settings, copies
        self.session = Session(case, self)
        self._labelled: list[Callable[[str], Mapping[str, str]]] = []
        specs = [*self._topic_pages(), *more_pages(self.session)]
        municipality = case.settings.municipality().name
        self.window = MainWindow(
            specs,
            search=self._search,
            clock=case.clock,
            municipality=municipality,
            settings=settings,
            place_of=self._place_of,
            kinds=_kinds(),
            busy=lambda: case.history.is_open,
        )
        self.outgoing = Outgoing(self.window, self.session)
        self.exchange = ExchangeActs(self.window, self.session, {} if headings is None else headings)
        self.window.undo_wanted.connect(self.undo)
        self.session.saved.connect(self._saved)
        self.session.changed.connect(self._changed)
        self.session.day_changed.connect(self._show_about)
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_AT_THE_DAY_MS)
        self._watch.timeout.connect(self.session.look_at_the_day)
        self._watch.start()

    def _topic_pages(self) -> list[PageSpec]:
        return [
            PageSpec(topic="today", title=tr("I dag"), icon="sun", make=self._today, shortcut="Ctrl+1"),
            PageSpec(topic="dwellings", title=tr("Boliger"), icon="house", make=self._dwellings, shortcut="Ctrl+2"),
            PageSpec(
                topic="households", title=tr("Husstander"), icon="users", make=self._households, shortcut="Ctrl+3"
            ),
            PageSpec(topic="tenancies", title=tr("Leieforhold"), icon="key", make=self._tenancies, shortcut="Ctrl+4"),
            PageSpec(
                topic="shared_housing",
                title=tr("Bofellesskap"),
                icon="bed-double",
                make=self._shared_housing,
                shortcut="Ctrl+7",
            ),
            PageSpec(topic="defects", title=tr("Avvik"), icon="wrench", make=self._defects),
            PageSpec(topic="complaints", title=tr("Klager"), icon="message-square", make=self._complaints),
            PageSpec(
                topic="visits", title=tr("Hjemmebesøk"), icon="footprints", make=self._visits, shortcut="Ctrl+8"
            ),
            PageSpec(topic="career", title=tr("Boligkarriere"), icon="trending-up", make=self._career),
            PageSpec(
                topic="landlords", title=tr("Utleiere"), icon="hand-coins", make=self._landlords, shortcut="Ctrl+5"
            ),
            PageSpec(topic="papers", title=tr("Papirer"), icon="file-text", make=self._papers, shortcut="Ctrl+6"),
            PageSpec(topic="year", title=tr("Året"), icon="chart-column", make=self._year),
        ]

    # Each page is imported and made on the first visit, so that the first window comes quickly.

    def _today(self) -> Page:
        from bolig_desktop.ui.today.page import TodayPage

        page = TodayPage(self.session)
        page.bring_in_wanted.connect(lambda: self.exchange.bring_in.trigger())
        self._tie(page)
        return page

    def _dwellings(self) -> Page:
        from bolig_desktop.ui.dwellings.page import DwellingsPage

        return self._tied(DwellingsPage(self.session, self._settings))

    def _households(self) -> Page:
        from bolig_desktop.ui.people.page import HouseholdsPage

        return self._tied(HouseholdsPage(self.session, self._settings))

    def _tenancies(self) -> Page:
        from bolig_desktop.ui.tenancies.page import TenanciesPage

        return self._tied(TenanciesPage(self.session, self._settings))

    def _shared_housing(self) -> Page:
        from bolig_desktop.ui.shared_housing.page import SharedHousingPage

        page = SharedHousingPage(self.session, self._settings)
        self._labelled.append(page.labels)
        self._tie(page)
        return page

    def _visits(self) -> Page:
        from bolig_desktop.ui.visits.page import VisitsPage

        page = VisitsPage(self.session, self._settings)
        self._labelled.append(page.labels)
        self._tie(page)
        return page

    def _defects(self) -> Page:
        from bolig_desktop.ui.maintenance.page import DefectsPage

        return self._tied(DefectsPage(self.session, self._settings))

    def _complaints(self) -> Page:
        from bolig_desktop.ui.maintenance.complaints_page import ComplaintsPage

        return self._tied(ComplaintsPage(self.session, self._settings))

    def _career(self) -> Page:
        from bolig_desktop.ui.career.page import CareerPage

        return self._tied(CareerPage(self.session, self._settings))

    def _landlords(self) -> Page:
        from bolig_desktop.ui.landlords.page import LandlordsPage

        return self._tied(LandlordsPage(self.session, self._settings))

    def _papers(self) -> Page:
        from bolig_desktop.ui.archive.page import PapersPage

        return self._tied(PapersPage(self.session, self._settings))

    def _year(self) -> Page:
        from bolig_desktop.ui.year.page import YearPage

        page = YearPage(self.session, self._settings)
        self._labelled.append(page.labels)
        self._tie(page)
        return page

    def _tied(self, page: TopicPage) -> Page:
        self._labelled.append(page.labels)
        self._tie(page)
        return page

    def _tie(self, page: "TopicPage | TodayPage | SharedHousingPage | VisitsPage | YearPage") -> None:
        page.said.connect(self.window.say)
        page.kept.connect(lambda words: self.window.toast.say(words, can_undo=True))

    def _search(self, typed: str) -> list[Hit]:
        found = self.case.search.find(typed)
        return [
            Hit(kind=_TOPIC_OF[hit.kind], id=hit.id, title=_in_words(hit.title), detail=_in_words(hit.detail))
            for hit in found
        ]

    def _place_of(self, hit: Hit) -> Place:
        of_house: dict[str, Store[Any]] = {
            "meeting": self.case.house_meetings,
            "conflict": self.case.house_conflicts,
            "cost": self.case.shared_costs,
        }
        if hit.kind in of_house:
            return Place(topic="shared_housing", id=of_house[hit.kind].get(hit.id).house_id, tab=f"{hit.kind}s")
        if hit.kind == "check":
            return Place(topic="dwellings", id=self.case.home_checks.get(hit.id).dwelling_id, tab="defects")
        of_visits: dict[str, Store[Any]] = {"visit": self.case.visits, "task": self.case.tasks}
        if hit.kind in of_visits:
            return Place(topic="visits", id=of_visits[hit.kind].get(hit.id).household_id, tab=f"{hit.kind}s")
        if hit.kind != "people":
            return Place(topic=hit.kind, id=hit.id)
        from bolig_desktop.ui.people.page import place_of_person

        return place_of_person(self.case, hit.id)

    def undo(self) -> None:
        """Take back the last change and say so."""
        try:
            entries = self.session.undo()
        except Refused as refused:
            self.window.toast.say(sentences_for(refused.problems, language())[0][0])
            return
        except FileTrouble as trouble:
            self.window.toast.say(trouble_sentence(trouble, language()))
            return
        self.window.toast.say(undone(entries, self._labels) if entries else tr("Det er ikke mer å angre."))

    def _labels(self, table: str) -> Mapping[str, str]:
        found = (labels(table) for labels in self._labelled)
        return next((labels for labels in found if labels), {})

    def _saved(self) -> None:
        said = tr("Lagret {time} · Ctrl+Z angrer siste endring", time=time.strftime("%H:%M"))
        self.window.say(" · ".join(part for part in (said, self._copies()) if part))

    def _changed(self, tables: frozenset[str]) -> None:
        if "municipality" in tables:
            self._show_about()

    def _show_about(self) -> None:
        self.window.set_municipality(self.case.settings.municipality().name)


def _in_words(found: str) -> str:
    """Return what search found with every household in it called as on the pages."""
    return " · ".join(household_words(part) for part in found.split(" · "))


def _kinds() -> dict[str, tuple[str, str]]:
    return {
        "dwellings": ("house", tr("Bolig")),
        "households": ("users", tr("Husstand")),
        "people": ("user", tr("Person")),
        "tenancies": ("key", tr("Leieforhold")),
        "landlords": ("hand-coins", tr("Utleier")),
        "papers": ("file-text", tr("Papir")),
        "defects": ("wrench", tr("Avvik")),
        "complaints": ("message-square", tr("Klage")),
        "career": ("trending-up", tr("Boligplan")),
        "meeting": ("bed-double", tr("Beboermøte")),
        "conflict": ("bed-double", tr("Konflikt")),
        "cost": ("bed-double", tr("Felleskostnad")),
        "check": ("circle-check", tr("Kontroll")),
        "visit": ("footprints", tr("Hjemmebesøk")),
        "task": ("circle-check", tr("Oppgave")),
    }
