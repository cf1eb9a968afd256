"""Agree to what waits for me: by its number, or by a bare 同意 where only one waits, which is asked back first.

In a group 同意 means the rules of that group; with a number it means the request there too.

Example:
    周敏> /建群 项目公司工作群 项目C
    机器人→赵国强> [卡片] 周敏 申请建群：项目C工作群（项目公司工作群） RQ-20261122-001 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：建群：项目C工作群（项目公司工作群）。等 赵国强 审批。
    赵国强> /同意申请 RQ-20261122-001
    机器人→周敏> RQ-20261122-001 建群：项目C工作群（项目公司工作群）：已同意（赵国强，10:00）。接下来建群…
    机器人> RQ-20261122-001 建群：项目C工作群（项目公司工作群）：已同意（赵国强，10:00）。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.arguments.requests import RequestNumber
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.choosing import NONE_WAITS, the_one_waiting
from bot.services.approvals.wording import decided
from bot.services.talking.confirming import Confirming
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.verdicts import KIND_WORDS, approves

NAME = "同意申请"


@dataclass(frozen=True, slots=True)
class WhichRequest(RequestNumber):
    """By its number; left out, the only one that waits."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = RequestNumber.read(words, scene)
        if found and KIND_WORDS.fullmatch(words.left):
            words.left = ""
        return cls(found.number if found else "")

    @property
    def looked_up(self) -> bool:
        return not self.number

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number} if self.number else {}


@command(
    NAME,
    aliases=("批准", "approve"),
    says=("(我|好|好的|行|可以)[，]批准",),
    summary="同意等我审批的申请",
    writes=True,
    nothing=NONE_WAITS,
    hears=approves,
)
async def approve(
    ctx: Context, approvals: Approvals, confirming: Confirming, book: CommandBook, id: WhichRequest
) -> Reply:
    if id.looked_up:
        return await the_one_waiting(ctx, book, confirming)
    request = await approvals.find(ctx, id.number)
    after = await approvals.decide(ctx, request, ctx.sender.user_id, agree=True)
    return Reply(f"{after.number} {after.text}：{decided(after, ctx.company, ctx.now)}", private=True)
