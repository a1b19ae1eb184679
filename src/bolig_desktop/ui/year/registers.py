"""What the figures need and nothing else keeps: settlement quotas and temporary stays, in lists of their own."""

from typing import Any

from bolig_desktop.allocation.records import SettlementQuota, TemporaryStay
from bolig_desktop.text.dates import show_date
from bolig_desktop.text.money import show_decimal
from bolig_desktop.ui.allocation.form import SettlementQuotaForm, TemporaryStayForm
from bolig_desktop.ui.choosing import household_choices, household_title
from bolig_desktop.ui.labels import household_words, label
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.widgets.sub_list import SubList
from bolig_desktop.ui.words import tr

EVERYBODY = 1
"""What the lists belong to: the municipality, and no case."""


def quotas(session: Session) -> SubRecords:
    """Return the list of what was decided for each year, the newest first."""
    made = SubList(
        _quota_words,
        make_form=SettlementQuotaForm,
        add_label=tr("Før et år"),
        blank=lambda: SettlementQuota(year=session.today.year),
        empty=tr("Ingen vedtakstall er ført. Før hva kommunen vedtok, så ser du bosettingen mot det."),
        stacked=True,
    )
    case = session.case
    return SubRecords(
        session,
        "settlement_quotas",
        made,
        lambda _: sorted(case.settlement_quotas.list(), key=lambda one: -one.year),
    )


def stays(session: Session) -> SubRecords:
    """Return the list of temporary stays, the newest first; whoever is shielded stands there by number."""
    case = session.case
    nothing: Any = None
    made = SubList(
        lambda stay: _stay_words(session, stay),
        make_form=lambda: stay_form(session),
        add_label=tr("Før et opphold"),
        blank=lambda: TemporaryStay(household_id=nothing, kind=nothing, from_on=session.today),
        empty=tr("Ingen midlertidige opphold er ført."),
        stacked=True,
    )
    newest_first = lambda _: case.temporary_stays.list()[::-1]  # noqa: E731 - said where it is handed over
    return SubRecords(session, "temporary_stays", made, newest_first)


def stay_form(session: Session) -> TemporaryStayForm:
    """Return the form of a stay."""
    case = session.case
    return TemporaryStayForm(
        case.clock, lambda typed: household_choices(case, typed), lambda row_id: household_title(case, row_id)
    )


def _quota_words(quota: SettlementQuota) -> tuple[str, str]:
    decided = tr("ikke ført") if quota.decided is None else str(quota.decided)
    quarters = [tr("{number}. kvartal: {people}", number=n, people=q) for n, q in enumerate(quota.quarters, 1) if q]
    asked = tr("anmodning {people}", people=quota.asked) if quota.asked is not None else ""
    people = tr("{count} innbyggere", count=show_decimal(quota.inhabitants)) if quota.inhabitants else ""
    details = [part for part in (asked, *quarters, people) if part]
    return tr("{year}: vedtak {people}", year=quota.year, people=decided), " · ".join(details)


def _stay_words(session: Session, stay: TemporaryStay) -> tuple[str, str]:
    whose = household_words(session.case.households.label(stay.household_id))
    until = show_date(stay.to_on) if stay.to_on else tr("bor der ennå")
    return whose, f"{label(stay.kind)} · {show_date(stay.from_on)} – {until}"
