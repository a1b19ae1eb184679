"""What defects have cost, per dwelling and year."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.casefile.maintenance_lines import by_year, costs
from bolig_desktop.text.money import show_kroner
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.words import tr

_SHOWN = 60


class CostsTab(QWidget):
    """Sums of kroner: this dwelling's years first, then every dwelling's, the newest year first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.mine, self.all = FactsList(), FactsList()
        self._nothing = QLabel(tr("Ingen kostnader er ført. Før kostnaden på avviket når det er utbedret."))
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("role", "muted")
        self._headings = (QLabel(tr("Denne boligen")), QLabel(tr("Alle boliger")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        for heading, facts in zip(self._headings, (self.mine, self.all), strict=True):
            heading.setProperty("role", "group")
            column.addWidget(heading)
            column.addWidget(facts)
        column.addStretch(1)

    def show_of(self, dwelling_id: int) -> None:
        """Show the sums, those of one dwelling first."""
        rows = costs(self._session.case)
        self.mine.clear()
        self.all.clear()
        self._nothing.setVisible(not rows)
        for part in (*self._headings, self.mine, self.all):
            part.setVisible(bool(rows))
        own = [row for row in rows if row[0] == dwelling_id]
        for _, _, year, nok in own:
            self.mine.add(str(year), show_kroner(nok))
        if not own:
            self.mine.add(tr("Ingen kostnader"), "")
        for year, nok in by_year(rows).items():
            self.all.add(tr("{year}, til sammen", year=year), show_kroner(nok))
            for row_id, called, _, each in [row for row in rows if row[2] == year][:_SHOWN]:
                self.all.add(called, show_kroner(each), place=Place(topic="dwellings", id=row_id, tab="defects"))
