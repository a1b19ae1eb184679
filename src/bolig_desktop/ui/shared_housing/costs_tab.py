"""Shared costs: what each month cost, who bears what, the agreement's shares, and the yearly account (§ 3-4)."""

from typing import Any

from bolig_desktop.casefile import house_days
from bolig_desktop.casefile.naming import naming_fields
from bolig_desktop.shared_housing.records import CostAccount, CostKind, CostShare, CostSplit, SharedCost
from bolig_desktop.shared_housing.rules import Split
from bolig_desktop.tenancies.records import Tenancy
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_ore
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.shared_housing.house_tab import HouseTab, month_words
from bolig_desktop.ui.shared_housing.running_form import CostAccountForm, CostShareForm, SharedCostForm
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import tr


class CostsTab(HouseTab):
    """Deling."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        case = session.case
        self._borne: dict[int | None, Split] = {}
        self._rooms: dict[int | None, str] = {}
        costs = SubList(
            self._cost_words,
            make_form=SharedCostForm,
            add_label=tr("Før en kostnad"),
            blank=self._blank_cost,
            empty=tr("Ingen felles kostnader ennå. Før strøm og nettleie måned for måned, så deles de etter dager."),
            stacked=True,
            heading=lambda cost: month_words(cost.month),
        )
        shares = SubList(
            lambda share: (self.names.get(share.dwelling_id, ""), self._share_words(share)),
            make_form=lambda: CostShareForm(self.rooms()),
            add_label=tr("Legg til andel"),
            blank=lambda: CostShare(house_id=self.house_id, dwelling_id=0, from_month=self._month(), parts=1),
            empty=tr("Ingen andeler. De trengs bare når leieavtalene deler ulikt mellom rommene."),
        )
        accounts = SubList(
            self._account_words,
            make_form=lambda: CostAccountForm(case.clock, self.rooms()),
            add_label=tr("Ny årsoversikt"),
            blank=lambda: CostAccount(house_id=self.house_id, year=session.today.year - 1),
            empty=tr("Ingen årsoversikt ennå. En beboer kan kreve den en gang i året."),
            pill=self._account_pill,
            stacked=True,
            print_line=lambda account: self.wanted.emit("house-account", account.id or 0),
        )
        self.costs = self.part(tr("Felles kostnader"), "shared_costs", costs, self._load_costs)
        self.shares = self.part(tr("Andeler etter avtalene"), "cost_shares", shares, case.cost_shares.of_house)
        self.accounts = self.part(
            tr("Årsoversikter"),
            "cost_accounts",
            accounts,
            case.cost_accounts.of_house,
            about=tr("Leieren kan kreve oversikten en gang i året (husleieloven § 3-4)."),
        )
        sheets = SubList(
            lambda lease: (self.names.get(lease.dwelling_id, ""), ""),
            empty=tr("Begynn en årsoversikt, så kan den skrives ut for hvert rom."),
            can_remove=False,
            print_line=lambda lease: self.wanted.emit("resident-account", lease.id or 0),
        )
        self.sheets = self.part(tr("Oversikten for hvert rom"), "resident_sheets", sheets, self._load_sheets)
        self.accounts.kept.connect(lambda _: self.sheets.reload())

    def _month(self) -> str:
        return self.session.today.strftime("%Y-%m")

    def _blank_cost(self) -> SharedCost:
        nothing: Any = None  # empty until it is typed
        last = next(iter(self.session.case.shared_costs.of_house(self.house_id)), None)
        return SharedCost(
            house_id=self.house_id,
            month=self._month(),
            kind=CostKind.POWER,
            amount_ore=nothing,
            split=last.split if last else CostSplit.RESIDENTS,
        )

    def _cost_words(self, cost: SharedCost) -> tuple[str, str]:
        said = [
            f"{self._rooms[whose] if whose is not None else tr('kommunen')} {show_ore(ore)}"
            for whose, ore in self._borne.get(cost.id, {}).items()
            if ore
        ]
        hidden = "voucher" in naming_fields(self.session.case, cost)
        voucher = tr("bilag {number}", number=cost.voucher) if cost.voucher and not hidden else ""
        under = "\n".join(
            part for part in (" · ".join(said), " · ".join(p for p in (label(cost.split), voucher) if p)) if part
        )
        return f"{label(cost.kind)} {show_ore(cost.amount_ore)}", under

    def _share_words(self, share: CostShare) -> str:
        return tr("{count} deler fra {month}", count=share.parts, month=month_words(share.from_month))

    def _account_words(self, account: CostAccount) -> tuple[str, str]:
        room = self.names.get(account.dwelling_id or 0, "") if account.dwelling_id else ""
        asked = tr("bedt om {day}", day=show_date(account.asked_on)) if account.asked_on else ""
        given = tr("gitt {day}", day=show_date(account.handed_out_on)) if account.handed_out_on else ""
        return str(account.year), " · ".join(part for part in (room, asked, given) if part)

    def _account_pill(self, account: CostAccount) -> Pill | None:
        if account.handed_out_on is not None:
            return tr("Gitt"), Tone.GOOD
        return (tr("Bedt om"), Tone.SOON) if account.asked_on is not None else None

    def _load_costs(self, house_id: int) -> list[SharedCost]:
        costs = self.session.case.shared_costs.of_house(house_id) if house_id else []
        self._borne = house_days.borne(self.session.case, house_id, costs) if costs else {}
        leases = house_days.leases(self.session.case, house_id) if house_id else []
        self._rooms = {lease.id: self.names[lease.dwelling_id] for lease in leases}
        return costs

    def _load_sheets(self, house_id: int) -> list[Tenancy]:
        """Return the lease that stands last in each room, where there is an account to make its sheet of."""
        if not house_id or not self.session.case.cost_accounts.of_house(house_id):
            return []
        return list({one.dwelling_id: one for one in house_days.leases(self.session.case, house_id)}.values())
