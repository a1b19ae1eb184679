"""Why a household applied for a dwelling, and why it was refused one, for the figures of a year."""

from sqlite_utils import Database

STATEMENTS = (
    "ALTER TABLE matters ADD COLUMN main_reason TEXT",
    "ALTER TABLE decisions ADD COLUMN refusal_reason TEXT",
)


def apply(db: Database) -> None:
    """Make the columns."""
    for statement in STATEMENTS:
        db.execute(statement)
