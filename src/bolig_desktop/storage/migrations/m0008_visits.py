"""Home visits, who has asked not to have them, and the municipality's own plan for them."""

from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE visits (
        id INTEGER PRIMARY KEY,
        household_id INTEGER NOT NULL REFERENCES households(id),
        dwelling_id INTEGER REFERENCES dwellings(id),
        kind TEXT NOT NULL,
        planned_on TEXT,
        time_from TEXT NOT NULL,
        time_to TEXT NOT NULL,
        visitors TEXT NOT NULL,
        purpose TEXT NOT NULL,
        noticed_on TEXT,
        visited_on TEXT,
        why_not TEXT,
        interpreter_language TEXT NOT NULL,
        heating TEXT NOT NULL,
        power TEXT NOT NULL,
        airing TEXT NOT NULL,
        moisture TEXT NOT NULL,
        waste TEXT NOT NULL,
        washing TEXT NOT NULL,
        fire TEXT NOT NULL,
        neighbours TEXT NOT NULL,
        outdoors TEXT NOT NULL,
        about_home TEXT NOT NULL,
        about_people TEXT NOT NULL,
        agreed TEXT NOT NULL,
        next_on TEXT
    ) STRICT
    """,
    """
    CREATE TABLE visit_wishes (
        id INTEGER PRIMARY KEY,
        household_id INTEGER NOT NULL REFERENCES households(id),
        wanted INTEGER NOT NULL,
        asked_on TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX visits_household ON visits(household_id)",
    "CREATE INDEX visits_dwelling ON visits(dwelling_id)",
    "CREATE INDEX visit_wishes_household ON visit_wishes(household_id)",
    "ALTER TABLE municipality ADD COLUMN visit_weeks TEXT NOT NULL DEFAULT '1, 2, 4, 8, 12'",
    "ALTER TABLE municipality ADD COLUMN visit_every_weeks INTEGER NOT NULL DEFAULT 13",
    "ALTER TABLE municipality ADD COLUMN visit_notice_days INTEGER NOT NULL DEFAULT 3",
)


def apply(db: Database) -> None:
    """Make the tables and the columns."""
    for statement in STATEMENTS:
        db.execute(statement)
