"""Each secret gets a token and is what it claims to be; WeCom lets this address in (D-91039, D-90227, D-96067)."""

from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import APP_PAGE, CONTACTS_SECRET, OWNERS, RANGE, REMEDIES, refused
from bot.shapes.outgoing import Outcome, Verdict

AREA: Final = Area.APP
SEEN: Final = "应用可见范围"
ROOT: Final = 1
FORBIDDEN: Final = 48002
NO_RIGHT: Final = frozenset({FORBIDDEN, 60011, 301002})


async def check(patient: Patient) -> list[Finding]:
    """Nothing where WeCom can't be reached at all: that is said by the check of the network."""
    if (await patient.probe()).trouble:
        return []
    return [*await _app(patient), *await _contacts(patient)]


async def _app(patient: Patient) -> list[Finding]:
    agent = await patient.agent()
    if agent is None:
        return []
    name = f"{OWNERS['app']}凭证"
    if isinstance(agent, Outcome) and agent.errcode == FORBIDDEN:
        return [fail(name, f"这不是自建应用的 Secret（{FORBIDDEN}）", REMEDIES[301002].advice, errcode=FORBIDDEN)]
    if isinstance(agent, Outcome):
        return [refused(name, agent, egress=(await patient.probe()).egress)]
    if agent.get("close"):
        return [warn(name, "应用已被停用", f"在{APP_PAGE} 启用它")]
    return [ok(name, "Secret、AgentId 和可信IP 都对"), _range(agent)]


def _range(agent: dict[str, object]) -> Finding:
    departments = _ids(agent, "allow_partys", "partyid")
    if ROOT in departments:
        return ok(SEEN, "全公司")
    if not (departments or _ids(agent, "allow_userinfos", "user") or _ids(agent, "allow_tags", "tagid")):
        return fail(SEEN, "是空的：谁都收不到消息", f"{RANGE} 选全公司")
    return warn(SEEN, "不是全公司：范围外的人收不到消息、读不到姓名，也不能由应用建群", f"{RANGE} 选全公司")


def _ids(agent: dict[str, object], name: str, part: str) -> list[object]:
    allowed = agent.get(name)
    return list(allowed.get(part) or []) if isinstance(allowed, dict) else []


async def _contacts(patient: Patient) -> list[Finding]:
    if patient.settings.wecom.contacts is None:
        return []
    name = f"{OWNERS['contacts']}凭证"
    outcome = await patient.attempt("contacts", "user/list_id", {"cursor": "", "limit": 1})  # for this secret alone
    if outcome.errcode in NO_RIGHT:
        return [fail(name, f"这不是通讯录同步的 Secret（{outcome.errcode}）", CONTACTS_SECRET, errcode=outcome.errcode)]
    if outcome.verdict is not Verdict.DONE:
        return [refused(name, outcome, owner="contacts", egress=(await patient.probe()).egress)]
    return [ok(name, "Secret 是对的")]
