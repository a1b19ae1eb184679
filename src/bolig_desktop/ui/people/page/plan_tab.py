"""The housing-career plan on the case of its household: the wish, how far it is, and the way to the plan itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bolig_desktop.career.rules.plan import next_review
from bolig_desktop.casefile.career_checks import anchors
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui import icons
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.words import tr


class PlanTab(QWidget):
    """Boligplan. It is kept and changed on its own page."""

    def __init__(self, page: TopicPage) -> None:
        super().__init__()
        self._page, self._place = page, Place(topic="career")
        self.facts, self.button = FactsList(), QPushButton()
        icons.put(self.button, "trending-up", side=16)
        self.button.clicked.connect(lambda: page.go.emit(self._place))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.facts)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_of(self, household_id: int) -> None:
        """Show the plan of a household, or that it has none."""
        case = self._page.session.case
        plan = case.plans.of_household(household_id)
        self.facts.clear()
        if plan is None:
            self._place = Place(topic="career", tab=f"new household_id={household_id}")
            self.button.setText(tr("Lag en boligplan"))
            self.facts.add(tr("Boligplan"), tr("Husstanden har ingen boligplan ennå."))
            return
        self._place = Place(topic="career", id=plan.id)
        self.button.setText(tr("Åpne planen"))
        review = next_review(plan, anchors(case, plan))
        self.facts.add(tr("Ønsket"), plan.wish)
        self.facts.add(tr("Nå"), label(plan.now))
        self.facts.add(tr("Mål"), label(plan.goal))
        if review is not None:
            self.facts.add(tr("Neste gjennomgang"), show_date(review))
        if plan.outcome is not None:
            self.facts.add(tr("Hvordan det gikk"), label(plan.outcome))
