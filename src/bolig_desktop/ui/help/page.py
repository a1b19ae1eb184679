"""The help: a list of short texts and the one chosen, in the language of the screen; nothing is fetched.

What the workspace does with it: ``window.help_wanted.connect(lambda topic: window.go(help_for(topic)))``.
"""

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QFont, QResizeEvent, QTextBlockFormat, QTextCursor, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from bolig_desktop.paths import resources
from bolig_desktop.ui.navigation import Page, Place
from bolig_desktop.ui.theme import theme
from bolig_desktop.ui.words import language, tr

LIST_WIDTH, WIDEST_TEXT, AIR = 200, 720, 20
_LINE_HEIGHT, _ROW_AIR, _CELL_AIR = 138.0, 14, 5


_SHARED = {"complaints": "defects"}
"""Pages that share the text of another."""


def topics() -> dict[str, str]:
    """Return every topic with its title, in the order they are listed."""
    return {
        "start": tr("Kom i gang"),
        "today": tr("I dag"),
        "dwellings": tr("Boliger"),
        "households": tr("Husstander"),
        "tenancies": tr("Leieforhold"),
        "shared_housing": tr("Bofellesskap"),
        "visits": tr("Hjemmebesøk"),
        "defects": tr("Avvik og klager"),
        "career": tr("Boligkarriere"),
        "landlords": tr("Utleiere"),
        "papers": tr("Papirer"),
        "year": tr("Året"),
        "settings": tr("Innstillinger"),
        "copies": tr("Kopier"),
        "privacy": tr("Gradert adresse"),
        "keys": tr("Hurtigtaster"),
    }


def help_for(topic: str) -> Place:
    """Return the place in the help that is about a page of the window."""
    known = _SHARED.get(topic, topic)
    return Place(topic="help", tab=known if known in topics() else "start")


def text_of(topic: str, lang: str) -> str:
    """Return the text about a topic as Markdown, in bokmål where the language has none."""
    for folder in (lang, "nb"):
        file = resources() / "help" / folder / f"{topic}.md"
        if file.is_file():
            return file.read_text(encoding="utf-8")
    raise KeyError(topic)


class HelpPage(Page):
    """Hjelp."""

    def __init__(self) -> None:
        super().__init__()
        self.case_panel = QWidget()
        self.list = QListWidget()
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setProperty("role", "topics")
        self.list.setAccessibleName(tr("Emner i hjelpen"))
        for topic, title in topics().items():
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, topic)
            item.setSizeHint(QSize(0, self.list.fontMetrics().height() + _ROW_AIR))
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._chosen)
        self.text = Reader()
        self.text.anchorClicked.connect(lambda link: self.go.emit(help_for(link.toString())))
        heading = QLabel(tr("Hjelp"))
        heading.setProperty("role", "title")
        heading.setContentsMargins(10, 0, 0, 0)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(heading)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self.case_panel)
        row.setContentsMargins(14, 18, 0, 0)
        row.setSpacing(26)
        row.addLayout(left)
        row.addWidget(self.text, 1)

    def open(self, place: Place) -> None:
        """Show the text about ``place.tab``, the first steps where it is empty."""
        wanted = place.tab or self.text.topic or "start"
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == wanted:
                self.list.setCurrentRow(row)

    def refresh(self) -> None:
        """Show the text again, in the colours of now."""
        if self.text.topic:
            self.text.show_topic(self.text.topic)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        topic = item.data(Qt.ItemDataRole.UserRole)
        self.text.show_topic(topic)
        self.go.emit(Place(topic="help", tab=topic))


class Reader(QTextBrowser):
    """Shows our own texts; a link in them leads to another of them and nowhere else."""

    def __init__(self) -> None:
        super().__init__()
        self.topic = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setAccessibleName(tr("Hjelpetekst"))
        self.document().setDocumentMargin(4)
        theme().changed.connect(self.theme_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to read, with the scroll bar where the window ends."""
        self.setLineWrapColumnOrWidth(max(1, min(WIDEST_TEXT, event.size().width()) - AIR))
        super().resizeEvent(event)

    def show_topic(self, topic: str) -> None:
        """Show the text about a topic from its beginning."""
        self.topic = topic
        self.document().setDefaultFont(self.font())
        self.setMarkdown(text_of(topic, language()))
        self._set_lines()
        self._set_tables()
        self.verticalScrollBar().setValue(0)

    def _set_lines(self) -> None:
        """Give the lines air, and the headings a size that goes with the rest of the window."""
        points = self.font().pointSizeF()
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            looks = block.blockFormat()
            looks.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            level = looks.headingLevel()
            looks.setTopMargin(16 if level > 1 else 0)
            looks.setBottomMargin(4 if level or block.textList() else 9)
            cursor.setBlockFormat(looks)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                words = cursor.charFormat()
                words.setFontPointSize(points * (1.5 if level == 1 else 1.12))
                words.setFontWeight(QFont.Weight.DemiBold)
                cursor.mergeCharFormat(words)
            block = block.next()

    def _set_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                looks = frame.format().toTableFormat()
                looks.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
                looks.setCellPadding(_CELL_AIR)
                looks.setCellSpacing(0)
                frame.setFormat(looks)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Fetch nothing."""
        return None

    def theme_changed(self) -> None:
        """Show the text in the colours of now."""
        if self.topic:
            self.show_topic(self.topic)
