"""Defects, complaints and recurring checks of homes."""

from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE defects (
        id INTEGER PRIMARY KEY,
        dwelling_id INTEGER NOT NULL REFERENCES dwellings(id),
        room TEXT NOT NULL,
        what TEXT NOT NULL,
        kind TEXT NOT NULL,
        urgency TEXT NOT NULL,
        replace INTEGER NOT NULL CHECK (replace IN (0, 1)),
        reported_on TEXT NOT NULL,
        reported_by TEXT NOT NULL,
        household_id INTEGER REFERENCES households(id),
        mender TEXT,
        sent_to TEXT NOT NULL,
        sent_on TEXT,
        promised_on TEXT,
        promise TEXT NOT NULL,
        mended_on TEXT,
        cost_nok INTEGER,
        cause TEXT NOT NULL,
        note TEXT NOT NULL,
        visit_id INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE complaints (
        id INTEGER PRIMARY KEY,
        dwelling_id INTEGER NOT NULL REFERENCES dwellings(id),
        household_id INTEGER REFERENCES households(id),
        source TEXT NOT NULL,
        complainant TEXT NOT NULL,
        received_on TEXT NOT NULL,
        what TEXT NOT NULL,
        answered_on TEXT,
        answer TEXT NOT NULL,
        closed_on TEXT,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE home_checks (
        id INTEGER PRIMARY KEY,
        dwelling_id INTEGER NOT NULL REFERENCES dwellings(id),
        kind TEXT NOT NULL,
        months INTEGER CHECK (months > 0),
        done_on TEXT,
        result TEXT,
        note TEXT NOT NULL,
        UNIQUE (dwelling_id, kind)
    ) STRICT
    """,
    "ALTER TABLE papers ADD COLUMN defect_id INTEGER REFERENCES defects(id)",
    "CREATE INDEX papers_defect ON papers(defect_id)",
    "CREATE INDEX defects_dwelling ON defects(dwelling_id)",
    "CREATE INDEX defects_household ON defects(household_id)",
    "CREATE INDEX complaints_dwelling ON complaints(dwelling_id)",
    "CREATE INDEX complaints_household ON complaints(household_id)",
)


def apply(db: Database) -> None:
    """Make the tables, and let a paper be about a defect."""
    for statement in STATEMENTS:
        db.execute(statement)
