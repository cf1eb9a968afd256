"""Nobody has answered an appeal yet: whoever judges is reminded; once it is late, those above are asked as well."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.moderation.appeals.appeal import Appeal
from bot.domain.moderation.cases.case import Case, Noted
from bot.domain.timers import Timer
from bot.identifiers import UserId
from bot.services.moderation.appeals import wording
from bot.services.moderation.appeals.asking import hand, nobody_judges
from bot.services.moderation.appeals.clock import LATE, answer_in_time
from bot.services.moderation.appeals.judging import asked_now
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    """What fell due together is said once."""
    case = await ctx.store.cases.get(number, ctx.now)
    appeal = await ctx.store.appeals.get(number, ctx.now)
    if case is None or appeal is None or not appeal.is_open:
        return
    if any(timer.kind.startswith(LATE) for timer in timers):
        await _pass_on(ctx, case, appeal)
        return
    everybody = await asked_now(ctx, case, appeal)
    after = replace(appeal, judges=everybody, version=appeal.version + 1)
    if everybody != appeal.judges and not await ctx.store.appeals.save(after, was=appeal.version, by=ctx.act):
        return
    for user in _here(ctx, after):
        await hand(ctx, case, after, user, again="快到期了，还没有人定。")


async def _pass_on(ctx: JobContext, case: Case, appeal: Appeal) -> None:
    everybody = await asked_now(ctx, case, appeal, above=1)
    after = replace(appeal, judges=everybody, rung=appeal.rung + 1, version=appeal.version + 1)
    if not await ctx.store.appeals.save(after, was=appeal.version, by=ctx.act):
        return
    await ctx.store.cases.note(case.number, Noted.PASSED_ON, by=ctx.act)
    await answer_in_time(ctx, after)
    for user in _here(ctx, after):
        await hand(ctx, case, after, user, again="过了答复期限，还没有人定。")
    if not _here(ctx, after):
        nobody_judges(ctx, case)
    if ctx.company.is_here(appeal.appellant):
        names = "、".join(ctx.company.name_of(user) for user in everybody if user not in appeal.judges)
        then = f"已请 {names} 一起来看" if names else "已再提醒"
        ctx.tell(wording.to(appeal.appellant), Text(f"{case.number} 的申诉过了答复期限，{then}。"))


def _here(ctx: JobContext, appeal: Appeal) -> list[UserId]:
    return [user for user in appeal.judges if ctx.company.is_here(user)]
