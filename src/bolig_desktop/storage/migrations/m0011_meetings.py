"""Shared housing in daily life: meetings, conflicts, hours, shared costs, neighbours, bostøtte."""

from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE house_meetings (
        id INTEGER PRIMARY KEY,
        house_id INTEGER NOT NULL REFERENCES dwellings(id),
        held_on TEXT NOT NULL,
        led_by TEXT NOT NULL,
        present TEXT NOT NULL,
        interpreter TEXT NOT NULL,
        minute TEXT NOT NULL,
        next_on TEXT,
        signed_on TEXT
    ) STRICT
    """,
    """
    CREATE TABLE meeting_points (
        id INTEGER PRIMARY KEY,
        meeting_id INTEGER NOT NULL REFERENCES house_meetings(id),
        what TEXT NOT NULL,
        who TEXT NOT NULL,
        due_on TEXT,
        done_on TEXT,
        result TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE house_conflicts (
        id INTEGER PRIMARY KEY,
        house_id INTEGER NOT NULL REFERENCES dwellings(id),
        step TEXT NOT NULL,
        happened_on TEXT NOT NULL,
        household_id INTEGER REFERENCES households(id),
        other_household_id INTEGER REFERENCES households(id),
        topic TEXT NOT NULL,
        facts TEXT NOT NULL,
        agreed TEXT NOT NULL,
        interpreter TEXT NOT NULL,
        follow_up_on TEXT,
        closed_on TEXT,
        follows_id INTEGER REFERENCES house_conflicts(id),
        skipped TEXT NOT NULL,
        matter_id INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE worker_hours (
        id INTEGER PRIMARY KEY,
        house_id INTEGER NOT NULL REFERENCES dwellings(id),
        month TEXT NOT NULL,
        who TEXT NOT NULL,
        hours TEXT NOT NULL,
        tasks TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE shared_costs (
        id INTEGER PRIMARY KEY,
        house_id INTEGER NOT NULL REFERENCES dwellings(id),
        month TEXT NOT NULL,
        kind TEXT NOT NULL,
        amount_ore INTEGER NOT NULL CHECK (amount_ore > 0),
        split TEXT NOT NULL,
        voucher TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE cost_shares (
        id INTEGER PRIMARY KEY,
        house_id INTEGER NOT NULL REFERENCES dwellings(id),
        dwelling_id INTEGER NOT NULL REFERENCES dwellings(id),
        from_month TEXT NOT NULL,
        parts INTEGER NOT NULL CHECK (parts >= 0)
    ) STRICT
    """,
    """
    CREATE TABLE cost_accounts (
        id INTEGER PRIMARY KEY,
        house_id INTEGER NOT NULL REFERENCES dwellings(id),
        year INTEGER NOT NULL,
        asked_on TEXT,
        dwelling_id INTEGER REFERENCES dwellings(id),
        handed_out_on TEXT
    ) STRICT
    """,
    """
    CREATE TABLE newcomer_talks (
        id INTEGER PRIMARY KEY,
        house_id INTEGER NOT NULL REFERENCES dwellings(id),
        household_id INTEGER NOT NULL REFERENCES households(id),
        asked_on TEXT,
        knows INTEGER CHECK (knows IN (0, 1)),
        wants INTEGER CHECK (wants IN (0, 1)),
        residents_want INTEGER CHECK (residents_want IN (0, 1)),
        interpreter TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE neighbour_letters (
        id INTEGER PRIMARY KEY,
        house_id INTEGER NOT NULL REFERENCES dwellings(id),
        contact TEXT NOT NULL,
        phone TEXT NOT NULL,
        new_from TEXT,
        open_day_on TEXT,
        open_from TEXT NOT NULL,
        open_to TEXT NOT NULL,
        handed_out_on TEXT
    ) STRICT
    """,
    """
    CREATE TABLE house_approvals (
        id INTEGER PRIMARY KEY,
        house_id INTEGER NOT NULL UNIQUE REFERENCES dwellings(id),
        approved_on TEXT,
        reference TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE benefit_forms (
        id INTEGER PRIMARY KEY,
        tenancy_id INTEGER NOT NULL UNIQUE REFERENCES tenancies(id),
        form_9s01_on TEXT,
        form_9s08_on TEXT
    ) STRICT
    """,
    "CREATE INDEX house_meetings_house_id ON house_meetings(house_id)",
    "CREATE INDEX meeting_points_meeting_id ON meeting_points(meeting_id)",
    "CREATE INDEX house_conflicts_house_id ON house_conflicts(house_id)",
    "CREATE INDEX house_conflicts_household_id ON house_conflicts(household_id)",
    "CREATE INDEX worker_hours_house_id ON worker_hours(house_id)",
    "CREATE INDEX shared_costs_house_id ON shared_costs(house_id)",
    "CREATE INDEX cost_shares_house_id ON cost_shares(house_id)",
    "CREATE INDEX cost_accounts_house_id ON cost_accounts(house_id)",
    "CREATE INDEX newcomer_talks_house_id ON newcomer_talks(house_id)",
    "CREATE INDEX newcomer_talks_household_id ON newcomer_talks(household_id)",
    "CREATE INDEX neighbour_letters_house_id ON neighbour_letters(house_id)",
)


def apply(db: Database) -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        db.execute(statement)
