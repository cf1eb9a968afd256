"""What WeCom's 审批 and balances refuse about one person or one form (D-90313), and how people read that."""

from collections.abc import Mapping
from typing import Final

from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import OfficeRefused

OUT_OF_RANGE: Final = 301055  # this person, or the app has no right at all
_MEANINGS: Final[Mapping[int, str]] = {
    40058: "假单里少填了内容",
    301025: "假单和企业微信里的模板对不上",
    OUT_OF_RANGE: "申请人或审批人不在应用的可见范围，或者没有审批权限",
    301057: "企业微信没能提交",
    301079: "和企业微信里已有的请假、出差时间冲突",
}


def refused(outcome: Outcome) -> OfficeRefused:
    of_one = outcome.verdict is Verdict.REFUSED or outcome.errcode == OUT_OF_RANGE
    return OfficeRefused(outcome, of_one=of_one, means=_MEANINGS.get(outcome.errcode, ""))
