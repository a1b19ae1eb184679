"""One case for each letter: what must be written in before it can be printed."""

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

from reading import words

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.documents import kinds, making, page, subjects, texts
from bolig_desktop.errors import Refused
from bolig_desktop.tenancies.records import (
    ApplicationSort,
    Conclusion,
    Decision,
    DecisionKind,
    DecisionResult,
    FinalAccountLine,
    LineKind,
    Matter,
    MatterBasis,
    MatterKind,
    NeedAssessment,
    SecurityKind,
    Tenancy,
)
from bolig_desktop.text.sentences import problem_sentence
from build import a_defect, a_household, a_municipality, a_person, a_tenancy

TODAY = date(2026, 11, 22)
MADE: tuple[str, ...] = ()
RUNNING = {"starts_on": date(2025, 3, 1), "ends_on": date(2028, 2, 29)}
BREACH = {"basis": MatterBasis.NUISANCE, "reason": "Naboene er vekket av høy musikk natt til 3., 9. og 14. november."}


def nordvik(case: CaseFile, **more: Any) -> None:
    facts = {
        "phone": "75 55 50 00",
        "email": "flyktning@nordvik.example",
        "org_number": "974760673",
        "street": "Rådhusgata 1",
        "case_officer": "Kari Nordli",
    }
    a_municipality(case, **(facts | more))


def said(case: CaseFile, number: str, subject_id: int | None, language: str = "nb") -> str:
    """Return all the words of a letter."""
    return words(kinds.produce(case, number, subject_id, language).content)


def refused(case: CaseFile, number: str, record: Any, today: date = TODAY) -> tuple[str, ...]:
    """Return the codes of why a letter cannot be printed on a day, () where it is made."""
    case.clock = clock.fixed(today)
    try:
        made = kinds.produce(case, number, record if isinstance(record, int) else record.id)
    except Refused as problem:
        for found in problem.problems:
            for language in ("nb", "nn", "en"):
                assert problem_sentence(found, language)
        return tuple(found.code.removeprefix("paper.") for found in problem.problems)
    assert made.content.startswith(b"%PDF")
    return MADE


def lease(case: CaseFile, **more: Any) -> Tenancy:
    """A three-year lease that ran out on 31 October 2026, unless told otherwise."""
    if "household_id" not in more:
        more["household_id"] = a_household(case, a_person(case), case_number="26/1234").id
    return a_tenancy(case, **({"reference": "2023-017", "eviction_expiry": True} | more))


def matter(case: CaseFile, kind: MatterKind, of: Tenancy | None = None, **more: Any) -> Matter:
    of = of or lease(case)
    facts = {"household_id": of.household_id, "tenancy_id": of.id, "opened_on": case.clock()}
    return case.matters.add(Matter(kind=kind, **(facts | more)))


def decision(case: CaseFile, about: Tenancy | None = None, **more: Any) -> Decision:
    """A refusal to extend, resting on an assessment."""
    kind = more.get("kind", DecisionKind.EXTENSION)
    about = about or lease(case, **({"starts_on": date(2024, 3, 1), "ends_on": date(2027, 2, 28)}))
    facts: dict[str, Any] = {
        "household_id": about.household_id,
        "result": DecisionResult.REFUSED,
        "decided_on": date(2026, 11, 20),
        "decided_by": "Leder for flyktningtjenesten, etter delegert myndighet",
        "reference": "V-2026-112",
        "facts": "Husstanden er én voksen med fast arbeid siden mars 2025. Inntekten er 412 000 kroner i året.",
        "considerations": "Husstanden kan nå skaffe bolig i det private markedet. Kommunen har få ledige boliger.",
    }
    if kind is DecisionKind.EXTENSION:
        facts |= {"tenancy_id": about.id, "assessment_id": an_assessment(case, about).id}
    return case.decisions.add(Decision(**(facts | more)))


