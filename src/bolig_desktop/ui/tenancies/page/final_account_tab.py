"""The tab with the final account of a lease: its lines, what they come to as she types, and the paper of it."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.casefile import CaseFile
from bolig_desktop.law.sections import section
from bolig_desktop.tenancies.records import FinalAccountLine, Tenancy, TenancyState
from bolig_desktop.tenancies.rules import OURS, state
from bolig_desktop.tenancies.rules.final_account import (
    FinalAccount,
    lacks_deposit,
    lacks_voucher,
    line_order,
    settle,
)
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_ore
from bolig_desktop.ui import icons
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.problems import NO_BREAK
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.tenancies.final_account_form import FinalAccountLineForm
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.column import bring_into_view
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import SubList, Words
from bolig_desktop.ui.words import tr

NUMBER = "D31"
Sum = tuple[str, str, bool]
"""What a sum is called, the sum, and whether it is one of those that matter most."""


class FinalAccountTab(QWidget):
    """Oppgjør: the lines, the sums under them, and the button that shows the paper."""

    def __init__(self, page: TopicPage, print_it: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        case = page.session.case
        self.lines = SubRecords(
            page.session,
            "final_account_lines",
            SubList(
                _said,
                make_form=lambda: FinalAccountLineForm(case.clock),
                add_label=tr("Ny linje"),
                blank=self._blank,
                empty=tr(
                    "Ingen linjer. Før det kommunen krever, det som er betalt, og det som står på depositumskontoen."
                ),
                pill=_pill,
                stacked=True,
            ),
            lambda lease_id: sorted(case.final_account_lines.of_tenancy(lease_id), key=line_order),
        )
        self.sums = _Sums()
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.print_button = QPushButton(tr("Skriv ut oppgjøret"))
        self.print_button.setToolTip(tr("Skriv ut oppgjøret") + " (Ctrl+P)")
        icons.put(self.print_button, "printer", side=16)
        self.print_button.clicked.connect(lambda: print_it())
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.lines, self.sums, self.note):
            column.addWidget(part)
        column.addLayout(row)
        column.addStretch(1)
        for signal in (self.lines.list.edited, self.lines.list.opened, self.lines.list.given_up, self.lines.kept):
            signal.connect(lambda *_: self.reckon())

    def go_on(self) -> None:
        """Put the keyboard where the account goes on: at the paper, or in a line where one is lacking."""
        lease = self._page.record
        lines = self._page.session.case.final_account_lines.of_tenancy(lease.id)
        if lines and not lacks_deposit(lease, lines):
            self.print_button.setFocus()
            bring_into_view(self.print_button)
        else:
            self.lines.begin()

    def reckon(self) -> None:
        """Show what the lines come to, with what stands in the open form as far as it can be read."""
        lease = self._page.record
        if lease is None or lease.id is None:
            return
        lines = self._with_typed(self._page.session.case.final_account_lines.of_tenancy(lease.id))
        form = self.lines.list.form
        if isinstance(form, FinalAccountLineForm):
            form.say_total(in_short(settle(lines)) if lines else "")
        self.sums.show_sums(sums(settle(lines)) if lines else [])
        note = said_of(lease, lines, state(lease, self._page.session.today))
        self.note.setText(note.replace("§ ", f"§{NO_BREAK}"))
        self.note.setVisible(bool(note))
        self.print_button.setVisible(bool(lines))

    def _with_typed(self, lines: list[FinalAccountLine]) -> list[FinalAccountLine]:
        form, shown = self.lines.list.form, self.lines.list.record()
        if form is None or shown is None:
            return lines
        typed = dataclasses.replace(shown, **form.values())
        others = [line for line in lines if line.id != typed.id]
        return [*others, typed] if typed.kind is not None and typed.amount_ore is not None else others

    def _blank(self) -> FinalAccountLine:
        unknown: dict[str, Any] = {"kind": None, "dated_on": None, "amount_ore": None}
        return FinalAccountLine(tenancy_id=self._page.record.id, **unknown)


class _Sums(QFrame):
    """Sums under one another, the amounts in line at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "box")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 10, 16, 10)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []

    def show_sums(self, wanted: Sequence[Sum]) -> None:
        """Show these sums, in the labels that are there already where there are enough."""
        while len(self._rows) < len(wanted):
            name, amount = QLabel(), QLabel()
            name.setWordWrap(True)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            amount.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(name, len(self._rows), 0)
            self._grid.addWidget(amount, len(self._rows), 1)
            self._rows.append((name, amount))
        for at, (name, amount) in enumerate(self._rows):
            is_shown = at < len(wanted)
            if is_shown:
                called, shown, matters = wanted[at]
                name.setText(called)
                amount.setText(shown)
                amount.setAccessibleName(f"{called}: {shown}")
                for part in (name, amount):
                    font = part.font()
                    font.setBold(matters)
                    part.setFont(font)
            name.setVisible(is_shown)
            amount.setVisible(is_shown)
        self.setVisible(bool(wanted))


