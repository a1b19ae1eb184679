"""Housing career: plans, their steps, schemes, what was said and what was tried."""

from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE plans (
        id INTEGER PRIMARY KEY,
        household_id INTEGER NOT NULL UNIQUE REFERENCES households(id),
        wish TEXT NOT NULL,
        now TEXT NOT NULL,
        goal TEXT,
        made_on TEXT NOT NULL,
        programme_ends_on TEXT,
        review_on TEXT,
        reviewed_on TEXT,
        signed_on TEXT,
        closed_on TEXT,
        outcome TEXT,
        outcome_note TEXT NOT NULL,
        look_back INTEGER NOT NULL CHECK (look_back IN (0, 1)),
        looked_back_on TEXT,
        look_back_note TEXT NOT NULL,
        loan_nok INTEGER,
        loan_rate TEXT,
        loan_years INTEGER,
        loan_free_years INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE plan_steps (
        id INTEGER PRIMARY KEY,
        household_id INTEGER NOT NULL REFERENCES households(id),
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        who TEXT NOT NULL,
        due_on TEXT,
        anchor TEXT,
        months_before INTEGER,
        done_on TEXT
    ) STRICT
    """,
    """
    CREATE TABLE schemes (
        id INTEGER PRIMARY KEY,
        household_id INTEGER NOT NULL REFERENCES households(id),
        kind TEXT NOT NULL,
        applied_on TEXT,
        answered_on TEXT,
        granted INTEGER CHECK (granted IN (0, 1)),
        reason TEXT NOT NULL,
        amount_nok INTEGER,
        price_nok INTEGER,
        starts_on TEXT,
        ends_on TEXT,
        has_lease INTEGER NOT NULL CHECK (has_lease IN (0, 1)),
        has_costs INTEGER NOT NULL CHECK (has_costs IN (0, 1)),
        has_income INTEGER NOT NULL CHECK (has_income IN (0, 1)),
        has_dwelling INTEGER NOT NULL CHECK (has_dwelling IN (0, 1)),
        has_shared_form INTEGER NOT NULL CHECK (has_shared_form IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE plan_talks (
        id INTEGER PRIMARY KEY,
        household_id INTEGER NOT NULL REFERENCES households(id),
        held_on TEXT NOT NULL,
        kind TEXT NOT NULL,
        said TEXT NOT NULL,
        interpreter INTEGER CHECK (interpreter IN (0, 1)),
        language TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE market_tries (
        id INTEGER PRIMARY KEY,
        household_id INTEGER NOT NULL REFERENCES households(id),
        tried_on TEXT NOT NULL,
        kind TEXT NOT NULL,
        about TEXT NOT NULL,
        answer TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX plan_steps_household ON plan_steps(household_id)",
    "CREATE INDEX schemes_household ON schemes(household_id)",
    "CREATE INDEX plan_talks_household ON plan_talks(household_id)",
    "CREATE INDEX market_tries_household ON market_tries(household_id)",
)


def apply(db: Database) -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        db.execute(statement)
