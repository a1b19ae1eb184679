"""The notice of a home visit (D10): why, when and who comes, in both languages; the days are written in by hand."""

from bolig_desktop.casefile import visiting
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.naming import without_names
from bolig_desktop.documents import tables
from bolig_desktop.documents.guide import pages
from bolig_desktop.documents.guide.house_rules import cell
from bolig_desktop.documents.guide.pages import Around
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import Block
from bolig_desktop.text.dates import show_date
from bolig_desktop.visits.records import Visit, VisitKind

VERSION = "visit_notice/1"
RULES = ("HL-5-6", "SP-2", "SP-5")
_ROWS = ("visit_when_day", "visit_when_time", "visit_who", "visit_interpreter")
_SHARES = (0.4, 0.6)
_KINDS = {
    VisitKind.INSPECTION: "visit_inspection",
    VisitKind.GUIDANCE: "visit_guidance",
    VisitKind.REPAIR: "visit_repair",
}


def build(case: CaseFile, household_id: int, language: str) -> tuple[Frame, list[Block]]:
    """Return the notice. It names nobody and no address: it is put in the letterbox of whom it is for.

    The day, the time and what it is about are those of the visit that is agreed; what is not known is written in.
    """
    municipality = case.settings.municipality()
    coming = visiting.next_visits(case, household_id).get(household_id)
    visit = case.visits.find(coming.visit_id) if coming is not None else None
    if visit is not None:
        visit = without_names(case, "visits", visit)
    hidden = case.households.is_shielded(household_id)
    facts = {"phone": municipality.phone}
    write = pages.writer(case, language, lambda wording: facts)
    known = _known(visit, hidden=hidden) if visit is not None else {}
    rows = [
        [cell(write.text(unit), write.other_text(unit)), cell(known[unit]) if known.get(unit) else None]
        for unit in _ROWS
    ]
    table = tables.grid(("", ""), rows, _SHARES, least=24, heading=False, space_before=0)
    purpose = visit.purpose if visit is not None and not hidden else ""
    about = [[cell(write.text("visit_about"), write.other_text("visit_about")), cell(purpose) if purpose else None]]
    roomy = tables.grid(("", ""), about, _SHARES, least=66, heading=False, space_before=0)
    made: list[Block] = [write.title("visit_title"), table, roomy, write.topic("visit_which", closed=False)]
    about_kind = _KINDS[visit.kind] if visit is not None else ""
    made += [write.topic(unit, tick=True, ticked=unit == about_kind) for unit in _KINDS.values()]
    change = "visit_change" if municipality.phone else "visit_change_no_phone"
    made.append(write.topic(change, "visit_home", "visit_privacy", picture="phone"))
    around = Around(
        municipality=municipality,
        label=write.text("visit_title"),
        title=write.text("visit_title"),
        printed_on=case.clock(),
    )
    return pages.frame(around, write), pages.snug(made)


def _known(visit: Visit, *, hidden: bool) -> dict[str, str]:
    """Return what is agreed; who comes was typed, so the notice to a shielded household does not say it."""
    times = "–".join(part for part in (visit.time_from, visit.time_to) if part)
    return {
        "visit_when_day": show_date(visit.planned_on) if visit.planned_on else "",
        "visit_when_time": times,
        "visit_who": "" if hidden else visit.visitors,
    }
