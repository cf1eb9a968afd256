"""Stop a kind of notice in this group; asked back first, since nobody would notice its absence.

Example:
    郑群@项目A工作群> /退订 安全提醒
    机器人@项目A工作群> [卡片] 确定要退订 安全提醒吗？ 10:30 前有效 [确认] [算了]
    郑群@项目A工作群> 按 [确认]
    机器人@项目A工作群> [卡片] 已确认：退订 安全提醒 项目A工作群不再收到安全提醒。要恢复，发 /订阅 安全提醒。
"""

from bot.arguments.notices import NoticeTopic, this_group
from bot.domain.rights import GROUP_KEEPERS
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "退订",
    aliases=("unsubscribe", "td"),
    says=(
        "(别|不要|不用|停止)[再](给|往|在)[我们群|本群|这个群|群里](发|推)…[了]",
        "(别|不要|不用)[再](发|推|推送)…提醒[了]",
        "[我们群](不想|不要|不用)[再](收|收到)…[了]",
        "(取消|停止)订阅…",
        "(把|将)…退订[了|掉]",
    ),
    summary="停发本群的安全提醒",
    audience=GROUP_KEEPERS,
    destructive=True,
)
async def unsubscribe(ctx: Context, topic: NoticeTopic) -> Reply:
    group = this_group(ctx)
    chosen = await ctx.store.subscriptions.chosen(topic.topic)
    if not chosen.get(group.id, topic.topic in group.subscribes):
        return Reply(f"{group.name}本来就没有订阅{topic.topic}。")
    await ctx.store.subscriptions.choose(group.id, topic.topic, active=False, by=ctx.act)
    return Reply(f"{group.name}不再收到{topic.topic}。要恢复，发 /订阅 {topic.topic}。")
