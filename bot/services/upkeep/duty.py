"""The duty roster: who has which post today, who enters it, who stands in for whom. What can't wait asks here."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from bot.domain.dates import day_seen, days_seen
from bot.domain.upkeep.duty import ROSTERERS, DutyTurn, Post, filled, gaps, may_have, may_roster
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "duty"
OK, NOT = "ok", "not"
TITLE: Final = "替班"
MOST_OFF: Final = 10  # days off in a row that are looked at
AHEAD: Final = timedelta(days=3)  # before days off whose posts are free
IN_USE: Final = timedelta(days=30)  # a post that nobody has had for so long is not rostered


async def on_duty(desk: Desk, post: Post) -> tuple[UserId, ...]:
    """Who is there for it today, as far as he still may; empty: nobody was entered, so all of the role are asked."""
    today = desk.now.date()
    turns = filled(await desk.store.duty_roster.between(today, today), desk.company)
    return tuple(turn.user for turn in turns if turn.post is post)


async def shown(desk: Desk, first: date, last: date, post: Post | None) -> str:
    entered = filled(await desk.store.duty_roster.between(first, last), desk.company)
    turns = [each for each in entered if post in (None, each.post)]
    when = days_seen(first, last, desk.now.date())
    if not turns:
        return f"{when}没有排{post.duty if post else '值班'}。急事照常叫得到人：出事就发「出事了」。"
    lines = [f"{day_seen(day, desk.now.date())}：{_of_day(list(his), desk)}" for day, his in groupby(turns, _day)]
    return "\n".join(["值班", *lines]) if len(lines) > 1 else f"{lines[0]}。"


async def enter(ctx: Context, post: Post, days: Sequence[date], users: Sequence[UserId]) -> str:
    """Raises UserError."""
    if not may_roster(ctx.sender.user_id, post, ctx.company):
        raise UserError(Code.NO_PERMISSION, f"{post.duty}由这个岗位的人、企业微信管理员或人力资源来排。")
    if days[0] < ctx.now.date():
        raise UserError(Code.PAST_DATE, "过去的日子不用排了，请从今天起写。")
    for user in users:
        _ensure_may_have(ctx, post, user)
    await ctx.store.duty_roster.enter(post, days, users, by=ctx.act)
    when = days_seen(days[0], days[-1], ctx.now.date())
    for user in users:
        if user != ctx.sender.user_id:
            name = ctx.company.name_of(ctx.sender.user_id)
            words = f"{name} 给你排了{when}的{post.duty}。去不了请发 /替班 日期 @替你的人。"
            ctx.tell(ToPerson(user), Text(words))
    names = "、".join(ctx.company.name_of(user) for user in users)
    return f"已排好：{when}{post.duty} {names}。" if users else f"{when}的{post.duty}空出来了。"


async def hand_over(ctx: Context, day: date, to: UserId) -> Reply:
    """All that he has on that day. Raises UserError."""
    me = ctx.sender.user_id
    mine = [each for each in await ctx.store.duty_roster.between(day, day) if each.user == me]
    when = day_seen(day, ctx.now.date())
    if not mine or day < ctx.now.date():
        raise UserError(Code.NOT_FOUND, f"{when}没有你的值班。看值班发 /值班。")
    for turn in mine:
        _ensure_may_have(ctx, turn.post, to)
    posts = "、".join(turn.post.duty for turn in mine)
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=f"{day.isoformat()}:{me}", holder=to)
    words = f"{ctx.company.name_of(me)} 请你替{when}的{posts}。"
    buttons = (Button("我来替", OK), Button("替不了", NOT, style=3))
    ctx.tell(ToPerson(to), Card(title=TITLE, desc=words, plain=f"{TITLE}：{words}", buttons=buttons, task_id=task_id))
    return Reply(f"已问 {ctx.company.name_of(to)}。对方答应之前，{when}还是你值班。", private=True)


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    iso, _, user = subject.partition(":")
    day, asker, me = date.fromisoformat(iso), UserId(user), ctx.sender.user_id
    when, name = day_seen(day, ctx.now.date()), ctx.company.name_of(me)
    if day < ctx.now.date():
        raise UserError(Code.PAST_DATE, f"{when}已经过去了，什么都没有改动。")
    if press.key == NOT:
        _tell(ctx, asker, f"{name} {when}替不了你值班，请换一位：/替班 日期 @同事。")
        return outcome(TITLE, f"已转告：{when}你替不了。")
    turns = [each for each in await ctx.store.duty_roster.between(day, day) if each.user == asker]
    posts = [each.post for each in turns if may_have(me, each.post, ctx.company)]
    done = [post for post in posts if await ctx.store.duty_roster.hand_over(post, day, asker, me, by=ctx.act)]
    if not done:
        raise UserError(Code.BAD_STATE, f"{when}已经不是{ctx.company.name_of(asker)}值班了，什么都没有改动。")
    _tell(ctx, asker, f"{name} 答应替你值{when}的班（{'、'.join(done)}）。")
    return outcome(TITLE, f"{when}你值班：{'、'.join(done)}。")


def _tell(desk: Desk, user: UserId, words: str) -> None:
    if desk.company.is_here(user):
        desk.tell(ToPerson(user), Text(words))


async def remind(ctx: JobContext) -> None:
    """Each evening: who has the next day, and which days off nobody has."""
    today = ctx.slot.date()
    tomorrow = today + timedelta(days=1)
    by_user: dict[UserId, list[Post]] = {}
    for turn in filled(await ctx.store.duty_roster.between(tomorrow, tomorrow), ctx.company):
        by_user.setdefault(turn.user, []).append(turn.post)
    for user, posts in by_user.items():
        ctx.tell(ToPerson(user), Text(f"明天 {day_seen(tomorrow, today)}你值班：{'、'.join(posts)}。"))
    await _ask_for_days_off(ctx, today)


async def _ask_for_days_off(ctx: JobContext, today: date) -> None:
    """Three days ahead, once, of posts that are in use."""
    first = today + AHEAD
    calendar = ctx.company.pace.calendar
    if calendar.is_workday(first) or not calendar.is_workday(first - timedelta(days=1)):
        return
    off = [first]
    while len(off) < MOST_OFF and not calendar.is_workday(off[-1] + timedelta(days=1)):
        off.append(off[-1] + timedelta(days=1))
    turns = await ctx.store.duty_roster.between(today - IN_USE, off[-1])
    used = [post for post in Post if any(turn.post is post for turn in turns)]
    free = gaps(filled(turns, ctx.company), off, used)
    for post, its in groupby(free, lambda gap: gap[0]):
        days = [day for _, day in its]
        when = days_seen(days[0], days[-1], today)
        words = f"{when}休息，{post.duty}有 {len(days)} 天没有人。排班请发 /排值班 {post} 日期 @同事。"
        for user in ctx.company.in_office(post.role) if post.role else ctx.company.in_office(*ROSTERERS):
            ctx.tell(ToPerson(user), Text(words))


def _ensure_may_have(ctx: Context, post: Post, user: UserId) -> None:
    """Raises UserError."""
    if not may_have(user, post, ctx.company):
        role = f"，要先有{post.role.label}的权限" if post.role else ""
        raise UserError(Code.NO_PERMISSION, f"{ctx.company.name_of(user)} 不能排{post.duty}{role}。换一位同事。")


def _of_day(turns: Collection[DutyTurn], desk: Desk) -> str:
    by_post = groupby(turns, lambda turn: turn.post)
    return "，".join(f"{post} {'、'.join(desk.company.name_of(turn.user) for turn in his)}" for post, his in by_post)


def _day(turn: DutyTurn) -> date:
    return turn.day
