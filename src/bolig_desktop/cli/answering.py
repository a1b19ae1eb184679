"""What a command says and where: its answer in UTF-8, and one sentence about whatever is in the way."""

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bolig_desktop.cli.words import WrongWords
from bolig_desktop.errors import FileTrouble, Problem, Refused

GOOD, MENDABLE, WRONG_USE = 0, 1, 2

Sentences = Sequence[tuple[str, str]]
"""What is in the way: the field it stands beside ("" for none) and the sentence."""


class Said(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A sentence of the command's own about what the user can mend."""


class NotWritten(Exception):  # noqa: N818 - says what it is
    """The answer cannot be written where it was to go."""


def line(words: object) -> None:
    """Write one line of the answer. Raises NotWritten and BrokenPipeError."""
    with _writing():
        if sys.stdout is not None:  # a program without a console has none
            sys.stdout.write(f"{words}\n")


def flush() -> None:
    """Send off what was written so far. Raises NotWritten and BrokenPipeError."""
    with _writing():
        if sys.stdout is not None:
            sys.stdout.flush()


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWritten from error


def put(value: Any) -> None:
    """Write the answer as JSON. Raises NotWritten and BrokenPipeError."""
    line(json.dumps(value, ensure_ascii=False, indent=1))


def refuse(problem: BaseException, words: Sequence[str]) -> int:
    """Say what is in the way, also as JSON where that was asked for and the words were right; return the exit code.

    Raises the problem itself where it is a bug and the window's crash box or a developer is there to be told.
    """
    said = _sentences(problem)
    tell(" ".join(sentence for _, sentence in said))
    code = WRONG_USE if isinstance(problem, WrongWords) else MENDABLE
    if "--json" in words and code == MENDABLE:
        put({"problems": [{"field": field, "problem": sentence} for field, sentence in said]})
    return code


def _sentences(problem: BaseException) -> Sentences:
    match problem:
        case WrongWords() | Said():
            return [("", str(problem))]
        case Refused():
            return [(one.field, _problem_sentence(one)) for one in problem.problems]
        case FileTrouble():
            return [("", _trouble_sentence(problem))]
        case OSError():
            return [("", _trouble_sentence(_as_trouble(problem)))]
        case KeyboardInterrupt():
            return [("", "Avbrutt.")]
    if sys.flags.dev_mode or sys.excepthook is not sys.__excepthook__:
        raise problem
    return [("", f"Noe gikk galt i programmet ({_place_of(problem)}), men det som var lagret, er trygt.")]


def tell(sentence: str) -> None:
    """Say a sentence to whoever typed the command."""
    with contextlib.suppress(OSError, AttributeError):  # a program without a console has no streams
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()


def _trouble_sentence(trouble: FileTrouble) -> str:
    from bolig_desktop.casefile.opened import NoPassphrase
    from bolig_desktop.text.sentences import trouble_sentence

    if isinstance(trouble, NoPassphrase):
        return "Passordet mangler: BOLIG_PASSPHRASE er ikke satt, og her er det ingen å spørre."
    return trouble_sentence(trouble)


def _as_trouble(error: OSError) -> FileTrouble:
    from bolig_desktop.storage.guard import kind_of

    return FileTrouble(kind_of(error))


def _problem_sentence(problem: Problem) -> str:
    from bolig_desktop.text.sentences import problem_sentence

    return problem_sentence(problem) + (f" ({problem.section})" if problem.section else "")


def _place_of(bug: BaseException) -> str:
    """Return what kind of error it was and where in the program; never its words, which may name a person."""
    step = bug.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    where = f" i {Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step else ""
    return type(bug).__name__ + where


def speak_utf8() -> None:
    """Answer in UTF-8 wherever the answer goes; a path that is not text comes out as it is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def be_silent() -> None:
    """Keep Python from complaining once more at exit about an answer that could not be written."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
