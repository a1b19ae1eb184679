"""The housing-career plan (D29): the wish first, the ladder, steps, schemes and the next review, in two languages.

It names no address, whoever it is for; code 6 gets no paper at all.
"""

from collections.abc import Sequence
from datetime import date

from bolig_desktop.career.records import Plan, Rung, Step, StepKind
from bolig_desktop.career.rules import plan as rules
from bolig_desktop.career.rules import schemes as scheme_rules
from bolig_desktop.career.rules.loans import LoanKind, of_plan, schedule
from bolig_desktop.casefile.career_checks import anchors
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.naming import naming_fields
from bolig_desktop.documents import tables
from bolig_desktop.documents.blocks import Stack
from bolig_desktop.documents.guide import pages
from bolig_desktop.documents.guide.house_rules import both, cell
from bolig_desktop.documents.guide.pages import Around
from bolig_desktop.documents.guide.plan_pictures import LadderPicture, Level, LoanCurves
from bolig_desktop.documents.guide.writer import Writer
from bolig_desktop.documents.page import Frame, NewPage
from bolig_desktop.documents.paragraph import Block, Paragraph
from bolig_desktop.tenancies.rules import lived_in
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_decimal, show_kroner, show_ore

VERSION = "plan/1"
RULES = ("BS-7a", "SP-5")


def build(case: CaseFile, household_id: int, language: str) -> tuple[Frame, list[Block]]:
    """Return the plan of a household that has one."""
    plan = case.plans.of_household(household_id)
    if plan is None:
        raise LookupError("no plan")
    counted = anchors(case, plan)
    review = rules.next_review(plan, counted)
    facts = {
        "review_on": review,
        "loan_nok": plan.loan_nok,
        "loan_rate": "" if plan.loan_rate is None else show_decimal(plan.loan_rate),
        "loan_years": str(plan.loan_years or ""),
        "loan_free_years": str(plan.loan_free_years or ""),
    }
    write = pages.writer(case, language, lambda wording: facts)
    wish = "" if "wish" in naming_fields(case, plan) else plan.wish.strip()
    said = [write.free(part) for part in wish.splitlines() if part.strip()]
    made: list[Block] = [
        write.title("plan_title"),
        write.topic(heading="plan_wish", after=said, picture="neighbours", blank=0 if said else 3),
        write.topic("plan_voluntary", picture="scales"),
        write.topic(heading="plan_ladder", closed=False),
        _ladder(write, plan),
        *_steps(case, write, plan),
        *_schemes(case, write, household_id),
        # With room over it: the table above has no air of its own.
        Stack([write.topic("plan_review_on" if review else "plan_review_none", picture="calendar")], space_before=8),
        _signatures(write),
    ]
    blocks = [*pages.snug(made), *_loan(case, write, plan)]
    title = write.text("plan_title")
    around = Around(municipality=case.settings.municipality(), label=title, title=title, printed_on=case.clock())
    return pages.frame(around, write), blocks


def _two(write: Writer, unit: str) -> Paragraph:
    return cell(write.text(unit), write.other_text(unit))


def _ladder(write: Writer, plan: Plan) -> Block:
    following = rules.next_rung(plan)
    named = []
    for rung in Rung:
        marks = [unit for unit, at in (("plan_now", plan.now), ("plan_next", following), ("plan_goal", plan.goal))
                 if at is rung]  # fmt: skip
        own = ": ".join([" · ".join(write.text(mark) for mark in marks), write.text(f"rung_{rung}")][not marks :])
        other = ": ".join(
            [" · ".join(write.other_text(mark) for mark in marks), write.other_text(f"rung_{rung}")][not marks :]
        )
        named.append((Paragraph(both(own, other.strip(": ")), tables.CELL), bool(marks)))
    return LadderPicture(named)


def _heads(write: Writer, *units: str) -> list[Sequence[object]]:
    return [both(write.text(unit), write.other_text(unit)) for unit in units]


def _steps(case: CaseFile, write: Writer, plan: Plan) -> list[Block]:
    counted = anchors(case, plan)
    steps = case.plan_steps.of_household(plan.household_id)
    steps = sorted(steps, key=lambda one: (rules.due(one, counted) or date.max, one.id or 0))
    rows: list[Sequence[tables.Cell]] = [
        [
            _step(case, write, step),
            _two(write, f"who_{step.who}"),
            cell(_day(rules.due(step, counted))),
            cell(_day(step.done_on)) if step.done_on else None,
        ]
        for step in steps
    ] or [[None, None, None, None]] * (3 if write.alone else 2)  # to be filled by hand, and the plan on one page
    heads = _heads(write, "plan_step", "plan_who", "plan_when", "plan_done")
    return [tables.grid(heads, rows, (0.44, 0.2, 0.18, 0.18), space_before=12)]  # type: ignore[arg-type]


