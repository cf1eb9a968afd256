"""Somebody comes to an activity, or doesn't after all: then whoever waited longest has his place."""

from typing import Final

from bot.domain.dates import clock_time
from bot.domain.surveys.activity import Activity, Standing, standing
from bot.domain.surveys.stage import Stage
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.surveys import faces
from bot.services.surveys.reaching import ensure_reader, missing
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

HOW_OUT: Final = "不去了，按卡片上的「不去了」，或发 /取消报名 {number}。"


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """The card stays. Raises UserError."""
    activity = await _held(ctx, number)
    if press.key == faces.COME:
        return Reply(faces.activity_card(activity, ctx, await _sign_up(ctx, activity)))
    if press.key == faces.NOT_COME:
        return Reply(faces.activity_card(activity, ctx, await _withdraw(ctx, activity)))
    raise unknown_button()


async def sign_up(ctx: Context, number: str) -> str:
    """Raises UserError."""
    return await _sign_up(ctx, await _held(ctx, number))


async def withdraw(ctx: Context, number: str) -> str:
    """Raises UserError."""
    return await _withdraw(ctx, await _held(ctx, number))


async def standing_of(desk: Desk, activity: Activity) -> Standing:
    people = await desk.store.activities.signed_up(activity.number)
    return standing([user for user, _ in people if desk.company.is_here(user)], activity.places)


async def _sign_up(ctx: Context, activity: Activity) -> str:
    user = ctx.sender.user_id
    if not activity.is_open(ctx.now):
        raise UserError(Code.BAD_STATE, f"{activity.number} 报名已经截止。想补报，找{_owner(ctx, activity)}。")
    is_new = await ctx.store.activities.sign_up(activity.number, user, by=ctx.act)
    now = await standing_of(ctx, activity)
    if user in now.waiting:
        place = now.waiting.index(user) + 1
        where = f"{'名额满了，你排' if is_new else '你已经报过名了，'}在候补第 {place} 位"
        return f"{where}，有人退出就轮到你，我会告诉你。"
    done = f"{'报上了' if is_new else '你已经报过名了'}{_left(activity, len(now.coming))}"
    return f"{done}。{clock_time(activity.starts, ctx.now)} 见。{HOW_OUT.format(number=activity.number)}"


def _left(activity: Activity, coming: int) -> str:
    if activity.places is None:
        return ""
    free = activity.places - coming
    return f"，还剩 {free} 个名额" if free > 0 else "，名额正好满了"


async def _withdraw(ctx: Context, activity: Activity) -> str:
    user = ctx.sender.user_id
    before = await standing_of(ctx, activity)
    if activity.starts <= ctx.now:
        raise UserError(Code.BAD_STATE, f"{activity.number} 已经开始了，没有改动。")
    if not await ctx.store.activities.withdraw(activity.number, user, by=ctx.act):
        return "你没有报名，不用退出。"
    after = await standing_of(ctx, activity)
    moved_up = [each for each in after.coming if each in before.waiting]
    for each in moved_up:
        _tell_in(ctx, activity, each)
    if user in before.coming and not activity.is_open(ctx.now) and ctx.company.is_here(activity.author):
        words = f"{faces.called(activity.number, activity.title)}：{ctx.company.name_of(user)} 不来了。"
        ctx.tell(ToPerson(activity.author), Text(words))
    again = "想去再按「报名」。" if activity.is_open(ctx.now) else ""
    return f"退出了{'，名额让给了候补的同事' if moved_up else ''}。{again}"


def _tell_in(desk: Desk, activity: Activity, user: UserId) -> None:
    at = clock_time(activity.starts.astimezone(desk.now.tzinfo), desk.now)
    words = f"{faces.called(activity.number, activity.title)}有人退出，轮到你了，{at} 见。"
    desk.tell(ToPerson(user), Text(f"{words}{HOW_OUT.format(number=activity.number)}"))


async def _held(ctx: Context, number: str) -> Activity:
    """Raises UserError."""
    activity = await ctx.store.activities.hold(number, ctx.now)
    if activity is None or activity.stage in (Stage.DRAFT, Stage.IN_REVIEW):
        raise UserError(Code.NOT_FOUND, missing(number))
    ensure_reader(ctx, activity.audience, number)
    if activity.stage.is_over:
        raise UserError(Code.BAD_STATE, f"{number} {activity.stage}，没有改动。")
    return activity


def _owner(ctx: Context, activity: Activity) -> str:
    return ctx.company.name_of(activity.author)
