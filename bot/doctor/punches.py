"""Whether punches may be read, where the configuration wants them: asked about somebody who doesn't exist (D-90262)."""

from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import refused
from bot.shapes.outgoing import Verdict

AREA: Final = Area.APP
NAME: Final = "读打卡记录"
NOBODY: Final = "nobody-of-this-name"
MAY_READ: Final = frozenset({0, 301021, 301022, 301023})  # there is no such person, which only who may ask is told
NOT_LISTED: Final = frozenset({301002, 48002})
WHERE: Final = "在管理后台 应用管理 → 打卡 → 可调用接口的应用 加上本应用，或者关掉 [attendance] 的 read_punches"


async def check(patient: Patient) -> list[Finding]:
    """Nothing where nobody wants to read them."""
    callers = patient.settings.wecom.callers
    secret = next((name for name in ("checkin", "app") if name in callers), None)
    if not patient.settings.attendance.read_punches:
        return []
    if secret is None:
        return [fail(NAME, "要读打卡记录，但没有配置应用", "配置 [wecom.app]，或者关掉 [attendance] 的 read_punches")]
    at = int((await patient.now()).timestamp())
    wish = {"opencheckindatatype": 3, "starttime": at - 60, "endtime": at, "useridlist": [NOBODY]}
    outcome = await patient.attempt(secret, "checkin/getcheckindata", wish)
    if outcome.errcode in MAY_READ:
        return [ok(NAME, "有权限")]
    if outcome.errcode in NOT_LISTED:
        return [fail(NAME, f"没有权限（{outcome.errcode}）", WHERE, errcode=outcome.errcode)]
    if outcome.verdict is Verdict.MISCONFIGURED:
        return [refused(NAME, outcome)]
    return [warn(NAME, f"没查清楚（{outcome.errcode}）", "过几分钟再检查", errcode=outcome.errcode)]
