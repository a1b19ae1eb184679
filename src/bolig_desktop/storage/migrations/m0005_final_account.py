"""The final account of a tenancy: what is claimed, paid and deposited."""

from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE final_account_lines (
        id INTEGER PRIMARY KEY,
        tenancy_id INTEGER NOT NULL REFERENCES tenancies(id),
        kind TEXT NOT NULL,
        dated_on TEXT NOT NULL,
        amount_ore INTEGER NOT NULL CHECK (amount_ore >= 0),
        reason TEXT NOT NULL,
        voucher TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX final_account_lines_tenancy ON final_account_lines(tenancy_id)",
)


def apply(db: Database) -> None:
    """Make the table."""
    for statement in STATEMENTS:
        db.execute(statement)
