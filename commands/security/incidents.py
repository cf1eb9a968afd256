"""Which incidents wait for whoever asks; with a number, all of one; 统计 counts them.

Each look at one is noted.

Example:
    张三> /账号异常 有人用我的号发消息
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 …
    机器人> [卡片] 先这样做 …
    吴管> /安全事件
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 …
    机器人> 有 1 起要处理。
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.incidents import IncidentNumber
from bot.domain.security.officers import SECURITY_DESK
from bot.patterns import regex
from bot.services.security import listing
from bot.services.security.counting import by_month
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_COUNTED: Final = regex("统计|数据|汇总")


@dataclass(frozen=True, slots=True)
class Counted:
    wanted: ClassVar[str] = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return cls() if words.take(_COUNTED) else None

    def explained(self) -> dict[str, Any]:
        return {"item": "统计"}


@command(
    "安全事件",
    aliases=("安全事件待办",),
    summary="要你处理的账号、泄露、诈骗事件",
    audience=SECURITY_DESK,
    private=True,
)
async def incidents(ctx: Context, id: IncidentNumber | None = None, counted: Counted | None = None) -> Reply:
    if counted:
        return Reply(await by_month(ctx), private=True)
    if id is None:
        return Reply(await listing.waiting(ctx), private=True)
    return Reply(await listing.shown(ctx, id.number), private=True)