def _step(case: CaseFile, write: Writer, step: Step) -> Paragraph:
    if step.kind is not StepKind.OTHER:
        return _two(write, f"step_{step.kind}")
    return cell("" if naming_fields(case, step) else step.text)


def _schemes(case: CaseFile, write: Writer, household_id: int) -> list[Block]:
    schemes = case.schemes.of_household(household_id)
    if not schemes:
        return []
    today = case.clock()
    rows: list[Sequence[tables.Cell]] = [
        [
            _two(write, f"scheme_{one.kind}"),
            _two(write, f"scheme_state_{scheme_rules.state(one, today)}"),
            cell("" if one.amount_nok is None else show_kroner(one.amount_nok)),
            cell(_day(one.ends_on)),
        ]
        for one in schemes
    ]
    heads = _heads(write, "plan_scheme", "plan_state", "plan_amount", "plan_until")
    return [tables.grid(heads, rows, (0.34, 0.28, 0.2, 0.18), space_before=12)]  # type: ignore[arg-type]


def _signatures(write: Writer) -> Block:
    """Return where they may sign, with what that means: never the one without the other."""
    heads = [both("", ""), *_heads(write, "date", "signature")]
    rows: list[Sequence[tables.Cell]] = [
        [_two(write, unit), None, None] for unit in ("plan_household", "plan_municipality", "interpreter_used")
    ]
    table = tables.grid(heads, rows, (0.42, 0.18, 0.4), least=28)  # type: ignore[arg-type]
    return Stack([write.topic("plan_sign", closed=False), table])


def _loan(case: CaseFile, write: Writer, plan: Plan) -> list[Block]:
    """Return the page of the loan example, where one is kept; it promises nothing, and says so."""
    loans = [of_plan(plan, kind) for kind in LoanKind]
    found = [schedule(loan) for loan in loans if loan is not None]
    if not found:
        return []
    annuity, serial = found
    rent = _rent(case, plan.household_id)
    rows: list[Sequence[tables.Cell]] = [
        [_two(write, "loan_first"), cell(show_ore(annuity.first_ore)), cell(show_ore(serial.first_ore))],
        [_two(write, "loan_highest"), cell(show_ore(annuity.highest_ore)), cell(show_ore(serial.highest_ore))],
        [_two(write, "loan_interest"), cell(show_ore(annuity.interest_ore)), cell(show_ore(serial.interest_ore))],
    ]
    if rent is not None:
        rows.append([_two(write, "loan_rent"), cell(show_kroner(rent)), cell(show_kroner(rent))])
    heads = [both("", ""), *_heads(write, "loan_annuity", "loan_serial")]
    units = ["plan_loan_text", *(["plan_loan_free"] if plan.loan_free_years else [])]
    alt = f"{write.text('loan_annuity')}, {write.text('loan_serial')}"
    most = max(*annuity.years_ore, *serial.years_ore)
    levels = [Level(most, cell(show_kroner(round(most / 100))))]
    if rent is not None:
        today = " / ".join(dict.fromkeys(filter(None, (write.text("loan_rent"), write.other_text("loan_rent")))))
        levels.append(Level(1200 * rent, cell(f"{today}: 12 × {show_kroner(rent)}")))
    years = cell("1"), cell(str(len(annuity.years_ore)))
    return [
        NewPage(),
        write.title("plan_loan"),
        write.topic(*units, picture="invoice"),
        LoanCurves(annuity.years_ore, serial.years_ore, alt, levels=levels, years=years),
        write.topic("plan_loan_lines", closed=False),
        tables.grid(heads, rows, (0.4, 0.3, 0.3)),  # type: ignore[arg-type]
    ]


def _rent(case: CaseFile, household_id: int) -> int | None:
    today = case.clock()
    leases = [one for one in case.tenancies.of_household(household_id) if lived_in(one, today)]
    return leases[0].rent_nok if leases else None


def _day(day: date | None) -> str:
    return "" if day is None else show_date(day)
