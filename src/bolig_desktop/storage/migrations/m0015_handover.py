"""Where things are, in her own words, for whoever stands in for her."""

from sqlite_utils import Database

STATEMENTS = ("ALTER TABLE municipality ADD COLUMN where_things_are TEXT NOT NULL DEFAULT ''",)


def apply(db: Database) -> None:
    """Make the column."""
    for statement in STATEMENTS:
        db.execute(statement)