def an_assessment(case: CaseFile, about: Tenancy) -> NeedAssessment:
    return case.assessments.add(
        NeedAssessment(
            household_id=about.household_id, tenancy_id=about.id or 0, assessed_on=date(2026, 11, 1),
            assessed_by="Kari Nordli", income="lønn", family="én voksen", tried="sett på tre boliger",
            next_step="privat leie", conclusion=Conclusion.NOT_EXTEND, reasons="klarer seg selv",
        )
    )  # fmt: skip


def an_account(case: CaseFile, about: Tenancy, *lines: tuple[LineKind, int, str, str]) -> Tenancy:
    """Write the final account of a lease: kind, øre, reason and voucher of each line."""
    for kind, ore, reason, voucher in lines:
        case.save(FinalAccountLine(
            tenancy_id=about.id or 0, kind=kind, dated_on=date(2026, 11, 12), amount_ore=ore, reason=reason,
            voucher=voucher,
        ))  # fmt: skip
    return about


def moved_out(case: CaseFile, **more: Any) -> Tenancy:
    """A lease that is over, with three months' rent as deposit unless told otherwise."""
    facts = {"moved_out_on": date(2026, 11, 10), "deposit_nok": 28500, "deposit_bank": "Nordvik Sparebank",
             "deposit_account": "12345678903"}  # fmt: skip
    return lease(case, **(facts | more))


LINES = (
    (LineKind.UNPAID_RENT, 950_000, "oktober 2026", ""),
    (LineKind.AFTER_END, 306_452, "1.–10. november 2026", ""),
    (LineKind.DAMAGE, 432_550, "hull i soveromsdøren", "faktura 4471"),
    (LineKind.PAYMENT, 500_000, "delbetaling", "kontoutskrift"),
    (LineKind.DEPOSIT, 2_850_000, "", ""),
    (LineKind.INTEREST, 98_765, "", "årsoppgave"),
)


def _breached(case: CaseFile) -> Tenancy:
    about = lease(case, **RUNNING)
    matter(case, MatterKind.WARNING, about, opened_on=date(2026, 10, 1), sent_on=date(2026, 10, 1),
           about="Ro etter kl. 23.", due_on=date(2026, 10, 15), **BREACH)  # fmt: skip
    return about


def _id(record: Any) -> int:
    return int(record.id)


INDEX = {"kpi_series": "14700", "kpi_from_month": "2025-07", "kpi_from": Decimal("100.8"),
         "kpi_to_month": "2026-07", "kpi_to": Decimal("103.8"), "old_rent_nok": 9500}  # fmt: skip

