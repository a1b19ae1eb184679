"""What stands under an item: what it is about, and what was done and put off about it before."""

from bolig_desktop.agenda.items import Item
from bolig_desktop.agenda.kinds import KINDS
from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.lines import Naming
from bolig_desktop.followup.records import Mark
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_kroner
from bolig_desktop.text.sentences import sentence
from bolig_desktop.ui.labels import household_words, label
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.words import language, tr


def show_about(facts: FactsList, case: CaseFile, one: Item) -> None:
    """Show the facts of the lease, the household, the person, the paper or the owner an item is about."""
    facts.clear()
    if one.topic == "tasks" and one.fact:
        facts.add(tr("Oppgave"), str(one.fact))
    naming = Naming(case)
    tenancy = case.tenancies.find(one.tenancy_id) if one.tenancy_id else None
    shielded = naming.is_shielded(one.household_id, one.tenancy_id)
    dwelling_id = tenancy.dwelling_id if tenancy else one.dwelling_id
    dwelling = case.dwellings.find(dwelling_id) if dwelling_id and not shielded else None
    if dwelling is not None:
        facts.add(tr("Bolig"), dwelling.label, place=Place(topic="dwellings", id=dwelling.id))
    household_id = one.household_id or (tenancy.household_id if tenancy else 0)
    if household_id:
        called = household_words(case.households.label(household_id))
        facts.add(tr("Husstand"), called, place=Place(topic="households", id=household_id))
    if tenancy is not None:
        until = tr("uten sluttdato") if tenancy.ends_on is None else show_date(tenancy.ends_on)
        facts.add(tr("Avtaletype"), label(tenancy.kind))
        facts.add(tr("Periode"), f"{show_date(tenancy.starts_on)} – {until}")
        if tenancy.rent_nok is not None:
            facts.add(tr("Leie per måned"), show_kroner(tenancy.rent_nok))
        if one.about.chain:
            _add_assessment(facts, case, one.tenancy_id)
    if one.topic == "landlords":
        owner = case.landlords.names().get(one.id, "")
        facts.add(tr("Utleier"), owner, place=Place(topic="landlords", id=one.id))


def _add_assessment(facts: FactsList, case: CaseFile, tenancy_id: int) -> None:
    days = [each.assessed_on for each in case.assessments.of_tenancy(tenancy_id)]
    if days:
        facts.add(tr("Siste vurdering"), show_date(max(days)))
    else:
        facts.add(tr("Siste vurdering"), tr("Ingen – må gjøres før ny avtale"), tone=Tone.DANGER)


def done_before(case: CaseFile, one: Item) -> list[Mark]:
    """Return what was done and put off about the thing, newest first; of nobody's dates only the same kind."""
    found = [m for m in case.marks.of_subject(one.topic, one.id) if one.id or m.kind == one.kind]
    return sorted(found, key=lambda mark: mark.id or 0, reverse=True)


def show_marks(facts: FactsList, marks: list[Mark], *, shielded: bool) -> None:
    """Show what was done and put off; what was typed about a shielded household is not repeated here."""
    facts.clear()
    for mark in marks:
        about = sentence(f"agenda.{mark.kind}.title", language()) if mark.kind in KINDS else mark.kind
        facts.add(show_date(mark.made_on), f"{about}\n{_said(mark, shielded=shielded)}")


def _said(mark: Mark, *, shielded: bool) -> str:
    if mark.put_off_to is None:
        return tr("Gjort")
    day = show_date(mark.put_off_to)
    if shielded:
        return tr("Utsatt til {day}", day=day)
    return tr("Utsatt til {day}: {reason}", day=day, reason=mark.reason)
