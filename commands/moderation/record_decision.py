"""Human resources write down what people decided (停职 with days and pay, 纪律处分), or what became of a matter.

The bot decides and does nothing of it; it keeps what was said, and tells whom it is about (D6§15, D2§12.2).

Example:
    李娜> /处分登记 @张三 停职 11月23日到11月27日 工资照发 等调查结果
    机器人→张三> 人力资源登记了对你的停职，11月23日(周一)至11月27日(周五)，工资照发，编号 YJ-20261122-001。…
    机器人> 已登记 YJ-20261122-001 张三 停职，11月23日(周一) 到 11月27日(周五)，工资照发；…
"""

from bot.arguments.matters import MatterNumber, WhatDecided, WhyOrWhat
from bot.arguments.moderation import Charged
from bot.domain.guards import ensure_here, ensure_not_self
from bot.domain.moderation.matters.gate import READERS
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.services.moderation.matters.recording import Decided, close, record
from bot.services.moderation.matters.showing import head
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

ONLY_HR = "停职和纪律处分只由人力资源登记，什么都没有改动。"


def _ensure(
    scene: Scene | Context, id: MatterNumber | None, target: Charged | None, decided: WhatDecided | None
) -> None:
    """Raises UserError."""
    if scene.sender is None or id:
        return
    if scene.sender.user_id not in scene.company.holders(Role.HR):
        raise UserError(Code.NO_PERMISSION, ONLY_HR)
    missing = {"target": Charged.wanted} if target is None else {}
    missing |= {"about": WhatDecided.wanted} if decided is None else {}
    if missing:
        raise UserError(Code.MISSING_ARG, "".join(missing.values()), missing=tuple(missing))
    if target:
        ensure_here(target.person)
        ensure_not_self(scene.sender, target.person)


def _rules(
    scene: Scene,
    reason: WhyOrWhat,
    id: MatterNumber | None = None,
    target: Charged | None = None,
    decided: WhatDecided | None = None,
) -> None:
    _ensure(scene, id, target, decided)


@command(
    "处分登记",
    aliases=("decision", "登记处分", "停职登记", "登记停职"),
    telling=("停职", "纪律处分"),
    summary="登记别处作出的停职、处分，或移交的结果",
    audience=READERS,
    writes=True,
    private=True,
    rules=_rules,
    instead="停职和纪律处分由人力资源定、由人力资源登记，请把情况告诉他们。",
)
async def record_decision(
    ctx: Context,
    id: MatterNumber | None = None,
    decided: WhatDecided | None = None,
    target: Charged | None = None,
    *,
    reason: WhyOrWhat,
) -> Reply:
    _ensure(ctx, id, target, decided)
    if id:
        matter = await close(ctx, id.number, reason.text)
        return Reply(f"已登记 {head(ctx, matter)}。", private=True)
    if target is None or decided is None:
        raise UserError(Code.MISSING_ARG, WhatDecided.wanted)
    about, whom = decided.about, target.person.user_id
    recorded = Decided(about, whom, reason.text, decided.first, decided.last, decided.pay)
    return Reply(f"已登记 {head(ctx, await record(ctx, recorded))}。已私聊告诉本人。", private=True)
