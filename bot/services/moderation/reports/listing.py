"""Lists of reports: one's own, and those that wait for whoever asks."""

from dataclasses import replace
from typing import Final

from bot.domain.moderation.reports.report import Report
from bot.services.moderation.reports import wording
from bot.services.moderation.reports.telling import OWN_SINCE, TOPIC, able, hand
from bot.shapes.context import Context
from bot.shapes.outgoing import Card

MOST: Final = 10
NOTHING_OWN: Final = "你没有举报记录。要反映违规，私聊我发 /举报 谁 什么事，可以匿名。"


async def own(ctx: Context) -> str:
    """The newest first; what has gone by its time isn't there any more."""
    filed = await ctx.store.reports.filed_by(ctx.sender.user_id, since=ctx.now - OWN_SINCE)
    found = [await ctx.store.reports.get(each.number, ctx.now) for each in filed[:MOST]]
    lines = [f"· {each.number} {each.about.name}，{each.state}" for each in found if each]
    return "\n".join(["你的举报：", *lines]) if lines else NOTHING_OWN


async def waiting(ctx: Context) -> str:
    """The oldest first; the cards follow in private."""
    user = ctx.sender.user_id
    mine = [each for each in await ctx.store.reports.open_ones(ctx.now) if user in await able(ctx, each)]
    for each in mine[:MOST]:
        await hand(ctx, each, user, len(await ctx.store.reports.proofs(each.number)))
    if not mine:
        return "没有要你处理的举报。"
    return f"有 {len(mine)} 条举报要你处理。" if len(mine) <= MOST else f"有 {len(mine)} 条，先看最早的 {MOST} 条。"


async def card(ctx: Context, report: Report) -> Card:
    user = ctx.sender.user_id
    files = len(await ctx.store.reports.proofs(report.number))
    face = wording.for_handler(report, ctx.company, ctx.now, user, files)
    return replace(face, task_id=await ctx.store.cards.issue(topic=TOPIC, subject=report.number, holder=user))
