"""What a month's publishing is about: set once, and shown wherever something is planned (S211, D9§9)."""

from datetime import date, timedelta
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.notices.news import FOCUSERS, LONGEST_FOCUS, Focus
from bot.domain.notices.reach import has_role
from bot.domain.rights import PUBLISHERS, audience_label
from bot.domain.wording import quote_user
from bot.errors import Code, UserError
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

COMMAND: Final = "宣传重点"


async def set_focus(ctx: Context, month: date | None, words: str) -> str:
    """Raises UserError."""
    today = ctx.now.date()
    month = month or today.replace(day=1)
    if not has_role(ctx.sender.user_id, FOCUSERS, ctx.company):
        raise UserError(Code.NO_PERMISSION, f"宣传重点由{audience_label(FOCUSERS)}来定。有建议请告诉他们。")
    if month < today.replace(day=1):
        raise UserError(Code.PAST_DATE, f"{_said(month, today)}已经过了，只能定这个月和以后的。")
    if len(words) > LONGEST_FOCUS:
        raise UserError(Code.LIMIT, f"这里有 {len(words)} 个字，最多写 {LONGEST_FOCUS} 个。请写短一些。")
    before = await ctx.store.publishing.focus(month)
    focus = Focus(month, words, ctx.sender.user_id, ctx.now)
    await ctx.store.publishing.set_focus(focus, by=ctx.act)
    for user in ctx.company.serving(*sorted(PUBLISHERS)):
        if user != ctx.sender.user_id:
            ctx.tell(ToPerson(user), Text(f"{_line(focus, today)}{_by(focus, ctx)}"))
    changed = f"原来是：{quote_user(before.words)}。" if before else ""
    return f"定了，宣传小组都收到了。{_line(focus, today)}{changed}"


async def shown_focus(ctx: Context, month: date | None) -> str:
    """Of that month; of this one and the next where nobody said."""
    today = ctx.now.date()
    first = today.replace(day=1)
    months = (month,) if month else (first, (first + timedelta(days=31)).replace(day=1))
    return "\n".join([await _stands(ctx, each, today) for each in months])


async def this_month(desk: Desk) -> str:
    """A line, empty where there is none: `本月重点：冬季安全。`"""
    focus = await desk.store.publishing.focus(desk.now.date().replace(day=1))
    return f"本月重点：{_ended(focus.words)}" if focus else ""


async def _stands(ctx: Context, month: date, today: date) -> str:
    focus = await ctx.store.publishing.focus(month)
    if focus:
        return f"{_line(focus, today)}{_by(focus, ctx)}"
    return f"{_said(month, today)}的宣传重点还没有定。定一个发 /{COMMAND} {month.month}月 内容。"


def _line(focus: Focus, today: date) -> str:
    return f"{_said(focus.month, today)}宣传重点：{_ended(focus.words)}"


def _by(focus: Focus, ctx: Context) -> str:
    return (
        f"（{ctx.company.name_of(focus.by)} {day_seen(focus.at.astimezone(ctx.now.tzinfo).date(), ctx.now.date())} 定）"
    )


def _said(month: date, today: date) -> str:
    year = f"{month.year}年" if month.year != today.year else ""
    return f"{year}{month.month}月"


def _ended(words: str) -> str:
    said = quote_user(words)
    return said if said.endswith(("。", "！", "？", "；")) else f"{said}。"
