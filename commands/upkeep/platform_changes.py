"""What WeCom changed, and what is decided about it: to use it, to try it, to leave it (D11§二.10, D18§10).

Told by whoever administers WeCom, who reads its list of changes, or noticed: an interface that may not be called any
more or may be now, an unknown errcode, another visible range. What is undecided comes on a card once a month.

Example:
    吴管> /平台变化 消息模板卡片多了一种样式
    机器人> [卡片] 企业微信的变化 · PT-20261122-001 11月22日(周日) 吴管：消息模板卡片多了一种样式 [采用] [试试] [不理会]
    吴管> 按 [试试]
    机器人> [卡片] 企业微信的变化 PT-20261122-001 试试：消息模板卡片多了一种样式。
    吴管> /平台变化
    机器人> 没有等着定的变化。最近一个月定了：试试 1 条。
"""

from bot.arguments.platform_changes import PlatformWish
from bot.domain.rights import PLATFORM_WATCHERS
from bot.services.upkeep.platform import add, decide, listed
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "平台变化",
    aliases=("platform", "ptbh", "平台更新"),
    says=("企业微信[最近](有什么|有哪些)(变化|更新)",),
    summary="记企业微信的变化，定用不用",
    audience=PLATFORM_WATCHERS,
    writes=True,
    private=True,
)
async def platform_changes(ctx: Context, what: PlatformWish | None = None) -> Reply:
    if what is None:
        return await listed(ctx)
    if what.decision:
        return Reply(await decide(ctx, what.number, what.decision, what.text), private=True)
    return await add(ctx, what.text)
