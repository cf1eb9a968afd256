"""Somebody else than who fixed it looks at it: closed where everybody can see (安全生产法 art. 41), or back to work."""

from typing import Final

from bot.domain.calendar.quiet import after_quiet
from bot.domain.safety.hazards import moves
from bot.domain.safety.hazards.hazard import Hazard, HazardState, StepKind
from bot.domain.safety.hazards.rights import ensure_may_verify, is_enough, officers, principals
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards import wording
from bot.services.safety.hazards.telling import ask_officers, ask_owner, keep, tell_reporters
from bot.services.safety.hazards.whom import area, rooms
from bot.services.timers import set_timers
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToGroup, ToPerson

NEWS_JOB: Final = "hazard-news"


async def verify(ctx: Context, hazard: Hazard, *, passed: bool, reason: str = "") -> str:
    """What came of it, as a sentence. Raises UserError."""
    ensure_may_verify(ctx.sender.user_id, hazard, ctx.company)
    if passed:
        return await _pass(ctx, hazard, reason)
    if hazard.state is HazardState.TO_VERIFY and not reason:
        sentence = f"不通过要写理由，例如：/验收 {hazard.number} 不通过 门还关不严。"
        raise UserError(Code.MISSING_ARG, sentence, missing=("reason",))
    return await _fail(ctx, hazard, reason)


async def _pass(ctx: Context, hazard: Hazard, reason: str) -> str:
    user = ctx.sender.user_id
    enough = is_enough(hazard, user, ctx.company)
    after = moves.passed(hazard, user, ctx.now, enough=enough)
    await keep(ctx, hazard, after, StepKind.CLOSED if enough else StepKind.SIGNED, reason)
    if not enough:
        return f"{hazard.number} 你已通过。重大隐患还要等{_awaited(after, ctx)}。"
    await tell_reporters(ctx, after, "已验收销号。谢谢你报告。")
    for fixer in sorted(after.fixers - {user}):
        ctx.tell(ToPerson(fixer), Text(f"{hazard.number}（{wording.what(hazard)}）验收通过，已销号。"))
    await _spread(ctx, after)
    return f"{hazard.number} 验收通过，已销号。一个月后我会提醒回头看。"


async def _fail(ctx: Context, hazard: Hazard, reason: str) -> str:
    after = moves.failed(hazard)
    await keep(ctx, hazard, after, StepKind.FAILED, reason)
    words = f"{hazard.number}（{wording.what(hazard)}）验收没有通过：{shown(reason, 100)}。"
    for fixer in sorted(hazard.fixers):
        ctx.tell(ToPerson(fixer), Text(f"{words}请继续整改，改好了重新发照片、申请验收。"))
    await tell_reporters(ctx, after, "验收没有通过，继续整改。")
    if after.state is HazardState.REPORTED:
        await ask_officers(ctx, after)
    else:
        await ask_owner(ctx, after)
    return f"{hazard.number} 记为不通过，已退回整改。"


async def _spread(desk: Desk, hazard: Hazard) -> None:
    """At once in working hours, else the next morning of work."""
    at = after_quiet(desk.now, desk.company.pace.calendar)
    if at <= desk.now:
        await tell_everybody(desk, hazard)
    else:
        await set_timers(desk, NEWS_JOB, hazard.number, {f"closed:{hazard.version}": at})


async def tell_everybody(desk: Desk, hazard: Hazard) -> None:
    """The groups of the area, else those that want to hear of safety: without anybody's name."""
    for room in await rooms(desk, area(hazard, desk.company)):
        desk.tell(ToGroup(room), Text(wording.closed_news(hazard)))


def _awaited(hazard: Hazard, ctx: Context) -> str:
    """Whose word is still missing of a major one."""
    company = ctx.company
    wanted = officers(company) if not set(hazard.signed) & set(officers(company)) else principals(company)
    able = [user for user in wanted if user not in hazard.fixers and user not in hazard.signed]
    return f"{'、'.join(company.name_of(user) for user in able)}通过" if able else "单位负责人通过"
