"""Each secret gets a token; agent id and app belong together; WeCom lets this address in (D-91039, D-90227)."""

from typing import Final

from bot.doctor._finding import Area, Finding, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import OWNERS, refused
from bot.shapes.outgoing import Outcome

AREA: Final = Area.APP
RANGE: Final = "应用可见范围"
ROOT: Final = 1
SCOPE: Final = "管理后台 应用管理 → 自建 → 本应用 → 可见范围 选全公司"


async def check(patient: Patient) -> list[Finding]:
    return [*await _app(patient), *await _contacts(patient)]


async def _app(patient: Patient) -> list[Finding]:
    agent = await patient.agent()
    if agent is None:
        return []
    name = f"{OWNERS['app']}凭证"
    if isinstance(agent, Outcome):
        return [refused(name, agent, egress=(await patient.probe()).egress)]
    if agent.get("close"):
        return [warn(name, "应用已被停用", "在管理后台 应用管理 → 自建 → 本应用 启用它")]
    return [ok(name, "Secret、AgentId 和可信IP 都对"), _range(agent)]


def _range(agent: dict[str, object]) -> Finding:
    parties = agent.get("allow_partys")
    departments = parties.get("partyid") if isinstance(parties, dict) else None
    if departments and ROOT in departments:
        return ok(RANGE, "全公司")
    return warn(RANGE, "不是全公司：范围外的人收不到消息、读不到姓名，也不能由应用建群", SCOPE)


async def _contacts(patient: Patient) -> list[Finding]:
    if patient.settings.wecom.contacts is None:
        return []
    name = f"{OWNERS['contacts']}凭证"
    answer = await patient.call("contacts", "department/simplelist")
    if isinstance(answer, Outcome):
        return [refused(name, answer, owner="contacts", egress=(await patient.probe()).egress)]
    return [ok(name, "Secret 是对的")]
