"""Nobody has begun with a report, or decided it; or what it left behind goes. The bot does this in nobody's name."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.domain.moderation.categories import HR_RESTRICTED
from bot.domain.moderation.reports.report import Report, ReportState, Told
from bot.domain.timers import Timer
from bot.services.moderation.reports import clock, wording
from bot.services.moderation.reports.saying import say_line
from bot.services.moderation.reports.telling import able, ask_handlers, hand, tell_teller
from bot.services.timers import set_timers
from bot.shapes.context import JobContext

_HELD: Final = timedelta(days=30)  # until what is held is looked at again
NOBODY_YET: Final = "到时间还没有人处理，请尽快。"
RAISED: Final = "一直没有人处理，报到你这里。"
DECIDE: Final = "还没有结论。查完了请点属实或未查实，举报人在等。"


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    report = await ctx.store.reports.get(number, ctx.now)
    if report is None:
        return
    kinds = {clock.what(timer.kind) for timer in timers}
    if clock.SAY in kinds:
        await _say(ctx, report, timers)
    if not report.state.is_open:
        await _let_go(ctx, report, kinds)
    elif report.state is ReportState.WAITING:
        await _bring_up(ctx, report, kinds)
    elif report.taken_by and clock.UNDECIDED in kinds:
        await _wait_for_taker(ctx, report)


async def _say(ctx: JobContext, report: Report, timers: Sequence[Timer]) -> None:
    """In the order in which it was written."""
    lines = await ctx.store.reports.lines(report.number)
    for kind in sorted(timer.kind for timer in timers if clock.what(timer.kind) == clock.SAY):
        await say_line(ctx, report, lines[int(kind.partition(":")[2])])


async def _bring_up(ctx: JobContext, report: Report, kinds: set[str]) -> None:
    if clock.LATE in kinds:
        await _raise(ctx, report)
    elif clock.DUE in kinds:
        await _remind(ctx, report)


async def _remind(ctx: JobContext, report: Report) -> None:
    await ask_handlers(ctx, report, NOBODY_YET)


async def _raise(ctx: JobContext, report: Report) -> None:
    """Whoever stands behind them has it too; what is for human resources alone stays with them."""
    if report.raised or report.route == HR_RESTRICTED:
        await _remind(ctx, report)
        await clock.once_more(ctx, report, clock.LATE, clock.AGAIN)
        return
    before, after = set(await able(ctx, report)), report.raised_up()
    if not await ctx.store.reports.save(after, Told.RAISED, was=report.version, by=ctx.act):
        return
    files = len(await ctx.store.reports.proofs(report.number))
    for user in await able(ctx, after):
        await hand(ctx, after, user, files, NOBODY_YET if user in before else RAISED)
    await clock.once_more(ctx, after, clock.LATE, clock.AGAIN)
    await tell_teller(ctx, after, lambda _: wording.to_teller(after, "还没有人处理，已经报给上一级。"))


async def _wait_for_taker(ctx: JobContext, report: Report) -> None:
    """Whoever has it; where he is no longer able to, it begins anew."""
    users = await able(ctx, report)
    files = len(await ctx.store.reports.proofs(report.number))
    for user in [report.taken_by] if report.taken_by in users else users:
        if user:
            await hand(ctx, report, user, files, DECIDE)
    await clock.once_more(ctx, report, clock.UNDECIDED, ctx.company.moderation.reports.undecided)


async def _let_go(ctx: JobContext, report: Report, kinds: set[str]) -> None:
    held = {*ctx.company.retention.held, *await ctx.store.holds.held()}
    if held & {report.number, report.target, report.case}:
        at = ctx.now + _HELD
        again = {f"{kind}:{at:%Y-%m-%d}": at for kind in kinds & {clock.UNLINKED, clock.FORGOTTEN}}
        await set_timers(ctx, clock.JOB, report.number, again)
        return
    if clock.UNLINKED in kinds:
        await ctx.store.reports.cut(report.number, by=ctx.act)
    if clock.FORGOTTEN in kinds:
        unprotected = ctx.now - ctx.company.safety.protected
        await ctx.store.reports.forget(report.number, unprotected=unprotected, by=ctx.act)
