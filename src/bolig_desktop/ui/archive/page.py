"""The page of papers: every paper that was printed, its exact pages, and whether it was sent and filed."""

from collections.abc import MutableMapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bolig_desktop.archive.records import Paper, PaperLine
from bolig_desktop.casefile.lines import paper_lines
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.archive.columns import chips, columns, sent_pill
from bolig_desktop.ui.archive.form import PaperForm
from bolig_desktop.ui.labels import household_words, language_words
from bolig_desktop.ui.navigation import UNFILED, Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.list_panel import Chip
from bolig_desktop.ui.widgets.record_table import Column, RecordTable
from bolig_desktop.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from bolig_desktop.ui.archive.folder_making import FolderMaking
    from bolig_desktop.ui.documents.preview import PaperPreview

PAGES_HIGH = 620


class PapersPage(TopicPage):
    """Papirer."""

    topic = "papers"
    table_name = "papers"
    icon = "file-text"
    _allowed: int | None = None
    watched = frozenset({"papers", "people", "memberships", "households", "dwellings", "tenancies"})

    def __init__(self, session: Session, settings: MutableMapping[str, int], parent: QObject | None = None) -> None:
        super().__init__(session, settings, parent)
        self._making: FolderMaking | None = None
        self.list_panel.add_seldom(tr("Ført i arkivet …"), self._to_archive, icon="archive")
        self.list_panel.add_seldom(tr("Legg i en mappe …"), self._to_folder, icon="folder-open")

    def _chosen(self) -> list[int]:
        """Return the papers that are marked, or all the list shows now where none is."""
        table = self.list_panel.table
        assert isinstance(table, RecordTable)
        return [line.id for line in table.marked() or table.shown()]

    def _to_archive(self) -> None:
        from bolig_desktop.ui.archive.to_archive import ToArchive

        self.leave()
        ToArchive(self.list_panel, self.session, self._chosen(), self.kept.emit).open()

    def _to_folder(self) -> None:
        from bolig_desktop.ui.archive.folder_making import FolderMaking
        from bolig_desktop.ui.archive.to_folder import ToFolder

        self.leave()
        self._making = self._making or FolderMaking(self.session, self)
        ToFolder(
            self.list_panel,
            self.session,
            self._making,
            self._chosen(),
            self.said.emit,
            lambda over: self.choose_folder(over),
        ).open()

    def leave(self) -> None:
        """Stop a folder under way, as the file may be closed next."""
        if self._making is not None:
            self._making.finish()
        super().leave()

    def words(self) -> dict[str, str]:
        """Return the page's own words; nothing is made here, papers come from printing."""
        return {
            "title": tr("Papirer"),
            "new": "",
            "empty": tr(
                "Her legger hvert papir seg når det skrives ut. Åpne et leieforhold og skriv ut leieavtalen."
            ),
            "choose": tr("Velg et papir i listen for å se sidene."),
            "facts": tr("Papiret"),
            "new_title": "",
            "create": "",
        }

    def columns(self) -> Sequence[Column]:
        """Return the list's columns."""
        return columns()

    def chips(self) -> Sequence[Chip]:
        """Return the quick filters."""
        return chips()

    def lines(self) -> Sequence[PaperLine]:
        """Read the list's lines."""
        return paper_lines(self.session.case)

    def open(self, place: Place) -> None:
        """Show the list or a paper; pages shown after a question are asked about again next time.

        At the tab ``unfiled`` the list has only what is not filed, to be marked and filed together.
        """
        if self._allowed != place.id:
            self._allowed = None
        if place.tab == UNFILED:
            super().open(replace(place, tab=""))
            self.list_panel.choose_chip(UNFILED)
        else:
            super().open(place)

    def new(self) -> None:
        """Do nothing: papers are made by printing."""

    def make_form(self) -> Form:
        """Make the form, with what was printed and its pages beneath."""
        case = self.session.case
        form = PaperForm(case.clock, lambda: case.settings.municipality().case_officer)
        self.about = FactsList()
        self.about.go.connect(self.go)
        self.preview: PaperPreview | None = None
        self._pages = QVBoxLayout()
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._place = QWidget()
        self._place.setLayout(self._pages)
        self._shown = ""
        form.place(self.about)
        form.place(self._place)
        return form

    def show_details(self, record: Paper) -> None:
        """Show what the paper is, to whom, and its pages."""
        pages = tr("1 side") if record.pages == 1 else tr("{pages} sider", pages=record.pages)
        printed = tr("Skrevet ut {day}", day=show_date(record.printed_on))
        subtitle = " · ".join((printed, pages, language_words(record.language)))
        line = next(iter(self.session.case.papers.lines("id = ?", (record.id,))))
        self.case_panel.header.show_title(f"{record.number} {record.title}", subtitle, pill=sent_pill(line))
        self._show_about(record)
        hidden = self._is_shielded(record) and self._allowed != record.id
        self.case_panel.show_banners([self._ask_first()] if hidden else [])
        self._place.setHidden(hidden)
        if self._shown != record.sha256 and not hidden:
            self._shown = record.sha256
            self._show_pages(record)

    def _is_shielded(self, record: Paper) -> bool:
        return record.household_id is not None and self.session.case.households.is_shielded(record.household_id)

    def _ask_first(self) -> Banner:
        """Return what stands in place of the pages of a household with a graded address (law.md AG-3)."""
        return Banner(
            Tone.SOON,
            tr("Sidene vises ikke, fordi husstanden har gradert adresse"),
            text=tr("På papiret står navn og adresse sammen."),
            icon="eye-off",
            acts=[(tr("Vis sidene …"), self._ask)],
        )

    def _ask(self) -> None:
        from bolig_desktop.ui.documents.issue import ask_about_shielded

        ask_about_shielded(self.case_panel, self._allow)

    def _allow(self) -> None:
        self._allowed = self.record.id
        self.show_details(self.record)

    def _show_pages(self, record: Paper) -> None:
        # What draws pages is loaded when the first paper is opened, not when the window starts.
        from bolig_desktop.ui.documents.preview import PaperPreview

        if self.preview is None:
            self.preview = PaperPreview(
                choose_printer=lambda over, pages: self.choose_printer(over, pages),
                choose_file=lambda over, name: self.choose_file(over, name),
            )
            self.preview.setMinimumHeight(PAGES_HIGH)
            self._pages.addWidget(self.preview)
        self.preview.show_pdf(record.content, file_name=f"{record.number}-{record.id}.pdf")

    def choose_printer(self, over: QWidget, pages: int) -> "QPrinter | None":
        """Ask which printer the paper is printed on again."""
        from bolig_desktop.ui.documents.printing import ask_printer

        return ask_printer(over, pages)

    def choose_folder(self, over: QWidget) -> Path | None:
        """Ask which folder the papers are put into."""
        from bolig_desktop.ui.widgets.places import ask_folder

        return ask_folder(over)

    def choose_file(self, over: QWidget, name: str) -> Path | None:
        """Ask where the exact bytes are saved again."""
        from bolig_desktop.ui.documents.preview import ask_file

        return ask_file(over, name)

    def _show_about(self, record: Paper) -> None:
        case, facts = self.session.case, self.about
        facts.clear()
        if record.household_id is not None:
            to = household_words(case.households.label(record.household_id))
            facts.add(tr("Til"), to, place=Place(topic="households", id=record.household_id))
        elif record.recipient:
            facts.add(tr("Til"), record.recipient)
        if record.tenancy_id is not None and (tenancy := case.tenancies.find(record.tenancy_id)) is not None:
            dwelling = case.dwellings.get(tenancy.dwelling_id).label
            start = show_date(tenancy.starts_on)
            # law.md AG-3: with code 6 the household's number does not stand beside the address.
            strict = case.households.is_strict(tenancy.household_id)
            words = (
                tr("fra {start}", start=start)
                if strict
                else tr("{dwelling}, fra {start}", dwelling=dwelling, start=start)
            )
            facts.add(tr("Leieforholdet"), words, place=Place(topic="tenancies", id=tenancy.id))
        facts.add(tr("Malen"), tr("utgave {number}", number=record.template.rpartition("/")[2]))

    def remove(self) -> None:
        """Do nothing: what was printed stays filed."""
