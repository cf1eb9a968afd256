"""One look at a group for whoever looks after it: who is in it wrongly, how names and rules stand, what is not done."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_here
from bot.domain.groups.knowing import oversees
from bot.domain.groups.names import ensure_name
from bot.domain.groups.roster import Reading
from bot.domain.groups.rules import ConsentState
from bot.domain.wording import shown
from bot.errors import UserError
from bot.services.approvals.kinds import Desk
from bot.services.groups.rosters.doubting import standing
from bot.services.groups.rosters.wanting import is_readable
from bot.services.groups.rosters.wording import by_kind, more
from bot.shapes.outgoing import Text, ToPerson

FRESH: Final = timedelta(hours=1)  # a list of WeCom's
FINE: Final = "没有发现问题。"


def is_stale(group: Group, reading: Reading, desk: Desk) -> bool:
    """Whether WeCom should be asked again before anybody relies on it."""
    if not is_readable(group):
        return False
    return reading.at is None or reading.told_by is not None or reading.at < desk.now - FRESH


async def inspected(desk: Desk, group: Group) -> str:
    """What is found now, as a message."""
    reading = await desk.store.rosters.get(group.id)
    found = await standing(desk, group, await desk.store.rosters.known_doubts(group.id))
    members = list(by_kind(found, desk.company))
    others = [*_of_the_group(group, desk.company), *[line async for line in _of_the_work(desk, group)]]
    end = [more(group)] if members else [] if others else [FINE]
    return "\n".join([f"{group.name}巡检：{_list(group, reading, desk)}", *members, *others, *end])


async def tell_whoever_waits(desk: Desk, group: Group) -> None:
    """What he asked for before it was known, if he may still know it."""
    users = await desk.store.rosters.take_wishes(group.id)
    words = await inspected(desk, group) if users else ""
    for user in users:
        if oversees(desk.company.person(user), group, desk.company):
            desk.tell(ToPerson(user), Text(words))


def _list(group: Group, reading: Reading, desk: Desk) -> str:
    """Which list the rest relies on."""
    known = f"登记 {len(group.insiders)} 人" if group.members else "还没有登记成员"
    paste = f"\n把成员名单发我就能核对：/群名单 {group.name}，下面一行一个姓名。"
    if reading.refused:
        return f"{known}，企业微信的名单没读到（{reading.refused}）。{paste}"
    if reading.roster and reading.at:
        when = clock_time(reading.at.astimezone(desk.now.tzinfo), desk.now)
        whose = f"{shown(desk.company.name_of(reading.told_by))} 给" if reading.told_by else "企业微信"
        return f"{known}，{whose}的名单 {len(reading.roster.members)} 人（{when}）。"
    if is_readable(group):
        return f"{known}，企业微信的名单还没有读过。"
    return f"{known}，企业微信不让我读这个群的名单。{paste}"


def _of_the_group(group: Group, company: Company) -> Iterator[str]:
    if not keepers_here(group, company):
        yield f"· 没有在职的群管理员。要任命，发 /任命群管 {group.name} @某人。"
    try:
        ensure_name(group.name, company)
    except UserError as error:
        yield f"· {error.sentence}"


async def _of_the_work(desk: Desk, group: Group) -> AsyncIterator[str]:
    cases = [case for case in await desk.store.nickname_cases.open_ones() if case.group == group.id]
    if cases:
        yield f"· 群昵称不合规范 {len(cases)} 人，看 /昵称报告 {group.name}。"
    rules = (await desk.store.rules.latest([group.id])).get(group.id)
    if rules and group.members:
        said = await desk.store.consents.states(group.id, rules.number)
        agreed = {user for user, state in said.items() if state is ConsentState.AGREED}
        if silent := len(group.members - agreed):
            yield f"· 群规第 {rules.number} 版还有 {silent} 人没有表示同意，看 /群规 {group.name}。"
    errands = await desk.store.errands.open_ones(group.id)
    if errands:
        counted = "、".join(f"{deed} {number}" for deed, number in Counter(each.deed for each in errands).items())
        yield f"· 没办完的事 {len(errands)} 件：{counted}。"
