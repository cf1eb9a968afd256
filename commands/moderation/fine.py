"""Nobody is fined by the bot: what somebody proposes goes to human resources, who decide, and act outside of it.

Where fines are off (usually, and in 广东 always) what happened is handed over without an amount; where a policy knows
fines and the company turned them on, the amount goes along, and the lawyers have to agree as well. No pay is touched.

Example:
    王强> /罚款 @张三 200元 刷广告
    机器人→李娜> [卡片] 王强 申请移交人力资源：张三，违规处理 YJ-20261122-001 …
    机器人→周敏> [卡片] 王强 申请移交人力资源：张三，违规处理 YJ-20261122-001 …
    机器人> 机器人不罚款，也不改工资。公司没有开启罚款建议，金额没有记；事情已转人力资源，编号 YJ-20261122-001，…
"""

from bot.arguments.matters import Amount
from bot.arguments.moderation import Charged, WhyCharged
from bot.arguments.removed import GroupOfTheirs
from bot.domain.moderation.cases.gate import REPORT_IT, ensure_not_of_hr
from bot.domain.moderation.cases.naming import OTHER
from bot.domain.moderation.categories import category
from bot.domain.moderation.matters.fines import why_no_fine
from bot.domain.moderation.matters.gate import PROPOSERS, ensure_may_propose
from bot.domain.moderation.matters.matter import About
from bot.domain.rights import right_of
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.moderation.charging import ensure_no_report
from bot.services.moderation.matters.handing import Handed, hand_over
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.orders import asks_fine

NEVER = "机器人不罚款，也不改工资。"


def _ensure(scene: Scene | Context, target: Charged, reason: WhyCharged | None) -> None:
    if scene.sender is None:
        return
    ensure_may_propose(scene.sender, target.person, by=PROPOSERS, company=scene.company)
    by = right_of(scene.sender, PROPOSERS, grants=scene.company.grants, group=None)
    ensure_not_of_hr(category(reason.category if reason else OTHER), by)


def _rules(
    scene: Scene,
    target: Charged,
    group: GroupOfTheirs | None = None,
    amount: Amount | None = None,
    reason: WhyCharged | None = None,
) -> None:
    _ensure(scene, target, reason)
    if not scene.running:
        raise UserError(Code.UNSUPPORTED, f"{NEVER}只当作建议转给人力资源，由他们在系统外定。")


@command(
    "罚款",
    aliases=("fine", "罚钱", "扣钱", "扣工资"),
    says=(
        "[要|得|该]罚[款]…<元|块钱|块>",
        "[要|得|该]罚[款]…<元|块钱|块>…",
        "[要|得|该](对|给)…(罚款|罚)…<元|块钱|块>",
    ),
    summary="把罚款的建议转给人力资源",
    audience=PROPOSERS,
    writes=True,
    private=True,
    rules=_rules,
    hears=asks_fine,
    instead=REPORT_IT,
)
async def fine(
    ctx: Context,
    approvals: Approvals,
    group: GroupOfTheirs | None = None,
    *,
    target: Charged,
    amount: Amount | None = None,
    reason: WhyCharged | None = None,
) -> Reply:
    _ensure(ctx, target, reason)
    ensure_no_report(reason.quote if reason else "", reason.text if reason else "")
    about = category(reason.category if reason else OTHER)
    off = why_no_fine(
        ctx.company.moderation, ctx.company.moderation.pack_of(group.group if group else None, ctx.now, about)
    )
    kind, money = (About.HANDLING, "") if off else (About.FINE, amount.text if amount else "")
    handed = Handed(kind, target.person.user_id, reason.text if reason else "", amount=money)
    matter, names = await hand_over(ctx, approvals, handed)
    how = f"{off}，金额没有记；事情已转人力资源" if off else "已作为建议转人力资源，还要法务确认"
    return Reply(f"{NEVER}{how}，编号 {matter.number}，等 {names} 受理。", private=True)
