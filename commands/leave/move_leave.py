"""Move a leave to other days: the old one ends and a new one is asked for, both or neither; then it is decided anew.

Where only a day is said, it lasts as long as it did. It is always asked about before.

Example:
    张三> /请假 年假 明天下午
    机器人→王强> [卡片] …
    机器人> 已提交 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。等 王强 审批。
    张三> /改期 QJ-20261122-001 后天
    机器人> [卡片] 确定要改期 QJ-20261122-001 后天吗？ 改到11月24日(周二)；10:30 前有效 [确认] [算了]
    张三> 按 [确认]
    机器人→王强> QJ-20261122-001 申请人撤回了，不用再审批。
    机器人→王强> [卡片] 张三 申请年假 11月24日(周二)下午，0.5 天 QJ-20261122-002 …
    机器人> [卡片] 已确认：改期 QJ-20261122-001 后天 QJ-20261122-001 年假 11月23日(周一)下午不休了，改到…
"""

from typing import Final

from bot.arguments.moved_leaves import LeaveMoved, MovedTo
from bot.arguments.return_days import Aside
from bot.domain.rights import Role
from bot.services.approvals.approvals import Approvals
from bot.services.leave.changes.relocating import MOVABLE, move, planned
from bot.services.leave.requests.own import meant
from bot.services.talking.confirming import Confirming
from bot.shapes.arguments import Scene
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.understand import Understood

NAME: Final = "改期"
LEAVE: Final = "假|请假|休假|年假|病假|事假|调休|婚假|假期"
SHIFT: Final = "推迟|延后|延期|延迟|推后|往后推|往后挪|往后移|往后延|往后顺延|顺延|提前|往前提|往前挪"
LINKS: Final = "申请|的时间|时间|日期|的日期|想|要|我想|我要|能不能|可以|能"
NOTHING: Final = "你没有还没开始的假，没有可以改期的。发 /我的请假 看你请过的。"


def _rules(scene: Scene, to: MovedTo, which: LeaveMoved, why: Aside | None = None) -> None:
    to.ensure_ahead()


@command(
    NAME,
    aliases=("move-leave", "请假改期", "休假改期", "改假"),
    says=(
        f"[…]<{LEAVE}>[{LINKS}]<改到|改成|改为|改至|换到|换成|挪到|移到|调到|调成|改期到>…",
        f"[…]<{LEAVE}>[{LINKS}]<{SHIFT}>…",
        f"[…]<{LEAVE}>[{LINKS}]<延到|延至|推到>…",
        f"[…]<{LEAVE}>[{LINKS}](改期|换个时间|改个时间|换一天|改一天|改个日期|改时间|改一下|换一下)[…]",
        f"[我的|我]<{LEAVE}>(时间|日期|的时间|的日期)…<改到|改成|改为|换到|换成|推迟到|提前到>…",
        f"[…]<{LEAVE}>不(休|请)了[，]<改休|改请|改到|换到|改成>…",
        "…不(休|请|休假|请假)了[，][我|就|想](改休|改请|改到|换到|换成|改成|挪到)…",
        "…不(休|请)了[，][我|就|想]改…",
        f"[把|我|我的|把我的]<{LEAVE}>从…<改到|改成|改为|换到|换成|挪到|推迟到|提前到>…",
        f"[…]<{LEAVE}><改|换>…",
        "[…]<请假><改|换>…",
        f"[我想|我要|想|要|帮我](推迟|提前|改|换|调整)[一下|下][我的|我]<{LEAVE}>[的](时间|日期)[…]",
        f"[…]<{LEAVE}>(改天|过几天|改日)[再](休|请)[…]",
    ),
    summary="把还没开始的假改到别的日子",
    destructive=True,
    private=True,
    nothing=NOTHING,
    rules=_rules,
)
async def move_leave(
    ctx: Context,
    book: CommandBook,
    confirming: Confirming,
    approvals: Approvals,
    to: MovedTo,
    which: LeaveMoved,
    why: Aside | None = None,
) -> Reply:
    leave = await meant(ctx, which, MOVABLE, verb=NAME, nothing=NOTHING)
    reason = why.text if why else ""
    if which.number:
        return await move(ctx, approvals, leave, to.to, reason)
    plan = planned(ctx, leave, to.to)
    line = f"/{NAME} {leave.number} {plan.line} {reason}".strip()
    about = f"{leave.said(ctx.now.date())}（{leave.state}）改为 {plan.said}，要重新审批"
    return await confirming.ask(ctx, Understood(book.by_name[NAME], {}, Role.EMPLOYEE, line), about=about)
