"""Why a paper cannot be shown now: something stands in a form and not in the file, which papers are made of."""

from typing import Protocol

from PySide6.QtCore import SignalInstance

from bolig_desktop.ui.topic_page import Unsaved
from bolig_desktop.ui.widgets.case_panel import CasePanel
from bolig_desktop.ui.widgets.messages import confirm
from bolig_desktop.ui.words import tr


class ShowsCase(Protocol):
    """A page with a case and a line to say things in."""

    case_panel: CasePanel

    @property
    def said(self) -> SignalInstance:
        """The signal for the status line."""


def refuse_unsaved(page: ShowsCase, unsaved: Unsaved) -> None:
    """Say what stands in a form and not in the file, and offer to go there."""
    form = unsaved.form

    def go_there() -> None:
        page.case_panel.tabs.choose(unsaved.tab)
        form.check()
        if not form.focus_first_wrong():
            form.focus(next(iter(form.typed()), next(iter(form.fields))))

    fields = ", ".join(f"«{form.labels[name]}»" for name in form.typed())
    why = tr("Ikke lagret: {fields}. Papiret ville vist det som sto der før.", fields=fields)
    confirm(
        page.case_panel, tr("Papiret kan ikke skrives ut ennå"), go_there, act=tr("Rett det først"),
        detail=f"{unsaved.words} {why}",
    )  # fmt: skip
    page.said.emit(f"{unsaved.words} {why}")
