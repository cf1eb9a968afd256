"""Whether approved leave can be filed in WeCom's own 审批 by the template that the configuration names (D-91982)."""

from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import refused
from bot.shapes.outgoing import Outcome, Verdict
from bot.wecom.office.template import UnusableTemplate, read_template

AREA: Final = Area.APP
NAME: Final = "提交请假审批"
NOT_LISTED: Final = frozenset({301055, 301002, 48002})
UNKNOWN_TEMPLATE: Final = frozenset({301025, 301026})
LIST_IT: Final = "在管理后台 应用管理 → 审批 → 可调用接口的应用 加上本应用，或者去掉 [leave_sync] 的 template"
TAKE_ANOTHER: Final = "在管理后台 审批 里改这个模板，或者把 [leave_sync] 的 template 换成另一个"


async def check(patient: Patient) -> list[Finding]:
    """Nothing where it isn't wanted."""
    section = patient.settings.leave_sync
    if not section.template:
        return []
    if patient.settings.wecom.app is None:
        return [fail(NAME, "要提交请假审批，但没有配置应用", "配置 [wecom.app]，或者去掉 [leave_sync] 的 template")]
    told = await patient.ask("app", "oa/gettemplatedetail", {"template_id": section.template})
    if isinstance(told, Outcome):
        return [_refused(told)]
    try:
        template = read_template(told)
    except UnusableTemplate as unusable:
        return [fail(NAME, str(unusable), TAKE_ANOTHER)]
    if missing := [name for name in section.forms().values() if name not in template.kinds]:
        return [
            fail(NAME, f"模板里没有「{missing[0]}」这种假", f"{TAKE_ANOTHER}；已有的是 {'、'.join(template.kinds)}")
        ]
    return [ok(NAME, f"模板能填，{'按小时' if template.by_hour else '按半天'}")]


def _refused(outcome: Outcome) -> Finding:
    if outcome.errcode in NOT_LISTED:
        return fail(NAME, f"没有权限（{outcome.errcode}）", LIST_IT, errcode=outcome.errcode)
    if outcome.errcode in UNKNOWN_TEMPLATE:
        return fail(NAME, f"没有这个模板，或者它停用了（{outcome.errcode}）", TAKE_ANOTHER, errcode=outcome.errcode)
    if outcome.verdict is Verdict.MISCONFIGURED:
        return refused(NAME, outcome)
    return warn(NAME, f"没查清楚（{outcome.errcode}）", "过几分钟再检查", errcode=outcome.errcode)
