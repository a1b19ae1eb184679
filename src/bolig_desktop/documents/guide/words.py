"""What the placeholders of the bilingual papers stand for, in one language."""

from collections.abc import Callable
from datetime import date

from bolig_desktop.casefile.wording import Wording
from bolig_desktop.documents import texts
from bolig_desktop.documents.guide.binder_facts import BinderFacts
from bolig_desktop.documents.guide.house_rules import rule_words
from bolig_desktop.documents.guide.writer import Facts
from bolig_desktop.dwellings.records import HomeGuide, Spot, WasteDay
from bolig_desktop.text.dates import day_and_month

PLACE, WAY, BIN = "place_", "way_", "bin_"
_DOT = "\u00a0· "
"""Between things on one line; it stays with what it follows."""


def for_binder(facts: BinderFacts) -> Callable[[Wording], Facts]:
    """Return what gives the binder's placeholders in a language."""
    lease, version, guide = facts.lease, facts.house_rules, facts.guide
    rules = rule_words(version, facts.sender.phone, facts.sender.name) if version else {}

    def said(wording: Wording) -> Facts:
        return {
            "municipality": facts.sender.name,
            "unit": facts.sender.unit,
            "phone": facts.sender.phone,
            "officer": facts.sender.officer,
            "account": facts.sender.account,
            "address": facts.address,
            "dpo": facts.dpo,
            "out_of_hours": facts.out_of_hours,
            "rent_nok": lease.rent_nok if lease else None,
            "power_nok": lease.power_nok if lease else None,
            "due_day": lease.due_day if lease else None,
            "deposit_nok": lease.deposit_nok if lease else None,
            "guarantee_nok": lease.guarantee_nok if lease else None,
            "starts_on": lease.starts_on if lease else None,
            "ends_on": lease.ends_on if lease else None,
            "notice_months": lease.notice_months if lease else None,
            "common_rooms": facts.common_rooms,
            "heating_detail": guide.heating_detail,
            "stopcock": place(wording, guide.stopcock, guide.stopcock_detail),
            "fuse_box": place(wording, guide.fuse_box, guide.fuse_box_detail),
            "extinguisher_at": place(wording, guide.extinguisher, guide.extinguisher_detail),
            "letterbox": place(wording, guide.letterbox, guide.letterbox_detail),
            "escape": ways_out(wording, guide),
            "meeting_place": guide.meeting_place or (version.meeting_place if version else ""),
            "quiet_from": facts.quiet_from,
            "quiet_to": facts.quiet_to,
            "apply_day": facts.apply_day,
            "pay_day": facts.pay_day,
            **rules,
        }

    return said


def place(wording: Wording, spot: Spot | None, detail: str) -> str:
    """Return where a thing is: the spot in the language, and what was written about it, as it was written."""
    words = wording.text(f"{PLACE}{spot.value}") if spot else ""
    return f"{words} ({detail})" if words and detail else words or detail


def ways_out(wording: Wording, guide: HomeGuide) -> str:
    """Return the ways out of a home."""
    ways = [wording.text(f"{WAY}{way.value}") for way in (guide.way_out, guide.other_way_out) if way]
    said = _DOT.join(ways)
    return f"{said} ({guide.escape_detail})" if said and guide.escape_detail else said or guide.escape_detail


def when_collected(wording: Wording, day: WasteDay) -> str:
    """Return how a kind of waste is collected: in what, and how often; or where it is brought."""
    parts = [wording.text(f"{BIN}{day.bin.value}")] if day.bin else []
    if day.weekday is None:
        if day.bring_to:
            parts.append(filled(wording, "waste_bring", place=day.bring_to))
        return _DOT.join(parts)
    parts.append(wording.text(day.weekday.value))
    if day.every_weeks == 1:
        parts.append(wording.text("waste_every_week"))
    else:
        parts.append(filled(wording, "waste_every_n_weeks", weeks=day.every_weeks))
    return _DOT.join(parts)


def next_days(wording: Wording, days: list[date]) -> str:
    """Return the next days of collection; none of them is parted over two lines."""

    def said(day: date) -> str:
        return day_and_month(day, wording.language).replace(" ", "\u00a0")

    return filled(wording, "waste_next", days=_DOT.join(map(said, days)))


def filled(wording: Wording, unit: str, **facts: object) -> str:
    """Return a text with facts put in, as plain text."""
    runs = texts.fill(texts.parse(wording.text(unit)), facts, wording.language)
    return "".join(run.text for run in runs)
