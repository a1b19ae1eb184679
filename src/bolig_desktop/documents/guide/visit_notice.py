"""The notice of a home visit (D10): why, when and who comes, in both languages; the days are written in by hand."""

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents import tables
from bolig_desktop.documents.guide import pages
from bolig_desktop.documents.guide.house_rules import cell
from bolig_desktop.documents.guide.pages import Around
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import Block

VERSION = "visit_notice/1"
RULES = ("HL-5-6", "SP-2", "SP-5")
_ROWS = ("visit_when_day", "visit_when_time", "visit_who", "visit_interpreter")
_SHARES = (0.4, 0.6)
_KINDS = ("visit_inspection", "visit_guidance", "visit_repair")


def build(case: CaseFile, language: str) -> tuple[Frame, list[Block]]:
    """Return the notice. It names nobody and no address: it is put in the letterbox of whom it is for."""
    municipality = case.settings.municipality()
    facts = {"phone": municipality.phone}
    write = pages.writer(case, language, lambda wording: facts)
    rows = [[cell(write.text(unit), write.other_text(unit)), None] for unit in _ROWS]
    table = tables.grid(("", ""), rows, _SHARES, least=24, heading=False, space_before=0)
    about = [[cell(write.text("visit_about"), write.other_text("visit_about")), None]]
    roomy = tables.grid(("", ""), about, _SHARES, least=66, heading=False, space_before=0)
    made: list[Block] = [write.title("visit_title"), table, roomy, write.topic("visit_which", closed=False)]
    made += [write.topic(unit, tick=True) for unit in _KINDS]
    change = "visit_change" if municipality.phone else "visit_change_no_phone"
    made.append(write.topic(change, "visit_home", "visit_privacy", picture="phone"))
    around = Around(
        municipality=municipality,
        label=write.text("visit_title"),
        title=write.text("visit_title"),
        printed_on=case.clock(),
    )
    return pages.frame(around, write), pages.snug(made)
