"""Groups in use as they are now, who came in and who left; and who used the bot."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.figures.counts import Some
from bot.domain.figures.hiding import LEAST
from bot.domain.figures.periods import Period
from bot.domain.figures.scope import Parts
from bot.domain.figures.sheet import Column, Counted, Part, Tally
from bot.domain.groups.group import Group, GroupState
from bot.domain.groups.keeping import keepers_here
from bot.domain.percent import percent
from bot.services.approvals.kinds import Desk
from bot.services.figures.counting import grouped

GROUPS = (
    Column("群", "个", personal=False),
    Column("成员", "人次", personal=False),
    Column("没有群管理员", "个", personal=False, alarming=True),
)
MEMBERS = (Column("进群", "人次"), Column("离开", "人次"))
USAGE = (Column("使用人数", "人", distinct=True),)
JOINED, LEFT = "joined", "left"


async def groups(desk: Desk, period: Period, parts: Parts) -> Counted:
    """How many were in a group earlier isn't kept, so these are of today whatever the period."""
    kept = parts.scope.groups or [each for each in desk.company.groups if each.state is GroupState.IN_USE]
    types = Counter(_type_name(each, desk) for each in kept)
    rows = tuple(Part(each.name, len(each.members), _of(desk, [each])) for each in parts.scope.groups)
    facts = ("群和成员是现在的数。",)
    kinds = tuple((name, Tally(many)) for name, many in types.most_common())
    return Counted(GROUPS, _of(desk, kept), sum(parts.staff), rows, kinds, facts=facts)


async def members(desk: Desk, period: Period, parts: Parts) -> Counted:
    """Who came in and is still there, and who left or was removed."""
    begins, ends = period.bounds(desk.now)
    joined = [replace(each, kind=f"{JOINED}:{each.kind}") for each in await desk.store.figures.joined(begins, ends)]
    left = [
        replace(each, kind=f"{LEFT}:{each.kind}") for each in await desk.store.figures.left(period.first, period.last)
    ]
    return grouped([*joined, *left], MEMBERS, _moves, lambda each: _place(each, parts), parts)


async def usage(desk: Desk, period: Period, parts: Parts) -> Counted:
    """Who said something to the bot or pressed a button, of all who are here; and how many are in a group at all."""
    users = await desk.store.figures.active(period.key)
    counted = grouped(users, USAGE, lambda some: (Tally(len(some), len(some)),), parts.place, parts)
    rows = tuple(replace(each, tallies=(_of_staff(each.tallies[0], each.staff),)) for each in counted.parts)
    total = _of_staff(counted.total[0], counted.staff)
    facts = [f"使用率 {percent(total.value, counted.staff)}。"] if total.people >= LEAST else []
    if parts.scope.is_whole:
        facts.append(f"在群里的有 {await _covered(desk)}。")
    return replace(counted, parts=rows, total=(total,), facts=tuple(facts))


async def _covered(desk: Desk) -> str:
    inside = {user for group in desk.company.groups if group.state is GroupState.IN_USE for user in group.insiders}
    here = [each.user_id for each in desk.company.people if each.active]
    covered = sum(user in inside for user in here)
    return f"{covered} 人，群覆盖率 {percent(covered, len(here))}"


def _of_staff(tally: Tally, staff: int) -> Tally:
    return replace(tally, whole=max(staff, tally.value))


def _of(desk: Desk, kept: Sequence[Group]) -> tuple[Tally, ...]:
    without = sum(not keepers_here(each, desk.company) for each in kept)
    return Tally(len(kept)), Tally(sum(len(each.members) for each in kept)), Tally(without)


def _type_name(group: Group, desk: Desk) -> str:
    found = desk.company.group_type(group.kind)
    return found.name if found else "没有类型"


def _place(each: Some, parts: Parts) -> int | None:
    group = each.kind.partition(":")[2]
    return parts.place(each.user, group)


def _moves(some: Sequence[Some]) -> tuple[Tally, ...]:
    found = []
    for way in (JOINED, LEFT):
        moved = [each for each in some if each.kind.startswith(f"{way}:")]
        found.append(Tally(sum(each.many for each in moved), len({each.user for each in moved})))
    return tuple(found)
