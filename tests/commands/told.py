"""What a command answered, and whether what it said is one sentence a user can read."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What a command gave back: its exit code and what it wrote where."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        return json.loads(self.out)


def one_sentence(answer: Answer, codes: Sequence[int] = (1, 2)) -> str:
    """Return what was said, after checking that it is one line of bokmål and not a traceback."""
    assert answer.code in codes, answer
    assert answer.err.count("\n") == 1 and answer.err.endswith((".\n", ")\n")), answer.err
    for word in ("Traceback", "Error", "error", "usage", "argument", "invalid", "expected", "Noe gikk galt"):
        assert word not in answer.err, answer.err
    return answer.err.strip()
