"""What is seen while the last copy of a case file is made: the file itself is in sight no more."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bolig_desktop.ui.background import Job, ProgressLine
from bolig_desktop.ui.unlock.steps import Next, Step, plain
from bolig_desktop.ui.words import tr


class PuttingAwayStep(Step):
    """Says that a copy is being made, how far it is and what is next, and lets the copy be left out."""

    def __init__(self, job: Job, then: Next) -> None:
        text, without = _words(then)
        super().__init__(tr("Lager kopi …"), text)
        self.progress = ProgressLine(job, tr("Lager kopi …"), stop=without)
        self.progress.label.hide()
        self.progress.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a key typed blindly does not stop it
        self.first = self.progress.bar
        self.progress.stop.clicked.connect(self._stopping)
        self.body.addWidget(self.progress)
        self.body.addWidget(
            plain(tr("Alt er lagret i saksfilen uansett. Hopper du over kopien, lages den neste gang filen er åpen."),
                  "small")
        )  # fmt: skip

    def _stopping(self) -> None:
        self.progress.label.show()
        self.progress.stop.setEnabled(False)


def _words(then: Next) -> tuple[str, str]:
    if then is Next.LOCK:
        last, without = tr("Så er den låst."), tr("Lås uten kopi")
    elif then is Next.CLOSE:
        last, without = tr("Så lukkes Bolig."), tr("Lukk uten kopi")
    else:
        last, without = tr("Så kan du velge hvilken kopi du vil ha tilbake."), tr("Gå videre uten kopi")
    return f"{tr('Kopien blir åpnet igjen og sammenlignet med saksfilen.')} {last}", without
