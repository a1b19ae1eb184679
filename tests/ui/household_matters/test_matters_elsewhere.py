"""What a household's case has from its leases, and the lines of I dag that lead into it."""

from datetime import date

from matters_seen import TODAY, applied, at, decided

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.tenancies.records import (
    DecisionResult,
    MatterKind,
)
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.today.page import place_of
from bolig_desktop.ui.widgets.links import Link
from build import a_household, a_person, a_tenancy, an_assessment, an_extension
from drive import press, press_tool, seen, settle, the_field, write
from windows import tell


def open_due(window, wanted):
    """Go to the first line of I dag that is wanted."""
    tell(window)
    window.go(place_of(next(one for one in Agenda(window.session.case).items() if wanted(one))))
    settle()


# those of the leases


def test_what_is_about_a_lease_stands_there_too_with_the_way_to_it(window, case, household):
    lease = a_tenancy(case, household_id=household.id)
    assessment = an_assessment(case, lease)
    an_extension(case, lease, assessment_id=assessment.id)
    applied(case, household)
    notice = applied(case, household, kind=MatterKind.NOTICE_BY_TENANT, tenancy_id=lease.id)
    at(window, household.id)
    tabs = window.page("households").case_panel.tabs
    assert tabs.bar.tabText(2) == "Saker 4"
    links = {link.text(): link for link in window.findChildren(Link) if link.isVisible()}
    assert {"Oppsigelse fra leieren", "Forlengelse"} <= links.keys()
    assert "Søknad om bolig" not in links
    assert "Storgata 14 B" in seen(window.page("households").followed.matters).replace("\N{NO-BREAK SPACE}", " ")
    links["Forlengelse"].click()
    settle()
    assert window.here() == Place(topic="tenancies", id=lease.id, tab="need")
    at(window, household.id)
    next(link for link in window.findChildren(Link) if link.text() == "Oppsigelse fra leieren").click()
    settle()
    assert window.here() == Place(topic="tenancies", id=lease.id, tab="matters")

    at(window, household.id)
    press_tool(window, "Endre Oppsigelse fra leieren")
    write(window, "Leieforholdet slutter", "28.2.27")
    press(window, "Lagre")
    kept = case.matters.get(notice.id)
    assert (kept.effect_on, kept.tenancy_id) == (date(2027, 2, 28), lease.id)


def test_an_extension_begun_on_the_lease_and_changed_here_still_rests_on_its_assessment(window, case, household):
    lease = a_tenancy(case, household_id=household.id)
    first = an_assessment(case, lease)
    decision = an_extension(case, lease, assessment_id=first.id)
    an_assessment(case, lease, assessed_on=TODAY)
    at(window, household.id)
    press_tool(window, "Endre Forlengelse")
    write(window, "De viktigste grunnene", "Andre grunner.")
    press(window, "Lagre")
    kept = case.decisions.get(decision.id)
    assert (kept.considerations, kept.assessment_id) == ("Andre grunner.", first.id)


def test_the_need_is_assessed_on_the_lease_and_only_read_and_changed_here(window, case, household):
    at(window, household.id)
    assert "Behovet vurderes på leieforholdet, før det kan få en ny avtale." in seen(window)
    assert "Ny behovsvurdering" not in seen(window)


# I dag leads here


def test_a_line_of_i_dag_opens_the_matter_that_has_no_lease(window, case, household):
    other = applied(case, household, opened_on=date(2026, 11, 20), about="den andre")
    matter = applied(case, household, opened_on=date(2026, 10, 20), about="den forste")
    open_due(window, lambda one: (one.topic, one.id) == ("matters", matter.id))
    press(window, "Følg opp saken")
    assert window.here() == Place(topic="households", id=household.id, tab=f"matters matters={matter.id}")
    assert window.page("households").case_panel.tabs.current() == "matters"
    assert window.page("households").followed.matters.list.record().id == matter.id != other.id
    assert the_field(window, "Hva de søker om").toPlainText() == "den forste"


def test_a_line_of_i_dag_opens_the_appeal_that_has_no_lease(window, case, household):
    decision = decided(case, household, appealed_on=date(2026, 11, 18))
    open_due(window, lambda one: one.topic == "decisions")
    press(window, "Følg opp saken")
    assert window.page("households").followed.decisions.list.record().id == decision.id


def test_a_running_appeal_period_opens_its_decision_too(window, case, household):
    decision = decided(case, household, received_on=date(2026, 11, 12))
    open_due(window, lambda one: one.topic == "decisions")
    press(window, "Åpne husstanden")
    assert window.page("households").followed.decisions.list.record().id == decision.id


def test_an_appeal_about_a_lease_opens_where_the_leases_decisions_stand(window, case, household):
    lease = a_tenancy(case, household_id=household.id)
    facts = {"assessment_id": an_assessment(case, lease).id, "appealed_on": TODAY, "decided_on": TODAY}
    decision = an_extension(case, lease, result=DecisionResult.REFUSED, **facts)
    open_due(window, lambda one: one.topic == "decisions")
    press(window, "Følg opp saken")
    assert window.here() == Place(topic="tenancies", id=lease.id, tab=f"need decisions={decision.id}")


def test_a_place_of_a_matter_that_is_gone_or_anothers_opens_nothing(window, case, household):
    other = a_household(case, a_person(case, given_name="Hodan", family_name="Warsame"))
    matter = applied(case, other)
    for row_id in (matter.id, 999):
        at(window, household.id, f"matters matters={row_id}")
        assert window.page("households").record.id == household.id
        assert window.page("households").followed.matters.list.form is None
