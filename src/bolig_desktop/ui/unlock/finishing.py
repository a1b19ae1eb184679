"""From an open file to one that can be used: the sheet on paper, a passphrase, a second place, what must be said."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.unlock import troubles
from bolig_desktop.ui.unlock.stage import Stage
from bolig_desktop.ui.unlock.steps import Step
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.words import language, tr

if TYPE_CHECKING:
    from bolig_desktop.security.openfile import OpenFile
    from bolig_desktop.ui.unlock.type_back import TypeBackStep

# Each step is imported when it is asked for: the first window needs none of them.


class Finishing(Stage):
    """What follows once the file is open; nothing found at opening is passed over in silence."""

    def restore(self) -> None:
        """Ask which copy to take back, and where to."""
        raise NotImplementedError

    def _take(self, opened: OpenFile) -> None:
        """Go on with an open file: the sheet, a new passphrase, what is to be said, and in."""
        self._in_hand = opened
        if not opened.setup_finished:
            self._show_sheet(opened)
        elif opened.by_sheet:
            self._ask_new_passphrase(opened)
        else:
            self._say_notices(opened)

    def _show_sheet(self, opened: OpenFile) -> None:
        from bolig_desktop.ui.unlock.sheet import SheetStep  # brings what draws pages: not for the first window

        step = SheetStep(_sheet_pdf(opened, self._clock()))
        step.on_paper.connect(lambda: self._ask_letters(opened))
        self._show(step, lambda: self._show_sheet(opened))

    def _ask_letters(self, opened: OpenFile) -> None:
        from bolig_desktop.ui.unlock.type_back import TypeBackStep

        step = TypeBackStep(opened.asked_positions())
        step.sheet_wanted.connect(lambda: self._show_sheet(opened))
        step.given.connect(lambda letters: self._finish(step, opened, letters))
        self._show(step, lambda: self._ask_letters(opened))

    def _finish(self, step: TypeBackStep, opened: OpenFile, letters: dict[int, str]) -> None:
        try:
            right = opened.finish_setup(letters)
        except FileTrouble as trouble:
            self._say(trouble)
            return
        if not right:
            step.wrong()
            step.say(Banner(Tone.SOON, tr("Minst ett tegn er ikke likt arket"), icon="circle-alert",
                            text=tr("Tell tegnene en gang til, fra venstre, uten bindestrekene.")))  # fmt: skip
            return
        self._ask_second_place(opened)

    def _ask_second_place(self, opened: OpenFile) -> None:
        if self.machine.second_folder:
            self._say_notices(opened)
            return
        from bolig_desktop.ui.unlock.second_place import SecondPlaceStep

        step = SecondPlaceStep(self._asking, opened.path)
        step.given.connect(lambda folder: self._use_second_place(opened, folder))
        step.later.connect(lambda: self._put_off(opened))
        self._show(step, lambda: self._ask_second_place(opened))

    def _use_second_place(self, opened: OpenFile, folder: Path) -> None:
        self.machine.second_folder = str(folder)
        self._say_notices(opened)

    def _put_off(self, opened: OpenFile) -> None:
        self.machine.reminded_on = date.isoformat(self._clock())
        self._say_notices(opened)

    def _ask_new_passphrase(self, opened: OpenFile) -> None:
        from bolig_desktop.ui.unlock.new_passphrase import NewPassphraseStep

        step = NewPassphraseStep(must=opened.needs_passphrase)
        step.given.connect(lambda passphrase: self._change(opened, passphrase))
        step.skipped.connect(lambda: self._say_notices(opened))
        self._show(step, lambda: self._ask_new_passphrase(opened))

    def _change(self, opened: OpenFile, passphrase: str) -> None:
        def work() -> None:
            opened.change_passphrase(None, passphrase)
            self._say_notices(opened)

        self._do(work, tr("Bytter passordet …"), again=lambda: self._change(opened, passphrase))

    def _say_notices(self, opened: OpenFile) -> None:
        """Say what was found at opening before the window comes; nothing of it is lost among other things."""
        if not opened.notices and not self._kept_aside:
            self._done(opened)
            return
        from bolig_desktop.text.sentences import trouble_sentence

        step = Step(tr("Før du går videre"))
        if self._kept_aside:
            words = tr("Saksfilen som lå der fra før, er tatt vare på. Den heter nå {name}.", name=self._kept_aside)
            step.body.addWidget(Banner(Tone.GOOD, tr("Kopien er hentet tilbake"), text=words))
        for kind in opened.notices:
            step.body.addWidget(
                troubles.quiet_banner(trouble_sentence(FileTrouble(kind), language()), tone=Tone.SOON)
            )
        step.first = step.add_act(tr("Gå videre"), lambda: self._done(opened), main=True)
        if TroubleKind.BEHIND in opened.notices:
            step.add_act(tr("Hent tilbake fra kopi"), self._back_to_restore)
        self._show(step, lambda: self._say_notices(opened))

    def _back_to_restore(self) -> None:
        self._put_away()
        self.restore()

    def _done(self, opened: OpenFile) -> None:
        def work() -> None:
            from bolig_desktop.casefile.opened import keep_search
            from bolig_desktop.ui.unlock import beginning

            beginning.write(opened)
            keep_search(opened)
            if opened.fact("demo") != "yes":  # the next start asks for her own file, not for the demo's passphrase
                self._remember(opened.path)
            self._in_hand = None
            try:
                self.opened.emit(opened)
            finally:
                self._show(Step(""), self._anew)  # what was typed, and the sheet, stand nowhere any more

        self._do(work, tr("Gjør klart …"), again=lambda: self._done(opened))


def _sheet_pdf(opened: OpenFile, day: date) -> bytes:
    from bolig_desktop.documents.recovery_sheet import recovery_sheet
    from bolig_desktop.ui.unlock import beginning

    whose = beginning.municipality(opened)
    return recovery_sheet(
        opened.sheet_text(), municipality=whose.name, unit=whose.unit, made_on=day, language=whose.written_form
    )
