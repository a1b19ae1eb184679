"""Write Nordvik into an empty case file, through the one door for writes."""

import dataclasses
from datetime import date

from bolig_desktop.casefile import CaseFile
from bolig_desktop.demo import allocation, guides, pictures
from bolig_desktop.demo.nordvik import SEED, municipality, own_parameter, parts
from bolig_desktop.demo.register import Part


def fill(case: CaseFile, today: date, scale: int = 1, seed: int = SEED) -> None:
    """Write ``scale`` times Nordvik as it is on ``today``; all of it or nothing, one step of the history.

    Raises ValueError where the file has any case in it: the demo never mixes with real ones. Raises FileTrouble.
    """
    if any(store.count() for store in case.stores() if store is not case.settings):
        raise ValueError("the demo is written into an empty file only")
    with case.atomic("setup"):
        _write_municipality(case)
        case.own_parameters.add(own_parameter(today))
        for number, part in enumerate(parts(seed, today, scale)):
            _write(case, part)
            if number == 0:
                pictures.attach(case, part)
        for day in guides.everywhere(today):
            case.waste_days.add(day)
        for quota in allocation.quotas(today):
            case.settlement_quotas.add(quota)
        for contact in guides.contacts():
            case.local_contacts.add(contact)


def _write_municipality(case: CaseFile) -> None:
    if case.settings.count():
        case.settings.change(dataclasses.replace(municipality(), id=case.settings.municipality().id))
    else:
        case.settings.add(municipality())


def _write(case: CaseFile, part: Part) -> None:
    """Write one part; what others point at comes first."""
    case.landlords.add_many(part.landlords)
    case.dwellings.add_many(part.dwellings)
    case.head_leases.add_many(part.head_leases)
    case.keys.add_many(part.keys)
    case.meters.add_many(part.meters)
    case.home_guides.add_many(part.home_guides)
    case.waste_days.add_many(part.waste_days)
    case.households.add_many(part.households)
    case.people.add_many(part.people)
    case.memberships.add_many(part.memberships)
    case.contacts.add_many(part.contacts)
    case.tenancies.add_many(part.tenancies)
    case.handovers.add_many(part.handovers)
    case.assessments.add_many(part.assessments)
    case.decisions.add_many(part.decisions)
    case.matters.add_many(part.matters)
    case.final_account_lines.add_many(part.final_account_lines)
    case.marks.add_many(part.marks)
    case.house_rules.add_many(part.house_rules)
    case.house_rule_lines.add_many(part.house_rule_lines)
    case.rule_signatures.add_many(part.rule_signatures)
    case.visits.add_many(part.visits)
    case.visit_wishes.add_many(part.visit_wishes)
    case.tasks.add_many(part.tasks)
    case.defects.add_many(part.defects)
    case.complaints.add_many(part.complaints)
    case.home_checks.add_many(part.home_checks)
    case.plans.add_many(part.plans)
    case.plan_steps.add_many(part.plan_steps)
    case.schemes.add_many(part.schemes)
    case.plan_talks.add_many(part.plan_talks)
    case.market_tries.add_many(part.market_tries)
    case.temporary_stays.add_many(part.temporary_stays)
    case.house_meetings.add_many(part.house_meetings)
    case.meeting_points.add_many(part.meeting_points)
    case.house_conflicts.add_many(part.house_conflicts)
    case.worker_hours.add_many(part.worker_hours)
    case.shared_costs.add_many(part.shared_costs)
    case.cost_accounts.add_many(part.cost_accounts)
    case.newcomer_talks.add_many(part.newcomer_talks)
    case.neighbour_letters.add_many(part.neighbour_letters)
    case.house_approvals.add_many(part.house_approvals)
    case.benefit_forms.add_many(part.benefit_forms)
