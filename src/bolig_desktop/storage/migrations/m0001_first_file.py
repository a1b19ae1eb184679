"""The first shape of the file: every topic of the first version, its history, drafts and search."""

from sqlite_utils import Database

# One statement a string, so that all of it stands in one transaction (executescript would commit first).
STATEMENTS = """
CREATE TABLE municipality (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    org_number TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    case_officer TEXT NOT NULL,
    account_number TEXT NOT NULL,
    written_form TEXT NOT NULL,
    lease_months INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    notice_months INTEGER NOT NULL,
    idle_limit_days INTEGER NOT NULL,
    deposit_months INTEGER NOT NULL,
    index_clause INTEGER NOT NULL CHECK (index_clause IN (0, 1)),
    letter_footer TEXT NOT NULL
) STRICT;

CREATE TABLE landlords (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    org_number TEXT NOT NULL,
    contact_person TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    account_number TEXT NOT NULL,
    municipal_contact TEXT NOT NULL,
    wishes TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE dwellings (
    id INTEGER PRIMARY KEY,
    house_id INTEGER REFERENCES dwellings(id),
    name TEXT NOT NULL,
    street TEXT NOT NULL,
    unit_number TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    kind TEXT NOT NULL,
    tenure TEXT NOT NULL,
    landlord_id INTEGER REFERENCES landlords(id),
    municipality_number TEXT NOT NULL,
    gnr TEXT NOT NULL,
    bnr TEXT NOT NULL,
    fnr TEXT NOT NULL,
    snr TEXT NOT NULL,
    rooms INTEGER,
    bedrooms INTEGER,
    area_m2 TEXT,
    places INTEGER,
    floor INTEGER,
    wheelchair INTEGER CHECK (wheelchair IN (0, 1)),
    step_free INTEGER CHECK (step_free IN (0, 1)),
    lift INTEGER CHECK (lift IN (0, 1)),
    standard TEXT,
    district TEXT NOT NULL,
    near_centre INTEGER CHECK (near_centre IN (0, 1)),
    near_bus INTEGER CHECK (near_bus IN (0, 1)),
    near_school INTEGER CHECK (near_school IN (0, 1)),
    near_services INTEGER CHECK (near_services IN (0, 1)),
    first_settlement INTEGER CHECK (first_settlement IN (0, 1)),
    rent_nok INTEGER CHECK (rent_nok >= 0),
    power_nok INTEGER CHECK (power_nok >= 0),
    includes_heating INTEGER CHECK (includes_heating IN (0, 1)),
    includes_power INTEGER CHECK (includes_power IN (0, 1)),
    includes_water INTEGER CHECK (includes_water IN (0, 1)),
    includes_internet INTEGER CHECK (includes_internet IN (0, 1)),
    includes_furniture INTEGER CHECK (includes_furniture IN (0, 1)),
    furniture_owner TEXT,
    furniture_list TEXT NOT NULL,
    common_rooms TEXT NOT NULL,
    husbanken TEXT NOT NULL,
    radon_bq INTEGER,
    radon_on TEXT,
    approved_use TEXT NOT NULL,
    smoke_alarm_on TEXT,
    extinguisher_on TEXT,
    acquired_on TEXT,
    out_of_use_from TEXT,
    out_of_use_to TEXT,
    out_of_use_reason TEXT NOT NULL,
    reserved_for TEXT NOT NULL,
    given_up_on TEXT,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE head_leases (
    id INTEGER PRIMARY KEY,
    landlord_id INTEGER NOT NULL REFERENCES landlords(id),
    dwelling_id INTEGER NOT NULL REFERENCES dwellings(id),
    reference TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    rent_nok INTEGER CHECK (rent_nok >= 0),
    notice_months INTEGER,
    guarantee_nok INTEGER CHECK (guarantee_nok >= 0),
    guarantee_ends_on TEXT,
    sublet_consent_on TEXT,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE keys (
    id INTEGER PRIMARY KEY,
    dwelling_id INTEGER NOT NULL REFERENCES dwellings(id),
    label TEXT NOT NULL,
    count INTEGER NOT NULL,
    held_by TEXT NOT NULL,
    handed_out_on TEXT,
    returned_on TEXT,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE meters (
    id INTEGER PRIMARY KEY,
    dwelling_id INTEGER NOT NULL REFERENCES dwellings(id),
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    location TEXT NOT NULL,
    reading TEXT,
    read_on TEXT
) STRICT;

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    born_on TEXT,
    identity_number TEXT NOT NULL,
    duf_number TEXT NOT NULL,
    language TEXT NOT NULL,
    second_language TEXT NOT NULL,
    interpreter INTEGER CHECK (interpreter IN (0, 1)),
    literacy TEXT,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    postal_address TEXT NOT NULL,
    grading TEXT NOT NULL,
    permit TEXT,
    permit_ends_on TEXT,
    arrived_on TEXT,
    settled_on TEXT,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE households (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    registered_on TEXT,
    case_number TEXT NOT NULL,
    closed_on TEXT,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE memberships (
    id INTEGER PRIMARY KEY,
    household_id INTEGER NOT NULL REFERENCES households(id),
    person_id INTEGER NOT NULL REFERENCES people(id),
    role TEXT NOT NULL,
    joined_on TEXT,
    join_reason TEXT,
    left_on TEXT,
    leave_reason TEXT
) STRICT;

CREATE TABLE contacts (
    id INTEGER PRIMARY KEY,
    household_id INTEGER NOT NULL REFERENCES households(id),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE tenancies (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    dwelling_id INTEGER NOT NULL REFERENCES dwellings(id),
    household_id INTEGER NOT NULL REFERENCES households(id),
    previous_id INTEGER REFERENCES tenancies(id),
    reference TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    handover_on TEXT,
    moved_out_on TEXT,
    rent_nok INTEGER NOT NULL CHECK (rent_nok >= 0),
    power_nok INTEGER CHECK (power_nok >= 0),
    water_nok INTEGER CHECK (water_nok >= 0),
    due_day INTEGER NOT NULL,
    deposit_nok INTEGER CHECK (deposit_nok >= 0),
    deposit_bank TEXT NOT NULL,
    deposit_account TEXT NOT NULL,
    deposit_opened_on TEXT,
    deposit_same_bank INTEGER NOT NULL CHECK (deposit_same_bank IN (0, 1)),
    guarantee_kind TEXT,
    guarantee_nok INTEGER CHECK (guarantee_nok >= 0),
    guarantee_ends_on TEXT,
    told_not_terminable INTEGER NOT NULL CHECK (told_not_terminable IN (0, 1)),
    terminable_in_term INTEGER NOT NULL CHECK (terminable_in_term IN (0, 1)),
    notice_months INTEGER NOT NULL,
    vulnerable_notice INTEGER NOT NULL CHECK (vulnerable_notice IN (0, 1)),
    exception_family INTEGER NOT NULL CHECK (exception_family IN (0, 1)),
    exception_others INTEGER NOT NULL CHECK (exception_others IN (0, 1)),
    exception_absence INTEGER NOT NULL CHECK (exception_absence IN (0, 1)),
    exception_short_term INTEGER NOT NULL CHECK (exception_short_term IN (0, 1)),
    short_term_reason TEXT NOT NULL,
    short_term_decision TEXT NOT NULL,
    short_term_weighty TEXT NOT NULL,
    landlord_lives_in INTEGER NOT NULL CHECK (landlord_lives_in IN (0, 1)),
    just_cause TEXT NOT NULL,
    eviction_unpaid INTEGER NOT NULL CHECK (eviction_unpaid IN (0, 1)),
    eviction_expiry INTEGER NOT NULL CHECK (eviction_expiry IN (0, 1)),
    owner_consent_on TEXT,
    guardian TEXT NOT NULL,
    interpreter TEXT NOT NULL,
    departures TEXT NOT NULL,
    signed_landlord_on TEXT,
    signed_tenant_on TEXT,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE handovers (
    id INTEGER PRIMARY KEY,
    tenancy_id INTEGER NOT NULL REFERENCES tenancies(id),
    kind TEXT NOT NULL,
    held_on TEXT,
    present TEXT NOT NULL,
    keys TEXT NOT NULL,
    power_reading TEXT,
    water_reading TEXT,
    smoke_alarms_ok INTEGER CHECK (smoke_alarms_ok IN (0, 1)),
    extinguisher_ok INTEGER CHECK (extinguisher_ok IN (0, 1)),
    condition TEXT NOT NULL,
    remarks TEXT NOT NULL,
    signed_on TEXT
) STRICT;

CREATE TABLE papers (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    template TEXT NOT NULL,
    language TEXT NOT NULL,
    rules TEXT NOT NULL,
    recipient TEXT NOT NULL,
    dwelling_id INTEGER REFERENCES dwellings(id),
    household_id INTEGER REFERENCES households(id),
    tenancy_id INTEGER REFERENCES tenancies(id),
    printed_on TEXT NOT NULL,
    sent_on TEXT,
    sent_how TEXT,
    filed_as TEXT NOT NULL,
    filed_on TEXT,
    pages INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE INDEX dwellings_house ON dwellings(house_id);
CREATE INDEX dwellings_landlord ON dwellings(landlord_id);
CREATE INDEX head_leases_landlord ON head_leases(landlord_id);
CREATE INDEX head_leases_dwelling ON head_leases(dwelling_id);
CREATE INDEX keys_dwelling ON keys(dwelling_id);
CREATE INDEX meters_dwelling ON meters(dwelling_id);
CREATE INDEX memberships_household ON memberships(household_id);
CREATE INDEX memberships_person ON memberships(person_id);
CREATE INDEX people_graded ON people(grading) WHERE grading <> 'none';
CREATE INDEX contacts_household ON contacts(household_id);
CREATE INDEX tenancies_dwelling ON tenancies(dwelling_id);
CREATE INDEX tenancies_household ON tenancies(household_id);
CREATE INDEX handovers_tenancy ON handovers(tenancy_id);
CREATE INDEX papers_tenancy ON papers(tenancy_id);
CREATE INDEX papers_household ON papers(household_id);
CREATE INDEX papers_dwelling ON papers(dwelling_id);

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE drafts (
    topic TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    context TEXT NOT NULL,
    typed TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (topic, record_id, context)
) STRICT;

CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    change_no INTEGER NOT NULL,
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    undoes INTEGER
) STRICT;
CREATE INDEX history_row ON history(table_name, row_id);
CREATE INDEX history_change ON history(change_no);
CREATE INDEX history_undoes ON history(undoes);
CREATE TRIGGER history_no_change BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_no_removal BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE VIRTUAL TABLE search USING fts5(
    keys, title UNINDEXED, detail UNINDEXED, tokenize = 'ascii', prefix = '1 2 3'
);
INSERT INTO search(search, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE search_words USING fts5vocab('search', 'row');
"""


def apply(db: Database) -> None:
    """Make every table, index and trigger of the first version."""
    for statement in _statements(STATEMENTS):
        db.execute(statement)


def _statements(script: str) -> list[str]:
    found, current = [], ""
    for line in script.splitlines():
        current += line + "\n"
        if line.endswith(";"):
            found.append(current.strip())
            current = ""
    return found
