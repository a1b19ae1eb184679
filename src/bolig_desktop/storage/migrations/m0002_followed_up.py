"""What keeps dates from being lost: assessments, decisions, matters, what was put off, and how papers were sent."""

from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE assessments (
        id INTEGER PRIMARY KEY,
        household_id INTEGER NOT NULL REFERENCES households(id),
        tenancy_id INTEGER NOT NULL REFERENCES tenancies(id),
        assessed_on TEXT NOT NULL,
        assessed_by TEXT NOT NULL,
        income TEXT NOT NULL,
        family TEXT NOT NULL,
        tried TEXT NOT NULL,
        next_step TEXT NOT NULL,
        conclusion TEXT,
        reasons TEXT NOT NULL,
        interpreter TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE decisions (
        id INTEGER PRIMARY KEY,
        household_id INTEGER NOT NULL REFERENCES households(id),
        tenancy_id INTEGER REFERENCES tenancies(id),
        assessment_id INTEGER REFERENCES assessments(id),
        kind TEXT NOT NULL,
        result TEXT NOT NULL,
        decided_on TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        reference TEXT NOT NULL,
        facts TEXT NOT NULL,
        considerations TEXT NOT NULL,
        content TEXT NOT NULL,
        received_on TEXT,
        appealed_on TEXT,
        forwarded_on TEXT,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE matters (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        household_id INTEGER NOT NULL REFERENCES households(id),
        tenancy_id INTEGER REFERENCES tenancies(id),
        opened_on TEXT NOT NULL,
        due_on TEXT,
        sent_on TEXT,
        received_on TEXT,
        answered_on TEXT,
        effect_on TEXT,
        closed_on TEXT,
        outcome TEXT NOT NULL,
        basis TEXT,
        amount_nok INTEGER CHECK (amount_nok >= 0),
        reason TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE marks (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        topic TEXT NOT NULL,
        subject_id INTEGER NOT NULL,
        nominal TEXT NOT NULL,
        made_on TEXT NOT NULL,
        put_off_to TEXT,
        reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX assessments_tenancy ON assessments(tenancy_id)",
    "CREATE INDEX assessments_household ON assessments(household_id)",
    "CREATE INDEX decisions_household ON decisions(household_id)",
    "CREATE INDEX decisions_tenancy ON decisions(tenancy_id)",
    "CREATE INDEX decisions_assessment ON decisions(assessment_id)",
    "CREATE INDEX matters_household ON matters(household_id)",
    "CREATE INDEX matters_tenancy ON matters(tenancy_id)",
    "CREATE INDEX marks_subject ON marks(topic, subject_id)",
    "ALTER TABLE papers ADD COLUMN decision_id INTEGER REFERENCES decisions(id)",
    "ALTER TABLE papers ADD COLUMN matter_id INTEGER REFERENCES matters(id)",
    "ALTER TABLE papers ADD COLUMN sent_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE papers ADD COLUMN tracking TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE papers ADD COLUMN received_on TEXT",
    "CREATE INDEX papers_decision ON papers(decision_id)",
    "CREATE INDEX papers_matter ON papers(matter_id)",
    "ALTER TABLE people ADD COLUMN permit_on TEXT",
    "ALTER TABLE people ADD COLUMN programme_on TEXT",
    "ALTER TABLE municipality ADD COLUMN appeal_body TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE municipality ADD COLUMN post_days INTEGER NOT NULL DEFAULT 7",
)


def apply(db: Database) -> None:
    """Make the new tables, and add what was not kept before to papers to people and to the municipality."""
    for statement in STATEMENTS:
        db.execute(statement)
