"""What the meters showed at a visit, topics of a household's own, and the tasks a visit leaves."""

from sqlite_utils import Database

STATEMENTS = (
    "ALTER TABLE visits ADD COLUMN power_reading TEXT",
    "ALTER TABLE visits ADD COLUMN water_reading TEXT",
    "ALTER TABLE visits ADD COLUMN heat_reading TEXT",
    "ALTER TABLE visits ADD COLUMN own_topics TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE tasks (
        id INTEGER PRIMARY KEY,
        household_id INTEGER NOT NULL REFERENCES households(id),
        visit_id INTEGER REFERENCES visits(id),
        what TEXT NOT NULL,
        who TEXT NOT NULL,
        due_on TEXT NOT NULL,
        done_on TEXT
    ) STRICT
    """,
    "CREATE INDEX tasks_household ON tasks(household_id)",
    "CREATE INDEX tasks_visit ON tasks(visit_id)",
)


def apply(db: Database) -> None:
    """Make the columns and the table."""
    for statement in STATEMENTS:
        db.execute(statement)
