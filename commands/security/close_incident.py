"""Say how an incident ended, and what came of it; who told it reads that.

Example:
    张三> /账号异常 有人用我的号发消息
    机器人→吴管> [卡片] 紧急！账号异常 WA-20261122-001 …
    机器人> [卡片] 先这样做 …
    吴管> /安全办结 WA-20261122-001 误报 是本人换了手机
    机器人→张三> WA-20261122-001：核实过了，是误会。是本人换了手机。拿不准就报，报错了没关系。
    机器人> WA-20261122-001 已办结：误报。
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.incidents import IncidentNumber
from bot.domain.security.incident import Finding
from bot.domain.security.officers import SECURITY_DESK
from bot.patterns import regex
from bot.services.security.doing import close
from bot.services.security.officers import find
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_FINDING: Final = regex("属实|误报|误会|没有查实|没查实|未查实")
_EDGES: Final = " ，,。；;：:"


@dataclass(frozen=True, slots=True)
class Ending:
    wanted: ClassVar[str] = "结论是什么？属实、误报，还是没有查实？"

    finding: Finding
    said: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_FINDING)
        if found is None:
            return None
        finding = {"属实": Finding.REAL, "误报": Finding.FALSE_ALARM, "误会": Finding.FALSE_ALARM}
        return cls(finding.get(found[0], Finding.UNPROVEN), words.rest().strip(_EDGES))

    def explained(self) -> dict[str, Any]:
        return {"finding": str(self.finding), "text": self.said}


@command("安全办结", summary="安全事件的结论", audience=SECURITY_DESK, writes=True, private=True, hidden=True)
async def close_incident(ctx: Context, id: IncidentNumber, ending: Ending) -> Reply:
    said = await close(ctx, await find(ctx, id.number), ending.finding, ending.said)
    return Reply(f"{id.number} {said}", private=True)
