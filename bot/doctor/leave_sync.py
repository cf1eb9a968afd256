"""Whether leave balances can be written to WeCom, where the configuration wants it (D-93375)."""

from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import refused
from bot.shapes.outgoing import Outcome, Verdict

AREA: Final = Area.APP
NAME: Final = "同步假期余额"
NOT_LISTED: Final = frozenset({301055, 301002, 48002})
WHERE: Final = "在管理后台 应用管理 → 审批 → 可调用接口的应用 加上本应用，或者关掉 [leave_sync] 的 balances"


async def check(patient: Patient) -> list[Finding]:
    """Nothing where it isn't wanted."""
    wanted = patient.settings.leave_sync.vacations()
    if not wanted:
        return []
    if patient.settings.wecom.app is None:
        return [fail(NAME, "要同步假期余额，但没有配置应用", "配置 [wecom.app]，或者关掉 [leave_sync] 的 balances")]
    told = await patient.call("app", "oa/vacation/getcorpconf")
    if isinstance(told, Outcome):
        return [_refused(told)]
    known = [str(each.get("name")) for each in told.get("lists") or ()]
    missing = [name for name in wanted.values() if name not in known]
    if missing:
        there = f"已有的是 {'、'.join(known)}" if known else "现在一种也没有"
        says = f"企业微信里没有「{missing[0]}」这种假"
        return [fail(NAME, says, f"在管理后台 审批 → 假期管理 里加上，或者改 [leave_sync] 的 types；{there}")]
    return [ok(NAME, f"{len(wanted)} 种假都有")]


def _refused(outcome: Outcome) -> Finding:
    if outcome.errcode in NOT_LISTED:
        return fail(NAME, f"没有权限（{outcome.errcode}）", WHERE, errcode=outcome.errcode)
    if outcome.verdict is Verdict.MISCONFIGURED:
        return refused(NAME, outcome)
    return warn(NAME, f"没查清楚（{outcome.errcode}）", "过几分钟再检查", errcode=outcome.errcode)
