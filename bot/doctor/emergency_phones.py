"""Whether phones may be rung about an accident, where the configuration wants it: asked for somebody who doesn't exist,
so that nobody's rings (D-91627)."""

from collections.abc import Mapping
from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import refused
from bot.shapes.outgoing import Outcome, Verdict

AREA: Final = Area.APP
NAME: Final = "紧急通知电话"
NOBODY: Final = "nobody-of-this-name"
OFF: Final = "在这之前只发消息，不打电话；不需要就关掉 [safety.calls] 的 voice"
TROUBLE: Final[Mapping[int, tuple[str, str]]] = {
    301049: ("本应用没有关联紧急通知", "在管理后台 应用管理 → 紧急通知 → 可调用接口的应用 加上本应用"),
    301050: ("企业没有开通紧急通知", "在管理后台 应用管理 → 紧急通知 里开通"),
    301051: ("紧急通知余额不足", "在管理后台 应用管理 → 紧急通知 里充值"),
}


async def check(patient: Patient) -> list[Finding]:
    """Nothing where no phone is to ring."""
    if not patient.settings.safety.calls.voice:
        return []
    secret = patient.settings.wecom.phones
    if secret is None:
        advice = "配置 [wecom.app] 或 [wecom.emergency]，或者关掉 [safety.calls] 的 voice"
        return [fail(NAME, "要打电话，但没有配置应用", advice)]
    told = await patient.ask(secret, "pstncc/call", {"callee_userid": [NOBODY]})
    if not isinstance(told, Outcome):
        return [ok(NAME, "可以打")]
    if told.errcode in TROUBLE:
        says, advice = TROUBLE[told.errcode]
        return [fail(NAME, f"{says}（{told.errcode}）", f"{advice}。{OFF}", errcode=told.errcode)]
    if told.verdict is Verdict.MISCONFIGURED:
        return [refused(NAME, told)]
    if told.verdict is Verdict.REFUSED:
        return [ok(NAME, "可以打")]  # it is this person whom it knows nothing of
    return [warn(NAME, f"没查清楚（{told.errcode}）", "过几分钟再检查", errcode=told.errcode)]
