"""A survey or an activity ends: at its time, or because its author says so."""

from collections.abc import Sequence

from bot.domain.dates import clock_time
from bot.domain.surveys.activity import Activity
from bot.domain.surveys.stage import Stage
from bot.domain.surveys.survey import Survey
from bot.domain.timers import Timer
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.privacy.held import not_to_go
from bot.services.surveys import faces
from bot.services.surveys.clock import CLOSE, FORGET, HELD, JOB, REMIND, end_clock
from bot.services.surveys.lists import hand_over, said
from bot.services.surveys.reaching import missing, of, tell_each, tell_rooms
from bot.services.surveys.releasing import Asked, find, keep, words_of
from bot.services.surveys.results import publish
from bot.services.surveys.signing_up import standing_of
from bot.services.surveys.topics import SURVEY_TOPIC
from bot.services.timers import set_timers
from bot.shapes.context import Context, JobContext
from bot.shapes.outgoing import Text, ToPerson


async def ring(ctx: JobContext, number: str, due: Sequence[Timer]) -> None:
    """`bot.services.timers.Answer`"""
    kinds = {each.kind.partition(":")[0] for each in due}
    asked = await find(ctx, number)
    if FORGET in kinds:
        await _forget(ctx, asked)
    if asked.stage is not Stage.OPEN:
        return
    if isinstance(asked, Survey):
        if CLOSE in kinds:
            await close(ctx, asked)
        elif REMIND in kinds:
            await _remind(ctx, asked)
        return
    if REMIND in kinds:
        await _remind_who_comes(ctx, asked)
    if CLOSE in kinds:
        await _close_list(ctx, asked)
    if "over" in kinds:
        await keep(ctx, asked.moved_to(Stage.CLOSED), was=asked)


async def close(desk: Desk, survey: Survey) -> None:
    closed = survey.moved_to(Stage.CLOSED, survey.request)
    await keep(desk, closed, was=survey)
    await publish(desk, closed)


async def stop(ctx: Context, approvals: Approvals, number: str) -> str:
    """Its author ends it before its time, or calls it off. Raises UserError."""
    asked = await find(ctx, number)
    if asked.author != ctx.sender.user_id:
        raise UserError(Code.NOT_FOUND, missing(number))
    if asked.stage.is_over:
        raise UserError(Code.BAD_STATE, f"{number} {asked.stage}，不用再停。")
    title = faces.called(number, words_of(asked))
    await end_clock(ctx, asked)
    if asked.stage is Stage.OPEN and isinstance(asked, Survey):
        await close(ctx, asked)
        return f"{title}提前结束，结果发你了。"
    await keep(ctx, asked.moved_to(Stage.CANCELLED, asked.request), was=asked)
    request = await ctx.store.requests.get(asked.request) if asked.stage is Stage.IN_REVIEW else None
    if request and request.is_pending:
        await approvals.withdraw(ctx, request, asked.author)
    if asked.stage is Stage.OPEN and isinstance(asked, Activity):
        await _tell_called_off(ctx, asked)
        return f"{title}取消了，报名的人都告诉了。"
    return f"{title}取消了。"


async def _tell_called_off(ctx: Context, activity: Activity) -> None:
    words = f"{faces.called(activity.number, activity.title)}取消了，{_at(ctx, activity)} 不用去了。"
    tell_rooms(ctx, activity.audience, words)
    for user in (await standing_of(ctx, activity)).both:
        ctx.tell(ToPerson(user), Text(words))


async def _remind(ctx: JobContext, survey: Survey) -> None:
    """Only who hasn't answered, by a card like the first."""
    answered = {each.voter for each in await ctx.store.surveys.answers(survey)}
    left = [user for user in sorted(of(survey.audience, ctx.company).heads) if user not in answered]
    card = faces.survey_card(survey, ctx, "还没收到你的回答。")
    await tell_each(ctx, left, SURVEY_TOPIC, survey.number, card)


async def _remind_who_comes(ctx: JobContext, activity: Activity) -> None:
    words = f"别忘了：{faces.called(activity.number, activity.title)}，{activity.facts(ctx.now).partition(chr(10))[0]}"
    place = f"，地点：{activity.place}" if activity.place else ""
    how = f"。去不了请发 /取消报名 {activity.number}，名额让给候补的人。"
    for user in (await standing_of(ctx, activity)).coming:
        ctx.tell(ToPerson(user), Text(f"{words}{place}{how}"))


async def _close_list(ctx: JobContext, activity: Activity) -> None:
    """Its author has the list; until it begins people may still withdraw."""
    await set_timers(ctx, JOB, activity.number, {"over": activity.starts})
    if ctx.company.is_here(activity.author):
        ctx.tell(ToPerson(activity.author), Text(f"报名截止了。{await said(ctx, activity)}"))
        await hand_over(ctx, activity)


async def _forget(ctx: JobContext, asked: Asked) -> None:
    """What is held for a dispute is asked about again in a month."""
    held = await not_to_go(ctx)
    forget = ctx.store.surveys.forget_answers if isinstance(asked, Survey) else ctx.store.activities.forget_people
    stays = bool(held & {asked.number, asked.author})
    if stays or not await forget(asked.number, by=ctx.act, held=held):
        at = ctx.now + HELD
        await set_timers(ctx, JOB, asked.number, {f"{FORGET}:{at:%Y-%m-%d}": at})


def _at(desk: Desk, activity: Activity) -> str:
    return clock_time(activity.starts.astimezone(desk.now.tzinfo), desk.now)
