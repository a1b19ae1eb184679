"""What the File menu writes for others than the case itself: the calendar file and the handover."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from bolig_desktop.ui.main_window import MainWindow
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.messages import confirm
from bolig_desktop.ui.widgets.places import ask_where
from bolig_desktop.ui.words import language, tr


class Outgoing(QObject):
    """The acts over «Lås» in the File menu. choose_file: how the user is asked where the calendar goes."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self.choose_file: Callable[[QWidget, str], Path | None] = ask_calendar
        self._add(tr("Skriv &kalenderfil …"), self.ask_about_calendar)
        self._add(tr("&Overlevering til vikar …"), self.show_handover)
        window.menu("file").insertSeparator(window.act("lock"))

    def _add(self, words: str, act: Callable[[], object]) -> None:
        action = QAction(words, self._window)
        action.triggered.connect(lambda: act())
        self._window.menu("file").insertAction(self._window.act("lock"), action)

    def ask_about_calendar(self) -> None:
        """Say what will be in the file, and write it if that is wanted."""
        self._window.leave_pages()
        confirm(
            self._window,
            tr("Skriv alle datoer til en kalenderfil?"),
            self.write_calendar,
            act=tr("Velg hvor …"),
            detail=tr(
                "I filen står det hva som skal gjøres, dagen, og et nummer du kan søke på i Bolig. Der står ingen "
                "navn, adresser eller tekster noen har skrevet, og ingenting om husstander med kode 6. Les den inn i "
                "en egen kalender: da kan du tømme den og lese inn en ny når noe er flyttet."
            ),
        )

    def write_calendar(self) -> None:
        """Ask where to, write the file whole or not at all, and say what is in it."""
        from bolig_desktop.agenda.outside import days
        from bolig_desktop.clock import now
        from bolig_desktop.documents.filing import NotSaved, Target
        from bolig_desktop.exchange.calendar import calendar_file, left_out_words

        file = self.choose_file(self._window, "bolig.ics")
        if file is None:
            return
        found = days(self._session.case, language())
        try:
            with Target(file) as target:
                target.make_ready(calendar_file(found.entries, self._session.today, now(), language()))
                target.finish()
        except NotSaved:
            self._window.toast.say(tr("Filen kunne ikke lagres der. Velg en annen mappe."))
            return
        said = tr("{count} datoer er skrevet til kalenderfilen.", count=len(found.entries))
        self._window.toast.say(" ".join(part for part in (said, left_out_words(found.left_out, language())) if part))

    def show_handover(self) -> None:
        """Show the handover as it is today, to be printed or saved."""
        from bolig_desktop.ui.documents.handover import show_handover

        self._window.leave_pages()
        show_handover(self._window, self._session)


def ask_calendar(over: QWidget, name: str) -> Path | None:
    """Ask where the calendar file is to lie, proposing ``name``; None where the user let it be."""
    return ask_where(over, tr("Lagre kalenderfilen"), name, kind=tr("Kalender"), ending=".ics")
