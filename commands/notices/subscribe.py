"""Let this group get a kind of notice; its admin or the safety administrator decides.

Example:
    陈安@计划运营推动群> /订阅 安全提醒
    机器人@计划运营推动群> 计划运营推动群已订阅安全提醒，每周一、三、五和节日前后发到本群。
"""

from bot.arguments.notices import NoticeTopic, this_group
from bot.domain.rights import GROUP_KEEPERS
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "订阅",
    aliases=("subscribe", "dy"),
    says=(
        "(给|帮|为)(我们群|本群|这个群)订阅[一下]…",
        "(我们群|本群|这个群|群里)[也](想|要|想要)(收|收到|订|订阅)…",
        "(恢复|重新订阅)[给](我们群|本群|这个群)[的]…",
        "重新订阅…",
        "恢复…(提醒|推送|订阅)",
    ),
    summary="让本群收到安全提醒",
    audience=GROUP_KEEPERS,
    writes=True,
)
async def subscribe(ctx: Context, topic: NoticeTopic) -> Reply:
    group = this_group(ctx)
    chosen = await ctx.store.subscriptions.chosen(topic.topic)
    if chosen.get(group.id, topic.topic in group.subscribes):
        return Reply(f"{group.name}已经订阅了{topic.topic}，{topic.topic.rhythm}发到本群。")
    await ctx.store.subscriptions.choose(group.id, topic.topic, active=True, by=ctx.act)
    return Reply(f"{group.name}已订阅{topic.topic}，{topic.topic.rhythm}发到本群。")
