"""Who lived where from when to when: every unit's tenancies laid one after the other, never two at once."""

import dataclasses
from datetime import date
from random import Random

from bolig_desktop.demo.scenes import DAYS_EMPTY, SCENES, Scene, Spell
from bolig_desktop.demo.terms import DAY, Stay, ended, month_end, term
from bolig_desktop.law.months import add_months
from bolig_desktop.law.terms import earliest_end

_NOW = frozenset(Spell) - {Spell.MOVED_ON, Spell.ONE_YEAR, Spell.BOUGHT, Spell.ENDED, Spell.WAITING}


def stays(today: date, rng: Random) -> list[Stay]:
    """Return every stay of one Nordvik, the oldest first."""
    found: list[Stay] = []
    for number, scene in enumerate(SCENES):
        if scene.spell in _NOW:
            found += _living(number, scene, today, rng)
    for number, scene in enumerate(SCENES):
        if scene.spell in (Spell.MOVED_ON, Spell.ONE_YEAR, Spell.BOUGHT):
            found += _moved_on(number, scene, today, rng)
    for number, scene in enumerate(SCENES):
        if scene.spell is Spell.ENDED:
            moved_out = _left_before(found, scene.unit, today, rng)
            start, end = ended(moved_out, _manner(number, scene), rng)
            found.append(
                Stay(
                    scene=number, unit=scene.unit, starts_on=start, ends_on=end, moved_out_on=moved_out,
                    spell=Spell.ENDED,
                )
            )  # fmt: skip
    return sorted(found, key=lambda stay: (stay.starts_on, stay.scene, stay.unit))


def _living(number: int, scene: Scene, today: date, rng: Random) -> list[Stay]:
    start, end = term(scene.spell, today, rng)
    now = Stay(
        scene=number, unit=scene.unit, starts_on=start, ends_on=end, spell=scene.spell, renews=bool(scene.earlier)
    )
    if scene.earlier:
        last = start - DAY
        before = Stay(
            scene=number, unit=scene.unit, starts_on=add_months(start, -36), ends_on=last, moved_out_on=last,
            spell=Spell.ENDED,
        )  # fmt: skip
        return [before, now]
    if scene.spell is Spell.ONE_MONTH and end is not None:
        again = end + DAY
        draft = dataclasses.replace(now, starts_on=again, ends_on=earliest_end(again), spell=Spell.DRAFT, renews=True)
        return [now, draft]
    return [now]


def _moved_on(number: int, scene: Scene, today: date, rng: Random) -> list[Stay]:
    moved_out = today - DAYS_EMPTY[scene.earlier] * DAY
    old_start, old_end = ended(moved_out, 1, rng)
    start = moved_out + DAY
    end = {
        Spell.MOVED_ON: earliest_end(start),
        Spell.ONE_YEAR: earliest_end(start, landlord_lives_in=True),
    }.get(scene.spell)
    return [
        Stay(
            scene=number, unit=scene.earlier, starts_on=old_start, ends_on=old_end, moved_out_on=moved_out,
            spell=Spell.ENDED,
        ),
        Stay(scene=number, unit=scene.unit, starts_on=start, ends_on=end, spell=scene.spell),
    ]  # fmt: skip


def _left_before(found: list[Stay], unit: str, today: date, rng: Random) -> date:
    starts = [stay.starts_on for stay in found if stay.unit == unit]
    if not starts:
        return today - DAYS_EMPTY[unit] * DAY
    latest = min(min(starts) - rng.randrange(6, 45) * DAY, today - 8 * DAY)
    return month_end(latest - 40 * DAY, latest)


def _manner(number: int, scene: Scene) -> int:
    """Return how the household left; what we hire in is never let for good, or beyond the end of the hire."""
    if scene.unit == "H10":
        return 0
    return number % 2 if scene.unit[0] in "AH" else number % 3
