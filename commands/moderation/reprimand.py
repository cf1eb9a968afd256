"""Tell a group, or a department, of a violation without saying whose it was: drafted, let pass, posted (D5§12(2)).

The text has the department, the kind of violation and until when it counts, no name (个人信息保护法 art. 25). It goes
the way of every notice: its author looks at it, the management group lets it pass, never whom it is about. Only then
it is a case; he reads it in private, and it goes out on the next working day. Where no policy in force knows
通报批评 it is no more than a reminder to all.

Example:
    郑群@项目A工作群> /通报 @张三 刷广告
    机器人→郑群> WG-20261122-001 通报 张三（180 天内第 1 次「广告和刷屏」）已起草，里面不写是谁。…
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> [卡片] GG-20261122-001 …
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.moderation import Charged, WhyCharged
from bot.arguments.removed import GroupOfTheirs
from bot.domain.company import Company
from bot.domain.moderation.cases.case import Charge
from bot.domain.moderation.cases.gate import MODERATORS, REPORT_IT, ensure_may_charge
from bot.domain.moderation.categories import category
from bot.domain.moderation.pack import StepKind
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.moderation.charging import ensure_new, ensure_no_report
from bot.services.moderation.reprimanding import propose
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.orders import asks_reprimand

_IN_DEPARTMENT: Final = regex(r"(?:^|\s)(在|发到|发给|面向|)(全|本|)部门[内里]?(通报)?(?=\s|$)")
NEVER: Final = "这类事不通报：只由人力资源处理，当事人双方都要保护。"


@dataclass(frozen=True, slots=True)
class InDepartment:
    """`部门内` sends it to his department, and not to the group."""

    wanted: ClassVar[str] = "发到群里还是部门内？"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return cls() if words.take(_IN_DEPARTMENT) else None

    def explained(self) -> Mapping[str, Any]:
        return {"audience": "部门"}


def _ensure(actor: Person, target: Charged, reason: WhyCharged, company: Company, group: GroupOfTheirs | None) -> None:
    room = group.group if group else None
    ensure_may_charge(actor, target.person, reason.category, company=company, group=room)
    if category(reason.category).of_hr_alone:
        raise UserError(Code.NO_PERMISSION, NEVER, private=True)


def _rules(
    scene: Scene,
    target: Charged,
    reason: WhyCharged,
    group: GroupOfTheirs | None = None,
    department: InDepartment | None = None,
) -> None:
    if scene.sender:
        _ensure(scene.sender, target, reason, scene.company, group)


@command(
    "通报",
    aliases=("reprimand", "通报批评", "tb"),
    says=("[请|麻烦|帮我](对|把|给)…[发|发个|发一个|来个|做个](通报批评|通报)[一下|一次]…",),
    summary="起草通报，送审后发到群或部门",
    audience=MODERATORS,
    writes=True,
    private=True,
    rules=_rules,
    hears=asks_reprimand,
    instead=REPORT_IT,
)
async def reprimand(
    ctx: Context,
    group: GroupOfTheirs | None = None,
    department: InDepartment | None = None,
    *,
    target: Charged,
    reason: WhyCharged,
) -> Reply:
    _ensure(ctx.sender, target, reason, ctx.company, group)
    ensure_no_report(reason.quote, reason.text)
    where = group.group.id if group and not department else None
    charge = Charge(target.person.user_id, where, StepKind.NOTICE, reason.category, reason.text, quote=reason.quote)
    await ensure_new(ctx, charge)
    return Reply(await propose(ctx, charge), private=True)
