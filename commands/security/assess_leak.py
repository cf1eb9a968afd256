"""Whether those a leak is about, and the authority, are told: what is known is filled in, somebody else decides.

A leak that is real can't be closed without. 个人信息保护法 art. 57, S257.

Example:
    李四> 客户名单发错群了
    机器人→吴管> [卡片] 紧急！信息泄露 WA-20261122-001 …
    机器人> [卡片] 先这样做 …
    吴管> /泄露评估 WA-20261122-001
    机器人> 照着填好发给我，一行一项：…
    吴管> 种类：客户电话 人数：32人 原因：发错群 危害：骚扰电话 措施：已撤回 联系：吴管 8012 通知本人：是 报主管部门：是
    机器人→林宓> WA-20261122-001 通知评估…
    机器人→林宓> [卡片] 泄露要不要通知？WA-20261122-001 …
    机器人→钱卫东> WA-20261122-001 通知评估…
    机器人→钱卫东> [卡片] 泄露要不要通知？WA-20261122-001 …
    机器人→孙丽> WA-20261122-001 通知评估…
    机器人→孙丽> [卡片] 泄露要不要通知？WA-20261122-001 …
    机器人→赵国强> WA-20261122-001 通知评估…
    机器人→赵国强> [卡片] 泄露要不要通知？WA-20261122-001 …
    机器人> WA-20261122-001 的通知评估已交，等 林宓、钱卫东、孙丽、赵国强 决定。
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.arguments.incidents import IncidentNumber
from bot.domain.security.officers import SECURITY_DESK
from bot.services.security.assessing import COMMAND, ask, hand_in
from bot.services.security.officers import find
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@dataclass(frozen=True, slots=True)
class Form:
    """All that is left: read by its handler, who can say what is missing."""

    wanted: ClassVar[str] = ""

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest()
        return cls(written) if written else None

    def explained(self) -> dict[str, Any]:
        return {"text": self.text}


@command(
    COMMAND, summary="泄露后要不要通知本人和主管部门", audience=SECURITY_DESK, writes=True, private=True, hidden=True
)
async def assess_leak(ctx: Context, id: IncidentNumber, form: Form | None = None) -> Reply:
    incident = await find(ctx, id.number)
    return Reply(await (hand_in(ctx, incident, form.text) if form else ask(ctx, incident)), private=True)
