"""What must hold on every day of every history, worked out from the facts without the agenda's own arithmetic."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from agenda.world import DAY, HOUSES, OURS, World, is_signed
from bolig_desktop.agenda.items import Item, Status, status
from bolig_desktop.agenda.kinds import Who
from bolig_desktop.followup.records import Mark
from bolig_desktop.law.workdays import is_workday
from bolig_desktop.tenancies.records import Decision, Matter, MatterKind, Tenancy

WEEK = timedelta(days=7)


def is_accounted_for(world: World, gone: Item, shown: list[Item]) -> bool:
    """Whether a line may be gone: written about, a note past its day, moved, or the lease's own line stands."""
    if gone.household_id in world.written:
        return True
    if gone.about.note and world.today > min(gone.nominal, gone.act_by):
        return True
    if gone.topic == "visits":  # the home they are visited in is another one today
        theirs = [lease for lease in world.all(Tenancy) if lease.household_id == gone.household_id]
        return any(world.today in (lease.starts_on, lease.moved_out_on) for lease in theirs)
    lease = next((lease for lease in world.all(Tenancy) if lease.id == gone.tenancy_id), None)
    if gone.topic == "tenancies" and lease is not None and lease.moved_out_on and lease.moved_out_on <= world.today:
        return True
    of_the_lease = bool(gone.about.chain) or gone.kind == "assessment_open"
    return of_the_lease and any(one.about.chain and one.tenancy_id == gone.tenancy_id for one in shown)


def check_line(one: Item, today: date, *, is_new: bool) -> None:
    """What binds us is acted on on a working day not after its day; what has gone is late."""
    if is_new:
        assert is_workday(one.act_by), one
        ours = one.about.who is Who.US and not one.about.opens
        assert one.act_by <= one.nominal if ours else one.act_by >= one.nominal, one
    stands = status(one, today)
    if one.act_by < today or one.urgent:
        assert stands in (Status.LATE, Status.UNCERTAIN), one
    elif one.act_by <= today + WEEK:
        assert stands is Status.WEEK, one


def check_leases(world: World, shown: list[Item]) -> None:
    """A fixed term of ours that binds has one line from the day it is written in until it is settled."""
    lines: dict[int, list[Item]] = {}
    for one in shown:
        if one.about.chain:
            lines.setdefault(one.tenancy_id, []).append(one)
    for lease in world.all(Tenancy):
        mine = lines.get(lease.id, [])
        if not _is_to_be_settled(lease, world):
            assert mine == [], (world.today, lease, mine)
        elif not _is_marked(lease, world):
            assert len(mine) == 1, (world.today, lease, mine)
        if mine:
            _check_stage(mine[0], lease, world)


def check_applications(world: World, shown: list[Item]) -> None:
    """Every application nobody has answered stands there, at the latest a month after it came (HL-7-6, FV-11a)."""
    standing = {one.id: one for one in shown if one.topic == "matters"}
    put_off = {mark.subject_id for mark in world.all(Mark) if mark.topic == "matters"}
    for matter in world.all(Matter):
        replied = matter.kind is MatterKind.HOUSING_APPLICATION and matter.sent_on is not None  # for the time being
        asked = matter.kind in (MatterKind.MEMBER_APPLICATION, MatterKind.HOUSING_APPLICATION) and not replied
        if asked and matter.answered_on is None and matter.closed_on is None and matter.id not in put_off:
            month = (matter.received_on or matter.opened_on) + relativedelta(months=1)
            assert month - WEEK < standing[matter.id].act_by <= month


def _is_to_be_settled(lease: Tenancy, world: World) -> bool:
    binds = is_signed(lease) or lease.starts_on <= world.today
    over = lease.moved_out_on is not None and lease.moved_out_on <= world.today
    return lease.kind in OURS and lease.ends_on is not None and binds and not over and not _is_followed(lease, world)


def _is_followed(lease: Tenancy, world: World) -> bool:
    return any(
        is_signed(other)
        and other.kind in OURS
        and other.household_id == lease.household_id
        and HOUSES[other.dwelling_id] == HOUSES[lease.dwelling_id]
        and (other.starts_on, other.id) > (lease.starts_on, lease.id)
        for other in world.all(Tenancy)
    )


def _is_marked(lease: Tenancy, world: World) -> bool:
    """Whether a line of it is put off, or it was seen to that it is indefinite."""
    mine = [mark for mark in world.all(Mark) if mark.topic == "tenancies" and mark.subject_id == lease.id]
    return any(
        mark.kind == "lease_indefinite" if mark.put_off_to is None else mark.put_off_to > world.today for mark in mine
    )


def _check_stage(one: Item, lease: Tenancy, world: World) -> None:
    """The stage is never an earlier one, or a calmer one, than the facts say."""
    end, today = lease.ends_on, world.today
    assert end is not None
    if today <= end:
        _check_before(one, lease, world)
        return
    over = end + relativedelta(months=3)
    certain = over
    while not is_workday(certain):
        certain += DAY
    requests = [
        matter
        for matter in world.all(Matter)
        if matter.kind is MatterKind.REQUEST_TO_MOVE and matter.tenancy_id == lease.id and matter.sent_on
    ]
    in_time = [matter for matter in requests if end < matter.sent_on <= certain]
    if one.kind == "lease_move_out":
        assert in_time, (today, lease)
        return
    assert one.urgent, one
    if not in_time or len(requests) == len(in_time):
        expected = "lease_expired" if today <= over else "lease_uncertain" if today <= certain else "lease_indefinite"
        assert one.kind == expected and not in_time, (today, lease)
    assert (status(one, today) is Status.UNCERTAIN) == (over < today <= certain), (today, one)


def _check_before(one: Item, lease: Tenancy, world: World) -> None:
    end, today = lease.ends_on, world.today
    assert end is not None
    if today == end:
        assert one.urgent, one
    decided = [decision for decision in world.all(Decision) if decision.tenancy_id == lease.id]
    if not decided:
        assert one.kind in ("lease_talk", "lease_decide")
        if today >= end - relativedelta(months=4):
            assert one.kind == "lease_decide", (today, lease)
        if today > end - relativedelta(months=4):
            assert status(one, today) is Status.LATE, (today, lease)
    elif one.kind != "lease_ends" and today > end - relativedelta(months=3):
        assert status(one, today) is Status.LATE, (today, lease)
