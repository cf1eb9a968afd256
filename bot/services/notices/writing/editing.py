"""A notice that hasn't gone out yet is changed: what was agreed to is void, it is looked through anew (D14篇1§7)."""

from dataclasses import replace
from datetime import datetime

from bot.domain.dates import clock_time
from bot.domain.notices.categories import category_of
from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.notice import OVER, Draft, Notice, NoticeState
from bot.domain.notices.reach import ensure_may_write
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.notices.looking_through.checking import look_at_readers, look_through
from bot.services.notices.looking_through.reviewing import take_back
from bot.services.notices.looking_through.trying import look_soon
from bot.services.notices.publishing.planning import keep
from bot.services.notices.wording import stands
from bot.services.notices.writing.drafting import show
from bot.services.notices.writing.readers import readers_of
from bot.shapes.context import Context
from bot.shapes.outgoing import Card


async def edit(ctx: Context, approvals: Approvals, notice: Notice, draft: Draft) -> Card:
    """Its author decides on the card what becomes of it. Raises UserError."""
    if notice.state in OVER or notice.state is NoticeState.POSTING:
        sentence = f"{notice.number} {stands(notice, ctx.now)}改不了了，要更正请发 /更正 {notice.number} 新内容。"
        raise UserError(Code.BAD_STATE, sentence)
    draft = replace(draft, category=category_of(f"{draft.title}{draft.text}", draft.audience))
    if draft.of_policy:
        draft = _still_of_policy(draft, notice.draft)
    if draft.digest == notice.draft.digest:
        raise UserError(Code.DUPLICATE, f"{notice.number} 本来就是这样写的，没有改动。")
    found = await readers_of(ctx, draft)
    ensure_may_write(ctx.sender, draft.audience, ctx.company, found.groups)
    looked = look_through(draft, notice.author, ctx.company, ctx.now)
    ensure_none_stops([*looked, *look_at_readers(draft, found, notice.author, ctx.company)])
    after = replace(
        notice,
        draft=draft,
        version=notice.version + 1,
        state=NoticeState.DRAFT,
        approval=None,
        request="",
        next_at=None,
    )
    kept = await keep(ctx, after, was=notice, change="edited")
    await look_soon(ctx, draft)
    await take_back(ctx, approvals, notice)
    return await show(ctx, kept, found)


def _still_of_policy(draft: Draft, was: Draft) -> Draft:
    """It is still the version that it publishes, and goes out once. Raises UserError."""
    if draft.recurrence:
        raise UserError(Code.UNSUPPORTED, "制度的版本只发布一次，不能按周期发。要提醒大家请另发公告。")
    if draft.audience.groups or draft.audience.topic:
        raise UserError(Code.UNSUPPORTED, "制度发给全员、部门，或按用工形式发，不按群发。请换一个范围。")
    return replace(draft, title=was.title, category=was.category)


async def put_off(ctx: Context, notice: Notice, at: datetime) -> Notice:
    """A draft that nobody has let pass yet goes out at another time. Raises UserError."""
    if notice.state is not NoticeState.DRAFT:
        raise UserError(Code.BAD_STATE, f"{notice.number} {stands(notice, ctx.now)}")
    if at <= ctx.now:
        sentence = f"{clock_time(at, ctx.now)} 已经过了。要定时发请按「改」，写上新的时间。"
        raise UserError(Code.PAST_DATE, sentence)
    after = replace(notice, draft=replace(notice.draft, at=at), version=notice.version + 1)
    return await keep(ctx, after, was=notice, change="edited")
