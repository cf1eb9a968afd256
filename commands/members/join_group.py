"""Ask to be let into a group: who doesn't belong there is told the rule, for the others the group's keepers decide.

The keeper sees what he needs to judge by: department, whether it is in the group's scope, the nickname, in how many
groups he is, whether he was removed before. Then the app adds him, or the keeper is asked to, and he is told which.

Example:
    李四> /入群 项目B工作群 要对接工艺
    机器人→郭涛> [卡片] 李四 申请入群：项目B工作群 RQ-20261122-001 部门：生产部 范围：符合 …
    机器人> 已提交 RQ-20261122-001：入群：项目B工作群。等 郭涛 审批。
"""

from bot.arguments.asked_groups import GroupAskedFor
from bot.arguments.reason import Reason
from bot.domain.company import Company
from bot.domain.groups.admission import ensure_fits, ensure_outside
from bot.domain.groups.errands import Deed
from bot.domain.groups.group import Group
from bot.domain.people import Person
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.groups.registry.holding import held
from bot.services.groups.requests.screening import screened
from bot.services.groups.requests.wanting_in import ensure_not_under_way, joining
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(scene: Scene, group: GroupAskedFor, reason: Reason | None = None) -> None:
    if scene.sender:
        _ensure_may_join(scene.sender, group.group, scene.company)


@command(
    "入群",
    aliases=("join", "rq", "加群", "进群", "申请入群", "加入群"),
    says=(
        "[麻烦|请|能不能|可以](拉|加|带)[一下]我(进入|加入|进|入|到)…[里|里面][一下|吗]",
        "[麻烦|请|能不能|可以](拉|加|带)我(进群|入群)[一下|吗]",
        "[麻烦|请|能不能|可以]把我(拉|加)(进入|进|入|到)…[里|里面|吗]",
        "…[，]把我(拉|加)(进入|进|入|到)…[里|里面|吗]",
        "[我](想要|想|要|申请|需要)(加入|进入|进|加|入)…[里|里面]",
        "…[，][我](想要|想|要|申请|需要)(加入|进入|进)…[里|里面]",
        "[请|麻烦](帮我|帮忙|给我)(加入|进入|进|加)[一下|下]…[里|里面|吗]",
        "…(能不能|可不可以|能|可以)(让我|拉我|加我|带我)(进去|进来|加入|进)[吗]",
        "[我|我要|我想|我想要|我申请|我要申请|我想申请](入群|进群|加群)",
        "[我](能不能|可不可以|能|可以)(加入|进入|进|加|入)…[里|里面][吗|呢]",
        "(加入|进入|加进|加一下|加下|进一下|进下)…(群|平台)[里|里面]",
        "让我(加入|进入|进)…",
    ),
    summary="申请加入一个群",
    writes=True,
    rules=_rules,
)
async def join_group(ctx: Context, approvals: Approvals, group: GroupAskedFor, reason: Reason | None = None) -> Reply:
    room = await held(ctx, group.group)
    _ensure_may_join(ctx.sender, room, ctx.company)
    await ensure_not_under_way(ctx, [ctx.sender.user_id], room, Deed.ADD)
    details = await screened(ctx, ctx.sender, room, reason.text if reason else "")
    request = await approvals.open(ctx, joining(ctx.sender, room, details))
    waiting = waiting_names(request, ctx.company)
    return Reply(f"已提交 {request.number}：{request.text}。等 {waiting} 审批。")


def _ensure_may_join(person: Person, group: Group, company: Company) -> None:
    ensure_outside(person, group, company, oneself=True)
    ensure_fits(person, group, company, oneself=True)
