"""What can be asked of the law: for each rule the forms of its question, each answered by one small function."""

from collections.abc import Mapping

from bolig_desktop.law.arguments import Form
from bolig_desktop.law.questions import duties, ending, husbanken, living, periods, rent

QUESTIONS: Mapping[str, tuple[Form, ...]] = {
    **periods.QUESTIONS,
    **rent.QUESTIONS,
    **living.QUESTIONS,
    **ending.QUESTIONS,
    **duties.QUESTIONS,
    **husbanken.QUESTIONS,
}
"""Rule id to its forms: the parameters' names are the arguments', those with a default may be left out."""
