"""Nordvik's year counted another way: plain SQL written for the test, on a file of its own."""

from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.demo.municipality import PASSPHRASE, make_demo
from bolig_desktop.security.opening import open_case
from bolig_desktop.yearly.year import figures_of

TODAY = date(2026, 11, 22)
OURS = "('municipal', 'sublet', 'room')"
DISPOSED = "('municipal', 'hired_in', 'assigned')"
KEPT = "(acquired_on is null or acquired_on <= :last) and (given_up_on is null or given_up_on > :last)"
LIVES = "t.starts_on <= :last and (t.moved_out_on is null or t.moved_out_on > :last)"
CAME = "select person_id from memberships where join_reason in ('reunification', 'birth')"
BEFORE = (
    f"select 1 from tenancies b where b.household_id = t.household_id and b.kind in {OURS} and b.id <> t.id"
    " and b.starts_on <= date(t.starts_on, '-1 day')"
    " and coalesce(b.moved_out_on, '9999-12-31') >= date(t.starts_on, '-1 day')"
)
QUERIES = {
    "settled": f"select count(*) from people where substr(settled_on, 1, 4) = :year and id not in ({CAME})",
    "reunited": f"select count(*) from people where substr(settled_on, 1, 4) = :year and id in ({CAME})",
    "settled_q4": f"""
        select count(*) from people where settled_on between :year || '-10-01' and :last and id not in ({CAME})
    """,
    "dwellings": f"""
        select count(*) from dwellings u where {KEPT} and (
            (u.house_id is not null and exists (
                select 1 from dwellings h where h.id = u.house_id and h.tenure in {DISPOSED}
                and not exists (
                    select 1 from tenancies t where t.dwelling_id = h.id and {LIVES} and t.kind in {OURS}))
            )
            or (u.house_id is null and u.tenure in {DISPOSED} and (
                not exists (select 1 from dwellings r where r.house_id = u.id)
                or exists (select 1 from tenancies t where t.dwelling_id = u.id and t.kind in {OURS} and {LIVES}))))
    """,
    "let": f"select count(*) from tenancies t where kind in {OURS} and {LIVES}",
    "leases_begun": f"select count(*) from tenancies where kind in {OURS} and substr(starts_on, 1, 4) = :year",
    "KOSantnyinnflytt0000": f"""
        select count(distinct t.household_id) from tenancies t where t.kind in {OURS}
        and substr(t.starts_on, 1, 4) = :year and not exists ({BEFORE})
    """,
    "refugees": """
        select count(*) from people p where p.settled_on <= :last
        and exists (select 1 from memberships m where m.person_id = p.id and (m.left_on is null or m.left_on > :last))
        and :year - substr(p.settled_on, 1, 4) < case when p.permit = 'family' and exists (
            select 1 from memberships m join memberships o on o.household_id = m.household_id and o.person_id <> p.id
            join people h on h.id = o.person_id and h.permit = 'humanitarian' where m.person_id = p.id
        ) then 3 else 5 end
    """,
    "let_short": f"""
        select count(*) from tenancies t where kind in {OURS} and {LIVES}
        and ends_on < date(starts_on, '+3 years', '-1 day')
    """,
    "new_applications": f"""
        select count(*) from matters a where a.kind = 'housing_application' and substr(a.opened_on, 1, 4) = :year
        and not exists (select 1 from tenancies t where t.household_id = a.household_id and t.kind in {OURS}
            and t.starts_on <= a.opened_on and (t.moved_out_on is null or t.moved_out_on > a.opened_on))
    """,
    "waiting": f"""
        select count(distinct d.household_id) from decisions d join households h on h.id = d.household_id
        where d.kind = 'allotment' and d.result = 'granted' and d.decided_on <= :last
        and (h.closed_on is null or h.closed_on > :last)
        and not exists (select 1 from tenancies t where t.household_id = d.household_id and t.kind in {OURS} and (
            ({LIVES}) or t.starts_on between (
                select max(decided_on) from decisions l where l.household_id = d.household_id and l.kind = 'allotment'
                and l.result = 'granted' and l.decided_on <= :last) and :last))
    """,
    "KOStotmidlbo0000": """
        select count(distinct household_id) from temporary_stays where kind <> 'night_shelter' and from_on <= :last
        and (to_on is null or to_on > :year || '-01-01' or (to_on = from_on and to_on >= :year || '-01-01'))
    """,
    "granted_housing_benefit": """
        select count(distinct household_id) from schemes where kind = 'housing_benefit' and granted = 1
        and substr(answered_on, 1, 4) = :year
    """,
    "deposits": """
        select count(distinct household_id) from tenancies where substr(starts_on, 1, 4) = :year and deposit_nok > 0
    """,
    "visits_not_made": """
        select count(*) from visits where substr(planned_on, 1, 4) = :year and why_not is not null
    """,
    "visits_made": "select count(*) from visits where substr(visited_on, 1, 4) = :year",
    "households_visited": "select count(distinct household_id) from visits where substr(visited_on, 1, 4) = :year",
    "house_meetings": "select count(*) from house_meetings where substr(held_on, 1, 4) = :year",
    "defects_reported": "select count(*) from defects where substr(reported_on, 1, 4) = :year",
    "plans_closed": "select count(distinct household_id) from plans where substr(closed_on, 1, 4) = :year",
}


@pytest.fixture(scope="module")
def nordvik(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOLIG_HOME", str(tmp_path_factory.mktemp("home")))
        opened = open_case(make_demo(tmp_path_factory.mktemp("demo"), TODAY).file, passphrase=PASSPHRASE)
        yield case_of(opened, clock.fixed(TODAY))
        opened.close()


@pytest.mark.parametrize(("year", "least"), [(2024, 9), (2025, 18)])
def test_sql_written_for_the_test_counts_the_same(nordvik, year, least):
    found = figures_of(nordvik, year)
    facts = {"year": str(year), "last": f"{year}-12-31"}
    counted = {name: nordvik.db.execute(query, facts).fetchone()[0] for name, query in QUERIES.items()}
    assert {name: found[name].value for name in QUERIES} == counted
    assert sum(value > 0 for value in counted.values()) >= least, "an empty year would agree with anything"
