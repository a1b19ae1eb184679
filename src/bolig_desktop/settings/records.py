"""What the municipality (kommunen) is: its letterhead and its defaults."""

import enum
from dataclasses import dataclass


class WrittenForm(enum.StrEnum):
    """Målform of the municipality's own papers."""

    BOKMAL = "nb"
    NYNORSK = "nn"


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """The one row of settings that travels with the file.

    lease_months is the ordinary length offered; due_day the day of the month rent falls due; notice_months the
    period of notice; idle_limit_days how long a unit may stand empty before it is said; org_number is nine digits;
    account_number is the municipality's own, never to be used for a deposit (husleieloven § 3-5).
    """

    id: int | None = None
    name: str
    unit: str = ""
    org_number: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    case_officer: str = ""
    account_number: str = ""
    written_form: WrittenForm = WrittenForm.BOKMAL
    lease_months: int = 36
    due_day: int = 1
    notice_months: int = 3
    idle_limit_days: int = 60
    deposit_months: int = 3
    index_clause: bool = True
    letter_footer: str = ""
