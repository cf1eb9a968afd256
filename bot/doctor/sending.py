"""Whether the app may send (D-90236): asked by an empty message to nobody, which WeCom refuses and sends to nobody."""

from typing import Final

from bot.doctor._finding import Area, Finding, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import refused
from bot.shapes.outgoing import Outcome, Verdict

AREA: Final = Area.APP
NAME: Final = "发应用消息"
NOBODY: Final = frozenset(
    {82001, 81013, 44004, 40063, 40058}
)  # it may send, but there is nothing and nobody to send to


async def check(patient: Patient) -> list[Finding]:
    """Nothing where the app itself is refused: that is said by the check of credentials."""
    app, agent = patient.settings.wecom.app, await patient.agent()
    if app is None or isinstance(agent, Outcome):
        return []
    outcome = await patient.attempt(
        "app", "message/send", {"agentid": app.agent_id, "msgtype": "text", "text": {"content": ""}}
    )
    if outcome.errcode in NOBODY:
        return [ok(NAME, "有权限")]
    if outcome.verdict is Verdict.MISCONFIGURED:
        return [refused(NAME, outcome, egress=(await patient.probe()).egress)]
    return [warn(NAME, f"没查清楚（{outcome.errcode}）", "过几分钟再检查", errcode=outcome.errcode)]
