"""The handover before it leaves the house."""

from PySide6.QtWidgets import QDialog, QWidget

from bolig_desktop.documents.handover import handover
from bolig_desktop.documents.handover_facts import gather
from bolig_desktop.ui.documents.unfiled import show_unfiled
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.words import tr

FILE_NAME = "overlevering.pdf"


def show_handover(over: QWidget, session: Session) -> QDialog:
    """Show the paper, or say why it cannot be made."""
    form = session.case.settings.municipality().written_form.value
    return show_unfiled(
        over,
        tr("Overlevering til vikar"),
        _told(session),
        lambda form: handover(gather(session.case, form), form)[0],
        form=form,
        file_name=FILE_NAME,
    )


def _told(session: Session) -> str:
    words = tr(
        "Papiret har mange husstander og arkiveres ikke. Lås det inn, og makuler det etterpå. En lagret fil er "
        "ikke låst."
    )
    if session.case.settings.municipality().where_things_are.strip():
        return words
    return " ".join((words, tr("Hvor ting er, skriver du i Innstillinger, under «Kommunen».")))
