"""What should be checked in its source: how many rules and figures, in words, and the noting that one was."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import SignalInstance

from bolig_desktop.casefile import CaseFile, looking_up
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.sentences import sentence, trouble_sentence
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.words import language, tr


class _Tells(Protocol):
    """A part of the settings: the signals ``kept`` and ``said``."""

    kept: SignalInstance
    said: SignalInstance


def to_check(case: CaseFile) -> str:
    """Return ``3 regler og 2 satser bør kontrolleres``, "" where there are none."""
    counts = (("rule", len(looking_up.rules_due(case))), ("figure", len(looking_up.figures_due(case))))
    things = tuple((thing, count) for thing, count in counts if count)
    return sentence("parameter.to_check.short", language(), things_counted=things) if things else ""


def note_checked(
    part: _Tells, session: Session, note: Callable[[CaseFile], date], seen_to: Callable[[], object]
) -> None:
    """Note that something was checked today, and tell when it is to be checked again; where it cannot be, tell why.

    note: writes it and returns that day. seen_to: puts the keyboard where it goes on, before it is told.
    """
    try:
        again = session.run(note)
    except Refused as refused:
        part.said.emit(sentences_for(refused.problems, language())[0][0])
    except FileTrouble as trouble:
        part.said.emit(trouble_sentence(trouble, language()))
    else:
        seen_to()
        part.kept.emit(tr("Kontrollert i dag. Neste gang {day}.", day=show_date(again)))
