"""The welcome binder of one household: which editions they got, what has changed since, and the papers to print."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.archive.records import BinderEdition, PaperLine
from bolig_desktop.casefile import CaseFile
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.languages import PAPER
from bolig_desktop.ui import icons
from bolig_desktop.ui.labels import language_words
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.choices import ChoiceField
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import tr

if TYPE_CHECKING:
    from bolig_desktop.documents.guide.editions import BinderState

# What composes the binder is loaded when the tab is first looked at, not when the window starts.


class BinderTab(QWidget):
    """Velkomstperm. It is reckoned when it is looked at: that takes some hundredths of a second."""

    def __init__(self, page: TopicPage) -> None:
        super().__init__()
        self._page, self._session = page, page.session
        self._household_id, self._stale = 0, True
        self._papers: dict[int, PaperLine] = {}
        self._banners = QVBoxLayout()
        self._banners.setSpacing(9)
        self.choice = Form()
        answers = {language.code: language_words(language.code) for language in PAPER}
        self.language = self.choice.bind(
            "language", tr("Språk"), ChoiceField(answers, unknown=None), hint=tr("Norsk står alltid ved siden av.")
        )
        self._acts = self._print_acts()
        self.heading = QLabel(tr("Utgaver de har fått"))
        self.heading.setProperty("role", "heading")
        self.list = SubList(
            self._words,
            empty=tr("Ingen ennå. Permen får nummer og legger seg her når du skriver den ut."),
            can_remove=False,
            place=lambda edition: Place(topic="papers", id=edition.paper_id),
        )
        self.list.go.connect(page.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(11)
        column.addLayout(self._banners)
        for part in (self.choice, self._acts, self.heading, self.list):
            column.addWidget(part)
        column.addStretch(1)
        self._soon = QTimer(self)  # the page and a change of the file may both ask
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(lambda: self._show() if self._stale and self.isVisible() else None)
        self._session.changed.connect(self._changed)

    def _print_acts(self) -> Flow:
        acts = Flow(gap=8)
        binder = QPushButton(tr("Skriv ut velkomstperm"))
        binder.setProperty("role", "main")
        icons.put(binder, "printer", side=16, on_accent=True)
        binder.clicked.connect(lambda: self._issue("binder"))
        self.sheets = QMenu(self)
        self.sheets.aboutToShow.connect(self._fill_sheets)
        sheet = QPushButton(tr("Skriv ut veiledningsark …"))
        icons.put(sheet, "file-text", side=16)
        sheet.setMenu(self.sheets)
        notice = QPushButton(tr("Varsel om hjemmebesøk"))
        icons.put(notice, "footprints", side=16)
        notice.clicked.connect(lambda: self._issue("visit-notice"))
        for button in (binder, sheet, notice):
            acts.add(button)
        return acts

    def show_of(self, household_id: int) -> None:
        """Show the binder of a household, when it is looked at."""
        if household_id != self._household_id:
            self._household_id = household_id
            self.language.set_value(None)
        self._stale = True
        if self.isVisible():
            self._soon.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Reckon what is shown."""
        super().showEvent(event)
        if self._stale:
            self._show()

    def _changed(self, tables: frozenset[str]) -> None:
        """Texts, house rules and what is said of homes change what the binder would say."""
        if self._household_id:
            self.show_of(self._household_id)

    def _show(self) -> None:
        from bolig_desktop.documents.guide import editions

        self._stale = False
        case, row_id = self._session.case, self._household_id
        while (item := self._banners.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if case.households.find(row_id) is None:  # removed just now
            return
        strict = case.households.is_strict(row_id)
        for part in (self.choice, self._acts, self.heading, self.list):
            part.setVisible(not strict)
        if strict:
            self._banners.addWidget(Banner(Tone.SOON, tr("Ingen papirer skrives ut her for kode 6."), icon="shield"))
            return
        if self.language.typed() == "":
            self.language.set_value(editions.language_of(case, row_id))
        if case.households.is_shielded(row_id):
            text = tr("Det gjelder veiledningsarkene og varselet også. Ta permen fra skriveren selv.")
            self._banners.addWidget(
                Banner(Tone.ACCENT, tr("Verken navn eller adresse står i denne permen"), text=text, icon="shield")
            )
        self._papers = {paper.id: paper for paper in case.papers.of_household(row_id)}
        self._banners.addWidget(self._said(editions.state_of(case, row_id)))
        self.list.set_rows(case.binder_editions.of_household(row_id))

    def _said(self, state: "BinderState") -> Banner:
        if state.edition is None:
            text = tr("Skriv den ut, og gå gjennom den sammen med dem og en tolk.")
            return Banner(Tone.SOON, tr("Husstanden har ikke fått velkomstperm"), text=text)
        if state.changed:
            return Banner(Tone.SOON, tr("De trenger en ny perm"), text=changed_words(self._session.case, state))
        return Banner(Tone.GOOD, tr("De har den nyeste permen"))

    def _words(self, edition: BinderEdition) -> tuple[str, str]:
        facts = {"number": edition.number, "language": language_words(edition.language)}
        paper = self._papers.get(edition.paper_id)
        about = (
            tr("skrevet ut {day}, {pages} sider", day=show_date(paper.printed_on), pages=paper.pages) if paper else ""
        )
        return tr("Utgave {number} på {language}", **facts), about

    def _fill_sheets(self) -> None:
        from bolig_desktop.documents.guide.kinds import SHEET_KINDS

        if self.sheets.isEmpty():
            for kind in SHEET_KINDS:
                self.sheets.addAction(kind.title.partition(": ")[2], partial(self._issue, kind.name))

    def _issue(self, paper: str) -> None:
        from bolig_desktop.ui.documents.issue import issue
        from bolig_desktop.ui.documents.unsaved import refuse_unsaved

        page = self._page
        page.editor.finish()
        if unsaved := page.unsaved():
            refuse_unsaved(page, unsaved[0])
            return
        code = str(self.language.value())
        issue(page.case_panel, page.session, paper, page.record.id, page.record, page.said.emit, code=code)


def changed_words(case: CaseFile, state: "BinderState") -> str:
    """Return which parts say something else than the newest edition the household got."""
    from bolig_desktop.documents.guide import editions

    edition = state.edition
    names = ", ".join(editions.title_of(case, section) for section in state.changed)
    if edition is None:
        return names
    return tr("Endret siden utgave {number}: {sections}.", number=edition.number, sections=names)
