"""Looks at WeCom itself: some harmless readings (agent/get D-90227, tag/list D-90216, department/simplelist D-95350),
and what all other answers told since the last look."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.domain.upkeep.platform import Noticed
from bot.wecom.api.rest import APP_SECRET, CallError, Rest

PROBES: Final = ("tag/list", "department/simplelist")
RANGE: Final = "应用的可见范围"
_PARTS: Final = (
    ("allow_partys", "partyid", "个部门"),
    ("allow_tags", "tagid", "个标签"),
    ("allow_userinfos", "user", "名成员"),
)


class AppPlatform:
    """The port `Platform`. Of an agent that was disabled in the console: that, too."""

    def __init__(self, rest: Rest, agent_id: int) -> None:
        self._rest = rest
        self._agent_id = agent_id

    async def look(self) -> Noticed:
        agent = await self._ask("agent/get", {"agentid": str(self._agent_id)})
        for path in PROBES:
            await self._ask(path)
        doors, odd = self._rest.heard.take()
        return Noticed(doors, {RANGE: _range(agent)} if agent else {}, odd)

    async def _ask(self, path: str, params: Mapping[str, str] | None = None) -> Mapping[str, Any] | None:
        """None: it was refused, which `heard` has, or there was no answer."""
        try:
            return await self._rest.call(APP_SECRET, "GET", path, params=params)
        except CallError:
            return None


def _range(agent: Mapping[str, Any]) -> str:
    """Sizes alone: whom it names is nobody's business here."""
    counts = ((unit, len(_listed(agent, part, name))) for part, name, unit in _PARTS)
    return "、".join(f"{count} {unit}" for unit, count in counts if count) or "0 个部门"


def _listed(agent: Mapping[str, Any], part: str, name: str) -> Sequence[object]:
    found = (agent.get(part) or {}).get(name)
    return found if isinstance(found, list) else ()
