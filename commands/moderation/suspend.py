"""Do nothing for somebody but what keeps people safe, anywhere, for a time; two of the management group (D3§16(2)).

That is discipline: it takes a policy that binds and has such a step; without one the management group is told, and no
more. The account itself stays as it is: human resources decide on that, with another way to report dangers on record.

Example:
    周敏> /停用 @张三 3天 泄密
    机器人→王强> 周敏提出停用张三，原因：泄密。《企业微信社群管理制度》还没走完程序（…
    机器人> 没有停用张三：《企业微信社群管理制度》还没走完程序（…
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from bot.arguments.moderation import Charged, Lasting, WhyTakenOff
from bot.domain.company import Company
from bot.domain.moderation.cases.case import Charge
from bot.domain.moderation.cases.gate import REPORT_IT, ensure_may_charge
from bot.domain.moderation.pack import StepKind
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.moderation.deciding import decide
from bot.services.moderation.suspending import suspended
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.orders import asks_suspension

USUAL: Final = timedelta(days=7)  # where nobody says how long
MOST: Final = timedelta(days=30)
NEEDED: Final = 2  # of the management group, whoever asks for it included


class HowLong(Lasting):
    wanted = "停用多久？例如 3天。"

    def explained(self) -> Mapping[str, Any]:
        return {"until": super().explained()["until"]}


class WhySuspended(WhyTakenOff):
    def explained(self) -> Mapping[str, Any]:
        return {"reason": self.text, "approvals_needed": NEEDED}


def _rules(scene: Scene, target: Charged, reason: WhySuspended, until: HowLong | None = None) -> None:
    if scene.sender:
        _ensure(scene.sender, target, reason, until, scene.company)


def _ensure(actor: Person, target: Charged, reason: WhySuspended, until: HowLong | None, company: Company) -> None:
    ensure_may_charge(actor, target.person, reason.category, company=company)
    if until and timedelta(minutes=until.minutes) > MOST:
        raise UserError(Code.LIMIT, f"停用一次最长 {MOST.days} 天，什么都没有改动。请写短一些，到期可以再议。")


@command(
    "停用",
    aliases=("suspend", "停用账号", "停用权限"),
    summary="停用同事在机器人这边的权限",
    audience=frozenset({Role.MGMT_GROUP}),
    writes=True,
    private=True,
    rules=_rules,
    hears=asks_suspension,
    instead=f"停用需管理小组双人审批，请把情况告诉管理小组。{REPORT_IT}",
)
async def suspend(
    ctx: Context, approvals: Approvals, target: Charged, until: HowLong | None = None, *, reason: WhySuspended
) -> Reply:
    _ensure(ctx.sender, target, reason, until, ctx.company)
    user = target.person.user_id
    await ctx.store.cases.hold(user)
    if now := await suspended(ctx, user):
        raise UserError(
            Code.DUPLICATE, f"{target.name}已经停用（{now.case}），没有再办。要恢复发 /恢复 @{target.name}。"
        )
    ends = until.until if until else ctx.now + USUAL
    charge = Charge(user, None, StepKind.SUSPEND_ACCOUNT, reason.category, reason.text, ends, reason.quote)
    return await decide(ctx, approvals, charge)
