"""What a major hazard takes beside being put right: how each day went, and the report that a human files (art. 41)."""

from collections.abc import Mapping
from typing import Final

from bot.domain.safety.hazards.hazard import Hazard, StepKind
from bot.domain.safety.hazards.report import Part, draft, read_parts
from bot.domain.wording import quote_user, shown
from bot.errors import Code, UserError
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards.clock import wind
from bot.services.safety.hazards.stopping import decision_of
from bot.services.safety.hazards.whom import area, officers
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

FILED: Final = "已报"
_APART: Final = "："


async def say_daily(ctx: Context, hazard: Hazard, progress: str) -> str:
    """What came of it, as a sentence. Raises UserError."""
    ensure_major(hazard)
    user = ctx.sender.user_id
    if user != hazard.plan.owner and user not in officers(ctx.company):
        raise UserError(Code.NO_PERMISSION, f"{hazard.number} 的日报由责任人报，也可以由安全管理员代报。")
    await ctx.store.hazards.note(hazard.number, StepKind.DAILY, progress, by=ctx.act)
    for officer in officers(ctx.company):
        if officer != user:
            who = ctx.company.name_of(user)
            ctx.tell(ToPerson(officer), Text(f"{hazard.number} 今天的进展（{who}）：{quote_user(progress)}"))
    return f"{hazard.number} 今天的进展记下了，安全管理员已通知。"


async def report_of(desk: Desk, hazard: Hazard) -> str:
    """The draft, as far as anything is known. Raises UserError."""
    ensure_major(hazard)
    owner = desk.company.name_of(hazard.plan.owner) if hazard.plan.owner else ""
    parts, stop = await _parts(desk, hazard), await decision_of(desk, hazard)
    written = draft(hazard, area(hazard, desk.company).name, owner, parts, stop)
    how = f"补充发 /重大隐患报告 {hazard.number} 原因：… 危害：… 方案：…"
    return f"{quote_user(written)}\n{how}\n人报过以后，发 /重大隐患报告 {hazard.number} {FILED} 单位 时间。"


async def add_parts(ctx: Context, hazard: Hazard, written: str) -> str:
    """Raises UserError for what says none of the parts."""
    ensure_major(hazard)
    parts = read_parts(written)
    if not parts:
        sentence = f"没看出是哪一部分。写成：/重大隐患报告 {hazard.number} 原因：… 危害：… 方案：…，写哪几样都行。"
        raise UserError(Code.CLARIFY, sentence)
    for part, words in parts.items():
        await ctx.store.hazards.note(hazard.number, StepKind.DRAFTED, f"{part}{_APART}{words}", by=ctx.act)
    return await report_of(ctx, hazard)


async def note_filed(ctx: Context, hazard: Hazard, to_whom: str) -> str:
    """A human has reported it: to whom and when, in his words. Raises UserError."""
    ensure_major(hazard)
    if not to_whom:
        sentence = (
            f"报给了谁、什么时候？例如：/重大隐患报告 {hazard.number} {FILED} 县应急管理局 今天10点，职代会 下午。"
        )
        raise UserError(Code.CLARIFY, sentence)
    await ctx.store.hazards.note(hazard.number, StepKind.FILED, to_whom, by=ctx.act)
    await wind(ctx, hazard)
    return f"{hazard.number} 记下了：已报{shown(to_whom, 60)}。不再提醒；情况有变化要补报。"


async def _parts(desk: Desk, hazard: Hazard) -> Mapping[Part, str]:
    """The last word on each counts."""
    said: dict[Part, str] = {}
    for step in await desk.store.hazards.steps(hazard.number):
        part, _, words = step.text.partition(_APART)
        if step.kind is StepKind.DRAFTED and part in list(Part):
            said[Part(part)] = words
    return said


def ensure_major(hazard: Hazard) -> None:
    """Raises UserError."""
    if not (hazard.is_open and hazard.is_major):
        raise UserError(Code.BAD_STATE, f"{hazard.number} 现在不是没销号的重大隐患，不用写这个。")
