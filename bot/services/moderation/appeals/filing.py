"""An appeal is filed: in time, once, by whom the case is about; whoever had no part in it is asked to look at it."""

from bot.domain.dates import clock_time
from bot.domain.moderation.appeals.appeal import Appeal, answer_by
from bot.domain.moderation.appeals.judges import judges_of
from bot.domain.moderation.cases.case import Case, Noted
from bot.domain.moderation.history import PastState
from bot.domain.moderation.pack import ANSWER_DAYS
from bot.errors import Candidate, Code, Overtaken, UserError
from bot.services.moderation.appeals import wording
from bot.services.moderation.appeals.asking import hand, nobody_judges
from bot.services.moderation.appeals.clock import answer_in_time
from bot.services.moderation.appeals.judging import had_part
from bot.services.moderation.appeals.pausing import pause
from bot.services.moderation.appeals.settling import with_state
from bot.services.moderation.appeals.stating import state_more
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson


async def file(ctx: Context, number: str, reason: str) -> str:
    """Raises UserError."""
    await ctx.store.cases.hold(ctx.sender.user_id)
    case = await _own(ctx, number)
    appeal = await ctx.store.appeals.get(number, ctx.now)
    if appeal and appeal.is_open:
        return await state_more(ctx, case, appeal, reason)
    _ensure_possible(ctx, case, appeal)
    judges = judges_of(case, ctx.company, but=await had_part(ctx, case))
    pack = ctx.company.moderation.pack(case.pack, case.pack_version)
    days = pack.answer_days if pack else ANSWER_DAYS
    answer = answer_by(ctx.now, days, ctx.company.pace.calendar)
    after = with_state(case, PastState.APPEALED)
    if not await ctx.store.cases.save(after, Noted.APPEALED, was=case.version, by=ctx.act):
        raise Overtaken(number)
    appeal = Appeal(number, ctx.sender.user_id, ctx.now, answer, judges, paused=await pause(ctx, after, pack))
    await ctx.store.appeals.add(appeal, reason, by=ctx.act)
    await answer_in_time(ctx, appeal)
    await _tell(ctx, after, appeal)
    return wording.filed(appeal, after, ctx.company, ctx.now)


async def which(ctx: Context, reason: str) -> UserError:
    """Where no number was typed: what he can appeal against, to press; or that there is nothing."""
    own = [each for each in await ctx.store.cases.of(ctx.sender.user_id, ctx.now) if _is_possible(ctx, each)]
    if not own:
        return UserError(Code.BAD_STATE, "你没有还能申诉的处理。发 /违规记录 看自己的记录。")
    if len(own) == 1:
        (case,) = own
        offer = Candidate("申诉这一条", put=f"/申诉 {case.number} {reason}")
        return UserError(Code.CLARIFY, f"要申诉 {wording.named(case, ctx.company, ctx.now)}吗？", offer=offer)
    candidates = [Candidate(each.number, label=f"{each.number[-3:]} {each.about.name}"[:16]) for each in own]
    return UserError(Code.AMBIGUOUS_TARGET, f"有 {len(own)} 条可以申诉，是哪一条？", candidates=candidates)


async def _own(ctx: Context, number: str) -> Case:
    """Nobody learns of another's that it is there."""
    case = await ctx.store.cases.get(number, ctx.now)
    if case is None or case.target != ctx.sender.user_id or case.state is PastState.PROPOSED:
        sentence = f"你没有编号 {number} 的处理。发 /违规记录 看自己的编号。"
        raise UserError(Code.NOT_FOUND, sentence, denied=case is not None)
    return case


def _is_possible(ctx: Context, case: Case) -> bool:
    return case.state is PastState.CONFIRMED and ctx.now < case.appeal_until


def _ensure_possible(ctx: Context, case: Case, appeal: Appeal | None) -> None:
    if not case.stands:
        raise UserError(Code.BAD_STATE, f"{case.number} {case.state}，不再算数，不用申诉。")
    if appeal and appeal.ruling:
        sentence = (
            f"{case.number} 的申诉已经有结果：{appeal.ruling}。同一条只申诉一次；还有不同意见，可以找工会或人力资源。"
        )
        raise UserError(Code.BAD_STATE, sentence)
    if ctx.now >= case.appeal_until:
        until = clock_time(case.appeal_until, ctx.now)
        sentence = f"{case.number} 的申诉期限到 {until} 已经过了，没有提交。情况特殊的，请找管理小组，可以免除。"
        raise UserError(Code.BAD_STATE, sentence)


async def _tell(ctx: Context, case: Case, appeal: Appeal) -> None:
    for user in appeal.judges:
        await hand(ctx, case, appeal, user)
    if not appeal.judges:
        nobody_judges(ctx, case)
    for user in wording.deciders(case, ctx.company):
        ctx.tell(ToPerson(user), Text(wording.for_decider(case, ctx.company)))