def sums(account: FinalAccount) -> list[Sum]:
    """Return what a final account comes to, in the order it is reckoned."""
    found: list[Sum] = [
        (tr("Kommunens krav"), show_ore(account.claimed_ore), False),
        (tr("Betalt"), show_ore(-account.paid_ore), False),
    ]
    if account.overpaid_ore:
        found.append((tr("Betalt for mye, til leieren fra kommunen"), show_ore(account.overpaid_ore), True))
    else:
        found.append((tr("Skyldig"), show_ore(account.owed_ore), not account.deposit_ore))
    if account.deposit_ore:
        found.append((tr("Depositum på kontoen"), show_ore(account.deposit_ore), False))
        found.append((tr("Til kommunen av depositumet"), show_ore(account.to_landlord_ore), True))
        found.append((tr("Til leieren av depositumet"), show_ore(account.to_tenant_ore), True))
    if account.deposit_ore or account.interest_ore is not None:
        unknown = account.interest_ore is None
        interest = tr("ikke kjent") if unknown else show_ore(account.interest_ore or 0)
        found.append((tr("Renter, til leieren"), interest, False))
    if account.deposit_ore and account.left_ore:
        found.append((tr("Fortsatt skyldig"), show_ore(account.left_ore), True))
    return found


def in_short(account: FinalAccount) -> str:
    """Return who gets what in one line, for who is typing and does not see the sums."""
    parts = [
        (tr("Til kommunen av depositumet"), account.to_landlord_ore if account.deposit_ore else None),
        (tr("Til leieren av depositumet"), account.to_tenant_ore if account.deposit_ore else None),
        (tr("Fortsatt skyldig") if account.deposit_ore else tr("Skyldig"), account.left_ore or None),
        (tr("Betalt for mye, til leieren fra kommunen"), account.overpaid_ore or None),
    ]
    said = [f"{words} {show_ore(ore)}".replace(" ", NO_BREAK) for words, ore in parts if ore is not None]
    return f"{NO_BREAK}· ".join(said)


def has_account(case: CaseFile, lease: Tenancy) -> bool:
    """Whether a final account is of any use: the lease is ours and over, or lines of one have been written."""
    if case.final_account_lines.of_tenancy(lease.id or 0):
        return True
    is_over = state(lease, case.clock()) in (TenancyState.ENDED, TenancyState.EXPIRED)
    return lease.kind in OURS and (is_over or lease.moved_out_on is not None)


def of_deposit(case: CaseFile, lease: Tenancy, act: Callable[[], object]) -> list[Banner]:
    """Say that the deposit of a household that has moved out is not settled; ``act`` goes to where it is.

    Where another lease follows this one, the deposit follows too.
    """
    if lease.kind not in OURS or not lease.deposit_nok or state(lease, case.clock()) is not TenancyState.ENDED:
        return []
    if any(other.previous_id == lease.id for other in case.tenancies.of_household(lease.household_id)):
        return []
    if any(paper.number == NUMBER for paper in case.papers.of_tenancy(lease.id or 0)):
        return []
    why = tr("Banken betaler ut når begge har samtykket skriftlig. Samtykket følger med oppgjøret.")
    return [
        Banner(
            Tone.SOON,
            tr("Depositumet er ikke gjort opp."),
            why=why,
            section=section("HL-3-5c"),
            acts=[(tr("Gå til oppgjøret"), act)],
        )
    ]


def said_of(lease: Tenancy, lines: Sequence[FinalAccountLine], now: TenancyState) -> str:
    """Return what is to be known before the paper is written, "" where nothing is."""
    told = []
    if now is not TenancyState.ENDED:
        told.append(
            tr("Linjene kan føres nå. Oppgjøret skrives ut når det er registrert at husstanden har flyttet ut.")
        )
    if lines and lacks_deposit(lease, lines):
        told.append(tr("Avtalen har depositum. Skriv hva som er satt inn på kontoen, så kan oppgjøret skrives ut."))
    if lease.guarantee_nok and not lease.deposit_nok:
        told.append(
            tr("Leieforholdet har garanti og ikke depositum. Det leieren skylder, kan kreves av garantisten.")
        )
    return "\n".join(told)


def _said(line: FinalAccountLine) -> Words:
    title = f"{label(line.kind).replace('§ ', f'§{NO_BREAK}')} · {show_ore(line.amount_ore)}"
    voucher = tr("bilag: {what}", what=line.voucher) if line.voucher else ""
    return title, " · ".join(part for part in (show_date(line.dated_on), line.reason, voucher) if part)


def _pill(line: FinalAccountLine) -> Pill | None:
    return (tr("Uten bilag"), Tone.SOON) if lacks_voucher(line) else None
