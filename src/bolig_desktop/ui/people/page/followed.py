"""The tab with all that was asked for, assessed and decided about a household, with a lease or before it has one."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.ui.followup.matters import TAB, matters_of
from bolig_desktop.ui.followup.need import assessments_of, decisions_of
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.words import tr


class FollowedTab(QWidget):
    """Saker: three lists, each named as its table is, and ``begin`` that opens one line of them."""

    def __init__(self, page: TopicPage) -> None:
        super().__init__()
        self.matters, self.decisions = matters_of(page), decisions_of(page, TAB)
        self.assessments = assessments_of(page)
        self.lists = {"matters": self.matters, "decisions": self.decisions, "assessments": self.assessments}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for heading, sub in zip(
            (tr("Saker og frister"), tr("Vedtak"), tr("Behovsvurdering")), self.lists.values(), strict=True
        ):
            words = QLabel(heading)
            words.setProperty("role", "heading")
            column.addWidget(words)
            column.addWidget(sub)
        column.addStretch(1)

    def begin(self, page: TopicPage, table: str, row_id: int) -> None:
        """Open the line with this id for change, where it is the household's and still there."""
        record = getattr(page.session.case, table).find(row_id)
        if record is not None and record.household_id == page.record.id:
            self.lists[table].begin(record)
