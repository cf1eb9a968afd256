"""Give up a group. Whoever approves groups of its type decides; then a person dissolves it in WeCom.

WeCom lets no program dissolve a group: the bot asks the owner to, by a card. What was still waiting for the group ends,
and its history is kept.

Example:
    郑群> /解散群 项目A工作群 项目结束了
    机器人> [卡片] 确定要解散群 项目A工作群 项目结束了吗？ 10:30 前有效 [确认] [算了]
    郑群> 按 [确认]
    机器人→赵国强> [卡片] 郑群 申请解散项目A工作群 RQ-20261122-001 原因：项目结束了 人数：9 人 [同意] [驳回]
    机器人> [卡片] 已确认：解散群 项目A工作群 项目结束了 已提交 RQ-20261122-001：解散项目A工作群。等 赵国强 审批。
"""

from typing import Self

from bot.arguments.changed_groups import CHANGERS, GroupToChange
from bot.arguments.reason import Reason
from bot.domain.groups.changing import ensure_may_change
from bot.domain.groups.errands import Deed
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.groups.registry.holding import held, waiting
from bot.services.groups.requests.dissolving import KIND, draft
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class WhyDissolve(Reason):
    wanted = "为什么要解散？写一句原因。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.left = words.left.lstrip("吧了呀啊，,。：: ").removeprefix("原因是").removeprefix("原因")
        return super().read(words, scene)


@command(
    KIND,
    aliases=("dissolve", "群解散", "关闭群", "停用群"),
    says=(
        "(把|将)…(解散掉|解散了|解散)[，]…",
        "(把|将)…(解散掉|解散了|解散)",
        "[我|我们][要|想|申请|请|请帮我|帮我]解散…",
        "…(可以|该|要|想|申请)解散(了|掉了|掉)[吧]",
        "…(不用了|没用了|不需要了)[，](解散吧|解散|解散了吧|可以解散了|解散掉吧)",
        "…(要|想|申请)解散[了|掉][，]…",
    ),
    summary="申请解散一个群",
    audience=CHANGERS,
    instead="请找那个群的群主或群管理员。",
    destructive=True,
)
async def dissolve_group(ctx: Context, approvals: Approvals, group: GroupToChange, reason: WhyDissolve) -> Reply:
    room = await held(ctx, group.group)
    ensure_may_change(ctx.sender.user_id, room, ctx.company)
    if before := await waiting(ctx, room, Deed.DISSOLVE):
        raise UserError(Code.DUPLICATE, f"{room.name}已经批准解散（{before.cause}），正等人在企业微信里操作。")
    request = await approvals.open(ctx, draft(ctx.sender.user_id, room, reason.text, ctx.company))
    return Reply(
        f"已提交 {request.number}：{request.text}。等 {waiting_names(request, ctx.company)} 审批。", private=True
    )
