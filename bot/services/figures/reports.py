"""Figures that come by themselves: last week's to whoever keeps groups, last month's to the management.

The WeCom administrator has those of a month first, as a draft: until 10:00 of the next working day he can add a
sentence, send it at once, or drop it; then it goes by itself (D8§4.5).
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from typing import Final

from bot.domain.figures.items import Item
from bot.domain.figures.periods import Period
from bot.domain.figures.rules import Draft, DraftState
from bot.domain.figures.scope import WHOLE, Scope, of_groups
from bot.domain.groups.group import GroupState
from bot.domain.groups.keeping import keepers_here
from bot.domain.rights import Role
from bot.domain.safety.hazards.rounds import begins_week
from bot.domain.timers import Timer
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.pictures.figures import figures_picture
from bot.services.approvals.kinds import Desk
from bot.services.attaching import hand_file, hand_picture
from bot.services.figures.giving import Report, labels, report_of, table_of
from bot.services.figures.matters import COUNTED
from bot.services.timers import call_off, set_timers
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, ToPerson
from bot.shapes.replies import Reply, outcome

JOB: Final = "figure-reports"
TOPIC: Final = "figure-report"
AT: Final = time(10)
SEND, DROP = "send", "drop"
WEEK, MONTH = "week", "month"
OF_GROUPS: Final = (Item.GROUPS, Item.MEMBERS, Item.VIOLATIONS, Item.NOTICES)
MANAGEMENT: Final = (Role.EXECUTIVE, Role.PRESIDENT_OFFICE)
BY_ITSELF: Final = "自动汇总"


async def begin(ctx: JobContext) -> None:
    """Each reader's is a case of its own, so that one that fails holds up no other."""
    today, calendar = ctx.now.date(), ctx.company.pace.calendar
    if ctx.company.figures.weekly and begins_week(today, calendar):
        week = Period.week_of(today).before.key
        for user in _keepers(ctx):
            await set_timers(ctx, JOB, user, {f"{WEEK}:{week}": ctx.now})
    if ctx.company.figures.monthly and today == calendar.nth_workday(today.year, today.month, 1):
        await _draft(ctx, Period.month_of(today).before)


async def answer(ctx: JobContext, subject: str, timers: Sequence[Timer]) -> None:
    for timer in timers:
        kind, _, key = timer.kind.partition(":")
        if kind == WEEK:
            await _send_week(ctx, UserId(subject), Period.of(key))
        else:
            await _send_month(ctx, Period.of(subject))


async def pressed(ctx: Context, key: str, press: Press) -> Reply:
    period = Period.of(key)
    title, name = "月报", period.name
    if press.key not in (SEND, DROP):
        raise unknown_button()
    draft = await ctx.store.figures.draft(key)
    if draft is None or draft.state is not DraftState.OPEN:
        return outcome(title, f"{name}的月报{draft.state if draft else '没有了'}，没有改动。")
    await call_off(ctx, JOB, key)
    if press.key == DROP:
        await ctx.store.figures.save_draft(replace(draft, state=DraftState.DROPPED), by=ctx.act)
        return outcome(title, f"{name}的月报这次不发。")
    many = await _send_month(ctx, period)
    return outcome(title, f"{name}的月报已发给管理层 {many} 人。")


async def add_words(ctx: Context, words: str) -> str:
    """To the month that waits. Raises UserError."""
    period = Period.month_of(ctx.now.date()).before
    draft = await ctx.store.figures.draft(period.key)
    if draft is None or draft.state is not DraftState.OPEN:
        raise UserError(Code.BAD_STATE, f"现在没有等着发的月报。{period.name}的数据发 /统计 上月 看。")
    await ctx.store.figures.save_draft(replace(draft, words=words), by=ctx.act)
    return f"已加到{period.name}的月报里：{words}"


async def _draft(ctx: JobContext, period: Period) -> None:
    if not await ctx.store.figures.open_draft(period.key, by=ctx.act):
        return
    readers = ctx.company.serving(Role.WECOM_ADMIN)
    day = ctx.company.pace.calendar.add_workdays(ctx.now.date(), 1)
    due = datetime.combine(day, AT, ctx.now.tzinfo)
    await set_timers(ctx, JOB, period.key, {MONTH: due if readers else ctx.now})
    report = await report_of(ctx, _of_company(), period, BY_ITSELF)
    for user in readers:
        await _hand(ctx, user, report, period, "月报草稿")
        task_id = await ctx.store.cards.issue(topic=TOPIC, subject=period.key, holder=user)
        title = f"{period.name}的月报要发给管理层"
        desc = f"上面是草稿。想加一句，发 /月报附言 内容。不管它，{due:%m月%d日 %H:%M} 自动发。"
        buttons = (Button("现在发", SEND), Button("这次不发", DROP, style=3))
        ctx.tell(ToPerson(user), Card(title, f"{title}\n{desc}", desc=desc, buttons=buttons, task_id=task_id))


async def _send_month(desk: Desk, period: Period) -> int:
    """To how many. Nothing, where it has gone or was dropped."""
    draft = await desk.store.figures.draft(period.key)
    sent = Draft(period.key, DraftState.SENT, draft.words if draft else "")
    if not await desk.store.figures.save_draft(sent, by=desk.act):
        return 0
    report = await report_of(desk, _of_company(), period, BY_ITSELF, sent.words)
    readers = desk.company.serving(*MANAGEMENT)
    for user in readers:
        await _hand(desk, user, report, period, "管理月报")
    return len(readers)


async def _send_week(ctx: JobContext, user: UserId, period: Period) -> None:
    """Of a week in which nothing happened, or nothing that may be told, nobody hears."""
    kept = [each for each in ctx.company.groups if each.state is GroupState.IN_USE and user in each.keepers]
    if not kept or not ctx.company.is_here(user):
        return
    report = await report_of(ctx, dict.fromkeys(OF_GROUPS, of_groups(kept)), period, BY_ITSELF)
    happened = [each for each in report.chapters if each.item is not Item.GROUPS]
    if any(value for each in happened for value in each.sheet.sums):
        await _hand(ctx, user, report, period, "群管理周报")


async def _hand(desk: Desk, user: UserId, report: Report, period: Period, why: str) -> None:
    stem = f"统计-{period.key}"
    await hand_picture(desk, user, stem, partial(figures_picture, report.figures), plain=report.plain)
    table = await asyncio.to_thread(
        table_of, report.chapters, period, desk.company.name_of(user), desk.now, f"{why}（{BY_ITSELF}）"
    )
    await hand_file(desk, user, f"{stem}.xlsx", table, plain=f"统计 {period.name}的表格。")
    await desk.store.figures.note_given(why, period.key, labels(report.chapters), why, by=desk.act)


def _of_company() -> Mapping[Item, Scope]:
    return {item: WHOLE for item in Item if item in COUNTED}


def _keepers(desk: Desk) -> Sequence[UserId]:
    used = [each for each in desk.company.groups if each.state is GroupState.IN_USE]
    return sorted({user for group in used for user in keepers_here(group, desk.company)})
