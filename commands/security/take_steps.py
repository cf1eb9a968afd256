"""Note steps of an incident as taken, by their places among those that are left: for who is shown no card.

Example:
    张三> /账号异常 有人用我的号发消息
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 …
    机器人> [卡片] 先这样做 …
    吴管> /安全处置 WA-20261122-001 1 2
    机器人> 记下了：打电话核实是不是本人、在管理后台停用账号。还没做：1 让本人改密码、退出其他设备；…
"""

import re
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.incidents import IncidentNumber
from bot.domain.security.officers import SECURITY_DESK
from bot.patterns import regex
from bot.services.security.doing import take_places
from bot.services.security.officers import find
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_PLACES: Final = regex(r"\d{1,2}(?:\s*[ ,、，和]\s*\d{1,2})*")


@dataclass(frozen=True, slots=True)
class Places:
    wanted: ClassVar[str] = "做了第几步？发「/安全事件 编号」看还没做的。"

    places: tuple[int, ...]

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_PLACES)
        return cls(tuple(map(int, re.findall(r"\d+", found[0])))) if found else None

    def explained(self) -> dict[str, Any]:
        return {"steps": list(self.places)}


@command("安全处置", summary="记下安全事件做了哪几步", audience=SECURITY_DESK, writes=True, private=True, hidden=True)
async def take_steps(ctx: Context, id: IncidentNumber, steps: Places) -> Reply:
    return Reply(await take_places(ctx, await find(ctx, id.number), steps.places), private=True)