SUBJECTS = {
    "D32": lambda case: _id(a_defect(case, replace=True, promised_on=date(2026, 12, 4))),
    "D5": lambda case: _id(lease(case, deposit_nok=28500, deposit_bank="Nordvik Sparebank", **RUNNING)),
    "D20": lambda case: _id(lease(case, power_nok=500, water_nok=200, **RUNNING)),
    "D26": lambda case: _id(lease(case, **RUNNING)),
    "D6": lambda case: _id(lease(
        case, guarantee_kind=SecurityKind.MUNICIPAL, guarantee_nok=28500, guarantee_months=3,
        guarantee_decision="kommunestyret, sak 12/26", **RUNNING)),
    "D7": lambda case: _id(matter(
        case, MatterKind.BANK_NOTICE, lease(case, deposit_nok=28500, deposit_bank="Nordvik Sparebank",
        deposit_same_bank=True, **RUNNING), sent_on=date(2026, 11, 16), amount_nok=19000,
        reason="Husleie for august og september 2026.", position="Leieren mener at september er betalt.")),
    "D12": lambda case: _id(matter(
        case, MatterKind.INDEX_CHANGE, lease(case, **RUNNING), amount_nok=9782, effect_on=date(2027, 1, 1), **INDEX)),
    "D13": lambda case: _id(matter(
        case, MatterKind.MARKET_RENT, lease(case, ends_on=None), amount_nok=10400, effect_on=date(2027, 6, 1),
        reason="Fire utleide toroms leiligheter i Nordvik sentrum, 10 200 til 10 900 kr per måned.")),
    "D21": lambda case: _id(matter(
        case, MatterKind.LEFT_BELONGINGS, lease(case), due_on=date(2026, 12, 18), amount_nok=400,
        about="Sofa og to stoler\nSykkel\nFire esker med klær", reason="Kommunens lager i Havnegata 3.")),
    "D11a": lambda case: _id(lease(case, starts_on=date(2024, 6, 1), ends_on=date(2027, 5, 31))),
    "D11b": lambda case: _id(lease(case)),
    "D14": lambda case: _id(matter(
        case, MatterKind.WARNING, lease(case, **RUNNING), about="Det må være ro i boligen fra kl. 23 til kl. 7.",
        due_on=date(2026, 12, 7), **BREACH)),
    "D15": lambda case: _id(matter(
        case, MatterKind.NOTICE_BY_US, lease(case, ends_on=None), basis=MatterBasis.OTHER,
        reason="Huset skal brukes til bofellesskap, vedtatt av kommunestyret i sak 41/26.")),
    "D15b": lambda case: _id(matter(
        case, MatterKind.NOTICE_BY_TENANT, lease(case, ends_on=None), received_on=date(2026, 11, 20))),
    "D16": lambda case: _id(matter(
        case, MatterKind.TERMINATION, _breached(case), due_on=date(2026, 12, 14), **BREACH)),
    "D17": lambda case: _id(matter(
        case, MatterKind.EVICTION_NOTICE, lease(case, **RUNNING), basis=MatterBasis.UNPAID, amount_nok=19000,
        reason="Husleie for oktober 2026 (9 500 kr) og november 2026 (9 500 kr).")),
    "D18": lambda case: _id(matter(
        case, MatterKind.SOCIAL_SERVICE_NOTICE, lease(case, **RUNNING), basis=MatterBasis.UNPAID, amount_nok=19000,
        reason="Husleie for oktober og november 2026.")),
    "D19": lambda case: _id(matter(
        case, MatterKind.MEMBER_APPLICATION, lease(case, **RUNNING), sort=ApplicationSort.MEMBER,
        received_on=date(2026, 11, 10), about="Dawit Haile", granted=True)),
    "D22": lambda case: _id(decision(case)),
    "D23": lambda case: _id(matter(
        case, MatterKind.HOUSING_APPLICATION, received_on=date(2026, 10, 26), due_on=date(2026, 12, 18),
        about="kommunal bolig for to personer", reason="Vi venter på opplysninger fra Nav.")),
    "D24": lambda case: _id(matter(
        case, MatterKind.ADVANCE_NOTICE, due_on=date(2026, 12, 11), about="Kommunen vurderer å ikke forlenge leien.",
        reason="Du har hatt fast arbeid siden mars 2025.")),
    "D25": lambda case: _id(decision(
        case, received_on=date(2026, 11, 20), appealed_on=date(2026, 11, 21), appeal="Jeg har ikke funnet bolig.",
        appeal_assessment="Klagen gir ikke nye opplysninger.")),
    "D31": lambda case: _id(an_account(case, moved_out(case), *LINES)),
}  # fmt: skip
"""The id to print each letter for, in a case of its own."""


def a_letter(case: CaseFile, number: str, subject_id: int, language: str = "nb", **changed: Any) -> bytes:
    """Return a letter of the case as PDF, with some of its facts changed."""
    kind = kinds.find(number)
    about = making.with_matter(case, kind, subjects.find(case, kind.subject, subject_id))
    template = texts.template(kind.template, language)
    facts = dataclasses.replace(kind.gather(case, about, case.clock()), **changed)
    frame, blocks, _ = kind.set(facts, template)
    return page.render(frame, blocks)[0]
