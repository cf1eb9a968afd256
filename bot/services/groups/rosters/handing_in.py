"""A list that somebody handed in is compared with the registry like one of WeCom's; what is missing is asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.groups.doubts import Doubt
from bot.domain.groups.group import Group
from bot.domain.groups.roster import Roster
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.rosters.doubting import doubtful, raise_new
from bot.services.groups.rosters.following import follow
from bot.services.groups.rosters.wanting import is_readable

FEW: Final = 5  # people; of so few any number may have gone


@dataclass(frozen=True, slots=True)
class Compared:
    """`group` as it is registered now; all that is doubtful about it, and what its keepers are asked about now."""

    group: Group
    found: Sequence[Doubt]
    asked: Sequence[Doubt]


async def compare(desk: Desk, group: Group, roster: Roster, *, told_by: UserId) -> Compared:
    """Where nobody was registered, it is taken over as it was told."""
    after = await follow(desk, group, roster)
    await desk.store.rosters.keep(group.id, roster, told_by=told_by, by=desk.act)
    found = doubtful(desk, after, roster, await desk.store.errands.open_ones(group.id))
    return Compared(after, found, await raise_new(desk, after, found))


async def ensure_useful(desk: Desk, group: Group) -> None:
    """Raises UserError where WeCom tells by itself."""
    reading = await desk.store.rosters.get(group.id)
    if is_readable(group) and reading.at and reading.told_by is None and not reading.refused:
        sentence = f"{group.name}的名单我能直接从企业微信读，不用贴。看结果发 /群巡检 {group.name}。"
        raise UserError(Code.BAD_STATE, sentence)


def ensure_whole(group: Group, roster: Roster) -> None:
    """Raises UserError where so many are missing that the list is rather a part of it."""
    gone = group.members - roster.members - roster.maybe
    if len(gone) > max(FEW, len(group.members) // 2):
        here = len(group.members) - len(gone)
        words = f"{group.name}登记了 {len(group.members)} 人，名单里只对上 {here} 人，差得太多，我先没有动。"
        raise UserError(Code.LIMIT, f"{words}没贴全就补齐再发一次；确实只有这些人，在最后加一行「就这些」。")
