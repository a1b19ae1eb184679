"""A kill while a visit is being registered loses at most the last word (the form's half of reliability.md K2)."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from bolig_desktop import clock
from bolig_desktop.casefile.opened import case_of
from build import a_municipality, a_tenancy
from reliability.workshop import Case

CHILD = Path(__file__).with_name("visit_child.py")
WORDS = (
    "Litt mugg bak senga på soverommet, og ventilen var tettet med teip. Vi tok den bort sammen, og viste hvordan man"
    " lufter morgen og kveld. Røykvarsleren er prøvd og virker. De vet hvor stoppekranen er."
)
LONGEST_WORD = max(map(len, WORDS.split())) + 1
WITH_PAUSES = 20
"""How many keystrokes before the kill come at their own pace: more than two looks at what is to be kept."""
RUNS = [pytest.param(2, id="quick"), pytest.param(200, id="full", marks=pytest.mark.long)]


def started(case: Case, household_id: int) -> subprocess.Popen[bytes]:
    """Start the program whose window is to be typed in; it waits to be told before it opens the file."""
    command = [sys.executable, str(CHILD), str(case.path), case.sheet, str(household_id), WORDS]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)


def killed_after(child: subprocess.Popen[bytes], keys: int, wait: float) -> int:
    """Let the window be typed in, kill it some time after so many keystrokes, and return how many there were."""
    typed = 0
    with child:
        try:
            child.stdin.write(b"%d\n" % max(0, keys - WITH_PAUSES))
            child.stdin.flush()
            while typed < keys:
                told = os.read(child.stdout.fileno(), 1)
                assert told, "the child ended by itself"
                typed += 1
            time.sleep(wait)  # when the kill falls is what the test varies
        finally:
            child.send_signal(signal.SIGKILL)
        while more := os.read(child.stdout.fileno(), 4096):
            typed += len(more)
    return typed


def _only_the_last_word_is_lost(case: Case, household_id: int, typed: int) -> None:
    opened = case.open()
    try:
        drafts = case_of(opened).drafts
        draft = drafts.find("visits", record_id=0, context=str(household_id))
        assert draft is not None and draft.typed["heating"] == "t"
        kept = draft.typed.get("about_home", "")
        assert WORDS.startswith(kept)
        assert typed - len(kept) <= LONGEST_WORD, (WORDS[:typed], kept)
        drafts.drop("visits", record_id=0, context=str(household_id))
    finally:
        opened.close()


@pytest.mark.parametrize("kills", RUNS)
def test_a_kill_at_any_keystroke_loses_at_most_the_last_word(case: Case, kills: int) -> None:
    opened = case.open()
    ours = case_of(opened, clock.fixed(date(2026, 11, 22)))
    a_municipality(ours)
    household_id = a_tenancy(ours, starts_on=date(2026, 11, 1), ends_on=None).household_id
    opened.close()
    chance = random.Random(20261128)
    ready = started(case, household_id)
    try:
        for _ in range(kills):
            child, ready = ready, started(case, household_id)  # the next one starts up while this one is typed in
            typed = killed_after(child, chance.randint(LONGEST_WORD, len(WORDS)), chance.uniform(0, 0.3))
            _only_the_last_word_is_lost(case, household_id, typed)
    finally:
        with ready:
            ready.kill()
