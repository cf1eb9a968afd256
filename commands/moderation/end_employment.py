"""Nobody's employment is ended by the bot, or announced by it: human resources get the papers and what to check first.

Which ground of 劳动合同法 art. 39 it is, whether art. 42 protects him, that the union is told before (art. 43). Human
resources and then the lawyers say whether they take it up; all the rest happens outside of the bot (D2§12.3).

Example:
    王强> /解除劳动合同 张三
    机器人→李娜> [卡片] 王强 申请移交人力资源：张三，解除劳动合同 YJ-20261122-001 …
    机器人→周敏> [卡片] 王强 申请移交人力资源：张三，解除劳动合同 YJ-20261122-001 …
    机器人> 机器人不处理解除；已转人力，编号 YJ-20261122-001，等 李娜 或 周敏 受理。…
"""

from bot.arguments.moderation import Charged
from bot.arguments.reason import Reason
from bot.domain.moderation.matters.gate import PROPOSERS, ensure_may_propose
from bot.domain.moderation.matters.matter import About
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.moderation.matters.handing import Handed, hand_over
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.orders import asks_dismissal

WHO = PROPOSERS - {Role.GROUP_ADMIN}
NEVER = "机器人不处理解除"


def _rules(scene: Scene, target: Charged, reason: Reason | None = None) -> None:
    if scene.sender:
        ensure_may_propose(scene.sender, target.person, by=WHO, company=scene.company)
    if not scene.running:
        raise UserError(Code.UNSUPPORTED, f"{NEVER}；已转人力，由他们在系统外定。")


@command(
    "解除劳动合同",
    aliases=("dismiss", "解除合同", "开除", "辞退", "解雇"),
    says=("(把|将|要)…(开除|辞退|解雇)[了|掉]", "(和|跟|与)…解除劳动合同"),
    summary="把解除合同的事转给人力资源",
    audience=WHO,
    writes=True,
    private=True,
    rules=_rules,
    hears=asks_dismissal,
    instead="这类事由部门负责人或人力资源提出。和你自己有关的，请直接找人力资源。",
)
async def end_employment(ctx: Context, approvals: Approvals, *, target: Charged, reason: Reason | None = None) -> Reply:
    ensure_may_propose(ctx.sender, target.person, by=WHO, company=ctx.company)
    handed = Handed(About.DISMISSAL, target.person.user_id, reason.text if reason else "")
    matter, names = await hand_over(ctx, approvals, handed)
    after = "本人不会收到通知；请不要在群里说，也先别和对方谈结果。"
    words = f"{NEVER}；已转人力，编号 {matter.number}，等 {names} 受理。{after}"
    return Reply(words, private=True)
