"""Decide on an appeal that one was asked about: uphold it, make it milder or take it back, with reasons for both.

Whoever decided, agreed, brought the evidence, or stands below them isn't asked, and can't.

Example:
    周敏> /裁定 WG-20261122-001 维持 证据清楚
    机器人> 没有等你看的这条申诉，什么都没有改动。
"""

from bot.arguments.appeals import CaseNumber, RulingSaid
from bot.arguments.reason import Reason
from bot.services.moderation.appeals.judging import rule
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class Grounds(Reason):
    wanted = "理由是什么？双方都会看到。"


@command(
    "裁定",
    aliases=("rule", "申诉裁定"),
    says=("<WG>…[的]申诉<维持|减轻|撤销|驳回>…", "<WG>…<维持|减轻|撤销>吧…"),
    summary="裁定等我看的申诉",
    writes=True,
    private=True,
)
async def rule_on(ctx: Context, id: CaseNumber, ruling: RulingSaid, reason: Grounds) -> Reply:
    return Reply(await rule(ctx, id.number, ruling.ruling, reason.text), private=True)
