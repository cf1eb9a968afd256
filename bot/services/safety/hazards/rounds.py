"""All hazards together, to those who have to know: what was closed this week, what is to be done, what is handed in."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Final

from bot.domain.dates import day
from bot.domain.notices.topics import Topic, subscribers
from bot.domain.rights import Role
from bot.domain.safety.areas import Stale, stale
from bot.domain.safety.hazards.board import is_again
from bot.domain.safety.hazards.hazard import Hazard
from bot.domain.safety.hazards.rounds import Statistic, begins_week, ends_week, statistics_due, week_before
from bot.domain.safety.hazards.sight import led_by
from bot.domain.wording import shown
from bot.services.safety.hazards.looking import listed
from bot.services.safety.hazards.showing import counted, drawn_figures, figures_of
from bot.services.safety.hazards.whom import officers
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToGroup, ToPerson

MOST: Final = 12  # of a list
NEWS_AT: Final = time(15)


async def tell_closed(ctx: JobContext) -> None:
    """On the last working day of a week, to the groups that hear of safety: what was closed since the last time
    (安全生产法 art. 41). Nobody is named, neither who told of it nor who put it right."""
    calendar, today = ctx.company.pace.calendar, ctx.slot.date()
    if not ends_week(today, calendar):
        return
    since = datetime.combine(week_before(today, calendar), NEWS_AT, ctx.now.tzinfo)
    lately = await ctx.store.hazards.closed_since(since)
    closed = [each for each in lately if each.closed_at and each.closed_at < ctx.slot]
    if not closed:
        return
    words = _closed(closed, await ctx.store.hazards.open_ones(), ctx.now)
    chosen = await ctx.store.subscriptions.chosen(Topic.SAFETY)
    for group in subscribers(Topic.SAFETY, ctx.company.groups, chosen):
        ctx.tell(ToGroup(group.id), Text(words))


async def tell_to_do(ctx: JobContext) -> None:
    """On the first working day of a week, to who leads a department or has an area: what is open there (D4§4.2)."""
    if not begins_week(ctx.slot.date(), ctx.company.pace.calendar):
        return
    every = await ctx.store.hazards.open_ones()
    named = {user for area in ctx.company.safety.areas for user in (area.responsible, area.deputy) if user}
    for user in sorted({*ctx.company.serving(Role.DEPT_HEAD), *named}):
        person = ctx.company.person(user)
        own = led_by(person, every, ctx.company) if person and person.active else []
        if own:
            own.sort(key=lambda each: (not each.is_overdue(ctx.now.date()), not each.is_major, each.number))
            head = f"本周隐患清单：你负责的区域未销号 {len(own)} 条（{counted(own, ctx.now)}）。"
            ctx.tell(ToPerson(user), Text("\n".join([head, *listed(own, ctx.now, MOST)])))


async def remind_of_statistics(ctx: JobContext) -> None:
    """Those of a quarter by the 15th, of a year by 31 January (安监总局16号令 art. 14): a human hands them in."""
    for each in statistics_due(ctx.slot.date(), ctx.company.pace.calendar):
        rows = await figures_of(ctx, each.first, each.last)
        said = drawn_figures(rows, each.first, each.last, ctx.now.date()).plain
        for user in officers(ctx.company):
            ctx.tell(ToPerson(user), Text(_statistic(each, said)))


async def name_stale(ctx: JobContext) -> None:
    """On the first working day of a month: areas whose people have left (D4§5.1(2))."""
    today = ctx.slot.date()
    found = stale(ctx.company)
    if not found or today != ctx.company.pace.calendar.nth_workday(today.year, today.month, 1):
        return
    lines = [_stale(each, ctx) for each in found]
    words = "\n".join(["这些区域的负责人要更新：", *lines, "请让企业微信管理员改配置 [[safety.areas]]。"])
    for user in officers(ctx.company):
        ctx.tell(ToPerson(user), Text(words))


def _closed(closed: Sequence[Hazard], still_open: Sequence[Hazard], now: datetime) -> str:
    lines = [f"{number}. {_what(each)}" for number, each in enumerate(closed[:MOST], 1)]
    rest = [f"还有 {len(closed) - MOST} 条。"] if len(closed) > MOST else []
    late = sum(each.is_overdue(now.date()) for each in still_open)
    left = f"还没销号 {len(still_open)} 条，其中超期 {late} 条。看到隐患，发 /隐患 地点 情况。"
    return "\n".join([f"【隐患公示】本周整改销号 {len(closed)} 条，谢谢报告和整改的同事：", *lines, *rest, left])


def _what(hazard: Hazard) -> str:
    again = "（重复出现）" if is_again(hazard) else ""
    return f"{shown(hazard.facts.place, 16)} {shown(hazard.facts.text, 24)}{again}"


def _statistic(each: Statistic, said: str) -> str:
    how = f"看图和明细发 /隐患报表 {each.name}，核对后由人报送。"
    return f"{each.name}的隐患统计分析要在{day(each.due)}前报送。{said}{how}"


def _stale(each: Stale, ctx: JobContext) -> str:
    gone = "、".join(map(ctx.company.name_of, each.gone))
    left = "、".join(map(ctx.company.name_of, each.left))
    who = f"{gone} 已经离职" if gone else "没有写负责人"
    return f"{each.area.name}：{who}，{f'现在先找 {left}' if left else '现在没有人可找'}。"
