"""Photos of home visits and of defects; their bytes stand in a table of their own, once each."""

from sqlite_utils import Database

STATEMENTS = (
    "CREATE TABLE photo_contents (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT",
    # Deferred, so that an undo may write a photo whose bytes are gone, and be refused with a sentence before the end.
    """
    CREATE TABLE photos (
        id INTEGER PRIMARY KEY,
        household_id INTEGER REFERENCES households(id),
        visit_id INTEGER REFERENCES visits(id),
        defect_id INTEGER REFERENCES defects(id),
        taken_on TEXT NOT NULL,
        caption TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES photo_contents(sha256) DEFERRABLE INITIALLY DEFERRED,
        width INTEGER NOT NULL CHECK (width > 0),
        height INTEGER NOT NULL CHECK (height > 0),
        size INTEGER NOT NULL CHECK (size > 0),
        CHECK ((visit_id IS NULL) <> (defect_id IS NULL))
    ) STRICT
    """,
    "CREATE INDEX photos_visit ON photos(visit_id)",
    "CREATE INDEX photos_defect ON photos(defect_id)",
    "CREATE INDEX photos_sha256 ON photos(sha256)",
)


def apply(db: Database) -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        db.execute(statement)
