"""The weekly look through groups: a card with what to look at and what still waits, a yes by a button, and a list of
who hasn't for the management group. `[moderation] weekly_check`.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from bot.domain.moderation.content.item import KEPT_OPEN
from bot.domain.moderation.weekly import CODE, LOOK_AT, WEEK, GroupCheck, has_code, looked_after, week_of
from bot.domain.rights import Role
from bot.errors import unknown_button
from bot.identifiers import GroupId, UserId
from bot.services.groups.wording import some, some_groups
from bot.services.moderation.content.reminding import asked_about
from bot.services.moderation.reports.telling import able
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "group-week"
FINE, TROUBLE = "fine", "trouble"
MOST: Final = 3  # groups by name
HOW: Final = "成员和昵称发 /群巡检 群名；有人违规发 /警告 或 /禁言；拿不准的私聊我发 /举报。"


async def begin(ctx: JobContext) -> None:
    """Who hasn't said anything last week is listed, and all are asked anew."""
    week = week_of(ctx.now.date())
    await _list_missing(ctx, week - WEEK)
    reports, tasks = await _reports(ctx), await _tasks(ctx)
    items, appeals = await _items(ctx), await _appeals(ctx)
    for user, groups in looked_after(ctx.company).items():
        await ctx.store.group_checks.ask(GroupCheck(week, user, tuple(each.id for each in groups)), by=ctx.act)
        task_id = await ctx.store.cards.issue(topic=TOPIC, subject=str(week), holder=user)
        since = [at for each in groups for at in tasks.get(each.id, ())]
        waits = [
            *_waiting(reports.get(user, ()), since, ctx.now),
            *_looked_at(items.get(user, ()), appeals.get(user, ()), ctx.now),
        ]
        title, desc = f"本周群巡检：{some_groups(groups, MOST)}", "\n".join([*_list(), *waits, *_code(ctx, week)])
        plain = f"{title}\n{desc}\n{HOW}"
        buttons = (Button("都看过，没问题", FINE), Button("看过，有问题", TROUBLE, style=3))
        ctx.tell(ToPerson(user), Card(title, plain, desc=desc, buttons=buttons, task_id=task_id))


def _list() -> Iterator[str]:
    for number, each in enumerate(LOOK_AT, start=1):
        yield f"{number}. {each}"


def _code(ctx: JobContext, week: date) -> Iterator[str]:
    """Once a month; whoever presses says that he keeps to it."""
    if ctx.company.moderation.keeper_code and has_code(week):
        yield f"本月确认管理员守则（回复就是确认照做）：{'；'.join(CODE)}。"


def _waiting(reports: Sequence[datetime], tasks: Sequence[datetime], now: datetime) -> Iterator[str]:
    """How many still wait, and for how long."""
    if reports:
        yield f"还有举报 {len(reports)} 条等处理，最早的等了 {_days(reports, now)}，发 /举报待办 看。"
    if tasks:
        yield f"还有禁言 {len(tasks)} 件等人在企业微信里办，最早的等了 {_days(tasks, now)}，请按之前的卡片。"


def _looked_at(items: Sequence[datetime], appeals: Sequence[datetime], now: datetime) -> Iterator[str]:
    if items:
        yield f"还有内容 {len(items)} 条等你定，最早的等了 {_days(items, now)}，请按之前的卡片。"
    if appeals:
        yield f"还有申诉 {len(appeals)} 件等你看，最早的等了 {_days(appeals, now)}，请按之前的卡片。"


def _days(moments: Sequence[datetime], now: datetime) -> str:
    days = (now - min(moments)).days
    return f"{days} 天" if days else "不到 1 天"


async def _reports(ctx: JobContext) -> Mapping[UserId, Sequence[datetime]]:
    """When those were told that wait, by who may look into them."""
    found: dict[UserId, list[datetime]] = {}
    for report in await ctx.store.reports.open_ones(ctx.now):
        for user in await able(ctx, report):
            found.setdefault(user, []).append(report.filed_at)
    return found


async def _tasks(ctx: JobContext) -> Mapping[GroupId, Sequence[datetime]]:
    found: dict[GroupId, list[datetime]] = {}
    for each in await ctx.store.measures.waiting(ctx.now):
        if each.group:
            found.setdefault(each.group, []).append(each.at)
    return found


async def _items(ctx: JobContext) -> Mapping[UserId, Sequence[datetime]]:
    """When those were found that a human hasn't looked at, by whom that is asked."""
    found: dict[UserId, list[datetime]] = {}
    for item in await ctx.store.content_items.waiting(ctx.now - KEPT_OPEN, ctx.now):
        for user in asked_about(ctx, item):
            found.setdefault(user, []).append(item.at)
    return found


async def _appeals(ctx: JobContext) -> Mapping[UserId, Sequence[datetime]]:
    found: dict[UserId, list[datetime]] = {}
    for appeal in await ctx.store.appeals.open_ones(ctx.now):
        for user in appeal.judges:
            found.setdefault(user, []).append(appeal.filed_at)
    return found


async def _list_missing(ctx: JobContext, week: date) -> None:
    late = [user for user in await ctx.store.group_checks.missing(week) if ctx.company.is_here(user)]
    words = f"上周的群巡检还有 {len(late)} 人没有回：{some(ctx.company, late)}。请提醒一下。"
    for user in ctx.company.serving(Role.MGMT_GROUP) if late else ():
        ctx.tell(ToPerson(user), Text(words))


async def pressed(ctx: Context, week: str, press: Press) -> Reply:
    """Raises UserError."""
    if press.key not in (FINE, TROUBLE):
        raise unknown_button()
    title, fine = "本周群巡检", press.key == FINE
    day, me = date.fromisoformat(week), ctx.sender.user_id
    if not await ctx.store.group_checks.answer(day, me, fine=fine, by=ctx.act):
        return outcome(title, "这一周你已经回过了，没有改动。")
    kept = "管理员守则本月已确认。" if ctx.company.moderation.keeper_code and has_code(day) else ""
    return outcome(title, f"已记下：都看过，没问题。{kept}" if fine else f"已记下：有问题。{kept}{HOW}")
