"""Once a month the keepers of each group that nobody seems to need are asked whether it may go; nothing goes by itself.

The administrator of WeCom reads what came of it a month later, and what the bot can't see.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Final

from bot.domain.groups.errands import Deed
from bot.domain.groups.group import Group
from bot.domain.groups.idling import Answer, Watch, doubts, is_heard
from bot.domain.groups.keeping import keepers_of
from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.rights import Role
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.registry.holding import waiting
from bot.services.groups.wording import some_groups
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Button, Card, Text, ToPerson

JOB: Final = "clean-up"
TOPIC: Final = "group-idle"
KEYS: Final = {"keep": Answer.KEEP, "dissolve": Answer.DISSOLVE, "later": Answer.LATER}
SEES: Final = "我只看得到 @我 的话、发的公告和进出，别的看不到。"
BACK: Final = 3  # days: those of a night on which nobody was there
AT_ONCE: Final = 25  # groups of one transaction
STALE: Final = timedelta(days=30)  # since a notice that hasn't gone out was written
LISTED: Final = 10
_WAITING: Final = (NoticeState.PAUSED, NoticeState.APPROVED, NoticeState.SCHEDULED)


async def look(ctx: JobContext) -> None:
    """Put down where something happened in the last days, and watch new groups from now on."""
    midnight = datetime.combine(ctx.now.date(), time(), ctx.now.tzinfo)
    groups = [each.id for each in ctx.company.groups]
    watched = await ctx.store.group_watches.all()
    await ctx.store.group_watches.forget(watched.keys() - set(groups))
    for back in range(BACK, 0, -1):
        begins, ends = midnight - timedelta(days=back), midnight - timedelta(days=back - 1)
        signs = await ctx.store.group_watches.signs(begins, ends)
        heard = {each.id for each in ctx.company.groups if each.bot_chat in signs.chats}
        await ctx.store.group_watches.note(groups, (signs.groups | heard) & set(groups), begins.date())


async def ask(ctx: JobContext) -> bool:
    """Whether some are left for the next run. Each is asked about once a month, however often this runs."""
    month = f"{ctx.slot:%Y-%m}"
    watches = await ctx.store.group_watches.all()
    found = {group.id: why for group in ctx.company.groups if (why := _why(group, watches, ctx))}
    left = [group for group in ctx.company.groups if group.id in found and watches[group.id].asked != month]
    if not any(each.asked == month for each in watches.values()):
        await _sum_up(ctx, watches, [group for group in ctx.company.groups if group.id in found])
        await _tell_authors(ctx)
    wanted = [group for group in left[:AT_ONCE] if await waiting(ctx, group, Deed.DISSOLVE) is None]
    await ctx.store.group_watches.ask([group.id for group in left[:AT_ONCE]], month, by=ctx.act)
    for group in wanted:
        await _ask(ctx, group, month, found[group.id])
    return len(left) > AT_ONCE


def _why(group: Group, watches: Mapping[GroupId, Watch], desk: Desk) -> str:
    watch = watches.get(group.id)
    return "，".join(doubts(group, watch, desk.company, desk.now.date())) if watch else ""


async def _ask(desk: Desk, group: Group, month: str, why: str) -> None:
    words = f"{group.name}：{why}。{SEES}还用得着吗？"
    buttons = tuple(Button(answer, key, style) for (key, answer), style in zip(KEYS.items(), (1, 2, 3), strict=True))
    for user in keepers_of(group, desk.company):
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=f"{month}:{group.id}", holder=user)
        card = Card(title="这个群还用吗？", desc=words, plain=words, buttons=buttons, task_id=task_id)
        desk.tell(ToPerson(user), card)


async def _sum_up(desk: Desk, watches: Mapping[GroupId, Watch], found: Sequence[Group]) -> None:
    """For whoever administers WeCom; nothing where there is nothing."""
    said = Counter(each.answer for each in watches.values() if each.asked)
    deaf = [group for group in desk.company.groups if not is_heard(group)]
    lines = [f"这个月有 {len(found)} 个群像是用不着了，已问群管理员：{some_groups(found)}。"] if found else []
    if said:
        answers = [f"{answer} {said[answer]} 个" for answer in Answer if said[answer]]
        silent = [f"没有回 {said[None]} 个"] if said[None] else []
        lines.append(f"上次问的：{'，'.join([*answers, *silent])}。")
    if lines and deaf:
        lines.append(f"{len(deaf)} 个群没有接通，有没有人用我看不到：{some_groups(deaf)}。")
    for user in desk.company.in_office(Role.WECOM_ADMIN) if lines else ():
        desk.tell(ToPerson(user), Text("\n".join(["清理", *lines])))


async def _tell_authors(desk: Desk) -> None:
    """Of notices that have waited long, are past their time, or whose groups are all gone."""
    stale: dict[UserId, list[Notice]] = {}
    for notice in await desk.store.notices.in_state(*_WAITING):
        if desk.company.is_here(notice.author) and _is_stale(notice, desk):
            stale.setdefault(notice.author, []).append(notice)
    for user, notices in sorted(stale.items()):
        listed = "、".join(each.number for each in notices[:LISTED]) + ("等" if len(notices) > LISTED else "")
        words = f"你有 {len(notices)} 条公告一直停着，没有发：{listed}。不要了请发 /取消公告 编号。"
        desk.tell(ToPerson(user), Text(words))


def _is_stale(notice: Notice, desk: Desk) -> bool:
    draft = notice.draft
    if draft.expires_at and draft.expires_at <= desk.now:
        return True
    audience = draft.audience
    if audience.groups and not audience.in_private and not any(map(desk.company.group, audience.groups)):
        return True
    return notice.state is not NoticeState.SCHEDULED and notice.created_at < desk.now - STALE
