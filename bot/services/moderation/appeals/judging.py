"""The ruling: by whoever was asked and may still judge, once, with reasons that both sides read."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.moderation.appeals.appeal import Appeal, Ruling
from bot.domain.moderation.appeals.judges import judges_of, may_rule
from bot.domain.moderation.cases.case import MADE, Case
from bot.domain.moderation.pack import A_WORD
from bot.errors import Code, Defect, Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation.appeals import wording
from bot.services.moderation.appeals.clock import nothing_more
from bot.services.moderation.appeals.settling import settle
from bot.shapes.context import Context

NOT_YOURS = "没有等你看的这条申诉，什么都没有改动。"


async def rule(ctx: Context, number: str, ruling: Ruling, reason: str) -> str:
    """Raises UserError."""
    found = await ctx.store.cases.get(number, ctx.now)
    if found:
        await ctx.store.cases.hold(found.target)
    case, appeal = await asked(ctx, number)
    if appeal.ruling:
        raise UserError(Code.BAD_STATE, f"{number} {wording.how_it_ended(appeal, ctx.company)}没有再改。")
    ensure_lighter(case, ruling)
    closed = closed_by(appeal, ruling, ctx)
    if not await ctx.store.appeals.save(closed, reason, was=appeal.version, by=ctx.act):
        raise Overtaken(number)
    await nothing_more(ctx, closed)
    after = await settle(ctx, case, closed, reason)
    return wording.ruled(after, closed, ctx.company)


def closed_by(appeal: Appeal, ruling: Ruling, ctx: Context) -> Appeal:
    me = ctx.sender.user_id
    return replace(appeal, ruling=ruling, ruled_by=me, ruled_at=ctx.now, version=appeal.version + 1)


async def asked(ctx: Context, number: str) -> tuple[Case, Appeal]:
    """Who wasn't asked doesn't learn that there is one; who was, but may no longer judge, may not either."""
    case = await ctx.store.cases.get(number, ctx.now)
    appeal = await ctx.store.appeals.get(number, ctx.now) if case else None
    if case is None or appeal is None or ctx.sender.user_id not in await asked_now(ctx, case, appeal):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS, private=True)
    but = await had_part(ctx, case)
    if not may_rule(ctx.sender.user_id, case, ctx.company, but=but):
        others = "、".join(map(ctx.company.name_of, judges_of(case, ctx.company, but=but)))
        then = f"请转告 {others}。" if others else ""
        raise UserError(Code.NO_PERMISSION, f"这条申诉现在不能由你来定，什么都没有改动。{then}", private=True)
    return case, appeal


async def asked_now(desk: Desk, case: Case, appeal: Appeal, *, above: int = 0) -> tuple[UserId, ...]:
    """Who was asked, and who has come to such an office meanwhile; `above`: so many rungs higher than up to now."""
    but = await had_part(desk, case)
    rungs = [judges_of(case, desk.company, but=but, above=each) for each in range(appeal.rung + above + 1)]
    return tuple(dict.fromkeys([*appeal.judges, *(user for rung in rungs for user in rung)]))


async def had_part(desk: Desk, case: Case) -> list[UserId]:
    """Beside whoever decided and whoever agreed: who brought what proves it."""
    return [each.by for each in await desk.store.cases.evidence(case.number)]


def ensure_lighter(case: Case, ruling: Ruling) -> None:
    if ruling is Ruling.MITIGATED and case.kind in A_WORD:
        sentence = f"{case.number} 是{MADE[case.kind]}，没有更轻的了，什么都没有改动。请选 维持 或 撤销。"
        raise UserError(Code.UNSUPPORTED, sentence)
    if ruling is Ruling.PARDONED:
        raise Defect("a pardon is no ruling of a judge")


def title(case: Case, company: Company) -> str:
    return f"申诉 {case.number}：{company.name_of(case.target)}的{MADE.get(case.kind, '处理')}"
