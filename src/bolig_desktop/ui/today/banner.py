"""The banner of a chosen item: what is to be done by when, why, how the date was reckoned, and the acts."""

from collections.abc import Callable, Sequence
from datetime import date

from bolig_desktop.agenda import words
from bolig_desktop.agenda.items import Item, Status, status
from bolig_desktop.agenda.kinds import Who
from bolig_desktop.casefile import CaseFile
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.today.arithmetic import arithmetic, source
from bolig_desktop.ui.today.days import TONES, whole
from bolig_desktop.ui.today.entries import icon_of
from bolig_desktop.ui.today.ways import demand
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.words import language, tr

Acts = Sequence[tuple[str, Callable[[], object]]]


def banner(one: Item, case: CaseFile, acts: Acts) -> Banner:
    """Return the banner of an item."""
    today = case.clock()
    tone = TONES[status(one, today)]
    return Banner(
        Tone.ACCENT if tone is Tone.MUTED else tone,
        heading(one, today),
        text=words.why(one, language()),
        why=lambda: "\n".join(arithmetic(one, case)),
        asks=tr("Hvorfor denne datoen?"),
        section=source(one),
        icon=icon_of(one),
        acts=acts,
    )


def heading(one: Item, today: date) -> str:
    """Return what is to be done, and by which day."""
    day, gone = whole(one.act_by), one.act_by < today
    if one.about.opens:
        return tr("Tidligst {day}", day=day)
    if one.about.who is Who.THEM:
        return tr("Fristen deres var {day}", day=day) if gone else tr("Fristen deres er {day}", day=day)
    act = demand(one)
    if not act:
        if one.about.rule is not None:
            return tr("Siste dag var {day}", day=day) if gone else tr("Siste dag er {day}", day=day)
        return tr("Skulle vært fulgt opp innen {day}", day=day) if gone else tr("Følg opp innen {day}", day=day)
    if gone or status(one, today) is Status.UNCERTAIN:
        return tr("{act} nå. Dagen var {day}.", act=act, day=day)
    return tr("{act} innen {day}", act=act, day=day)
