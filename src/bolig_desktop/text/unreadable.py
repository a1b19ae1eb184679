"""What somebody typed cannot be read: said as a code and facts, so that the window can say it in her language."""

from collections.abc import Mapping

from bolig_desktop.errors import Problem


class Unreadable(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """Typed text that is not a date, an amount or a number; ``code`` is the key of its sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = facts

    def problem(self, field: str) -> Problem:
        """Return the same as a problem beside ``field`` (the record's field name)."""
        return Problem(field=field, code=self.code, facts=self.facts)


class DateProblem(Unreadable):
    """The text is not a date that exists."""


class MoneyProblem(Unreadable):
    """The text is not an amount the program can take."""


class NumberProblem(Unreadable):
    """The text is not a number."""
