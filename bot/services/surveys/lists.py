"""Who comes to an activity: for its author, as words and a table; and what of his there is."""

import asyncio
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.surveys.activity import Activity
from bot.domain.surveys.stage import Stage
from bot.errors import Code, UserError
from bot.files.workbook import workbook
from bot.services.approvals.kinds import Desk
from bot.services.surveys.faces import called
from bot.services.surveys.reaching import missing
from bot.services.surveys.signing_up import standing_of
from bot.shapes.context import Context
from bot.shapes.outgoing import Attachment, Media, ToPerson

TITLE: Final = "活动名单"
HEADER: Final = ("序号", "姓名", "部门", "报名时间", "状态")
NAMED: Final = 30
MOST: Final = 10


async def people(ctx: Context, number: str) -> str:
    """To its author alone. Raises UserError."""
    activity = await _own(ctx, number)
    await hand_over(ctx, activity)
    return await said(ctx, activity)


async def said(desk: Desk, activity: Activity) -> str:
    now = await standing_of(desk, activity)
    room = f"/{activity.places}" if activity.places is not None else ""
    waiting = f"，候补 {len(now.waiting)} 人" if now.waiting else ""
    head = f"{called(activity.number, activity.title)}：报名 {len(now.coming)}{room} 人{waiting}。"
    names = "、".join(desk.company.name_of(each) for each in now.coming[:NAMED])
    more = f"等 {len(now.coming)} 人" if len(now.coming) > NAMED else ""
    return "\n".join(filter(None, [head, f"{names}{more}"]))


async def hand_over(desk: Desk, activity: Activity) -> None:
    signed = dict(await desk.store.activities.signed_up(activity.number))
    now = await standing_of(desk, activity)
    if not now.both:
        return
    rows = []
    for place, user in enumerate(now.both, 1):
        person = desk.company.person(user)
        department = desk.company.department_of(person) if person else None
        at = f"{signed[user].astimezone(desk.now.tzinfo):%Y-%m-%d %H:%M}"
        state = "报名" if user in now.coming else "候补"
        rows.append((str(place), desk.company.name_of(user), department.name if department else "", at, state))
    table = await asyncio.to_thread(workbook, TITLE, HEADER, rows)
    file = await desk.store.files.keep(table, at=desk.now)
    plain = f"{called(activity.number, activity.title)}的名单，{len(rows)} 人。"
    name = f"活动名单-{activity.number}.xlsx"
    desk.tell(ToPerson(activity.author), Attachment(Media.FILE, file, name, plain=plain))


async def mine(ctx: Context) -> str:
    """What he has asked people for, and what he comes to."""
    user = ctx.sender.user_id
    surveys = await ctx.store.surveys.of(user, ctx.now, most=MOST)
    activities = await ctx.store.activities.of(user, ctx.now, most=MOST)
    own = [f"· {called(each.number, each.question)}：{each.stage}" for each in surveys]
    own += [f"· {called(each.number, each.title)}：{each.stage}" for each in activities]
    coming = []
    for each in await ctx.store.activities.open_ones(ctx.now):
        now = await standing_of(ctx, each)
        if user in now.both:
            state = "报名了" if user in now.coming else "候补"
            coming.append(f"· {called(each.number, each.title)}：{clock_time(each.starts, ctx.now)}，{state}")
    if not own and not coming:
        return "你没有发起过征集和活动，也没有报名的活动。"
    return "\n".join([*(["你发起的：", *own] if own else []), *(["你报名的：", *coming] if coming else [])])


async def _own(ctx: Context, number: str) -> Activity:
    activity = await ctx.store.activities.get(number, ctx.now)
    if activity is None or activity.author != ctx.sender.user_id:
        raise UserError(Code.NOT_FOUND, f"{missing(number)}名单只给发起人看。")
    if activity.stage in (Stage.DRAFT, Stage.IN_REVIEW):
        raise UserError(Code.BAD_STATE, f"{number} {activity.stage}，还没有人报名。")
    return activity
