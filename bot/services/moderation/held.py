"""What moderation holds about somebody. Who told of him is nobody's to read, nor what nobody has agreed to yet."""

from collections.abc import Sequence

from bot.domain.moderation.content.item import KEPT_CLOSED, KEPT_OPEN
from bot.domain.moderation.history import PastState
from bot.services.privacy.holding import Holding, oldest
from bot.shapes.context import Context


async def held(ctx: Context) -> Sequence[Holding]:
    user, retention = ctx.sender.user_id, ctx.company.retention
    cases = await ctx.store.cases.of(user, ctx.now)
    found = await ctx.store.content_items.of(user, ctx.now)
    told = [each for each in cases if each.state is not PastState.PROPOSED]
    matters = await ctx.store.matters.of(user, ctx.now)
    return [
        Holding(
            "违规记录",
            len(told),
            "条",
            f"原因和证据加密保存，不再计次 {retention.sanctions} 年后删除",
            oldest(each.confirmed_at.date() for each in told),
            "发 /违规记录 看。",
        ),
        Holding(
            "内容检查认出的内容",
            len(found),
            "条",
            f"原话加密保存，有人看过就删，最多 {KEPT_OPEN.days} 天；其余 {KEPT_CLOSED.days} 天后删除",
            oldest(each.at.date() for each in found),
        ),
        Holding(
            "移交人力资源、法务的材料",
            len(matters),
            "份",
            f"加密保存，办结 {retention.sanctions} 年后删除",
            oldest(each.opened_at.date() for each in matters),
        ),
    ]
