"""What falls due around something that people sign in at: reminders, the code, and who did not come."""

from collections.abc import Sequence
from typing import Final

from bot.domain.safety.sign_in.marks import Mark
from bot.domain.safety.sign_in.sheet import Sheet, SheetState
from bot.domain.timers import Timer
from bot.identifiers import UserId
from bot.services.safety.sign_in import leading
from bot.services.safety.sign_in.away import away_at
from bot.services.safety.sign_in.sheets import (
    AT_ONCE,
    TOPIC,
    Stage,
    about,
    attendance,
    go_on,
    read_kind,
    tell_invited,
)
from bot.services.safety.sign_in.wording import reminder
from bot.shapes.context import JobContext
from bot.shapes.outgoing import ToPerson

_FIRST: Final = {
    Stage.DAY_BEFORE: "别忘了参加",
    Stage.MORNING: "今天有",
    Stage.STARTS: "你还没签到",
}


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    """Of several that come at once the last says it all; invitations are still sent."""
    sheet = await ctx.store.sign_in.hold(number, ctx.now)
    if sheet is None or sheet.state is not SheetState.OPEN:
        return
    due = [read_kind(each.kind) for each in timers]
    for stage, at in due:
        if stage is Stage.INVITE:
            await tell_invited(ctx, sheet, list(await attendance(ctx, number)), at)
    if reminders := [each for each in due if each[0] is not Stage.INVITE]:
        await _remind(ctx, sheet, *max(reminders, key=lambda each: list(Stage).index(each[0])))


async def _remind(ctx: JobContext, sheet: Sheet, stage: Stage, at: int) -> None:
    if stage is Stage.CLOSES or ctx.now > sheet.closes:
        await leading.tell_absent(ctx, sheet)
        return
    if stage is Stage.OPENS:
        await leading.tell_code(ctx, sheet)
        return
    await _tell(ctx, sheet, stage, at)


async def _tell(ctx: JobContext, sheet: Sheet, stage: Stage, at: int) -> None:
    """Who has neither signed nor said that he can't come, nor is known to be away."""
    found = await attendance(ctx, sheet.number)
    page = list(found.values())[at : at + AT_ONCE]
    away = await away_at(ctx, [each.user for each in page], sheet.starts)
    for each in page:
        if not each.was_here and each.said is not Mark.AWAY and _is_told(each.user, away, sheet, ctx):
            task_id = await ctx.store.cards.issue(topic=TOPIC, subject=sheet.number, holder=each.user)
            ctx.tell(ToPerson(each.user, about(sheet)), reminder(sheet, ctx.now, task_id, _FIRST[stage]))
    await go_on(ctx, sheet, stage, at + AT_ONCE, len(found))


def _is_told(user: UserId, away: frozenset[UserId], sheet: Sheet, ctx: JobContext) -> bool:
    return user not in away and user != sheet.leader and ctx.company.is_here(user)
