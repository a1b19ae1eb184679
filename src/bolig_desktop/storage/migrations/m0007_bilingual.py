"""Bilingual papers: own texts and checks, house rules, what the binder says of a home, and its editions."""

from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE own_texts (
        id INTEGER PRIMARY KEY,
        language TEXT NOT NULL,
        unit TEXT NOT NULL,
        text TEXT NOT NULL,
        of TEXT NOT NULL,
        written_on TEXT NOT NULL,
        UNIQUE (language, unit)
    ) STRICT
    """,
    """
    CREATE TABLE text_checks (
        id INTEGER PRIMARY KEY,
        language TEXT NOT NULL,
        unit TEXT NOT NULL,
        text_print TEXT NOT NULL,
        of TEXT NOT NULL,
        interpreter TEXT NOT NULL,
        checked_on TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE house_rules (
        id INTEGER PRIMARY KEY,
        house_id INTEGER NOT NULL REFERENCES dwellings(id),
        version INTEGER NOT NULL CHECK (version > 0),
        agreed_on TEXT,
        valid_from TEXT,
        change TEXT NOT NULL,
        quiet_from TEXT NOT NULL,
        quiet_to TEXT NOT NULL,
        guest_nights INTEGER NOT NULL,
        laundry_from TEXT NOT NULL,
        laundry_to TEXT NOT NULL,
        meeting_place TEXT NOT NULL,
        house_contact TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE house_rule_lines (
        id INTEGER PRIMARY KEY,
        rules_id INTEGER NOT NULL REFERENCES house_rules(id),
        topic TEXT NOT NULL,
        clause TEXT NOT NULL,
        text TEXT NOT NULL,
        position INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE rule_signatures (
        id INTEGER PRIMARY KEY,
        rules_id INTEGER NOT NULL REFERENCES house_rules(id),
        household_id INTEGER NOT NULL REFERENCES households(id),
        signed_on TEXT NOT NULL,
        language TEXT NOT NULL,
        interpreter TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE home_guides (
        id INTEGER PRIMARY KEY,
        dwelling_id INTEGER NOT NULL UNIQUE REFERENCES dwellings(id),
        heating_electric INTEGER NOT NULL CHECK (heating_electric IN (0, 1)),
        heating_floor INTEGER NOT NULL CHECK (heating_floor IN (0, 1)),
        heating_pump INTEGER NOT NULL CHECK (heating_pump IN (0, 1)),
        heating_radiator INTEGER NOT NULL CHECK (heating_radiator IN (0, 1)),
        heating_wood INTEGER NOT NULL CHECK (heating_wood IN (0, 1)),
        heating_detail TEXT NOT NULL,
        stopcock TEXT,
        stopcock_detail TEXT NOT NULL,
        fuse_box TEXT,
        fuse_box_detail TEXT NOT NULL,
        extinguisher TEXT,
        extinguisher_detail TEXT NOT NULL,
        way_out TEXT,
        other_way_out TEXT,
        escape_detail TEXT NOT NULL,
        meeting_place TEXT NOT NULL,
        letterbox TEXT,
        letterbox_detail TEXT NOT NULL,
        washing TEXT,
        snow TEXT,
        garden TEXT,
        shared_bins INTEGER CHECK (shared_bins IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE waste_days (
        id INTEGER PRIMARY KEY,
        dwelling_id INTEGER REFERENCES dwellings(id),
        kind TEXT NOT NULL,
        bin TEXT,
        weekday TEXT,
        every_weeks INTEGER NOT NULL CHECK (every_weeks > 0),
        first_on TEXT,
        bring_to TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE local_contacts (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        phone TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE binder_editions (
        id INTEGER PRIMARY KEY,
        paper_id INTEGER NOT NULL REFERENCES papers(id),
        household_id INTEGER NOT NULL REFERENCES households(id),
        language TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        sections TEXT NOT NULL
    ) STRICT
    """,
    "ALTER TABLE municipality ADD COLUMN dpo TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE municipality ADD COLUMN quiet_from TEXT NOT NULL DEFAULT '23.00'",
    "ALTER TABLE municipality ADD COLUMN quiet_to TEXT NOT NULL DEFAULT '07.00'",
    "CREATE INDEX text_checks_unit ON text_checks(language, unit)",
    "CREATE INDEX house_rules_house ON house_rules(house_id)",
    "CREATE INDEX house_rule_lines_rules ON house_rule_lines(rules_id)",
    "CREATE INDEX rule_signatures_rules ON rule_signatures(rules_id)",
    "CREATE INDEX waste_days_dwelling ON waste_days(dwelling_id)",
    "CREATE INDEX binder_editions_household ON binder_editions(household_id)",
)


def apply(db: Database) -> None:
    """Make the tables and the columns."""
    for statement in STATEMENTS:
        db.execute(statement)
