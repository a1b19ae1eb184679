"""The tab with all that was asked for, assessed and decided about a household, with a lease or before it has one."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.ui.followup.matters import matters_of
from bolig_desktop.ui.followup.need import assessments_of, decisions_of
from bolig_desktop.ui.followup.places import MATTERS
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.words import tr


class FollowedTab(QWidget):
    """Saker: three lists, each by the name of its table."""

    def __init__(self, page: TopicPage) -> None:
        super().__init__()
        self.matters, self.decisions = matters_of(page), decisions_of(page, MATTERS)
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
