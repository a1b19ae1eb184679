"""The consumer price index, and what an index change of a rent was reckoned from."""

from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE kpi (
        id INTEGER PRIMARY KEY,
        series TEXT NOT NULL,
        base TEXT NOT NULL,
        month TEXT NOT NULL,
        value TEXT NOT NULL,
        source TEXT NOT NULL,
        entered_on TEXT NOT NULL,
        UNIQUE (series, month)
    ) STRICT
    """,
    "ALTER TABLE matters ADD COLUMN kpi_series TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE matters ADD COLUMN kpi_from_month TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE matters ADD COLUMN kpi_from TEXT",
    "ALTER TABLE matters ADD COLUMN kpi_to_month TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE matters ADD COLUMN kpi_to TEXT",
    "ALTER TABLE matters ADD COLUMN old_rent_nok INTEGER CHECK (old_rent_nok >= 0)",
)


def apply(db: Database) -> None:
    """Make the table of index values, and add what a changed rent rests on to the matters."""
    for statement in STATEMENTS:
        db.execute(statement)
