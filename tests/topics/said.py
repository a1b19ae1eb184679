"""What the rules found, in a form tests can compare; every found problem must have its sentence."""

from collections.abc import Sequence

from bolig_desktop.errors import Problem
from bolig_desktop.text.sentences import LANGUAGES, problem_sentence


def hard(problems: Sequence[Problem]) -> set[tuple[str, str]]:
    """Return (field, code) of what stops the record from being saved."""
    return {(p.field, p.code) for p in _spoken(problems) if p.hard}


def warned(problems: Sequence[Problem]) -> set[tuple[str, str]]:
    """Return (field, code) of the warnings."""
    return {(p.field, p.code) for p in _spoken(problems) if not p.hard}


def _spoken(problems: Sequence[Problem]) -> Sequence[Problem]:
    for problem in problems:
        for language in LANGUAGES:
            assert "{" not in problem_sentence(problem, language)
    return problems
