"""Settlement quotas, temporary stays and locked years, for the figures of a year."""

from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE temporary_stays (
        id INTEGER PRIMARY KEY,
        household_id INTEGER NOT NULL REFERENCES households(id),
        kind TEXT NOT NULL,
        from_on TEXT NOT NULL,
        to_on TEXT
    ) STRICT
    """,
    "CREATE INDEX temporary_stays_household ON temporary_stays(household_id)",
    """
    CREATE TABLE settlement_quotas (
        id INTEGER PRIMARY KEY,
        year INTEGER NOT NULL UNIQUE,
        asked INTEGER,
        decided INTEGER,
        q1 INTEGER,
        q2 INTEGER,
        q3 INTEGER,
        q4 INTEGER,
        inhabitants INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE locked_years (
        id INTEGER PRIMARY KEY,
        year INTEGER NOT NULL UNIQUE,
        locked_on TEXT NOT NULL,
        figures TEXT NOT NULL
    ) STRICT
    """,
)


def apply(db: Database) -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        db.execute(statement)
