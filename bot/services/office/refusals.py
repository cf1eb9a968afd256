"""What WeCom's 审批 refuses about one person or one form, and how people read that."""

from collections.abc import Mapping
from typing import Final

from bot.shapes.outgoing import Outcome, Verdict

OUT_OF_RANGE: Final = 301055  # this person, or the app has no right at all
_MEANINGS: Final[Mapping[int, str]] = {
    40058: "假单里少填了内容",
    301025: "假单和企业微信里的模板对不上",
    OUT_OF_RANGE: "申请人或审批人不在应用的可见范围，或者没有审批权限",
    301057: "企业微信没能提交",
    301079: "和企业微信里已有的请假、出差时间冲突",
}


def is_of_one_alone(outcome: Outcome) -> bool:
    """For who was answered by WeCom a moment ago, so that it isn't the app that has no right."""
    return outcome.verdict is Verdict.REFUSED or outcome.errcode == OUT_OF_RANGE


def refusal_said(errcode: int | None) -> str:
    """`和企业微信里已有的请假、出差时间冲突（301079）`"""
    return f"{_MEANINGS.get(errcode or 0, '企业微信不接受')}（{errcode}）"
