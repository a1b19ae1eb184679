"""Dated figures of the user's own, and when rules and figures were looked up in their sources."""

from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE own_parameters (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        valid_from TEXT,
        valid_to TEXT,
        certainty TEXT NOT NULL,
        source TEXT NOT NULL,
        next_check TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE source_looks (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        looked_on TEXT NOT NULL,
        looked_by TEXT NOT NULL,
        next_check TEXT NOT NULL
    ) STRICT
    """,
)


def apply(db: Database) -> None:
    """Make the two tables."""
    for statement in STATEMENTS:
        db.execute(statement)
