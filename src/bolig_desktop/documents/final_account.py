"""How the final account looks (D31): a letter with its ledger, and on a page of its own the release to the bank."""

from collections.abc import Sequence
from dataclasses import replace

from bolig_desktop.documents import ink, letter, tables, texts
from bolig_desktop.documents.letters.final_account import FinalAccountFacts
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.page import Frame, NewPart
from bolig_desktop.documents.paragraph import Block, Paragraph
from bolig_desktop.documents.texts import Template
from bolig_desktop.tenancies.records import FinalAccountLine, LineKind
from bolig_desktop.tenancies.rules.final_account import CLAIMS, FinalAccount
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_ore

TEMPLATE = "final_account"
RELEASE = "deposit_release"
"""The template of the second part: what both parties sign and the bank pays out by (§ 3-5)."""
CLAUSE, ACCOUNT_CLAUSE = "ledger", "account"
"""The clauses the tables stand under."""

_SHARES = (0.14, 0.46, 0.20, 0.20)
_SUMS = 3  # the last rows of a table, which say nothing apart
_AMOUNT = replace(tables.CELL, right=True)
_SUM = replace(tables.CELL, weight="bold", right=True)
_NAME = replace(tables.CELL, weight="bold")
_PAID = (LineKind.PAYMENT,)
_PAID_IN = (LineKind.DEPOSIT,)


def frame(facts: FinalAccountFacts, template: Template) -> Frame:
    """Return what stands around the letter on every page."""
    return letter.frame(facts, template)


def build(facts: FinalAccountFacts, template: Template) -> tuple[list[Block], tuple[str, ...]]:
    """Return the blocks of both parts and the ids of the rules they carry."""
    under = {CLAUSE: [_ledger(facts, template)], ACCOUNT_CLAUSE: [_account(facts, template)]}
    made, rules = letter.build(facts, template, under=under)
    if not facts.deposit_ore:
        return made, rules
    release = texts.template(RELEASE, template.language)
    signed, of_release = letter.build(facts, release, end=letter.signatures(facts, release))
    return [*made, NewPart(letter.frame(facts, release)), *signed], tuple(dict.fromkeys((*rules, *of_release)))


def _ledger(facts: FinalAccountFacts, template: Template) -> Block:
    """Return what is claimed and what is paid, line by line, and what that comes to."""
    came_to = facts.came_to
    rows = [_line(line, template) for line in facts.lines if line.kind in CLAIMS]
    rows.append(_sum(template.text("sum_claims"), _kroner(came_to.claimed_ore)))
    if paid := [_line(line, template, sign=-1) for line in facts.lines if line.kind in _PAID]:
        rows += [*paid, _sum(template.text("sum_paid"), _kroner(-came_to.paid_ore))]
    if came_to.overpaid_ore:
        rows.append(_sum(template.text("sum_overpaid"), _kroner(came_to.overpaid_ore), strong=True))
    else:
        rows.append(_sum(template.text("sum_owed"), _kroner(came_to.owed_ore), strong=True))
    return _table(template, rows)


def _account(facts: FinalAccountFacts, template: Template) -> Block:
    """Return what stands on the deposit account and who gets it."""
    came_to = facts.came_to
    rows = [_line(line, template) for line in facts.lines if line.kind in _PAID_IN]
    rows += [
        _sum(template.text("sum_deposit"), _kroner(came_to.deposit_ore)),
        _sum(template.text("sum_to_landlord"), _kroner(-came_to.to_landlord_ore)),
        _sum(template.text("sum_to_tenant"), _kroner(came_to.to_tenant_ore), strong=True),
    ]
    rows += [_line(line, template) for line in facts.lines if line.kind is LineKind.INTEREST]
    rows.append(_from_account(came_to, template))
    return _table(template, rows)


def _from_account(came_to: FinalAccount, template: Template) -> tables.Row:
    """Return the last sum; with the interest unknown it is what is left and the words that say so."""
    if came_to.from_account_ore is None:
        return _sum(template.text("sum_interest"), template.text("unknown"))
    return _sum(template.text("sum_from_account"), _kroner(came_to.from_account_ore), strong=True)


def _table(template: Template, rows: Sequence[tables.Row]) -> tables.Table:
    heads = [Paragraph(template.text(f"head_{name}"), tables.CELL_HEAD) for name in ("day", "what", "voucher")]
    amount = Paragraph(template.text("head_amount"), replace(tables.CELL_HEAD, right=True))
    return tables.Table(
        tables.Row([*heads, amount], _SHARES, fill=ink.BAND, pad=4), rows, together=_SUMS, space_before=8
    )


def _line(line: FinalAccountLine, template: Template, *, sign: int = 1) -> tables.Row:
    kind = template.text(f"kind_{line.kind.value}")
    what = (Run(f"{kind}: " if line.reason else kind), Run(line.reason, "regular", True, "reason"))
    voucher = line.voucher or (template.text("no_voucher") if line.kind is LineKind.DAMAGE else "")
    cells: list[tables.Cell] = [
        Paragraph(show_date(line.dated_on), tables.CELL),
        Paragraph(what if line.reason else what[:1], tables.CELL),
        Paragraph((Run(voucher, "regular", True, "voucher"),), tables.CELL) if voucher else None,
        Paragraph(_kroner(sign * line.amount_ore), _AMOUNT),
    ]
    return _row(cells)


def _sum(words: str, amount: str, *, strong: bool = False) -> tables.Row:
    """Return a sum across the table. strong: one that says who pays or gets what."""
    shares = (sum(_SHARES[:3]), _SHARES[3])
    fill = ink.BAND if strong else None
    cells = [Paragraph(words, _NAME), Paragraph(amount, _SUM)]
    return tables.Row(cells, shares, fill=fill, inset=True, labelled=True, spans=(3, 1))


def _row(cells: Sequence[tables.Cell]) -> tables.Row:
    return tables.Row(cells, _SHARES, inset=True)


def _kroner(ore: int) -> str:
    """Return an amount with a dash for minus: the fonts of the papers have no minus sign."""
    return show_ore(ore).replace("\u2212", "\u2013")
