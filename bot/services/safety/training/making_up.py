"""A training for those who missed one, or didn't pass: the same matter, materials and questions at another time."""

from datetime import datetime

from bot.errors import Code, UserError
from bot.services.safety.sign_in.sheets import attendance
from bot.services.safety.training.examining import outcomes
from bot.services.safety.training.planning import NOT_YOURS, Wanted, draft_card, get, manages, write
from bot.shapes.context import Context
from bot.shapes.outgoing import Card


async def make_up(ctx: Context, number: str, starts: datetime, place: str) -> Card:
    """The draft of it. Raises UserError."""
    training = await get(ctx, number)
    if not manages(ctx, training):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    if training.ends > ctx.now:
        raise UserError(Code.BAD_STATE, f"{number} 还没结束，结束后才知道谁要补。")
    questions = await ctx.store.trainings.questions(number)
    taken, mark = await outcomes(ctx, number, questions), ctx.company.training.pass_mark
    users = [
        each.user
        for each in (await attendance(ctx, number)).values()
        if not each.was_here or (training.exam and not any(result.passed(mark) for result in taken.get(each.user, ())))
    ]
    if not users:
        raise UserError(Code.BAD_STATE, f"{number} 全部到场{'并通过' if training.exam else ''}，不用补。")
    wanted = Wanted(
        topic=training.topic,
        specs=tuple(f"user:{each}" for each in users),
        starts=starts,
        place=place or training.place,
        minutes=training.minutes,
        exam=training.exam,
        trainer=training.trainer,
        kind=training.kind,
        made_up=number,
    )
    again = await write(ctx, wanted, author=ctx.sender.user_id)
    for each in await ctx.store.trainings.materials(number):
        await ctx.store.trainings.keep(again.number, each, by=ctx.act)
    if questions:
        await ctx.store.trainings.ask(again.number, questions, by=ctx.act)
    return await draft_card(ctx, again)
