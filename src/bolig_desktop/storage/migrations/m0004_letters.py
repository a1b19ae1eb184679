"""What letters say and was not kept: an application's answer, an appeal's new assessment, and more."""

from sqlite_utils import Database

STATEMENTS = (
    "ALTER TABLE matters ADD COLUMN about TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE matters ADD COLUMN sort TEXT",
    "ALTER TABLE matters ADD COLUMN granted INTEGER CHECK (granted IN (0, 1))",
    "ALTER TABLE matters ADD COLUMN position TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE matters ADD COLUMN deductions TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE decisions ADD COLUMN rules TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE decisions ADD COLUMN appeal TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE decisions ADD COLUMN appeal_assessment TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE tenancies ADD COLUMN social_notice_declined_on TEXT",
    "ALTER TABLE tenancies ADD COLUMN guarantee_months INTEGER CHECK (guarantee_months >= 0)",
    "ALTER TABLE tenancies ADD COLUMN guarantee_decision TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE contacts ADD COLUMN address TEXT NOT NULL DEFAULT ''",
)


def apply(db: Database) -> None:
    """Add the columns."""
    for statement in STATEMENTS:
        db.execute(statement)
